"""What agency copy of Africa, Latin America and the Pacific does in passing: lists of envoys, days, greetings, extraditions."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.extract.claims import CLAIM_SPOTS
from kg.extract.dealt import DEALT
from kg.extract.gatherings import TALK_SPOTS
from kg.extract.terms import TERMS
from tests.reading import facts, names_of, offices, read_text, values


def test_no_bureau_is_a_person() -> None:
    told = read_text("The US Justice Department said on Monday that the trial would open in May.")
    assert not offices(told)
    assert not names_of(told, "Person")


@pytest.mark.parametrize("adverb", ["Consequently", "Subsequently", "Eventually"])
def test_an_adverb_is_no_part_of_a_name(adverb: str) -> None:
    told = read_text(f"{adverb} Nairobi asked the envoy to leave. {adverb} President Karl Lind expelled him.")
    assert not any(
        adverb in form for type_ in ("State", "Person", "Place", "Organization") for n in names_of(told, type_) for form in n
    )


def test_envoys_told_in_turn_with_their_states() -> None:
    told = read_text(
        "President Karl Lind received the ambassadors of Peru, Eva Berg, Chile, Juan Diaz; Kenya, Leo Hart, "
        "and the Philippines, Ana Cruz."
    )
    held = {(person, of) for person, title, of in offices(told) if title == "ambassador"}
    assert held == {
        ("Eva Berg", frozenset({"Peru"})),
        ("Juan Diaz", frozenset({"Chile"})),
        ("Leo Hart", frozenset({"Kenya"})),
        ("Ana Cruz", frozenset({"Philippines"})),
    }
    assert values(told, "Meeting", "participant") == {"Karl Lind", "Eva Berg", "Juan Diaz", "Leo Hart", "Ana Cruz"}


def test_an_envoy_of_one_state_shares_his_office_with_nobody() -> None:
    told = read_text("President Karl Lind received the ambassador of Peru, Eva Berg, Chile, Juan Diaz and others.")
    assert {person for person, title, _ in offices(told) if title == "ambassador"} == {"Eva Berg"}


def test_a_counterpart_is_not_sent_to_the_same_state() -> None:
    told = read_text("Kenya's ambassador to Peru, Karl Lind, met his Peruvian counterpart, Juan Diaz.")
    assert ("Juan Diaz", "ambassador", frozenset({"Peru"})) in offices(told)


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Peru condemned Karl Lind's arrest and extradition.", set()),
        ("Peru denounced the killing of Karl Lind.", set()),
        ("Peru condemned Karl Lind's remarks.", {"Karl Lind"}),
        ("Peru condemned Chile's detention of Karl Lind.", {"Chile"}),
    ],
)
def test_who_suffered_the_deed_is_not_blamed_for_it(sentence: str, targets: set[str]) -> None:
    assert values(read_text(sentence), "Criticism", "target") == targets


@pytest.mark.parametrize(
    ("sentence", "visitor"),
    [
        ("President Karl Lind said on Monday that Mr Juan Diaz would be briefed during his visit to Oslo.", "Juan Diaz"),
        ("President Eva Berg said on Monday that Mr Juan Diaz was heard during her visit to Oslo.", "Eva Berg"),
        ("President Karl Lind said on Monday that Peru had lifted the ban after his visit to Lima.", "Karl Lind"),
    ],
)
def test_on_whose_journey_something_is_said_to_have_happened(sentence: str, visitor: str) -> None:
    assert values(read_text(sentence), "Visit", "visitor") == {visitor}


def test_two_clauses_with_a_subject_each() -> None:
    told = read_text("President Karl Lind will visit Peru and Foreign Minister Juan Diaz will travel to Norway.")
    assert [(f["visitor"], f["destination"]) for f in facts(told, "Visit")] == [
        ({"Karl Lind"}, {"Peru"}),
        ({"Juan Diaz"}, {"Norway"}),
    ]
    told = read_text("Envoy Karl Lind will return to his post and his colleague Juan Diaz will return to Nairobi.")
    assert values(told, "Arrival", "visitor") == {"Juan Diaz"}


def test_the_day_behind_ministers_is_no_part_of_them() -> None:
    told = read_text("Mercosur Foreign Ministers Monday agreed to reopen the port.", published="2023-07-27")
    assert [(f["party"], f["start"]) for f in facts(told, "Agreement")] == [({"Mercosur"}, {"2023-07-24"})]


@pytest.mark.parametrize("what", ["challenges", "goals", "threats"])
def test_what_is_met_is_not_always_somebody(what: str) -> None:
    assert not facts(read_text(f"Peru and Chile will work together to meet {what} of climate change."), "Meeting")


@pytest.mark.parametrize(
    "sentence",
    [
        "Envoy Karl Lind conveyed greetings from President Juan Diaz to King Harald.",
        "Envoy Karl Lind conveyed to King Harald the greetings and best wishes of President Juan Diaz.",
        "Envoy Karl Lind met King Harald in Oslo. He delivered President Juan Diaz's message in support of the plan.",
    ],
)
def test_who_carries_greetings_does_not_send_them(sentence: str) -> None:
    told = [(f["sender"], f["recipient"]) for f in facts(read_text(sentence), "Message")]
    assert told == [({"Juan Diaz"}, {"Harald"})]


def test_an_acronym_read_as_a_place_is_the_body_it_stands_for() -> None:
    told = read_text(
        "The Andean Drug Control Administration (ADCA) said on Monday that Karl Lind had been held. ADCA spokeswoman Eva Berg "
        "said that while he was in ADCA custody, the rules were kept. She left for ADCA."
    )
    bodies = [n for type_ in ("Organization", "Place") for n in names_of(told, type_)]
    assert [n for n in bodies if "ADCA" in n] == [{"Andean Drug Control Administration", "ADCA"}]


def test_what_somebody_is_suspected_of_being_is_no_stay() -> None:
    told = read_text("Chile handed over Karl Lind, who is suspected of being an agent, to Peru to face charges.")
    assert not facts(told, "Visit")


def test_heads_of_regions_before_their_names_in_a_list() -> None:
    told = read_text(
        "The talks were attended by the chairman of the Tarva region Karl Lind, the governor of the Batken region of Kyrgyzstan "
        "Juan Diaz, leaders of the border districts and others."
    )
    assert offices(told) == {
        ("Karl Lind", "chairman", frozenset({"Tarva region"})),
        ("Juan Diaz", "governor", frozenset({"Batken region", "Kyrgyzstan"})),
    }


def test_an_office_of_another_holder_is_not_that_of_who_is_named_before_it() -> None:
    told = read_text("Trade Minister Karl Lind, Chief of Staff of the President Juan Diaz, and Envoy Eva Berg came.")
    assert {title for person, title, _ in offices(told) if person == "Karl Lind"} == {"Trade Minister"}


def test_two_offices_of_which_the_second_is_another_states() -> None:
    told = read_text(
        "A meeting was held between the Prime Minister and Norway's Minister for Foreign Affairs, Eva Berg, in Lima."
    )
    assert offices(told) == {("Eva Berg", "Minister for Foreign Affairs", frozenset({"Norway"}))}


def test_of_two_states_told_together_neither_is_the_presidents() -> None:
    told = read_text("Peru and Chile have barred Norwegians from working there following President Karl Lind's remarks.")
    assert offices(told) == {("Karl Lind", "President", frozenset())}


def test_who_spoke_by_an_agency_named_in_apposition() -> None:
    told = read_text("According to the Peruvian news agency, Andina, Eva Berg said that the port was open.")
    assert [(f["speaker"], f["said_by"]) for f in facts(told, "Statement")] == [({"Eva Berg"}, {"Andina"})]


def test_a_week_told_before_its_day() -> None:
    told = read_text("President Karl Lind will visit Peru next week Wednesday.", published="2025-09-10")
    assert values(told, "Visit", "start") == {"2025-09-17"}


def test_what_is_to_follow_what_somebody_needs_to_do_has_not_happened() -> None:
    assert not facts(read_text("President Karl Lind needs to attend to matters at home before flying to Peru."), "Visit")
    told = read_text("President Karl Lind plans to meet Eva Berg before flying to Peru.")
    assert [f["status"] for f in facts(told, "Visit")] == [{"planned"}]


def test_talks_with_two_named_behind_their_offices() -> None:
    told = read_text("Envoy Karl Lind held talks with the Peruvian President, Eva Berg, and Chilean Prime Minister, Juan Diaz.")
    assert [f["participant"] for f in facts(told, "Meeting")] == [{"Karl Lind", "Eva Berg", "Juan Diaz"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "Congratulatory letters from President Karl Lind and King Harald were exchanged on Friday.",
        "Minister Eva Berg and Ambassador Juan Diaz exchanged letters between President Karl Lind and King Harald.",
    ],
)
def test_letters_are_of_those_who_wrote_them(sentence: str) -> None:
    told = [(f["sender"], f["recipient"]) for f in facts(read_text(sentence), "Message")]
    assert told == [({"Karl Lind"}, {"Harald"}), ({"Harald"}, {"Karl Lind"})]


def test_no_two_places_of_frames_share_a_name() -> None:
    parts = [TALK_SPOTS, DEALT, CLAIM_SPOTS, TERMS]
    assert [set(a) & set(b) for a, b in combinations(parts, 2)] == [set()] * 6
