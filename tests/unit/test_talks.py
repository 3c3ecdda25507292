"""Talks in the words of agencies, features and live reports: who, where, when and whether at all."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


def test_a_date_behind_the_name_is_of_what_is_done() -> None:
    told = read_text("Foreign Minister Ana Silva on Monday held talks with President Jonas Berg.")
    assert values(told, "Meeting", "start") == {"2026-05-04"}


def test_talks_face_to_face_have_their_place() -> None:
    told = read_text("Foreign Minister Ana Silva and President Jonas Berg met face to face in Lima.")
    assert values(told, "Meeting", "place") == {"Lima"}


def test_who_sits_across_the_table_takes_part() -> None:
    told = read_text("Foreign Minister Ana Silva sat down across the table from President Jonas Berg.")
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Jonas Berg"}


def test_what_talks_aim_at_is_their_topic() -> None:
    told = read_text("Norway and Chile sat down for talks in Oslo aimed at ending a dispute over herring.")
    (met,) = facts(told, "Meeting")
    assert (met["place"], met["topic"]) == ({"Oslo"}, {"ending a dispute over herring"})


def test_a_stay_of_several_days_does_not_date_what_was_done_in_it() -> None:
    told = read_text("Foreign Minister Ana Silva visited Norway from May 4 to 6. She met President Jonas Berg.")
    assert "start" not in facts(told, "Meeting")[0]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("President Jonas Berg and Prime Minister Leo Hart are to meet soon.", "planned"),
        ("A meeting with Norway and Chile is on the agenda.", "planned"),
        ("President Jonas Berg is flying to Lima tomorrow for talks with Prime Minister Leo Hart.", "planned"),
        ("The minister welcomed possible talks between Norway and Chile.", "alleged"),
        ("Talks between Norway and Chile took place in Lima.", "occurred"),
    ],
)
def test_status_of_talks(sentence: str, status: str) -> None:
    assert values(read_text(sentence), "Meeting", "status") == {status}


def test_a_journey_under_way_with_a_date_ahead_is_planned() -> None:
    assert values(read_text("President Jonas Berg is flying to Lima tomorrow."), "Visit", "status") == {"planned"}


def test_what_is_told_in_the_past_is_not_dated_ahead() -> None:
    (met,) = facts(read_text("President Jonas Berg met Prime Minister Leo Hart on 12 May."), "Meeting")
    assert met["status"] == {"occurred"} and "start" not in met


def test_what_follows_in_a_scene_is_of_its_day() -> None:
    told = read_text("President Jonas Berg arrived in Lima on Monday. He was received by Prime Minister Leo Hart.")
    assert values(told, "Meeting", "start") == {"2026-05-04"}


@pytest.mark.parametrize(
    "later",
    ["He had met Prime Minister Leo Hart.", "He met Prime Minister Leo Hart earlier.", "He will meet Prime Minister Leo Hart."],
)
def test_what_was_or_will_be_at_another_time_is_not_of_the_day_of_the_scene(later: str) -> None:
    assert values(read_text("President Jonas Berg arrived in Lima on Monday. " + later), "Meeting", "start") == set()


def test_talks_share_the_day_of_what_is_agreed_in_them() -> None:
    told = read_text("Norway and Chile agreed on Monday to reopen the port after talks between Leo Hart and Jonas Berg.")
    assert values(told, "Meeting", "start") == {"2026-05-04"}


def test_several_counterparts_serve_their_states_in_turn() -> None:
    told = read_text(
        "Norwegian Foreign Minister Ana Silva held talks with her Chilean and Kenyan counterparts, Jonas Berg and Ama Mensah."
    )
    assert {(*f["person"], *f["of"]) for f in facts(told, "Role")} >= {("Jonas Berg", "Chilean"), ("Ama Mensah", "Kenyan")}
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Jonas Berg", "Ama Mensah"}


def test_who_attends_a_reception_attends_no_meeting() -> None:
    told = read_text(
        "Foreign Minister Ana Silva met President Jonas Berg on Monday. Vice Premier Karl Voss attended the reception."
    )
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Jonas Berg"}


def test_who_sits_in_on_the_meeting_takes_part() -> None:
    told = read_text("Foreign Minister Ana Silva met President Jonas Berg. Defence Minister Karl Voss sat in on the meeting.")
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Jonas Berg", "Karl Voss"}


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("Will President Jonas Berg meet Prime Minister Leo Hart?", False),
        ("Why did President Jonas Berg meet Prime Minister Leo Hart?", True),
    ],
)
def test_what_is_asked_whether_is_no_fact(sentence: str, met: bool) -> None:
    assert bool(facts(read_text(sentence), "Meeting")) is met


def test_talks_that_somebody_is_due_for_are_planned() -> None:
    told = read_text("Prime Minister Leo Hart was due in Oslo on Friday for a three-way meeting with Ana Silva and Jonas Berg.")
    assert values(told, "Meeting", "status") == {"planned"} and values(told, "Meeting", "topic") == set()


def test_the_thursday_of_another_week_stays_open() -> None:
    told = read_text("Prime Minister Leo Hart saw Karl Voss on the Thursday.")
    assert facts(told, "Meeting") and values(told, "Meeting", "start") == set()


def test_an_office_in_apposition_is_the_person_before_it() -> None:
    told = read_text("President Jonas Berg received Karl Voss, the outgoing Chilean ambassador, who paid a farewell call on him.")
    assert values(told, "Meeting", "participant") == {"Jonas Berg", "Karl Voss"}


def test_what_has_been_going_on_goes_on() -> None:
    told = read_text("Norway has been mediating between Chile and Peru since March.")
    assert values(told, "Meeting", "status") == {"ongoing"}


def test_a_round_that_is_due_to_be_held_is_planned_there() -> None:
    told = read_text("The next round of political consultations between Norway and Chile is due to be held in Lima.")
    assert (values(told, "Meeting", "status"), values(told, "Meeting", "place")) == ({"planned"}, {"Lima"})


def test_what_ended_before_is_told_for_itself() -> None:
    told = read_text("Norway agreed to resume aid, which it suspended after talks between Jonas Berg and Karl Voss ended badly.")
    assert values(told, "Meeting", "status") == {"occurred"}


def test_hours_of_talks_are_talks() -> None:
    told = read_text("President Jonas Berg and Prime Minister Leo Hart held two hours of talks in Oslo.")
    assert values(told, "Meeting", "place") == {"Oslo"}


def test_a_meeting_to_come_is_none_that_was() -> None:
    told = read_text(
        "President Jonas Berg held talks with Prime Minister Leo Hart and Foreign Minister Ana Silva. "
        "He will hold a three-way meeting with Silva and Karl Voss on 10 May."
    )
    assert {(*f["status"], len(f["participant"])) for f in facts(told, "Meeting")} == {("occurred", 3), ("planned", 3)}


def test_the_other_leaders_are_no_pair() -> None:
    told = read_text("President Jonas Berg welcomed Prime Minister Leo Hart and the other leaders in Oslo.")
    assert values(told, "Hosting", "guest") == {"Leo Hart"}


def test_what_is_offered_during_a_call_leaves_the_call_held() -> None:
    told = read_text("President Jonas Berg offered to help during a call with Prime Minister Leo Hart.")
    assert values(told, "Meeting", "participant") == {"Jonas Berg", "Leo Hart"}


def test_talks_are_where_the_last_leg_leads() -> None:
    told = read_text("President Jonas Berg flew to Oslo, and then on to Lima for a meeting with Prime Minister Leo Hart.")
    assert "Oslo" not in values(told, "Meeting", "place")


def test_a_role_in_hosting_talks_is_no_talk() -> None:
    assert not facts(read_text("The minister praised Norway's role in hosting the negotiations."), "Meeting")


def test_a_press_conference_is_no_topic() -> None:
    told = read_text("Foreign Minister Ana Silva met President Jonas Berg. The two sides addressed a press conference.")
    assert values(told, "Meeting", "topic") == set()


def test_a_meeting_of_its_own_is_none_told_before() -> None:
    told = read_text("Foreign Minister Ana Silva met Jonas Berg. On Monday Silva chaired a meeting of envoys.")
    assert [f.get("start") for f in facts(told, "Meeting") if "Jonas Berg" in f["participant"]] == [None]


def test_an_envoy_summoned_home_is_no_meeting() -> None:
    assert not facts(read_text("Norway summoned its ambassador home on Monday."), "Meeting")


def test_who_meets_two_people_has_two_meetings() -> None:
    told = read_text("President Jonas Berg met Prime Minister Leo Hart and Speaker Ana Silva on Monday.")
    assert sorted(sorted(f["participant"]) for f in facts(told, "Meeting")) == [
        ["Ana Silva", "Jonas Berg"],
        ["Jonas Berg", "Leo Hart"],
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "President Jonas Berg held a trilateral meeting with Prime Minister Leo Hart and President Ana Silva.",
        "Envoy Karl Voss met King Leo Hart and Queen Ana Silva.",
        "Envoy Karl Voss sat down with Minister Leo Hart and Secretary Ana Silva.",
    ],
)
def test_who_meets_several_together_has_one_meeting(sentence: str) -> None:
    (met,) = facts(read_text(sentence), "Meeting")
    assert len(met["participant"]) == 3


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The Norway-Chile talks in Lima ended on Monday.", {"Norway", "Chile"}),
        (
            "President Jonas Berg and Prime Minister Leo Hart arrived. Berg and Hart's meeting lasted an hour.",
            {"Jonas Berg", "Leo Hart"},
        ),
        ("Minister Karl Voss spoke on the sidelines of a G20 meeting in Lima.", set()),
    ],
)
def test_the_names_before_talks_are_their_sides(sentence: str, sides: set[str]) -> None:
    assert values(read_text(sentence), "Meeting", "participant") == sides


def test_who_opens_the_talks_opens_those_told_before() -> None:
    told = read_text("Norway and Chile held talks in Lima on Monday. Foreign Minister Ana Silva opened the talks.")
    assert len(facts(told, "Meeting")) == 1


def test_a_press_conference_after_the_talks_is_not_their_topic() -> None:
    told = read_text("Karl Voss held talks with Minister Ana Silva, after which the two addressed a joint press conference.")
    assert values(told, "Meeting", "topic") == set()


def test_bilateral_talks_with_several_are_several() -> None:
    told = read_text("Leo Hart held bilateral talks with President Jonas Berg and Prime Minister Karl Voss.")
    assert len(facts(told, "Meeting")) == 2
