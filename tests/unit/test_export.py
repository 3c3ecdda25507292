"""Each export format is read back by libraries that did not write it, and is the same for any order of the lines."""

from __future__ import annotations

import csv
import io
import json
import random
import re

import networkx
import pyoxigraph
import pytest
import rdflib
from lxml import etree  # type: ignore[import-untyped]

from kg import vocabulary as v
from kg.emit import triples
from kg.errors import UsageError
from kg.export import FORMATS, export, format_of
from kg.terms import literal, parse
from tests import worlds

HOSTILE = (
    'She said "no" \\ and left',
    "first line\nsecond\r\nthird\ttab",
    "</script><script>alert(1)</script>",
    "🙂 astral 𐍈 and \u202eright to left\u202c and \u200f",
    "trailing backslash \\",
    "",
    "'''\"\"\"",
    "@prefix x: <y> . # not a comment",
    "\x01\x0b\x7f\x85\u2028",
    "=HYPERLINK(1)",
)
TYPES = {
    "turtle": ("turtle", pyoxigraph.RdfFormat.TURTLE),
    "trig": ("trig", pyoxigraph.RdfFormat.TRIG),
    "nquads": ("nquads", pyoxigraph.RdfFormat.N_QUADS),
    "ntriples": ("nt", pyoxigraph.RdfFormat.N_TRIPLES),
    "jsonld": ("json-ld", pyoxigraph.RdfFormat.JSON_LD),
    "rdfxml": ("xml", pyoxigraph.RdfFormat.RDF_XML),
}
Parts = tuple[str, ...]


def world() -> list[str]:
    """The lines of the small world and of a node with hostile texts, languages and numbers."""
    node = f"<{v.ENTITY}hostile>"
    lines = [f"{node} <{v.LABEL}> {literal(text, language='en')} ." for text in HOSTILE]
    lines += [f"{node} <{v.EXACT}> {literal(text)} ." for text in HOSTILE]
    lines += [f"{node} <{v.CONFIDENCE}> {literal(text, v.XSD_DECIMAL)} ." for text in ("0.5", "1", "-0.25")]
    lines += [f"{node} <{v.START_CHAR}> {literal(text, v.XSD_INTEGER)} ." for text in ("7", "-7")]
    lines += [f"{node} <{v.SAME_AS}> <http://x.example/a/b%20c?d=e#f.g> .", f"<urn:x:y> <{v.SAME_AS}> <id:odd> ."]
    return [*triples(worlds.world(), worlds.resolution()), *lines]


def written(form: str, lines: list[str]) -> bytes:
    """The export in one format."""
    out = io.BytesIO()
    export(lines, form, out)
    return out.getvalue()


def parts(lines: list[str]) -> set[Parts]:
    """The triples as plain values, for comparison across libraries."""
    found: set[Parts] = set()
    for triple in pyoxigraph.parse("\n".join(lines).encode(), pyoxigraph.RdfFormat.N_TRIPLES):
        term = parse(str(triple.object))
        found.add((triple.subject.value, triple.predicate.value, term.kind, term.value, term.language, term.datatype))
    return found


def by_pyoxigraph(form: str, data: bytes) -> set[Parts]:
    """What Oxigraph reads."""
    return parts([f"{q.subject} {q.predicate} {q.object} ." for q in pyoxigraph.parse(data, TYPES[form][1])])


def by_rdflib(form: str, data: bytes) -> set[Parts]:
    """What rdflib reads."""
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=TYPES[form][0])
    found: set[Parts] = set()
    for s, p, o, _ in dataset.quads():
        kind = "uri" if isinstance(o, rdflib.URIRef) else "literal"
        language, datatype = getattr(o, "language", None) or "", str(getattr(o, "datatype", None) or "")
        found.add((str(s), str(p), kind, str(o), language, "" if datatype.endswith("#string") else datatype))
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
@pytest.mark.parametrize("form", sorted(TYPES))
def test_oxigraph_and_rdflib_read_the_same_triples(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    lines = world()
    expected = parts(lines)
    data = written(form, lines)
    assert len(expected) == len(set(lines))
    if form == "rdfxml":  # XML has no way to hold these two
        expected = {(s, p, kind, re.sub("[\x01\x0b]", "\ufffd", o), *rest) for s, p, kind, o, *rest in expected}
    assert by_pyoxigraph(form, data) == expected
    assert by_rdflib(form, data) == expected


@pytest.mark.parametrize("form", FORMATS)
def test_bytes_do_not_depend_on_the_order(form: str) -> None:
    lines = world()
    expected = written(form, lines)
    for seed in range(3):
        shuffled = [*lines, *lines[:50]]
        random.Random(seed).shuffle(shuffled)
        assert written(form, shuffled) == expected


def test_turtle_is_readable() -> None:
    text = written("turtle", world()).decode()
    visit = worlds.event_id("tolane visit")
    assert f"\nev:{visit} a kg:Event ,\n        kg:Visit ;\n" in text
    assert f"    kg:visitor id:{worlds.entity_id('Mira Tolane')} .\n" in text
    assert "    kg:startChar " in text and '"^^xsd:integer' not in text
    assert "_:" not in text


def test_prefixes_end_where_local_names_begin() -> None:
    text = written("turtle", world()).decode()
    declared = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert declared == sorted(declared)
    assert all(line.endswith(("/> .", "#> .")) for line in declared)
    assert "@prefix plover:" not in text, "an unused prefix"


def test_jsonld_may_stand_in_a_page() -> None:
    text = written("jsonld", world()).decode()
    assert "</" not in text
    document = json.loads(text)
    nodes = {node["@id"]: node for node in document["@graph"]}
    assert HOSTILE[2] in nodes[f"{v.ENTITY}hostile"]["kg:exact"]
    assert "id" not in document["@context"], "an IRI begins with id: in this world, so the prefix would capture it"
    assert "ev" in document["@context"]


def test_graphml_has_the_quotes_on_its_edges() -> None:
    data = written("graphml", world())
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    ids = root.xpath("//g:key/@id", namespaces=space)
    assert len(ids) == len(set(ids))
    graph = networkx.parse_graphml(data.decode(), node_type=str)
    tolane, visit = v.ENTITY + worlds.entity_id("Mira Tolane"), v.EVENT + worlds.event_id("tolane visit")
    assert graph.nodes[tolane] == {"label": "Mira Tolane", "type": "Person", "state": "Avaria", "names": "Tolane"}
    assert graph.nodes[visit]["told_end"] == "2027-05-07 | 2027-05-08"
    edges = graph.get_edge_data(visit, tolane)
    assert sorted(edge["quote"] for edge in edges.values()) == [
        "Mira Tolane is visiting Belmora until Saturday",
        "Ms. Tolane will stay in Belmora until Friday at the invitation of the Foreign Ministry of Belmora 🙂",
    ]
    assert {edge["role"] for edge in edges.values()} == {"visitor"}
    assert {edge.get("outlet", "") for edge in edges.values()} == {"Harbour News", ""}


def test_graphml_holds_any_text() -> None:
    visit = v.EVENT + worlds.event_id("tolane visit")
    lines = [line for line in world() if not line.startswith(f"<{visit}> <{v.LABEL}>")]
    nasty = '<b>&amp;]]> "x"\r\n\t\x00\x0b🙂'
    lines.append(f"<{visit}> <{v.LABEL}> {literal(nasty, language='en')} .")
    root = etree.fromstring(written("graphml", lines))
    texts = {data.text for data in root.iter("{http://graphml.graphdrawing.org/xmlns}data")}
    assert '<b>&amp;]]> "x"\r\n\t\ufffd\ufffd🙂' in texts


def test_csv_has_every_claim_and_no_formula() -> None:
    nasty = literal("=cmd|' /C calc'!A0")
    lines = [*world(), f"<{v.EVENT}{worlds.event_id('statement')}> <{v.LABEL}> {nasty} ."]
    rows = list(csv.DictReader(io.StringIO(written("csv", lines).decode(), newline="")))
    assert len(rows) == sum(f"<{v.RDF_TYPE}> <{v.CLAIM_CLASS}>" in line for line in set(lines))
    assert any(row["subject_label"].startswith("'=cmd") for row in rows)
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    ends = {(r["value"], r["article"], r["said_by"]) for r in rows if r["role"] == "end"}
    assert ends == {("2027-05-07", "harbour-1", "Harbour News"), ("2027-05-08", "other-2", "unknown outlet")}


def test_an_unknown_format_is_refused_with_a_hint() -> None:
    with pytest.raises(UsageError) as caught:
        written("docx", [])
    assert "turtle" in caught.value.hint


def test_endings_name_formats() -> None:
    assert format_of("a/b.TTL") == "turtle"
    assert format_of("x.nq") == "nquads"
    assert format_of("x.docx") is None


def test_a_malformed_line_is_not_passed_on() -> None:
    with pytest.raises(ValueError, match="not an N-Triples line"):
        written("turtle", ["<a> <b> nonsense ."])


def test_rdfxml_refuses_what_it_cannot_name() -> None:
    with pytest.raises(UsageError, match="RDF/XML has no way"):
        written("rdfxml", ["<http://x/a> <http://x/1> <http://x/b> ."])
