"""What is voiced, conveyed and thanked for: parses of courtesies, remarks told by a noun, thanks for condolences."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    "words",
    [
        "The envoy conveyed to Prime Minister Leo Hart best wishes from President Ana Silva.",
        "Jonas Berg extended to Prime Minister Leo Hart warm greetings from President Ana Silva.",
        "The envoy handed to Prime Minister Leo Hart a letter from President Ana Silva.",
    ],
)
def test_who_gets_a_courtesy_may_be_told_before_it(words: str) -> None:
    (message,) = facts(read_text(words), "Message")
    assert (message["sender"], message["recipient"]) == ({"Ana Silva"}, {"Leo Hart"})


def test_who_voices_hope_is_read_through_a_wrong_parse() -> None:
    told = read_text("Emir Tamim Al Dosari met envoys in Lima. The emir voiced hope that the truce would hold.")
    assert values(told, "Statement", "speaker") == {"Tamim Al Dosari"}


def test_hope_that_is_widely_voiced_is_nobodys() -> None:
    assert not facts(read_text("Norway knew of the widely voiced hope that the truce would hold."), "Statement")


def test_remarks_told_by_a_noun_are_a_statement() -> None:
    told = read_text("Asked about remarks by President Jonas Berg that the port would close, Ana Silva laughed.")
    assert values(told, "Statement", "speaker") == {"Jonas Berg"}
    assert values(told, "Statement", "topic") == {"port would close"}


def test_thanks_for_condolences_tell_of_the_condolences() -> None:
    for words in ("sending condolences on the floods", "its message of condolences"):
        (message,) = facts(read_text(f"President Jonas Berg thanked Chile for {words}."), "Message")
        assert (message["sender"], message["recipient"]) == ({"Chile"}, {"Jonas Berg"})
    assert not facts(read_text("President Jonas Berg thanked Chile for sending tents."), "Message")


def test_an_apology_is_a_statement() -> None:
    (said,) = facts(read_text("President Jonas Berg apologised to Chile for the delay."), "Statement")
    assert (said["speaker"], said["addressee"], said["topic"]) == ({"Jonas Berg"}, {"Chile"}, {"delay"})
    assert not facts(read_text("Norway owes Chile an apology."), "Statement")


def test_one_may_be_named_after_it() -> None:
    told = read_text('Three farmers came. "She was very kind," said one, shepherd Karl Voss.')
    assert values(told, "Statement", "speaker") == {"Karl Voss"}


def test_a_thing_may_be_described_by_a_phrase_hung_on_it() -> None:
    told = read_text("President Jonas Berg described the visit as a vivid sign of friendship.")
    assert values(told, "Statement", "speaker") == {"Jonas Berg"}
