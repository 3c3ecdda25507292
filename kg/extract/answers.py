"""Whom a denial answers: the accusation, request or remark told before that "the claim" or "the request" takes up."""

from __future__ import annotations

from kg.extract.cast import Cast, plain
from kg.extract.match import Fact, add, span_between
from kg.extract.tree import Tree
from kg.model import Claim

_ACCUSED = frozenset("claim accusation allegation charge criticism protest complaint finding report assertion suggestion".split())
_ASKED = frozenset("request demand call appeal proposal offer plea ultimatum condition".split())
_SAID = frozenset("statement remark comment explanation word view argument version".split())
_THIS = frozenset("it this that them these".split())
_JOINING = frozenset({"also", "too", "likewise", "similarly"})
_REACH = 2  # sentences
_SHORT = 3  # letters of words that tell little
_NAMED = 4  # words
_ACTING = ("giver", "agent", "visitor", "participant", "party", "sender", "host")
_SPOKEN = frozenset({"Statement", "Denial", "Criticism", "Support", "Pledge", "Role", "Delegation"})


def speakers(fact: Fact) -> list[str]:
    """Who speaks: the values of the speaker or agent."""
    return fact.values("speaker") or fact.values("agent")


def answer(cast: Cast, denial: Fact, before: list[Fact], own: set[str]) -> None:
    """Give a denial the side that it answers as target, and what was said as topic where it only says "the claim"."""
    tree = cast.tree
    things = denied(tree, denial)
    noun = tree.tokens[things[0]].lemma if things else ""
    if noun and noun not in _ACCUSED | _ASKED | _SAID | _THIS:
        return
    said = next((f for f in reversed(before) if answered(cast, denial, f, noun, own)), None)
    if said is None:
        return
    bare = bool(noun) and only_named(cast, denial, things[0])
    if not denial.values("target") and (bare or not noun or alike(denial, said)):
        for n in speakers(said):
            add(denial, Claim("target", span_between(tree, denial.trigger, denial.trigger), n, rule="answer"))
    topics = [c for c in said.claims if c.role == "topic"]
    if topics and bare:
        denial.claims = [c for c in denial.claims if c.role != "topic"]
        denial.claims.append(topics[0])


def denied(tree: Tree, denial: Fact) -> tuple[int, ...]:
    """What a denial is about: its object, or what is called untrue ("it is false", "said the claim was baseless")."""
    told = tree.arguments(denial.trigger).object
    be = [i for i in (denial.trigger, *tree.kids(denial.trigger, "ccomp")) if tree.tokens[i].lemma == "be"]
    return told or tuple(s for i in be[:1] for s in tree.kids(i, "nsubj"))


def alike(denial: Fact, said: Fact) -> bool:
    """Whether what is denied shares two telling words with what was said."""
    a, b = ({w for t in f.values("topic") for w in plain(t).split() if len(w) > _SHORT} for f in (denial, said))
    return len(a & b) > 1


def only_named(cast: Cast, denial: Fact, thing: int) -> bool:
    """Whether the object of a denial does not itself tell what is denied: "the claim", "a charge that Oslo has denied"."""
    without = frozenset(c for c in cast.tree.kids(thing, "relcl") if c == denial.trigger)
    return len(cast.tree.below(thing, without)) <= _NAMED


def follow(cast: Cast, fact: Fact, before: list[Fact]) -> None:
    """Give criticism that only joins in ("Norway has also lodged a protest") whom and what was criticised or rejected before."""
    tree = cast.tree
    near = [f for f in before if tree.tokens[fact.trigger].sent - tree.tokens[f.trigger].sent <= _REACH]
    told = [f for f in near if f.frame.type == "Criticism"] or [f for f in near if f.frame.type == "Denial"]
    if not told or fact.values("target"):
        return
    last = told[-1]
    joins = any(tree.tokens[c].lemma in _JOINING for p in (fact.trigger, fact.support) if p is not None for c in tree.children[p])
    if not joins or set(speakers(fact)) & set(speakers(last)):
        return
    fact.claims = [c for c in fact.claims if c.role != "topic"]
    fact.claims += [c for c in last.claims if c.role in ("target", "topic")]


def answered(cast: Cast, denial: Fact, said: Fact, noun: str, own: set[str]) -> bool:
    """Whether ``said`` is what the denial answers: near, by another side, and of the kind that the noun names."""
    tree = cast.tree
    gap = tree.tokens[denial.trigger].sent - tree.tokens[said.trigger].sent
    if not 0 <= gap <= _REACH or own & set(speakers(said)):
        return False
    if not noun:
        return said.frame.type == "Criticism" and bool(own & set(said.values("target")))
    if noun in _ASKED:
        return said.frame.type == "Statement"
    return said.frame.type in (("Criticism", "Statement") if noun in _ACCUSED else ("Criticism", "Statement", "Support"))


def contest(cast: Cast, facts: list[Fact]) -> None:
    """Make alleged what somebody only says of those who deny it: "X said the army had sold arms. The army denied the claim."

    A fact stays told by the outlet, or by whoever is not the side that the denial answers. What nobody is credited with ("amid
    speculation that the army sold arms") is said by the side whose allegation is denied ("denied such allegations raised by X").
    """
    tree = cast.tree
    for denial in facts:
        if denial.frame.type != "Denial":
            continue
        deniers = sides(cast, denial.values("agent"))
        accusers = set(denial.values("target"))
        for fact in facts:
            gap = tree.tokens[denial.trigger].sent - tree.tokens[fact.trigger].sent
            if not 0 <= gap <= _REACH or fact.frame.type in _SPOKEN:
                continue
            actors = sides(cast, [v for role in _ACTING for v in fact.values(role)])
            if fact.status == "alleged" and not fact.said_by and actors & deniers:
                fact.said_by = [int(n) for n in denial.values("target") if n.isdigit()]
            if fact.status not in ("occurred", "ongoing"):
                continue
            tellers = {str(n) for n in fact.said_by} - {str(n) for n in deniers}
            if tellers and (not accusers or accusers & tellers) and actors & deniers:
                fact.status = "alleged"


def sides(cast: Cast, values: list[str]) -> set[int]:
    """The drafts meant with the states and bodies that they belong to."""
    own = [cast.drafts[int(v)] for v in values if v.isdigit()]
    return (
        {d.number for d in own}
        | {d.state for d in own if d.state is not None}
        | {n for d in own for h in d.offices for n in h.of}
    )
