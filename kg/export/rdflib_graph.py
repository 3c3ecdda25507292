"""Triples as a graph of rdflib."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib


def rdf_graph(lines: Iterable[str]) -> rdflib.Graph:
    """The triples of the N-Triples lines, with our prefixes bound."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, base in PREFIXES.items():
        graph.bind(prefix, base)
    return graph.parse(data="\n".join(lines), format="nt")
