"""How a page shows things: colour and shape by type, families of events, looks of a status, captions, directions."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from kg.render.view import Node

# Okabe and Ito's colours, safe for the colour-blind, each with a shape of its own, so that colour is never the only cue.
ENTITIES: dict[str, tuple[str, str]] = {
    "State": ("#0072B2", "hexagon"),
    "Person": ("#E69F00", "dot"),
    "Delegation": ("#CC79A7", "triangle"),
    "Organization": ("#009E73", "square"),
    "Place": ("#56B4E9", "triangleDown"),
    "Occasion": ("#F0E442", "star"),
}
FAMILIES: dict[str, dict[str, str]] = {
    "contact": {"label": "Contact and ceremony", "color": "#5b6b7d", "dark": "#9fb0c3"},
    "words": {"label": "Words", "color": "#8a6fb0", "dark": "#b9a3d8"},
    "deals": {"label": "Cooperation", "color": "#2b7a6d", "dark": "#63c2b2"},
    "dispute": {"label": "Dispute and force", "color": "#D55E00", "dark": "#ff8a4c"},
    "ties": {"label": "Offices and membership", "color": "#7f8893", "dark": "#8b96a3"},
}
FAMILY_OF: dict[str, str] = {
    "Visit": "contact",
    "Arrival": "contact",
    "Departure": "contact",
    "Invitation": "contact",
    "Meeting": "contact",
    "Hosting": "contact",
    "Commemoration": "contact",
    "Tribute": "contact",
    "Appointment": "contact",
    "Statement": "words",
    "Message": "words",
    "Denial": "dispute",
    "Criticism": "dispute",
    "Conflict": "dispute",
    "Restriction": "dispute",
    "Support": "deals",
    "Pledge": "deals",
    "Agreement": "deals",
    "Transfer": "deals",
}
# Whoever acts points at the event, and the event at whom it concerns: "Ann -visitor-> Visit -destination-> Freedonia".
ACTING = frozenset(
    "visitor inviter participant host organizer agent speaker party sender giver person holder leader member".split(),
)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
LINKS = {"partOf": "part of", "precededBy": "preceded by"}


def role_words(role: str) -> str:
    """A role as a reader sees it: "sentBy" becomes "sent by"."""
    return LINKS.get(role) or re.sub(r"(?<=[a-z])([A-Z])", lambda m: " " + m[1].lower(), role)


def family(node: Node) -> str:
    """The family of an event, "ties" for an entity."""
    return FAMILY_OF.get(node.type, "words") if node.is_event else "ties"


def day_words(iso: str) -> str:
    """An ISO date at its precision as a reader sees it: "2023-07-25" becomes "25 Jul 2023"; anything else stays as it is."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return iso
    return " ".join([*([str(int(match[3]))] if match[3] else []), *([MONTHS[int(match[2]) - 1]] if match[2] else []), match[1]])


def span_words(starts: Sequence[str], ends: Sequence[str]) -> str:
    """The time of an event in words: "25–27 Jul 2023"; several beginnings, as outlets differ, are "24 or 25 Jul 2023"."""
    begin, end = _either(starts), _either(ends)
    if not begin or not end or begin == end:
        return begin or (f"to {end}" if end else "")
    return f"{_without_shared(begin, end)}–{end}"


def _either(dates: Sequence[str]) -> str:
    finest = [d for d in dates if not any(o != d and o.startswith(d) for o in dates)]  # 2023-07 adds nothing to 2023-07-25
    words = [day_words(d) for d in sorted(set(finest))]
    return " or ".join([*(_without_shared(w, words[-1]) for w in words[:-1]), *words[-1:]])


def _without_shared(first: str, second: str) -> str:
    """``first`` without the month and year that it shares with ``second``."""
    a, b = first.split(" "), second.split(" ")
    while len(a) > 1 and len(b) > 1 and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return " ".join(a)


def caption(node: Node) -> str:
    """The words beside a node: an entity's name, an event's type and time."""
    if not node.is_event:
        return node.label
    when = span_words(node.starts, node.ends)
    return f"{node.type} {when}" if when else node.type


LINE = 26  # characters of a caption's line; the page wraps at the same width


def caption_box(node: Node) -> tuple[float, float]:
    """Width and height in pixels that the caption takes, as the page's fonts measure on average."""
    wide, high, most = (5.9, 13.0, 2) if node.is_event else (7.0, 15.0, 3)
    text = caption(node)
    return wide * min(len(text), LINE), high * min(most, math.ceil(len(text) / LINE))
