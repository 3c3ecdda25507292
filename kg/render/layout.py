"""Boxes and links -> positions, one unit a pixel: the same for the same input, with no box upon another.

Graph distances, communities and starting points come from networkx; stress majorisation (Gansner, Koren and North 2004) turns
them into places, since networkx' own Kamada-Kawai needs SciPy and its spring layout leaves hubs in a knot.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float]  # width and height
Places = dict[str, tuple[float, float]]
Points = NDArray[np.float64]
Frame = tuple[float, float, float, float]  # left, top, right and bottom

SEED = 1
ASPECT = 1.25  # width to height of the whole
WHOLE = 400  # larger components are laid out community by community
GAP = 10.0
COLUMNS = 12  # so many widths of a shelf are tried
ROOM = 2.6  # area given to a component for each unit of its boxes


def positions(boxes: Mapping[str, Box], links: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """A place for the middle of every box; connected ones near each other, unconnected components side by side."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in links if a != b}))
    parts = [graph.subgraph(c) for c in nx.connected_components(graph)]
    placed = [_component(part, boxes) for part in sorted(parts, key=lambda p: (-len(p), min(p)))]
    return {node: (round(x), round(y)) for node, (x, y) in _shelves(placed, boxes).items()}


def _component(part: nx.Graph[str], boxes: Mapping[str, Box]) -> Places:
    if len(part) <= WHOLE:
        return _whole(part, boxes)
    groups = nx.community.louvain_communities(_sorted(part), seed=SEED)
    if len(groups) < 2:
        return _whole(part, boxes)
    named = {min(group): _component(part.subgraph(group), boxes) for group in sorted(groups, key=min)}
    home = {node: name for name, places in named.items() for node in places}
    quotient: nx.Graph[str] = nx.Graph()
    quotient.add_nodes_from(sorted(named))
    quotient.add_edges_from(sorted({(home[a], home[b]) for a, b in part.edges() if home[a] != home[b]}))
    frames = {name: _frame(places, boxes) for name, places in named.items()}
    centres = _whole(quotient, {name: (x1 - x0, y1 - y0) for name, (x0, y0, x1, y1) in frames.items()}, room=1.1)
    out: Places = {}
    for name, places in named.items():
        x0, y0, x1, y1 = frames[name]
        dx, dy = centres[name][0] - (x0 + x1) / 2, centres[name][1] - (y0 + y1) / 2
        out |= {node: (x + dx, y + dy) for node, (x, y) in places.items()}
    return out


def _whole(part: nx.Graph[str], boxes: Mapping[str, Box], room: float = ROOM) -> Places:
    """Places for one connected graph, around the origin."""
    graph = _sorted(part)
    names = list(graph)
    sizes = np.array([boxes[n] for n in names], float) + GAP
    if len(names) == 1:
        return {names[0]: (0.0, 0.0)}
    points = _flat(_stress(_distances(graph, names), _start(graph, names)))
    extent = np.maximum(np.ptp(points, axis=0), 1e-6)
    width = math.sqrt(float((sizes[:, 0] * sizes[:, 1]).sum()) * room * ASPECT)
    points *= np.array([width, max(width / ASPECT, sizes[:, 1].max())]) / extent
    points = _apart(points, sizes)
    return {n: (float(x), float(y)) for n, (x, y) in zip(names, points, strict=True)}


def _sorted(part: nx.Graph[str]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(part))
    graph.add_edges_from(sorted((min(e), max(e)) for e in part.edges()))
    return graph


def _start(graph: nx.Graph[str], names: list[str]) -> Points:
    found: dict[str, Any] = nx.spring_layout(graph, seed=SEED, iterations=60, method="force")
    return np.array([found[n] for n in names], float)


def _distances(graph: nx.Graph[str], names: list[str]) -> Points:
    """Shortest ways between all; a link is the longer, the more unshared neighbours its ends have, so that hubs open up."""
    near = {n: set(graph[n]) for n in names}
    for a, b in graph.edges():
        graph[a][b]["weight"] = 0.5 + 0.35 * math.sqrt(len(near[a] ^ near[b]))
    rows = dict(nx.all_pairs_dijkstra_path_length(graph))
    return np.array([[rows[a][b] for b in names] for a in names], float)


def _stress(distance: Points, points: Points, rounds: int = 300) -> Points:
    """Points whose distances come near the wanted ones, near pairs counting most; every round goes half the way."""
    weight = np.where(distance > 0, np.maximum(distance, 1e-9) ** -2.0, 0.0)
    pull, total = weight * distance, weight.sum(axis=1)[:, None]
    points = points * (float(distance.mean()) / max(float(np.ptp(points, axis=0).max()), 1e-9))
    for _ in range(rounds):
        square = (points**2).sum(axis=1)
        length = np.sqrt(np.maximum(square[:, None] + square[None] - 2 * points @ points.T, 1e-12))
        push = pull / length
        moved = (points + (weight @ points + push.sum(axis=1)[:, None] * points - push @ points) / total) / 2
        still = float(np.abs(moved - points).max()) < 1e-3
        points = moved
        if still:
            break
    return points


def _flat(points: Points) -> Points:
    """The points turned so that their longest extent lies across the page, with a fixed sign."""
    points = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(points.T @ points)
    axes = axes[:, ::-1]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    turned: Points = points @ axes
    return turned


def _apart(points: Points, sizes: Points, rounds: int = 600) -> Points:
    """The points moved until no two boxes overlap by more than half a unit; ties are broken by order.

    Where pushing alone goes in circles, the whole is spread a little every fifty rounds.
    """
    x, y = points[:, 0].copy(), points[:, 1].copy()
    reach_x, reach_y = ((sizes[:, None, k] + sizes[None, :, k]) / 2 for k in (0, 1))
    count = len(points)
    for turn in range(1, rounds + 1):
        over_x = reach_x - np.abs(x[:, None] - x[None])
        over_y = reach_y - np.abs(y[:, None] - y[None])
        first, second = np.nonzero(np.triu((over_x > 0.5) & (over_y > 0.5), 1))
        if not len(first):
            break
        deep_x, deep_y = over_x[first, second], over_y[first, second]
        along_x = deep_x < deep_y
        push_x = np.where(along_x, 0.35 * deep_x, 0.0) * np.where(x[first] >= x[second], 1.0, -1.0)
        push_y = np.where(along_x, 0.0, 0.35 * deep_y) * np.where(y[first] >= y[second], 1.0, -1.0)
        x += np.bincount(first, push_x, count) - np.bincount(second, push_x, count)
        y += np.bincount(first, push_y, count) - np.bincount(second, push_y, count)
        if turn % 50 == 0:
            x, y = 1.06 * x, 1.06 * y
    return np.stack([x, y], axis=1)


def _frame(places: Places, boxes: Mapping[str, Box]) -> Frame:
    """Left, top, right and bottom of all boxes."""
    return (
        min(x - boxes[n][0] / 2 for n, (x, _) in places.items()),
        min(y - boxes[n][1] / 2 for n, (_, y) in places.items()),
        max(x + boxes[n][0] / 2 for n, (x, _) in places.items()),
        max(y + boxes[n][1] / 2 for n, (_, y) in places.items()),
    )


def _shelves(parts: list[Places], boxes: Mapping[str, Box], gap: float = 60.0) -> Places:
    """All parts on shelves in the order given, as wide as makes the whole smallest on a page of the aspect."""
    frames = [_frame(p, boxes) for p in parts]
    widths = [x1 - x0 + gap for x0, _, x1, _ in frames]
    limits = [sum(widths[: count + 1]) for count in range(min(len(widths), COLUMNS))]
    found = [_shelved(frames, max(limit, *widths), gap) for limit in limits] or [[]]
    corners = min(found, key=lambda c: _reach(c, frames))
    out: Places = {}
    for places, (x0, y0, _, _), (left, top) in zip(parts, frames, corners, strict=True):
        out |= {n: (x - x0 + left, y - y0 + top) for n, (x, y) in places.items()}
    return out


def _shelved(frames: list[Frame], limit: float, gap: float) -> list[tuple[float, float]]:
    """The left upper corner of every frame, on shelves no wider than the limit."""
    out: list[tuple[float, float]] = []
    left = top = shelf = 0.0
    for x0, y0, x1, y1 in frames:
        if left and left + x1 - x0 > limit:
            left, top, shelf = 0.0, top + shelf + gap, 0.0
        out.append((left, top))
        left, shelf = left + x1 - x0 + gap, max(shelf, y1 - y0)
    return out


def _reach(corners: list[tuple[float, float]], frames: list[Frame]) -> float:
    """The height of a page of the aspect that holds the frames at these corners."""
    ends = [(left + x1 - x0, top + y1 - y0) for (left, top), (x0, y0, x1, y1) in zip(corners, frames, strict=True)]
    return max(max((x / ASPECT for x, _ in ends), default=0.0), max((y for _, y in ends), default=0.0))
