"""Whether a graph keeps its shapes (SHACL) and whether every span still reads as quoted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from kg import vocabulary as v
from kg.config import data_dir
from kg.model import Extraction, Solutions
from kg.terms import parse

SHACL = "http://www.w3.org/ns/shacl#"


class Validatable(Protocol):
    """What this stage needs of a store: an answer to a query, and the open engine for pySHACL."""

    def query(self, sparql: str) -> Solutions | bool | list[str]: ...

    def handle(self) -> object: ...


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach: the node it is about, what is wrong, how grave it is (Violation or Warning) and the value at fault."""

    focus: str
    message: str
    severity: str = "Violation"
    path: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What was compared (``articles``, ``spans``, ``claims``, ``facts`` and the like, by count) and what did not hold."""

    numbers: Mapping[str, int]
    violations: tuple[Violation, ...] = field(default=())

    @property
    def checked(self) -> int:
        """How many spans were sliced anew."""
        return self.numbers["spans"]


def validate(store: Validatable) -> list[Violation]:
    """All breaches of ``ontology/shapes.ttl``, sorted; empty for every graph that we write. Remarks (sh:Info) are left out.

    pySHACL reads the Oxigraph store itself: 6 to 10 times as fast as over rdflib.
    """
    from pyshacl import validate as shacl

    handle: Any = store.handle()
    shapes = str(data_dir("ontology") / "shapes.ttl")
    _, report, text = shacl(handle, shacl_graph=shapes, shacl_graph_format="turtle", inplace=True, advanced=False)
    if isinstance(report, bytes) or not hasattr(report, "query"):
        return [Violation(v.BASE, f"the shapes cannot be checked: {text}")]
    found = (_violation(*row) for row in report.query(_REPORT))
    return sorted((one for one in found if one.severity != "Info"), key=_order)


def _order(violation: Violation) -> tuple[str, ...]:
    return violation.focus, violation.message, violation.path or "", violation.value or ""


_REPORT = f"""PREFIX sh: <{SHACL}>
SELECT ?focus ?severity ?path ?value (GROUP_CONCAT(STR(?said); separator="; ") AS ?message) {{
  ?result a sh:ValidationResult ; sh:focusNode ?focus ; sh:resultSeverity ?severity
  OPTIONAL {{ ?result sh:resultMessage ?said }} OPTIONAL {{ ?result sh:resultPath ?path }} OPTIONAL {{ ?result sh:value ?value }}
}} GROUP BY ?result ?focus ?severity ?path ?value"""


def _violation(focus: object, severity: object, path: object, value: object, message: object) -> Violation:
    grade = str(severity).removeprefix(SHACL)
    return Violation(str(focus), str(message), grade, None if path is None else str(path), None if value is None else str(value))


def verify(extractions: Iterable[Extraction], store: Validatable) -> Verification:
    """Every span of the graph sliced anew from the stored texts, hashes compared, facts traced to claims; all of it counted."""
    kept = {extraction.article.name: extraction for extraction in extractions}
    texts, broken = _articles(kept, store)
    spans = _rows(store, _SPANS)
    broken += [found for row in spans if (found := _span(row, texts))]
    baseless = [Violation(s, "direct fact without an affirmed claim", path=p, value=o) for s, p, o in _rows(store, _BASELESS)]
    numbers = {"articles": len(kept), "spans": len(spans), "spans equal": len(spans) - sum(b.path == v.EXACT for b in broken)}
    numbers |= {name: _count(store, pattern) for name, pattern in _COUNTS.items()}
    return Verification(numbers, tuple(sorted(broken + baseless, key=_order)))


_SPANS = f"""SELECT ?span ?article ?start ?end ?exact {{
  ?span a <{v.SPAN_CLASS}> ; <{v.IN_ARTICLE}> ?article ; <{v.START_CHAR}> ?start ; <{v.END_CHAR}> ?end ; <{v.EXACT}> ?exact }}"""
_ARTICLES = f"SELECT ?article ?name ?hash {{ ?article a <{v.ARTICLE_CLASS}> ; <{v.NAME}> ?name ; <{v.TEXT_SHA256}> ?hash }}"
_CLAIMED = f"""?claim <{v.STATEMENT_SUBJECT}> ?s ; <{v.STATEMENT_PREDICATE}> ?p ; <{v.STATEMENT_OBJECT}> ?o ;
  <{v.MODALITY}>/<{v.SKOS}broader> <{v.MODALITY_OF}affirmed>"""
# by OPTIONAL and not by NOT EXISTS, which took 60 times as long over 2,000 facts
_BASELESS = f"SELECT ?s ?p ?o {{ ?p a <{v.FACT_PROPERTY_CLASS}> . ?s ?p ?o OPTIONAL {{ {_CLAIMED} }} FILTER(!BOUND(?claim)) }}"
_COUNTS = {
    "claims": f"?x a <{v.CLAIM_CLASS}>",
    "reports": f"?x a <{v.REPORT_CLASS}>",
    "events": f"?x a <{v.EVENT_CLASS}>",
    "alleged events": f"?x a <{v.ALLEGED_EVENT_CLASS}>",
    "facts": f"?p a <{v.FACT_PROPERTY_CLASS}> . ?x ?p ?o",
}


def _articles(kept: Mapping[str, Extraction], store: Validatable) -> tuple[dict[str, str], list[Violation]]:
    """The stored texts by article IRI, and what differs between the articles of the graph and those of the records."""
    texts: dict[str, str] = {}
    broken: list[Violation] = []
    seen = set()
    for iri, name, sha256 in _rows(store, _ARTICLES):
        seen.add(name)
        if name not in kept:
            broken.append(Violation(iri, "the article is not in the records", value=name))
            continue
        texts[iri] = kept[name].article.text
        if kept[name].article.sha256 != sha256:
            broken.append(Violation(iri, "the text has another hash than the graph says", path=v.TEXT_SHA256, value=sha256))
    broken += [Violation(name, "the article is not in the graph") for name in sorted(set(kept) - seen)]
    return texts, broken


def _span(row: tuple[str, ...], texts: Mapping[str, str]) -> Violation | None:
    span, article, start, end, exact = row
    text = texts.get(article)
    if text is not None and text[int(start) : int(end)] == exact:
        return None
    return Violation(span, "the text does not read as quoted", path=v.EXACT, value=exact)


def _rows(store: Validatable, sparql: str) -> list[tuple[str, ...]]:
    found = store.query(sparql)
    assert isinstance(found, Solutions)
    return [tuple("" if cell is None else parse(cell).value for cell in row) for row in found]


def _count(store: Validatable, pattern: str) -> int:
    return int(_rows(store, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")[0][0])
