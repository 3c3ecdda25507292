"""View -> the order in which its nodes come into sight, so that every beginning of it is a picture that holds together."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping

from kg.render.view import Node, View, degrees, neighbours

BALANCE = (2, 3)  # of five nodes, two are entities and three are events between those already there


def ranks(view: View) -> dict[str, int]:
    """A place for every node, 0 first: well connected entities, and well attested events once two of their parties are in."""
    degree = degrees(view)
    order = list(_order(view, degree))
    return {node: place for place, node in enumerate(order)}


def _order(view: View, degree: Mapping[str, int]) -> Iterator[str]:
    near = neighbours(view)
    attested = _attested(view)
    events = {n.id for n in view.nodes if n.is_event}
    awaited = {i: min(2, len(near[i] - events)) for i in events}
    ready: list[tuple[int, int, str]] = []
    lonely = [n.id for n in view.nodes if n.id not in degree]
    waiting: list[Node] = sorted(
        (n for n in view.nodes if not n.is_event and n.id in degree), key=lambda n: (degree.get(n.id, 0), n.id)
    )
    while waiting or ready:
        for _ in range(min(BALANCE[0], len(waiting))):
            entity = waiting.pop().id
            yield entity
            for event in sorted(near[entity] & events):
                awaited[event] -= 1
                if awaited[event] == 0:
                    heapq.heappush(ready, (-attested[event], -degree.get(event, 0), event))
        for _ in range(min(BALANCE[1], len(ready))):
            yield heapq.heappop(ready)[2]
    yield from sorted(i for i in events if near[i] and not near[i] - events)  # parts of events that nobody is known to be in
    yield from lonely


def _attested(view: View) -> dict[str, int]:
    """How many articles speak of each node."""
    articles: dict[str, set[str]] = {n.id: set() for n in view.nodes}
    for edge in view.edges:
        for end in (edge.source, edge.target):
            articles[end] |= {c.article for c in edge.claims}
    return {i: len(found) for i, found in articles.items()}
