"""Towns that no list knows, told by what reaches them, and towns left unnamed: "the city", "the Sudanese capital"."""

from __future__ import annotations

from kg.extract.cast import Cast, plain
from kg.extract.relations import SUBJECT
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Span, Token

_NAMING_DEPS = ("poss", "amod", "compound", "nmod", "appos", "relcl", "acl")
_TOWN_REACH = 3
_REACHED = frozenset({"reach", "visit", "tour"})
_GOING = frozenset("arrive travel fly go drive sail land head proceed trip journey visit flight return".split())
_TO = frozenset({"in", "to", "from", "at", "near", "into", "for"})


def reached_towns(cast: Cast) -> None:
    """Make places of the names, typed as bodies by their letters alone, that people only ever reach: "flew to Tarrafal"."""
    lex = lexicon()
    for draft in cast.of_type("Organization"):
        if draft.known or draft.kind or draft.state is not None or not draft.tokens or not all(map(townlike, draft.forms)):
            continue
        if any(set(plain(f).split()) & (lex.body_heads | lex.fields) for f in draft.forms):
            continue
        spots = [t for t in draft.tokens if t in cast.tree.names]
        if spots and any(come_to(cast.tree, t) for t in spots) and not any(doing(cast.tree, t) for t in spots):
            draft.type = "Place"


def townlike(form: str) -> bool:
    """Whether a name may be a town's by its letters: one or two words, no acronym, no article."""
    words = form.split()
    return len(words) < 3 and all(w[:1].isupper() and w[1:].islower() and w.isalpha() for w in words)


def come_to(tree: Tree, i: int) -> bool:
    """Whether the name at ``i``, without article or adjective, is where somebody goes: "reached X", "flew to X"."""
    i = top(tree, i)
    head = tree.tokens[tree.tokens[i].head]
    if tree.kids(i, "det", "amod", "poss", "compound"):
        return False
    if tree.tokens[i].dep == "dobj":
        return head.lemma in _REACHED
    return tree.tokens[i].dep == "pobj" and head.text.lower() in _TO and tree.tokens[head.head].lemma in _GOING


def doing(tree: Tree, i: int) -> bool:
    """Whether the name at ``i`` does something, which no town does."""
    i = top(tree, i)
    head = tree.tokens[tree.tokens[i].head]
    return tree.tokens[i].dep == "agent" or (tree.tokens[i].dep in SUBJECT and head.lemma not in ("be", "lie", "fall"))


def top(tree: Tree, i: int) -> int:
    """The first of the names that the one at ``i`` is coordinated with."""
    while tree.tokens[i].dep == "conj" and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    return i


def town_before(cast: Cast, token: Token) -> list[int]:
    """The town that "the city" means, where nothing beside it names one: the last told in the sentences before."""
    tree = cast.tree
    if token.dep not in ("pobj", "dobj") or tree.arguments(token.i).of("of") or tree.kids(token.i, *_NAMING_DEPS):
        return []
    towns = [
        (t, d.number)
        for d in cast.of_type("Place")
        if d.known
        for t in d.tokens
        if t < token.i and token.sent - tree.tokens[t].sent <= _TOWN_REACH
    ]
    return [max(towns)[1]] if towns else []


def capital_city(cast: Cast, token: Token) -> None:
    """Resolve "the Sudanese capital", "the country's capital" to the place named so, or note it under that name."""
    tree = cast.tree
    spots = tree.kids(token.i, "amod", "poss", "compound")
    states = [d for c in spots for d in cast.who(c) if d.type == "State"]
    if not states:
        return
    capitals = {m.token for m in tree.annotation.mentions if m.capital}
    for place in cast.of_type("Place"):
        if place.state == states[0].number and capitals & set(place.tokens):
            cast.stand(token.i, [place.number])
            return
    first = min(j for c in spots for j in tree.subtree(c))
    while first < token.i and tree.tokens[first].pos in ("DET", "PRON"):
        first += 1
    span = Span(tree.tokens[first].start, token.end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    place = cast.keyed(f"Place/{plain(form)}", "Place")
    place.state = states[0].number
    cast.add(place, token.i, span, form)
