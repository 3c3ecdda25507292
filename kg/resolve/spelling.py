"""How alike two written words sound: folding, canonical sounds and a weighted edit distance over them.

The costs follow the transliteration systems that news mixes (BGN/PCGN, ISO 9, scholarly; French and English Arabic; Turkish and
Slavic letters with and without their marks): what the systems disagree on is cheap, anything else is a different word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ə": "a", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
)
_QUOTES = re.compile(r"[’‘'`ʻʼʿʾ´]")

# Longest first: what several letters of one system write with one letter of another.
_SOUNDS = (
    (re.compile(r"shch|schtsch|sch|sh"), "S"),
    (re.compile(r"tsch|tch|ch|cz"), "C"),
    (re.compile(r"(iyy|iy|yy|ij|ii|ie|y)$"), "i"),
    (re.compile(r"dzh|dj|zh|j"), "J"),
    (re.compile(r"kh"), "X"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"aw(?=[bcdfghklmnpqrstz])|ow(?=[bcdfghklmnpqrstz])|au"), "O"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ei|ey"), "E"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"ai|ay"), "A"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SOMALI = re.compile(r"^c(?=[aeiou])|x|aa|ee|ii|oo|uu")
_VOWELS = frozenset("aeiouEAO")
_PAIRS = {
    frozenset(pair): cost
    for cost, pairs in (
        (0.05, "qk"),
        (0.1, "Xh Oo"),
        (0.2, "Ss CcX Xk ck cC EA Ee Aa zZ"),
        (0.25, "ae ei iy ou sz Ei qg"),
        (0.3, "vf Jz Jc cs Oa CJ Oe"),
        (0.35, "ao Ju AE"),
        (0.5, "bp dt gk vb Jy gh JC Jg"),
        (0.7, "mn ai"),
        (0.8, "lr"),
    )
    for pair in pairs.split()
    if len(pair) == 2
}
ALIKE = 0.11  # cost per letter up to which two words are spellings of one name; see docs/decisions/resolve.md


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` in lower case without accents, apostrophes and special letters: what a careless keyboard leaves."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _QUOTES.sub("", plain)


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The canonical sounds of a folded word: one symbol for what different systems write in different letters."""
    for pattern, symbol in _SOUNDS:
        word = pattern.sub(symbol, word)
    return word


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The coarse consonants of a folded word: equal for every pair that :func:`alike` may accept, short of rare cases."""
    out = ""
    for i, c in enumerate(sounds(word)):
        if c in _VOWELS or c == "y":
            if i == 0:
                out += "a"
            continue
        out += {**dict.fromkeys("kgqcCJSsz", "k"), **dict.fromkeys("vfb", "p"), "d": "t", "h": "", "X": ""}.get(c, c)
    if out.startswith("a") and not sounds(word).startswith(tuple(_VOWELS)):
        out = "a" + out.lstrip("a")
    return re.sub(r"(.)\1+", r"\1", out) or "a"


@lru_cache(maxsize=65536)
def anglicised(words: tuple[str, ...]) -> tuple[str, ...]:
    """A folded name in Somali spelling as English writes it (Cabdullahi Xirsi, Abdullahi Hirsi); empty where it is not Somali.

    Somali writes x for the h of Hassan and c for the ayn of Ali, which English leaves out, and doubles long vowels.
    """
    signs = [sign for w in words for sign in _SOMALI.findall(w)]
    if len(signs) < 2 or not any(sign in "xc" for sign in signs):
        return ()
    plain = (re.sub(r"([aeiou])\1", r"\1", re.sub(r"^c(?=[aeiou])", "", w).replace("x", "h")) for w in words)
    found = tuple(plain)
    return found if found != words and all(len(w) > 1 for w in found) else ()


def _swap(a: str, b: str, last: bool) -> float:
    if a == b:
        return 0.0
    if last and {a, b} == {"a", "o"}:
        return 0.95  # Mario is not Maria
    known = _PAIRS.get(frozenset((a, b)))
    if known is not None:
        return known
    return 0.6 if a in _VOWELS and b in _VOWELS else 1.0


def _drop(word: str, i: int) -> float:
    c = word[i]
    if i == len(word) - 1 and c == "a":
        return 1.0  # Ivanova is not Ivanov
    if c == "y" or (c == "J" and 0 < i < len(word) - 1 and word[i - 1] in _VOWELS):
        return 0.3
    if c == "h":
        return 0.3
    return 0.45 if c in _VOWELS else 1.0


@lru_cache(maxsize=262144)
def distance(left: str, right: str) -> float:
    """The cost of writing one folded word as the other; 0 for the same sounds, about 1 for one wrong consonant."""
    if left == right:
        return 0.0
    a, b = sounds(left), sounds(right)
    row = [0.0]
    for j in range(len(b)):
        row.append(row[-1] + _drop(b, j))
    for i in range(len(a)):
        above, row = row, [row[0] + _drop(a, i)]
        for j in range(len(b)):
            last = i == len(a) - 1 and j == len(b) - 1
            swap = above[j] + _swap(a[i], b[j], last)
            row.append(min(swap, above[j + 1] + _drop(a, i), row[j] + _drop(b, j)))
    return row[-1] + (0.25 if a[:1] != b[:1] and _swap(a[:1], b[:1], False) > 0.35 else 0.0)


def alike(left: str, right: str) -> bool:
    """Whether two folded words can be spellings of one name."""
    if left == right:
        return True
    if abs(len(left) - len(right)) > 4 or (skeleton(left) != skeleton(right) and len(left) < 9 and "j" not in left + right):
        return False
    size = max(len(sounds(left)), len(sounds(right)))
    allowed = 0.05 if min(len(left), len(right)) <= 3 else ALIKE * size
    return distance(left, right) <= allowed


@lru_cache(maxsize=65536)
def rough(word: str) -> str:
    """What is left of a folded word that went through another script: voiceless consonants, l for r, no final h or t."""
    table = str.maketrans({"b": "p", "d": "t", "g": "k", "r": "l", "v": "f", "z": "s", "j": "k", "q": "k", "c": "k"})
    out = "".join(c for c in word.replace("ch", "c").translate(table) if c not in "aeiouyhw")
    return re.sub(r"(.)\1+", r"\1", out)
