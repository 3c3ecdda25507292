"""Places: the same for the same input, and no box upon another."""

from __future__ import annotations

import itertools
import random

import pytest

from kg.render.layout import Box, positions
from kg.render.rank import ranks
from tests.invented import invented


def web(count: int) -> tuple[dict[str, Box], list[tuple[str, str]]]:
    """A connected graph with a hub, and one node apart."""
    rng = random.Random(count)
    names = [f"n{i:04d}" for i in range(count)]
    links = [(names[i], names[rng.randrange(i)]) for i in range(1, count - 1)] + [(names[0], n) for n in names[1:9]]
    return {n: (rng.choice((30.0, 120.0, 180.0)), 40.0) for n in names}, links


def overlaps(boxes: dict[str, Box], places: dict[str, tuple[int, int]]) -> int:
    """How many pairs of boxes lie upon each other by more than rounding."""

    def over(a: str, b: str, axis: int) -> float:
        return (boxes[a][axis] + boxes[b][axis]) / 2 - abs(places[a][axis] - places[b][axis])

    return sum(over(a, b, 0) > 1.5 and over(a, b, 1) > 1.5 for a, b in itertools.combinations(sorted(boxes), 2))


@pytest.mark.parametrize("count", [2, 20, 120])
def test_no_box_lies_on_another(count: int) -> None:
    boxes, links = web(count)
    assert overlaps(boxes, positions(boxes, links)) == 0


def test_the_order_of_the_input_changes_nothing() -> None:
    boxes, links = web(60)
    shuffled = dict(reversed(boxes.items())), [(b, a) for a, b in reversed(links)]
    assert positions(*shuffled) == positions(boxes, links)


def test_a_large_graph_is_laid_out_by_communities(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.render.layout.WHOLE", 20)
    boxes, links = web(120)
    places = positions(boxes, links)
    assert set(places) == set(boxes)
    assert overlaps(boxes, places) <= 3


def test_neighbours_come_near() -> None:
    chain = {f"n{i}": (20.0, 20.0) for i in range(6)}
    places = positions(chain, [(f"n{i}", f"n{i + 1}") for i in range(5)])

    def far(a: str, b: str) -> int:
        return (places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2

    assert far("n0", "n1") < far("n0", "n3") < far("n0", "n5")


def test_nothing_has_no_places() -> None:
    assert positions({}, []) == {}


def test_every_node_gets_a_rank_and_events_follow_their_parties() -> None:
    view = invented(80)
    rank = ranks(view)
    assert sorted(rank.values()) == list(range(len(view.nodes)))
    events = {n.id for n in view.nodes if n.is_event}
    for event in events:
        parties = sorted(rank[e.target] for e in view.edges if e.source == event)
        assert rank[event] > parties[:2][-1]


def test_whom_nothing_is_said_of_comes_last() -> None:
    view = invented(60)
    rank, tied = ranks(view), {end for e in view.edges for end in (e.source, e.target)}
    assert 0 < len(tied) < 60
    assert {i for i, place in rank.items() if place < len(tied)} == tied
