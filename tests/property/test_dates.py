"""Laws of the date reader: any words give ordered, separate expressions in range; written dates are read back; time shifts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.dates import find_times
from kg.model import Token

_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
_WORDS = (
    "the a on in from to until between and of , . - – last next this previous following same day week month year days ago later "
    "earlier before after today yesterday Monday Friday July May Oct. 25 31 2023 1950 53 25th 27th three two early mid end "
    "spring 1990s 25–27 mid-July 2023-07-25 03/04/2023 00/00/0000 talks said will arrive"
).split()
_DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2050, 12, 31))
_MONTHS = "January February March April May June July August September October November December".split()


def tokens(words: Sequence[str], tag: str = "NN") -> list[Token]:
    """Unparsed tokens, one space apart."""
    out = []
    at = 0
    for i, word in enumerate(words):
        out.append(Token(i, at, at + len(word), word, word.lower(), "NOUN", tag, "dep", 0, "", 0))
        at += len(word) + 1
    return out


@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(min_size=1, max_size=6)), max_size=25), st.none() | _DAYS)
def test_any_words_give_ordered_separate_expressions(words: list[str], published: date | None) -> None:
    given_tokens = tokens(words)
    times = find_times(given_tokens, published.isoformat() if published else None)
    assert all(a.last <= b.first for a, b in pairwise(times))
    for time in times:
        assert 0 <= time.first < time.last <= len(words)
        assert (time.span.start, time.span.end) == (given_tokens[time.first].start, given_tokens[time.last - 1].end)
        assert all(_ISO.match(value) for value in (time.start, time.end) if value)
        assert time.rule
        if time.start and time.end:
            assert time.start <= time.end


@given(_DAYS)
def test_every_day_written_out_is_read_back(day: date) -> None:
    month = _MONTHS[day.month - 1]
    for words in (["on", month, str(day.day), ",", str(day.year)], ["on", str(day.day), month, str(day.year)]):
        (time,) = find_times(tokens(words), None)
        assert time.start == day.isoformat()


@given(_DAYS, st.integers(min_value=0, max_value=6))
def test_a_bare_weekday_is_within_the_last_week(published: date, number: int) -> None:
    name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[number]
    (time,) = find_times(tokens(["on", name]), published.isoformat())
    assert time.start is not None
    found = date.fromisoformat(time.start)
    assert found.weekday() == number
    assert timedelta(0) <= published - found < timedelta(days=7)


@given(_DAYS, st.integers(min_value=0, max_value=70))
def test_relative_expressions_move_with_the_publication(published: date, shift: int) -> None:
    moved = published + timedelta(days=7 * shift)
    for words in (["yesterday"], ["on", "Friday"], ["three", "days", "ago"], ["next", "Monday"]):
        (here,) = find_times(tokens(words), published.isoformat())
        (there,) = find_times(tokens(words), moved.isoformat())
        assert here.start is not None
        assert there.start is not None
        assert date.fromisoformat(there.start) - date.fromisoformat(here.start) == timedelta(days=7 * shift)


@given(st.lists(st.sampled_from(_WORDS), max_size=25))
def test_without_publication_nothing_is_counted_from_it(words: list[str]) -> None:
    for time in find_times(tokens(words), None):
        assert time.rule != "full date" or time.anchor is None
        assert not (time.start and time.rule.startswith(("weekday", "yesterday", "today")))
