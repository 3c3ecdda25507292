"""Who met whom, when and whether at all, in the words of ministries and agencies: lists, counterparts, talks called off."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        (
            "Minister Ana Silva held talks with senior Chilean officials, including Premier Leo Hart and envoy Karl Voss.",
            {"Ana Silva", "Leo Hart", "Karl Voss"},
        ),
        (
            "Norwegian Minister Ana Silva said she would hold a meeting with her Chilean, Peruvian and Kenyan counterparts.",
            {"Ana Silva", "Chilean", "Peruvian", "Kenyan"},
        ),
        ("Minister Ana Silva recalled her meeting with Karl Voss last May.", {"Ana Silva", "Karl Voss"}),
        ("Premier Leo Hart during Friday's talks with Karl Voss said he was glad.", {"Leo Hart", "Karl Voss"}),
        ("President Leo Hart received today in Lima the foreign minister of Norway, Ana Silva.", {"Leo Hart", "Ana Silva"}),
        ("President Leo Hart welcomed Karl Voss to Peru for talks on fish.", {"Leo Hart", "Karl Voss"}),
        ("President Leo Hart and Harbour Party leader Karl Voss met Ana Silva.", {"Leo Hart", "Karl Voss", "Ana Silva"}),
        ("Karl Voss will call on President Leo Hart for an exchange of views.", {"Karl Voss", "Leo Hart"}),
    ],
)
def test_all_who_meet_are_told(sentence: str, sides: set[str]) -> None:
    assert values(read_text(sentence), "Meeting", "participant") == sides


def test_other_officials_are_no_side_beside_those_named() -> None:
    told = read_text("Ana Silva held talks with Premier Leo Hart and other senior Peruvian officials in Lima.")
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Leo Hart"}


def test_a_meeting_of_one_with_nobody_named_tells_nothing() -> None:
    assert not facts(read_text("Minister Ana Silva met with officials."), "Meeting")
    assert facts(read_text("Minister Ana Silva met with officials in Lima on Friday."), "Meeting")


def test_a_meeting_to_come_is_called_off_later() -> None:
    told = read_text("President Leo Hart will meet Ana Silva in Lima on Sunday. The meeting was called off.")
    assert [f["status"] for f in facts(told, "Meeting")] == [{"cancelled"}]
    told = read_text("President Leo Hart will meet Ana Silva in Lima on Sunday. The talks were postponed until May.")
    assert sorted(s for f in facts(told, "Meeting") for s in f["status"]) == ["cancelled", "planned"]


@pytest.mark.parametrize(
    "later",
    [
        "The meeting was not called off.",
        "The meeting may be called off.",
        "The talks with Chile were called off.",
        "She cancelled the order.",
        "Meetings are often called off.",
    ],
)
def test_a_meeting_is_not_called_off_by_other_words(later: str) -> None:
    told = read_text(f"President Leo Hart will meet Ana Silva in Lima on Sunday. {later}")
    assert [f["status"] for f in facts(told, "Meeting") if "Leo Hart" in f["participant"]] == [{"planned"}]


def test_who_also_does_what_was_told_is_not_who_told_it() -> None:
    told = read_text("President Leo Hart will meet Ana Silva, Minister Karl Voss said. He will also meet Ola Berg.")
    assert {"Leo Hart", "Ola Berg"} in [set(f["participant"]) for f in facts(told, "Meeting")]


def test_nobody_is_named_in_his_own_words() -> None:
    told = read_text(
        "Foreign Minister Ana Silva is in Peru. “I hope my meeting with Foreign Minister Karl Voss will help,” the foreign "
        "minister said. “I am leaving on a visit to Chile,” the foreign minister added."
    )
    assert "Karl Voss" not in values(told, "Visit", "visitor")


def test_companions_told_in_a_list_all_come_along() -> None:
    told = read_text(
        "President Leo Hart will visit Peru. He will be accompanied by Minister of Trade, Karl Voss; Minister of Defence, Ana "
        "Silva; and spy chief Ola Berg."
    )
    assert values(told, "Visit", "visitor") == {"Leo Hart", "Karl Voss", "Ana Silva", "Ola Berg"}


def test_a_tour_of_a_palace_and_a_call_at_a_ministry_are_no_visits() -> None:
    assert not facts(read_text("President Leo Hart took the Chilean delegation on a tour of Rosewood Palace."), "Visit")
    assert not facts(read_text("The Chilean delegation headed to the Foreign Ministry for talks."), "Visit")


def test_who_is_back_from_a_visit_is_the_visitor() -> None:
    told = read_text("President Leo Hart met the trade delegation upon its return on Sunday after a three-day visit to Chile.")
    assert values(told, "Visit", "visitor") == {"trade delegation"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Leo Hart came to Lima for a visit from July 26-28, 2023.", "ongoing"),
        ("Leo Hart was slated to visit Chile in May.", "planned"),
        ("Leo Hart toured Chile from July 2-4, 2023.", "occurred"),
    ],
)
def test_the_last_day_tells_whether_a_visit_goes_on(sentence: str, status: str) -> None:
    assert values(read_text(sentence, published="2023-07-27"), "Visit", "status") == {status}


def test_a_visit_to_come_is_another_than_the_one_that_goes_on() -> None:
    told = read_text("Leo Hart is on a visit to Chile. Hart will visit Chile again on 3 September.", published="2023-07-27")
    assert sorted(s for f in facts(told, "Visit") for s in f["status"]) == ["ongoing", "planned"]


def test_a_readiness_voiced_is_no_visit() -> None:
    assert not facts(read_text("President Leo Hart has shown enthusiasm to travel to Chile."), "Visit")


def test_a_year_before_the_noun_and_a_clause_with_when_date_a_meeting() -> None:
    told = read_text("It led to a 1972 summit meeting between Leo Hart and Ana Silva.")
    assert values(told, "Meeting", "start") == {"1972"}
    told = read_text("It took place in April 1988 when Minister Ana Silva left Lima for Quito.")
    assert values(told, "Departure", "start") == {"1988-04"}


def test_a_title_does_not_say_what_for() -> None:
    told = read_text("The union appointed Karl Voss as special envoy entrusted to mediate between the parties.")
    assert values(told, "Appointment", "title") == {"special envoy"}


@pytest.mark.parametrize(
    ("sentence", "sides", "status"),
    [
        (
            "Minister Ana Silva called on Premier Leo Hart at her hotel in Lima to discuss the ties.",
            {"Ana Silva", "Leo Hart"},
            "occurred",
        ),
        ("Minister Ana Silva is scheduled to call on President Leo Hart.", {"Ana Silva", "Leo Hart"}, "planned"),
        (
            "Apart from holding talks with Leo Hart, Minister Ana Silva is scheduled to speak in Lima.",
            {"Ana Silva", "Leo Hart"},
            "planned",
        ),
        ("Foreign Ministers Elmar Mammad and Zohrab Manuk met in Lima.", {"Elmar Mammad", "Zohrab Manuk"}, "occurred"),
        ("President Leo Hart Sunday paid a courtesy call on Ana Silva.", {"Leo Hart", "Ana Silva"}, "occurred"),
    ],
)
def test_calls_paid_and_to_be_paid(sentence: str, sides: set[str], status: str) -> None:
    told = read_text(sentence)
    assert values(told, "Meeting", "participant") == sides
    assert values(told, "Meeting", "status") == {status}


def test_a_demand_is_no_call_paid() -> None:
    assert not facts(read_text("Minister Ana Silva called on President Leo Hart to resign."), "Meeting")


def test_he_said_is_nobody_named_in_what_is_said() -> None:
    told = read_text(
        "President Leo Hart met Premier Karl Voss, Minister Ola Berg said. Hart also invited Voss to visit Peru, he said."
    )
    assert values(told, "Invitation", "said_by") == {"Ola Berg"}


def test_he_goes_on_with_what_he_is_said_to_have_done() -> None:
    told = read_text("Minister Ana Silva called in envoy Karl Voss. Voss promised to help, she said, but denied the report.")
    assert values(told, "Denial", "agent") == {"Karl Voss"}


def test_a_visit_that_is_only_talked_of_or_aimed_at_talks() -> None:
    told = read_text("Ana Silva had talks with Karl Voss regarding the visit of Premier Leo Hart to Chile.")
    assert values(told, "Visit", "status") == {"planned"}


def test_greetings_in_a_letter_are_no_reception() -> None:
    told = read_text(
        "She handed over a letter from Premier Leo Hart in which he greeted Ana Silva on the occasion of her birthday."
    )
    assert not facts(told, "Hosting")


def test_leaders_of_the_two_countries_are_no_ministers_told_before() -> None:
    told = read_text(
        "Foreign Ministers Leo Hart and Karl Voss met in Lima. Ola Berg plans to meet the leaders of the two countries."
    )
    assert {"Leo Hart", "Karl Voss"} in [f["participant"] for f in facts(told, "Meeting")]
    assert not any({"Ola Berg", "Leo Hart"} <= f["participant"] for f in facts(told, "Meeting"))


def test_a_place_singled_out_in_what_is_talked_of_is_not_where() -> None:
    told = read_text("Ana Silva and Karl Voss met on Friday. They talked about the region, notably in Yemen.")
    assert not values(told, "Meeting", "place")


def test_the_place_behind_a_date_is_that_of_the_talks() -> None:
    told = read_text("Norway hosted consultations between Ana Silva and Karl Voss on 16 January in Paris.")
    assert values(told, "Meeting", "place") == {"Paris"}


def test_who_are_somewhere_are_both() -> None:
    told = read_text("A dinner was given for President Leo Hart and his wife Ana Hart, who are on a visit to Chile.")
    assert values(told, "Visit", "visitor") == {"Leo Hart", "Ana Hart"}


def test_who_travels_is_the_leader_of_a_state_told_later() -> None:
    told = read_text("President Leo Hart arrived in Lima on Friday. The Norwegian leader will hold talks with Ana Silva.")
    assert values(told, "Meeting", "participant") == {"Leo Hart", "Ana Silva"}


def test_a_day_told_before_a_look_back_is_not_that_of_what_follows() -> None:
    told = read_text("Leo Hart arrived in Lima on Friday. He had been in Oslo before. There Hart met Ana Silva.")
    assert not values(told, "Meeting", "start")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A summit of Norway and Chile, scheduled for Sunday, collapsed.", "cancelled"),
        ("Norway will host a meeting of the dialogue between Chile and Peru.", "planned"),
        ("“My meeting with Premier Karl Voss is essential,” President Leo Hart said.", "planned"),
        ("Leo Hart looks forward to meeting Premier Karl Voss.", "planned"),
        ("Leo Hart went to Lima and met Premier Karl Voss.", "occurred"),
    ],
)
def test_whether_a_meeting_was_held(text: str, status: str) -> None:
    assert status in values(read_text(text), "Meeting", "status")


def test_all_met_on_the_sidelines_are_told() -> None:
    told = read_text("President Leo Hart met on the sidelines with Karl Voss, Ana Silva, Ola Berg, among others.")
    assert values(told, "Meeting", "participant") == {"Leo Hart", "Karl Voss", "Ana Silva", "Ola Berg"}


def test_a_name_behind_the_counterparts_state_is_the_counterpart() -> None:
    told = read_text("President Leo Hart met with his counterpart from the Republic of Chile (RC), Karl Voss.")
    assert values(told, "Meeting", "participant") == {"Leo Hart", "Karl Voss"}


def test_what_the_parliament_hears_is_no_topic_of_the_meeting() -> None:
    told = read_text("Leo Hart will visit Peru to meet Premier Karl Voss and address the Peruvian parliament in Lima.")
    assert not values(told, "Meeting", "topic")


def test_who_is_back_from_a_visit_does_not_visit_his_home() -> None:
    told = read_text(
        "President Leo Hart arrived in Oslo from his six-day visit to Chile. During his visit to Chile, he met Ana Silva."
    )
    assert values(told, "Visit", "destination") == {"Chile"}
    assert values(told, "Visit", "status") == {"occurred"}


def test_an_arrival_at_a_base_begins_no_visit_to_it() -> None:
    assert not facts(read_text("President Leo Hart arrived at Joint Base Norwood on Sunday."), "Visit")


def test_a_journey_dates_what_happened_where_it_led() -> None:
    told = read_text("In June, Premier Leo Hart made a trip to Kyiv, where he paid his respects and met President Karl Voss.")
    assert values(told, "Meeting", "start") == {"2025-06"}


def test_a_feast_told_only_as_what_comes_after_is_no_occasion() -> None:
    told = read_text(
        "Ana Silva made a trip to Kyiv for a meeting with Leo Hart, ten days before the first anniversary of the treaty."
    )
    assert not values(told, "Visit", "occasion")


def test_a_style_in_capitals_is_no_pronoun() -> None:
    told = read_text("HE the Prime Minister Karl bin Voss has sent a cable of congratulation to President Leo Hart.")
    assert values(told, "Message", "sender") == {"Karl bin Voss"}


def test_the_aim_of_talks_is_not_their_subject() -> None:
    told = read_text("Negotiations between Norway and Chile to end their dispute were held in Lima.")
    assert values(told, "Meeting", "place") == {"Lima"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Ana Silva and Leo Hart co-chaired talks in Lima.", {"Ana Silva", "Leo Hart"}),
        ("The summit was co-hosted by Norway and Chile.", {"Norway", "Chile"}),
        ("President Leo Hart called Premier Karl Voss of Chile to inform him.", {"Leo Hart", "Karl Voss"}),
    ],
)
def test_joint_hosts_and_callers(text: str, sides: set[str]) -> None:
    assert values(read_text(text), "Meeting", "participant") == sides


@pytest.mark.parametrize(
    "text",
    [
        "President Leo Hart called Premier Karl Voss a liar.",
        "They agreed on the importance of intensifying the dialogue between Norway and the European Union.",
        "President Leo Hart called Minister Karl Voss corrupt.",
    ],
)
def test_no_meeting_is_told(text: str) -> None:
    assert not facts(read_text(text), "Meeting")


def test_leaders_of_a_body_are_not_the_pair_told_before() -> None:
    told = read_text(
        "President Leo Hart and Premier Karl Voss stayed at home. Ola Berg will meet the leaders of the rebel coalition."
    )
    assert not values(told, "Meeting", "participant") & {"Leo Hart", "Karl Voss"}


def test_who_will_be_present_is_at_the_meeting_to_come() -> None:
    told = read_text(
        "Leo Hart will host Premier Ana Silva for talks on Sunday. They had met in Lima on November 19, 2020. "
        "Also present at the meeting will be Foreign Minister Felipe Sola."
    )
    assert not any("Felipe Sola" in f["participant"] for f in facts(told, "Meeting") if f["status"] == {"occurred"})


def test_greetings_to_two_are_two_messages() -> None:
    told = read_text(
        "Minister Ana Silva conveyed greetings to Premier Karl Voss of Chile. "
        "Silva congratulated former Chilean President Ola Berg."
    )
    assert len(facts(told, "Message")) == 2


def test_who_takes_part_in_a_luncheon_is_its_guest() -> None:
    told = read_text("Minister Ana Silva participated in the luncheon hosted by Foreign Minister Karl Voss.")
    assert values(told, "Hosting", "guest") == {"Ana Silva"}


def test_a_journey_made_for_a_meeting_in_the_past_tells_it_as_held() -> None:
    told = read_text("Secretary Ana Silva travelled to Lima in March to meet Premier Leo Hart.")
    assert values(told, "Meeting", "status") == {"occurred"}


def test_weeks_before_a_journey_are_not_its_day() -> None:
    told = read_text(
        "Minister Ana Silva will be in Lima on June 7, two weeks before President Leo Hart is set to travel to Chile."
    )
    assert {"2026-06-07"} not in [f.get("start") for f in facts(told, "Visit") if "Leo Hart" in f["visitor"]]
