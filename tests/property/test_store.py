"""Laws of the store: order, removal and rebuilding do not show in the bytes; any Unicode comes back."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.emit import triples
from kg.model import Article, Claim, Entity, Event, Extraction, Naming, Referent, Report, Resolution, Span
from kg.store import Store
from kg.validate import verify
from tests.worlds import first, resolution, second

letters = st.characters(exclude_categories=["Cs"])


def third() -> Extraction:
    """A copy of the first article under another name, told by nobody known, for a third place in the order."""
    return replace(second(), article=replace(second().article, name="third-3", title=None))


def all_resolved() -> Resolution:
    """The world's resolution with the third article's members beside the second's."""
    plain = resolution()

    def more(known: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
        return known | {("third-3", member): found for (article, member), found in known.items() if article == "other-2"}

    return replace(plain, entity_of=more(dict(plain.entity_of)), event_of=more(dict(plain.event_of)))


def quads(extractions: Sequence[Extraction], found: Resolution) -> list[str]:
    """The graph of a new store that the extractions were put into in this order."""
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(folder, write=True) as store:
            for extraction in extractions:
                store.put(extraction)
            store.load(triples(store.extractions(), found))
        with Store.open(folder) as store:
            return store.quads()


def test_the_order_of_articles_does_not_show() -> None:
    found = all_resolved()
    graphs = {tuple(quads(order, found)) for order in permutations((first(), second(), third()))}
    assert len(graphs) == 1
    lines = {tuple(sorted(set(triples(order, found)))) for order in permutations((first(), second(), third()))}
    assert len(lines) == 1


def test_rebuilding_gives_the_same_bytes(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        for extraction in (second(), first()):
            store.put(extraction)
        store.load(triples(store.extractions(), resolution()))
        before = store.quads()
        store.load(triples(reversed(list(store.extractions())), resolution()))
        assert store.quads() == before


def test_removing_gives_the_graph_that_never_had_it(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        for extraction in (first(), third(), second()):
            store.put(extraction)
        store.load(triples(store.extractions(), all_resolved()))
        assert store.remove("third-3")
        store.load(triples(store.extractions(), resolution()))
        assert store.quads() == quads((first(), second()), resolution())


@st.composite
def article(draw: st.DrawFn) -> Extraction:
    """An article of arbitrary characters with spans anywhere in it."""
    text = draw(st.text(letters, min_size=2, max_size=60))

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    words = draw(st.text(letters, min_size=1, max_size=20))
    where = span()
    referent = Referent("r", "Person", (words,), (Naming(span(), words), Naming(span(), None)))
    claims = (Claim("speaker", span(), referent="r"), Claim("topic", span(), literal=words))
    report = Report("Statement-1", "Statement", "occurred", claims, (), where, draw(st.floats(0, 1)), words)
    source = Article("a", text, title=words, outlet=draw(st.none() | st.just(words)), url=words, known_by={words: words})
    return Extraction(source, (Span(0, len(text)),), (referent,), (report,), words)


@given(article())
@settings(max_examples=15, deadline=None)
def test_any_text_comes_back_from_the_graph_as_it_stands_in_the_article(extraction: Extraction) -> None:
    label = extraction.referents[0].names[0]
    person = Entity("p", "Person", label, (label, label + "!"), (("a", "r"),))
    event = Event("e", "Statement", "", "occurred", (("a", "Statement-1"),))
    found = Resolution((person,), (event,), {("a", "r"): "p"}, {("a", "Statement-1"): "e"})
    with tempfile.TemporaryDirectory() as folder, Store.open(folder, write=True) as store:
        store.put(extraction)
        assert list(store.extractions()) == [extraction]
        store.load(triples(store.extractions(), found))
        assert set(triples([extraction], found)) <= set(store.quads())
        result = verify(store.extractions(), store)
    assert result.violations == ()
    assert result.checked == result.numbers["spans equal"] > 0


@pytest.mark.parametrize("name", ["a/b", "ünïcode 🙂", "x\x00y", "'; DROP TABLE article; --"])
def test_any_name_is_kept(name: str, tmp_path: Path) -> None:
    extraction = replace(first(), article=replace(first().article, name=name))
    with Store.open(tmp_path, write=True) as store:
        assert store.put(extraction)
        assert store.names() == [name]
        assert store.extraction(name) == extraction
        assert store.remove(name)


def test_the_hash_of_all_records_is_that_of_those_that_are_there(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one", write=True) as store:
        none = store._records.digest()
        for extraction in (second(), third(), first()):
            store.put(extraction)
        store.put(replace(second(), extractor="another reader"))
        store.remove("third-3")
        one = store._records.digest()
    with Store.open(tmp_path / "other", write=True) as store:
        assert store._records.digest() == none
        for extraction in (first(), replace(second(), extractor="another reader")):
            store.put(extraction)
        assert store._records.digest() == one != none
        store._records._db.execute("DELETE FROM article WHERE name = ?", (first().article.name,))
        assert store._records.touched() == sorted(e.article.name for e in (first(), second()))
        assert store.put(first())
        assert store._records.digest() == one


def test_records_of_an_earlier_version_are_read_and_written(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        for extraction in (first(), second()):
            store.put(extraction)
        found = store._records.digest()
        for note in ("TRIGGER came", "TRIGGER went", "TRIGGER changed", "TABLE touched", "TABLE whole"):
            store._records._db.execute(f"DROP {note}")
    with Store.open(tmp_path) as store:
        assert store._records.digest() == found
    with Store.open(tmp_path, write=True) as store:
        assert store._records.digest() == found
        store.put(third())
        store.remove("third-3")
        assert store._records.digest() == found
