"""Extractions -> the articles that a page lets its readers read, with the sentences that the machine saw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Extraction


@dataclass(frozen=True, slots=True)
class Text:
    """One article: ``sentences`` are begins and ends in ``text``, code points, in their order and without overlap."""

    article: str
    text: str
    sentences: tuple[tuple[int, int], ...] = ()
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""


def texts_of(extractions: Iterable[Extraction]) -> tuple[Text, ...]:
    """The texts of the articles, sorted by name."""
    return tuple(sorted((_text(e) for e in extractions), key=lambda t: t.article))


def _text(extraction: Extraction) -> Text:
    article, spans, end = extraction.article, [], 0
    for span in sorted(extraction.sentences):
        if span.start >= end:
            spans.append((span.start, span.end))
            end = span.end
    return Text(
        article=article.name,
        text=article.text,
        sentences=tuple(spans),
        title=article.title or "",
        url=article.url or "",
        outlet=article.outlet or "",
        published=article.published or "",
    )
