"""Nothing is lost between extraction and answer: a perfect extraction scores 1.0 through emit, store and the two queries."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.emit import triples
from kg.evaluate import read_gold, score
from kg.query import run
from kg.store import Store
from tests import goldworld


@pytest.mark.parametrize("name", sorted(goldworld.SETS))
def test_a_perfect_extraction_scores_one(name: str, tmp_path: Path) -> None:
    if not goldworld.present(name):
        pytest.skip("the development set is not beside the repository")
    with Store.open(tmp_path, write=True) as store:
        store.load(triples(goldworld.extractions(name), goldworld.resolution(name)))
        found = score(read_gold(goldworld.gold(name)), run(store, "facts").records(), run(store, "names").records())
    assert sum(tally.gold for tally in found.by_type.values()) > 400
    assert set(found.figures().values()) == {1.0}, found.figures()
