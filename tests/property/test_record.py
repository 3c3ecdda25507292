"""Laws of the record codec, over arbitrary Unicode."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import ENTITY_TYPES, STATUSES, Article, Claim, Extraction, Naming, Referent, Report, Span
from kg.record import decode, encode

letters = st.characters(exclude_categories=["Cs"])
words = st.text(letters, max_size=12)
maybe = st.none() | words
spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
several = st.lists(words, max_size=3).map(tuple)
shares = st.floats(0, 1)
notes = st.dictionaries(words, words, max_size=2)
claims = st.builds(Claim, words, spans, maybe, maybe, st.none() | several, shares, words)
reports = st.builds(
    Report, words, words, st.sampled_from(STATUSES), st.lists(claims, max_size=3).map(tuple), several, spans, shares, words
)
namings = st.lists(st.builds(Naming, spans, maybe), max_size=3).map(tuple)
referents = st.builds(Referent, words, st.sampled_from(ENTITY_TYPES), several, namings, maybe, maybe, maybe, notes)
articles = st.builds(
    Article, words, words, maybe, maybe, maybe, maybe, maybe, maybe, maybe, words, maybe, st.integers(0, 9), notes
)
extractions = st.builds(
    Extraction,
    articles,
    st.lists(spans, max_size=3).map(tuple),
    st.lists(referents, max_size=3).map(tuple),
    st.lists(reports, max_size=2).map(tuple),
    words,
)


@given(extractions)
@settings(max_examples=100, deadline=None)
def test_what_is_encoded_comes_back(extraction: Extraction) -> None:
    assert decode(encode(extraction), extraction.article.text) == extraction


@given(extractions)
@settings(max_examples=50, deadline=None)
def test_same_extraction_same_bytes(extraction: Extraction) -> None:
    body = encode(extraction)
    assert encode(decode(body, extraction.article.text)) == body
