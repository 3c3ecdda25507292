"""Dealings of states: deeds set apart from what sounds like them, whom they reach, what is only sought, announced or foreseen."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Norwegian government has struck a mining agreement in Peru.", "Conflict"),
        ("Norway and Chile struck a balance in Lima.", "Conflict"),
        ("Norwegian envoys reached a deal on shrimp, the Chilean government said.", "Arrival"),
        ("The freed Norwegian sailors are now in Chile.", "Visit"),
        ("Karl Voss has called for the Norwegian marines to leave Chile.", "Departure"),
        ("Karl Voss would be able to visit Chile.", "Visit"),
        ("Chile has threatened to prolong the row by slapping tariffs on Norway.", "Restriction"),
        ("Norway and Chile exchanged lists of prisoners.", "Transfer"),
        ("Norway approved a package of sanctions against Chile.", "Transfer"),
        ("Envoys from Norway have been meeting to reach agreement on shrimp.", "Agreement"),
        ("The Norwegian and Chilean ministers clashed over cod.", "Conflict"),
        ("Chile rejected reports of a militia claiming that it had killed nine Chilean soldiers.", "Conflict"),
    ],
)
def test_what_is_no_such_deed(text: str, type_: str) -> None:
    assert facts(read_text(text), type_) == []


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Norway and Chile agreed to begin talks in May.", "Meeting", "planned"),
        ("Norway plans to begin talks with Chile.", "Meeting", "planned"),
        ("The treaty envisages annual talks between Norway and Chile.", "Meeting", "planned"),
        ("Norway dropped a plan to impose tariffs on Chile.", "Restriction", "cancelled"),
        ("Norway lifted a ban on fish from Chile.", "Restriction", "occurred"),
        ("Norway pledged to suspend drills announced at the Norway-Chile summit.", "Meeting", "occurred"),
        ("Norway suspended a series of talks with Chile.", "Meeting", "cancelled"),
        ("Talks between Norway and Chile prompted Karl Voss to postpone the vote.", "Meeting", "occurred"),
    ],
)
def test_whether_it_is_done(text: str, type_: str, status: str) -> None:
    assert values(read_text(text), type_, "status") == {status}


@pytest.mark.parametrize(
    ("text", "role", "whom"),
    [
        ("Norway imposed duties of 25 per cent on Chilean salmon.", "target", "Chilean"),
        ("Norway adopted sanctions targeting Chile's fishing fleet.", "target", "Chile"),
        ("Norway put tariffs on 2 billion dollars worth of Chilean goods.", "target", "Chilean"),
        ("Norway's trade ministry said the country was imposing a ban on salmon from Chile.", "agent", "Norway"),
        ("Norway took the step of expelling Karl Voss.", "agent", "Norway"),
        ("Norway took the step of expelling Karl Voss.", "target", "Karl Voss"),
    ],
)
def test_who_restricts_whom(text: str, role: str, whom: str) -> None:
    assert values(read_text(text), "Restriction", role) == {whom}


def test_a_raid_on_what_is_of_a_state_is_on_the_state() -> None:
    assert values(read_text("Norwegian drones hit a Chilean naval base on Monday."), "Conflict", "target") == {"Chilean"}
    assert facts(read_text("Karl Voss deplored attacks on the Chilean free-speech movement."), "Conflict") == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile exchanged 40 prisoners of war.",
        "Norway swapped 12 captives with Chile.",
        "Norway and Chile carried out a prisoner exchange.",
    ],
)
def test_both_sides_give_in_an_exchange_of_prisoners(text: str) -> None:
    assert values(read_text(text), "Transfer", "giver") == {"Norway", "Chile"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Norway signed a pact with Chile on the sharing of water.", "sharing of water"),
        ("They signed an accord between Norway and Chile on the catch of cod.", "catch of cod"),
        ("Norway and Chile announced the signing of a truce.", "truce"),
        ("Norway and Chile accepted the Agreement on Port Dues.", "Agreement on Port Dues"),
    ],
)
def test_one_agreement_and_what_it_is_about(text: str, topic: str) -> None:
    (signed,) = facts(read_text(text), "Agreement")
    assert signed["topic"] == {topic}


def test_nobody_is_given_what_others_are_told_to_get() -> None:
    told = read_text("Norway sent 40 tents to Chile. Peru gave 12 million dollars to the victims. Charities sent rice to Chile.")
    gifts = [(gift.get("giver"), gift.get("recipient")) for gift in facts(told, "Transfer")]
    assert ({"Norway"}, {"Chile"}) in gifts
    assert not [g for g in gifts if g[0] == {"Peru"} and g[1]]


def test_the_two_nations_of_a_war_are_those_of_both_and_not_their_mediator() -> None:
    told = read_text(
        "The exchange was brokered by Peru, praised by both Norway and Chile. Norway's Defence Ministry reported it, while Chile "
        "confirmed it. It came amid the conflict between the two nations."
    )
    assert values(told, "Conflict", "agent") == {"Norway", "Chile"}


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("Three Chilean soldiers have been killed in a clash with Norway.", {"Norway"}, {"Three Chilean soldiers"}),
        ("Norwegian and Chilean troops clashed before dawn.", {"Norwegian", "Chilean"}, set()),
        ("Norway accused nine Chilean soldiers of crossing into the country.", {"nine Chilean soldiers"}, {"Norway"}),
    ],
)
def test_who_fights_whom(text: str, agents: set[str], targets: set[str]) -> None:
    told = read_text(text)
    assert (values(told, "Conflict", "agent"), values(told, "Conflict", "target")) == (agents, targets)


def test_whom_a_protest_is_against() -> None:
    assert values(read_text("Norway lodged a protest against Chile over the raid."), "Criticism", "target") == {"Chile"}


def test_a_paper_is_dated_by_its_signing() -> None:
    told = read_text("A pact signed between Norway and Chile on 2 May 2025 came into force on 4 June 2025.")
    assert values(told, "Agreement", "start") == {"2025-05-02"}


def test_a_government_called_after_its_leader_is_its_state() -> None:
    told = read_text("President Jonas Berg of Norway spoke. The Berg administration hit nine Chilean officials with sanctions.")
    assert values(told, "Restriction", "agent") == {"Norway"}


def test_a_currency_gives_nothing() -> None:
    told = read_text("Chile, Norway and Peru each pledged EUR 2 million.")
    assert values(told, "Pledge", "agent") == {"Chile", "Norway", "Peru"}


def test_what_a_list_of_clauses_says_is_of_its_subject() -> None:
    told = read_text(
        "Karl Voss said that the Norwegian government always adheres to the treaty, supports the principle of free passage in "
        "coastal waters and firmly supports Chile's efforts to keep the peace."
    )
    assert "Norwegian" in values(told, "Support", "agent")
    assert values(told, "Support", "target") == {"Chile"}


def test_who_helps_both_sides_is_neither() -> None:
    told = read_text(
        "A truce between Norway and Chile took effect. It was reported by the Norwegian Ministry of Defence. "
        "The ministry said that Peru provided tents to the two sides."
    )
    assert "Peru" not in values(told, "Transfer", "recipient")


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("Curbs were imposed by UNASUR on Chile and Norway in May.", {"UNASUR"}, {"Chile", "Norway"}),
        ("Economic sanctions on Chile, Norway, and Peru were lifted in May.", set(), {"Chile", "Norway", "Peru"}),
        ("Chile and Peru agreed to reopen missions, after Chile in 2016 broke off relations.", {"Chile"}, set()),
        ("Curbs on Chile were lifted with immediate effect by Norway.", {"Norway"}, {"Chile"}),
    ],
)
def test_who_curbs_whom_in_lists_and_asides(text: str, agents: set[str], targets: set[str]) -> None:
    told = read_text(text)
    assert (values(told, "Restriction", "agent"), values(told, "Restriction", "target")) == (agents, targets)


def test_who_condemns_where_countries_are_listed() -> None:
    told = read_text("Governments across the region, including Peru, Chile and Norway, denounced the raid.")
    assert values(told, "Criticism", "agent") == {"Peru", "Chile", "Norway"}
    assert values(read_text("Peru issued a strong condemnation of the raid."), "Criticism", "agent") == {"Peru"}


def test_it_in_what_a_noun_tells_is_whose_the_noun_is() -> None:
    told = read_text("Norway welcomes Chile's reiteration that it will adhere to the fish treaty, Karl Voss said.")
    assert values(told, "Support", "agent") == {"Chile"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Karl Voss warned Oslo that supplying tanks to Chile would be a mistake.", "Transfer"),
        ("Norway's denial of entry to the crew was regrettable.", "Denial"),
        ("Norway lifted curbs on nine men whom it had penalised for supporting Chile's drone programme.", "Support"),
    ],
)
def test_what_is_only_supposed_or_meant_otherwise(text: str, type_: str) -> None:
    assert not [fact for fact in facts(read_text(text), type_) if "Norway" in fact.get("agent", {"Norway"})]


def test_papers_of_other_states_are_two() -> None:
    told = read_text("Norway and Chile signed a memorandum on gas. In July 2024, Norway and Peru signed a memorandum on gas.")
    assert [fact["party"] for fact in facts(told, "Agreement")] == [{"Norway", "Chile"}, {"Norway", "Peru"}]


def test_a_closure_before_is_not_how_long_a_feast_lasts() -> None:
    told = read_text("Norway reopened its embassy in Chile on Tuesday after a seven-year closure.")
    assert values(told, "Commemoration", "end") == set()


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Norway has pledged to deliver 18 jets to Chile.", "Transfer", "planned"),
        ("Norway vowed to expel three Chilean diplomats.", "Restriction", "planned"),
        ("Norway has committed to sending 20 tanks to Chile.", "Transfer", "planned"),
        ("Norway has terminated its defence agreement with Chile.", "Agreement", "cancelled"),
        ("A deal between Norway and Chile on water was announced on Monday.", "Agreement", "occurred"),
    ],
)
def test_what_is_vowed_ended_or_announced(text: str, type_: str, status: str) -> None:
    assert values(read_text(text), type_, "status") == {status}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway imposed duties on brandy from Chile.", "Chile"),
        ("Norway froze assets belonging to Karl Voss.", "Karl Voss"),
        ("Norway removed Chile from its list of state sponsors of terrorism.", "Chile"),
        ("Norway ordered the Chilean embassy to halve its staff.", "Chilean embassy"),
        ("Norway terminated the sanctions on Chile.", "Chile"),
    ],
)
def test_whom_a_curb_or_its_end_is_on(text: str, target: str) -> None:
    assert values(read_text(text), "Restriction", "target") == {target}


def test_a_missile_that_falls_into_the_sea_is_fired_at_nobody() -> None:
    assert facts(read_text("Norway fired two missiles into the Norwegian Sea on Monday."), "Conflict") == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway's trade war with Chile hit exporters.", "Conflict"),
        ("Karl Voss warned that any attack on Norwegian ships would be met with force.", "Conflict"),
        ("Norway is seeking an agreement with Chile on cod.", "Agreement"),
        ("Norway called for a ceasefire between Chile and Peru.", "Agreement"),
        ("Karl Voss agreed with Ana Silva that the talks had been useful.", "Agreement"),
    ],
)
def test_what_is_only_sought_feared_or_thought(text: str, type_: str) -> None:
    assert facts(read_text(text), type_) == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Norway said that it would donate 5 million vaccine doses to Peru.", "5 million vaccine doses"),
        ("Norway will contribute 20 million dollars to Chile.", "20 million dollars"),
        ("Norway provided Chile with a 200 million dollar credit line.", "200 million dollar credit line"),
        (
            "Ambassador Karl Voss of Norway handed over 40 tents worth 2 million dollars to Chile's health ministry on Monday.",
            "40 tents worth 2 million dollars",
        ),
    ],
)
def test_what_is_given(text: str, topic: str) -> None:
    assert values(read_text(text), "Transfer", "topic") == {topic}


def test_whose_citizens_are_told_to_leave_is_not_curbed() -> None:
    assert facts(read_text("Norway told its citizens to leave Chile."), "Restriction") == []
    assert values(read_text("Norway told Ambassador Karl Voss to leave."), "Restriction", "target") == {"Karl Voss"}


@pytest.mark.parametrize(
    ("text", "type_", "role", "whom"),
    [
        ("Peru has, for the first time, explicitly condemned Chile for the raid.", "Criticism", "agent", {"Peru"}),
        (
            "The UN Security Council adopted a resolution saying it strongly condemns the raid.",
            "Criticism",
            "agent",
            {"UN Security Council"},
        ),
        ("Norwegian forces carried out a new round of strikes in Peru.", "Conflict", "place", {"Peru"}),
        ("Karl Voss condemned the offensive of the Norwegian rebels against Chile.", "Conflict", "target", {"Chile"}),
        ("Norway expelled a senior Chilean diplomat.", "Restriction", "target", {"Chilean"}),
        ("Norway has returned four border villages to Chile.", "Transfer", "recipient", {"Chile"}),
        ("Norway calls for a truce and an emergency summit with Chile and Peru.", "Meeting", "participant", set()),
        ("Norway and Chile agreed to reject any threat of force.", "Denial", "agent", set()),
    ],
)
def test_who_does_what_to_whom(text: str, type_: str, role: str, whom: set[str]) -> None:
    assert values(read_text(text), type_, role) == whom


def test_who_is_only_blamed_for_a_deed() -> None:
    assert values(read_text("Norway blames Chile for supporting Peruvian militias."), "Support", "status") == {"alleged"}


def test_villages_given_back_get_nothing() -> None:
    told = read_text("Norway's border guards left in May, handing back the villages of Alta, Vik and Moen to Chile.")
    assert values(told, "Transfer", "recipient") <= {"Chile"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Norway signed a ceasefire accord January 23rd.", "ceasefire accord"),
        ("The accord signed on 23 January 2024 covers cod.", "accord signed on 23 January 2024"),
    ],
)
def test_the_day_ends_no_topic_but_what_was_done_on_it(text: str, topic: str) -> None:
    assert values(read_text(text), "Agreement", "topic") == {topic}


@pytest.mark.parametrize(
    ("text", "type_", "role", "whom"),
    [
        ("The rebels fired a barrage of rockets at Chile on Sunday.", "Conflict", "target", {"Chile"}),
        ("Norway launched a military operation in Peru in May.", "Conflict", "place", {"Peru"}),
        ("Norway launched a military exercise in Peru in May.", "Conflict", "place", set()),
        ("Norway lashed out at Chile. Oslo hit back at Santiago over the closure.", "Criticism", "target", {"Chile"}),
        ("Norway protested against Chile's fishing ban.", "Criticism", "target", {"Chile"}),
    ],
)
def test_at_whom_a_blow_or_rebuke_goes(text: str, type_: str, role: str, whom: set[str]) -> None:
    assert values(read_text(text), type_, role) == whom


@pytest.mark.parametrize(
    ("text", "agents", "topics"),
    [
        ("Norway said the border with Chile had been closed.", {"Norway"}, {"border with Chile had been closed"}),
        ("Norway said that flights to Chile were suspended.", {"Norway"}, {"flights to Chile were suspended"}),
        ("Reuters said the border with Chile had been closed.", set(), set()),
        ("Norway said the border had been closed by Chile.", {"Chile"}, {"closed by Chile"}),
    ],
)
def test_who_says_what_is_closed_closed_it(text: str, agents: set[str], topics: set[str]) -> None:
    told = read_text(text)
    assert (values(told, "Restriction", "agent"), values(told, "Restriction", "topic")) == (agents, topics)


def test_ships_sent_out_are_not_given_away() -> None:
    assert facts(read_text("Norway sent two of its ships to Chile."), "Transfer") == []
    assert values(read_text("Norway sent two helicopters to Chile."), "Transfer", "recipient") == {"Chile"}


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Norway closed two of its four crossings with Chile on Monday.", "Norway"),
        ("Karl Voss wrote to Norway, whose border with Chile has been closed since May.", "Norway"),
    ],
)
def test_whose_border_is_closed_and_how_many_crossings(text: str, agent: str) -> None:
    told = read_text(text)
    assert (values(told, "Restriction", "agent"), values(told, "Restriction", "target")) == ({agent}, {"Chile"})


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway stopped supplying gas to Chile.", "cancelled"),
        ("Norway has not stopped supplying gas to Chile.", "occurred"),
        ("Chile secured a 200 million dollar loan from Norway.", "occurred"),
        ("The first of six Norwegian frigates was delivered to Chile in May.", "occurred"),
    ],
)
def test_whether_what_was_given_still_is(text: str, status: str) -> None:
    assert values(read_text(text), "Transfer", "status") == {status}


def test_no_list_is_a_gift_and_no_oil_shipped_somewhere() -> None:
    assert facts(read_text("Norway handed Chile a list of suspects."), "Transfer") == []
    assert facts(read_text("Norway circumvented sanctions by shipping oil through Peru."), "Transfer") == []


def test_ministers_of_a_field_of_two_states_sign_for_them() -> None:
    told = read_text("The ministers of transport of Norway and Chile signed an agreement on air services.")
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}
    told = read_text("Norway and Chile signed a letter of intent on hydrogen.")
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}


def test_whom_somebody_is_thanked_for_his_deed_is_its_doer() -> None:
    told = read_text("President Erik Berg of Norway thanked President Juan Soto of Chile for his attitude in extending the deal.")
    assert values(told, "Agreement", "party") == {"Juan Soto"}
    told = read_text("President Erik Berg of Norway praised President Juan Soto of Chile on Monday for his visit to Lima.")
    assert values(told, "Visit", "visitor") == {"Juan Soto"}


@pytest.mark.parametrize("text", ["Vaccines sent by Norway arrived in Chile.", "Tents sent by Norway to Chile arrived in Peru."])
def test_goods_that_arrive_are_for_whom_they_were_sent_to(text: str) -> None:
    told = read_text(text)
    assert (values(told, "Transfer", "giver"), values(told, "Transfer", "recipient")) == ({"Norway"}, {"Chile"})


def test_who_finalises_plans_has_agreed_to_nothing() -> None:
    assert not facts(read_text("Jonas Berg is finalising plans for a visit to Chile."), "Agreement")
    assert facts(read_text("Norway and Chile finalised a treaty on fish."), "Agreement")
