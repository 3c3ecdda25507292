"""The service description: what the endpoint offers, as RDF (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import io

from kg.export import export
from kg.terms import iri
from kg.vocabulary import RDF_TYPE

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
OFFERED = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
OFFERED_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")


def description(endpoint: str, style: str) -> bytes:
    """The description of the service at that address, in a format of the export. Raises ValueError for no address."""
    service, dataset, graph = (iri(f"{endpoint}#{part}") for part in ("service", "dataset", "graph"))
    told = [
        (service, RDF_TYPE, iri(f"{SD}Service")),
        (service, f"{SD}endpoint", iri(endpoint)),
        (service, f"{SD}supportedLanguage", iri(f"{SD}SPARQL11Query")),
        (service, f"{SD}defaultDataset", dataset),
        (dataset, RDF_TYPE, iri(f"{SD}Dataset")),
        (dataset, f"{SD}defaultGraph", graph),
        (graph, RDF_TYPE, iri(f"{SD}Graph")),
        *((service, f"{SD}resultFormat", iri(FORMATS + name)) for name in (*OFFERED, *OFFERED_GRAPHS)),
    ]
    out = io.BytesIO()
    export((f"{s} {iri(p)} {o} ." for s, p, o in told), style, out)
    return out.getvalue()
