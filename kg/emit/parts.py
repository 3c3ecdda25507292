"""The graph in parts: one for each article, entity, event and dispute, and no line in two of them.

So a part can be taken out of a graph, or put in the place of an earlier one, without a look at the others. What an article shares
with others (who read it) is a part of its own that it only names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg import vocabulary as v
from kg.emit import facts, terms
from kg.emit.disagreement import Disputed
from kg.emit.page import UNKNOWN_OUTLET, ClaimNode, Page, line
from kg.emit.terms import known
from kg.model import PUBLISHER, Dispute, Entity, Event, Extraction, Report, Resolution

_KINDS = {"GovernmentBody": v.GOVERNMENT_BODY_CLASS, "Outlet": v.OUTLET_CLASS}


class Part(NamedTuple):
    """A part of the graph: its key, its N-Triples lines, and the key of the part that it shares with others, if there is one."""

    key: str
    lines: Sequence[str]
    shares: str = ""


class Everything:
    """The keys of all parts."""

    def __contains__(self, key: object) -> bool:
        return True


ALL = Everything()


def of_article(name: str) -> str:
    """The key of what an article of that name says, but for what all articles together tell of things."""
    return f"article {name}"


def of_node(node: str) -> str:
    """The key of what is told of an entity, event or role holding with that term."""
    return f"node {node}"


def of_dispute(d: Dispute, resolution: Resolution) -> str:
    """The key of the links between the claims on two events that reports disagree on."""
    one, other = sorted((resolution.event_of[d.left], resolution.event_of[d.right]))
    return f"dispute {one} {other}"


def parts(
    extractions: Iterable[Extraction], resolution: Resolution, min_confidence: float = 0.0, wanted: Container[str] = ALL
) -> Iterator[Part]:
    """The parts of the graph whose keys are wanted; their lines are unsorted, some more than once.

    Each article comes once, and is held only until its part is made; what is told of an event is held until the last of its
    reports has come. Of the articles, those may be left out that are neither wanted nor tell of what is.
    """
    nodes = facts.subjects(resolution)
    names = {terms.minted(v.ENTITY, entity.id): entity.label for entity in resolution.entities}
    told = _Told(resolution, nodes, wanted)
    disputed = Disputed(d for d in resolution.disputes if of_dispute(d, resolution) in wanted)
    outlets = {terms.minted(v.ENTITY, e): "" for (_, ident), e in resolution.entity_of.items() if ident == PUBLISHER}
    about: dict[str, list[str]] = defaultdict(list)  # delegations, of which both an entity and reports tell
    runs: set[str] = set()
    for extraction in extractions:
        page = Page(extraction, resolution, nodes)
        for report in extraction.reports:
            claims = [(claim, stated) for claim in report.claims if (stated := page.claim(report, claim))]
            told.add(page.event(report), (report, page, [stated for _, stated in claims], min_confidence))
            disputed.note((extraction.article.name, report.id), claims)
        outlets[page.outlet] = str(extraction.article.outlet) if page.publisher else UNKNOWN_OUTLET
        if (key := of_article(extraction.article.name)) in wanted:
            yield Part(key, list(page.lines()), page.run)
            if page.run not in runs:
                runs.add(page.run)
                yield Part(page.run, list(page.reader()))
        for node, events, telling in told.complete(page.event(report) for report in extraction.reports):
            lines = [found for event in events for found in facts.lines(event, telling, nodes, names)]
            if node.startswith(f"<{v.ENTITY}"):
                about[node] += lines
            else:
                yield Part(of_node(node), lines)
    for node, events, telling in told.rest():
        about[node] += [found for event in events for found in facts.lines(event, telling, nodes, names)]
    for node, name in outlets.items():
        about[node] += _outlet(node, "" if node in names else name)
    for entity in resolution.entities:
        node = terms.minted(v.ENTITY, entity.id)
        if of_node(node) in wanted:
            yield Part(of_node(node), [*_entity(entity), *about.pop(node, ())])
    yield from (Part(of_node(node), lines) for node, lines in about.items() if of_node(node) in wanted)
    linked: dict[str, list[str]] = defaultdict(list)
    for d, lines in disputed.lines():
        linked[of_dispute(d, resolution)] += lines
    yield from (Part(key, lines) for key, lines in linked.items())


class _Told:
    """What is told of each wanted event so far, and how many of its reports are still to come."""

    def __init__(self, resolution: Resolution, nodes: Mapping[str, str], wanted: Container[str]) -> None:
        self._nodes = nodes
        self._tellings: dict[str, facts.Telling] = {}
        self._events: dict[str, list[Event]] = defaultdict(list)
        self._left = Counter(resolution.event_of.values())
        for event in resolution.events:
            if of_node(nodes[event.id]) in wanted:
                self._events[event.id].append(event)

    def add(self, ident: str, told: tuple[Report, Page, list[ClaimNode], float]) -> None:
        """Take in what a report tells of an event."""
        if ident in self._events:
            self._tellings.setdefault(ident, facts.Telling()).add(*told)

    def complete(self, reported: Iterable[str]) -> Iterator[tuple[str, list[Event], facts.Telling]]:
        """The node, events and telling of those of which nothing is to come after these reports; they are held no longer."""
        for ident in reported:
            self._left[ident] -= 1
            if self._left[ident] == 0 and ident in self._events:
                yield self._nodes[ident], self._events.pop(ident), self._tellings.pop(ident)

    def rest(self) -> Iterator[tuple[str, list[Event], facts.Telling]]:
        """Those of the events that have had no report, or not all."""
        for ident, events in self._events.items():
            yield self._nodes[ident], events, self._tellings.get(ident, facts.Telling())


def _entity(entity: Entity) -> Iterator[str]:
    node = terms.minted(v.ENTITY, entity.id)
    yield line(node, v.RDF_TYPE, known(v.KG + entity.type))
    if entity.kind in _KINDS:
        yield line(node, v.RDF_TYPE, known(_KINDS[entity.kind]))
    yield line(node, v.LABEL, terms.english(entity.label))
    yield from (line(node, v.ALT_LABEL, terms.text(name)) for name in entity.names if name != entity.label)
    yield from (line(node, v.SAME_AS, found) for iri in entity.same_as if (found := terms.linked(iri)))
    yield from (line(node, v.MERGE_REASON, terms.text(f"{m.rule}: {m.because}")) for m in entity.merges)
    if entity.state is not None:
        yield line(node, v.STATE, terms.minted(v.ENTITY, entity.state))


def _outlet(node: str, name: str) -> Iterator[str]:
    """Publishers are outlets whatever else is known of them; those that nobody resolved are made here, and named."""
    yield line(node, v.RDF_TYPE, known(v.OUTLET_CLASS))
    yield line(node, v.RDF_TYPE, known(v.ORGANIZATION_CLASS))
    if name:
        yield line(node, v.LABEL, terms.english(name))
