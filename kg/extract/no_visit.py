"""Journeys that are no visits: within the own state, to an event at home, and what "be" tells of a place alone."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.match import Fact
from kg.extract.pairs import states_of
from kg.extract.relations import VISITORS
from kg.extract.sides import told_states


def in_own_state(cast: Cast, visit: Fact) -> bool:
    """Whether a visit stays within the state of its visitors, which makes it none: "the Norwegian premier toured Bergen"."""
    sites = [cast.drafts[int(v)] for v in visit.values("destination") if v.isdigit()]
    there = {d.number if d.type == "State" else d.state for d in sites}
    visitors = [cast.drafts[int(v)] for v in visit.values("visitor") if v.isdigit()]
    told = [set(told_states(cast, d)) for d in visitors]
    return len(there) == 1 and None not in there and bool(told) and all(states == there for states in told)


def only_where(cast: Cast, visit: Fact) -> bool:
    """Whether "be" tells no stay: what is to be done somewhere ("In Oslo he is to meet Silva"), or where a state's men are."""
    tree = cast.tree
    token = tree.tokens[visit.trigger]
    if token.lemma == "be" and all(cast.drafts[int(v)].type == "State" for v in visit.values("visitor")):
        return True
    return token.lemma == "be" and any(c == token.i + 2 and tree.tokens[c].tag == "VB" for c in tree.kids(token.i, "xcomp"))


def from_abroad(cast: Cast, visit: Fact) -> bool:
    """Whether those who attend something come from another state than it takes place in; true of what is told as a journey."""
    if cast.tree.tokens[visit.trigger].lemma != "attend":
        return True
    sites = [cast.drafts[int(v)] for v in visit.values("destination") if v.isdigit()]
    there = {d.number if d.type == "State" else d.state for d in sites} - {None} or {cast.home}
    visitors = [cast.drafts[int(v)] for v in visit.values("visitor") if v.isdigit() and cast.drafts[int(v)].type in VISITORS]
    states = {s for d in visitors for s in states_of(d, cast)}
    return bool(states) and not states & there


def drop_states(cast: Cast, visit: Fact) -> None:
    """Leave states out of the visitors where people are told: "the tour of Peru in Chile" is not made by Chile."""
    types = {c.referent: cast.drafts[int(c.referent)].type for c in visit.claims if c.role == "visitor" and c.referent}
    if set(types.values()) & VISITORS:
        visit.claims = [c for c in visit.claims if c.role != "visitor" or types.get(c.referent or "") != "State"]
