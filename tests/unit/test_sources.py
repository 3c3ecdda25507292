"""Whose word a sentence is: who tells it at its end, offices and press services, who is cited, and what is nobody's news."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values

MET = "Karin Holt met Foreign Minister Jonas Berg"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{MET} and other officials in Lima, the Norwegian News Agency (NNA) said.", "Norwegian News Agency"),
        (f"{MET} in Lima, and a wreath was laid, the press service of the Foreign Ministry reported.", "Foreign Ministry"),
        ("Norway thanked Chile. Karin Holt met Jonas Berg, a government spokeswoman in Oslo said.", "Norway"),
        (f"According to the Elysee press service, {MET} in Lima.", "Elysee press service"),
        (f"{MET} in Lima, the prime minister's office in Oslo said.", "prime minister's office"),
    ],
)
def test_who_tells_it_at_the_end_or_beginning_is_the_source(text: str, source: str) -> None:
    assert values(read_text(text), "Meeting", "said_by") == {source}


def test_who_says_it_is_not_a_name_beside_those_met() -> None:
    told = read_text("Jonas Berg met Karin Holt, a presidential spokesman said on Monday.")
    assert not facts(told, "Role")
    assert facts(read_text("Jonas Berg met Karin Holt, a presidential spokesman, on Monday."), "Role")


def test_who_announces_beside_saying_is_the_speaker() -> None:
    told = read_text("Jonas Berg said Norway would back Chile and announced that a Norwegian delegation would visit Lima.")
    assert values(told, "Visit", "said_by") == {"Jonas Berg"}


def test_where_somebody_speaks_is_told_by_the_outlet() -> None:
    told = read_text("The talks are over, Jonas Berg stated in Lima, where he is staying with a Norwegian trade delegation.")
    assert values(told, "Visit", "said_by") == set()


def test_who_is_cited_to_report_says_it_first() -> None:
    told = read_text(f"Reuters cited the Norwegian Foreign Ministry to report that {MET} in Lima.")
    names = {r.id: r.names[0] for r in told.referents}
    (meeting,) = (r for r in told.reports if r.type == "Meeting")
    assert [names[s] for s in meeting.said_by] == ["Norwegian Foreign Ministry", "Reuters"]


def test_who_writes_a_letter_is_not_its_source_again() -> None:
    told = read_text('Foreign Minister Jonas Berg said Norway had protested. "We have sent a letter to Lima," Berg said.')
    assert values(told, "Message", "said_by") == set()


def test_a_war_named_in_passing_is_nobodys_news() -> None:
    told = read_text("Jonas Berg said there was no military solution to the conflict in Somalia.")
    assert values(told, "Conflict", "said_by") == set()
    told = read_text("Jonas Berg said that Norway had attacked Somalia in May.")
    assert values(told, "Conflict", "said_by") == {"Jonas Berg"}


def test_media_of_a_state_are_not_its_agency() -> None:
    told = read_text("North Korean media said that Karin Holt met Jonas Berg. The Korean Central News Agency was silent.")
    assert values(told, "Meeting", "said_by") == {"North Korean media"}


def test_somebodys_office_is_one_by_all_its_names() -> None:
    told = read_text(
        f"{MET} in Lima, Berg's office said. The foreign minister's office said that Holt had left Lima for Chile on Monday. "
        "His office said that Norway sent tents to Chile."
    )
    (body,) = {r.id for r in told.referents if any("office" in n for n in r.names)}
    assert [r.said_by for r in told.reports if r.type in ("Meeting", "Departure", "Transfer")] == [(body,)] * 3
