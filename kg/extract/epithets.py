"""Persons taken up by what they are: "the Gambian", "the 43-year-old", "the veteran diplomat", "the former Estonian premier"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, Held, plain
from kg.extract.relations import SUBJECT
from kg.extract.sides import told_states
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Naming, Office, Span, Token

_PLACES = (*SUBJECT, "dobj", "pobj", "agent", "dative")
_COLLECTIVE = ("ese", "sh", "ch", "ss", "s")  # "the French said" is more than one
_REACH = 4  # sentences that a compatriot is looked for
_CALLINGS = frozenset(
    """diplomat politician lawyer veteran economist banker businessman businesswoman tycoon billionaire academic statesman
    technocrat professor jurist judge engineer physician developer monarch royal strongman heavyweight conservative centrist
    reformist moderate hardliner nationalist""".split()
)
_PAST = frozenset({"former", "ex", "onetime", "one-time", "erstwhile"})
_GONE = frozenset({"former", "retired", "exiled", "dissident", "deposed", "ousted", "renegade", "erstwhile", "then"})
_OFFICIALS = frozenset({"official", "diplomat", "dignitary"})
_DIPLOMATS = frozenset(
    "ambassador envoy minister consul charge representative commissioner diplomat secretary negotiator".split()
)


def take_up_countryman(cast: Cast, token: Token) -> None:
    """Make the adjective of a state that stands alone a person: somebody of the state told before, else one left unnamed."""
    tree = cast.tree
    mention = tree.names.get(token.i)
    if mention is None or mention.type != "State" or not mention.adjective or token.dep not in (*_PLACES, "appos"):
        return
    if token.dep == "appos":  # "X, the Chadian who heads the bloc"
        people = [d.number for d in cast.who(token.head) if d.type == "Person"]
        if people and alone(tree, token):
            cast.refer(token.i, people)
        return
    if mention.form != token.text or token.text.lower().endswith(_COLLECTIVE) or not alone(tree, token):
        return
    state = cast.who(token.i)[0]
    person = compatriot(cast, token, state) or unnamed(cast, token, state)
    state.adjectives = [n for n in state.adjectives if n.span != mention.span]
    state.tokens = [t for t in state.tokens if t != token.i]
    cast.refer(token.i, [person.number])


def alone(tree: Tree, token: Token) -> bool:
    """Whether the word stands with "the" and before no noun."""
    after = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else token
    return any(tree.tokens[c].text.lower() == "the" for c in tree.kids(token.i, "det")) and after.pos not in (
        "NOUN",
        "PROPN",
        "ADJ",
    )


def compatriot(cast: Cast, token: Token, state: Draft) -> Draft | None:
    """The person of the state told last before ``token``; else the only one in the sentence before of whom no state is told."""
    near: list[tuple[int, Draft]] = []
    for d in cast.of_type("Person"):
        told = {s for h in d.offices for n in h.of for s in (n, cast.drafts[n].state)} | {d.state}
        spots = [t for t in d.tokens if t < token.i and token.sent - cast.tree.tokens[t].sent <= _REACH]
        if state.number in told and spots and d.ghost is None:
            near.append((max(spots), d))
    if near:
        return max(near, key=lambda n: n[0])[1]
    if token.sent == 0:
        return None
    before = cast.tree.annotation.sentences[token.sent - 1]
    people = {d.number: d for i in range(before.first, before.last) for d in cast.who(i) if d.type == "Person" and d.forms}
    stateless = [d for d in people.values() if not any(cast.drafts[n].type == "State" for h in d.offices for n in h.of)]
    return stateless[0] if len(stateless) == 1 else None


def official_told(cast: Cast, token: Token) -> Draft | None:
    """Whom "the Norwegian official" takes up: the one person in a Norwegian office who was named shortly before."""
    tree = cast.tree
    if token.lemma not in _OFFICIALS or token.tag != "NN" or tree.kids(token.i, "relcl", "prep", "appos", "poss", "acl"):
        return None
    before = tree.kids(token.i, "det", "amod", "compound")
    states = {d.number for c in before if c in tree.names for d in cast.who(c) if d.type == "State"}
    if len(before) != 2 or tree.tokens[before[0]].text.lower() != "the" or len(states) != 1:
        return None
    near = [d for d in cast.of_type("Person") if d.forms and any(t < token.i for t in d.tokens)]
    near = [d for d in near if any(0 <= token.sent - tree.tokens[t].sent <= _REACH for t in d.tokens)]
    of = [d for d in near if any(not h.guessed and states & set(told_states(cast, d)) for h in d.offices)]
    return of[0] if len(of) == 1 else None


def unnamed(cast: Cast, token: Token, state: Draft) -> Draft:
    """A person known only as being of the state."""
    person = cast.keyed(f"Person/the {plain(token.text)}", "Person")
    person.state = state.number
    span = cast.tree.span_of(token.i)
    form = f"The {token.text}"
    person.forms[form] += 1
    person.namings.append(Naming(span, form))
    return person


def whom_told_of(cast: Cast, token: Token) -> Draft | None:
    """The one person that the sentence before is about: its only subject, or that of its main verb; else the only one named."""
    tree = cast.tree
    if token.sent == 0:
        return None
    sentence = tree.annotation.sentences[token.sent - 1]
    inside = range(sentence.first, sentence.last)
    subjects = [i for i in inside if tree.tokens[i].dep in SUBJECT]
    main = [i for i in subjects if tree.tokens[tree.tokens[i].head].dep == "ROOT"]
    here = range(tree.annotation.sentences[token.sent].first, token.i)
    acting = {d.number for i in here for d in cast.who(i)}
    for spots in (subjects, main, inside):
        people = {d.number for i in spots for d in cast.who(i) if d.type == "Person" and d.ghost is None}
        if len(people) == 1 and not people & acting:
            return cast.drafts[people.pop()]
    return None


def epithet(cast: Cast, token: Token) -> Draft | None:
    """Whom "the 43-year-old", "the veteran diplomat" or "the politician" takes up."""
    tree = cast.tree
    if token.dep not in _PLACES or not any(tree.tokens[c].text.lower() == "the" for c in tree.kids(token.i, "det")):
        return None
    aged = token.lemma == "old" and any(tree.tokens[j].lemma == "year" for j in tree.below(token.i))
    if not aged and (token.tag != "NN" or token.lemma not in _CALLINGS or tree.kids(token.i, "relcl", "prep", "appos", "poss")):
        return None
    person = whom_told_of(cast, token)
    if person is None or not person.forms:
        return None
    held = {w for h in person.offices for w in plain(h.office.title).split()}
    return None if token.lemma == "diplomat" and not held & _DIPLOMATS else person


def in_office(cast: Cast, token: Token) -> Draft | None:
    """Whom "the former Estonian prime minister", "the minister" takes up where nobody is told to be that; the office is noted.

    An office held now is taken up only by somebody named of whom the article tells none, and only without a state.
    """
    tree = cast.tree
    left = tree.kids(token.i, "amod", "compound", "nmod")
    words = {tree.tokens[c].text.lower() for c in left}
    the = any(tree.tokens[c].text.lower() == "the" for c in tree.kids(token.i, "det"))
    former = words & _PAST
    if token.dep not in _PLACES or token.tag != "NN" or not the or tree.kids(token.i, "appos"):
        return None
    person = whom_told_of(cast, token)
    if person is None or not person.forms or (not former and not newly_told(cast, person, token, left)):
        return None
    owners = [d.number for c in left for d in cast.who(c) if d.type in ("State", "Organization")]
    plainly = [c for c in left if c not in cast.at and tree.tokens[c].text.lower() not in former]
    first = min([token.i, *plainly])
    span = Span(tree.tokens[first].start, token.end)
    title = " ".join([*sorted(former)[:1], *span.slice(tree.annotation.article.text).split()])
    office = Office(title, span, former=bool(former))
    person.offices.append(Held(office, owners, tree.span_of(token.i), token.i))
    return person


def newly_told(cast: Cast, person: Draft, token: Token, beside: list[int]) -> bool:
    """Whether an office of a state may be that of ``person``: named, with nothing told of his; no state beside it but his own."""
    title = {token.lemma} & (lexicon().of_state | {"minister", "ambassador", "envoy"})
    named = any(t in cast.tree.names for t in person.tokens)
    told = {d.number for c in (*beside, *cast.tree.kids(token.i, "poss")) for d in cast.who(c)}
    own = told <= {person.state, seated(cast, person, token)}
    return bool(title) and named and not person.offices and token.dep in SUBJECT and own


def seated(cast: Cast, person: Draft, token: Token) -> int | None:
    """The state of the place that the sentence before sets out with as where the person speaks: "In Lima, X called for"."""
    tree = cast.tree
    first = tree.annotation.sentences[token.sent - 1].first
    opening = tree.tokens[first].text == "In" and any(t > first + 1 and t < first + 5 for t in person.tokens)
    sites = [d for d in cast.who(first + 1) if d.type in ("Place", "State")] if opening else []
    return next((d.number if d.type == "State" else d.state for d in sites), None)


def of_the_past(tree: Tree, token: Token) -> bool:
    """Whether those whom the noun means speak for their state no more: "former Polish ministers", "a retired general"."""
    return any(tree.tokens[c].text.lower() in _GONE for c in tree.kids(token.i, "amod"))
