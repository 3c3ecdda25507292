"""Names of persons: the list of pairs, each told by two articles of its own."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from kg.model import Article, Extraction, Naming, Referent, Span
from kg.resolve import resolve

PAIRS = Path(__file__).resolve().parents[1] / "data" / "name_pairs.tsv"


def pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def telling(article: str, name: str, context: str) -> Extraction:
    """An article that names one person, and the state and title if there is a context."""
    state, _, title = (part.strip() for part in context.partition(","))
    here = (Naming(Span(0, 1), name),)
    referents = [
        Referent("p", "Person", (name,), here, state="s" if state else None, attributes={"titles": title} if title else {})
    ]
    if state:
        referents.append(Referent("s", "State", (state,), here))
    return Extraction(Article(article, "x"), (), tuple(referents), (), "test")


def held_same(pair: dict[str, str]) -> bool:
    found = resolve([telling("a", pair["left"], pair["left_context"]), telling("b", pair["right"], pair["right_context"])])
    return found.entity_of["a", "p"] == found.entity_of["b", "p"]


def test_the_list_is_large_and_mixed() -> None:
    listed = pairs()
    assert len(listed) >= 300
    assert len({p["tradition"] for p in listed}) >= 12
    assert Counter(p["verdict"] for p in listed).keys() == {"same", "different"}
    assert all(p["verdict"] == "same" or p["left"] != p["right"] or p["left_context"] != p["right_context"] for p in listed)


def test_pairs_of_names_are_told_apart_and_together() -> None:
    listed = pairs()
    held = [(held_same(p), p["verdict"] == "same", f"{p['left']} / {p['right']}") for p in listed]
    wrong = sorted(names for said, truth, names in held if said and not truth)
    missed = sorted(names for said, truth, names in held if truth and not said)
    hits = sum(said and truth for said, truth, _ in held)
    precision, recall = hits / (hits + len(wrong)), hits / (hits + len(missed))
    f1 = 2 * precision * recall / (precision + recall)
    assert f1 >= 0.92, f"F1 {f1:.3f}; wrongly merged: {wrong}; missed: {missed}"
    assert precision >= 0.95, f"wrongly merged: {wrong}"


@pytest.mark.parametrize("form", ["Mira Tolane", "TOLANE, Mira", "Mira  Tolane", "Dr. Mira Tolane", "mira Tolane"])
def test_writing_does_not_matter(form: str) -> None:
    assert held_same({"left": "Mira Tolane", "right": form, "left_context": "", "right_context": ""})
