"""From proposals to groups: the strongest merge first, none against a judgement or a reason to stay apart.

A proposal below what its rules hold to be enough merges nothing; where its two ends stay apart it comes back as a
:class:`kg.model.Doubt`, and so does a strong one that something forbids.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Decision, Doubt, Member, Merge

CERTAIN = 9.0  # proposals of this strength join what is one by definition; only a judgement stops them
JUDGED = "A person has judged them, or what they are one with, to be different."
Apart = Callable[[Sequence[Member], Sequence[Member]], str]  # what forbids that two groups are one, in words; "" where nothing


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two members that a rule holds to be the same, how strongly, and why in words for a reader."""

    left: Member
    right: Member
    score: float
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Group:
    """Members held to be one thing, sorted, and the merges that hold them together."""

    members: tuple[Member, ...]
    merges: tuple[Merge, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """People's decisions in force: of several on one pair the latest counts, and "different" where two are equally late."""

    same: tuple[Decision, ...]
    different: frozenset[frozenset[Member]]
    named: frozenset[Member]


def judgements(decisions: Iterable[Decision]) -> Judgements:
    """The decisions in force."""
    latest: dict[frozenset[Member], Decision] = {}
    for d in sorted(decisions, key=lambda d: (d.when, not d.same, d.who, d.left, d.right)):
        latest[frozenset((d.left, d.right))] = d
    same = tuple(sorted(d for d in latest.values() if d.same and d.left != d.right))
    different = frozenset(pair for pair, d in latest.items() if not d.same and len(pair) == 2)
    return Judgements(same, different, frozenset(m for pair in latest for m in pair))


class _Forest:
    """Groups that grow by merging. A group has parts, which rules have made; people's judgements join parts, so that what tells
    two parts apart (an article that names both, say) is no reason against what a rule adds to one of them.
    """

    def __init__(self, judged: Judgements, apart: Apart) -> None:
        self.groups = _Sets()
        self.parts = _Sets()
        self.merges: dict[Member, list[Merge]] = {}  # of groups of several, by their roots
        self.apart = apart
        self.enemies: dict[Member, set[Member]] = {}
        for pair in judged.different:
            one, other = sorted(pair)
            self.enemies.setdefault(one, set()).add(other)
            self.enemies.setdefault(other, set()).add(one)

    def judge(self, d: Decision) -> None:
        """Join what a person has judged the same, but never what another judgement keeps apart."""
        a, b = self.groups.find(d.left), self.groups.find(d.right)
        if a != b and not self.judged_apart(a, b):
            on = f" on {d.when}" if d.when else ""
            because = f"{d.who or 'Somebody'} judged them the same{on}"
            self._join(a, b, Merge(d.left, d.right, "judged the same", because))

    def propose(self, p: Proposal) -> str:
        """Join what a rule proposes; what forbids it, in words, or "" where the two are one now."""
        a, b = self.groups.find(p.left), self.groups.find(p.right)
        if a == b:
            return ""
        if self.judged_apart(a, b):
            return JUDGED
        one, other = self.parts.find(p.left), self.parts.find(p.right)
        if p.score < CERTAIN and (against := self.apart(*sorted((self.parts.of(one), self.parts.of(other))))):
            return against
        self.parts.join(one, other)
        self._join(a, b, Merge(p.left, p.right, p.rule, p.because))
        return ""

    def _join(self, a: Member, b: Member, merge: Merge) -> None:
        kept = self.groups.join(a, b)
        gone = b if kept == a else a
        self.merges.setdefault(kept, []).extend((*self.merges.pop(gone, ()), merge))

    def judged_apart(self, a: Member, b: Member) -> bool:
        """Whether a person has judged some of one group different from some of the other; both are given by their roots."""
        if not self.enemies:
            return False
        few, many = sorted((self.groups.of(a), self.groups.of(b)), key=len)
        foes = [self.enemies[m] for m in few if m in self.enemies]
        return bool(foes) and any(not f.isdisjoint(many) for f in foes)


class _Sets:
    """Disjoint sets of members (union-find) that know what is in each; a member that was never joined is a set of its own."""

    def __init__(self) -> None:
        self.root: dict[Member, Member] = {}
        self.members: dict[Member, list[Member]] = {}  # of sets of several, by their roots

    def find(self, node: Member) -> Member:
        while (above := self.root.get(node, node)) != node:
            self.root[node] = node = self.root.get(above, above)
        return node

    def of(self, root: Member) -> list[Member]:
        """What is in the set with that root."""
        return self.members.get(root) or [root]

    def join(self, a: Member, b: Member) -> Member:
        """The root of the set that two roots' sets become: that of the larger, of equals the lesser."""
        a, b = sorted((a, b))
        if len(self.of(a)) < len(self.of(b)):
            a, b = b, a
        self.root[b] = a
        self.members.setdefault(a, [a]).extend(self.members.pop(b, (b,)))
        return a


def never(left: Sequence[Member], right: Sequence[Member]) -> str:
    """No reason to keep two groups apart."""
    return ""


@dataclass(frozen=True, slots=True)
class Clustering:
    """The groups, and the doubts about pairs of members of different ones."""

    groups: tuple[Group, ...]
    doubts: tuple[Doubt, ...]

    def unfolded(self, members: Mapping[Member, Sequence[Member]], inside: Mapping[Member, Sequence[Merge]]) -> Clustering:
        """The groups with all members that stand behind each node, and the merges that hold these together."""
        groups = []
        for group in self.groups:
            merges = [*group.merges, *(merge for node in group.members for merge in inside[node])]
            found = tuple(sorted(m for node in group.members for m in members[node]))
            groups.append(Group(found, tuple(sorted(merges, key=lambda m: (m.left, m.right, m.rule)))))
        return Clustering(tuple(sorted(groups, key=lambda g: g.members)), self.doubts)


def cluster(
    nodes: Collection[Member], proposals: Iterable[Proposal], judged: Judgements, apart: Apart = never, enough: float = 0.0
) -> Clustering:
    """What the proposals of at least ``enough`` points make, strongest first; independent of the order in which they come.

    Judged the same is merged before any rule; judged different is never in one group, whatever rules say.
    """
    forest = _Forest(judged, apart)
    for d in judged.same:
        if d.left in nodes and d.right in nodes:
            forest.judge(d)
    open_ones: list[tuple[Proposal, str]] = []
    for p in sorted(proposals, key=lambda p: (-p.score, p.left, p.right, p.rule)):
        if p.left in nodes and p.right in nodes:
            against = forest.propose(p) if p.score >= enough else ""
            if against or p.score < enough:
                open_ones.append((p, against))
    groups = [Group((node,), ()) for node in nodes if forest.groups.find(node) == node and node not in forest.merges]
    for node, merges in forest.merges.items():
        groups.append(
            Group(tuple(sorted(forest.groups.of(node))), tuple(sorted(merges, key=lambda m: (m.left, m.right, m.rule))))
        )
    return Clustering(tuple(sorted(groups, key=lambda g: g.members)), _doubts(open_ones, forest))


def _doubts(open_ones: Iterable[tuple[Proposal, str]], forest: _Forest) -> tuple[Doubt, ...]:
    """The strongest open proposal between each two groups: the first of each two, for they come by strength."""
    found: dict[tuple[Member, Member], Doubt] = {}
    for p, against in open_ones:
        a, b = sorted((forest.groups.find(p.left), forest.groups.find(p.right)))
        if a != b and (a, b) not in found:
            reason = JUDGED if forest.judged_apart(a, b) else against
            found[a, b] = Doubt(p.left, p.right, p.score, p.because, reason)
    return tuple(found.values())


def by_key(keys: Mapping[Member, str], rule: str, because: str) -> list[Proposal]:
    """A chain of certain proposals through the members of each key; ``because`` may hold ``{key}``."""
    first: dict[str, Member] = {}
    out = []
    for member in sorted(keys):
        key = keys[member]
        if key in first:
            out.append(Proposal(first[key], member, CERTAIN, rule, because.format(key=key)))
        first.setdefault(key, member)
    return out


def pairs_of(
    blocks: Mapping[str, Iterable[Member]], most: int = 60, only: Collection[Member] | None = None, small: int = 16
) -> set[tuple[Member, Member]]:
    """The pairs to compare: all within a block, in a block of more than ``most`` each with its ``most`` next neighbours.

    They are in no order, for proposals are taken by their strength.

    Where ``only`` is given, a block of more than ``small`` gives no pair of which neither is in it.
    """
    found: set[tuple[Member, Member]] = set()
    for members in blocks.values():
        block = sorted(set(members))
        for i, left in enumerate(block):
            rights = block[i + 1 : i + 1 + most]
            if only is not None and len(block) > small and left not in only:
                rights = [right for right in rights if right in only]
            found.update((left, right) for right in rights)
    return found
