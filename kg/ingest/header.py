"""What a text tells of itself above its first sentence and below its last: title, date, byline, dateline, outlet.

The lines are walked from the top until the first that reads as running text; each is a date line, a byline, a dateline,
page furniture, the outlet's own name or the title. What metadata gave is kept; the text only fills what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.ingest.dateline import Dateline, read_dateline
from kg.ingest.dates import year_from_text
from kg.ingest.habits import Habits
from kg.ingest.headlines import DATE_LINE, KEYED_DATE, Header, date_line, line_kind, put_date
from kg.ingest.lines import head_lines
from kg.ingest.signoff import read_signoff

ISSUE_NUMBER = re.compile(r"[\s,]+(?:no|nr|issue|vol|volume|edition)\b\.?\s*[#№]?\d+.*$", re.IGNORECASE)
LONGEST_DATELINE = 300  # characters looked at; the text behind a dateline is only looked at for its first
LINES_BELOW = 8  # lines after the first of the body in which a dateline may still come
LONGEST_TITLE = 120  # characters
LONGEST_NAME = 7  # words of an outlet's name
_SECTION, _HEADLINE = 2, 5  # words that the name of a section has at most, a headline below it at least
FIELDS = ("title", "outlet", "published", "dateline", "byline", "agency")


def read_header(text: str, given: Mapping[str, str], habits: Habits) -> Header:
    """Everything the text tells beside ``given``, which wins; every field of FIELDS is in ``known_by``."""
    header = Header()
    for name in FIELDS:
        header.put(name, given.get(name), "metadata")
    header.body_start = _walk(text, header, habits)
    if "dateline" not in header.values and (below := _dateline_below(text, header.body_start, habits)) is not None:
        _put_dateline(header, below)
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
    for line in head_lines(text):
        seen = seen or line.start
        rest, start = line.text, line.start
        if keyed := KEYED_DATE.match(rest):
            put_date(header, keyed["when"])
            header.heads.append(("date", rest[: keyed.end()]))
            start, rest = start + keyed.end(), rest[keyed.end() :]
            if not rest:
                continue
        if line.text == header.values.get("title"):
            header.heads.append(("given", rest))
            continue
        if len(rest) < 160 and DATE_LINE.fullmatch(rest) and date_line(rest, header, habits):
            header.heads.append(("date", rest))
            continue
        if dateline := _dateline(rest, line.sentence, text, habits):
            _put_dateline(header, dateline)
            end = start + dateline.end
            return end + len(text[end:]) - len(text[end:].lstrip()) if text[end:].strip() else end
        kind = line_kind(rest, header, habits)
        if line.sentence and kind in {"title", "furniture"} and not (kind == "furniture" and len(rest) < 200):
            return start
        if kind == "title" and len(rest) > LONGEST_TITLE and {"title", "date"} <= {kind for kind, _ in header.heads}:
            return start  # a paragraph without a full stop
        header.heads.append((kind, rest))
    return seen


def _dateline(rest: str, sentence: bool, text: str, habits: Habits) -> Dateline | None:
    """The dateline of a line that holds up in its text.

    A place alone that opens another line too is a speaker's name; one before a full stop must be named again.
    """
    dateline = read_dateline(rest[:LONGEST_DATELINE], sentence, habits)
    if dateline and not dateline.day and not dateline.published and not dateline.agency:
        opening = rest[: dateline.end].strip()
        if len(re.findall(rf"^\s*{re.escape(opening)}", text, re.MULTILINE)) > 1:
            return None
        if opening.endswith(".") and text.count(opening.rstrip(". ")) < 2:
            return None
    return dateline


def _dateline_below(text: str, start: int, habits: Habits) -> Dateline | None:
    """The dateline of the paragraph that follows a caption or a summary, where its place stands in capitals."""
    for line in text[start:].split("\n", LINES_BELOW)[1:LINES_BELOW]:
        found = read_dateline(line.strip()[:LONGEST_DATELINE], True, habits) if line.strip() else None
        if found is not None and found.place is not None and found.place.partition(",")[0].isupper():
            return found
    return None


def _put_dateline(header: Header, dateline: Dateline) -> None:
    header.put("dateline", dateline.place, "dateline")
    header.put("agency", dateline.agency, "dateline")
    header.put("published", dateline.published, "dateline")
    header.day = dateline.day


def _name_heads(header: Header, habits: Habits) -> None:
    """The title is the first plain line; one before the date line, with another behind it, is the outlet's own name."""
    kinds = [kind for kind, _ in header.heads]
    plain = [(i, line) for i, (kind, line) in enumerate(header.heads) if kind == "title"]
    if not plain:
        return
    if len(plain) > 1 and _is_section(plain[0][1], plain[1][1], habits):
        plain = plain[1:]
    first, line = plain[0]
    early, media = set(kinds[:first]) <= {"date", "furniture"}, habits.names_outlet(line)
    topped = (
        early
        and media
        and len(_masthead(line).split()) <= LONGEST_NAME
        and len(plain) > 1
        and ("date" in kinds[first + 1 : plain[1][0]] or _reads_as_name(line, habits))
    )
    if topped or (early and media and ISSUE_NUMBER.search(line)):
        header.put("outlet", _masthead(line), "first line")
        header.put("title", plain[1][1] if topped else line, "first line")
    header.put("title", line, "first line")


def _is_section(line: str, after: str, habits: Habits) -> bool:
    """Whether a line names the part of the paper that the headline ``after`` it stands in: "Politics", "West Africa"."""
    return line.lower() in habits.labels or (len(line.split()) <= _SECTION and len(after.split()) >= _HEADLINE)


def _reads_as_name(line: str, habits: Habits) -> bool:
    """True for a few capitalised words, the last of which publishers are called by, or with an edition named behind them."""
    name = _masthead(line)
    words = name.split()
    capital = all(word[0].isupper() or (word.islower() and len(word) <= 3) for word in words)
    return 1 < len(words) <= 6 and capital and (habits.names_outlet(words[-1]) or name != line)


def _masthead(line: str) -> str:
    """The outlet's name in a top line: without issue number, edition, and its other-script form before a slash."""
    line = ISSUE_NUMBER.sub("", re.sub(r"\s*\([^)]*\)\s*$", "", line))
    line = re.split(r"\s+[–—|-]+\s+", line)[0]
    latin = [part for part in line.split("/") if part.isascii()]
    return (latin[-1] if "/" in line and latin else line).strip()
