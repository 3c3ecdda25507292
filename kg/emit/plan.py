"""What the parts of the graph are made from, each as one fingerprint: a part with the fingerprint it had has the lines it had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from kg import vocabulary as v
from kg.config import data_dir
from kg.emit import facts, terms
from kg.emit.page import unknown_outlet
from kg.emit.parts import of_article, of_dispute, of_node
from kg.ids import digest
from kg.model import PUBLISHER, Entity, Event, Member, Merge, Resolution

_OTHERS = ("ids.py", "model.py", "terms.py", "vocabulary.py")  # besides this stage, what its lines are made by


@cache
def form() -> str:
    """One hash over the code, the words and the ontology that make a graph: what others have made is never taken over."""
    here, ontology = Path(__file__).parent, data_dir("ontology")
    code = [*sorted(here.glob("*.py")), *(here.parent / name for name in _OTHERS)]
    sources = [*code, *sorted(ontology.glob("*.ttl")), ontology / "labels.toml"]
    return digest(*(path.read_text(encoding="utf-8") for path in sources), length=32)


def keys(
    articles: Iterable[str], entities: Iterable[str], events: Iterable[tuple[str, str]], ends: Iterable[tuple[str, str]]
) -> set[str]:
    """The keys of the parts of some articles (by name), entities (by id), events (by type and id) and ends of disputes.

    That of the outlet that stands for unknown ones is always among them.
    """
    found = {of_article(name) for name in articles}
    found.update(of_node(terms.minted(v.ENTITY, ident)) for ident in entities)
    found.update(of_node(facts.subject(kind, ident)) for kind, ident in events)
    return found | {f"dispute {one} {other}" for one, other in ends} | {of_node(unknown_outlet())}


class Plan:
    """The fingerprints of all parts of a graph by their keys, and which articles each part needs.

    ``records`` is a hash of each article's record by its name; the resolution is that of all of them.
    """

    def __init__(self, resolution: Resolution, records: Mapping[str, str], min_confidence: float = 0.0) -> None:
        self._resolution = resolution
        self._nodes = facts.subjects(resolution)
        self._pages = self._read(records)
        self._told: dict[str, set[str]] = defaultdict(set)  # by the key of a part, the articles that tell of it
        self.fingerprints = {of_article(name): page for name, page in self._pages.items()}
        self._things(records, str(min_confidence))
        self._disputes()

    def articles(self, keys: Iterable[str]) -> set[str]:
        """The names of the articles from which the parts with those keys can be made."""
        names = {of_article(name): name for name in self._pages}
        return {name for key in keys for name in ([names[key]] if key in names else self._told.get(key, ()))}

    def _read(self, records: Mapping[str, str]) -> dict[str, str]:
        """By article the fingerprint of its own part: its record and the nodes of all that it names and tells."""
        filed: dict[str, list[str]] = {name: [] for name in records}
        for (name, ident), entity in self._resolution.entity_of.items():
            filed[name].append(f"{ident} {entity}")
        for (name, ident), event in self._resolution.event_of.items():
            filed[name].append(f"{ident} {self._nodes[event]}")
        return {name: digest(record, *sorted(filed[name]), length=32) for name, record in records.items()}

    def _things(self, records: Collection[str], min_confidence: str) -> None:
        """The fingerprints of what is told of entities, events and role holdings; a delegation has those of both."""
        published = {name: e for (name, ident), e in self._resolution.entity_of.items() if ident == PUBLISHER}
        outlets = set(published.values())
        made: dict[str, list[str]] = defaultdict(list)
        for entity in self._resolution.entities:
            made[of_node(terms.minted(v.ENTITY, entity.id))].append(_entity(entity, entity.id in outlets))
        for event in self._resolution.events:
            key = of_node(self._nodes[event.id])
            made[key].append(self._event(event, min_confidence))
            self._told[key] |= {name for name, _ in event.members}
        if len(published) < len(records):
            made[of_node(unknown_outlet())].append("unknown")
            self._told[of_node(unknown_outlet())] |= set(records) - published.keys()
        self.fingerprints.update((key, found[0] if len(found) == 1 else digest(*sorted(found))) for key, found in made.items())

    def _event(self, event: Event, min_confidence: str) -> str:
        links = [self._nodes[other] if other else "" for other in (event.part_of, event.preceded_by)]
        named = "" if event.label else self._labels()
        told = sorted({self._pages[name] for name, _ in event.members})
        own = (event.type, event.label, event.status, *links, named, min_confidence)
        return digest(*own, digest(*told), digest(*_reasons(event.merges)), length=32)

    def _labels(self) -> str:
        """What the label of an event that has none is made of."""
        return digest(*(part for e in self._resolution.entities for part in (e.id, e.label)))

    def _disputes(self) -> None:
        """The fingerprints of what links claims that disagree."""
        found: dict[str, list[str]] = defaultdict(list)
        for d in self._resolution.disputes:
            key = of_dispute(d, self._resolution)
            ends: tuple[Member, Member] = (d.left, d.right)
            pages = [self._pages[name] for name, _ in ends]
            found[key].append(digest(*d.left, *d.right, *d.roles, str(d.excludes), *pages, length=32))
            self._told[key] |= {name for name, _ in ends}
        self.fingerprints.update((key, digest(*sorted(made), length=32)) for key, made in found.items())


def _entity(entity: Entity, outlet: bool) -> str:
    own = (entity.type, entity.label, entity.kind or "", entity.state or "", str(outlet))
    return digest(*own, digest(*entity.names), digest(*entity.same_as), digest(*_reasons(entity.merges)), length=32)


def _reasons(merges: Iterable[Merge]) -> list[str]:
    return sorted({f"{m.rule}: {m.because}" for m in merges})
