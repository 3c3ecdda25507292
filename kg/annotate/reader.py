"""A cursor-free reader over the words of one block: what stands at a position, looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.annotate.gazetteer import Entry, Gazetteer
from kg.annotate.words import Word
from kg.lexicon import Lexicon

_GIVEN = frozenset({"jan", "april", "may", "june", "august"})
_ADJECTIVES = frozenset({"demonym", "people"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A gazetteer name at words ``first`` to ``last``: its entry and, for a capital, the state it stands for."""

    first: int
    last: int
    entry: Entry

    @property
    def adjective(self) -> bool:
        """Whether the name is an adjective or a noun for citizens ("Russian", "Russians")."""
        return self.entry.kind in _ADJECTIVES

    @property
    def state(self) -> bool:
        """Whether the name is one of a state, adjectives included."""
        return self.entry.type == "State" and self.entry.kind not in ("capital", "seat")


@dataclass(slots=True)
class Reader:
    """The words of a block, the lexicon, and the gazetteer's answers by position."""

    words: Sequence[Word]
    lexicon: Lexicon
    gazetteer: Gazetteer
    present: frozenset[str] = frozenset()  # keys of the states that the article names otherwise: only these can have epithets
    home: str | None = None  # key of the state that the article is written from
    hits: dict[int, Hit] = field(default_factory=dict)
    lowers: dict[int, str] = field(init=False)
    capitals: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lowers = {i: word.lower for i, word in enumerate(self.words)}
        self.capitals = frozenset(i for i, word in enumerate(self.words) if word.capital)
        plain = [w.text for w in self.words]
        for i, word in enumerate(self.words):
            if word.lower in ("north", "south") and not word.capital and self.capital(i + 1):  # "the south Korean army"
                plain[i] = word.text.capitalize()
            if not (plain[i][:1].isupper() or plain[i][:1].isdigit() or self.lower(i - 1) == "the"):  # "the island nation"
                continue
            found = self.gazetteer.match(plain, i)
            if found is not None:
                length, entries = found
                entry = self.choose(entries, self.home if word.capital else None)
                if entry is not None and not (entry.key.startswith("outlet/") and self.of_people(i, i + length)):
                    self.hits[i] = Hit(i, i + length, entry)

    def of_people(self, first: int, last: int) -> bool:
        """Whether a newspaper's name is only an adjective of a state: "the Australian government", not "The Australian said"."""
        if last - first != 2 or self.lower(first) != "the" or self.capital(last):
            return False
        lex, follows = self.lexicon, self.lower(last)
        words = (lex.voices, lex.office_heads, lex.office_before, lex.fields, lex.body_heads, lex.group_heads, lex.people)
        return self.gazetteer.state_of_demonym(self.words[first + 1].text) is not None and any(follows in w for w in words)

    def choose(self, entries: Sequence[Entry], home: str | None) -> Entry | None:
        """The entry meant among those of one form: one whose state the article names, else the first that is no epithet.

        An epithet is taken only where it can mean just one of the states that the article names otherwise, or among them the
        one at ``home``, whose own press writes "the Kingdom".
        """
        plain = [e for e in entries if e.kind != "epithet"]
        if plain:
            return next((e for e in plain if e.state in self.present), plain[0])
        named = {e.state: e for e in entries if e.state in self.present}
        return next(iter(named.values())) if len(named) == 1 else named.get(home or "")

    def lower(self, i: int) -> str:
        """The lower-case word at ``i``; "" outside."""
        return self.lowers.get(i, "")

    def bare(self, i: int) -> str:
        """The lower-case word at ``i`` without a closing full stop."""
        return self.lower(i).rstrip(".")

    def capital(self, i: int) -> bool:
        """Whether the word at ``i`` begins with a capital letter."""
        return i in self.capitals

    def naming(self, i: int) -> bool:
        """Whether the word at ``i`` may be part of a name: capitalised, and not only because it begins a sentence."""
        if not self.capital(i) or (self.lower(i) in self.lexicon.calendar and not self.given(i)):
            return False
        word = self.words[i]
        if word.lower in self.lexicon.never:
            return bool(word.ent) and not word.initial and word.lower not in ("i", "he", "she", "it")
        return not word.initial or bool(word.ent) or self.naming_inside(i + 1)

    def given(self, i: int) -> bool:
        """Whether a word of the calendar is a first name: "Jan Holt", "April Berg", "May" before a person's name."""
        if self.lower(i) not in _GIVEN or not self.capital(i + 1) or not self.words[i + 1].spaced:
            return False
        return self.words[i + 1].ent == "PERSON" and i + 1 not in self.hits and self.lower(i + 1) not in self.lexicon.calendar

    def naming_inside(self, i: int) -> bool:
        """Whether the word at ``i`` goes on a name that a sentence-initial word began."""
        if not self.capital(i) or self.words[i].initial:
            return False
        low = self.words[i].lower
        return low not in self.lexicon.calendar and low not in self.lexicon.never

    def possessive(self, i: int) -> bool:
        """Whether the word at ``i`` is a possessive ending."""
        return self.lower(i) in ("'s", "’s", "'", "’") and not self.words[i].spaced

    def text(self, first: int, last: int, source: str) -> str:
        """The source text of words ``first`` to ``last`` on one line."""
        return " ".join(source[self.words[first].start : self.words[last - 1].end].split())


def states_present(blocks: Iterable[Sequence[Word]], gazetteer: Gazetteer) -> frozenset[str]:
    """Keys of the states that the words name for sure, in order of no importance: not by epithets, nor by words that several
    share ("Congolese")."""
    found: set[str] = set()
    for words in blocks:
        texts = [w.text for w in words]
        for i, word in enumerate(words):
            if word.capital and (match := gazetteer.match(texts, i)) is not None:
                named = {e.state for e in match[1] if e.state and e.kind not in ("epithet", "seat")}
                found.update(named if len(named) == 1 else ())
    return frozenset(found)
