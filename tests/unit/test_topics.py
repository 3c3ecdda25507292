"""Topics: the words that say what something is about."""

from __future__ import annotations

from tests.reading import facts, read_text, values


def test_a_quotation_that_goes_on_beyond_the_topic_is_left_out() -> None:
    told = read_text('Peruvian government spokesman Karl Voss dismissed the remarks as "a diversion."')
    assert values(told, "Denial", "topic") == {"remarks"}


def test_a_pronoun_is_no_topic() -> None:
    (denial,) = facts(read_text("Peru denies it."), "Denial")
    assert "topic" not in denial
