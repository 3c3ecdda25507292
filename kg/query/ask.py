"""From a question to its answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from kg.errors import QueryError
from kg.model import Solutions
from kg.query.bind import Function, bind, functions
from kg.query.guard import called, check, undeclared
from kg.query.named import NamedQuery, Parameter, declared, find
from kg.query.result import Result
from kg.vocabulary import PREFIXES

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class Queryable(Protocol):
    """What this stage needs of a store: to answer a query, calling back into ``functions`` (IRI -> function of N-Triples terms).

    SELECT gives Solutions, ASK a truth value, CONSTRUCT and DESCRIBE lines of N-Triples.
    """

    def query(self, sparql: str, functions: Mapping[str, Function] = ...) -> Solutions | bool | list[str]:
        """The answer."""


def run(store: Queryable, question: NamedQuery | str, given: Mapping[str, str] | None = None) -> Result:
    """The answer to a named query, to the name of one, or to SPARQL text; raises QueryError for what cannot be asked."""
    if isinstance(question, str) and _NAME.fullmatch(question.strip()):
        question = find(question.strip())
    text = question if isinstance(question, str) else question.text
    form = check(text)
    bound = bind(parameters_of(question), given or {})
    return _answer(store, text, form, bound)


def parameters_of(question: NamedQuery | str) -> tuple[Parameter, ...]:
    """The parameters of a named query, or those that SPARQL text asks for by ``kg:param("name")``.

    Those of a text are what its header declares them to be, and optional and of any kind where it says nothing.
    """
    if isinstance(question, NamedQuery):
        return question.parameters
    told = {parameter.name: parameter for parameter in declared(question)}
    asked = called(question, "kg:param")
    others = sorted(asked - set(told))
    return (*(p for p in told.values() if p.name in asked), *(Parameter(name, "any", False, None, "") for name in others))


def _answer(store: Queryable, text: str, form: str, bound: Mapping[str, str]) -> Result:
    prologue = "".join(f"PREFIX {p}: <{base}> " for p, base in undeclared(text, PREFIXES).items())
    try:
        found = store.query(f"{prologue}\n{text}", functions(bound))
    except SyntaxError as error:
        raise _syntax(str(error), text) from error
    except (RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
    if isinstance(found, bool):
        return Result(form, truth=found, prefixes=PREFIXES)
    if isinstance(found, Solutions):
        return Result(form, found, prefixes=PREFIXES)
    return Result(form, lines=tuple(found), prefixes=PREFIXES)


def _syntax(message: str, text: str) -> QueryError:
    """The engine's complaint with the place in the user's own text (the prologue is the line before it)."""
    match = _POSITION.match(message)
    if match is None:
        return QueryError(f"the query is malformed: {message[:200]}", "see a named query for an example: kg query --list")
    line, column = max(int(match[1]) - 1, 1), int(match[2])
    lines = text.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1]
    where = f"line {line}, column {column}"
    if "Prefix not found" in match[3]:
        return QueryError(
            f"{where}: the prefix is not declared\n{shown}", f"known without declaring: {', '.join(sorted(PREFIXES))}"
        )
    reason = _reason(match[3], len(lines) <= line and column > len(shown.rstrip()))
    return QueryError(f"{where}: {reason}\n{shown}\n{' ' * (column - 1)}^", "the mark shows how far the query could be read")


def _reason(expected: str, at_end: bool) -> str:
    if at_end:
        return "the query ends too early; a bracket or quote may be open"
    known = [word for word in ("variable that is unbound", "already in-scope", "GROUP BY") if word in expected]
    return f"this cannot stand here ({known[0]})" if known else "this cannot stand here"
