"""Proposals and groups, renewed where the things that are compared have changed.

What is kept of each kind of thing: the blocks that it is in, its proposals with others, its group. A thing that changed is
compared anew with all that its blocks give; two that did not change, where their blocks have moved them together or apart. Groups
are made anew of all things that proposals, keys or judgements connect with what changed: no other proposal can have a say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from kg.model import Member, Merge
from kg.resolve.cluster import Judgements, Proposal, cluster
from kg.resolve.renewal.neighbours import Pair, Row, compared, pair, pairs_with, shifted
from kg.resolve.renewal.shelf import OTHER, Shelf, key_of, member_of


class Kind(Protocol):
    """How things of a kind are compared."""

    @property
    def name(self) -> str:
        """That of its rows."""

    @property
    def enough(self) -> float:
        """The points from which on a proposal makes things one."""

    @property
    def next(self) -> int:
        """How many neighbours in a block count."""

    def keys(self, node: Member) -> Mapping[str, Any]:
        """The blocks of a thing with its marks in them; in blocks "k" are things of one key."""

    def proposals(self, a: Member, b: Member, near: bool) -> list[Proposal]:
        """What rules propose for two things in their order; ``near`` where a block has them compared."""

    def chain(self, nodes: Sequence[Member], key: str) -> list[Proposal]:
        """The certain proposals for things of one key, sorted."""

    def apart(self, left: Sequence[Member], right: Sequence[Member]) -> str:
        """Why two groups are not one; "" where nothing tells them apart."""


@dataclass(slots=True)
class Moved:
    """The groups (by their first thing) that are no more, and those that are new or other than before; whose group is another."""

    gone: set[Member] = field(default_factory=set)
    made: set[Member] = field(default_factory=set)
    nodes: set[Member] = field(default_factory=set)


class Matching:
    """What is kept of the things of one kind."""

    def __init__(self, shelf: Shelf, kind: Kind, judged: Judgements) -> None:
        self._shelf = shelf
        self._kind = kind
        self._judged = judged
        self._rows: dict[str, list[Row]] = {}
        self._partners: dict[Member, set[Member]] = defaultdict(set)
        for m, other in [(d.left, d.right) for d in judged.same] + [(a, b) for a, b in map(sorted, judged.different)]:
            self._partners[m].add(other)
            self._partners[other].add(m)

    def renew(self, changed: Mapping[Member, bool]) -> Moved:
        """What became of the groups; ``changed`` has the things that are new or other (True), or no more (False)."""
        before = self._file(changed)
        dirty = {m for m, there in changed.items() if there} | self._depending(before)
        near, suspects = self._pairs(dirty, before)
        touched = {*changed, *dirty}
        said = {pair(m, other) for m in touched for other in self._linked(m)}
        for found in said:
            near.setdefault(found, False)
        touched |= {other for m in changed for other in self._partners.get(m, ()) if self._there(other)}
        touched |= {m for block in before if block[0] == "k" for m, _ in self._block(block)}
        for found in suspects - near.keys():
            near[found] = self._compared(*found)
            said.add(found)
        for found, close in near.items():
            if self._propose(found, close, found in said, changed):
                touched.update(found)
        return self._regroup(touched, changed)

    # ---- blocks

    def _block(self, block: str) -> list[Row]:
        found = self._rows.get(block)
        if found is None:
            rows = self._shelf.rows(f"in {self._kind.name}", block)
            found = self._rows[block] = [(member_of(key), mark) for key, mark in rows]
        return found

    def _file(self, changed: Mapping[Member, bool]) -> dict[str, dict[Member, Any]]:
        """By block that has other things, or with other marks: these things with their marks before, None for new ones."""
        before: dict[str, dict[Member, Any]] = defaultdict(dict)
        name = self._kind.name
        for m, there in changed.items():
            key = key_of(m)
            old = self._shelf.get(f"keys {name}", key) or {}
            new = dict(self._kind.keys(m)) if there else {}
            if old == new:
                continue
            self._shelf.put(f"keys {name}", key, new or None)
            for block in old.keys() | new.keys():
                if block not in new:
                    self._shelf.take(f"in {name}", block, key)
                elif old.get(block) != new[block]:
                    self._shelf.add(f"in {name}", block, key, new[block])
                else:
                    continue
                before[block][m] = old.get(block)
        return before

    def _depending(self, before: Mapping[str, Mapping[Member, Any]]) -> set[Member]:
        """The things that are compared by who else is in a block "b": those with no mark there, where marked ones changed."""
        found: set[Member] = set()
        for block, old in before.items():
            if block[0] == "b":
                rows = self._block(block)
                now = dict(rows)
                if any(old[m] or now.get(m) for m in old):
                    found.update(m for m, mark in rows if not mark)
        return found

    def _pairs(self, dirty: set[Member], before: Mapping[str, Mapping[Member, Any]]) -> tuple[dict[Pair, bool], set[Pair]]:
        """The pairs that blocks have compared in which one is dirty; and other pairs that were moved together or apart."""
        near: dict[Pair, bool] = {}
        wanted: dict[str, set[Member]] = defaultdict(set)
        for m in dirty:
            for block in self._shelf.get(f"keys {self._kind.name}", key_of(m)) or {}:
                wanted[block].add(m)
        for block, found in wanted.items():
            if block[0] == "o":
                rows = self._block(block)
                for one in pairs_with(f"u{block}", rows, found, 0):
                    near.setdefault(one, False)
            elif block[0] not in "kb":
                near.update(dict.fromkeys(pairs_with(block, self._block(block), found, self._kind.next), True))
        suspects: set[Pair] = set()
        for block, old in before.items():
            rows = self._block(block)
            earlier = sorted({**dict(rows), **old}.items())
            suspects.update(shifted(block, [(m, mark) for m, mark in earlier if mark is not None], rows, self._kind.next))
        return near, suspects

    def _compared(self, a: Member, b: Member) -> bool:
        """Whether some block has two things compared."""
        one, other = (self._shelf.get(f"keys {self._kind.name}", key_of(m)) or {} for m in (a, b))
        return any(compared(block, self._block(block), a, b, self._kind.next) for block in one if block in other)

    # ---- proposals

    def _linked(self, m: Member) -> list[Member]:
        return [member_of(key) for key in self._shelf.keys(f"with {self._kind.name}", key_of(m))]

    def _propose(self, found: Pair, near: bool, said: bool, changed: Mapping[Member, bool]) -> bool:
        """Whether the proposals for two things are others than before; ``said`` where there may have been some."""
        a, b = found
        there = changed.get(a, True) and changed.get(b, True)
        new = [[p.left == a, p.score, p.rule, p.because] for p in self._kind.proposals(a, b, near)] if there else []
        if not new and not said:
            return False
        name, left, right = f"with {self._kind.name}", key_of(a), key_of(b)
        old = self._shelf.get(f"say {self._kind.name}", f"{left}{OTHER}{right}") or []
        if new == old:
            return False
        self._shelf.put(f"say {self._kind.name}", f"{left}{OTHER}{right}", new or None)
        for one, other in ((left, right), (right, left)):
            if new:
                self._shelf.add(name, one, other)
            else:
                self._shelf.take(name, one, other)
        return True

    # ---- groups

    def _regroup(self, touched: set[Member], changed: Mapping[Member, bool]) -> Moved:
        name = self._kind.name
        nodes = self._connected([m for m in touched if changed.get(m, True)])
        made = cluster(nodes, self._proposals(nodes), self._judged, self._kind.apart, self._kind.enough)
        roots = {m: self._shelf.get(f"root {name}", key_of(m)) for m in {*nodes, *touched}}
        moved = Moved(gone={member_of(root) for root in roots.values() if root})
        for group in made.groups:
            root = group.members[0]
            moved.gone.discard(root)
            row = [list(map(key_of, group.members)), [[key_of(m.left), key_of(m.right), m.rule, m.because] for m in group.merges]]
            if self._shelf.get(f"group {name}", key_of(root)) != row:
                self._shelf.put(f"group {name}", key_of(root), row)
                moved.made.add(root)
            for m in group.members:
                if roots.pop(m) != key_of(root):
                    self._shelf.put(f"root {name}", key_of(m), key_of(root))
                    moved.nodes.add(m)
        for m in roots:
            self._shelf.put(f"root {name}", key_of(m), None)
        for root in moved.gone:
            self._shelf.put(f"group {name}", key_of(root), None)
        return moved

    def _connected(self, begin: Iterable[Member]) -> set[Member]:
        """All things that proposals, keys or judgements connect with some."""
        found, to_do = set(begin), list(begin)
        seen: set[str] = set()
        while to_do:
            m = to_do.pop()
            for other in self._beside(m, seen):
                if other not in found:
                    found.add(other)
                    to_do.append(other)
        return found

    def _beside(self, m: Member, seen: set[str]) -> Iterator[Member]:
        yield from self._linked(m)
        yield from (other for other in self._partners.get(m, ()) if self._there(other))
        for block in self._shelf.get(f"keys {self._kind.name}", key_of(m)) or {}:
            if block[0] == "k" and block not in seen:
                seen.add(block)
                yield from (other for other, _ in self._block(block))

    def _there(self, m: Member) -> bool:
        return self._shelf.get(f"node {self._kind.name}", key_of(m)) is not None

    def _proposals(self, nodes: set[Member]) -> list[Proposal]:
        """All proposals between some things."""
        made: list[Proposal] = []
        blocks: set[str] = set()
        for a in nodes:
            blocks.update(b for b in self._shelf.get(f"keys {self._kind.name}", key_of(a)) or {} if b[0] == "k")
            for b in self._linked(a):
                if a < b:
                    for first, score, rule, because in self._shelf.get(
                        f"say {self._kind.name}", f"{key_of(a)}{OTHER}{key_of(b)}"
                    ):
                        made.append(Proposal(*((a, b) if first else (b, a)), score, rule, because))
        for block in sorted(blocks):
            made += self._kind.chain([m for m, _ in self._block(block)], block[1:])
        return made


def merges_of(row: Sequence[Any]) -> tuple[Merge, ...]:
    """The merges of a group as it is kept."""
    return tuple(Merge(member_of(left), member_of(right), rule, because) for left, right, rule, because in row[1])
