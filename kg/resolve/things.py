"""Organisations, places and occasions: telling words of their names, acronyms, state and company; body and sub-body apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import PUBLISHER, EntityType, Member, Merge
from kg.resolve.cluster import CERTAIN, Clustering, Judgements, Proposal, cluster, pairs_of
from kg.resolve.spelling import alike, fold, skeleton
from kg.resolve.states import bare, states
from kg.resolve.windows import days_apart
from kg.resolve.wording import Label, label, lexicon
from kg.resolve.world import SAMPLE, Item, World, marker

ENOUGH = 2.0
POSSIBLE = 1.5
NEXT = 30  # neighbours in a block with which a thing is compared
_HOLIDAY = frozenset({"day", "holiday"})
_YEARLY = frozenset({"anniversary"})


@dataclass(frozen=True, slots=True)
class Thing:
    """Referents of the same names, state and key: one of them, with its names taken apart, and the articles of all.

    ``state`` is the one it belongs to; ``key`` what makes its members certainly one, and the reason in words; None where nothing
    does, and it stands for a single referent.
    """

    item: Item
    labels: tuple[Label, ...]
    state: str | None
    key: Key | None
    articles: Sequence[str]
    members: tuple[Member, ...]

    @property
    def number(self) -> str | None:
        """The number of the anniversary, if one of its names tells it."""
        return next((b.number for b in self.labels if b.number), None)


@dataclass(frozen=True, slots=True)
class Key:
    """What makes referents one by definition: equal keys are one thing, by a rule and for a reason in words."""

    text: str
    rule: str
    because: str


def resolve_things(world: World, kind: EntityType, judged: Judgements) -> Clustering:
    """The entities of one type (Organization, Place or Occasion) with the merges that make them, and the doubts.

    Referents of one key and the same names are compared as one thing, so that the cost grows with names, not with mentions.
    """
    found = things(world.of_type(kind), judged)
    by_lead = {t.item.member: t for t in found}
    judge = Judge(world, by_lead)
    keys = {lead: t.key for lead, t in by_lead.items() if t.key}
    chains = [certain(group[0], other, keys[other]) for group in _by_value(keys).values() for other in group[1:]]
    chains += _publishers(found)
    pairs = pairs_of(_blocks(by_lead), NEXT)
    proposals = [judge.propose(by_lead[a], by_lead[b]) for a, b in pairs if a not in keys or keys[a] != keys.get(b)]
    made = cluster(by_lead, chains + [p for p in proposals if p], judged, judge.apart, ENOUGH)
    inside = {lead: [Merge(lead, m, keys[lead].rule, keys[lead].because) for m in t.members[1:]] for lead, t in by_lead.items()}
    return made.unfolded({lead: t.members for lead, t in by_lead.items()}, inside)


def things(items: Iterable[Item], judged: Judgements) -> list[Thing]:
    """The things of one type, sorted by their first member; what people have judged stands alone."""
    groups: dict[tuple[object, ...], list[tuple[Item, tuple[Label, ...], str | None, Key | None]]] = defaultdict(list)
    read = [(item, tuple(label(n, item.referent.type) for n in item.referent.names if n)) for item in items]
    known: dict[Label, set[str]] = defaultdict(set)  # the states that things of one name belong to
    for item, labels in read:
        if labels and (state := _state(item, labels)):
            known[labels[0]].add(state)
    for item, labels in read:
        state = _state(item, labels)
        key = key_of(item, labels, known[labels[0]] if labels else set())
        alone = key is None or item.member in judged.named
        groups[(item.member,) if alone else (key, labels, state, item.referent.names)].append((item, labels, state, key))
    found = []
    for group in groups.values():
        members = tuple(sorted(item.member for item, *_ in group))
        item, labels, state, key = min(group, key=lambda g: g[0].member)
        found.append(Thing(item, labels, state, key, tuple(sorted({m[0] for m in members})), members))
    return sorted(found, key=lambda t: t.item.member)


def certain_key(item: Item) -> str | None:
    """The gazetteer's key of a referent, or that of the state whose capital it is; None for others."""
    referent = item.referent
    if referent.known:
        return referent.known
    if referent.type == "Place":
        for name in referent.names:
            if key := states().capitals.get(bare(name)):
                return f"capital of {key}"
    return None


def _state(item: Item, labels: Sequence[Label]) -> str | None:
    """The state it belongs to; who celebrates an occasion tells that of a holiday only, for wars and their ends have several."""
    holiday = any(b.words & _HOLIDAY and not b.number for b in labels)
    own = item.state if holiday or item.referent.type != "Occasion" else None
    return own or next((b.state for b in labels if b.state), None)


def key_of(item: Item, labels: tuple[Label, ...], known: Collection[str]) -> Key | None:
    """What makes a referent certainly one with others: the gazetteer, or a name that tells enough by itself or with its state.

    ``known`` are the states that things of its name belong to: if there is only one, a short name without a state means its.
    """
    if certain := certain_key(item):
        return Key(certain, "gazetteer", "The gazetteer has one entry for both names.")
    if item.member[1] == PUBLISHER:
        name = bare(item.referent.names[0])
        return Key(f"outlet {name}", "same outlet", f"Both articles name {name} as their outlet.")
    if not labels:
        return None
    if item.referent.type == "Occasion":
        return _occasion_key(item, labels[0])
    words, state = labels[0].words, _state(item, labels)
    telling = len(words - lexicon().of_state - lexicon().vague)
    if telling == 1 and state is None and len(known) < 2:
        state = next(iter(known), None)
    elif telling < 2 and (state is None or (not telling and (len(words) < 2 or words <= lexicon().vague))):
        return None
    text = f"{state} {labels[0].number or ''} {' '.join(sorted(words))}"
    return Key(text, "same name", "Both have the same telling name, and nothing tells them apart.")


def _occasion_key(item: Item, name: Label) -> Key | None:
    """The key of a war that has a name, and of what one article calls by the same words twice; None for others.

    Anniversaries and holidays of one name may be those of several states.
    """
    telling = name.words - lexicon().vague
    if "war" in name.words and not name.number and (telling or name.state):
        return Key(f"war {name.state} {' '.join(sorted(name.words))}", "same war", "Both are names of the same war.")
    if telling and (name.number or len(telling) > 1):
        text = f"{item.member[0]} {name.state} {name.number} {' '.join(sorted(name.words))}"
        return Key(text, "same words", "The article names both with the same telling words.")
    return None


def _publishers(found: Iterable[Thing]) -> list[Proposal]:
    """Joins each outlet with the organisations of that name: those which its articles name, or whose name tells enough."""
    listed = list(found)
    outlet = {m[0]: t for t in listed for m in t.members if m[1] == PUBLISHER}
    named = {t.item.member: bare(t.item.referent.names[0]) for t in outlet.values()}
    joined = set()
    for t in listed:
        if t.item.member[1] != PUBLISHER:
            names = {bare(n) for n in t.item.referent.names}
            own = {outlet[a].item.member for a in t.articles if a in outlet}
            joined |= {(t.item.member, o) for o in own if named[o] in names}
    return [published_by(a, b) for a, b in sorted(joined)]


def published_by(thing: Member, outlet: Member) -> Proposal:
    """The certain proposal that a thing is the outlet of an article that names it."""
    return Proposal(thing, outlet, CERTAIN, "same outlet", "The article names the outlet that publishes it.")


def _by_value(keys: Mapping[Member, Key]) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = defaultdict(list)
    for member in sorted(keys):
        found[keys[member].text].append(member)
    return found


def certain(left: Member, right: Member, key: Key) -> Proposal:
    """The proposal to merge two things of one key."""
    return Proposal(left, right, CERTAIN, key.rule, key.because)


def _blocks(things: Mapping[Member, Thing]) -> dict[str, list[Member]]:
    """Blocks by each telling word, by word pair where all words are of any state, by acronym and by initials."""
    blocks: dict[str, list[Member]] = defaultdict(list)
    for member, thing in things.items():
        for key in block_keys(thing):
            blocks[key].append(member)
    return blocks


def block_keys(thing: Thing) -> Iterator[str]:
    """The blocks in which a thing is compared."""
    for b in thing.labels:
        telling = b.words - lexicon().of_state - lexicon().vague
        for word in telling:
            yield f"w {skeleton(word) if len(word) > 4 else word} {b.number or ''}"
        if not telling and b.words:
            for word in sorted(b.words if thing.state else ()):
                yield f"s {thing.state} {word}"
            yield f"s {' '.join(sorted(b.words))} {thing.item.article.published or ''}"[:60]
        if b.number and thing.item.referent.type == "Occasion":
            yield f"n {b.number} {(thing.item.article.published or '')[:7]}"
        if b.acronym or len(b.letters) > 1:
            yield f"a {b.letters if not b.acronym else fold(''.join(sorted(b.words)))}"


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
    if p.a.number and p.a.number == p.b.number:
        return 1.5 if few - _YEARLY else 0.9
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
    if p.a.number and p.a.number == p.b.number and _YEARLY & p.a.words & p.b.words:
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


def site_in_a_place(p: Pair) -> float | None:
    """One is a building or a site in the other, or two sites are of other kinds."""
    if p.left.item.referent.type != "Place":
        return None
    return -9.0 if (p.a.words ^ p.b.words) & lexicon().sites else None


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
    same_words, acronym_of_the_long_form, shorter_form, similar_words, same_state, other_state, same_company, site_in_a_place,
    far_in_time, unlike_kind,
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

    def score(self, a: Thing, b: Thing) -> tuple[float, list[Reason]]:
        """The points of two things by the pair of their names that fits best, and the reasons that gave them."""
        out = marker(a.item) | marker(b.item)
        pairs = ((x, y) for x in a.articles[:SAMPLE] for y in b.articles[:SAMPLE] if x != y)
        company = max((self.world.overlap(x, y, out) for x, y in pairs), default=0.0)
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
        if self._unlike(a, b) or a.articles == b.articles:
            return None
        score, reasons = self.score(a, b)
        if score < POSSIBLE:
            return None
        said = " ".join((r.__doc__ or "").strip() for r in reasons)
        because = f"{a.item.referent.names[0]} / {b.item.referent.names[0]}: {said} ({score:.2f} points, {ENOUGH} suffice)"
        return Proposal(a.item.member, b.item.member, score, reasons[0].__name__.replace("_", " "), because)

    def _unlike(self, a: Thing, b: Thing) -> str:
        one, other = certain_key(a.item), certain_key(b.item)
        if one and other and one != other:
            return "The gazetteer has two entries for them."
        if a.number and b.number and a.number != b.number:
            return "Their numbers differ."
        if a.state and b.state and a.state != b.state and not (one and one == other):
            return "They belong to different states."
        return ""

    def apart(self, left: Sequence[Member], right: Sequence[Member]) -> str:
        """Why they differ: one article names some of both, or some of one are known to be else than some of the other."""
        if not self._articles(left).isdisjoint(self._articles(right)):
            return "An article names both."
        return next((why for a in _few(left) for b in _few(right) if (why := self._unlike(self.things[a], self.things[b]))), "")

    def _articles(self, members: Iterable[Member]) -> set[str]:
        return {article for m in members for article in self.things[m].articles}


def _few(members: Iterable[Member]) -> list[Member]:
    return sorted(members)[:40]
