"""Stretches of days that partial dates leave open, and what two of them can be to each other."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day that something can have been, and whether both ends are told to the day."""

    first: date
    last: date
    exact: bool

    def gap(self, other: Window) -> int:
        """Days between two windows; 0 where they touch or overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


@lru_cache(maxsize=65536)
def day_range(text: str) -> Window | None:
    """The days that an ISO date of any precision can mean; None if it is not one."""
    try:
        parts = [int(p) for p in text[:10].split("-")]
        if len(parts) == 1:
            return Window(date(parts[0], 1, 1), date(parts[0], 12, 31), False)
        if len(parts) == 2:
            return Window(
                date(parts[0], parts[1], 1), date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1]), False
            )
        day = date(parts[0], parts[1], parts[2])
    except (ValueError, TypeError):
        return None
    return Window(day, day, True)


def window(start: str | None, end: str | None) -> Window | None:
    """The days from ``start`` to ``end`` (either may be missing or partial); None if nothing is known."""
    a, b = day_range(start) if start else None, day_range(end) if end else None
    if a and b and a.first <= b.last:
        return Window(a.first, b.last, a.exact and b.exact)
    return a or b


def days_apart(left: str | None, right: str | None) -> int | None:
    """Days between two ISO dates; None if one is missing."""
    a, b = (day_range(t) if t else None for t in (left, right))
    return a.gap(b) if a and b else None
