"""A graph that is changed part by part is the graph that is made at once: on 200 small generated worlds for each kind of change.

It is also the one that is resolved at once, for resolution takes in what changed only: whatever a crash, other code or a hand has
left of what it keeps.

The store is a real one but for Oxigraph, in whose place a set of lines is loaded and amended: a database takes longer to make
than a world. The last test is with Oxigraph, and the crash test (tests/e2e) kills such stores.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg.loading
import kg.store
from kg import pipeline
from kg.config import Settings
from kg.emit import Plan, parts, triples
from kg.errors import StoreError
from kg.model import Decision, Extraction, Resolution
from kg.resolve import resolve
from kg.store import Store
from tests.crashing import article
from tests.smallworlds import extractions, judged_worlds, members, worlds

World = tuple[Extraction, ...]
law = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
CHOSEN = Settings()
KINDS = ["leaf", "sort", "bearer", "root Person", "group event", "in event", "with event", "entity", "happened", "course"]


class Lines:
    """In the place of a graph on disk: a set of lines, that notes how it was changed."""

    def __init__(self) -> None:
        self.kept: set[str] = set()
        self.number = 0
        self.made_from: str | None = None
        self.amended = 0
        self.full = False

    @property
    def generation(self) -> str | None:
        return f"g{self.number:06}" if self.number else None

    def load(self, lines: Iterable[str], made_from: str) -> int:
        self.kept, self.made_from = set(lines), made_from
        self.number += 1
        return len(self.kept)

    def amend(self, out: Iterable[str], put: Iterable[str], made_from: str) -> None:
        if self.full:
            raise OSError("no space left on device")
        gone, come = set(out), set(put)
        assert gone <= self.kept, "what is taken out was there"
        assert not come & self.kept, "what is put in was not there"
        self.kept, self.made_from = self.kept - gone | come, made_from
        self.number += 1
        self.amended += 1

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def exchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much differs, it is taken in by itself and exchanged: in a small world nearly everything does."""
    monkeypatch.setattr(kg.store, "_SMALL", 0)
    monkeypatch.setattr(kg.loading, "_SMALL", 0)
    monkeypatch.setattr(kg.loading, "_AT_ONCE", 2)


@lru_cache(maxsize=1)
def home() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


@contextmanager
def opened() -> Iterator[tuple[Store, Lines]]:
    """A store without articles, decisions and graph."""
    Path(home().name, "decisions.jsonl").unlink(missing_ok=True)
    with Store.open(home().name, write=True) as store:
        for name in store.names():
            store.remove(name)
        lines = Lines()
        store._graph = lines  # type: ignore[assignment]
        yield store, lines


def scratch(store: Store) -> set[str]:
    """The lines of a graph that is made at once."""
    world = list(store.extractions())
    return set(triples(world, resolve(world, store.decisions())))


def loaded(store: Store, lines: Lines) -> None:
    """Nothing; the graph is renewed by what changed, without a look at all records, and is the one made at once."""
    before = lines.amended, lines.number
    with patch.object(kg.loading, "resolve", side_effect=resolve) as at_once:
        pipeline.load(store, CHOSEN)
    assert (lines.amended, at_once.called) == ((before[0], True) if before[1] == 0 else (before[0] + 1, False))
    assert lines.kept == scratch(store)
    assert store.fresh()


@law
@given(worlds(2), st.data())
def test_adding(world: World, data: st.DataObject) -> None:
    with opened() as (store, lines):
        for extraction in data.draw(st.permutations(world)):
            store.put(extraction)
            loaded(store, lines)


@law
@given(worlds(2), st.data())
def test_removing(world: World, data: st.DataObject) -> None:
    with opened() as (store, lines):
        for extraction in world:
            store.put(extraction)
        loaded(store, lines)
        for extraction in data.draw(st.permutations(world)):
            store.remove(extraction.article.name)
            loaded(store, lines)
        assert lines.kept == set()


@law
@given(worlds(), extractions("a0"), extractions("a1"))
def test_replacing(world: World, one: Extraction, other: Extraction) -> None:
    with opened() as (store, lines):
        for extraction in world:
            store.put(extraction)
        loaded(store, lines)
        for extraction in (one, other, world[0]):
            store.put(extraction)
            loaded(store, lines)


@law
@given(worlds(2), st.data())
def test_batches_in_any_order(world: World, data: st.DataObject) -> None:
    cuts = data.draw(st.sets(st.integers(1, len(world))))
    with opened() as (store, lines):
        for number, extraction in enumerate(data.draw(st.permutations(world)), 1):
            store.put(extraction)
            if number in cuts:
                loaded(store, lines)
        loaded(store, lines)


@law
@given(judged_worlds())
def test_deciding_and_withdrawing(judged: tuple[World, tuple[Decision, ...]]) -> None:
    world, decisions = judged
    with opened() as (store, lines):
        for extraction in world:
            store.put(extraction)
        loaded(store, lines)
        for decision in decisions:
            store.decide(decision)
            loaded(store, lines)
        store.withdraw(store.decisions(), "ann", "2024-02-01")
        loaded(store, lines)


@law
@given(worlds(2, 4), st.data())
def test_all_kinds_of_change_mixed(world: World, data: st.DataObject) -> None:
    with opened() as (store, lines):
        for extraction in world:
            store.put(extraction)
        loaded(store, lines)
        for _ in range(data.draw(st.integers(1, 4))):
            change = data.draw(st.sampled_from(("put", "remove", "decide")))
            if change == "put":
                store.put(data.draw(extractions(f"a{data.draw(st.integers(0, 5))}")))
            elif change == "remove" and store.names():
                store.remove(data.draw(st.sampled_from(store.names())))
            elif named := members(tuple(store.extractions())):
                a, b = (data.draw(st.sampled_from(named)) for _ in "ab")
                if a != b:
                    store.decide(Decision(a, b, data.draw(st.booleans()), "ann", "2024-01-01"))
            if data.draw(st.booleans()):
                loaded(store, lines)
        loaded(store, lines)


@law
@given(judged_worlds())
def test_parts_share_no_line_and_have_one_fingerprint_each(judged: tuple[World, tuple[Decision, ...]]) -> None:
    world, decisions = judged
    found = resolve(world, decisions)
    made = list(parts(world, found))
    assert len({part.key for part in made}) == len(made)
    assert sum(len(set(part.lines)) for part in made) == len(set(triples(world, found)))
    plan = planned(world, found)
    assert {part.key for part in made} == {*plan.fingerprints, *(part.shares for part in made if part.shares)}


@law
@given(judged_worlds(), st.data())
def test_a_part_is_made_from_the_articles_it_names(judged: tuple[World, tuple[Decision, ...]], data: st.DataObject) -> None:
    world, decisions = judged
    found = resolve(world, decisions)
    plan = planned(world, found)
    keys = data.draw(st.sets(st.sampled_from(sorted(plan.fingerprints))))
    needed = plan.articles(keys)
    some = parts([e for e in world if e.article.name in needed], found, wanted=keys)
    whole = {part.key: set(part.lines) for part in parts(world, found)}
    assert {part.key: set(part.lines) for part in some if part.key in plan.fingerprints} == {key: whole[key] for key in keys}


def planned(world: Sequence[Extraction], found: Resolution) -> Plan:
    return Plan(found, {e.article.name: e.article.sha256 for e in world})


@law
@given(worlds(2), extractions("late"))
def test_what_was_made_of_another_generation_is_not_taken_over(world: World, late: Extraction) -> None:
    with opened() as (store, lines):
        for extraction in world:
            store.put(extraction)
        loaded(store, lines)
        store.put(late)
        lines.load(["<x:a> <x:b> <x:c> ."], "a load whose parts a crash has kept from being noted")
        pipeline.load(store, CHOSEN)
        assert lines.amended == 0
        assert lines.kept == scratch(store)


@law
@given(worlds(2), extractions("late"), st.data())
def test_what_other_code_has_kept_for_resolution_is_not_used(world: World, late: Extraction, data: st.DataObject) -> None:
    with opened() as (store, lines):
        for extraction in world:
            store.put(extraction)
        with patch.object(kg.loading, "made_by", return_value="other code"):
            pipeline.load(store, CHOSEN)
        with store.changing() as shelf:
            for kind in data.draw(st.sets(st.sampled_from(KINDS), min_size=1)):
                shelf._db.execute("DELETE FROM shelf WHERE kind = ?", (kind,))
        store.put(late)
        pipeline.load(store, CHOSEN)
        assert lines.kept == scratch(store)
        store.remove("late")
        loaded(store, lines)


@law
@given(worlds(2), extractions("late"), st.data())
def test_what_a_run_that_failed_has_kept_for_resolution_is_not_used(world: World, late: Extraction, data: st.DataObject) -> None:
    with opened() as (store, lines):
        for extraction in world:
            store.put(extraction)
        loaded(store, lines)
        store.put(late)
        lines.full = True
        with pytest.raises(OSError, match="no space"):
            pipeline.load(store, CHOSEN)
        lines.full = False
        for name in data.draw(st.sets(st.sampled_from(store.names()))):
            store.remove(name)
        loaded(store, lines)


@settings(law, max_examples=50)
@given(worlds(2), extractions("late"))
def test_a_store_that_keeps_nothing_for_resolution_goes_on(world: World, late: Extraction) -> None:
    with opened() as (store, lines):
        for extraction in world:
            store.put(extraction)
        loaded(store, lines)
        with store.changing() as shelf:  # as stores were before
            shelf._db.execute("DROP TABLE shelf")
            shelf._db.execute("DROP TABLE taken")
            shelf._db.execute("DELETE FROM about WHERE key = 'shelf'")
        store.close()
        with Store.open(home().name, write=True) as again:
            again._graph = lines  # type: ignore[assignment]
            again.put(late)
            pipeline.load(again, CHOSEN)
            assert lines.kept == scratch(again)
            again.remove("late")
            loaded(again, lines)


def test_records_that_somebody_else_has_put_there_are_noticed(tmp_path: Path) -> None:
    earlier, kept = tmp_path / "earlier.sqlite", tmp_path / "store" / "records.sqlite"
    with Store.open(kept.parent, write=True) as store:
        for number in range(3):
            store.put(article(number))
    shutil.copy(kept, earlier)
    lines = Lines()
    with Store.open(kept.parent, write=True) as store:
        store._graph = lines  # type: ignore[assignment]
        store.put(article(3))
        store.remove("n001")
        pipeline.load(store, CHOSEN)
        loaded(store, lines)
    shutil.copy(earlier, kept)
    with closing(sqlite3.connect(kept, isolation_level=None)) as db:
        db.execute("DELETE FROM article WHERE name = 'n002'")
    with Store.open(kept.parent, write=True) as store:
        store._graph = lines  # type: ignore[assignment]
        assert not store.fresh()
        loaded(store, lines)
        assert store.names() == ["n000", "n001"]


def test_a_file_of_parts_that_breaks_says_what_to_do(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        store._graph = Lines()  # type: ignore[assignment]
        pipeline.load(store, CHOSEN)
        with store.changing() as shelf:
            shelf._db.execute("DROP TABLE shelf")
        store.put(article(1))
        with pytest.raises(StoreError, match="cannot be used"):
            pipeline.load(store, CHOSEN)


@pytest.mark.parametrize("damage", ["UPDATE part SET lines = x'00'", "UPDATE shelf SET value = '{'"])
def test_rows_of_parts_that_are_damaged_say_what_to_do(tmp_path: Path, damage: str) -> None:
    with Store.open(tmp_path, write=True) as store:
        store._graph = Lines()  # type: ignore[assignment]
        for number in range(3):
            store.put(article(number))
        pipeline.load(store, CHOSEN)
        with store.changing() as shelf:
            shelf._db.execute(damage)
        store.remove("n001")
        with pytest.raises(StoreError, match="cannot be used"):
            pipeline.load(store, CHOSEN)


def test_a_file_of_parts_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "parts.sqlite").write_bytes(b"no database, " * 1000)
    with Store.open(tmp_path, write=True) as store:
        store._graph = lines = Lines()  # type: ignore[assignment]
        pipeline.load(store, CHOSEN)
        assert lines.number == 1


@pytest.mark.parametrize(
    ("whole", "limits", "amended"),
    [(False, {}, 1), (True, {}, 0), (False, {"_SMALL": 1000}, 0), (False, {"_MOST": 1}, 0)],
    ids=["changed", "asked for", "much of the graph", "much at once"],
)
def test_the_whole_is_loaded_where_asked_for_or_where_much_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool, limits: dict[str, int], amended: int
) -> None:
    for name, limit in limits.items():
        monkeypatch.setattr(kg.store, name, limit)
    with Store.open(tmp_path, write=True) as store:
        store._graph = lines = Lines()  # type: ignore[assignment]
        for number in range(2):
            store.put(article(number))
            pipeline.load(store, CHOSEN, whole=whole)
        assert lines.amended == amended
        assert lines.kept == scratch(store)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(worlds(2), extractions("late"), extractions("a0"))
def test_a_store_on_disk_that_is_changed_is_the_one_that_is_built(world: World, late: Extraction, changed: Extraction) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        with Store.open(one, write=True) as store:
            for step in (world, [late], [changed], [replace(changed, extractor="another reader")]):
                for extraction in step:
                    store.put(extraction)
                pipeline.load(store, CHOSEN)
            store.remove("late")
            pipeline.load(store, CHOSEN)
            found = store.quads()
        with Store.open(other, write=True) as store:
            for extraction in (*world[1:], replace(changed, extractor="another reader")):
                store.put(extraction)
            pipeline.load(store, CHOSEN, whole=True)
            assert found == store.quads()
