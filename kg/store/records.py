"""The records: text and extraction of every article in one SQLite file, one transaction an article."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.ids import digest
from kg.model import Extraction
from kg.record import decode, encode

SCHEMA = 1  # PRAGMA user_version of the file; raise it when a table or the JSON changes
_TABLE = """CREATE TABLE IF NOT EXISTS article (
  name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, text TEXT NOT NULL, body TEXT NOT NULL, body_sha256 TEXT NOT NULL
) WITHOUT ROWID"""
# What the graph and the shelf are compared by: which records were written since these were made, and a hash of all. Triggers,
# so that a writer that does not know of it leaves no wrong hash, and no change unnoted.
_NOTES = """
CREATE TABLE IF NOT EXISTS touched (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS whole (hash TEXT NOT NULL);
CREATE TRIGGER IF NOT EXISTS came AFTER INSERT ON article BEGIN
  INSERT OR REPLACE INTO touched VALUES (new.name); DELETE FROM whole;
END;
CREATE TRIGGER IF NOT EXISTS went AFTER DELETE ON article BEGIN
  INSERT OR REPLACE INTO touched VALUES (old.name); DELETE FROM whole;
END;
CREATE TRIGGER IF NOT EXISTS changed AFTER UPDATE ON article BEGIN
  INSERT OR REPLACE INTO touched VALUES (old.name); INSERT OR REPLACE INTO touched VALUES (new.name); DELETE FROM whole;
END;
"""
_HASHES = "CREATE INDEX IF NOT EXISTS hashes ON article (name, sha256, body_sha256)"  # read without the texts between them


class Records:
    """The file ``records.sqlite``, opened for writing or for reading only."""

    def __init__(self, path: Path, write: bool) -> None:
        self._path = path
        try:
            self._db = self._connect(path, write)
            version = int(self._db.execute("PRAGMA user_version").fetchone()[0])
        except sqlite3.DatabaseError as error:
            raise unreadable(path, error) from error
        if version != SCHEMA:
            self.close()
            raise StoreError(f"{path} is of version {version}, not {SCHEMA}", "build the articles into a new store: kg build")

    @staticmethod
    def _connect(path: Path, write: bool) -> sqlite3.Connection:
        if write:
            db = sqlite3.connect(path, isolation_level=None)
            if int(db.execute("PRAGMA user_version").fetchone()[0]) == 0:
                db.execute("PRAGMA journal_mode = WAL")
                db.execute(_TABLE)
                db.execute(_HASHES)
                db.execute(f"PRAGMA user_version = {SCHEMA}")
            if int(db.execute("PRAGMA user_version").fetchone()[0]) == SCHEMA:
                db.executescript(_NOTES)
            return db
        uri = path.absolute().as_uri()
        db = sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None)
        try:
            db.execute("SELECT 1 FROM article LIMIT 1")
        except sqlite3.OperationalError:  # a store on a read-only disk: the journal's index cannot be made there
            db.close()
            db = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
        return db

    def put(self, extraction: Extraction) -> bool:
        """Whether the record was new or other than the one kept; it takes the place of one of the same name."""
        article, body = extraction.article, encode(extraction)
        row = (article.name, article.sha256, article.text, body, hashlib.sha256(body.encode("utf-8")).hexdigest())
        if self.hashes([article.name]).get(article.name) == f"{row[1]} {row[4]}":
            return False
        self._write("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?)", row)
        return True

    def remove(self, name: str) -> bool:
        """Whether there was such a record; there is none now."""
        return self._write("DELETE FROM article WHERE name = ?", (name,)) > 0

    def names(self) -> list[str]:
        """The names of all articles, sorted."""
        return [name for (name,) in self._read("SELECT name FROM article ORDER BY name")]

    def sha256s(self) -> dict[str, str]:
        """The hash of every article's text by its name."""
        return dict(self._read("SELECT name, sha256 FROM article ORDER BY name"))

    def hashes(self, names: Iterable[str] | None = None) -> dict[str, str]:
        """One hash of every record, or of those of the articles with these names, by the article's name."""
        asked = "SELECT name, sha256, body_sha256 FROM article"
        if names is None:
            rows = list(self._read(f"{asked} ORDER BY name"))
        else:
            rows = [row for name in names for row in self._read(f"{asked} WHERE name = ?", name)]
        return {name: f"{text} {body}" for name, text, body in rows}

    def count(self) -> int:
        """How many records there are."""
        return int(next(count for (count,) in self._read("SELECT count(*) FROM article")))

    def touched(self) -> list[str]:
        """The names of the records that were written or removed since they were last :meth:`settled`."""
        return [name for (name,) in self._read("SELECT name FROM touched ORDER BY name")]

    def settled(self, names: Iterable[str]) -> None:
        """Nothing; these are noted as written no longer."""
        with self._db:
            self._db.execute("BEGIN")
            self._db.executemany("DELETE FROM touched WHERE name = ?", [(name,) for name in names])

    def extractions(self, names: Collection[str] | None = None) -> Iterator[Extraction]:
        """All records, or those of the articles with these names, in the order of their names."""
        if names is not None:
            yield from (found for name in sorted(names) if (found := self.extraction(name)))
            return
        for name, body, text in self._read("SELECT name, body, text FROM article ORDER BY name"):
            yield self._decoded(name, body, text)

    def extraction(self, name: str) -> Extraction | None:
        """The record of that name, or None."""
        row = next(self._read("SELECT body, text FROM article WHERE name = ?", name), None)
        return None if row is None else self._decoded(name, *row)

    def _decoded(self, name: str, body: str, text: str) -> Extraction:
        try:
            return decode(body, text)
        except (ValueError, KeyError, TypeError) as error:
            raise unreadable(self._path, f"the record of {name} is damaged ({type(error).__name__})") from error

    def digest(self) -> str:
        """One hash over all records, by which a graph tells what it was made from: the sum of theirs."""
        try:
            row = self._db.execute("SELECT hash FROM whole").fetchone()
        except sqlite3.OperationalError:  # a store of an earlier version that is only read
            row = None
        return str(row[0]) if row else shown(sum(map(hash_of, self.hashes().items())))

    def close(self) -> None:
        """Nothing; the file is closed, its journal folded in."""
        self._db.close()

    def _read(self, question: str, *values: str) -> Iterator[tuple[Any, ...]]:
        """The rows that answer; StoreError where the file is damaged, so that no other file is blamed."""
        try:
            yield from self._db.execute(question, values)
        except sqlite3.DatabaseError as error:
            raise unreadable(self._path, error) from error

    def _write(self, statement: str, values: tuple[str, ...]) -> int:
        """How many records one statement has written, whose first value is their name; a transaction of its own."""
        try:
            with self._db:
                self._db.execute("BEGIN")
                whole, name = int(self.digest(), 16), values[0]
                was = sum(map(hash_of, self.hashes([name]).items()))
                found = self._db.execute(statement, values).rowcount
                now = sum(map(hash_of, self.hashes([name]).items()))
                self._db.execute("DELETE FROM whole")
                self._db.execute("INSERT INTO whole VALUES (?)", (shown(whole - was + now),))
                return found
        except sqlite3.Error as error:
            raise StoreError(
                f"{self._path} cannot be written: {error}", "make room on the disk, then run the command again"
            ) from error


def unreadable(path: Path, error: object) -> StoreError:
    """What to tell of a file of records that is damaged."""
    return StoreError(f"{path} cannot be read: {error}", "restore the file from a copy, or build into a new store")


def hash_of(record: tuple[str, str]) -> int:
    """A number for a record, given by the article's name and its hash."""
    return int(digest(*record, length=64), 16)


def shown(total: int) -> str:
    """A sum of such numbers as a hash."""
    return f"{total % 2**256:064x}"


class WriterLock:
    """The right to write to a store: held by one process at a time, given up when it ends, also by a crash."""

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StoreError(
                    f"another process is writing to {path.parent}", "wait until it has ended; reading is possible"
                ) from error
            raise StoreError(f"{path.parent} cannot be written: {error}", "choose another folder by --store") from error

    def release(self) -> None:
        """Nothing; others may write now."""
        self._db.close()
