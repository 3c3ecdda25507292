"""What several outlets do in passing when they tell one visit: who is described first, who is ranked, who reports it."""

from __future__ import annotations

import pytest

from tests.reading import facts, names_of, offices, read_text, values


@pytest.mark.parametrize(
    "opening",
    [
        "The first Chilean minister to visit Oslo in years, Berg met Karl Lind.",
        "The highest-ranking Chilean to visit Oslo since 2012, Berg met Karl Lind.",
    ],
)
def test_what_opens_a_sentence_describes_its_subject(opening: str) -> None:
    told = read_text(f"Minister Eva Berg flew in. {opening}")
    assert values(told, "Meeting", "participant") == {"Eva Berg", "Karl Lind"}
    assert [(f["visitor"], f["destination"], f.get("start")) for f in facts(told, "Visit")] == [({"Eva Berg"}, {"Oslo"}, None)]


def test_a_list_that_opens_a_sentence_is_several() -> None:
    told = read_text("The minister, Karl Lind and Eva Berg met Juan Diaz.")
    assert values(told, "Meeting", "participant") == {"Karl Lind", "Eva Berg", "Juan Diaz"}


def test_the_most_senior_visitor_is_the_subject_and_takes_no_office() -> None:
    told = read_text("Karl Lind has become the most senior Norwegian official to visit Lima since 2021.")
    assert [(f["visitor"], f.get("start")) for f in facts(told, "Visit")] == [({"Karl Lind"}, None)]
    assert not facts(told, "Appointment") and not offices(told)


def test_what_came_before_a_visit_does_not_date_it() -> None:
    told = read_text("Karl Lind landed in Lima. His trip came after a visit by President Juan Diaz to Oslo in March.")
    assert [f.get("start") for f in facts(told, "Visit") if f["visitor"] == {"Karl Lind"}] == [None]


@pytest.mark.parametrize("again", ["the current Chilean leader", "the Chilean leader", "the incumbent Chilean leader"])
def test_a_leader_in_office_is_the_one_named(again: str) -> None:
    told = read_text(f"Chilean leader Eva Berg flew in. Karl Lind met {again}.")
    assert values(told, "Meeting", "participant") == {"Eva Berg", "Karl Lind"}


def test_a_top_diplomat_may_be_a_secretary_of_state() -> None:
    told = read_text("U.S. Secretary of State Karl Lind met Eva Berg. Washington's top diplomat flew to Lima.")
    assert values(told, "Visit", "visitor") == {"Karl Lind"}


def test_a_name_of_two_letters_is_known_where_it_opens_a_sentence() -> None:
    told = read_text("Chinese President Wu Jianguo came to Lima. Wu first spoke with Eva Berg. To his mind UN envoys were late.")
    assert names_of(told, "Person")[0] == {"Wu Jianguo", "Wu"}
    assert values(told, "Meeting", "participant") == {"Wu Jianguo", "Eva Berg"}


def test_the_province_of_a_country_is_the_one_named() -> None:
    told = read_text("Karl Lind arrived in the southern Chinese province of Yunnan.")
    assert values(told, "Arrival", "destination") == {"Yunnan"}


def test_a_province_of_some_state_keeps_its_name() -> None:
    assert values(read_text("Karl Lind visited Helmand province of Afghanistan."), "Visit", "destination") == {"Helmand province"}


def test_another_name_of_the_state_in_brackets_belongs_to_the_office() -> None:
    told = read_text("Karl Lind met Eva Berg, foreign minister of Ivory Coast (Cote d'Ivoire), in Oslo.")
    assert [(p, t) for p, t, _ in offices(told)] == [("Eva Berg", "foreign minister")]


def test_the_head_of_an_office_may_have_a_hyphen() -> None:
    told = read_text("We met Karl Lind, who's a deputy director-general at the ministry.")
    assert {t for _, t, _ in offices(told)} == {"deputy director-general"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Karl Lind will lead the Norwegian delegation to Chad.", "planned"),
        ("Karl Lind could head a Norwegian delegation to Chad.", "alleged"),
        ("Karl Lind led the Norwegian delegation to Chad.", "occurred"),
        ("A Norwegian delegation led by Karl Lind will visit Chad.", "occurred"),
    ],
)
def test_a_delegation_to_be_sent_is_planned(sentence: str, status: str) -> None:
    assert values(read_text(sentence), "Delegation", "status") == {status}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The Chilean military said that the depot had been closed.", "Chilean military"),
        ("A Chilean military spokesman said that the depot had been closed.", "Chilean"),
        ("Russia's news agency Tass said that the depot had been closed.", "Tass"),
        ("North Korea's state news agency KCNA said that the depot had been closed.", "KCNA"),
    ],
)
def test_an_army_or_agency_speaks_for_itself(sentence: str, speaker: str) -> None:
    assert values(read_text(sentence), "Statement", "speaker") == {speaker}


def test_an_unnamed_agency_is_no_state() -> None:
    told = read_text("Karl Lind met Eva Berg in Lima, the Syrian news agency reported.")
    assert values(told, "Meeting", "said_by") == {"Syrian news agency"}


def test_a_visit_told_to_be_over_is_not_still_on() -> None:
    told = read_text("Minister Karl Lind has wrapped up a trip to Peru. Lind is the first Norwegian minister to visit Peru.")
    assert values(told, "Visit", "status") == {"occurred"}


@pytest.mark.parametrize("by", ["The trip, made at the invitation of {}, is short.", "It is being paid at the invitation of {}."])
def test_the_invitation_that_a_visit_is_made_at(by: str) -> None:
    told = read_text(f"Minister Karl Lind will visit Peru. {by.format('President Eva Berg').replace('It', 'The visit')}")
    assert [(f["inviter"], f["invitee"]) for f in facts(told, "Invitation")] == [({"Eva Berg"}, {"Karl Lind"})]


def test_whom_the_subject_deals_with_is_somebody_else() -> None:
    told = read_text(
        "President Karl Lind said that he would invite the Peruvian president to Oslo. President Lind left for Peru."
    )
    assert values(told, "Invitation", "inviter") == {"Karl Lind"}
    assert values(told, "Invitation", "invitee") == {"Peruvian president"}


@pytest.mark.parametrize(("verb", "status"), [("will invite", "planned"), ("invited", "occurred"), ("may invite", "alleged")])
def test_an_invitation_to_be_made_is_planned(verb: str, status: str) -> None:
    told = read_text(f"President Karl Lind {verb} President Eva Berg to visit Norway.")
    assert values(told, "Invitation", "status") == {status}


def test_a_declaration_is_named_after_a_town_and_not_its_state() -> None:
    assert not facts(read_text("The Ankara declaration added that the ports would open."), "Statement")


def test_who_speaks_in_a_place_is_not_its_state() -> None:
    told = read_text("Speaking in Tacna, southern Peru, Karl Lind explained that the deal was off.")
    assert values(told, "Statement", "speaker") == {"Karl Lind"}


def test_who_says_so_is_the_subject_of_the_clause_with_while() -> None:
    told = read_text("Peru rejected the deal, while Chile defended the agreement, saying that the ports were open.")
    assert values(told, "Statement", "speaker") == {"Chile"}


def test_a_dateline_below_a_caption_is_no_party() -> None:
    told = read_text(
        "Karl Lind greets Eva Berg in Lima.\n\nLIMA, (NWA) – Presidents Karl Lind and Eva Berg signed a pact on fish."
    )
    assert values(told, "Agreement", "party") == {"Karl Lind", "Eva Berg"}


def test_a_name_before_a_dash_that_speaks_twice_is_no_dateline() -> None:
    told = read_text("Two ministers spoke.\nLIND - Peru signed the pact with Chile.\nLIND - Norway left the union.")
    assert {"Lind", "LIND"} & {n for names in names_of(told, "Person") + names_of(told, "Organization") for n in names}


def test_a_surname_told_alone_is_a_person_by_what_its_bearer_does() -> None:
    told = read_text(
        "Tembo met Eva Berg in Lima on Monday. Before that meeting, Tembo met with Juan Diaz, and a talk with Tembo was held."
    )
    assert {"Tembo"} in names_of(told, "Person")
    assert {"Tembo", "Eva Berg"} in [f["participant"] for f in facts(told, "Meeting")]


def test_a_name_is_known_without_its_accents() -> None:
    told = read_text(
        "President Juan Núñez left. It was signed at a meeting between Nunez, Premier Eva Berg, and President Karl Lind."
    )
    assert values(told, "Meeting", "participant") == {"Juan Núñez", "Eva Berg", "Karl Lind"}


def test_the_two_countries_are_none_that_are_only_mentioned() -> None:
    told = read_text(
        "President Karl Lind met Eva Berg in Lima. They spoke of ways to end Russia's invasion of Ukraine. "
        "The chambers also announced 20 agreements between the two countries."
    )
    assert not values(told, "Agreement", "party") & {"Russia", "Ukraine"}


def test_interests_shared_are_nothing_said() -> None:
    assert not facts(read_text("Peru and Chile share extensive common interests."), "Statement")


def test_what_is_sent_is_not_whom_a_pledge_is_made_to() -> None:
    told = read_text("Norway pledged to deploy 250 troops to the African Union mission.")
    assert values(told, "Pledge", "target") == {"African Union"}


def test_what_is_to_be_done_is_planned_to_the_end_of_the_list() -> None:
    told = read_text("Karl Lind is set to pay tribute to the fallen, lay a wreath at the Monument to Heroes, and visit Peru.")
    assert values(told, "Tribute", "status") | values(told, "Visit", "status") == {"planned"}


def test_the_two_presidents_may_stand_in_two_sentences() -> None:
    told = read_text(
        "The President of Peru Karl Lind landed. The visit is at the invitation of Vietnamese President Nguyen Van Nam. "
        "The two presidents will hold talks."
    )
    assert values(told, "Meeting", "participant") == {"Karl Lind", "Nguyen Van Nam"}


def test_meetings_on_an_agenda_are_planned() -> None:
    told = read_text("President Karl Lind will have an agenda that includes a meeting with President Eva Berg.")
    assert values(told, "Meeting", "status") == {"planned"}


def test_a_nations_agency_is_the_one_that_is_named() -> None:
    told = read_text("Karl Lind met Eva Berg in Lima, the Russian news agency reported. TASS said Juan Diaz left Lima.")
    assert values(told, "Meeting", "said_by") == {"TASS"}


def test_a_nations_agency_beside_two_of_its_outlets_stays_unnamed() -> None:
    told = read_text("Karl Lind met Eva Berg, the Russian news agency reported. TASS and Interfax said Juan Diaz left Lima.")
    assert values(told, "Meeting", "said_by") == {"Russian news agency"}


def test_a_verb_and_the_noun_that_it_carries_tell_one_fact() -> None:
    told = facts(read_text("Norway lifted its travel ban on Peruvian officials on Monday."), "Restriction")
    assert [f["target"] for f in told] == [{"Peruvian officials"}]
