"""Meetings told before that are off, or put off to another day: "the meeting was called off", "the talks were put off to May"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.match import Fact
from kg.extract.nothing import CANCELLING, held_up
from kg.extract.tenses import own_status
from kg.extract.tree import Tree
from kg.extract.visits import moved_to
from kg.model import TimeExpression

_NOUNS = frozenset("meeting talk talks summit negotiation session dialogue consultation".split())
_TAKING_UP = frozenset({"the", "this", "that", "these", "those"})
_BROKEN_OFF = frozenset({"break_off", "suspend"})  # what went on until that day
_REACH = 4  # sentences that a meeting may be told before it is called off


def call_off(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with the meetings to come that later words call off; one put off to a day is told anew for that day."""
    tree = cast.tree
    for fact in facts:
        if fact.status == "cancelled":
            fact.times = [t for t in fact.times if not of_calling_off(tree, t)]
    facts = [*facts, *(later for f in facts if (later := moved(tree, f)) is not None)]
    planned = [f for f in facts if f.frame.type == "Meeting" and f.status == "planned"]
    if not planned:
        return facts
    out = list(facts)
    for token in tree.tokens[min(f.trigger for f in planned) + 1 :]:
        if token.lemma not in _NOUNS or (verb := calling_off(tree, token.i)) is None:
            continue
        near = [f for f in planned if f.trigger < token.i and token.sent - tree.tokens[f.trigger].sent <= _REACH]
        if not near:
            continue
        meeting = max(near, key=lambda f: f.trigger)
        meeting.status = "cancelled"
        if (day := moved_to(tree, token.i, verb)) is not None:
            out.append(replace(meeting, status="planned", times=[day], claims=list(meeting.claims)))
    return out


def of_calling_off(tree: Tree, time: TimeExpression) -> bool:
    """Whether a day gone by dates what called something off, not the thing: "cancelled the trip on Monday"."""
    published = tree.annotation.article.published
    inside = range(time.first, time.last)
    over = next(tree.tokens[t.head] for t in tree.tokens[time.first : time.last] if t.head not in inside or t.head == t.i)
    over = tree.tokens[over.head] if over.pos == "ADP" else over
    gone = published is None or (time.start or time.end or published) <= published
    return gone and tree.lemma(over.i) not in _BROKEN_OFF and (tree.lemma(over.i) in CANCELLING or held_up(tree, over.i))


def moved(tree: Tree, meeting: Fact) -> Fact | None:
    """The meeting to come where one is put off to a day; one that is only moved to a day is that meeting itself."""
    noun = tree.tokens[meeting.trigger]
    if meeting.frame.type != "Meeting" or noun.dep not in ("nsubjpass", "dobj") or meeting.status == "denied":
        return None
    if (day := moved_to(tree, noun.i, noun.head)) is None:
        return None
    if meeting.status == "cancelled":
        meeting.times = [t for t in meeting.times if t.span != day.span]
        return replace(meeting, status="planned", times=[day], claims=list(meeting.claims))
    meeting.status, meeting.times = "planned", [day]
    return None


def calling_off(tree: Tree, i: int) -> int | None:
    """The verb that calls off what the definite noun at ``i`` takes up; None where nothing does so or the noun tells more."""
    token = tree.tokens[i]
    verb = token.head
    if token.dep not in ("nsubjpass", "dobj") or not (tree.lemma(verb) in CANCELLING or held_up(tree, verb)):
        return None
    the = any(tree.tokens[c].text.lower() in _TAKING_UP for c in tree.kids(i, "det"))
    told = tree.kids(i, "prep", "poss", "relcl", "acl")
    return verb if the and not told and own_status(tree, verb) == "occurred" else None
