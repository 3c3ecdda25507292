"""Whom "the guest", "the visitor" and "the visiting president" mean: who was told to come."""

from __future__ import annotations

from itertools import islice

from kg.extract.cast import Cast, Draft
from kg.extract.sides import serving
from kg.extract.tenses import own_status
from kg.extract.tree import Tree
from kg.model import Token

_MEMBERS = frozenset(
    "lawmaker parliamentarian legislator senator deputy official general officer expert delegate businessman envoy".split()
)
_JOURNEYING = frozenset("travel visit fly leave depart arrive go tour land head return come".split())
_COMING = frozenset("arrive visit land fly travel reach".split())


def visitors_before(cast: Cast, token: Token) -> list[Draft]:
    """Whom "the guest" or "the visitors" means: who was told last to come; else the nearest person or delegation before from
    another state than the article's.

    Several are a delegation or "X and Y" told together; never who acts on the guest ("X hosted the guest").
    """
    tree = cast.tree
    verbs = (i for i in range(token.i - 1, -1, -1) if tree.tokens[i].lemma in _COMING and come(tree, i))
    coming = (t for i in verbs for t in tree.arguments(i).subject)
    for t in islice(coming, 4):
        told = [d for j in coordinated(tree, t) for d in cast.who(j) if d.type in ("Person", "Delegation")]
        if told and (token.tag != "NNS" or len(told) > 1 or told[0].type == "Delegation"):
            return told if token.tag == "NNS" else one_guest(cast, told[0])
    acting = {d.number for t in tree.arguments(tree.verb_above(token.i)).subject for d in cast.who(t)}
    near = [
        (t, d)
        for d in cast.drafts
        if d.type in ("Person", "Delegation") and cast.home not in serving(cast, d) and d.number not in acting
        for t in d.tokens
        if t < token.i and (d.type == "Delegation" or d.offices)
    ]
    if token.tag == "NNS" and any(d.type == "Delegation" for _, d in near):
        near = [n for n in near if n[1].type == "Delegation"]
    if not near:
        return []
    last = max(near, key=lambda n: (bool(serving(cast, n[1])), n[0]))[0]
    if token.tag != "NNS" or any(d.type == "Delegation" for t, d in near if t == last):
        met = [d for t, d in near if t == last]
        return one_guest(cast, met[0]) if token.tag != "NNS" else met
    several = coordinated(tree, last)
    return [d for t, d in near if t in several] if len(several) > 1 else []


def national(cast: Cast, token: Token) -> Draft | None:
    """Whom "the Somali diplomat" means: the only person of that state told so far; "the visiting official" is who has come."""
    tree = cast.tree
    left = tree.kids(token.i, "amod", "compound")
    if token.tag != "NN" or not any(tree.tokens[c].text.lower() == "the" for c in tree.kids(token.i, "det")):
        return None
    states = {d.number for c in left for d in cast.who(c) if d.type == "State"}
    if any(tree.tokens[c].text.lower() == "visiting" for c in left):
        came = [d for d in visitors_before(cast, token) if d.type == "Person" and (not states or states & set(serving(cast, d)))]
        return came[0] if len(came) == 1 else None
    told = [d for d in cast.of_type("Person") if d.ghost is None and any(t < token.i for t in d.tokens)]
    own = [d for d in told if states & set(serving(cast, d))] if len(states) == 1 else []
    return own[0] if len(own) == 1 and own[0].forms else None


def party(cast: Cast, token: Token) -> Draft | None:
    """The delegation whose people set out: of "the Norwegian lawmakers will travel" the only one told before of that state."""
    tree = cast.tree
    if token.lemma not in _MEMBERS or token.tag != "NNS" or token.dep != "nsubj":
        return None
    left = tree.kids(token.i, "amod", "compound", "nmod")
    definite = any(tree.tokens[c].text.lower() == "the" for c in tree.kids(token.i, "det"))
    if not definite or tree.tokens[token.head].lemma not in _JOURNEYING:
        return None
    states = {d.number for c in left for d in cast.who(c) if d.type == "State"}
    told = [d for d in cast.of_type("Delegation") if d.state in states and any(t < token.i for t in d.tokens)]
    told = [d for d in told if d.leader is not None] or told
    return told[0] if len(states) == 1 and len(told) == 1 else None


def one_guest(cast: Cast, guest: Draft) -> list[Draft]:
    """A guest, of a delegation whoever leads it: one visitor is no delegation."""
    return [cast.drafts[guest.leader]] if guest.type == "Delegation" and guest.leader is not None else [guest]


def come(tree: Tree, i: int) -> bool:
    """Whether somebody is told to come by the verb at ``i``, and not only to hope or to be able to ("hopes to visit")."""
    token = tree.tokens[i]
    return (
        token.dep not in ("xcomp", "ccomp") and not (token.dep == "acl" and token.tag == "VB") and own_status(tree, i) is not None
    )


def coordinated(tree: Tree, i: int) -> list[int]:
    """All that stands in one coordination with the token at ``i``."""
    top = i
    while tree.tokens[top].dep == "conj" and tree.tokens[top].head != top:
        top = tree.tokens[top].head
    return tree.conjuncts(top)
