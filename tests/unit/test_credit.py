"""Whom the article credits: verbs of saying before and after, "according to", citations, quotations."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.reading import facts, read_text, values

VISITED = "President Jonas Berg visited Canada"


def credited(extraction: Extraction) -> list[str]:
    """The best names of those credited for the visit, in order."""
    names = {r.id: r.names[0] for r in extraction.referents}
    (visit,) = (r for r in extraction.reports if r.type == "Visit")
    return [names[s] for s in visit.said_by]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        (f"{VISITED} on Monday.", []),
        (f"The Norwegian Foreign Ministry said {VISITED} on Monday.", ["Norwegian Foreign Ministry"]),
        (f"{VISITED} on Monday, the Norwegian Foreign Ministry said.", ["Norwegian Foreign Ministry"]),
        (f"Karin Holt told reporters that {VISITED}.", ["Karin Holt"]),
        (f"According to Reuters, {VISITED} on Monday.", ["Reuters"]),
        (f"{VISITED} on Monday, according to the Norwegian Foreign Ministry.", ["Norwegian Foreign Ministry"]),
        (f"As the Norwegian Foreign Ministry announced, {VISITED}.", ["Norwegian Foreign Ministry"]),
        (f'"{VISITED}," Foreign Minister Karin Holt said.', ["Karin Holt"]),
        (f"“{VISITED},” said Foreign Minister Karin Holt.", ["Karin Holt"]),
        (f"Norwegian officials confirmed that {VISITED}.", ["Norwegian"]),
    ],
)
def test_who_says_so(sentence: str, sources: list[str]) -> None:
    assert credited(read_text(sentence)) == sources


@pytest.mark.parametrize(
    "sentence",
    [
        f"Reuters cited the Norwegian Foreign Ministry as saying that {VISITED}.",
        f"Reuters quoted the Norwegian Foreign Ministry as saying {VISITED}.",
        f"Reuters reported that {VISITED}, citing the Norwegian Foreign Ministry.",
    ],
)
def test_the_original_source_comes_before_who_relays_it(sentence: str) -> None:
    assert credited(read_text(sentence)) == ["Norwegian Foreign Ministry", "Reuters"]


def test_who_denies_is_credited_for_what_is_denied() -> None:
    assert credited(read_text(f"Norway denied that {VISITED}.")) == ["Norway"]


def test_unnamed_sources_are_nobody() -> None:
    assert credited(read_text(f"Observers said {VISITED}.")) == []


def test_whose_allegation_is_denied_is_credited_for_it() -> None:
    text = "There was speculation that Norway has supplied tanks to Chile. Norway has denied such claims made by Canada."
    extraction = read_text(text)
    names = {r.id: r.names[0] for r in extraction.referents}
    (transfer,) = (r for r in extraction.reports if r.type == "Transfer")
    assert (transfer.status, [names[s] for s in transfer.said_by]) == ("alleged", ["Canada"])


def test_a_departure_that_the_outlet_tells_makes_the_visit_its_own_word() -> None:
    told = read_text(
        "Norway said that Chile's Foreign Minister Ana Silva had gone to Lima to seek rifles. Silva left the Peruvian capital on "
        "Monday after a stay of three days."
    )
    assert [f["said_by"] for f in facts(told, "Visit")] == [set()]


def test_a_caption_is_the_word_of_who_released_the_picture() -> None:
    told = read_text("President Karl Lind lays a wreath in this photo released by the Norwegian News Agency.")
    assert values(told, "Tribute", "said_by") == {"Norwegian News Agency"}


def test_who_says_so_may_stand_at_the_end_of_a_list() -> None:
    told = read_text(
        "The first who presented his letters was Japanese ambassador Ken Mori, followed by Samira Lahlou, of Morocco; "
        "Juan Diaz, of Peru; and Karl Lind, of Norway, the presidency said in a statement."
    )
    assert values(told, "Appointment", "said_by") == {"presidency"}
    assert not facts(told, "Statement")


def test_who_is_told_to_act_in_a_list_does_not_say_the_rest() -> None:
    told = read_text("Karl Lind met Eva Berg in Lima, and the ministry said the pact was dead.")
    assert values(told, "Meeting", "said_by") == set()


def test_a_press_service_of_somebody_unnamed_is_a_source() -> None:
    told = read_text("Karl Lind met Eva Berg in Lima on Monday, the lower house's press service told TASS later.")
    assert values(told, "Meeting", "said_by") == {"press service"}
