"""The SPARQL 1.1 Protocol and the pages, asked over real connections by real clients."""

from __future__ import annotations

import csv
import io
import shutil
import signal
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, RDFXML, SPARQLWrapper
from SPARQLWrapper import JSON as WRAPPED_JSON

from kg import vocabulary as v
from kg.emit import triples
from kg.serve import Limits
from kg.store import Store
from tests import worlds
from tests.serving import JSON, Client, running, small_store

pytestmark = [pytest.mark.e2e, pytest.mark.loopback]
SELECT = "SELECT ?v ?label { ?v a kg:Visit ; rdfs:label ?label }"
CONSTRUCT = "CONSTRUCT { ?v rdfs:label ?l } { ?v a kg:Visit ; rdfs:label ?l }"
VISIT = v.EVENT + worlds.event_id("tolane visit")
TOLANE = worlds.entity_id("Mira Tolane")
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    return small_store(tmp_path_factory.mktemp("served") / "store")


@pytest.fixture(scope="module")
def client(store: str) -> Iterator[Client]:
    with running(store, Limits(timeout=60, max_results=50, page_rows=5), "https://friend.example") as found:
        yield found


def test_three_ways_to_ask(client: Client) -> None:
    answers = [
        client.query("ASK {}"),
        client.post("ASK {}", f"{DIRECT}; charset=utf-8"),
        client.post(urlencode({"query": "ASK {}"}), FORM),
    ]
    assert [(a.status, a.headers["content-type"], a.json()["boolean"]) for a in answers] == [(200, JSON, True)] * 3


@pytest.mark.parametrize("text", ["100%25", "a+b%20", "é 🙂", "&=?"])
def test_a_query_is_decoded_once(client: Client, text: str) -> None:
    query = f"SELECT ('{text}' AS ?x) {{}}"
    for got in (client.query(query), client.post(query, DIRECT), client.post(urlencode({"query": query}), FORM)):
        assert got.json()["results"]["bindings"][0]["x"]["value"] == text


ROWS = [JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"]
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
}


def test_rows_in_every_format(client: Client) -> None:
    answers = {media: client.query(SELECT, media) for media in ROWS}
    for media, got in answers.items():
        assert got.status == 200 and got.headers["content-type"].partition(";")[0] == media
        assert "Accept" in got.headers["vary"]
    (row,) = answers[JSON].json()["results"]["bindings"]
    assert row["v"] == {"type": "uri", "value": VISIT} and row["label"]["xml:lang"] == "en"
    document = ET.fromstring(answers["application/sparql-results+xml"].text)
    assert [e.text for e in document.iterfind(".//{*}uri")] == [VISIT]
    assert list(csv.reader(io.StringIO(answers["text/csv"].text)))[1][0] == VISIT
    assert answers["text/tab-separated-values"].text.startswith(f"?v\t?label\n<{VISIT}>\t")


def test_triples_in_every_format(client: Client) -> None:
    read = []
    for media, form in GRAPHS.items():
        got = client.query(CONSTRUCT, media)
        assert got.status == 200 and got.headers["content-type"].partition(";")[0] == media
        read.append(set(rdflib.Graph().parse(data=got.body, format=form)))
    assert len(read[0]) == 1 and all(found == read[0] for found in read)


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (SELECT, "*/*", JSON),
        (SELECT, "text/*;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        (SELECT, "text/turtle, application/json;q=0.1", "application/json"),
        (SELECT, "text/html;q=0.1, */*;q=0.5, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        (SELECT, BROWSER, "text/html"),
        (CONSTRUCT, "*/*", "text/turtle"),
        (CONSTRUCT, BROWSER, "text/html"),
        ("ASK {}", "text/csv", "text/csv"),
    ],
)
def test_the_client_chooses(client: Client, query: str, accept: str, media: str) -> None:
    assert client.query(query, accept).headers["content-type"].partition(";")[0] == media


def test_a_format_may_be_asked_for_by_name(client: Client) -> None:
    assert client.query(SELECT, BROWSER, format="csv").text.startswith("v,label\r\n")
    assert client.query(SELECT, JSON, format="unheard-of").headers["content-type"] == JSON


REFUSED = [
    ("GET", "/sparql?query=SELEC", 400, "cannot begin with"),
    ("GET", "/sparql?query=leaders", 400, "cannot begin with"),
    ("GET", "/sparql?query=SELECT+*+{", 400, "line 1"),
    ("GET", "/sparql?query=ASK{}&query=ASK{}", 400, "more than one query"),
    ("GET", "/sparql?query=%ff", 400, "UTF-8"),
    ("GET", "/sparql?query=ASK{}&default-graph-uri=http://x/", 400, "one graph"),
    ("GET", "/sparql?query=ASK{}&named-graph-uri=http://x/", 400, "one graph"),
    ("GET", "/sparql?update=CLEAR+ALL", 403, "read-only"),
    ("GET", "/sparql?query=CLEAR+ALL", 403, "would change the graph"),
    ("PUT", "/sparql?query=ASK{}", 405, ""),
    ("DELETE", "/sparql", 405, ""),
    ("GET", "/ask/nobodys-question", 404, "no query named"),
    ("GET", "/ask/leaders?persn=x", 400, "no parameter persn"),
    ("GET", "/ask/visits?since=soon", 400, "not a date"),
    ("GET", "/id/nobody", 404, "does not know"),
    ("GET", "/id/no%20%22body", 404, "does not know"),
    ("GET", "/id/no%body", 400, "not an IRI"),
    ("GET", "/nowhere", 404, ""),
    ("GET", "/graph?hops=many", 400, "hops"),
    ("GET", "/graph?focus=nobody", 400, "nothing in the graph is called"),
]


@pytest.mark.parametrize(("method", "path", "status", "says"), REFUSED)
def test_what_cannot_be_answered_is_refused(client: Client, method: str, path: str, status: int, says: str) -> None:
    got = client.ask(method, path.replace("{", "%7B").replace("}", "%7D"))
    assert (got.status, got.headers["content-type"].partition(";")[0]) == (status, "text/plain")
    assert says in got.text and "Traceback" not in got.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("ASK {}", "text/plain", 415),
        ("ASK {}", "", 415),
        (b"ASK {} #\xff\xfe", DIRECT, 400),
        (b"query=%ff", FORM, 400),
        ("", FORM, 400),
        ("CLEAR ALL", "application/sparql-update", 403),
        ("update=CLEAR+ALL", FORM, 403),
        ("&".join(f"a{n}=1" for n in range(60)), FORM, 400),
    ],
)
def test_bodies_that_are_no_query_are_refused(client: Client, body: str | bytes, kind: str, status: int) -> None:
    assert client.post(body, kind).status == status


def test_not_acceptable(client: Client) -> None:
    assert client.query(SELECT, "image/png").status == 406
    assert client.query(SELECT, "text/turtle").status == 406
    assert client.query(CONSTRUCT, "text/csv").status == 406
    assert client.get(f"/id/{TOLANE}", Accept="image/png").status == 406


def test_head_and_options(client: Client) -> None:
    head = client.ask("HEAD", "/sparql?query=ASK%7B%7D", Accept=JSON)
    assert (head.status, head.body) == (200, b"") and int(head.headers["content-length"]) > 10
    options = client.ask("OPTIONS", "/sparql")
    assert options.status == 204 and options.headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_pages_of_this_machine_and_of_friends_may_read(client: Client) -> None:
    for origin in ("http://localhost:3000", "http://127.0.0.1", "https://friend.example"):
        got = client.ask("OPTIONS", "/sparql", Origin=origin, **PREFLIGHT)
        assert got.status == 200 and got.headers["access-control-allow-origin"] == origin
        assert "content-type" in got.headers["access-control-allow-headers"].lower()
        simple = client.get("/sparql?query=ASK%7B%7D", Origin=origin)
        assert simple.headers["access-control-allow-origin"] == origin
        assert "access-control-allow-credentials" not in simple.headers


@pytest.mark.parametrize(
    "origin", ["https://stranger.example", "null", "http://localhost.stranger.example", "http://127.0.0.1.nip.io"]
)
def test_pages_of_strangers_may_not(client: Client, origin: str) -> None:
    assert client.ask("OPTIONS", "/sparql", Origin=origin, **PREFLIGHT).status == 400
    assert "access-control-allow-origin" not in client.get("/sparql?query=ASK%7B%7D", Origin=origin).headers


PREFLIGHT = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Headers": "content-type"}


def test_a_stranger_by_a_name_that_means_this_machine_is_refused(client: Client) -> None:
    assert client.get("/", Host="stranger.example").status == 421
    assert client.get("/", Host=f"localhost:{client.port}").status == 200


@pytest.mark.parametrize("media", sorted(GRAPHS))
def test_the_service_describes_itself(client: Client, media: str) -> None:
    got = client.get("/sparql", Accept=media)
    graph = rdflib.Graph().parse(data=got.body, format=GRAPHS[media])
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = graph.subjects(rdflib.RDF.type, sd.Service)
    assert graph.value(service, sd.endpoint) == rdflib.URIRef(client.url)
    assert graph.value(service, sd.supportedLanguage) == sd.SPARQL11Query
    assert len(set(graph.objects(service, sd.resultFormat))) == 8


def test_a_cut_answer_says_so(client: Client) -> None:
    whole, cut = client.query("SELECT * { ?s ?p ?o } LIMIT 50"), client.query("SELECT * { ?s ?p ?o }")
    assert "kg-truncated" not in whole.headers and "LIMIT" in cut.headers["kg-truncated"]
    assert len(cut.json()["results"]["bindings"]) == 50
    assert "kg-truncated" in client.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "text/turtle").headers
    page = client.query("SELECT * { ?s ?p ?o }", BROWSER).text
    assert "There is more" in page and page.count("<tr>") == 6


def test_every_answer_has_the_headers_of_safety(client: Client) -> None:
    for path in ("/", "/sparql", "/sparql?query=ASK%7B%7D", "/nowhere", "/static/style.css", f"/id/{TOLANE}"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "server" not in headers


def test_sparqlwrapper_is_answered(client: Client) -> None:
    wrapper: Any = SPARQLWrapper(client.url)
    wrapper.setQuery(f"PREFIX kg: <{v.KG}> SELECT ?v {{ ?v a kg:Visit }}")
    wrapper.setReturnFormat(WRAPPED_JSON)
    assert [row["v"]["value"] for row in wrapper.queryAndConvert()["results"]["bindings"]] == [VISIT]
    wrapper.setReturnFormat(CSV)
    assert wrapper.queryAndConvert().decode() == f"v\r\n{VISIT}\r\n"
    wrapper.setMethod("POST")
    assert wrapper.queryAndConvert().decode() == f"v\r\n{VISIT}\r\n"
    wrapper.setQuery(f"PREFIX kg: <{v.KG}> DESCRIBE ?v {{ ?v a kg:Visit }}")
    wrapper.setReturnFormat(RDFXML)
    assert (rdflib.URIRef(VISIT), rdflib.RDF.type, rdflib.URIRef(f"{v.KG}Visit")) in wrapper.queryAndConvert()


def test_the_store_of_rdflib_is_answered(client: Client) -> None:
    graph: Any = rdflib.Graph(SPARQLStore(client.url))
    assert [str(row[0]) for row in graph.query(f"SELECT ?v {{ ?v a <{v.KG}Visit> }}")] == [VISIT]
    assert (rdflib.URIRef(VISIT), rdflib.RDF.type, rdflib.URIRef(f"{v.KG}Visit")) in graph
    assert str(graph.value(rdflib.URIRef(v.ENTITY + TOLANE), rdflib.RDFS.label)) == "Mira Tolane"


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_is_answered(client: Client) -> None:
    def curl(*arguments: str) -> str:
        return subprocess.run(["curl", "-sS", "--fail", *arguments], check=True, capture_output=True, text=True).stdout

    assert curl(client.url, "--data-urlencode", f"query={SELECT}", "-H", "Accept: text/csv").startswith("v,label")
    assert curl("-G", client.url, "--data-urlencode", "query=ASK {}") == '{"head": {}, "boolean": true}\n'
    assert curl(client.url, "-H", "Content-Type: application/sparql-query", "--data-binary", "ASK {}").endswith("true}\n")
    assert "kg:Person" in curl(f"http://127.0.0.1:{client.port}/id/{TOLANE}")


def test_the_command_tells_its_address_and_ends_by_ctrl_c(store: str) -> None:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", store, "--port", "0"]
    limits = ["--timeout", "60", "--max-results", "2", "--workers", "1", "--cors", "*"]
    with subprocess.Popen([*command, *limits], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        told = process.stderr.readline()
        client = Client(int(told.split(":")[2].partition("/")[0]))
        got = client.query("SELECT * { ?s ?p ?o }")
        stranger = client.get("/sparql?query=ASK%7B%7D", Origin="https://stranger.example")
        process.send_signal(signal.SIGINT)
        assert (process.wait(60), process.stdout.read()) == (0, "")
    assert told == f"http://127.0.0.1:{client.port}/ (Ctrl-C stops it)\n"
    assert len(got.json()["results"]["bindings"]) == 2 and "kg-truncated" in got.headers
    assert stranger.headers["access-control-allow-origin"] == "*"


def test_a_graph_built_meanwhile_is_taken_up(tmp_path: Path) -> None:
    path = small_store(tmp_path / "store")
    with running(path, Limits(timeout=60)) as client:
        count = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a kg:Article }"
        assert client.query(count, "text/csv").text == "n\r\n2\r\n"
        with Store.open(path, write=True) as store:
            store.load(triples([worlds.first()], worlds.resolution()))
            assert client.query(count, "text/csv").text == "n\r\n1\r\n"
            store.load(triples(worlds.world(), worlds.resolution()))
        assert client.query(count, "text/csv").text == "n\r\n2\r\n"
