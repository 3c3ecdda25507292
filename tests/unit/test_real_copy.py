"""What agency copy of Europe, the Middle East and Central Asia does in passing: styles, full titles, openings, counterparts."""

from __future__ import annotations

import pytest

from tests.reading import facts, names_of, offices, read_text, values


@pytest.mark.parametrize(
    ("sentence", "person", "title", "of"),
    [
        ("HE Minister of Trade of Norway Dr. Karl Lind left.", "Karl Lind", "Minister of Trade", "Norway"),
        ("The Amir received Defence Minister of Chile HE Eva Berg.", "Eva Berg", "Defence Minister", "Chile"),
        (
            "The spokesman for the Peruvian President, Juan Diaz, left.",
            "Juan Diaz",
            "spokesman for the Peruvian President",
            "Peruvian",
        ),
        (
            "Assistant to the President of Norway Karl Lind left.",
            "Karl Lind",
            "Assistant to the President of Norway",
            "Norway",
        ),
        ("An adviser to the President of Norway Karl Lind left.", "Karl Lind", "President", "Norway"),
    ],
)
def test_styles_and_full_titles(sentence: str, person: str, title: str, of: str) -> None:
    assert offices(read_text(sentence)) == {(person, title, frozenset({of}))}


def test_a_press_secretary_is_of_no_press() -> None:
    told = read_text("Press Secretary Karl Lind left.")
    assert offices(told) == {("Karl Lind", "Press Secretary", frozenset())}


def test_a_participle_before_a_name_is_no_part_of_it() -> None:
    told = read_text("President Karl Lind came. Welcoming Eva Berg, President Lind praised the friendship.")
    assert names_of(told, "Person") == [{"Karl Lind", "Lind"}, {"Eva Berg"}]
    assert [(f["host"], f["guest"]) for f in facts(told, "Hosting")] == [({"Karl Lind"}, {"Eva Berg"})]


def test_a_bare_counterpart_is_who_was_named_with_the_office() -> None:
    told = read_text(
        "Norwegian Foreign Minister Karl Lind met Chilean Foreign Minister Eva Berg and Chilean President Juan Diaz. "
        "Lind spoke after talks in Lima with his Chilean counterpart."
    )
    assert names_of(told, "Person") == [{"Karl Lind", "Lind"}, {"Eva Berg"}, {"Juan Diaz"}]


def test_a_bare_counterpart_of_another_state_stays_unnamed() -> None:
    told = read_text(
        "Norwegian Foreign Minister Karl Lind met Chilean Foreign Minister Eva Berg. Lind met his Kenyan counterpart."
    )
    assert {"Kenyan counterpart"} in names_of(told, "Person")


def test_who_thanks_for_accepting_has_not_accepted() -> None:
    told = read_text("Karl Lind of Norway expressed gratitude for accepting the invitation to visit Chile.")
    assert facts(told, "Visit") == facts(told, "Invitation") == []


def test_who_is_thanked_for_signing_signed() -> None:
    told = read_text("President Karl Lind expressed gratitude to Chile for signing the pact.")
    assert values(told, "Agreement", "party") == {"Chile"}


def test_the_country_visited_is_not_the_visitors_own() -> None:
    told = read_text("Chilean Premier Eva Berg received Kenyan minister Daniel Mwangi, who is currently visiting the country.")
    assert "Kenyan" not in values(told, "Visit", "destination")
