"""Profiles of persons, one for each full name and state, and the blocks in which profiles are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.model import Member, Merge
from kg.resolve.cluster import Judgements, pairs_of
from kg.resolve.names import PersonName, given_group, parse, relate
from kg.resolve.offices import Office
from kg.resolve.readings import reading_keys
from kg.resolve.spelling import anglicised, skeleton
from kg.resolve.world import Item, marker

NEXT = 60  # neighbours in a block with which a profile is compared
FULL_ONES, SHORT_ONES = 200, 20  # full names of one word with which a short one is compared, and next short ones
FEW = 50  # bearers of a name that are looked at to tell whether it has only one


@dataclass(frozen=True, slots=True)
class Profile:
    """Referents of one full name and one state (or a single referent with less than a full name)."""

    lead: Member
    members: tuple[Member, ...]
    names: tuple[PersonName, ...]
    state: str | None
    offices: frozenset[Office]
    articles: Sequence[str]
    markers: frozenset[str]

    @property
    def full(self) -> bool:
        """Whether it bears a full name."""
        return self.names[0].full


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
        for key in block_keys(profile):
            full[key].append(profile.lead)
        for word, is_short in single_words(profile):
            short[word][is_short].append(profile.lead)
    pairs = pairs_of(full, NEXT)
    for word in sorted(short):
        pairs.update(_short_pairs(*short[word]))
    return pairs


def block_keys(profile: Profile) -> Iterator[str]:
    """The blocks by what names share, and by office, in which a profile is compared with its next neighbours."""
    for name in profile.names:
        words = _words(name)
        yield f"j {skeleton(''.join(name.words))}"
        for one, other in combinations(words, 2):
            for a, b in product(_sounds(one), _sounds(other)):
                yield f"w {min(a, b)} {max(a, b)}"
        if name.full:
            yield from (f"r {key}" for key in reading_keys(name.words))
    yield from _office_keys(profile)


def single_words(profile: Profile) -> Iterator[tuple[str, bool]]:
    """The words by which a short name is compared with full ones, each with whether it is of a short name."""
    for name in profile.names:
        yield from ((word, not name.full) for word in sorted({skeleton(w) for w in _words(name)}))


def borne(profile: Profile) -> list[str]:
    """The words of a full name whose bearer the profile is; none for a name that is not full."""
    return sorted({skeleton(w) for w in profile.names[0].words}) if profile.full else []


def bearers(found: Iterable[Profile]) -> Mapping[str, Sequence[Profile]]:
    """By word, the first profiles whose full names have it."""
    listed: dict[str, list[Profile]] = defaultdict(list)
    for profile in found:
        for word in borne(profile):
            if len(listed[word]) < FEW:
                listed[word].append(profile)
    return listed


def _words(name: PersonName) -> list[str]:
    return [w for w in (*name.words, *anglicised(name.words)) if len(w) > 1]


def _sounds(word: str) -> tuple[str, ...]:
    """What words of one sound share, and known given names in all their forms."""
    group = given_group(word)
    return (skeleton(word), f"#{group}") if group else (skeleton(word),)


def _office_keys(profile: Profile) -> Iterator[str]:
    if profile.state:
        for o in profile.offices:
            if len(o.words) > 1 or o.words & {"president", "king", "emir", "sultan"}:
                yield f"o {profile.state} {' '.join(sorted(o.words))}"


def _short_pairs(full: list[Member], short: list[Member]) -> Iterator[tuple[Member, Member]]:
    """Each short name with the full ones of its block and with its neighbours among the short ones."""
    ordered = sorted(set(short))
    for i, one in enumerate(ordered):
        for other in [*sorted(set(full))[:FULL_ONES], *ordered[i + 1 : i + 1 + SHORT_ONES]]:
            if one != other:
                yield (one, other) if one < other else (other, one)
