"""Rows of the queries ``view-nodes``, ``view-edges`` and ``view-disputes`` -> View."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, replace
from typing import Any, NamedTuple

from kg.ids import digest
from kg.render.view import ClaimView, Edge, Node, Trait, View

Row = Mapping[str, str]
Traits = dict[str, set[str]]
ROLE = "Role"  # role holdings are no nodes of the page: they become an edge from the holder, and an office among its traits
LINKS = ("partOf", "precededBy")


def from_rows(node_rows: Iterable[Row], edge_rows: Iterable[Row], dispute_rows: Iterable[Row] = ()) -> View:
    """The view told by the rows of the queries, in whatever order they come; unbound variables are absent or empty."""
    types, traits = _collect(node_rows)
    linked, valued = _claims(edge_rows, _disputes(dispute_rows))
    nodes = {i: _node(i, types[i], traits) for i in types if types[i] != ROLE}
    holdings = {i for i in types if types[i] == ROLE}
    offices = _offices(holdings, nodes, linked, valued)
    edges = [_edge(*key, claims) for key, claims in (*linked.items(), *offices.edges.items()) if key[0] not in holdings]
    edges += [_edge(i, to, key, ()) for i in nodes for key in LINKS for to in traits[i][key]]
    said = {**valued, **offices.traits}
    spoken: dict[str, list[Trait]] = defaultdict(list)
    for (source, value, role), claims in sorted(said.items(), key=lambda item: (item[0][0], item[0][2], item[0][1])):
        spoken[source].append(Trait(role, value, _sorted(claims)))
    return View.of((replace(n, traits=tuple(spoken[i])) for i, n in nodes.items()), edges)


def _collect(rows: Iterable[Row]) -> tuple[dict[str, str], dict[str, Traits]]:
    types: dict[str, str] = {}
    traits: dict[str, Traits] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        types[row["node"]] = min(row["type"], types.get(row["node"], row["type"]))
        traits[row["node"]][row["key"]].add(row["value"])
    return types, traits


def _node(iri: str, kind_of: str, table: Mapping[str, Traits]) -> Node:
    traits = table[iri]
    label = min(traits["label"], default=local(iri))
    return Node(
        id=iri,
        label=label,
        type=kind_of,
        kind=local(min(traits["kind"], default="")),
        status=local(min(traits["status"], default="")),
        state=min((min(table[s]["label"], default=local(s)) for s in sorted(traits["state"]) if s in table), default=""),
        starts=tuple(sorted(traits["start"])),
        ends=tuple(sorted(traits["end"])),
        earliest=min(traits["earliest"], default=""),
        latest=max(traits["latest"], default=""),
        names=tuple(sorted(traits["name"] - {label})),
        links=tuple(sorted(traits["sameAs"])),
    )


EdgeKey = tuple[str, str, str]
Claims = dict[EdgeKey, set[ClaimView]]


Disputes = Mapping[str, Mapping[str, set[str]]]


def _disputes(rows: Iterable[Row]) -> Disputes:
    """For every claim in dispute how ("contradicts", "differs") it stands to which others."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        found[row["claim"]][row["how"]].add(row["rival"])
    return {claim: dict(others) for claim, others in found.items()}


def _claims(rows: Iterable[Row], disputes: Disputes) -> tuple[Claims, Claims]:
    """Claims by (source, target, role), for entities and for literals; relayers of one passage are united."""
    passages: dict[tuple[EdgeKey, bool, ClaimView], set[str]] = defaultdict(set)
    for row in rows:
        target = row.get("target", "")
        key = (row["source"], target or row.get("value", ""), local(row["predicate"]))
        passages[key, bool(target), _claim(row, disputes)] |= {row["relayer"]} if row.get("relayer") else set()
    linked: Claims = defaultdict(set)
    valued: Claims = defaultdict(set)
    for (key, is_link, claim), relayers in passages.items():
        (linked if is_link else valued)[key].add(replace(claim, relayed=tuple(sorted(relayers))))
    return linked, valued


def _claim(row: Row, disputes: Disputes) -> ClaimView:
    quote, sentence = row["quote"], row.get("sentence") or row["quote"]
    offset = int(row.get("offset") or 0)
    return ClaimView(
        quote=quote,
        sentence=sentence,
        offset=offset if offset >= 0 and sentence[offset : offset + len(quote)] == quote else -1,
        article=row.get("article", ""),
        title=row.get("headline", ""),
        url=row.get("url", ""),
        outlet=row.get("outlet", ""),
        published=row.get("published", ""),
        speaker=row.get("speaker", ""),
        status=row.get("status") or row.get("modality", ""),
        confidence=float(row.get("confidence") or 1.0),
        start=int(row.get("at") or -1),
        **_standing(row.get("claim", ""), disputes),
    )


def _standing(claim: str, disputes: Disputes) -> dict[str, Any]:
    """What a claim in dispute has beyond others; nothing for all others, so that roles told in one breath share one claim."""
    others = disputes.get(claim, {})
    names = {"against": "contradicts", "differ": "differs"}
    return {"id": claim} | {key: tuple(sorted(others.get(how, ()))) for key, how in names.items()} if others else {}


class Offices(NamedTuple):
    """Role holdings as edges from holder to body, and as the trait ``office`` of the holder; the claims stand once."""

    edges: Claims
    traits: Claims


def _offices(holdings: set[str], nodes: Mapping[str, Node], linked: Claims, valued: Claims) -> Offices:
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    said: dict[str, set[ClaimView]] = defaultdict(set)
    for (source, end, role), claims in sorted((*linked.items(), *valued.items()), key=lambda item: item[0]):
        if source in holdings:
            ends[source, role].append(end)
            said[source] |= claims
    found = Offices(defaultdict(set), defaultdict(set))
    for holding in sorted(holdings):
        title = min(ends[holding, "postTitle"], key=lambda t: (len(t), t), default="office")
        bodies = [b for b in ends[holding, "body"] if b in nodes]
        where = ", ".join(nodes[b].label for b in bodies)
        for holder in ends[holding, "holder"]:
            found.traits[holder, f"{title} ({where})" if where else title, "office"] |= set() if bodies else said[holding]
            for body in bodies:
                found.edges[holder, body, title] |= said[holding]
    return found


def _edge(source: str, target: str, role: str, claims: Iterable[ClaimView]) -> Edge:
    return Edge(digest(source, role, target), source, target, role, _sorted(claims))


def _sorted(claims: Iterable[ClaimView]) -> tuple[ClaimView, ...]:
    return tuple(sorted(claims, key=lambda c: (c.published, c.outlet, c.article, c.sentence, c.offset, astuple(c))))


def local(iri: str) -> str:
    """What follows the last slash or hash of an IRI ("planned" of ".../status/planned"); other text as it is."""
    return iri.replace("#", "/").rsplit("/", 1)[-1] if "://" in iri else iri
