"""Towns left unnamed: "the city", "the Sudanese capital"."""

from __future__ import annotations

from kg.extract.cast import Cast, plain
from kg.model import Span, Token

_NAMING_DEPS = ("poss", "amod", "compound", "nmod", "appos", "relcl", "acl")
_TOWN_REACH = 3


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
