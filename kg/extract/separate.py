"""Meetings with several people one after another: "met the premier, X, and the speaker, Y" tells two meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.match import Fact

_ONE_BY_ONE = frozenset("meet see receive phone telephone call visit".split())
_NOUNS = frozenset("calls meetings conversations".split())
_APART = frozenset({"bilateral", "separate", "individual"})
_TOGETHER = frozenset("together jointly trilateral tripartite three-way joint quadrilateral four-way".split())
_COUPLES = frozenset("king queen prince princess wife husband spouse lady".split())


def split_meetings(cast: Cast, facts: Sequence[Fact]) -> list[Fact]:
    """``facts`` with one meeting for each of several people whom one person is told to have met."""
    return [part for fact in facts for part in parted(cast, fact)]


def parted(cast: Cast, fact: Fact) -> Iterator[Fact]:
    """The meetings that ``fact`` tells, itself where it is one."""
    met = [n for n in partners(cast, fact) if n in fact.values("participant")]
    hosts = [n for n in fact.values("participant") if n not in met]
    if fact.frame.type != "Meeting" or len(met) < 2 or len(hosts) != 1 or held_together(cast, fact):
        yield fact
        return
    for own in met:
        yield replace(fact, claims=[c for c in fact.claims if c.referent not in met or c.referent == own])


def partners(cast: Cast, fact: Fact) -> list[str]:
    """The persons whom the predicate of ``fact`` names as met, where it is one of meeting people one by one."""
    tree = cast.tree
    token = tree.tokens[fact.trigger]
    apart = any(tree.tokens[c].lemma in _APART for c in tree.kids(token.i, "amod"))
    told = (apart or token.text.lower() in _NOUNS) if fact.frame.noun else token.lemma in _ONE_BY_ONE
    if fact.frame.type != "Meeting" or not told:
        return []
    args = tree.arguments(fact.trigger)
    carried = tree.arguments(fact.support).of("with") if fact.support is not None else ()
    spots = (*args.of("with"), *args.of("on"), *carried, *(() if fact.frame.noun else args.object))
    each = [t for t in spots if fact.frame.noun and token.tag == "NNS" and tree.tokens[t].lemma == "minister"]  # of a state each
    met = [d for t in spots for d in cast.who(t) if d.type == "Person" or (t in each and d.type == "State")]
    return list(dict.fromkeys(str(d.number) for d in met))


def held_together(cast: Cast, fact: Fact) -> bool:
    """Whether the words tell one meeting of all: "a trilateral meeting", "met them together", "the king and the queen"."""
    tree = cast.tree
    near = [c for p in (fact.trigger, fact.support) if p is not None for c in tree.children[p]]
    if {word for c in near for word in tree.tokens[c].text.lower().split("-")} & _TOGETHER or any(
        tree.tokens[c].text.lower() in _TOGETHER for c in near
    ):
        return True
    titles = [h.title.lower() for n in partners(cast, fact) for h in cast.drafts[int(n)].offices]
    return any(word in _COUPLES for title in titles for word in title.split())
