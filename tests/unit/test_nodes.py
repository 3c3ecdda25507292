"""One thing, one node: towns and bodies told apart, two delegations kept two, one ministry of one state, whole names."""

from __future__ import annotations

import pytest

from kg.model import Article
from tests.reading import ANNOTATOR, facts, names_of, offices, read_text, values


@pytest.mark.parametrize(
    "sentence",
    [
        "A Norwegian team reached Tarrafal on Friday.",
        "The Peruvian envoy flew to Vildmark on Friday.",
        "The Peruvian envoy will travel to Lima, Oslo and Tarrafal.",
        "Foreign Minister Karl Voss arrived in Vildmark.",
    ],
)
def test_what_is_only_reached_is_a_town(sentence: str) -> None:
    towns = {"Tarrafal", "Vildmark"}
    told = read_text(sentence)
    assert any(n & towns for n in names_of(told, "Place"))
    assert not any(n & towns for n in names_of(told, "Organization"))


def test_a_local_commissioners_place_is_no_body() -> None:
    told = read_text("The agreement between the commissioner of Vildu, Mr Karl Voss, and the elders was read out.")
    assert ("Karl Voss", "commissioner", frozenset({"Vildu"})) in offices(told)
    assert {"Vildu"} in names_of(told, "Place")


def test_two_leaders_lead_two_sides() -> None:
    told = read_text(
        "Norwegian Foreign Minister Karl Voss led the Norwegian side while his Peruvian counterpart, Ana Silva, headed the "
        "five-member visiting team."
    )
    led = {frozenset(f["led_by"]): f["sent_by"] for f in facts(told, "Delegation")}
    assert led == {frozenset({"Karl Voss"}): {"Norwegian"}, frozenset({"Ana Silva"}): {"Peruvian"}}


def test_an_advance_team_is_not_the_delegation() -> None:
    told = read_text(
        "A Peruvian delegation led by Trade Minister Ana Silva arrived in Oslo on Monday. "
        "On Sunday, a Peruvian advance team laid a wreath at the Sea Memorial."
    )
    assert values(told, "Tribute", "agent") == {"Peruvian advance team"}
    assert values(told, "Arrival", "visitor") == {"Peruvian delegation"}


def test_the_hosts_contingent_is_not_the_guests() -> None:
    told = read_text(
        "A Peruvian military delegation led by Lieutenant General Jorge Rivas arrived in Oslo on Monday. "
        "A newly formed contingent presented a guard of honour to the Peruvian general. "
        "The six-member delegation will leave Oslo on Friday."
    )
    assert all(f["guest"] == {"Jorge Rivas"} for f in facts(told, "Hosting"))
    assert "Peruvian military delegation" not in values(told, "Hosting", "host")
    assert values(told, "Departure", "visitor") == {"Peruvian military delegation"}


def test_the_lawmakers_who_travel_are_their_delegation() -> None:
    told = read_text(
        "A delegation of the Peruvian Congress led by Ana Silva arrived in Norway on Monday. "
        "On Friday, the Peruvian lawmakers will travel to Bergen."
    )
    assert {"delegation of the Peruvian Congress"} in [f["visitor"] for f in facts(told, "Visit") if "Bergen" in f["destination"]]


def test_a_ministry_beside_a_foreign_capital_is_of_that_state() -> None:
    told = read_text(
        "OSLO, May 7 -- In a note, the Ministry of Foreign Affairs and Trade affirmed Norway's solidarity with Chile. "
        "In Lima, Foreign Ministry spokesman Jorge Rivas rejected the charge.",
        dateline="OSLO",
    )
    assert ("Jorge Rivas", "spokesman", frozenset({"Foreign Ministry"})) in offices(told)
    assert {"Ministry of Foreign Affairs and Trade"} in names_of(told, "Organization")


def test_the_kingdom_is_a_state_that_is_one() -> None:
    told = read_text("Aid reached Tonga on Sunday. Fiji has sent a team. The Samoan premier, Tau Sefo, had been in the kingdom.")
    assert values(told, "Visit", "destination") <= {"Tonga"}
    home = read_text(
        "AMMAN, May 7 -- Jordan and Saudi Arabia signed a treaty. The Grand Mufti of the Kingdom, Sheikh Omar Haddad, spoke.",
        dateline="AMMAN",
    )
    assert ("Omar Haddad", "Grand Mufti", frozenset({"Jordan"})) in offices(home)


def test_a_capital_where_something_was_done_is_the_town() -> None:
    told = read_text("Norwegian minister Karl Voss made his first trip as minister to Lima, where he signed a plan with Peru.")
    agreement = facts(told, "Agreement")[0]
    assert agreement["place"] == {"Lima"}
    assert "Lima" not in agreement["party"]


def test_a_site_bears_the_name_of_its_state() -> None:
    told = read_text("The delegation from Egypt visited the Pakistan Shipbuilding Complex on Wednesday.")
    assert values(told, "Visit", "destination") == {"Pakistan Shipbuilding Complex"}
    assert {"National Memorial Stupa"} in names_of(read_text("She visited the National Memorial Stupa on Friday."), "Place")


def test_a_daily_is_no_person() -> None:
    told = read_text("Peru's Interior Minister Jorge Rivas told local daily Al-Bahr that no date had been set.")
    assert values(told, "Statement", "addressee") == {"Al-Bahr"}
    assert {"Al-Bahr"} in names_of(told, "Organization")


def test_a_family_name_that_a_body_bears_too() -> None:
    assert {"Ingrid Sundal Wagner"} in names_of(read_text("They said that Ingrid Sundal Wagner had signed the paper."), "Person")


def test_an_unnamed_envoy_is_who_is_named_next() -> None:
    told = read_text(
        "Norway recalled its ambassador to Chile on Wednesday. Ambassador Karl Voss will return to Oslo on Thursday."
    )
    assert values(told, "Appointment", "person") == {"Karl Voss"}
    assert ("Karl Voss", "Ambassador", frozenset({"Norway"})) in offices(told)


def test_a_minister_without_a_name_is_no_portfolio() -> None:
    told = read_text("The Minister for Humanitarian Affairs said in the forum that the ban had been lifted.")
    assert "Humanitarian Affairs" not in values(told, "Statement", "speaker")


def test_bare_people_are_nobody() -> None:
    told = read_text("He says Peru was accused of not wanting a truce by the people who are shelling Vildmark.")
    assert "people" not in values(told, "Conflict", "agent")


def test_an_agency_of_the_un_is_not_the_un() -> None:
    told = read_text("The United Nations refugee agency said about 4,000 people had fled the fighting.")
    assert values(told, "Statement", "speaker") == {"United Nations refugee agency"}


def test_who_only_left_after_a_stay_has_not_yet_been_there() -> None:
    told = read_text("Norwegian leader Karl Voss left for Lima on Monday at the close of a two-day visit.")
    visit = next(f for f in facts(told, "Visit") if f["destination"] == {"Lima"})
    assert visit["status"] == {"planned"}
    assert "end" not in visit


def test_a_stay_before_the_flight_tells_nothing_of_the_next() -> None:
    told = read_text("Norwegian leader Karl Voss flew to Lima on Monday after a two-day visit to Chile.")
    assert "end" not in next(f for f in facts(told, "Visit") if f["destination"] == {"Lima"})


def test_a_sight_seen_on_a_visit_is_not_where_it_leads() -> None:
    told = read_text(
        "The two states signed a treaty during a visit to Lima by Norwegian Foreign Minister Karl Voss. "
        "He also visited the Old Cathedral in Lima."
    )
    assert values(told, "Visit", "destination") == {"Lima"}


def test_a_party_named_by_its_letters_in_its_own_tongue() -> None:
    told = read_text("They came at the invitation of the Socialist Party of Chile (PSC). The PSC thanked Norway.")
    assert {"Socialist Party of Chile", "PSC"} in names_of(told, "Organization")


def test_a_delegation_is_of_whom_its_leader_serves() -> None:
    told = read_text(
        "The delegation led by the Speaker of the Supreme Council (Parliament) of Kyrgyzstan, Nurlan Holt, arrived in Oslo. "
        "The Kyrgyz delegation will visit Bergen on Friday."
    )
    assert [f["led_by"] for f in facts(told, "Delegation")] == [{"Nurlan Holt"}]
    assert {"Supreme Council (Parliament) of Kyrgyzstan"} in names_of(told, "Organization")


def test_where_one_is_on_the_way_to_one_has_not_been() -> None:
    told = read_text("Foreign Minister Karl Voss had a stopover in Lima on his way to Chile. He left at noon.")
    assert [f["status"] for f in facts(told, "Visit") if f["destination"] == {"Chile"}] == [{"planned"}]
    assert "Chile" not in values(told, "Departure", "origin")


def test_the_delegation_is_not_its_advance_team() -> None:
    told = read_text(
        "A delegation of Peru led by Trade Minister Ana Silva is visiting Norway. On Tuesday a Peruvian advance team inspected "
        "the hall. On Wednesday the delegation travelled to Bergen."
    )
    assert {"delegation of Peru"} in [f["visitor"] for f in facts(told, "Visit") if "Bergen" in f["destination"]]
    assert "Peruvian advance team" not in values(told, "Visit", "visitor")


def test_a_delegation_is_told_apart_by_whose_it_is() -> None:
    told = read_text(
        "The rebel delegation, led by Commander Jorge Rivas, met the government delegation, headed by Karl Voss, in Oslo. "
        "The rebels' delegation left Oslo on Friday."
    )
    assert {"rebel delegation", "rebels' delegation"} in names_of(told, "Delegation")


def test_two_sites_are_two_places() -> None:
    places = names_of(
        read_text("She visited the Peru Shipyards Complex and the Port of Iquitos. She toured the Cathedral."), "Place"
    )
    assert {"Peru Shipyards Complex"} in places
    assert {"Port of Iquitos"} in places
    assert {"Cathedral"} in places


def test_a_dateline_in_capitals_with_a_break_in_it() -> None:
    article = Article(name="test", text="NUKU'ALOFA, May 7 -- Sione Holt met Karl Voss.", dateline="NUKU'ALOFA")
    assert ANNOTATOR.annotate(article).home == "state/Q678"
