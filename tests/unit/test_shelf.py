"""Keys of members sort as members do, and rows are as they were put."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.renewal.shelf import article_of, key_of, member_of
from kg.store.shelf import TABLE, Shelf

words = st.text(st.sampled_from("\x00\x01\x02\x03\x04 0123ab"), max_size=4)
named = st.tuples(words, words)


@given(st.lists(named, max_size=8))
def test_keys_sort_as_members_do_and_tell_them(members: list[tuple[str, str]]) -> None:
    assert [member_of(key) for key in sorted(map(key_of, members))] == sorted(members)
    assert [article_of(key_of(m)) for m in members] == [article for article, _ in members]


@pytest.fixture
def shelf() -> Shelf:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.executescript(TABLE)
    return Shelf(db)


def test_rows_are_sorted_by_key(shelf: Shelf) -> None:
    for key in ("b", "c", "a"):
        shelf.add("kind", "block", key, [key, None])
    shelf.add("kind", "other block", "d")
    shelf.add("kind", "block", "c", "anew")
    assert shelf.rows("kind", "block") == [("a", ["a", None]), ("b", ["b", None]), ("c", "anew")]
    assert shelf.first("kind", "block", 1) == [("a", ["a", None])]
    shelf.take("kind", "block", "a")
    assert shelf.keys("kind", "block") == ["b", "c"]
    assert shelf.rows("kind", "other block") == [("d", None)]


def test_a_value_is_what_was_put_last(shelf: Shelf) -> None:
    assert shelf.get("kind", "block") is None
    for value in ({"a": 1}, "later"):
        shelf.put("kind", "block", value)
        assert shelf.get("kind", "block") == value
    shelf.flush()
    assert shelf.get("kind", "block") == "later"
    shelf.put("kind", "block", None)
    shelf.flush()
    assert shelf.get("kind", "block") is None


def test_what_was_not_written_can_be_forgotten(shelf: Shelf) -> None:
    shelf.put("kind", "block", 1)
    shelf.flush()
    shelf.put("kind", "block", 2)
    shelf.add("rows", "block", "a")
    shelf.forget()
    assert shelf.get("kind", "block") == 1
    assert shelf.rows("rows", "block") == []
