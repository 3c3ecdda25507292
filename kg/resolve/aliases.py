"""Two names that an article gives one person in one breath: "Lý Hồng Trung (Li Hongzhong)", "X, also known as Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Extraction, Member

_BETWEEN = re.compile(
    r"\s*\((?:(?:also |better |formerly )?(?:known|written|spelled|spelt|rendered) as |or |also |born |né |née )?[“\"]?"
    r"|,? (?:also|better|otherwise|widely|formerly) known as [“\"]?"
)
_AFTER = re.compile(r"[”\"]?\s*[),;.]")

Aliases = frozenset[frozenset[Member]]


def aliases(extraction: Extraction) -> Iterator[frozenset[Member]]:
    """The pairs of persons of an article of whom one is named in brackets, or as another name, right after the other."""
    by_id = {r.id: r for r in extraction.referents if r.type == "Person"}
    people = [by_id[ident] for ident in sorted(by_id)]
    if len(people) < 2:
        return
    name, text = extraction.article.name, extraction.article.text
    named = [(n.span, r.id) for r in people for n in r.namings if n.form]
    starts = {span.start: (span, ident) for span, ident in named}
    for span, ident in named:
        between = _BETWEEN.match(text, span.end)
        other = starts.get(between.end()) if between else None
        if other and other[1] != ident and _AFTER.match(text, other[0].end):
            yield frozenset(((name, ident), (name, other[1])))
