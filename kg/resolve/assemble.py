"""From groups to the entities and events of a :class:`kg.model.Resolution`: labels, ids, states, status, links."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.ids import entity_id, slug
from kg.model import PUBLISHER, UNREAL, Article, Entity, EntityType, Event, Member, Report, Status
from kg.resolve.cluster import Group
from kg.resolve.happenings import Happening
from kg.resolve.labels import best_label, event_label
from kg.resolve.links import course, find_links
from kg.resolve.states import link, states
from kg.resolve.world import Telling, World

_HASH = re.compile(r"-[0-9a-f]{8}$")
_STRENGTH: Mapping[Status, int] = {"occurred": 5, "ongoing": 4, "cancelled": 3, "planned": 2, "denied": 1, "alleged": 0}


def entities(world: World, groups: Mapping[EntityType, Sequence[Group]]) -> tuple[Entity, ...]:
    """The entities of all groups, sorted by id; those of a state known to the store point at it."""
    by_key: dict[str, str] = {}
    made: list[Entity] = []
    for group in groups["State"]:
        key = world.items[group.members[0]].state or ""
        made.append(_state(world, group, key, key in by_key))
        by_key.setdefault(key, made[-1].id)
    made += [_entity(world, kind, g, by_key) for kind in sorted(groups) if kind != "State" for g in groups[kind]]
    return tuple(sorted(made, key=lambda e: e.id))


def _first(members: Iterable[Member], articles: Mapping[Member, Article]) -> Member:
    """The member whose article came out first: what identifies the thing, so that later articles change no identifier."""
    return min(members, key=lambda m: (articles[m].published or "9999", m))


def _seed(kind: str, member: Member) -> str:
    article, ident = member
    return f"{kind} {len(article)} {article} {ident}"


def _names(world: World, group: Group) -> tuple[str, ...]:
    return tuple(sorted({n for m in group.members for n in world.items[m].referent.names}))


def _state(world: World, group: Group, key: str, again: bool) -> Entity:
    """The state of a group; ``again`` where a judgement splits off a second one of that key."""
    known = states().labels.get(key)
    label = known or best_label("State", _firsts(world, group))
    first = _first(group.members, {m: world.items[m].article for m in group.members})
    ident = slug(label) if known and not again else entity_id(label, _seed("State", first))
    names = _names(world, group)
    return Entity(ident, "State", label, names, group.members, same_as=link(key), merges=group.merges)


def _firsts(world: World, group: Group) -> list[str]:
    """The first full name that each article uses, or its first name."""
    return [names[0] for m in group.members if (names := world.items[m].referent.names)]


def _entity(world: World, kind: EntityType, group: Group, by_key: Mapping[str, str]) -> Entity:
    found = [world.items[m] for m in group.members]
    forms = [n for item in found for n in item.referent.names[: 3 if kind == "Person" else 1]]
    label = best_label(kind, forms)
    kinds = Counter(item.referent.kind for item in found if item.referent.kind)
    kept = "Outlet" if any(m[1] == PUBLISHER for m in group.members) else min(kinds, key=lambda k: (-kinds[k], k), default=None)
    told = Counter(item.state for item in found if item.state in by_key)
    state = by_key[min(told, key=lambda k: (-told[k], k or "")) or ""] if told and kind != "Occasion" else None
    first = _first(group.members, {item.member: item.article for item in found})
    own = world.items[first].referent.names[: 3 if kind == "Person" else 1]
    ident = entity_id(best_label(kind, own), _seed(kind, first))
    return Entity(ident, kind, label, _names(world, group), group.members, kept, state, (), group.merges)


def events(
    groups: Iterable[Group], told: Mapping[Member, Happening], entity_of: Mapping[Member, str], labels: Mapping[str, str]
) -> tuple[Event, ...]:
    """The events of all groups, sorted by id, with their status and links."""
    listed = list(groups)
    named = {g.members[0]: _named(g, told, entity_of, labels) for g in listed}
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


def _named(
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
    first = _first(group.members, {m: told[m].telling.article for m in group.members})
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
