"""Events: the same visit, call or statement told by several articles becomes one; recurring and second ones stay apart."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model import UNREAL, Member
from kg.resolve.cluster import Clustering, Judgements, Proposal, by_key, cluster, pairs_of
from kg.resolve.eventblocks import LASTING, blocks, timeless
from kg.resolve.happenings import CORE, SPEECH, Happening, fit, fit_places, stem
from kg.resolve.offices import office
from kg.resolve.spelling import fold
from kg.resolve.states import bare, states
from kg.resolve.wording import label, lexicon
from kg.resolve.world import Item, World

ENOUGH = 2.2
POSSIBLE = 1.9
_DOUBTED = frozenset("Visit Arrival Departure Meeting Invitation Transfer Agreement Message Commemoration".split())
_FAR_AHEAD = frozenset({"Visit", "Arrival", "Commemoration"})  # planned months ahead; talks without a date are soon


@dataclass(frozen=True, slots=True)
class Scenery:
    """What is to be known of the entities that reports name: which are capitals, and which are occasions that come once only."""

    capitals: Container[Member]
    once: Container[Member]


def resolve_events(world: World, scenery: Scenery, told: Mapping[Member, Happening], judged: Judgements) -> Clustering:
    """The events, offices and delegation facts, and the doubts; of the world only the company of articles is looked at."""
    keys = {m: key for m, h in told.items() if (key := fixed_key(h))}
    chains = by_key(keys, *HELD)
    by_type: dict[str, dict[Member, Happening]] = {kind: {} for kind in sorted(CORE)}
    for m, h in told.items():
        if h.type in CORE:
            by_type[h.type][m] = h
    compared = {m: h for found in by_type.values() for m, h in found.items()}
    judge = Judge(world, compared, scenery)
    proposals = [p for found in by_type.values() for p in judge.proposals(found)]
    return cluster(told, chains + proposals, judged, judge.apart, ENOUGH)


HELD = ("same holding", "Both tell the same thing of the same entity.")  # the rule and reason of a fixed key


def fixed_key(h: Happening) -> str | None:
    """What makes a role holding (person, office, body) or delegation fact (the delegation) one; None for events."""
    if h.type == "Delegation":
        return next((f"Delegation {p.entity}" for p in h.role("delegation")), None)
    if h.type != "Role" or not h.role("person"):
        return None
    title = h.telling.literal("title") or ""
    words = " ".join(sorted(office(title).words)) or fold(title)
    bodies = " ".join(str(p.entity) for p in h.role("of"))
    return f"Role {h.role('person')[0].entity} {words} {bodies}"


def capitals(world: World, canon: Mapping[Member, Member]) -> frozenset[Member]:
    """The places that are capitals."""
    return frozenset(canon[i.member] for i in world.of_type("Place") if is_capital(i))


def anniversaries(world: World, canon: Mapping[Member, Member]) -> frozenset[Member]:
    """The occasions that come once only: those with a number ("70th anniversary")."""
    return frozenset(canon[i.member] for i in world.of_type("Occasion") if is_numbered(i))


def is_capital(place: Item) -> bool:
    """Whether a place is a capital."""
    return any(bare(n) in states().capitals for n in place.referent.names)


def is_numbered(occasion: Item) -> bool:
    """Whether a name of an occasion has a number."""
    return any(label(n, "Occasion").number for n in occasion.referent.names)


# ---- reasons


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one type, how well their core roles fit, and the company that their articles share."""

    left: Happening
    right: Happening
    fits: Mapping[str, float | None]
    days: int | None  # between the days told
    published: int | None  # days between the publications
    company: float
    once: bool  # whether both name an occasion that comes once only


Reason = Callable[[Pair], float | None]


def same_parties(p: Pair) -> float | None:
    """The same parties act in it, or those who act for them."""
    told = [f for f in p.fits.values() if f is not None]
    return round(sum(told), 6) if told else None


def same_days(p: Pair) -> float | None:
    """The days that they tell agree, as far as they are told."""
    if p.days is None or p.days > 0:
        return None
    exact = p.left.begins and p.right.begins and p.left.begins.exact and p.right.begins.exact
    return 0.8 if exact or p.left.begins == p.right.begins else 0.5


def close_days(p: Pair) -> float | None:
    """The days that they tell lie so close that one may be mistaken."""
    return 0.1 if p.days is not None and 0 < p.days <= 3 else None


def told_at_one_time(p: Pair) -> float | None:
    """The articles came out within ten days."""
    return 0.3 if p.published is not None and p.published <= 10 else None


def same_story(p: Pair) -> float | None:
    """The articles tell of the same persons, bodies and places."""
    return min(0.8, 0.2 * p.company) if p.company >= 0.5 else None


def no_date_and_no_company(p: Pair) -> float | None:
    """Neither days nor publication dates can be compared, and the articles share little."""
    if p.days is None and p.published is None and p.company < 2 and p.left.type not in LASTING:
        return -1.0
    return None


def same_topic(p: Pair) -> float | None:
    """Their topics share telling words."""
    if not p.left.topic or not p.right.topic:
        return None
    shared = len(p.left.topic & p.right.topic) / min(len(p.left.topic), len(p.right.topic))
    return 0.7 if shared >= 0.33 else None


def same_accusation(p: Pair) -> float | None:
    """Both tell of arms given by the one to the other, and at least one of them only as alleged or denied."""
    if p.left.type != "Transfer" or not {h.telling.report.status for h in (p.left, p.right)} & UNREAL:
        return None
    return 0.7 if not p.left.topic & p.right.topic and p.left.topic & _arms() and p.right.topic & _arms() else None


@lru_cache(maxsize=1)
def _arms() -> frozenset[str]:
    return frozenset(map(stem, lexicon().arms))


def other_topic(p: Pair) -> float | None:
    """Their topics share no telling word."""
    if not p.left.topic or not p.right.topic or p.left.topic & p.right.topic or same_accusation(p):
        return None
    if p.left.type == "Agreement":
        return -0.6
    return -1.5 if p.left.type in SPEECH or p.left.type in ("Transfer", "Restriction") else -0.1


def same_place(p: Pair) -> float | None:
    """They name the same place."""
    a, b = p.left.role("place"), p.right.role("place")
    return 0.5 if p.left.type != "Conflict" and fit(a, b) == 1.0 else None


def same_occasion(p: Pair) -> float | None:
    """They name the same occasion."""
    return 0.4 if p.left.type != "Commemoration" and fit(p.left.role("occasion"), p.right.role("occasion")) == 1.0 else None


def same_anniversary(p: Pair) -> float | None:
    """The occasion has a number, so it comes only once."""
    return 0.5 if p.left.type == "Commemoration" and p.once else None


def same_guests(p: Pair) -> float | None:
    """The same guests take part."""
    if p.left.type != "Commemoration":
        return None
    shared = fit(p.left.role("participant"), p.right.role("participant"))
    return 0.4 if shared and shared >= 0.9 else None


def same_short_years(p: Pair) -> float | None:
    """Both tell the same first and the same last year."""
    if p.left.type != "Conflict":
        return None
    ends = [h.telling.literal(r) for h in (p.left, p.right) for r in ("start", "end")]
    if not all(ends):
        return None
    return 2.3 if ends[0][:4] == ends[2][:4] and ends[1][:4] == ends[3][:4] else None  # type: ignore[index]


REASONS: tuple[Reason, ...] = (
    same_parties, same_short_years, same_days, close_days, told_at_one_time, same_story, no_date_and_no_company, same_topic,
    same_accusation, other_topic, same_place, same_occasion, same_anniversary, same_guests,
)  # fmt: skip


_TELLING = frozenset({same_parties, same_short_years})


# ---- decision


class Judge:
    """Scores pairs of reports of one type and says which must stay apart."""

    def __init__(self, world: World, told: Mapping[Member, Happening], scenery: Scenery) -> None:
        self.world = world
        self.told = told
        self.capitals = scenery.capitals
        self.once = scenery.once

    def proposals(self, told: Mapping[Member, Happening]) -> Iterator[Proposal]:
        """The proposals among reports of one type, which are taken by themselves so that fewer pairs are held at a time."""
        whole, cut = blocks(told)
        undated = {m for m, h in told.items() if timeless(h)}
        found = (self.propose(told[a], told[b]) for a, b in pairs_of(whole, only=undated) | pairs_of(cut))
        return (p for p in found if p)

    def score(self, a: Happening, b: Happening) -> tuple[float, list[Reason]]:
        """The points of two reports and the reasons that gave them; -9 where something tells them apart.

        Not remembered: few pairs are asked for again, and all of them would fill the memory.
        """
        if b.member < a.member:
            a, b = b, a
        if a.type != b.type:
            return -9.0, []
        days = a.when.gap(b.when) if a.when and b.when else None
        if self._other_time(a, b, days):
            return -9.0, []
        fits = self._fits(a, b)
        if any(f == 0.0 for f in fits.values()):
            return -9.0, []
        x, y = a.member[0], b.member[0]
        company = self.world.overlap(x, y, frozenset()) if x != y else 0.0
        published = a.published.gap(b.published) if a.published and b.published else None
        shared = {p.entity for p in a.role("occasion")} & {p.entity for p in b.role("occasion")}
        pair = Pair(a, b, fits, days, published, company, any(entity in self.once for entity in shared))
        given = [(reason, points) for reason in REASONS if (points := reason(pair)) is not None]
        return round(sum(points for _, points in given), 6), [reason for reason, _ in given]

    def _fits(self, a: Happening, b: Happening) -> dict[str, float | None]:
        """By core role how well the two fit; 0 keeps them apart."""
        if a.type in ("Meeting", "Agreement"):
            return {CORE[a.type][0]: _sides(a, b, CORE[a.type][0])}
        if a.type == "Conflict":
            sides = [[p for role in ("agent", "target", "place") for p in h.role(role)] for h in (a, b)]
            shared = fit(*sides)
            both = len({p.entity for p in sides[0]} & {p.entity for p in sides[1]}) > 1
            return {"agent": (2.2 if both else 1.5 * shared) if shared is not None else None}
        fits: dict[str, float | None] = {}
        for role in CORE[a.type]:
            if role in ("destination", "origin"):
                fits[role] = fit_places(a.role(role), b.role(role), self.capitals)
            else:
                fits[role] = fit(a.role(role), b.role(role))
        return fits

    def _other_time(self, a: Happening, b: Happening, days: int | None) -> bool:
        """Whether the days told, or where none are told those of publication, are too far apart for one event."""
        planned = "planned" in (a.telling.report.status, b.telling.report.status)
        if days is not None:
            return days > (45 if planned and not _both_exact(a, b) else 3)
        if a.type in LASTING or a.published is None or b.published is None:
            return False
        return a.published.gap(b.published) > (90 if planned and a.type in _FAR_AHEAD else 45)

    def propose(self, a: Happening, b: Happening) -> Proposal | None:
        """The proposal to merge two reports; None if something tells them apart or too little speaks for it."""
        same_article = a.member[0] == b.member[0]
        if same_article and not retold(a, b):
            return None
        score, reasons = self.score(a, b)
        if same_article and score + 0.8 >= ENOUGH:
            score = max(score, ENOUGH)
        told = _TELLING & set(reasons) or {same_days, same_topic} <= set(reasons)
        if not told or score < (ENOUGH if same_article else POSSIBLE):
            return None
        said = " ".join((r.__doc__ or "").strip() for r in reasons)
        because = f"{said} ({score:.2f} points, {ENOUGH} suffice)"
        return Proposal(a.member, b.member, score, reasons[0].__name__.replace("_", " "), because)

    def apart(self, left: Sequence[Member], right: Sequence[Member]) -> str:
        """Why some report of one group and some of the other are not one: an article, their parties or their days."""
        for one in left[:40]:
            for other in right[:40]:
                a, b = self.told.get(one), self.told.get(other)
                if a is None or b is None or self.score(a, b)[0] <= -9.0:
                    return "Their parties or days differ."
                if one[0] == other[0] and not retold(a, b):
                    return "An article tells both."
        return ""


def _both_exact(a: Happening, b: Happening) -> bool:
    return bool(a.begins and b.begins and a.begins.exact and b.begins.exact)


def _sides(a: Happening, b: Happening, role: str) -> float | None:
    """How well the participants of two meetings agree: two of them must, or all of the fewer."""
    left, right = a.role(role), b.role(role)
    if not left or not right:
        return None if a.type == "Agreement" else 0.0
    taken: set[int] = set()
    points = []
    for p in left:
        best = max((f for i, q in enumerate(right) if i not in taken and (f := fit([p], [q]))), default=0.0)
        if best:
            taken.add(next(i for i, q in enumerate(right) if i not in taken and fit([p], [q]) == best))
            points.append(best)
    if a.type == "Agreement" and not points and len(left) == len(right) == 1:
        return None  # it has two parties, and each article may name another one
    needed = 2 if a.type == "Meeting" else min(2, len(left), len(right))
    if len(points) < needed:
        return 0.0
    return round(sum(sorted(points, reverse=True)[:2]), 6)


def retold(a: Happening, b: Happening) -> bool:
    """Whether one article can tell both of one event: as told and as doubted, or first in general and then in detail."""
    return doubted(a, b) or detailed(a, b)


def detailed(a: Happening, b: Happening) -> bool:
    """Whether the one is an invitation among states and the other that of the people who act for them."""
    if a.type != "Invitation" or b.type != "Invitation" or a.telling.report.status != b.telling.report.status:
        return False
    states = [all(p.is_state for p in h.role("invitee")) for h in (a, b)]
    return states[0] != states[1] and all(fit(a.role(role), b.role(role)) for role in CORE["Invitation"])


def doubted(a: Happening, b: Happening) -> bool:
    """Whether one article can tell both of one event: the one as fact or plan, the other as alleged, denied or cancelled."""
    if a.type != b.type or a.type not in _DOUBTED:
        return False
    one, other = a.telling.report.status, b.telling.report.status
    if one == other or not ({one, other} & (UNREAL | {"cancelled"})):
        return False
    return all(
        {p.entity for p in a.role(role)} & {p.entity for p in b.role(role)} or not a.role(role) or not b.role(role)
        for role in (*CORE[a.type], "place")
    )
