"""Titles of appointments as the sentence words them, cut to the office: no "next", no owner, nothing of why or when."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, Draft, plain
from kg.extract.match import Fact
from kg.lexicon import lexicon
from kg.model import Span, Token

_BEFORE = frozenset(
    """the a an its his her their our next new be become serve as post position job role office of country nation
    's ’s first second third fourth fifth sixth seventh eighth ninth tenth""".split()
)
_AFTER = frozenset(
    """over amid after before following until since by from because during despite last this next on earlier who and but
    , ; – —""".split()
)


def neat_title(cast: Cast, fact: Fact) -> Draft | None:
    """Cut the title of ``fact`` to its office; the state or body that owns it by the words ("Norway's next envoy to Chile")."""
    claim = next(c for c in fact.claims if c.role == "title")
    words = [t for t in sentence_tokens(cast, fact) if claim.evidence.start <= t.start and t.end <= claim.evidence.end]
    heads = [n for n, t in enumerate(words) if set(plain(t.text).split()) & lexicon().office_heads and not cast.at.get(t.i)]
    heads = heads or [n for n, t in enumerate(words) if t.lemma in lexicon().office_heads]
    if not heads:
        return None
    first, own = start_of(cast, words, heads[0])
    last = next((n for n, t in enumerate(words) if n > heads[0] and t.text.lower() in _AFTER), len(words))
    span = Span(words[first].start, words[last - 1].end)
    text = " ".join(span.slice(cast.tree.annotation.article.text).split())
    fact.claims[fact.claims.index(claim)] = replace(claim, literal=text, evidence=span)
    return own


def start_of(cast: Cast, words: list[Token], head: int) -> tuple[int, Draft | None]:
    """The first of ``words`` that is of the title, and whose office the words before it tell it to be."""
    own: Draft | None = None
    first = max((n + 1 for n, t in enumerate(words[:head]) if t.text.lower() == "as"), default=0)  # "to succeed him as premier"
    for n, token in enumerate(words[first:head], first):
        owners = [d for d in cast.who(token.i) if d.type in ("State", "Organization")]
        if owners:
            own = owners[0]
        elif token.text.lower() not in _BEFORE:
            return first, own
        first = n + 1
    return first, own


def sentence_tokens(cast: Cast, fact: Fact) -> tuple[Token, ...]:
    """The tokens of the sentence that tells the fact."""
    sentence = cast.tree.annotation.sentences[cast.tree.tokens[fact.trigger].sent]
    return cast.tree.tokens[sentence.first : sentence.last]
