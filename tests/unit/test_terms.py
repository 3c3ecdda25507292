"""Lists, accounts, bans and papers as agencies tell them: who restricts whom, whose deed is condemned, which paper is meant."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    ("text", "agent", "target"),
    [
        ("Norway froze the bank accounts of Karl Voss.", "Norway", "Karl Voss"),
        ("Minister Karl Voss had his assets frozen by Norway.", "Norway", "Karl Voss"),
        ("Karl Voss was added to the Norwegian sanctions list on Friday.", "Norwegian", "Karl Voss"),
        ("Norway has placed Karl Voss on its list of terrorism suspects.", "Norway", "Karl Voss"),
        ("Norway closed the Chilean consulate general in Bergen.", "Norway", "Chilean consulate"),
        ("Norway paused $40m of aid to the Chilean government.", "Norway", "Chilean"),
        ("Norway's curbs on imports of Chilean apples stay in place.", "Norway", "Chilean"),
        ("Ana Silva regretted the expulsion of three Chilean diplomats from Norway.", "Norway", "three Chilean diplomats"),
    ],
)
def test_who_restricts_whom(text: str, agent: str, target: str) -> None:
    (told,) = facts(read_text(text), "Restriction")
    assert (told["agent"], told["target"]) == ({agent}, {target})


@pytest.mark.parametrize(
    "text",
    [
        "Norway added the fjord to its heritage list.",
        "Norway has added three ships to its fleet.",
        "Karl Voss was added to the guest list.",
        "Winter froze the harbour of Lima.",
        "Norway's ban on whaling is popular.",
        "Karl Voss faces criticism from Chile.",
    ],
)
def test_what_is_no_restriction(text: str) -> None:
    assert facts(read_text(text), "Restriction") == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway shut the border on Monday. Chile condemned the move.", "Norway"),
        ("Norway imposed tariffs on Chile. Peru called that decision reckless.", "Norway"),
        ("Norwegian troops shelled Lima. Peru condemned the attack.", "Norwegian troops"),
        ("Norway expelled a Chilean envoy. The expulsion drew criticism from Peru.", "Norway"),
    ],
)
def test_whose_deed_is_condemned(text: str, target: str) -> None:
    assert values(read_text(text), "Criticism", "target") == {target}


def test_nobody_is_told_to_condemn_his_own_deed() -> None:
    told = read_text("Chile shut a port. Norway then imposed sanctions on Peru. Norway condemned the move.")
    assert values(told, "Criticism", "target") == {"Chile"}


def test_what_breaks_a_paper_is_criticised() -> None:
    told = read_text("Norway said Chile had violated the 1992 treaty.")
    assert values(told, "Criticism", "target") == {"Chile"}


def test_what_it_is_called_is_not_said_of_oneself() -> None:
    told = read_text('Norway shut the port. "It is an unfriendly act," Foreign Minister Ana Silva of Chile said.')
    assert values(told, "Criticism", "agent") == {"Ana Silva"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Chile are on the verge of signing a pact on fish.", "planned"),
        ("Norway and Chile are close to concluding a pact on fish.", "planned"),
        ("Norway and Chile signed a pact on fish.", "occurred"),
    ],
)
def test_a_paper_on_the_brink_is_planned(text: str, status: str) -> None:
    assert values(read_text(text), "Agreement", "status") == {status}


def test_a_similar_paper_is_another() -> None:
    told = read_text(
        "Norway and Chile signed a trade agreement in 2020. Norway struck a similar trade agreement with Peru in 2021."
    )
    assert len(facts(told, "Agreement")) == 2


def test_an_agreement_at_talks_is_of_those_who_met() -> None:
    told = read_text("President Jonas Berg met Prime Minister Leo Hart of Chile. It was agreed that the port would reopen.")
    assert values(told, "Agreement", "party") == {"Jonas Berg", "Leo Hart"}


def test_a_raid_is_not_the_war() -> None:
    told = read_text("The war between Norway and Chile erupted in 2020. On Monday a Chilean raid on Oslo killed two.")
    (war,) = [f for f in facts(told, "Conflict") if "2020" in f.get("start", ())]
    assert "target" not in war


def test_other_numbers_are_other_goods() -> None:
    told = read_text("Norway will supply 180 tanks to Chile. Chile has so far received 134 tanks.")
    assert values(told, "Transfer", "status") == {"planned", "occurred"}


def test_what_we_did_the_state_did() -> None:
    told = read_text('"We closed the border with Chile," Foreign Minister Ana Silva of Norway said.')
    assert values(told, "Restriction", "agent") == {"Norway"}


def test_money_is_no_party() -> None:
    told = read_text(
        "Norway and Chile met in Oslo. Norway will pay 7 U.S. cents a litre. The two countries signed a pact on fish."
    )
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}


def test_has_is_not_is() -> None:
    told = read_text("Foreign Minister Ana Silva spoke on Monday. She's accused Chile of financing protesters.")
    assert values(told, "Criticism", "agent") == {"Ana Silva"}


def test_whom_an_offer_is_by_does_not_turn_it_down() -> None:
    told = read_text("Norway has turned down an offer of a truce by Chile.")
    assert (values(told, "Denial", "agent"), facts(told, "Invitation")) == ({"Norway"}, [])


@pytest.mark.parametrize(
    ("text", "agent", "target"),
    [
        ("Chile's ambassador was told to leave Norway within 48 hours.", "Norway", "Chile's ambassador"),
        ("Chilean ships have been banned from Norwegian ports since May.", "Norwegian", "Chilean ships"),
        ("Norwegian sanctions on Chile were lifted in 2016.", "Norwegian", "Chile"),
        ("Minister Karl Voss is under Norwegian sanctions.", "Norwegian", "Karl Voss"),
        ("Norway raised tariffs on Chilean copper to 40 percent.", "Norway", "Chilean"),
        ("Norway turned off the water to Chile.", "Norway", "Chile"),
    ],
)
def test_who_is_kept_out_or_cut_off(text: str, agent: str, target: str) -> None:
    told = read_text(text)
    assert (values(told, "Restriction", "agent"), values(told, "Restriction", "target")) == ({agent}, {target})


@pytest.mark.parametrize(
    "text",
    [
        "Chile's ambassador was told to leave Norway within 48 hours.",
        "Norway gave two Chilean attaches a week to leave the country.",
    ],
)
def test_who_is_told_to_leave_has_not_left(text: str) -> None:
    assert facts(read_text(text), "Departure") == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Norway would sign the treaty if Chile did so.", "Agreement"),
        ("Envoy Ana Silva agreed with Envoy Karl Voss that it was late.", "Agreement"),
        ("Norway expressed its readiness for dialogue with Chile.", "Meeting"),
        ("Norway opened a border post with a parade.", "Restriction"),
    ],
)
def test_what_is_only_thought_of_is_no_fact(text: str, type_: str) -> None:
    assert facts(read_text(text), type_) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway withdrew from the fisheries treaty in 2022.", "cancelled"),
        ("Norway quit the pact in 2022.", "cancelled"),
        ("Norway joined the pact in 2022.", "occurred"),
    ],
)
def test_who_joins_or_leaves_a_paper(text: str, status: str) -> None:
    (told,) = facts(read_text(text), "Agreement")
    assert (told["party"], told["status"]) == ({"Norway"}, {status})


def test_a_paper_is_named_by_itself_and_not_by_when_it_was_reached() -> None:
    assert values(read_text("Under an agreement reached in 2020, Norway pays."), "Agreement", "topic") == {"agreement"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Norway holds Chile responsible for the attack.", "attack"),
        ("Norway held the Chilean government fully accountable for the crash.", "crash"),
        ("Norway said Chile was behind the attack.", "Chile was behind the attack"),
        ("Foreign Minister Ana Silva of Norway said Chile was to blame for the crisis.", "Chile was to blame for the crisis"),
    ],
)
def test_who_is_held_responsible(text: str, topic: str) -> None:
    (told,) = facts(read_text(text), "Criticism")
    assert (told["target"] <= {"Chile", "Chilean"}, told["topic"]) == (True, {topic})


def test_who_is_responsible_for_an_office_is_not_blamed() -> None:
    assert facts(read_text("Norway said Chile was responsible for fish."), "Criticism") == []


def test_a_note_and_its_protest_are_one() -> None:
    (told,) = facts(read_text("Norway sent Chile a note protesting against what it called a raid."), "Criticism")
    assert told["target"] == {"Chile"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("CORRECTION: an earlier post said that Norway had expelled three Chilean diplomats.", "denied"),
        ("A previous version of this story wrongly stated that Norway had expelled three Chilean diplomats.", "denied"),
        ("A report said that Norway had expelled three Chilean diplomats.", "occurred"),
    ],
)
def test_what_the_outlet_takes_back_is_denied(text: str, status: str) -> None:
    assert values(read_text(text), "Restriction", "status") == {status}


def test_what_is_voted_on_is_not_done() -> None:
    assert facts(read_text("Norway held a referendum on annexing Arica."), "Conflict") == []


def test_no_sanctions_are_denied() -> None:
    assert values(read_text("Norway has been under no Chilean sanctions since 2018."), "Restriction", "status") == {"denied"}


def test_its_ministry_is_that_of_the_subject() -> None:
    told = read_text(
        "Chilean Foreign Ministry spokeswoman Ana Silva was angry. Norway rejected the plan on Monday. "
        "Its Foreign Ministry has expelled three Peruvian diplomats."
    )
    (told_of,) = [r for r in told.referents if r.names[0] == "Foreign Ministry"]
    assert told_of.state == next(r.id for r in told.referents if "Norway" in r.names)


def test_the_two_countries_are_those_of_the_story() -> None:
    told = read_text(
        "Norway expelled a Chilean envoy. Chile called in the Norwegian ambassador. Norway said Chile had started it. "
        "Peru and Ghana kept silent. The two countries signed a pact on fish in 2012."
    )
    assert values(told, "Agreement", "party") == {"Norway", "Chile"}


def test_a_deal_of_other_states_is_another() -> None:
    told = read_text(
        "Norway and Chile signed a purchase agreement on Monday. Foreign Minister Ana Silva of Peru spoke of the agreement "
        "reached between Peru and Chile in 2021."
    )
    assert len(facts(told, "Agreement")) == 2


def test_goods_given_by_somebody_reach_whoever_they_arrive_at() -> None:
    told = read_text("The first 408 tonnes of rice donated by Norway arrived in Chile.")
    assert values(told, "Transfer", "recipient") == {"Chile"}


def test_foreign_english_signs_papers_too() -> None:
    told = read_text("It was signed the protocol about fish by Norway and Chile in 2019.")
    assert (values(told, "Agreement", "start"), values(told, "Agreement", "topic")) == ({"2019"}, {"fish"})


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Norwegian and Chilean foreign ministers signed a pact on fish.", {"Norwegian", "Chilean"}),
        (
            "President Jonas Berg of Norway met President Leo Hart of Chile. "
            "The Norwegian and Chilean presidents agreed to wait.",
            {"Jonas Berg", "Leo Hart"},
        ),
    ],
)
def test_ministers_of_two_states_stand_for_them_until_they_are_named(text: str, parties: set[str]) -> None:
    assert values(read_text(text), "Agreement", "party") == parties


def test_what_is_signed_as_it_was_told_before() -> None:
    told = read_text("Minister Ana Silva signed the treaty on fish in May. Minister Karl Voss signed it in June.")
    assert [f["topic"] for f in facts(told, "Agreement") if f["party"] == {"Karl Voss"}] == [{"fish"}]


def test_a_ceasefire_is_dated_by_since_when_it_holds() -> None:
    assert values(read_text("There has been a ceasefire since 4 August 2021."), "Agreement", "start") == {"2021-08-04"}


def test_nobody_is_criticised_for_ones_part() -> None:
    told = read_text("Foreign Minister Ana Silva for her part denounced what she named the Chilean tales.")
    assert values(told, "Criticism", "topic") == {"Chilean tales"}


def test_a_vote_to_condemn_is_a_vote() -> None:
    assert facts(read_text("The UN General Assembly voted to condemn the invasion of Chile."), "Criticism") == []


def test_an_arrest_by_nobody_is_no_restriction() -> None:
    assert facts(read_text("Envoy Karl Voss was detained in Lima."), "Restriction") == []


def test_a_semicolon_parts_what_is_denied_from_what_is_told() -> None:
    told = read_text("Norway blamed Chile for the attack; Chile rejected the accusation.")
    assert (values(told, "Criticism", "status"), values(told, "Denial", "agent")) == ({"occurred"}, {"Chile"})


def test_whose_solidarity_it_is_is_not_what_it_is_about() -> None:
    told = read_text("President Jonas Berg reiterated the solidarity of Norway with Chile.")
    assert (values(told, "Support", "agent"), values(told, "Support", "target")) == ({"Jonas Berg", "Norway"}, {"Chile"})


def test_most_sanctions_are_sanctions() -> None:
    assert values(read_text("Norway lifted most of its sanctions in 2021."), "Restriction", "status") == {"occurred"}


def test_papers_with_one_side_in_common_are_not_one() -> None:
    told = read_text(
        "Norway is violating its trade agreements with Chile, Peru said. Ghana signed a peace treaty with Chile in 1979."
    )
    assert all(f.get("party", set()) != {"Norway", "Chile", "Ghana"} for f in facts(told, "Agreement"))


def test_who_is_taken_to_court_goes_nowhere() -> None:
    assert facts(read_text("Norway will take Chile to the International Court of Justice."), "Visit") == []


def test_his_government_is_his_state() -> None:
    told = read_text("President Jonas Berg of Norway was angry. His government declared Ambassador Karl Voss persona non grata.")
    assert values(told, "Restriction", "agent") == {"Norway"}


def test_a_ban_on_goods_from_somewhere_is_on_who_sends_them() -> None:
    told = read_text("Norway lifted a ban on the import of live cattle from Chile.")
    assert values(told, "Restriction", "target") == {"Chile"}


@pytest.mark.parametrize(
    "text",
    [
        "Three Chilean firms were hit with sanctions by Norway.",
        "The sanctions that Norway imposed on three Chilean firms in 2014 were extended on Monday.",
    ],
)
def test_sanctions_told_by_passives_and_clauses(text: str) -> None:
    (told,) = facts(read_text(text), "Restriction")
    assert (told["agent"], told["target"]) == (
        {"Norway"},
        {"three Chilean firms"} if "in 2014" in text else {"Three Chilean firms"},
    )
