"""Who is meant: surnames, titles, counterparts, pronouns, pairs, descriptions, and those left unnamed."""

from __future__ import annotations

import pytest

from tests.reading import facts, names_of, read_text, values


def test_a_surname_takes_up_the_full_name() -> None:
    told = read_text("Foreign Minister Ana Silva arrived in Oslo on Monday. Silva will meet President Jonas Berg.")
    assert {"Ana Silva", "Silva"} in names_of(told, "Person")
    assert facts(told, "Meeting")[0]["participant"] == {"Ana Silva", "Jonas Berg"}


def test_long_after_both_a_bare_surname_is_the_chiefs() -> None:
    text = "President Juan Rivas met Foreign Minister Ana Rivas in Lima. {}Rivas will visit Chile in June."
    filler = "The talks took an hour. Nothing was signed. The mood was good. Fishing was discussed. "
    late, soon = read_text(text.format(filler)), read_text(text.format(""))
    assert values(late, "Visit", "visitor") == {"Juan Rivas"}
    assert values(soon, "Visit", "visitor") == {"Ana Rivas"}


def test_a_president_of_the_same_surname_is_not_the_minister() -> None:
    told = read_text("Foreign Minister Ana Rivas met Jonas Berg in Lima. President Rivas will visit Chile in June.")
    assert values(told, "Visit", "visitor") == {"Rivas"}
    told = read_text("Prime Minister Juan Rivas met Jonas Berg in Lima. Premier Rivas will visit Chile in June.")
    assert values(told, "Visit", "visitor") == {"Juan Rivas"}


def test_a_title_tells_whose_surname_it_is() -> None:
    told = read_text("President Juan Rivas met Foreign Minister Ana Rivas in Lima. President Rivas will visit Chile in June.")
    assert values(told, "Visit", "visitor") == {"Juan Rivas"}


def test_a_family_name_may_stand_first() -> None:
    told = read_text("Vietnamese Prime Minister Tran Van Hai visited Laos. Hai left on Tuesday.")
    assert {"Tran Van Hai", "Hai"} in names_of(told, "Person")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Danish Foreign Minister Karin Holt arrived in Lima. The minister met Peruvian President Jorge Rivas.", "Karin Holt"),
        (
            "Polish Foreign Minister Ewa Nowak came to Sofia. The visiting minister met Bulgarian President Petar Iliev.",
            "Ewa Nowak",
        ),
        ("Premier Lea Winter visited Austria. The premier met Chancellor Max Huber in Vienna.", "Lea Winter"),
        ("Chilean Foreign Minister Diego Rojas left. Premier Lea Winter met the top Chilean diplomat.", "Diego Rojas"),
        ("Chilean ambassador Diego Rojas spoke. The Chilean envoy met Premier Lea Winter.", "Diego Rojas"),
    ],
)
def test_a_title_takes_up_its_holder(text: str, person: str) -> None:
    assert person in values(read_text(text), "Meeting", "participant")


def test_a_counterpart_holds_the_same_office_of_the_other_state() -> None:
    told = read_text("Chilean Foreign Minister Diego Rojas met his Norwegian counterpart Erik Dahl in Oslo.")
    role = next(f for f in facts(told, "Role") if f["person"] == {"Erik Dahl"})
    assert (role["title"], role["of"]) == ({"Foreign Minister"}, {"Norwegian"})
    assert facts(told, "Meeting")[0]["participant"] == {"Diego Rojas", "Erik Dahl"}


def test_a_counterpart_may_go_unnamed() -> None:
    told = read_text("Chilean Foreign Minister Diego Rojas met his Norwegian counterpart in Oslo on Monday.")
    assert facts(told, "Meeting")[0]["participant"] == {"Diego Rojas", "Norwegian counterpart"}


def test_he_is_the_subject_before() -> None:
    told = read_text("Foreign Minister Diego Rojas arrived in Oslo. He visited Sweden on Tuesday.")
    assert {"Sweden"} in [f["destination"] for f in facts(told, "Visit") if f["visitor"] == {"Diego Rojas"}]


def test_she_and_him_are_told_apart() -> None:
    told = read_text("Ms. Karin Holt met Mr. Jorge Rivas in Lima. She invited him to Denmark.")
    invitation = facts(told, "Invitation")[0]
    assert (invitation["inviter"], invitation["invitee"]) == ({"Karin Holt"}, {"Jorge Rivas"})


def test_it_is_the_state_or_body_before() -> None:
    assert values(read_text("Peru condemned the attack. It also supports Chile."), "Support", "agent") == {"Peru"}


@pytest.mark.parametrize("pair", ["The two countries", "Both countries", "The two sides", "They"])
def test_a_pair_of_states(pair: str) -> None:
    told = read_text(f"Kenya and Uganda held talks in Nairobi on Monday. {pair} signed an agreement on fishing.")
    assert values(told, "Agreement", "party") == {"Kenya", "Uganda"}


@pytest.mark.parametrize("pair", ["The two ministers", "The two", "Both ministers"])
def test_a_pair_of_persons(pair: str) -> None:
    told = read_text(
        f"Danish Minister Karin Holt met Peruvian Minister Jorge Rivas in Lima. {pair} signed an agreement on fishing."
    )
    assert values(told, "Agreement", "party") == {"Karin Holt", "Jorge Rivas"}


def test_the_delegation_is_the_one_before() -> None:
    told = read_text("A Kenyan trade delegation arrived in Lusaka on Monday. The delegation left Zambia on Wednesday.")
    assert values(told, "Departure", "visitor") == {"Kenyan trade delegation"}
    assert len(names_of(told, "Delegation")) == 1


def test_a_delegation_is_taken_up_by_its_state() -> None:
    told = read_text("A high-level military delegation from Belarus visited Serbia. The Belarusian delegation left on Wednesday.")
    assert len(names_of(told, "Delegation")) == 1


def test_two_delegations_stay_two() -> None:
    told = read_text("A Chinese delegation and a Russian delegation arrived in Pyongyang.")
    assert names_of(told, "Delegation") == [{"Chinese delegation"}, {"Russian delegation"}]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji condemned the ban. The island nation also supports Samoa.",
        "Ghanaian President Ama Mensah visited Togo. Her country supports Samoa.",
        "Malta condemned the ban. The country also supports Samoa.",
    ],
)
def test_a_state_is_described(text: str) -> None:
    state = {"Fiji": "Fiji", "Ghan": "Ghanaian", "Malt": "Malta"}[text[:4]]
    assert values(read_text(text), "Support", "agent") == {state}


def test_envoys_without_a_name_are_persons() -> None:
    told = read_text("The Polish ambassador met the Swedish envoy in Helsinki.")
    assert names_of(told, "Person") == [{"Polish ambassador"}, {"Swedish envoy"}]
    assert facts(told, "Meeting")[0]["participant"] == {"Polish ambassador", "Swedish envoy"}


def test_officials_stand_for_their_state() -> None:
    told = read_text("Egyptian officials met Libyan officials in Cairo.")
    assert facts(told, "Meeting")[0]["participant"] == {"Egyptian", "Libyan"}


def test_a_ministry_is_taken_up_by_its_noun() -> None:
    told = read_text("The Ministry of Foreign Affairs of Kenya condemned the raid. The ministry also denied the report.")
    assert values(told, "Denial", "agent") == {"Ministry of Foreign Affairs of Kenya"}


def test_who_a_person_is_told_to_be_is_no_second_person() -> None:
    told = read_text("Astrid Holm, who is Norway's defence minister, visited Estonia.")
    assert names_of(told, "Person") == [{"Astrid Holm"}]


def test_a_given_name_tells_whom_he_can_mean() -> None:
    told = read_text("Peruvian President Rosa Diaz received Karl Voss, the Chilean foreign minister. He then flew to Quito.")
    assert values(told, "Visit", "visitor") == {"Karl Voss"}


def test_the_minister_is_none_of_two_that_were_named_together() -> None:
    told = read_text(
        "The Minister of Foreign Affairs, Baiba Ozola, summoned the Russian ambassador. Estonian Foreign Minister Margus Tamm "
        "and Lithuanian Foreign Minister Jonas Petraitis voiced support. The Minister will travel to Prague on Friday."
    )
    assert values(told, "Visit", "visitor") == {"Baiba Ozola"}


def test_the_office_of_a_premier_speaks_for_itself() -> None:
    told = read_text("Israeli Prime Minister Dan Levi's office denied the report.")
    assert values(told, "Denial", "agent") == {"Israeli Prime Minister Dan Levi's office"}


def test_the_visiting_leader_is_who_came() -> None:
    told = read_text(
        "Indian Prime Minister Ravi Shah met Australian Prime Minister Tom Reed, who arrived in Delhi on Monday. "
        "Indian Foreign Minister Anil Rao called on the visiting leader on Friday."
    )
    assert {"Anil Rao", "Tom Reed"} in [f["participant"] for f in facts(told, "Meeting")]


def test_assets_are_frozen() -> None:
    (curbs,) = facts(read_text("Norway on Monday imposed asset freezes on nine Chilean officials."), "Restriction")
    assert curbs["agent"] == {"Norway"}


def test_a_son_is_not_his_father() -> None:
    told = read_text("Crown Prince Faisal bin Nasser brought a letter from King Nasser. Bin Nasser then left for Cairo.")
    assert sorted(names_of(told, "Person"), key=len) == [{"Nasser"}, {"Bin Nasser", "Faisal bin Nasser"}]


def test_the_country_entered_is_the_datelines() -> None:
    text = (
        "Norway will free the sailors, the ministry said. It denied reports in the Peruvian press. Ana Silva, a former prime "
        "minister of Chile, arrived in the country on Monday."
    )
    assert values(read_text(text, dateline="Oslo"), "Arrival", "destination") == {"Norway"}
    named = "Norway will free the sailors. Talks go on in Peru. Ana Silva arrived in the country on Monday."
    assert values(read_text(named, dateline="Oslo"), "Arrival", "destination") == {"Peru"}


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        ('Premier Adam Osei met President Ivan Hale. Osei said: "I am delighted about his visit to Ghana."', "Ivan Hale"),
        ('Premier Adam Osei met President Ivan Hale. "We thank Hale for his visit to Ghana," he said.', "Ivan Hale"),
        ("Premier Adam Osei met President Ivan Hale. Osei spoke of his visit to Ghana.", "Adam Osei"),
    ],
)
def test_in_a_quotation_he_is_not_the_speaker(text: str, visitor: str) -> None:
    assert values(read_text(text), "Visit", "visitor") == {visitor}


def test_who_is_named_in_a_quotation_does_not_speak_it() -> None:
    told = read_text('Premier Adam Osei spoke. "I am glad that President Ivan Hale has agreed that Norway will pay," he added.')
    assert [(f["party"], f["said_by"]) for f in facts(told, "Agreement")] == [({"Ivan Hale"}, {"Adam Osei"})]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Chilean Foreign Minister Diego Rojas came to Oslo. The Chilean official said that the port was open.", {"Diego Rojas"}),
        (
            "Chilean envoy Diego Rojas and Chilean judge Eva Soto came. The Chilean official said that the port was open.",
            {"Chilean"},
        ),
    ],
)
def test_an_official_is_the_one_of_that_state_who_was_named(text: str, speaker: set[str]) -> None:
    assert values(read_text(text), "Statement", "speaker") == speaker


def test_the_party_and_state_are_no_body_called_state() -> None:
    told = read_text("Eva Lind said the Party, State and people of Laos thank Norway. She left.")
    assert {"State"} not in names_of(told, "Organization") and {"Party"} in names_of(told, "Organization")


def test_what_is_said_during_a_meeting_is_not_what_the_meeting_is_of() -> None:
    text = "Premier Eva Lind affirmed that Peru {} during a meeting with President Juan Soto on Wednesday."
    told = facts(read_text(text.format("is a friend")), "Meeting")
    assert [(f["participant"], f["start"], f["status"]) for f in told] == [
        ({"Eva Lind", "Juan Soto"}, {"2026-05-06"}, {"occurred"})
    ]
    said = read_text("Eva Lind said that Peru buys ships, underlining that the yards are full.")
    assert values(said, "Statement", "speaker") == {"Eva Lind"}


def test_it_said_is_the_outlet_that_a_report_is_by() -> None:
    told = read_text(
        "According to reports by Yonhap news agency, Oslo hopes to send a team. The request came on Friday, it said."
    )
    assert values(told, "Statement", "speaker") >= {"Yonhap news agency"}
    told = read_text("The ministry told Reuters that it was ready. The port would open, it said.")
    assert "Reuters" not in values(told, "Statement", "speaker")


def test_the_two_countries_are_those_that_deal_with_each_other() -> None:
    told = read_text("Oslo summoned Ana Soto, Peru's ambassador to Norway, over remarks on Chile, the two countries said.")
    assert [f["said_by"] for f in facts(told, "Meeting")] == [{"Norway", "Peru"}]


def test_the_ministry_is_the_one_that_spoke_and_none_of_another_field() -> None:
    text = "The Foreign Ministry said an envoy of the Ministry of Trade had come. The {}ministry stressed that the port was open."
    assert values(read_text(text.format("")), "Statement", "speaker") == {"Foreign Ministry"}
    assert "Foreign Ministry" not in {s for f in facts(read_text(text.format("defence ")), "Statement")[1:] for s in f["speaker"]}
