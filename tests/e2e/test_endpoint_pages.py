"""The pages of the endpoint, read over real connections: forms, tables, the editor, things, and pictures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
import rdflib

from kg import vocabulary as v
from kg.serve import Limits
from tests import worlds
from tests.serving import Client, running, small_store

pytestmark = [pytest.mark.e2e, pytest.mark.loopback]
TOLANE = worlds.entity_id("Mira Tolane")
FORM = "application/x-www-form-urlencoded"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
GRAPHS = {"text/turtle": "turtle", "application/n-triples": "nt", "application/ld+json": "json-ld", "application/rdf+xml": "xml"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with running(small_store(tmp_path_factory.mktemp("pages") / "store"), Limits(timeout=60, page_rows=5)) as found:
        yield found


def test_the_questions_have_forms_and_answers(client: Client) -> None:
    home = client.get("/", Accept=BROWSER).text
    assert 'action="/ask/leaders"' in home and 'name="since" type="date"' in home and "view-nodes" not in home
    page = client.get("/ask/leaders?person=Tolane&delegation=", Accept=BROWSER).text
    assert f'href="/id/{TOLANE}"' in page and "Harbour News" in page
    assert client.get("/ask/leaders?person=Tolane").json()["results"]["bindings"][0]["leader"]["value"] == "Mira Tolane"
    assert client.get("/ask/leaders?person=Tolane&format=csv", Accept=BROWSER).text.startswith("delegation,leader")
    assert "# title: Who led which delegation?" in client.get("/sparql?edit=leaders", Accept=BROWSER).text
    assert client.get("/sparql?edit=nothing", Accept=BROWSER).status == 404
    graph = client.get("/ask/subgraph?of=Tolane", Accept=BROWSER).text
    assert "format=turtle" in graph and "@prefix id:" in graph


def test_an_iri_leads_to_a_page_or_to_rdf(client: Client) -> None:
    page = client.get(f"/id/{TOLANE}", Accept=BROWSER)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>Mira Tolane</h1>" in page.text and "led by Foreign Minister Mira Tolane" in page.text
    for media, form in GRAPHS.items():
        got = client.get(f"/id/{TOLANE}", Accept=media)
        graph = rdflib.Graph().parse(data=got.body, format=form)
        assert str(graph.value(rdflib.URIRef(v.ENTITY + TOLANE), rdflib.RDFS.label)) == "Mira Tolane"
    assert "@prefix" in client.get(f"/id/{TOLANE}?format=turtle", Accept=BROWSER).text
    assert client.get("/ont").text.startswith("@prefix")


def test_every_link_within_the_site_leads_somewhere(client: Client) -> None:
    seen: set[str] = set()
    for start in ("/", "/sparql", f"/id/{TOLANE}", "/event/" + worlds.event_id("tolane visit"), "/ask/visits", "/ask/articles"):
        links = {e.get("href", "") for e in page_of(client, start).iter("a")}
        seen |= {link.partition("#")[0] for link in links if link.startswith("/") and "format=" not in link}
    assert len(seen) > 15
    for link in sorted(link for link in seen if not link.startswith("/graph")):
        assert client.get(link, Accept=BROWSER).status == 200, link


def page_of(client: Client, path: str) -> ET.Element:
    """A page as the tree that lxml's forgiving parser makes of it."""
    from lxml import html  # type: ignore[import-untyped]

    found: ET.Element = html.fromstring(client.get(path, Accept=BROWSER).body)
    return found


HOSTILE = "</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'"


@pytest.mark.parametrize(
    "path",
    [
        "/sparql?query=" + quote(f'SELECT ("""{HOSTILE}""" AS ?x) (<javascript:alert(1)> AS ?y) {{}}'),
        "/sparql?query=" + quote(HOSTILE),
        "/ask/leaders?person=" + quote(HOSTILE),
        "/ask/" + quote(HOSTILE, safe=""),
        "/ask/leaders?" + quote(HOSTILE) + "=1",
        "/id/" + quote(HOSTILE, safe=""),
        "/graph?focus=" + quote(HOSTILE),
    ],
)
def test_no_text_becomes_markup(client: Client, path: str) -> None:
    got = client.get(path, Accept=BROWSER)
    assert got.headers["content-type"].startswith("text/html")
    ours = got.text.replace('<script src="/static/', "").replace('<script type="application/json" id="words">', "")
    assert "<script" not in ours and "<img" not in ours and 'href="javascript' not in ours


def test_only_the_editor_has_scripts_and_only_its_own(client: Client) -> None:
    page = client.get("/sparql", Accept=BROWSER)
    policy = dict(part.strip().partition(" ")[::2] for part in page.headers["content-security-policy"].split(";"))
    assert (policy["default-src"], policy["script-src"], policy["style-src"]) == ("'none'", "'self'", "'self'")
    assert "unsafe-inline" not in str(policy) and "connect-src" not in policy
    for path in ("/", "/ask/visits", f"/id/{TOLANE}", "/nowhere"):
        other = client.get(path, Accept=BROWSER)
        assert "<script" not in other.text and "script-src" not in other.headers["content-security-policy"]


def test_the_files_of_the_pages_and_no_others_are_served(client: Client) -> None:
    for link in re.findall(r'(?:src|href)="(/static/[^"]+)"', client.get("/sparql", Accept=BROWSER).text):
        assert client.get(link).status == 200 and not client.get(link).headers["content-type"].startswith("text/html"), link
    for path in ("/static/", "/static/nothing.js", "/static/../pages.py", "/static/%2e%2e/pages.py", "/static//etc/passwd"):
        assert client.get(path).status == 404, path
    assert "MIT" in client.get("/static/yasqe/LICENSES.txt").text


def test_a_text_takes_the_parameters_that_it_asks_for(client: Client) -> None:
    query = "SELECT ?v { ?v a kg:Visit ; rdfs:label ?l FILTER(CONTAINS(?l, kg:param('who'))) }"
    fields = {"query": query, "$who": "Tolane"}
    answers = [client.get(f"/sparql?{urlencode(fields)}"), client.post(urlencode(fields), FORM)]
    assert [len(a.json()["results"]["bindings"]) for a in answers] == [1, 1]
    assert client.query(query, **{"$who": "Nobody"}).json()["results"]["bindings"] == []
    assert client.query(query, **{"$whom": "Tolane"}).status == 400
    page = client.query(query, BROWSER, **{"$who": "Tolane"}).text
    assert 'name="$who"' in page and 'value="Tolane"' in page and "%24who=Tolane" in page
    assert client.get("/graph?" + urlencode({**fields, "$who": "Nobody"})).status == 400


def test_a_header_tells_what_the_parameters_of_a_text_are(client: Client) -> None:
    page = client.get("/sparql?edit=visits&%24since=2027-05-01", Accept=BROWSER).text
    assert 'name="$since" type="date" value="2027-05-01"' in page
    text = "# param: since date required - from this day\nSELECT * { BIND(kg:param('since') AS ?d) }"
    assert client.query(text).status == 400
    assert client.query(text, **{"$since": "soon"}).status == 400
    assert client.query(text, **{"$since": "2027-05-01"}).json()["results"]["bindings"][0]["d"]["value"] == "2027-05-01"


def test_a_refusal_keeps_the_text_in_the_editor(client: Client) -> None:
    got = client.query("SELECT ?v WHERE ?v", BROWSER)
    assert got.status == 400 and "line 1, column 17" in got.text and "SELECT ?v WHERE ?v</textarea>" in got.text


CORVENIA = b'"Corvenia"'  # the node, not the word in an article


def test_the_picture_of_the_whole_of_a_part_and_of_an_answer(client: Client) -> None:
    whole = client.get("/graph")
    assert whole.status == 200 and b"Mira Tolane" in whole.body and CORVENIA in whole.body
    assert "script-src 'sha256-" in whole.text and "default-src 'none'" not in whole.headers["content-security-policy"]
    answer = client.get("/graph?query=" + quote("SELECT ?v { ?v a kg:Arrival }"))
    assert answer.status == 200 and b"Port Selin" in answer.body and CORVENIA not in answer.body
    assert client.get("/graph?query=" + quote("SELECT ?v { ?v a kg:Tribute }")).status == 400
    assert client.get("/graph?query=ASK%7B%7D").status == 400
    built = client.get("/graph?query=" + quote("CONSTRUCT { ?v ?p ?o } { ?v a kg:Arrival ; ?p ?o }"))
    assert built.status == 200 and b"Port Selin" in built.body
    labels = client.get("/graph?query=" + quote("SELECT ?l { kg:Nothing ?p ?o } VALUES ?l { 'Mira Tolane' }"))
    assert labels.status == 400
    labels = client.get("/graph?query=" + quote("SELECT ?l { VALUES ?l { 'Mira Tolane' 'Belmora' 'no such thing' } }"))
    assert labels.status == 200 and b"Mira Tolane" in labels.body and CORVENIA not in labels.body
    named = client.get("/graph?ask=visits&visitor=Tolane&since=")
    assert named.status == 200 and b"Mira Tolane" in named.body and CORVENIA not in named.body
    assert client.get("/graph?ask=nothing").status == 404
    assert "/graph?visitor=Tolane&amp;ask=visits" in client.get("/ask/visits?visitor=Tolane", Accept=BROWSER).text


def test_the_articles_can_be_read_beside_a_picture(client: Client) -> None:
    silent = "May 4 (Harbour News)"  # stands in the first article, in no sentence that says anything
    arrival = client.get("/graph?query=" + quote("SELECT ?v { ?v a kg:Arrival }")).text
    transfer = client.get("/graph?query=" + quote("SELECT ?v { ?v a kg:Transfer }")).text
    assert silent in client.get("/graph").text and silent in arrival
    assert silent not in transfer, "of a part only the articles that tell of it"
