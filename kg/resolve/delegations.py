"""Delegations: one sender, one leader, one journey; seen by its sender, by its leader or by its visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Member
from kg.resolve.cluster import Clustering, Judgements, Proposal, cluster, pairs_of
from kg.resolve.spelling import fold
from kg.resolve.states import bare, states
from kg.resolve.windows import Window, days_apart, window
from kg.resolve.world import Item, Telling, World, marker

ENOUGH = 2.0
POSSIBLE = 1.5
_JOURNEYS = frozenset({"Visit", "Arrival", "Departure", "Invitation", "Meeting", "Hosting"})
_KINDS = {
    "military": "military army defence defense officers generals commanders naval air".split(),
    "business": "business businesses trade companies investors economic entrepreneurs".split(),
    "party": ["party"],
    "parliament": "parliamentary parliament lawmakers senators assembly congressional".split(),
    "sport": "sports athletes football olympic".split(),
    "culture": "cultural art artists musical youth students".split(),
    "religion": "religious clerics church muftiate islamic".split(),
}


@dataclass(frozen=True, slots=True)
class Mission:
    """A delegation with what tells it from others; leaders and members are persons by the first member of their group."""

    item: Item
    leaders: frozenset[Member]
    people: frozenset[Member]
    senders: frozenset[Member]
    destinations: frozenset[str]
    when: Window | None
    kinds: frozenset[str]
    asked: frozenset[str] = frozenset()  # the states that invite its state, where nothing tells where it goes


def resolve_delegations(world: World, canon: Mapping[Member, Member], judged: Judgements) -> Clustering:
    """The delegations; ``canon`` gives for each person, state and organisation the first member of its group."""
    missions = missions_of(world, canon)
    blocks: dict[str, list[Member]] = defaultdict(list)
    for m, mission in missions.items():
        for key in block_keys(mission):
            blocks[key].append(m)
    judge = Judge(world, missions)
    proposals = [judge.propose(missions[a], missions[b]) for a, b in pairs_of(blocks)]
    return cluster(missions, [p for p in proposals if p], judged, judge.apart, ENOUGH)


def missions_of(world: World, canon: Mapping[Member, Member]) -> dict[Member, Mission]:
    """The delegations of a world, each with what its own article tells of it."""
    told: dict[Member, list[Telling]] = defaultdict(list)
    delegations = {i.member: i for i in world.of_type("Delegation")}
    for telling in world.tellings:
        for ident in telling.referents():
            if (telling.member[0], ident) in delegations:
                told[telling.member[0], ident].append(telling)
    missions = {m: _mission(i, told[m], world, canon) for m, i in delegations.items()}
    asked = invited(world)
    for m, mission in missions.items():
        if not mission.destinations and (hosts := asked.get((m[0], mission.item.state or ""))):
            missions[m] = replace(mission, asked=frozenset(hosts))
    return missions


def block_keys(mission: Mission) -> Iterator[str]:
    """The blocks in which a delegation is compared: by its people, its senders, its journey and its time."""
    yield from (f"p {person}" for person in mission.leaders | mission.people)
    yield from (f"o {sender}" for sender in mission.senders)
    yield from (f"s {mission.item.state} {destination}" for destination in sorted(mission.destinations) or ["?"])
    yield f"s {mission.item.state} {(mission.item.article.published or '')[:7]}"


def invited(world: World) -> dict[tuple[str, str], set[str]]:
    """The states that invite a state or its people, by article and invited state: its delegation goes there."""
    hosts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for telling in world.tellings:
        if telling.report.type == "Invitation":
            article = telling.member[0]
            guests = {place_state(world, (article, g)) for g in telling.referents("invitee")} - {None}
            inviters = {place_state(world, (article, h)) for h in telling.referents("inviter")} - {None}
            for guest in guests:
                hosts[article, guest or ""] |= {h for h in inviters if h and h != guest}
    return hosts


def _mission(item: Item, told: Iterable[Telling], world: World, canon: Mapping[Member, Member]) -> Mission:
    article = item.member[0]
    leaders, people, senders, places = set(), set(), set(), set()
    if leader := item.referent.attributes.get("leader"):
        leaders.add(leader)
    if sender := item.referent.attributes.get("sender"):
        senders.add(sender)
    first, last = [], []
    for telling in told:
        kind = telling.report.type
        if kind == "Delegation":
            leaders |= set(telling.referents("led_by"))
            people |= set(telling.referents("member"))
            senders |= set(telling.referents("sent_by"))
        elif kind in _JOURNEYS:
            if kind != "Departure":
                places |= set(telling.referents("destination", "place"))
            elif item.state:  # it leaves the country that it was sent to
                left = telling.referents("origin")
                places |= {p for p in left if place_state(world, (article, p)) not in (None, item.state)}
            if kind in ("Visit", "Arrival") and (start := telling.literal("start")):
                first.append(start)
            if kind == "Visit" and (end := telling.literal("end")):
                last.append(end)
    member = lambda ident: canon.get((article, ident), (article, ident))  # noqa: E731
    text = " ".join([*item.referent.names, item.referent.attributes.get("kind", "")])
    return Mission(
        item,
        frozenset(map(member, leaders)),
        frozenset(map(member, people | leaders)),
        frozenset(map(member, senders)),
        frozenset(key for p in places if (key := place_state(world, (article, p)))),
        window(min(first, default=None), max(last, default=None)),
        kinds_of(text),
    )


def kinds_of(text: str) -> frozenset[str]:
    """The kinds of delegation that words tell: military, business, party, ..."""
    words = set(fold(text).replace("-", " ").split())
    return frozenset(kind for kind, cues in _KINDS.items() if words & set(cues))


def place_state(world: World, member: Member) -> str | None:
    """The key of the state that a destination is or lies in, as far as names tell."""
    item = world.items.get(member)
    if item is None:
        return None
    found = (states().capitals.get(bare(n)) for n in item.referent.names)
    return item.state or next((key for key in found if key), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two delegations and the company that their articles share."""

    left: Mission
    right: Mission
    company: float


def same_sender(p: Pair) -> float | None:
    """Both were sent by the same state or body."""
    same = p.left.item.state and p.left.item.state == p.right.item.state
    return 0.7 if same or p.left.senders & p.right.senders else None


def same_leader(p: Pair) -> float | None:
    """The same person leads both."""
    return 1.5 if p.left.leaders & p.right.leaders else None


def shared_people(p: Pair) -> float | None:
    """The same person belongs to both."""
    return 0.8 if not p.left.leaders & p.right.leaders and p.left.people & p.right.people else None


def same_destination(p: Pair) -> float | None:
    """Both go to the same state."""
    return 0.6 if p.left.destinations & p.right.destinations else None


def asked_there(p: Pair) -> float | None:
    """The state that one of them goes to asked for the other in the same three weeks."""
    asked = p.left.asked & p.right.destinations or p.right.asked & p.left.destinations
    return 0.5 if asked and told_together(p) else None


def same_time(p: Pair) -> float | None:
    """Their journeys are told for the same days."""
    return 0.5 if p.left.when and p.right.when and p.left.when.gap(p.right.when) <= 2 else None


def told_together(p: Pair) -> float | None:
    """The articles came out within three weeks."""
    days = days_apart(p.left.item.article.published, p.right.item.article.published)
    return 0.3 if days is not None and days <= 21 else None


def same_company(p: Pair) -> float | None:
    """The articles name them in the same company: the same persons, bodies, places and states."""
    return min(0.9, 0.3 * p.company) if p.company >= 0.5 else None


def only_kind(p: Pair) -> float | None:
    """Both are of one kind."""
    return 0.3 if p.left.kinds & p.right.kinds else None


REASONS: tuple[Callable[[Pair], float | None], ...] = (
    same_sender, same_leader, shared_people, same_destination, asked_there, same_time, told_together, same_company, only_kind,
)  # fmt: skip


class Judge:
    """Scores pairs of delegations and says which must stay apart."""

    def __init__(self, world: World, missions: Mapping[Member, Mission]) -> None:
        self.world = world
        self.missions = missions

    def propose(self, a: Mission, b: Mission) -> Proposal | None:
        """The proposal to merge two delegations; None if something tells them apart or too little speaks for it."""
        x, y = a.item.member[0], b.item.member[0]
        if x == y or unlike(a, b):
            return None
        pair = Pair(a, b, self.world.overlap(x, y, marker(a.item) | marker(b.item)))
        given = [(reason, points) for reason in REASONS if (points := reason(pair)) is not None]
        score = round(sum(points for _, points in given), 6)
        if score < POSSIBLE or given[0][0] not in (same_sender, same_leader, shared_people):
            return None
        said = " ".join((r.__doc__ or "").strip() for r, _ in given)
        because = f"{a.item.referent.names[0]} / {b.item.referent.names[0]}: {said} ({score:.2f} points, {ENOUGH} suffice)"
        return Proposal(a.item.member, b.item.member, score, given[0][0].__name__.replace("_", " "), because)

    def apart(self, left: Sequence[Member], right: Sequence[Member]) -> str:
        """Why they differ: one article names some of both, or two of them have other senders, leaders, ends or times."""
        if {m[0] for m in left} & {m[0] for m in right}:
            return "An article names both."
        found = (unlike(self.missions[a], self.missions[b]) for a in left[:30] for b in right[:30])
        return next((why for why in found if why), "")


def unlike(a: Mission, b: Mission) -> str:
    """Why two delegations cannot be one: other state, other leader, other destination, other kind, or other days."""
    if a.item.state and b.item.state and a.item.state != b.item.state:
        return "Different states sent them."
    if a.leaders and b.leaders and not (a.leaders & b.people or b.leaders & a.people):
        return "Different persons lead them."
    if a.destinations and b.destinations and not a.destinations & b.destinations:
        return "They go to different states."
    if a.kinds and b.kinds and not a.kinds & b.kinds:
        return "They are of different kinds."
    if a.when and b.when:
        return "Their journeys lie too far apart." if a.when.gap(b.when) > 10 else ""
    days = days_apart(a.item.article.published, b.item.article.published)
    return "The articles lie too far apart." if days is not None and days > 120 else ""
