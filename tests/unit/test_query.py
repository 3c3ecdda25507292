"""Every named question answers on the small world; what is no question of it is refused before an engine sees it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.config import data_dir
from kg.emit import triples
from kg.errors import QueryError
from kg.query import Result, find, named, parameters_of, run
from kg.query.bind import fold
from kg.query.guard import check, tokens
from kg.store import Store
from kg.vocabulary import BASE, ENTITY, EVENT, KG, PREFIXES
from tests import worlds

TOLANE = ENTITY + worlds.entity_id("Mira Tolane")
VISIT = EVENT + worlds.event_id("tolane visit")
TRANSFER = EVENT + worlds.event_id("transfer")
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the small world."""
    path = tmp_path_factory.mktemp("store")
    with Store.open(path, write=True) as made:
        for extraction in worlds.world():
            made.put(extraction)
        made.load(triples(worlds.world(), worlds.resolution()))
    with Store.open(path) as opened:
        yield opened


def asked(store: Store, name: str, /, **given: str) -> Rows:
    """The rows of a query as plain values."""
    return list(run(store, name, given).records())


def column(rows: Rows, *names: str) -> list[tuple[str, ...]]:
    """Some columns of the rows, unbound as an empty string."""
    return [tuple(row.get(name, "") for name in names) for row in rows]


# For each question: parameters, columns, and what must stand in them. Everything is checked, nothing more may stand there.
ANSWERS: list[tuple[str, dict[str, str], tuple[str, ...], set[tuple[str, ...]]]] = [
    ("leaders", {}, ("delegation", "leader", "status", "said_by", "article"), {
        ("Delegation of Avaria", "Mira Tolane", "reported", "Harbour News", "harbour-1")}),
    ("leaders", {"person": "TOLANE"}, ("leader_iri",), {(TOLANE,)}),
    ("leaders", {"person": "Corvenia"}, ("leader",), set()),
    ("delegations", {}, ("delegation", "sent_by", "led_by", "goes_to"), {
        ("Delegation of Avaria", "Avaria", "Mira Tolane", "Port Selin")}),
    ("delegations", {"state": "avaria"}, ("delegation",), {("Delegation of Avaria",)}),
    ("delegations", {"state": "Belmora"}, ("delegation",), set()),
    ("visits", {}, ("visitor", "destination", "end", "status", "visit"), {
        ("Mira Tolane", "Belmora", "2027-05-07, 2027-05-08", "ongoing", VISIT)}),
    ("visits", {"visitor": "Avaria", "destination": "belmora"}, ("visit",), {(VISIT,)}),
    ("visits", {"visitor": "Belmora"}, ("visit",), set()),
    ("visits", {"since": "2027-05-08"}, ("visit",), {(VISIT,)}),
    ("visits", {"since": "2027-05-09"}, ("visit",), set()),
    ("visits", {"until": "2027-05-06"}, ("visit",), set()),
    ("visit-articles", {"visitor": "tolane"}, ("what", "date", "outlet", "article"), {
        ("arrival", "2027-05-04", "Harbour News", "harbour-1"), ("end", "2027-05-07", "Harbour News", "harbour-1"),
        ("end", "2027-05-08", "", "other-2")}),
    ("invitations", {}, ("inviter", "invitee", "destination", "visit"), {
        ("Foreign Ministry of Belmora", "Mira Tolane", "Belmora", "Visit by Mira Tolane to Belmora")}),
    ("invitations", {"inviter": "Avaria"}, ("inviter",), set()),
    ("open-invitations", {}, ("invitation",), set()),
    ("alleged-or-denied", {}, ("type", "status", "said_by", "event_iri"), {
        ("Transfer", "alleged", "Corvenia", TRANSFER), ("Transfer", "denied", "Avaria", TRANSFER)}),
    ("alleged-or-denied", {"about": "Corvenia"}, ("event_iri",), set()),
    ("denials", {"by": "Avaria"}, ("denied_by", "denial", "alleged_by", "allegation", "event"), {
        ("Avaria", "Avaria denied it", "Corvenia", "Avaria may have shipped rifles to Belmora in April", TRANSFER)}),
    ("evidence", {"of": f"<{VISIT}>", "role": "end"}, ("value", "said_by", "quote", "at", "until"), {
        ("2027-05-07", "Harbour News", worlds.FIRST_TEXT[194:293], "194", "293"),
        ("2027-05-08", "unknown outlet", "Mira Tolane is visiting Belmora until Saturday", "44", "90")}),
    ("contradictions", {}, ("role", "value", "said_by", "against", "said_by_2", "published_2", "quote_2", "subject"), {
        ("end", "2027-05-07", "Harbour News", "2027-05-08", "unknown outlet", "2027-05-06",
         "Mira Tolane is visiting Belmora until Saturday", VISIT)}),
    ("contradictions", {"about": "tolane"}, ("subject",), {(VISIT,)}),
    ("contradictions", {"about": f"<{VISIT}>"}, ("subject",), {(VISIT,)}),
    ("contradictions", {"about": "Corvenia"}, ("subject",), set()),
    ("timeline", {}, ("from", "to", "type"), {
        ("2027-05-04", "2027-05-04", "Arrival"), ("2027-05-07", "2027-05-08", "Visit"), ("", "", "Invitation"),
        ("", "", "Statement"), ("", "", "Denial")}),
    ("timeline", {"since": "2027-05-05", "about": "Mira Tolane"}, ("type",), {("Visit",)}),
    ("dossier", {"person": "Tolane"}, ("section", "what", "with"), {
        ("1 also called", "Tolane", ""), ("2 state", "Avaria", ""), ("3 office", "Foreign Minister", "Avaria"),
        ("4 delegation", "Delegation of Avaria", "Avaria"),
        ("5 event, as", "Invitation by Foreign Ministry of Belmora to Mira Tolane", "invitee"),
        ("5 event, as", "Visit by Mira Tolane to Belmora", "visitor"),
        ("5 event, as", "Statement by Mira Tolane on old friendship", "speaker")}),
    ("offices", {"person": "id:" + TOLANE.rpartition("/")[2]}, ("person", "title", "of", "article"), {
        ("Mira Tolane", "Foreign Minister", "Avaria", "harbour-1"), ("Mira Tolane", "Foreign Minister", "Avaria", "other-2")}),
    ("dyads", {}, ("from", "to", "plover", "events"), {
        ("Avaria", "Belmora", "CONSULT-visit", "2"), ("Belmora", "Avaria", "AGREE", "1")}),
    ("dyads", {"state": "Corvenia"}, ("from",), set()),
    ("by-plover", {}, ("plover", "events"), {("AGREE", "1"), ("CONSULT", "2")}),
    ("relayed", {}, ("said_by",), set()),
    ("attributions", {"source": "Belmora Press Office"}, ("said_by", "type", "outlet"), {
        ("Belmora Press Office", "Arrival", "Harbour News")}),
    ("sources", {}, ("source", "kind", "facts"), {
        ("Harbour News", "outlet", "5"), ("unknown outlet", "outlet", "3"), ("Avaria", "", "1"),
        ("Belmora Press Office", "", "1"), ("Corvenia", "", "1")}),
    ("planned", {}, ("event",), set()),
    ("ongoing", {}, ("event_iri", "article"), {(VISIT, "harbour-1"), (VISIT, "other-2")}),
    ("ongoing", {"about": "Corvenia"}, ("event_iri",), set()),
    ("statements", {"speaker": "Avaria"}, ("speaker", "topic", "quote"), {
        ("Mira Tolane", "old friendship", "“Our friendship is old,” Tolane said")}),
    ("talks", {}, ("event",), set()),
    ("agreements", {}, ("event",), set()),
    ("transfers", {}, ("event",), set()),
    ("restrictions", {}, ("event",), set()),
    ("celebrations", {}, ("event",), set()),
    ("pledges", {}, ("event",), set()),
    ("occasions", {}, ("occasion",), set()),
    ("articles", {}, ("article", "outlet", "published", "facts"), {
        ("harbour-1", "Harbour News", "2027-05-05", "6"), ("other-2", "", "2027-05-06", "5")}),
    ("review-queue", {}, ("claim",), set()),
    ("merges", {"of": "Mira Tolane"}, ("reason",), {("same-name: both are called Mira Tolane",)}),
    ("unsupported-facts", {}, ("subject",), set()),
    ("offsets", {}, ("span",), set()),
    ("entities", {"name": "MÍRA-t"}, ("entity", "type", "state", "names", "articles"), {
        ("Mira Tolane", "Person", "Avaria", "Tolane", "2")}),
    ("entities", {"name": "lane"}, ("entity",), set()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "columns", "expected"), ANSWERS, ids=lambda value: str(value)[:40])
def test_answers(
    store: Store, name: str, given: dict[str, str], columns: tuple[str, ...], expected: set[tuple[str, ...]]
) -> None:
    assert set(column(asked(store, name, **given), *columns)) == expected


ELSEWHERE = {
    "counts",
    "facts",
    "names",
    "single-source",
    "corroboration",
    "article-in-order",
    "view-nodes",
    "view-disputes",
    "view-edges",
    "subgraph",
    "about",
    "description",
    "vocabulary",
}


def test_every_named_query_is_tested() -> None:
    tested = {name for name, *_ in ANSWERS}
    assert tested | ELSEWHERE == {query.name for query in named()}
    assert not tested & ELSEWHERE


def test_facts_have_a_row_for_each_role_value(store: Store) -> None:
    rows = asked(store, "facts")
    assert run(store, "facts").solutions.variables == ("article", "fact", "type", "role", "value")
    visits = {(r["article"], r["role"], r["value"]) for r in rows if r["type"] == "Visit"}
    belmora = ENTITY + worlds.entity_id("Belmora")
    same = {("visitor", TOLANE), ("destination", belmora), ("status", "ongoing"), ("event", VISIT)}
    expected = {(article, *pair) for article in ("harbour-1", "other-2") for pair in same}
    assert visits == expected | {("harbour-1", "end", "2027-05-07"), ("other-2", "end", "2027-05-08")}
    delegation = {(r["role"], r["value"]) for r in rows if r["type"] == "Delegation"}
    assert ("delegation", ENTITY + worlds.entity_id("Delegation of Avaria")) in delegation
    assert {r["value"] for r in rows if r["role"] == "said_by"} == {
        ENTITY + worlds.entity_id(label) for label in ("Belmora Press Office", "Corvenia", "Avaria")
    }


def test_names_are_those_each_article_uses(store: Store) -> None:
    rows = column(asked(store, "names"), "article", "entity", "type", "name")
    assert ("other-2", TOLANE, "Person", "Tolane") in rows
    assert ("harbour-1", ENTITY + worlds.entity_id("Harbour News"), "Organization", "Harbour News") not in rows
    assert len(rows) == len(set(rows)) == 13


def test_members_of_classes_are_counted(store: Store) -> None:
    counted = {row["class"]: row["members"] for row in asked(store, "counts")}
    assert counted[PREFIXES["kg"] + "Visit"] == "1" and counted[PREFIXES["kg"] + "Article"] == "2"


def test_sources_of_a_fact_are_counted(store: Store) -> None:
    counted = {(r["subject"], r["role"], r["value"]): r["sources"] for r in asked(store, "corroboration", about="Mira Tolane")}
    assert counted[VISIT, "visitor", "Mira Tolane"] == "2"
    assert (VISIT, "end", "2027-05-07") not in counted, "a fact about the visit, not about her"
    single = {(r["subject"], r["role"], r["value"], r["only_source"]) for r in asked(store, "single-source")}
    assert (VISIT, "end", "2027-05-08", "unknown outlet") in single
    assert not [row for row in single if row[1] == "visitor" and row[0] == VISIT]


def test_an_article_is_told_in_reading_order(store: Store) -> None:
    rows = asked(store, "article-in-order", article="harbour-1")
    places = [int(row["at"]) for row in rows]
    assert places == sorted(places) and len(set(places)) == 3
    assert all(worlds.FIRST_TEXT[int(r["at"]) : int(r["until"])] == r["quote"] for r in rows)
    assert not asked(store, "article-in-order", article="nobody-wrote-this")


def test_the_picture_has_nodes_and_edges(store: Store) -> None:
    nodes = {(r["node"], r["type"], r["key"], r["value"]) for r in asked(store, "view-nodes")}
    assert (TOLANE, "Person", "name", "Tolane") in nodes
    assert (VISIT, "Visit", "status", "ongoing") in nodes
    assert (TRANSFER, "Transfer", "status", "denied") in nodes
    edges = asked(store, "view-edges")
    visit = [e for e in edges if e["source"] == VISIT and e.get("target") == TOLANE]
    assert {e["speaker"] for e in visit} == {"Harbour News", "unknown outlet"}
    for edge in edges:
        offset = int(edge["offset"])
        assert edge["sentence"][offset : offset + len(edge["quote"])] == edge["quote"]
        assert ("target" in edge) != ("value" in edge)


def test_a_subgraph_is_triples(store: Store) -> None:
    result = run(store, "subgraph", {"of": "Tolane"})
    assert f"<{VISIT}> <{PREFIXES['kg']}visitor> <{TOLANE}> ." in result.lines
    text = result.write("turtle")
    assert text.startswith("@prefix ") and "Mira Tolane" in text
    with pytest.raises(QueryError, match="cannot be written as json"):
        result.write("json")


def test_one_thing_is_told_by_what_it_points_at_and_what_points_at_it(store: Store) -> None:
    rows = asked(store, "about", of=TOLANE)
    told = {(r["direction"], r["property"].rpartition("#")[2].rpartition("/")[2], r.get("label", r["value"])) for r in rows}
    assert {("from", "label", "Mira Tolane"), ("from", "state", "Avaria"), ("to", "ledBy", "Delegation of Avaria")} <= told
    assert not asked(store, "about", of="id:nobody")
    lines = run(store, "description", {"of": VISIT}).lines
    assert f"<{VISIT}> <{PREFIXES['kg']}visitor> <{TOLANE}> ." in lines
    assert f'<{TOLANE}> <{PREFIXES["rdfs"]}label> "Mira Tolane"@en .' in lines
    assert any(line.startswith(f"<{PREFIXES['claim']}") for line in lines)
    assert not run(store, "description", {"of": "id:nobody"}).lines


def test_text_of_a_query_may_leave_prefixes_out_and_take_parameters(store: Store) -> None:
    text = 'SELECT ?x WHERE { ?x rdfs:label ?l ; a kg:Person FILTER(?x = kg:param("who") || STR(?l) = kg:param("who")) }'
    for who in ("Mira Tolane", TOLANE, f"<{TOLANE}>", "id:" + TOLANE.rpartition("/")[2]):
        assert column(list(run(store, text, {"who": who}).records()), "x") == [(TOLANE,)]
    assert [p.name for p in parameters_of(text)] == ["who"]
    dates = 'SELECT ?e WHERE { ?e kg:endLatest ?d FILTER(?d > kg:param("day")) }'
    assert column(list(run(store, dates, {"day": "2027-05-07"}).records()), "e") == [(VISIT,)]
    assert not run(store, dates, {"day": "2027-05-08"}).solutions.rows


def test_ask_gives_yes_or_no(store: Store) -> None:
    assert run(store, "ASK { ?v a kg:Visit }").write("table") == "yes\n"
    assert json.loads(run(store, "ASK { ?v a kg:Tribute }").write("json")) == {"head": {}, "boolean": False}


def test_the_header_of_a_text_says_what_its_parameters_are() -> None:
    head = "# title: t\n# param: day date required - from then\n# param: unused date optional - x\n# param: anything goes here\n"
    told = parameters_of(
        head + 'SELECT * { BIND(kg:param("day") AS ?d) BIND(kg:param("who") AS ?w) }\n# param: who date required - x'
    )
    assert [(p.name, p.kind, p.required) for p in told] == [("day", "date", True), ("who", "any", False)]


def test_the_words_of_the_vocabulary_are_told(store: Store) -> None:
    told = {row["word"]: row for row in asked(store, "vocabulary")}
    assert told[KG + "Visit"]["definition"] == "A stay in another country as a whole." and len(told) > 100
    assert told[KG + "visitor"]["label"] == "visitor" and f"{BASE}status/alleged" in told


def test_unbound_parameters_reach_subqueries_filters_and_unions(store: Store) -> None:
    """What the engine's own substitution gets wrong: see docs/decisions/query.md."""
    text = """SELECT ?v WHERE {
      BIND(kg:param("since") AS ?since) ?v a kg:Visit ; kg:endLatest ?d FILTER(!BOUND(?since) || ?d >= ?since)
    }"""
    assert len(run(store, text).solutions.rows) == 1
    assert len(run(store, text, {"since": "2027-06-01"}).solutions.rows) == 0
    nested = 'SELECT ?v WHERE { { SELECT ?v { ?v a ?c FILTER(?c = kg:param("c")) } } UNION { ?v kg:nope kg:nope } }'
    assert len(run(store, nested, {"c": "kg:Visit"}).solutions.rows) == 1


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("leader", {}, "no query named"),
        ("visits", {"visitr": "x"}, "no parameter visitr"),
        ("dossier", {}, "needs the parameter person"),
        ("visits", {"since": "yesterday"}, "not a date"),
        ("visits", {"since": "2027-02-30"}, "not a date"),
        ("review-queue", {"below": "many"}, "not a whole number"),
        ("dossier", {"person": " "}, "is empty"),
        ("dossier", {"person": "<http://x y>"}, "is not an IRI"),
        ("about", {"of": "Mira Tolane"}, "is not an IRI"),
        ("dossier", {"person": "\ud800"}, "not valid Unicode"),
    ],
)
def test_wrong_parameters_are_refused(store: Store, name: str, given: dict[str, str], says: str) -> None:
    with pytest.raises(QueryError, match=says):
        run(store, name, given)


def test_a_mistyped_name_brings_the_nearest() -> None:
    with pytest.raises(QueryError) as caught:
        find("visit")
    assert "visits" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT ?s WHERE {\n  ?s rdfs:label }", "line 2, column 17"),
        ("SELECT ?s WHERE {\n  ?s ?p", "ends too early"),
        ("SELECT ?s WHERE { ?s nope:x ?o }", "prefix is not declared"),
        ("SELECT ?s ?t WHERE { ?s ?p ?o } GROUP BY ?s", "line 1"),
    ],
)
def test_mistakes_are_shown_where_they_are(store: Store, text: str, says: str) -> None:
    with pytest.raises(QueryError, match=says) as caught:
        run(store, text)
    assert caught.value.hint


def test_results_are_standard(store: Store) -> None:
    result = run(store, "SELECT ?l ?n ?none { VALUES (?l ?n) { ('a, \"b\"\\n'@en 1) (<x:y> 'c') } }")
    data = json.loads(result.write("json"))
    assert data["head"] == {"vars": ["l", "n", "none"]}
    assert data["results"]["bindings"][0] == {
        "l": {"type": "literal", "value": 'a, "b"\n', "xml:lang": "en"},
        "n": {"type": "literal", "value": "1", "datatype": PREFIXES["xsd"] + "integer"},
    }
    assert data["results"]["bindings"][1]["l"] == {"type": "uri", "value": "x:y"}
    rows = list(csv.reader(io.StringIO(result.write("csv"), newline="")))
    assert rows == [["l", "n", "none"], ['a, "b"\n', "1", ""], ["x:y", "c", ""]]
    tsv = result.write("tsv").split("\n")
    assert tsv[0] == "?l\t?n\t?none" and tsv[1].split("\t")[0] == '"a, \\"b\\"\\n"@en' and tsv[2].startswith("<x:y>\t")
    with pytest.raises(QueryError, match="no format"):
        result.write("docx")


def test_a_table_is_aligned_and_cannot_steer_the_terminal() -> None:
    from kg.model import Solutions

    rows = (('"金正恩"', '"x"'), ('"\\u001B[31mred\\u202Eder"', None), (f"<{TOLANE}>", '"' + "y" * 90 + '"'))
    text = Result("SELECT", Solutions(("name", "v"), rows), prefixes=PREFIXES).write("table")
    lines = text.splitlines()
    assert "\x1b" not in text and "\u202e" not in text
    assert lines[2].startswith("金正恩") and lines[2].endswith("x")
    assert "id:mira-tolane" in text and "…" in text
    assert lines[-1] == "(3 rows)"


def test_answers_do_not_depend_on_the_order_of_loading(store: Store, tmp_path: Path) -> None:
    lines = sorted(set(triples(worlds.world(), worlds.resolution())), key=lambda line: line[::-1])
    with Store.open(tmp_path, write=True) as other:
        other.load(lines)
        for query in named():
            values = {"entity": "Mira Tolane", "iri": TOLANE}
            given = {p.name: values.get(p.kind, "harbour-1") for p in query.parameters if p.required}
            assert run(store, query, given) == run(other, query, given), query.name


def test_every_query_file_stands_alone() -> None:
    """Each declares the prefixes it uses, so that it runs in any SPARQL engine, and is told about in its header."""
    for path in sorted(data_dir("queries").glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        declared = {line.split()[1].rstrip(":") for line in text.splitlines() if line.startswith("PREFIX ")}
        used = {t.text.partition(":")[0] for t in tokens(text) if t.kind == "name"}
        assert declared == used, path.name
        assert find(path.stem).description, path.name
        asked_for = {p.name for p in find(path.stem).parameters}
        assert asked_for == {p.name for p in parameters_of(text)}, path.name
        assert check(text) == "CONSTRUCT" or "ORDER BY" in text, path.name


def test_a_header_without_title_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.rq").write_text("# who\nASK {}\n", encoding="utf-8")
    with pytest.raises(QueryError, match="no title"):
        find("x", tmp_path)
    (tmp_path / "x.rq").write_text("# title: t\n# param: a sometimes\nASK {}\n", encoding="utf-8")
    with pytest.raises(QueryError, match="cannot read the parameter"):
        find("x", tmp_path)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Lý Hồng Trung", "ly hong trung"), ("Kim Jong-un", "KIM JONG UN"), ("Müller", "muller"), ("Łódź", "lodz")],
)
def test_names_fold(left: str, right: str) -> None:
    assert fold(left) == fold(right)
