"""Names of bodies, places and occasions taken apart: telling words, the state in them, the number of an anniversary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.config import data_dir
from kg.model import EntityType
from kg.resolve.spelling import fold
from kg.resolve.states import bare, states

_STOP = frozenset("the a an of and for to in on at s by with de la".split())
_FILLERS = {"Place": frozenset("city town".split()), "Occasion": frozenset("great celebration armed".split())}
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_YEARS = re.compile(rf"\b(\d+|{'|'.join(_TENS)}) years (?:since|of|after|from)\b")  # "the 70 years since the end of the war"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of names by what they tell; see ``ontology/bodies.tsv``."""

    of_state: frozenset[str]
    vague: frozenset[str]
    sites: frozenset[str]
    arms: frozenset[str]
    same: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words of ``ontology/bodies.tsv``, read once."""
    found: dict[str, set[str]] = {"of-state": set(), "vague": set(), "site": set(), "arms": set()}
    same: list[tuple[str, str]] = []
    for line in (data_dir("ontology") / "bodies.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        role, _, words = line.partition("\t")
        if role == "war":
            first, *others = (name.replace("-", " ") for name in words.split())
            same.extend((other, first) for other in others)
        elif role == "same":
            first, *others = words.split()
            same.extend((other.replace("-", " "), first) for other in others)
        elif role in found:
            found[role].update(words.split())
    spelled = tuple(sorted(same, key=lambda s: (-len(s[0]), s)))
    return Lexicon(
        frozenset(found["of-state"]), frozenset(found["vague"]), frozenset(found["site"]), frozenset(found["arms"]), spelled
    )


@dataclass(frozen=True, slots=True)
class Label:
    """One name taken apart: its words, the state it names, the number of an anniversary, whether it is an acronym."""

    words: frozenset[str]
    state: str | None
    number: str | None
    acronym: bool
    letters: str  # the initials of its words as written


@lru_cache(maxsize=65536)
def label(name: str, kind: EntityType) -> Label:
    """The parts of a name of a body, place or occasion."""
    text = bare(re.sub(r"\(.*?\)", " ", name))
    for word, ordinal in ((w, f"{i}th") for i, w in enumerate(_WORDS, 1)):
        text = re.sub(rf"\b{word}\b(?= (anniversary|birthday|round|session|summit|meeting))", ordinal, text)
    for i, word in enumerate(_TENS, 1):
        text = re.sub(rf"\b{word[:-1] + 'ie' if word.endswith('y') else word}th\b", f"{i}0th", text)
    if kind == "Occasion":
        text = _YEARS.sub(lambda m: f"{_count(m[1])}th anniversary of", text)
    number = _ORDINAL.search(text)
    text = _YEAR.sub(" ", _ORDINAL.sub(" ", text))
    for other, first in lexicon().same:
        text = re.sub(rf"\b{other}\b", first, text)
    state, words = states().split(tuple(text.split())) if kind != "Place" else (None, tuple(text.split()))
    kept = frozenset(_singular(w) for w in words if w not in _STOP) - _FILLERS.get(kind, frozenset())
    if "politburo" in kept:
        kept -= {"central", "committee"}
    letters = "".join(w[0] for w in re.findall(r"[A-Za-z]+", fold(name)) if w not in _STOP)
    return Label(kept, state, number.group(1) if number else None, _acronym(name), letters)


def _count(word: str) -> str:
    return str(10 * (_TENS.index(word) + 1)) if word in _TENS else word


def _acronym(name: str) -> bool:
    plain = name.replace(".", "")
    return plain.isupper() and plain.isalpha() and 2 <= len(plain) <= 8


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
