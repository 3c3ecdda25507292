"""Who is present where something is told to be said or done: hearers, envoys, hosts, companions, the other side of talks."""

from __future__ import annotations

from tests.reading import facts, offices, read_text, values

MET = "Norwegian Foreign Minister Ana Silva met Chilean Foreign Minister Jonas Berg in Lima on Monday. "


def test_speech_at_a_meeting_is_to_the_other_side_and_of_its_day() -> None:
    (said,) = facts(read_text(MET + "Silva conveyed her wishes for the recovery of the sailors."), "Statement")
    assert (said["addressee"], said["start"]) == ({"Jonas Berg"}, {"2026-05-04"})


def test_speech_to_reporters_is_not_to_the_side_met() -> None:
    said = facts(read_text(MET + 'Silva told reporters that the sailors were "safe and well".'), "Statement")
    assert [s.get("addressee") for s in said] == [None]


def test_envoys_take_part_in_the_ceremony_in_place_of_their_states() -> None:
    told = read_text(
        "President Leo Hart on Monday received the credentials of the ambassadors of Norway and Peru at a ceremony in Accra. "
        "Those who presented their credentials were Karl Voss, Ambassador of Norway; Ana Silva, Ambassador of Peru; "
        "and Nils Dahl, Ambassador of Chile."
    )
    assert values(told, "Commemoration", "participant") == {"Karl Voss", "Ana Silva", "Nils Dahl"}


def test_talks_told_of_one_state_are_with_the_other_of_the_article() -> None:
    told = read_text("Chile and Norway want a fisheries treaty. Chile drew it up. Oslo broke off talks on fish in April.")
    assert len(values(told, "Meeting", "participant")) == 2


def test_a_host_of_talks_at_home_may_only_mediate() -> None:
    told = read_text("Chile and Peru want a fisheries treaty. Norway will host a round of talks in Oslo.")
    assert values(told, "Meeting", "participant") <= {"Norway"}


def test_a_summons_takes_place_at_the_ministry_and_is_about_the_protest() -> None:
    told = read_text(
        "The foreign ministry in Oslo summoned Chilean Ambassador Jonas Berg on Monday to convey its protest "
        "at the arrest of a trawler."
    )
    assert values(told, "Meeting", "place") == {"Oslo"}
    assert values(told, "Meeting", "topic") == {"arrest of a trawler"}


def test_ministers_of_two_states_stand_for_the_states() -> None:
    told = read_text("Karl Voss held phone calls with the foreign ministers of Norway and Chile.")
    assert values(told, "Meeting", "participant") == {"Karl Voss", "Norway", "Chile"}


def test_companions_may_be_told_before_the_verb() -> None:
    told = read_text(
        "Norwegian Foreign Minister Ana Silva arrived in Lima on Monday. "
        "Accompanying Silva are State Secretary Karl Voss and Ambassador Jonas Berg."
    )
    assert values(told, "Visit", "visitor") == {"Ana Silva", "Karl Voss", "Jonas Berg"}


def test_who_receives_a_guest_is_of_the_state_told_most() -> None:
    told = read_text("Norwegian Foreign Minister Ana Silva arrived in Lima, Peru, on Monday. She met Prime Minister Leo Hart.")
    assert ("Leo Hart", "Prime Minister", frozenset({"Peru"})) in offices(told)
