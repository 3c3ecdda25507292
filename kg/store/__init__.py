"""The store directory: ``records.sqlite`` is the truth, ``graph/`` is made from it (docs/decisions/store.md)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import StoreError
from kg.ids import digest
from kg.model import Decision, Extraction, Solutions
from kg.store.decisions import Decisions
from kg.store.graph import Function, Graph
from kg.store.parts import Given, Parts, Stale, Touched
from kg.store.records import Records, WriterLock
from kg.store.shelf import Shelf

__all__ = ["Stale", "Store", "Touched", "generation"]

_NO_FUNCTIONS: Mapping[str, Function] = {}
Make = Callable[[Stale | None], Iterable[Given]]
_SMALL = 4  # a load that exchanges less than this part of a graph is faster than one of the whole
_MOST = 10_000  # parts that are exchanged at once: their lines are held in memory, about 40 KB each


def generation(path: str | Path) -> str | None:
    """The name of the graph in force in the store at that path, by which a long-running reader sees a new one; None for none."""
    return Graph(Path(path) / "graph").generation


class Store:
    """An open store. One process may write at a time; any number may read, each seeing the graph that was in force when it asked
    first.
    """

    def __init__(self, path: Path, records: Records, lock: WriterLock | None) -> None:
        self.path = path
        self._records = records
        self._lock = lock
        self._decisions = Decisions(path / "decisions.jsonl")
        self._graph = Graph(path / "graph")
        self._kept: Parts | None = None

    @classmethod
    def open(cls, path: str | Path, write: bool = False) -> Store:
        """The store at that path; for writing it is made where there is none. Raises StoreError, with what can be done."""
        folder, file = Path(path), Path(path) / "records.sqlite"
        if not write:
            if not file.is_file():
                raise StoreError(f"there is no store at {folder}", f"build one: kg build PATH... --store {folder}")
            return cls(folder, Records(file, write=False), None)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"no store can be made at {folder}: {error.strerror}", "choose another folder by --store") from error
        lock = WriterLock(folder / "writer.lock")
        try:
            return cls(folder, Records(file, write=True), lock)
        except StoreError:
            lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; everything is closed and others may write."""
        self._graph.close()
        self._records.close()
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def put(self, extraction: Extraction) -> bool:
        """Whether the record was new or changed; a changed article takes the place of its earlier version."""
        self._must_write()
        return self._records.put(extraction)

    def remove(self, name: str) -> bool:
        """Whether there was an article of that name; there is none now."""
        self._must_write()
        return self._records.remove(name)

    def names(self) -> list[str]:
        """The names of all articles, sorted."""
        return self._records.names()

    def sha256s(self) -> dict[str, str]:
        """The hash of every article's text by its name."""
        return self._records.sha256s()

    def hashes(self, names: Collection[str] | None = None) -> dict[str, str]:
        """One hash of every article's record, or of those with these names, by its name."""
        return self._records.hashes(names)

    def count(self) -> int:
        """How many articles there are."""
        return self._records.count()

    def extractions(self, names: Collection[str] | None = None) -> Iterator[Extraction]:
        """All records, or those of the articles with these names, in the order of their names."""
        return self._records.extractions(names)

    def extraction(self, name: str) -> Extraction | None:
        """The record of that name, or None."""
        return self._records.extraction(name)

    def decisions(self) -> tuple[Decision, ...]:
        """What people have judged and not withdrawn, in the order in which they did."""
        return self._decisions.all()

    def decide(self, *decisions: Decision) -> None:
        """Nothing; the decisions are kept, each in place of an earlier one on its pair."""
        self._must_write()
        self._decisions.add(decisions)

    def withdraw(self, decisions: Iterable[Decision], who: str, when: str) -> None:
        """Nothing; the decisions are in force no longer, and the file tells by whom and when they were withdrawn."""
        self._must_write()
        self._decisions.withdraw(decisions, who, when)

    def load(self, lines: Iterable[str]) -> int:
        """How many triples the graph has now: those of the N-Triples lines and the ontology's, in place of what it had."""
        self._must_write()
        return self._graph.load(lines, self._state())

    def renew(
        self, plan: Mapping[str, str], form: str, make: Callable[[Stale | None], Iterable[Given]], whole: bool = False
    ) -> int:
        """How many parts of the graph were made: it consists of the planned ones now, as if it had been loaded anew.

        ``plan`` has for each part a fingerprint of what it is made from, and ``form`` is one of how; ``make`` gives the parts
        that are stale, or all if it is asked with None: where ``whole`` is set, where nothing can be taken over, or where so much
        differs that loading all takes less time.
        """
        self._must_write()
        parts = self._parts()
        stale = None if whole else parts.stale(plan, self._graph.generation, form)
        if stale is not None and (stale.size > _MOST or stale.size * _SMALL > len(plan)):
            stale = None
        with parts.changing():
            if stale is None:
                self._graph.load(parts.fill(make(None), plan), self._state())
            else:
                found = parts.exchange(make(stale), plan, stale)
                self._graph.amend(sorted(found.out), sorted(found.put), self._state())
            parts.belong(self._graph.generation or "", form)
        return len(plan if stale is None else stale.changed)

    def renew_some(
        self, plan: Mapping[str, str], keys: Iterable[str], form: str, make: Callable[[Stale | None], Iterable[Given]]
    ) -> bool:
        """Whether the graph has been renewed, of which only parts with these keys can differ: those in the plan, and no others.

        False where so much differs that :meth:`renew` takes less time or memory.
        """
        self._must_write()
        parts = self._parts()
        stale = parts.differing(plan, keys, (_MOST, _SMALL))
        if stale is None:
            return False
        with parts.changing():
            found = parts.exchange(make(stale), plan, stale)
            self._graph.amend(sorted(found.out), sorted(found.put), self._state())
            parts.belong(self._graph.generation or "", form)
        return True

    @contextmanager
    def changing(self) -> Iterator[Shelf]:
        """What is kept for resolution, in a transaction that takes in what is done to it and to the parts of the graph.

        Nobody puts or removes articles meanwhile.
        """
        self._must_write()
        noted = self._records.touched()
        with self._parts().changing():
            yield self._parts().shelf
            complete = self._parts().is_of(self._records.digest())
        if complete:
            self._records.settled(noted)

    def touched(self, form: str, by: str) -> Touched | None:
        """Which articles the shelf has otherwise than the records; None where it, or the parts of the graph, are of no use.

        ``form`` tells how the parts, and ``by`` how the shelf would be made now.
        """
        parts = self._parts()
        return parts.touched(self._records) if parts.has_shelf(self._graph.generation, form, by) else None

    def clear(self, by: str) -> Touched:
        """All articles; the shelf is empty and has none of them, and will be filled by what ``by`` tells."""
        self._parts().clear(by)
        return Touched(frozenset(self.names()), frozenset())

    def taken(self, touched: Touched) -> None:
        """Nothing; the shelf has these articles as the records have them."""
        self._parts().take(self._records, touched)

    def _parts(self) -> Parts:
        if self._kept is None:
            (self.path / "graph").mkdir(exist_ok=True)
            self._kept = Parts(self.path / "graph" / "parts.sqlite")
        return self._kept

    def fresh(self) -> bool:
        """Whether the graph was made from the records and decisions as they are now."""
        return self._graph.made_from == self._state()

    def query(
        self, sparql: str, functions: Mapping[str, Function] = _NO_FUNCTIONS, most: int | None = None
    ) -> Solutions | bool | list[str]:
        """Rows for SELECT, a truth value for ASK, sorted N-Triples lines for CONSTRUCT and DESCRIBE.

        ``functions`` are ours by IRI, from N-Triples terms to one: by them parameters come in without changing the text that is
        parsed. No more than ``most`` rows or triples are read. Raises SyntaxError for a malformed query.
        """
        return self._graph.query(sparql, functions, most)

    def quads(self) -> list[str]:
        """The graph as sorted N-Quads lines, without line ends; the same for the same articles."""
        return self._graph.lines()

    def handle(self) -> object:
        """The open Oxigraph store, for the one other library that reads it directly (validation)."""
        return self._graph.oxigraph()

    def _state(self) -> str:
        """One hash over all that the graph is made from."""
        records, decisions = self._records.digest(), self._decisions.digest()
        return digest(records, decisions, length=64) if decisions else records

    def _must_write(self) -> None:
        if self._lock is None:
            raise StoreError(f"{self.path} is open for reading only", "open it for writing")
