"""Offices told with a state to persons named before: "his Peruvian counterpart", "the Peruvian president" for "President X"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.extract.offices import same_office
from kg.extract.pairs import states_of
from kg.extract.relations import SUBJECT
from kg.lexicon import lexicon
from kg.model import Token

_MINISTERS = frozenset({"minister", "leader"})


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


def acts_there(cast: Cast, person: Draft, token: Token) -> bool:
    """Whether the sentence tells what the person does to the one meant: "President X would meet the Chinese president"."""
    tree = cast.tree
    if token.dep in SUBJECT:
        return False
    return any(tree.tokens[t].sent == token.sent and tree.tokens[t].dep in SUBJECT for t in person.tokens if t < token.i)


def bare_holder(cast: Cast, token: Token) -> Draft | None:
    """Whom "the Peruvian president" takes up where only "President X" was named, of no state: the one told, who so is Peru's.

    None where somebody is told to hold that office of the state, or two presidents were named without one.
    """
    tree = cast.tree
    left = tree.kids(token.i, "amod", "compound", "nmod")
    states = {d.number for c in left if c in tree.names for d in cast.who(c) if d.type == "State"}
    the = any(tree.tokens[c].text.lower() == "the" for c in tree.kids(token.i, "det"))
    if (
        token.lemma not in lexicon().of_state | _MINISTERS
        or token.tag != "NN"
        or len(states) != 1
        or not the
        or tree.kids(token.i, "appos", "relcl")
    ):
        return None
    title = " ".join([*(tree.tokens[c].text.lower() for c in left if c not in cast.at), token.lemma])
    told = [d for d in cast.of_type("Person") if d.forms and any(t < token.i for t in d.tokens)]
    told = [d for d in told if any(same_office(h.title, title, [], []) for h in d.offices if h.title)]
    bare = [d for d in told if all(set(h.of) <= states for h in d.offices) and d.state is None]
    abroad = cast.home is not None and cast.home not in states  # where "President X" is the one at home
    if (
        len(bare) != 1
        or abroad
        or acts_there(cast, bare[0], token)
        or any(states & states_of(d, cast) for d in told if d is not bare[0])
    ):
        return None
    for held in bare[0].offices:
        held.of, held.guessed = list(states), False
    bare[0].state = min(states)
    return bare[0]
