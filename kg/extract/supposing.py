"""What is only supposed: in an "if" clause, on a condition, or asked."""

from __future__ import annotations

from kg.extract.nothing import left_open
from kg.extract.relations import IFS
from kg.extract.tree import Tree

_STEPS = 6
_WH = frozenset({"WP", "WRB", "WDT", "WP$"})
_WARNING = frozenset("warn caution advise decide counsel argue vote".split())


def supposed(tree: Tree, i: int) -> bool:
    """Whether the predicate at ``i`` stands in an "if" clause, or in the present or with "would" on the condition of one."""
    token = tree.tokens[i]
    if asked_whether(tree, i) or warned_of(tree, i):
        return True
    open_ = token.tag in ("VBZ", "VBP") or any(tree.tokens[c].text.lower() == "would" for c in tree.kids(i, "aux"))
    if open_ and any(conditional(tree, c) for c in tree.kids(i, "advcl")):
        return True
    j = i
    for _ in range(_STEPS):
        if conditional(tree, j) or left_open(tree, j):
            return True
        j = tree.tokens[j].head
    return False


def warned_of(tree: Tree, i: int) -> bool:
    """Whether the deed at ``i`` is what somebody is told not to do, or decides not to: "warned Oslo against closing it"."""
    over = tree.tokens[tree.tokens[i].head]
    return tree.tokens[i].dep == "pcomp" and over.text.lower() == "against" and tree.tokens[over.head].lemma in _WARNING


def asked_whether(tree: Tree, i: int) -> bool:
    """Whether the sentence of ``i`` asks if something is so ("Will she visit Oslo?"); "why did she" holds that she did."""
    sentence = tree.annotation.sentences[tree.tokens[i].sent]
    if not any(t.text == "?" for t in tree.tokens[max(sentence.first, sentence.last - 2) : sentence.last]):
        return False
    return not any(t.tag in _WH or t.text.lower() == "should" for t in tree.tokens[sentence.first : sentence.last])


def conditional(tree: Tree, i: int) -> bool:
    """Whether the clause at ``i`` is a condition: "if they expel her", "unless it reopens"."""
    return tree.tokens[i].dep == "advcl" and any(tree.tokens[c].text.lower() in IFS for c in tree.kids(i, "mark"))
