"""States that only the lines above the body name: a headline or dateline may be the one place that spells a state out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.gazetteer import Gazetteer
from kg.model import Article, Mention, Span

_WORD = re.compile(r"[^\W\d_](?:[\w.-]|['’ʻ](?!s\b))*")
_NAMES = frozenset({"name", "long", "acronym"})


def header_states(article: Article, gazetteer: Gazetteer, told: frozenset[str]) -> Iterator[Mention]:
    """Mentions of the states named above the body that are not among those ``told`` in it; they stand inside no phrase.

    They carry the first token, so that they name their state without anything being told of it there.
    """
    head = article.text[: article.body_start]
    words = list(_WORD.finditer(head))
    texts = [w.group().rstrip(".") if w.group().count(".") == 1 else w.group() for w in words]
    at = 0
    while at < len(words):
        found = gazetteer.match(texts, at) or gazetteer.match(texts, at, shouting=texts[at].isupper())
        length, entries = found or (1, ())
        entry = next((e for e in entries if e.type == "State" and e.kind in _NAMES), None)
        span = Span(words[at].start(), words[at + length - 1].end())
        if entry is not None and entry.state not in told:
            yield Mention(0, span, "State", span.slice(article.text), known=entry.key, state=entry.state, inner=True)
        at += length
