"""Titles taken apart: which office a text names, and whether two texts name the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.resolve.spelling import fold
from kg.resolve.states import states

Agreement = Literal["same", "compatible", "other", "unknown"]

_SPELLED = (
    (
        r"\b(?:cabinet secretary (?:for|of) (?:the )?(\w+)|secretary (?:for|of) (foreign|defen[cs]e))( affairs)?\b",
        r"\1\2 minister",
    ),
    (r"\b(top|chief) diplomat\b", "foreign minister"),
    (r"\b(external affairs|external relations|foreign relations)\b", "foreign"),
    (r"\bdefense\b", "defence"),
    (r"\bforeign affairs\b", "foreign"),
    (r"\b(premier|pm|head of government)\b", "prime minister"),
    (r"\bhead of state\b", "president"),
    (r"\b(commander in chief|c in c)\b", "commander"),
    (r"\bpolitical bureau\b", "politburo"),
    (r"\b(chairman|chairwoman|chairperson|speaker)\b", "chair"),
    (r"\b(vice|deputy)\b", "deputy"),
    (r"\bsecretary of state\b", "foreign minister"),
    (r"\b(chief|boss)\b", "head"),
    (r"\b(organisation)\b", "organization"),
)
_STOP = frozenset(
    "the a an of for and to in on at by as his her its their new acting former ex outgoing visiting current then late s "
    "mr mrs ms country nation national state republic top senior counterpart longtime long time veteran supreme first".split()
)
_BARE = frozenset(
    "minister general leader secretary official member officer envoy diplomat head chair deputy delegate adviser".split()
)
RANKS = frozenset("deputy assistant acting junior".split())
_PASSING = re.compile(
    r"\b(former\w*|ex|then|late|outgoing|incoming|acting|interim|future|next|designate|elect|retired|onetime)\b"
)


@dataclass(frozen=True, slots=True)
class Office:
    """A title's telling words ("defence minister") and the key of the state that it names, if it does."""

    words: frozenset[str]
    state: str | None


@lru_cache(maxsize=32768)
def office(title: str) -> Office:
    """The office that a title names."""
    text = re.sub(r"\b\w+['’]s\b", lambda m: m.group()[:-2], fold(title.replace("’s", "").replace("'s", "")))
    for pattern, word in _SPELLED:
        text = re.sub(pattern, word, text)
    state, words = states().split(tuple(re.findall(r"[a-z0-9]+", text)))
    return Office(frozenset(w for w in words if w not in _STOP), state)


def passing(title: str) -> bool:
    """Whether a title tells of an office that is over, not yet taken, or held for somebody else."""
    return bool(_PASSING.search(fold(title)))


def agreement(left: frozenset[Office], right: frozenset[Office]) -> Agreement:
    """Whether two persons' offices say the same office, two that one person can be called by, others, or nothing."""
    pairs = [(a.words, b.words) for a in left for b in right if a.words and b.words]
    if not pairs:
        return "unknown"
    if any(_same(a, b) for a, b in pairs):
        return "same"
    return "compatible" if any(a <= b or b <= a for a, b in pairs) else "other"


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    if a & RANKS != b & RANKS:
        return False
    if a == b:
        return not a <= _BARE or len(a - RANKS) > 1
    shared = a & b
    return len(shared - _BARE) >= 1 and len(shared) >= 2 and 2 * len(shared) > len(a | b)
