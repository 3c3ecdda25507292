"""Whether a capital's name is meant as a place ("arrived in Doha") or as its government ("Doha said")."""

from __future__ import annotations

from kg.extract.tree import Tree
from kg.model import Mention

_AT = frozenset("in at near outside from into through via around toward towards across off inside within over above".split())
_MOTION = frozenset(
    """visit trip arrive travel fly go leave depart head come tour proceed return move journey flight stop drive sail
    transfer send dispatch bring take land stopover way en-route departure arrival welcome invite relocate route
    bound ship deliver reach back ask ambassador envoy accredit post embassy mission deploy""".split()
)
_REACHED = frozenset("visit leave reach tour enter depart quit host near shell bomb attack capture seize".split())
_LEADING_ON = {"by": frozenset({"follow"}), "between": frozenset({"shuttle", "commute", "travel", "fly"})}
_TAKING_IN = frozenset("include cover span take".split())
_TOURS = frozenset("tour trip visit journey swing itinerary voyage".split())
_LEGS = frozenset("leg stop stopover destination".split())
_NAMED_AFTER = frozenset(
    """agreement accord accords protocol declaration convention treaty pact process consensus amendment memorandum framework
    principles format initiative communique communiqué""".split()
)
_PAPERS = frozenset("agreement accord accords protocol declaration convention treaty pact".split())
_LOCAL_NOUNS = frozenset(
    "airport street court talks summit meeting conference region province port university hotel metro square suburb bank".split()
)


def leg(tree: Tree, tokens: list[int]) -> bool:
    """Whether one of the tokens is a leg of a journey: "Lima is the next stop"."""
    return any(tree.tokens[c].lemma in _LEGS for c in tokens)


def on_tour(tree: Tree, verb: int) -> bool:
    """Whether the verb is told of a journey: "a tour that takes in Lima", "the trip includes Lima"."""
    return any(tree.tokens[t].lemma in _TOURS for t in tree.arguments(verb).subject)


def where(tree: Tree, i: int) -> bool:
    """Whether "where" goes on with what happened at the name: "to Lima, where he signed"."""
    return any(tree.tokens[k].text.lower() == "where" for c in tree.kids(i, "relcl") for k in tree.kids(c, "advmod"))


def located(tree: Tree, m: Mention) -> bool:
    """Whether the capital named at ``m`` is a location there, from its grammar."""
    if m.inner:
        return False
    token = tree.tokens[m.token]
    i = token.i
    while tree.tokens[i].dep in ("conj", "appos") and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    token, head = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if token.dep == "pobj":
        prep = head.text.lower()
        if prep in _AT or (prep == "to" and where(tree, i)):
            return True
        above = tree.tokens[head.head]
        if above.lemma in _LEADING_ON.get(prep, ()) or (prep == "with" and leg(tree, tree.kids(i, "appos"))):
            return True
        if prep in ("to", "for"):
            return above.lemma in _MOTION or (above.lemma == "be" and prep == "to")
        if prep == "of":
            return above.lemma in (
                "city",
                "capital",
                "liberation",
                "town",
                "south",
                "north",
                "east",
                "west",
                "outskirts",
                "airport",
            )
        return False
    if token.dep in ("dobj", "nsubjpass"):
        return head.lemma in _REACHED or (head.lemma in _TAKING_IN and on_tour(tree, head.i))
    if token.dep in ("nsubj", "attr") and head.lemma == "be":
        beside = tree.kids(head.i, "attr" if token.dep == "nsubj" else "nsubj", "acomp", "advmod")
        return leg(tree, beside) or (token.dep == "nsubj" and any(tree.tokens[c].lemma == "next" for c in beside))
    if token.dep in ("compound", "nmod", "amod", "poss"):
        named = token.dep != "poss" and head.pos == "PROPN" and head.lemma in _NAMED_AFTER  # "the Oslo Accord" is not Oslo's
        named = named or (token.dep == "compound" and head.lemma in _PAPERS)
        return named or head.lemma in _LOCAL_NOUNS
    return token.dep in ("npadvmod", "ROOT", "punct")
