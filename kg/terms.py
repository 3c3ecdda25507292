"""Terms of RDF as N-Triples writes them: text to parts and parts to text. The common tongue of store, query and export."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"

_IRI = r'<(?P<iri>(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*)>'
_LITERAL = r'"(?P<text>(?:[^"\\\n\r]|\\.)*)"(?:@(?P<lang>[A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<(?P<type>[^<>\s]*)>)?'
_TERM = re.compile(rf"{_IRI}|{_LITERAL}|_:(?P<blank>\S+)")
_LINE = re.compile(
    r'(?P<s><[^>]*>|_:\S+)\s*(?P<p><[^>]*>)\s*(?P<o><[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?)\s*\.?\s*'
)
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\'\\tnrbf]))')
_NAMED = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_ILLEGAL_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


class Term(NamedTuple):
    """The parts of one term: ``kind`` is ``uri``, ``literal`` or ``bnode``; plain strings have neither language nor datatype."""

    kind: str
    value: str
    language: str = ""
    datatype: str = ""


def parse(text: str) -> Term:
    """The parts of one N-Triples term; raises ValueError for anything else."""
    match = _TERM.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not an N-Triples term: {text[:80]!r}")
    if match["iri"] is not None:
        return Term("uri", unescape(match["iri"]))
    if match["blank"] is not None:
        return Term("bnode", match["blank"])
    datatype = match["type"] or ""
    return Term("literal", unescape(match["text"]), match["lang"] or "", "" if datatype == XSD_STRING else datatype)


def iri(value: str) -> str:
    """``value`` as an N-Triples IRI; raises ValueError where a character may not stand in one."""
    if bad := _ILLEGAL_IRI.search(value):
        raise ValueError(f"{bad[0]!r} cannot stand in an IRI: {value[:80]!r}")
    return f"<{value}>"


def literal(value: str, datatype: str = "", language: str = "") -> str:
    """``value`` as a canonical N-Triples literal, language tags in lower case as the store keeps them."""
    if language:
        return f'"{escape(value)}"@{language.lower()}'
    return f'"{escape(value)}"^^<{datatype}>' if datatype and datatype != XSD_STRING else f'"{escape(value)}"'


def escape(text: str) -> str:
    """``text`` as it stands between the quotes of a canonical N-Triples literal."""
    return _TO_ESCAPE.sub(lambda m: _SHORT.get(m[0]) or f"\\u{ord(m[0]):04X}", text)


def unescape(text: str) -> str:
    """``text`` with the escapes of N-Triples undone."""
    return _ESCAPE.sub(lambda m: _NAMED[m[3]] if m[3] else chr(int(m[1] or m[2], 16)), text) if "\\" in text else text


def split(line: str) -> tuple[str, str, str] | None:
    """Subject, predicate and object of a line, still as N-Triples; None for an empty line or a comment."""
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"not an N-Triples line: {line[:120]!r}")
    return match["s"], match["p"], match["o"]


def triples(lines: Iterable[str]) -> list[tuple[str, str, str]]:
    """The distinct triples of the lines, sorted: the same list for any order of the lines."""
    return sorted({found for line in lines if (found := split(line)) is not None})


def shorten(value: str, prefixes: Mapping[str, str]) -> str | None:
    """The IRI as ``prefix:local``; None where none stands for all up to its last slash or hash, or the rest is not plain."""
    cut = max(value.rfind("#"), value.rfind("/")) + 1
    if not _LOCAL.fullmatch(value, cut):
        return None
    base = value[:cut]
    return next((f"{prefix}:{value[cut:]}" for prefix, named in prefixes.items() if named == base), None)


def expand(text: str, prefixes: Mapping[str, str]) -> str | None:
    """The IRI that ``prefix:local`` stands for; None where the prefix is not known."""
    prefix, colon, local = text.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes and not local.startswith("//") else None
