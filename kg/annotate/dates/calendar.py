"""Counting with dates: ISO strings at a precision, months and weekdays on either side of a day, and years left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

PAST, FUTURE = -1, 1
PLANNED = 2  # the target of a past plan ("was expected on Friday"): a weekday ahead, a date on the nearer side
_NEAR = 4  # a date so many times nearer on the side that the tense does not tell is still taken


def parsed(text: str | None) -> date | None:
    """The day of an ISO date; None for none, a partial or an impossible one."""
    if text is None or not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    return day(int(text[:4]), int(text[5:7]), int(text[8:10]))


def day(year: int, month: int, number: int) -> date | None:
    """That day, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_text(year: int, month: int) -> str:
    """``2023-07``; months outside 1 to 12 run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def month_of(moment: date, shift: int = 0) -> str:
    """The month of ``moment``, ``shift`` months on."""
    return month_text(moment.year, moment.month + shift)


def add(moment: date, days: int) -> date | None:
    """``moment`` so many days on, or None beyond the calendar."""
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        return None


def weekday(anchor: date, number: int, direction: int) -> date:
    """The day of the week ``number`` (Monday 0) nearest to ``anchor`` on the side of ``direction``; the anchor itself counts."""
    if direction in (FUTURE, PLANNED):
        return anchor + timedelta(days=(number - anchor.weekday()) % 7)
    return anchor - timedelta(days=(anchor.weekday() - number) % 7)


def weekday_of_week(anchor: date, number: int, weeks: int) -> date:
    """The day ``number`` of the week (from Monday) that lies ``weeks`` from the anchor's."""
    return anchor + timedelta(days=number - anchor.weekday() + 7 * weeks)


def nearest_day(anchor: date, month: int, number: int, direction: int) -> date | None:
    """The day of that month and number in the year meant: the side the tense tells, unless the other is far nearer."""
    days = sorted(candidates(anchor, month, number))
    before = [d for d in days if d <= anchor]
    after = [d for d in days if d >= anchor]
    if not before or not after:
        return before[-1] if before else after[0] if after else None
    past, future = (anchor - before[-1]).days, (after[0] - anchor).days
    if direction == PAST:
        return before[-1] if past <= _NEAR * future else after[0]
    if direction == FUTURE:
        return after[0] if future <= _NEAR * past else before[-1]
    return before[-1] if past <= future else after[0]


def candidates(anchor: date, month: int, number: int) -> Iterator[date]:
    """That day in the years around ``anchor``: eight each way for the sake of February 29."""
    for year in range(max(1, anchor.year - 8), min(9999, anchor.year + 8) + 1):
        found = day(year, month, number)
        if found is not None:
            yield found


def nearest_month(anchor: date, month: int, direction: int) -> str:
    """The month meant without a year: the last for a past tense, the next for a future one, else the nearer."""
    past, future = (anchor.month - month) % 12, (month - anchor.month) % 12
    if direction == PAST or (direction != FUTURE and past <= future):
        return month_text(anchor.year, anchor.month - past)
    return month_text(anchor.year, anchor.month + future)


def ordered(start: str | None, end: str | None) -> bool:
    """Whether a range runs forwards, compared at the coarser precision."""
    if start is None or end is None:
        return True
    size = min(len(start), len(end))
    return start[:size] <= end[:size]
