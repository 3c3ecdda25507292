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
    safe = {p: base for p, base in prefixes.items() if p not in _schemes(rows)}
    yield f'{{"@context": {json.dumps(safe, sort_keys=True)},\n"@graph": ['
    joint = "\n"
    for subject, group in groupby(rows, key=lambda row: row[0]):
        node = _node(subject, [(p, o) for _, p, o in group], safe)
        yield joint + json.dumps(node, ensure_ascii=False).replace("</", "<\\/")
        joint = ",\n"
    yield "\n]}\n"


def _schemes(rows: Iterable[tuple[str, str, str]]) -> set[str]:
    """What stands before the first colon of any IRI: a prefix of that name would be taken for it."""
    return {term[1:].partition(":")[0] for row in rows for term in row if term[0] == "<"}


def _node(subject: str, said: list[tuple[str, str]], prefixes: Mapping[str, str]) -> dict[str, object]:
    node: dict[str, object] = {"@id": _iri(subject, prefixes)}
    for predicate, group in groupby(said, key=lambda pair: pair[0]):
        objects = [o for _, o in group]
        if predicate[1:-1] == RDF_TYPE:
            node["@type"] = [_iri(o, prefixes) for o in objects]
        else:
            node[_iri(predicate, prefixes)] = [_value(o, prefixes) for o in objects]
    return node


def _iri(term: str, prefixes: Mapping[str, str]) -> str:
    if term[0] != "<":
        return term  # a blank node, which our own graph never has
    full = parse(term).value
    return shorten(full, prefixes) or full


def _value(term: str, prefixes: Mapping[str, str]) -> object:
    if term[0] != '"':
        return {"@id": _iri(term, prefixes)}
    value = parse(term)
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype:
        return {"@value": value.value, "@type": shorten(value.datatype, prefixes) or value.datatype}
    return value.value
