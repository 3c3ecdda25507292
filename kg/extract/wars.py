"""Wars as told beside other things: when they ended, and those named with their years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.cast import Cast, plain
from kg.extract.frames import Frame, all_frames
from kg.extract.match import Fact, add, span_between
from kg.extract.tree import Tree
from kg.extract.when import near
from kg.model import Claim, TimeExpression

_ENDING = frozenset({"end", "cease", "stop", "finish"})
_WAR = frozenset({"war", "wars"})
_STANDING = frozenset({"war", "conflict", "crisis"})
_ASIDE = 12  # tokens in brackets


def end_wars(cast: Cast, facts: list[Fact]) -> None:
    """Make the time of "the war ended in 2000" the end of the war, which is over."""
    tree = cast.tree
    for fact in facts:
        head = tree.tokens[tree.tokens[fact.trigger].head]
        if fact.frame.type == "Conflict" and head.lemma in _ENDING and tree.tokens[fact.trigger].dep in ("nsubj", "dobj"):
            fact.status = "occurred"
            times = [tree.times[c] for c in near(tree, head.i) if c in tree.times]
            fact.times = [replace(t, start=None, end=t.end or t.start) for t in times[:1]] or fact.times


def told_wars(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The wars that the article names with their years, once each; without sides where ``facts`` tell it as a war of some."""
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
    own = {subject: fact for fact in facts if (subject := war_that_was(cast, fact)) is not None}
    for fact in found.values():
        if (same := own.get(fact.trigger)) is not None:
            same.times = same.times or fact.times
    return [fact for fact in found.values() if fact.trigger not in own]


def war_that_was(cast: Cast, fact: Fact) -> int | None:
    """The name of the war that a fact tells over again: "The Sand War was a conflict between X and Y", which is over.

    The second side is found also where brackets keep it apart: "between X (helped by Z) and Y".
    """
    tree = cast.tree
    token = tree.tokens[fact.trigger]
    be = tree.tokens[token.head]
    if fact.frame.type != "Conflict" or token.dep != "attr" or be.tag != "VBD":
        return None
    spots = [i for v in (be.i, *tree.kids(be.i, "advcl")) for i in tree.kids(v, "nsubj") if i < token.i]
    names = [i for i in spots if i in tree.names and tree.names[i].type == "Occasion"]
    if not names or not set(plain(tree.names[names[0]].form).split()[-1:]) & _WAR:
        return None
    fact.status = "occurred"
    told = fact.values("agent")
    for c in beyond_brackets(tree, tree.arguments(fact.trigger).of("between")) if len(told) == 1 else ():
        for d in (d for d in cast.who(c) if d.type == "State" and str(d.number) not in told):
            add(fact, Claim("agent", span_between(tree, fact.trigger, c), str(d.number), rule=fact.frame.name))
            fact.evidence = span_between(tree, names[0], c)
    return names[0]


def beyond_brackets(tree: Tree, spots: Sequence[int]) -> tuple[int, ...]:
    """The word that "and" joins to the last of these tokens over brackets behind it."""
    if not spots or spots[-1] + 1 >= len(tree.tokens) or tree.tokens[spots[-1] + 1].text != "(":
        return ()
    last = tree.annotation.sentences[tree.tokens[spots[-1]].sent].last
    close = next((j for j in range(spots[-1] + 2, min(last, spots[-1] + _ASIDE)) if tree.tokens[j].text == ")"), last)
    return (close + 2,) if close + 2 < last and tree.tokens[close + 1].text == "and" else ()


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
    """Whether a war is only named in passing, which is nobody's news: "the war in Somalia can only end by talks"."""
    if fact.frame.type != "Conflict" or not fact.frame.noun or fact.status not in ("occurred", "ongoing"):
        return False
    tree = cast.tree
    named = fact.frame.name == war_frame(fact.frame).name
    return named or (
        tree.tokens[fact.trigger].lemma in _STANDING
        and any(tree.tokens[c].text.lower() == "the" for c in tree.kids(fact.trigger, "det"))
    )
