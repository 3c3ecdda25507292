"""Names in running text: who is a person, a state, a place or a body, and where each name begins and ends."""

from __future__ import annotations

import pytest

from tests.reading import names_of, offices, read_text, values


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Mr. Tariq Mansoor arrived late.", "Tariq Mansoor"),
        ("His Excellency Dr. Samuel Okoro spoke at the ceremony.", "Samuel Okoro"),
        ("H.E. Mrs. Amina Diallo received the guests.", "Amina Diallo"),
        ("Sheikh Khalid bin Rashid Al Noor hosted a dinner.", "Khalid bin Rashid Al Noor"),
        ("Lieutenant General Pavel Orlov inspected the border post.", "Pavel Orlov"),
        ("Rear Admiral Jens Falk commands the fleet.", "Jens Falk"),
        ("Col. Peter Wanjiru retired in March.", "Peter Wanjiru"),
        ("Air Marshal Rohan Gupta visited Kenya.", "Rohan Gupta"),
        ("Prince Karim al-Sabri met lawmakers in Amman.", "Karim al-Sabri"),
        ("Irish Foreign Minister Sean O'Brien visited Malta.", "Sean O'Brien"),
        ("Norway's guest, Ms. Ines de la Cruz, left early.", "Ines de la Cruz"),
        ("Marie-Louise Sow, the mayor, opened the fair.", "Marie-Louise Sow"),
        ("Ludwig von der Heide, who toured Chile, met miners.", "Ludwig von der Heide"),
        ("South Korean envoy Park Min-jae flew home.", "Park Min-jae"),
        ("Chinese Foreign Minister Chen Guowei flew home.", "Chen Guowei"),
        ("Vietnamese Prime Minister Tran Van Hai visited Laos.", "Tran Van Hai"),
        ("Senator J. B. Holloway praised the treaty.", "J. B. Holloway"),
        ("Indian envoy R K Varma was called in.", "R K Varma"),
        ("Trade Minister T Subramaniam left for Peru.", "T Subramaniam"),
        ("Prime Minister Datuk Seri Rahim Osman left.", "Rahim Osman"),
        ("His counterpart Admiral (Retd.) Prof. Nimal Perera left.", "Nimal Perera"),
        ("Minister Karl Lind‘s talks went on.", "Karl Lind"),
        ("Donald F Keller visited Oslo.", "Donald F Keller"),
        ("Foreign Undersecretary Ma. Corazon Dizon had a call.", "Ma. Corazon Dizon"),
        ("Foreign Secretary Md. Kamal Sarker left for Oslo.", "Md. Kamal Sarker"),
    ],
)
def test_persons_are_named_without_honorifics_and_titles(sentence: str, name: str) -> None:
    assert {name} in names_of(read_text(sentence), "Person")


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Norwegian Defence Minister Astrid Holm left.", ("Astrid Holm", "Defence Minister", {"Norwegian"})),
        ("Kenya's president, Daniel Mwangi, visited Rwanda.", ("Daniel Mwangi", "president", {"Kenya"})),
        ("Ukraine's deputy energy minister, Ivan Petrenko, left.", ("Ivan Petrenko", "deputy energy minister", {"Ukraine"})),
        ("Former Peruvian Foreign Minister Luis Andrade left.", ("Luis Andrade", "former Foreign Minister", {"Peruvian"})),
        ("U.S. Secretary of State Mark Ellison arrived in Rabat.", ("Mark Ellison", "Secretary of State", {"U.S."})),
        ("King Aldric of Norway hosted a banquet.", ("Aldric", "King", {"Norway"})),
        ("NATO Secretary General Pieter de Groot left.", ("Pieter de Groot", "Secretary General", {"NATO"})),
        ("UN Special Envoy for Yemen Karl Lindqvist left.", ("Karl Lindqvist", "Special Envoy for Yemen", {"UN"})),
        ("The defence minister of Norway, Astrid Holm, left.", ("Astrid Holm", "defence minister", {"Norway"})),
        ("The governor of the Tver Region, Ivan Petrenko, left.", ("Ivan Petrenko", "governor", {"Tver Region"})),
        ("Labour Cabinet Secretary Daniel Mwangi of Kenya left.", ("Daniel Mwangi", "Labour Cabinet Secretary", {"Kenya"})),
        ("Former Machakos governor Daniel Mwangi left.", ("Daniel Mwangi", "former governor", {"Machakos"})),
        ("Cook Islands Prime Minister Tere Maoate left.", ("Tere Maoate", "Prime Minister", {"Cook Islands"})),
        (
            "Norway's minister for ASEAN Affairs, Astrid Holm, left.",
            ("Astrid Holm", "minister for ASEAN Affairs", {"Norway"}),
        ),
        (
            "He gave a letter from Norway's supreme leader to President Luis Andrade of Peru.",
            ("Luis Andrade", "President", {"Peru"}),
        ),
        (
            "Astrid Holm, secretary-general of the Baltic Council, left.",
            ("Astrid Holm", "secretary-general", {"Baltic Council"}),
        ),
    ],
)
def test_titles_before_a_name(sentence: str, office: tuple[str, str, set[str]]) -> None:
    assert offices(read_text(sentence)) == {(office[0], office[1], frozenset(office[2]))}


def test_an_office_after_a_name_is_not_that_of_the_next() -> None:
    told = offices(read_text("It was seen off by Kim Jong Gyu, vice foreign minister, and Russian Ambassador Pavel Orlov."))
    assert {person for person, title, _ in told if title == "vice foreign minister"} == {"Kim Jong Gyu"}


def test_two_offices_before_a_name() -> None:
    told = offices(read_text("Deputy Prime Minister and Minister of Finance Tomas Reyes opened the forum."))
    assert {title for _, title, _ in told} == {"Deputy Prime Minister", "Minister of Finance"}


def test_a_rank_before_a_name_is_no_part_of_the_office() -> None:
    told = read_text("Serbian Defence Minister General Pavel Orlov arrived in Vilnius.")
    assert offices(told) == {("Pavel Orlov", "Defence Minister", frozenset({"Serbian"}))}


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Marta Lopez, the Chilean ambassador to Japan, left Tokyo.", ("Marta Lopez", "ambassador to Japan", {"Chilean"})),
        ("Rosa Diaz, head of the Peruvian Senate, visited Chile.", ("Rosa Diaz", "head", {"Peruvian Senate"})),
        ("Jorge Rivas, Peru's former president, visited Chile.", ("Jorge Rivas", "former president", {"Peru"})),
        ("Ivo Maric, chief of staff of the Croatian army, left.", ("Ivo Maric", "chief of staff", {"Croatian army"})),
        ("Li Na, a spokeswoman for the Chinese Foreign Ministry, left.", ("Li Na", "spokeswoman", {"Chinese Foreign Ministry"})),
    ],
)
def test_appositions_after_a_name(sentence: str, office: tuple[str, str, set[str]]) -> None:
    assert offices(read_text(sentence)) == {(office[0], office[1], frozenset(office[2]))}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Kenyan Ministry of Health sent doctors.", "Kenyan Ministry of Health"),
        (
            "The Ministry of Foreign Affairs and Expatriates of Lebanon wrote.",
            "Ministry of Foreign Affairs and Expatriates of Lebanon",
        ),
        ("The Brazilian Senate ratified the treaty.", "Brazilian Senate"),
        ("The European Commission condemned the attack.", "European Commission"),
        ("The African Union welcomed the ceasefire.", "African Union"),
        ("The Russian foreign ministry protested.", "Russian foreign ministry"),
        ("The Fishermen's Union of Peru protested.", "Fishermen's Union of Peru"),
    ],
)
def test_bodies_are_named_whole(sentence: str, name: str) -> None:
    assert {name} in names_of(read_text(sentence), "Organization")


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    told = read_text("The Kenya Tea Board (KTB) met Polish envoys. Later the KTB hosted a dinner.")
    assert names_of(told, "Organization") == [{"Kenya Tea Board", "KTB"}]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The envoy landed at Harbour International Airport.", "Harbour International Airport"),
        ("They met at the Palace of Nations.", "Palace of Nations"),
        ("She stood at the Tomb of the Unknown Sailor.", "Tomb of the Unknown Sailor"),
        ("Talks were held in Geneva.", "Geneva"),
        ("They sailed from the port of Bergen.", "Bergen"),
    ],
)
def test_places_are_named_whole(sentence: str, name: str) -> None:
    assert {name} in names_of(read_text(sentence), "Place")


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Moscow condemned the drill.", "State"),
        ("Moscow said the drill was a threat.", "State"),
        ("Officials in Moscow condemned the drill.", "Place"),
        ("President Lena Fors arrived in Moscow.", "Place"),
        ("President Lena Fors visited Moscow.", "Place"),
        ("Ties between Moscow and Oslo improved.", "State"),
    ],
)
def test_a_capital_is_a_place_or_its_state(sentence: str, type_: str) -> None:
    told = [r.type for r in read_text(sentence).referents if "Moscow" in r.names]
    assert told == [type_]


def test_a_state_is_one_under_all_its_names() -> None:
    told = read_text("North Korea invited guests. Pyongyang also thanked China. The DPRK embassy was open.")
    assert {"North Korea", "Pyongyang", "DPRK"} in names_of(told, "State")


def test_a_name_that_two_states_share_is_that_of_the_one_named_otherwise() -> None:
    def known(text: str, name: str) -> str | None:
        (found,) = [r for r in read_text(text).referents if name in r.names]
        return found.known

    for capital, state in (("Kinshasa", "DR Congo"), ("Brazzaville", "Republic of the Congo")):
        meant = known(f"Leaders of the region flew to {capital} on Monday. Congo thanked them.", "Congo")
        assert meant == known(f"{state} thanked them.", state)


def test_a_government_is_its_state() -> None:
    told = read_text("The Polish government condemned the attack. Poland also thanked Malta.")
    assert names_of(told, "Organization") == []
    assert {"Poland"} in names_of(told, "State")


def test_possessives_are_no_part_of_a_name() -> None:
    told = read_text("Ana Silva's speech pleased Norway's parliament.")
    assert {"Ana Silva"} in names_of(told, "Person")
    assert {"Norway's parliament"} in names_of(told, "Organization")


def test_two_persons_with_one_surname_stay_two() -> None:
    told = read_text("Prime Minister Anna Keller met Energy Minister Jonas Keller. Jonas Keller later left for Oslo.")
    assert names_of(told, "Person") == [{"Anna Keller"}, {"Jonas Keller"}]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A team headed by Eva Lind visited Rwanda.", "Eva Lind"),
        ("Karin Holt told reporters that the talks failed.", "Karin Holt"),
        ("Jean-Claude Mbemba and Marie-Louise Sow met in Dakar.", "Jean-Claude Mbemba"),
        ("Norway's Ragnvald Utne went to Chile.", "Ragnvald Utne"),
        ("The king swore in Jarle Pizarnik as sports minister.", "Jarle Pizarnik"),
        ("The delegation was led by Vice-Minister Im Chol Nam.", "Im Chol Nam"),
        ("The talks were joined by the Hon Pat Corrie MP.", "Pat Corrie"),
        ("They were met by Air Vice Marshal Salim Qadri.", "Salim Qadri"),
        ("The co-chairs, Tove Klarr of the EU and Vior Mosan of the OSCE, left.", "Vior Mosan"),
        ("Finance Minister Sri Wulan Dewi keeps her job.", "Sri Wulan Dewi"),
        ("His replacement will be Belen Carbonell, a Spaniard.", "Belen Carbonell"),
        ("Our security minister, Asa-Donkor, was there.", "Asa-Donkor"),
        ("Han Pyong So, chairman of the Peace Commission, led a trio.", "Han Pyong So"),
        ("Vice Premier Liu He said that China would reply.", "Liu He"),
    ],
)
def test_unlisted_names_of_persons(sentence: str, name: str) -> None:
    assert {name} in names_of(read_text(sentence), "Person")


def test_an_acronym_after_a_body_before_an_office_is_the_body() -> None:
    told = read_text("He met Harbour Workers Party (HWP) leader Karl Voss. The HWP leader left.")
    assert offices(told) == {("Karl Voss", "leader", frozenset({"Harbour Workers Party"}))}
    assert names_of(told, "Organization") == [{"Harbour Workers Party", "HWP"}]


def test_a_state_is_shown_by_its_own_name() -> None:
    told = read_text("Moscow agreed. The Kremlin was pleased. Moscow will sign, Russian officials said. Russia is ready.")
    assert [r.names[0] for r in told.referents if r.type == "State"] == ["Russia"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Group B Norway won.", "B"),
        ("He wrote on X Karl Voss was welcome.", "X Karl Voss"),
        ("Peruvian Foreign Minister Travels to Kenya", "Travels"),
        ("Norway will host the Pacific Islands Forum Leaders Meeting.", "Meeting"),
        ("He came for the Caricom Special Leaders Retreat.", "Retreat"),
        ("The envoy was called in by the Director General (Africa & SADC).", "General"),
    ],
)
def test_letters_verbs_and_meetings_are_no_persons(sentence: str, name: str) -> None:
    assert all(name not in forms for type_ in ("Person", "Organization") for forms in names_of(read_text(sentence), type_))


def test_what_leaders_and_ministers_gather_at_is_an_occasion() -> None:
    told = read_text("He came for the Pacific Islands Forum Leaders Meeting after the ASEAN Foreign Ministers' Meeting.")
    assert {n for forms in names_of(told, "Occasion") for n in forms} == {
        "Pacific Islands Forum Leaders Meeting",
        "ASEAN Foreign Ministers' Meeting",
    }


def test_a_convention_is_no_person() -> None:
    assert names_of(read_text("I would remind the Ambassador of the Vienna Convention."), "Person") != [{"Convention"}]


def test_buildings_and_platforms_are_no_persons_or_bodies() -> None:
    told = read_text("Karin Holt spoke at Parliament House. La Paz protested on Twitter.")
    assert names_of(told, "Person") == [{"Karin Holt"}]
    assert {"Parliament House"} in names_of(told, "Place")
    assert {"Twitter"} in names_of(told, "Organization")


@pytest.mark.parametrize(
    "sentence",
    [
        "However, the talks failed.",
        "Yesterday the talks failed.",
        "On Monday the talks failed.",
        "Former ministers met.",
        "They met in May.",
    ],
)
def test_capitals_that_are_no_names(sentence: str) -> None:
    assert read_text(sentence).referents == ()


def test_a_first_name_that_is_a_capital_too() -> None:
    found = read_text("Paraguay's president, Santiago Peralta, met reporters.")
    assert {n for r in found.referents if r.type == "Person" for n in r.names} == {"Santiago Peralta"}


def test_an_anniversary_ends_before_how_it_was_marked() -> None:
    told = read_text("Peru marked the 80th anniversary of the end of World War II with a military parade in Lima.")
    assert values(told, "Commemoration", "occasion") == {"80th anniversary of the end of World War II"}


def test_tribute_is_paid_to_those_who_fell() -> None:
    told = read_text("Norwegian President Leo Hart paid tribute to fallen Peruvian soldiers in Lima.")
    assert values(told, "Tribute", "honoree") == {"fallen Peruvian soldiers in Lima"}


def test_a_charge_d_affaires_is_an_office_and_no_name() -> None:
    told = read_text("Norway summoned Peru's charge d'affaires on Monday.")
    assert values(told, "Meeting", "participant") == {"Norway", "Peru's charge d'affaires"}
