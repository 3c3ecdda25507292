"""Visits that a noun takes up: "the visit was called off", "left after a two-day visit", "his trip will last until Friday"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, Draft
from kg.extract.frames import Frame, all_frames
from kg.extract.match import Fact, add_kind, fillers, span_between
from kg.extract.status import status_of
from kg.extract.tree import Tree
from kg.extract.when import times_of
from kg.model import Claim, Status, TimeExpression

_NOUNS = frozenset({"visit", "trip", "tour", "stay", "stop", "stopover"})
_STOPS = frozenset({"stop", "stopover", "leg"})
_OTHER = frozenset(
    "last previous earlier next another similar such past future other recent subsequent second third reciprocal return".split()
)
_TAKING_UP = frozenset({"the", "this"})
_ENDING = frozenset({"end", "conclusion", "close"})
_LEAVING = frozenset({"leave", "depart", "return", "fly", "go", "head"})
_VISITORS = frozenset({"Person", "Delegation"})
_LOCATIVE = ("to", "in", "at")


def read_visits(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The visits told by nouns that no frame could fill; what takes up a visit told before is added to that visit."""
    told = {f.trigger for f in facts if f.frame.type == "Visit"}
    found: list[Fact] = []
    for token in cast.tree.tokens:
        if token.lemma not in _NOUNS or token.pos != "NOUN" or token.i in cast.tree.names or token.i in told:
            continue
        if token.start < cast.tree.annotation.article.body_start:
            continue
        visits = [f for f in (*facts, *found) if f.frame.type == "Visit"]
        if (fact := noun_visit(cast, visits, token.i)) is not None:
            found.append(fact)
    return found


def noun_visit(cast: Cast, visits: list[Fact], i: int) -> Fact | None:
    """The visit that the noun at ``i`` tells anew; None where it takes up another, which is then enriched, or tells none."""
    tree = cast.tree
    owners = [d for t in tree.arguments(i).subject for d in cast.who(t) if d.type in _VISITORS]
    sites = [t for prep, t in tree.arguments(i).preps if prep in ("to", "in")]
    if sites or {tree.tokens[c].lemma for c in tree.kids(i, "amod", "compound", "det")} & _OTHER:
        return stop_on_the_way(cast, visits, i, sites)
    definite = any(tree.tokens[c].text.lower() in _TAKING_UP for c in tree.kids(i, "det"))
    if not owners and tree.kids(i, "poss"):
        return None
    if owners or definite:
        known = taken_up(cast, visits, i, owners)
        if known is not None:
            enrich(cast, known, i)
            return None
    return visit_by_verb(cast, i)


def taken_up(cast: Cast, visits: list[Fact], i: int, owners: list[Draft]) -> Fact | None:
    """The visit told before that the noun at ``i`` means: the nearest whose visitor it may be."""
    wanted = {str(d.number) for d in owners} | {
        str(g.number) for g in cast.of_type("Delegation") for d in owners if g.leader == d.number
    }
    before = [f for f in visits if f.trigger < i and (not wanted or wanted & set(f.values("visitor")))]
    return max(before, key=lambda f: f.trigger) if before else None


def enrich(cast: Cast, visit: Fact, i: int) -> None:
    """Add to ``visit`` what is said of it at the noun ``i``: its dates, its kind, that it is off."""
    tree = cast.tree
    verb = predicate_of(tree, i)
    status = status_of(tree, verb if verb is not None else i)
    if status in ("cancelled", "denied") and visit.status in ("planned", "ongoing", "occurred") and told_off(tree, i, status):
        visit.status = status
    elif status == "planned" and visit.status == "alleged":
        visit.status = "planned"
    add_kind(tree, visit, i)
    if visit.status in ("cancelled", "denied") and visit.times:
        return
    for time in spoken_times(tree, i, verb):
        if time not in visit.times and agrees(visit.times, time):
            visit.times.append(time)


def told_off(tree: Tree, i: int, status: Status) -> bool:
    """Whether it is the visit itself that is called off or denied, not something said of it."""
    token = tree.tokens[i]
    return status == "cancelled" or (token.dep in ("dobj", "nsubjpass") and tree.tokens[token.head].lemma in ("deny", "rule"))


def predicate_of(tree: Tree, i: int) -> int | None:
    """The verb that the noun at ``i`` is subject or object of."""
    head = tree.tokens[tree.tokens[i].head]
    return head.i if tree.tokens[i].dep in ("nsubj", "nsubjpass", "dobj") and head.pos in ("VERB", "AUX") else None


def spoken_times(tree: Tree, i: int, verb: int | None) -> list[TimeExpression]:
    """The times told of the noun, and of its predicate where the noun is the subject."""
    times = times_of(tree, i, verb if verb is not None and tree.tokens[i].dep in ("nsubj", "nsubjpass") else None)
    return [t for t in times if tree.tokens[max(0, t.first - 1)].lemma not in ("since", "ago")]


def agrees(times: list[TimeExpression], time: TimeExpression) -> bool:
    """Whether ``time`` can be told of the same visit as ``times``."""
    starts = [t.start for t in times if t.start]
    new = time.start
    return new is None or not starts or any(s.startswith(new) or new.startswith(s) for s in starts)


def visit_by_verb(cast: Cast, i: int) -> Fact | None:
    """A visit whose visitor and place the verb over the noun tells: "left Vietnam at the end of a three-day visit"."""
    tree = cast.tree
    top, ended = i, False
    for _ in range(3):
        head = tree.tokens[tree.tokens[top].head]
        if head.pos != "ADP":
            break
        ended = ended or tree.tokens[top].lemma in _ENDING or head.text.lower() in ("after", "following", "from")
        top = head.head
    verb = tree.tokens[top]
    if verb.pos != "VERB" or top == i:
        return None
    args = tree.arguments(top)
    leaving = verb.lemma in _LEAVING
    spots = (*args.object, *args.of("from")) if leaving and ended else tuple(t for p in _LOCATIVE for t in args.of(p))
    if leaving and not ended:
        spots = args.of("for") or args.of("to")
    fact = Fact(visit_noun(), i, top, "occurred" if ended else status_of(tree, top) or "occurred")
    for t in args.subject:
        fact.claims += [Claim("visitor", span_between(tree, i, t), str(d.number)) for d in cast.who(t) if d.type in _VISITORS]
    for t in spots:
        fact.claims += [Claim("destination", span_between(tree, i, t), str(d.number)) for d in fillers(cast, t, "destination")]
    if not fact.values("visitor") or not fact.values("destination"):
        return None
    fact.claims = [replace(c, rule=fact.frame.name) for c in fact.claims]
    add_kind(tree, fact, i)
    fact.times = [t for t in times_of(tree, i, None) if not ended or t.start is None]
    fact.evidence = span_between(tree, i, top)
    return fact


def stop_on_the_way(cast: Cast, visits: list[Fact], i: int, sites: list[int]) -> Fact | None:
    """A stop told without the visitor: that of the journey told before ("a stop in Luanda has been dropped")."""
    tree = cast.tree
    before = [f for f in visits if f.trigger < i and f.status in ("ongoing", "planned", "occurred")]
    if tree.tokens[i].lemma not in _STOPS or not before or tree.arguments(i).subject:
        return None
    journey = max(before, key=lambda f: f.trigger)
    verb = predicate_of(tree, i)
    status = status_of(tree, verb if verb is not None else i)
    if status is None or tree.tokens[journey.trigger].sent + 4 < tree.tokens[i].sent:
        return None
    fact = Fact(visit_noun(), i, verb, status)
    fact.claims = [c for c in journey.claims if c.role == "visitor"]
    for t in sites:
        fact.claims += [Claim("destination", span_between(tree, i, t), str(d.number)) for d in fillers(cast, t, "destination")]
    fact.claims = [replace(c, rule=fact.frame.name) for c in fact.claims]
    fact.times = times_of(tree, i, verb)
    fact.evidence = span_between(tree, i, sites[0]) if sites else tree.span_of(i)
    return fact if fact.values("destination") else None


def visit_noun() -> Frame:
    """The frame that visits told by a noun alone are reported under."""
    noun = next(f for f in all_frames() if f.type == "Visit" and f.noun and f.bare)
    return replace(noun, name="Visit/noun", confidence=0.7)
