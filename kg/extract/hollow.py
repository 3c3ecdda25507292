"""Topics that say nothing: the act over again ("a formal protest"), "that move", "killing them"; told in full or not at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.match import Fact, text_claim, told_already
from kg.extract.relations import SUMMONING
from kg.extract.topics import topic_span
from kg.extract.tree import Tree
from kg.model import Claim, Span

_ACTS = frozenset({"Support", "Criticism"})
_FEELINGS = frozenset(
    """concern alarm dismay worry regret displeasure dissatisfaction satisfaction gratitude thank thanks protest happiness joy
    pleasure appreciation""".split()
)
_PAPERS = frozenset("deal agreement accord pact contract memorandum".split())
_TAKEN_UP = _PAPERS | frozenset("meeting session plan proposal decision resolution ban report statement visit law bill".split())
_NOTHING = frozenset(
    """move step action act measure position stance approach gesture claim allegation accusation charge criticism complaint
    objection protest""".split()
)
_LABELS = frozenset({"report", "statement"})
_THIS = frozenset({"this", "that", "these", "those", "such"})
_OF = frozenset({"of", "on", "for", "about", "over", "with", "between"})
_ABOUT = frozenset({"regarding", "concerning", "about", "over", "for", "against"})
_BARE = frozenset({"det", "poss", "predet"})
_THEM = frozenset({"it", "them", "him", "her", "they", "so", "this", "that"})
_FEW = 3  # words of a topic that may say nothing
_LONGEST = 12  # words of a fuller mention
_REACH = 4  # sentences


def drop_acts(cast: Cast, facts: Iterable[Fact]) -> None:
    """Leave out topics that only tell the speech act again: "voiced support for Chile", "lodged a formal protest".

    What the act is about takes their place: the arrest of "a strong protest to Chile regarding the arrest".
    """
    tree = cast.tree
    for fact in facts:
        for n in reversed(range(len(fact.claims))):
            if (act := act_again(tree, fact, fact.claims[n])) is None:
                continue
            over = act if tree.deps[act] == "conj" else tree.tokens[act].head  # "support for Oslo and support for Lima" are two
            spots = dict.fromkeys((act, over, fact.trigger if fact.support is None else fact.support))
            preps = (pair for p in spots for pair in tree.prepositions(p))
            about = [j for prep, j in preps if prep in _ABOUT and j not in tree.times and not told_already(cast, fact, j)]
            told = text_claim(tree, fact, "topic", about[0]) if about else None
            fact.claims[n : n + 1] = [told] if told is not None else []


def act_again(tree: Tree, fact: Fact, claim: Claim) -> int | None:
    """The noun of the act that a topic tells again: the own one, or what an envoy was summoned to hear ("to voice protest")."""
    if claim.role != "topic":
        return None
    if fact.frame.type == "Meeting" and not fact.frame.noun and tree.lemma(fact.trigger) in SUMMONING:
        heard = [o for c in tree.kids(fact.trigger, "advcl", "xcomp") for o in tree.kids(c, "dobj")]
        heard = [o for o in heard if tree.tokens[o].lemma in _FEELINGS and covers(tree, claim, o)]
        return next(iter(heard), None)
    again = fact.frame.noun and (fact.frame.type in _ACTS or tree.tokens[fact.trigger].lemma in _FEELINGS)
    return fact.trigger if again and covers(tree, claim, fact.trigger) else None


def covers(tree: Tree, claim: Claim, i: int) -> bool:
    """Whether the words of a claim take in the token at ``i``."""
    return claim.evidence.start <= tree.tokens[i].start < claim.evidence.end


def fill_hollow(cast: Cast, facts: Iterable[Fact]) -> None:
    """Put in place of topics that say nothing how the same thing was told last before, and leave out the others."""
    for fact in facts:
        for n in reversed([n for n, c in enumerate(fact.claims) if c.role == "topic"]):
            thing = hollow(cast.tree, fact.claims[n], fact.frame.type)
            if thing is None:
                continue
            fuller = fuller_mention(cast.tree, thing, fact.claims[n])
            fact.claims[n : n + 1] = [fuller] if fuller is not None else []


def label(tree: Tree, claim: Claim) -> bool:
    """Whether a topic only says what kind of words or deed it was: "the allegation", "that move"."""
    head = hollow(tree, claim)
    return head is not None and tree.tokens[head].lemma not in _TAKEN_UP - _LABELS


def hollow(tree: Tree, claim: Claim, type_: str = "") -> int | None:
    """The head of a topic that says nothing by itself, as the "agreements" of an Agreement; None where it tells something."""
    if claim.literal is None or claim.literal.count(" ") >= _FEW:
        return None
    first = bisect_left(tree.tokens, claim.evidence.start, key=lambda t: t.start)
    last = bisect_left(tree.tokens, claim.evidence.end, key=lambda t: t.start)
    inside = [j for j in range(first, last) if tree.tokens[j].pos not in ("PUNCT", "ADV")]
    if not inside:
        return None
    head = next((j for j in inside if tree.tokens[j].head not in inside), inside[0])
    if len(inside) == 2 and tree.tokens[inside[1]].text.lower() in _THEM and tree.tokens[head].pos in ("VERB", "AUX"):
        return head  # "do so", "killing them"
    words = [j for j in inside if j != head and tree.tokens[j].text.lower() not in _THIS]
    if any(tree.deps[j] not in _BARE or tree.tokens[j].pos not in ("DET", "PRON") for j in words):
        return None
    pointing = any(tree.tokens[c].text.lower() in _THIS for c in tree.kids(head, "det", "amod", "predet"))
    more = [c for c in tree.kids(head, "relcl", "acl", "amod", "compound") if tree.tokens[c].text.lower() not in _THIS]
    if tree.tokens[head].pos != "NOUN" or head in tree.names or more:
        return None
    known = pointing or any(tree.tokens[c].text.lower() == "the" for c in tree.kids(head, "det"))
    lemma = tree.tokens[head].lemma
    papers = type_ == "Agreement" and not known and lemma in _PAPERS
    return head if papers or pointing or lemma in _NOTHING | _FEELINGS or (known and lemma in _TAKEN_UP) else None


def fuller_mention(tree: Tree, thing: int, claim: Claim) -> Claim | None:
    """The topic told by the last words before that say more of the same thing: "the deal" after "a gas deal with Chile".

    A bare "the deal" without such words stays as it is, where it is a thing that an article tells only so.
    """
    token = tree.tokens[thing]
    marks = {tree.tokens[c].text.lower() for c in tree.kids(thing, "det", "amod", "predet")}
    known = bool(marks & (_THIS | {"the"}))
    plain = token.lemma in _TAKEN_UP and "the" in marks
    same = _PAPERS if token.lemma in _PAPERS else {token.lemma}
    if token.pos != "NOUN" or token.lemma in _NOTHING | _FEELINGS or not known:
        return None
    first = tree.annotation.sentences[max(token.sent - _REACH, 0)].first
    for j in range(thing - 1, first - 1, -1):
        if tree.tokens[j].lemma in same and tree.tokens[j].pos == "NOUN" and (span := telling(tree, j)) is not None:
            text = " ".join(span.slice(tree.annotation.article.text).split())
            if len(text.split()) <= _LONGEST:
                return replace(claim, evidence=span, literal=text)
    return claim if plain else None


def telling(tree: Tree, j: int) -> Span | None:
    """The words of the noun at ``j`` where they say more than the noun alone."""
    more = [c for c in tree.kids(j, "compound", "nmod") if tree.tokens[c].pos in ("NOUN", "PROPN")]
    more += [o for prep, o in tree.prepositions(j) if prep in _OF and o not in tree.times]
    return topic_span(tree, j, without=frozenset(tree.kids(j, "acl", "relcl"))) if more else None
