"""Triples as RDF/XML, which many older clients ask for first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from kg.errors import UsageError
from kg.terms import parse, triples
from kg.vocabulary import RDF

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[A-Za-z_][\w.-]*$", re.ASCII)  # narrower than an NCName


def rdfxml(lines: Iterable[str]) -> Iterator[str]:
    """Pieces of the document. Raises UsageError for a predicate without a name at its end; control characters become U+FFFD."""
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF xmlns:rdf={quoteattr(RDF)}>\n'
    for subject, group in groupby(triples(lines), key=lambda row: row[0]):
        yield f"<rdf:Description {_place('about', subject)}>\n"
        yield from (_property(p, o) for _, p, o in group)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _place(attribute: str, term: str) -> str:
    node = parse(term)
    return f"rdf:{'nodeID' if node.kind == 'bnode' else attribute}={quoteattr(node.value)}"


def _property(predicate: str, value: str) -> str:
    iri = parse(predicate).value
    name = _NAME.search(iri)
    if name is None or not name.start():
        raise UsageError(f"RDF/XML has no way to write the property <{iri}>", "ask for Turtle or N-Triples")
    tag = f"p:{name[0]} xmlns:p={quoteattr(iri[: name.start()])}"
    if value[0] != '"':
        return f"  <{tag} {_place('resource', value)}/>\n"
    term = parse(value)
    about = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    about += f" rdf:datatype={quoteattr(term.datatype)}" if term.datatype else ""
    return f"  <{tag}{about}>{_text(term.value)}</p:{name[0]}>\n"


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", value), {"\r": "&#13;"})  # a bare carriage return would be read as a line end
