"""Who met whom, when and whether at all, in the words of ministries and agencies: lists, counterparts, talks called off."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        (
            "Minister Ana Silva held talks with senior Chilean officials, including Premier Leo Hart and envoy Karl Voss.",
            {"Ana Silva", "Leo Hart", "Karl Voss"},
        ),
        (
            "Norwegian Minister Ana Silva said she would hold a meeting with her Chilean, Peruvian and Kenyan counterparts.",
            {"Ana Silva", "Chilean", "Peruvian", "Kenyan"},
        ),
        ("Minister Ana Silva recalled her meeting with Karl Voss last May.", {"Ana Silva", "Karl Voss"}),
        ("Premier Leo Hart during Friday's talks with Karl Voss said he was glad.", {"Leo Hart", "Karl Voss"}),
        ("President Leo Hart received today in Lima the foreign minister of Norway, Ana Silva.", {"Leo Hart", "Ana Silva"}),
        ("President Leo Hart welcomed Karl Voss to Peru for talks on fish.", {"Leo Hart", "Karl Voss"}),
        ("President Leo Hart and Harbour Party leader Karl Voss met Ana Silva.", {"Leo Hart", "Karl Voss", "Ana Silva"}),
        ("Karl Voss will call on President Leo Hart for an exchange of views.", {"Karl Voss", "Leo Hart"}),
    ],
)
def test_all_who_meet_are_told(sentence: str, sides: set[str]) -> None:
    assert values(read_text(sentence), "Meeting", "participant") == sides


def test_other_officials_are_no_side_beside_those_named() -> None:
    told = read_text("Ana Silva held talks with Premier Leo Hart and other senior Peruvian officials in Lima.")
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Leo Hart"}


def test_a_meeting_of_one_with_nobody_named_tells_nothing() -> None:
    assert not facts(read_text("Minister Ana Silva met with officials."), "Meeting")
    assert facts(read_text("Minister Ana Silva met with officials in Lima on Friday."), "Meeting")


def test_a_meeting_to_come_is_called_off_later() -> None:
    told = read_text("President Leo Hart will meet Ana Silva in Lima on Sunday. The meeting was called off.")
    assert [f["status"] for f in facts(told, "Meeting")] == [{"cancelled"}]
    told = read_text("President Leo Hart will meet Ana Silva in Lima on Sunday. The talks were postponed until May.")
    assert sorted(s for f in facts(told, "Meeting") for s in f["status"]) == ["cancelled", "planned"]


@pytest.mark.parametrize(
    "later",
    [
        "The meeting was not called off.",
        "The meeting may be called off.",
        "The talks with Chile were called off.",
        "She cancelled the order.",
        "Meetings are often called off.",
    ],
)
def test_a_meeting_is_not_called_off_by_other_words(later: str) -> None:
    told = read_text(f"President Leo Hart will meet Ana Silva in Lima on Sunday. {later}")
    assert [f["status"] for f in facts(told, "Meeting") if "Leo Hart" in f["participant"]] == [{"planned"}]


def test_who_also_does_what_was_told_is_not_who_told_it() -> None:
    told = read_text("President Leo Hart will meet Ana Silva, Minister Karl Voss said. He will also meet Ola Berg.")
    assert {"Leo Hart", "Ola Berg"} in [set(f["participant"]) for f in facts(told, "Meeting")]


def test_nobody_is_named_in_his_own_words() -> None:
    told = read_text(
        "Foreign Minister Ana Silva is in Peru. “I hope my meeting with Foreign Minister Karl Voss will help,” the foreign "
        "minister said. “I am leaving on a visit to Chile,” the foreign minister added."
    )
    assert "Karl Voss" not in values(told, "Visit", "visitor")


def test_companions_told_in_a_list_all_come_along() -> None:
    told = read_text(
        "President Leo Hart will visit Peru. He will be accompanied by Minister of Trade, Karl Voss; Minister of Defence, Ana "
        "Silva; and spy chief Ola Berg."
    )
    assert values(told, "Visit", "visitor") == {"Leo Hart", "Karl Voss", "Ana Silva", "Ola Berg"}


def test_a_tour_of_a_palace_and_a_call_at_a_ministry_are_no_visits() -> None:
    assert not facts(read_text("President Leo Hart took the Chilean delegation on a tour of Rosewood Palace."), "Visit")
    assert not facts(read_text("The Chilean delegation headed to the Foreign Ministry for talks."), "Visit")


def test_who_is_back_from_a_visit_is_the_visitor() -> None:
    told = read_text("President Leo Hart met the trade delegation upon its return on Sunday after a three-day visit to Chile.")
    assert values(told, "Visit", "visitor") == {"trade delegation"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Leo Hart came to Lima for a visit from July 26-28, 2023.", "ongoing"),
        ("Leo Hart was slated to visit Chile in May.", "planned"),
        ("Leo Hart toured Chile from July 2-4, 2023.", "occurred"),
    ],
)
def test_the_last_day_tells_whether_a_visit_goes_on(sentence: str, status: str) -> None:
    assert values(read_text(sentence, published="2023-07-27"), "Visit", "status") == {status}


def test_a_visit_to_come_is_another_than_the_one_that_goes_on() -> None:
    told = read_text("Leo Hart is on a visit to Chile. Hart will visit Chile again on 3 September.", published="2023-07-27")
    assert sorted(s for f in facts(told, "Visit") for s in f["status"]) == ["ongoing", "planned"]


def test_a_readiness_voiced_is_no_visit() -> None:
    assert not facts(read_text("President Leo Hart has shown enthusiasm to travel to Chile."), "Visit")


def test_a_year_before_the_noun_and_a_clause_with_when_date_a_meeting() -> None:
    told = read_text("It led to a 1972 summit meeting between Leo Hart and Ana Silva.")
    assert values(told, "Meeting", "start") == {"1972"}
    told = read_text("It took place in April 1988 when Minister Ana Silva left Lima for Quito.")
    assert values(told, "Departure", "start") == {"1988-04"}


def test_a_title_does_not_say_what_for() -> None:
    told = read_text("The union appointed Karl Voss as special envoy entrusted to mediate between the parties.")
    assert values(told, "Appointment", "title") == {"special envoy"}
