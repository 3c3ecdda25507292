"""What a renewal has changed, and the resolution of just as much as it takes to write that anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.model import PUBLISHER, Dispute, Entity, Event, Member, Resolution
from kg.resolve.renewal.casts import Casts, group_of
from kg.resolve.renewal.chronicle import Chronicle
from kg.resolve.renewal.entities import entity_of
from kg.resolve.renewal.quarrels import Ends, Quarrels
from kg.resolve.renewal.shelf import Shelf, member_of


@dataclass(slots=True)
class Dirty:
    """What is other now, or there no more: articles, entities by id, events by type and id, ends of disputes."""

    articles: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    events: set[tuple[str, str]] = field(default_factory=set)
    ends: set[Ends] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Change:
    """What may be other than before, and the resolution of all that is needed to tell what it is now.

    Complete in it are the entities and events with these ids, the disputes between these ends, and ``records``, the articles that
    are there and named or told of by them. Of other entities and events it has those that these name, without more than their
    ids. ``records`` holds one article without an outlet, where there is one.
    """

    dirty: Dirty
    resolution: Resolution
    records: frozenset[str]


class Excerpt:
    """Gathers the part of a resolution that a change needs."""

    def __init__(self, shelf: Shelf, dirty: Dirty) -> None:
        self._shelf = shelf
        self._dirty = dirty
        self._casts = Casts(shelf)
        self._chronicle = Chronicle(shelf, self._casts)
        self._quarrels = Quarrels(shelf, self._casts, self._chronicle)
        self._records: set[str] = set()
        self._entity_of: dict[Member, str] = {}
        self._event_of: dict[Member, str] = {}
        self._entities: list[Entity] = []
        self._events: dict[str, Event] = {}

    def change(self) -> Change:
        """The change."""
        disputes = [d for ends in sorted(self._dirty.ends) for d in self._quarrels.between(ends)]
        self._things({*self._dirty.entities, *(ident for _, ident in self._dirty.events)})
        told = {m[0] for e in self._events.values() for m in e.members} | {m[0] for d in disputes for m in (d.left, d.right)}
        self._read({a for a in self._dirty.articles if self._casts.leaf(a)} | told)
        self._read({key for key, _ in self._shelf.first("unpublished", "", 1)})
        return Change(self._dirty, self._resolution(disputes), frozenset(self._records))

    def _resolution(self, disputes: Iterable[Dispute]) -> Resolution:
        entity_of, event_of = MappingProxyType(self._entity_of), MappingProxyType(self._event_of)
        return Resolution(tuple(self._entities), tuple(self._events.values()), entity_of, event_of, (), tuple(disputes))

    def _things(self, ids: Iterable[str]) -> None:
        """Take in all entities and events of some ids."""
        for ident in sorted(ids):
            for name, _ in self._shelf.rows("id", ident):
                kind, root = group_of(name)
                if kind == "event":
                    self._events[root] = self._chronicle.event(root)
                    continue
                row = self._shelf.get("entity", name)
                self._entities.append(entity_of(row, root))
                if row["outlet"] is not None:
                    self._records.add(row["outlet"])
                    self._entity_of[row["outlet"], PUBLISHER] = row["id"]

    def _read(self, articles: Iterable[str]) -> None:
        """Take in some articles, and of events which they or those already in name as much as it takes to name them."""
        for article in sorted(articles):
            self._records.add(article)
            self._entity_of.update(self._chronicle.filed(article))
            for key, _ in self._shelf.rows("nodes event", article):
                root = self._shelf.get("root event", key)
                self._event_of[member_of(key)] = self._name(root)
        for event_root in list(self._events):
            for other in self._shelf.get("links", event_root) or ():
                if other:
                    self._name(other)

    def _name(self, root: str) -> str:
        row = self._shelf.get("happened", root)
        if root not in self._events:
            self._events[root] = Event(row["id"], row["type"], row["label"], row["status"], ())
        ident: str = row["id"]
        return ident
