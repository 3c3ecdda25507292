"""Names that several East Asian languages read from the same characters, compared syllable by syllable.

The table ``ontology/readings.tsv`` gives for each Pinyin syllable its Wade-Giles spelling and the Vietnamese and Korean
readings of the characters it writes; ``ontology/hangul.tsv`` the Latin spellings of each Korean syllable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kg.config import data_dir

Syllables = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """By written syllable: the characters' groups it can stand for, in each tradition, and the Korean syllables."""

    groups: Mapping[str, Mapping[str, frozenset[str]]]  # tradition -> syllable -> groups (named by their Pinyin)
    hangul: Mapping[str, frozenset[str]]  # Latin spelling -> Korean syllables


def _lines(name: str) -> Iterator[list[str]]:
    path = data_dir("ontology") / name
    rows = (line.rstrip("\n").split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    next(rows)
    yield from rows


@lru_cache(maxsize=1)
def readings() -> Readings:
    """The table of readings, read once."""
    hangul: dict[str, set[str]] = {}
    spelled: dict[str, list[str]] = {}
    for block, spellings in _lines("hangul.tsv"):
        spelled[block] = spellings.split()
        for spelling in spelled[block]:
            hangul.setdefault(spelling, set()).add(block)
    groups: dict[str, dict[str, set[str]]] = {"Pinyin": {}, "Wade-Giles": {}, "Vietnamese": {}, "Korean": {}}
    for pinyin, wade, vietnamese, korean in _lines("readings.tsv"):
        groups["Pinyin"].setdefault(pinyin, set()).add(pinyin)
        for syllable in wade.split():
            groups["Wade-Giles"].setdefault(syllable, set()).add(pinyin)
        for syllable in vietnamese.split():
            groups["Vietnamese"].setdefault(_viet(syllable), set()).add(pinyin)
        for block in korean.split():
            for syllable in spelled.get(block, ()):
                groups["Korean"].setdefault(syllable, set()).add(pinyin)
    return Readings(
        {name: {k: frozenset(v) for k, v in table.items()} for name, table in groups.items()},
        {k: frozenset(v) for k, v in hangul.items()},
    )


def _viet(syllable: str) -> str:
    return syllable[:-1] + "i" if syllable.endswith("y") and len(syllable) > 1 else syllable


def _cuts(word: str, known: Mapping[str, object], tradition: str) -> Iterator[Syllables]:
    if not word:
        yield ()
        return
    for size in range(min(7, len(word)), 0, -1):
        head = _viet(word[:size]) if tradition == "Vietnamese" else word[:size]
        if head in known:
            for rest in _cuts(word[size:], known, tradition):
                yield (head, *rest)


@lru_cache(maxsize=32768)
def syllables(words: tuple[str, ...], tradition: str) -> tuple[Syllables, ...]:
    """Every way (at most eight) to read folded words as syllables of a tradition; none where they cannot be its."""
    known: Mapping[str, object] = readings().hangul if tradition == "Hangul" else readings().groups[tradition]
    found: list[Syllables] = [()]
    for word in words:
        found = [head + tail for head in found for tail in islice(_cuts(word, known, tradition), 4)][:8]
    return tuple(s for s in found if 2 <= len(s) <= 4)


def shared_reading(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """How two folded names, family name first, read the same characters ("Pinyin and Vietnamese"); None if they cannot."""
    for one in ("Pinyin", "Wade-Giles", "Vietnamese", "Korean"):
        for other in ("Pinyin", "Wade-Giles", "Vietnamese", "Korean"):
            if one != other and _agree(left, one, right, other):
                return f"{one} and {other}"
    return None


def _pinyin(words: tuple[str, ...]) -> bool:
    """Whether a name is better read as Pinyin than as Wade-Giles, which writes the given name's syllables apart."""
    return len(words) < 3 and bool(syllables(words, "Pinyin"))


def _agree(left: tuple[str, ...], one: str, right: tuple[str, ...], other: str) -> bool:
    table = readings().groups
    if any(tradition == "Wade-Giles" and _pinyin(words) for words, tradition in ((left, one), (right, other))):
        return False
    for a in syllables(left, one):
        for b in syllables(right, other):
            if len(a) == len(b) and all(table[one][x] & table[other][y] for x, y in zip(a, b, strict=True)):
                return True
    return False


def same_korean(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two folded names, family name first, can spell the same three Korean syllables (Jeong-eun, Jong-un)."""
    table = readings().hangul
    for a in syllables(left, "Hangul"):
        for b in syllables(right, "Hangul"):
            if len(a) == len(b) >= 3 and all(table[x] & table[y] for x, y in zip(a, b, strict=True)):
                return True
    return False


@lru_cache(maxsize=32768)
def reading_keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """Blocking keys that names of one person share whatever tradition spells them: first and last character group."""
    table = readings().groups
    keys: set[str] = set()
    for tradition in ("Pinyin", "Wade-Giles", "Vietnamese", "Korean"):
        for s in syllables(words, tradition)[:2]:
            firsts, lasts = sorted(table[tradition][s[0]])[:12], sorted(table[tradition][s[-1]])[:12]
            keys.update(f"{len(s)} {first} {last}" for first in firsts for last in lasts)
    return tuple(sorted(keys))
