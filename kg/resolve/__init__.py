"""Resolve: one thing, one node across articles, with a reason for every merge.

The steps, each in its own module: :mod:`world` gathers what articles tell; :mod:`people`, :mod:`things` and :mod:`delegations`
block, compare and decide who is who; :mod:`events` does so for what happened; :mod:`cluster` turns proposals into groups under
people's decisions; :mod:`assemble` gives them names and ids; :mod:`disputes` finds what their reports disagree on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.model import Decision, EntityType, Extraction, Member, Merge, Resolution
from kg.resolve import assemble
from kg.resolve.cluster import Clustering, Judgements, by_key, cluster, judgements
from kg.resolve.delegations import resolve_delegations
from kg.resolve.disputes import disputes
from kg.resolve.events import Scenery, anniversaries, capitals, resolve_events
from kg.resolve.happenings import happenings
from kg.resolve.people import resolve_people
from kg.resolve.things import resolve_things
from kg.resolve.world import World, gather, uncollected

__all__ = ["resolve"]


def resolve(extractions: Iterable[Extraction], decisions: Sequence[Decision] = ()) -> Resolution:
    """Who is who and what is what in all articles; the same whatever the order in which they come.

    Judged the same is one, judged different is never one, whatever rules say; a decision left out next time is withdrawn.
    """
    with uncollected():
        return _resolved(extractions, decisions)


def _resolved(extractions: Iterable[Extraction], decisions: Sequence[Decision]) -> Resolution:
    world = gather(extractions)
    judged = judgements(decisions)
    made: dict[EntityType, Clustering] = {
        "State": _states(world, judged),
        "Person": resolve_people(world, judged),
        "Organization": resolve_things(world, "Organization", judged),
        "Place": resolve_things(world, "Place", judged),
        "Occasion": resolve_things(world, "Occasion", judged),
    }
    canon = _canon(made.values())
    made["Delegation"] = resolve_delegations(world, canon, judged)
    canon |= _canon([made["Delegation"]])
    found = assemble.entities(world, {kind: made[kind].groups for kind in made})
    doubts = [d for c in made.values() for d in c.doubts]
    del made
    entity_of = {m: e.id for e in found for m in e.members}
    told = happenings(world, canon)
    scenery = Scenery(capitals(world, canon), anniversaries(world, canon))
    world = replace(world, items={}, tellings=())  # from here on only what the reports say is compared
    happened = resolve_events(world, scenery, told, judged)
    events = assemble.events(happened.groups, told, entity_of, {e.id: e.label for e in found})
    event_of = {m: e.id for e in events for m in e.members}
    ordered = sorted([*doubts, *happened.doubts], key=lambda d: (bool(d.against), -d.score, d.left, d.right))
    disputed = disputes(events, told, canon)
    return Resolution(found, events, MappingProxyType(entity_of), MappingProxyType(event_of), tuple(ordered), disputed)


def _states(world: World, judged: Judgements) -> Clustering:
    """The states, by their keys; only of those that people have judged is each mention looked at."""
    named: dict[str, list[Member]] = defaultdict(list)
    for item in world.of_type("State"):
        named[item.state or ""].append(item.member)
    rule, because = "gazetteer", "Both names belong to the state that the gazetteer files as {key}."
    keys: dict[Member, str] = {}
    members: dict[Member, Sequence[Member]] = {}
    inside: dict[Member, list[Merge]] = defaultdict(list)
    for key, found in named.items():
        lead, *others = sorted(found)
        if judged.named.isdisjoint(found):
            keys[lead], members[lead] = key, found
            reason = because.format(key=key)
            inside[lead] = [Merge(lead, m, rule, reason) for m in others]
        else:
            keys.update(dict.fromkeys(found, key))
            members.update((m, (m,)) for m in found)
    return cluster(keys, by_key(keys, rule, because), judged).unfolded(members, inside)


def _canon(made: Iterable[Clustering]) -> dict[Member, Member]:
    """The first member of each member's group."""
    return {m: group.members[0] for found in made for group in found.groups for m in group.members}
