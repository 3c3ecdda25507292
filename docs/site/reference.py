"""The reference pages of the site, made from what the package has: the ontology, the named questions, the commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from kg.cli import main
from kg.query import NamedQuery, named
from kg.vocabulary import BASE, KG, PREFIXES

if TYPE_CHECKING:
    from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ("kg.ttl", "eventtypes.ttl", "shapes.ttl")
KINDS = (
    ("Classes", OWL.Class),
    ("Properties between things", OWL.ObjectProperty),
    ("Properties with a value", OWL.DatatypeProperty),
    ("Annotations", OWL.AnnotationProperty),
)
MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
RELATIONS = (
    (RDFS.subClassOf, "a kind of"),
    (RDFS.subPropertyOf, "a case of"),
    (RDFS.domain, "said of"),
    (RDFS.range, "value"),
    (rdflib.URIRef(KG + "hasRole"), "can have"),
    (RDFS.seeAlso, "compare"),
)


def pages() -> dict[str, str]:
    """The pages by their path, and the files of the ontology beside them."""
    made = {
        "reference/ontology.md": ontology(read_ontology()),
        "reference/queries.md": catalogue(named()),
        "reference/commands.md": commands(),
    }
    return made | {f"reference/{name}": (ROOT / "ontology" / name).read_text(encoding="utf-8") for name in ONTOLOGY}


def read_ontology() -> rdflib.Graph:
    """The vocabulary and its concept schemes."""
    graph = rdflib.Graph(bind_namespaces="none")
    for name in ONTOLOGY[:2]:
        graph.parse(ROOT / "ontology" / name)
    for prefix, base in PREFIXES.items():
        graph.bind(prefix, base, override=True)
    return graph


def ontology(graph: rdflib.Graph) -> str:
    """The page of the vocabulary: every class, property and concept with its definition."""
    about = rdflib.URIRef(BASE + "ont")
    lines = [
        "# The vocabulary",
        "",
        f"{graph.value(about, DCTERMS.description)}",
        "",
        f"Version {graph.value(about, OWL.versionInfo)}, licence <{graph.value(about, DCTERMS.license)}>. This page is made from",
        "[kg.ttl](kg.ttl) and [eventtypes.ttl](eventtypes.ttl); [shapes.ttl](shapes.ttl) holds what `kg validate` checks.",
        "[Decisions: the model](../decisions/model.md) says why it is as it is.",
        "",
        "| prefix | namespace |",
        "| --- | --- |",
        *(f"| `{prefix}:` | `{base}` |" for prefix, base in PREFIXES.items()),
    ]
    for title, kind in KINDS:
        lines += ["", f"## {title}", ""]
        for term in sorted(graph.subjects(RDF.type, kind)):
            lines += _term(graph, term)
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        lines += ["", f"## {graph.value(scheme, DCTERMS.title)}", "", *_scheme(graph, scheme)]
    return "\n".join(lines) + "\n"


def _term(graph: rdflib.Graph, term: Node) -> Iterator[str]:
    yield f"### {_name(graph, term)} {{#{str(term).removeprefix(KG)}}}"
    yield ""
    told = graph.value(term, SKOS.definition)
    yield f"*{graph.value(term, RDFS.label)}*{': ' + str(told) if told else '.'}"
    yield ""
    for relation, words in RELATIONS:
        if others := sorted(graph.objects(term, relation)):
            yield f"- {words} " + ", ".join(_reference(graph, other) for other in others)
    yield ""


def _scheme(graph: rdflib.Graph, scheme: Node) -> Iterator[str]:
    yield "| name | label | meaning | like |"
    yield "| --- | --- | --- | --- |"
    for concept in sorted(graph.subjects(SKOS.inScheme, scheme)):
        told = graph.value(concept, SKOS.definition) or graph.value(concept, SKOS.scopeNote) or ""
        shown_as = graph.value(concept, rdflib.URIRef(KG + "asClass"))
        like = [_reference(graph, shown_as)] if shown_as else []
        like += sorted(_reference(graph, other) for match in MATCHES for other in graph.objects(concept, match))
        cells = (f"`{_name(graph, concept)}`", graph.value(concept, SKOS.prefLabel) or "", told, ", ".join(like))
        yield "| " + " | ".join(str(cell).replace("|", "/") for cell in cells) + " |"


def _name(graph: rdflib.Graph, term: Node) -> str:
    return str(term.n3(graph.namespace_manager)).strip("<>")


def _reference(graph: rdflib.Graph, term: Node) -> str:
    """A term as a link to where it stands on the page, if it does."""
    name = _name(graph, term)
    return f"[{name}](#{str(term).removeprefix(KG)})" if str(term).startswith(KG) else f"`{name}`"


def catalogue(questions: list[NamedQuery]) -> str:
    """The page of the named questions: what each answers, what it takes, and its text."""
    lines = [
        "# Questions",
        "",
        f"The {len(questions)} questions that come along, each a file in `queries/`. Ask one by `kg query NAME --param ...`,",
        "in Python by `graph.query(name, ...)`, or by its form in `kg serve`. A name of a person or state may be any spelling",
        "that an article used.",
    ]
    for question in questions:
        lines += ["", f"## {question.name}", "", f"**{question.title}** {question.description}", ""]
        if question.parameters:
            lines += ["| parameter | takes | | meaning |", "| --- | --- | --- | --- |"]
            for p in question.parameters:
                need = "needed" if p.required else f"else {p.default}" if p.default else ""
                lines.append(f"| `{p.name}` | {p.kind} | {need} | {p.meaning} |")
            lines.append("")
        lines += ['??? note "SPARQL"', "", "    ```sparql", *(f"    {line}" for line in question.text.splitlines()), "    ```"]
    return "\n".join(lines) + "\n"


def commands() -> str:
    """The page of the commands: what ``--help`` prints."""
    lines = ["# Commands", "", "What `kg --help` and `kg COMMAND --help` print."]
    root = click.Context(main, info_name="kg", max_content_width=100, terminal_width=100)
    lines += ["", "```text", main.get_help(root), "```"]
    for name in main.list_commands(root):
        command = main.get_command(root, name)
        assert command is not None, name
        lines += ["", f"## kg {name}", "", "```text", command.get_help(click.Context(command, root, info_name=name)), "```"]
    return "\n".join(lines) + "\n"
