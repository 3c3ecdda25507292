"""The figures of extraction on the articles that come with the project stay above their floors; ``make gate`` takes all sets."""

from __future__ import annotations

import json

import pytest

from kg.config import load
from kg.pipeline import evaluate
from tests.quality.gate import PINNED, ROOT, changes, corpus, sets, undercut


@pytest.mark.parametrize("name", ["dev", "held"])
def test_no_figure_is_under_its_floor(name: str) -> None:
    given = sets()[name]
    figures = evaluate(str(ROOT / given["gold"]), [str(ROOT / given["articles"])], load()).figures()
    assert given["floors"]
    assert not undercut(figures, given["floors"])


def test_an_undercut_floor_is_told() -> None:
    assert undercut({"pairs_f1": 0.54, "other": 0.1}, {"pairs_f1": 0.55}) == ["pairs_f1 0.540 is under 0.55"]
    assert undercut({"pairs_f1": 0.55}, {"pairs_f1": 0.55}) == []


def test_gained_and_lost_facts_are_told() -> None:
    pinned = {"found": ["a-1/f1", "a-1/f2"]}
    assert changes(pinned, frozenset({("a-1", "f2"), ("a-2", "f1")})) == ["gained 1: a-2/f1", "lost 1: a-1/f1"]
    assert changes(pinned, frozenset({("a-1", "f1"), ("a-1", "f2")})) == []


@pytest.mark.parametrize("name", ["dev", "held"])
def test_the_corpus_is_the_pinned_one(name: str) -> None:
    assert json.loads(PINNED.read_text(encoding="utf-8"))[name]["corpus"] == corpus(sets()[name])


def test_every_floor_names_a_figure() -> None:
    known = {"status_accuracy", "said_by_accuracy", "entity_recall"} | {
        f"{what}_{part}" for what in ("pairs", "facts", "entity_bcubed", "event_bcubed") for part in ("precision", "recall", "f1")
    }
    assert {floor for given in sets().values() for floor in given["floors"]} <= known
