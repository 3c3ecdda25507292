"""The part of the graph that one page shows, as frozen values, and the pure functions that narrow it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from kg.errors import UsageError
from kg.model import ENTITY_TYPES

Extent = Literal["all", "part", "article"]  # what a page shows: all that is known, a part, what one article says
FIND = "kg query entities --param name=... looks for a name by the beginning of a word"


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One passage that says a thing: ``sentence[offset:offset + len(quote)] == quote``, or offset -1 where that is not known.

    Dates are ISO, ``published`` empty when unknown; ``speaker`` said it, ``relayed`` passed it on, ``outlet`` printed it.
    ``start`` is where the quote begins in the article's text, -1 where that is not known. Claims in dispute have an ``id``, those
    that cannot hold with them are ``against`` them, and those that differ although both may hold are what they ``differ`` from.
    """

    quote: str
    sentence: str
    offset: int = -1
    article: str = ""
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""
    speaker: str = ""
    relayed: tuple[str, ...] = ()
    status: str = ""
    confidence: float = 1.0
    start: int = -1
    id: str = ""
    against: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trait:
    """Something said of a node that is no other node (a date, a topic, an office), with the claims for it."""

    role: str
    value: str
    claims: tuple[ClaimView, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An entity or an event; ``id`` is its IRI. ``earliest`` and ``latest`` are ISO days, empty when unknown.

    ``names`` are other names, ``state`` the label of the state it belongs to, ``links`` IRIs of the same thing elsewhere.
    """

    id: str
    label: str
    type: str
    kind: str = ""
    status: str = ""
    state: str = ""
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    earliest: str = ""
    latest: str = ""
    names: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    traits: tuple[Trait, ...] = ()

    @property
    def is_event(self) -> bool:
        """True for a visit, meeting and so on; false for a person, state and so on."""
        return self.type not in ENTITY_TYPES


@dataclass(frozen=True, slots=True)
class Edge:
    """``source`` has ``target`` in ``role`` (``visitor``, ``sentBy``...); an edge without claims is structure, not report."""

    id: str
    source: str
    target: str
    role: str
    claims: tuple[ClaimView, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows; nodes and edges are sorted by id, so that equal content is an equal value."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @staticmethod
    def of(nodes: Iterable[Node], edges: Iterable[Edge]) -> View:
        """The view of these nodes, with those edges of which both ends are among them."""
        kept = tuple(sorted(nodes, key=lambda n: n.id))
        known = {n.id for n in kept}
        return View(kept, tuple(sorted((e for e in edges if e.source in known and e.target in known), key=lambda e: e.id)))


def folded(text: str) -> str:
    """``text`` without case and accents, for comparing names."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold().strip()


def find(view: View, wanted: str) -> str:
    """The id of the node with that IRI, local name or name; of several with one name the best connected.

    Raises UsageError where nothing has that name.
    """
    names: Callable[[Node], set[str]] = lambda n: {n.id, n.id.rsplit("/", 1)[-1], *map(folded, (n.label, *n.names))}  # noqa: E731
    hits = [n.id for n in view.nodes if {wanted, folded(wanted)} & names(n)]
    if not hits:
        near = [n.label for n in view.nodes if folded(wanted) in folded(n.label)][:5]
        raise UsageError(f"nothing in the graph is called {wanted!r}", f"near: {', '.join(near)}" if near else FIND)
    degree = degrees(view)
    return min(hits, key=lambda i: (-degree.get(i, 0), i))


def degrees(view: View) -> dict[str, int]:
    """For every node that has edges, how many."""
    count: dict[str, int] = defaultdict(int)
    for edge in view.edges:
        for end in {edge.source, edge.target}:
            count[end] += 1
    return dict(count)


def neighbours(view: View) -> dict[str, set[str]]:
    """For every node the ids it shares an edge with."""
    table: dict[str, set[str]] = {n.id: set() for n in view.nodes}
    for edge in view.edges:
        table[edge.source].add(edge.target)
        table[edge.target].add(edge.source)
    return table


def focus(view: View, node: str, hops: int = 1) -> View:
    """The part within ``hops`` of a node (IRI or name); passing through an event to its participants costs nothing extra.

    So one hop from a person shows the person's events and everybody in them.
    """
    start = find(view, node)
    table, events = neighbours(view), {n.id for n in view.nodes if n.is_event and n.id != start}
    reached, edge_of = {start}, {start}
    for _ in range(max(hops, 0)):
        near = {b for a in edge_of for b in table[a]} - reached
        through = {b for a in near & events for b in table[a]} - reached - near
        reached |= near | through
        edge_of = (near | through) - events
    return View.of((n for n in view.nodes if n.id in reached), view.edges)


def since_until(view: View, since: str = "", until: str = "") -> View:
    """What happened, or for undated things was reported, between two ISO dates (inclusive; empty is open)."""
    if not since and not until:
        return view
    first, last = since or "0000", (until or "9999") + "\uffff"  # so that until 2023 holds all of 2023
    dated = {n.id: (n.earliest or n.latest, n.latest or n.earliest) for n in view.nodes if n.earliest or n.latest}

    def happened(node: str) -> bool | None:
        return dated[node][0] <= last and dated[node][1] >= first if node in dated else None

    def keeps(edge: Edge) -> bool:
        known = [h for h in (happened(edge.source), happened(edge.target)) if h is not None]
        return all(known) if known else any(first <= c.published <= last for c in edge.claims)

    return _connected(view, [e for e in view.edges if keeps(e)])


def of_types(view: View, types: Collection[str]) -> View:
    """Only entities and events of these types; naming only entity types leaves all events, and the other way round."""
    wanted = {t.casefold() for t in types}
    known = {n.type.casefold() for n in view.nodes} | {t.casefold() for t in ENTITY_TYPES}
    if unknown := sorted(wanted - known):
        raise UsageError(f"no such type in the graph: {', '.join(unknown)}", f"there are: {', '.join(sorted(known))}")
    entities = wanted & {t.casefold() for t in ENTITY_TYPES}
    chosen = {True: wanted - entities, False: entities}
    kept = {n.id for n in view.nodes if not chosen[n.is_event] or n.type.casefold() in chosen[n.is_event]}
    return _connected(view, [e for e in view.edges if e.source in kept and e.target in kept]) if wanted else view


def of_outlets(view: View, outlets: Collection[str]) -> View:
    """Only what these outlets print, with only their claims; structure between what is left stays. Refuses unknown outlets."""
    if not outlets:
        return view
    wanted = {folded(o) for o in outlets}
    known = {folded(c.outlet): c.outlet for e in view.edges for c in e.claims if c.outlet}
    if unknown := sorted(wanted - set(known)):
        raise UsageError(f"no such outlet in the graph: {', '.join(unknown)}", f"there are: {', '.join(sorted(known.values()))}")
    return _claimed(view, lambda claim: folded(claim.outlet) in wanted)


def articles_of(view: View) -> set[str]:
    """The names of the articles that say what the view shows."""
    edges = (c.article for e in view.edges for c in e.claims)
    traits = (c.article for n in view.nodes for t in n.traits for c in t.claims)
    return {*edges, *traits} - {""}


def of_articles(view: View, articles: Collection[str]) -> View:
    """Only what these articles say, with only their claims; structure between what is left stays. Refuses unknown articles."""
    if not articles:
        return view
    if unknown := sorted(set(articles) - articles_of(view)):
        raise UsageError(f"nothing is read in an article called {unknown[0]!r}", "kg info --articles lists them")
    return _claimed(view, lambda claim: claim.article in articles)


def _claimed(view: View, wanted: Callable[[ClaimView], bool]) -> View:
    """Only the wanted claims, of edges and traits, and structure between what is left."""
    cut = [replace(e, claims=tuple(filter(wanted, e.claims))) for e in view.edges]
    part = _connected(view, [e for e in cut if e.claims])
    traits = {n.id: [(t, replace(t, claims=tuple(filter(wanted, t.claims)))) for t in n.traits] for n in part.nodes}
    nodes = (replace(n, traits=tuple(t for was, t in traits[n.id] if t.claims or not was.claims)) for n in part.nodes)
    return View.of(nodes, (*part.edges, *(e for e in view.edges if not e.claims)))


def _connected(view: View, edges: Collection[Edge]) -> View:
    ends = {end for e in edges for end in (e.source, e.target)}
    return View.of((n for n in view.nodes if n.id in ends), edges)
