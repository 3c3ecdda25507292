"""Persons: profiles of one name and state, blocked by how names sound, compared by reasons, clustered with vetoes.

Each comparison reason is a function of two profiles that gives points, or None where it does not apply; its docstring is the
explanation that readers get. Points of all reasons add up; two profiles are one person from :data:`ENOUGH` on;
from :data:`POSSIBLE` on they may be, for a reader to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Member
from kg.resolve.cluster import Clustering, Judgements, Proposal, cluster
from kg.resolve.names import FULL, Relation, relate, sounds_rough
from kg.resolve.offices import agreement
from kg.resolve.profiles import Profile, bearers, candidates, profiles
from kg.resolve.spelling import skeleton
from kg.resolve.world import SAMPLE, World

ENOUGH = 2.0
POSSIBLE = 1.4
_ORDER: tuple[Relation, ...] = (
    "equal", "spelling", "korean", "order", "ends", "initials", "part", "reading", "tail", "single", "rough", "different"
)  # fmt: skip


def resolve_people(world: World, judged: Judgements) -> Clustering:
    """The persons: groups of referents with the merges that make them, and the doubts."""
    found, inside = profiles(world.of_type("Person"), judged)
    by_lead = {p.lead: p for p in found}
    lead = {m: p.lead for p in found for m in p.members}
    named = frozenset(frozenset(lead[m] for m in pair) for pair in world.aliases)
    judge = Judge(world, by_lead, bearers(found), named)
    pairs = {*candidates(found), *(tuple(sorted(pair)) for pair in named if len(pair) == 2)}
    proposals = [judge.propose(by_lead[a], by_lead[b]) for a, b in pairs]
    made = cluster(by_lead, [p for p in proposals if p], judged, judge.apart, ENOUGH)
    return made.unfolded({lead: p.members for lead, p in by_lead.items()}, inside)


# ---- comparison


def relation(a: Profile, b: Profile) -> Relation:
    """The strongest relation between the names of two profiles; "rough" where they only sound alike."""
    best = min((relate(x, y) for x in a.names for y in b.names), key=_ORDER.index)
    if best == "different" and sounds_rough(a.names[0], b.names[0]):
        return "rough"
    return best


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles with what several reasons look at: the relation of their names and the company they share."""

    left: Profile
    right: Profile
    relation: Relation
    company: float
    alone: bool  # whether nobody else bears the single name of the one
    alias: bool  # whether an article gives the one name in brackets after the other


Reason = Callable[[Pair], float | None]


def other_name_in_brackets(p: Pair) -> float | None:
    """An article gives the one name in brackets, or as another name, right after the other."""
    return 3.0 if p.alias else None


def same_full_name(p: Pair) -> float | None:
    """Both bear the same full name."""
    return 3.0 if p.relation == "equal" else None


def same_name_spelled_otherwise(p: Pair) -> float | None:
    """Every part of the one name is a spelling of a part of the other."""
    return 2.5 if p.relation == "spelling" else None


def same_korean_syllables(p: Pair) -> float | None:
    """Both names are Latin spellings of the same Korean syllables."""
    return 2.3 if p.relation == "korean" else None


def same_parts_in_another_order(p: Pair) -> float | None:
    """The names have the same parts, with the family name first in one and last in the other."""
    return 2.0 if p.relation == "order" else None


def shorter_form(p: Pair) -> float | None:
    """One name leaves out middle parts of the other, and keeps the first and the last."""
    return 2.0 if p.relation == "ends" else None


def initials(p: Pair) -> float | None:
    """The family names agree, and an initial of the one fits the given name of the other."""
    return 1.5 if p.relation == "initials" else None


def first_parts(p: Pair) -> float | None:
    """One name is the beginning of the other."""
    return 1.3 if p.relation == "part" else None


def last_parts(p: Pair) -> float | None:
    """One name is the end of the other, which has another part before it."""
    return 0.9 if p.relation == "tail" else None


def same_characters(p: Pair) -> float | None:
    """Both names can be readings of the same Chinese characters in two languages, syllable by syllable."""
    if p.relation != "reading":
        return None
    return 1.6 if max(len(n.words) for n in (p.left.names[0], p.right.names[0])) > 2 else 1.3


def single_name(p: Pair) -> float | None:
    """One is only called by one name, which is part of the other's."""
    return 0.8 if p.relation == "single" else None


def similar_sound(p: Pair) -> float | None:
    """The names sound alike as names do that went through another script and back."""
    return 0.3 if p.relation == "rough" else None


def same_state(p: Pair) -> float | None:
    """Both belong to the same state."""
    return 0.6 if p.left.state and p.left.state == p.right.state else None


def other_state(p: Pair) -> float | None:
    """They belong to different states."""
    return -1.5 if p.left.state and p.right.state and p.left.state != p.right.state else None


def same_office(p: Pair) -> float | None:
    """Both hold the same office."""
    if p.left.state and p.right.state and p.left.state != p.right.state:
        return None
    return 1.0 if agreement(p.left.offices, p.right.offices) == "same" else None


def fitting_office(p: Pair) -> float | None:
    """The title of the one is a shorter form of the other's."""
    return 0.2 if agreement(p.left.offices, p.right.offices) == "compatible" else None


def other_office(p: Pair) -> float | None:
    """They hold different offices."""
    if agreement(p.left.offices, p.right.offices) != "other":
        return None
    return -0.2 if p.left.state and p.left.state == p.right.state else -0.5


def same_company(p: Pair) -> float | None:
    """The articles name them in the same company: the same other persons, bodies, places and states."""
    return min(0.9, 0.3 * p.company) if p.company >= 0.5 else None


def only_bearer(p: Pair) -> float | None:
    """Nobody else in the collection bears that name."""
    return 0.4 if p.relation == "single" and p.alone else None


def both_in_one_article(p: Pair) -> float | None:
    """An article names both as two persons."""
    return -0.5 if not p.alias and set(p.left.articles) & set(p.right.articles) else None


REASONS: tuple[Reason, ...] = (
    other_name_in_brackets, same_full_name, same_name_spelled_otherwise, same_korean_syllables, same_parts_in_another_order,
    shorter_form, initials, first_parts, last_parts, same_characters, single_name, similar_sound, same_state, other_state,
    same_office, fitting_office, other_office, same_company, only_bearer, both_in_one_article,
)  # fmt: skip


# ---- decision


class Judge:
    """Scores pairs of profiles and says which groups must stay apart; remembers what it has scored."""

    def __init__(
        self,
        world: World,
        by_lead: Mapping[Member, Profile],
        bearers: Mapping[str, Sequence[Profile]],
        named: Container[frozenset[Member]] = frozenset(),
    ) -> None:
        self.world = world
        self.by_lead = by_lead
        self.named = named
        self.scored: dict[tuple[Member, Member], tuple[float, list[Reason]]] = {}
        self.bearers = bearers

    def score(self, a: Profile, b: Profile) -> tuple[float, list[Reason]]:
        """The points of two profiles and the reasons that gave them; the strongest "no" where names or articles differ."""
        if b.lead < a.lead:
            a, b = b, a
        key = (a.lead, b.lead)
        if key not in self.scored:
            self.scored[key] = self._score(a, b)
        return self.scored[key]

    def _score(self, a: Profile, b: Profile) -> tuple[float, list[Reason]]:
        how = relation(a, b)
        alias = frozenset((a.lead, b.lead)) in self.named
        if not alias and (how == "different" or (how not in FULL and self._side_by_side(a, b))):
            return -9.0, []
        pair = Pair(a, b, how, self._company(a, b), how == "single" and self._only_bearer(a, b), alias)
        given = [(reason, reason(pair)) for reason in REASONS]
        return round(sum(points or 0.0 for _, points in given), 6), [r for r, points in given if points is not None]

    def _side_by_side(self, a: Profile, b: Profile) -> bool:
        """Whether articles that name the one often name the other as somebody else."""
        both = len(set(a.articles) & set(b.articles))
        return 4 * both >= min(len(a.articles), len(b.articles)) and both > 0

    def _only_bearer(self, a: Profile, b: Profile) -> bool:
        """Whether all full names with the single name of ``a`` or ``b`` can be one person's."""
        if a.full == b.full:
            return False
        single, full = (b, a) if a.full else (a, b)
        bearers = self.bearers.get(skeleton(single.names[0].words[0]), ())
        others = [p for p in bearers if relate(single.names[0], p.names[0]) == "single"]
        return all(relate(full.names[0], p.names[0]) in FULL | {"ends", "initials"} for p in others)

    def _company(self, a: Profile, b: Profile) -> float:
        out = a.markers | b.markers
        pairs = ((x, y) for x in a.articles[:SAMPLE] for y in b.articles[:SAMPLE] if x != y)
        return max((self.world.overlap(x, y, out) for x, y in pairs), default=0.0)

    def propose(self, a: Profile, b: Profile) -> Proposal | None:
        """The proposal to merge two profiles, with its reasons in words; None if there is too little to say so."""
        score, reasons = self.score(a, b)
        if score < POSSIBLE:
            return None
        said = " ".join((r.__doc__ or "").strip() for r in reasons)
        because = f"{a.names[0].text} / {b.names[0].text}: {said} ({score:.2f} points, {ENOUGH} suffice)"
        return Proposal(a.lead, b.lead, score, reasons[0].__name__.replace("_", " "), because)

    def apart(self, left: Sequence[Member], right: Sequence[Member]) -> str:
        """Why some of one group cannot be some of the other: other names, other states, or side by side in an article."""
        for a in (self.by_lead[m] for m in left):
            for b in (self.by_lead[m] for m in right):
                score, _ = self.score(a, b)
                if score < ENOUGH and a.state and b.state and a.state != b.state:
                    return f"{a.names[0].text} and {b.names[0].text} belong to different states."
                if score < -1:
                    return f"{a.names[0].text} and {b.names[0].text} have different names, or articles name them side by side."
        return ""
