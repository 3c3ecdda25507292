"""From proposals to groups: the strongest merge first, none against a judgement or a reason to stay apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Decision, Member, Merge

CERTAIN = 9.0  # proposals of this strength join what is one by definition; only a judgement stops them
Apart = Callable[[Sequence[Member], Sequence[Member]], bool]


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
    """Groups that grow by merging; a node stands for itself and for the members behind it."""

    def __init__(self, nodes: Iterable[Member], judged: Judgements, apart: Apart) -> None:
        self.root = {node: node for node in nodes}
        self.members = {node: [node] for node in self.root}
        self.merges: dict[Member, list[Merge]] = {node: [] for node in self.root}
        self.apart = apart
        self.enemies: dict[Member, set[Member]] = {}
        for pair in judged.different:
            one, other = sorted(pair)
            self.enemies.setdefault(one, set()).add(other)
            self.enemies.setdefault(other, set()).add(one)

    def find(self, node: Member) -> Member:
        while self.root[node] != node:
            self.root[node] = self.root[self.root[node]]
            node = self.root[node]
        return node

    def join(self, proposal: Proposal, by_rule: bool) -> None:
        if proposal.left not in self.root or proposal.right not in self.root:
            return
        a, b = sorted((self.find(proposal.left), self.find(proposal.right)))
        if a == b or self._judged_apart(a, b):
            return
        if by_rule and proposal.score < CERTAIN and self.apart(self.members[a], self.members[b]):
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        self.root[b] = a
        self.members[a] += self.members.pop(b)
        self.merges[a] += self.merges.pop(b)
        self.merges[a].append(Merge(proposal.left, proposal.right, proposal.rule, proposal.because))

    def _judged_apart(self, a: Member, b: Member) -> bool:
        few, many = sorted((self.members[a], self.members[b]), key=len)
        foes = [self.enemies[m] for m in few if m in self.enemies]
        return bool(foes) and any(not f.isdisjoint(many) for f in foes)


def never(left: Sequence[Member], right: Sequence[Member]) -> bool:
    """No reason to keep two groups apart."""
    return False


def cluster(
    nodes: Iterable[Member], proposals: Iterable[Proposal], judged: Judgements, apart: Apart = never
) -> tuple[Group, ...]:
    """The groups that the proposals make, strongest first; independent of the order in which they come.

    Judged the same is merged before any rule; judged different is never in one group, whatever rules say.
    """
    forest = _Forest(nodes, judged, apart)
    for d in judged.same:
        forest.join(Proposal(d.left, d.right, 99.0, "judged the same", f"{d.who} judged them the same on {d.when}"), False)
    for proposal in sorted(proposals, key=lambda p: (-p.score, p.left, p.right, p.rule)):
        forest.join(proposal, True)
    groups = (
        Group(tuple(sorted(members)), tuple(sorted(forest.merges[node], key=lambda m: (m.left, m.right, m.rule))))
        for node, members in forest.members.items()
    )
    return tuple(sorted(groups, key=lambda g: g.members))


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


def pairs_of(blocks: Mapping[str, Iterable[Member]], most: int = 60) -> list[tuple[Member, Member]]:
    """The pairs to compare: all within a block, in a block of more than ``most`` each with its ``most`` next neighbours."""
    found: set[tuple[Member, Member]] = set()
    for key in sorted(blocks):
        block = sorted(set(blocks[key]))
        for i, left in enumerate(block):
            found.update((left, right) for right in block[i + 1 : i + 1 + most])
    return sorted(found)
