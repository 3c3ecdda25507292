"""The blocks in which reports are compared: by party, by two states, by topic, whole and cut by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from kg.model import Member
from kg.resolve.happenings import CORE, Happening

LASTING = frozenset({"Conflict", "Restriction"})

Blocks = dict[str, list[Member]]


def blocks(told: Mapping[Member, Happening]) -> tuple[Blocks, Blocks]:
    """Blocks by party (or its companions), by two states, by topic; and the same cut by month."""
    whole: Blocks = defaultdict(list)
    cut: Blocks = defaultdict(list)
    for member, h in told.items():
        for key in block_keys(h):
            whole[key].append(member)
            for month in months(h):
                cut[f"{key} {month}"].append(member)
    return whole, cut


def timeless(h: Happening) -> bool:
    """Whether a report can be of one event with another from any time: no date is known, or it lasts, or was only planned."""
    return h.type in LASTING or h.telling.report.status == "planned" or not any(True for _ in months(h))


def block_keys(h: Happening) -> list[str]:
    """The blocks of a report among those of its type, uncut."""
    return sorted(set(_keys(h)))


def _keys(h: Happening) -> Iterator[str]:
    roles = ("agent", "target", "place") if h.type == "Conflict" else CORE[h.type]
    found = [p for role in roles for p in h.role(role)]
    for p in found:
        yield f"p {p.entity}"
        yield from (f"p {other}" for other in p.stands_for)
    parties = sorted({p.state for p in found if p.state})
    yield from (f"s {a} {b}" for a, b in combinations(parties, 2))
    if len(parties) == 1 and h.type in ("Message", "Invitation", "Restriction", "Conflict"):
        yield f"s {parties[0]}"
    if h.type in ("Agreement", "Conflict"):
        yield from (f"t {word}" for word in h.topic)
        if h.when and h.telling.literal("start"):
            yield f"d {h.telling.literal('start')[:4]}"  # type: ignore[index]


def months(h: Happening) -> Iterator[str]:
    """The month of the event and the next, so that neighbours share one; of the publication where no date is told."""
    day = h.begins.first if h.begins and (h.begins.last - h.begins.first).days < 32 else None
    if day is None and h.published:
        day = h.published.first
    if day is not None:
        number = day.year * 12 + day.month
        yield from (str(number - 1), str(number))
