"""Triples as Turtle for people: grouped by subject, with prefixes, the same bytes for the same triples in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.terms import parse, shorten, triples

RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_BARE = {  # literals that Turtle writes without quotes, where their text has this form
    f"{_XSD}integer": re.compile(r"-?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"-?[0-9]+\.[0-9]+"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}


class _Shortener:
    """Terms as Turtle writes them; remembers the IRIs seen and the prefixes needed."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self.used: set[str] = set()
        self._seen: dict[str, str] = {RDF_TYPE: "a"}

    def iri(self, term: str) -> str:
        """An IRI (in angle brackets) as short as it goes."""
        if term not in self._seen:
            short = shorten(term[1:-1], self.prefixes) if term[0] == "<" else None
            if short:
                self.used.add(short.partition(":")[0])
            self._seen[term] = short or term
        return self._seen[term]

    def object(self, term: str) -> str:
        """A term in the place of an object; literals keep the escapes of N-Triples, which are Turtle's too."""
        if term[0] != '"' or term[-1] != ">":
            return term if term[0] == '"' else self._full(term)
        text, _, datatype = term.rpartition("^^")
        value = parse(term)
        if value.datatype in _BARE and _BARE[value.datatype].fullmatch(value.value):
            return value.value
        return text if not value.datatype else f"{text}^^{self._full(datatype)}"

    def _full(self, term: str) -> str:
        short = self.iri(term)
        return term if short == "a" else short


def turtle(lines: Iterable[str], prefixes: Mapping[str, str], graph: bool = False) -> Iterator[str]:
    """Pieces of a Turtle document saying the triples of the N-Triples lines; only prefixes that are used are declared.

    With ``graph`` it is TriG: the triples stand in the braces of the default graph.
    """
    indent = "    " if graph else ""
    short = _Shortener(prefixes)
    blocks = [_block(short, subject, list(rows), indent) for subject, rows in groupby(triples(lines), key=lambda t: t[0])]
    for prefix in sorted(short.used):
        yield f"@prefix {prefix}: <{prefixes[prefix]}> .\n"
    yield from ("\n{", *blocks, "}\n") if graph else blocks


def _block(short: _Shortener, subject: str, rows: list[tuple[str, str, str]], indent: str) -> str:
    by_predicate = groupby(sorted(rows, key=lambda t: (t[1] != RDF_TYPE, t)), key=lambda t: t[1])
    said = [_objects(short, predicate, [o for _, _, o in group], indent) for predicate, group in by_predicate]
    return f"\n{indent}{short.object(subject)} " + f" ;\n{indent}    ".join(said) + " .\n"


def _objects(short: _Shortener, predicate: str, objects: list[str], indent: str) -> str:
    return f"{short.iri(predicate)} " + f" ,\n{indent}        ".join(short.object(o) for o in objects)
