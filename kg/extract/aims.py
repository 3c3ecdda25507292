"""What is only aimed at: what one comes, plans or is invited for."""

from __future__ import annotations

from kg.extract.clauses import expected
from kg.extract.tenses import own_status
from kg.extract.tree import Tree

FORETELLING = frozenset({"plan", "arrange", "announce", "schedule", "expect"})


def aimed_at(tree: Tree, i: int) -> bool:
    """Whether what is told at ``i`` is what something is meant for: "will stay to attend", "committed to sending it"."""
    token = tree.tokens[i]
    if token.dep == "pcomp":
        return tree.tokens[tree.tokens[token.head].head].lemma == "commit"
    if token.dep in ("acl", "relcl") and invited_to(tree, token.head):
        return True
    if token.tag == "VB" and announced(tree, i):
        return True
    aim = token.dep == "advcl" and token.tag == "VB" and own_status(tree, token.head) == "planned"
    return aim or (token.dep in ("advcl", "acl", "relcl") and expected(tree, i))


def invited_to(tree: Tree, i: int) -> bool:
    """Whether the noun at ``i`` is what somebody is invited to: "has invited them to a parade marking the day"."""
    prep = tree.tokens[tree.tokens[i].head]
    over = tree.tokens[prep.head]
    asked = over.lemma == "invite" and over.pos == "VERB" and over.dep not in ("acl", "relcl")
    return tree.tokens[i].dep == "pobj" and prep.text.lower() in ("to", "for") and asked


def announced(tree: Tree, i: int) -> bool:
    """Whether the infinitive at ``i`` tells what something planned is for: "has planned a festival to mark the day"."""
    token = tree.tokens[i]
    over = tree.tokens[token.head]
    if token.dep in ("acl", "relcl") and over.dep in ("dobj", "nsubjpass"):
        over = tree.tokens[over.head]
    elif over.dep == "ccomp" and over.tag == "VBN" and any(tree.tokens[c].lemma == "to" for c in tree.kids(over.i, "aux")):
        over = tree.tokens[over.head]  # "planned a festival to be held on Friday to mark the day", as it may be read
    elif token.dep not in ("advcl", "xcomp") or not tree.kids(over.i, "dobj", "nsubjpass"):
        return False
    return over.lemma in FORETELLING and over.pos == "VERB" and own_status(tree, over.i) in ("occurred", "ongoing")
