"""Several papers signed in one sentence: "signed an agreement on fish and a memorandum on ports" tells two agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.gather import told_words
from kg.extract.match import Fact, text_claim
from kg.model import Claim, Span

_ABOUT = frozenset({"on", "for", "about", "concerning", "regarding"})


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
