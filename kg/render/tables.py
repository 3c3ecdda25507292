"""Claims of a page as tables: sentences and articles stand once however many claims share them, sentences within their texts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from kg.render.texts import Text
from kg.render.view import ClaimView

T = TypeVar("T", bound=Hashable)
Row = tuple[str, str, str, str, str]  # name, title, address, outlet and day of an article
Place = tuple[int, int, int]  # the number of an article, and begin and end of a sentence in its text


class Tables:
    """Collects claims and gives them numbers, in the order of first use; ``texts`` are the articles that can be read."""

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        self._claims: dict[ClaimView, int] = {}
        self._sentences: dict[str | Place, int] = {}
        self._articles: dict[Row, int] = {}
        self._texts = {text.article: text for text in sorted(texts, key=lambda t: t.article)}

    def claims_of(self, claims: Iterable[ClaimView]) -> list[int]:
        """The numbers of the claims."""
        return [_number(self._claims, c) for c in claims]

    def as_data(self) -> dict[str, Any]:
        """The tables as the page reads them: ``claims`` point into ``sentences`` and ``articles``, sentences into texts."""
        known = {c.id: number for c, number in self._claims.items() if c.id}
        claims = [self._row(c, known) for c in self._claims]
        cited = {name for name, *_ in self._articles}
        for text in self._texts.values():
            if text.article not in cited:
                _number(self._articles, (text.article, text.title, text.url, text.outlet, text.published))
        return {"claims": claims, "sentences": list(self._sentences), "articles": [self._article(a) for a in self._articles]}

    def _row(self, claim: ClaimView, known: Mapping[str, int]) -> dict[str, Any]:
        """Offsets and lengths count code points; a quote that has no place in its sentence is written out.

        ``x`` are the numbers of claims that contradict it, ``d`` of those that it differs from, as far as the page has them.
        """
        article = _number(self._articles, (claim.article, claim.title, claim.url, claim.outlet, claim.published))
        row: dict[str, Any] = {
            "s": _number(self._sentences, self._place(claim, article)),
            "a": article,
            "c": round(claim.confidence, 3),
        }
        row |= {"o": claim.offset, "n": len(claim.quote)} if claim.offset >= 0 else {"q": claim.quote}
        optional: dict[str, Any] = {"by": claim.speaker, "via": list(claim.relayed), "st": claim.status}
        optional |= {"x": [known[i] for i in claim.against if i in known], "d": [known[i] for i in claim.differ if i in known]}
        return row | {key: value for key, value in optional.items() if value}

    def _place(self, claim: ClaimView, article: int) -> str | Place:
        """Where the claim's sentence stands in the text of its article; the sentence itself where that is not known."""
        text = self._texts.get(claim.article)
        begin = claim.start - claim.offset
        if text is None or claim.offset < 0 or begin < 0:
            return claim.sentence
        end = begin + len(claim.sentence)
        return (article, begin, end) if text.text[begin:end] == claim.sentence else claim.sentence

    def _article(self, article: Row) -> dict[str, Any]:
        row: dict[str, Any] = dict(zip(("name", "title", "url", "outlet", "published"), article, strict=True))
        text = self._texts.get(article[0])
        return row | {"text": text.text, "cuts": [at for sentence in text.sentences for at in sentence]} if text else row


def _number(table: dict[T, int], key: T) -> int:
    return table.setdefault(key, len(table))
