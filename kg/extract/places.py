"""Whether a capital's name is meant as a place ("arrived in Doha") or as its government ("Doha said")."""

from __future__ import annotations

from kg.extract.tree import Tree
from kg.model import Mention

_AT = frozenset("in at near outside from into through via around toward towards across off inside within over above".split())
_MOTION = frozenset(
    """visit trip arrive travel fly go leave depart head come tour proceed return move journey flight stop drive sail
    transfer send dispatch bring take land stopover way en-route departure arrival welcome invite relocate route
    bound ship deliver reach back ambassador envoy accredit post embassy mission deploy""".split()
)
_REACHED = frozenset("visit leave reach tour enter depart quit host near shell bomb attack capture seize".split())
_LOCAL_NOUNS = frozenset(
    "airport street court talks summit meeting conference region province port university hotel metro square suburb bank".split()
)


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
        if prep in _AT:
            return True
        above = tree.tokens[head.head]
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
        return head.lemma in _REACHED
    if token.dep in ("compound", "nmod", "amod"):
        return head.lemma in _LOCAL_NOUNS
    return token.dep in ("npadvmod", "ROOT", "punct")
