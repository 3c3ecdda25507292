"""What a text tells of itself above its first sentence and below its last: title, date, byline, dateline, outlet.

The lines are walked from the top until the first that reads as running text; each is a date line, a byline, a dateline,
page furniture, the outlet's own name or the title. What metadata gave is kept; the text only fills what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.ingest.dateline import Dateline, read_dateline
from kg.ingest.dates import CLOCK, PLAIN, WEEKDAY, full_date, year_from_text
from kg.ingest.habits import Habits
from kg.ingest.signoff import read_signoff

FIELDS = ("title", "outlet", "published", "dateline", "byline", "agency")
HEAD_LINES = 16  # more lines than any header seen; a page that has no sentence by then is a list

_DATE = rf"(?:{WEEKDAY},?\s+)?(?:{PLAIN})"
_KEY = r"(?:date|published|posted|updated|last\s+updated|publication\s+date|issued|release\s+date|first\s+published)"
KEYED_DATE = re.compile(
    rf"\s*\(?{_KEY}\b(?:\s+on|\s+at)?\s*[:=-]?\s*(?P<when>{_DATE})(?:[\s,|–—-]+{CLOCK})?[)\s,.;|]*", re.IGNORECASE
)
DATE_LINE = re.compile(
    rf"(?:(?P<before>(?!{WEEKDAY}\b)[^|\n]{{2,70}}?)(?P<mark>\s+[-–—·•]+\s+|\s*\|\s*|,\s+|:\s+))?\(?(?P<when>{_DATE})(?:[\s,|–—·•-]+{CLOCK})?\)?"
    r"(?:\s*[|·•(][^\n]{0,60}|\.)?",
    re.IGNORECASE,
)
DATED_FIELDS = re.compile(rf"(?P<when>{_DATE})(?:\s+{CLOCK})?(?:\s{{2,}}|\s*[|·•]\s*)(?P<rest>\S[^\n]{{0,150}})", re.IGNORECASE)
KEYED = re.compile(
    r"\b(?P<key>source|publisher|outlet|author|by|reporter|editor|edit)\s*:\s*(?P<value>[^|\n]+?)(?=\s{2,}|\s*[|·•]|\s+\w+:\s|$)",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by|Text by)[\s:]+(?P<name>[^\W\d_a-z][^|\n]{1,70}?)(?:\s*[|·•–—]\s*(?P<rest>[^\n]{1,60}))?"
)
PERSON_OUTLET = re.compile(r"(?P<name>(?:[^\W\d_a-z][\w'’.\-]*\s?){2,4}),\s+(?P<outlet>(?:[^\W\d_a-z][\w'’.\-]*\s?){1,5})")
PERSON_IN_PLACE = re.compile(
    r"(?P<name>(?:[^\W\d_a-z][\w'’.\-]*\s){2,4})in\s+(?P<place>[^\W\d_a-z][\w'’\-]*(?:\s[^\W\d_a-z][\w'’\-]*)?)"
)
ISSUE_NUMBER = re.compile(r"[\s,]+(?:no|nr|issue|vol|volume|edition)\b\.?\s*[#№]?\d+.*$", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*$")


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


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line: its text without outer space, its offset, and whether it begins running text."""

    text: str
    start: int
    sentence: bool


def read_header(text: str, given: Mapping[str, str], habits: Habits) -> Header:
    """Everything the text tells beside ``given``, which wins; every field of FIELDS is in ``known_by``."""
    header = Header()
    for name in FIELDS:
        header.put(name, given.get(name), "metadata")
    header.body_start = _walk(text, header, habits)
    _name_heads(header, habits)
    signoff = read_signoff(text[header.body_start :], habits)
    header.put("published", signoff.published, "text")
    header.put("outlet", signoff.outlet, "text")
    header.put("agency", signoff.agency, "text")
    if "agency" in header.values and header.known_by["agency"] != "metadata":
        header.put("outlet", re.split(r"\s*/\s*", header.values["agency"])[0], header.known_by["agency"])
    if header.day and "published" not in header.values:
        header.put("published", year_from_text(*header.day, text[header.body_start :]), "text")
    for name in FIELDS:
        header.known_by.setdefault(name, "none")
    return header


def _walk(text: str, header: Header, habits: Habits) -> int:
    """Offset of the first character of the body; fills ``header`` from the lines above it."""
    seen = 0
    for line in _lines(text):
        seen = seen or line.start
        rest, start = line.text, line.start
        if keyed := KEYED_DATE.match(rest):
            _put_date(header, keyed["when"])
            header.heads.append(("date", rest[: keyed.end()]))
            start, rest = start + keyed.end(), rest[keyed.end() :]
            if not rest:
                continue
        if line.text == header.values.get("title"):
            header.heads.append(("given", rest))
            continue
        if len(rest) < 160 and DATE_LINE.fullmatch(rest) and _date_line(rest, header, habits):
            header.heads.append(("date", rest))
            continue
        if dateline := _dateline(rest, line.sentence, text, habits):
            _put_dateline(header, dateline)
            end = start + dateline.end
            return end + len(text[end:]) - len(text[end:].lstrip()) if text[end:].strip() else end
        kind = _kind(rest, header, habits)
        if line.sentence and kind in {"title", "furniture"} and not (kind == "furniture" and len(rest) < 200):
            return start
        header.heads.append((kind, rest))
    return seen


def _dateline(rest: str, sentence: bool, text: str, habits: Habits) -> Dateline | None:
    """The dateline of a line, unless the same words open another line too: then they are a speaker's name."""
    dateline = read_dateline(rest, sentence, habits)
    if dateline and not dateline.day and not dateline.published and not dateline.agency:
        opening = rest[: dateline.end].strip()
        if len(re.findall(rf"^\s*{re.escape(opening)}", text, re.MULTILINE)) > 1:
            return None
    return dateline


def _lines(text: str) -> Iterator[Line]:
    """The first non-blank lines of ``text``."""
    found = [m for _, m in zip(range(400), re.finditer(r"[^\n]*\n?", text), strict=False) if m[0]]
    count = 0
    for i, match in enumerate(found):
        if not match[0].strip():
            continue
        stripped = match[0].strip()
        yield Line(
            stripped,
            match.start() + match[0].index(stripped[0]),
            _is_sentence(i, [m[0].strip() for m in found[i : i + 40]], count),
        )
        count += 1
        if count == HEAD_LINES:
            return


def _is_sentence(number: int, following: list[str], count: int) -> bool:
    """True if the first of the lines reads as running text, alone or as the first line of a hard-wrapped paragraph."""
    line, wrapped = following[0], [following[0]]
    for after in following[1:]:
        if (
            not after
            or len(after) > len(line) + 20
            or not (len(line) > 45 and (after[:1].islower() or line[-1] in "-," or len(following[2:3])))
        ):
            break
        wrapped.append(after)
    whole = line
    if len(wrapped) > 2 or (len(wrapped) == 2 and (wrapped[1][:1].islower() or line[-1] in "-,")):
        whole = " ".join(wrapped)
    words = len(whole.split())
    if not SENTENCE_END.search(whole):
        return words > 35
    short_title = count == 0 and whole[-1] != "." and len(whole) < 130 and whole == line and not re.search(r"[.!?]\s", whole)
    return words >= 8 and not short_title


def _kind(rest: str, header: Header, habits: Habits) -> str:
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


def _date_line(rest: str, header: Header, habits: Habits) -> bool:
    match = DATE_LINE.fullmatch(rest)
    if not match or not _put_date(header, match["when"]):
        return False
    before = (match["before"] or "").strip()
    if before and (by := BYLINE.fullmatch(before)):
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
        _put_date(header, dated["when"])
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
    header.put("byline", name, "first line")
    if habits.names_outlet(name) and "," not in name and name.lower() not in habits.reporters and not name.split()[0].isupper():
        header.put("outlet", name, "first line")


def _put_date(header: Header, text: str) -> bool:
    found = full_date(text)
    if found:
        header.put("published", found.iso, "first line")
    return found is not None


def _put_dateline(header: Header, dateline: Dateline) -> None:
    header.put("dateline", dateline.place, "dateline")
    header.put("agency", dateline.agency, "dateline")
    header.put("published", dateline.published, "dateline")
    header.day = dateline.day


def _name_heads(header: Header, habits: Habits) -> None:
    """The title is the first plain line; one before the date line, with another behind it, is the outlet's own name."""
    plain = [(i, line) for i, (kind, line) in enumerate(header.heads) if kind == "title"]
    if not plain:
        return
    first, line = plain[0]
    kinds = [kind for kind, _ in header.heads]
    topped = first == 0 and len(plain) > 1 and "date" in kinds[1 : plain[1][0]] and habits.names_outlet(line)
    numbered = first == 0 and ISSUE_NUMBER.search(line) and habits.names_outlet(line)
    if topped or numbered:
        header.put("outlet", _masthead(line), "first line")
        header.put("title", plain[1][1] if topped else line, "first line")
    header.put("title", line, "first line")


def _masthead(line: str) -> str:
    """The outlet's name in a top line: without issue number, edition, and its other-script form before a slash."""
    line = ISSUE_NUMBER.sub("", re.sub(r"\s*\([^)]*\)\s*$", "", line))
    line = re.split(r"\s+[–—|-]+\s+", line)[0]
    latin = [part for part in line.split("/") if part.isascii()]
    return (latin[-1] if "/" in line and latin else line).strip()
