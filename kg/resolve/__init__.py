"""Resolve: one thing, one node across articles, with a reason for every merge.

The steps, each in its own module: :mod:`world` gathers what articles tell; :mod:`people`, :mod:`things` and :mod:`delegations`
block, compare and decide who is who; :mod:`events` does so for what happened; :mod:`cluster` turns proposals into groups under
people's decisions; :mod:`assemble` gives them names and ids; :mod:`disputes` finds what their reports disagree on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from kg.model import Decision, EntityType, Extraction, Member, Resolution
from kg.resolve import assemble
from kg.resolve.cluster import Clustering, Judgements, by_key, cluster, judgements
from kg.resolve.delegations import resolve_delegations
from kg.resolve.disputes import disputes
from kg.resolve.events import resolve_events
from kg.resolve.happenings import happenings
from kg.resolve.people import resolve_people
from kg.resolve.things import resolve_things
from kg.resolve.world import World, gather

__all__ = ["resolve"]


def resolve(extractions: Iterable[Extraction], decisions: Sequence[Decision] = ()) -> Resolution:
    """Who is who and what is what in all articles; the same whatever the order in which they come.

    Judged the same is one, judged different is never one, whatever rules say; a decision left out next time is withdrawn.
    """
    world = gather(extractions)
    judged = judgements(decisions)
    made: dict[EntityType, Clustering] = {
        "State": _states(world, judged),
        "Person": resolve_people(world, judged),
        "Organization": resolve_things(world, "Organization", judged),
        "Place": resolve_things(world, "Place", judged),
        "Occasion": resolve_things(world, "Occasion", judged),
    }
    made["Delegation"] = resolve_delegations(world, _canon(made), judged)
    groups = {kind: made[kind].groups for kind in made}
    found = assemble.entities(world, groups)
    entity_of = {m: e.id for e in found for m in e.members}
    canon = _canon(made)
    told = happenings(world, canon)
    labels = {e.id: e.label for e in found}
    happened = resolve_events(world, canon, told, judged)
    events = assemble.events(happened.groups, told, entity_of, labels)
    event_of = {m: e.id for e in events for m in e.members}
    open_ones = [d for c in (*made.values(), happened) for d in c.doubts]
    doubts = tuple(sorted(open_ones, key=lambda d: (bool(d.against), -d.score, d.left, d.right)))
    disputed = disputes(events, told, canon)
    return Resolution(found, events, MappingProxyType(entity_of), MappingProxyType(event_of), doubts, disputed)


def _states(world: World, judged: Judgements) -> Clustering:
    keys = {item.member: item.state or "" for item in world.of_type("State")}
    chains = by_key(keys, "gazetteer", "Both names belong to the state that the gazetteer files as {key}.")
    return cluster(keys, chains, judged)


def _canon(made: Mapping[EntityType, Clustering]) -> dict[Member, Member]:
    """The first member of each member's group."""
    return {m: group.members[0] for found in made.values() for group in found.groups for m in group.members}
