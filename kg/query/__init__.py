"""SPARQL -> rows: questions by name or as text, with parameters that are bound and never pasted."""

from kg.query.ask import Queryable, parameters_of, run
from kg.query.named import NamedQuery, Parameter, declared, find, named
from kg.query.result import FORMATS, Result

__all__ = ["FORMATS", "NamedQuery", "Parameter", "Queryable", "Result", "declared", "find", "named", "parameters_of", "run"]
