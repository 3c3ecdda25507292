"""Papers that speak, what is only wanted or feared, and whose words a clause is."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    "opening",
    [
        "The Norwegian Trade Ministry said in a statement that the port was safe.",
        "In a statement, the Norwegian Trade Ministry said that the port was safe.",
        "The Norwegian Trade Ministry issued a statement about the port.",
        "A statement released by the Norwegian Trade Ministry said that the port was safe.",
        "The port was safe, according to a statement from the Norwegian Trade Ministry.",
    ],
)
def test_the_statement_is_of_who_issued_it(opening: str) -> None:
    told = read_text(f"{opening} The statement urged Chile to reopen the border.")
    assert {"Norwegian Trade Ministry"} in [f["speaker"] for f in facts(told, "Statement") if "reopen" in str(f["topic"])]


def test_a_joint_statement_is_of_both() -> None:
    told = read_text("A joint ASEAN-NATO statement said that the border would reopen.")
    assert values(told, "Statement", "speaker") == {"ASEAN", "NATO"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway is not interested in dialogue with Chile.",
        "Norway remains open to talks with Chile.",
        "Norway insists on direct talks with Chile.",
        "Norway sees no point in talks with Chile.",
        "Norway showed no interest in a meeting with Chile.",
    ],
)
def test_talks_that_are_only_in_somebodys_mind(text: str) -> None:
    assert facts(read_text(text), "Meeting") == []


@pytest.mark.parametrize(
    "text", ["There were no talks between Norway and Chile.", "There will be no talks of Norway with Chile."]
)
def test_talks_of_which_there_are_none(text: str) -> None:
    assert {s for f in facts(read_text(text), "Meeting") for s in f["status"]} <= {"denied"}


def test_who_is_open_to_talks_says_so() -> None:
    assert values(read_text("Norway remains open to talks with Chile."), "Statement", "speaker") == {"Norway"}


@pytest.mark.parametrize("text", ["Norway is capable of attacking Chile.", "Norway cannot use the base to attack Chile."])
def test_an_attack_that_could_be(text: str) -> None:
    assert facts(read_text(text), "Conflict") == []


def test_a_wish_that_somebody_is_accused_of() -> None:
    told = read_text("Norway accused Chile of wanting to annex the islands. Peru accused Canada of denying the massacre.")
    assert facts(told, "Statement") == []
    assert [(f["agent"], f["status"]) for f in facts(told, "Denial")] == [({"Canada"}, {"alleged"})]


def test_who_only_hears_of_a_fault_is_not_at_fault() -> None:
    told = read_text("Karl Lind told the UN Security Council that the raid was illegal.")
    assert [f.get("target") for f in facts(told, "Criticism")] == [None]
    told = read_text("Karl Lind told the Chilean ambassador that the raid was illegal.")
    assert values(told, "Criticism", "target") == {"Chilean ambassador"}


def test_there_being_no_fault_is_no_criticism() -> None:
    assert facts(read_text("Karl Lind said there was no violation of the treaty."), "Criticism") == []


def test_none_that_will_do_it_promises_nothing() -> None:
    assert facts(read_text("“No Norwegian firm will sign that,” Karl Lind of Norway said."), "Pledge") == []


def test_a_refusal_to_comment_denies_nothing() -> None:
    assert facts(read_text("Karl Lind refused to clarify whether Norway would pay."), "Denial") == []


def test_words_that_a_clause_is_only_credited_to() -> None:
    told = read_text("Eva Berg presented a plan which she said would end the war.")
    assert not [f for f in facts(told, "Statement") if "would end" in str(f["topic"])]
    told = read_text("Eva Berg, who said the plan was useful, left.")
    assert values(told, "Statement", "topic") == {"plan was useful"}


def test_they_who_are_told_something_stay_open() -> None:
    told = read_text("Karl Lind and Eva Berg were told by envoys that they support Chile.")
    assert facts(told, "Support") == []


def test_an_agency_that_quotes_does_not_say_i() -> None:
    told = read_text("“I condemn the raid,” Xinhua quoted President Karl Lind of Norway as saying.")
    assert values(told, "Criticism", "agent") == {"Karl Lind"}


def test_an_invitation_that_is_denied() -> None:
    told = facts(read_text("Norway denied any Chilean invitation to visit Peru."), "Invitation")
    assert [f["status"] for f in told] in ([], [{"denied"}])


@pytest.mark.parametrize(
    "text",
    [
        "Norway notified Peru of its readiness to resume talks with Chile.",
        "Norway received an invitation from Peru to resume talks with Chile.",
    ],
)
def test_talks_that_somebody_is_only_ready_for(text: str) -> None:
    assert facts(read_text(text), "Meeting") == []


def test_what_is_undertaken_is_promised_only_where_it_is_to_be_done() -> None:
    assert facts(read_text("Norway has undertaken a reorganisation of its ministry."), "Pledge") == []
    assert values(read_text("Norway undertook to rebuild the harbour."), "Pledge", "topic") == {"rebuild the harbour"}


def test_a_name_right_before_the_day() -> None:
    told = read_text("Norway Thursday strongly rejected the charges.")
    assert values(told, "Denial", "agent") == {"Norway"}


def test_a_denial_does_not_answer_ones_own_office() -> None:
    text = """The Foreign Office criticised the unwarranted charges in the Chilean statement.

    Spokesperson Karl Lind said Pakistan rejects the charges."""
    told = read_text(f"ISLAMABAD: {text} Pakistan is hot.", dateline="ISLAMABAD")
    assert "Foreign Office" not in values(told, "Denial", "target")


def test_a_charge_that_goes_on_is_told_once() -> None:
    told = read_text("Karl Lind denounced Norway's raids, calling them a violation of the treaty.")
    assert len(facts(told, "Criticism")) == 1


def test_a_statement_that_is_quoted_speaks_of_no_other() -> None:
    told = read_text("“Members reject the regrettable statements from the Chilean minister,” says the statement.")
    assert "Chilean minister" not in values(told, "Statement", "speaker")


def test_a_statement_reads_and_calls_for() -> None:
    text = "Norway's trade ministry issued a statement calling for calm. “No port would be closed,” the statement reads."
    assert values(read_text(text), "Statement", "speaker") == {"Norway's trade ministry"}


def test_a_passive_statement_is_of_who_issued_it() -> None:
    told = read_text("Norway sent a note. A statement condemning the raid was issued by Chile.")
    assert values(told, "Criticism", "agent") == {"Chile"}


def test_what_somebody_continues() -> None:
    assert values(read_text("Karl Lind continued: “We regret that the port is shut.”"), "Statement", "speaker") == {"Karl Lind"}


@pytest.mark.parametrize(
    "text",
    [
        "South Korea's trade ministry called in a Japanese diplomat to lodge a protest.",
        "South Korea's trade ministry called in a senior Japanese official on Tuesday.",
    ],
)
def test_whom_a_ministry_calls_in(text: str) -> None:
    told = facts(read_text(text), "Meeting")
    assert [f["participant"] for f in told] in ([{"South Korea's trade ministry", "Japanese"}],)


def test_rebels_do_not_speak_for_the_state() -> None:
    assert facts(read_text("Rebel leaders in Sudan demanded an apology."), "Statement") == []


def test_the_same_thing_stated_twice() -> None:
    told = read_text("Norway regretted the move, which it continues to regret.")
    assert len(facts(told, "Statement")) == 1


def test_what_is_to_guarantee_peace_is_no_promise() -> None:
    assert facts(read_text("Karl Lind celebrated the deal to guarantee peace."), "Pledge") == []


def test_a_state_does_not_address_its_own_ministry() -> None:
    text = "Norway's trade ministry protested. Norway urged it to reopen the port."
    assert not {"Norway's trade ministry"} & values(read_text(text), "Statement", "addressee")


def test_a_struggle_against_a_blockade_is_no_war() -> None:
    assert facts(read_text("Norway won support for its battle against the blockade."), "Conflict") == []


def test_an_attack_in_words() -> None:
    assert facts(read_text("Karl Lind apologised for his criticism and attacks on Chile."), "Conflict") == []


def test_what_is_neither_confirmed_nor_denied() -> None:
    assert facts(read_text("Norway did not confirm or deny the charges."), "Denial") == []


def test_a_summit_at_which_somebody_accuses() -> None:
    told = read_text("At the Norway-Chile summit in Lima, Karl Lind accused Peru of lying.")
    assert "alleged" not in {s for f in facts(told, "Meeting") for s in f["status"]}


def test_what_somebody_hopes_in_passing() -> None:
    told = read_text("Norway prepares a plan that it hopes will end the war.")
    assert facts(told, "Statement") == []


def test_having_no_comment_says_nothing() -> None:
    assert facts(read_text("Karl Lind said he had no comment."), "Statement") == []


def test_the_account_that_somebody_writes_on_is_no_topic() -> None:
    told = read_text("Karl Lind of Norway expressed gratitude on his Twitter account.")
    assert "Twitter account" not in values(told, "Statement", "topic")


def test_unnamed_officials_are_nobody_named() -> None:
    text = "Premier Karl Lind met Foreign Minister Eva Berg. Two senior Chilean officials told Reuters that talks went on."
    assert values(read_text(text), "Statement", "speaker") == {"Chilean"}


def test_what_it_is_illegal_to_do() -> None:
    told = read_text("It is illegal to normalise ties with Chile under a Peruvian law.")
    assert facts(told, "Agreement") == []


def test_whose_decision_is_backed() -> None:
    told = read_text("Norway supported the decision of NATO to prepare a plan.")
    assert values(told, "Support", "target") == {"NATO"}


def test_criticism_with_a_thing_of_its_own_joins_in_nothing() -> None:
    told = read_text(
        "Chile denounced the talks with Peru. The Norwegian ministry also denounced the exploitation of the incident."
    )
    assert [f["topic"] for f in facts(told, "Criticism") if f["agent"] == {"Norwegian ministry"}] == [
        {"exploitation of the incident"}
    ]


def test_the_press_statement_is_of_who_spoke_before_it() -> None:
    told = read_text(
        "A spokesman for the Norwegian Trade Ministry denounced Chile for its drills. "
        "The press statement said that Peru had invaded Chile."
    )
    assert values(told, "Conflict", "said_by") == {"Norwegian Trade Ministry"}


@pytest.mark.parametrize(
    "text", ["Chile denied Norway the right to fish.", "The junta denied the team of NATO the chance to meet it."]
)
def test_who_is_denied_a_thing(text: str) -> None:
    assert facts(read_text(text), "Denial") == []
