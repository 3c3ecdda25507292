"""Every entry of the event lexicon finds in its own example what it says it finds."""

from __future__ import annotations

import pytest

from kg.extract.frames import Frame, all_frames
from kg.model import Extraction, Report
from tests.reading import read_text


def values(extraction: Extraction, report: Report, role: str) -> set[str]:
    """The names or texts of a role."""
    if role == "status":
        return {report.status}
    names = {r.id: set(r.names) for r in extraction.referents}
    found: set[str] = set()
    for claim in report.claims:
        if claim.role == role:
            found |= names[claim.referent] if claim.referent else {claim.literal or ""}
    return found


def told(extraction: Extraction, frame: Frame) -> list[Report]:
    """The reports of the frame's type that have all values that the entry expects."""
    wanted = [(role, value) for role, given in frame.expect.items() for value in (given if isinstance(given, list) else [given])]
    return [
        report
        for report in extraction.reports
        if report.type == frame.type and all(str(value) in values(extraction, report, role) for role, value in wanted)
    ]


@pytest.mark.parametrize("frame", all_frames(), ids=lambda f: f.name)
def test_example_is_found(frame: Frame) -> None:
    assert frame.example and frame.expect, "an entry needs an example and what is expected of it"
    extraction = read_text(frame.example)
    assert told(extraction, frame), [(r.type, r.status, r.claims) for r in extraction.reports]


def test_frames_are_named_once() -> None:
    names = [f.name for f in all_frames()]
    assert len(names) == len(set(names)) > 40
