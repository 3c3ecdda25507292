"""Bare counterparts to persons: "talks with his Peruvian counterpart" of one who was named before with the same office."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.extract.offices import same_office
from kg.extract.pairs import states_of
from kg.model import Token


def counterpart_before(cast: Cast, token: Token) -> Draft | None:
    """The one person told before who holds in the state named with "counterpart" the office of whose counterpart it is.

    Whose it is says the possessive, or where that looks ahead the subject of the clause: "Receiving his Peruvian counterpart,
    Foreign Minister X said". None where no state is named, or two fit.
    """
    tree = cast.tree
    states = {d.number for c in tree.kids(token.i, "amod", "compound", "nmod") for d in cast.who(c) if d.type == "State"}
    if not states or token.text.lower() != "counterpart":
        return None
    owners = [d for c in tree.kids(token.i, "poss") for d in cast.who(c) if d.type == "Person"]
    owners = owners or [d for t in tree.surface(tree.verb_above(token.i), 3) for d in cast.who(t) if d.type == "Person"]
    titles = [h.title for d in owners for h in d.offices if h.title]
    fit = [
        d
        for d in cast.of_type("Person")
        if d not in owners
        and any(t < token.i for t in d.tokens)
        and states & states_of(d, cast)
        and any(same_office(h.title, title, [], []) for h in d.offices if h.title for title in titles)
    ]
    return fit[0] if len(fit) == 1 else None
