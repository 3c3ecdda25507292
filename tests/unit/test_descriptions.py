"""What the article leaves unnamed: capitals, armies, hosts and guests, offices without a state, occasions told again."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.model import Article
from tests.reading import ANNOTATOR, facts, names_of, offices, read_text, values


def test_a_capital_is_named_by_its_state() -> None:
    told = read_text("Sudanese envoys met in the Sudanese capital on Monday.")
    assert values(told, "Meeting", "place") == {"Sudanese capital"}


def test_the_capital_is_the_place_named_before() -> None:
    told = read_text("Prime Minister Lea Winter landed in Khartoum. Talks followed in the Sudanese capital.")
    assert names_of(told, "Place") == [{"Khartoum"}]


def test_her_spokeswoman_serves_her_state() -> None:
    told = read_text("Danish Foreign Minister Karin Holt arrived in Lima. Her spokeswoman, Ida Brandt, met reporters.")
    assert ("Ida Brandt", "spokeswoman", frozenset({"Danish"})) in offices(told)


def test_an_ambassador_is_of_the_embassy_before() -> None:
    told = read_text("The Embassy of Ghana in Oslo hosted a reception. Ambassador Ama Mensah met Norwegian lawmakers.")
    assert offices(told) == {("Ama Mensah", "Ambassador", frozenset({"Ghana"}))}


def test_a_state_has_one_president() -> None:
    told = read_text("President Jonas Berg arrived in Lima on Monday at the invitation of Peruvian President Jorge Rivas.")
    assert offices(told) == {("Jonas Berg", "President", frozenset()), ("Jorge Rivas", "President", frozenset({"Peruvian"}))}


@pytest.mark.parametrize("sentence", ["President Jonas Berg visited Canada.", "President-elect Rosa Diaz will visit Mexico."])
def test_who_comes_on_a_visit_is_not_given_its_state(sentence: str) -> None:
    assert [of for _, _, of in offices(read_text(sentence))] == [frozenset()]


def test_a_body_may_be_named_by_its_noun_alone() -> None:
    told = read_text("The army denied the report. Norwegian President Jonas Berg met generals.")
    assert values(told, "Denial", "agent") == {"army"}


def test_an_anniversary_is_one_however_told() -> None:
    text = (
        "Norway marked the 50th anniversary of the harbour treaty. The 50th anniversary celebrations of Norway ended on Tuesday."
    )
    assert len(names_of(read_text(text), "Occasion")) == 1


def test_a_list_of_three_meets() -> None:
    told = read_text("President Jonas Berg, Premier Lea Winter and Chancellor Max Huber met in Vienna.")
    assert [f["participant"] for f in facts(told, "Meeting")] == [{"Jonas Berg", "Lea Winter", "Max Huber"}]


def test_who_is_appointed_is_the_holder() -> None:
    told = read_text("Ana Costa was appointed Portugal's ambassador to Chile on Monday.")
    assert names_of(told, "Person") == [{"Ana Costa"}]


def test_a_ministry_of_several_fields() -> None:
    told = read_text("The Ministry of Labour, Migration and Social Protection of Moldova met envoys.")
    assert names_of(told, "Organization") == [{"Ministry of Labour, Migration and Social Protection of Moldova"}]


def test_the_guest_is_who_came() -> None:
    told = read_text(
        "Kenyan President Daniel Mwangi arrived in Oslo. The guest thanked Norway. Norway's king hosted a dinner for the guest."
    )
    assert values(told, "Hosting", "guest") == {"Daniel Mwangi"}


def test_the_headline_names_but_tells_nothing() -> None:
    text = "Berg visits Canada\nPresident Jonas Berg met Kenyan envoys."
    article = Article(name="x", text=text, title="Berg visits Canada", body_start=19, published="2026-05-07")
    told = extract(ANNOTATOR.annotate(article))
    assert {"Jonas Berg", "Berg"} in names_of(told, "Person")
    assert facts(told, "Visit") == []
