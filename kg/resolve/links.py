"""What belongs to what in time: the arrival, the talks and the banquet of a visit, and the invitation before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Member
from kg.resolve.happenings import Happening, Party
from kg.resolve.windows import Window

_Test = Callable[["Course", "Course"], int]

# By type: the role in which the visitor of a visit appears when the event is part of it.
WITHIN: Mapping[str, str] = {
    "Arrival": "visitor", "Departure": "visitor", "Meeting": "participant", "Hosting": "guest", "Tribute": "agent"
}  # fmt: skip

MOST = 200  # visits, and invitations, of one traveller that are looked at


@dataclass(frozen=True, slots=True)
class Course:
    """An event over all its reports: who takes part, where, and when."""

    node: Member
    type: str
    movers: frozenset[Member]  # visitors, guests, ... with the delegations and people who stand for them
    others: frozenset[str]  # states of all other parties and places
    destinations: frozenset[str]
    when: Window | None
    articles: frozenset[str]


def course(reports: Sequence[Happening]) -> Course:
    """What the reports of one event tell together."""
    kind = reports[0].type
    role = {"Visit": "visitor", "Invitation": "invitee", **WITHIN}.get(kind, "")
    movers = {m for h in reports for p in h.role(role) for m in (p.entity, *p.stands_for)}
    others = {p.state for h in reports for p in _others(h, role) if p.state}
    told = [h.when for h in reports if h.when is not None and (h.when.last - h.when.first).days < 62]
    ends = sorted(day for when in told for day in (when.first, when.last))
    when = Window(ends[0], ends[-1], True) if ends else None
    places = {s for h in reports for s in h.places}
    return Course(
        reports[0].member,
        kind,
        frozenset(movers),
        frozenset(others),
        frozenset(places),
        when,
        frozenset(h.member[0] for h in reports),
    )


def _others(h: Happening, role: str) -> Iterator[Party]:
    for name, found in h.parties.items():
        yield from (p for p in found if name != role or h.type == "Meeting")


def find_links(courses: Iterable[Course]) -> tuple[dict[Member, Member], dict[Member, Member]]:
    """By event (its first member): the visit it is part of, and the invitation that came before a visit."""
    visits: dict[Member, list[Course]] = defaultdict(list)
    invitations: dict[Member, list[Course]] = defaultdict(list)
    listed = sorted(courses, key=lambda c: c.node)
    for c in listed:
        for mover in c.movers:
            if c.type == "Visit":
                visits[mover].append(c)
            elif c.type == "Invitation":
                invitations[mover].append(c)
    part_of: dict[Member, Member] = {}
    preceded_by: dict[Member, Member] = {}
    for c in listed:
        if c.type in WITHIN and (visit := whole_of(c, _near(c, visits))):
            part_of[c.node] = visit.node
        if c.type == "Visit" and (invitation := invitation_to(c, _near(c, invitations))):
            preceded_by[c.node] = invitation.node
    return part_of, preceded_by


def _near(c: Course, index: Mapping[Member, list[Course]]) -> list[Course]:
    found = {other.node: other for mover in sorted(c.movers) for other in index.get(mover, ())[:MOST]}
    return [found[node] for node in sorted(found)]


def whole_of(c: Course, near: Iterable[Course]) -> Course | None:
    """The visit that an event is part of, among visits of the same travellers, the first :data:`MOST` of each."""
    return _best(c, near, belongs)


def invitation_to(c: Course, near: Iterable[Course]) -> Course | None:
    """The invitation that came before a visit, among those of the same travellers, the first :data:`MOST` of each."""
    return _best(c, near, invited)


def _best(c: Course, among: Iterable[Course], fits: _Test) -> Course | None:
    scored = [(points, len(c.articles & o.articles), o) for o in among if (points := fits(c, o))]
    return max(scored, key=lambda s: (s[0], s[1], [-ord(x) for x in "".join(s[2].node)]))[2] if scored else None


def belongs(event: Course, visit: Course) -> int:
    """How surely an event is part of a visit: 2 by its days, 1 by being told together, 0 not."""
    elsewhere = (
        visit.destinations and event.others | event.destinations and not visit.destinations & (event.others | event.destinations)
    )
    if elsewhere:
        return 0
    if event.when and visit.when:
        return 2 if event.when.gap(visit.when) <= 1 else 0
    return 1 if event.articles & visit.articles else 0


def invited(visit: Course, invitation: Course) -> int:
    """How surely an invitation came before a visit: its place or its inviter is where the visit goes to."""
    target = invitation.destinations or invitation.others
    if not visit.destinations & target:
        return 0
    if visit.when and invitation.when and visit.when.last < invitation.when.first:
        return 0
    return 1 if visit.articles & invitation.articles else 0
