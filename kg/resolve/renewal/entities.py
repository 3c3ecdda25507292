"""Entities of the groups that changed, and what others say of them: their ids, their labels, whether they are capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.model import PUBLISHER, Entity, EntityType, Member, Merge
from kg.resolve.assemble import Bearers, entity, published_first, state_entity
from kg.resolve.cluster import Group
from kg.resolve.events import is_capital, is_numbered
from kg.resolve.renewal.casts import Casts, group_of, thing
from kg.resolve.renewal.kinds import States, blocks_of
from kg.resolve.renewal.leaves import item_of
from kg.resolve.renewal.matching import Moved, merges_of
from kg.resolve.renewal.shelf import BETWEEN, Shelf, key_of, member_of
from kg.resolve.world import Item


@dataclass(slots=True)
class Renamed:
    """What became of entities: the ids of those that are other now, or no more; articles to look at again, by the reason."""

    ids: set[str] = field(default_factory=set)
    filed: set[str] = field(default_factory=set)  # articles that name an entity whose id is another
    called: set[str] = field(default_factory=set)  # articles that name one whose label is another
    seen: set[str] = field(default_factory=set)  # articles that name one of which something else is to be known


class Entities:
    """The entities that are kept."""

    def __init__(self, shelf: Shelf, casts: Casts) -> None:
        self._shelf = shelf
        self._casts = casts
        self._renamed = Renamed()

    def renew(self, changed: Mapping[EntityType, Mapping[Member, bool]], moved: Mapping[EntityType, Moved]) -> Renamed:
        """What became of the entities of groups that moved, and of things that changed."""
        dirty: set[str] = set()
        for kind, found in moved.items():
            nodes = {key_of(m) for m, there in changed.get(kind, {}).items() if there}
            roots = {key_of(m) for m in found.made} | {self._shelf.get(f"root {kind}", key) for key in nodes}
            dirty.update(thing(kind, root) for root in roots)
            for m in found.gone:
                self._drop(thing(kind, key_of(m)))
                if kind == "State":
                    dirty.update(self._again(key_of(m)))
        states = {name for name in dirty if group_of(name)[0] == "State"}
        there = {root for _, root in map(group_of, states) if self._shelf.get("group State", root) is not None}
        keys = self._states(there)
        dirty.update(name for key in keys for name, _ in self._shelf.rows("of state", key))
        for name in sorted(dirty - states):
            of, root = group_of(name)
            if self._shelf.get(f"group {of}", root) is not None:
                self._keep(name, self._entity(of, root))
        return self._renamed

    # ---- states

    def _again(self, gone: str) -> Iterator[str]:
        """Nothing but the others of a key: one of a key is no more. Its row is taken out."""
        key = self._shelf.get("state key", gone)
        self._shelf.put("state key", gone, None)
        self._shelf.take("states", key, gone)
        self._shelf.add("lost state", "", key)
        yield from (thing("State", root) for root, _ in self._shelf.rows("states", key))

    def _states(self, roots: set[str]) -> set[str]:
        """The keys by which other entities have to be made anew: there is a state of that key now, or no more, or another."""
        keys = {key for key, _ in self._shelf.rows("lost state", "")}
        for key in keys:
            self._shelf.take("lost state", "", key)
        for root in roots:
            key = self._shelf.get("node State", root)["state"] or ""
            old = self._shelf.get("state key", root)
            if old is not None and old != key:
                self._shelf.take("states", old, root)
                keys.add(old)
            self._shelf.put("state key", root, key)
            self._shelf.add("states", key, root)
            keys.add(key)
        changed = set()
        for key in keys:
            ids: list[str] = []
            for root, _ in self._shelf.rows("states", key):
                group, found = self._group("State", root)
                made = state_entity(key, found, bool(ids), group)
                self._keep(thing("State", root), (made, found))
                ids.append(made.id)
            first = ids[0] if ids else None
            if self._shelf.get("state id", key) != first:
                self._shelf.put("state id", key, first)
                changed.add(key)
        return changed

    # ---- others

    def _entity(self, kind: str, root: str) -> tuple[Entity, Bearers]:
        group, found = self._group(kind, root)
        ids = {item.state: self._shelf.get("state id", item.state) for item, _ in found.items if item.state}
        by_key = {key: ident for key, ident in ids.items() if ident}
        return entity(kind, found, by_key, group), found  # type: ignore[arg-type]

    def _group(self, kind: str, root: str) -> tuple[Group, Bearers]:
        """The group with its reasons, and its referents: one of each sort."""
        row = self._shelf.get(f"group {kind}", root)
        items: list[tuple[Item, int]] = []
        firsts: list[tuple[tuple[str, Member], Item]] = []
        merges: list[Merge] = list(merges_of(row))
        for key in row[0]:
            own = list(self._sorts(kind, key, firsts))
            items += own
            if sum(count for _, count in own) > 1:
                merges.append(self._inside(kind, key))
        _, first = min(firsts, key=lambda f: f[0])
        return Group(tuple(map(member_of, row[0])), tuple(merges)), Bearers(items, first)

    def _sorts(self, kind: str, key: str, firsts: list[tuple[tuple[str, Member], Item]]) -> Iterator[tuple[Item, int]]:
        node = self._shelf.get(f"node {kind}", key)
        if not node["sorts"]:
            item = self._casts.item(member_of(key))
            firsts.append((published_first(item.member, item.article), item))
            yield item, 1
            return
        for block in blocks_of(node):
            made, count, _ = self._shelf.get("sort", block)
            published, _, first = self._shelf.first("dated", block, 1)[0][0].partition(BETWEEN)
            item = item_of(made, member_of(first), published)
            firsts.append(((published, item.member), item))
            yield item, count

    def _inside(self, kind: str, key: str) -> Merge:
        """Why the referents of one thing are one."""
        node, m = self._shelf.get(f"node {kind}", key), member_of(key)
        if kind == "State":
            return Merge(m, m, "gazetteer", States.BECAUSE.format(key=node["state"] or ""))
        if kind == "Person":
            _, words, _, suffix = node["names"][0]
            return Merge(m, m, "same name", f"Both are named {' '.join([*words, suffix]).strip()}, and nothing tells them apart.")
        return Merge(m, m, *node["key"][1:])

    # ---- rows

    def _keep(self, name: str, made: tuple[Entity, Bearers]) -> None:
        e, found = made
        old = self._shelf.get("entity", name)
        outlets = [item.member[0] for item, _ in found.items if item.member[1] == PUBLISHER]
        states = sorted({item.state for item, _ in found.items if item.state}) if e.type != "State" else []
        row = _row(e, min(outlets, default=None), states)
        if row == old:
            return
        self._index(name, old, row)
        self._shelf.put("entity", name, row)
        self._renamed.ids |= {e.id, *([old["id"]] if old else [])}
        kind, root = group_of(name)
        other = old is None or old["id"] != e.id
        if other or old["label"] != e.label:
            articles = set(self._casts.named(kind, root))
            self._renamed.called |= articles
            if other:
                self._renamed.filed |= articles
        self._see(kind, root, found)

    def _see(self, kind: str, root: str, found: Bearers) -> None:
        """Note what comparing reports has to know of a place or an occasion."""
        what = None
        if kind == "Place" and any(is_capital(item) for item, _ in found.items):
            what = "capital"
        if kind == "Occasion" and any(is_numbered(item) for item, _ in found.items):
            what = "once"
        if self._shelf.get("scene", root) != what:
            self._shelf.put("scene", root, what)
            self._renamed.seen |= set(self._casts.named(kind, root))

    def _index(self, name: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> None:
        was, now = (_indexed(row) for row in (old, new))
        for kind, block in was - now:
            self._shelf.take(kind, block, name)
        for kind, block in now - was:
            self._shelf.add(kind, block, name)

    def _drop(self, name: str) -> None:
        old = self._shelf.get("entity", name)
        if old is not None:
            self._index(name, old, None)
            self._shelf.put("entity", name, None)
            self._shelf.put("scene", group_of(name)[1], None)
            self._renamed.ids.add(old["id"])


def _indexed(row: Mapping[str, Any] | None) -> set[tuple[str, str]]:
    return {("id", row["id"]), *(("of state", key) for key in row["states"])} if row else set()


def _row(e: Entity, outlet: str | None, states: Iterable[str]) -> dict[str, Any]:
    reasons = sorted({(m.rule, m.because) for m in e.merges})
    return {
        "id": e.id, "type": e.type, "label": e.label, "names": list(e.names), "kind": e.kind, "state": e.state,
        "same_as": list(e.same_as), "reasons": [list(r) for r in reasons], "outlet": outlet, "states": list(states),
    }  # fmt: skip


def entity_of(row: Mapping[str, Any], root: str) -> Entity:
    """The entity that is kept so, without its members, and with each reason once."""
    m = member_of(root)
    merges = tuple(Merge(m, m, rule, because) for rule, because in row["reasons"])
    names, same_as = tuple(row["names"]), tuple(row["same_as"])
    return Entity(row["id"], row["type"], row["label"], names, (m,), row["kind"], row["state"], same_as, merges)
