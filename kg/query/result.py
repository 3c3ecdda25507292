"""What a query answers, and how it is written: table, JSON, XML, CSV, TSV or Turtle."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kg.errors import QueryError
from kg.model import Solutions
from kg.query import xml
from kg.terms import Term, parse, shorten
from kg.turtle import turtle

FORMATS = ("table", "json", "csv", "tsv", "xml", "turtle")
WIDEST = 60  # columns of a table's cell; longer text is cut with an ellipsis


@dataclass(frozen=True, slots=True)
class Result:
    """One answer; ``form`` tells which part holds it: rows (SELECT), truth (ASK) or lines of N-Triples (CONSTRUCT, DESCRIBE)."""

    form: str
    solutions: Solutions = field(default_factory=lambda: Solutions((), ()))
    truth: bool = False
    lines: tuple[str, ...] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def write(self, form: str) -> str:
        """The answer in one of FORMATS; raises QueryError where the two do not fit."""
        if form not in FORMATS:
            raise QueryError(f"there is no format {form!r}", f"choose from: {', '.join(FORMATS)}")
        if (form == "turtle") != bool(self.form in ("CONSTRUCT", "DESCRIBE")) and form != "table":
            fitting = "turtle" if self.form in ("CONSTRUCT", "DESCRIBE") else "table, json, csv, tsv or xml"
            raise QueryError(f"the answer to {self.form} cannot be written as {form}", f"ask for: {fitting}")
        return _WRITERS[form](self)

    def records(self) -> Iterator[dict[str, str]]:
        """The rows as plain values by variable; unbound ones are left out."""
        for row in self.solutions.rows:
            yield {v: parse(cell).value for v, cell in zip(self.solutions.variables, row, strict=True) if cell is not None}


def _json(result: Result) -> str:
    if result.form == "ASK":
        return json.dumps({"head": {}, "boolean": result.truth}) + "\n"
    names = result.solutions.variables
    rows = [
        {v: _json_term(parse(cell)) for v, cell in zip(names, row, strict=True) if cell is not None}
        for row in result.solutions.rows
    ]
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    head = json.dumps({"vars": list(names)}, ensure_ascii=False)
    return f'{{"head": {head},\n"results": {{"bindings": [\n{body}\n]}}}}\n'


def _json_term(term: Term) -> dict[str, str]:
    out = {"type": term.kind, "value": term.value}
    if term.language:
        out["xml:lang"] = term.language
    if term.datatype:
        out["datatype"] = term.datatype
    return out


def _csv(result: Result) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if result.form == "ASK":
        writer.writerow([str(result.truth).lower()])
    else:
        writer.writerow(result.solutions.variables)
        writer.writerows(["" if cell is None else parse(cell).value for cell in row] for row in result.solutions.rows)
    return out.getvalue()


def _tsv(result: Result) -> str:
    if result.form == "ASK":
        return f"{str(result.truth).lower()}\n"
    head = "\t".join(f"?{v}" for v in result.solutions.variables)
    rows = ("\t".join(cell or "" for cell in row) for row in result.solutions.rows)
    return "\n".join([head, *rows]) + "\n"


def _xml(result: Result) -> str:
    return xml.truth(result.truth) if result.form == "ASK" else xml.rows(result.solutions)


def _turtle(result: Result) -> str:
    return "".join(turtle(result.lines, result.prefixes))


def _table(result: Result) -> str:
    if result.form == "ASK":
        return "yes\n" if result.truth else "no\n"
    if result.form != "SELECT":
        return _turtle(result)
    names = result.solutions.variables
    cells = [[_shown(cell, result.prefixes) for cell in row] for row in result.solutions.rows]
    widths = [max([width(name), *(width(row[i]) for row in cells)]) for i, name in enumerate(names)]
    lines = [_line(names, widths), "  ".join("-" * w for w in widths), *(_line(row, widths) for row in cells)]
    return "\n".join([*lines, f"({len(cells)} row{'' if len(cells) == 1 else 's'})"]) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (w - width(cell)) for cell, w in zip(cells, widths, strict=True)).rstrip()


def _shown(cell: str | None, prefixes: Mapping[str, str]) -> str:
    """A cell for people: IRIs shortened, one line, nothing that could steer the terminal or turn the text around."""
    if cell is None:
        return ""
    term = parse(cell)
    text = (shorten(term.value, prefixes) or f"<{term.value}>") if term.kind == "uri" else term.value
    text = " ".join("".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " for c in text).split())
    return text if len(text) <= WIDEST or term.kind == "uri" else text[: WIDEST - 1] + "…"


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    kinds = ((len(list(group)), wide) for wide, group in groupby(text, key=_columns))
    return sum(n * columns for n, columns in kinds)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


_WRITERS: Mapping[str, Callable[[Result], str]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "tsv": _tsv,
    "xml": _xml,
    "turtle": _turtle,
}
