"""What all articles together tell: events, role holdings, delegations and the direct facts on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg import vocabulary as v
from kg.emit import terms
from kg.emit.dates import bounds, is_day
from kg.emit.disagreement import Values, contradictions
from kg.emit.labels import label
from kg.emit.page import ClaimNode, Page, line
from kg.emit.terms import known
from kg.model import UNREAL, Event, Report, Resolution
from kg.terms import parse

_SPACES = {"Delegation": v.ENTITY, "Role": v.ROLE}
_BOUNDS = ((v.START, v.START_EARLIEST, v.START_LATEST), (v.END, v.END_EARLIEST, v.END_LATEST))


@dataclass(slots=True)
class Telling:
    """All that is told of one event: statuses of its reports, values by role, and those that are direct facts."""

    statuses: set[str] = field(default_factory=set)
    values: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    facts: set[tuple[str, str]] = field(default_factory=set)
    attested: set[str] = field(default_factory=set)
    single: defaultdict[str, list[Values]] = field(default_factory=lambda: defaultdict(list))

    def add(self, report: Report, page: Page, nodes: Iterable[ClaimNode], min_confidence: float) -> None:
        """Take in one report. The one rule for direct facts: an affirmed claim of enough confidence."""
        self.statuses.add(report.status)
        if is_day(page.article.published) and report.status not in UNREAL:
            self.attested.add(str(page.article.published))
        single: defaultdict[str, dict[str, frozenset[str]]] = defaultdict(dict)
        for node in nodes:
            self.values[node.predicate].add(node.value)
            if node.modality[1:-1] in v.AFFIRMED and node.confidence >= min_confidence:
                self.facts.add((node.predicate, node.value))
                if node.predicate in v.SINGLE_VALUED:
                    own = single[node.predicate]
                    own[node.value] = own.get(node.value, frozenset()) | {node.iri}
        for predicate, values in single.items():
            self.single[predicate].append(values)

    def dates(self, predicate: str) -> list[str]:
        """The dates that stand as direct facts."""
        return sorted(parse(value).value for p, value in self.facts if p == predicate)


def subjects(resolution: Resolution) -> dict[str, str]:
    """The node of every event by its id: delegation facts are about the delegation, role facts about the role holding."""
    return {event.id: subject(event.type, event.id) for event in resolution.events}


def subject(kind: str, ident: str) -> str:
    """The node of an event of that type and id."""
    return terms.minted(_SPACES.get(kind, v.EVENT), ident)


def lines(event: Event, telling: Telling, nodes: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    """The triples of one event; ``nodes`` are those of all events by id, ``names`` the labels of entities by node."""
    node = nodes[event.id]
    if event.type != "Delegation":
        yield line(node, v.LABEL, terms.english(event.label or _label(event, telling, names)))
        yield from _class(event, telling, node)
    yield from (line(node, predicate, value) for predicate, value in telling.facts)
    yield from (line(node, v.MERGE_REASON, terms.text(f"{m.rule}: {m.because}")) for m in event.merges)
    for told in telling.single.values():
        for one, rival in contradictions(told):
            yield line(one, v.CONTRADICTS, rival)
            yield line(rival, v.CONTRADICTS, one)
    for other, predicate in ((event.part_of, v.PART_OF), (event.preceded_by, v.PRECEDED_BY)):
        if other is not None:
            yield line(node, predicate, nodes[other])


def _class(event: Event, telling: Telling, node: str) -> Iterator[str]:
    if event.type == "Role":
        yield line(node, v.RDF_TYPE, known(v.ROLE_HOLDING_CLASS))
        yield from (line(node, v.ATTESTED_ON, terms.day(day)) for day in telling.attested)
        return
    if telling.statuses <= UNREAL:
        yield line(node, v.RDF_TYPE, known(v.ALLEGED_EVENT_CLASS))
    else:
        yield line(node, v.RDF_TYPE, known(v.EVENT_CLASS))
        yield line(node, v.RDF_TYPE, known(v.FACT_CLASS[event.type]))
    yield line(node, v.EVENT_TYPE, known(v.TYPE + event.type))
    yield line(node, v.STATUS, known(v.STATUS_OF + event.status))
    for told, earliest, latest in _BOUNDS:
        if found := bounds(telling.dates(told)):
            yield line(node, earliest, terms.day(found[0]))
            yield line(node, latest, terms.day(found[1]))


def _label(event: Event, telling: Telling, names: Mapping[str, str]) -> str:
    roles = {
        role: sorted(names.get(value) or parse(value).value for value in telling.values[predicate])
        for role, predicate in v.ROLES[event.type].items()
        if predicate in telling.values
    }
    starts = [day for day in roles.get("start", ()) if bounds([day])]
    return label(event.type, event.status, roles, min(starts, default=None))
