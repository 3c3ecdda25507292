"""The laws of reading: no text breaks it, every span lies in the text, the same text gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.extract.frames import all_frames
from kg.model import STATUSES, Annotation, Article, Extraction, Span
from kg.record import encode
from tests.reading import ANNOTATOR

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [frame.example for frame in all_frames()]

# Words that the grammars look for, and what breaks grammars: quotes, brackets, dashes, line breaks, signs outside the plane.
PIECES = [
    *"Norway the Norwegian foreign minister Foreign Minister President Ana Silva his counterpart al-Sabri von der Heide".split(),
    *"delegation led by of to in for and visited met said denied that who".split(),
    *", . ; : ' 's ’s \" “ ” ‘ ( ) [ ] — – - / … ! ? % $".split(),
    *"Monday yesterday 3 May 2026 until three-day 12-member U.S. UN KCNA (SPC) Mr. H.E. Dr. St. O'Brien Moscow".split(),
    *"\n \n\n \t \r\n \u00a0 \u2028 \u200b \ufeff \u0301".split(" "),
    *"é ñ Đ ı İ ß 北京 Москва عمان 🇳🇴 👩‍⚖️ 𝒜 \x00 \ud7ff".split(" "),
    "The two sides",
    "according to",
    "Secretary General",
    "the North's ruling Workers' Party",
    "the city of",
]
pieced = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda words: st.sampled_from([" ", "", "\n"]).map(lambda joint: joint.join(words))
)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
quiet = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_both(article: Article) -> tuple[Annotation, Extraction]:
    """The annotation and the extraction of an article."""
    annotation = ANNOTATOR.annotate(article)
    return annotation, extract(annotation)


def spans_of(annotation: Annotation, extraction: Extraction) -> list[Span]:
    """Every span that reading an article gives."""
    spans = [Span(t.start, t.end) for t in annotation.tokens]
    spans += [s.span for s in annotation.sentences] + [t.span for t in annotation.times]
    for mention in annotation.mentions:
        spans += [mention.span, *(o.span for o in mention.offices), *(s for o in mention.offices for s in o.of)]
    spans += [n.span for r in extraction.referents for n in r.namings] + list(extraction.sentences)
    return spans + [s for r in extraction.reports for s in (r.evidence, *(c.evidence for c in r.claims))]


def check(article: Article) -> None:
    """Hold that one reading is sound and a second one equal."""
    annotation, extraction = read_both(article)
    text = article.text
    assert all(0 <= s.start < s.end <= len(text) for s in spans_of(annotation, extraction))
    assert all(text[t.start : t.end] == t.text for t in annotation.tokens)
    check_records(extraction)
    assert encode(read_both(article)[1]) == encode(extraction)


def check_records(extraction: Extraction) -> None:
    """Hold that ids are unique, values are referents or texts of their own, and names stand where they are said to stand."""
    ids = {r.id for r in extraction.referents}
    assert len(ids) == len(extraction.referents)
    assert len({r.id for r in extraction.reports}) == len(extraction.reports)
    for referent in extraction.referents:
        assert referent.names and referent.state in {None, *ids}
        told = {" ".join(n.span.slice(extraction.article.text).split()) for n in referent.namings if n.form}
        assert {n.form for n in referent.namings if n.form} <= told
    for report in extraction.reports:
        assert report.status in STATUSES and set(report.said_by) <= ids and 0 < report.confidence <= 1
        assert all((c.referent in ids) != bool(c.literal) for c in report.claims)


@given(pieced, st.sampled_from([None, "2026-05-07"]))
@settings(quiet, max_examples=150)
def test_no_text_of_the_field_breaks_reading(text: str, published: str | None) -> None:
    check(Article(name="x", text=text, published=published))


@given(anything)
@settings(quiet, max_examples=100)
def test_no_text_breaks_reading(text: str) -> None:
    check(Article(name="x", text=text, published="2026-05-07"))


@given(st.lists(st.sampled_from(EXAMPLES), min_size=2, max_size=12), st.sampled_from([" ", "\n\n"]), st.integers(0, 40))
@settings(quiet, max_examples=40)
def test_examples_in_any_order_are_an_article(sentences: list[str], joint: str, start: int) -> None:
    text = joint.join(sentences)
    check(Article(name="x", text=text, published="2026-05-07", dateline="Oslo", body_start=min(start, len(text))))


def test_all_examples_in_one_article() -> None:
    shuffled = list(EXAMPLES)
    Random(7).shuffle(shuffled)
    check(Article(name="x", text="\n\n".join(shuffled), published="2026-05-07"))


PRINT = """
import hashlib
from kg.annotate import Annotator
from kg.config import Settings
from kg.extract import extract
from kg.ingest import read
from kg.model import Article
from kg.record import encode
annotator = Annotator(Settings().pipeline)
articles = [article for article in read(["seeds"], Settings()) if isinstance(article, Article)]
for article in articles[::2]:
    print(article.name, hashlib.sha256(encode(extract(annotator.annotate(article))).encode()).hexdigest())
"""


def test_the_hash_seed_changes_no_byte() -> None:
    """Every second seed article, read in two processes at once that order their sets in different ways."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", PRINT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "4711")
    ]
    (first, wrong), (second, wrong_too) = [process.communicate() for process in started]
    assert first.count("\n") >= 8, wrong + wrong_too
    assert first == second
