"""Offices beside a name that are somebody else's, or of another state than the nearest."""

from __future__ import annotations

import pytest

from tests.reading import facts, names_of, offices, read_text, values


@pytest.mark.parametrize(
    "text",
    [
        "Chile cannot try President Karl Lind, his foreign minister said.",
        "Chile cannot try President Karl Lind, the exiled foreign minister has said.",
        "Chile cannot try Karl Lind, foreign minister tells Reuters",
    ],
)
def test_who_says_it_at_the_end_is_not_the_one_named_before(text: str) -> None:
    assert not [title for person, title, _ in offices(read_text(text)) if person == "Karl Lind" and "foreign" in title]


def test_an_apposition_before_the_verb() -> None:
    told = offices(read_text("Karl Lind, the foreign minister of Chile, said that it was over."))
    assert told == {("Karl Lind", "foreign minister", frozenset({"Chile"}))}


def test_the_country_of_those_who_act() -> None:
    text = "Envoys will meet in Ghana. The call came after Chile's junta jailed the country's president, Karl Lind."
    assert ("Karl Lind", "president", frozenset({"Chile"})) in offices(read_text(text))


def test_a_seat_of_many_bodies_is_nobodys_state() -> None:
    text = "Foreign Minister Karl Lind left the hall. Norway and Chile were not invited."
    assert offices(read_text(f"GENEVA, May 6 (Reuters) - {text}", dateline="GENEVA")) == {
        ("Karl Lind", "Foreign Minister", frozenset())
    }


def test_a_firms_manager_is_of_no_state() -> None:
    told = offices(read_text("Norway expelled the Chilean business manager, Karl Lind."))
    assert told == {("Karl Lind", "manager", frozenset())}


def test_a_title_with_the_republic_in_it() -> None:
    told = offices(read_text("President of the Republic and Supreme Commander of the Chilean Armed Forces Karl Lind met envoys."))
    assert {(person, title) for person, title, _ in told} == {
        ("Karl Lind", "President of the Republic"),
        ("Karl Lind", "Supreme Commander"),
    }


def test_who_sits_in_may_be_of_either_side() -> None:
    text = """President Karl Lind of Norway met envoys. Chile is near. Chile is cold.

    The meeting was attended by Deputy Premier Eva Berg and General Ola Vik."""
    assert ("Eva Berg", "Deputy Premier", frozenset({"Chile"})) not in offices(read_text(text))


def test_a_role_taken_on_is_not_the_office_held() -> None:
    told = read_text("Norwegian President Eva Berg assumed the role of chairwoman of the African Union.")
    assert [(f["title"], f["of"]) for f in facts(told, "Appointment")] == [({"chairwoman"}, {"African Union"})]
    assert facts(read_text("Norwegian President Eva Berg took over the leadership of the talks."), "Appointment") == []


def test_an_ouster_called_for_has_not_happened() -> None:
    assert facts(read_text("Karl Lind backs Eva Berg's call for Prime Minister Ola Vik's ouster."), "Appointment") == []


def test_a_name_completed_in_brackets() -> None:
    told = read_text("“They pressed [Chilean President Karl] Lind to sign,” Eva Berg said.")
    assert ("Lind", "President", frozenset({"Chilean"})) in offices(told)


def test_a_highness_without_a_name_is_whoever_was_named_so() -> None:
    told = read_text("His Royal Highness Prince Karl of Norway visited Chile. His Royal Highness's visit to Chile lasted a week.")
    assert {"Karl"} <= values(told, "Visit", "visitor") <= {"Karl"}
    assert not [n for n in names_of(told, "Person") if any("Highness" in form for form in n)]


def test_to_at_the_head_of_a_sentence_is_no_name() -> None:
    told = read_text("Ministers José Berg and Karl Lind spoke. To José Berg she stressed trade. To Lam said that Hanoi agreed.")
    assert not [n for n in names_of(told, "Person") if "To José Berg" in n]
    assert "To Lam" in values(told, "Statement", "speaker")


def test_the_wing_of_a_movement_is_one_name() -> None:
    told = read_text("SPLM-N spokesman Karl Lind said that talks with the EU-US group went on.")
    assert ("Karl Lind", "spokesman", frozenset({"SPLM-N"})) in offices(told)


def test_a_delegations_spokesperson() -> None:
    assert ("Karl Lind", "spokesperson", frozenset({"Chilean"})) in offices(
        read_text("The Chilean delegation spokesperson Karl Lind said so.")
    )


def test_a_vice_department_director() -> None:
    told = read_text("Karl Lind, vice department director of the Ministry of Trade, met Eva Berg.")
    assert ("Karl Lind", "vice department director", frozenset({"Ministry of Trade"})) in offices(told)


def test_an_incumbent_minister_is_a_minister() -> None:
    told = read_text("Incumbent Chilean foreign minister Karl Lind left.")
    assert offices(told) == {("Karl Lind", "foreign minister", frozenset({"Chilean"}))}


def test_the_office_that_somebody_is_picked_to_succeed_in() -> None:
    told = facts(read_text("Norway picked Eva Berg to succeed him as prime minister."), "Appointment")
    assert {t for f in told for t in f["title"]} == {"prime minister"}


def test_a_party_member_takes_no_office_by_that() -> None:
    text = "Foreign minister Ola Vik left. Karl Lind replaced Vik and took office in May. Lind is a member of the Harbour Party."
    assert "member" not in values(read_text(text), "Appointment", "title")


def test_a_first_name_makes_a_person() -> None:
    assert values(read_text("Chile extended an invitation to Maria Berg."), "Invitation", "invitee") == {"Maria Berg"}


def test_a_minister_told_before_by_the_office_alone() -> None:
    text = "Foreign Minister Karl Lind laid claim to the islets."
    told = offices(
        read_text(f"SEOUL, May 6 (Yonhap) -- The claims of the Japanese foreign minister were old. {text}", dateline="SEOUL")
    )
    assert ("Karl Lind", "Foreign Minister", frozenset()) in told
    told = offices(read_text(f"Chile's foreign minister said that talks went on. {text}"))
    assert ("Karl Lind", "Foreign Minister", frozenset({"Chile"})) in told


def test_a_deputy_for_the_office_of_another() -> None:
    told = offices(read_text("Karl Lind, a vice-minister for Chilean Prime Minister Eva Berg's Trade Office, left."))
    assert ("Karl Lind", "vice-minister", frozenset({"Chile"})) in told or (
        "Karl Lind",
        "vice-minister",
        frozenset({"Chilean"}),
    ) in told


def test_a_ministry_spokesperson_is_of_the_ministry() -> None:
    text = "Peru's trade ministry protested. Envoys of Chile's Cabinet Office left, ministry spokesperson Karl Lind said."
    assert ("Karl Lind", "spokesperson", frozenset({"Peru's trade ministry"})) in offices(read_text(text))


def test_a_minority_leader() -> None:
    told = offices(read_text("Senate Minority Leader Karl Lind left."))
    assert told == {("Karl Lind", "Minority Leader", frozenset({"Senate"}))}


def test_an_answer_does_not_open_a_name() -> None:
    told = read_text("Q. Whom did you meet?\n\nA. Eva Berg visited Peru in May.")
    assert not [n for n in names_of(told, "Person") if "A. Eva Berg" in n]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Kh.Bilegt asked the envoys to work.", "Kh.Bilegt"),
        ("D.Bilegt, Ambassador of Mongolia to Chile, said that trade grew.", "D.Bilegt"),
        ("Parliament approved President Ts.Bilegt's plan.", "Ts.Bilegt"),
    ],
)
def test_an_initial_tied_to_the_name(text: str, name: str) -> None:
    assert [n for n in names_of(read_text(text), "Person") if name in n]


def test_styles_of_cambodia_are_no_name() -> None:
    told = read_text("Prime Minister Samdech Techo Sok Vann said that trade grew.")
    assert values(told, "Statement", "speaker") == {"Sok Vann"}


def test_a_minister_delegate() -> None:
    told = read_text("He met the Minister Delegate for Regional Cooperation, Karl Lind.")
    assert ("Karl Lind", "Minister Delegate for Regional Cooperation", frozenset()) in offices(told)


def test_who_acts_behind_an_opening_phrase() -> None:
    told = read_text("In his meeting with Chilean Ambassador Karl Lind, the president discussed trade.")
    assert ("Karl Lind", "president") not in {(person, title) for person, title, _ in offices(told)}
    told = read_text("Norway expelled Ambassador Karl Lind, his deputy and two clerks.")
    assert ("Karl Lind", "deputy") not in {(person, title) for person, title, _ in offices(told)}


def test_a_national_security_spokesperson_is_of_no_army() -> None:
    told = read_text("Norway's military fled. National security spokesperson Karl Lind said so.")
    assert not [of for person, _, of in offices(told) if person == "Karl Lind" and "Norway's military" in of]


def test_a_leader_of_a_faith_is_of_no_body() -> None:
    assert ("Karl Lind", "Sikh leader") in {
        (person, title) for person, title, _ in offices(read_text("Sikh leader Karl Lind left."))
    }


@pytest.mark.parametrize("name", ['Karl "Bato" Lind', "Karl “Bato” dela Rosa"])
def test_a_nickname_in_quotation_marks(name: str) -> None:
    assert {(person, title) for person, title, _ in offices(read_text(f"Senator {name} left."))} == {(name, "Senator")}


def test_a_person_and_bodies_in_one_list() -> None:
    told = read_text("President Karl Lind, the European Union, the African Union, and ECOWAS condemned the coup in Guinea.")
    assert values(told, "Criticism", "agent") == {"Karl Lind", "European Union", "African Union", "ECOWAS"}


def test_a_position_on_something_is_no_office() -> None:
    told = read_text("Norway backed the position taken by NATO and the Chilean president to restore order.")
    assert facts(told, "Appointment") == []


def test_who_will_replace_somebody_does_so_in_no_office_of_his_own() -> None:
    told = read_text("Karl Lind, who was Norway's ambassador to Chile, will replace Eva Berg.")
    assert values(told, "Appointment", "title") == set()


def test_a_post_that_is_no_office_is_not_the_one_held_before() -> None:
    told = read_text("Karl Lind served as ambassador to Chile before being named inspection official.")
    assert values(told, "Appointment", "title") == {"inspection official"}


def test_the_country_of_an_envoy_is_who_sent_him() -> None:
    told = read_text(
        "Berg appointed Peru's ambassador to Chile, career diplomat Eva Lind, as the country's new foreign minister."
    )
    assert values(told, "Appointment", "of") == {"Peru"}
