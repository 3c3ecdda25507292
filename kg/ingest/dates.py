"""Dates as newspapers print them: full ones to ISO, day and month alone to a pair."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:1[89]|20)\d\d"
CLOCK = (
    r"(?:at\s+)?[0-2]?\d[:.h][0-5]\d(?::[0-5]\d)?(?:\s*(?:[ap]\.?m\.?|hrs?|hours))?"
    r"(?:\s*\(?(?:GMT|UTC|[A-Z]{2,4})\b\)?(?:\s?[+-]\d{1,2})?\)?)?"
)

_FULL = "|".join(
    (
        rf"(?P<y1>{YEAR})[-/.](?P<m1>0?[1-9]|1[0-2])[-/.](?P<d1>0?[1-9]|[12]\d|3[01])(?!\d)(?:[T ]\d\d:\d\d\S*)?",
        rf"\b(?P<d2>{DAY})(?:\s+of)?[\s./-]*(?P<n2>{MONTH}),?[\s/-]*(?P<y2>{YEAR})\b",
        rf"\b(?P<n3>{MONTH})\s*(?P<d3>{DAY})(?:,?\s+|\s?/\s?)(?P<y3>{YEAR})\b",
        rf"\b(?P<a4>\d\d?)(?P<sep>[./-])(?P<b4>\d\d?)(?P=sep)(?P<y4>{YEAR})\b",
    )
)
FULL = re.compile(_FULL, re.IGNORECASE)
PARTIAL = re.compile(rf"\b(?:(?P<d1>{DAY})(?:\s+of)?[\s/-]*(?P<n1>{MONTH})|(?P<n2>{MONTH})\s*(?P<d2>{DAY})\b)", re.IGNORECASE)
PLAIN = re.sub(r"\(\?P<\w+>", "(?:", _FULL.replace("(?P=sep)", r"[./-]"))  # the same without names, to build upon
PLAIN_PARTIAL = rf"(?:{DAY}[\s/-]*{MONTH}|{MONTH}\s*{DAY}\b)"


@dataclass(frozen=True, slots=True)
class Found:
    """A full date found in a string: its ISO form and where it stands."""

    iso: str
    start: int
    end: int


def month_number(word: str) -> int:
    """1 to 12 for an English month's name or abbreviation."""
    return MONTHS.index(word[:3].lower()) + 1


def full_date(text: str) -> Found | None:
    """The first full date of ``text`` that is in the calendar; 07/05/2023 could be two days and is none."""
    for match in FULL.finditer(text):
        if iso := _iso(match):
            return Found(iso, match.start(), match.end())
    return None


def all_dates(text: str) -> list[str]:
    """ISO forms of all full dates of ``text``, in order."""
    return [iso for match in FULL.finditer(text) if (iso := _iso(match))]


def _iso(match: re.Match[str]) -> str | None:
    g = match.groupdict()
    if g["y1"]:
        return _valid(g["y1"], g["m1"], g["d1"])
    if g["y2"]:
        return _valid(g["y2"], month_number(g["n2"]), g["d2"])
    if g["y3"]:
        return _valid(g["y3"], month_number(g["n3"]), g["d3"])
    first, second = int(g["a4"]), int(g["b4"])
    if g["sep"] == "." or first > 12 or first == second:
        return _valid(g["y4"], second, first)
    return _valid(g["y4"], first, second) if second > 12 else None


def _valid(year: str, month: int | str, day: int | str) -> str | None:
    try:
        return date(int(year), int(month), int(re.sub(r"\D", "", str(day)))).isoformat()
    except ValueError:
        return None


def month_day(text: str) -> tuple[int, int] | None:
    """Month and day of the first date without a year in ``text``."""
    if not (match := PARTIAL.search(text)):
        return None
    day = match["d1"] or match["d2"]
    return month_number(match["n1"] or match["n2"]), int(re.sub(r"\D", "", day))


def given_date(value: object) -> str | None:
    """The ISO date of a metadata value: an ISO or printed date, a time with a zone (its own day), or seconds since 1970."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        seconds = value / 1000 if value > 1e11 else value
        if not 0 < seconds < 4e9:
            return None
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date().isoformat()
    text = str(value).strip()[:200]
    if compact := re.match(rf"({YEAR})(\d\d)(\d\d)(?:T|$)", text):
        return _valid(compact[1], compact[2], compact[3])
    found = full_date(text)
    return found.iso if found else None


def year_from_text(month: int, day: int, text: str) -> str | None:
    """The full date of a dateline without a year, if the text itself fixes the year beyond doubt.

    A year is a candidate if the text gives a full date within ten days of it, or an "Nth anniversary" and the year N
    before, and if no year told is later or over ten years earlier. It is taken if it is the only one in which that day
    falls on the first weekday the text names (wire leads name the day of the story). Else the year stays unknown.
    """
    if not (weekday := re.search(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", text)):
        return None
    years = {int(y) for y in re.findall(rf"\b{YEAR}\b", text)}
    years |= {int(first[:2] + second) for first, second in re.findall(rf"\b({YEAR})[-–/](\d\d)\b", text)}
    candidates = {year + int(n) for n in re.findall(r"\b(\d{1,3})(?:st|nd|rd|th)[\s-]+anniversary", text) for year in years}
    near = {}
    for year in years | candidates:
        if iso := _valid(str(year), month, day):
            near[year] = date.fromisoformat(iso)
    told = [date.fromisoformat(iso) for iso in all_dates(text)]
    candidates |= {year for year, there in near.items() if any(abs((there - other).days) <= 10 for other in told)}
    latest = max(years, default=0)
    candidates = {year for year in candidates if latest <= year <= latest + 10}  # nothing told lies ahead of the story
    fitting = [near[y] for y in candidates if y in near and near[y].weekday() == DAYS.index(weekday[0][:3].lower())]
    return fitting[0].isoformat() if len(fitting) == 1 else None
