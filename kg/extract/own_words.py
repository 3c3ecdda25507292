"""What speakers do in their own words: the clauses of a quotation or an answer that no verb of saying carries.

Only acts are told so, a denial, a promise or a fault found: "We were never asked.", "No." to a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.acts import become, interpret, untrue
from kg.extract.cast import Cast
from kg.extract.credit import SAYING
from kg.extract.frames import Frame
from kg.extract.match import Fact, add, evidence, text_claim
from kg.extract.passing import thin
from kg.extract.quotes import Quotation, behind, bodies
from kg.extract.speech import SPEECH
from kg.extract.topics import topic_span
from kg.extract.tree import Tree
from kg.extract.turns import Turn
from kg.model import Claim, Span

FRAME = Frame(
    name="Statement/own words",
    type="Statement",
    triggers=(),
    noun=False,
    roles=(),
    needs=(),
    light=frozenset(),
    status=None,
    when=frozenset(),
    unless=frozenset(),
    things=frozenset(),
    bare=False,
    follows=False,
    confidence=0.6,
    example="",
)
_NO = frozenset({"no", "never", "nonsense", "not"})
_SOON = 12  # tokens
_MARKS = frozenset({"PUNCT", "X"})
_ASKING = frozenset({"what", "when", "where", "who", "whom", "which", "why", "how", "whose"})


def own_words(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with the acts that speakers do in their own words, in reading order."""
    rebutted = [f for f in facts if f.status != "denied" or f.frame.type in SPEECH]  # "I was not expelled" is also a denial
    told = {i for f in rebutted for i in (f.trigger, f.support) if i is not None}
    found = [fact for head in heads(cast, told) if (fact := act(cast, head)) is not None]
    found += [fact for fact in refusals(cast) if fact.trigger not in told]
    return sorted([*facts, *found], key=lambda f: f.trigger) if found else facts


def heads(cast: Cast, told: set[int]) -> Iterator[int]:
    """The predicates of main clauses in a speaker's own words of which nothing else is told."""
    tree = cast.tree
    for i, quotation in cast.quoted.items():
        token = tree.tokens[i]
        outside = quotation.first in cast.headed and not quotation.first <= token.head < quotation.last  # hung on the name before
        if not (token.head == i or outside) or token.pos not in ("VERB", "AUX"):
            continue
        if not quotation.speakers or (token.lemma in SAYING and tree.kids(i, "nsubj", "nsubjpass")):
            continue
        beside = tree.kids(i, "conj") + (tree.kids(i, "ccomp", "parataxis") if not tree.kids(i, "nsubj", "nsubjpass") else [])
        for head in (i, *(c for c in beside if tree.kids(c, "nsubj", "nsubjpass"))):  # "I was not asked, please write that"
            if (
                cast.quoted.get(head) is quotation
                and not told & set(tree.below(head))
                and tree.kids(head, "nsubj", "nsubjpass", "expl")
            ):
                yield head


def act(cast: Cast, head: int) -> Fact | None:
    """The denial, promise or criticism that the clause of ``head`` is; None where it only states."""
    fact = spoken(cast, head, cast.quoted[head])
    interpret(cast, fact, head, voices_of(cast, cast.quoted[head]))
    if fact.frame.type == "Statement":
        first = cast.quoted[head].first
        if first not in cast.headed or thin(cast.tree, head):
            return None
        cast.headed.discard(first)
    elif fact.frame.type == "Denial" and untrue(cast.tree, head) and (topic := answered(cast, fact, head)) is not None:
        fact.claims = [*(c for c in fact.claims if c.role != "topic"), topic]  # "That is not true."
    fact.evidence = evidence(cast, fact)
    return fact


def spoken(cast: Cast, head: int, quotation: Quotation) -> Fact:
    """A Statement of the quotation's speakers with the clause of ``head`` as its topic."""
    tree = cast.tree
    fact = Fact(FRAME, head, None, "occurred")
    for n in quotation.speakers:
        add(fact, Claim("speaker", tree.span_of(head), str(n), rule=FRAME.name))
    span = topic_span(tree, head)
    if span is not None:
        span = Span(max(span.start, tree.tokens[quotation.first].start), span.end)  # not the name before the colon
        words = " ".join(span.slice(tree.annotation.article.text).split())
        add(fact, Claim("topic", span, literal=words, rule=FRAME.name))
    return fact


def voices_of(cast: Cast, quotation: Quotation) -> set[str]:
    """The speakers of a quotation with the states and bodies that they speak for."""
    told = [cast.drafts[n] for n in quotation.speakers]
    return {str(d.number) for s in told for d in (s, *behind(cast, s), *bodies(cast, s))}


def refusals(cast: Cast) -> Iterator[Fact]:
    """The answers that say "No" to a question that asks whether something is so: denials of it."""
    tree = cast.tree
    for before, turn in zip(cast.turns, cast.turns[1:], strict=False):
        if not before.asks or turn.speaker is None or (no := refusal(tree, turn)) is None or no not in cast.quoted:
            continue
        asked = question(cast, before)
        if asked is None:
            continue
        fact = Fact(FRAME, no, None, "occurred")
        add(fact, Claim("speaker", tree.span_of(no), str(turn.speaker.number), rule=FRAME.name))
        topic = asked_topic(cast, fact, asked, before)
        if topic is not None:
            add(fact, topic)
            become(fact, "Denial")
            fact.evidence = evidence(cast, fact)
            yield fact


def refusal(tree: Tree, turn: Turn) -> int | None:
    """The "No" with which an answer begins, or that stands alone soon after: "By whom? No."."""
    if tree.tokens[turn.first].text.lower() in _NO:
        return turn.first
    for i in range(turn.first + 1, min(turn.first + _SOON, turn.last - 1)):
        alone = tree.tokens[i - 1].pos in _MARKS and tree.tokens[i + 1].text == "."
        if alone and tree.tokens[i].text.lower() in _NO:
            return i
    return None


def answered(cast: Cast, fact: Fact, head: int) -> Claim | None:
    """What is asked in the question that the first sentence of an answer, with ``head`` in it, denies."""
    for before, turn in zip(cast.turns, cast.turns[1:], strict=False):
        if before.asks and turn.first <= head < turn.last:
            near = cast.tree.tokens[head].sent == cast.tree.tokens[turn.first].sent
            asked = question(cast, before) if near else None
            return None if asked is None else asked_topic(cast, fact, asked, before)
    return None


def asked_topic(cast: Cast, fact: Fact, asked: int, turn: Turn) -> Claim | None:
    """The topic of a denial: the words of the question, without the label of its turn."""
    topic = text_claim(cast.tree, fact, "topic", asked)
    first = cast.tree.tokens[turn.first].start
    if topic is None or topic.evidence.start >= first:
        return topic
    span = Span(first, topic.evidence.end)
    return replace(topic, evidence=span, literal=" ".join(span.slice(cast.tree.annotation.article.text).split()))


def question(cast: Cast, turn: Turn) -> int | None:
    """The predicate of the last question of a turn that yes or no answers; of "Is it true that ..." what is asked after."""
    tree = cast.tree
    roots = [
        i
        for i in range(turn.first, turn.last)
        if (tree.tokens[i].head == i or not turn.first <= tree.tokens[i].head < turn.last)
        and tree.tokens[i].pos in ("VERB", "AUX", "NOUN", "ADJ")
    ]
    if not roots:
        return None
    words = {tree.tokens[i].text.lower() for i in tree.below(roots[-1])}
    told = tree.kids(roots[-1], "ccomp", "csubj") + [c for a in tree.kids(roots[-1], "acomp") for c in tree.kids(a, "ccomp")]
    if told and (tree.tokens[roots[-1]].lemma in SAYING or tree.tokens[roots[-1]].lemma == "be"):
        return told[0]
    return None if words & _ASKING else roots[-1]
