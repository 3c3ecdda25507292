"""Whom "the two" means: of several told together, of two fields, of two who are the story and two mentioned by the way."""

from __future__ import annotations

from tests.reading import facts, read_text, values


def test_two_ministers_of_a_field_told_apart_are_taken_together() -> None:
    told = read_text(
        "Foreign Minister Eva Berg of Peru arrived in Accra with Peruvian Defence Minister Luis Paz. Ghana's side will be led by "
        "Defence Minister Kofi Adu and Foreign Minister Ama Boateng. The two defence ministers discussed drones on Monday."
    )
    assert {"Luis Paz", "Kofi Adu"} in [fact["participant"] for fact in facts(told, "Meeting")]


def test_two_sides_are_those_who_deal_with_each_other() -> None:
    told = read_text(
        "On a tour that took him to Togo and Benin, Norwegian envoy Karl Lind met Kenyan envoy Ola Ruto, during which the two "
        "sides pledged to plant trees."
    )
    assert values(told, "Pledge", "agent") == {"Norwegian", "Kenyan"}


def test_two_countries_are_not_those_mentioned_by_the_way() -> None:
    told = read_text(
        "Peru and Chile quarrelled in 2020. Peru and Chile are neighbours. The talks come as Togo's blockade of Benin goes on. "
        "The two countries have held ten rounds of talks."
    )
    assert [fact["participant"] for fact in facts(told, "Meeting")] == [{"Peru", "Chile"}]


def test_countries_told_by_a_word_more_are_none_of_those_named() -> None:
    told = read_text("Peru met Chile in Lima. Peru is holding talks with its partner countries over fish. Togo welcomed it.")
    assert all("Togo" not in fact["participant"] for fact in facts(told, "Meeting"))
