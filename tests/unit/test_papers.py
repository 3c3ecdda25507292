"""Papers, curbs, fighting, tributes and anniversaries in the words of agencies and features: who, where, when, whether at all."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


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


def test_two_papers_are_two_agreements() -> None:
    told = read_text("Norway and Chile signed a fisheries agreement and a memorandum on harbour safety.")
    assert values(told, "Agreement", "topic") == {"fisheries agreement", "harbour safety"}


def test_the_two_leaders_are_no_ministers_told_in_between() -> None:
    told = read_text(
        "Norwegian President Leo Hart met Chilean President Jonas Berg in Oslo. Foreign Minister Ana Silva and "
        "Defence Minister Karl Voss waited outside. The two leaders signed a treaty on fish."
    )
    assert values(told, "Agreement", "party") == {"Leo Hart", "Jonas Berg"}


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
    told = read_text("President Jonas Berg laid flowers at the Monument to the Defenders of Lima.")
    assert values(told, "Tribute", "place") == {"Monument to the Defenders of Lima"}


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
    told = read_text("President Jonas Berg will watch the signing of a memorandum of understanding between Norway and Chile.")
    (signed,) = facts(told, "Agreement")
    assert (signed["status"], signed["topic"]) == ({"planned"}, {"memorandum of understanding"})


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


def test_a_paper_may_name_its_parties_in_what_it_is_about() -> None:
    told = read_text("An agreement on cooperation between Norway and Chile was signed in Lima on Monday.")
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}


def test_fighting_between_two_sides_may_open_the_sentence() -> None:
    told = read_text("Fighting between Norway and Chile resumed last August.")
    assert values(told, "Conflict", "agent") == {"Norway", "Chile"}


def test_the_day_may_be_told_to_mark_the_anniversary() -> None:
    told = read_text("May 3 marked the 75th anniversary of the truce.")
    assert values(told, "Commemoration", "start") == {"2026-05-03"}


def test_missiles_strike_for_whose_they_are() -> None:
    (hit,) = facts(read_text("Norwegian missiles hit Lima on Monday."), "Conflict")
    assert (hit["agent"], hit["target"], hit["start"]) == ({"Norwegian"}, {"Lima"}, {"2026-05-04"})


def test_an_attack_is_told_by_the_clause_about_it() -> None:
    told = read_text("The drone attack that targeted Lima Airport in Peru was claimed by rebels.")
    assert values(told, "Conflict", "target") == {"Lima Airport"}


def test_a_crossing_named_in_full_is_a_crossing() -> None:
    told = read_text("Kenya denied that it had closed the Moyale crossing.")
    assert values(told, "Restriction", "status") == {"denied"}


def test_a_copy_of_the_credentials_is_no_gift() -> None:
    told = read_text("Ambassador Karl Voss presented a copy of his credentials to Foreign Minister Ana Silva.")
    assert facts(told, "Meeting") and not facts(told, "Transfer")


def test_a_series_of_papers_is_a_paper() -> None:
    told = read_text("Norway and Chile signed a series of agreements in Lima.")
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}


def test_a_state_and_its_rebels_are_two_sides() -> None:
    told = read_text("The minister met envoys of Colombia and the Farmers' Front. The two sides agreed on a truce.")
    assert len(values(told, "Agreement", "party")) == 2 and "Colombia" in values(told, "Agreement", "party")


def test_a_plan_that_had_been_due_was_not_carried_out() -> None:
    told = read_text("The treaty between Norway and Chile had been due to be signed in Lima on Monday.")
    assert values(told, "Agreement", "status") == {"cancelled"}


def test_a_monument_without_a_name_is_a_place() -> None:
    (paid,) = facts(read_text("President Jonas Berg laid a wreath at the bust of Admiral Leo Hart."), "Tribute")
    assert (paid["place"], paid["honoree"]) == ({"bust of Admiral Leo Hart"}, {"Leo Hart"})


def test_who_follows_suit_cuts_ties_with_the_same_state() -> None:
    told = read_text("Norway and Chile severed relations with Kenya on Monday. Peru cut ties on Tuesday.")
    assert [f["target"] for f in facts(told, "Restriction")] == [{"Kenya"}, {"Kenya"}]


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


def test_the_place_behind_a_date_is_of_what_is_done() -> None:
    told = read_text("The treaty was signed on 4 May in Lima by Ana Silva and Jonas Berg.")
    assert values(told, "Agreement", "place") == {"Lima"}


def test_the_two_may_be_the_states_of_the_sentence() -> None:
    told = read_text(
        "President Jonas Berg met Ana Silva. Norway, whose ties with Chile had warmed since the two restored full diplomatic "
        "relations last year, cancelled a visit."
    )
    (restored,) = facts(told, "Agreement")
    assert (restored["party"], restored["status"]) == ({"Norway", "Chile"}, {"occurred"})


def test_to_strike_off_a_list_is_no_attack() -> None:
    assert not facts(read_text("Norway struck Chile off its list of trading partners."), "Conflict")


def test_attacks_on_two_towns_are_two() -> None:
    told = read_text("Norway shelled Lima on Monday. Norway bombed Oslo in 2014.")
    assert {frozenset(f["target"]) for f in facts(told, "Conflict")} == {frozenset({"Lima"}), frozenset({"Oslo"})}


def test_a_treaty_named_by_its_town_has_no_party_in_it() -> None:
    assert values(read_text("The row ended with the Lima agreement of December 2020."), "Agreement", "party") == set()


def test_whose_soldiers_fight_fights() -> None:
    told = read_text("Norway, whose soldiers clashed with Chilean troops near Lima in 2008, sent herring.")
    assert values(told, "Conflict", "agent") == {"Norway"}


def test_an_attack_by_some_on_others_has_both() -> None:
    told = read_text("Norway closed the port following the 4 May attack by rebel militants on southern Chile.")
    assert (values(told, "Conflict", "agent"), values(told, "Conflict", "target")) == ({"rebel militants"}, {"Chile"})


def test_sanctions_that_somebody_is_hit_by_are_of_whom_they_come_from() -> None:
    told = read_text("Karl Voss, hit by sanctions from Norway and Chile, left the talks.")
    (hit,) = facts(told, "Restriction")
    assert (hit["agent"], hit["target"]) == ({"Norway", "Chile"}, {"Karl Voss"})


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The Norway-Chile war has killed thousands.", {"Norway", "Chile"}),
        ("The Norway-Chile trade war has cost millions.", set()),
    ],
)
def test_a_war_named_by_two_states_is_theirs(sentence: str, sides: set[str]) -> None:
    assert values(read_text(sentence), "Conflict", "agent") == sides


def test_its_attack_is_that_of_the_subject_of_its_clause() -> None:
    told = read_text("Peru and Chile met for talks, hours after Norway launched its biggest attack on Kenya.")
    assert values(told, "Conflict", "agent") == {"Norway"}


def test_a_missed_deadline_for_signing_is_no_signing() -> None:
    assert not facts(read_text("Norway and Chile missed a deadline of 5 May for signing a final accord."), "Agreement")
