"""Offices told without their state: whose side the holder is on, by guests, hosts, letters, companions and outlets."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article
from tests.reading import ANNOTATOR, names_of, offices, read_text


def of(text: str, person: str, dateline: str | None = None) -> set[str]:
    """Whose office the text tells ``person`` to hold."""
    return {name for who, _, names in offices(read_text(text, dateline=dateline)) if who == person for name in names}


VISIT = "Norwegian Foreign Minister Astrid Holm arrived in Lima on Monday. "


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        ("She is accompanied by Trade Minister Karin Lund.", "Karin Lund", "Norwegian"),
        ("She handed over a letter from Prime Minister Lea Winter.", "Lea Winter", "Norwegian"),
        ("The guest was received by President Jorge Rivas.", "Jorge Rivas", "Peru"),
        ("She handed a letter from the Norwegian king to President Jorge Rivas.", "Jorge Rivas", "Peru"),
    ],
)
def test_the_sides_of_a_visit(text: str, person: str, state: str) -> None:
    told = of(VISIT + "Peru hailed the visit. " + text, person, dateline="Lima")
    assert told == {state} or (state == "Peru" and told == {"Lima"})


def test_who_invites_is_of_the_state_that_is_visited() -> None:
    text = "Norwegian Foreign Minister Astrid Holm began a visit to Peru at the invitation of President Jorge Rivas."
    assert of(text, "Jorge Rivas", dateline="Oslo") == {"Peru"}


def test_a_delegation_is_of_its_leaders_state() -> None:
    text = "Norwegian Foreign Minister Astrid Holm is leading a delegation that includes Trade Minister Karin Lund."
    assert of(text, "Karin Lund", dateline="Lima") == {"Norwegian"}


def test_without_a_dateline_a_minister_is_of_no_state_that_only_stands_near() -> None:
    assert of("Norway objects. Foreign Minister Astrid Holm said the talks failed.", "Astrid Holm") == set()


def test_one_office_of_a_state_is_not_guessed_of_two() -> None:
    text = "Peru was calm when Foreign Minister Astrid Holm spoke on Monday. "
    assert of(text, "Astrid Holm", dateline="Lima") == {"Peru"}
    assert of(f"{text} Foreign Minister Karl Voss was silent.", "Astrid Holm", dateline="Lima") == set()


def test_an_unnamed_holder_is_who_is_named_with_the_office_later() -> None:
    told = read_text("Chile summoned Norway's ambassador. The ambassador, Astrid Holm, did not walk out.")
    assert offices(told) == {("Astrid Holm", "ambassador", frozenset({"Norway"}))}
    assert len(names_of(told, "Person")) == 1


def test_a_previous_holder_held_the_same_office() -> None:
    text = "Baltic Council secretary-general Astrid Holm left. The previous secretary-general, Karl Voss, stayed."
    assert of(text, "Karl Voss", dateline="Lima") == {"Baltic Council"}


def test_his_counterpart_is_that_of_the_subject() -> None:
    text = (
        "Norwegian Foreign Minister Jonas Berg flew to Lima. He met Peruvian President Jorge Rivas, "
        "and then lunched with his counterpart, Rosa Diaz."
    )
    assert ("Rosa Diaz", "Foreign Minister", frozenset({"Peruvian"})) in offices(read_text(text))


def test_an_acronym_may_stand_inside_a_body() -> None:
    text = "They met General Secretary of the Labour Party (LP) Central Committee and President Jorge Rivas."
    assert {title for _, title, _ in offices(read_text(text))} == {"General Secretary", "President"}


def test_host_and_visiting_are_no_part_of_an_office() -> None:
    assert {title for _, title, _ in offices(read_text("Host President Jorge Rivas thanked him."))} == {"President"}


def test_who_is_sent_is_of_who_sends() -> None:
    assert of("Vietnam is sending Vice President Rosa Diaz.", "Rosa Diaz", dateline="Lima") == {"Vietnam"}


def test_a_deputy_is_of_the_body_of_whom_he_stands_in_for() -> None:
    text = "Iraqi Parliament Speaker Ali Hasan was removed; his deputy, Omar Jabir, is acting."
    assert of(text, "Omar Jabir", dateline="Lima") == {"Iraqi Parliament"}


def test_a_minister_who_speaks_at_home_is_of_that_state() -> None:
    text = "Defence Minister Astrid Holm, speaking to reporters in Oslo, said Peru and Norway agreed."
    assert of(text, "Astrid Holm", dateline="Lima") == {"Norway"}


def test_who_is_to_become_envoy_is_none_yet() -> None:
    assert offices(read_text("Karl Voss is leaving to become envoy to Chile.")) == set()


def test_whoever_heads_a_body_may_be_told_by_his_nation() -> None:
    text = "Karl Voss, the Norwegian who heads the Baltic Council, left."
    assert ("Karl Voss", "head", frozenset({"Baltic Council"})) in offices(read_text(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian President Jonas Berg's envoy Karl Voss left.", {("Jonas Berg", "President"), ("Karl Voss", "envoy")}),
        (
            "Trade Minister Jonas Berg and Health Minister Karl Voss of Norway left.",
            {("Jonas Berg", "Trade Minister"), ("Karl Voss", "Health Minister")},
        ),
        ("Karl Voss has headed Norway's presidential guard since 2011.", {("Karl Voss", "head")}),
        ("Karl Voss, who holds the rotating presidency of the African Union, left.", {("Karl Voss", "presidency")}),
        ("Karl Voss, chief of staff of the Norwegian armed forces, left.", {("Karl Voss", "chief of staff")}),
    ],
)
def test_offices_of_several_and_of_bodies(text: str, expected: set[tuple[str, str]]) -> None:
    told = offices(read_text(text))
    assert {(person, title) for person, title, _ in told} == expected
    assert all(names for _, _, names in told)


def test_an_office_after_one_name_is_not_that_of_the_other() -> None:
    told = offices(read_text("Premier Jonas Berg and Karl Voss, then president of Peru, signed the pact."))
    assert ("Jonas Berg", "Premier", frozenset()) in told


def test_their_colleague_is_that_of_the_subjects() -> None:
    text = "Latvian Foreign Minister Ina Ozola met President Jorge Rivas. Their Estonian colleague Tiit Saar stayed home."
    assert "President" not in {title for who, title, _ in offices(read_text(text)) if who == "Tiit Saar"}


@pytest.mark.parametrize(
    ("outlet", "state"), [("The Lima Courier", "Peru"), ("Peruvian Times", "Peru"), ("Morning Courier", None)]
)
def test_the_home_of_an_outlet_is_the_state_that_it_is_called_after(outlet: str, state: str | None) -> None:
    article = Article(name="x", text="Peru waits. Foreign Minister Astrid Holm spoke on Monday.", outlet=outlet)
    told = offices(extract(ANNOTATOR.annotate(article)))
    assert told == {("Astrid Holm", "Foreign Minister", frozenset({state} if state else ()))}


def test_an_agency_abroad_that_tells_of_the_state_it_writes_from() -> None:
    text = "Chile's premier changed Chile's government in Lima. Chile waits. Former Finance Minister Astrid Holm will leave."
    article = Article(name="x", text=text, dateline="SANTIAGO", agency="TASS")
    told = offices(extract(ANNOTATOR.annotate(article)))
    assert ("Astrid Holm", "Former Finance Minister", frozenset({"Chile"})) in told
