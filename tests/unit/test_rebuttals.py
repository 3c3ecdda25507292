"""Denials told beside what they answer: "a charge Oslo denies", "which Oslo denies", "has nothing to do with it"."""

from __future__ import annotations

import pytest

from kg.extract.finish import affirmed
from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    "answer",
    [
        "a charge Norway denies",
        "an accusation Norway has repeatedly denied",
        "allegations Norway rejects",
        "a claim Norway called absurd",
        "a charge rejected by Norway",
        "which Norway denies",
    ],
)
def test_a_charge_denied_beside_it_is_no_part_of_it(answer: str) -> None:
    told = read_text(f"Chile accuses Norway of arming the rebels, {answer}.")
    assert values(told, "Criticism", "topic") == {"arming the rebels"}
    assert values(told, "Denial", "agent") == {"Norway"}
    assert values(told, "Denial", "topic") == {"arming the rebels"}
    assert values(told, "Denial", "said_by") == set()


@pytest.mark.parametrize("aside", ["a charge of ten crowns a head", "a claim Chile repeated", "a man Norway rejects"])
def test_what_is_not_denied_is_no_denial(aside: str) -> None:
    assert not facts(read_text(f"Peru accuses Norway of theft, {aside}."), "Denial")


def test_who_dismisses_a_report_calls_it_untrue() -> None:
    told = read_text(
        "Norway dismissed speculation that President Leo Hart of Chile would put off his trip, calling it groundless."
    )
    assert values(told, "Denial", "agent") == {"Norway"}


@pytest.mark.parametrize("part", ["nothing to do with the raid", "no part in the raid", "no prior knowledge of the raid"])
def test_to_have_no_part_in_it_is_to_deny_it(part: str) -> None:
    assert values(read_text(f"Norway says it had {part}."), "Denial", "agent") == {"Norway"}


def test_to_have_nothing_to_add_denies_nothing() -> None:
    assert not facts(read_text("Norway said it had nothing to add."), "Denial")


def test_an_assurance_of_what_was_not_done_is_a_denial() -> None:
    told = read_text("President Jonas Berg of Norway assured President Leo Hart of Chile that no Norwegian gun had been fired.")
    assert values(told, "Denial", "agent") == {"Jonas Berg"} and not facts(told, "Pledge")


def test_what_would_be_said_is_not_said() -> None:
    assert not facts(read_text("Norway would condemn the drills again."), "Criticism")
    assert values(read_text("Norway will demand an apology from Chile."), "Statement", "status") == {"planned"}


def test_what_we_would_do_is_not_promised() -> None:
    assert not facts(read_text('"We would pay for the port again," said Foreign Minister Ana Silva of Norway.'), "Pledge")
    assert facts(read_text("Foreign Minister Ana Silva of Norway said Oslo would pay for the port."), "Pledge")


def test_it_called_a_name_is_no_state() -> None:
    told = read_text("Norway and Chile closed the strait. Peru regretted the closure and called it a provocation.")
    assert values(told, "Criticism", "target") == set()


def test_what_is_contrary_to_a_report_denies_it() -> None:
    told = read_text(
        "Ambassador Ana Silva of Norway never apologised, contrary to what Chile reported, President Jonas Berg said."
    )
    (denial,) = facts(told, "Denial")
    assert (denial["agent"], denial["target"]) == ({"Jonas Berg"}, {"Chile"})
    assert denial["topic"] == {"Ambassador Ana Silva of Norway never apologised"}


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("We were never expelled from the port", "expelled from the port"),
        ("there was never any deal to sign", "deal to sign"),
        ("No request about the islet was made", "request about the islet was made"),
        ("it hadn't been asked", "been asked"),
        ("nobody from the port called", "nobody from the port called"),
        ("Norway had never left", "Norway had never left"),
        ("it had left the port", "it had left the port"),
        ("no", "no"),
    ],
)
def test_what_is_denied_is_told_without_the_denying_words(words: str, topic: str) -> None:
    assert affirmed(words) == topic


def test_the_topic_of_a_denial_is_what_is_denied() -> None:
    told = read_text('"There was never any deal to sign," Foreign Minister Ana Silva of Norway said.')
    assert values(told, "Denial", "topic") == {"deal to sign"}


def test_who_is_told_by_whom_he_was_asked() -> None:
    told = read_text("Asked by Reuters whether he would go, President Jonas Berg said the port was open.")
    (said,) = facts(told, "Statement")
    assert (said["speaker"], said["addressee"]) == ({"Jonas Berg"}, {"Reuters"})


def test_a_clause_may_stand_after_how_it_was_told() -> None:
    told = read_text("Envoy Karl Voss told us through a relative he was not invited.")
    assert values(told, "Denial", "agent") == {"Karl Voss"}


def test_what_is_only_asked_about_is_not_told() -> None:
    told = read_text("Asked whether he had apologised to Chile, President Jonas Berg said the port was open.")
    assert values(told, "Statement", "topic") == {"port was open"}


def test_who_is_not_ready_promises_nothing() -> None:
    assert not facts(read_text("Norway is not willing to sell ships to Chile."), "Pledge")
    assert facts(read_text("Norway is willing to sell ships to Chile."), "Pledge")


def test_what_only_reports_tell_is_alleged() -> None:
    told = read_text("The office noted reports suggesting that President Jonas Berg rejected the offer of Chile.")
    assert values(told, "Denial", "status") == {"alleged"}


def test_what_an_outlet_reports_is_told() -> None:
    told = read_text("The envoy of Norway rejected the offer of Chile, the agency reported.")
    assert values(told, "Denial", "status") <= {"occurred"}
    told = read_text("Reuters reported that President Jonas Berg rejected the offer of Chile.")
    assert values(told, "Denial", "status") == {"occurred"}


def test_nothing_but_a_trick_denies_nothing() -> None:
    chile = "Chile said the drill was routine. "
    assert not facts(read_text(chile + '"This is nothing but a crafty attempt," President Jonas Berg of Norway said.'), "Denial")
    assert facts(read_text(chile + '"This is nothing of the kind," President Jonas Berg of Norway said.'), "Denial")


def test_what_is_told_beside_an_aside_on_a_denial_is_not_denied() -> None:
    told = read_text("Karl Lind, who has denied backing the rebels, met Minister Eva Berg in Lima, the Foreign Ministry said.")
    assert values(told, "Meeting", "status") == {"occurred"}
