"""The clause that a phrase stands in: its verb and its subject."""

from __future__ import annotations

from kg.extract.tree import Tree


def governing_verb(tree: Tree, i: int) -> int | None:
    """The verb that a noun in a prepositional phrase belongs to ("arrived at the invitation of")."""
    verb = tree.verb_above(i)
    return verb if tree.tokens[verb].pos in ("VERB", "AUX") else None


def clause_subject(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The subject of the clause that the trigger's phrase modifies; not the "it" of "it takes place at the invitation of"."""
    verb = governing_verb(tree, trigger)
    if verb is None:
        return ()
    return tuple(t for t in tree.arguments(verb).subject if tree.tokens[t].lemma not in ("it", "visit", "trip"))


def prepositional_clause(tree: Tree, trigger: int, prep: str) -> tuple[int, ...]:
    """The clause after a preposition: "thanked it for sending a ship"."""
    return tuple(o for c in tree.kids(trigger, "prep") if tree.tokens[c].text.lower() == prep for o in tree.kids(c, "pcomp"))
