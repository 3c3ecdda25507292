"""The graph as N-Triples lines, from what was read and who is who. The shape is told in docs/decisions/model.md.

Every span is checked where its triples are made: EvidenceError stops the run, for such a span is a defect of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.emit.parts import ALL, Part, parts
from kg.emit.plan import Plan, form, keys
from kg.model import Extraction, Resolution

__all__ = ["ALL", "Part", "Plan", "form", "keys", "parts", "triples"]


def triples(extractions: Iterable[Extraction], resolution: Resolution, min_confidence: float = 0.0) -> Iterator[str]:
    """N-Triples lines, unsorted, some more than once; claims below ``min_confidence`` write no direct fact.

    Literals are in the canonical forms of the store, so that what is written is what it gives back.
    """
    for part in parts(extractions, resolution, min_confidence):
        yield from part.lines
