"""Organisations, places and occasions: telling words of their names, acronyms, state and company; body and sub-body apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.config import data_dir
from kg.model import PUBLISHER, EntityType, Member
from kg.resolve.cluster import CERTAIN, Clustering, Judgements, Proposal, by_key, cluster, pairs_of
from kg.resolve.spelling import alike, fold, skeleton
from kg.resolve.states import bare, states
from kg.resolve.windows import days_apart
from kg.resolve.world import Item, World, marker

ENOUGH = 2.0
POSSIBLE = 1.5
_STOP = frozenset("the a an of and for to in on at s by with de la".split())
_FILLERS = {"Place": frozenset("city town".split()), "Occasion": frozenset("great celebration armed".split())}
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of names by what they tell; see ``ontology/bodies.tsv``."""

    of_state: frozenset[str]
    vague: frozenset[str]
    same: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words of ``ontology/bodies.tsv``, read once."""
    found: dict[str, set[str]] = {"of-state": set(), "vague": set()}
    same: list[tuple[str, str]] = []
    for line in (data_dir("ontology") / "bodies.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        role, _, words = line.partition("\t")
        if role == "same":
            first, *others = words.split()
            same.extend((other.replace("-", " "), first) for other in others)
        elif role in found:
            found[role].update(words.split())
    return Lexicon(frozenset(found["of-state"]), frozenset(found["vague"]), tuple(sorted(same, key=lambda s: (-len(s[0]), s))))


@dataclass(frozen=True, slots=True)
class Label:
    """One name taken apart: its words, the state it names, the number of an anniversary, whether it is an acronym."""

    words: frozenset[str]
    state: str | None
    number: str | None
    acronym: bool
    letters: str  # the initials of its words as written


@lru_cache(maxsize=65536)
def label(name: str, kind: EntityType) -> Label:
    """The parts of a name of a body, place or occasion."""
    text = bare(re.sub(r"\(.*?\)", " ", name))
    for word, ordinal in ((w, f"{i}th") for i, w in enumerate(_WORDS, 1)):
        text = re.sub(rf"\b{word}\b(?= (anniversary|birthday|round|session|summit|meeting))", ordinal, text)
    for i, word in enumerate(_TENS, 1):
        text = re.sub(rf"\b{word[:-1] + 'ie' if word.endswith('y') else word}th\b", f"{i}0th", text)
    number = _ORDINAL.search(text)
    text = _YEAR.sub(" ", _ORDINAL.sub(" ", text))
    for other, first in lexicon().same:
        text = re.sub(rf"\b{other}\b", first, text)
    state, words = states().split(tuple(text.split())) if kind != "Place" else (None, tuple(text.split()))
    kept = frozenset(_singular(w) for w in words if w not in _STOP) - _FILLERS.get(kind, frozenset())
    if "politburo" in kept:
        kept -= {"central", "committee"}
    letters = "".join(w[0] for w in re.findall(r"[A-Za-z]+", fold(name)) if w not in _STOP)
    return Label(kept, state, number.group(1) if number else None, _acronym(name), letters)


def _acronym(name: str) -> bool:
    plain = name.replace(".", "")
    return plain.isupper() and plain.isalpha() and 2 <= len(plain) <= 8


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@dataclass(frozen=True, slots=True)
class Thing:
    """A referent with its names taken apart; ``state`` is the one it belongs to."""

    item: Item
    labels: tuple[Label, ...]
    state: str | None

    @property
    def number(self) -> str | None:
        """The number of the anniversary, if one of its names tells it."""
        return next((b.number for b in self.labels if b.number), None)


def resolve_things(world: World, kind: EntityType, judged: Judgements) -> Clustering:
    """The entities of one type (Organization, Place or Occasion) with the merges that make them, and the doubts."""
    things = {i.member: _thing(i, kind) for i in world.of_type(kind)}
    judge = Judge(world, things)
    keys = {m: key for m, t in things.items() if (key := certain_key(t))}
    chains = [p for group in _by_value(keys).values() for p in _chain(group)]
    plain = _plain_keys(things)
    chains += by_key(plain, "same name", "Both have the same telling name, and nothing tells them apart.")
    chains += _outlets(things)
    pairs = pairs_of(_blocks(things), most=30)
    joined = {**plain, **keys}
    proposals = [judge.propose(things[a], things[b]) for a, b in pairs if a not in joined or joined[a] != joined.get(b)]
    return cluster(things, chains + [p for p in proposals if p], judged, judge.apart, ENOUGH)


def certain_key(thing: Thing) -> str | None:
    """What makes a thing certainly one: the gazetteer's key, or being a state's capital; None for others."""
    referent = thing.item.referent
    if referent.known:
        return referent.known
    if referent.type == "Place":
        for name in referent.names:
            if key := states().capitals.get(bare(name)):
                return f"capital of {key}"
    return None


def _plain_keys(things: Mapping[Member, Thing]) -> dict[Member, str]:
    """For names that tell enough by themselves: the words of the first name with the state."""
    generic = lexicon().of_state | lexicon().vague
    return {
        m: f"{t.state} {' '.join(sorted(t.labels[0].words))}"
        for m, t in things.items()
        if t.item.referent.type != "Occasion" and not certain_key(t) and t.labels and len(t.labels[0].words - generic) > 1
    }


def _outlets(things: Mapping[Member, Thing]) -> list[Proposal]:
    """Joins the outlets of articles by name, and each with the organisation of that name which its article names."""
    keys = {m: bare(t.item.referent.names[0]) for m, t in things.items() if m[1] == PUBLISHER}
    found = by_key(keys, "same outlet", "Both articles name {key} as their outlet.")
    for m, t in things.items():
        outlet = keys.get((m[0], PUBLISHER))
        if m[1] != PUBLISHER and outlet and outlet in {bare(n) for n in t.item.referent.names}:
            because = "The article names the outlet that publishes it."
            found.append(Proposal(m, (m[0], PUBLISHER), CERTAIN, "same outlet", because))
    return found


def _by_value(keys: Mapping[Member, str]) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(keys):
        found[keys[member]].append(member)
    return found


def _chain(group: list[Member]) -> Iterator[Proposal]:
    for other in group[1:]:
        yield Proposal(group[0], other, CERTAIN, "gazetteer", "The gazetteer has one entry for both names.")


def _thing(item: Item, kind: EntityType) -> Thing:
    labels = tuple(label(n, kind) for n in item.referent.names if n)
    return Thing(item, labels, item.state or next((b.state for b in labels if b.state), None))


def _blocks(things: Mapping[Member, Thing]) -> dict[str, list[Member]]:
    """Blocks by each telling word, by word pair where all words are of any state, by acronym and by initials."""
    blocks: dict[str, list[Member]] = defaultdict(list)
    for member, thing in things.items():
        for b in thing.labels:
            telling = b.words - lexicon().of_state - lexicon().vague
            for word in telling:
                blocks[f"w {skeleton(word) if len(word) > 4 else word} {b.number or ''}"].append(member)
            if not telling and b.words:
                for word in sorted(b.words if thing.state else ()):
                    blocks[f"s {thing.state} {word}"].append(member)
                blocks[f"s {' '.join(sorted(b.words))} {thing.item.article.published or ''}"[:60]].append(member)
            if b.acronym or len(b.letters) > 1:
                blocks[f"a {b.letters if not b.acronym else fold(''.join(sorted(b.words)))}"].append(member)
    return blocks


# ---- reasons


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things with the names that fit best and the company they share."""

    left: Thing
    right: Thing
    a: Label
    b: Label
    company: float


Reason = Callable[[Pair], float | None]


def same_words(p: Pair) -> float | None:
    """Both names have the same telling words."""
    if not p.a.words or p.a.words != p.b.words or p.a.words <= lexicon().vague:
        return None
    if p.left.item.referent.type == "Occasion" and not p.a.number and "war" not in p.a.words:
        return 1.4  # a holiday: another state's of the same name is another occasion
    if p.a.words - lexicon().of_state - lexicon().vague:
        return 2.2
    return (
        (0.6, 1.4, 1.4)[min(len(p.a.words), 3) - 1]
        if p.left.state and p.right.state
        else (0.3, 0.9, 1.2)[min(len(p.a.words), 3) - 1]
    )


def acronym_of_the_long_form(p: Pair) -> float | None:
    """One name is made of the initials of the other."""
    for short, long in ((p.a, p.b), (p.b, p.a)):
        if short.acronym and not long.acronym and len(long.letters) > 1 and "".join(sorted(short.words)) == long.letters:
            return 2.0 if len(long.letters) > 2 else 1.8
    return None


def shorter_form(p: Pair) -> float | None:
    """One name is a shorter form of the other, with the same telling word."""
    few, many = sorted((p.a.words, p.b.words), key=len)
    telling = few - lexicon().of_state - lexicon().vague
    more = many - few
    if not few < many or not (telling or len(few) > 1) or _head(p.a) != _head(p.b):
        return None
    if not telling and not (p.left.state and p.right.state):
        return 0.5
    return 1.7 if more <= lexicon().of_state | lexicon().vague or len(more) == 1 else 0.9


def similar_words(p: Pair) -> float | None:
    """Most telling words of the names agree, some in another spelling."""
    if (
        p.a.words == p.b.words
        or shorter_form(p)
        or not p.a.words
        or not p.b.words
        or p.a.words <= lexicon().vague
        or p.b.words <= lexicon().vague
    ):
        return None
    hit = sum(any(x == y or (len(x) > 4 and alike(x, y)) for y in p.b.words) for x in p.a.words)
    share = hit / max(len(p.a.words), len(p.b.words))
    if p.a.number and p.a.number == p.b.number and "anniversary" in p.a.words & p.b.words:
        return 1.4 if hit > 1 else 0.9
    if share == 1.0:
        return 1.6
    return 1.0 if share >= 0.66 and _head(p.a) == _head(p.b) else None


def same_state(p: Pair) -> float | None:
    """Both belong to the same state."""
    return 0.7 if p.left.state and p.left.state == p.right.state else None


def other_state(p: Pair) -> float | None:
    """They belong to different states."""
    return -2.5 if p.left.state and p.right.state and p.left.state != p.right.state else None


def same_company(p: Pair) -> float | None:
    """The articles name them in the same company: the same persons, bodies, places and states."""
    return min(0.9, 0.3 * p.company) if p.company >= 0.5 else None


def far_in_time(p: Pair) -> float | None:
    """The articles lie more than ten months apart, and the occasion comes back every year."""
    if p.left.item.referent.type != "Occasion" or p.a.number or "war" in p.a.words:
        return None
    days = days_apart(p.left.item.article.published, p.right.item.article.published)
    return -2.0 if days is not None and days > 300 else None


def unlike_kind(p: Pair) -> float | None:
    """Only one of them is an anniversary, or the numbers of the anniversaries differ."""
    one, other = p.left.number, p.right.number
    if one != other and (one and other):
        return -9.0
    if p.left.item.referent.type != "Occasion":
        return None
    yearly = [any("anniversary" in b.words or b.number for b in t.labels) for t in (p.left, p.right)]
    return -9.0 if yearly[0] != yearly[1] and p.a.words != p.b.words else None


REASONS: tuple[Reason, ...] = (
    same_words, acronym_of_the_long_form, shorter_form, similar_words, same_state, other_state, same_company, far_in_time,
    unlike_kind,
)  # fmt: skip
_NAMING = (same_words, acronym_of_the_long_form, shorter_form, similar_words)


def _head(b: Label) -> frozenset[str]:
    """The word that says what kind of body a name is, where it says it."""
    kinds = frozenset(
        "politburo committee ministry party agency assembly commission council court department embassy bureau".split()
    )
    return b.words & kinds


class Judge:
    """Scores pairs of things and says which groups must stay apart."""

    def __init__(self, world: World, things: Mapping[Member, Thing]) -> None:
        self.world = world
        self.things = things
        self.keys = {m: certain_key(t) for m, t in things.items()}

    def score(self, a: Thing, b: Thing) -> tuple[float, list[Reason]]:
        """The points of two things by the pair of their names that fits best, and the reasons that gave them."""
        x, y = a.item.member[0], b.item.member[0]
        company = self.world.overlap(x, y, marker(a.item) | marker(b.item)) if x != y else 0.0
        best: tuple[float, list[Reason]] = (0.0, [])
        for one in a.labels:
            for other in b.labels:
                pair = Pair(a, b, one, other, company)
                given = [(reason, reason(pair)) for reason in REASONS]
                if any(points is not None for reason, points in given if reason in _NAMING):
                    total = round(sum(points or 0.0 for _, points in given), 6)
                    if total > best[0]:
                        best = (total, [reason for reason, points in given if points is not None])
        return best

    def propose(self, a: Thing, b: Thing) -> Proposal | None:
        """The proposal to merge two things; None if there is too little to say so, or one article names both."""
        if a.item.member[0] == b.item.member[0] or self._unlike(a, b):
            return None
        score, reasons = self.score(a, b)
        if score < POSSIBLE:
            return None
        said = " ".join((r.__doc__ or "").strip() for r in reasons)
        because = f"{a.item.referent.names[0]} / {b.item.referent.names[0]}: {said} ({score:.2f} points, {ENOUGH} suffice)"
        return Proposal(a.item.member, b.item.member, score, reasons[0].__name__.replace("_", " "), because)

    def _unlike(self, a: Thing, b: Thing) -> str:
        one, other = self.keys.get(a.item.member), self.keys.get(b.item.member)
        if one and other and one != other:
            return "The gazetteer has two entries for them."
        if a.number and b.number and a.number != b.number:
            return "Their numbers differ."
        if a.state and b.state and a.state != b.state and not (one and one == other):
            return "They belong to different states."
        return ""

    def apart(self, left: Sequence[Member], right: Sequence[Member]) -> str:
        """Why they differ: one article names some of both, or some of one are known to be else than some of the other."""
        if {m[0] for m in left} & {m[0] for m in right}:
            return "An article names both."
        return next((why for a in _few(left) for b in _few(right) if (why := self._unlike(self.things[a], self.things[b]))), "")


def _few(members: Iterable[Member]) -> list[Member]:
    return sorted(members)[:40]
