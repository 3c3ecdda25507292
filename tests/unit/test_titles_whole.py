"""Titles as they are told: the seat in a body, a minister's matter, words of the time left out, nobody's by a tag of speech."""

from __future__ import annotations

import pytest

from tests.reading import offices, read_text


@pytest.mark.parametrize(
    ("sentence", "person", "title", "of"),
    [
        ("The ship's commanding officer, Captain Karl Lind, left.", "Karl Lind", "commanding officer", None),
        (
            "Karl Lind, a Peru Reform Party Politburo member, left.",
            "Karl Lind",
            "Politburo member",
            "Peru Reform Party Politburo",
        ),
        (
            "Karl Lind, a member of the Council of Ministers, left.",
            "Karl Lind",
            "member of the Council of Ministers",
            "Council of Ministers",
        ),
        ("European Parliament member Karl Lind left.", "Karl Lind", "European Parliament member", "European Parliament"),
        (
            "Karl Lind, a member of the Standing Committee of the Reform Party, left.",
            "Karl Lind",
            "member of the Standing Committee",
            "Standing Committee of the Reform Party",
        ),
        ("Karl Lind, Minister of State for Harbour Growth has left.", "Karl Lind", "Minister of State for Harbour Growth", None),
        ("Karl Lind, Minister for River Trade of Norway, left.", "Karl Lind", "Minister for River Trade", "Norway"),
        ("Norway's then prime minister, Karl Lind, left.", "Karl Lind", "prime minister", "Norway"),
        ("Karl Lind, then-president of Chile, left.", "Karl Lind", "president", "Chile"),
        ("The previous Chilean consul, Karl Lind, left.", "Karl Lind", "former consul", "Chilean"),
        ("The envoy met congress chairman Karl Lind.", "Karl Lind", "congress chairman", None),
        ("The national assembly speaker, Karl Lind, left.", "Karl Lind", "national assembly speaker", None),
        ("Norway's parliament speaker Karl Lind left.", "Karl Lind", "speaker", "Norway's parliament"),
        (
            "Minister of State for Cabinet Affairs Karl Lind left.",
            "Karl Lind",
            "Minister of State for Cabinet Affairs",
            None,
        ),
        ("Norway's climate change minister Karl Lind left.", "Karl Lind", "climate change minister", "Norway"),
        ("The Chairman of Peru Red Cross Society Dr Karl Lind left.", "Karl Lind", "Chairman", "Peru Red Cross Society"),
        ("Presidency Minister Karl Lind left.", "Karl Lind", "Presidency Minister", None),
        ("Karl Lind, Minister of the Presidency, left.", "Karl Lind", "Minister of the Presidency", None),
    ],
)
def test_a_title_is_told_whole(sentence: str, person: str, title: str, of: str | None) -> None:
    assert offices(read_text(sentence)) == {(person, title, frozenset({of} if of else ()))}


def test_two_seats_are_two_offices() -> None:
    told = read_text("Politburo member and Permanent Member of the Reform Party's Secretariat Karl Lind left.")
    assert offices(told) == {
        ("Karl Lind", "Politburo member", frozenset({"Politburo"})),
        ("Karl Lind", "Permanent Member of the Reform Party's Secretariat", frozenset({"Reform Party's Secretariat"})),
    }


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("Norway welcomed the deal in a call with Karl Lind, a government spokeswoman in Oslo said.", set()),
        ("The ministers met Karl Lind, a deputy minister told reporters.", set()),
        ("Peru expelled Karl Lind, a former minister said to have spied.", {"former minister"}),
        ("Karl Lind, a government spokesman said on Monday.", {"government spokesman"}),
        ("Peru met Karl Lind, a government spokesman, in Lima.", {"government spokesman"}),
    ],
)
def test_who_tells_it_all_is_not_the_one_named_before(sentence: str, titles: set[str]) -> None:
    assert {title for _, title, _ in offices(read_text(sentence))} == titles
