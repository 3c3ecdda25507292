"""The graph as files for other programs: the same bytes for the same triples, in whatever order they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO

from kg.errors import UsageError
from kg.export.claims import claims
from kg.export.graphml import graphml, network
from kg.export.jsonld import jsonld
from kg.export.rdflib_graph import rdf_graph
from kg.export.rdfxml import rdfxml
from kg.terms import triples
from kg.turtle import turtle
from kg.vocabulary import PREFIXES

__all__ = ["FORMATS", "export", "format_of", "network", "rdf_graph"]


def export(lines: Iterable[str], form: str, out: BinaryIO) -> None:
    """Nothing; the triples of the N-Triples lines stand in ``out`` as UTF-8. Raises UsageError for a format not in FORMATS."""
    if form not in _WRITERS:
        raise UsageError(f"there is no format {form!r}", f"choose from: {', '.join(FORMATS)}")
    for piece in _WRITERS[form](lines):
        out.write(piece.encode("utf-8"))


def format_of(path: str) -> str | None:
    """The format that a file's ending stands for, or None."""
    return _ENDINGS.get(path.lower().rpartition(".")[2])


def _lines(lines: Iterable[str]) -> Iterator[str]:
    """Sorted lines that are N-Triples and, all being of the default graph, N-Quads too."""
    yield from (f"{s} {p} {o} .\n" for s, p, o in triples(lines))


_WRITERS: Mapping[str, Callable[[Iterable[str]], Iterable[str]]] = {
    "turtle": lambda lines: turtle(lines, PREFIXES),
    "trig": lambda lines: turtle(lines, PREFIXES, graph=True),
    "nquads": _lines,
    "ntriples": _lines,
    "jsonld": lambda lines: jsonld(lines, PREFIXES),
    "rdfxml": rdfxml,
    "graphml": graphml,
    "csv": claims,
}
FORMATS = tuple(_WRITERS)
_ENDINGS = {
    "ttl": "turtle",
    "trig": "trig",
    "nq": "nquads",
    "nt": "ntriples",
    "jsonld": "jsonld",
    "json": "jsonld",
    "rdf": "rdfxml",
    "graphml": "graphml",
    "csv": "csv",
}
