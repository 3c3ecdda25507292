"""Visits told by the way: who has made them, what is off or put off, what stays at home."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


def told(text: str, type_: str) -> list[tuple[str, str, str]]:
    """(status, who travels, where) of each fact of a type, sorted."""
    site = "origin" if type_ == "Departure" else "destination"
    found = facts(read_text(text), type_)
    return sorted(("".join(f["status"]), "; ".join(sorted(f["visitor"])), "; ".join(sorted(f[site]))) for f in found)


def test_who_is_back_after_a_visit_has_made_it() -> None:
    assert ("occurred", "Ana Silva", "Norway") in told("Ana Silva is back in Lima after a two-day trip to Norway.", "Visit")


def test_a_tribute_paid_during_a_trip_told_before_is_no_trip_of_its_own() -> None:
    text = "President Ana Silva came to Oslo in January. During that trip, she laid a wreath at the Tomb of the Sailors."
    assert [where for _, _, where in told(text, "Visit")] == ["Oslo"]


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("Ana Silva is due to travel on to Lima on Wednesday.", ("planned", "Ana Silva", "Lima")),
        ("President Ana Silva was in Lima, where she opened a school.", ("occurred", "Ana Silva", "Lima")),
        ("President Ana Silva made a brief stopover on Crete.", ("occurred", "Ana Silva", "Crete")),
        ("There are no plans for President Ana Silva to visit Lima.", ("denied", "Ana Silva", "Lima")),
        ("Reports that President Ana Silva would visit Lima are not true.", ("denied", "Ana Silva", "Lima")),
        ("Reports that President Ana Silva would visit Lima are false.", ("denied", "Ana Silva", "Lima")),
    ],
)
def test_visits_told_by_the_way(sentence: str, where: tuple[str, str, str]) -> None:
    assert told(sentence, "Visit") == [where]


def test_who_arrives_by_train_is_the_subject() -> None:
    text = "A delegation of the Norwegian Ministry of Culture led by Ana Silva left Lima on Saturday by train."
    assert [(who, where) for _, who, where in told(text, "Departure")] == [
        ("delegation of the Norwegian Ministry of Culture", "Lima")
    ]


def test_the_station_where_guests_are_seen_off_is_where_they_left() -> None:
    text = "Ana Silva left Norway on Saturday. She was seen off at Bislet Railway Station by Minister Karl Voss."
    assert len(told(text, "Departure")) == 1


@pytest.mark.parametrize(
    ("sentence", "abroad"),
    [
        ("French President Ana Silva was in Lyon, where she opened a school.", False),
        ("French President Ana Silva visited Lyon on Monday.", False),
        ("French President Ana Silva visited Oslo on Monday.", True),
    ],
)
def test_a_journey_within_the_own_state_is_no_visit(sentence: str, abroad: bool) -> None:
    assert bool(told(sentence, "Visit")) is abroad


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Jonas Berg was to visit Lima in May. The visit is now off.", [("cancelled", "Jonas Berg", "Lima")]),
        ("President Jonas Berg visited Lima in May. The plane is off to Quito.", [("occurred", "Jonas Berg", "Lima")]),
        ("Preparations are under way for a visit to Lima by President Jonas Berg.", [("planned", "Jonas Berg", "Lima")]),
        (
            "Ana Silva has postponed her trip to Lima until June.",
            [("cancelled", "Ana Silva", "Lima"), ("planned", "Ana Silva", "Lima")],
        ),
        ("President Ana Silva was en route to Lima when the news broke.", [("planned", "Ana Silva", "Lima")]),
    ],
)
def test_visits_off_put_off_prepared_and_begun(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "Visit") == expected


def test_what_the_invited_are_to_attend_is_the_occasion() -> None:
    reading = read_text("President Jonas Berg invited Prime Minister Leo Hart to attend the Lima Summit.")
    assert values(reading, "Invitation", "occasion") == {"Lima Summit"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Minister Ana Silva was to have been the first Chilean minister to visit Norway since 2011.", "cancelled"),
        ("Minister Ana Silva will be the first Chilean minister to visit Norway.", "planned"),
        ("Minister Ana Silva became the first Chilean minister to visit Norway since 2011.", "occurred"),
    ],
)
def test_the_first_to_visit_is_who_is_told_to_be_it(sentence: str, status: str) -> None:
    reading = read_text(sentence)
    assert told(sentence, "Visit") == [(status, "Ana Silva", "Norway")]
    assert values(reading, "Visit", "start") == set()
    assert facts(reading, "Appointment") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Lima he is to meet Ana Silva, Minister Karl Voss said.", []),
        ("Prime Minister Leo Hart is off to Lima on Monday.", [("planned", "Leo Hart", "Lima")]),
        ("Minister Ana Silva was in Lima over the weekend.", [("occurred", "Ana Silva", "Lima")]),
        (
            "Ana Silva will visit Norway on 20 May. She last visited Oslo in 2023 on a trip that took her to Bergen.",
            [("occurred", "Ana Silva", "Bergen"), ("occurred", "Ana Silva", "Oslo"), ("planned", "Ana Silva", "Norway")],
        ),
        (
            "Chilean President Ana Silva is expected to visit Norway. It will be her first trip to the country in 12 years.",
            [("planned", "Ana Silva", "Norway")],
        ),
        (
            "Minister Ana Silva came to Lima on Monday with Minister Karl Voss. They left for Quito on Tuesday.",
            [("occurred", "Ana Silva", "Lima"), ("occurred", "Ana Silva; Karl Voss", "Quito")],
        ),
    ],
)
def test_visits_told_beside_each_other(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "Visit") == expected


def test_the_day_of_what_comes_before_a_visit_is_not_its_own() -> None:
    reading = read_text("Minister Ana Silva is expected to visit Norway after local elections on March 31.")
    assert values(reading, "Visit", "start") == set()


def test_who_speaks_does_not_travel() -> None:
    reading = read_text("MR VOSS: Deputy Secretary Ana Silva went to Lima last month.")
    assert values(reading, "Visit", "visitor") == {"Ana Silva"}


def test_whose_trip_it_was_is_who_made_it() -> None:
    text = "President Jonas Berg will fly to Oslo. It was Ana Silva's first trip abroad since she visited Lima in May."
    assert ("occurred", "Ana Silva", "Lima") in told(text, "Visit")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A planned visit by Karl Voss to Lima fell through.", [("cancelled", "Karl Voss", "Lima")]),
        ("Karl Voss's trip to Lima was meant to take place in May but never happened.", [("cancelled", "Karl Voss", "Lima")]),
        ("Karl Voss's visit to Lima took place in April.", [("occurred", "Karl Voss", "Lima")]),
    ],
)
def test_what_came_to_nothing_is_cancelled(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(sentence, "Visit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visiting Chilean Foreign Minister Ana Silva met Prime Minister Leo Hart in Oslo.", [("ongoing", "Ana Silva", "Oslo")]),
        (
            "Prime Minister Leo Hart of Norway met visiting Chilean Foreign Minister Ana Silva on Monday.",
            [("ongoing", "Ana Silva", "Norway")],
        ),
        ("Visiting Chilean Foreign Minister Ana Silva met Deputy Minister Karl Voss of Chile on Monday.", []),
        ("Visiting professor Ana Silva wrote a book.", []),
    ],
)
def test_who_is_called_visiting_is_on_a_visit(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "Visit") == expected


def test_a_visit_accepted_has_the_dates_told_of_it_next() -> None:
    text = (
        "Premier Ana Silva invited Premier Leo Hart to visit Chile. The invitation was accepted. The trip was set for 21-22 June."
    )
    assert values(read_text(text), "Visit", "start") == {"2026-06-21"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The paper reported erroneously that Ana Silva had visited Lima.", [("denied", "Ana Silva", "Lima")]),
        ("The paper reported correctly that Ana Silva had visited Lima.", [("occurred", "Ana Silva", "Lima")]),
        ("Ana Silva is off to Lima, where she will meet Karl Voss.", [("planned", "Ana Silva", "Lima")]),
        ("Leo Hart visited Lima in May, the first Chilean premier to do so.", [("occurred", "Leo Hart", "Lima")]),
        (
            "Ana Silva did not visit Lima. Silva flew in overnight and was greeted by Karl Voss.",
            [("denied", "Ana Silva", "Lima")],
        ),
    ],
)
def test_who_did_not_go_did_not_arrive(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "Visit") == expected
    assert told(text, "Departure") == []


def test_states_make_no_visit_beside_people() -> None:
    assert "Norway" not in values(
        read_text("Ana Silva began a tour of Asia in Norway on Monday, a visit of weeks."), "Visit", "visitor"
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ana Silva ended a three-day trip to Norway on Wednesday. Silva arrived on Monday.", "Norway"),
        ("Ana Silva of Peru ended a trip to Norway on Wednesday. Silva arrived on 3 March.", None),
    ],
)
def test_an_arrival_untold_where_is_that_of_the_visit_of_those_days(text: str, where: str | None) -> None:
    assert {place for _, _, place in told(text, "Arrival")} == ({where} if where else set())
