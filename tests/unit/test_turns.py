"""Interviews and transcripts: labelled paragraphs are their speaker's words."""

from __future__ import annotations

from kg.extract import extract
from kg.model import Article, Extraction
from tests.reading import ANNOTATOR, read_text

INTERVIEW = """Five minutes with Carl Wood

Carl Wood was Norway's envoy to Chile for nine years.

Q. Was there a dispute in the end?

A. The minister expelled Ambassador Karl Voss over the drone.
"""
TRANSCRIPT = """Foreign Minister Ana Silva answered questions on Monday.

SILVA: I visited Chile in May.

MODERATOR: Norway expelled Ambassador Karl Voss.
"""


def credited(extraction: Extraction, type_: str) -> list[tuple[str, ...]]:
    """Who is credited for the reports of a type."""
    return [r.said_by for r in extraction.reports if r.type == type_]


def test_an_answer_is_told_by_the_guest() -> None:
    """ "A." opens the words of the person that the piece names first."""
    assert credited(read_text(INTERVIEW), "Restriction") == [("person-carl-wood",)]


def test_a_label_in_capitals_names_the_speaker() -> None:
    """ "I" after "SILVA:" is the minister; a label that names nobody credits nobody."""
    extraction = read_text(TRANSCRIPT)
    visits = [r for r in extraction.reports if r.type == "Visit"]
    assert [c.referent for r in visits for c in r.claims if c.role == "visitor"] == ["person-ana-silva"]
    assert credited(extraction, "Restriction") == [()]


def test_the_headline_of_an_interview_names_the_guest() -> None:
    """ "Five minutes with… X": the guest whom the text names no other way."""
    title = "Five Minutes With… Hernando Vildosola"
    text = f"{title}\n\nNow retired, the envoy talks to Ana Silva.\n\nQ. Were you asked?\n\nA. No. Never.\n"
    article = Article(name="test", text=text, title=title, body_start=len(title) + 2)
    told = extract(ANNOTATOR.annotate(article), least=0.0)
    agents = [c.referent for r in told.reports if r.type == "Denial" for c in r.claims if c.role == "agent"]
    assert agents == ["person-hernando-vildosola"]


PRESS = """Ana Silva left office in March and spoke to the Herald about Peru.

Herald: Did Peru ask you to leave the hall?

Ana Silva: That is not true. I went out to telephone.

Herald: You were approached to go as an envoy.

Silva: By whom? No. There was no such offer.
"""


def test_a_denial_in_an_answer_denies_what_was_asked() -> None:
    """Who mostly asks, puts the questions; "That is not true" and a "No" that stands alone answer them."""
    told = [r for r in read_text(PRESS).reports if r.type == "Denial"]
    assert {c.referent for r in told for c in r.claims if c.role == "agent"} == {"person-ana-silva"}
    topics = [c.literal for r in told for c in r.claims if c.role == "topic"]
    assert topics[:2] == ["Did Peru ask you to leave the hall", "You were approached to go as an envoy"]
