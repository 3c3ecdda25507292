"""Datelines: where, when and by which agency a story was filed, in the forms of the world's wires.

``SEOUL, July 27 (Yonhap) --``, ``Lima, Mar 14 (EFE).-``, ``MOSCOW, October 2. /TASS/.``, ``BAKU, October 2, AZERTAC``,
``BISHKEK. July 11. Ala-Too Press -``, ``New Delhi, Nov 5 (PTI)``, ``July 25 (EUROPA PRESS) –``, ``Tehran, IRNA –``,
``ASTANA. KAZINFORM –``, ``(ANSA) - ROME, MAY 4 -``, ``TOKYO -``, ``KHARTOUM:``, ``May 17, 2014 (KHARTOUM) -``,
``LIMA (Ceibo News / Andina - 3rd May, 2021)``, ``Lima, Peru.-``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.ingest.dates import CLOCK, MONTH, PLAIN, PLAIN_PARTIAL, WEEKDAY, YEAR, full_date, month_day
from kg.ingest.habits import Habits

_WORD = r"(?:(?:St|Ste|Ft|Mt|Pt)\.|(?:[A-Z]\.){2,}|[^\W\d_](?:[\w'’‘ʻʼ]|-(?=\w))*)"
_REGION = rf"(?:,[ ]{_WORD}(?:[ ]{_WORD}){{0,2}}){{0,2}}?"
_PLACE = rf"(?!(?i:{MONTH}|{WEEKDAY})[\s,\d]){_WORD}(?:(?:\s?/\s?|[ ]){_WORD}){{0,4}}?{_REGION}"
_JUCHE = rf"(?:,?\s+Juche\s+\d+\s*(?:\({YEAR}\))?)?"
_WHEN = rf"(?i:\(?(?:{WEEKDAY},?\s+)?(?:{PLAIN}|{PLAIN_PARTIAL})(?:,?\s+{WEEKDAY}(?![a-z]))?(?:,?\s+{CLOCK})?\)?{_JUCHE})"
_DASH = r"(?:\s*\.?\s*(?:--+|[–—-])\s*|\s*:\s+)"
_PLACE_AND_WHEN = rf"(?:(?P<place>{_PLACE})[,.]?\s*)?(?:(?P<when>{_WHEN})[,.]?\s*)?"
CREDITED = re.compile(
    rf"{_PLACE_AND_WHEN}(?:\((?P<round>[^()\n]{{2,60}})\)|/(?P<slash>[^/\n]{{2,40}})/)(?:\s+(?P<after>{_WHEN}))?(?P<sep>{_DASH}|[.,]?\s+|\.?$)"
)
FILED = re.compile(rf"(?P<agency>[^\d]{{2,45}}?)\s*(?:\s[-–—]|,)\s+(?P<when>{_WHEN})")
LED = re.compile(rf"\((?P<round>[^()\n]{{2,40}})\)\s*[–—-]+\s*(?P<place>{_PLACE})[,.]?\s+(?P<when>{_WHEN})(?P<sep>{_DASH})")
BARE = re.compile(
    rf"(?P<place>{_PLACE})[,.]\s+(?P<when>{_WHEN})[,.]\s+"
    rf"(?P<bare>{_WORD}(?:[ ]{_WORD}){{0,3}}(?:\.\w{{2,3}})?)\s*(?P<sep>--+\s*|[–—-]\s+|\.?$)"
)
SIGNED = re.compile(
    rf"(?P<place>{_WORD}(?:[ ]{_WORD}){{0,2}})[,.]\s+(?P<bare>{_WORD}(?:[ ]{_WORD}){{0,2}})(?P<sep>\s*(?:--+|[–—])\s*|\s+-\s+)"
)
CAPITALS = re.compile(r"(?P<place>[A-Z]{3,}(?:[- ][A-Z]{2,})?)\.\s+(?P<bare>[A-Z]{4,})(?P<sep>\s+)(?=[A-Z][a-z]*\s)")
DATED = re.compile(rf"(?P<place>{_PLACE})[,.]?\s+(?P<when>{_WHEN})(?P<sep>{_DASH}|\.\s+)")
PLACED = re.compile(rf"(?P<place>{_PLACE})(?P<sep>{_DASH}|\.[ ]+)")
_PARTICLES = frozenset("de del la el al le les of and du da do dos am an der den ibn bin".split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells; ``end`` is the offset behind it, ``day`` a month and day whose year is not said."""

    place: str | None
    agency: str | None
    published: str | None
    day: tuple[int, int] | None
    end: int


def read_dateline(line: str, sentence: bool, habits: Habits) -> Dateline | None:
    """The dateline that ``line`` begins with; ``sentence`` says whether the line reads as running text."""
    if (
        (match := LED.match(line)) and _is_agency(match["round"]) and _is_place(match["place"], habits)
    ):  # "(ANSA) - ROME, MAY 4 -"
        return _made(match, match["round"])
    if match := CREDITED.match(line):
        agency = match["round"] or match["slash"]
        if match["place"] and month_day(agency) and re.fullmatch(_WHEN, agency):  # "LIMA (Jan 8):"
            made = replace(_made(match, None), day=month_day(agency))
            return made if _is_place(match["place"], habits) else None
        if match["place"] and (filed := FILED.fullmatch(agency)) and _is_agency(filed["agency"]):
            return _made(match, filed["agency"], filed["when"]) if _is_place(match["place"], habits) else None
        firm = (
            match["when"] or match["after"] or (match["place"] and (match["slash"] or match["sep"].strip() not in {"", ",", "."}))
        )
        if match["round"] and not match["place"] and match["when"] and agency.lower() in habits.capitals:  # "May 17 (KHARTOUM) -"
            return replace(_made(match, None), place=agency)
        return _made(match, agency) if firm and _is_agency(agency) and _is_place(match["place"], habits) else None
    if match := BARE.match(line):
        return _made(match, match["bare"]) if _is_place(match["place"], habits) else None
    if (
        (match := SIGNED.match(line) or CAPITALS.match(line))
        and sentence
        and habits.is_outlet(match["bare"])
        and _is_place(match["place"], habits)
    ):
        return _made(match, match["bare"])
    if match := DATED.match(line):
        firm = sentence or match["sep"].strip() != "."
        if firm and habits.is_outlet(match["place"] or ""):  # "TASS, July 25."
            return replace(_made(match, match["place"]), place=None)
        return _made(match, None) if firm and _is_place(match["place"], habits) else None
    if (match := PLACED.match(line)) and sentence and _is_place(match["place"], habits):
        return _made(match, None) if _stands_alone(match, line[match.end() :]) else None
    return None


def _stands_alone(match: re.Match[str], rest: str) -> bool:
    """True if a place without date and agency is a dateline: capitals, or a word or two before a colon or full stop."""
    place, sep = match["place"], match["sep"]
    if rest.isupper() or (not rest[:1].isupper() and rest[:1] not in "\"“'‘«"):
        return False
    if place.partition(",")[0].isupper() and len(place) > 2:  # "LIMA, Peru - "
        return sep[:1].isspace() or sep.strip() in {":", "—", "--", "."}
    if sep.strip() in {".-", ".–", ".—"}:  # "Lima, Peru.- "
        return True
    city, comma, _ = place.partition(",")
    if comma and sep.strip(" .") in {"—", "--", "–"}:  # "LIMA, Peru —", "Metro Manila, Philippines —"
        return city.isupper() or (sep[:1].isspace() and sep[-1:].isspace() and len(rest) > 60)
    return sep.strip() in {":", ".", "—"} and len(place.split()) <= 2 and len(rest) > 60


def _is_place(place: str | None, habits: Habits) -> bool:
    """False for words no place is called by; a dateline without a place is one too."""
    if place is None:
        return True
    words = [word for word in re.split(r"[\s/,]+", place) if word]
    if place.lower() in habits.labels or words[0].lower() in habits.not_places | habits.labels:
        return False
    return words[0][0].isupper() and all(w[0].isupper() or w in _PARTICLES for w in words)


def _is_agency(agency: str) -> bool:
    return sum(c.isalpha() for c in agency) >= 2 and not re.search(r"\d{2}", agency) and len(agency.split()) <= 6


def _made(match: re.Match[str], agency: str | None, when: str = "") -> Dateline:
    when = when or match.groupdict().get("when") or match.groupdict().get("after") or ""
    when = re.sub(r",?\s+Juche\s+\d+\s*\(?", ", ", when)  # July 27 Juche 112 (2023)
    full = full_date(when)
    place = re.sub(r"\s+", " ", match["place"]) if match["place"] else None
    return Dateline(place, agency and agency.strip(), full.iso if full else None, None if full else month_day(when), match.end())
