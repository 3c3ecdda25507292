"""Whether the state that an article is written from is whose an office is that is told without one."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, Held, plain
from kg.extract.relations import STAYS, SUBJECT
from kg.extract.tree import Tree
from kg.model import Token

_PHONES = frozenset({"phone", "telephone"})
_WORLDWIDE = frozenset({"reuters", "ap", "afp", "upi", "efe", "dpa"})  # agencies of no state
_SIDE = 4  # times that a state is told at least that the article is about
_FAR = 3  # times as often
_SEATS = frozenset(
    {"geneva", "brussels", "new york", "united nations", "vienna", "the hague", "strasbourg", "luxembourg", "davos"}
)


def at_home(cast: Cast, held: Held) -> Draft | None:
    """The state that the article is written from, where an office told without one may well be its own; else none."""
    home = cast.drafts[cast.home] if cast.dated_from and cast.home is not None else None
    if home is None or comes(cast, held) or no_side(cast, home) or silent(cast, home, held.token):
        return None
    return home


def silent(cast: Cast, home: Draft, at: int) -> bool:
    """Whether the state of the dateline is not named before ``at``, nor a place or body of it, while another is told to act.

    So a paper tells in its own capital of what others do. A national agency takes its own state for understood.
    """
    tree = cast.tree
    if plain(tree.annotation.article.agency or "reuters") not in _WORLDWIDE:
        return False
    before = tree.tokens[at].start
    own = (d for d in cast.drafts if d is home or d.state == home.number)
    if any(n.span.start < before for d in own if d.type != "Person" for n in d.namings):
        return False
    others = (d for d in cast.of_type("State") if d is not home)
    return any(t < at and tree.deps[t] in SUBJECT for d in others for t in d.tokens)


def no_side(cast: Cast, home: Draft) -> bool:
    """Whether the state that an article is written from is only where others meet: two others are told far more often.

    Of a seat of many bodies, such as Geneva, it is so wherever the article never names its state.
    """
    others = sorted((len(d.tokens) for d in cast.of_type("State") if d is not home), reverse=True)
    seat = plain(cast.tree.annotation.article.dateline or "").split(",")[0] in _SEATS
    if not home.tokens and seat:
        return True
    return len(others) > 1 and others[1] >= max(_SIDE, _FAR * len(home.tokens))


def comes(cast: Cast, held: Held) -> bool:
    """Whether the holder is told to come from elsewhere: "did not rule out a visit by President X", "X, who is on a visit"."""
    tree = cast.tree
    prep = tree.tokens[tree.tokens[held.token].head]
    noun = tree.tokens[prep.head]
    if prep.text.lower() in ("by", "of", "from") and noun.lemma in STAYS and tree.tokens[held.token].dep == "pobj":
        return not any(p in ("to", "in") for p, _ in tree.prepositions(noun.i))
    called = tree.deps[top_of(tree, held.token)] == "dobj" and tree.tokens[tree.verb_above(held.token)].lemma in _PHONES
    if called or (prep.text.lower() == "with" and on_the_phone(tree, prep)):
        return True
    clauses = tree.kids(held.token, "relcl")
    return any(j for c in clauses for p, j in tree.prepositions(c) if p == "on" and tree.tokens[j].lemma in STAYS)


def on_the_phone(tree: Tree, prep: Token) -> bool:
    """Whether "with" stands with a talk by telephone, whose two ends are in two states."""
    verb = prep.head if tree.tokens[prep.head].pos == "VERB" else tree.verb_above(prep.i)
    return any(tree.tokens[c].lemma in _PHONES for c in tree.subtree(verb))


def top_of(tree: Tree, i: int) -> int:
    """The first of the coordination or apposition that the token at ``i`` stands in."""
    while tree.tokens[i].dep in ("conj", "appos") and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    return i
