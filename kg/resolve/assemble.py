"""From groups to the entities and events of a :class:`kg.model.Resolution`: labels, ids, states, status, links."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.ids import entity_id, slug
from kg.model import PUBLISHER, UNREAL, Article, Entity, EntityType, Event, Member, Report, Status
from kg.resolve.cluster import Group
from kg.resolve.happenings import Happening
from kg.resolve.labels import best_label, event_label
from kg.resolve.links import course, find_links
from kg.resolve.states import link, states
from kg.resolve.world import Item, Telling, World

_T = TypeVar("_T", bound=Hashable)
_HASH = re.compile(r"-[0-9a-f]{8}$")
_STRENGTH: Mapping[Status, int] = {"occurred": 5, "ongoing": 4, "cancelled": 3, "planned": 2, "denied": 1, "alleged": 0}


@dataclass(frozen=True, slots=True)
class Bearers:
    """The referents of a group: one of each sort with how many are like it, and the one whose article came out first."""

    items: Sequence[tuple[Item, int]]
    first: Item

    def names(self) -> tuple[str, ...]:
        """All names, sorted."""
        return tuple(sorted({n for item, _ in self.items for n in item.referent.names}))

    def forms(self, most: int) -> Counter[str]:
        """How many referents have each name among their ``most`` first ones."""
        return counted((n, count) for item, count in self.items for n in item.referent.names[:most])


def counted(found: Iterable[tuple[_T, int]]) -> Counter[_T]:
    """How often each value comes in all."""
    sums: Counter[_T] = Counter()
    for value, count in found:
        sums[value] += count
    return sums


def entities(world: World, groups: Mapping[EntityType, Sequence[Group]]) -> tuple[Entity, ...]:
    """The entities of all groups, sorted by id; those of a state known to the store point at it."""
    by_key: dict[str, str] = {}
    made: list[Entity] = []
    for group in groups["State"]:
        key = world.items[group.members[0]].state or ""
        made.append(state_entity(key, _bearers(world, group), key in by_key, group))
        by_key.setdefault(key, made[-1].id)
    made += [entity(kind, _bearers(world, g), by_key, g) for kind in sorted(groups) if kind != "State" for g in groups[kind]]
    return tuple(sorted(made, key=lambda e: e.id))


def _bearers(world: World, group: Group) -> Bearers:
    found = [world.items[m] for m in group.members]
    return Bearers([(item, 1) for item in found], min(found, key=lambda i: published_first(i.member, i.article)))


def published_first(member: Member, article: Article) -> tuple[str, Member]:
    """Least for the member whose article came out first, which identifies a thing: so later articles change no identifier."""
    return article.published or "9999", member


def _seed(kind: str, member: Member) -> str:
    article, ident = member
    return f"{kind} {len(article)} {article} {ident}"


def state_entity(key: str, found: Bearers, again: bool, group: Group) -> Entity:
    """The state of a group; ``again`` where a judgement splits off a second one of that key."""
    known = states().labels.get(key)
    label = known or best_label("State", found.forms(1))
    ident = slug(label) if known and not again else entity_id(label, _seed("State", found.first.member))
    return Entity(ident, "State", label, found.names(), group.members, same_as=link(key), merges=group.merges)


def entity(kind: EntityType, found: Bearers, by_key: Mapping[str, str], group: Group) -> Entity:
    """The entity of a group of another type; ``by_key`` has the ids of the states by their keys."""
    most = 3 if kind == "Person" else 1
    label = best_label(kind, found.forms(most))
    kinds = counted((item.referent.kind, count) for item, count in found.items if item.referent.kind)
    publishes = any(item.member[1] == PUBLISHER for item, _ in found.items)
    kept = "Outlet" if publishes else min(kinds, key=lambda k: (-kinds[k], k), default=None)
    told = counted((item.state, count) for item, count in found.items if item.state in by_key)
    state = by_key[min(told, key=lambda k: (-told[k], k or "")) or ""] if told and kind != "Occasion" else None
    own = best_label(kind, Counter(found.first.referent.names[:most]))
    ident = entity_id(own, _seed(kind, found.first.member))
    return Entity(ident, kind, label, found.names(), group.members, kept, state, (), group.merges)


def events(
    groups: Iterable[Group], told: Mapping[Member, Happening], entity_of: Mapping[Member, str], labels: Mapping[str, str]
) -> tuple[Event, ...]:
    """The events of all groups, sorted by id, with their status and links."""
    listed = list(groups)
    named = {g.members[0]: named_event(g, told, entity_of, labels) for g in listed}
    part_of, before = find_links(course([told[m] for m in g.members]) for g in listed)
    made = []
    for group in listed:
        node = group.members[0]
        ident, label = named[node]
        whole, previous = part_of.get(node), before.get(node)
        made.append(
            Event(
                ident,
                told[node].type,
                label,
                status_of([told[m].telling for m in group.members]),
                group.members,
                group.merges,
                named[whole][0] if whole else None,
                named[previous][0] if previous else None,
            )
        )
    return tuple(sorted(made, key=lambda e: (e.id, e.type, e.members)))


def named_event(
    group: Group, told: Mapping[Member, Happening], entity_of: Mapping[Member, str], labels: Mapping[str, str]
) -> tuple[str, str]:
    """The id and the label of an event."""
    parties: dict[str, Counter[str]] = defaultdict(Counter)
    literals: dict[str, Counter[str]] = defaultdict(Counter)
    delegations: Counter[str] = Counter()
    for member in group.members:
        for role, ident in sorted(_filled(told[member].telling.report, member[0], entity_of)):
            parties[role][labels[ident]] += 1
            if role == "delegation":
                delegations[ident] += 1
        for claim in told[member].telling.report.claims:
            if claim.literal:
                literals[claim.role][claim.literal] += 1
    kind = told[group.members[0]].type
    label = event_label(kind, parties, literals)
    if kind == "Delegation" and delegations:
        return min(delegations, key=lambda i: (-delegations[i], i)), label
    first = min(group.members, key=lambda m: published_first(m, told[m].telling.article))
    return entity_id(_told_first(told[first], entity_of), _seed(kind, first)), label


def _told_first(h: Happening, entity_of: Mapping[Member, str]) -> str:
    """The line for an event as its first report alone has it, its parties by the words of their identifiers."""
    report = h.telling.report
    parties: dict[str, Counter[str]] = defaultdict(Counter)
    literals: dict[str, Counter[str]] = defaultdict(Counter)
    for role, ident in sorted(_filled(report, h.member[0], entity_of)):
        parties[role][_HASH.sub("", ident).replace("-", " ")] += 1
    for claim in report.claims:
        if claim.literal:
            literals[claim.role][claim.literal] += 1
    return event_label(h.type, parties, literals)


def _filled(report: Report, article: str, entity_of: Mapping[Member, str]) -> set[tuple[str, str]]:
    found = ((c.role, entity_of.get((article, c.referent or ""))) for c in report.claims)
    return {(role, ident) for role, ident in found if ident}


def status_of(told: Sequence[Telling]) -> Status:
    """The status in the latest report, of equally late ones the strongest.

    Reports that only allege or deny an event count only where no other kind of report is there: what one outlet reports as
    done is not undone by another's doubt, which stays on its own report.
    """
    real = [t for t in told if t.report.status not in UNREAL] or list(told)
    latest = max(real, key=lambda t: (t.article.published or "", _STRENGTH[t.report.status]))
    return latest.report.status
