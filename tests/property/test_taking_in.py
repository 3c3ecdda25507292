"""What is resolved anew by blocks is what is resolved at once: on 200 small generated worlds that change in a few steps.

In half of them the windows of neighbours are narrow, so that few articles fill them: what is hard are those that others move
into a window, or out of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.emit import Plan, keys
from kg.model import Decision, Entity, Event, Extraction, Resolution
from kg.record import encode
from kg.resolve import delegations, events, links, profiles, resolve, things
from kg.resolve.cluster import pairs_of
from kg.resolve.renewal import Renewal, chronicle, kinds, neighbours
from kg.resolve.renewal.change import Dirty, Excerpt
from kg.store.shelf import TABLE, Shelf
from tests import goldworld
from tests.smallworlds import extractions, members

law = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
Step = tuple[list[Extraction], list[str], list[Decision]]  # articles that come or change, names that go, decisions in force


@pytest.fixture(params=["wide", "narrow"])
def windows(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many neighbours in a block are compared: as many as always, or so few that a small world has more."""
    if request.param == "wide":
        return
    for module in (profiles, things):
        monkeypatch.setattr(module, "NEXT", 2)
    for kind in (kinds.People, kinds.Things, kinds.Delegations, kinds.Events):
        monkeypatch.setattr(kind, "next", 2)
    for module in (profiles, neighbours):
        monkeypatch.setattr(module, "FULL_ONES", 2)
        monkeypatch.setattr(module, "SHORT_ONES", 1)
    for module in (profiles, kinds):
        monkeypatch.setattr(module, "FEW", 1)
    for module in (links, chronicle):
        monkeypatch.setattr(module, "MOST", 1)
    monkeypatch.setattr(neighbours, "SMALL", 3)
    monkeypatch.setattr(events, "pairs_of", partial(pairs_of, most=2, small=3))
    monkeypatch.setattr(delegations, "pairs_of", partial(pairs_of, most=2))


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """A world of up to eight articles that comes, changes and goes in a few steps, and what people judge meanwhile."""
    pending = [draw(extractions(f"a{i}")) for i in range(draw(st.integers(1, 8)))]
    world: dict[str, Extraction] = {}
    judged: list[Decision] = []
    steps: list[Step] = []
    for number in range(draw(st.integers(1, 5))):
        come = [e for e in pending if draw(st.booleans())]
        pending = [e for e in pending if e not in come]
        fates = {name: draw(st.sampled_from(["stays", "stays", "goes", "changes"])) for name in world}
        come += [draw(extractions(name)) for name, fate in fates.items() if fate == "changes"]
        gone = [name for name, fate in fates.items() if fate == "goes"]
        pending += [world.pop(name) for name in gone]
        world.update({e.article.name: e for e in come})
        judged = draw(judging(judged, members(tuple(world.values())), number))
        steps.append((come, gone, judged))
    return steps


@st.composite
def judging(draw: st.DrawFn, judged: list[Decision], named: Sequence[tuple[str, str]], day: int) -> list[Decision]:
    """The decisions with up to two more, and perhaps without one."""
    kept = list(judged)
    for number in range(draw(st.sampled_from([0, 0, 1, 2])) if len(named) > 1 else 0):
        a, b = draw(st.sampled_from(named)), draw(st.sampled_from(named))
        if a != b:
            kept.append(Decision(a, b, draw(st.booleans()), "ann", f"2024-02-{day:02}{number}"))
    if kept and draw(st.sampled_from([False, False, True])):
        kept.pop(draw(st.integers(0, len(kept) - 1)))
    return kept


@pytest.mark.usefixtures("windows")
@law
@given(histories())
def test_the_same_as_at_once(steps: list[Step]) -> None:
    for shelf, world, decisions, _ in taken(steps):
        found = resolve(world.values(), decisions)
        kept = Excerpt(shelf, everything(world, found)).change().resolution
        assert dict(kept.entity_of) == dict(found.entity_of)
        assert dict(kept.event_of) == dict(found.event_of)
        assert {told(e) for e in kept.entities} == {told(e) for e in found.entities}
        assert {told(e) for e in kept.events} == {told(e) for e in found.events}
        assert set(kept.disputes) == set(found.disputes)


@pytest.mark.usefixtures("windows")
@law
@given(histories())
def test_what_is_other_is_named_and_can_be_made_from_what_comes_with_it(steps: list[Step]) -> None:
    assert_same(steps)


def taken(steps: Sequence[Step]) -> Iterator[tuple[Shelf, Mapping[str, Extraction], list[Decision], Renewal]]:
    """The shelf and the world after each step."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.executescript(TABLE)
    shelf, world = Shelf(db), dict[str, Extraction]()
    for come, gone, decisions in steps:
        for name in gone:
            del world[name]
        world.update({e.article.name: e for e in come})
        renewal = Renewal(shelf, decisions)
        renewal.take(come, gone)
        yield shelf, world, decisions, renewal
    db.close()


def everything(world: Mapping[str, Extraction], found: Resolution) -> Dirty:
    """All that there is in a resolution."""
    ends = {tuple(sorted((found.event_of[d.left], found.event_of[d.right]))) for d in found.disputes}
    return Dirty(set(world), {e.id for e in found.entities}, {(e.type, e.id) for e in found.events}, ends)  # type: ignore[arg-type]


def told(thing: Entity | Event) -> object:
    """All that is known of a thing, each reason once; of an entity not whose mentions it has, which is filed by mention."""
    reasons = frozenset((m.rule, m.because) for m in thing.merges)
    if isinstance(thing, Event):
        known = (thing.id, thing.type, thing.label, thing.status, thing.members, thing.part_of, thing.preceded_by)
        return (*known, reasons)
    return (thing.id, thing.type, thing.label, thing.names, thing.kind, thing.state, thing.same_as, reasons)


@pytest.mark.skipif(not all(map(goldworld.present, goldworld.SETS)), reason="the development set lies outside the repository")
def test_the_development_set_in_batches_and_without_some_again() -> None:
    articles = sorted((e for name in goldworld.SETS for e in goldworld.extractions(name)), key=lambda e: e.article.sha256)
    steps: list[Step] = [(articles[i : i + 9], [], []) for i in range(0, len(articles), 9)]
    steps += [([], [e.article.name for e in articles[i::9]], []) for i in range(3)]
    assert_same(steps)


def assert_same(steps: Sequence[Step]) -> None:
    """What is other after each step can be made from what comes with it, and nothing else is other."""
    fingerprints: dict[str, str] = {}
    for _, world, decisions, renewal in taken(steps):
        records = {name: encode(e) + e.article.text for name, e in world.items()}
        whole = Plan(resolve(world.values(), decisions), records).fingerprints
        change = renewal.change()
        some = Plan(change.resolution, {name: records[name] for name in change.records}).fingerprints
        dirty = keys(change.dirty.articles, change.dirty.entities, change.dirty.events, change.dirty.ends)
        fingerprints = {key: f for key, f in fingerprints.items() if key not in dirty}
        fingerprints |= {key: some[key] for key in dirty if key in some}
        assert fingerprints == whole
