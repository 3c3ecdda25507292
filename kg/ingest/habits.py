"""The words the header reader goes by, read from ``ontology/newswire.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

from kg.config import data_dir


@dataclass(frozen=True, slots=True)
class Habits:
    """Lower-case words of newspapers: names of media, labels, page furniture, offices in bylines."""

    media: frozenset[str]
    labels: frozenset[str]
    not_places: frozenset[str]
    reporters: frozenset[str]
    furniture: tuple[str, ...]

    def names_outlet(self, text: str) -> bool:
        """True if a word of ``text`` is one by which institutions that publish are called."""
        return any(word in self.media for word in re.findall(r"[^\W\d_]+", text.lower()))

    def is_furniture(self, line: str) -> bool:
        """True for a line of the page around an article."""
        lower = line.lower().lstrip("[(★•*>-–— ")
        return not any(c.isalpha() for c in line) or any(lower.startswith(start) for start in self.furniture)


def load_habits() -> Habits:
    """The words of ``ontology/newswire.toml``."""
    filed = tomllib.loads((data_dir("ontology") / "newswire.toml").read_text(encoding="utf-8"))
    sets = {key: frozenset(filed[key]) for key in ("media", "labels", "not_places", "reporters")}
    return Habits(**sets, furniture=tuple(filed["furniture"]))
