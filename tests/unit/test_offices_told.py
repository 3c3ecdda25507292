"""Offices as read in fuller prose: held then, styled, listed before their holders, of a part of the world, of a body unlisted."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article
from tests.reading import ANNOTATOR, facts, names_of, offices, read_text, values


def role(person: str, title: str, *of: str) -> tuple[str, str, frozenset[str]]:
    """A Role as ``offices`` gives it."""
    return person, title, frozenset(of)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The minister at the time, Anniken Berg, told him to stay.", role("Anniken Berg", "minister")),
        ("Karl Lind, then the deputy premier, flew in.", role("Karl Lind", "former deputy premier")),
        ("Ola Berg, at that time envoy of Peru, came.", role("Ola Berg", "former envoy", "Peru")),
        ("Prime Minister the Right Hon. Ama Mensah left.", role("Ama Mensah", "Prime Minister")),
        ("Ola Berg, the government's senior spokesman, left.", role("Ola Berg", "senior spokesman")),
        ("Norway's Africa minister Karl Lind left.", role("Karl Lind", "Africa minister", "Norway")),
        ("Karl Lind, director general for Africa, left.", role("Karl Lind", "director general for Africa")),
        ("Eva Berg, Peru's ambassador to Togo and Benin, left.", role("Eva Berg", "ambassador to Togo and Benin", "Peru")),
        ("Eva Berg, leader of the Lumara coalition, left.", role("Eva Berg", "leader", "Lumara coalition")),
        ("Eva Berg, director of Caritas Norden, left.", role("Eva Berg", "director", "Caritas Norden")),
        ("The archbishop of Lima, Cardinal Juan Diaz, left.", role("Juan Diaz", "archbishop", "Lima")),
        ("Qatar's Sheikh Hamad Ali, prime minister since May, left.", role("Hamad Ali", "prime minister", "Qatar")),
        ("Peru's Trade Minister (TM) Eva Berg left.", role("Eva Berg", "Trade Minister", "Peru")),
        ("Peru's Director General (Africa & Asia) Eva Berg left.", role("Eva Berg", "Director General", "Peru")),
        ("Karl Lind, leader of the Norland Party (NP) Eva Berg, left.", role("Karl Lind", "leader", "Norland Party")),
        (
            "She met Karl Lind, Director General of Regional Agencies and Mechanisms of Peru.",
            role("Karl Lind", "Director General of Regional Agencies and Mechanisms", "Peru"),
        ),
        (
            "He spoke to the Norland Chamber of Commerce, whose speaker, Eva Berg, left.",
            role("Eva Berg", "speaker", "Norland Chamber of Commerce"),
        ),
    ],
)
def test_one_office(sentence: str, expected: tuple[str, str, frozenset[str]]) -> None:
    assert expected in offices(read_text(sentence))


def test_in_a_list_each_has_the_office_before_the_name() -> None:
    told = read_text(
        "He came with the defence minister, Ama Mensah, the Minister of Trade, Kofi Adjei, and the envoy of Togo, Eva Berg."
    )
    assert offices(told) == {
        role("Ama Mensah", "defence minister"),
        role("Kofi Adjei", "Minister of Trade"),
        role("Eva Berg", "envoy", "Togo"),
    }


def test_a_style_beside_another_office_is_none() -> None:
    told = read_text("The chief negotiator, Ambassador Ama Mensah, left.")
    assert offices(told) == {role("Ama Mensah", "chief negotiator")}


def test_two_offices_told_together_are_of_one_state() -> None:
    told = read_text("Karl Lind, the Norwegian deputy premier and foreign minister, left.")
    assert offices(told) == {role("Karl Lind", "deputy premier", "Norwegian"), role("Karl Lind", "foreign minister", "Norwegian")}


def test_an_envoy_of_one_state_does_not_tell_whose_the_next_office_is() -> None:
    told = read_text("Peru was pleased. Norwegian Ambassador Eva Berg and Foreign Secretary Juan Diaz spoke.", dateline="LIMA")
    assert role("Juan Diaz", "Foreign Secretary", "Peru") in offices(told)


def test_a_name_known_elsewhere_has_the_office_that_follows_it() -> None:
    told = read_text("Abbas Karimi came to Lima. Karimi, a former ambassador to Japan, then left.")
    assert offices(told) == {role("Abbas Karimi", "former ambassador to Japan")}


def test_the_title_of_a_list_ends_with_its_sentence() -> None:
    told = read_text("Premier Karl Lind of Norway left. Eva Berg of Peru stayed.")
    assert offices(told) == {role("Karl Lind", "Premier", "Norway")}


def test_who_receives_whoever_landed_is_of_the_state_landed_in() -> None:
    told = read_text("Peru was pleased. Karl Lind landed in Lima on Monday and was met by Foreign Minister Juan Diaz.")
    assert role("Juan Diaz", "Foreign Minister", "Peru") in offices(told)


def test_members_are_of_the_delegations_state() -> None:
    told = read_text("A Peruvian delegation arrived on Monday. The team includes whip Juan Diaz.", dateline="OSLO")
    assert values(told, "Role", "of") == {"Peruvian"}


def test_congratulated_on_taking_office() -> None:
    told = read_text("Karl Lind congratulated Eva Berg on becoming foreign minister.")
    assert "Karl Lind" not in values(told, "Appointment", "person")


@pytest.mark.parametrize(
    "text",
    [
        "President John Mensah of Ghana came. The head of state met Kofi Adjei.",
        "In Accra, John Mensah called for calm. The Ghanaian president met Kofi Adjei on Monday.",
        "Ghana's John Mensah is undecided. The Ghanaian president met Kofi Adjei on Monday.",
    ],
)
def test_who_is_taken_up(text: str) -> None:
    assert values(read_text(text), "Meeting", "participant") == {"John Mensah", "Kofi Adjei"}


def test_a_president_of_another_state_is_not_taken_up() -> None:
    told = read_text("In Accra, John Mensah called for calm. The Peruvian president met Kofi Adjei on Monday.")
    assert "John Mensah" not in values(told, "Meeting", "participant")


def test_the_visitor_is_not_who_hopes_to_visit() -> None:
    told = read_text(
        "Foreign Minister Karl Lind of Norway hopes to visit Lima. Peru's speaker Juan Diaz, who arrived in Accra on Monday, "
        "met the premier. Speaker Ama Mensah also received the visitor."
    )
    assert {"Ama Mensah", "Juan Diaz"} in [fact["participant"] for fact in facts(told, "Meeting")]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's foreign minister says it is over. John Mensah was speaking on Monday.",
        "The Ghanaian foreign minister has said that it is over. John Mensah told reporters on Monday that he was calm.",
    ],
)
def test_who_is_named_in_the_sentence_after_the_office_holds_it(text: str) -> None:
    assert {(p, t) for p, t, _ in offices(read_text(text))} == {("John Mensah", "foreign minister")}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's foreign minister met Karl Lind. Eva Berg said that it was over.",
        "Ghana's foreign minister spoke. Norwegian premier Eva Berg said that it was over.",
        "Ghana's foreign minister spoke. It rained. Eva Berg said that it was over.",
    ],
)
def test_but_not_whoever_else_is_named(text: str) -> None:
    assert ("Eva Berg", "foreign minister") not in {(p, t) for p, t, _ in offices(read_text(text))}


def test_the_bloc_is_the_one_named() -> None:
    told = read_text("EU envoys spoke on Monday. The bloc's foreign policy chief, Eva Berg, was there.")
    assert offices(told) == {role("Eva Berg", "foreign policy chief", "EU")}


def test_a_minister_met_by_guests_of_one_side_is_of_the_other() -> None:
    told = read_text(
        "Norway and Peru spoke of fish. The Norwegian envoy Eva Berg came from Norway. On Monday she met Foreign Minister "
        "Juan Diaz. Peru sells fish to Norway. Peru is far."
    )
    assert role("Juan Diaz", "Foreign Minister", "Peru") in offices(told)


def test_the_minister_is_rather_not_the_prime_minister() -> None:
    told = read_text("Minister Karl Lind met Prime Minister Eva Berg. The minister accused Peru of lying.")
    assert values(told, "Criticism", "agent") == {"Karl Lind"}


def test_a_letter_speaks_to_its_addressee() -> None:
    told = read_text(
        "Minister Karl Lind handed over a letter of Premier Ola Berg to King Juan Diaz, in which Berg congratulates him on his "
        "birthday."
    )
    assert values(told, "Message", "recipient") == {"Juan Diaz"}


def test_who_signs_while_others_watch() -> None:
    told = read_text("President Ama Mensah watched as Minister Kofi Adjei and Minister Eva Berg signed an agreement on fishing.")
    assert values(told, "Agreement", "party") == {"Kofi Adjei", "Eva Berg"}


def test_himself_is_the_subject() -> None:
    told = read_text(
        "Norwegian envoy Karl Lind spoke. Charles Berg had distanced himself from it. The Belgian accused Peru of lying."
    )
    assert values(told, "Criticism", "agent") == {"Charles Berg"}


def test_one_visitor_is_who_leads_the_delegation() -> None:
    told = read_text("A Peruvian delegation led by Juan Diaz arrived on Monday. Speaker Ama Mensah received the visitor.")
    assert {"Ama Mensah", "Juan Diaz"} in [fact["participant"] for fact in facts(told, "Meeting")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("HRH Crown Prince Moulay Hassan left.", role("Hassan", "Crown Prince")),
        ("HM King Harald VI left.", role("Harald VI", "King")),
        ("Air Marshal Karl Lind, the Chief of Defence Force, left.", role("Karl Lind", "Chief of Defence Force")),
        ("Head of Government Karl Lind left.", role("Karl Lind", "Head of Government")),
        ("The President of the Government of Peru, Karl Lind, left.", role("Karl Lind", "President", "Peru")),
        ("A spokesman for the embassy, Karl Lind, left.", role("Karl Lind", "spokesman", "embassy")),
        ("Peru's minister for reconciliation Karl Lind left.", role("Karl Lind", "minister for reconciliation", "Peru")),
        ("Karl Lind, number two at the foreign ministry, left.", role("Karl Lind", "number two", "foreign ministry")),
        (
            "Karl Lind, minister in charge of the Reform Commission, left.",
            role("Karl Lind", "minister", "Reform Commission"),
        ),
        (
            "Karl Lind, the secretary of the Security Council of Peru and Leader's representative in it, left.",
            role("Karl Lind", "secretary", "Security Council of Peru"),
        ),
        (
            "Minister of Foreign Affairs, European Union and Cooperation Karl Lind left.",
            role("Karl Lind", "Minister of Foreign Affairs, European Union and Cooperation"),
        ),
        ("Jan Holt, secretary general of the Baltic Council, left.", role("Jan Holt", "secretary general", "Baltic Council")),
    ],
)
def test_offices_of_courts_forces_and_fields(sentence: str, expected: tuple[str, str, frozenset[str]]) -> None:
    assert expected in offices(read_text(sentence))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Peru was calm. He did not rule out a visit by President Karl Lind.", "Karl Lind"),
        ("Peru was calm. Vice-President Karl Lind, who is on a three-day stay, spoke.", "Karl Lind"),
        ("Peru was calm. President Ola Berg spoke on the phone with Prime Minister Karl Lind on Monday.", "Karl Lind"),
    ],
)
def test_not_everybody_serves_the_home_state(text: str, person: str) -> None:
    told = read_text(text, dateline="LIMA")
    assert [of for p, _, of in offices(told) if p == person] == [frozenset()]


def test_a_counterpart_is_that_of_a_minister_who_goes_unnamed() -> None:
    told = read_text("Premier Ama Mensah spoke. The Peruvian trade minister met his Chilean counterpart, Karl Lind.")
    assert role("Karl Lind", "trade minister", "Chilean") in offices(told)


@pytest.mark.parametrize(
    "text",
    [
        "Envoy Ola Berg met Ghana's John Mensah. The Ghanaian diplomat condemned the ban.",
        "Ghana's minister John Mensah arrived in Lima on Monday. The visiting official condemned the ban.",
    ],
)
def test_who_goes_by_nation_or_visit(text: str) -> None:
    assert values(read_text(text), "Criticism", "agent") == {"John Mensah"}


def test_of_two_of_a_nation_neither_is_the_diplomat() -> None:
    told = read_text("Ghana's John Mensah met Ghana's Kofi Adjei. The Ghanaian diplomat condemned the ban.")
    assert not values(told, "Criticism", "agent") & {"John Mensah", "Kofi Adjei"}


def test_each_is_met_by_himself_whom_his_state_owns() -> None:
    told = read_text("Minister Ola Berg met his Peruvian counterpart Karl Lind and Ghana's John Mensah on Monday.")
    assert values(told, "Meeting", "participant") == {"Ola Berg", "Karl Lind", "John Mensah"}


def test_two_heads_of_state() -> None:
    told = read_text("President Ola Berg met President Ama Mensah. The two heads of state held talks at the palace on Monday.")
    assert {"Ola Berg", "Ama Mensah"} in [fact["participant"] for fact in facts(told, "Meeting")]


def test_a_party_is_no_commission_of_it() -> None:
    told = read_text("Party leader Ola Berg met Karl Lind, head of the Party Central Committee's Fisheries Commission.")
    assert role("Ola Berg", "leader", "Party") in offices(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The chief of Peruvian diplomacy was accompanied by the ambassador Karl Lind.",
            role("Karl Lind", "ambassador", "Peruvian"),
        ),
        (
            "Eva Berg, the foreign minister of Peru, spoke. Berg, who is also deputy prime minister, left.",
            role("Eva Berg", "deputy prime minister", "Peru"),
        ),
        ("Peru was calm. The deal was signed in Lima by Prime Minister Karl Lind.", role("Karl Lind", "Prime Minister", "Peru")),
        ("Lima reacts. Foreign Minister Karl Lind said that it was over.", role("Karl Lind", "Foreign Minister", "Lima")),
    ],
)
def test_whose_office_the_words_around_tell(text: str, expected: tuple[str, str, frozenset[str]]) -> None:
    assert expected in offices(read_text(text))


def test_an_envoy_abroad_is_known_by_where_he_is_too() -> None:
    told = read_text("Peru's ambassador in Lagos condemned the ban.")
    assert {"Peru's ambassador", "Peru's ambassador in Lagos"} in names_of(told, "Person")


def test_a_headline_may_tell_whose_office_it_is() -> None:
    text = "Fiji's prime minister will visit Peru\n\nPrime Minister Karl Lind left on Monday. He met Prime Minister Juan Diaz."
    article = Article("test", text, title=text.split("\n", maxsplit=1)[0], body_start=text.index("Prime Minister Karl"))
    told = extract(ANNOTATOR.annotate(article), least=0.0)
    assert role("Karl Lind", "Prime Minister", "Fiji") in offices(told)
    assert role("Juan Diaz", "Prime Minister", "Fiji") not in offices(told)


def test_a_state_may_be_named_above_the_text_alone() -> None:
    text = "PERU, TOGO SIGN DEAL\n\nThe Peruvian premier, Karl Lind, condemned the ban."
    article = Article("test", text, title=text.split("\n", maxsplit=1)[0], body_start=text.index("The Peruvian"))
    told = extract(ANNOTATOR.annotate(article), least=0.0)
    assert "PERU" in {n for names in names_of(told, "State") for n in names}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ex-president Karl Lind left.", role("Karl Lind", "Ex-president")),
        ("OSCE Chairperson-in-Office Eva Berg left.", role("Eva Berg", "Chairperson-in-Office", "OSCE")),
        ("Chairman of the Cabinet of Ministers Karl Lind left.", role("Karl Lind", "Chairman", "Cabinet of Ministers")),
        ("The head of the U.N. verification mission, Karl Lind, left.", role("Karl Lind", "head", "U.N. verification mission")),
        ("Peru's peace commissioner, Karl Lind, left.", role("Karl Lind", "peace commissioner", "Peru")),
        ("President Duma Lind left.", role("Duma Lind", "President")),
    ],
)
def test_bodies_end_where_names_begin(sentence: str, expected: tuple[str, str, frozenset[str]]) -> None:
    assert expected in offices(read_text(sentence))


@pytest.mark.parametrize(
    ("sentence", "person", "title"),
    [
        ("Peru has appointed veteran diplomat Karl Lind as special envoy.", "Karl Lind", "special envoy"),
        ("Peru's President Juan Diaz on Tuesday named economist Karl Lind as foreign minister.", "Karl Lind", "foreign minister"),
    ],
)
def test_who_is_appointed_may_be_told_by_his_calling(sentence: str, person: str, title: str) -> None:
    told = read_text(sentence)
    assert values(told, "Appointment", "person") == {person}
    assert values(told, "Appointment", "title") == {title}


def test_a_former_minister_is_not_of_the_state_told_long_before() -> None:
    told = read_text(
        "Chile's Foreign Minister Karl Lind left. It rained. Nobody came. Former foreign minister Juan Diaz was calm.",
    )
    assert role("Juan Diaz", "Former foreign minister") in offices(told)


def test_who_receives_beside_the_holder_is_no_guest() -> None:
    told = read_text(
        "King Karl of Norway came to Peru. He was received by Prime Minister Juan Diaz and Foreign Minister Eva Berg. "
        "Togo was silent. Togo is far.",
        dateline="LIMA",
    )
    assert role("Eva Berg", "Foreign Minister", "Peru") in offices(told)


def test_an_initial_stands_for_a_first_name() -> None:
    told = read_text("Foreign Minister Birgit Holt spoke. On Monday B. Holt condemned the ban.")
    assert values(told, "Criticism", "agent") == {"Birgit Holt"}
