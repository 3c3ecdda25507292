"""One fact told twice in an article becomes one: the union of its roles, the fuller telling's evidence."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.match import Fact, add

_CORE: dict[str, tuple[tuple[str, ...], ...]] = {
    "Visit": (("visitor",), ("destination",)),
    "Arrival": (("visitor",), ("destination",)),
    "Departure": (("visitor",), ("origin",)),
    "Invitation": (("inviter",), ("invitee",)),
    "Meeting": (("participant",),),
    "Hosting": (("host",), ("guest",)),
    "Tribute": (("agent",), ("honoree",)),
    "Commemoration": (("occasion", "organizer"),),
    "Conflict": (("agent", "target", "place"),),
    "Appointment": (("person",), ("title",)),
    "Message": (("sender",), ("recipient",)),
    "Restriction": (("agent",), ("target",)),
    "Agreement": (("party",),),
    "Transfer": (("giver",), ("recipient",)),
}
_RANK = {"cancelled": 5, "denied": 4, "ongoing": 3, "occurred": 2, "planned": 1, "alleged": 0}


def gather(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The facts with tellings of one fact joined, in reading order."""
    kept: list[Fact] = []
    for fact in facts:
        same = next((k for k in kept if one(cast, k, fact)), None)
        if same is None:
            kept.append(fact)
        else:
            absorb(same, fact)
    return kept


def one(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether two facts of an article are tellings of one: same type, the same core parties, no dates or statuses at odds."""
    if a.frame.type != b.frame.type:
        return False
    cores = _CORE.get(a.frame.type)
    if cores is None:
        return a.trigger == b.trigger
    if {a.status, b.status} & {"denied", "alleged", "cancelled"} and a.status != b.status:
        return False
    if not compatible_dates(a, b):
        return False
    for group in cores:
        x = {v for r in group for v in people(cast, a, r)}
        y = {v for r in group for v in people(cast, b, r)}
        if x and y and not x & y:
            return False
    if a.frame.type == "Meeting":
        x, y = set(a.values("participant")), set(b.values("participant"))
        return bool(x & y) and (x <= y or y <= x or len(x & y) >= 2)
    return any(people(cast, a, r) & people(cast, b, r) for group in cores[:1] for r in group)


def people(cast: Cast, fact: Fact, role: str) -> set[str]:
    """The values of a role; a delegation stands for its leader too, a place for its state."""
    values = set(fact.values(role))
    for v in list(values):
        if v.isdigit():
            draft = cast.drafts[int(v)]
            if draft.type == "Delegation" and draft.leader is not None:
                values.add(str(draft.leader))
            if draft.type == "Place" and draft.state is not None:
                values.add(str(draft.state))
    return values


def compatible_dates(a: Fact, b: Fact) -> bool:
    """Whether no resolved start of one is at odds with one of the other."""
    x = {t.start for t in a.times if t.start}
    y = {t.start for t in b.times if t.start}
    return not x or not y or any(p.startswith(q) or q.startswith(p) for p in x for q in y)


def absorb(into: Fact, other: Fact) -> None:
    """Add what ``other`` tells to ``into``."""
    for claim in other.claims:
        if claim.role in ("topic", "kind", "title") and into.values(claim.role):
            continue
        add(into, claim)
    for time in other.times:
        if time not in into.times:
            into.times.append(time)
    if _RANK[other.status] > _RANK[into.status]:
        into.status = other.status
    into.said_by = list(dict.fromkeys([*into.said_by, *other.said_by]))
