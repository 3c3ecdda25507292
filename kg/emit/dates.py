"""Days that a date of any precision may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def days(value: str) -> tuple[str, str] | None:
    """First and last day of ``2023``, ``2023-07`` or ``2023-07-25``; None for what is not a date."""
    match = _PARTIAL.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def bounds(values: Iterable[str]) -> tuple[str, str] | None:
    """Earliest and latest day over all dates that were told; a date that a more exact one lies in widens nothing.

    ``2023-07`` and ``2023-07-25`` give 25 July; ``2023-07-25`` and ``2023-07-27``, a contradiction, give both ends.
    """
    spans = {found for value in values if (found := days(value)) is not None}
    exact = [s for s in spans if not any(o != s and s[0] <= o[0] and o[1] <= s[1] for o in spans)]
    return (min(s[0] for s in exact), max(s[1] for s in exact)) if exact else None


def is_day(value: str | None) -> bool:
    """Whether the value is a full date."""
    found = days(value or "")
    return found is not None and found[0] == found[1] == value
