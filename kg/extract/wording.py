"""Whether the words that a frame asks for stand beside its trigger, and which light verb carries a noun."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.frames import Frame
from kg.extract.tree import Tree, Words
from kg.model import Token

_MEASURES = frozenset(
    """package round set series session letter raft wave regime number rule measure requirement policy batch list string minute
    moment copy hour day week handful dozen flurry trio pair slew array most rest remainder bulk barrage salvo volley m bn
    million billion""".split()
)
_VOICED = frozenset({"Statement", "Support", "Criticism", "Pledge", "Message"})


_AWAY = ("advmod", "prt")  # "went back to talks"
SORTS = frozenset("act form case example piece sort kind show campaign policy attempt".split())  # "an act of aggression"


def worded(tree: Tree, frame: Frame, i: int, support: int | None) -> bool:
    """Whether the words beside ``i`` are those that the frame asks for."""
    if frame.noun and frame.light and support is None and not frame.bare:
        return False
    if not (frame.when or frame.unless or frame.things):
        return True
    things, below = beside(tree, i, support)
    if frame.preps:
        spots = (i, *tree.arguments(i).object, *(() if support is None else (support,)))
        if len(spots) > 1 or not frame.preps.isdisjoint(below) or not tree.relations[i].isdisjoint(_AWAY):
            below = below | phrases(tree, spots)
    if frame.unless & below or (frame.when and not frame.when & below and frame.when.isdisjoint(named_so(tree, i))):
        return False
    return not frame.things or bool(frame.things & things)


def beside(tree: Tree, i: int, support: int | None) -> Words:
    """The words of the object of the predicate at ``i``; and with them all words and relations (":neg") right below it."""
    if (found := tree.beside.get((i, support))) is not None:
        return found
    objects = (*tree.arguments(i).object, *tree.kids(i, "dobj"))
    things = {word for o in objects for word in (tree.tokens[o].lemma, head_word(tree, o))}
    parts = [o for o in objects if tree.tokens[o].lemma in _MEASURES or tree.tokens[o].pos == "NUM"]  # "two of its crossings"
    things |= {tree.tokens[j].lemma for o in parts for j in tree.arguments(o).of("of")}
    carried = tree.children[support] if support is not None else []
    aims = [c for o in objects for c in tree.kids(o, "acl", "relcl")]  # "gave her three days to leave"
    aims += [c for o in objects for c in tree.kids(o, "prep") if tree.tokens[c].lemma == "as"]  # "described it as X"
    below = {word for c in (*tree.children[i], *carried, *aims) for word in (tree.tokens[c].lemma, f":{tree.tokens[c].dep}")}
    subjects = tree.arguments(i).subject  # "the attack that targeted the airport"
    below |= {word for s in subjects for word in (tree.tokens[s].lemma, head_word(tree, s))}
    tree.beside[i, support] = frozenset(things), frozenset(things | below)
    return tree.beside[i, support]


def head_word(tree: Tree, i: int) -> str:
    """The last word of what is read as one token, in lower case: "crossing" of "Moyale crossing"."""
    return tree.tokens[i].text.rsplit(" ", 1)[-1].lower()


def phrases(tree: Tree, spots: Iterable[int]) -> set[str]:
    """The prepositional phrases at the words at ``spots`` and at what those bring, as "on_phone"."""
    first = [pair for i in spots for pair in tree.prepositions(i)]
    return {f"{prep}_{tree.tokens[j].lemma}" for prep, j in [*first, *(p for _, j in first for p in tree.prepositions(j))]}


def named_so(tree: Tree, i: int) -> set[str]:
    """What the object of the predicate at ``i`` is called: "as a threat", "as illegal and unjust", "the remarks reckless"."""
    if (known := tree.called.get(i)) is not None:
        return known
    things = tree.arguments(i).object
    names = [c for t in (i, *things) for p in tree.kids(t, "prep") if tree.tokens[p].lemma == "as" for c in tree.children[p]]
    names += tree.kids(i, "oprd")
    names = [k for c in names for k in (*tree.conjuncts(c), *tree.kids(c, "amod"))]
    names += [j for c in names if tree.tokens[c].lemma in SORTS for j in tree.arguments(c).of("of")]
    found = tree.called[i] = {tree.tokens[j].lemma for j in names}
    found |= {tree.tokens[c].lemma for o in things for c in tree.kids(o, "amod") if c > o}
    return found


def support_of(tree: Tree, frame: Frame, i: int) -> int | None:
    """The light verb that carries the noun at ``i``: as its object, passive subject, or over a preposition ("on a visit")."""
    if not frame.noun:
        return None
    token = tree.tokens[i]
    while token.dep == "conj" and tree.tokens[token.head].pos == "NOUN":
        token = tree.tokens[token.head]
    token = measured(tree, token)
    head = tree.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass", "attr", "nsubj", "oprd") and head.pos in ("VERB", "AUX"):
        light = tree.lemma(head.i) in frame.light or head.lemma in frame.light
        gives = token.dep == "nsubj" and frame.type in _VOICED and bool(tree.kids(head.i, "dobj"))
        if light and not gives:  # not "their support gives us strength"
            return head.i
        if token.dep in ("nsubj", "nsubjpass") and (ahead := due(tree, frame, head.i)) is not None:
            return ahead
        if token.dep not in ("nsubj", "nsubjpass"):  # "accepted the invitation extended by X"
            return next((c for c in tree.kids(token.i, "acl") if tree.tokens[c].lemma in frame.light), None)
    if token.dep == "pobj" and "take_part_in" in frame.light and head.text.lower() == "in":
        part = tree.tokens[head.head]
        verb = tree.tokens[part.head] if part.lemma == "part" else part
        if verb.lemma == "take" and any(tree.tokens[o].lemma == "part" for o in tree.kids(verb.i, "dobj")):
            return verb.i
    if token.dep == "pobj" and head.pos == "ADP" and f"{tree.tokens[head.head].lemma}_{head.text.lower()}" in frame.light:
        return head.head
    if head.pos in ("VERB", "ADJ") and token.dep in ("acl", "relcl"):
        return None
    for c in tree.kids(token.i, "acl", "relcl") or tree.kids(i, "acl", "relcl"):
        if tree.tokens[c].lemma in frame.light:
            return c
    return None


def due(tree: Tree, frame: Frame, i: int) -> int | None:
    """The light verb that the verb at ``i`` says is ahead: "the next round is due to be held in May"."""
    if tree.kids(i, "dobj"):  # "the talks prompted her to postpone it"
        return None
    spots = [i, *tree.kids(i, "acomp")]
    return next((c for s in spots for c in tree.kids(s, "xcomp") if tree.tokens[c].lemma in frame.light), None)


def measured(tree: Tree, token: Token) -> Token:
    """The noun that measures the noun at ``token`` ("a package of sanctions", "the sanctions regime"); else the token."""
    head = tree.tokens[token.head]
    if token.dep == "compound" and head.lemma in _MEASURES:
        return head
    if token.dep == "pobj" and head.text.lower() == "of" and tree.tokens[head.head].lemma in _MEASURES:
        return tree.tokens[head.head]
    return token
