"""Persons: profiles of one name and state, blocked by how names sound, compared by reasons, clustered with vetoes.

Each comparison reason is a function of two profiles that gives points, or None where it does not apply; its docstring is the
explanation that readers get. Points of all reasons add up; two profiles are one person from :data:`ENOUGH` on;
from :data:`POSSIBLE` on they may be, for a reader to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.model import Member, Merge
from kg.resolve.aliases import Aliases
from kg.resolve.cluster import Clustering, Judgements, Proposal, cluster, pairs_of
from kg.resolve.names import FULL, PersonName, Relation, given_group, parse, relate, sounds_rough
from kg.resolve.offices import Office, agreement
from kg.resolve.readings import reading_keys
from kg.resolve.spelling import anglicised, skeleton
from kg.resolve.world import Item, World, marker

ENOUGH = 2.0
POSSIBLE = 1.4
_ORDER: tuple[Relation, ...] = (
    "equal", "spelling", "korean", "order", "ends", "initials", "part", "reading", "tail", "single", "rough", "different"
)  # fmt: skip
_FEW = 50  # bearers of a name that are looked at to tell whether it has only one
_SAMPLE = 6  # articles of a profile whose company is compared


@dataclass(frozen=True, slots=True)
class Profile:
    """Referents of one full name and one state (or a single referent with less than a full name)."""

    lead: Member
    members: tuple[Member, ...]
    names: tuple[PersonName, ...]
    state: str | None
    offices: frozenset[Office]
    articles: tuple[str, ...]
    markers: frozenset[str]

    @property
    def full(self) -> bool:
        """Whether it bears a full name."""
        return self.names[0].full


def resolve_people(world: World, judged: Judgements) -> Clustering:
    """The persons: groups of referents with the merges that make them, and the doubts."""
    found, inside = profiles(world.of_type("Person"), judged)
    by_lead = {p.lead: p for p in found}
    lead = {m: p.lead for p in found for m in p.members}
    named = frozenset(frozenset(lead[m] for m in pair) for pair in world.aliases)
    judge = Judge(world, by_lead, named)
    pairs = {*candidates(found), *(tuple(sorted(pair)) for pair in named if len(pair) == 2)}
    proposals = [judge.propose(by_lead[a], by_lead[b]) for a, b in pairs]
    made = cluster(by_lead, [p for p in proposals if p], judged, judge.apart, ENOUGH)
    return made.unfolded({lead: p.members for lead, p in by_lead.items()}, inside)


# ---- profiles


def profiles(items: Iterable[Item], judged: Judgements) -> tuple[list[Profile], dict[Member, list[Merge]]]:
    """The profiles of persons, and by the first referent of each the merges that join its referents."""
    by_name: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    alone: list[Item] = []
    for item in items:
        name = best_name(item)
        if name.full and item.member not in judged.named:
            by_name[(*name.words, name.suffix)].append(item)
        else:
            alone.append(item)
    found = [_profile([item]) for item in alone]
    inside: dict[Member, list[Merge]] = {profile.lead: [] for profile in found}
    for words in sorted(by_name):
        for group in _by_state(by_name[words]):
            found.append(_profile(group))
            because = f"Both are named {' '.join(words).strip()}, and nothing tells them apart."
            inside[group[0].member] = [Merge(group[0].member, i.member, "same name", because) for i in group[1:]]
    return sorted(found, key=lambda p: p.lead), inside


def _by_state(items: list[Item]) -> Iterator[list[Item]]:
    """Items of one name by state; those without one join the only state there is, or stay one group of their own."""
    groups: dict[str | None, list[Item]] = defaultdict(list)
    for item in items:
        groups[item.state].append(item)
    known = sorted(key for key in groups if key is not None)
    if len(known) == 1 and None in groups:
        groups[known[0]].extend(groups.pop(None))
    for key in [*known, None]:
        if key in groups:
            yield sorted(groups[key], key=lambda i: i.member)


def best_name(item: Item) -> PersonName:
    """The fullest name of a referent; its best one where none is full."""
    names = all_names(item)
    return max(names, key=lambda n: (n.full, n is names[0]))


def all_names(item: Item) -> list[PersonName]:
    """The names of a referent that are names: with a word that is not written all in lower case."""
    named = [n for n in item.referent.names if any(c.isupper() for w in n.split()[-1:] for c in w)]
    return [parse(n) for n in named] or [PersonName("", (f"({item.member[0]} {item.member[1]})",))]


def _profile(group: list[Item]) -> Profile:
    names = {n.words: n for item in reversed(group) for n in all_names(item)}
    best = best_name(group[0])
    others = sorted((n for n in names.values() if n.words != best.words), key=lambda n: (not n.full, n.words))
    full = [n for n in others if n.full and best.full and relate(best, n) != "different"][:3]
    return Profile(
        group[0].member,
        tuple(i.member for i in group),
        (best, *(full if best.full else others[:3])),
        next((i.state for i in group if i.state), None),
        frozenset(o for i in group for o in i.offices),
        tuple(sorted({i.member[0] for i in group})),
        frozenset(m for i in group for m in marker(i)),
    )


# ---- blocking


def candidates(found: Iterable[Profile]) -> set[tuple[Member, Member]]:
    """The pairs worth comparing: names that share two sounds, a sound and an initial, a reading, or an office."""
    full: dict[str, list[Member]] = defaultdict(list)
    short: dict[str, tuple[list[Member], list[Member]]] = defaultdict(lambda: ([], []))
    for profile in found:
        for name in profile.names:
            words = [w for w in (*name.words, *anglicised(name.words)) if len(w) > 1]
            full[f"j {skeleton(''.join(name.words))}"].append(profile.lead)
            for one, other in combinations(words, 2):
                for a, b in product(_sounds(one), _sounds(other)):
                    full[f"w {min(a, b)} {max(a, b)}"].append(profile.lead)
            for word in sorted({skeleton(w) for w in words}):
                short[word][not name.full].append(profile.lead)
            if name.full:
                for key in reading_keys(name.words):
                    full[f"r {key}"].append(profile.lead)
        for key in _office_keys(profile):
            full[key].append(profile.lead)
    pairs = pairs_of(full)
    for word in sorted(short):
        pairs.update(_short_pairs(*short[word]))
    return pairs


def _sounds(word: str) -> tuple[str, ...]:
    """What words of one sound share, and known given names in all their forms."""
    group = given_group(word)
    return (skeleton(word), f"#{group}") if group else (skeleton(word),)


def _office_keys(profile: Profile) -> Iterator[str]:
    if profile.state:
        for o in profile.offices:
            if len(o.words) > 1 or o.words & {"president", "king", "emir", "sultan"}:
                yield f"o {profile.state} {' '.join(sorted(o.words))}"


def _short_pairs(full: list[Member], short: list[Member], most: int = 200) -> Iterator[tuple[Member, Member]]:
    """Each short name with the full ones of its block and with its neighbours among the short ones."""
    ordered = sorted(set(short))
    for i, one in enumerate(ordered):
        for other in [*sorted(set(full))[:most], *ordered[i + 1 : i + 21]]:
            if one != other:
                yield (one, other) if one < other else (other, one)


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

    def __init__(self, world: World, by_lead: Mapping[Member, Profile], named: Aliases = frozenset()) -> None:
        self.world = world
        self.by_lead = by_lead
        self.named = named
        self.scored: dict[tuple[Member, Member], tuple[float, list[Reason]]] = {}
        self.bearers: dict[str, list[Profile]] = defaultdict(list)
        for profile in by_lead.values():
            for word in sorted({skeleton(w) for w in profile.names[0].words}) if profile.full else ():
                if len(self.bearers[word]) < _FEW:
                    self.bearers[word].append(profile)

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
        pairs = ((x, y) for x in a.articles[:_SAMPLE] for y in b.articles[:_SAMPLE] if x != y)
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
