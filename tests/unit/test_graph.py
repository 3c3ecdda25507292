"""The graph in Python: every example of its documentation runs on the small world; what notebooks show is text, not markup."""

from __future__ import annotations

import datetime
import doctest
import html
import re
import sys
from pathlib import Path

import networkx
import pytest
import rdflib

import kg
from kg import graph as graph_module
from kg import vocabulary as v
from kg.errors import QueryError, StoreError, UsageError
from kg.graph import KnowledgeGraph, Table
from tests import worlds
from tests.conftest import ROOT
from tests.serving import small_store

TOLANE = v.ENTITY + worlds.entity_id("Mira Tolane")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("opened")
    small_store(path / "store")
    return path


@pytest.fixture
def graph(folder: Path) -> KnowledgeGraph:
    return kg.open(folder / "store")


def test_the_examples_hold(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for module, least in ((graph_module, 12), (kg, 2)):
        ran = doctest.testmod(module, extraglobs={"kg": kg}, optionflags=doctest.ELLIPSIS)
        assert ran.failed == 0 and ran.attempted >= least


def test_the_example_of_the_readme_runs(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    for shown, ours in {"out/store": str(folder / "store"), "Sergei Shoigu": "Mira Tolane", "Shoygu": "Tolane"}.items():
        assert shown in example
        example = example.replace(shown, ours)
    exec(compile(example, "README.md", "exec"), {})
    assert (tmp_path / "shoigu.html").is_file()


def test_values_are_those_of_python(graph: KnowledgeGraph) -> None:
    values = "1 2.5 1e1 true '2027-05-04'^^xsd:date '2027-02-31'^^xsd:date 'a'@en <x:y> UNDEF".split()
    columns = " ".join(f"({value} AS ?v{n})" if value != "UNDEF" else f"(?none AS ?v{n})" for n, value in enumerate(values))
    (row,) = graph.query(f"SELECT {columns} {{}}")
    assert list(row.values()) == [1, 2.5, 10.0, True, datetime.date(2027, 5, 4), "2027-02-31", "a", "x:y", None]
    assert [type(value) for value in row.values()][:4] == [int, float, float, bool]


def test_a_table_is_a_sequence(graph: KnowledgeGraph) -> None:
    rows = graph.query("articles")
    assert len(rows) == 2 and rows[0]["article"] == "harbour-1" and rows[1:].column("article") == ["other-2"]
    assert [row["article"] for row in rows] == ["harbour-1", "other-2"]


def test_a_table_goes_to_pandas(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = graph.query("articles").to_pandas()
    assert list(frame["article"]) == ["harbour-1", "other-2"] and frame["facts"].sum() == 11
    assert list(Table(("a", "b"), ()).to_pandas().columns) == ["a", "b"]
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="needs pandas") as caught:
        graph.query("articles").to_pandas()
    assert "attache-kg[pandas]" in caught.value.hint


def test_parameters_may_be_dates_and_numbers(graph: KnowledgeGraph) -> None:
    assert len(graph.query("visits", since=datetime.date(2027, 5, 1))) == 1
    assert len(graph.query("visits", since=datetime.date(2027, 6, 1))) == 0
    assert len(graph.query("review-queue", below=101)) > 0


def test_each_kind_of_question_has_its_method(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="no table"):
        graph.query("ASK {}")
    with pytest.raises(QueryError, match="not yes or no"):
        graph.ask("SELECT * {}")
    with pytest.raises(QueryError, match="no graph"):
        graph.graph("SELECT * {}")
    with pytest.raises(QueryError, match="no query named"):
        graph.query("visitz")
    with pytest.raises(StoreError, match="no store"):
        kg.open("nowhere")


def test_the_graph_of_rdflib_has_every_triple(graph: KnowledgeGraph) -> None:
    whole = graph.graph()
    (count,) = graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").column("n")
    assert len(whole) == count and whole.qname(TOLANE) == f"id:{worlds.entity_id('Mira Tolane')}"
    assert str(whole.value(rdflib.URIRef(TOLANE), rdflib.RDFS.label)) == "Mira Tolane"


def test_the_network_has_claims_as_edges(graph: KnowledgeGraph) -> None:
    network = graph.network()
    assert isinstance(network, networkx.MultiDiGraph)
    assert network.nodes[TOLANE]["label"] == "Mira Tolane" and network.nodes[TOLANE]["type"] == "Person"
    led = [data for _, end, data in network.edges(data=True) if end == TOLANE and data["role"] == "led_by"]
    assert [(d["outlet"], d["published"], d["confidence"]) for d in led] == [("Harbour News", "2027-05-05", led[0]["confidence"])]
    assert 0 < float(led[0]["confidence"]) <= 1


def test_every_node_of_the_network_has_a_label_and_a_type(graph: KnowledgeGraph) -> None:
    network = graph.network()
    assert all(data["label"] and data["type"] for _, data in network.nodes(data=True))
    assert {data["type"] for node, data in network.nodes(data=True) if node.startswith(v.ROLE)} == {"RoleHolding"}


def test_what_a_notebook_shows_is_text(graph: KnowledgeGraph, tmp_path: Path) -> None:
    hostile = graph.query("SELECT ('<script>alert(1)</script>' AS ?x) {}")._repr_html_()
    assert "<script" not in hostile and "&lt;script&gt;" in hostile
    assert "first 50 shown" in graph.query("SELECT * { ?s ?p ?o } LIMIT 60")._repr_html_()
    assert "Visit" in graph._repr_html_() and "<table>" in graph._repr_html_()
    page = graph.render(title='"><script>alert(1)</script>')
    frame = page._repr_html_()
    assert frame.count("<") == 2 and 'sandbox="allow-scripts allow-downloads"' in frame
    assert html.unescape(frame.partition('srcdoc="')[2].rpartition('">')[0]).rstrip('">') in page.html + '"></iframe>'
    assert page.save(tmp_path / "g.html").read_text(encoding="utf-8") == page.html and "g.html" not in repr(page)
