"""The words the header reader goes by, read from ``ontology/newswire.toml``, and the outlets of the gazetteer."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kg.config import data_dir


@dataclass(frozen=True, slots=True)
class Habits:
    """Lower-case words of newspapers: names of media, labels, page furniture, offices in bylines, outlets, capitals."""

    media: frozenset[str]
    labels: frozenset[str]
    not_places: frozenset[str]
    reporters: frozenset[str]
    furniture: tuple[str, ...]
    outlets: frozenset[str]
    capitals: frozenset[str]

    def is_outlet(self, text: str) -> bool:
        """True if ``text`` is the name or acronym of an outlet that the gazetteer knows."""
        return text.strip().lower() in self.outlets

    def names_outlet(self, text: str) -> bool:
        """True for a known outlet, and if a word of ``text`` is one by which institutions that publish are called."""
        return self.is_outlet(text) or any(word in self.media for word in re.findall(r"[^\W\d_]+", text.lower()))

    def is_furniture(self, line: str) -> bool:
        """True for a line of the page around an article."""
        lower = line.lower().lstrip("[(★•*>-–— ")
        return not any(c.isalpha() for c in line) or any(lower.startswith(start) for start in self.furniture)


def load_habits(own: str = "") -> Habits:
    """The words of ``ontology/newswire.toml`` and the outlets of the gazetteer, with those in the folder ``own``."""
    ontology = data_dir("ontology")
    filed = tomllib.loads((ontology / "newswire.toml").read_text(encoding="utf-8"))
    sets = {key: frozenset(filed[key]) for key in ("media", "labels", "not_places", "reporters")}
    files = [folder / "outlets.psv" for folder in (ontology / "gazetteer", *([Path(own)] if own else []))]
    rows = [row for file in files if file.is_file() for row in file.read_text(encoding="utf-8").splitlines()]
    cells = [row.split("|") for row in rows if row and not row.startswith("#")]
    outlets = {name.strip().lower() for row in cells for cell in row[1:4] for name in cell.split(";") if name.strip()}
    states = (ontology / "gazetteer" / "states.psv").read_text(encoding="utf-8").splitlines()
    seats = {name.strip().lower() for row in states if "|" in row for name in re.split("[/;]", row.rsplit("|", 1)[1])}
    return Habits(**sets, furniture=tuple(filed["furniture"]), outlets=frozenset(outlets), capitals=frozenset(seats - {""}))
