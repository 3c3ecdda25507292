"""Who is meant by a style, a pronoun or a pair, and meetings and invitations that name only one side."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    "sentence",
    [
        "President Leo Hart will hold 15 bilateral meetings with world leaders on the sidelines of the summit.",
        "President Leo Hart will meet members of the council in Oslo.",
        "President Leo Hart is looking forward to meaningful discussions with political leaders.",
    ],
)
def test_a_meeting_to_come_with_nobody_named_is_not_told(sentence: str) -> None:
    assert not facts(read_text(sentence), "Meeting")


def test_a_visit_that_one_leaves_for_is_not_what_one_leaves() -> None:
    told = read_text("President Leo Hart left on Monday on an official visit to Norway.")
    assert not facts(told, "Departure")
    assert values(told, "Visit", "destination") == {"Norway"}


def test_the_two_sides_are_those_of_the_two_who_spoke_of_a_third_state() -> None:
    told = read_text(
        "Norwegian Minister Olav Berg and his Chilean counterpart Juan Soto held a phone conversation over Peru.\n"
        "In the Tuesday call, the two sides conferred on fish."
    )
    assert {"Norwegian", "Chilean"} in [f["participant"] for f in facts(told, "Meeting")]


def test_ministers_of_two_states_are_those_told_before() -> None:
    told = read_text(
        "Norwegian Foreign Minister Olav Berg met his Chilean counterpart Juan Soto in Lima.\n"
        "The foreign ministers of Norway and Chile held talks on Monday."
    )
    assert all(f["participant"] == {"Olav Berg", "Juan Soto"} for f in facts(told, "Meeting"))


def test_he_is_the_one_just_welcomed() -> None:
    told = read_text(
        "Norwegian President Leo Hart arrived in Lima on Sunday. Mayor Juan Soto welcomed him. He will leave for Cusco."
    )
    assert values(told, "Visit", "visitor") == {"Leo Hart"}


def test_they_who_leave_are_those_honoured_with_a_dinner() -> None:
    told = read_text(
        "Premier Juan Soto met Minister Ana Silva. Soto later hosted a dinner in honour of Premier Leo Hart "
        "and his accompanying delegation before they departed for Norway."
    )
    assert all("Juan Soto" not in f["visitor"] for f in facts(told, "Visit"))


@pytest.mark.parametrize("verb", ["renewed his", "extended an"])
def test_an_invitation_for_somebody_to_visit_is_no_visit(verb: str) -> None:
    told = read_text(f"President Jonas Berg {verb} invitation for Premier Leo Hart to visit Norway.")
    assert values(told, "Invitation", "invitee") == {"Leo Hart"}
    assert not facts(told, "Visit")


def test_what_is_arranged_for_somebody_to_do_is_to_come() -> None:
    told = read_text("President Jonas Berg arranged for Premier Leo Hart to visit Norway.")
    assert values(told, "Visit", "status") == {"planned"}


def test_his_highness_the_emir_is_who_was_told_to_be_the_emir() -> None:
    told = read_text(
        "His Highness the Emir Sheikh Sabah Al-Hamad received Envoy Ana Silva. "
        "His Highness the Crown Prince Sheikh Nawaf Al-Hamad met Envoy Leo Hart on Monday. "
        "His Highness the Emir met Envoy Nils Lund on Tuesday."
    )
    assert {"Sabah Al-Hamad", "Nils Lund"} in [f["participant"] for f in facts(told, "Meeting")]


def test_a_visit_under_way_is_not_the_one_put_off_before() -> None:
    told = read_text(
        "Norwegian President Leo Hart arrived in Lima on Thursday for a state visit.\n"
        "Hart stated that this visit had been postponed due to the storm."
    )
    assert values(told, "Visit", "status") == {"ongoing"}


def test_refusals_to_talk_are_no_talks() -> None:
    told = read_text("Envoy Ana Silva will take part, despite Chile's previous refusals to negotiate with Norway.")
    assert not facts(told, "Meeting")


def test_a_meeting_on_an_agenda_is_to_come() -> None:
    told = read_text("His work agenda also includes a meeting with President Leo Hart and with Mayor Juan Soto.")
    assert values(told, "Meeting", "status") == {"planned"}


def test_a_tour_is_of_the_states_named_and_not_where_one_comes_back() -> None:
    told = read_text("President Leo Hart arrived in the country after his official tour of Chile, Peru, and Kenya.")
    assert values(told, "Visit", "destination") == {"Chile", "Peru", "Kenya"}


def test_the_heads_of_five_states_are_no_pair() -> None:
    told = read_text(
        "President Leo Hart and President Juan Soto arrived in Lima.\n"
        "After the ceremony, the heads of the five southern states headed to the hall to hold a meeting."
    )
    assert not facts(told, "Meeting")


def test_presidents_of_five_states_convene_where_and_when_told() -> None:
    told = read_text(
        "The presidents of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, and Uzbekistan convened in Lima on May 9 "
        "to hold the sixth consultative meeting of their states."
    )
    (fact,) = facts(told, "Meeting")
    assert len(fact["participant"]) == 5
    assert fact["place"] == {"Lima"}


def test_dates_of_a_visit_leave_it_to_come() -> None:
    told = read_text("Karl Voss told reporters that likely dates of President Leo Hart's visit to Peru have not been discussed.")
    assert values(told, "Visit", "status") == {"planned"}


def test_talks_taken_into_account_are_over() -> None:
    told = read_text(
        "Karl Voss noted that the call would take place taking into account the talks between Chile and Peru on May 16, 2020."
    )
    assert values(told, "Meeting", "status") == {"occurred"}


def test_a_courtesy_call_to_a_president_is_a_meeting_and_who_pays_it_the_visitor() -> None:
    told = read_text(
        "Envoy Olav Berg arrived in Lima on Monday. He paid a courtesy call to President Juan Soto and delivered "
        "King Harald's congratulations to Soto.\nHe is the first senior Norwegian official visiting Peru since May."
    )
    assert values(told, "Meeting", "participant") == {"Olav Berg", "Juan Soto"}
    assert values(told, "Visit", "visitor") == {"Olav Berg"}


def test_the_day_of_a_lunch_is_not_what_it_is_on() -> None:
    told = read_text("Envoy Olav Berg had lunch with Prime Minister Juan Soto in Lima on the last day of his visit.")
    assert all("topic" not in f for f in facts(told, "Meeting"))


def test_a_tour_of_duty_is_no_visit() -> None:
    assert not facts(read_text("Ambassador Olav Berg ended his three-year tour of duty in Peru."), "Visit")


def test_a_tour_is_of_all_the_states_listed() -> None:
    told = read_text("President Leo Hart will embark on a seven-day tour of the U.K., the U.S. and Canada.")
    assert values(told, "Visit", "destination") == {"U.K.", "U.S.", "Canada"}


def test_who_leaves_on_a_trip_to_come_does_not_leave_the_place_it_leads_to() -> None:
    told = read_text(
        "Secretary Olav Berg is set to embark on a tour of Asia next week. Berg leaves on July 30 on the trip to Peru and Chile."
    )
    assert all("Asia" not in f.get("origin", set()) for f in facts(told, "Departure"))


@pytest.mark.parametrize("office", ["Taoiseach", "Tánaiste", "Minister for Jobs", "Minister for Public Expenditure"])
def test_who_holds_an_office_is_told_without_it(office: str) -> None:
    told = read_text(f"{office} Mary Brennan is visiting Lima for talks with President Juan Soto.")
    assert values(told, "Visit", "visitor") == {"Mary Brennan"}


def test_her_in_a_letter_handed_over_is_who_is_called_on() -> None:
    told = read_text(
        "Foreign Minister Tariku Alam led the Norwegian side while his Chilean counterpart, Juan Soto, headed the team.\n"
        "Soto later called on Prime Minister Asanti Berg and handed over a letter from President Leo Hart inviting her to Lima."
    )
    assert values(told, "Invitation", "invitee") == {"Asanti Berg"}


def test_her_secretary_is_of_who_is_only_described_before_it() -> None:
    told = read_text(
        "Norwegian Prime Minister Salma Berg received Chilean envoy Juan Soto with a letter from Chilean President Leo Hart.\n"
        "The premier took it with thanks, her press secretary Nils Dahl told reporters."
    )
    roles = [f for f in facts(told, "Role") if "Nils Dahl" in f["person"]]
    assert [f["of"] for f in roles] == [{"Norwegian"}]
