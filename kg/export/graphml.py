"""The graph as a network for Gephi, Cytoscape or yEd: entities and events as nodes, role values as edges with their quotes."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg import vocabulary as v
from kg.export.index import ClaimRow, Index, local

if TYPE_CHECKING:
    import networkx

_ENTITIES = (v.PERSON_CLASS, v.STATE_CLASS, v.PLACE_CLASS, v.ORGANIZATION_CLASS, v.DELEGATION_CLASS, v.OCCASION_CLASS)
_EVENTS = (v.EVENT_CLASS, v.ALLEGED_EVENT_CLASS, v.ROLE_HOLDING_CLASS)
_STRUCTURE = (v.PART_OF, v.PRECEDED_BY)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EDGE = ("role", "status", "modality", "quote", "said_by", "relayed_by", "outlet", "article", "published", "start", "end")


def graphml(lines: Iterable[str]) -> Iterator[str]:
    """Pieces of a GraphML document; one edge a claim. Characters that XML cannot hold become U+FFFD."""
    import networkx

    out = io.BytesIO()  # not generate_graphml: it cuts at every character that Python holds for a line end, and drops it
    networkx.write_graphml_xml(network(lines), out)
    yield out.getvalue().decode("utf-8").replace("\r", "&#13;")  # a bare one would be read as a line end


def network(lines: Iterable[str]) -> networkx.MultiDiGraph[str]:
    """Entities and events as nodes with their traits, and one edge a claim that links two of them, keyed by the claim's IRI.

    Edges of structure (part of, preceded by) have a ``role`` only.
    """
    import networkx

    index = Index(lines)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    claims = index.claims()
    literals = _literals(claims)
    for thing in index.subjects(*_ENTITIES, *_EVENTS):
        graph.add_node(thing, **_attributes(index, thing, literals.get(thing, {})))
    for row in sorted(claims, key=lambda row: row.claim):
        if row.is_link and row.subject in graph and row.value in graph:
            graph.add_edge(row.subject, row.value, key=row.claim, **_edge(row))
    for thing in list(graph):
        for predicate in _STRUCTURE:
            for other in index.all(thing, predicate):
                if other in graph:
                    graph.add_edge(thing, other, key=f"{thing} {local(predicate)} {other}", role=local(predicate))
    return graph


def _literals(claims: Iterable[ClaimRow]) -> dict[str, dict[str, set[str]]]:
    """By subject and role what is told as text: dates, titles, topics."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in claims:
        if not row.is_link:
            found[row.subject][row.role].add(row.value)
    return found


def _attributes(index: Index, thing: str, literals: dict[str, set[str]]) -> dict[str, str]:
    classes = {local(c) for c in index.all(thing, v.RDF_TYPE)}
    told = {
        "label": index.label(thing),
        "type": local(index.one(thing, v.EVENT_TYPE))
        or local(next((c for c in _ENTITIES if local(c) in classes), v.ROLE_HOLDING_CLASS)),
        "kind": ", ".join(sorted(classes & {"GovernmentBody", "Outlet", "AllegedEvent"})),
        "status": local(index.one(thing, v.STATUS)),
        "state": index.label(index.one(thing, v.STATE)),
        "names": " | ".join(index.all(thing, v.ALT_LABEL)),
        "earliest": index.one(thing, v.START_EARLIEST),
        "latest": index.one(thing, v.END_LATEST),
    }
    told |= {f"told_{role}": " | ".join(sorted(values)) for role, values in sorted(literals.items())}
    return {name: _clean(value) for name, value in told.items() if value}


def _edge(row: ClaimRow) -> dict[str, str | float]:
    told = row._asdict()
    edge: dict[str, str | float] = {name: _clean(str(told[name])) for name in _EDGE if told[name]}
    edge["confidence"] = float(row.confidence or 0)
    return edge


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
