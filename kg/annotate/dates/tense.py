"""On which side of the publication date a clause speaks, told by the verb that governs an expression of time."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.dates.calendar import FUTURE, PAST, PLANNED
from kg.annotate.dates.words import time_words
from kg.model import Token

_CLIMB = 12
_VERBS = ("VERB", "AUX")
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d"})


def direction(tokens: Sequence[Token], at: int) -> int:
    """PAST, FUTURE, PLANNED or 0 (untold) for the clause around token ``at``: first preposition or verb on the way up."""
    words = time_words().tense
    node = tokens[at]
    for _ in range(_CLIMB):
        low = node.text.lower()
        if low in words["behind"] and (node.pos != "VERB" or node.dep == "prep"):
            return PAST
        if low in words["ahead"] or (node.tag in ("NN", "NNS") and planned(tokens, at, node)):
            return FUTURE
        if node.pos in _VERBS and not auxiliary(node):
            return of_verb(tokens, node)
        if node.lemma in words["plan"] and node.pos == "ADJ":
            return FUTURE
        if node.head == node.i or not 0 <= node.head < len(tokens):
            break
        node = tokens[node.head]
    return nearby(tokens, at)


def planned(tokens: Sequence[Token], at: int, noun: Token) -> bool:
    """Whether a word between the time and the noun that it belongs to says that this is to come: "Sunday's planned talks"."""
    return any(t.head == noun.i and t.text.lower() in time_words().tense["ahead"] for t in tokens[at + 1 : noun.i])


def auxiliary(node: Token) -> bool:
    """Whether the token only helps another verb."""
    return node.dep in ("aux", "auxpass") and node.head != node.i


def of_verb(tokens: Sequence[Token], verb: Token) -> int:
    """The side told by a verb: its auxiliaries first, then its own form, then the verb above an infinitive or participle."""
    words = time_words().tense
    helpers = [t for t in window(tokens, verb) if t.head == verb.i and t.dep in ("aux", "auxpass")]
    if any(t.text.lower() in words["future"] for t in helpers):
        perfect = any(t.text.lower() in _HAVE for t in helpers)
        return PAST if perfect else FUTURE
    if any(t.tag == "VBD" or t.text.lower() in _HAVE for t in helpers) or verb.tag == "VBD":
        return PLANNED if verb.lemma in words["plan"] or to_be_done(tokens, verb) else PAST
    if verb.tag in ("VBZ", "VBP"):
        return PAST if verb.lemma in words["saying"] | words["shown"] or lasting(tokens, verb) else FUTURE
    if verb.tag == "VBN":
        return FUTURE if helpers or verb.lemma in words["plan"] else PAST
    return FUTURE if any(t.tag in ("VBZ", "VBP") for t in helpers) else above(tokens, verb)


def lasting(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether the verb says in a reported clause what somebody is; the day is that of the report: "said Laos is a friend"."""
    said = tokens[verb.head] if 0 <= verb.head < len(tokens) else verb
    what = any(t.head == verb.i and t.dep == "attr" for t in window(tokens, verb))
    return what and verb.lemma == "be" and verb.dep == "ccomp" and said.tag == "VBD"


def to_be_done(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether the verb is "was" or "were" before an infinitive: "was to arrive"."""
    return verb.lemma == "be" and any(t.head == verb.i and t.dep == "xcomp" and t.tag == "VB" for t in window(tokens, verb))


def above(tokens: Sequence[Token], verb: Token) -> int:
    """The side told for an infinitive or participle by the verb over it; an infinitive under no plan looks ahead."""
    words = time_words().tense
    node = verb
    for _ in range(4):
        if node.head == node.i or not 0 <= node.head < len(tokens):
            break
        node = tokens[node.head]
        if node.lemma in words["plan"] or node.lemma in words["promise"]:
            return PLANNED if past(tokens, node) else FUTURE
        if node.pos in _VERBS:
            side = of_verb(tokens, node)
            return side if verb.tag == "VBG" or side == PLANNED else FUTURE if infinitive(tokens, verb) else side
    return FUTURE if verb.tag == "VB" else 0


def past(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether a verb or what carries it ("was due to") is in the past tense."""
    carrier = tokens[verb.head] if verb.pos == "ADJ" else verb
    return carrier.tag == "VBD" or any(t.head == verb.i and t.tag == "VBD" for t in window(tokens, verb))


def infinitive(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(t.tag == "TO" and t.head == verb.i for t in window(tokens, verb))


def nearby(tokens: Sequence[Token], at: int) -> int:
    """The side told by the nearest finite verb of the sentence where the parse leads to none."""
    best: Token | None = None
    for token in sentence(tokens, at):
        if token.tag in ("VBD", "MD", "VBZ", "VBP") and (
            best is None or abs(token.i - tokens[at].i) < abs(best.i - tokens[at].i)
        ):
            best = token
    if best is None:
        return 0
    return PAST if best.tag == "VBD" else FUTURE if best.tag == "MD" else 0


def window(tokens: Sequence[Token], verb: Token) -> Sequence[Token]:
    """The tokens before a verb that can belong to it, and a few after."""
    return tokens[max(0, verb.i - 10) : verb.i + 6]


def sentence(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The tokens of the sentence of token ``at``."""
    first = last = at
    number = tokens[at].sent
    while first > 0 and tokens[first - 1].sent == number:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].sent == number:
        last += 1
    return tokens[first : last + 1]
