"""The graph as N-Triples lines, from what was read and who is who. The shape is told in docs/decisions/model.md.

Every span is checked where its triples are made: EvidenceError stops the run, for such a span is a defect of ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg import vocabulary as v
from kg.emit import facts, terms
from kg.emit.disagreement import Disputed
from kg.emit.page import UNKNOWN_OUTLET, Page, line
from kg.emit.terms import known
from kg.model import Entity, Extraction, Resolution

__all__ = ["triples"]

_KINDS = {"GovernmentBody": v.GOVERNMENT_BODY_CLASS, "Outlet": v.OUTLET_CLASS}


def triples(extractions: Iterable[Extraction], resolution: Resolution, min_confidence: float = 0.0) -> Iterator[str]:
    """N-Triples lines, unsorted, some more than once; claims below ``min_confidence`` write no direct fact.

    Literals are in the canonical forms of the store, so that what is written is what it gives back.
    """
    nodes = facts.subjects(resolution)
    names = {terms.minted(v.ENTITY, entity.id): entity.label for entity in resolution.entities}
    tellings: dict[str, facts.Telling] = defaultdict(facts.Telling)
    outlets: dict[str, str] = {}
    disputed = Disputed(resolution.disputes)
    for extraction in extractions:
        page = Page(extraction, resolution, nodes)
        for report in extraction.reports:
            claims = [(claim, node) for claim in report.claims if (node := page.claim(report, claim))]
            tellings[page.event(report)].add(report, page, [node for _, node in claims], min_confidence)
            disputed.note((extraction.article.name, report.id), claims)
        outlets[page.outlet] = str(extraction.article.outlet) if page.publisher else UNKNOWN_OUTLET
        yield from page.lines()
    for entity in resolution.entities:
        yield from _entity(entity)
    yield from _outlets(outlets, names)
    for event in resolution.events:
        yield from facts.lines(event, tellings[event.id], nodes, names)
    yield from disputed.lines()


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
