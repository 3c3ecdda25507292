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


def test_who_is_unwanted_is_banned_and_nothing_said() -> None:
    told = read_text("Norway declared a diplomat at the Chilean Embassy in Oslo persona non grata on Friday.")
    (ban,) = facts(told, "Restriction")
    assert ban["agent"] == {"Norway"}
    assert facts(told, "Statement") == []


def test_who_is_handed_a_note_declares_nothing() -> None:
    told = read_text(
        "Chilean Ambassador Eva Berg was summoned to the Norwegian Foreign Ministry on Friday "
        "and handed a note declaring an attaché of the embassy persona non grata."
    )
    assert facts(told, "Statement") == facts(told, "Restriction") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Karl Lind warned of a possible war between Chile and Peru.",
        "New EU sanctions against Chile would have to be agreed by all.",
    ],
)
def test_what_may_come_is_no_fact(sentence: str) -> None:
    told = read_text(sentence)
    assert facts(told, "Conflict") == facts(told, "Restriction") == []


def test_the_guest_of_a_meeting_at_home_is_the_visitor() -> None:
    told = read_text(
        "President Karl Lind met Chilean Premier Eva Berg in Oslo on Saturday, in a visit that nobody had announced."
    )
    assert values(told, "Visit", "visitor") == {"Eva Berg"}


def test_a_signal_is_no_letter() -> None:
    assert facts(read_text("Norway sent a clear and strong message to Chile."), "Message") == []


def test_the_latest_to_come_holds_no_office() -> None:
    assert offices(read_text("Karl Lind was the latest foreign leader to visit Oslo.")) == set()


def test_a_first_name_is_no_title() -> None:
    told = read_text("Foreign Minister of Norway Dr. Karim Amir Voss met his Chilean counterpart Shah Nawaz Berg.")
    assert names_of(told, "Person") == [{"Karim Amir Voss"}, {"Shah Nawaz Berg"}]
    assert {title for _, title, _ in offices(told)} == {"Foreign Minister"}


def test_both_sides_are_those_who_spoke() -> None:
    told = read_text(
        "Norwegian minister Karl Lind and Chilean minister Eva Berg met. "
        "The ministers discussed Peruvian attacks on Togo. Both sides stressed the need for calm."
    )
    assert values(told, "Statement", "speaker") == {"Norwegian", "Chilean"}


def test_praise_for_keeping_a_promise_promises_nothing() -> None:
    told = read_text("President Karl Lind praised the role of the army, in combating crime and committing to the ceasefire.")
    assert "Karl Lind" not in values(told, "Pledge", "agent")


def test_what_is_met_may_be_a_concern() -> None:
    assert facts(read_text("Norway has met Chile's concerns and all of its requirements."), "Meeting") == []


def test_who_urges_says_what_is_added() -> None:
    told = read_text("Secretary-General Karl Lind urged Chile to drop its objections, adding that Peru had done enough.")
    assert values(told, "Statement", "speaker") == {"Karl Lind"}


def test_a_letter_received_says_what_its_sender_says() -> None:
    told = read_text("Chilean President Eva Berg received a letter from King Harald of Norway, voicing support for Chile.")
    assert values(told, "Support", "agent") == {"Harald"}


def test_who_goes_on_to_say_has_said() -> None:
    told = read_text("President Karl Lind went on to say that the talks were useful.")
    assert [f["status"] for f in facts(told, "Statement")] == [{"occurred"}]


def test_a_visit_during_which_somebody_will_meet_is_to_come() -> None:
    told = read_text("Premier Karl Lind will visit Chile on Saturday. He will have talks with Eva Berg during his trip.")
    assert [f["status"] for f in facts(told, "Visit")] == [{"planned"}]


def test_an_office_told_later_with_its_state_tells_whose_it_is() -> None:
    told = read_text("He will attend President Karl Lind's inauguration. The Norwegian president was returned to office in May.")
    assert offices(told) == {("Karl Lind", "President", frozenset({"Norwegian"}))}


def test_a_state_told_once_is_not_the_other_side() -> None:
    told = read_text("President Karl Lind spoke with President Eva Berg of Chile. They discussed events in Syria.")
    assert ("Karl Lind", "President", frozenset()) in offices(told)
