"""Facts that follow from others: visits from arrivals, origins of departures, companions, delegations beside their leaders."""

from __future__ import annotations

from tests.reading import facts, read_text, values


def test_an_arrival_begins_a_visit_that_goes_on() -> None:
    told = read_text("President Jonas Berg arrived in Canada on Monday.")
    arrival, visit = facts(told, "Arrival")[0], facts(told, "Visit")[0]
    assert (arrival["status"], visit["status"]) == ({"occurred"}, {"ongoing"})
    assert (visit["visitor"], visit["destination"], visit["start"]) == ({"Jonas Berg"}, {"Canada"}, {"2026-05-04"})


def test_a_planned_arrival_begins_a_planned_visit() -> None:
    told = read_text("President Jonas Berg will arrive in Canada on Monday.")
    assert [f["status"] for t in ("Arrival", "Visit") for f in facts(told, t)] == [{"planned"}, {"planned"}]


def test_a_departure_leaves_where_the_visitor_came_to() -> None:
    told = read_text("President Jonas Berg arrived in Ottawa on Monday. He left on Wednesday.")
    (departure,) = facts(told, "Departure")
    assert (departure["visitor"], departure["origin"], departure["start"]) == ({"Jonas Berg"}, {"Ottawa"}, {"2026-05-06"})


def test_a_departure_from_nowhere_is_none() -> None:
    assert facts(read_text("President Jonas Berg left on Wednesday."), "Departure") == []


def test_companions_visit_too() -> None:
    told = read_text("President Jonas Berg visited Canada. He was accompanied by Finance Minister Nils Dahl.")
    assert values(told, "Visit", "visitor") == {"Jonas Berg", "Nils Dahl"}


def test_a_delegation_visits_beside_its_leader() -> None:
    told = read_text("President Jonas Berg, leading a Norwegian delegation, arrived in Ottawa.")
    for type_ in ("Arrival", "Visit"):
        assert values(told, type_, "visitor") == {"Jonas Berg", "Norwegian delegation"}


def test_whom_it_is_led_by_is_no_visitor_besides() -> None:
    told = read_text("A Norwegian delegation led by President Jonas Berg visited Canada.")
    assert values(told, "Visit", "visitor") == {"Norwegian delegation"}


def test_a_fact_told_twice_is_one() -> None:
    told = read_text(
        "President Jonas Berg visited Canada on Monday. The president visited Canada to open a fair. Berg's visit drew crowds."
    )
    assert [f["start"] for f in facts(told, "Visit")] == [{"2026-05-04"}]


def test_two_visits_stay_two() -> None:
    told = read_text("President Jonas Berg visited Canada in 2019. He visited Canada again on Monday.")
    assert [f["start"] for f in facts(told, "Visit")] == [{"2019"}, {"2026-05-04"}]


def test_nobody_visits_himself() -> None:
    assert facts(read_text("Norway visited Norway."), "Visit") == []
