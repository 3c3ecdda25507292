"""Triples as JSON-LD: flattened, one node a line, with a context of prefixes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.terms import parse, shorten, triples
from kg.vocabulary import RDF_TYPE


def jsonld(lines: Iterable[str], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Pieces of a JSON-LD document; "</" is escaped, so that it may stand within a page's script element."""
    rows = triples(lines)
    schemes = _schemes(rows)
    safe = {p: base for p, base in prefixes.items() if p not in schemes}
    names = {term: _iri(term, safe) for term in {term for row in rows for term in row if term[0] != '"'}}
    yield f'{{"@context": {json.dumps(safe, sort_keys=True)},\n"@graph": ['
    joint = "\n"
    for subject, group in groupby(rows, key=lambda row: row[0]):
        node = _node([(p, o) for _, p, o in group], names, safe)
        yield joint + json.dumps({"@id": names[subject], **node}, ensure_ascii=False).replace("</", "<\\/")
        joint = ",\n"
    yield "\n]}\n"


def _schemes(rows: Iterable[tuple[str, str, str]]) -> set[str]:
    """What stands before the first colon of any IRI: a prefix of that name would be taken for it."""
    return {term[1:].partition(":")[0] for row in rows for term in row if term[0] == "<"}


def _node(said: list[tuple[str, str]], names: Mapping[str, str], prefixes: Mapping[str, str]) -> dict[str, object]:
    node: dict[str, object] = {}
    for predicate, group in groupby(said, key=lambda pair: pair[0]):
        objects = [o for _, o in group]
        if predicate[1:-1] == RDF_TYPE:
            node["@type"] = [names[o] for o in objects]
        else:
            node[names[predicate]] = [{"@id": names[o]} if o in names else _literal(o, prefixes) for o in objects]
    return node


def _iri(term: str, prefixes: Mapping[str, str]) -> str:
    if term[0] != "<":
        return term  # a blank node, which our own graph never has
    full = parse(term).value
    return shorten(full, prefixes) or full


def _literal(term: str, prefixes: Mapping[str, str]) -> object:
    value = parse(term)
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype:
        return {"@value": value.value, "@type": shorten(value.datatype, prefixes) or value.datatype}
    return value.value
