"""Legs of a journey: "Lima is the third leg of the tour, followed by Quito", "a tour that will also take in Peru and Chile"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.cast import Cast, Draft
from kg.extract.fillers import fillers
from kg.extract.match import Fact, add, span_between
from kg.extract.relations import VISITORS
from kg.extract.status import status_of
from kg.extract.tree import Tree
from kg.extract.visits import visit_noun
from kg.extract.when import times_of, yet_to_come
from kg.model import Claim, Status

_JOURNEYS = frozenset("tour trip visit journey swing itinerary voyage".split())
_LEGS = frozenset("leg stop stopover destination".split())
_TAKING_IN = frozenset("include cover span take_in feature".split())
_ENDS = frozenset("end conclude culminate finish wind_up wrap_up".split())
_FIRST = frozenset({"first", "opening", "current", "latest"})
_NEXT = frozenset({"next", "then"})
_REACH = 6  # sentences between the telling of a journey and that of its legs


def read_legs(cast: Cast, visits: list[Fact]) -> list[Fact]:
    """The visits told as parts of a journey; whose journey it is, its noun or the visit told last before tells."""
    found: list[Fact] = []
    for i, sites in told_sites(cast.tree):
        visitors = whose(cast, i, [f for f in (*visits, *found) if f.frame.type == "Visit"])
        fact = visit_to(cast, i, sites, visitors) if visitors else None
        if fact is not None:
            found.append(fact)
            found += [f for t in followers(cast.tree, i) if (f := visit_to(cast, t, [t], visitors, "planned")) is not None]
    return found


def told_sites(tree: Tree) -> Iterator[tuple[int, list[int]]]:
    """Each word that tells legs, with the tokens of the places that they lead to."""
    for token in tree.tokens:
        if token.start < tree.annotation.article.body_start or token.pos not in ("NOUN", "AUX", "VERB"):
            continue
        if token.lemma in _LEGS and token.pos == "NOUN":
            yield token.i, leg_sites(tree, token.i)
        elif token.lemma in _JOURNEYS and token.pos == "NOUN":
            yield token.i, tour_sites(tree, token.i)
        elif token.lemma == "be" and any(tree.tokens[c].lemma in _NEXT for c in tree.kids(token.i, "acomp", "advmod", "attr")):
            yield token.i, [j for c in tree.kids(token.i, "nsubj") if c in tree.names for j in tree.conjuncts(c)]


def leg_sites(tree: Tree, i: int) -> list[int]:
    """Where a leg leads: "X is the next stop", "his first stop will be X", "with X the first stop"; not "a stop in X"."""
    head = tree.tokens[tree.tokens[i].head]
    ordered = any(tree.tokens[c].ent == "ORDINAL" or tree.tokens[c].pos in ("ADJ", "NUM") for c in tree.kids(i, "amod"))
    if not ordered and not tree.arguments(i).of("of"):
        return []
    if tree.tokens[i].dep == "appos" and head.i in tree.names and tree.tokens[head.head].text.lower() == "with":
        return [head.i]
    if head.lemma != "be":
        return []
    other = "nsubj" if tree.tokens[i].dep == "attr" else "attr"
    return [j for c in tree.kids(head.i, other) if c in tree.names for j in tree.conjuncts(c)]


def tour_sites(tree: Tree, i: int) -> list[int]:
    """Where a journey leads by its clause or predicate: "a tour that takes in X and Y", "with stops in X", "opens in X"."""
    verbs = tree.kids(i, "relcl", "acl")
    if tree.tokens[i].dep == "nsubj":
        verbs.append(tree.tokens[i].head)
    found: list[int] = []
    above = tree.verb_above(i)
    verbs += [c for c in tree.kids(above, "advcl") if tree.tokens[c].tag == "VBG" and c > i]
    for v in verbs:
        args = tree.arguments(v)
        if tree.lemma(v) in _TAKING_IN or (tree.tokens[v].lemma == "take" and args.of("in")):
            found += [*args.object, *args.of("in")]
            found += [k for o in args.object if tree.tokens[o].lemma in (*_LEGS, "visit") for k in near(tree, o)]
        elif tree.lemma(v) in _ENDS and tree.tokens[v].dep != "acl":
            found += args.of("in")
    return found + [k for o in tree.arguments(i).of("with") if tree.tokens[o].lemma in _LEGS for k in near(tree, o)]


def near(tree: Tree, i: int) -> list[int]:
    """The places of a stop: "stops in X and at Y"."""
    return [j for prep, j in tree.arguments(i).preps if prep in ("in", "at", "to")]


def followers(tree: Tree, i: int) -> list[int]:
    """Where the journey leads next: "followed by X and Y" beside the leg at ``i``."""
    sentence = tree.annotation.sentences[tree.tokens[i].sent]
    verbs = [t for t in range(i, sentence.last) if tree.tokens[t].lemma == "follow" and tree.tokens[t].tag == "VBN"]
    return [j for v in verbs[:1] for prep, j in tree.prepositions(v) if prep == "by"]


def whose(cast: Cast, i: int, visits: list[Fact]) -> list[tuple[int, Draft]]:
    """Who makes the journey that the word at ``i`` tells of, with the tokens that say so."""
    tree = cast.tree
    nouns = [
        i,
        *tree.arguments(i).of("of"),
        *tree.arguments(i).of("on"),
        *tree.arguments(i).of("in"),
        *(c for c in tree.kids(i, "attr", "nsubj") if tree.tokens[c].pos == "NOUN"),
    ]
    owners = [(t, d) for n in nouns for t in tree.arguments(n).subject for d in cast.who(t) if d.type in VISITORS]
    if owners:
        return owners
    verb = tree.verb_above(i)
    if tree.tokens[i].dep == "pobj" and tree.tokens[verb].pos in ("VERB", "AUX"):
        told = [(t, d) for t in tree.arguments(verb).subject for d in cast.who(t) if d.type in VISITORS]
        if told:
            return told
    sent = tree.tokens[i].sent
    before = [f for f in visits if f.trigger < i and tree.tokens[f.trigger].sent + _REACH >= sent]
    before = [f for f in before if f.status in ("planned", "ongoing", "occurred")]
    if not before:
        return []
    last = max(before, key=lambda f: f.trigger)
    return [(i, cast.drafts[int(v)]) for v in last.values("visitor") if v.isdigit()]


def visit_to(
    cast: Cast, i: int, sites: list[int], visitors: list[tuple[int, Draft]], status: Status | None = None
) -> Fact | None:
    """The visit of ``visitors`` to ``sites`` that the word at ``i`` tells; None where nothing there is a place."""
    tree = cast.tree
    told = status or leg_status(tree, i)
    frame = visit_noun()
    fact = Fact(frame, i, None, told or "planned", evidence=tree.span_of(i))
    for t in sites:
        for d in fillers(cast, t, "destination"):
            if d.type != "Organization":
                add(fact, Claim("destination", span_between(tree, i, t), str(d.number), rule=frame.name))
    if told is None or not fact.values("destination"):
        return None
    for t, d in visitors:
        add(fact, Claim("visitor", span_between(tree, i, t), str(d.number), rule=frame.name))
    fact.times = times_of(tree, i, None) if status is None else []
    if fact.status in ("occurred", "ongoing") and yet_to_come(tree, i, fact.times, journey=True):
        fact.status = "planned"
    fact.evidence = span_between(tree, i, sites[-1]) if status is None else tree.span_of(i)
    return fact


def leg_status(tree: Tree, i: int) -> Status | None:
    """The status of the leg told at ``i``: what the present tense tells of one is still to come, unless it is the first."""
    clauses = [c for c in tree.kids(i, "relcl", "acl") if tree.tokens[c].pos in ("VERB", "AUX")]
    verb = i if tree.tokens[i].pos in ("VERB", "AUX") else tree.verb_above(i)
    if tree.tokens[i].lemma in _JOURNEYS and clauses:
        verb = clauses[0]
    status = status_of(tree, verb)
    if status not in ("occurred", "ongoing") or tree.tokens[verb].tag not in ("VBZ", "VBP", "VBG"):
        return status
    first = any(tree.tokens[c].text.lower() in _FIRST for c in tree.children[i])
    return "ongoing" if first else "planned"
