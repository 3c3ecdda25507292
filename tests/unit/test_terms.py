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
