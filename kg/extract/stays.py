"""How long a visit lasts and whether it is over: "wrapped up a three-day visit on Friday", "on the second day of his trip"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kg.extract.cast import Cast
from kg.extract.clauses import ENDS, main_verb
from kg.extract.match import Fact
from kg.extract.stops import apart
from kg.extract.tree import Tree
from kg.extract.when import gone, journey, near, past_stay, times_of
from kg.model import TimeExpression

BY_NOUN = "Visit/noun"
CLOSING = frozenset("end conclude finish complete cap close wrap_up".split())
LEAVING = frozenset({"leave", "depart", "return", "fly", "go", "head"})
SETTING_OUT = frozenset({"leave", "depart"})
DAY = 10  # the length of a date to the day
_ENDED = ("dobj", "nsubj", "nsubjpass")


def settle_stays(cast: Cast, facts: list[Fact]) -> None:
    """Count the dates of visits from the day that is told to close them: "wrapped up a three-day visit on Friday"."""
    for fact in facts:
        if fact.frame.type == "Visit" and fact.frame.noun and during(cast.tree, fact) and not come_back(cast, facts, fact):
            fact.status = "planned" if ahead(cast.tree, fact.trigger) or yet_to_set_out(facts, fact) else "ongoing"
        if fact.frame.type == "Visit" and cast.tree.tokens[fact.trigger].lemma == "invitation" and not fact.times:
            fact.times = [t for c in cast.tree.kids(fact.trigger, "acl", "relcl") for t in times_of(cast.tree, c, None)]
        if fact.frame.type == "Visit" and not fact.frame.noun and cast.tree.tokens[fact.trigger].lemma in SETTING_OUT:
            set_out(cast, fact)
        if fact.frame.type == "Visit" and fact.status in ("occurred", "ongoing") and under_way(cast.tree, fact.trigger):
            fact.status = "planned"
        if fact.frame.type == "Visit" and fact.status == "occurred" and (way := on_the_way(cast.tree, fact)) is not None:
            fact.status = "ongoing"
            fact.times = [t for t in fact.times if t not in times_of(cast.tree, way, None)]
        if fact.frame.type == "Visit" and fact.support is None and not fact.times and (left := last_day(cast.tree, fact.trigger)):
            fact.times = [replace(left, start=None, end=left.start)]
        if fact.frame.type != "Visit" or fact.support is None or not fact.frame.noun or fact.frame.name == BY_NOUN:
            continue
        if closed(cast.tree, fact) or returned_from(cast.tree, fact):
            left = next((t for t in fact.times if t.start and len(t.start) == DAY and t.end is None), None)
            length = next((t for t in fact.times if t.duration and t.start is None), None)
            if left is not None:
                fact.times = [ending(length, left) if length is not None else replace(left, start=None, end=left.start)]


def yet_to_set_out(facts: list[Fact], visit: Fact) -> bool:
    """Whether all other journeys told of the visitors are still to come, so that "during the visit" is as well."""
    who = set(visit.values("visitor"))
    others = [f for f in facts if f is not visit and f.frame.type in ("Visit", "Arrival") and who & set(f.values("visitor"))]
    return bool(others) and all(f.status == "planned" for f in others)


def set_out(cast: Cast, visit: Fact) -> None:
    """Leave a visit told by the leaving for it without a day that is not the leaving's own; "leaves for Lima" is to come.

    "Will meet X on Friday before he leaves for Lima" tells no day for Lima, "the ship leaves for Lima on Friday" none of landing.
    """
    tree = cast.tree
    sailing = any(int(v) in cast.ships for v in visit.values("visitor") if v.isdigit())
    own = [tree.times[c] for c in near(tree, visit.trigger) if c in tree.times and not sailing]
    visit.times = [t for t in visit.times if t in own or t.start is None or len(t.start) < DAY]
    if visit.status == "occurred" and (tree.tokens[visit.trigger].tag in ("VBZ", "VBP") or only_left(tree, visit.trigger)):
        visit.status = "planned"


def on_the_way(tree: Tree, visit: Fact) -> int | None:
    """The verb of leaving by which a visit begins that nothing tells to be over: "left Oslo on Monday to visit Peru"."""
    way = journey(tree, visit.trigger)
    if way is None or tree.tokens[way].lemma not in SETTING_OUT or not gone(tree, way):
        return None
    published = tree.annotation.article.published
    days = [t.start for t in times_of(tree, way, None) if t.start]
    return way if published is None or all(not apart(published[: len(d)], d) for d in days) else None


def last_day(tree: Tree, i: int) -> TimeExpression | None:
    """The day of what was done at the end of the visit at ``i``: "agreed on Tuesday to meet again, at the close of a visit"."""
    end = tree.tokens[tree.tokens[tree.tokens[i].head].head]
    prep = tree.tokens[end.head]
    if tree.tokens[i].dep != "pobj" or end.lemma not in ENDS or end.pos != "NOUN" or prep.text.lower() != "at":
        return None
    verb = main_verb(tree, end.i)
    return next((t for t in times_of(tree, verb, None) if t.start and len(t.start) == DAY and t.end is None), None)


def under_way(tree: Tree, i: int) -> bool:
    """Whether "be" tells only who is on the way: "is on her way to Lima"."""
    return tree.tokens[i].lemma == "be" and any(tree.tokens[j].lemma == "way" for _, j in tree.prepositions(i))


def only_left(tree: Tree, i: int) -> bool:
    """Whether the verb tells no more than that somebody set out after another stay: "left for Lima at the end of a visit"."""
    return not tree.arguments(i).object and any(past_stay(tree, c) for c in tree.kids(i, "prep"))


def come_back(cast: Cast, facts: list[Fact], visit: Fact) -> bool:
    """Whether the visitors were told before to be back from there: "arrived in Oslo from a visit to Peru. During it she"."""
    for other in facts:
        prep = cast.tree.tokens[cast.tree.tokens[other.trigger].head]
        if other.frame.type == "Visit" and other.trigger < visit.trigger and other.frame.noun and prep.text.lower() == "from":
            alike = (set(other.values(role)) & set(visit.values(role)) for role in ("visitor", "destination"))
            if all(alike):
                return True
    return False


def closed(tree: Tree, visit: Fact) -> bool:
    """Whether the verb that carries the visit tells its end: "wrapped up a visit", "the visit ended"."""
    ends = visit.support is not None and tree.lemma(visit.support) in CLOSING
    return ends and visit.frame.type == "Visit" and tree.tokens[visit.trigger].dep in _ENDED


def returned_from(tree: Tree, fact: Fact) -> bool:
    """Whether the visit is what the visitor came back from: "returned home on Friday from a four-day visit"."""
    prep = tree.tokens[tree.tokens[fact.trigger].head]
    verb = tree.tokens[fact.support].lemma if fact.support is not None else ""
    return tree.tokens[fact.trigger].dep == "pobj" and prep.text.lower() == "from" and verb in LEAVING


def during(tree: Tree, fact: Fact) -> bool:
    """Whether an undated visit is told only as what something took place during: nothing says that it has ended."""
    head = tree.tokens[tree.tokens[fact.trigger].head]
    day = head.text.lower() == "of" and tree.tokens[head.head].lemma in ("day", "leg", "part")  # "on the second day of his visit"
    inside = tree.tokens[fact.trigger].dep == "pobj" and (day or head.text.lower() == "during")
    if inside and long_ago(tree, fact.trigger):
        return False
    plain = fact.support is None or fact.frame.name == BY_NOUN
    return inside and plain and fact.status == "occurred" and not any(t.start for t in fact.times)


def long_ago(tree: Tree, i: int) -> bool:
    """Whether what took place during the visit at ``i`` is told of a day long before the article's: "agreed in May 2009"."""
    published = tree.annotation.article.published
    told = [t.start for t in times_of(tree, tree.verb_above(i), None) if t.start]
    return published is not None and bool(told) and all(apart(published[: len(t)], t) for t in told)


def ahead(tree: Tree, i: int) -> bool:
    """Whether what takes place during the visit is still to come, and so is the visit: "will meet her during his trip"."""
    return any(tree.tokens[c].lemma == "will" for c in tree.kids(tree.verb_above(i), "aux"))


def ending(length: TimeExpression, last: TimeExpression) -> TimeExpression:
    """The stretch of so many days that closes with the day ``last``."""
    first = date.fromisoformat(last.start or "") - timedelta(days=(length.duration or 1) - 1)
    return replace(last, span=length.span, start=first.isoformat(), end=last.start, rule="duration")
