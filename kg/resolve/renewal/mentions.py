"""Referents by name: what is alike in all that is compared is kept once, with who bears it; and the things made of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, overload

from kg.ids import digest
from kg.model import EntityType, Member
from kg.resolve.cluster import Judgements
from kg.resolve.profiles import best_name, profiles
from kg.resolve.renewal.leaves import item_of, profile_row, sort
from kg.resolve.renewal.shelf import BETWEEN, OTHER, Shelf, article_of, escaped, key_of, member_of
from kg.resolve.things import Thing, things
from kg.resolve.wording import label
from kg.resolve.world import SAMPLE, Item

GROUPED: tuple[EntityType, ...] = ("State", "Person", "Organization", "Place", "Occasion")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a referent is filed: its type, what it shares with all that may be one thing with it, and its sort."""

    type: EntityType
    block: str
    sort: str

    @property
    def bearers(self) -> str:
        """The block of those who are filed there."""
        return f"{self.type}{OTHER}{self.block}{OTHER}{self.sort}"


def place(item: Item, judged: Judgements) -> Place:
    """Where a referent is filed; what a person has judged is of a sort of its own, and so is each article's occasion."""
    kind, alone = item.referent.type, item.member in judged.named
    block = _block(item, alone)
    own = key_of(item.member) if alone else item.member[0] if kind == "Occasion" else ""
    return Place(kind, block, digest(json.dumps(sort(item)), own))


def _block(item: Item, alone: bool) -> str:
    kind = item.referent.type
    if kind == "State":
        return f"s {item.state}"
    if kind == "Person":
        name = best_name(item)
        return f"={key_of(item.member)}" if alone or not name.full else f"n {' '.join(name.words)}, {name.suffix}"
    named = next((n for n in item.referent.names if n), None)
    if named is None:
        return f"={key_of(item.member)}"
    b = label(named, kind)
    return f"l {digest(' '.join(sorted(b.words)), b.state or '', b.number or '', str(b.acronym), b.letters)}"


class Articles(Sequence[str]):
    """The articles that name a thing, sorted; looked up when they are asked for."""

    def __init__(self, shelf: Shelf, blocks: Sequence[str]) -> None:
        self._shelf = shelf
        self._blocks = blocks
        self._all: tuple[str, ...] | None = None

    def _found(self) -> tuple[str, ...]:
        if self._all is None:
            self._all = tuple(sorted({article_of(key) for b in self._blocks for key in self._shelf.keys("bearer", b)}))
        return self._all

    def some(self, most: int) -> tuple[str, ...]:
        """The first ones."""
        if self._all is None:
            found = [[article_of(key) for key, _ in self._shelf.first("bearer", b, 4 * most)] for b in self._blocks]
            several = [[a for a, _ in groupby(listed)] for listed in found]
            if all(len(listed) < 4 * most or len(own) >= most for listed, own in zip(found, several, strict=True)):
                return tuple(sorted({a for own in several for a in own[:most]})[:most])
        return self._found()[:most]

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice) and index.start is None and index.step is None and (index.stop or -1) > 0:
            return self.some(index.stop)
        return self._found()[index]

    def __len__(self) -> int:
        return len(self._found())

    def __iter__(self) -> Iterator[str]:
        return iter(self._found())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Articles) and self.some(SAMPLE) == other.some(SAMPLE) and self._found() == other._found()

    def __hash__(self) -> int:
        return hash(self._found())


@dataclass(slots=True)
class Filed:
    """What changed: by type the things that are new or other (True) or no more (False), and articles whose referents moved."""

    changed: dict[EntityType, dict[Member, bool]] = field(default_factory=lambda: defaultdict(dict))
    articles: set[str] = field(default_factory=set)


class Mentions:
    """The referents of all articles that are made into things by their names; delegations are not."""

    def __init__(self, shelf: Shelf, judged: Judgements) -> None:
        self._shelf = shelf
        self._judged = judged
        self._touched: dict[tuple[EntityType, str], set[str]] = defaultdict(set)
        self._members: dict[tuple[EntityType, str], set[str]] = defaultdict(set)

    def file(self, article: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, list[str]]:
        """Where each referent is filed, of the leaf that takes the place of another; {} for none."""
        items = {ident: item_of(made, (article, ident), new["published"]) for ident, made in new.get("items", {}).items()}
        at = {ident: place(item, self._judged) for ident, item in items.items() if item.referent.type in GROUPED}
        aliases = {ident: self._aliases(article, ident, new) for ident in at}
        for ident, where in old.get("at", {}).items():
            self._out(Place(*where), (article, ident), old)
        for ident, found in at.items():
            self._in(found, (article, ident), new, aliases[ident])
        return {ident: [p.type, p.block, p.sort] for ident, p in at.items()}

    @staticmethod
    def _aliases(article: str, ident: str, leaf: Mapping[str, Any]) -> list[str]:
        return [json.dumps([article, a, b]) for a, b in leaf.get("aliases", ()) if ident in (a, b)]

    def _out(self, p: Place, member: Member, leaf: Mapping[str, Any]) -> None:
        self._touch(p, member)
        key = key_of(member)
        self._shelf.take("bearer", p.bearers, key)
        self._shelf.take("dated", p.bearers, f"{escaped(leaf['published'] or '9999')}{BETWEEN}{key}")
        for alias in self._aliases(*member, leaf):
            self._shelf.take("alias", p.bearers, alias)
        made, count, lead = self._sort(p)
        self._keep(p, [made, count - 1, lead] if count > 1 else None)

    def _in(self, p: Place, member: Member, leaf: Mapping[str, Any], aliases: Iterable[str]) -> None:
        self._touch(p, member)
        key = key_of(member)
        self._shelf.add("bearer", p.bearers, key, leaf["published"])
        self._shelf.add("dated", p.bearers, f"{escaped(leaf['published'] or '9999')}{BETWEEN}{key}")
        for alias in aliases:
            self._shelf.add("alias", p.bearers, alias)
        found = self._shelf.get("sort", p.bearers)
        made, count, lead = found or [leaf["items"][member[1]], 0, None]
        self._keep(p, [made, count + 1, lead])

    def _sort(self, p: Place) -> list[Any]:
        found: list[Any] = self._shelf.get("sort", p.bearers)
        return found

    def _keep(self, p: Place, value: list[Any] | None) -> None:
        self._shelf.put("sort", p.bearers, value)
        block = f"{p.type}{OTHER}{p.block}"
        if value is None:
            self._shelf.take("sorts", block, p.sort)
        else:
            self._shelf.add("sorts", block, p.sort)

    def _touch(self, p: Place, member: Member) -> None:
        self._touched[p.type, p.block].add(p.sort)
        self._members[p.type, p.block].add(key_of(member))

    def things(self) -> Filed:
        """The things of all blocks that were touched, made anew."""
        filed = Filed()
        made = {(kind, block): self._made(kind, f"{kind}{OTHER}{block}") for kind, block in self._touched}
        for (kind, block), found in made.items():  # first what goes: a referent may have gone from one block to another
            name = f"{kind}{OTHER}{block}"
            for key in {key for key, _ in self._shelf.rows(f"nodes {kind}", name)} - found.keys():
                self._shelf.take(f"nodes {kind}", name, key)
                self._shelf.put(f"node {kind}", key, None)
                filed.changed[kind][member_of(key)] = False
        for (kind, block), found in made.items():
            self._renew(kind, block, found, filed)
        return filed

    def _renew(self, kind: EntityType, block: str, made: Mapping[str, Mapping[str, Any]], filed: Filed) -> None:
        name = f"{kind}{OTHER}{block}"
        sorts, touched = self._touched[kind, block], self._members[kind, block]
        for key, node in made.items():
            old = self._shelf.get(f"node {kind}", key)
            if old == node and sorts.isdisjoint(node["sorts"]) and key not in touched:
                continue
            self._shelf.add(f"nodes {kind}", name, key)
            self._shelf.put(f"node {kind}", key, node)
            filed.changed[kind][member_of(key)] = True
        self._lead(made, name, filed)

    def _lead(self, made: Mapping[str, Mapping[str, Any]], name: str, filed: Filed) -> None:
        """Note which thing each sort of referent belongs to; "" where each referent is one by itself."""
        leads = {found: key for key, node in made.items() for found in node["sorts"]}
        for key, _ in self._shelf.rows("sorts", name):
            bearers = f"{name}{OTHER}{key}"
            row = self._shelf.get("sort", bearers)
            lead = leads.get(key, "")
            if row[2] != lead:
                filed.articles |= {article_of(member) for member, _ in self._shelf.rows("bearer", bearers)}
                self._shelf.put("sort", bearers, [row[0], row[1], lead])

    def _made(self, kind: EntityType, name: str) -> dict[str, dict[str, Any]]:
        """The things of a block by their first referents, as they are kept."""
        items: dict[Member, tuple[Item, str]] = {}  # the first referent of each sort
        for key, _ in self._shelf.rows("sorts", name):
            bearers = f"{name}{OTHER}{key}"
            ((first, published),) = self._shelf.first("bearer", bearers, 1)
            found = item_of(self._shelf.get("sort", bearers)[0], member_of(first), published)
            items[found.member] = (found, key)
        listed = [item for item, _ in items.values()]
        sorts = {m: key for m, (_, key) in items.items()}
        if not listed:
            return {}
        if kind == "State":
            return self._states(listed, sorts, name)
        if kind == "Person":
            return dict(self._profiles(listed, sorts, name))
        return dict(self._things(listed, sorts, name))

    def _states(self, items: list[Item], sorts: Mapping[Member, str], name: str) -> dict[str, dict[str, Any]]:
        if self._judged.named.isdisjoint(sorts):
            return {key_of(min(sorts)): {"sorts": sorted(sorts.values()), "block": name, "state": items[0].state}}
        found = (key for own in sorts.values() for key, _ in self._shelf.rows("bearer", f"{name}{OTHER}{own}"))
        return {key: {"sorts": [], "block": name, "state": items[0].state} for key in found}

    def _profiles(self, items: list[Item], sorts: Mapping[Member, str], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for p in profiles(items, self._judged)[0]:
            own = sorted(sorts[m] for m in p.members)
            blocks = [f"{name}{OTHER}{s}" for s in own]
            aliases = sorted({key for b in blocks for key, _ in self._shelf.rows("alias", b)})
            row = {"sorts": own, "block": name, "aliases": aliases, **profile_row(p)}
            yield key_of(p.lead), {**row, "company": self._companies(Articles(self._shelf, blocks))}

    def _things(self, items: list[Item], sorts: Mapping[Member, str], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for t in things(items, self._judged):
            own = sorted(sorts[m] for m in t.members)
            key = None if t.key is None else [t.key.text, t.key.rule, t.key.because]
            row = {"block": name, "state": t.state, "key": key, "item": sort(t.item)}
            if key is not None:
                articles = Articles(self._shelf, [f"{name}{OTHER}{s}" for s in own])
                yield key_of(t.item.member), {**row, **_first(t), "sorts": own, "company": self._companies(articles)}
                continue
            for member, published in self._shelf.rows("bearer", f"{name}{OTHER}{own[0]}"):
                yield member, {**row, "published": published, "sorts": [], "company": self._companies([article_of(member)])}

    def _companies(self, articles: Sequence[str]) -> list[Any]:
        """The first articles, each with a hash of what it speaks of."""
        return [[a, self._shelf.get("speaks", a)] for a in articles[:SAMPLE]]


def _first(t: Thing) -> dict[str, Any]:
    return {"published": t.item.article.published}
