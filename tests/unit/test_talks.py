"""Talks, papers and sanctions in the words of agencies, features and live reports: who, where, when and whether at all."""

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


def test_the_years_that_a_paper_is_for_do_not_date_it() -> None:
    (signed,) = facts(read_text("Norway and Chile signed a cooperation agreement for the years 2027-2030."), "Agreement")
    assert signed["status"] == {"occurred"} and "start" not in signed


@pytest.mark.parametrize(
    "sentence",
    [
        "The truce between Norway and Chile came into effect on 4 May.",
        "The treaty between Norway and Chile entered into force on 4 May.",
    ],
)
def test_a_paper_is_dated_by_its_taking_effect(sentence: str) -> None:
    assert values(read_text(sentence), "Agreement", "start") == {"2026-05-04"}


def test_fighting_is_dated_by_its_outbreak() -> None:
    assert values(read_text("Clashes between Norway and Chile broke out on 4 May."), "Conflict", "start") == {"2026-05-04"}


def test_an_attack_that_somebody_is_accused_of_is_alleged() -> None:
    (fired,) = facts(read_text("President Jonas Berg accused Chilean forces of shelling hospitals in Oslo."), "Conflict")
    assert (fired["status"], fired["agent"]) == ({"alleged"}, {"Chilean forces"})


def test_who_is_thanked_is_the_giver() -> None:
    told = read_text("Foreign Minister Ana Silva thanked China for providing vaccines.")
    assert values(told, "Transfer", "giver") == {"China"}


def test_several_envoys_are_declared_unwelcome() -> None:
    told = read_text("Norway on Monday declared two Chilean diplomats personae non gratae.")
    assert values(told, "Restriction", "target") == {"two Chilean diplomats"} and not facts(told, "Statement")


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


def test_two_papers_are_two_agreements() -> None:
    told = read_text("Norway and Chile signed a fisheries agreement and a memorandum on harbour safety.")
    assert values(told, "Agreement", "topic") == {"fisheries agreement", "harbour safety"}


def test_several_counterparts_serve_their_states_in_turn() -> None:
    told = read_text(
        "Norwegian Foreign Minister Ana Silva held talks with her Chilean and Kenyan counterparts, Jonas Berg and Ama Mensah."
    )
    assert {(*f["person"], *f["of"]) for f in facts(told, "Role")} >= {("Jonas Berg", "Chilean"), ("Ama Mensah", "Kenyan")}
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Jonas Berg", "Ama Mensah"}


def test_the_two_leaders_are_no_ministers_told_in_between() -> None:
    told = read_text(
        "Norwegian President Leo Hart met Chilean President Jonas Berg in Oslo. Foreign Minister Ana Silva and "
        "Defence Minister Karl Voss waited outside. The two leaders signed a treaty on fish."
    )
    assert values(told, "Agreement", "party") == {"Leo Hart", "Jonas Berg"}


def test_who_attends_a_reception_attends_no_meeting() -> None:
    told = read_text(
        "Foreign Minister Ana Silva met President Jonas Berg on Monday. Vice Premier Karl Voss attended the reception."
    )
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Jonas Berg"}


def test_who_sits_in_on_the_meeting_takes_part() -> None:
    told = read_text("Foreign Minister Ana Silva met President Jonas Berg. Defence Minister Karl Voss sat in on the meeting.")
    assert values(told, "Meeting", "participant") == {"Ana Silva", "Jonas Berg", "Karl Voss"}


def test_years_since_something_are_marked() -> None:
    (marked,) = facts(read_text("Norway on Monday began marking 70 years since the truce."), "Commemoration")
    assert (marked["occasion"], marked["start"]) == ({"70 years since the truce"}, {"2026-05-04"})


def test_those_who_gather_to_mark_a_day_do_so_there_and_then() -> None:
    (marked,) = facts(
        read_text("Leaders of Norway and Chile gathered in Oslo on Monday to mark the anniversary of the truce."),
        "Commemoration",
    )
    assert (marked["place"], marked["start"]) == ({"Oslo"}, {"2026-05-04"})


def test_a_visit_to_a_mausoleum_is_a_tribute() -> None:
    told = read_text("Foreign Minister Ana Silva visited the Mausoleum of President Leo Hart in Oslo on Monday.")
    (paid,) = facts(told, "Tribute")
    assert (paid["agent"], paid["honoree"], paid["start"]) == ({"Ana Silva"}, {"Leo Hart"}, {"2026-05-04"})
    assert facts(told, "Visit") == []


def test_a_monument_is_named_as_a_whole() -> None:
    told = read_text("President Jonas Berg laid flowers at the Monument to the Liberators of Belgrade.")
    assert values(told, "Tribute", "place") == {"Monument to the Liberators of Belgrade"}


def test_what_a_journey_is_made_for_is_there_and_then() -> None:
    (paid,) = facts(read_text("President Jonas Berg was in Lima on Monday to lay a wreath at the harbour."), "Tribute")
    assert (paid["place"], paid["start"]) == ({"Lima"}, {"2026-05-04"})


def test_the_day_of_a_journey_is_not_that_of_the_feast() -> None:
    told = read_text("President Jonas Berg came to Lima on Monday to attend the 50th anniversary of the constitution.")
    assert values(told, "Commemoration", "start") == set()


def test_relations_may_be_broken_off_without_a_subject() -> None:
    told = read_text("Relations between Norway and Chile were broken off in 2019.")
    assert values(told, "Restriction", "agent") == {"Norway", "Chile"}


def test_a_signing_ahead_makes_the_paper_planned() -> None:
    told = read_text("President Jonas Berg will witness the signing of a memorandum of understanding between Norway and Chile.")
    (signed,) = facts(told, "Agreement")
    assert (signed["status"], signed["topic"]) == ({"planned"}, {"memorandum of understanding"})


@pytest.mark.parametrize(
    ("sentence", "met"),
    [
        ("Will President Jonas Berg meet Prime Minister Leo Hart?", False),
        ("Why did President Jonas Berg meet Prime Minister Leo Hart?", True),
    ],
)
def test_what_is_asked_whether_is_no_fact(sentence: str, met: bool) -> None:
    assert bool(facts(read_text(sentence), "Meeting")) is met


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway has been threatening to launch an attack on Chile.",
        "Norway barred its envoys from travelling to Chile.",
    ],
)
def test_what_is_threatened_or_hindered_is_not_done(sentence: str) -> None:
    told = read_text(sentence)
    assert not facts(told, "Conflict") and not facts(told, "Visit")


def test_a_paper_to_be_finalised_is_planned() -> None:
    told = read_text("A plan between Norway and Chile is to be finalised by the end of the year.")
    assert values(told, "Agreement", "status") == {"planned"}


def test_talks_that_somebody_is_due_for_are_planned() -> None:
    told = read_text("Prime Minister Leo Hart was due in Oslo on Friday for a three-way meeting with Ana Silva and Jonas Berg.")
    assert values(told, "Meeting", "status") == {"planned"} and values(told, "Meeting", "topic") == set()


def test_a_paper_may_name_its_parties_in_what_it_is_about() -> None:
    told = read_text("An agreement on cooperation between Norway and Chile was signed in Lima on Monday.")
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}


def test_fighting_between_two_sides_may_open_the_sentence() -> None:
    told = read_text("Fighting between Norway and Chile resumed last August.")
    assert values(told, "Conflict", "agent") == {"Norway", "Chile"}


def test_the_day_may_be_told_to_mark_the_anniversary() -> None:
    told = read_text("May 3 marked the 75th anniversary of the truce.")
    assert values(told, "Commemoration", "start") == {"2026-05-03"}


def test_the_thursday_of_another_week_stays_open() -> None:
    told = read_text("Prime Minister Leo Hart saw Karl Voss on the Thursday.")
    assert facts(told, "Meeting") and values(told, "Meeting", "start") == set()


def test_an_office_in_apposition_is_the_person_before_it() -> None:
    told = read_text("President Jonas Berg received Karl Voss, the outgoing Chilean ambassador, who paid a farewell call on him.")
    assert values(told, "Meeting", "participant") == {"Jonas Berg", "Karl Voss"}


def test_missiles_strike_for_whose_they_are() -> None:
    (hit,) = facts(read_text("Norwegian missiles hit Lima on Monday."), "Conflict")
    assert (hit["agent"], hit["target"], hit["start"]) == ({"Norwegian"}, {"Lima"}, {"2026-05-04"})


def test_an_attack_is_told_by_the_clause_about_it() -> None:
    told = read_text("The drone attack that targeted Lima Airport in Peru was claimed by rebels.")
    assert values(told, "Conflict", "target") == {"Lima Airport"}


def test_a_crossing_named_in_full_is_a_crossing() -> None:
    told = read_text("Kenya denied that it had closed the Moyale crossing.")
    assert values(told, "Restriction", "status") == {"denied"}


def test_what_has_been_going_on_goes_on() -> None:
    told = read_text("Norway has been mediating between Chile and Peru since March.")
    assert values(told, "Meeting", "status") == {"ongoing"}


def test_a_round_that_is_due_to_be_held_is_planned_there() -> None:
    told = read_text("The next round of political consultations between Norway and Chile is due to be held in Lima.")
    assert (values(told, "Meeting", "status"), values(told, "Meeting", "place")) == ({"planned"}, {"Lima"})


def test_a_copy_of_the_credentials_is_no_gift() -> None:
    told = read_text("Ambassador Karl Voss presented a copy of his credentials to Foreign Minister Ana Silva.")
    assert facts(told, "Commemoration") and not facts(told, "Transfer")


def test_what_ended_before_is_told_for_itself() -> None:
    told = read_text("Norway agreed to resume aid, which it suspended after talks between Jonas Berg and Karl Voss ended badly.")
    assert values(told, "Meeting", "status") == {"occurred"}


def test_a_series_of_papers_is_a_paper() -> None:
    told = read_text("Norway and Chile signed a series of agreements in Lima.")
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}


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


def test_a_state_and_its_rebels_are_two_sides() -> None:
    told = read_text("The minister met envoys of Colombia and the Farmers' Front. The two sides agreed on a truce.")
    assert len(values(told, "Agreement", "party")) == 2 and "Colombia" in values(told, "Agreement", "party")


def test_a_plan_that_had_been_due_was_not_carried_out() -> None:
    told = read_text("The treaty between Norway and Chile had been due to be signed in Lima on Monday.")
    assert values(told, "Agreement", "status") == {"cancelled"}


def test_what_is_offered_during_a_call_leaves_the_call_held() -> None:
    told = read_text("President Jonas Berg offered to help during a call with Prime Minister Leo Hart.")
    assert values(told, "Meeting", "participant") == {"Jonas Berg", "Leo Hart"}


def test_talks_are_where_the_last_leg_leads() -> None:
    told = read_text("President Jonas Berg flew to Oslo, and then on to Lima for a meeting with Prime Minister Leo Hart.")
    assert "Oslo" not in values(told, "Meeting", "place")


def test_a_monument_without_a_name_is_a_place() -> None:
    (paid,) = facts(read_text("President Jonas Berg laid a wreath at the bust of Admiral Leo Hart."), "Tribute")
    assert (paid["place"], paid["honoree"]) == ({"bust of Admiral Leo Hart"}, {"Leo Hart"})


def test_who_follows_suit_cuts_ties_with_the_same_state() -> None:
    told = read_text("Norway and Chile severed relations with Kenya on Monday. Peru cut ties on Tuesday.")
    assert [f["target"] for f in facts(told, "Restriction")] == [{"Kenya"}, {"Kenya"}]


def test_a_role_in_hosting_talks_is_no_talk() -> None:
    assert not facts(read_text("The minister praised Norway's role in hosting the negotiations."), "Meeting")


def test_a_press_conference_is_no_topic() -> None:
    told = read_text("Foreign Minister Ana Silva met President Jonas Berg. The two sides addressed a press conference.")
    assert values(told, "Meeting", "topic") == set()


def test_a_meeting_of_its_own_is_none_told_before() -> None:
    told = read_text("Foreign Minister Ana Silva met Jonas Berg. On Monday Silva chaired a meeting of envoys.")
    assert [f.get("start") for f in facts(told, "Meeting") if "Jonas Berg" in f["participant"]] == [None]


def test_what_a_time_clause_sets_ahead_is_planned() -> None:
    told = read_text("The two ought to meet before 17 October, when Norway will commemorate the 60th anniversary of the truce.")
    assert values(told, "Commemoration", "status") == {"planned"}


def test_who_closes_a_crossing_is_its_subject() -> None:
    told = read_text("Lorries blocked the roads to the Chilean crossings, which Norway then closed.")
    assert values(told, "Restriction", "agent") == {"Norway"}


def test_two_anniversaries_of_one_number_are_two() -> None:
    told = read_text("Norway marks the 70th anniversary of the truce. Chile marks the 70th anniversary of its constitution.")
    assert len({frozenset(f["occasion"]) for f in facts(told, "Commemoration")}) == 2


def test_both_countries_are_the_two_that_the_article_is_about() -> None:
    told = read_text(
        "Norway and Chile fish the same waters. Norway has more boats. Chile has fewer. Herring is scarce. Cod is not. "
        "Nets are torn. The sea is rough. Both countries signed a treaty in 2019."
    )
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}


def test_an_envoy_summoned_home_is_no_meeting() -> None:
    assert not facts(read_text("Norway summoned its ambassador home on Monday."), "Meeting")
