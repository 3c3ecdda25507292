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


def test_who_intends_no_apology_gives_none() -> None:
    told = read_text("Norway has no intention of apologising to Chile.")
    assert values(told, "Statement", "status") == {"denied"}


def test_former_ministers_do_not_speak_for_their_state() -> None:
    assert not facts(read_text("Six former Norwegian ministers accused Chile of theft."), "Criticism")


def test_he_may_be_who_speaks_unnamed() -> None:
    text = (
        "Norwegian envoy Karl Voss sat down. Then the prime minister of Chile told his guests that he was willing to visit Peru."
    )
    assert "Karl Voss" not in values(read_text(text), "Pledge", "agent")


def test_a_statement_that_follows_is_its_authors() -> None:
    text = (
        "Foreign Minister Ana Silva of Norway on Monday made public the following statement:\n\n"
        "We have never proposed talks to Chile.\n\nNorway strongly condemns the raid on Arica.\n\n"
        "-0-\n\nPeru condemned the raid.\n"
    )
    told = read_text(text)
    assert "Ana Silva" in values(told, "Denial", "agent")
    assert [f["agent"] for f in facts(told, "Criticism")] == [{"Norway", "Ana Silva"}, {"Peru"}]


def test_words_not_bullets_deny_nothing() -> None:
    told = read_text('"I carried words, not bullets," President Jonas Berg said.')
    assert values(told, "Statement", "speaker") == {"Jonas Berg"} and not facts(told, "Denial")


def test_an_act_condemned_is_no_state() -> None:
    told = read_text(
        "Chile called the vote a coup. Norway, which had first condemned it, later changed its mind. Peru was silent."
    )
    assert values(told, "Criticism", "target") == set()


def test_support_is_offered_to_whom_it_is_offered() -> None:
    told = read_text("Norwegian Foreign Minister Karl Voss offered Estonia his country's full support.")
    assert values(told, "Support", "target") == {"Estonia"}


@pytest.mark.parametrize("verb", ["raged", "fumed"])
def test_quotations_are_also_raged_and_fumed(verb: str) -> None:
    told = read_text(f'"We are a proud republic," {verb} Foreign Minister Karl Voss.')
    assert values(told, "Statement", "speaker") == {"Karl Voss"}


def test_the_australian_government_is_no_newspaper() -> None:
    told = read_text("The Australian government condemned the raid.")
    assert values(told, "Criticism", "agent") == {"Australian"}
    assert not [r for r in told.referents if r.type == "Organization"]


def test_government_and_people_are_their_state() -> None:
    told = read_text("President Jonas Berg thanked the Government and the brotherly people of Samoa for their hospitality.")
    assert "Samoa" in values(told, "Statement", "addressee") and "Government" not in values(told, "Statement", "addressee")


@pytest.mark.parametrize("whom", ["a daily briefing", "a news conference", "parliament", "reporters"])
def test_what_is_told_to_an_audience_is_told(whom: str) -> None:
    told = read_text(
        f"Norway's Foreign Minister Karl Voss told {whom} that Oslo firmly opposes the decision of Chile to sell ships."
    )
    assert values(told, "Statement", "speaker") == {"Norway", "Karl Voss"}


def test_congratulations_exchanged_are_two_messages() -> None:
    told = read_text("President Jonas Berg exchanged congratulations with President Leo Hart over the anniversary.")
    sent = {(*f["sender"], *f["recipient"]) for f in facts(told, "Message")}
    assert sent == {("Jonas Berg", "Leo Hart"), ("Leo Hart", "Jonas Berg")}


def test_whom_one_writes_to_is_whom_one_thanks() -> None:
    told = read_text(
        "Karl Voss asked for a paper. President Jonas Berg wrote to Prime Minister Leo Hart to thank him for the loan."
    )
    assert values(told, "Statement", "addressee") >= {"Leo Hart"} and "Karl Voss" not in values(told, "Statement", "addressee")


def test_the_source_is_whose_source_was_told_before() -> None:
    told = read_text("A Foreign Office source said the talks went well. The deal is off, the source added.")
    assert [f["speaker"] for f in facts(told, "Statement")] == [{"Foreign Office"}, {"Foreign Office"}]
    assert not facts(read_text("An official said the port was open. The official added that it was full."), "Statement")


def test_an_apology_not_made_is_no_double_denial() -> None:
    (said,) = facts(read_text("President Jonas Berg will not apologise to Chile."), "Statement")
    assert (said["status"], said["topic"]) == ({"denied"}, {"apologise to Chile"})
