"""Offices of those whom unions and states send somewhere or for something: "UN envoy for Yemen", "for Climate X"."""

from __future__ import annotations

import pytest

from tests.reading import offices, read_text


@pytest.mark.parametrize(
    ("sentence", "person", "title", "of"),
    [
        (
            "The EU's High Representative for Foreign Policy and Security, Karl Lind, left.",
            "Karl Lind",
            "High Representative for Foreign Policy and Security",
            "EU",
        ),
        (
            "The UN Special Coordinator for the Red Sea Peace Process, Karl Lind, left.",
            "Karl Lind",
            "Special Coordinator for the Red Sea Peace Process",
            "UN",
        ),
        (
            "US Special Presidential Envoy for Climate Karl Lind left.",
            "Karl Lind",
            "Special Presidential Envoy for Climate",
            "US",
        ),
        (
            "The AU High Representative for the Horn of Africa region Karl Lind left.",
            "Karl Lind",
            "High Representative for the Horn of Africa region",
            "AU",
        ),
        ("Kenya's Director for Cultural Diplomacy, Karl Lind, left.", "Karl Lind", "Director for Cultural Diplomacy", "Kenya"),
        ("The UN envoy for Yemen, Karl Lind, left.", "Karl Lind", "envoy for Yemen", "UN"),
    ],
)
def test_what_an_envoy_is_sent_for_is_part_of_the_title(sentence: str, person: str, title: str, of: str) -> None:
    assert offices(read_text(sentence)) == {(person, title, frozenset({of}))}


def test_two_offices_behind_a_name_may_be_of_a_state_and_of_a_union() -> None:
    told = read_text("Karl Lind, the Norwegian foreign minister and UN envoy, left.")
    assert offices(told) == {
        ("Karl Lind", "foreign minister", frozenset({"Norwegian"})),
        ("Karl Lind", "envoy", frozenset({"UN"})),
    }


def test_an_office_before_the_next_name_is_of_that_name() -> None:
    told = read_text("Eva Berg, the Norwegian foreign minister and EU commissioner Karl Lind met.")
    assert ("Karl Lind", "commissioner", frozenset({"EU"})) in offices(told)
    assert ("Eva Berg", "commissioner", frozenset({"EU"})) not in offices(told)


def test_nobody_is_an_ambassador_of_the_state_sent_to() -> None:
    told = read_text("The Angolan vice president is in Kenya. The country's ambassador to Kenya, Karl Lind, met Eva Berg.")
    assert all("Kenya" not in of for person, _, of in offices(told) if person == "Karl Lind")


def test_who_is_acted_for_is_of_the_same_state() -> None:
    told = read_text("ACCRA - Angola's vice president Karl Lind came to Accra on behalf of the head of state Juan Diaz.")
    assert ("Juan Diaz", "head of state", frozenset({"Angola"})) in offices(told)


@pytest.mark.parametrize("comma", ["", ","])
def test_two_offices_before_a_name_may_be_joined_by_a_comma(comma: str) -> None:
    told = read_text(f"The Deputy Prime Minister, Minister of Foreign Affairs{comma} Karl Lind met Eva Berg.")
    assert {(p, t) for p, t, _ in offices(told)} == {
        ("Karl Lind", "Deputy Prime Minister"),
        ("Karl Lind", "Minister of Foreign Affairs"),
    }


def test_offices_of_several_in_a_list_stay_apart() -> None:
    told = read_text("They met President Eva Berg, Foreign Minister Juan Diaz and Karl Lind.")
    assert {(p, t) for p, t, _ in offices(told)} == {("Eva Berg", "President"), ("Juan Diaz", "Foreign Minister")}
