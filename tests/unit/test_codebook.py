"""The sentences of the codebook tell what it says they tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.reading import read_text

_EXAMPLE = re.compile(r"^> (.+)\n\n((?:- .+\n)+)", re.MULTILINE)
_FACT = re.compile(r"- \*\*(\w+)\*\*, (\w+)(?:, said by ([^:]+))?: (.+)")
_ROLE = re.compile(r"\*(\w+)\* ([^;]+)")
_PAGE = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")

Told = tuple[str, str, tuple[str, ...], tuple[tuple[str, str], ...]]


def written(facts: str) -> list[Told]:
    """The facts that the page lists below a sentence: type, status, who says so, roles with their values."""
    found = [_FACT.fullmatch(line) for line in facts.splitlines()]
    return sorted(
        (m[1], m[2], tuple((m[3] or "").split(", ")) if m[3] else (), tuple(sorted(_ROLE.findall(m[4])))) for m in found if m
    )


def told(sentence: str) -> list[Told]:
    """The same of what is read from the sentence, offices left out."""
    extraction = read_text(sentence)
    names = {r.id: r.names[0] for r in extraction.referents}
    found: list[Told] = []
    for report in extraction.reports:
        roles: dict[str, list[str]] = {}
        for claim in report.claims:
            roles.setdefault(claim.role, []).append(names[claim.referent] if claim.referent else claim.literal or "")
        values = tuple(sorted((role, ", ".join(told)) for role, told in roles.items()))
        found.append((report.type, report.status, tuple(names[s] for s in report.said_by), values))
    return sorted(f for f in found if f[0] != "Role")


@pytest.mark.parametrize(("sentence", "facts"), _EXAMPLE.findall(_PAGE))
def test_a_sentence_of_the_codebook_tells_what_stands_below_it(sentence: str, facts: str) -> None:
    assert written(facts) == told(sentence)


def test_every_sentence_of_the_codebook_is_read() -> None:
    lines = _PAGE.splitlines()
    assert len(_EXAMPLE.findall(_PAGE)) > 30
    assert len(_EXAMPLE.findall(_PAGE)) == sum(line.startswith("> ") for line in lines)
    assert sum(line.startswith("- **") for line in lines) == sum(len(written(f)) for _, f in _EXAMPLE.findall(_PAGE))
