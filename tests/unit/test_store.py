"""The store directory: records, generations of the graph, locks, and what is said when something is wrong."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg import vocabulary as v
from kg.emit import triples
from kg.errors import StoreError
from kg.model import Solutions
from kg.store import Store, generation
from tests.worlds import first, resolution, second, world

NAMES = f"SELECT ?n {{ ?a <{v.NAME}> ?n }} ORDER BY ?n"
ROOT = Path(__file__).resolve().parents[2]


def filled(path: Path) -> Path:
    with Store.open(path, write=True) as store:
        for extraction in world():
            store.put(extraction)
        store.load(triples(store.extractions(), resolution()))
    return path


def test_records_come_back_sorted_whatever_their_order(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        assert store.put(second()) and store.put(first())
        assert store.names() == ["harbour-1", "other-2"]
        assert list(store.extractions()) == list(world())
        assert store.sha256s() == {e.article.name: e.article.sha256 for e in world()}
        assert store.extraction("other-2") == second()
        assert store.extraction("nothing") is None


def test_same_article_twice_changes_nothing_and_a_new_text_is_its_new_version(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        assert store.put(first())
        assert not store.put(first())
        changed = replace(first(), article=replace(first().article, text=first().article.text + " More."))
        assert store.put(changed)
        assert list(store.extractions()) == [changed]
        assert store.remove("harbour-1")
        assert not store.remove("harbour-1")
        assert store.names() == []


def test_the_store_gives_back_every_triple_as_it_was_written(tmp_path: Path) -> None:
    with Store.open(filled(tmp_path / "s")) as store:
        quads = store.quads()
        assert set(triples(world(), resolution())) <= set(quads)
        assert quads == sorted(set(quads))
        assert any(line.startswith(f"<{v.VISITOR}>") for line in quads)  # the ontology is in the graph


def test_answers_are_plain(tmp_path: Path) -> None:
    with Store.open(filled(tmp_path / "s")) as store:
        assert store.query(NAMES) == Solutions(("n",), (('"harbour-1"',), ('"other-2"',)))
        assert store.query(f"ASK {{ ?a <{v.NAME}> 'harbour-1' }}") is True
        assert store.query(f"ASK {{ ?a <{v.NAME}> 'nothing' }}") is False
        lines = store.query(f"CONSTRUCT {{ ?a <{v.NAME}> ?n }} WHERE {{ ?a <{v.NAME}> ?n }}")
        assert isinstance(lines, list)
        assert [line.split(" ", 2)[2] for line in lines] == ['"harbour-1" .', '"other-2" .']
        unbound = store.query("SELECT ?x ?y { BIND(1 AS ?x) }")
        assert unbound == Solutions(("x", "y"), ((f'"1"^^<{v.XSD_INTEGER}>', None),))
        with pytest.raises(SyntaxError):
            store.query("SELECT")


def test_functions_take_and_give_terms(tmp_path: Path) -> None:
    with Store.open(filled(tmp_path / "s")) as store:
        called: list[str] = []

        def shout(term: str) -> str | None:
            called.append(term)
            return term.upper() if "harbour" in term else None

        answer = store.query(f"SELECT ?x {{ ?a <{v.NAME}> ?n BIND(<x:shout>(?n) AS ?x) }} ORDER BY ?n", {"x:shout": shout})
        assert answer == Solutions(("x",), (('"HARBOUR-1"',), (None,)))
        assert sorted(called) == ['"harbour-1"', '"other-2"']


def test_an_answer_may_be_cut(tmp_path: Path) -> None:
    with Store.open(filled(tmp_path / "s")) as store:
        found = store.query("SELECT * { ?s ?p ?o }", most=3)
        assert isinstance(found, Solutions) and len(found.rows) == 3
        lines = store.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", most=3)
        assert isinstance(lines, list) and len(lines) <= 3


def test_the_generation_in_force_is_told_without_opening(tmp_path: Path) -> None:
    assert generation(tmp_path / "s") is None
    path = filled(tmp_path / "s")
    before = generation(path)
    filled(path)
    assert before and generation(path) not in (None, before)


def test_loading_again_replaces_the_graph_and_a_reader_keeps_its_own(tmp_path: Path) -> None:
    path = filled(tmp_path / "s")
    with Store.open(path) as reader:
        before = reader.quads()
        with Store.open(path, write=True) as store:
            store.remove("other-2")
            assert not store.fresh()
            store.load(triples(store.extractions(), resolution()))
            assert store.fresh()
        assert reader.quads() == before
    with Store.open(path) as reader:
        assert reader.query(NAMES) == Solutions(("n",), (('"harbour-1"',),))


def test_a_load_that_fails_leaves_the_graph_as_it_was(tmp_path: Path) -> None:
    path = filled(tmp_path / "s")
    with Store.open(path) as store:
        before = store.quads()
    with Store.open(path, write=True) as store:
        with pytest.raises(SyntaxError):
            store.load(["this is no triple"])
        assert store.quads() == before
        store.load(triples(store.extractions(), resolution()))  # and the next one succeeds
        assert store.quads() == before
    assert not list((path / "graph").glob("draft-*"))


def test_a_missing_store_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store") as caught:
        Store.open(tmp_path / "nowhere")
    assert "kg build" in caught.value.hint
    assert not (tmp_path / "nowhere").exists()


def test_a_store_without_graph_says_how_to_make_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s", write=True) as store:
        store.put(first())
        assert not store.fresh()
        with pytest.raises(StoreError, match="no graph") as caught:
            store.query(NAMES)
    assert "kg rebuild" in caught.value.hint


def test_a_second_writer_is_refused_and_a_reader_is_not(tmp_path: Path) -> None:
    path = filled(tmp_path / "s")
    with Store.open(path, write=True):
        with pytest.raises(StoreError, match="another process") as caught:
            Store.open(path, write=True)
        assert caught.value.hint
        with Store.open(path) as reader:
            assert len(reader.names()) == 2
    with Store.open(path, write=True):
        pass


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    with Store.open(filled(tmp_path / "s")) as store:
        with pytest.raises(StoreError, match="reading only"):
            store.put(first())
        with pytest.raises(StoreError, match="reading only"):
            store.remove("harbour-1")
        with pytest.raises(StoreError, match="reading only"):
            store.load([])


def test_another_version_and_a_broken_file_are_told(tmp_path: Path) -> None:
    path = filled(tmp_path / "s")
    with sqlite3.connect(path / "records.sqlite") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StoreError, match="version 99"):
        Store.open(path)
    with pytest.raises(StoreError, match="version 99"):
        Store.open(path, write=True)
    (path / "records.sqlite").write_bytes(b"not a database at all" * 100)
    for suffix in ("-wal", "-shm"):
        (path / f"records.sqlite{suffix}").unlink(missing_ok=True)
    with pytest.raises(StoreError, match="cannot be read"):
        Store.open(path)


def test_a_damaged_record_is_told_of_the_file_that_it_is_in(tmp_path: Path) -> None:
    path = filled(tmp_path / "s")
    with sqlite3.connect(path / "records.sqlite") as db:
        db.execute("UPDATE article SET body = substr(body, 1, 40)")
    db.close()
    with Store.open(path) as store, pytest.raises(StoreError, match=r"records\.sqlite cannot be read: the record of "):
        list(store.extractions())


def test_a_damaged_page_of_the_records_is_told_of_their_file(tmp_path: Path) -> None:
    path = filled(tmp_path / "s")
    with sqlite3.connect(path / "records.sqlite") as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = int(db.execute("PRAGMA page_size").fetchone()[0])
    db.close()
    with (path / "records.sqlite").open("r+b") as file:
        rest = file.seek(0, 2) - 4 * size
        file.seek(4 * size)  # the first pages hold the schema and the roots of the tables, by which the file is opened
        file.write(b"\xff" * rest)
    with pytest.raises(StoreError, match=r"records\.sqlite cannot be read"), Store.open(path) as store:
        list(store.extractions())


KILLED = """
import sys
from tests.worlds import world, resolution
from kg.emit import triples
from kg.store import Store, generation
store = Store.open(sys.argv[1], write=True)
for extraction in world():
    store.put(extraction)
    print("put", flush=True)
def slowly():
    yield from triples(world(), resolution())
    print("loading", flush=True)
    sys.stdin.readline()
store.load(slowly())
"""


def test_a_writer_killed_while_loading_leaves_a_store_that_opens_and_continues(tmp_path: Path) -> None:
    path = tmp_path / "s"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line == "loading\n":
                break
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    with Store.open(path) as reader:
        assert list(reader.extractions()) == list(world())
    with Store.open(path, write=True) as store:
        assert not store.fresh()
        store.load(triples(store.extractions(), resolution()))
        quads = store.quads()
    with Store.open(filled(tmp_path / "t")) as other:
        assert other.quads() == quads


def test_opening_for_a_question_loads_no_heavy_library() -> None:
    code = (
        "import sys, kg.store; print(*(m for m in ('spacy', 'pyshacl', 'rdflib', 'networkx', 'trafilatura') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == ""
