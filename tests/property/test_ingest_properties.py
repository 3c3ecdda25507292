"""What holds of ingest for any input: it never raises, its text is stable, and its offsets lie in its text."""

from __future__ import annotations

import io
import json
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.config import Settings
from kg.ingest import read
from kg.ingest.dates import full_date, given_date
from kg.ingest.decode import NotTextError, decode, normalise
from kg.ingest.draft import Draft
from kg.ingest.naming import name_drafts
from kg.model import Article, Issue

ENDINGS = (".txt", ".md", ".html", ".json", ".jsonl", ".zip", ".tar", ".tar.gz", ".tgz")
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=400)  # lone surrogates too
PIECES = st.sampled_from(
    [
        "date 2023-01-02",
        "NORTOWN, Jan 2 (NWA) --",
        "By Ann Quill",
        "\n",
        "\n\n",
        " ",
        "Envoy lands.",
        "(NWA)",
        "Monday",
        "2 January 2023",
        ":",
        "/NWA/.",
        "—",
    ]
)
HEADERS = st.lists(PIECES | st.text(max_size=20), max_size=25).map(" ".join)


def read_bytes(data: bytes, ending: str) -> Sequence[Article | Issue]:
    """What one file with these bytes gives."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(data)
        return list(read([str(path)], Settings(max_bytes=100_000)))


@given(data=st.binary(max_size=600), ending=st.sampled_from(ENDINGS))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_articles_or_issues(data: bytes, ending: str) -> None:
    for item in read_bytes(data, ending):
        if isinstance(item, Issue):
            assert (item.kind and item.message and item.where.endswith(ending)) or ":" in item.where or "#" in item.where
        else:
            assert item.text == normalise(item.text)
            assert 0 <= item.body_start <= len(item.text)


@given(text=ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_normalised_text_is_stable_and_can_be_stored(text: str) -> None:
    stored = normalise(text)
    assert normalise(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert stored.encode("utf-8").decode("utf-8") == stored
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in stored)


@given(text=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")) | st.sampled_from("\n “”’–—"), min_size=1))
@settings(max_examples=200, deadline=None)
def test_a_text_in_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(("ab " + text).encode("utf-8")) == "ab " + text


@given(
    text=st.text(st.sampled_from("abcdefgh ABC,.\n“”éščдж"), min_size=8),
    coding=st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
)
@settings(max_examples=100, deadline=None)
def test_marked_encodings_come_back_as_they_were(text: str, coding: str) -> None:
    assert decode(text.encode(coding)) == text


@given(data=st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_decode_gives_text_or_says_why_not(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except NotTextError as error:
        assert error.kind in {"binary", "undecodable"}


@given(text=HEADERS | ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_headers_lie_in_their_text(text: str) -> None:
    items = list(read(["-"], Settings(), io.BytesIO(text.encode("utf-8", "surrogatepass"))))
    for article in (item for item in items if isinstance(item, Article)):
        assert 0 <= article.body_start <= len(article.text)
        assert set(article.known_by) == {"title", "outlet", "published", "dateline", "byline", "agency"}
        assert set(article.known_by.values()) <= {"metadata", "first line", "dateline", "text", "none"}
        flat = " ".join(article.text.split())
        for field in ("title", "outlet", "dateline", "byline", "agency"):
            value = getattr(article, field)
            assert (value is None) == (article.known_by[field] == "none")
            assert value is None or value in flat
        assert article.published is None or given_date(article.published) == article.published


TAGS = st.sampled_from(
    "<html> <p> </p> <div > <script> </script> <!-- --> <![CDATA[ &#x0; &lt; <meta charset= <svg> # --- [a](b) **".split()
)


@given(parts=st.lists(TAGS | st.text(max_size=12), max_size=30))
@settings(max_examples=150, deadline=None)
def test_any_markup_gives_an_article_or_an_issue(parts: list[str]) -> None:
    for ending in (".html", ".md"):
        assert len(read_bytes("".join(["<p>", *parts]).encode("utf-8", "surrogatepass"), ending)) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@graph",
                    "@id",
                    "headline",
                    "articleBody",
                    "bodies",
                    "value",
                    "text",
                    "date",
                    "publisher",
                    "name",
                    "url",
                    "id",
                    "author",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(value=JSON)
@settings(max_examples=300, deadline=None)
def test_any_json_gives_articles_or_issues(value: object) -> None:
    items = read_bytes(json.dumps(value).encode("ascii"), ".json")
    assert items
    for item in items:
        if isinstance(item, Article):
            assert item.text.encode("utf-8")
            assert item.url is None or item.url.startswith("http")


@given(text=st.text(max_size=60))
def test_dates_found_are_in_the_calendar(text: str) -> None:
    found = full_date(text)
    assert found is None or given_date(found.iso) == found.iso


DRAFTS = st.lists(
    st.builds(
        Draft,
        where=st.text("xyz", min_size=1, max_size=3),
        parent=st.sampled_from(["a", "b", "a-c"]),
        stem=st.sampled_from(["n", "c-n", "a-n", "b"]),
        text=st.sampled_from(["one", "two", "three"]),
        given=st.just({}),
    ),
    max_size=8,
)


@given(drafts=DRAFTS, data=st.data())
@settings(max_examples=300, deadline=None)
def test_names_are_unique_and_independent_of_order(drafts: list[Draft], data: st.DataObject) -> None:
    named = name_drafts(drafts)
    assert len({name for name, _ in named}) == len(named)
    assert {(d.stem, d.text) for _, d in named} == {(d.stem, d.text) for d in drafts}
    shuffled = data.draw(st.permutations(drafts))
    assert {(n, d.text, d.where) for n, d in name_drafts(shuffled)} == {(n, d.text, d.where) for n, d in named}
