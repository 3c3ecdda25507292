"""What the parser reads in place of the words of a text: every name as one plain word."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.pieces import Piece
from kg.annotate.words import Word

_JOINT = ("co-chair", "co-host", "co-organi", "co-led", "co-lead", "co-sign", "co-spons", "co-mediat", "co-facilit")


def masked(words: Sequence[Word], pieces: Sequence[Piece]) -> list[tuple[str, int, int, bool]]:
    """What the parser reads: (word, start, end, space before) with every piece as one word, "co-hosted" as "hosted"."""
    out: list[tuple[str, int, int, bool]] = []
    i = 0
    for p in [*pieces, None]:
        stop = p.first if p is not None else len(words)
        out += [(w.text[3:] if w.lower.startswith(_JOINT) else w.text, w.start, w.end, w.spaced) for w in words[i:stop]]
        if p is not None:
            out.append((p.mask, words[p.first].start, words[p.last - 1].end, words[p.first].spaced))
            i = p.last
    return out
