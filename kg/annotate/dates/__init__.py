"""Expressions of time in running text, resolved as far as they go.

Three steps: tokens become a string of one-letter codes (``words``), patterns are regular expressions over it (``patterns``),
and each pattern has one rule that resolves its matches (``absolute``, ``relative``), with the side of the publication date
told by the governing verb (``tense``). Nothing is guessed: without a publication date only what is written is resolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.annotate.dates.calendar import parsed
from kg.annotate.dates.found import Found, Resolved
from kg.annotate.dates.patterns import BY_START
from kg.annotate.dates.words import Atom, encode
from kg.model import Span, TimeExpression, Token

_UNTIL = frozenset({"until", "till", "through", "thru"})
_FAR = 400  # days from publication beyond which a day is history that "the next day" of the news is not counted from


def find_times(tokens: Sequence[Token], published: str | None) -> tuple[TimeExpression, ...]:
    """The expressions of time among ``tokens`` in order, none overlapping; ``first`` to ``last`` are half-open token indexes.

    After "until" and the like only ``end`` is set. Spans cover whole tokens and leave out prepositions ("from", "in", "between").
    """
    codes, atoms = encode(tokens)
    day = parsed(published)
    times: list[TimeExpression] = []
    told = None
    at = 0
    while at < len(codes):
        if codes[at] not in BY_START:
            at += 1
            continue
        found = longest(codes, at, atoms, tokens, (day, told))
        if found is None:
            at += 1
            continue
        match_end, resolved = found
        resolved = bounded(resolved, atoms[at - 1].text if at else "")
        times.append(expression(tokens, atoms[at].token, atoms[match_end - 1].token + 1, resolved))
        told = latest(resolved, told, day)
        at = match_end
    return tuple(times)


def longest(
    codes: str, at: int, atoms: Sequence[Atom], tokens: Sequence[Token], days: tuple[date | None, date | None]
) -> tuple[int, Resolved] | None:
    """Where the longest match at ``at`` that its rule accepts ends, and what it means."""
    hits = ((match, p.rule) for p in BY_START[codes[at]] if (match := p.regex.match(codes, at)))
    for match, rule in sorted(hits, key=lambda hit: -hit[0].end()):
        resolved = rule(Found(match, atoms, tokens, *days))
        if resolved is not None:
            return match.end(), resolved
    return None


def bounded(resolved: Resolved, before: str) -> Resolved:
    """``resolved`` as an end where "until" stands before a single date."""
    if before not in _UNTIL or resolved.start is None or resolved.end is not None:
        return resolved
    return resolved._replace(start=None, end=resolved.start, rule=f"until, {resolved.rule}")


def latest(resolved: Resolved, told: date | None, published: date | None) -> date | None:
    """The day from which "the next day" is counted after this expression."""
    day = parsed(resolved.start)
    if day is None or (published is not None and told is not None and abs((day - published).days) > _FAR):
        return told
    return day


def expression(tokens: Sequence[Token], first: int, last: int, resolved: Resolved) -> TimeExpression:
    """The expression in tokens ``first`` to ``last``."""
    span = Span(tokens[first].start, tokens[last - 1].end)
    return TimeExpression(first, last, span, resolved.start, resolved.end, resolved.rule, resolved.anchor, resolved.duration)
