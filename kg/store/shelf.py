"""What resolution keeps of the records so that it need not look at all of them again: rows in one table beside the parts.

Values are kept as JSON. The rows are made from the records and can be deleted at any time. They are of use only where they were
made by the same code from the records of the graph in force; else they are made anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any

TABLE = """
CREATE TABLE IF NOT EXISTS shelf (
  kind TEXT NOT NULL, block TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, block, key)
) WITHOUT ROWID;
"""
_encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decode: Callable[[str], Any] = json.JSONDecoder().decode


class Shelf:
    """Rows of a kind in blocks, each sorted by key; a block with one row that has no key holds one value."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._read: dict[tuple[str, str], Any] = {}  # values that were read or put, so that they are not read again
        self._put: dict[tuple[str, str], str | None] = {}  # values that are still to be written
        self._added: dict[str, list[tuple[str, str, str, str]]] = {}  # by kind, rows that are still to be written

    def rows(self, kind: str, block: str) -> list[tuple[str, Any]]:
        """The keys and values of a block, sorted by key."""
        self._write(kind)
        found = self._db.execute("SELECT key, value FROM shelf WHERE kind = ? AND block = ? ORDER BY key", (kind, block))
        return [(key, None if value == "null" else _decode(value)) for key, value in found]

    def keys(self, kind: str, block: str) -> list[str]:
        """The keys of a block, sorted."""
        self._write(kind)
        found = self._db.execute("SELECT key FROM shelf WHERE kind = ? AND block = ? ORDER BY key", (kind, block))
        return [key for (key,) in found]

    def first(self, kind: str, block: str, most: int) -> list[tuple[str, Any]]:
        """The first rows of a block."""
        self._write(kind)
        asked = "SELECT key, value FROM shelf WHERE kind = ? AND block = ? ORDER BY key LIMIT ?"
        return [(key, None if value == "null" else _decode(value)) for key, value in self._db.execute(asked, (kind, block, most))]

    def add(self, kind: str, block: str, key: str, value: Any = None) -> None:
        """Nothing; the row is there, in place of an earlier one of its key."""
        self._added.setdefault(kind, []).append((kind, block, key, "null" if value is None else _encode(value)))

    def take(self, kind: str, block: str, key: str) -> None:
        """Nothing; there is no such row."""
        self._write(kind)
        self._db.execute("DELETE FROM shelf WHERE kind = ? AND block = ? AND key = ?", (kind, block, key))

    def _write(self, kind: str) -> None:
        """Nothing; all rows of a kind are in the file."""
        if rows := self._added.pop(kind, None):
            self._db.executemany("INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?)", rows)

    def get(self, kind: str, block: str) -> Any:
        """The value of what is alone in its block; None where there is nothing."""
        if (kind, block) in self._read:
            return self._read[kind, block]
        row = self._db.execute("SELECT value FROM shelf WHERE kind = ? AND block = ? AND key = ''", (kind, block)).fetchone()
        found = self._read[kind, block] = None if row is None else _decode(row[0])
        return found

    def put(self, kind: str, block: str, value: Any) -> None:
        """Nothing; the value is alone in its block. None takes it out."""
        self._read[kind, block] = value
        self._put[kind, block] = None if value is None else _encode(value)

    def flush(self) -> None:
        """Nothing; all rows and values are in the file, and none is held in memory."""
        for kind in list(self._added):
            self._write(kind)
        gone = [place for place, value in self._put.items() if value is None]
        self._db.executemany("DELETE FROM shelf WHERE kind = ? AND block = ? AND key = ''", gone)
        kept = [(*place, value) for place, value in sorted(self._put.items()) if value is not None]
        self._db.executemany("INSERT OR REPLACE INTO shelf VALUES (?, ?, '', ?)", kept)
        self.forget()

    def forget(self) -> None:
        """Nothing; what was added or put since the last :meth:`flush` is lost."""
        for held in (self._read, self._put, self._added):
            held.clear()

    def clear(self) -> None:
        """Nothing; there are no rows."""
        self.forget()
        self._db.execute("DELETE FROM shelf")
