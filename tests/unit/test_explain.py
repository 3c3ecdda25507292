"""What is said of a thing, and why it is one thing."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.explain import explain
from kg.model import Article, Claim, Entity, Event, Extraction, Merge, Naming, Referent, Report, Resolution, Span

TEXT = "Ada Vale arrived in Port Orel on Monday. Norland's agency said Vale would stay."


def span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


def extraction(name: str, published: str) -> Extraction:
    vale = Referent("vale", "Person", ("Ada Vale", "Vale"), (Naming(span("Ada Vale"), "Ada Vale"),))
    port = Referent("port", "Place", ("Port Orel",), (Naming(span("Port Orel"), "Port Orel"),))
    agency = Referent("agency", "Organization", ("Norland's agency",), ())
    claims = (
        Claim("visitor", span("Ada Vale"), referent="vale"),
        Claim("destination", span("Port Orel"), referent="port", said_by=("agency",), confidence=0.5),
        Claim("start", span("Monday"), literal="2024-03-04"),
    )
    report = Report("r1", "Arrival", "occurred", claims, (), span("arrived in Port Orel"), 0.9, "arrive")
    article = Article(name, TEXT, outlet="The Orel Times", published=published)
    sentences = (Span(0, 40), Span(41, len(TEXT)))
    return Extraction(article, sentences, (vale, port, agency), (report,), "test")


RECORDS = [extraction("b", "2024-03-05"), extraction("a", "2024-03-06")]
MERGE = Merge(("a", "vale"), ("b", "vale"), "full-name", "both articles write the full name")
TOLD = Merge(("a", "r1"), ("b", "r1"), "same-day", "same visitor, place and day")
RESOLUTION = Resolution(
    entities=(
        Entity("vale-1", "Person", "Ada Vale", ("Ada Vale", "Vale"), (("a", "vale"), ("b", "vale")), merges=(MERGE,)),
        Entity("port-orel-1", "Place", "Port Orel", ("Port Orel",), (("a", "port"), ("b", "port"))),
    ),
    events=(
        Event("arrival-1", "Arrival", "Ada Vale arrives in Port Orel", "occurred", (("a", "r1"), ("b", "r1")), merges=(TOLD,)),
    ),
    entity_of={(n, r): i for n in "ab" for r, i in (("vale", "vale-1"), ("port", "port-orel-1"))},
    event_of={("a", "r1"): "arrival-1", ("b", "r1"): "arrival-1"},
)


@pytest.mark.parametrize(
    "wanted", ["https://w3id.org/attache/id/vale-1", "<https://w3id.org/attache/id/vale-1>", "id:vale-1", "vale-1", "vale"]
)
def test_a_thing_is_found_by_iri_and_by_any_name(wanted: str) -> None:
    assert [e.iri for e in explain(RECORDS, RESOLUTION, wanted)] == ["https://w3id.org/attache/id/vale-1"]


def test_the_claims_about_an_entity_come_by_date_with_their_words_and_source() -> None:
    [found] = explain(RECORDS, RESOLUTION, "Port Orel")
    assert [c.article for c in found.claims] == ["b", "a"]
    claim = found.claims[0]
    assert (claim.role, claim.value, claim.quote) == ("destination", "Port Orel", "Port Orel")
    assert claim.sentence == "Ada Vale arrived in Port Orel on Monday."
    assert TEXT[claim.start : claim.end] == claim.quote
    assert (claim.outlet, claim.published, claim.said_by) == ("The Orel Times", "2024-03-05", ("Norland's agency",))
    assert claim.confidence == 0.5


def test_an_event_tells_all_its_roles_and_why_its_tellings_are_one() -> None:
    [found] = explain(RECORDS, RESOLUTION, "ev:arrival-1")
    assert found.iri == "https://w3id.org/attache/event/arrival-1"
    assert {(c.role, c.value) for c in found.claims} == {
        ("visitor", "Ada Vale"),
        ("destination", "Port Orel"),
        ("start", "2024-03-04"),
    }
    [merge] = found.merges
    assert merge.because == "same visitor, place and day"
    assert merge.left == "“arrived in Port Orel” (a)"


def test_an_entity_tells_why_its_names_are_one() -> None:
    [merge] = explain(RECORDS, RESOLUTION, "vale-1")[0].merges
    assert (merge.left, merge.right, merge.rule) == ("Ada Vale (a)", "Ada Vale (b)", "full-name")


def test_the_order_of_the_records_does_not_matter() -> None:
    assert explain(RECORDS, RESOLUTION, "vale") == explain(RECORDS[::-1], RESOLUTION, "vale")


def test_an_unknown_name_is_refused_with_what_comes_near() -> None:
    with pytest.raises(UsageError) as caught:
        explain(RECORDS, RESOLUTION, "Orel")
    assert "Port Orel" in caught.value.hint
