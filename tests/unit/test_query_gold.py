"""What a perfect extractor would have read comes back whole from the queries ``facts`` and ``names``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.emit import triples
from kg.query import run
from kg.store import Store
from tests import goldworld

NEEDED = pytest.mark.skipif(not goldworld.present("seeds"), reason="the development set lies beside some checkouts only")


@NEEDED
@pytest.mark.parametrize("name", ["seeds", "wire"])
def test_nothing_is_lost_between_extraction_and_answer(name: str, tmp_path: Path) -> None:
    read = goldworld.extractions(name)
    with Store.open(tmp_path / "store", write=True) as store:
        for extraction in read:
            store.put(extraction)
        store.load(triples(read, goldworld.resolution(name)))
    with Store.open(tmp_path / "store") as store:
        for question in ("facts", "names"):
            (tmp_path / f"{question}.json").write_text(run(store, question).write("json"), encoding="utf-8")
        for question in ("unsupported-facts", "offsets"):
            assert not run(store, question).solutions.rows
    scored = subprocess.run(
        [sys.executable, goldworld.SHARED / "eval/score.py", goldworld.gold(name), "facts.json", "names.json", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(scored.stdout)
    assert figures["pairs"]["f1"] >= 0.98
    assert figures["status_accuracy"] >= 0.98
    assert figures["said_by_accuracy"] >= 0.98
    assert figures["entity_bcubed"]["f1"] >= 0.98
    assert figures["event_bcubed"]["f1"] >= 0.98
