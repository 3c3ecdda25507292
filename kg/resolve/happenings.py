"""Reports as things that happened: parties as resolved entities, days, topic; what events are compared by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model import Member
from kg.resolve.delegations import place_state
from kg.resolve.spelling import fold
from kg.resolve.windows import Window, window
from kg.resolve.world import Telling, World

# By type: the roles that make an event what it is (each fit is needed where both tell it), and where it took place.
CORE: Mapping[str, tuple[str, ...]] = {
    "Visit": ("visitor", "destination"),
    "Arrival": ("visitor", "destination"),
    "Departure": ("visitor", "origin"),
    "Invitation": ("inviter", "invitee"),
    "Meeting": ("participant",),
    "Hosting": ("host", "guest"),
    "Commemoration": ("occasion", "organizer"),
    "Tribute": ("agent", "honoree"),
    "Statement": ("speaker",),
    "Support": ("agent", "target"),
    "Criticism": ("agent", "target"),
    "Denial": ("agent", "target"),
    "Pledge": ("agent", "target"),
    "Agreement": ("party",),
    "Message": ("sender", "recipient"),
    "Transfer": ("giver", "recipient"),
    "Conflict": ("agent",),
    "Restriction": ("agent",),
    "Appointment": ("person",),
}
SPEECH = frozenset("Statement Support Criticism Denial Pledge".split())
PLACES = frozenset("destination origin place".split())
_STOP = frozenset(
    "the a an of to in on at for and or with by from as its his her their this that is was were be been has have had will would "
    "it he she they not no all new more between against about over into than both two".split()
)


@dataclass(frozen=True, slots=True)
class Party:
    """One who fills a role: the entity, those it stands for (a delegation's people, a person's delegation), its state."""

    entity: Member
    stands_for: frozenset[Member]
    state: str | None
    is_state: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """One report with what events are compared by."""

    member: Member
    type: str
    telling: Telling
    parties: Mapping[str, tuple[Party, ...]]
    when: Window | None
    begins: Window | None
    topic: frozenset[str]
    places: frozenset[str]  # states of the places named, by key
    published: Window | None  # the days on which its article may have come out

    def role(self, name: str) -> tuple[Party, ...]:
        """The parties in a role."""
        return self.parties.get(name, ())


def stem(word: str) -> str:
    """A word without the endings that English adds to it."""
    for ending in ("ations", "ation", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def topic_words(text: str) -> frozenset[str]:
    """The telling words of a topic, stemmed."""
    return frozenset(stem(w) for w in re.findall(r"[a-z0-9]+", fold(text)) if w not in _STOP and len(w) > 1)


def happenings(world: World, canon: Mapping[Member, Member]) -> dict[Member, Happening]:
    """The reports of all articles, by member; ``canon`` gives the first member of each entity."""
    return happenings_among(world, canon, _stands_for(world, canon))


def happenings_among(
    world: World, canon: Mapping[Member, Member], stands: Mapping[Member, frozenset[Member]]
) -> dict[Member, Happening]:
    """The reports of some articles; ``stands`` gives by entity whom it acts with in all articles."""
    cast = _Cast(world, canon, stands)
    return {t.member: _happening(t, cast) for t in world.tellings}


class _Cast:
    """Who can fill a role: one party for each entity as long as it comes with the same state."""

    def __init__(self, world: World, canon: Mapping[Member, Member], stands: Mapping[Member, frozenset[Member]]) -> None:
        self._world = world
        self._canon = canon
        self._stands = stands
        self._parties: dict[Hashable, Party] = {}
        self._fillings: dict[tuple[Party, ...], tuple[Party, ...]] = {}

    def party(self, member: Member) -> Party | None:
        """Who a referent is as a party; None for one that the article does not have."""
        entity = self._canon.get(member)
        if entity is None:
            return None
        item = self._world.items[member]
        state = place_state(self._world, member) if item.referent.type == "Place" else item.state
        key = (entity, state, item.referent.type)
        found = self._parties.get(key)
        if found is None:
            stands = self._stands.get(entity, frozenset())
            found = self._parties[key] = Party(entity, stands, state, item.referent.type == "State")
        return found

    def filling(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """The different ones of some parties, in the order of their entities."""
        made = tuple(sorted(set(parties), key=lambda p: (p.entity, p.state or "")))
        return self._fillings.setdefault(made, made)


def _stands_for(world: World, canon: Mapping[Member, Member]) -> dict[Member, frozenset[Member]]:
    """By delegation, who acts with it: its leader and members; a person stands for none, or who is often sent would for all."""
    found: dict[Member, set[Member]] = defaultdict(set)
    for group, person in acting_together(world, canon):
        found[group].add(person)
    return {entity: frozenset(others) for entity, others in found.items()}


def acting_together(world: World, canon: Mapping[Member, Member]) -> Iterator[tuple[Member, Member]]:
    """Each delegation with each of its people, as the articles tell them, by entity."""
    for item in world.of_type("Delegation"):
        if (leader := item.referent.attributes.get("leader")) and (item.member[0], leader) in canon:
            yield canon[item.member], canon[item.member[0], leader]
    for telling in world.tellings:
        if telling.report.type == "Delegation":
            article = telling.member[0]
            for group in telling.referents("delegation"):
                for person in telling.referents("led_by", "member"):
                    if (article, group) in canon and (article, person) in canon:
                        yield canon[article, group], canon[article, person]


def _happening(telling: Telling, cast: _Cast) -> Happening:
    roles: dict[str, list[Party]] = defaultdict(list)
    article = telling.member[0]
    for claim in telling.report.claims:
        if claim.referent and (party := cast.party((article, claim.referent))):
            roles[claim.role].append(party)
    return happening(telling, {role: cast.filling(found) for role, found in sorted(roles.items())})


def happening(telling: Telling, parties: Mapping[str, tuple[Party, ...]]) -> Happening:
    """A report by which parties fill its roles."""
    start, end = telling.literal("start"), telling.literal("end")
    places = frozenset(p.state for role in PLACES for p in parties.get(role, ()) if p.state)
    topic = topic_words(" ".join(filter(None, (telling.literal("topic"), telling.literal("title")))))
    when, begins, published = window(start, end), window(start, None), window(telling.article.published, None)
    return Happening(telling.member, telling.report.type, telling, parties, when, begins, topic, places, published)


def fit(left: Iterable[Party], right: Iterable[Party]) -> float | None:
    """How well two fillings of a role agree, 1 for the same entity; None where one of them is not told.

    0.9 for a delegation and its people, 0.5 for somebody and the state for which he, she or it acts.
    """
    others = tuple(right)
    best: float | None = None
    for a in left:
        for b in others:
            found = fit_one(a, b)
            if best is None or found > best:
                best = found
    return best


def fit_one(a: Party, b: Party) -> float:
    """How well two parties agree; see :func:`fit`."""
    if a.entity == b.entity:
        return 1.0
    if b.entity in a.stands_for or a.entity in b.stands_for:
        return 0.9
    if a.state and a.state == b.state and (a.is_state or b.is_state):
        return 0.5
    return 0.0


def fit_places(left: Iterable[Party], right: Iterable[Party], capitals: Container[Member]) -> float | None:
    """How well two sets of destinations agree: the same place, or a state and its capital; None where one is not told.

    A tour of several states is not the visit to one of them.
    """
    a, b = tuple(left), tuple(right)
    if not a or not b:
        return None
    mine, theirs = {p.state for p in a if p.state}, {p.state for p in b if p.state}
    if min(len(mine), len(theirs)) >= 1 and (len(mine) > 1) != (len(theirs) > 1):
        return 0.0
    if {p.entity for p in a} & {p.entity for p in b}:
        return 1.0
    whole = [{p.state for p in side if p.state and (p.is_state or p.entity in capitals)} for side in (a, b)]
    return 0.8 if whole[0] & whole[1] else 0.0
