"""Who says or sends the like of what another side said: "Norway and Peru issued similar statements"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.match import Fact, add, evidence, span_between
from kg.extract.speech import speakers
from kg.model import Claim

_LIKE = frozenset({"similar", "same", "identical"})
_SPOKEN = frozenset("statement condemnation protest denial".split())
_SENT = frozenset("message cable telegram letter condolence congratulation greeting".split())
_GIVING = frozenset("issue make release publish send dispatch address convey extend lodge".split())
_ACTS = frozenset({"Criticism", "Support", "Denial"})
_REACH = 2  # sentences
_ROLES = {"Message": "sender"}


def echo(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with the acts of those who are told to have done likewise, each with whom and what it was about before."""
    tree = cast.tree
    found: list[Fact] = []
    for token in tree.tokens:
        if token.lemma not in _SPOKEN | _SENT or token.dep not in ("dobj", "nsubjpass"):
            continue
        verb = token.head
        if tree.tokens[verb].lemma not in _GIVING or not _LIKE & {tree.tokens[c].lemma for c in tree.kids(token.i, "amod")}:
            continue
        who = [(t, d.number) for t in tree.arguments(verb).subject for d in cast.who(t)]
        for act in taken_up(cast, facts, token.i, {str(n) for _, n in who}):
            found += likewise(cast, act, token.i, who)
    return sorted([*facts, *found], key=lambda f: f.trigger) if found else facts


def taken_up(cast: Cast, facts: list[Fact], i: int, own: set[str]) -> list[Fact]:
    """The acts told shortly before that the noun at ``i`` takes up: those of one other side, or its last message."""
    tree = cast.tree
    types = frozenset({"Message"}) if tree.tokens[i].lemma in _SENT else _ACTS
    near = [
        f
        for f in facts
        if f.frame.type in types and f.trigger < i and tree.tokens[i].sent - tree.tokens[f.trigger].sent <= _REACH
    ]
    near = [f for f in near if f.status in ("occurred", "ongoing") and not own & set(f.values("sender") or speakers(f))]
    return near if types is _ACTS else near[-1:]


def addressed(cast: Cast, act: Fact) -> list[Claim]:
    """To whom a message went: of those it names the persons and states, where there are any beside the bereaved."""
    told = [c for c in act.claims if c.role == "recipient" and c.referent]
    return [c for c in told if cast.drafts[int(c.referent or 0)].type in ("Person", "State")] or told


def likewise(cast: Cast, act: Fact, i: int, who: list[tuple[int, int]]) -> Iterator[Fact]:
    """The like of an act by those at these tokens: one act of all who speak, a message of each who sends."""
    role = _ROLES.get(act.frame.type, "agent")
    groups = [[w] for w in who] if role == "sender" else [who]
    for group in groups:
        rule = f"{act.frame.type}/similar"
        fact = Fact(replace(act.frame, name=rule), i, None, "occurred")
        for t, n in group:
            add(fact, Claim(role, span_between(cast.tree, i, t), str(n), rule=rule))
        fact.claims += [c for c in act.claims if c.role in ("target", "topic", "occasion")]
        fact.claims += addressed(cast, act)
        fact.evidence = evidence(cast, fact)
        if group:
            yield fact
