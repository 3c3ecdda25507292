"""What is told to go on at the time of writing: talks held since May, "as the two hold talks", a tour that has led to Lima."""

from __future__ import annotations

from kg.extract.tree import Tree

_TALKS = frozenset({"talk", "talks", "negotiation", "consultation", "dialogue"})
_HOLDING = frozenset({"hold", "conduct"})
_HOSTING = frozenset("host mediate broker facilitate moderate hold lead".split())
_JOURNEYS = frozenset({"tour", "trip", "visit", "journey"})
_COURSE = frozenset({"progress", "headway"})
_HAVE = frozenset({"has", "have", "'s", "'ve"})
_MEANWHILE = frozenset({"as", "while"})


def under_way(tree: Tree, i: int) -> bool:
    """Whether the clause of the verb at ``i`` tells what goes on: "comes as the two hold talks", "a tour that has taken her"."""
    token = tree.tokens[i]
    if token.dep == "relcl":
        return tree.tokens[token.head].lemma in _JOURNEYS and perfect(tree, i) and not tree.kids(i, "neg")
    if token.dep != "advcl" or token.tag not in ("VBZ", "VBP") or token.lemma not in _HOLDING:
        return False
    talks = any(tree.tokens[o].lemma in _TALKS for o in tree.kids(i, "dobj"))
    return talks and any(tree.tokens[c].text.lower() in _MEANWHILE for c in tree.kids(i, "mark", "advmod"))


def talked_on(tree: Tree, i: int) -> bool:
    """Whether the noun at ``i`` is of talks that go on: "talks that Oman has hosted since May", "progress in talks"."""
    token = tree.tokens[i]
    if token.lemma not in _TALKS:
        return False
    sides = [j for prep, j in tree.prepositions(i) if prep in ("between", "with")]  # on whom the parser may hang the clause
    clauses = [c for s in (i, *sides) for c in tree.kids(s, "relcl") if s == i or tree.tokens[c].lemma in _HOSTING]
    if any(perfect(tree, c) and since(tree, c) for c in clauses):
        return True
    prep = tree.tokens[token.head]
    made = token.dep == "pobj" and prep.text.lower() == "in" and tree.tokens[prep.head].lemma in _COURSE
    return made and not any(c in tree.times for c in (*tree.below(prep.head), *tree.children[tree.verb_above(i)]))


def perfect(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` is in the present perfect."""
    return any(tree.tokens[c].text.lower() in _HAVE for c in tree.kids(i, "aux"))


def since(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` tells since when: "has mediated since January", "has hosted them since the truce"."""
    return any(tree.tokens[c].text.lower() == "since" for c in tree.kids(i, "prep"))
