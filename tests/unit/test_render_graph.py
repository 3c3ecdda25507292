"""From triples by the store and the two queries to a view: the columns of ``queries/view-*.rq`` are what ``from_rows`` reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.emit import triples
from kg.query import run
from kg.render import View, focus, from_rows, render, texts_of
from kg.store import Store
from tests import worlds


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """The view of the small world."""
    path: Path = tmp_path_factory.mktemp("store") / "store"
    with Store.open(str(path), write=True) as store:
        store.load(triples(worlds.world(), worlds.resolution()))
        return from_rows(*(run(store, f"view-{part}").records() for part in ("nodes", "edges", "disputes")))


def test_every_claim_of_the_world_has_its_sentence_outlet_and_speaker(view: View) -> None:
    claims = [c for e in view.edges for c in e.claims]
    assert claims
    for c in claims:
        assert c.offset >= 0 and c.sentence[c.offset : c.offset + len(c.quote)] == c.quote
        assert c.article and c.speaker and c.status
    assert {"Harbour News"} <= {c.outlet for c in claims}


def test_every_claim_is_found_in_the_text_of_its_article(view: View) -> None:
    texts = {t.article: t for t in texts_of(worlds.world())}
    for c in (c for e in view.edges for c in e.claims):
        text = texts[c.article]
        assert text.text[c.start : c.start + len(c.quote)] == c.quote
        assert any(begin <= c.start < end for begin, end in text.sentences)


def test_what_is_contradicted_is_disputed(view: View) -> None:
    told = {c.id: (t.role, t.value, c) for n in view.nodes for t in n.traits for c in t.claims if c.id}
    pairs = {(told[c.id][:2], told[rival][:2]) for *_, c in told.values() for rival in c.against}
    assert {role for one, other in pairs for role, _ in (one, other)} == {"end"}
    assert pairs and all((other, one) in pairs and one != other for one, other in pairs)


def test_people_and_events_are_nodes_and_offices_are_not(view: View) -> None:
    types = {n.type for n in view.nodes}
    assert {"Person", "State", "Delegation", "Visit"} <= types
    assert "Role" not in types
    mira = next(n for n in view.nodes if n.label == "Mira Tolane")
    assert any(t.role == "office" and "Foreign Minister" in t.value for t in mira.traits)


def test_every_event_has_a_status_and_the_contradiction_stays(view: View) -> None:
    assert all(n.status for n in view.nodes if n.is_event)
    visit = next(n for n in view.nodes if n.type == "Visit")
    assert len(visit.ends) == 2
    assert visit.earliest and visit.latest > visit.earliest


def test_it_can_be_focused_and_drawn(view: View) -> None:
    near = focus(view, "Mira Tolane", 1)
    assert 1 < len(near.nodes) <= len(view.nodes)
    assert "Mira Tolane" in render(near, "Mira")
