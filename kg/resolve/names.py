"""What the names of two persons are to each other: the relations that the comparison of persons is built on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.config import data_dir
from kg.resolve.readings import same_korean, shared_reading, syllables
from kg.resolve.spelling import alike, anglicised, distance, fold, rough

Relation = Literal[
    "equal", "spelling", "order", "korean", "initials", "ends", "part", "tail", "reading", "single", "rough", "different"
]
FULL: frozenset[str] = frozenset({"equal", "spelling", "order", "korean"})

PARTICLES = frozenset(
    "al el ul ad ar as ash at az an de da do dos das del della di van von der den ter la le bin ibn bint binti".split()
)
KIN = frozenset("bin ibn bint binti".split())
HONORIFICS = frozenset(
    "mr mrs ms miss dr prof sir lord lady gen lt col maj capt adm brig sgt rev hon seyyed sayyed sayyid sayed syed seyed sheikh "
    "shaikh sheik sheekh haji hajji hadji azhy aji ajy mullah mulla imam ayatollah hojjat hojatoleslam prince princess king "
    "queen emir comrade excellency jr sr ii iii iv u daw pasha bey".split()
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart: folded words without titles and particles; an initial is a word of one letter."""

    text: str
    words: tuple[str, ...]
    fathered: bool = False  # written with bin, ibn or bint: the word after it is the father's
    suffix: str = ""

    @property
    def full(self) -> bool:
        """Whether the name has a given and a family name, neither an initial."""
        return sum(len(w) > 1 for w in self.words) >= 2


@lru_cache(maxsize=65536)
def parse(text: str) -> PersonName:
    """The parts of a person's name."""
    head, comma, tail = text.partition(",")
    if comma and tail.strip() and fold(tail).strip(" .") not in HONORIFICS:
        text = f"{tail} {head}"  # "Shoigu, Sergei"
    raw = [w.strip(',.()"“”') for w in re.split(r"[\s\-‐‑–·]+", fold(text.replace(".", ". ")))]
    raw = [w for w in raw if w]
    words = [w for w in raw if w not in PARTICLES and (w not in HONORIFICS or (len(w) == 1 and w != "u"))]
    if not words or (len(words) == 1 and len(raw) > 1 and len(words[0]) == 1):
        words = raw
    joined: list[str] = []
    for word in words:
        if joined and re.fullmatch(r"abd([aeou]l|u|ur|us)?", joined[-1]):
            joined[-1] = "abd" + word
        else:
            joined.append(re.sub(r"^abd[aeou]l(?=.{3})", "abd", word))
    suffix = next((w for w in raw if w in ("jr", "sr", "ii", "iii", "iv")), "")
    return PersonName(text, tuple(joined), bool(KIN & set(raw)), suffix)


@lru_cache(maxsize=1)
def _given() -> dict[str, frozenset[int]]:
    """Groups of given names that languages and habit treat as one (William, Bill), by folded form."""
    found: dict[str, set[int]] = {}
    lines = (data_dir("ontology") / "given_names.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        for word in () if line.startswith("#") else line.split():
            found.setdefault(fold(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def given_group(word: str) -> str:
    """A key that the spellings of a known given name share; empty for other words."""
    return " ".join(map(str, sorted(_given().get(word, ()))[:1]))


def same_word(a: str, b: str) -> bool:
    """Whether two folded words can be the same name: spellings of one, or one given name in two languages."""
    groups = _given()
    left, right = groups.get(a), groups.get(b)
    if a == b or (left and right and left & right):
        return True
    if left and right:
        return False  # two known and different given names: Hasan and Hussein
    return alike(a, b)


@dataclass(frozen=True, slots=True)
class _Fit:
    """One alignment of two names: points, and how many words of each side are left over, initials and inexact words."""

    points: float = 0.0
    over_left: tuple[int, ...] = ()
    over_right: tuple[int, ...] = ()
    initials: int = 0
    inexact: int = 0
    words: int = 0


def _plus(fit: _Fit, points: float, initials: int = 0, inexact: int = 0) -> _Fit:
    return _Fit(fit.points + points, fit.over_left, fit.over_right, fit.initials + initials, fit.inexact + inexact, fit.words + 1)


def _fit(a: tuple[str, ...], b: tuple[str, ...]) -> _Fit:
    """The best alignment of two names, filled in from their ends."""
    table: dict[tuple[int, int], _Fit] = {}
    for i in range(len(a), -1, -1):
        for j in range(len(b), -1, -1):
            if i == len(a) or j == len(b):
                table[i, j] = _Fit(0.0, tuple(range(i, len(a))), tuple(range(j, len(b))))
            else:
                options = [*_matches(a, b, i, j, table), _skip(table[i + 1, j], left=i), _skip(table[i, j + 1], right=j)]
                table[i, j] = max(options, key=lambda f: (f.points, -f.inexact, -len(f.over_left) - len(f.over_right)))
    return table[0, 0]


def _matches(a: tuple[str, ...], b: tuple[str, ...], i: int, j: int, table: dict[tuple[int, int], _Fit]) -> Iterator[_Fit]:
    """The ways to match what begins at ``i`` with what begins at ``j``: word by word, or two words written as one."""
    x, y = a[i], b[j]
    if len(x) == 1 or len(y) == 1:
        if x[0] == y[0]:
            yield _plus(table[i + 1, j + 1], 1.0, initials=int(len(x) != len(y)))
    elif same_word(x, y):
        yield _plus(table[i + 1, j + 1], 2.0, inexact=int(x != y))
    for m, n in ((2, 1), (1, 2)):
        if len(a) < i + m or len(b) < j + n or min(map(len, a[i : i + m] + b[j : j + n])) < 2:
            continue
        left, right = "".join(a[i : i + m]), "".join(b[j : j + n])
        if min(len(left), len(right)) > 3 and left[0] == right[0] and abs(len(left) - len(right)) < 4 and alike(left, right):
            yield _plus(table[i + m, j + n], 3.0, inexact=int(left != right))


def _skip(fit: _Fit, left: int | None = None, right: int | None = None) -> _Fit:
    over_left = fit.over_left if left is None else (left, *fit.over_left)
    over_right = fit.over_right if right is None else (right, *fit.over_right)
    return _Fit(fit.points, over_left, over_right, fit.initials, fit.inexact, fit.words)


@lru_cache(maxsize=262144)
def relate(left: PersonName, right: PersonName) -> Relation:
    """The strongest relation that holds between two persons' names; "different" when they name two people."""
    if left.suffix != right.suffix:
        if left.suffix and right.suffix:
            return "different"
        return "part" if _relate(left, right) in FULL | {"ends", "part"} else "different"  # the father or the son
    return _relate(left, right)


def _relate(left: PersonName, right: PersonName) -> Relation:
    if left.words == right.words:
        return "equal" if left.full else "single"
    straight = _judge(left, right, _fit(left.words[:6], right.words[:6]))
    if straight == "spelling" and _other_syllables(left, right):
        return "different"
    if straight in FULL or straight in ("initials", "ends", "single") or not (left.full and right.full):
        return straight
    if any(x and _judge(left, right, _fit(x[:6], y.words[:6])) in FULL for x, y in _anglicised(left, right)):
        return "spelling"
    return _turned(left, right) or straight


def _anglicised(left: PersonName, right: PersonName) -> tuple[tuple[tuple[str, ...], PersonName], ...]:
    return (anglicised(left.words), right), (anglicised(right.words), left)


def _other_syllables(left: PersonName, right: PersonName) -> bool:
    """Whether both are written in Pinyin, whose syllables have one spelling each: Li Peng is not Li Ping."""
    a, b = syllables(left.words, "Pinyin"), syllables(right.words, "Pinyin")
    return bool(a and b) and not set(a) & set(b)


def _turned(left: PersonName, right: PersonName) -> Relation | None:
    """The relation of two full names with the family name at the other end, or in another language's reading."""
    for turned in _turns(right.words):
        if _judge(left, right, _fit(left.words[:6], turned[:6])) in ("equal", "spelling"):
            return "order"
    orders = [(a, b) for a in _orders(left) for b in _orders(right)]
    if any(same_korean(a, b) for a, b in orders):
        return "korean"
    return "reading" if any(shared_reading(a, b) for a, b in orders) else None


def _turns(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (words[1:] + words[:1], words[-1:] + words[:-1])


def _orders(name: PersonName) -> tuple[tuple[str, ...], ...]:
    return (name.words, name.words[-1:] + name.words[:-1]) if len(name.words) <= 4 else ()


def _judge(left: PersonName, right: PersonName, fit: _Fit) -> Relation:
    if not fit.words or (fit.over_left and fit.over_right):
        return "different"
    if fit.over_left:
        return _one_longer(right, left, fit.over_left, fit)
    if fit.over_right:
        return _one_longer(left, right, fit.over_right, fit)
    return _same_length(left, right, fit)


def _same_length(left: PersonName, right: PersonName, fit: _Fit) -> Relation:
    """Two names of which every word has its match."""
    if fit.initials and fit.words - fit.initials > 1:
        return "ends"  # George W. Bush, George Walker Bush
    if fit.initials:
        return "initials" if fit.points > 1 else "different"
    if not (left.full and right.full):
        return "single"
    return "spelling" if fit.inexact else "equal"


def _one_longer(shorter: PersonName, longer: PersonName, over: tuple[int, ...], fit: _Fit) -> Relation:
    """Two names of which the longer has the words ``over`` left over."""
    if not shorter.full:
        return _short(shorter, longer, over, fit)
    if any(len(w) == 1 for w in shorter.words) and any(len(longer.words[i]) == 1 for i in over):
        return "different"  # George W. Bush, George H. W. Bush
    if 0 in over:
        return "different" if longer.fathered or shorter.fathered else "tail"
    return "part" if len(longer.words) - 1 in over or fit.initials else "ends"


def _short(shorter: PersonName, longer: PersonName, over: tuple[int, ...], fit: _Fit) -> Relation:
    """A single word, or an initial with a family name, against a longer name."""
    if len(shorter.words) > 1:
        return "initials" if len(longer.words) - 1 not in over and fit.points > 2 else "different"
    used = set(range(len(longer.words))) - set(over)
    return "single" if used & {0, len(longer.words) - 1} and fit.points >= 2 else "different"


@lru_cache(maxsize=65536)
def sounds_rough(left: PersonName, right: PersonName) -> bool:
    """Whether two names could be one that went through another script and back (Vorachith, Volachi)."""
    a, b = "".join(left.words), "".join(right.words)
    x, y = rough(a), rough(b)
    if len(left.words) == 1 or len(right.words) == 1:
        short, other = (left, right) if len(left.words) == 1 else (right, left)
        return any(rough(short.words[0]) == rough(w) and distance(short.words[0], w) < 1.2 for w in other.words)
    if min(len(x), len(y)) < 4 or a[0] != b[0]:
        return x == y and len(x) >= 3 and distance(a, b) < 2.0
    return _edits(x, y) <= max(1, min(len(x), len(y)) // 5)


def _edits(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(above[j - 1] + (x != y), above[j] + 1, row[j - 1] + 1))
    return row[-1]
