"""Further rounds of talks told before, whose sides only those tell: "the next round will be held in Lima"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.fillers import fillers
from kg.extract.frames import Frame, all_frames
from kg.extract.match import Fact, add, span_between
from kg.extract.pairs import states_of
from kg.extract.status import status_of
from kg.extract.tree import Tree
from kg.extract.when import times_of, yet_to_come
from kg.model import Claim

_ROUNDS = frozenset({"round", "session", "meeting"})
_FURTHER = frozenset("next another further new fresh final last previous second third fourth fifth sixth seventh latest".split())
_OF_TALKS = frozenset("talk talks negotiation consultation dialogue discussion".split())
_HELD = frozenset("hold schedule plan pencil set take begin start open convene expect due slate conclude end".split())
ROUND = "Meeting/round"
_REACH = 8  # sentences between the talks and their next round


def read_rounds(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The rounds of talks that ``facts`` do not tell, between the sides of the talks told last before them."""
    tree = cast.tree
    told = {f.trigger for f in facts if f.frame.type == "Meeting"}
    found: list[Fact] = []
    for token in tree.tokens:
        if token.lemma not in _ROUNDS or token.pos != "NOUN" or token.start < tree.annotation.article.body_start:
            continue
        if further(tree, token.i):
            held = tree.arguments(token.i).of("of")
            fact = round_at(cast, token.i, [*facts, *found]) if not told & {token.i, *held} else None
            if fact is not None:
                found.append(fact)
    return found


def further(tree: Tree, i: int) -> bool:
    """Whether the noun at ``i`` is a numbered round of nothing but talks: "the third round of talks"; not "of sanctions"."""
    if not any(tree.tokens[c].lemma in _FURTHER for c in tree.kids(i, "amod")) or tree.kids(i, "poss"):
        return False
    args = tree.arguments(i)
    if any(prep in ("with", "between", "among") for prep, _ in args.preps) or args.indirect[1:]:
        return False
    return all(tree.tokens[j].lemma in _OF_TALKS and not tree.kids(j, "prep") for j in args.of("of"))


def round_at(cast: Cast, i: int, facts: list[Fact]) -> Fact | None:
    """The round that the noun at ``i`` tells as held or to be held; None where no talks of two sides are told before."""
    tree = cast.tree
    verb = tree.tokens[i].head
    if tree.tokens[i].dep not in ("nsubj", "nsubjpass") or not {tree.tokens[verb].lemma, *complements(tree, verb)} & _HELD:
        return None
    talks = [f for f in facts if f.frame.type == "Meeting" and f.trigger < i and len(f.values("participant")) > 1]
    status = status_of(tree, verb)
    if not talks or status is None:
        return None
    before = max(talks, key=lambda f: f.trigger)
    if tree.tokens[before.trigger].sent + _REACH < tree.tokens[i].sent:
        return None
    frame = round_frame()
    fact = Fact(frame, i, verb, status)
    for number in parties(cast, before):
        near = min(cast.drafts[number].tokens, key=lambda t: (abs(t - i), t), default=i)
        add(fact, Claim("participant", tree.span_of(near), str(number), rule=frame.name))
    spots = [verb, *tree.kids(verb, "xcomp"), *(k for c in tree.kids(verb, "acomp") for k in tree.kids(c, "xcomp"))]
    spots += [j for v in spots for prep, j in tree.prepositions(v) if prep in ("on", "for")]  # "pencilled for 26 May in Lima"
    for v in spots:
        for prep, t in tree.prepositions(v):
            for d in fillers(cast, t, "place") if prep in ("in", "at") else ():
                add(fact, Claim("place", span_between(tree, i, t), str(d.number), rule=frame.name))
    fact.times = times_of(tree, i, verb)
    if status in ("occurred", "ongoing") and yet_to_come(tree, verb, fact.times, journey=False):
        fact.status = "planned"
    fact.evidence = span_between(tree, i, verb)
    return fact


def complements(tree: Tree, verb: int) -> set[str]:
    """The lemmas of what "be" and "take" say: "is due", "is set"."""
    return {tree.tokens[c].lemma for c in tree.kids(verb, "acomp", "xcomp")}


def parties(cast: Cast, talks: Fact) -> list[int]:
    """The sides of talks: the states of envoys of two states, else those told."""
    told = [int(v) for v in talks.values("participant")]
    states = [sorted(states_of(cast.drafts[n], cast)) if cast.drafts[n].type == "Person" else [n] for n in told]
    sides = list(dict.fromkeys(s[0] for s in states if s))
    return sides if len(sides) > 1 and all(states) else told


def round_frame() -> Frame:
    """The frame that such rounds are reported under."""
    talks = next(f for f in all_frames() if f.type == "Meeting" and f.noun and f.bare)
    return replace(talks, name=ROUND, confidence=0.65)
