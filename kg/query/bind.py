"""Parameters of a query: typed, checked, and handed over by the function ``kg:param`` instead of being pasted into the text.

The text that the engine parses is therefore the same for every value; docs/decisions/query.md tells why not by substitution.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.errors import QueryError
from kg.query.named import Parameter
from kg.terms import expand, iri, literal, parse
from kg.vocabulary import KG, PREFIXES, XSD_DATE, XSD_INTEGER

PARAM = f"{KG}param"
FOLD = f"{KG}fold"

Function = Callable[..., str | None]  # terms in, a term or None (unbound) out, all as N-Triples

_PART = r"(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"  # of an IRI; narrower than RFC 3987, so that every engine takes it
_IRI = re.compile(
    rf"(?:https?://[\w.-]+(?::[0-9]{{1,5}})?(?:/(?:{_PART}|/)*)?|(?!https?:)[a-z][a-z0-9+.-]*:{_PART}(?:{_PART}|/)*)"
    rf"(?:\?(?:{_PART}|[/?])*)?(?:#(?:{_PART}|[/?])*)?",
    re.ASCII,
)
_LETTERS = str.maketrans({"đ": "d", "ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‘": "'"})


def bind(parameters: Sequence[Parameter], given: Mapping[str, str]) -> dict[str, str]:
    """The values as N-Triples terms by name; raises QueryError for an unknown, missing or ill-typed one."""
    known = {p.name: p for p in parameters}
    if unknown := sorted(set(given) - set(known)):
        hint = f"it takes: {', '.join(known)}" if known else "it takes none"
        raise QueryError(f"the query has no parameter {', '.join(unknown)}", hint)
    bound = {}
    for name, parameter in known.items():
        value = given.get(name, parameter.default)
        if value is not None:
            bound[name] = term(parameter, value)
        elif parameter.required:
            raise QueryError(f"the query needs the parameter {name}: {parameter.meaning}", f"add: --param {name}=...")
    return bound


def term(parameter: Parameter, value: str) -> str:
    """One value as an N-Triples term of the parameter's kind; raises QueryError for what is not of it."""
    if parameter.kind == "entity":
        return _entity(parameter.name, value)
    if parameter.kind == "iri":
        return _node(parameter.name, value)
    if parameter.kind == "date":
        return literal(_date(parameter.name, value), XSD_DATE)
    if parameter.kind == "integer":
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", value.strip()):
            raise QueryError(f"parameter {parameter.name}: {value!r} is not a whole number")
        return literal(str(int(value)), XSD_INTEGER)
    if parameter.kind == "any":
        return _any(parameter, value)
    return literal(_text(parameter.name, value))


def _any(parameter: Parameter, value: str) -> str:
    """By its looks: a date, a whole number, an IRI, or text."""
    for kind, looks in (("date", r"\d{4}-\d{2}-\d{2}"), ("integer", r"[+-]?\d{1,18}")):
        if re.fullmatch(looks, value, re.ASCII):
            return term(replace(parameter, kind=kind), value)
    return _entity(parameter.name, value)


def _entity(name: str, value: str) -> str:
    """An IRI (bare, in angle brackets or prefixed) as such; anything else is a name."""
    value = value.strip()
    bracketed = value.startswith("<") and value.endswith(">")
    full = value[1:-1] if bracketed else value if re.match(r"https?://", value) else expand(value, PREFIXES)
    if full is None:
        return literal(_text(name, value))
    if _IRI.fullmatch(full):
        return iri(full)
    if bracketed or full == value:
        raise QueryError(f"parameter {name}: {value!r} is not an IRI", "give an IRI, a prefixed name or a name")
    return literal(_text(name, value))


def _node(name: str, value: str) -> str:
    """An IRI; a name is refused, since it may mean several things."""
    found = _entity(name, value)
    if parse(found).kind == "literal":
        raise QueryError(f"parameter {name}: {value!r} is not an IRI", "kg query entities --param name=... finds it")
    return found


def _date(name: str, value: str) -> str:
    try:
        return datetime.date.fromisoformat(value.strip()).isoformat()
    except ValueError as error:
        raise QueryError(f"parameter {name}: {value!r} is not a date", "write it as 2023-07-25") from error


def _text(name: str, value: str) -> str:
    if not value.strip():
        raise QueryError(f"parameter {name} is empty", "leave it out, or give it a value")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise QueryError(f"parameter {name} is not valid Unicode") from error
    return value


def functions(bound: Mapping[str, str]) -> dict[str, Function]:
    """What the engine may call while it answers: ``kg:param(name)`` and ``kg:fold(text)``."""
    return {PARAM: lambda name: bound.get(parse(name).value), FOLD: _fold}


def _fold(text: str) -> str | None:
    term = parse(text)
    return literal(fold(term.value)) if term.kind == "literal" else None


def fold(text: str) -> str:
    """``text`` as names are compared: without case, accents, hyphens, dots and doubled spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-‐‑–.]+", " ", plain).split())
