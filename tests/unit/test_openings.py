"""Sentences that open with where something is: the names behind the comma are who acts, and no further places."""

from __future__ import annotations

import pytest

from tests.reading import facts, read_text, values


@pytest.mark.parametrize(
    ("text", "parties", "place"),
    [
        ("At a summit in Oslo, Ghana and Peru signed a treaty.", {"Ghana", "Peru"}, {"Oslo"}),
        ("During talks in New Delhi, Ghana and Peru agreed to plant trees.", {"Ghana", "Peru"}, {"New Delhi"}),
        ("At a ceremony in Lima, Premier Ana Paz and President Ola Ruto signed a pact.", {"Ana Paz", "Ola Ruto"}, {"Lima"}),
    ],
)
def test_who_agrees_is_no_place(text: str, parties: set[str], place: set[str]) -> None:
    told = read_text(text)
    assert values(told, "Agreement", "party") == parties
    assert values(told, "Agreement", "place") == place


@pytest.mark.parametrize(
    "text",
    [
        "At the meeting in Munich, Karl Lind and Eva Berg strongly denounced Peru's blockade.",
        "Speaking in Munich, Karl Lind and Eva Berg denounced Peru's blockade.",
    ],
)
def test_who_speaks_behind_the_opening(text: str) -> None:
    assert values(read_text(text), "Criticism", "agent") == {"Karl Lind", "Eva Berg"}


@pytest.mark.parametrize(
    "text",
    [
        "In talks with Karl Lind, Eva Berg and Ola Ruto, Premier Ana Paz praised the deal.",
        "In Oslo, Lima and Rome, the ministers signed a treaty.",
    ],
)
def test_a_list_with_its_own_subject_behind_stays_one(text: str) -> None:
    told = read_text(text)
    assert not {"Eva Berg", "Ola Ruto"} & values(told, "Statement", "speaker")
    assert not {"Lima", "Rome"} & values(told, "Agreement", "party")


@pytest.mark.parametrize(
    "text",
    [
        "Karl Lind called for talks with President Ola Ruto.",
        "Karl Lind sought a meeting with President Ola Ruto.",
        "Karl Lind wrote to Oslo, asking for a telephone conversation with Ola Ruto.",
        "Karl Lind asked for a round of talks with Ola Ruto.",
        "Karl Lind asked for a visit to Lima.",
    ],
)
def test_what_is_only_asked_for_does_not_take_place(text: str) -> None:
    told = read_text(text)
    assert not [fact for type_ in ("Meeting", "Visit") for fact in facts(told, type_)]


def test_what_is_proposed_is_planned() -> None:
    told = read_text("Karl Lind proposed a meeting with President Ola Ruto.")
    assert values(told, "Meeting", "status") == {"planned"}


def test_what_may_not_be_sold_is_not_sold() -> None:
    assert not facts(read_text("Norway considers easing curbs on selling arms to Peru."), "Transfer")


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("The Peruvian envoy was summoned by Norway to protest the arrest.", {"Norway"}),
        ("The Peruvian envoy was summoned to protest the arrest.", set()),
        ("Norway summoned the Peruvian envoy to protest the arrest.", {"Norway"}),
    ],
)
def test_who_summons_is_who_protests(text: str, agents: set[str]) -> None:
    assert values(read_text(text), "Criticism", "agent") == agents


def test_what_one_says_by_the_way_is_no_statement() -> None:
    told = read_text("The Norwegian embassy voiced anger at what it said was an intrusion by Peruvian ships.")
    assert not any("intrusion" in topic for topic in values(told, "Statement", "topic"))


def test_with_nobody_named_no_other_side_is_filled_in() -> None:
    told = read_text("Norway and Peru are friends. Norway is discussing the plan with the plaintiffs. Peru is near.")
    assert "Peru" not in values(told, "Meeting", "participant")


def test_what_is_named_after_a_capital_is_not_its_states() -> None:
    told = read_text("The Lima Accord was endorsed by Egypt in May.")
    assert not values(told, "Support", "target")


def test_its_means_whose_the_first_is() -> None:
    assert values(read_text("Norway supports Peru's plans and its role in trade."), "Support", "target") == {"Peru"}


def test_views_are_exchanged_on_a_question() -> None:
    told = read_text("Foreign Ministers Karl Lind and Eva Berg came. Lind and Berg exchanged views on how Peru could trade.")
    assert values(told, "Meeting", "participant") == {"Karl Lind", "Eva Berg"}


@pytest.mark.parametrize(
    "text",
    [
        "Karl Lind will join Premier Eva Berg for talks with Ola Ruto on Wednesday.",
        "Karl Lind welcomed the talks between Ola Ruto and Eva Berg set to take place in May.",
    ],
)
def test_talks_still_ahead_are_planned(text: str) -> None:
    assert values(read_text(text), "Meeting", "status") <= {"planned"}


def test_tomorrows_visit_is_planned() -> None:
    told = read_text("Karl Lind says tomorrow's visit to Peru by President Ola Ruto of Kenya is welcome.")
    assert values(told, "Visit", "status") <= {"planned"}


def test_what_is_tried_is_not_done() -> None:
    told = read_text("Police stormed the Kenyan embassy in a bid to arrest Karl Lind.")
    assert not facts(told, "Restriction")


def test_ties_that_are_ended() -> None:
    told = read_text("Norway ended diplomatic ties with Peru on Monday.")
    assert values(told, "Restriction", "target") == {"Peru"}


def test_what_is_said_at_other_talks_is_not_said_to_who_was_met_before() -> None:
    told = read_text(
        "Norwegian envoy Karl Lind met Premier Eva Berg on Monday. During a meeting with the Tamil leaders, Lind reaffirmed "
        "Norway's commitment to peace."
    )
    spoken = [fact for type_ in ("Statement", "Pledge", "Support") for fact in facts(told, type_)]
    assert not any("Eva Berg" in fact.get("addressee", set()) | fact.get("target", set()) for fact in spoken)


def test_it_is_the_state_whose_minister_tells_it() -> None:
    told = read_text(
        "Norway and Peru have expelled envoys. Norway's Foreign Minister Eva Berg announced on Monday that it declared Peru's "
        "consul Juan Diaz persona non grata."
    )
    assert {"Norway"} in [fact["agent"] for fact in facts(told, "Restriction") if "Juan Diaz" in fact.get("target", set())]


def test_talks_that_are_undertaken_are_no_pledge() -> None:
    assert not facts(read_text("Norway's Karl Lind undertook useful discussions with Peru."), "Pledge")
    assert facts(read_text("Norway undertook to help Peru rebuild the port."), "Pledge")


def test_the_secretary_of_state_is_who_was_named_so() -> None:
    told = read_text("Eva Berg welcomed U.S. Secretary of State Karl Lind. The Secretary of State said talks were over.")
    assert values(told, "Statement", "speaker") == {"Karl Lind"}
