"""The graph as N-Triples lines, from what was read and who is who. The shape is told in docs/decisions/model.md.

Every span is checked where its triples are made: EvidenceError stops the run, for such a span is a defect of ours.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg import vocabulary as v
from kg.emit import facts, terms
from kg.emit.disagreement import Disputed
from kg.emit.page import UNKNOWN_OUTLET, Page, line
from kg.emit.terms import known
from kg.model import Entity, Event, Extraction, Resolution

__all__ = ["triples"]

_KINDS = {"GovernmentBody": v.GOVERNMENT_BODY_CLASS, "Outlet": v.OUTLET_CLASS}


def triples(extractions: Iterable[Extraction], resolution: Resolution, min_confidence: float = 0.0) -> Iterator[str]:
    """N-Triples lines, unsorted, some more than once; claims below ``min_confidence`` write no direct fact.

    Literals are in the canonical forms of the store, so that what is written is what it gives back. Each article comes once, and
    is held only until its lines are written; what is told of an event is held until the last of its reports has come.
    """
    nodes = facts.subjects(resolution)
    names = {terms.minted(v.ENTITY, entity.id): entity.label for entity in resolution.entities}
    told = _Told(resolution)
    outlets: dict[str, str] = {}
    disputed = Disputed(resolution.disputes)
    for extraction in extractions:
        page = Page(extraction, resolution, nodes)
        for report in extraction.reports:
            claims = [(claim, node) for claim in report.claims if (node := page.claim(report, claim))]
            told.of(page.event(report)).add(report, page, [node for _, node in claims], min_confidence)
            disputed.note((extraction.article.name, report.id), claims)
        outlets[page.outlet] = str(extraction.article.outlet) if page.publisher else UNKNOWN_OUTLET
        yield from page.lines()
        for event, telling in told.complete(page.event(report) for report in extraction.reports):
            yield from facts.lines(event, telling, nodes, names)
    for entity in resolution.entities:
        yield from _entity(entity)
    yield from _outlets(outlets, names)
    for event, telling in told.rest():
        yield from facts.lines(event, telling, nodes, names)
    yield from disputed.lines()


class _Told:
    """What is told of each event so far, and how many of its reports are still to come."""

    def __init__(self, resolution: Resolution) -> None:
        self._tellings: dict[str, facts.Telling] = {}
        self._events: dict[str, list[Event]] = defaultdict(list)
        self._left = Counter(resolution.event_of.values())
        for event in resolution.events:
            self._events[event.id].append(event)

    def of(self, ident: str) -> facts.Telling:
        """What is told of the event so far, to add to."""
        return self._tellings.setdefault(ident, facts.Telling())

    def complete(self, reported: Iterable[str]) -> Iterator[tuple[Event, facts.Telling]]:
        """The events of which nothing is to come after these reports of theirs; they are held no longer."""
        for ident in reported:
            self._left[ident] -= 1
            if self._left[ident] == 0:
                telling = self._tellings.pop(ident)
                yield from ((event, telling) for event in self._events.pop(ident, ()))

    def rest(self) -> Iterator[tuple[Event, facts.Telling]]:
        """The events that have had no report, or not all."""
        for ident, events in self._events.items():
            yield from ((event, self.of(ident)) for event in events)


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


def _outlets(outlets: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """Publishers are outlets whatever else is known of them; those that nobody resolved are made here."""
    for node, name in outlets.items():
        yield line(node, v.RDF_TYPE, known(v.OUTLET_CLASS))
        yield line(node, v.RDF_TYPE, known(v.ORGANIZATION_CLASS))
        if node not in names:
            yield line(node, v.LABEL, terms.english(name))
