"""Constructions of features and live reports: clefts, conditions, passives without their verb of being, flat denials."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text


def test_what_a_cleft_singles_out_is_who_acted() -> None:
    told = facts(read_text("It was Norway, not Chile, that summoned Ambassador Karl Voss."), "Meeting")
    assert [f["participant"] for f in told] == [{"Norway", "Karl Voss"}]


def test_what_depends_on_a_condition_is_no_fact() -> None:
    assert not facts(read_text("If Chile protests, Norway expels Ambassador Karl Voss."), "Restriction")


def test_who_is_summoned_and_told_says_nothing() -> None:
    assert not facts(read_text("Ambassador Karl Voss was called in on Monday and told he was unwelcome."), "Statement")


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway says nobody from the ministry asked for the reports.",
        "Norway said that there was never any agreement to sign.",
        "Norway said that it was not invited to the summit.",
    ],
)
def test_saying_that_nothing_happened_is_a_denial(sentence: str) -> None:
    extraction = read_text(sentence)
    assert [f["agent"] for f in facts(extraction, "Denial")] == [{"Norway"}]
    assert not facts(extraction, "Statement")


def test_the_chamber_after_a_named_minister_is_a_body_of_its_own() -> None:
    text = "President Jonas Berg met Prime Minister Leo Hart and National Assembly Chairwoman Ana Silva in Norway."
    met = facts(read_text(text), "Meeting")
    assert [m["participant"] for m in met] == [{"Jonas Berg", "Leo Hart"}, {"Jonas Berg", "Ana Silva"}]
