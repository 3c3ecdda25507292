"""What contradicts what: two dates of which neither lies in the other, two leaders; never what one report tells together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg import vocabulary as v
from kg.emit import terms, triples
from kg.emit.disagreement import contradictions, exclude
from kg.model import Extraction
from kg.store import Store
from kg.terms import split
from kg.validate import validate
from tests.worlds import first, resolution, second

LEADERS = ("<https://w3id.org/attache/id/a>", "<https://w3id.org/attache/id/b>")


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (terms.edtf("2023-07-25"), terms.edtf("2023-07-27"), True),
        (terms.edtf("2023-07"), terms.edtf("2023-07-25"), False),
        (terms.edtf("2023"), terms.edtf("2023-07-25"), False),
        (terms.edtf("2023-06"), terms.edtf("2023-07-25"), True),
        (terms.edtf("2022"), terms.edtf("2023-07"), True),
        (terms.text("7"), terms.text("9"), True),
        (terms.text("soon"), terms.edtf("2023-07"), False),
        (terms.text("minister"), terms.text("defence minister"), False),
        (*LEADERS, True),
        (LEADERS[0], LEADERS[0], False),
    ],
)
def test_what_cannot_both_hold(one: str, other: str, answer: bool) -> None:
    assert exclude(one, other) is exclude(other, one) is answer


def told(*values: str, claim: str) -> dict[str, frozenset[str]]:
    return {value: frozenset({f"{claim}{i}"}) for i, value in enumerate(values)}


def test_what_one_report_tells_together_is_no_contradiction() -> None:
    a, b = LEADERS
    assert not list(contradictions([told(a, b, claim="x")]))
    assert not list(contradictions([told(a, b, claim="x"), told(a, claim="y")]))
    assert list(contradictions([told(a, claim="x"), told(b, claim="y"), told(b, claim="z")])) == [("x0", "y0"), ("x0", "z0")]


def test_a_month_stands_between_two_days_that_contradict_each_other() -> None:
    days = [told(terms.edtf(day), claim=day) for day in ("2023-07-25", "2023-07", "2023-07-27")]
    assert list(contradictions(days)) == [("2023-07-250", "2023-07-270")]


def linked(*articles: Extraction) -> set[tuple[str, str]]:
    """The values of claims linked as contradicting each other."""
    graph = [found for line in triples(articles, resolution()) if (found := split(line))]
    value = {s: o for s, p, o in graph if p == f"<{v.STATEMENT_OBJECT}>"}
    return {(value[s], value[o]) for s, p, o in graph if p == f"<{v.CONTRADICTS}>"}


def test_claims_of_two_articles_are_linked_both_ways() -> None:
    days = (terms.edtf("2027-05-07"), terms.edtf("2027-05-08"))
    assert linked(first(), second()) == {days, days[::-1]}


def test_what_is_denied_contradicts_nothing() -> None:
    visit, *others = second().reports
    denied = replace(second(), reports=(replace(visit, status="denied"), *others))
    assert linked(first(), denied) == set()


def test_a_bent_contradiction_breaks_the_shapes(tmp_path: Path) -> None:
    lines = set(triples((first(), second()), resolution()))
    links = sorted(line for line in lines if v.CONTRADICTS in line)
    claim = next(s for line in sorted(lines) if (s := line.split(" ")[0]).startswith(f"<{v.CLAIM}") and s not in " ".join(links))
    bent = links[0].split(" ")[0] + f" <{v.CONTRADICTS}> {claim} ."
    with Store.open(tmp_path, write=True) as store:
        store.load([*lines, bent])
        assert {x.message for x in validate(store)} == {
            "a contradiction that is not mutual",
            "a contradiction of claims on two things, or on a property that may have several values",
        }
