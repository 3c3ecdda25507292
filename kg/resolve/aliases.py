"""Two names that an article gives one person in one breath: "Lý Hồng Trung (Li Hongzhong)", "X, also known as Y"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from kg.model import Member
from kg.resolve.world import Item

_BETWEEN = re.compile(
    r"\s*\((?:(?:also |better |formerly )?(?:known|written|spelled|spelt|rendered) as |or |also |born |né |née )?[“\"]?"
    r"|,? (?:also|better|otherwise|widely|formerly) known as [“\"]?"
)
_AFTER = re.compile(r"[”\"]?\s*[),;.]")

Aliases = frozenset[frozenset[Member]]


def aliases(people: Iterable[Item]) -> Aliases:
    """The pairs of persons of one article of whom one is named in brackets, or as another name, right after the other."""
    by_article: dict[str, list[Item]] = defaultdict(list)
    for item in people:
        by_article[item.member[0]].append(item)
    return frozenset(pair for items in by_article.values() if len(items) > 1 for pair in _pairs(items))


def _pairs(items: list[Item]) -> Iterable[frozenset[Member]]:
    text = items[0].article.text
    named = [(n.span, item.member) for item in items for n in item.referent.namings if n.form]
    starts = {span.start: (span, member) for span, member in named}
    for span, member in named:
        between = _BETWEEN.match(text, span.end)
        other = starts.get(between.end()) if between else None
        if other and other[1] != member and _AFTER.match(text, other[0].end):
            yield frozenset((member, other[1]))
