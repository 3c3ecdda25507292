"""The index of the attribute ruler sets what the ruler sets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.attributes import RulesByWord
from kg.annotate.parse import pipeline
from kg.config import load

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TALK = [
    "He ain't gonna go, so let's ask whether it's them who'd have done it; y'all got ta c'm on.",
    "There 's nothin' that you can't do, but for that the two of us do not.  Upon it being told, she's gone 'cause I've left.",
    "  Is there any ?\n\n That is what had been had .",
]
RULES: list[dict[str, Any]] = [
    {"patterns": [[{"LOWER": "north"}]], "attrs": {"POS": "NOUN", "LEMMA": "north"}},
    {"patterns": [[{"LOWER": {"IN": ["sea", "north"]}}]], "attrs": {"POS": "PROPN"}},
    {"patterns": [[{"LOWER": {"NOT_IN": ["the"]}, "TAG": ""}]], "attrs": {"MORPH": "Number=Sing"}},
    {"patterns": [[{"LOWER": {"REGEX": "^s.a$"}}], [{"ORTH": "The"}]], "attrs": {"LEMMA": "found"}},
    {"patterns": [[{"LOWER": "the"}, {"LOWER": "north", "OP": "?"}, {"LOWER": "sea"}]], "attrs": {"POS": "X"}, "index": -1},
    {"patterns": [[{"LOWER": "is", "IS_SPACE": False}]], "attrs": {"POS": "AUX"}},
    {"patterns": [[{"LOWER": "is", "OP": "!"}, {"LOWER": "is"}]], "attrs": {"LEMMA": "be"}, "index": 1},
]


def told(doc: Doc) -> list[tuple[str, str, str, str, str, str]]:
    """What is set on each word."""
    return [(t.text, t.tag_, t.pos_, t.lemma_, str(t.morph), t.dep_) for t in doc]


def differing(one: Iterable[Doc], other: Iterable[Doc]) -> tuple[int, list[object]]:
    """How many words there are, and those on which the two readings differ."""
    pairs = [(a, b) for x, y in zip(one, other, strict=True) for a, b in zip(told(x), told(y), strict=True)]
    return len(pairs), [(a, b) for a, b in pairs if a != b]


def test_words_get_what_the_ruler_gives_them() -> None:
    name = load().pipeline
    texts = [*TALK, *(p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.txt")))]
    words, differ = differing(spacy.load(name).pipe(texts), pipeline(name).pipe(texts))
    assert words > 1000
    assert not differ


@pytest.mark.parametrize("text", ["The North Sea is calm", "north of the sea it is", "THE sea , the north", ""])
def test_rules_that_cannot_be_looked_up_work_as_well(text: str) -> None:
    def ruled() -> Language:
        nlp = spacy.blank("en")
        nlp.add_pipe("attribute_ruler").add_patterns(RULES)  # type: ignore[attr-defined]
        return nlp

    plain, indexed = ruled(), ruled()
    expected, doc = plain(text), indexed.make_doc(text)
    assert told(RulesByWord(indexed, "rules_by_word")(doc)) == told(expected)


def test_later_rules_have_the_last_word() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add_patterns(RULES)  # type: ignore[attr-defined]
    north = RulesByWord(nlp, "rules_by_word")(nlp.make_doc("north"))[0]
    assert (north.pos_, north.lemma_) == ("PROPN", "north")
