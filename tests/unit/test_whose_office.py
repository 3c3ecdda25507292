"""Whose an office is by who rules what, who carries what to whom, and what a paper tells of others from its own capital."""

from __future__ import annotations

import pytest

from tests.reading import facts, offices, read_text, values

_RIVAS = "Chilean President Jorge Rivas met Norwegian ambassador Karl Lind in Santiago. "


def of(text: str, person: str, dateline: str | None = None) -> set[frozenset[str]]:
    """Whose the offices of a person are."""
    return {whose for name, _, whose in offices(read_text(text, dateline=dateline)) if name == person}


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("Jordan and Peru signed a pact. King Faris received the Peruvian envoy, Ana Soto.", {frozenset({"Jordan"})}),
        ("Chile and Peru signed a pact in Lima. King Faris received the Peruvian envoy, Ana Soto.", {frozenset()}),
    ],
)
def test_a_king_is_of_a_kingdom(told: str, state: set[frozenset[str]]) -> None:
    assert of(told, "Faris") == state


def test_the_kingdom_is_the_one_state_told_that_is_one() -> None:
    text = "Tonga thanked Peru and Chile. Karl Lind, the Peruvian envoy, will visit the kingdom in June."
    assert values(read_text(text), "Visit", "destination") == {"Tonga"}


@pytest.mark.parametrize(
    ("told", "person"),
    [
        ("Rivas asked the ambassador to convey his greetings to King Ola.", "Ola"),
        ("Rivas asked the ambassador to convey an invitation to Prime Minister Eva Berg.", "Eva Berg"),
    ],
)
def test_who_is_asked_to_carry_something_takes_it_home(told: str, person: str) -> None:
    assert of(_RIVAS + told, person) == {frozenset({"Norwegian"})}


def test_who_asks_another_to_convey_an_invitation_invites() -> None:
    told = read_text(_RIVAS + "Rivas asked the ambassador to convey an invitation to Prime Minister Eva Berg.")
    assert values(told, "Invitation", "inviter") == {"Jorge Rivas"}


@pytest.mark.parametrize(
    ("opening", "title", "whose"),
    [
        ("Norway sent a ship to Peru on Monday.", "Defence Minister", frozenset[str]()),
        ("Fiji and Norway sent a ship to Peru on Monday.", "Defence Minister", frozenset({"Fiji"})),
        ("A ship left on Monday.", "Defence Minister", frozenset({"Fiji"})),
        ("A ship left on Monday.", "Director General", frozenset[str]()),
    ],
)
def test_a_paper_at_home_may_tell_of_others_alone(opening: str, title: str, whose: frozenset[str]) -> None:
    assert of(f"{opening} {title} Karl Lind said so. Fiji eased its rules.", "Karl Lind", "Suva") == {whose}


def test_the_counterpart_of_a_deputy_premier_and_minister_is_a_minister() -> None:
    told = read_text("Qatar's Deputy Prime Minister and Trade Minister Karl Lind met his Peruvian counterpart, Ana Soto.")
    assert ("Ana Soto", "Trade Minister", frozenset({"Peruvian"})) in offices(told)


@pytest.mark.parametrize("chair", ["who chaired the Arctic Council last year", "who chairs the Arctic Council"])
def test_what_a_side_clause_tells_is_not_the_office_that_is_left(chair: str) -> None:
    told = read_text(f"Norway's Prime Minister Eva Berg, {chair}, will quit. Karl Lind will be sworn in as Berg's successor.")
    assert [(fact["person"], fact["title"]) for fact in facts(told, "Appointment")] == [
        ({"Eva Berg"}, {"Prime Minister"}),
        ({"Karl Lind"}, {"Prime Minister"}),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister was received by the Chilean president, Jorge Rivas.",
        "Chilean President Jorge Rivas received the minister.",
    ],
)
def test_nobody_receives_his_own_minister_as_a_guest(sentence: str) -> None:
    text = "Norwegian Trade Minister Karl Lind held talks with his Chilean counterpart, Ana Soto. " + sentence
    met = [fact["participant"] for fact in facts(read_text(text), "Meeting")]
    assert {"Jorge Rivas", "Karl Lind"} in met


def test_the_two_ministers_are_no_general() -> None:
    text = (
        "A team led by Norwegian Defence Minister Karl Lind came. It includes the army chief, General Ola Vik, and was invited "
        "by Chilean Defence Minister Ana Soto. The two ministers signed a protocol."
    )
    assert values(read_text(text), "Agreement", "party") == {"Karl Lind", "Ana Soto"}


def test_a_mufti_leads_a_delegation_of_his_muftiate() -> None:
    told = read_text("A delegation of the Muftiate of Peru headed by Mufti Karl Lind met with Ola Vik.")
    assert values(told, "Delegation", "sent_by") == {"Muftiate of Peru"}
    assert ("Karl Lind", "Mufti", frozenset({"Muftiate of Peru"})) in offices(told)


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("The ministers appointed Chilean diplomat Karl Lind as special representative for the Red Sea.", set()),
        ("The African Union appointed Kenyan politician Karl Lind as special envoy for Chad.", {"African Union"}),
        ("Kenya's president appointed the Kenyan diplomat Karl Lind as ambassador to Peru.", {"Kenya"}),
    ],
)
def test_a_special_envoy_is_not_of_his_nation(sentence: str, whose: set[str]) -> None:
    assert values(read_text(sentence), "Appointment", "of") == whose


def test_the_party_told_with_state_and_people_is_no_delegation() -> None:
    text = "A team of the Communist Party of Vietnam led by Thanh Ha is in Cuba. Ha said the Vietnamese party, State and people "
    assert values(read_text(text + "stand by Cuba."), "Support", "agent") == {"Vietnamese"}


_ROW = "The Foreign Ministry summoned the Chilean ambassador. The Chilean Foreign Ministry called the step unfriendly. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ministry said it would respond.", "Chilean Foreign Ministry"),
        ("Trade went on. Peru is calm. Sources at the ministry said it would respond.", "Foreign Ministry"),
    ],
)
def test_the_ministry_is_soon_the_one_at_home_again(text: str, speaker: str) -> None:
    told = read_text(_ROW + text, dateline="Lima")
    assert speaker in values(told, "Pledge", "agent") | values(told, "Statement", "speaker")


def test_an_agency_quotes_the_ministry_of_its_own_state() -> None:
    text = "Peru's Foreign Ministry expelled him. Russia's Foreign Ministry knew. The Chilean Foreign Ministry did not. "
    told = read_text(text + "The TASS news agency quoted the ministry as saying that Peru would regret it.")
    assert any("Russia's Foreign Ministry" in fact["said_by"] | fact.get("speaker", set()) for fact in facts(told, "Statement"))


def test_the_party_is_nobodys_where_two_states_have_one() -> None:
    one = "The Chilean Communist Party met. Party General Secretary Karl Lind spoke to Ola Vik in Lima."
    assert ("Karl Lind", "General Secretary", frozenset({"Chilean Communist Party"})) in offices(read_text(one))
    two = one + " The Peruvian Communist Party welcomed him."
    assert ("Karl Lind", "General Secretary", frozenset()) in offices(read_text(two))


def test_who_receives_the_prime_minister_at_home_receives_his_own() -> None:
    text = "Emir Sami Nasser of Kuwait thanked Oman and the people of Oman. The Emir received the Prime Minister, Karl Lind."
    assert of(text, "Karl Lind", "Kuwait City") == {frozenset({"Kuwait"})}


def test_an_emir_is_of_no_state_without_one() -> None:
    text = "Ministers visited the UAE, Oman and Bahrain with letters by the Emir, Sami Nasser. Kuwait sent them."
    assert of(text, "Sami Nasser", "Kuwait City") == {frozenset({"Kuwait"})}


def test_a_former_president_made_envoy_is_not_his_states() -> None:
    told = read_text(
        "Somalia deplored the appointment of former Ghanaian President Karl Lind as special representative for Chad."
    )
    assert not values(told, "Appointment", "of")


def test_a_spokesman_for_a_president_is_not_the_president() -> None:
    told = offices(read_text("A spokesman for Kenya President Karl Lind said no. An adviser to Peru President Ola Vik left."))
    assert told == {("Karl Lind", "President", frozenset({"Kenya"})), ("Ola Vik", "President", frozenset({"Peru"}))}


@pytest.mark.parametrize(
    ("text", "person", "whose"),
    [
        ("Peru curbed travel by Chilean officials, including President Karl Lind.", "Karl Lind", {"Chilean"}),
        ("Nepal thanked donors. Secretary of State Karl Lind spoke. The United States gave aid.", "Karl Lind", {"United States"}),
        ("Nepal thanked donors. Secretary of State Karl Lind spoke.", "Karl Lind", set[str]()),
        ("Serbia welcomed him. Karl Lind, the head of European diplomacy, will come.", "Karl Lind", set[str]()),
        ("Serbia welcomed him. In Serbia, Pope Karl spoke.", "Karl", set[str]()),
    ],
)
def test_an_office_of_one_state_or_of_none(text: str, person: str, whose: set[str]) -> None:
    assert of(text, person, "Belgrade" if "Serbia" in text else "Kathmandu") == {frozenset(whose)}
