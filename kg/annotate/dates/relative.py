"""Rules for expressions that are counted from the publication date or from the day told last."""

from __future__ import annotations

from datetime import date, timedelta

from kg.annotate.dates.calendar import FUTURE, PAST, PLANNED, add, month_of, month_text, weekday, weekday_of_week
from kg.annotate.dates.found import Found, Resolved

_SHIFT = {
    "last": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "following": 1,
    "ensuing": 1,
}
_UNKNOWN = Resolved(None, None, "no publication date")
_NOTHING_BEFORE = Resolved(None, None, "no day told before")
_STAYS = frozenset("stay visit trip tour stop stopover sojourn mission".split())


def today(f: Found) -> Resolved | None:
    """Today, tonight, yesterday, tomorrow (and the day before or after it): counted from the publication date."""
    if f.published is None:
        return _UNKNOWN
    word = f.text("r")
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if f["u"] is not None:
        if (word, f.text("v")) not in (("yesterday", "before"), ("tomorrow", "after")):
            return None
        shift *= 2
    return Resolved((f.published + timedelta(days=shift)).isoformat(), None, word, f.anchor())


def part_of_day(f: Found) -> Resolved | None:
    """This morning, last night: the day of publication and the day before it."""
    if f.published is None:
        return _UNKNOWN
    shift = -1 if f.text("r") == "last" else 0
    return Resolved((f.published + timedelta(days=shift)).isoformat(), None, "part of the day", f.anchor())


def one_weekday(f: Found) -> Resolved | None:
    """On Tuesday: the nearest on the side of the publication date that the tense tells, the past where it tells none."""
    if f.published is None or (f.before() == "the" and f.before(2) == "on" and not f.noun_follows()):
        return _UNKNOWN  # "on the Thursday" is of a week told before
    side = f.side() or PAST
    rule = "weekday ahead" if side in (FUTURE, PLANNED) else "weekday past"
    return Resolved(weekday(f.published, f.value("w"), side).isoformat(), None, rule, f.anchor())


def named_weekday(f: Found) -> Resolved | None:
    """Last Friday and next Monday (never within the week of publication), this Thursday, the following Monday."""
    word = f.text("r")
    number = f.value("w")
    if word in ("previous", "preceding", "prior", "following", "ensuing"):
        if f.last is None:
            return _NOTHING_BEFORE
        ahead = _SHIFT[word] > 0
        day = add(f.last, 1 if ahead else -1) or f.last
        return Resolved(weekday(day, number, FUTURE if ahead else PAST).isoformat(), None, f"{word} weekday", f.last.isoformat())
    if f.published is None:
        return _UNKNOWN
    if word == "last":
        day = weekday(f.published - timedelta(days=1), number, PAST)
        day -= timedelta(days=7 * (day >= weekday_of_week(f.published, 0, 0)))
    elif word in ("next", "upcoming", "coming"):
        day = weekday(f.published + timedelta(days=1), number, FUTURE)
        day += timedelta(days=7 * (word == "next" and day <= weekday_of_week(f.published, 6, 0)))
    else:
        side = f.side()
        day = weekday(f.published, number, PAST if side == PAST else FUTURE)
    return Resolved(day.isoformat(), None, f"{word} weekday", f.anchor())


def weekday_in_week(f: Found) -> Resolved | None:
    """Monday last week, Friday of next week: that day of the week from Monday that is named."""
    if f.text("u") not in ("week", "weeks"):
        return None
    if f.published is None:
        return _UNKNOWN
    found = weekday_of_week(f.published, f.value("w"), _SHIFT.get(f.text("r"), 0))
    return Resolved(found.isoformat(), None, "weekday of a week", f.anchor())


def unit(f: Found) -> Resolved | None:
    """This week gives the month, last year the year, the end of the month the month: a unit counted from the publication."""
    if f.text("u") in ("day", "days"):
        return neighbour(f) if f.text("r") == "next" else None
    token = f.after()
    if token is not None and token.text == "of" and f["r"] is not None:
        return None  # "the last week of April"
    if f.published is None:
        return _UNKNOWN
    return counted(f, f.published, _SHIFT.get(f.text("r"), 0), f.text("r") or "this")


def counted(f: Found, base: date, shift: int, word: str) -> Resolved | None:
    """The unit ``shift`` units from ``base`` at the precision that the unit has."""
    name = f.text("u").rstrip("s")
    anchor = base.isoformat()
    if name == "day":
        moved = add(base, shift)
        return Resolved(moved.isoformat(), None, f"{word} day", anchor) if moved else None
    if name in ("week", "fortnight"):
        moved = add(base, shift * f.words().units[name])
        return Resolved(month_of(moved), None, f"month of {word} week", anchor) if moved else None
    if name == "weekend":
        saturday = weekday_of_week(base, 5, shift if shift < 0 or base.weekday() > 4 else 0)
        if shift == 0 and base.weekday() < 5 and f.side() == PAST:
            saturday -= timedelta(days=7)
        return Resolved(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat(), f"{word} weekend", anchor)
    if name == "month":
        return Resolved(month_of(base, shift), None, f"{word} month", anchor)
    if name == "year":
        return Resolved(f"{base.year + shift:04d}", None, f"{word} year", anchor)
    return Resolved(None, None, f"{word} {name}", anchor) if name in ("decade", "quarter") else None


def same(f: Found) -> Resolved | None:
    """The same day, that day's afternoon: the day told last."""
    if f.last is None:
        return _NOTHING_BEFORE
    name = f.text("u").rstrip("s")
    if f["u"] is None or name == "day":
        return Resolved(f.last.isoformat(), None, "same day", f.last.isoformat())
    return counted(f, f.last, 0, "same")


def neighbour(f: Found) -> Resolved | None:
    """The previous day, the following month, the day before: counted from the day told last."""
    if f["v"] is not None and (f.text("v") == "later" or before_something(f)):
        return None
    if f.last is None:
        return _NOTHING_BEFORE
    shift = _SHIFT[f.text("r")] if f["r"] is not None else (1 if f.text("v") in ("after", "afterwards") else -1)
    if f["u"] is None:
        moved = add(f.last, shift)
        return Resolved(moved.isoformat(), None, "neighbouring day", f.last.isoformat()) if moved else None
    return counted(f, f.last, shift, "following" if shift > 0 else "previous")


def before_something(f: Found) -> bool:
    """Whether "the day before" or "two days after" goes on with what it is counted from ("the day before the summit")."""
    token = f.after()
    return token is not None and (
        token.pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "VERB") or token.tag in ("PRP$", "IN", "VBG")
    )


def distance(f: Found) -> Resolved | None:
    """Two days later, a day earlier: counted from the day told last; after weeks only the month is told."""
    late = f.text("v") in ("later", "after", "afterwards")
    if f.text("v") in ("before", "after") and before_something(f):
        return None
    if f.last is None:
        return _NOTHING_BEFORE
    if not f.value("n"):
        return Resolved(None, None, "number not told", f.last.isoformat())
    return counted(f, f.last, f.value("n") if late else -f.value("n"), "later" if late else "earlier")


def ago(f: Found) -> Resolved | None:
    """Three days ago the day, two weeks ago the month, ten years ago the year: counted from the publication date."""
    if f.text("u").startswith("hour"):
        return None
    if f.published is None:
        return _UNKNOWN
    if not f.value("n"):
        return Resolved(None, None, "number not told", f.anchor())
    if f.text("u").startswith("decade"):
        return Resolved(f"{f.published.year - 10 * f.value('n'):04d}", None, "decades ago", f.anchor())
    if f.text("u").startswith("month"):
        return Resolved(month_text(f.published.year, f.published.month - f.value("n")), None, "months ago", f.anchor())
    return counted(f, f.published, -f.value("n"), "earlier")


def duration(f: Found) -> Resolved | None:
    """Three-day, week-long, for ten days: a length in days."""
    name = f.text("u").rstrip("s")
    number = f.value("n") if f["n"] is not None else 1
    if f["c"] is not None:
        name = f.text("c").removesuffix("long")
    if name == "hour":
        return Resolved(None, None, "duration", None, number // 24) if number and number % 24 == 0 else None
    days = f.words().units.get(name)
    if days is None or not number:
        return None
    return Resolved(None, None, "duration", None, number * days)


def lasting(f: Found) -> Resolved | None:
    """For ten days, a three day visit, a stay of three days: a length in days, after "for" or beside what lasts."""
    token = f.after()
    attributive = f.text("n") not in ("a", "an") and not f.text("u").endswith("s") and token is not None and token.tag == "NN"
    of_stay = f.before() == "of" and f.before(2) in _STAYS
    return duration(f) if attributive or of_stay or f.before() == "for" else None
