"""Whose side a person is on whose office is told without its state: the guest's, the host's, the sender's, the dateline's."""

from __future__ import annotations

from collections import Counter

from kg.extract.cast import Cast, Draft, Held, plain
from kg.extract.clauses import ASKING
from kg.extract.home import at_home, top_of
from kg.extract.realms import in_realm, realm_of
from kg.extract.tenses import own_status
from kg.lexicon import lexicon

LOCAL = frozenset({"governor", "mayor"})  # whose place a state is not
_PRIVATE = frozenset(  # who serves a firm, a school or a house of worship
    """manager owner founder cofounder co-founder dean rector fellow curator archivist columnist trustee treasurer editor writer
    custodian imam rabbi lecturer coordinator facilitator""".split()
)
_UNION = frozenset({"european", "diplomacy"})  # "the head of European diplomacy"
_SECRETARY = frozenset("secretary of state deputy assistant under acting former us".split())
_OF_BODIES = frozenset({"secretary", "director"})
_SENDING = frozenset("send dispatch appoint name nominate recall replace sack dismiss".split())
_SPEAKING = frozenset("speak say tell talk address brief".split())
_BESIDE = frozenset({"represent", "accompany", "flank", "escort"})
_TRAVELLING = frozenset({"travel", "arrive", "fly", "land", "come"})
_RECEIVING = frozenset({"receive", "welcome", "greet"})
_GREETING = _RECEIVING | {"meet"}
_COMING = frozenset({"arrive", "land", "fly", "travel", "come", "visit", "go"})
_HEADING = 3  # words and the full stop
_ANSWERING = frozenset({"react", "respond", "reply", "answer"})
_HOSTING = frozenset("receive welcome greet host meet call visit".split())
_REMOVING = frozenset("dismiss sack fire remove suspend reshuffle reinstate".split())
_TALKS = frozenset({"meeting", "talk", "talks", "conversation", "call", "audience"})
_LETTERS = frozenset("letter message greeting greetings regards wish wishes condolence condolences note gift".split())
_OFTEN = 2
_HEARD = 4  # sentences
_CARRYING = frozenset("convey hand deliver carry bring transmit pass relay extend bear present hand_over".split())


def state_of(cast: Cast, held: Held) -> int | None:
    """The state that an office belongs to, itself or through its body."""
    for n in held.of:
        draft = cast.drafts[n]
        if draft.type == "State":
            return n
        if draft.state is not None:
            return draft.state
    return None


def guessed_state(cast: Cast, held: Held) -> Draft | None:
    """The likeliest state of an office told without one: where the sentence is set, its subject, a guest's host, the dateline.

    Measured on the development gold, a dateline is right four times in five; without one the state told last or most is only
    every other time, on articles read afterwards even less, so that without a dateline nothing is guessed from afar.
    """
    words = set(plain(held.office.title).split())
    if "late" in words or words & LOCAL or words & _PRIVATE or serves_body(words):
        return None
    if words <= _SECRETARY and words >= {"secretary", "of", "state"}:  # so called in one state alone, but for the Pope's
        keys = lexicon().realms["secretary_of_state"]
        popes = [h for p in cast.of_type("Person") for h in p.offices if h.title.lower() == "pope"]
        return next((d for d in cast.of_type("State") if d.known in keys and d.namings and not popes), None)
    found = bearers[0] if (bearers := asked_bearers(cast, held)) is not None else likeliest(cast, held)
    keys = realm_of(words)
    return in_realm(cast, found, keys, held.office.span.start) if keys else found


def serves_body(words: set[str]) -> bool:
    """Whether a title with these words is of a body and of no state: "secretary-general", "director general", "pope"."""
    return bool(words & {"pope", "pontiff"}) or words >= _UNION or ("general" in words and bool(words & _OF_BODIES))


def likeliest(cast: Cast, held: Held) -> Draft | None:
    """The first guess of whose the office is, from what is told nearest to what is told of the whole article."""
    for guess in (*_NEAREST, *_FARTHER):
        if (found := guess(cast, held)) is not None:
            return found
    like = unnamed_like(cast, held)
    if (home := at_home(cast, held)) is not None:
        return home if like <= {home.number} else None
    return cast.drafts[like.pop()] if len(like) == 1 else None


def unnamed_like(cast: Cast, held: Held) -> set[int]:
    """The states of whoever was told before by the same office alone: "Peru's foreign minister said ... Foreign Minister X"."""
    words = set(plain(held.office.title).split())
    first = cast.tree.tokens[held.token].sent - _HEARD
    told = [d for d in cast.of_type("Person") if d.state is not None and not d.offices and d.forms and d.tokens]
    near = [d for d in told if min(d.tokens) < held.token and cast.tree.tokens[min(d.tokens)].sent >= first]
    return {d.state for d in near if d.state is not None and words <= set(plain(d.name()).split())}


def reached_state(cast: Cast, held: Held) -> Draft | None:
    """The state that somebody has come to whom the holder receives: "X landed in Lima, met by Foreign Minister Y"."""
    tree = cast.tree
    top = top_of(tree, held.token)
    verb = tree.verb_above(top)
    args = tree.arguments(verb)
    if (
        tree.tokens[verb].lemma not in _GREETING
        or top not in args.subject
        or own_status(tree, verb) not in ("occurred", "ongoing")
    ):
        return None
    guests = {d.number for t in args.object for d in cast.who(t) if d.type in ("Person", "Delegation")}
    here = tree.annotation.sentences[tree.tokens[verb].sent]
    first = tree.annotation.sentences[max(here.number - 1, 0)].first
    for i in range(here.last - 1, first - 1, -1):
        if tree.tokens[i].lemma not in _COMING or tree.tokens[i].pos != "VERB":
            continue
        come = tree.arguments(i)
        if not guests & {d.number for t in come.subject for d in cast.who(t)}:
            continue
        spots = (*(come.object if tree.tokens[i].lemma == "visit" else ()), *come.of("in"), *come.of("to"), *come.of("at"))
        goals = [n for t in spots for d in cast.who(t) for n in (d.number if d.type == "State" else d.state,) if n is not None]
        return cast.drafts[goals[0]] if goals else None
    return None


def sender_state(cast: Cast, held: Held) -> Draft | None:
    """The state that sends or appoints the holder: "Vietnam is sending Vice President X"."""
    tree = cast.tree
    verb = tree.verb_above(held.token)
    args = tree.arguments(verb)
    if tree.tokens[verb].lemma not in _SENDING or held.token not in args.object:
        return None
    return next((d for t in args.subject for d in cast.who(t) if d.type == "State"), None)


def companion_state(cast: Cast, held: Held) -> Draft | None:
    """The state of those whom the holder is told to accompany: "she is accompanied by Foreign Minister X"."""
    tree = cast.tree
    top = top_of(tree, held.token)
    verb = tree.verb_above(top)
    args = tree.arguments(verb)
    along = tree.tokens[verb].lemma in _TRAVELLING and top in args.of("with")  # "is travelling with Trade Minister X"
    if tree.tokens[verb].lemma not in _BESIDE and not along:
        return None
    led = args.object if top in args.subject else args.subject
    numbers = [n for t in led for d in cast.who(t) if d.type in ("Person", "Delegation") for n in told_states(cast, d)]
    if not numbers and along is False:  # "the head of Kenyan diplomacy was accompanied by"
        named = {d.number for t in led if not cast.who(t) for j in tree.below(t) for d in cast.who(j) if d.type == "State"}
        numbers = list(named) if len(named) == 1 else []
    return cast.drafts[numbers[0]] if numbers else None


def listed_with(cast: Cast, held: Held) -> Draft | None:
    """The state of those of whom the holder is one: "sanctions on Peruvian officials, including President X"."""
    tree = cast.tree
    prep = tree.tokens[tree.tokens[top_of(tree, held.token)].head]
    if prep.text.lower() != "including" or prep.head in tree.names:
        return None
    spots = [prep.head, *tree.kids(prep.head, "amod", "compound", "nmod", "poss")]
    states = {d.number for i in spots for d in cast.who(i) if d.type == "State"}
    return cast.drafts[states.pop()] if len(states) == 1 else None


def carried_for(cast: Cast, held: Held) -> Draft | None:
    """The state of the sender of what is carried: of her who conveys "a message from Prime Minister X"."""
    tree = cast.tree
    prep = tree.tokens[tree.tokens[held.token].head]
    noun = tree.tokens[prep.head]
    if prep.text.lower() not in ("from", "of") or noun.lemma not in _LETTERS:
        return None
    verb = tree.verb_above(noun.i)
    carriers = [d for t in tree.arguments(verb).subject for d in cast.who(t) if d.type in ("Person", "Delegation")]
    numbers = [n for d in carriers for n in serving(cast, d)]
    return cast.drafts[numbers[0]] if numbers and {tree.tokens[verb].lemma, tree.lemma(verb)} & _CARRYING else None


def asked_bearers(cast: Cast, held: Held) -> list[Draft | None] | None:
    """The states of whom somebody asks to take something to the holder: "asked the envoy to convey an invitation to the king".

    One takes it home, so that the holder is of the bearer's state or, where that is not known, of none that is.
    """
    tree = cast.tree
    prep = tree.tokens[tree.tokens[held.token].head]
    verb = tree.tokens[tree.verb_above(prep.i)]
    asking = tree.tokens[verb.head]
    if prep.text.lower() != "to" or verb.dep != "xcomp" or verb.lemma not in _CARRYING or asking.lemma not in ASKING:
        return None
    bearers = [d for t in tree.arguments(asking.i).object for d in cast.who(t) if d.type in ("Person", "Delegation")]
    led = [g.state for d in bearers for g in cast.of_type("Delegation") if g.leader == d.number and g.state is not None]
    numbers = [n for d in bearers for n in serving(cast, d)] or led
    return [cast.drafts[n] for n in numbers] or [None]


def acted_for(cast: Cast, held: Held) -> Draft | None:
    """The state of who acts for the holder: "Peru's envoy came on behalf of President X"."""
    tree = cast.tree
    prep = tree.tokens[tree.tokens[held.token].head]
    if prep.text.lower() != "of" or tree.tokens[prep.head].lemma != "behalf":
        return None
    doers = [d for t in tree.surface(tree.verb_above(prep.head), 3) for d in cast.who(t) if d.type in ("Person", "Delegation")]
    numbers = [n for d in doers for n in serving(cast, d)]
    return cast.drafts[numbers[0]] if numbers else None


def told_states(cast: Cast, draft: Draft) -> list[int]:
    """The states that a person or delegation is told, not guessed, to be of."""
    own = [draft.state] if draft.state is not None else []
    return own + [n for h in draft.offices if not h.guessed and (n := state_of(cast, h)) is not None]


def addressed_state(cast: Cast, held: Held) -> Draft | None:
    """The state of whom a letter goes to: the article's own where another sends or brings it, else the other one told most."""
    tree = cast.tree
    prep = tree.tokens[tree.tokens[held.token].head]
    noun = tree.tokens[prep.head]
    if noun.dep == "pobj" and tree.tokens[noun.head].text.lower() in ("from", "of"):  # "a letter from the king to X"
        noun = tree.tokens[tree.tokens[noun.head].head]
    if prep.text.lower() != "to" or not (noun.lemma in _LETTERS or {noun.lemma, tree.lemma(noun.i)} & _CARRYING):
        return None
    verb = noun.i if noun.pos == "VERB" else tree.verb_above(noun.i)
    spots = [*tree.arguments(verb).subject, *(j for _, j in tree.arguments(noun.i).preps if j != held.token)]
    but: set[int | None] = {n for t in spots for d in cast.who(t) for n in (serving(cast, d) or [d.number])}
    states = {n for n in but if n is not None and cast.drafts[n].type == "State"}
    if not states:
        return None
    return cast.drafts[cast.home] if cast.home is not None and cast.home not in states else main_state(cast, set(states))


def inviter_state(cast: Cast, held: Held) -> Draft | None:
    """The state of who invites: the one named before that the invitation leads to ("arrived in Oslo at the invitation of X")."""
    tree = cast.tree
    prep = tree.tokens[tree.tokens[held.token].head]
    if prep.text.lower() not in ("of", "from") or tree.tokens[prep.head].lemma != "invitation":
        return None
    guests = tree.arguments(tree.verb_above(prep.head)).subject
    people = [d for t in guests for d in cast.who(t) if d.type in ("Person", "Delegation")]
    own: set[int | None] = {n for d in people for n in serving(cast, d)}
    return stated_beside(cast, held, own) if own else None


def serving(cast: Cast, draft: Draft) -> list[int]:
    """The states that a person or delegation is of, by what is told or guessed of its offices."""
    own = [draft.state] if draft.state is not None else []
    return own + [n for h in draft.offices if (n := state_of(cast, h)) is not None]


def head_state(cast: Cast, held: Held) -> Draft | None:
    """The state of the president or premier who dismisses or appoints the holder: "the Norwegian premier sacked Minister X"."""
    tree = cast.tree
    verb = tree.tokens[tree.tokens[held.token].head]
    if tree.tokens[held.token].dep != "dobj" or verb.lemma not in _REMOVING:
        return None
    doers = [d for s in tree.kids(verb.i, "nsubj") for d in cast.who(s)]
    told = {n for d in doers for h in d.offices if plain(h.title).split()[-1:] in (["president"], ["minister"]) for n in h.of}
    states = [cast.drafts[n] for n in told if cast.drafts[n].type == "State"]
    return states[0] if len(states) == 1 else None


def subject_state(cast: Cast, held: Held) -> Draft | None:
    """The state that is the subject of an earlier clause of the sentence: "Budapest is negotiating, and Prime Minister X ..."."""
    tree = cast.tree
    sentence = tree.annotation.sentences[tree.tokens[held.token].sent]
    verb = tree.verb_above(held.token)
    for i in range(held.token - 1, sentence.first - 1, -1):
        told = [d for d in cast.who(i) if d.type == "State"]
        over = tree.tokens[tree.tokens[i].head]
        if told and tree.tokens[i].dep in ("nsubj", "nsubjpass") and over.i != verb and over.pos not in ("NUM", "NOUN", "PROPN"):
            return told[0] if len(tree.conjuncts(i)) == 1 else None  # of "Norway and Peru" neither
    return heading_state(cast, sentence.number - 1)


def heading_state(cast: Cast, number: int) -> Draft | None:
    """The state that a sentence of two words before says to answer, as headings of live pages do: "Lima reacts."."""
    sentences = cast.tree.annotation.sentences
    if number < 0 or sentences[number].last - sentences[number].first > _HEADING:
        return None
    first = sentences[number].first
    answers = cast.tree.tokens[min(first + 1, sentences[number].last - 1)].lemma in _ANSWERING
    return next((d for d in cast.who(first) if d.type == "State"), None) if answers else None


def host_state(cast: Cast, held: Held) -> Draft | None:
    """The state of somebody whose guest is of the article's state: the other state told most."""
    tree = cast.tree
    prep = tree.tokens[tree.tokens[held.token].head]
    noun = prep.head if prep.pos == "ADP" and tree.tokens[prep.head].lemma in _TALKS else None
    verb = tree.verb_above(held.token)
    if noun is None and tree.tokens[verb].lemma not in _HOSTING:
        return None
    args = tree.arguments(verb)
    if noun is None and tree.tokens[verb].lemma == "call" and not args.of("on"):  # "called the plan a joke"
        return None
    guests = [*args.subject, *args.object, *args.of("on"), *args.of("with")]
    if noun is None and top_of(tree, held.token) not in guests:  # "received him in the presence of Foreign Minister X"
        return None
    if noun is not None:
        guests = list(tree.arguments(noun).subject) or guests
    top = top_of(tree, held.token)
    others = [t for t in guests if top_of(tree, t) != top]  # who receives beside the holder is no guest
    people = [d for t in others for d in cast.who(t) if d.type in ("Person", "Delegation")]
    states: set[int | None] = {n for d in people for n in serving(cast, d)}
    if not states or (cast.dated_from and cast.home not in states):
        return None
    if received_at_home(cast, held):
        return at_home(cast, held)
    return stated_beside(cast, held, states) or main_state(cast, states)


def received_at_home(cast: Cast, held: Held) -> bool:
    """Whether somebody of the state that the article is written from receives the holder of "the" office: one of his own.

    "The Emir received the Prime Minister, X": the minister of another state would be told with that.
    """
    tree = cast.tree
    verb = tree.verb_above(held.token)
    start = tree.tokens[held.token].start
    if tree.tokens[verb].lemma not in _RECEIVING or tree.annotation.article.text[max(start - 4, 0) : start].lower() != "the ":
        return False
    args = tree.arguments(verb)
    hosts = [d for t in args.subject for d in cast.who(t) if d.type == "Person"]
    return held.token in args.object and cast.dated_from and any(cast.home in serving(cast, d) for d in hosts)


def opposite_state(cast: Cast, anchor: Held) -> Draft | None:
    """The state of the counterpart of whoever holds ``anchor``, told without one: the article's own, else the other one told."""
    own = state_of(cast, anchor)
    if own is None:
        return None
    if cast.dated_from and cast.home is not None and cast.home != own:
        return cast.drafts[cast.home]
    return paired_state(cast, own, anchor.token) or main_state(cast, {own})


def paired_state(cast: Cast, own: int, before: int) -> Draft | None:
    """The one state that is told together with ``own`` before a token: "the ministers of Norway and Peru"."""
    tree = cast.tree
    told: set[int] = set()
    for t in (t for t in cast.drafts[own].tokens if t < before):
        beside = [*tree.kids(t, "conj"), *([tree.tokens[t].head] if tree.tokens[t].dep == "conj" else [])]
        told |= {d.number for j in beside for d in cast.who(j) if d.type == "State" and d.number != own}
    return cast.drafts[told.pop()] if len(told) == 1 else None


def stated_beside(cast: Cast, held: Held, but: set[int | None]) -> Draft | None:
    """The state named last before the office in its sentence, also by a place in it; none of ``but``."""
    first = cast.tree.annotation.sentences[cast.tree.tokens[held.token].sent].first
    for i in range(held.token - 1, first - 1, -1):
        for d in cast.who(i):
            number = d.number if d.type == "State" else (d.state if d.type == "Place" else None)
            if number is not None and number not in but:
                return cast.drafts[number]
    return None


def main_state(cast: Cast, but: set[int | None]) -> Draft | None:
    """The state that the article tells of by far the most, itself, by its places or its people's offices; none of ``but``."""
    told: Counter[int] = Counter()
    for draft in cast.drafts:
        number = draft.number if draft.type == "State" else draft.state
        if number is not None and number not in but:
            told[number] += len(draft.tokens)
    (best, times), (_, next_times) = [*told.most_common(2), (0, 0), (0, 0)][:2]
    return cast.drafts[best] if times >= max(_OFTEN, _OFTEN * next_times) else None


def location(cast: Cast, held: Held) -> Draft | None:
    """The state of the place where the sentence is set before the person is named: "In Madrid, Foreign Minister X said"."""
    tree = cast.tree
    sentence = tree.annotation.sentences[tree.tokens[held.token].sent]
    wheres = [t.i for t in tree.tokens[sentence.first : held.token] if t.lemma == "where"]
    sites = [i for i in range(sentence.first, held.token) if any(d.type in ("Place", "State") for d in cast.who(i))]
    told_of = max((i for i in sites if wheres and i < wheres[-1]), default=-1)  # "went to Oslo and Lima, where he met"
    for i in sites:
        head = tree.tokens[tree.tokens[i].head]
        told = [d for d in cast.who(i) if d.type in ("Place", "State")]
        if tree.tokens[i].dep != "pobj":
            continue
        opening = i <= sentence.first + 2 and head.text.lower() == "in"
        where = head.text.lower() in ("for", "to", "in") and i == told_of
        if opening or where:
            draft = told[0]
            return draft if draft.type == "State" else (cast.drafts[draft.state] if draft.state is not None else None)
    if tree.tokens[tree.tokens[held.token].head].dep == "agent":  # "was signed in Lima by President X"
        seats = [
            d for j in tree.arguments(tree.verb_above(held.token)).of("in") for d in cast.who(j) if d.type == "Place" and d.seats
        ]
        if seats and seats[0].state is not None:
            return cast.drafts[seats[0].state]
    above = tree.kids(tree.tokens[held.token].head, "advcl") if tree.tokens[held.token].dep == "nsubj" else []
    verbs = [c for c in (*tree.kids(held.token, "acl", "advcl", "relcl"), *above) if tree.tokens[c].lemma in _SPEAKING]
    spots = [t for c in verbs for t in tree.below(c) if tree.tokens[tree.tokens[t].head].text.lower() == "in"]
    places = [d for t in spots for d in cast.who(t) if d.type == "Place"]
    return next((cast.drafts[d.state] for d in places if d.state is not None), None)  # "X, speaking in Oslo, said"


_NEAREST = (location, head_state, reached_state, sender_state, companion_state, listed_with)
_FARTHER = (subject_state, inviter_state, carried_for, acted_for, addressed_state, host_state)
