"""Who the referents of an article are, looked up article by article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.model import EntityType, Member
from kg.resolve.renewal.kinds import blocks_of
from kg.resolve.renewal.leaves import item_of, telling_of
from kg.resolve.renewal.mentions import Place
from kg.resolve.renewal.shelf import OTHER, Shelf, article_of, key_of, member_of
from kg.resolve.world import Item, Telling, World


class Casts:
    """What is kept of articles and of who is in them."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._leaves: dict[str, dict[str, Any]] = {}
        self._worlds: dict[str, World] = {}
        self._roots: dict[str, str] = {}  # by the block of those who bear one sort of name
        self._canon: dict[str, dict[str, tuple[EntityType, str]]] = {}

    def leaf(self, article: str) -> dict[str, Any]:
        """What is kept of an article; {} for one that is not there."""
        if article not in self._leaves:
            self._leaves[article] = self.shelf.get("leaf", article) or {}
        return self._leaves[article]

    def items(self, article: str) -> Iterator[Item]:
        """The referents of an article, sorted."""
        leaf = self.leaf(article)
        for ident in sorted(leaf.get("items", {})):
            yield item_of(leaf["items"][ident], (article, ident), leaf["published"])

    def item(self, member: Member) -> Item:
        """One referent."""
        leaf = self.leaf(member[0])
        return item_of(leaf["items"][member[1]], member, leaf["published"])

    def tellings(self, article: str) -> tuple[Telling, ...]:
        """The reports of an article, sorted."""
        leaf = self.leaf(article)
        return tuple(telling_of(made, article, leaf["published"]) for made in leaf.get("told", ()))

    def world(self, article: str) -> World:
        """The world of one article."""
        if article not in self._worlds:
            self._worlds[article] = World({i.member: i for i in self.items(article)}, self.tellings(article), {}, frozenset())
        return self._worlds[article]

    def moved(self) -> None:
        """Nothing; from here on, who is in which group is looked up again."""
        self._roots.clear()
        self._canon.clear()

    def tells(self, article: str, kind: str) -> bool:
        """Whether an article names or tells of something of a type."""
        leaf = self.leaf(article)
        return any(made[0] == kind for made in leaf.get("items", {}).values()) or any(t[1] == kind for t in leaf.get("told", ()))

    def roots(self, article: str) -> dict[str, tuple[EntityType, str]]:
        """By referent its type and the key of the first thing of its group; delegations only once they have groups."""
        if article not in self._canon:
            self._canon[article] = self._found(article)
        return self._canon[article]

    def _found(self, article: str) -> dict[str, tuple[EntityType, str]]:
        leaf = self.leaf(article)
        found: dict[str, tuple[EntityType, str]] = {}
        for ident, made in leaf.get("items", {}).items():
            kind: EntityType = made[0]
            key = key_of((article, ident))
            at = leaf["at"].get(ident)
            root = self._root(Place(*at), key) if at else self.shelf.get(f"root {kind}", key)
            if root is not None:
                found[ident] = (kind, root)
        return found

    def _root(self, place: Place, key: str) -> str:
        bearers = place.bearers
        if bearers not in self._roots:
            lead = self.shelf.get("sort", bearers)[2]
            self._roots[bearers] = self.shelf.get(f"root {place.type}", lead) if lead else ""
        root: str = self._roots[bearers] or self.shelf.get(f"root {place.type}", key)
        return root

    def canon(self, article: str) -> dict[Member, Member]:
        """The first member of the group of each referent."""
        return {(article, ident): member_of(root) for ident, (_, root) in self.roots(article).items()}

    def named(self, kind: str, root: str) -> Iterator[str]:
        """The articles that name somebody or something of a group, some more than once."""
        group = self.shelf.get(f"group {kind}", root)
        yield from self.naming(kind, group[0] if group else ())

    def naming(self, kind: str, nodes: Iterable[str]) -> Iterator[str]:
        """The articles that name some things, some more than once."""
        for key in nodes:
            row = self.shelf.get(f"node {kind}", key)
            if row is None or not row["sorts"]:
                yield article_of(key)
            else:
                yield from (article_of(m) for b in blocks_of(row) for m in self.shelf.keys("bearer", b))


def thing(kind: str, root: str) -> str:
    """A group of a kind in one word."""
    return f"{kind}{OTHER}{root}"


def group_of(made: str) -> tuple[str, str]:
    """The kind and the first thing of the group of such a word."""
    kind, _, root = made.partition(OTHER)
    return kind, root
