"""No value of a parameter can change a query, and every text survives the way into a format and back."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.export import export
from kg.model import Solutions
from kg.query import FORMATS, Result, named, run
from kg.query.bind import PARAM, Function
from kg.query.guard import check, tokens
from kg.terms import iri, literal, parse, split
from kg.vocabulary import ENTITY, LABEL, PREFIXES, XSD_DATE

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PIECES = ["SERVICE", "<http://x/>", "FROM", "}", "{", "\\u0022", '"', "'", "\n", "#", "UNION", "?s", "kg:param", "\\", " "]
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HOSTILE = st.one_of(TEXT, st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
BETWEEN = st.lists(st.sampled_from([" ", "\n", "# x\n", "'a'", "<a:b>", ";", "."]), max_size=6)
QUERIES = {query.name: query for query in named()}
TAKING = sorted((q.name, p.name) for q in QUERIES.values() for p in q.parameters)


class Recorder:
    """A store that answers nothing and remembers what it was asked, and what ``kg:param`` says to it."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.asked: list[str] = []
        self.names = names
        self.bound: dict[str, str | None] = {}

    def query(self, sparql: str, functions: Mapping[str, Function] = {}) -> Solutions | bool | list[str]:
        """Nothing."""
        self.asked.append(sparql)
        self.bound = {name: functions[PARAM](literal(name)) for name in self.names}
        return Solutions((), ())


@settings(max_examples=300)
@given(st.sampled_from(TAKING), HOSTILE)
def test_the_text_that_is_parsed_is_the_same_for_every_value(which: tuple[str, str], value: str) -> None:
    query, parameter = QUERIES[which[0]], which[1]
    harmless = {"entity": "x", "text": "x", "iri": "<x:y>", "date": "2027-01-01", "integer": "1"}
    others = {p.name: harmless[p.kind] for p in query.parameters if p.required}
    store = Recorder(tuple(p.name for p in query.parameters))
    run(store, query, {**others, parameter: harmless[{p.name: p.kind for p in query.parameters}[parameter]]})
    try:
        run(store, query, {**others, parameter: value})
    except QueryError:
        return
    assert store.asked[0] == store.asked[1]
    told = store.bound[parameter]
    assert told is not None
    term = parse(told)
    (read,) = pyoxigraph.parse(f"<x:s> <x:p> {told} .", pyoxigraph.RdfFormat.N_TRIPLES)
    assert read.object.value == term.value
    if term.kind == "literal":
        assert term.value == value or term.value == value.strip() or term.datatype


@pytest.fixture(scope="module")
def small() -> pyoxigraph.Store:
    """An engine with two people."""
    store = pyoxigraph.Store()
    store.load("\n".join(f'<{ENTITY}{n}> <{LABEL}> "{n}"@en .' for n in "ab").encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    return store


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE)
def test_a_name_matches_itself_and_nothing_else(small: pyoxigraph.Store, value: str) -> None:
    """The engine compares the very value; no value makes the query match more."""
    text = f'SELECT ?x ?v {{ ?x <{LABEL}> ?l BIND(<{PARAM}>("who") AS ?v) FILTER(STR(?l) = STR(?v)) }}'
    term = pyoxigraph.Literal(value)
    answer = small.query(text, custom_functions={pyoxigraph.NamedNode(PARAM): lambda _: term})
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    found = list(answer)
    assert len(found) == (value in ("a", "b"))
    assert all(row["v"] == term for row in found)


@given(HOSTILE)
def test_a_string_never_hides_or_makes_a_command(value: str) -> None:
    """Whatever stands within a proper string literal or a comment is no command, unless escapes could bring it out."""
    quoted = literal(value)
    if "\\u" in value or "\\U" in value:
        return
    assert check(f"SELECT * {{ ?s ?p {quoted} }}") == "SELECT"
    remark = value.replace("\n", " ").replace("\r", " ")
    assert check(f"SELECT * {{ ?s ?p ?o }} # {remark}") == "SELECT"


@given(
    st.sampled_from(["SERVICE", "service", "SeRvIcE"]),
    BETWEEN,
)
def test_a_bare_service_is_always_refused(word: str, before: list[str]) -> None:
    with pytest.raises(QueryError):
        check(f"SELECT * {{ ?s ?p ?o {''.join(before)} {word} <http://127.0.0.1/> {{ ?s ?p ?o }} }}")


@given(st.text(max_size=200))
def test_tokens_lose_nothing_but_space_and_remarks(text: str) -> None:
    place = 0
    for token in tokens(text):
        assert text[token.at : token.at + len(token.text)] == token.text
        between = text[place : token.at]
        assert "#" in between or not between.strip()
        place = token.at + len(token.text)


@given(TEXT, st.sampled_from(["", "en", "zh-Hant"]))
def test_terms_round_trip(text: str, language: str) -> None:
    term = literal(text, language=language)
    assert parse(term)[:3] == ("literal", text, language.lower())
    line = f"{iri('http://x/a')} {iri('http://x/b')} {term} ."
    assert split(line) == ("<http://x/a>", "<http://x/b>", term)
    (read,) = pyoxigraph.parse(line, pyoxigraph.RdfFormat.N_TRIPLES)
    assert str(read.object) == term, "the store writes the same canonical form"


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_any_text_survives_every_format_of_an_answer(texts: list[str]) -> None:
    rows = tuple((literal(text), literal("2027-01-01", XSD_DATE)) for text in texts)
    result = Result("SELECT", Solutions(("t", "d"), rows), prefixes=PREFIXES)
    data = json.loads(result.write("json"))
    assert [b["t"]["value"] for b in data["results"]["bindings"]] == texts
    read = pyoxigraph.parse_query_results(result.write("json").encode(), pyoxigraph.QueryResultsFormat.JSON)
    assert isinstance(read, pyoxigraph.QuerySolutions)
    assert [row["t"].value for row in read] == texts
    read = pyoxigraph.parse_query_results(result.write("tsv").encode(), pyoxigraph.QueryResultsFormat.TSV)
    assert isinstance(read, pyoxigraph.QuerySolutions)
    assert [row["t"].value for row in read] == texts
    cells = list(csv.reader(io.StringIO(result.write("csv"), newline="")))
    assert [row[0] for row in cells[1:]] == texts
    document = ElementTree.fromstring(result.write("xml"))
    literals = [e.text or "" for e in document.iterfind(".//{*}binding[@name='t']/{*}literal")]
    assert literals == [NOT_XML.sub("\ufffd", text) for text in texts]
    table = result.write("table")
    assert len(table.split("\n")) == len(texts) + 4
    assert set(FORMATS) == {"json", "xml", "tsv", "csv", "table", "turtle"}


@given(st.lists(st.tuples(st.sampled_from("abc"), TEXT), min_size=1, max_size=5))
def test_any_text_survives_every_export(said: list[tuple[str, str]]) -> None:
    lines = [f"<{ENTITY}{name}> <{LABEL}> {literal(text, language='en')} ." for name, text in said]
    forms = {
        "turtle": pyoxigraph.RdfFormat.TURTLE,
        "trig": pyoxigraph.RdfFormat.TRIG,
        "nquads": pyoxigraph.RdfFormat.N_QUADS,
        "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    }
    for form, reader in forms.items():
        out, again = io.BytesIO(), io.BytesIO()
        export(lines, form, out)
        export(reversed(lines), form, again)
        assert out.getvalue() == again.getvalue()
        assert {f"{q.subject} {q.predicate} {q.object} ." for q in pyoxigraph.parse(out.getvalue(), reader)} == set(lines)
