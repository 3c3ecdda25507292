"""What the graph in force is put together from: each part's fingerprint, its lines, and the part that it shares with others.

Kept beside the graph in ``parts.sqlite``, so that a load has to make, and to exchange in the graph, only what differs. The file
can be deleted at any time: the next load then makes everything anew. It tells of which generation it holds the parts; those of
another generation (a crash came between the two) or made in another form are of no use.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import StoreError
from kg.store.records import Records, hash_of, shown
from kg.store.shelf import TABLE as SHELF
from kg.store.shelf import Shelf

_TABLES = f"""
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS part (
  key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, shares TEXT NOT NULL, lines BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS fingerprints ON part (key, fingerprint);
CREATE INDEX IF NOT EXISTS shared ON part (shares);
CREATE TABLE IF NOT EXISTS taken (name TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
{SHELF}"""
_PUT = "INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)"
_SHARED = "shared"  # the fingerprint of parts that others share, of which there is no plan

Given = tuple[str, Iterable[str], str]  # the key of a part, its lines, and the key of the part that it shares


@dataclass(frozen=True, slots=True)
class Stale:
    """The keys of the parts that must be made (anew), and of those that are to be there no longer."""

    changed: frozenset[str]
    gone: frozenset[str]

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.changed) + len(self.gone)


@dataclass(frozen=True, slots=True)
class Touched:
    """The names of the articles that are new or other than the shelf has them, and of those that are there no longer."""

    come: frozenset[str]
    gone: frozenset[str]

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.come) + len(self.gone)


@dataclass(slots=True)
class Difference:
    """The lines by which two generations of the graph differ."""

    out: set[str] = field(default_factory=set)
    put: set[str] = field(default_factory=set)


class Parts:
    """The file ``parts.sqlite``; a file that cannot be read is made anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._db = self._open(path)
        except sqlite3.DatabaseError:
            for file in path.parent.glob(f"{path.name}*"):
                file.unlink()
            self._db = self._open(path)
        self.shelf = Shelf(self._db)

    @staticmethod
    def _open(path: Path) -> sqlite3.Connection:
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.executescript(_TABLES)
        return db

    def close(self) -> None:
        """Nothing; the file is closed."""
        self._db.close()

    def stale(self, plan: Mapping[str, str], generation: str | None, form: str) -> Stale | None:
        """What differs between the parts kept and those planned, by their fingerprints; None where none can be taken over."""
        if not self._of(generation, form):
            return None
        kept = dict(self._db.execute("SELECT key, fingerprint FROM part WHERE fingerprint <> ?", (_SHARED,)))
        return Stale(
            frozenset(key for key, fingerprint in plan.items() if kept.get(key) != fingerprint),
            frozenset(kept.keys() - plan.keys()),
        )

    def _of(self, generation: str | None, form: str) -> bool:
        """Whether the parts are those of a generation, made in that form."""
        about = self._about()
        return generation is not None and (about.get("of"), about.get("form")) == (generation, form)

    def _about(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT key, value FROM about"))

    def differing(self, plan: Mapping[str, str], keys: Iterable[str], limits: tuple[int, int]) -> Stale | None:
        """What differs between the parts with some keys and those planned; None where it is much.

        ``limits`` are how many parts are much, and how often that part of all parts goes into them that is much.
        """
        kept = {key: self._db.execute("SELECT fingerprint FROM part WHERE key = ?", (key,)).fetchone() for key in keys}
        changed = frozenset(key for key, row in kept.items() if key in plan and row != (plan[key],))
        found = Stale(changed, frozenset(key for key, row in kept.items() if row and key not in plan))
        most, small = limits
        room = self._db.execute("SELECT count(*) FROM (SELECT 1 FROM part LIMIT ?)", (found.size * small,)).fetchone()[0]
        return None if found.size > most or found.size * small > room else found

    @contextmanager
    def changing(self) -> Iterator[None]:
        """A transaction: what is put and taken out in it stays only where it ends well. One in another is part of that."""
        if self._db.in_transaction:
            yield
            return
        self.shelf.forget()
        try:
            with self._db:
                self._db.execute("BEGIN")
                yield
                self.shelf.flush()
        except (sqlite3.DatabaseError, zlib.error, json.JSONDecodeError) as error:  # the last two of a damaged row
            hint = "make room on the disk, or delete the file: it is made anew"
            raise StoreError(f"{self._path} cannot be used: {error}", hint) from error

    def has_shelf(self, generation: str | None, form: str, by: str) -> bool:
        """Whether the shelf is of use: it was filled by that code, and the parts are those of the generation and form."""
        return self._of(generation, form) and self._about().get("shelf") == by

    def touched(self, records: Records) -> Touched:
        """Which of the records the shelf has otherwise; all are compared only where those noted are not the whole difference."""
        names = records.touched()
        rows = [row for name in names for row in self._db.execute("SELECT name, record FROM taken WHERE name = ?", (name,))]
        taken, now = dict(rows), records.hashes(names)
        before = int(self._about().get("records", "0"), 16)
        after = before - sum(map(hash_of, taken.items())) + sum(map(hash_of, now.items()))
        if shown(after) != records.digest():
            taken, now = dict(self._db.execute("SELECT name, record FROM taken")), records.hashes()
        come = frozenset(name for name, record in now.items() if taken.get(name) != record)
        return Touched(come, frozenset(taken.keys() - now.keys()))

    def take(self, records: Records, touched: Touched) -> None:
        """Nothing; the shelf has these records as they are, and so it has all."""
        self._db.executemany("DELETE FROM taken WHERE name = ?", [(name,) for name in touched.gone])
        self._db.executemany("INSERT OR REPLACE INTO taken VALUES (?, ?)", records.hashes(touched.come).items())
        self._db.execute("INSERT OR REPLACE INTO about VALUES ('records', ?)", (records.digest(),))

    def is_of(self, records: str) -> bool:
        """Whether the shelf has all records, given by their hash, as they are."""
        return self._about().get("records") == records

    def clear(self, by: str) -> None:
        """Nothing; the shelf is empty, and what will be put into it is made by that code."""
        self.shelf.clear()
        self._db.execute("DELETE FROM taken")
        self._db.execute("DELETE FROM about WHERE key = 'records'")
        self._db.execute("INSERT OR REPLACE INTO about VALUES ('shelf', ?)", (by,))

    def fill(self, parts: Iterable[Given], plan: Mapping[str, str]) -> Iterator[str]:
        """The lines of all parts, which take the place of what was kept."""
        self._db.execute("DELETE FROM part")
        for key, lines, shares in parts:
            self._put(key, plan.get(key, _SHARED), shares, found := sorted(set(lines)))
            yield from found

    def exchange(self, parts: Iterable[Given], plan: Mapping[str, str], stale: Stale) -> Difference:
        """What the graph loses and gains when the stale parts are exchanged for those given."""
        difference = Difference()
        shared = {self._take(key, difference) for key in sorted(stale.changed | stale.gone)}
        for key, lines, shares in parts:
            if key not in plan:
                self._take(key, difference)
            difference.put.update(found := sorted(set(lines)))
            self._put(key, plan.get(key, _SHARED), shares, found)
        for key in sorted(shared - {""}):
            if self._db.execute("SELECT 1 FROM part WHERE shares = ? LIMIT 1", (key,)).fetchone() is None:
                self._take(key, difference)
        difference.out, difference.put = difference.out - difference.put, difference.put - difference.out
        return difference

    def belong(self, generation: str, form: str) -> None:
        """Nothing; the parts are those of that generation, made in that form."""
        self._db.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", (("of", generation), ("form", form)))

    def _put(self, key: str, fingerprint: str, shares: str, lines: list[str]) -> None:
        self._db.execute(_PUT, (key, fingerprint, shares, zlib.compress("\n".join(lines).encode("utf-8"), 1)))

    def _take(self, key: str, difference: Difference) -> str:
        """The key of what a part shares; its lines are noted as lost, and it is kept no longer."""
        row = self._db.execute("SELECT shares, lines FROM part WHERE key = ?", (key,)).fetchone()
        if row is None:
            return ""
        difference.out.update(line for line in zlib.decompress(row[1]).decode("utf-8").split("\n") if line)
        self._db.execute("DELETE FROM part WHERE key = ?", (key,))
        return str(row[0])
