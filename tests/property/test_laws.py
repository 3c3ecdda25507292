"""The laws of the graph, on at least 200 small generated worlds each: what it holds depends on the articles and decisions alone.

Worlds go through the records on disk, resolution and emission; what a store then gives back is held to these lines, byte for
byte, by the last test, which is the slow one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import pipeline
from kg import vocabulary as v
from kg.config import Settings
from kg.emit import triples
from kg.model import Decision, Extraction, Member
from kg.record import decode, encode
from kg.resolve import resolve
from kg.store import Store
from kg.terms import parse, split
from kg.validate import verify
from tests.smallworlds import extractions, judged_worlds, worlds

World = tuple[Extraction, ...]
law = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
CHOSEN = Settings()


def graph(world: Iterable[Extraction], decisions: Sequence[Decision] = ()) -> list[str]:
    """The lines of a world, sorted, each once: its graph without the ontology."""
    kept = list(world)
    return sorted(set(triples(kept, resolve(kept, decisions))))


@lru_cache(maxsize=1)
def home() -> tempfile.TemporaryDirectory[str]:
    """One folder for all examples: making a store on disk takes longer than most of them."""
    return tempfile.TemporaryDirectory()


@contextmanager
def opened() -> Iterator[Store]:
    """A store without articles and decisions."""
    Path(home().name, "decisions.jsonl").unlink(missing_ok=True)
    with Store.open(home().name, write=True) as store:
        for name in store.names():
            store.remove(name)
        yield store


def kept(store: Store) -> list[str]:
    """What a store would load into its graph, sorted, each line once."""
    return sorted(set(pipeline.statements(store, CHOSEN)))


@law
@given(worlds().flatmap(lambda w: st.tuples(st.just(w), st.permutations(w))))
def test_the_order_of_articles_does_not_show(orders: tuple[World, list[Extraction]]) -> None:
    one, other = orders
    assert graph(one) == graph(other)


@law
@given(worlds(2), st.data())
def test_batches_do_not_show(world: World, data: st.DataObject) -> None:
    order = data.draw(st.permutations(world))
    cuts = data.draw(st.sets(st.integers(1, len(world))))
    with opened() as store:
        for number, extraction in enumerate(order, 1):
            assert store.put(extraction)
            if number in cuts:
                kept(store)
        assert kept(store) == graph(world)


@law
@given(worlds(2), st.data())
def test_removing_gives_the_graph_that_never_had_them(world: World, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from([e.article.name for e in world]), min_size=1))
    with opened() as store:
        for extraction in world:
            store.put(extraction)
        kept(store)
        assert all(store.remove(name) for name in gone)
        assert kept(store) == graph(e for e in world if e.article.name not in gone)


@law
@given(worlds())
def test_adding_again_changes_nothing(world: World) -> None:
    with opened() as store:
        for extraction in world:
            store.put(extraction)
        before = kept(store)
        assert not any(store.put(extraction) for extraction in world)
        assert kept(store) == before


@law
@given(worlds(), extractions("a0"))
def test_a_changed_article_takes_the_place_of_its_earlier_version(world: World, changed: Extraction) -> None:
    with opened() as store:
        for extraction in (*world, changed):
            store.put(extraction)
        assert kept(store) == graph((changed, *world[1:]))


@law
@given(judged_worlds())
def test_rebuilding_from_the_records_gives_the_same_bytes(judged: tuple[World, tuple[Decision, ...]]) -> None:
    world, decisions = judged
    again = [decode(encode(e), e.article.text) for e in world]
    assert graph(again, decisions) == graph(world, decisions)
    with opened() as store:
        for extraction in world:
            store.put(extraction)
        store.decide(*decisions)
        assert kept(store) == graph(world, store.decisions())


@law
@given(judged_worlds())
def test_decisions_are_respected(judged: tuple[World, tuple[Decision, ...]]) -> None:
    world, decisions = judged
    found = resolve(world, decisions)
    where = {**found.entity_of, **{m: f"event {e}" for m, e in found.event_of.items()}}
    kinds: dict[Member, str] = {(e.article.name, r.id): r.type for e in world for r in e.referents}
    kinds |= {(e.article.name, r.id): r.type for e in world for r in e.reports}
    latest = {frozenset((d.left, d.right)): d for d in decisions}
    for d in latest.values():
        if not d.same:
            assert where[d.left] != where[d.right]
        elif all(other.same for other in latest.values()) and kinds[d.left] == kinds[d.right]:
            assert where[d.left] == where[d.right]


@law
@given(judged_worlds())
def test_what_is_withdrawn_leaves_no_trace(judged: tuple[World, tuple[Decision, ...]]) -> None:
    world, decisions = judged
    with opened() as store:
        for extraction in world:
            store.put(extraction)
        store.decide(*decisions)
        kept(store)
        store.withdraw(store.decisions(), "ann", "2024-02-01")
        assert kept(store) == graph(world)


@law
@given(judged_worlds())
def test_no_fact_without_an_affirmed_claim(judged: tuple[World, tuple[Decision, ...]]) -> None:
    told: dict[str, dict[str, set[str]]] = {}
    facts = set()
    properties = {p for roles in v.ROLES.values() for p in roles.values()}
    for line in graph(*judged):
        s, p, o = split(line) or ("", "", "")
        told.setdefault(s, {}).setdefault(p[1:-1], set()).add(o)
        if p[1:-1] in properties:
            facts.add((s, p, o))
    claimed = {
        (s, p, o)
        for claim in told.values()
        if {m[1:-1] for m in claim.get(v.MODALITY, ())} & v.AFFIRMED
        for s in claim[v.STATEMENT_SUBJECT]
        for p in claim[v.STATEMENT_PREDICATE]
        for o in claim[v.STATEMENT_OBJECT]
    }
    assert facts <= claimed
    alleged = {s for s, told_of in told.items() if f"<{v.ALLEGED_EVENT_CLASS}>" in told_of.get(v.RDF_TYPE, ())}
    assert not {s for s, _, _ in facts} & alleged


@law
@given(worlds())
def test_every_quote_stands_where_its_span_says(world: World) -> None:
    texts = {}
    spans: dict[str, dict[str, str]] = {}
    for line in graph(world):
        s, p, o = split(line) or ("", "", "")
        if p[1:-1] == v.NAME:
            texts[s] = next(e.article.text for e in world if e.article.name == parse(o).value)
        elif p[1:-1] in (v.START_CHAR, v.END_CHAR, v.EXACT, v.IN_ARTICLE):
            spans.setdefault(s, {})[p[1:-1]] = o
    for span in spans.values():
        if v.EXACT in span:
            start, end = (int(parse(span[p]).value) for p in (v.START_CHAR, v.END_CHAR))
            assert texts[span[v.IN_ARTICLE]][start:end] == parse(span[v.EXACT]).value


@law
@given(worlds(2))
def test_disagreement_is_mutual_and_on_one_thing(world: World) -> None:
    told: dict[tuple[str, str], set[str]] = {}
    for line in graph(world):
        s, p, o = split(line) or ("", "", "")
        told.setdefault((s, p[1:-1]), set()).add(o)
    links = {(s, p, o) for (s, p), found in told.items() if p in (v.CONTRADICTS, v.DIFFERS_FROM) for o in found}
    for claim, p, rival in links:
        assert (rival, p, claim) in links
        parts = (v.STATEMENT_SUBJECT, v.STATEMENT_PREDICATE, v.STATEMENT_OBJECT, v.MODALITY)
        subject, predicate, value, modality = (told[claim, part] == told[rival, part] for part in parts)
        if p == v.DIFFERS_FROM:
            assert not subject
        elif subject:
            assert predicate and value is not modality
        else:
            denials = [f"<{v.TYPE}Denial>" in told.get((s, v.EVENT_TYPE), ()) for x in (claim, rival) for s in told[x, parts[0]]]
            assert any(denials) or all(told[x, parts[1]] == {f"<{v.POST_TITLE}>"} for x in (claim, rival))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(judged_worlds(), extractions("late"))
def test_a_store_gives_back_these_lines_byte_for_byte(judged: tuple[World, tuple[Decision, ...]], late: Extraction) -> None:
    world, decisions = judged
    with opened() as store:
        store.load([])
        ontology = set(store.quads())
        for extraction in (*world, late):
            store.put(extraction)
        store.decide(*decisions)
        pipeline.load(store, CHOSEN)
        store.remove("late")
        pipeline.load(store, CHOSEN)
        assert store.fresh()
        assert store.quads() == sorted({*ontology, *graph(world, store.decisions())})
        assert verify(store.extractions(), store).violations == ()
