"""The patterns of dates over the codes of ``time.toml``, each with the rule that resolves it. The longest match wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kg.annotate.dates import absolute, relative
from kg.annotate.dates.found import Found, Resolved

Rule = Callable[[Found], Resolved | None]


class Pattern(NamedTuple):
    """A regular expression over codes, the letters it can begin with, and the rule for its matches."""

    regex: re.Pattern[str]
    starts: str
    rule: Rule


def pattern(starts: str, regex: str, rule: Rule) -> Pattern:
    """The pattern with blanks dropped; ``<y>X`` stands for a group named y of code X or of a class of codes."""
    compact = re.sub(r"\s+", "", regex)
    named = re.sub(r"<(\w)>(\[[^\]]+\]|.)", r"(?P<\1>\2)", compact)
    return Pattern(re.compile(named), starts, rule)


_WEEKDAY = r"(?:[Ww]\.?,?)?"
_PART = r"(?:<h>hh?-?o?t?)?"  # early, mid-, the end of the
_YEAR = r"(?:,?<y>Y)?"
_YEAR_TO = r"(?:,?<z>Y)?"
_JOIN = r",?F?<j>[-T&]"

PATTERNS: tuple[Pattern, ...] = (
    pattern("Y", "<y>Y-<m>D-<d>D", absolute.iso),
    pattern("I", "<i>I", absolute.figures),
    # July 25 to 27, 2023 / July 30 to August 2 / 25-27 July / 30 July to 2 August
    pattern("WwM", rf"{_WEEKDAY}<m>M\.?t?<d>[DO]{_JOIN}t?<e>[DO]{_YEAR}", absolute.day_range),
    pattern("WwM", rf"{_WEEKDAY}<m>M\.?t?<d>[DO]{_YEAR}{_JOIN}{_WEEKDAY}<n>M\.?t?<e>[DO]{_YEAR_TO}", absolute.day_range),
    pattern("WwM", rf"{_WEEKDAY}<m>M\.?t?<d>[DO]{_YEAR}{_JOIN}{_WEEKDAY}t?<e>[DO]o?<n>M\.?{_YEAR_TO}", absolute.day_range),
    pattern("WwtDO", rf"{_WEEKDAY}t?<d>[DO]{_JOIN}{_WEEKDAY}t?<e>[DO]o?<m>M\.?{_YEAR}", absolute.day_range),
    pattern("WwtDO", rf"{_WEEKDAY}t?<d>[DO]o?<m>M\.?{_YEAR}{_JOIN}{_WEEKDAY}t?<e>[DO]o?<n>M\.?{_YEAR_TO}", absolute.day_range),
    pattern("tDO", rf"t?<d>[DO]{_JOIN}t?<e>[DO]", absolute.ordinal_range),
    pattern("W", rf"<w>W{_JOIN}<v>W", absolute.weekday_range),
    pattern("Y", r"<y>Y<j>[-T&]<e>[YDN]", absolute.year_range),
    pattern("M", rf"<m>M\.?{_YEAR}{_JOIN}<n>M\.?{_YEAR_TO}", absolute.month_range),
    # July 25, 2023 / the 25th of July
    pattern("WwM", rf"{_WEEKDAY}<m>M\.?t?<d>[DO]{_YEAR}", absolute.one_day),
    pattern("WwtDO", rf"{_WEEKDAY}t?<d>[DO]o?<m>M\.?{_YEAR}", absolute.one_day),
    pattern("t", "<t>t<d>O", absolute.ordinal_day),
    pattern("O", "<d>O", absolute.ordinal_day),
    pattern("W", "<w>W,?t?<d>O", absolute.weekday_ordinal),
    pattern("WLXHPG", "[LXHPG]?<w>Wp?q<d>[DO]Q", absolute.weekday_and_day),
    # mid-July, August of 2020, October last year, last September
    pattern("hM", rf"{_PART}<m>M\.?(?:o?,?<y>Y)?", absolute.month),
    pattern("hM", rf"{_PART}<m>M,?o?<r>[LXH]<u>U", absolute.month_of_year),
    pattern("LXH", "<r>[LXH]<m>M", absolute.month_of_year),
    pattern("hY", rf"{_PART}<y>Y", absolute.year),
    pattern("hE", r"(?:h-?)?<d>E", absolute.decade),
    pattern("LXH", "<r>[LXH]<s>s", absolute.season),
    pattern("ts", "<t>t<s>s(?:o?t?,?<y>Y)?", absolute.season),
    pattern("hs", r"(?:h-?)?<s>s(?:o?,?<y>Y)?", absolute.season),
    # today, this morning, the day before yesterday
    pattern("R", "<r>Rp?", relative.today),
    pattern("t", "t<u>U<v>[eV]<r>R", relative.today),
    pattern("HL", "<r>[HL]p", relative.part_of_day),
    pattern("W", r"<w>Wp?", relative.one_weekday),
    pattern("LXHPG", "<r>[LXHPG]<w>Wp?", relative.named_weekday),
    pattern("t", "t<r>[PG]<w>W", relative.named_weekday),
    pattern("W", "<w>W,?o?t?<r>[LXHPG]<u>U", relative.weekday_in_week),
    pattern("LXHPG", "<r>[LXHPG]<u>U<w>W", relative.weekday_in_week),  # "next week Wednesday"
    # earlier this week, the end of next month, the end of the year
    pattern("heVLXH", rf"[eV]?{_PART}<r>[LXH]<u>U", relative.unit),
    pattern("t", "t<r>[L]<u>U", relative.unit),
    pattern("h", "hot?<u>U", relative.unit),
    # the same day, the previous month, the day before, two days later, three days ago
    pattern("tS", "t?S(?:<u>U|p)", relative.same),
    pattern("t", "t<r>[PGX](?:<u>U|p)", relative.neighbour),
    pattern("t", "t<u>U<v>[eV]", relative.neighbour),
    pattern("naDN", "<n>[naDN]<u>U<v>[eV]", relative.distance),
    pattern("naDN", "<n>[naDN]<u>UA", relative.ago),
    # three-day, week-long, for ten days
    pattern("nDN", "<n>[nDN]-<u>U(?!-)", relative.duration),
    pattern("naDN", "<n>[naDN]<u>U", relative.lasting),
    pattern("U", "<u>U-?l", relative.duration),
    pattern("C", "<c>C", relative.duration),
)

BY_START: dict[str, tuple[Pattern, ...]] = {
    letter: tuple(p for p in PATTERNS if letter in p.starts) for letter in sorted({c for p in PATTERNS for c in p.starts})
}
STARTS = re.compile(f"[{''.join(BY_START)}]")
