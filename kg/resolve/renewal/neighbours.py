"""Which pairs of a block are compared, of some of its members only; and which pairs more or less there are than before.

The first letter of a block's name says how: "p" each with its next neighbours; "t" the same, but where the block is not small
only pairs of which one is marked; "s" short names with full ones; "u" all. Other blocks give no pairs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from kg.model import Member
from kg.resolve.profiles import FULL_ONES, SHORT_ONES

Row = tuple[Member, Any]  # a member of a block and its mark
Pair = tuple[Member, Member]
SMALL = 16  # members of a block up to which all its pairs are compared
FULL, SHORT = 1, 2  # the marks of names in blocks of a word; their sum for who has both


def pair(a: Member, b: Member) -> Pair:
    """Two members in their order."""
    return (a, b) if a < b else (b, a)


def pairs_with(block: str, rows: Sequence[Row], wanted: Collection[Member], most: int) -> Iterator[Pair]:
    """The pairs of a block in which one of the wanted is."""
    if block[0] in "pt":
        yield from _near(rows, wanted, most, block[0] == "t" and len(rows) > SMALL)
    elif block[0] == "s":
        full, short = _full(rows), _short(rows)
        yield from _near([(m, None) for m in short], wanted, SHORT_ONES, False)
        for one in short:
            yield from (pair(one, other) for other in full if one != other and (one in wanted or other in wanted))
    elif block[0] == "u":
        found = [m for m, _ in rows]
        yield from (pair(m, other) for m in found if m in wanted for other in found if m != other)


def _near(rows: Sequence[Row], wanted: Collection[Member], most: int, marked: bool) -> Iterator[Pair]:
    for i, (m, mark) in enumerate(rows):
        if m in wanted:
            for other, theirs in rows[max(0, i - most) : i + most + 1]:
                if other != m and (not marked or mark or theirs):
                    yield pair(m, other)


def _full(rows: Iterable[Row]) -> list[Member]:
    return [m for m, mark in rows if mark & FULL][:FULL_ONES]


def _short(rows: Iterable[Row]) -> list[Member]:
    return [m for m, mark in rows if mark & SHORT]


def shifted(block: str, before: Sequence[Row], after: Sequence[Row], most: int) -> Iterator[Pair]:
    """The pairs of members of a block before and after a change that may be compared in only one of them."""
    if block[0] in "pt":
        if block[0] == "t" and (len(before) > SMALL) != (len(after) > SMALL):
            kept = sorted({m for m, _ in before} & {m for m, _ in after})
            yield from (pair(a, b) for i, a in enumerate(kept) for b in kept[i + 1 : i + 1 + most])
        marks = dict(after)
        for a, b in _moved([m for m, _ in before], [m for m, _ in after], most):
            if block[0] == "p" or len(after) <= SMALL or marks[a] or marks[b]:
                yield a, b
    elif block[0] == "s":
        short = _short(before), _short(after)
        yield from _moved(*short, SHORT_ONES)
        for other in {*_full(before)} ^ {*_full(after)}:
            yield from (pair(one, other) for one in {*short[0], *short[1]} if one != other)


def _moved(before: Sequence[Member], after: Sequence[Member], most: int) -> Iterator[Pair]:
    """The pairs that are neighbours in only one of two lists, both sorted, of those in both."""
    if max(len(before), len(after)) <= most + 1 or before == after:
        return
    was, now = ({m: i for i, m in enumerate(listed)} for listed in (before, after))
    kept = [m for m in before if m in now]
    ends = [0, 0]
    for i, m in enumerate(kept):
        for side, at in enumerate((was, now)):
            while ends[side] < len(kept) and at[kept[ends[side]]] - at[m] <= most:
                ends[side] += 1
        yield from ((m, other) for other in kept[max(i + 1, min(ends)) : max(ends)])


def compared(block: str, rows: Sequence[Row], one: Member, other: Member, most: int) -> bool:
    """Whether a block has two members compared."""
    return any({a, b} == {one, other} for a, b in pairs_with(block, rows, (one,), most))
