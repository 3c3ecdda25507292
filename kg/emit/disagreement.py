"""Claims that disagree: two values of a single-valued property of one thing, and what resolution found to be told otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from kg import vocabulary as v
from kg.emit.dates import days
from kg.emit.page import ClaimNode, line
from kg.model import Claim, Dispute, Member
from kg.terms import parse

Values = Mapping[str, frozenset[str]]  # what one report gives for a property: its claims by value, both as terms


def contradictions(told: Iterable[Values]) -> Iterator[tuple[str, str]]:
    """The pairs of claims that contradict each other, each pair in one direction.

    What one report tells together (two leaders, a month and a day in it) is no contradiction, and neither is a value to one
    that the other report tells too, or tells more precisely.
    """
    claims: dict[frozenset[str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for values in told:
        for value, found in values.items():
            claims[frozenset(values)][value] |= found
    for one, other in combinations(sorted(claims, key=sorted), 2):
        for a, b in product(sorted(one), sorted(other)):
            if all(exclude(a, value) for value in other) and all(exclude(value, b) for value in one):
                yield from product(sorted(claims[one][a]), sorted(claims[other][b]))


def exclude(one: str, other: str) -> bool:
    """Whether two terms cannot both be the value: two entities, two numbers, or two dates of which neither lies in the other.

    Text that is no date excludes nothing: who calls a person minister does not contradict who says defence minister.
    """
    if one == other:
        return False
    left, right = parse(one), parse(other)
    if left.kind == "uri" or right.kind == "uri":
        return left.kind == right.kind
    if left.value.isdigit() and right.value.isdigit():
        return True  # two numbers, or two years
    a, b = days(left.value), days(right.value)
    return bool(a and b and (a[1] < b[0] or b[1] < a[0]))


class Disputed:
    """The claims of the reports that are in dispute, noted article by article, and the links between them."""

    def __init__(self, disputes: Iterable[Dispute]) -> None:
        self.disputes = tuple(disputes)
        self.members = {member for d in self.disputes for member in (d.left, d.right)}
        self.nodes: dict[tuple[Member, str], dict[str, ClaimNode]] = defaultdict(dict)

    def note(self, member: Member, claims: Iterable[tuple[Claim, ClaimNode]]) -> None:
        """Keep the claims of a report by their roles, if it is in dispute."""
        if member in self.members:
            for claim, node in claims:
                self.nodes[member, claim.role][node.iri] = node

    def lines(self) -> Iterator[tuple[Dispute, list[str]]]:
        """The links of each, both directions; what is denied is linked where it is the same value that is."""
        for d in self.disputes:
            predicate = v.CONTRADICTS if d.excludes else v.DIFFERS_FROM
            left, right = self.nodes[d.left, d.roles[0]], self.nodes[d.right, d.roles[1]]
            pairs = [
                (one, other)
                for (one, a), (other, b) in product(sorted(left.items()), sorted(right.items()))
                if a.subject != b.subject or a.value == b.value
            ]
            yield d, [found for one, other in pairs for found in (line(one, predicate, other), line(other, predicate, one))]
