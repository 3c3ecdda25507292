"""Terms of the graph as N-Triples, each in the one form that the store gives back."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote, urlsplit

from kg import vocabulary as v
from kg.emit.dates import days
from kg.terms import escape

_LOCAL = re.compile(r"[A-Za-z0-9._~-]+")
_ABSOLUTE = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\]+")
_INTEGER = f'"^^<{v.XSD_INTEGER}>'
_DECIMAL = f'"^^<{v.XSD_DECIMAL}>'
_DAY = f'"^^<{v.XSD_DATE}>'


@cache
def known(iri: str) -> str:
    """An IRI of the vocabulary."""
    return f"<{iri}>"


def minted(namespace: str, local: str) -> str:
    """An IRI of ours; whatever could not stand in a local name is percent-encoded, so no text becomes another IRI."""
    return f"<{namespace}{local if _LOCAL.fullmatch(local) else quote(local, safe='')}>"


def linked(iri: str) -> str | None:
    """An IRI of somebody else's as the gazetteers give it; None where it is not an absolute http one."""
    return f"<{iri}>" if _ABSOLUTE.fullmatch(iri) else None


def text(value: str) -> str:
    """A plain string."""
    return f'"{escape(value)}"'


def english(value: str) -> str:
    """A string in English."""
    return f'"{escape(value)}"@en'


def integer(value: int) -> str:
    """An integer."""
    return f'"{value}{_INTEGER}'


def decimal(value: float) -> str:
    """A decimal of at most four digits, canonical: ``1`` and ``0.53``, never ``1.0`` or ``0.530``."""
    digits = f"{value:.4f}".rstrip("0").rstrip(".")
    return f'"{"0" if digits == "-0" else digits}{_DECIMAL}'


def day(value: str) -> str:
    """A date of a day, given as ``2023-07-25``."""
    return f'"{value}{_DAY}'


def edtf(value: str) -> str:
    """A date at its precision; a plain string where it is none, for validation to find."""
    return f'"{value}"^^<{v.EDTF_EDTF}>' if days(value) else text(value)


def web_address(value: str) -> str | None:
    """A link as a literal, so that no page's metadata can name a node; None where it is not an http one."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return f'"{escape(value)}"^^<{v.XSD_ANY_URI}>' if parts.scheme in ("http", "https") and parts.netloc else None
