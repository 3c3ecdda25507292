"""Offices and press services that speak, and for which state an unnamed voice in its capital does."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, plain
from kg.extract.quotes import behind
from kg.extract.relations import SUBJECT
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Span, Token

_OF_STATE = frozenset({"government", "presidential", "ministry", "cabinet"})
_ON_AIR = frozenset("network station broadcaster channel radio television tv broadcasting".split())
_PRINT = frozenset("newspaper daily paper magazine weekly times post gazette herald".split())
OUTLETS = _ON_AIR | _PRINT | {"outlet", "website", "publication"}
_PRESS = frozenset({"press", "media", "information"})


def read_office(cast: Cast, token: Token) -> bool:
    """Note somebody's office, or the press service of one or of a state, that speaks as a body: "the premier's office".

    The press service of a named body is that body.
    """
    tree = cast.tree
    if token.lemma == "office":
        owners = tree.kids(token.i, "poss")
        whose = [d for c in owners for d in cast.who(c)]
        if owners and tree.tokens[owners[0]].tag == "PRP$":  # "his office"
            told = [cast.by_key[k] for d in whose if (k := office_of(d, token)) in cast.by_key]
            cast.stand(token.i, told)
            return bool(told)
        named = any(d.type == "Person" for d in whose) or any(tree.tokens[c].lemma in lexicon().office_heads for c in owners)
    else:
        owners = tree.kids(token.i, "poss", "compound", "nmod")
        whose = [d for c in owners for d in cast.who(c)]
        press = any(tree.tokens[c].lemma in _PRESS for c in owners)
        named = press and len(whose) == 1 and whose[0].type in ("State", "Person")
    if not named or not speaks(tree, token):
        return False
    inside = [j for c in owners for j in tree.below(c) if tree.tokens[j].pos != "DET"]
    span = Span(tree.tokens[min(inside)].start, token.end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    of_person = len(whose) == 1 and whose[0].type == "Person"
    body = cast.keyed(office_of(whose[0], token) if of_person else f"Organization/{plain(form)}", "Organization")
    if body.state is None and whose:
        body.state = next((d.number for d in (whose[0], *behind(cast, whose[0])) if d.type == "State"), None)
    cast.add(body, token.i, span, form)
    return True


def office_of(person: Draft, token: Token) -> str:
    """The key under which somebody's office or press service is noted, whatever it is called."""
    return f"{token.lemma} of {person.number}"


def outlet_meant(cast: Cast, token: Token) -> Draft | None:
    """The last outlet named before that "the radio network", "the newspaper" means, if such a one speaks."""
    tree = cast.tree
    if not speaks(tree, token) or not any(tree.tokens[c].lemma == "the" for c in tree.kids(token.i, "det")):
        return None
    kin, others = (_ON_AIR, _PRINT) if token.lemma in _ON_AIR else (_PRINT, _ON_AIR)
    own = {plain(n) for n in (tree.annotation.article.outlet, tree.annotation.article.agency) if n}
    found: list[tuple[bool, int, int]] = []
    for draft in cast.of_type("Organization"):
        names = {plain(f) for f in draft.forms}
        words = {w for n in names for w in n.split()}
        before = [t for t in draft.tokens if t < token.i]
        if (draft.kind == "Outlet" or words & kin) and before and not words & (others | {"agency"}) and not names & own:
            found.append((bool(words & kin), max(before), draft.number))
    if not found:
        return None
    outlet = cast.drafts[max(found)[2]]
    outlet.kind = outlet.kind or "Outlet"
    return outlet


def speaks(tree: Tree, token: Token) -> bool:
    """Whether a noun is a subject or who something is according to."""
    if token.dep in SUBJECT:
        return True
    return token.dep == "pobj" and tree.tokens[tree.tokens[token.head].head].text.lower() == "according"


def state_in(cast: Cast, i: int) -> list[Draft]:
    """The state whose government an unnamed voice in its capital speaks for: "a government spokeswoman in Oslo"."""
    tree = cast.tree
    if not any(tree.tokens[c].lemma in _OF_STATE for c in tree.kids(i, "amod", "compound")):
        return []
    seats = [tree.names[j] for p, j in tree.prepositions(i) if p == "in" and j in tree.names]
    return [cast.keyed(m.state, "State") for m in seats if m.capital and m.state is not None and m.state in cast.by_key]
