"""Narrowing a view: focus, dates, types, outlets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import UsageError
from kg.render import Edge, Node, Trait, View, find, focus, of_articles, of_outlets, of_types, since_until
from tests.invented import claim, edge, entity

ANN = entity("Ann Brávo", "Person", names=("A. Bravo", "Ann"))
BEN = entity("Ben Cole", "Person")
CYD = entity("Cyd Dane", "Person")
LAND = entity("Velmora", "State")
TALKS = Node(
    "https://w3id.org/attache/event/talks", "Talks", "Meeting", status="occurred", earliest="2024-03-01", latest="2024-03-02"
)
TRIP = Node("https://w3id.org/attache/event/trip", "Trip", "Visit", status="planned")
SAID = claim("Ann met Ben.", "met", day="2024-03-03", outlet="Strait Courier")
LATER = claim("Ben will go.", "go", day="2024-06-01", outlet="Velmora Gazette")


def view() -> View:
    """Ann and Ben met; Ben is to visit Velmora with Cyd."""
    edges: list[Edge] = [
        edge(TALKS, "participant", ANN, [SAID]),
        edge(TALKS, "participant", BEN, [SAID, LATER]),
        edge(TRIP, "visitor", BEN, [LATER]),
        edge(TRIP, "visitor", CYD, [LATER]),
        edge(TRIP, "destination", LAND, [LATER]),
    ]
    return View.of([ANN, BEN, CYD, LAND, TALKS, TRIP], edges)


def labels(of: View) -> set[str]:
    """The labels of the nodes of a view."""
    return {n.label for n in of.nodes}


def test_equal_whatever_the_order() -> None:
    told = view()
    assert View.of(reversed(told.nodes), reversed(told.edges)) == told


def test_an_edge_needs_both_ends() -> None:
    assert View.of([ANN], view().edges).edges == ()


@pytest.mark.parametrize("name", ["ann bravo", "A. BRAVO", ANN.id, ANN.id.rsplit("/", 1)[-1]])
def test_a_node_is_found_by_any_name(name: str) -> None:
    assert find(view(), name) == ANN.id


def test_an_unknown_name_is_refused_with_a_hint() -> None:
    with pytest.raises(UsageError) as refused:
        find(view(), "cole")
    assert "Ben Cole" in refused.value.hint


def test_one_hop_is_the_events_and_everybody_in_them() -> None:
    assert labels(focus(view(), "Ann", 1)) == {"Ann Brávo", "Talks", "Ben Cole"}


def test_two_hops_reach_the_next_events() -> None:
    assert labels(focus(view(), "Ann", 2)) == {"Ann Brávo", "Talks", "Ben Cole", "Trip", "Cyd Dane", "Velmora"}


def test_no_hop_is_the_node_alone() -> None:
    assert labels(focus(view(), "Ann", 0)) == {"Ann Brávo"}


def test_one_hop_from_an_event_is_its_participants() -> None:
    assert labels(focus(view(), TALKS.id, 1)) == {"Talks", "Ann Brávo", "Ben Cole"}


def test_dates_are_those_of_the_event_and_else_of_publication() -> None:
    assert labels(since_until(view(), until="2024-03")) == {"Talks", "Ann Brávo", "Ben Cole"}
    assert labels(since_until(view(), since="2024-06-01")) == {"Trip", "Cyd Dane", "Ben Cole", "Velmora"}
    assert since_until(view(), since="2024-03-02", until="2024-03-02").edges == tuple(
        e for e in view().edges if e.source == TALKS.id
    )


def test_a_type_of_entity_keeps_the_events_and_the_other_way_round() -> None:
    assert labels(of_types(view(), ["person"])) == {"Ann Brávo", "Ben Cole", "Cyd Dane", "Talks", "Trip"}
    assert labels(of_types(view(), ["Visit"])) == {"Trip", "Ben Cole", "Cyd Dane", "Velmora"}
    assert labels(of_types(view(), ["Visit", "State"])) == {"Trip", "Velmora"}


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(UsageError):
        of_types(view(), ["Banquet"])


def test_an_unknown_outlet_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="no such outlet") as caught:
        of_outlets(view(), ["Strait"])
    assert "Strait Courier" in caught.value.hint


def test_an_outlet_keeps_only_its_claims() -> None:
    cut = of_outlets(view(), ["strait courier"])
    assert labels(cut) == {"Talks", "Ann Brávo", "Ben Cole"}
    assert {c.outlet for e in cut.edges for c in e.claims} == {"Strait Courier"}


def test_structure_stays_between_what_an_outlet_tells() -> None:
    told = view()
    later = edge(TRIP, "partOf", TALKS)
    whole = View.of(told.nodes, (*told.edges, later))
    assert later not in of_outlets(whole, ["strait courier"]).edges
    assert later in of_outlets(whole, ["strait courier", "velmora gazette"]).edges


def test_no_filter_changes_nothing() -> None:
    assert of_outlets(of_types(since_until(view()), []), []) == view()


def test_only_what_an_article_says() -> None:
    part = of_articles(view(), [SAID.article])
    assert labels(part) == {"Ann Brávo", "Ben Cole", "Talks"}
    assert {c for e in part.edges for c in e.claims} == {SAID}
    assert of_articles(view(), []) == view()
    with pytest.raises(UsageError, match="nothing is read in an article called 'nowhere'"):
        of_articles(view(), ["nowhere"])


def test_what_others_say_of_a_node_goes_too() -> None:
    told = replace(TALKS, traits=(Trait("start", "2024-03-01", (SAID, LATER)), Trait("topic", "fish", (LATER,))))
    whole = View.of([ANN, told], [edge(told, "participant", ANN, [SAID])])
    (talks,) = [n for n in of_articles(whole, [SAID.article]).nodes if n.is_event]
    assert talks.traits == (Trait("start", "2024-03-01", (SAID,)),)
