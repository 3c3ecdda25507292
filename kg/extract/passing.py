"""Sayings that say nothing of their own: in passing, only asked, without a telling word."""

from __future__ import annotations

from kg.extract.match import Fact
from kg.extract.tree import Tree

_WH = frozenset({"that", "which", "who"})
_FEWEST = 3  # words of a clause that says something without a noun
_LIGHT = frozenset("be do have get go come know think say happen mean see".split())
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def in_passing(tree: Tree, fact: Fact) -> bool:
    """Whether a saying only tells whose word a preposition brings: "protested at what it said was an intrusion"."""
    dep = tree.tokens[fact.trigger].dep
    if dep == "relcl":  # "a law that she said made it harder", not "a letter in which she said"
        firsts = [min(tree.below(s)) for s in tree.kids(fact.trigger, "nsubj")]
        return any(tree.tokens[i - 1].lemma in _WH and tree.tokens[i - 2].pos != "ADP" for i in firsts if i > 1)
    return dep == "pcomp" and any(tree.tokens[c].lemma == "what" for c in tree.kids(fact.trigger, "dobj"))


def empty(tree: Tree, fact: Fact) -> bool:
    """Whether a Statement says nothing: of a question only who put it, of a vote only that it was in favour."""
    token = tree.tokens[fact.trigger]
    asked = token.lemma == "raise" and token.dep == "acl" and token.tag == "VBN"
    if fact.frame.type == "Statement" and token.lemma == "ask" and (token.tag == "VBN" or wondered(tree, fact.trigger)):
        return token.dep == "advcl" or wondered(tree, fact.trigger)  # "Asked by AFP if it was so, he said"
    return fact.frame.type == "Statement" and (asked or fact.values("topic") in (["favour"], ["favor"]))


def wondered(tree: Tree, i: int) -> bool:
    """Whether the verb only asks if something is so."""
    marks = [m for c in tree.kids(i, "ccomp", "advcl") for m in tree.kids(c, "mark")]
    return any(tree.tokens[m].text.lower() in ("if", "whether") for m in marks)


def thin(tree: Tree, head: int) -> bool:
    """Whether a clause says nothing by itself: no noun, name, number or adjective, and hardly another word ("it was")."""
    words = [i for i in tree.below(head) if tree.tokens[i].pos != "PUNCT"]
    if tree.tokens[head].lemma == "have" and any(tree.tokens[c].lemma == "comment" for c in tree.kids(head, "dobj")):
        return True  # "said he had no comment"
    light = tree.tokens[head].lemma in _LIGHT or len(words) < _FEWEST
    return light and not any(tree.tokens[i].pos in _TELLING for i in words)
