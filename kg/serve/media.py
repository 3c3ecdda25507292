"""Media types, the styles they stand for, and the short names that a ``format`` parameter takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from kg.serve.accept import best

HTML: Final = "text/html"
ROWS: Final[Mapping[str, str]] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
}
GRAPHS: Final[Mapping[str, str]] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
}
FORMATS: Final[Mapping[str, str]] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "html": HTML,
}


class Wanted(NamedTuple):
    """The media type for either kind of answer; None where the client takes no answer of that kind."""

    rows: str | None
    graph: str | None

    @property
    def html(self) -> bool:
        """Whether a page is wanted."""
        return self.rows == HTML

    @property
    def row_style(self) -> str:
        """How rows are to be written; a page is made from JSON."""
        return ROWS.get(self.rows or "", "json" if self.html else "")

    @property
    def graph_style(self) -> str:
        """How triples are to be written; a page shows Turtle."""
        return GRAPHS.get(self.graph or "", "turtle" if self.graph == HTML else "")


def wanted(accept: str | None, form: str | None = None) -> Wanted:
    """What an ``Accept`` header asks for; a known ``format`` goes before it where it fits the kind of answer."""
    rows, graph = best(accept, (*ROWS, HTML)), best(accept, (*GRAPHS, HTML))
    chosen = FORMATS.get((form or "").lower())
    if chosen in (*ROWS, HTML):
        rows = chosen
    if chosen in (*GRAPHS, HTML):
        graph = chosen
    return Wanted(rows, graph)


def content_type(media: str) -> str:
    """The header's value: text with its encoding."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
