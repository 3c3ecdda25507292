"""Wars as told beside other things: when they ended, and those named with their years."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, plain
from kg.extract.frames import Frame, all_frames
from kg.extract.match import Fact, span_between
from kg.extract.when import near
from kg.model import TimeExpression

_ENDING = frozenset({"end", "cease", "stop", "finish"})
_WAR = frozenset({"war", "wars"})
_STANDING = frozenset({"war", "conflict", "crisis"})


def end_wars(cast: Cast, facts: list[Fact]) -> None:
    """Make the time of "the war ended in 2000" the end of the war, which is over."""
    tree = cast.tree
    for fact in facts:
        head = tree.tokens[tree.tokens[fact.trigger].head]
        if fact.frame.type == "Conflict" and head.lemma in _ENDING and tree.tokens[fact.trigger].dep in ("nsubj", "dobj"):
            fact.status = "occurred"
            times = [tree.times[c] for c in near(tree, head.i) if c in tree.times]
            fact.times = [replace(t, start=None, end=t.end or t.start) for t in times[:1]] or fact.times


def told_wars(cast: Cast) -> list[Fact]:
    """The wars that the article names with their years, once each."""
    tree = cast.tree
    frame = next(f for f in all_frames() if f.type == "Conflict" and "war" in f.triggers)
    found: dict[str, Fact] = {}
    for i, mention in sorted(tree.names.items()):
        name = plain(mention.form)
        if mention.type != "Occasion" or not set(name.split()[-1:]) & _WAR or name in found:
            continue
        time = years_at(cast, i)
        if time is None:
            continue
        fact = Fact(war_frame(frame), i, None, "occurred", times=[time])
        fact.evidence = span_between(tree, i, time.first)
        found[name] = fact
    return list(found.values())


def war_frame(frame: Frame) -> Frame:
    """The frame under which a named war is told."""
    return replace(frame, name="Conflict/named-war", confidence=0.75)


def years_at(cast: Cast, i: int) -> TimeExpression | None:
    """The years told with the war named at ``i``: before it, in brackets after it, or with a clause on it."""
    tree = cast.tree
    sentence = tree.annotation.sentences[tree.tokens[i].sent]
    for j in [*range(i - 1, max(sentence.first, i - 4) - 1, -1), *range(i + 1, min(sentence.last, i + 9))]:
        time = tree.times.get(j)
        if time is not None and time.start is not None and time.end is not None and len(time.start) == 4:
            return time
    return None


def presupposed(cast: Cast, fact: Fact) -> bool:
    """Whether a war is only named in passing, which is nobody's news: "no military solution to the conflict in Somalia"."""
    if fact.frame.type != "Conflict" or not fact.frame.noun or fact.status not in ("occurred", "ongoing"):
        return False
    tree = cast.tree
    named = fact.frame.name == war_frame(fact.frame).name
    return named or (
        tree.tokens[fact.trigger].lemma in _STANDING
        and any(tree.tokens[c].text.lower() == "the" for c in tree.kids(fact.trigger, "det"))
    )
