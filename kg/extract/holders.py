"""Whom a noun takes up by the office that he or she was told to hold: "the minister", "the Togolese head of state"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, plain
from kg.extract.countries import definite
from kg.extract.epithets import in_office, official_told
from kg.extract.guests import national, visitors_before
from kg.extract.opposites import bare_holder
from kg.extract.pairs import states_of
from kg.extract.relations import SUBJECT
from kg.extract.sides import told_states
from kg.extract.stretches import speaks_of_others
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Token

_LOWER = ("deputy", "vice", "assistant", "acting deputy", "under")
_SAME = {
    "premier": ("prime minister",),
    "pm": ("prime minister", "premier"),
    "fm": ("foreign minister", "minister of foreign affairs"),
    "eam": ("external affairs minister",),
    "minister": ("premier",),
    "leader": ("president", "premier", "prime minister", "general secretary", "first secretary", "chairman"),
    "envoy": ("ambassador",),
    "top diplomat": (
        "foreign minister",
        "minister of foreign affairs",
        "minister for foreign affairs",
        "external affairs minister",
        "foreign secretary",
        "secretary of state",
    ),
    "chief": ("director general", "secretary general", "head", "president", "chairman", "commander", "director"),
    "head of state": ("president", "king", "queen", "emir", "sultan"),
    "head of government": ("premier", "prime minister", "chancellor", "president"),
    "sovereign": ("king", "queen", "emir", "sultan"),
    "monarch": ("king", "queen"),
    "ruler": ("king", "emir", "sultan"),
}
_SPELT = {"fm": "foreign minister", "pm": "prime minister", "eam": "external affairs minister"}
_IDLE = frozenset(
    {"top", "visiting", "new", "host", "guest", "said", "same", "chief", "senior", "former", "current", "present", "incumbent"}
)
_OTHER = frozenset({"vice", "deputy", "assistant", "former"})  # whose office is told with the word, and rather another's without
_GOING = frozenset("arrive visit leave depart travel fly land begin start embark".split())
_RECEIVING = frozenset({"receive", "welcome", "greet", "host"})
_UNTITLED = frozenset({"diplomat", "official", "politician", "negotiator"})


def holder(cast: Cast, token: Token) -> Draft | None:
    """Whom the noun takes up by an office or a nation told before."""
    person: Draft | None = None
    if token.lemma in lexicon().office_heads or token.lemma == "general":
        person = titled(cast, token) or in_office(cast, token) or bare_holder(cast, token)
    person = person or official_told(cast, token)
    if person is None and token.lemma in _UNTITLED:
        return national(cast, token)
    return ranked_of_state(cast, token) if person is None and token.lemma in lexicon().ranks else person


def ranked_of_state(cast: Cast, token: Token) -> Draft | None:
    """Whom "the Norwegian general" takes up: the one general told before who is Norway's, or leads a delegation of it."""
    states = {d.number for c in cast.tree.kids(token.i, "amod") for d in cast.who(c) if d.type == "State"}
    if token.tag != "NN" or len(states) != 1 or not definite(cast.tree, token):
        return None
    led = {d.leader for d in cast.of_type("Delegation") if d.state in states}
    told = [d for d in cast.of_type("Person") if d.traits.get("rank") == token.lemma and any(t < token.i for t in d.tokens)]
    own = [d for d in told if d.number in led or states & set(told_states(cast, d))]
    return own[0] if len(own) == 1 else None


def titled(cast: Cast, token: Token) -> Draft | None:
    """The person told before whose office the noun phrase names ("the Maldivian minister"), the nearest of those that fit."""
    tree = cast.tree
    if token.tag in ("NNS", "NNPS") or not (definite(tree, token) or token.pos == "PROPN"):
        return None
    if any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.kids(token.i, "det")):
        return None
    words = {tree.tokens[c].text.lower() for c in tree.kids(token.i, "compound", "amod") if c not in cast.at}
    spots = [*tree.kids(token.i, "amod", "poss", "compound"), *tree.arguments(token.i).of("of")]
    states = {d.number for c in spots for d in cast.who(c) if d.type == "State"}
    bodies = {d.number for c in spots for d in cast.who(c) if d.type == "Organization"}
    masters = {d.number for c in tree.kids(token.i, "poss") for d in cast.who(c) if d.type == "Person"}  # "his minister"
    head = office_head(tree, token, words)
    if head == "top diplomat":
        led = (c for j in tree.arguments(token.i).of("of") for c in tree.kids(j, "amod", "poss"))
        states |= {d.number for c in led for d in cast.who(c) if d.type == "State"}
    if token.lemma == "general":
        words -= {head}
    best: tuple[tuple[int, bool, bool, int], Draft] | None = None
    across = received_by(cast, token)
    guests = visitors_before(cast, token) if "visiting" in words else None
    ours = any(tree.tokens[c].text.lower() == "our" for c in tree.kids(token.i, "poss"))
    quoted = speaks_of_others(cast, token) if token.dep == "nsubj" or ours else set()  # nobody names himself in his own words
    for person in cast.of_type("Person"):
        if (guests is not None and person not in guests) or person.number in quoted:
            continue
        before = [t for t in person.tokens if t < token.i]
        if not before or not person.offices or person.number in masters:
            continue
        if states and not states & states_of(person, cast):
            continue
        if bodies and not any(bodies & set(h.of) for h in person.offices):
            continue
        fit = max(office_fit(h.title, head, words) for h in person.offices)
        alone = (t for t in before if tree.tokens[t].dep in SUBJECT and not tree.kids(t, "conj"))
        if fit and token.text[:1].isupper() and not words and all(plain(h.title).startswith(_LOWER) for h in person.offices):
            continue  # "the Secretary" is no deputy secretary
        apart = not across or not states_of(person, cast) & across
        rank = (fit, apart, any(token.sent - tree.tokens[t].sent < 3 for t in alone), max(before))
        if fit and (best is None or rank > best[0]):
            best = (rank, person)
    if best is None and len(states) == 1 and cast.home in (None, *states):
        return traveller(cast, token, head, words, next(iter(states)))
    return best[1] if best else None


def received_by(cast: Cast, token: Token) -> set[int]:
    """The states named with whoever receives the one at ``token``, who is hardly theirs: "received by Peru's president"."""
    tree = cast.tree
    verb = tree.tokens[token.head]
    if token.dep not in ("nsubjpass", "dobj") or verb.lemma not in _RECEIVING:
        return set()
    args = tree.arguments(verb.i)
    hosts = args.of("by") if token.dep == "nsubjpass" else args.subject
    named = {d.number for t in hosts for j in tree.below(t) for d in cast.who(j) if d.type == "State"}
    return named | {n for t in hosts for d in cast.who(t) if d.type == "Person" for n in states_of(d, cast)}


def traveller(cast: Cast, token: Token, head: str, words: set[str], state: int) -> Draft | None:
    """The one office-holder told without a state who has gone abroad: "President X arrived in Peru. The Chilean leader"."""
    tree = cast.tree
    if token.start < tree.annotation.article.body_start:
        return None
    found: list[Draft] = []
    for person in cast.of_type("Person"):
        if not person.offices or states_of(person, cast) or not any(office_fit(h.title, head, words) for h in person.offices):
            continue
        acting = [tree.tokens[t] for t in person.tokens if t < token.i and tree.deps[t] in SUBJECT]
        if any(tree.tokens[t.head].lemma in _GOING and t.sent < token.sent for t in acting):
            found.append(person)
    if len(found) != 1:
        return None
    found[0].state = state
    for held in found[0].offices:
        if not held.of and office_fit(held.title, head, words):
            held.of.append(state)
    return found[0]


def office_head(tree: Tree, token: Token, words: set[str]) -> str:
    """What ``token`` with the ``words`` before it says that somebody heads: "head of state", "top diplomat", "secretary"."""
    head = token.lemma
    if " of " in token.text:  # "the head of state" is one word here
        return " ".join(token.text.lower().split())
    if head in ("head", "chief") and "diplomacy" in {tree.tokens[j].lemma for j in tree.arguments(token.i).of("of")}:
        return "top diplomat"  # "the head of Kenyan diplomacy"
    if head == "diplomat" and "top" in words:
        return "top diplomat"
    if head == "general":  # "the Secretary General"
        return next((w for w in words if w in lexicon().office_heads), head)
    return head


def office_fit(title: str, head: str, words: set[str]) -> int:
    """How well an office fits a noun with its modifiers: 0 not at all, more the more words are shared."""
    told = set(_SPELT.get(plain(title), plain(title)).split())
    said = {w for w in words if w not in _IDLE}
    best = 0
    for phrase in (head, *_SAME.get(head, ())):
        *modifiers, noun = phrase.split()
        if noun in told and set(modifiers) <= told and (not said or said & told):
            other = _OTHER | {"prime"} if phrase == "minister" else _OTHER
            best = max(best, 2 * (1 + len(said & told) + len(modifiers)) - bool(told & other - words))
    return best
