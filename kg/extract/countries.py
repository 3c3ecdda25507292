"""Common nouns for states: "the country", "his country", "the island nation", of whom the one that is entered or visited."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.extract.credit import SAYING
from kg.extract.pairs import states_of
from kg.extract.realms import in_realm, realm_of
from kg.extract.relations import STAYS, SUBJECT
from kg.extract.tree import Tree
from kg.model import Token

_ENTERING = frozenset({"arrive", "land", "enter"})
_CROSSING = frozenset("cross enter infiltrate invade sneak smuggle send fire intrude".split())


def definite(tree: Tree, token: Token) -> bool:
    """Whether the noun has a definite article, a possessor or a demonstrative."""
    kids = [tree.tokens[c] for c in tree.kids(token.i, "det", "poss")]
    return any(k.dep == "poss" or k.text.lower() in ("the", "this", "that", "both") for k in kids)


def country(cast: Cast, token: Token) -> Draft | None:
    """The state that "the country", "his country", "the island nation" means; of "the kingdom" one that is a monarchy."""
    found = country_told(cast, token)
    keys = realm_of({token.lemma})
    return in_realm(cast, found, keys, token.start) if keys and found is not None else found


def country_told(cast: Cast, token: Token) -> Draft | None:
    """The state that a common noun of countries means: the possessor's, else the last one told."""
    tree = cast.tree
    if (
        token.tag == "NNS" and token.lemma != "island"
    ):  # "its partner countries", "the Mekong countries" are others, or more than one
        return None
    for c in tree.kids(token.i, "poss"):
        for d in cast.who(c):
            if d.type == "Person" and (states := sorted(states_of(d, cast)) or led_from(cast, d)):
                return cast.drafts[states[0]]
            if d.type == "Person" and tree.tokens[c].tag == "PRP$":
                return None
            if d.type == "State":
                return d if token.lemma not in ("neighbour", "neighbor", "ally") else None
    if not definite(tree, token) or tree.kids(token.i, "prep"):
        return None
    if token.lemma in ("state", "neighbour", "neighbor", "ally") and not tree.kids(token.i, "amod"):
        return None
    if (scene := returned_to(cast, token) or entered(cast, token)) is not None:
        return scene
    if (own_land := own_body(cast, token) or of_subject(cast, token) or of_sender(cast, token)) is not None:
        return own_land
    own = visited_from(cast, token) | of_other_kind(cast, token)
    told = [
        (max(before), d)
        for d in cast.of_type("State")
        if d.number not in own and (before := [t for t in d.tokens if t < token.i])
    ]
    earlier = [p for p in told if p[0] < tree.annotation.sentences[token.sent].first]
    return max(earlier or told, key=lambda p: p[0])[1] if told else None


def led_from(cast: Cast, person: Draft) -> list[int]:
    """The state whose delegation the person leads."""
    led = [d for d in cast.of_type("Delegation") if d.leader == person.number]
    return [d.state for d in led if d.state is not None][:1]


def of_other_kind(cast: Cast, token: Token) -> set[int]:
    """The states that the noun cannot mean by what they are: "the islands" are no mainland."""
    if token.lemma == "island" and token.tag == "NNS":
        return {d.number for d in cast.of_type("State") if not any(f.endswith("s") for f in d.forms)}
    return set()


def own_body(cast: Cast, token: Token) -> Draft | None:
    """The state whose body says what "the country" does, or that accuses others of coming there.

    "Norway's trade ministry said the country would retaliate", "Norway accused the rebels of crossing into the country".
    """
    tree = cast.tree
    verb = tree.tokens[token.head]
    over = tree.tokens[verb.head]
    if token.dep == "pobj" and (accuser := accusing(tree, token)) is not None:
        told = [d for c in tree.arguments(accuser).subject for d in cast.who(c) if d.type == "State"]
        return told[0] if len(told) == 1 else None
    if token.dep not in SUBJECT or verb.dep != "ccomp" or over.lemma not in SAYING:
        return None
    bodies = [d for c in tree.kids(over.i, "nsubj") for d in cast.who(c) if d.type == "Organization"]
    return cast.drafts[bodies[0].state] if len(bodies) == 1 and bodies[0].state is not None else None


def returned_to(cast: Cast, token: Token) -> Draft | None:
    """The state of whoever is to "return to the country", be it known."""
    tree = cast.tree
    verb = tree.tokens[tree.tokens[token.head].head]
    if verb.lemma != "return" or tree.tokens[token.head].text.lower() != "to":
        return None
    states = {s for t in tree.arguments(verb.i).subject for d in cast.who(t) if d.type == "Person" for s in states_of(d, cast)}
    return cast.drafts[states.pop()] if len(states) == 1 else None


def led_by(cast: Cast, token: Token) -> Draft | None:
    """The state of the leader after whom a government is called: "the Berg administration", "the Silva government"."""
    people = [d for c in cast.tree.kids(token.i, "compound", "nmod", "poss") for d in cast.who(c) if d.type == "Person"]
    states = {s for d in people for s in states_of(d, cast)}
    if not people or len(states) > 1:
        return None
    home = cast.drafts[cast.home] if cast.home is not None and cast.dated_from else None
    return cast.drafts[states.pop()] if states else home if home is not None and home.forms else None


def accusing(tree: Tree, token: Token) -> int | None:
    """The verb that accuses somebody of entering what ``token`` stands for."""
    verb = tree.tokens[tree.verb_above(token.i)]
    charge = tree.tokens[tree.tokens[verb.head].head]
    charge = tree.tokens[charge.head] if charge.dep == "dobj" else charge
    charged = verb.dep == "pcomp" and verb.lemma in _CROSSING and charge.lemma == "accuse"
    return charge.i if charged else None


def of_subject(cast: Cast, token: Token) -> Draft | None:
    """The state whose subject does something to what is "the country's": "Peru's junta jailed the country's president"."""
    tree = cast.tree
    if token.dep != "poss" or token.lemma != "country":
        return None
    subjects = [t for t in tree.arguments(tree.verb_above(token.i)).subject if t < token.i]
    told = [d for t in subjects for c in tree.kids(t, "poss") for d in cast.who(c) if d.type == "State"]
    between = {d.number for t in subjects for i in range(t, token.i) for d in cast.who(i) if d.type == "State"}
    return told[0] if told and not between - {told[0].number} else None


def of_sender(cast: Cast, token: Token) -> Draft | None:
    """The state whose envoy to the state told last is named: "picked Peru's envoy to Chile as the country's minister"."""
    tree = cast.tree
    for i in range(token.i - 1, tree.annotation.sentences[token.sent].first - 1, -1):
        if not any(d.type == "State" for d in cast.who(i)):
            continue
        prep = tree.tokens[tree.tokens[i].head]
        spots = tree.kids(prep.head, "poss", "amod", "compound") if prep.text == "to" and token.dep == "poss" else []
        return next((d for c in spots for d in cast.who(c) if d.type == "State" and c != i), None)
    return None


def visited_from(cast: Cast, token: Token) -> set[int]:
    """The states of whoever makes the visit that leads to "the country": "her first trip to the country" is not to her own."""
    tree = cast.tree
    above = tree.tokens[token.head]
    word = tree.tokens[above.head] if token.dep == "pobj" else above
    if word.lemma not in STAYS:
        return set()
    noun = word.pos != "VERB"
    visitors = tree.kids(word.i, "poss") or tree.support_subject(word.i) if noun else tree.arguments(word.i).subject
    return {s for c in visitors for d in cast.who(c) if d.type == "Person" for s in states_of(d, cast)}


def entered(cast: Cast, token: Token) -> Draft | None:
    """The state of the dateline where somebody "arrived in the country" and no other state is named just before.

    The adjective of another state ("the Malawian press") or an office of it does not say that anybody goes there.
    """
    tree = cast.tree
    annotation = tree.annotation
    verb = tree.tokens[tree.tokens[token.head].head] if token.dep == "pobj" else tree.tokens[token.head]
    if annotation.article.dateline is None or annotation.scene is None or verb.lemma not in _ENTERING:
        return None
    scene = cast.keyed(annotation.scene, "State")
    first = annotation.sentences[max(0, token.sent - 1)].first
    named = [tree.tokens[t] for d in cast.of_type("State") if d is not scene for t in d.tokens if first <= t < token.i]
    apart = [t for t in named if t.dep not in ("amod", "compound", "nmod") and tree.tokens[t.head].text.lower() != "of"]
    return None if apart else scene
