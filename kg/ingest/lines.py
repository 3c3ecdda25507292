"""The first lines of a text, each marked where it reads as running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

HEAD_LINES = 16  # more lines than any header seen; a page that has no sentence by then is a list
SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*$")


CREDITED = re.compile(
    r"(?<=\w[\w)])\.\s+(?=[^.]*(?:/|\b(?:via|photo|photos|images|reuters|afp|epa|ap)\b))[^.]{2,70}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line: its text without outer space, its offset, and whether it begins running text."""

    text: str
    start: int
    sentence: bool


def head_lines(text: str) -> Iterator[Line]:
    """The first non-blank lines of ``text``."""
    rows = [
        (m.start() + len(m[0]) - len(m[0].lstrip()), m[0].strip())
        for m, _ in zip(re.finditer(r"[^\n]*\n?", text), range(400), strict=False)
    ]
    told = [i for i, (_, row) in enumerate(rows) if row][:HEAD_LINES]
    for place, i in enumerate(told):
        start, row = rows[i]
        yield Line(row, start, _is_sentence([r for _, r in rows[i : i + 40]], first=place == 0))


def _is_sentence(rows: Sequence[str], first: bool) -> bool:
    """True if the first of the rows reads as running text, alone or as the start of a hard-wrapped paragraph.

    It ends as a sentence does and has eight words, or it is too long for a title. A short question or exclamation in the
    first line of a text is a title all the same.
    """
    whole = _paragraph(rows)
    words = len(whole.split())
    if whole.isupper() and len(whole) < 130:
        return False
    if not SENTENCE_END.search(whole):
        credited = CREDITED.search(whole)  # "X greets Y in Oslo on Monday. REUTERS/Karl Voss"
        return words > 35 or (credited is not None and len(whole[: credited.start()].split()) >= 8)
    title = first and whole == rows[0] and whole[-1] != "." and len(whole) < 130 and not re.search(r"[.!?]\s", whole)
    return words >= 8 and not title


def _paragraph(rows: Sequence[str]) -> str:
    """The first row with those it was wrapped into: none is much longer, none but the last much shorter, and there are three or
    the second runs on."""
    first, wrapped = rows[0], [rows[0]]
    for row in rows[1:]:
        if not row or len(row) > len(first) + 20 or len(first) < 45:
            break
        wrapped.append(row)
    runs_on = len(wrapped) > 1 and (wrapped[1][:1].islower() or first[-1] in "-,")
    even = all(len(row) > 0.6 * len(first) for row in wrapped[1:-1])
    return " ".join(wrapped) if even and (runs_on or len(wrapped) > 2) else first
