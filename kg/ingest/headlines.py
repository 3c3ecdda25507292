"""What a line above the body is: date line, byline, place, page furniture or title; its content goes into the header."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.ingest.dates import CLOCK, PLAIN, WEEKDAY, full_date
from kg.ingest.habits import Habits

_DATE = rf"(?:{WEEKDAY},?\s+)?(?:{PLAIN})"
_KEY = r"(?:date|published|posted|updated|last\s+updated|publication\s+date|issued|release\s+date|first\s+published)"
KEYED_DATE = re.compile(
    rf"\s*\(?{_KEY}\b(?:\s+on|\s+at)?\s*[:=-]?\s*(?:{CLOCK},?\s+(?:on\s+)?)?(?P<when>{_DATE})(?:[\s,|–—-]+{CLOCK})?[)\s,.;|]*",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
    rf"(?:(?P<before>(?!{WEEKDAY}\b)(?:[^|\n]{{2,40}}\|)?[^|\n]{{2,70}}?)(?P<mark>\s+[-–—·•]+\s+|\s*\|\s*|,\s+|:\s+|\s+(?=\d\d?:\d\d\s)))?"
    rf"\(?(?:{_KEY}\s*:\s*)?(?:{CLOCK},?\s+)?(?P<when>{_DATE})(?:[\s,|–—·•-]+(?:(?:last )?updated(?: at)? )?{CLOCK})?\)?"
    r"(?:\s*[|·•(][^\n]{0,60}|\.)?",
    re.IGNORECASE,
)
_CREDIT = re.compile(rf"\((?P<agency>[^()]{{2,40}})\)\s*(?:{CLOCK})?")
DATED_FIELDS = re.compile(rf"(?P<when>{_DATE})(?:\s+{CLOCK})?(?:\s{{2,}}|\s*[|·•]\s*)(?P<rest>\S[^\n]{{0,150}})", re.IGNORECASE)
KEYED = re.compile(
    r"\b(?P<key>source|publisher|outlet|author|by|reporter|editor|edit)\s*:\s*(?P<value>[^|\n]+?)(?=\s{2,}|\s*[|·•]|\s+\w+:\s|$)",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:[Bb]y|BY|Written by|Reported by|Text by|From [Oo]ur (?:[Oo]wn )?[Cc]orrespondent,?)[\s:]+"
    r"(?P<name>[^\W\d_a-z][^|\n]{1,70}?)(?:\s*[|·•–—]\s*(?P<rest>[^\n]{1,60}))?"
)
STAFF = re.compile(r"(?P<outlet>(?!(?i:our|special|the|a)\b)[^\W\d_a-z].*?)\s+(?:staff|newsroom|correspondents?|reporters?)")
_NAME = r"[^\W\d_a-z][\w'’.\-]*"
PERSON_OUTLET = re.compile(rf"(?P<name>{_NAME}(?:\s+{_NAME}){{1,3}})(?:,|\s+/)\s+(?P<outlet>{_NAME}(?:\s+{_NAME}){{0,4}})")
PERSON_IN_PLACE = re.compile(
    r"(?P<name>(?:[^\W\d_a-z][\w'’.\-]*\s){2,4})in\s+(?P<place>[^\W\d_a-z][\w'’\-]*(?:\s[^\W\d_a-z][\w'’\-]*)?)"
)


@dataclass(slots=True)
class Header:
    """The fields found, how each was known, and where the body begins."""

    values: dict[str, str] = field(default_factory=dict)
    known_by: dict[str, str] = field(default_factory=dict)
    heads: list[tuple[str, str]] = field(default_factory=list)  # (kind, line) of the lines walked, in order
    day: tuple[int, int] | None = None
    body_start: int = 0

    def put(self, name: str, value: str | None, how: str) -> None:
        """Keeps ``value`` unless the field is known already."""
        if value and value.strip() and name not in self.values:
            self.values[name] = re.sub(r"\s+", " ", value).strip()
            self.known_by[name] = how


def line_kind(rest: str, header: Header, habits: Habits) -> str:
    """What a line above the body is, its content put into ``header``: date, byline, place, furniture or title."""
    if len(rest) < 160 and _fields_line(rest, header):
        return "date"
    if habits.is_furniture(rest):
        return "furniture"
    if len(rest) < 130 and _byline(rest, header, habits):
        return "byline"
    alone = re.fullmatch(r"[^\W\d_]{3,}(?:[\s/-][^\W\d_]{2,}){0,2}", rest)
    if alone and rest.isupper() and header.heads and any(kind in {"title", "given"} for kind, _ in header.heads):
        header.put("dateline", rest, "dateline")
        return "place"
    if rest.startswith("[") and rest.endswith("]"):
        return "furniture"
    return "title"


def date_line(rest: str, header: Header, habits: Habits) -> bool:
    """Whether the line is one of date and place or outlet ("Oslo Wire - Oct 16, 2023"); what it tells goes into ``header``.

    A line of nothing but a known outlet and a date that could be two days ("04/05/2024") is one too.
    """
    match = DATE_LINE.fullmatch(rest)
    if not match:
        return False
    told = match["before"] or ""
    if credit := _CREDIT.fullmatch(told):  # "(North Press) 13:02, May 4, 2021"
        header.put("agency", credit["agency"], "first line")
        told = ""
    first, _, before = told.rpartition("|")
    before = first.strip() if re.fullmatch(_KEY, before.strip(), re.IGNORECASE) else before.strip()
    if not put_date(header, match["when"]) and not habits.is_outlet(before):
        return False
    if match["mark"] and not match["mark"].strip():
        return True
    if habits.is_outlet(first) and before != first.strip():  # "Oslo Wire | Lima | 16 Oct 2023"
        header.put("outlet", first.strip(), "first line")
        header.put("dateline", before, "dateline")
    elif before and (by := BYLINE.fullmatch(before)):
        _put_name(by["name"], header, habits)
    elif before and habits.names_outlet(before):
        header.put("outlet", before, "first line")
    elif before and match["mark"].strip() == ",":
        header.put("dateline", before, "dateline")
    elif before and before.isupper():
        header.put("outlet", before, "first line")
    elif before and match["mark"].strip() != ":":
        header.put("byline", before, "first line")
    return True


def _fields_line(rest: str, header: Header) -> bool:
    """True for ``2019-02-25 09:12   source: A Paper   edit: B`` and ``Source: A Paper``."""
    dated = DATED_FIELDS.fullmatch(rest)
    fields = list(KEYED.finditer(dated["rest"] if dated else rest))
    if not dated and not (fields and fields[0].start() == 0 and len(rest) < 90):
        return False
    if dated:
        put_date(header, dated["when"])
    for item in fields:
        name = {
            "source": "outlet",
            "publisher": "outlet",
            "outlet": "outlet",
            "author": "byline",
            "by": "byline",
            "reporter": "byline",
        }
        if item["key"].lower() in name:
            header.put(name[item["key"].lower()], item["value"], "first line")
    return True


def _byline(rest: str, header: Header, habits: Habits) -> bool:
    if match := BYLINE.fullmatch(rest):
        _put_name(match["name"], header, habits)
        return True
    if rest.lower().strip(" .") in habits.reporters:
        header.put("byline", rest, "first line")
        return True
    if (match := PERSON_OUTLET.fullmatch(rest)) and habits.names_outlet(match["outlet"]):
        header.put("byline", match["name"], "first line")
        header.put("outlet", match["outlet"], "first line")
        return True
    if match := PERSON_IN_PLACE.fullmatch(rest):
        header.put("byline", match["name"], "first line")
        header.put("dateline", match["place"], "dateline")
        return bool(header.heads)
    label, bar, name = rest.partition("|")
    if bar and label.strip().lower() in habits.labels and len(name.split()) <= 5:
        header.put("byline", name, "first line")
        return True
    return False


def _put_name(name: str, header: Header, habits: Habits) -> None:
    """A byline; one that is an outlet's own name is the outlet too."""
    name = name.rstrip(" .,")
    if placed := PERSON_IN_PLACE.fullmatch(name):
        name = placed["name"]
        header.put("dateline", placed["place"], "first line")
    if (match := PERSON_OUTLET.fullmatch(name)) and habits.names_outlet(match["outlet"]):
        name = match["name"]
        header.put("outlet", match["outlet"], "first line")
    if (staff := STAFF.fullmatch(name)) and name.lower() not in habits.reporters:
        header.put("outlet", staff["outlet"], "first line")
    header.put("byline", name, "first line")
    if habits.names_outlet(name) and "," not in name and name.lower() not in habits.reporters and not name.split()[0].isupper():
        header.put("outlet", name, "first line")


def put_date(header: Header, text: str) -> bool:
    """Whether ``text`` is a full date; it goes into ``header`` as the publication date."""
    found = full_date(text)
    if found:
        header.put("published", found.iso, "first line")
    return found is not None
