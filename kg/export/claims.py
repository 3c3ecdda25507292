"""Every claim as one row of a table (CSV, RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from kg.export.index import ClaimRow, Index

_COLUMNS = tuple(name for name in ClaimRow._fields if name != "is_link")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def claims(lines: Iterable[str]) -> Iterator[str]:
    """The header and one line a claim, by article and place."""
    yield _written(_COLUMNS)
    for row in Index(lines).claims():
        told = row._asdict()
        yield _written(_harmless(str(told[name])) for name in _COLUMNS)


def _harmless(cell: str) -> str:
    """The cell; an apostrophe goes before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _written(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
