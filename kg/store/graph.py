"""The graph on disk: generations of an Oxigraph store, of which the file ``CURRENT`` names the one in force.

A new graph is built in a folder of its own and takes its place by one rename of ``CURRENT``, so that a crash leaves the old one
and a reader keeps what it opened.
"""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.config import data_dir
from kg.errors import StoreError
from kg.model import Solutions

ONTOLOGY = ("kg.ttl", "eventtypes.ttl")
_GENERATION = re.compile(r"g([0-9]+)")
Function = Callable[..., str | None]
Answer = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None


class Graph:
    """The folder ``graph`` of a store."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store: ox.Store | None = None

    @property
    def made_from(self) -> str | None:
        """The digest of the records that the graph in force was made from; None where there is no graph."""
        current = self._current()
        return (current / "made-from").read_text(encoding="utf-8") if current else None

    def load(self, lines: Iterable[str], made_from: str) -> int:
        """How many triples the graph has now: those of the N-Triples lines and of the ontology, in place of what it had."""
        return self._renew(lambda folder: _fill(folder, lines), made_from)

    def amend(self, out: Iterable[str], put: Iterable[str], made_from: str) -> None:
        """Nothing; the graph has lost the first N-Triples lines and gained the second. What stays is not written again.

        The new generation shares the files of the one in force that never change (by links, where the disk has them), and
        leaves the rest of it alone. Raises StoreError where there is no graph to change.
        """
        current = self._current()
        if current is None:
            raise StoreError(f"{self._folder.parent} has no graph yet", "make it from the records: kg rebuild")
        self._renew(lambda folder: _amend(current, folder, out, put), made_from)

    def _renew(self, write: Callable[[Path], int], made_from: str) -> int:
        """What ``write`` gives back, which makes a graph in a folder; it is the generation in force from then on."""
        self.close()
        self._folder.mkdir(exist_ok=True)
        self._sweep(keep=self._current())
        number = 1 + max((int(m[1]) for p in self._folder.iterdir() if (m := _GENERATION.fullmatch(p.name))), default=0)
        draft, final = self._folder / f"draft-{number:06}", self._folder / f"g{number:06}"
        draft.mkdir()
        size = write(draft)
        (draft / "made-from").write_text(made_from, encoding="utf-8")
        draft.rename(final)
        pointer = self._folder / "CURRENT.new"
        with pointer.open("w", encoding="utf-8") as out:
            out.write(final.name)
            out.flush()
            os.fsync(out.fileno())
        pointer.replace(self._folder / "CURRENT")
        return size

    def query(self, sparql: str, functions: Mapping[str, Function], most: int | None = None) -> Solutions | bool | list[str]:
        """Rows for SELECT, a truth value for ASK, sorted N-Triples lines for CONSTRUCT and DESCRIBE; not more than ``most``."""
        ours = {ox.NamedNode(iri): _wrapped(function) for iri, function in functions.items()}
        found = self.oxigraph().query(sparql, custom_functions=ours)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        if isinstance(found, ox.QueryTriples):
            return sorted(_distinct((f"{triple} ." for triple in found), most))
        variables = tuple(variable.value for variable in found.variables)
        return Solutions(
            variables, tuple(tuple(None if cell is None else str(cell) for cell in row) for row in islice(found, most))
        )

    def lines(self) -> list[str]:
        """The graph as N-Quads lines (of the default graph, so N-Triples too), sorted by code point."""
        dump = self.oxigraph().dump(format=ox.RdfFormat.N_QUADS)
        return sorted(line for line in (dump or b"").decode("utf-8").split("\n") if line)

    def oxigraph(self) -> ox.Store:
        """The open store; raises StoreError where no graph was loaded yet."""
        if self._store is None:
            current = self._current()
            if current is None:
                raise StoreError(f"{self._folder.parent} has no graph yet", "make it from the records: kg rebuild")
            try:
                self._store = ox.Store.read_only(str(current / "oxigraph"))
            except OSError as error:
                raise StoreError(f"the graph {current} cannot be opened: {error}", "make it anew: kg rebuild") from error
        return self._store

    def close(self) -> None:
        """Nothing; the graph is closed."""
        self._store = None

    @property
    def generation(self) -> str | None:
        """The name of the graph that is in force on disk, which may be a later one than this reader has open; None for none."""
        current = self._current()
        return current.name if current else None

    def _current(self) -> Path | None:
        pointer = self._folder / "CURRENT"
        name = pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else ""
        return self._folder / name if _GENERATION.fullmatch(name) and (self._folder / name).is_dir() else None

    def _sweep(self, keep: Path | None) -> None:
        """Remove what earlier runs left: drafts that never came to be, and generations before the one in force."""
        for path in self._folder.iterdir():
            if path != keep and (_GENERATION.fullmatch(path.name) or path.name.startswith("draft-")):
                shutil.rmtree(path, ignore_errors=True)


def _fill(folder: Path, lines: Iterable[str]) -> int:
    store = ox.Store(str(folder / "oxigraph"))
    store.bulk_load(io.BufferedReader(_Feed(_chunks(lines)), 1 << 20), ox.RdfFormat.N_TRIPLES)
    ontology = data_dir("ontology")
    for name in ONTOLOGY:
        store.bulk_load(path=str(ontology / name), format=ox.RdfFormat.TURTLE)
    store.flush()
    store.optimize()
    return len(store)


def _amend(current: Path, folder: Path, out: Iterable[str], put: Iterable[str]) -> int:
    """How many triples were put in: a copy of the graph in ``current`` is in ``folder``, without the ones and with the others."""
    _clone(current / "oxigraph", folder / "oxigraph")
    store = ox.Store(str(folder / "oxigraph"))
    for chunk in _chunks(out):
        for quad in _quads(chunk):
            store.remove(quad)
    added = 0
    for chunk in _chunks(put):
        quads = _quads(chunk)
        store.extend(quads)
        added += len(quads)
    store.flush()
    return added


def _clone(source: Path, target: Path) -> None:
    """Copies a database that nobody writes to; its tables, which are never written again, are linked where that is possible."""
    target.mkdir()
    for path in sorted(source.iterdir()):
        if path.name == "LOCK" or path.name.startswith("LOG"):
            continue
        try:
            if path.suffix == ".sst":
                os.link(path, target / path.name)
                continue
        except OSError:  # a disk without links
            pass
        shutil.copy2(path, target / path.name)


def _quads(lines: bytes) -> list[ox.Quad]:
    return [ox.Quad(t.subject, t.predicate, t.object) for t in ox.parse(lines, ox.RdfFormat.N_TRIPLES)]


def _distinct(lines: Iterable[str], most: int | None) -> set[str]:
    """The first ``most`` different lines: the engine may give a triple of CONSTRUCT many times."""
    seen: set[str] = set()
    for line in lines:
        seen.add(line)
        if len(seen) == most:
            break
    return seen


class _Feed(io.RawIOBase):
    """A file that reads as the chunks, for a loader that takes no iterator."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """How many bytes were put into the buffer; 0 at the end."""
        if not self._rest:
            self._rest = memoryview(next(self._chunks, b""))
        room = memoryview(buffer)
        size = min(len(room), len(self._rest))
        room[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


def _chunks(lines: Iterable[str], most: int = 2000) -> Iterator[bytes]:
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) == most:
            yield ("\n".join(batch) + "\n").encode("utf-8")
            batch = []
    if batch:
        yield ("\n".join(batch) + "\n").encode("utf-8")


def _term(text: str) -> ox.NamedNode | ox.Literal:
    """An N-Triples term as Oxigraph's."""
    (triple,) = ox.parse(f"<x:s> <x:p> {text} .", ox.RdfFormat.N_TRIPLES)
    found = triple.object
    assert isinstance(found, ox.NamedNode | ox.Literal)
    return found


def _wrapped(function: Function) -> Callable[..., Answer]:
    def called(*arguments: object) -> Answer:
        answer = function(*(str(argument) for argument in arguments))
        return None if answer is None else _term(answer)

    return called
