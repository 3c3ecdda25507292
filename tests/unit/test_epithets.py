"""Persons taken up by nationality, age, calling or a past office; nobody is taken up where more than one may be meant."""

from __future__ import annotations

import pytest

from tests.reading import names_of, offices, read_text, values

FIRST = "The head of the Baltic Council, Karl Voss, arrived in Lima on Monday. "


@pytest.mark.parametrize(
    "who",
    ["The Norwegian", "The 43-year-old", "The politician", "The former Norwegian prime minister", "The Baltic Council chief"],
)
def test_who_is_taken_up(who: str) -> None:
    told = read_text(f"{FIRST}{who} met Peruvian President Jorge Rivas.")
    assert values(told, "Meeting", "participant") == {"Karl Voss", "Jorge Rivas"}


def test_a_past_office_is_noted() -> None:
    told = read_text(f"{FIRST}The former Norwegian prime minister met Peruvian President Jorge Rivas.")
    assert ("Karl Voss", "former prime minister", frozenset({"Norwegian"})) in offices(told)


def test_an_outgoing_minister_is_not_who_sends_him_off() -> None:
    told = read_text("Peruvian President Jorge Rivas thanked Rosa Diaz. The outgoing minister left.")
    assert offices(told) == {("Jorge Rivas", "President", frozenset({"Peruvian"}))}


def test_a_foreigner_is_not_the_national_told_before() -> None:
    told = read_text("Peruvian President Jorge Rivas left for Oslo. The Norwegian met Chilean envoy Rosa Diaz.")
    assert values(told, "Meeting", "participant") == {"The Norwegian", "Rosa Diaz"}


def test_a_people_and_a_government_are_no_person() -> None:
    told = read_text("Karl Voss left Lima. The French condemned the attack. The Norwegian government condemned it.")
    assert names_of(told, "Person") == [{"Karl Voss"}]


def test_a_diplomat_is_somebody_sent() -> None:
    told = read_text("Norway's envoy, Karl Voss, arrived in Lima. The diplomat met Peruvian President Jorge Rivas.")
    assert values(told, "Meeting", "participant") == {"Karl Voss", "Jorge Rivas"}


def test_the_minister_is_who_was_told_of_before_without_an_office() -> None:
    told = read_text("Karl Voss told reporters that the talks failed. The foreign minister left for Lima.")
    assert offices(told) == {("Karl Voss", "foreign minister", frozenset())}


def test_but_not_whose_office_is_told() -> None:
    told = read_text("Premier Karl Voss told reporters that the talks failed. The ambassador left for Lima.")
    assert offices(told) == {("Karl Voss", "Premier", frozenset())}
