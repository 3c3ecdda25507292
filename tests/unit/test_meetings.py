"""Meetings: between whom they are by what stands before, which are one, and which were not held."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Foreign Minister Ana Silva, who accompanied Prime Minister Leo Hart, met Foreign Minister Ola Berg. "
            "The two ministers signed a treaty.",
            {"Ana Silva", "Ola Berg"},
        ),
        (
            "According to Minister Eva Lind, Foreign Minister Ana Silva had talks with Foreign Minister Ola Berg. "
            "The two diplomats signed a treaty.",
            {"Ana Silva", "Ola Berg"},
        ),
    ],
)
def test_a_pair_is_of_those_who_deal_with_each_other(text: str, sides: set[str]) -> None:
    assert values(read_text(text), "Agreement", "party") == sides


def test_his_talks_at_the_head_of_a_sentence_are_of_its_subject() -> None:
    text = "President Leo Hart thanked Minister Karl Voss. In his talks with Prime Minister Ola Berg, Voss said he would help."
    assert {"Karl Voss", "Ola Berg"} in [set(f["participant"]) for f in facts(read_text(text), "Meeting")]


def test_who_goes_on_after_talks_is_none_of_those_met() -> None:
    text = "Minister Karl Voss flew to Oslo. After talks with President Jonas Berg, he travelled to Lima."
    assert "Jonas Berg" not in values(read_text(text), "Visit", "visitor")
    text = "Minister Karl Voss flew to Oslo. After seeing President Jonas Berg he travelled to Lima."
    assert "Jonas Berg" not in values(read_text(text), "Visit", "visitor")


def test_who_is_met_on_the_way_does_not_travel_on() -> None:
    text = "Minister Karl Voss began in Oslo, where Jonas Berg kept him waiting; from Oslo he drove to Bergen."
    assert values(read_text(text), "Visit", "visitor") == {"Karl Voss"}


def test_a_meeting_agreed_on_in_a_call_is_one_to_come() -> None:
    text = "Minister Ana Silva spoke by phone with Minister Karl Voss. The ministers agreed to meet in Lima."
    assert [(f["status"], f.get("place")) for f in facts(read_text(text), "Meeting")] == [
        ({"occurred"}, None),
        ({"planned"}, {"Lima"}),
    ]


def test_a_meeting_skipped_was_not_held() -> None:
    (meeting,) = facts(read_text("President Jonas Berg skipped a planned meeting with Minister Ana Silva."), "Meeting")
    assert meeting["status"] == {"denied"}
    assert set(meeting["participant"]) == {"Jonas Berg", "Ana Silva"}


def test_a_meeting_not_skipped_is_left_open() -> None:
    assert facts(read_text("President Jonas Berg did not skip the meeting with Minister Ana Silva."), "Meeting") == []


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("Norway and Chile held talks in Oslo in March. The next round is scheduled for 26 May in Lima.", "planned", "Lima"),
        ("Norway and Chile met in Oslo. A third round of talks will be held in Lima.", "planned", "Lima"),
        ("Officials from Norway and Chile met in Oslo. The second round was held in Lima last month.", "occurred", "Lima"),
    ],
)
def test_a_further_round_is_between_the_sides_of_the_last(text: str, status: str, place: str) -> None:
    found = [f for f in facts(read_text(text), "Meeting") if f.get("place") == {place}]
    assert [(f["status"], f["participant"]) for f in found] == [({status}, {"Norway", "Chile"})]


@pytest.mark.parametrize(
    "later",
    [
        "A second round of sanctions will be adopted in Lima.",
        "A second round of talks between Peru and Ghana will be held in Lima.",
        "The next round was watched by nobody.",
    ],
)
def test_what_is_no_further_round_of_theirs(later: str) -> None:
    found = facts(read_text("Norway and Chile held talks in Oslo. " + later), "Meeting")
    assert [f["place"] for f in found if f["participant"] == {"Norway", "Chile"}] == [{"Oslo"}]


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("President Jonas Berg spoke to Prime Minister Leo Hart on Tuesday.", True),
        ("Minister Ana Silva said she had spoken to her Norwegian counterpart Ola Berg.", True),
        ("President Jonas Berg spoke to reporters on Tuesday.", False),
        ("President Jonas Berg spoke to the nation about Leo Hart.", False),
    ],
)
def test_leaders_who_speak_to_each_other_meet(sentence: str, met: bool) -> None:
    assert bool(facts(read_text(sentence), "Meeting")) is met


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Karl Voss held talks with Peru's Ana Silva and Chile's Jonas Berg.", {"Karl Voss", "Ana Silva", "Jonas Berg"}),
        (
            "Talks with Peru's Karl Voss, Chile's Ana Silva and Norway's Leo Hart were held in Lima.",
            {"Karl Voss", "Ana Silva", "Leo Hart"},
        ),
        (
            "Karl Voss sat down with President Ana Silva and opposition candidate Leo Hart.",
            {"Karl Voss", "Ana Silva", "Leo Hart"},
        ),
        (
            "Karl Voss brought together President Ana Silva and Prime Minister Leo Hart for talks.",
            {"Karl Voss", "Ana Silva", "Leo Hart"},
        ),
    ],
)
def test_names_listed_by_state_and_office_are_people(sentence: str, sides: set[str]) -> None:
    assert values(read_text(sentence), "Meeting", "participant") == sides


def test_the_three_are_those_told_together() -> None:
    text = "President Jonas Berg met Leo Hart and Eva Lind in Oslo. The three signed a treaty."
    assert values(read_text(text), "Agreement", "party") == {"Jonas Berg", "Leo Hart", "Eva Lind"}
    text = "Norway, Chile and Peru met in Oslo. The three countries signed a treaty."
    assert values(read_text(text), "Agreement", "party") == {"Norway", "Chile", "Peru"}
    text = "Norway and Chile met in Oslo. The three countries of the pact had signed a treaty."
    assert facts(read_text(text), "Agreement") == []


def test_talks_with_others_are_no_meeting_told_next() -> None:
    text = (
        "Minister Leo Hart is in Oslo for talks with the parties. He and Minister Ana Silva will meet Minister Eva Lind in Lima."
    )
    assert {frozenset(f["participant"]) for f in facts(read_text(text), "Meeting")} == {
        frozenset({"Leo Hart"}),
        frozenset({"Leo Hart", "Ana Silva", "Eva Lind"}),
    }


def test_who_is_on_hand_welcomes() -> None:
    text = "Prime Minister Leo Hart landed in Lima. On hand to welcome him were Minister Ana Silva and Ambassador Karl Voss."
    assert values(read_text(text), "Hosting", "host") == {"Ana Silva", "Karl Voss"}


def test_the_secretary_is_no_deputy() -> None:
    text = "Secretary Leo Hart met Ana Silva. Deputy Secretary Karl Voss came back. The Secretary also met Jonas Berg."
    assert {"Leo Hart", "Jonas Berg"} in [f["participant"] for f in facts(read_text(text), "Meeting")]


def test_what_is_said_is_not_dated_by_a_meeting_told_by_the_way() -> None:
    reading = read_text("President Jonas Berg, who hosted Ana Silva in Oslo last month, regretted the fire.")
    assert values(reading, "Statement", "start") | values(reading, "Statement", "addressee") == set()


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Karl Voss left Lima without meeting Ana Silva.", "denied"),
        ("Karl Voss will no longer meet Ana Silva.", "denied"),
        ("Karl Voss angered Leo Hart by cancelling a meeting with Ana Silva.", "cancelled"),
        ("Karl Voss left Lima after meeting Ana Silva.", "occurred"),
    ],
)
def test_what_is_gone_without_was_not_held(sentence: str, status: str) -> None:
    assert [f["status"] for f in facts(read_text(sentence), "Meeting")] == [{status}]


def test_our_talks_are_those_told_before() -> None:
    text = 'Premier Karl Voss met President Leo Hart of Norway in Oslo. "We had a frank conversation," Voss told reporters.'
    assert [f["participant"] for f in facts(read_text(text), "Meeting")] == [{"Karl Voss", "Leo Hart"}]
    text = 'Premier Karl Voss of Chile met President Leo Hart of Norway. "We will meet again in June," Voss told reporters.'
    assert [(f["status"], f["participant"]) for f in facts(read_text(text), "Meeting")] == [
        ({"occurred"}, {"Karl Voss", "Leo Hart"}),
        ({"planned"}, {"Karl Voss", "Leo Hart"}),
    ]


def test_names_tied_before_a_summit_are_two_people() -> None:
    text = "Leo Hart flew to Lima. Ana Silva was there. The Hart-Silva summit will open on 27 May."
    assert {"Leo Hart", "Ana Silva"} in [f["participant"] for f in facts(read_text(text), "Meeting")]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("A meeting of Minister Ana Silva with her counterpart Karl Voss took place in Lima.", {"Ana Silva", "Karl Voss"}),
        ("Colonel Leo Hart was hauled in on Thursday along with ambassador Karl Voss.", {"Leo Hart", "Karl Voss"}),
        ("Leo Hart and his guest Ana Silva reviewed the guard, after that the two held talks.", {"Leo Hart", "Ana Silva"}),
        ("Minister Ana Silva and Karl Voss came face to face in Lima.", {"Ana Silva", "Karl Voss"}),
    ],
)
def test_meetings_in_other_words(text: str, sides: set[str]) -> None:
    assert values(read_text(text), "Meeting", "participant") == sides


def test_who_hands_a_note_to_the_summoned_takes_part() -> None:
    text = "Ambassador Karl Voss was summoned to the Chilean Foreign Ministry, where Minister Ana Silva handed him a note."
    assert {"Karl Voss", "Ana Silva"} <= values(read_text(text), "Meeting", "participant")


def test_the_second_side_of_a_gapped_clause_has_another_leader() -> None:
    text = "Minister Ana Silva led the Chilean side and Karl Voss the Norwegian side at the talks."
    assert [f["led_by"] for f in facts(read_text(text), "Delegation") if f["sent_by"] == {"Norwegian"}] in ([], [{"Karl Voss"}])


def test_what_follows_later_is_planned() -> None:
    assert [f["status"] for f in facts(read_text("Later Minister Leo Hart meets Speaker Karl Voss."), "Meeting")] == [{"planned"}]


def test_the_day_of_a_caption_is_past() -> None:
    text = "President Jonas Berg shakes hands with Minister Ana Silva in Oslo on Monday."
    assert [(f["status"], f["start"]) for f in facts(read_text(text), "Meeting")] == [({"occurred"}, {"2026-05-04"})]
    text = "President Jonas Berg meets Minister Ana Silva in Oslo on Monday."
    assert [f["status"] for f in facts(read_text(text), "Meeting")] == [{"planned"}]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("President Juan Soto hosted a banquet for Norwegian President Leo Hart in Lima on Tuesday.", "Hosting"),
        ("Norway opened an embassy in Lima on Monday.", "Commemoration"),
        ("Peru and Norway signed an agreement on fisheries in Lima on Monday.", "Agreement"),
    ],
)
def test_where_it_happened_is_told_at_the_end_of_its_clause(sentence: str, type_: str) -> None:
    told = facts(read_text(sentence), type_)
    assert [f["place"] for f in told] == [{"Lima"}]
    assert not any("Lima" in topic for f in told for topic in f.get("topic", ()))


def test_what_an_agreement_is_about_may_lie_somewhere() -> None:
    told = facts(read_text("Peru and Norway signed an agreement on fisheries in Lima."), "Agreement")
    assert all("place" not in f for f in told)


def test_an_envoy_who_is_summoned_back_is_not_received() -> None:
    assert facts(read_text("Peru's ambassador has been summoned back to Lima."), "Meeting") == []
