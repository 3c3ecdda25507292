"""Several papers signed in one sentence: "signed an agreement on fish and a memorandum on ports" tells two agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.gather import told_words
from kg.extract.match import Fact, add, span_between, text_claim
from kg.model import Claim, Span

_AGREED = frozenset({"agree", "settle", "reach"})
_NEAR = 3  # sentences
_ABOUT = frozenset({"on", "for", "about", "concerning", "regarding"})


def fill_parties(cast: Cast, facts: Sequence[Fact]) -> None:
    """Give what "was agreed" the two who met just before as its parties: "She met Berg. It was agreed that the port reopen"."""
    tree = cast.tree
    for fact in facts:
        verb = fact.trigger if fact.support is None else fact.support
        if fact.frame.type != "Agreement" or fact.values("party") or tree.tokens[verb].lemma not in _AGREED:
            continue
        before = [f for f in facts if f.frame.type == "Meeting" and f.trigger < verb and f.status in ("occurred", "ongoing")]
        near = [f for f in before if tree.tokens[verb].sent - tree.tokens[f.trigger].sent <= _NEAR]
        if near and len(near[-1].values("participant")) == 2 and tree.is_passive(verb):
            for n in near[-1].values("participant"):
                add(fact, Claim("party", span_between(tree, fact.trigger, fact.trigger), n, rule="met"))


def take_up_papers(cast: Cast, facts: Sequence[Fact]) -> None:
    """Give an agreement told as "signed it" the topic of the paper told last before: "Silva signed it in June"."""
    tree = cast.tree
    papers = [f for f in facts if f.frame.type == "Agreement" and f.values("topic")]
    for fact in facts:
        if fact.frame.type == "Agreement" and not fact.values("topic") and "it" in fact.frame.things:
            sent = tree.tokens[fact.trigger].sent
            before = [f for f in papers if f.trigger < fact.trigger and sent - tree.tokens[f.trigger].sent <= _NEAR]
            fact.claims += [c for f in before[-1:] for c in f.claims if c.role == "topic"]


def split_papers(cast: Cast, facts: Sequence[Fact]) -> list[Fact]:
    """``facts`` with one agreement for each paper of a list, where each paper says what it is about."""
    return [part for fact in facts for part in parted(cast, fact)]


def parted(cast: Cast, fact: Fact) -> Iterator[Fact]:
    """The agreements that ``fact`` tells, itself where it is one."""
    tree = cast.tree
    papers = [o for o in tree.arguments(fact.trigger).object if tree.tokens[o].lemma in fact.frame.when]
    if fact.frame.type != "Agreement" or fact.frame.noun or len(papers) < 2:
        yield fact
        return
    others = [c for c in fact.claims if c.role != "topic"]
    parts = [replace(fact, claims=[*others, claim]) for o in papers if (claim := about(cast, fact, o)) is not None]
    yield from parts if len(parts) == len(papers) and all(map(told_words, parts)) else [fact]


def about(cast: Cast, fact: Fact, paper: int) -> Claim | None:
    """What the paper at ``paper`` is about: after its preposition, else what it is called, without the other papers."""
    tree = cast.tree
    spots = [j for prep, j in tree.arguments(paper).preps if prep in _ABOUT and j not in tree.times]
    top = next(iter(spots), paper)
    words = [j for c in tree.kids(top, "compound", "amod", "nmod", "poss") for j in tree.subtree(c)]
    if top != paper:
        return text_claim(tree, fact, "topic", top)
    span = Span(tree.tokens[min([top, *words])].start, tree.tokens[top].end)
    return Claim("topic", span, literal=" ".join(span.slice(tree.annotation.article.text).split()), rule=fact.frame.name)
