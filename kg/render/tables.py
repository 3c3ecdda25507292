"""Claims of a page as tables, each sentence and article written once however many claims share it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

from kg.render.view import ClaimView

T = TypeVar("T", bound=Hashable)


class Tables:
    """Collects claims and gives them numbers, in the order of first use."""

    def __init__(self) -> None:
        self._claims: dict[ClaimView, int] = {}
        self._sentences: dict[str, int] = {}
        self._articles: dict[tuple[str, str, str, str, str], int] = {}

    def claims_of(self, claims: Iterable[ClaimView]) -> list[int]:
        """The numbers of the claims."""
        return [_number(self._claims, c) for c in claims]

    def as_data(self) -> dict[str, Any]:
        """The tables as the page reads them: ``claims`` point into ``sentences`` and ``articles``."""
        claims = [self._row(c) for c in self._claims]
        return {
            "claims": claims,
            "sentences": list(self._sentences),
            "articles": [dict(zip(("name", "title", "url", "outlet", "published"), a, strict=True)) for a in self._articles],
        }

    def _row(self, claim: ClaimView) -> dict[str, Any]:
        """Offsets and lengths count code points; a quote that has no place in its sentence is written out."""
        row: dict[str, Any] = {
            "s": _number(self._sentences, claim.sentence),
            "a": _number(self._articles, (claim.article, claim.title, claim.url, claim.outlet, claim.published)),
            "c": round(claim.confidence, 3),
        }
        row |= {"o": claim.offset, "n": len(claim.quote)} if claim.offset >= 0 else {"q": claim.quote}
        optional = {"by": claim.speaker, "via": list(claim.relayed), "st": claim.status}
        return row | {key: value for key, value in optional.items() if value}


def _number(table: dict[T, int], key: T) -> int:
    return table.setdefault(key, len(table))
