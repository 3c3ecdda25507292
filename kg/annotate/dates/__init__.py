"""Expressions of time in running text, resolved as far as they go.

Three steps: tokens become a string of one-letter codes (``words``), patterns are regular expressions over it (``patterns``),
and each pattern has one rule that resolves its matches (``absolute``, ``relative``), with the side of the publication date
told by the governing verb (``tense``). Nothing is guessed: without a publication date only what is written is resolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.annotate.dates.calendar import parsed
from kg.annotate.dates.found import Found, Resolved
from kg.annotate.dates.patterns import BY_START, STARTS
from kg.annotate.dates.words import Atom, encode
from kg.model import Span, TimeExpression, Token

_UNTIL = frozenset({"until", "till", "through", "thru"})
_FAR = 400  # days from publication beyond which a day is history that "the next day" of the news is not counted from
_REACH = 4  # sentences from the day told last to "the next day"
_ASIDE = frozenset({"relcl", "acl", "advcl"})


@dataclass(frozen=True, slots=True)
class Told:
    """The day told last, from which "the next day" is counted: within a sentence any, across sentences none told in an aside."""

    main: date | None
    aside: date | None
    sentence: int
    at: int  # the sentence of ``main``
    alone: bool = True  # no other day was told but in asides

    def day(self, sentence: int) -> date | None:
        """The day to count from in that sentence; of several days none that was told too long ago."""
        if sentence == self.sentence and self.aside:
            return self.aside
        return self.main if self.alone or sentence - self.at <= _REACH else None

    def after(self, resolved: Resolved, tokens: Sequence[Token], at: int, published: date | None) -> Told:
        """What is told last after an expression that ends with token ``at``."""
        day = parsed(resolved.start)
        if day is None or (published is not None and abs((day - published).days) > _FAR):
            return self
        sentence = tokens[at].sent
        if self.main and in_aside(tokens, at):
            return Told(self.main, day, sentence, self.at, self.alone)
        return Told(day, day, sentence, sentence, self.alone and self.main in (None, day))


def in_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether token ``at`` stands in a relative or adverbial clause or a participle phrase."""
    node = tokens[at]
    for _ in range(10):
        if node.dep in _ASIDE:
            return True
        if node.head == node.i or not 0 <= node.head < len(tokens):
            break
        node = tokens[node.head]
    return False


def find_times(tokens: Sequence[Token], published: str | None) -> tuple[TimeExpression, ...]:
    """The expressions of time among ``tokens`` in order, none overlapping; ``first`` to ``last`` are half-open token indexes.

    After "until" and the like only ``end`` is set. Spans cover whole tokens and leave out prepositions ("from", "in", "between").
    """
    codes, atoms = encode(tokens)
    day = parsed(published)
    times: list[TimeExpression] = []
    told = Told(None, None, -1, -1)
    at = 0
    while start := STARTS.search(codes, at):
        at = start.start()
        sentence = tokens[atoms[at].token].sent
        found = longest(codes, at, atoms, tokens, (day, told.day(sentence)))
        if found is None:
            at += 1
            continue
        match_end, resolved = found
        resolved = bounded(resolved, atoms[at - 1].text if at else "")
        times.append(expression(tokens, atoms[at].token, atoms[match_end - 1].token + 1, resolved))
        told = told.after(resolved, tokens, atoms[match_end - 1].token, day)
        at = match_end
        while at < len(atoms) and atoms[at].token == atoms[match_end - 1].token:
            at += 1  # the rest of a token whose first part was read
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


def expression(tokens: Sequence[Token], first: int, last: int, resolved: Resolved) -> TimeExpression:
    """The expression in tokens ``first`` to ``last``."""
    span = Span(tokens[first].start, tokens[last - 1].end)
    return TimeExpression(first, last, span, resolved.start, resolved.end, resolved.rule, resolved.anchor, resolved.duration)
