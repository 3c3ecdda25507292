"""What an event is called in English, made from its type, parties and date."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.config import data_dir

MONTHS = "January February March April May June July August September October November December".split()
SHOWN = 3  # parties named before "and others"
LONGEST = 60  # characters of one party or topic
SAID = {"planned": "Planned", "cancelled": "Cancelled", "denied": "Denied", "alleged": "Alleged"}


@cache
def patterns() -> Mapping[str, Mapping[str, object]]:
    """The heads and parts of ``ontology/labels.toml`` by fact type."""
    return tomllib.loads((data_dir("ontology") / "labels.toml").read_text(encoding="utf-8"))


def label(kind: str, status: str, values: Mapping[str, Sequence[str]], start: str | None = None) -> str:
    """A label such as "Planned visit by Ada Moreno to Belmora, May 2027"; ``values`` are the words for each role."""
    pattern = patterns()[kind]
    words = str(pattern["head"])
    if words and status in SAID:
        words = f"{SAID[status]} {words.lower()}"
    parts: Iterable[tuple[str, str]] = pattern["parts"]  # type: ignore[assignment]
    for joint, role in parts:
        if told := values.get(role):
            before = joint if joint in ("", ",") else f" {joint}" if words else joint
            words = f"{words}{before} {listed(told)}"
    words = words.strip(" ,") or kind
    return f"{words}, {spoken(start)}" if start else words


def listed(names: Sequence[str]) -> str:
    """The names as an English list, sorted, at most SHOWN of them."""
    short = [name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…" for name in sorted(set(names))]
    if len(short) > SHOWN:
        short = [*short[:SHOWN], "others"]
    return short[0] if len(short) == 1 else f"{', '.join(short[:-1])} and {short[-1]}"


def spoken(day: str) -> str:
    """``2027-05-04`` as "4 May 2027", ``2027-05`` as "May 2027", ``2027`` as it is."""
    year, *rest = day.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"
