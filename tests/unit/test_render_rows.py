"""Rows of the two view queries -> View."""

from __future__ import annotations

import random

import pytest

from kg.render import Node, View, from_rows

ID = "https://w3id.org/attache/"
ONT = ID + "ont#"
SENTENCE = "On Monday Ann Bravo, the harbour minister, left for Velmora."


def traits(node: str, kind_of: str, **values: str) -> list[dict[str, str]]:
    """Node rows; several values of one key are parted by a bar."""
    return [{"node": ID + node, "type": kind_of, "key": k, "value": v} for k, vs in values.items() for v in vs.split("|")]


def row(source: str, predicate: str, quote: str, **more: str) -> dict[str, str]:
    """An edge row for a quote of SENTENCE."""
    base = {"source": ID + source, "predicate": ONT + predicate, "quote": quote, "sentence": SENTENCE}
    found = {"offset": str(SENTENCE.find(quote)), "article": "a1", "outlet": "Strait Courier", "published": "2024-05-06"}
    return {**base, **found, "confidence": "0.9", "status": "planned", "target": "", "value": "", **more}


NODES = [
    *traits("id/ann", "Person", label="Ann Bravo", name="Bravo|Ann Bravo|A. Bravo", state=ID + "id/velmora"),
    *traits("id/velmora", "State", label="Velmora", sameAs="http://www.wikidata.org/entity/Q0"),
    *traits("event/v", "Visit", label="Visit of Ann", status=ID + "status/planned", start="2024-05-06|2024-05-07"),
    *traits("event/v", "Visit", earliest="2024-05-06", latest="2024-05-09", partOf=ID + "event/w"),
    *traits("event/w", "Visit", label="Tour"),
    *traits("role/r", "Role", label="harbour minister"),
]
CLAIMS = [
    row("event/v", "visitor", "Ann Bravo", target=ID + "id/ann", speaker="Ministry", relayer="Wire"),
    row("event/v", "visitor", "Ann Bravo", target=ID + "id/ann", speaker="Ministry", relayer="Agency"),
    row("event/v", "destination", "Velmora", target=ID + "id/velmora"),
    row("event/v", "start", "On Monday", value="2024-05-06"),
    row("role/r", "holder", "Ann Bravo", target=ID + "id/ann"),
    row("role/r", "postTitle", "harbour minister", value="harbour minister"),
    row("role/r", "body", "Velmora", target=ID + "id/velmora"),
]


@pytest.fixture
def view() -> View:
    """The view of the rows above."""
    return from_rows(NODES, CLAIMS)


def node(view: View, label: str) -> Node:
    """The node with that label."""
    return next(n for n in view.nodes if n.label == label)


def test_nodes_have_their_traits(view: View) -> None:
    ann, visit = node(view, "Ann Bravo"), node(view, "Visit of Ann")
    assert (ann.type, ann.state, ann.names, ann.is_event) == ("Person", "Velmora", ("A. Bravo", "Bravo"), False)
    assert (visit.type, visit.status, visit.starts, visit.is_event) == ("Visit", "planned", ("2024-05-06", "2024-05-07"), True)
    assert (visit.earliest, visit.latest) == ("2024-05-06", "2024-05-09")
    assert node(view, "Velmora").links == ("http://www.wikidata.org/entity/Q0",)


def test_a_quote_stands_where_its_offset_says(view: View) -> None:
    for edge in view.edges:
        for c in edge.claims:
            assert c.sentence[c.offset : c.offset + len(c.quote)] == c.quote


def test_a_wrong_offset_is_not_believed() -> None:
    wrong = from_rows(NODES, [row("event/v", "visitor", "Ann Bravo", target=ID + "id/ann", offset="3")])
    assert [c.offset for e in wrong.edges for c in e.claims] == [-1]


def test_relayers_of_one_claim_are_united(view: View) -> None:
    (edge,) = [e for e in view.edges if e.role == "visitor"]
    assert [(c.speaker, c.relayed) for c in edge.claims] == [("Ministry", ("Agency", "Wire"))]


def test_literals_are_traits_with_their_claims(view: View) -> None:
    (start,) = node(view, "Visit of Ann").traits
    assert (start.role, start.value, start.claims[0].quote) == ("start", "2024-05-06", "On Monday")


def test_a_role_holding_becomes_an_edge_and_an_office(view: View) -> None:
    assert all("role/" not in n.id for n in view.nodes)
    (edge,) = [e for e in view.edges if e.role == "harbour minister"]
    assert (edge.source, edge.target, len(edge.claims)) == (ID + "id/ann", ID + "id/velmora", 3)
    (office,) = node(view, "Ann Bravo").traits
    assert (office.role, office.value, office.claims) == ("office", "harbour minister (Velmora)", ())


def test_an_office_of_no_known_body_keeps_its_claims() -> None:
    told = from_rows(NODES, [r for r in CLAIMS if not r["predicate"].endswith("body")])
    (office,) = node(told, "Ann Bravo").traits
    assert (office.value, len(office.claims)) == ("harbour minister", 2)


def test_structure_has_no_claims(view: View) -> None:
    (edge,) = [e for e in view.edges if e.role == "partOf"]
    assert edge.claims == ()


def test_the_order_of_rows_changes_nothing(view: View) -> None:
    rng = random.Random(3)
    for _ in range(5):
        assert from_rows(rng.sample(NODES, len(NODES)), rng.sample(CLAIMS, len(CLAIMS))) == view
