"""What a rule sees: one match of a pattern, the words around it, and the dates to count from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.annotate.dates.tense import direction
from kg.annotate.dates.words import Atom, TimeWords, time_words
from kg.model import Token

_NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD", "JJ", "VBG", "JJR", "JJS")


class Resolved(NamedTuple):
    """What an expression means: ISO dates at their precision, the rule's name, the anchor counted from, a length in days."""

    start: str | None
    end: str | None
    rule: str
    anchor: str | None = None
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One match over the codes; ``f["m"]`` is the atom of a named group, None where the group took no part."""

    match: re.Match[str]
    atoms: Sequence[Atom]
    tokens: Sequence[Token]
    published: date | None
    last: date | None  # the day last told before this place

    def __getitem__(self, group: str) -> Atom | None:
        at = self.match.start(group) if group in self.match.re.groupindex else -1
        return self.atoms[at] if at >= 0 else None

    def value(self, group: str) -> int:
        """The number of a group that took part."""
        atom = self[group]
        return atom.value if atom is not None else 0

    def text(self, group: str) -> str:
        """The lower-case text of a group; "" where it took no part."""
        atom = self[group]
        return atom.text if atom is not None else ""

    def before(self, back: int = 1) -> str:
        """The lower-case word before the match."""
        at = self.match.start() - back
        return self.atoms[at].text if at >= 0 else ""

    def after(self) -> Token | None:
        """The token after the match."""
        at = self.match.end()
        return self.tokens[self.atoms[at].token] if at < len(self.atoms) else None

    def noun_follows(self) -> bool:
        """Whether the next word makes a number before it a count or an ordinal of something."""
        token = self.after()
        return token is not None and (token.tag in _NOUNS or token.text in ("%", "-", "–"))

    def side(self) -> int:
        """On which side of the publication date the clause speaks."""
        last = self.atoms[self.match.end() - 1]
        return direction(self.tokens, last.token - (last.text == "."))

    def words(self) -> TimeWords:
        """The words of time."""
        return time_words()

    def anchor(self) -> str | None:
        """The publication date as text."""
        return self.published.isoformat() if self.published else None
