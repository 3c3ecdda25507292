"""Which of the formats on offer a client likes best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUALITY = re.compile(r"q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)


def best(header: str | None, offered: Sequence[str]) -> str | None:
    """The media type on offer that the header likes best, the first of equals; None where it accepts none."""
    if header is None or not header.strip():
        return offered[0]
    ranges = [_range(part) for part in header.lower().split(",") if part.strip()]
    liked = [(_liking(ranges, media), media) for media in offered]
    most, media = max(liked, key=lambda pair: pair[0])
    return media if most > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *options = (piece.strip() for piece in part.split(";"))
    for option in options:
        if match := _QUALITY.fullmatch(option):
            return media, float(match[1])
    return media, 1.0


def _liking(ranges: Sequence[tuple[str, float]], media: str) -> float:
    """The quality of the most specific range that fits."""
    kind = media.partition("/")[0]
    for pattern in (media, f"{kind}/*", "*/*"):
        fitting = [quality for wanted, quality in ranges if wanted == pattern]
        if fitting:
            return max(fitting)
    return 0.0
