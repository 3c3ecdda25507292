"""Rules for expressions that name a day, a month or a year, with the year supplied where it is left out."""

from __future__ import annotations

import re
from datetime import date

from kg.annotate.dates.calendar import PAST, add, day, month_text, nearest_day, nearest_month, ordered, parsed, weekday
from kg.annotate.dates.found import Found, Resolved

_NEAR_DAYS = 200  # looked at on either side for a day of the week and the month


def iso(f: Found) -> Resolved | None:
    """2023-07-25: as written."""
    found = day(f.value("y"), f.value("m"), f.value("d"))
    return Resolved(found.isoformat(), None, "full date") if found else None


def figures(f: Found) -> Resolved | None:
    """25/07/2023: as written; unresolved where day and month could be exchanged."""
    text = f.text("i")[:10]
    if "-" in text:
        return Resolved(text, None, "full date") if parsed(text) else None
    one, two, three = (int(part) for part in re.split(r"[/.]", text))
    if one > 31:
        found = day(one, two, three)
        return Resolved(found.isoformat(), None, "full date") if found else None
    if three < 100 or (one <= 12 and two <= 12 and one != two):
        return Resolved(None, None, "ambiguous figures") if one <= 31 and two <= 31 and three >= 1000 else None
    number, month = (one, two) if two <= 12 else (two, one)
    found = day(three, month, number)
    return Resolved(found.isoformat(), None, "full date") if found else None


def moment(f: Found, month: int, number: int, year: int) -> tuple[date | None, bool]:
    """The day meant, with the year supplied by the publication date and the tense; and whether the calendar has such a day."""
    if not any(day(y, month, number) for y in (2023, 2024)):
        return None, False
    if year:
        found = day(year, month, number)
        return found, found is not None
    if f.published is None:
        return None, True
    return nearest_day(f.published, month, number, f.side()), True


def one_day(f: Found) -> Resolved | None:
    """July 25 (, 2023): a missing year is the nearest on the side of the publication date that the tense tells."""
    if f["y"] is None and f.match.end() < len(f.atoms) and f.atoms[f.match.end()].text in ("million", "billion", "percent", "%"):
        return None
    found, valid = moment(f, f.value("m"), f.value("d"), f.value("y"))
    if not valid:
        return None
    if f["y"] is not None:
        return Resolved(found.isoformat() if found else None, None, "full date")
    return Resolved(found.isoformat() if found else None, None, "year by tense" if found else "no year", f.anchor())


def joined(f: Found, first: int, second: int) -> bool:
    """Whether the joining word makes a range: "and" does only after "between" or from one to the next."""
    return f.text("j") not in ("and", "&") or f.before() == "between" or second == first + 1


def day_range(f: Found) -> Resolved | None:
    """July 25 to 27, 25-27 July 2023, July 30 to August 2: both days in the year of the first."""
    month, number = f.value("m"), f.value("d")
    month_to, number_to = f.value("n") or month, f.value("e")
    if not joined(f, number, number_to):
        return None
    if f["n"] is None and number_to <= number:
        return None
    year, year_to = f.value("y"), f.value("z")
    if not year and year_to:
        year = year_to - (month_to < month)
    start, valid = moment(f, month, number, year)
    if not valid:
        return None
    if start is None:
        return Resolved(None, None, "no year", f.anchor())
    end = day(year_to or start.year + ((month_to, number_to) < (month, number)), month_to, number_to)
    if end is None:
        return None
    rule = "range" if year or year_to else "range, year by tense"
    return Resolved(start.isoformat(), end.isoformat(), rule, None if year or year_to else f.anchor())


def in_month(f: Found, number: int) -> date | None:
    """The day of that number in the month nearest to the publication date, by tense."""
    if f.published is None:
        return None
    base = f.published
    side = f.side()
    found = day(base.year, base.month, number)
    if side == PAST and (found is None or found > base):
        back = date(base.year - (base.month == 1), (base.month - 2) % 12 + 1, 1)
        earlier = day(back.year, back.month, number)
        return earlier if found is None or earlier is None or (base - earlier).days < 4 * (found - base).days else found
    if side != PAST and (found is None or (base - found).days > 7):
        ahead = month_text(base.year, base.month + 1)
        return day(int(ahead[:4]), int(ahead[5:]), number) or found
    return found


def ordinal_day(f: Found) -> Resolved | None:
    """The 25th: in the month of the publication, or beside it as the tense tells."""
    if f.noun_follows() or (f["t"] is None and f["w"] is None and f.before() not in ("on", "until", "by")):
        return None
    found = in_month(f, f.value("d"))
    return Resolved(found.isoformat() if found else None, None, "day of month" if found else "no month", f.anchor())


def ordinal_range(f: Found) -> Resolved | None:
    """Between the 25th and 27th, on 27-28: in the month of the publication."""
    first, last = f.value("d"), f.value("e")
    named = f.atoms[f.match.start("d")].code == "O" or f.atoms[f.match.start("e")].code == "O"
    if last <= first or f.noun_follows() or not joined(f, first, last):
        return None
    if not named and not (f.before() == "on" and f.text("j") in ("-", "–", "—")):
        return None
    start = in_month(f, first)
    end = day(start.year, start.month, last) if start else None
    if start is None or end is None:
        return Resolved(None, None, "no month", f.anchor())
    return Resolved(start.isoformat(), end.isoformat(), "days of month", f.anchor())


def month(f: Found) -> Resolved | None:
    """In June, mid-July, the end of May 2024: the month; a missing year by tense."""
    number = f.value("m")
    if f.before().isdecimal() and len(f.before()) < 3:
        return None  # "30 February 1980": no such day, so no date
    if f["y"] is not None:
        return Resolved(month_text(f.value("y"), number), None, "month and year")
    if f["h"] is None and f.before() not in f.words().context["month"]:
        return None
    if f.published is None:
        return Resolved(None, None, "no year")
    return Resolved(nearest_month(f.published, number, f.side()), None, "month, year by tense", f.anchor())


def month_range(f: Found) -> Resolved | None:
    """From July to September (2023): both months; a missing year by tense."""
    first, last = f.value("m"), f.value("n")
    if not joined(f, first, last):
        return None
    year, year_to = f.value("y"), f.value("z")
    if not year and year_to:
        year = year_to - (last < first)
    if not year and f.published is None:
        return Resolved(None, None, "no year")
    start = month_text(year, first) if year else nearest_month(f.published or date.min, first, f.side())
    end = month_text(year_to or int(start[:4]) + (last < first), last)
    return Resolved(start, end, "range of months", None if year else f.anchor())


def month_of_year(f: Found) -> Resolved | None:
    """October last year, this June, last September: the month in the year that the word tells."""
    if f.published is None:
        return Resolved(None, None, "no publication date")
    number = f.value("m")
    base = f.published
    if f["u"] is not None:
        shift = {"last": -1, "next": 1}.get(f.text("r"), 0)
        return Resolved(month_text(base.year + shift, number), None, "month of the year named", f.anchor())
    if f.text("r") == "last":
        return Resolved(month_text(base.year - (number >= base.month), number), None, "last such month", f.anchor())
    if f.text("r") in ("this", "current"):
        return Resolved(month_text(base.year, number), None, "month of this year", f.anchor())
    return Resolved(month_text(base.year + (number <= base.month), number), None, "next such month", f.anchor())


def year(f: Found) -> Resolved | None:
    """In 2016, early 2020: the year; a figure alone counts as a year only after the words that go with one."""
    value = f.value("y")
    before = f.before()
    if f["h"] is None and before not in f.words().context["year"]:
        return None
    token = f.after()
    plural = token is not None and token.tag in ("NNS", "NNPS") and before not in ("in", "since", "by", "the", "'s", "’s")
    unit = token is not None and token.text.lower() in (
        "percent",
        "%",
        "km",
        "kilometres",
        "kilometers",
        "troops",
        "people",
        "soldiers",
    )
    return None if plural or unit else Resolved(f"{value:04d}", None, "year")


def year_range(f: Found) -> Resolved | None:
    """1950-53, from 1950 to 1953: both years."""
    first, last = f.value("y"), f.value("e")
    if last < 100:
        if f.text("j") not in ("-", "–", "—", "‑", "/"):
            return None
        last += first - first % 100
    if last <= first or not joined(f, first, last) or (f.text("j") in ("and", "&") and f.before() != "between"):
        return None
    return Resolved(f"{first:04d}", f"{last:04d}", "range of years")


def decade(f: Found) -> Resolved | None:
    """In the 1990s: its ten years."""
    return Resolved(f"{f.value('d'):04d}", f"{f.value('d') + 9:04d}", "decade")


def season(f: Found) -> Resolved | None:
    """Next spring, the summer of 2019, in the autumn: the year only, for the hemisphere is not told."""
    number = f.words().seasons[f.text("s")]
    token = f.after()
    if token is not None and token.tag in ("NN", "NNS") and not f.text("r") and f["y"] is None:
        return None  # "in winter aid"
    if f["y"] is not None:
        return Resolved(f"{f.value('y'):04d}", None, "season and year")
    word = f.text("r")
    if not word and f.before(1) != "in" and not (f["t"] is not None and f.before() in ("in", "during", "by", "since", "until")):
        return None
    if f.published is None:
        return Resolved(None, None, "no publication date")
    base = f.published
    if word == "last" or (not word and f.side() == PAST):
        shift = -1 if base.month < number or (word == "last" and base.month < number + 3) else 0
    elif word in ("this", "current"):
        shift = 0
    else:
        shift = 1 if base.month >= number and (word or base.month > number + 2) else 0
    return Resolved(f"{base.year + shift:04d}", None, "season, year by tense", f.anchor())


def weekday_ordinal(f: Found) -> Resolved | None:
    """Tuesday the 4th: in the month of the publication."""
    return ordinal_day(f)


def weekday_and_day(f: Found) -> Resolved | None:
    """Last Tuesday (19): the nearest day before or after the publication that is both; none without a publication date."""
    if f.published is None:
        return Resolved(None, None, "no publication date")
    near = (add(f.published, n * side) for n in range(_NEAR_DAYS) for side in (-1, 1))
    fit = next((d for d in near if d is not None and (d.weekday(), d.day) == (f.value("w"), f.value("d"))), None)
    return Resolved(fit.isoformat(), None, "weekday and day", f.anchor()) if fit is not None else None


def weekday_range(f: Found) -> Resolved | None:
    """From Monday to Wednesday: on the side of the publication date that the tense tells."""
    first, last = f.value("w"), f.value("v")
    if not joined(f, first, last):
        return None
    if f.published is None:
        return Resolved(None, None, "no publication date")
    start = weekday(f.published, first, f.side() or PAST)
    end = weekday(start, last, 1)
    text = (start.isoformat(), end.isoformat())
    return Resolved(*text, "range of weekdays", f.anchor()) if ordered(*text) else None
