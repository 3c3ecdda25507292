"""Whose an office is where the words near it leave that open: of its sentence, of who is met, of none."""

from __future__ import annotations

import pytest

from tests.reading import offices, read_text, values


def role(person: str, title: str, *of: str) -> tuple[str, str, frozenset[str]]:
    """A Role as ``offices`` gives it."""
    return person, title, frozenset(of)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya calls Peru a friend, President Ola Ruto told envoys.", role("Ola Ruto", "President", "Kenya")),
        (
            "He flies to Togo, following a halt in Norway, where King Aldric receives him.",
            role("Aldric", "King", "Norway"),
        ),
    ],
)
def test_the_state_of_an_office_told_without_it(text: str, expected: tuple[str, str, frozenset[str]]) -> None:
    assert expected in offices(read_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president, Ola Ruto, arrived. Karl Voss met his Kenyan counterpart Eva Lind.",
        "The head of Oslo's talks spoke with his Kenyan counterpart, Eva Lind.",
    ],
)
def test_a_counterpart_of_who_has_no_office_has_none(text: str) -> None:
    assert not [told for told in offices(read_text(text)) if told[0] == "Eva Lind"]


def test_after_an_opening_phrase_the_name_is_the_subject() -> None:
    told = read_text("Ahead of talks with his Kenyan counterpart, Karl Voss on Monday said ties were cold.")
    assert {"Karl Voss"} == values(told, "Statement", "speaker")
    assert not [o for o in offices(told) if o[0] == "Karl Voss"]


def test_the_head_of_a_states_diplomacy_is_its_foreign_minister() -> None:
    told = read_text("Peru's Foreign Minister Eva Berg arrived. The head of Peruvian diplomacy met Karl Lind.")
    assert {"Eva Berg", "Karl Lind"} == values(told, "Meeting", "participant")


def test_the_counterpart_of_an_external_affairs_minister_is_a_foreign_minister() -> None:
    told = read_text("External Affairs Minister R Varma met his Omani counterpart Badr Ali in Muscat.")
    assert role("Badr Ali", "Foreign Minister", "Omani") in offices(told)


def test_a_ministry_of_many_fields_is_one_body() -> None:
    told = read_text("The Ministry of Foreign Affairs, International Trade and Worship of Peru said the visit was off.")
    assert values(told, "Statement", "speaker") == {"Ministry of Foreign Affairs, International Trade and Worship of Peru"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's recently-elected president, Eva Berg, left.", role("Eva Berg", "president", "Peru")),
        ("Peru's newly appointed trade minister Eva Berg left.", role("Eva Berg", "trade minister", "Peru")),
        ("Peru's re-elected president Eva Berg left.", role("Eva Berg", "president", "Peru")),
        ("Peru's premier Karl Lind met his Thai peer, Eva Berg.", role("Eva Berg", "premier", "Thai")),
    ],
)
def test_how_lately_somebody_got_an_office_is_no_part_of_it(text: str, expected: tuple[str, str, frozenset[str]]) -> None:
    assert expected in offices(read_text(text))


def test_whom_leaders_met_is_none_of_the_leaders() -> None:
    told = read_text("Karl Lind was among the leaders Premier Eva Berg met.")
    assert ("Eva Berg", "leader") not in {(person, title) for person, title, _ in offices(told)}


def test_an_acronym_between_the_ministry_and_its_spokesman() -> None:
    told = read_text("Spokesman of the Ministry of Trade (MoT), Karl Lind, said that talks went on.")
    assert role("Karl Lind", "Spokesman", "Ministry of Trade") in offices(told)


def test_a_secretary_general_is_of_no_state() -> None:
    told = read_text("Eva Berg flew to Oslo at the invitation of Secretary-General Karl Lind. Norway is cold.")
    assert role("Karl Lind", "Secretary-General") in offices(told)
