"""Tokens as a string of one-letter codes, on which the patterns of dates are plain regular expressions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.config import data_dir
from kg.model import Token

_DASH = re.compile(r"([-–—‑])")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$")
_DECADE = re.compile(r"((?:1[5-9]|20)\d0)'?s$")
_SLASHED = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4}$|\d{4}-\d\d-\d\d(?:t[\d:.+z-]*)?$")
_FORMED = re.compile(r"^\d|[-–—‑]|\.$")
_SHORT = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun".split())
_SPLITTING = frozenset("MWDOYENUR")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words of ``time.toml``: codes by word, values of months, weekdays, numbers, units, seasons, and words of context."""

    codes: Mapping[str, str]
    values: Mapping[str, int]
    units: Mapping[str, int]
    seasons: Mapping[str, int]
    tense: Mapping[str, frozenset[str]]
    context: Mapping[str, frozenset[str]]


class Atom(NamedTuple):
    """A token or a part of one ("25–27" is three): its lower-case text, code, number if it tells one, and token index."""

    text: str
    code: str
    value: int
    token: int


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    """The words of time of the package, read once a process."""
    data = tomllib.loads((data_dir("ontology") / "gazetteer" / "time.toml").read_text(encoding="utf-8"))
    codes = {word: code for code, words in data["codes"].items() for word in words.split()}
    codes |= (
        dict.fromkeys(data["months"], "M") | dict.fromkeys(data["weekdays"], "W") | dict.fromkeys(data["short_weekdays"], "w")
    )
    values = data["numbers"] | data["months"] | data["weekdays"] | data["short_weekdays"]
    return TimeWords(
        codes=codes,
        values=values,
        units=data["units"] | {unit + "s": days for unit, days in data["units"].items()},
        seasons=data["seasons"],
        tense={key: frozenset(words.split()) for key, words in data["tense"].items()},
        context={key: frozenset(words.split()) for key, words in data["context"].items()},
    )


def encode(tokens: Sequence[Token]) -> tuple[str, list[Atom]]:
    """The codes of the tokens as one string, one letter an atom, and the atoms; a word that is none of time has "x"."""
    known = time_words().codes
    atoms: list[Atom] = []
    for n, token in enumerate(tokens):
        text = token.text
        low = text.lower()
        if low in known:
            short = low != "." or (atoms and atoms[-1].code in "Mw" and atoms[-1].text in _SHORT)
            atoms.append(word_atom(low, text, token, n) if short else Atom(low, "x", 0, n))
        elif _FORMED.search(text):
            atoms.extend(parts(low, text, token, n))
        else:
            atoms.append(Atom(low, "x", 0, n))
    return "".join([a.code for a in atoms]), atoms


def word_atom(low: str, text: str, token: Token, n: int) -> Atom:
    """The atom of a listed word; months and weekdays need their capital, and "May" must not be the verb."""
    words = time_words()
    code = words.codes[low]
    if code in "MWw" and (not text[:1].isupper() or token.tag == "MD"):
        code = "x"
    return Atom(low, code, words.values.get(low, 0), n)


def parts(low: str, text: str, token: Token, n: int) -> list[Atom]:
    """The atoms of a token with digits, dashes or a full stop: split at dashes where a part speaks of time."""
    if low.endswith(".") and low.rstrip(".") in time_words().codes:
        return [word_atom(low.rstrip("."), text, token, n)]
    whole = number_atom(low, n)
    pieces = [piece for piece in _DASH.split(text) if piece]
    if whole.code != "x" or len(pieces) == 1:
        return [whole]
    known = time_words().codes
    split = [word_atom(p.lower(), p, token, n) if p.lower() in known else number_atom(p.lower(), n) for p in pieces]
    return split if any(a.code in _SPLITTING for a in split) else [whole]


def number_atom(low: str, n: int) -> Atom:
    """The atom of a number: a day (D, or O with its ending), a year Y, a decade E, a date in figures I, another number N."""
    if low.isdecimal() and low.isascii():
        value = int(low) if len(low) < 6 else 0
        if len(low) <= 2:
            return Atom(low, "D" if 1 <= value <= 31 else "N", value, n)
        return Atom(low, "Y" if len(low) == 4 and 1500 <= value <= 2199 else "N", value, n)
    if (ordinal := _ORDINAL.match(low)) and 1 <= int(ordinal[1]) <= 31:
        return Atom(low, "O", int(ordinal[1]), n)
    if decade := _DECADE.match(low):
        return Atom(low, "E", int(decade[1]), n)
    return Atom(low, "I" if _SLASHED.match(low) else "x", 0, n)
