"""Rows of an answer as a page shows them: every value as text, with a link where there is a page for it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from kg.terms import shorten
from kg.vocabulary import BASE, PREFIXES

OF = "_iri"  # how the named questions call the column that has the IRI of the name beside it
LONGEST = 400  # characters of a name or an IRI
_OURS = re.compile(rf"<({re.escape(BASE)}[^>]+)>")
_WEB = re.compile(r"https?://[^\s<>\"']+")


class Cell(NamedTuple):
    """One value: its text, where it leads (empty for nowhere), and whether that is outside this site."""

    text: str
    href: str = ""
    outside: bool = False


class Table(NamedTuple):
    """Column names and rows of cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(body: bytes) -> Table:
    """An answer in SPARQL JSON as a table; the answer to ASK has one cell."""
    answer = json.loads(body)
    if "boolean" in answer:
        return Table(("answer",), ((Cell("yes" if answer["boolean"] else "no"),),))
    given = tuple(answer["head"]["vars"])
    columns = tuple(name for name in given if name.removesuffix(OF) == name or name.removesuffix(OF) not in given)
    rows = answer["results"]["bindings"]
    return Table(columns, tuple(tuple(linked(row, name) for name in columns) for row in rows))


def records(body: bytes) -> list[dict[str, str]]:
    """The rows of an answer in SPARQL JSON as plain values; none for the answer to ASK."""
    rows = json.loads(body).get("results", {}).get("bindings", [])
    return [{name: term["value"] for name, term in row.items()} for row in rows]


def linked(row: Mapping[str, Any], name: str) -> Cell:
    """The cell of a column; a name leads to the thing whose IRI has a column of its own (``leader``, ``leader_iri``)."""
    found, thing = cell(row.get(name)), cell(row.get(name + OF))
    return thing._replace(text=found.text or thing.text) if thing.href and not found.href else found


def spoken_of(body: bytes) -> list[str]:
    """What an answer in SPARQL JSON speaks of: the IRIs of the graph in it or, without any, its texts, which may be names."""
    values = {value for row in records(body) for value in row.values() if len(value) < LONGEST}
    return sorted(value for value in values if value.startswith(BASE)) or sorted(values)


def iris(body: bytes) -> list[str]:
    """The IRIs of the graph in N-Triples."""
    return sorted(set(_OURS.findall(body.decode("utf-8"))))


def cell(term: Mapping[str, Any] | None) -> Cell:
    """A value of SPARQL JSON."""
    if term is None:
        return Cell("")
    if term["type"] == "uri":
        return link(term["value"])
    web = _WEB.fullmatch(term["value"]) if term.get("datatype", "").endswith("#anyURI") else None
    return Cell(term["value"], web[0] if web else "", outside=True)


def link(iri: str) -> Cell:
    """An IRI, shortened, with the page that tells of it."""
    text = shorten(iri, PREFIXES) or iri
    if iri.startswith(BASE) and (path := local(iri)):
        return Cell(text, path)
    return Cell(text, iri if _WEB.fullmatch(iri) else "", outside=True)


def local(iri: str) -> str:
    """The path on this site for an IRI of the graph; empty for one that has none."""
    rest = iri.removeprefix(BASE)
    if not re.fullmatch(r"[a-z]+/.+|ont#.+", rest):
        return ""
    return "/" + quote(rest, safe="/#-._~!$&'()*+,;=:@%")


def columns_shown(columns: Sequence[str]) -> list[str]:
    """The names of columns as words."""
    return [name.replace("_", " ") for name in columns]
