"""Gifts, sales and deliveries: who gives and who gets, told by craft that land, by participles, by what is denied."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    ("text", "giver", "recipient", "status"),
    [
        ("Six drones supplied by Turkey arrived in Addis Ababa.", "Turkey", "Addis Ababa", "occurred"),
        ("A plane carrying 40 tonnes of Norwegian rice landed in Lima.", "Norwegian", "Lima", "occurred"),
        ("A Norwegian ship with 40 tonnes of rice docked in Peru.", "Norwegian", "Peru", "occurred"),
        ("Ethiopia took delivery of six Turkish drones.", "Turkish", "Ethiopia", "occurred"),
        ("Ethiopia has ordered 12 drones from Turkey.", "Turkey", "Ethiopia", "planned"),
        ("A consignment of Turkish drones reached Ethiopia.", "Turkish", "Ethiopia", "occurred"),
        ("Norway has approved the delivery of 50 tanks to Peru.", "Norway", "Peru", "planned"),
        ("Norway handed the first helicopters over to Peru.", "Norway", "Peru", "occurred"),
        ("Norway airdropped food into Peru.", "Norway", "Peru", "occurred"),
        ("France handed back 26 treasures to Benin.", "France", "Benin", "occurred"),
        ("Norway sent 40 tonnes of food to Lima.", "Norway", "Lima", "occurred"),
        ("Norway denied supplying shells to Peru.", "Norway", "Peru", "denied"),
        ("Norway has sent no weapons to Peru.", "Norway", "Peru", "denied"),
        ("Prime Minister Leo Hart was awarded the Order of Merit by Jonas Berg.", "Jonas Berg", "Leo Hart", "occurred"),
    ],
)
def test_who_gives_and_who_gets(text: str, giver: str, recipient: str, status: str) -> None:
    (gift,) = facts(read_text(text), "Transfer")
    assert (gift["giver"], gift["recipient"], gift["status"]) == ({giver}, {recipient}, {status})


def test_what_is_brought_to_a_sea_is_given_to_nobody() -> None:
    assert values(read_text("Norway sent two ships to the Red Sea."), "Transfer", "recipient") == set()


def test_who_returns_goods_comes_nowhere() -> None:
    assert facts(read_text("Britain returned 32 treasures to Ghana."), "Arrival") == []


def test_to_confer_an_order_is_no_talk() -> None:
    assert facts(read_text("King Jonas conferred the Order of Merit on Prime Minister Leo Hart."), "Meeting") == []
