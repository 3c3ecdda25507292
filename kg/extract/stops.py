"""Buildings that a traveller comes to are no country: the visit that begins there is to the state they stand in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.extract.cast import Cast, Draft
from kg.extract.match import Fact
from kg.extract.sides import told_states
from kg.extract.tree import Tree

_DAY = 10  # the length of a date to the day
_WEEKS = 14  # days

_BUILDINGS = frozenset(
    """airport airfield airbase aerodrome airstrip hotel palace house mansion villa residence terminal station headquarters
    stadium lounge guesthouse base ministry embassy""".split()
)
_TOURING = frozenset("visit tour inspect see".split())  # a site may be visited for itself
_ESCORTING = frozenset("escort accompany see_off".split())


def lift_buildings(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with visits to a building as visits to its state or the article's scene; none where neither is told."""
    return [f for f in facts if f.frame.type != "Visit" or lifted(cast, f)]


def lifted(cast: Cast, visit: Fact) -> bool:
    """Whether a visit is one to a place that may be visited; a building that is only come to gives way to where it stands."""
    tree = cast.tree
    sites = [c for c in visit.claims if c.role == "destination" and c.referent]
    built = [c for c in sites if is_building(cast.drafts[int(c.referent or 0)])]
    if not built or tree.tokens[visit.trigger].lemma in _TOURING:
        return True
    kept = [c for c in visit.claims if c not in built]
    if len(built) == len(sites):
        if tree.lemma(visit.trigger) in _ESCORTING:
            return False
        state = around(cast, visit, cast.drafts[int(built[0].referent or 0)])
        if state is None:
            return False
        kept.append(replace(built[0], referent=str(state), rule="home"))
    visit.claims[:] = kept
    return True


def is_building(place: Draft) -> bool:
    """Whether a place or body is a building by the last word of its names; a ministry also by the first."""
    words = [f.lower().removeprefix("the ").split() for f in place.forms if place.type in ("Place", "Organization")]
    return not place.known and any(w[-1] in _BUILDINGS or {"ministry", "embassy", "base"} & set(w[:2]) for w in words if w)


def around(cast: Cast, visit: Fact, place: Draft) -> int | None:
    """The state (draft number) that a building stands in, or that of the dateline, where the visitors are of another."""
    key = cast.tree.annotation.scene
    scene = cast.by_key.get(key) if key is not None else None
    state = place.state if place.state is not None else scene
    own = {s for v in visit.values("visitor") if v.isdigit() for s in told_states(cast, cast.drafts[int(v)])}
    return state if state is not None and cast.drafts[state].forms and own and state not in own else None


def left_before(tree: Tree, visit: Fact) -> bool:
    """Whether a stay is told as over before the next one began ("was in Peru before coming to Chile") or as the way there."""
    return tree.tokens[visit.trigger].lemma == "way" or any(
        tree.tokens[c].text.lower() == "before" for c in tree.kids(visit.trigger, "prep")
    )


def may_be_left(cast: Cast, departure: Fact, stay: Fact) -> bool:
    """Whether a stay is somewhere, and not where the departure is told to lead: "will tour Peru. He leaves for Lima"."""
    args = cast.tree.arguments(departure.trigger)
    goals = {d.number if d.type == "State" else d.state for t in (*args.of("for"), *args.of("to")) for d in cast.who(t)}
    sites = [cast.drafts[int(v)] for v in stay.values("destination") if v.isdigit()]
    only_ahead = cast.tree.tokens[stay.trigger].lemma == "way"  # "stopped on his way to Peru"
    return bool(sites) and not only_ahead and not {d.number if d.type == "State" else d.state for d in sites} & (goals - {None})


def of_other_days(a: Fact, b: Fact) -> bool:
    """Whether two journeys are told to start weeks apart; a visit that is told by its last day may begin with the arrival."""
    days, others = ([t.start for t in f.times if t.start] for f in (a, b))
    return bool(days and others) and all(apart(x, y) for x in days for y in others)


def apart(x: str, y: str) -> bool:
    """Whether two dates lie weeks apart, as far as they tell."""
    if len(x) == len(y) == _DAY:
        return abs((date.fromisoformat(x) - date.fromisoformat(y)).days) > _WEEKS
    return not (x.startswith(y) or y.startswith(x))


def left_behind(cast: Cast, visit: Fact, departure: Fact) -> bool:
    """Whether the departure's own sentence tells the visit as over, and not as what one leaves for: "left on a visit"."""
    prep = cast.tree.tokens[cast.tree.tokens[visit.trigger].head]
    if cast.tree.tokens[visit.trigger].dep == "pobj" and prep.text.lower() in ("on", "for"):
        return False
    alike = cast.tree.tokens[visit.trigger].sent == cast.tree.tokens[departure.trigger].sent
    return alike and visit.frame.noun and visit.status == "occurred" and departure.status == "occurred"
