"""View -> the HTML text, written by pyvis' Network with a template of our own: no request, no inline handler, text as text."""

from __future__ import annotations

import base64
import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import jinja2
import pyvis
from markupsafe import Markup
from pyvis.network import Network

from kg.model import STATUSES
from kg.render import style
from kg.render.layout import Box, positions
from kg.render.rank import ranks
from kg.render.tables import Tables
from kg.render.texts import Text
from kg.render.view import Edge, Extent, Node, View, degrees

TEMPLATES = Path(__file__).parent / "templates"
VIS = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
SCRIPTS = (
    "dom",
    "data",
    "look",
    "captions",
    "canvas",
    "arrange",
    "overview",
    "panel",
    "reader",
    "filters",
    "timeline",
    "search",
    "table",
    "download",
    "address",
    "main",
)  # joined in this order
DENSE = 100  # in views of more nodes the captions of events appear only where there is room or the reader comes near
START = 150  # nodes shown at first: no view of more stays readable

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "selectionWidth": 1.5, "font": {"size": 0}},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
        "multiselect": False,
    },
}


def page(view: View, title: str, texts: Iterable[Text] = (), extent: Extent = "all") -> str:
    """The text of the page, the same for equal arguments."""
    net = Network(directed=True, cdn_resources="in_line", heading=title)
    tables = Tables(texts)
    _add_nodes(net, view, tables)
    _add_edges(net, view, tables)
    net.options = OPTIONS  # set_options() would strip every space from the values
    net.templateEnv = _environment(view, tables, extent)
    net.path = "page.html.j2"
    html: str = net.generate_html()
    return html


def _add_nodes(net: Network, view: View, tables: Tables) -> None:
    sizes = _sizes(view)
    rank = ranks(view)
    places = _places(view, sizes)
    start = _start(view)
    near = _places(View.of((n for n in view.nodes if rank[n.id] < start), view.edges), sizes) if len(view.nodes) > start else {}
    for node in view.nodes:
        x, y = places[node.id]
        colour, shape = style.ENTITIES.get(node.type, (style.FAMILIES[style.family(node)]["color"], "diamond"))
        net.add_node(node.id, label=style.caption(node), shape=shape, color=colour, size=sizes[node.id], x=x, y=y)
        net.node_map[node.id].update(_about(node, tables), rank=rank[node.id])
        if node.id in near:
            net.node_map[node.id]["near"] = near[node.id]


def _start(view: View) -> int:
    """How many nodes are shown at first, in the order of their ranks: none that nothing is said of, if there are others."""
    return min(START, len(degrees(view)) or len(view.nodes))


def _about(node: Node, tables: Tables) -> dict[str, Any]:
    """What the page knows of a node beyond its looks; empty things are left out."""
    known = {
        "name": node.label,
        "type": node.type,
        "event": node.is_event,
        "family": style.family(node),
        "kind": node.kind,
        "status": node.status,
        "state": node.state,
        "when": style.span_words(node.starts, node.ends),
        "first": node.earliest or node.latest,
        "last": node.latest or node.earliest,
        "names": list(node.names),
        "links": list(node.links),
        "traits": [
            {"role": style.role_words(t.role), "value": _value(t.role, t.value), "claims": tables.claims_of(t.claims)}
            for t in node.traits
        ],
    }
    return {key: value for key, value in known.items() if value not in ("", [], False)}


def _value(role: str, value: str) -> str:
    return style.day_words(value) if role in ("start", "end") else value


def _add_edges(net: Network, view: View, tables: Tables) -> None:
    """One drawn line for all roles between two nodes in one direction; lines both ways are bent apart."""
    nodes = {n.id: n for n in view.nodes}
    bundles: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in view.edges:
        bundles[_drawn(edge, nodes)].append(edge)
    for (start, end), edges in sorted(bundles.items()):
        event = next((nodes[i] for i in (start, end) if nodes[i].is_event), None)
        both = (end, start) in bundles and start != end
        net.add_edge(
            start,
            end,
            id=edges[0].id,
            family=style.family(event) if event else "ties",
            status=event.status if event else _standing(edges),
            smooth={"enabled": True, "type": "curvedCW", "roundness": 0.16} if both else False,
            roles=[
                {"role": style.role_words(e.role), "claims": tables.claims_of(e.claims)}
                for e in sorted(edges, key=lambda e: e.role)
            ],
        )


def _drawn(edge: Edge, nodes: dict[str, Node]) -> tuple[str, str]:
    """From where to where a line is drawn: who acts points at the event; what has no event points as it is told."""
    turned = nodes[edge.source].is_event and edge.role in style.ACTING
    return (edge.target, edge.source) if turned else (edge.source, edge.target)


def _standing(edges: Sequence[Edge]) -> str:
    """The status that all claims of the edges share, empty where they differ or give none."""
    said = {c.status for e in edges for c in e.claims}
    return said.pop() if len(said) == 1 else ""


def _sizes(view: View) -> dict[str, float]:
    """The radius of every node in pixels: entities grow with what is said of them, up to 34; events stay small."""
    grown = {node: math.sqrt(count) for node, count in degrees(view).items()}
    factor = min(3.0, 25 / max(grown.values(), default=1.0))
    sizes = {n.id: min(6 + grown.get(n.id, 0), 11) if n.is_event else 9 + factor * grown.get(n.id, 0) for n in view.nodes}
    return {node: round(size, 1) for node, size in sizes.items()}


def _places(view: View, sizes: dict[str, float]) -> dict[str, tuple[int, int]]:
    """Where the nodes go, leaving room for each with the caption under it; in large views events get none, names less."""
    boxes: dict[str, Box] = {}
    lift: dict[str, float] = {}
    dense = len(view.nodes) > DENSE
    for node in view.nodes:
        width, height = style.caption_box(node)
        if dense:
            width, height = (0.0, 10.0) if node.is_event else (0.8 * width, min(height, 15.0))
        size = sizes[node.id]
        boxes[node.id] = (max(width, 2 * size), 2 * size + height)
        lift[node.id] = height / 2
    found = positions(boxes, ((e.source, e.target) for e in view.edges))
    return {i: (x, round(y - lift[i])) for i, (x, y) in found.items()}


def _environment(view: View, tables: Tables, extent: Extent) -> jinja2.Environment:
    """A jinja environment that escapes everything but the scripts and styles of this package and of pyvis."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined)
    vis, app, css = _vis(), _app(), _read(TEMPLATES / "page.css")
    env.globals["kg"] = {  # Markup: these are files of two packages, no data is in them
        "scripts": [Markup(vis), Markup(app)],
        "css": Markup(css),
        "csp": Markup(f"script-src {_hash(vis)} {_hash(app)}; style-src {_hash(css)}"),
        "generator": f"Attaché, drawn by pyvis {pyvis.__version__}",
        "data": {
            **tables.as_data(),
            "options": OPTIONS,
            "start": _start(view),
            "extent": extent,
            "entities": {t: {"color": c, "shape": s} for t, (c, s) in style.ENTITIES.items()},
            "families": style.FAMILIES,
            "statuses": [s for s in STATUSES if any(n.status == s for n in view.nodes)],
        },
    }
    return env


def _vis() -> str:
    """vis-network as pyvis ships it, without its pointer to a source map."""
    return _read(VIS).replace("//# sourceMappingURL=vis-network.min.js.map", "").replace("</script", "<\\/script")


def _app() -> str:
    """The page's own script: its files in one function scope, so that nothing is global."""
    parts = "\n".join(_read(TEMPLATES / f"{name}.js") for name in SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}}})();\n'


def _read(path: Path) -> str:
    """A text with LF line ends, as the hashes of the policy need it."""
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
