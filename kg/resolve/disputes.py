"""What reports disagree on beyond two values of one role: the offices of a person, the ends of a journey, what is denied.

More precise is not otherwise: who says minister does not differ from who says defence minister.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.model import UNREAL, Dispute, Event, Member
from kg.resolve.happenings import CORE, SPEECH, Happening, fit_one
from kg.resolve.offices import RANKS, Office, agreement, office, passing
from kg.resolve.windows import day_range, days_apart

_SOON = 60  # days between two articles, up to which two offices of one person may be told of one time
_NEAR = 600  # characters between what is alleged and the denial of it, where the denial does not say whose allegation it is
_MOST = 40  # reports of one side, and offices of one person, that are looked at
_VAGUE = frozenset("leader head chief official envoy politician ruler strongman representative delegate aide party".split())
_ENDS = {"Arrival": "start", "Departure": "end"}  # of the visit that the coming or leaving is part of

Told = Mapping[Member, Happening]


def disputes(events: Iterable[Event], told: Told, canon: Mapping[Member, Member]) -> tuple[Dispute, ...]:
    """What the reports of all articles disagree on, sorted; ``canon`` gives the first member of each entity."""
    listed = list(events)
    by_id = {event.id: event for event in listed if event.type == "Visit"}
    found = {d for event in listed for d in of_event(event, by_id.get(event.part_of or ""), told)}
    found.update(offices(told))
    found.update(denials(told, canon))
    return tuple(sorted(found, key=lambda d: (d.left, d.right, d.roles)))


def of_event(event: Event, visit: Event | None, told: Told) -> Iterator[Dispute]:
    """What the reports of an event disagree on among themselves, and with those of the visit that it is part of."""
    if event.type in _ENDS and visit is not None:
        yield from _ends(event, visit, told)
    yield from _denied(event, told)


# ---- what is denied


def _denied(event: Event, told: Told) -> Iterator[Dispute]:
    """Reports of one event that tell it, each with those that deny it."""
    by = [told[m] for m in event.members[:_MOST]]
    denials = [h for h in by if h.telling.report.status == "denied"]
    for one, other in product((h for h in by if h not in denials and h.telling.report.status != "cancelled"), denials):
        if role := _shared(one, other):
            yield Dispute(one.member, other.member, (role, role), True)


def _shared(one: Happening, other: Happening) -> str | None:
    """The first role that makes an event what it is and that both fill with the same."""
    for role in (*CORE.get(one.type, ()), "destination", "place"):
        if {p.entity for p in one.role(role)} & {p.entity for p in other.role(role)}:
            return role
    return None


def denials(told: Told, canon: Mapping[Member, Member]) -> Iterator[Dispute]:
    """What an article tells as alleged, each with the denial by whom it is alleged of."""
    alleged: dict[str, list[Happening]] = defaultdict(list)
    for h in told.values():
        if h.telling.report.status == "alleged" and h.type in CORE and h.type not in SPEECH:
            alleged[h.member[0]].append(h)
    for h in told.values():
        if h.type == "Denial" and h.telling.report.status not in UNREAL:
            for claim in alleged.get(h.member[0], ()):
                if (role := _accused(claim, h)) and _answered(claim, h, canon):
                    yield Dispute(claim.member, h.member, (role, "agent"), True)


def _accused(alleged: Happening, denial: Happening) -> str | None:
    """The role in which who denies, or the state that he or she speaks for, has its part in what is alleged."""
    for role in CORE[alleged.type]:
        if any(fit_one(p, q) for p in alleged.role(role) for q in denial.role("agent")):
            return role
    return None


def _answered(alleged: Happening, denial: Happening, canon: Mapping[Member, Member]) -> bool:
    """Whether a denial is of what is alleged: it denies what those say who allege it, or follows it at once."""
    article = alleged.member[0]
    sources = {canon.get((article, s)) for s in alleged.telling.report.said_by}
    targets = {p.entity for p in denial.role("target")}
    if sources and targets:
        return bool(sources & targets)
    return 0 <= denial.telling.report.evidence.start - alleged.telling.report.evidence.start <= _NEAR


# ---- the ends of a journey


def _ends(event: Event, visit: Event, told: Told) -> Iterator[Dispute]:
    """The days of an arrival or a departure that another article tells otherwise as the first or last day of the visit."""
    role = _ENDS[event.type]
    stays = [h for m in visit.members[:_MOST] if (h := told[m]).telling.literal(role) and _real(h)]
    moves = [h for m in event.members[:_MOST] if (h := told[m]).telling.literal("start") and _real(h)]
    dated = {h.member[0] for h in stays}, {h.member[0] for h in moves}
    for stay, move in product(stays, moves):
        if move.member[0] in dated[0] or stay.member[0] in dated[1]:
            continue  # the article tells both, so that what it disagrees with is seen where like is compared with like
        if _exclude(stay.telling.literal(role) or "", move.telling.literal("start") or ""):
            yield Dispute(stay.member, move.member, (role, "start"), False)


def _real(h: Happening) -> bool:
    return h.telling.report.status not in UNREAL | {"cancelled"}


def _exclude(one: str, other: str) -> bool:
    a, b = day_range(one), day_range(other)
    return bool(a and b and a.gap(b) > 0)


# ---- offices


@dataclass(frozen=True, slots=True)
class _Post:
    """One office of one person as articles tell it: its words, the bodies or states it is of, and the reports, oldest first."""

    words: frozenset[str]
    bodies: frozenset[Member]
    states: frozenset[str]
    reports: tuple[Happening, ...]

    @property
    def articles(self) -> set[str]:
        """The articles that tell it."""
        return {h.member[0] for h in self.reports}


def offices(told: Told) -> Iterator[Dispute]:
    """Offices of one person that different articles give at about one time, and no article gives together."""
    by_person: dict[Member, dict[frozenset[str], list[Happening]]] = defaultdict(lambda: defaultdict(list))
    for h in told.values():
        if (holder := office_holder(h)) is not None:
            by_person[holder][office(h.telling.literal("title") or "").words].append(h)
    for person in sorted(by_person):
        posts = [_post(words, reports) for words, reports in by_person[person].items()]
        posts.sort(key=lambda p: (p.reports[0].telling.article.published or "", p.reports[0].member))
        for one, other in combinations(posts[:_MOST], 2):
            if _otherwise(one, other) and (pair := _closest(one.reports, other.reports)):
                yield Dispute(pair[0].member, pair[1].member, ("title", "title"), _exclusive(one, other))


def office_holder(h: Happening) -> Member | None:
    """The person to whom a report gives an office that others could contradict; None where it gives none."""
    title = h.telling.literal("title") or ""
    words = office(title).words
    if h.type != "Role" or not _real(h) or not words or words <= _VAGUE or passing(title):
        return None
    return next((p.entity for p in h.role("person")), None)


def _post(words: frozenset[str], reports: Sequence[Happening]) -> _Post:
    ordered = sorted(reports, key=lambda h: (h.telling.article.published or "", h.member))
    bodies = frozenset(p.entity for h in ordered for p in h.role("of"))
    states = frozenset(p.state for h in ordered for p in h.role("of") if p.state)
    return _Post(words, bodies, states, tuple(ordered))


def _otherwise(one: _Post, other: _Post) -> bool:
    """Whether two offices are not one, nor the one a shorter form of the other, nor both told by one article."""
    if one.articles & other.articles:
        return False
    if one.words - RANKS == other.words - RANKS:
        return True  # the deputy and the one whose deputy it is
    return agreement(frozenset({Office(one.words, None)}), frozenset({Office(other.words, None)})) == "other"


def _closest(one: Iterable[Happening], other: Iterable[Happening]) -> tuple[Happening, Happening] | None:
    """The two reports whose articles lie closest in time, the earliest of them; None where all lie too far apart."""
    best: tuple[int, Happening, Happening] | None = None
    for a, b in product(list(one)[:_MOST], list(other)[:_MOST]):
        days = days_apart(a.telling.article.published, b.telling.article.published) or 0
        if days <= _SOON and (best is None or days < best[0]):
            best = (days, a, b)
    return best[1:] if best else None


def _exclusive(one: _Post, other: _Post) -> bool:
    """Whether nobody holds both: ministers of one government, or the head of a body and a deputy."""
    if not (one.bodies & other.bodies or one.states & other.states) or "prime" in one.words | other.words:
        return False
    if "minister" in one.words & other.words:
        return True
    heads = one.words & other.words & {"president", "chair", "director", "ambassador", "secretary"}
    return bool(heads and one.bodies & other.bodies and one.words & RANKS != other.words & RANKS)
