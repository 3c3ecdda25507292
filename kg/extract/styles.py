"""Styles that stand for a person: "His Highness", "Her Majesty"."""

from __future__ import annotations

import re

from kg.extract.cast import Cast, Draft
from kg.model import Span, Token

STYLES = frozenset({"highness", "majesty", "excellency", "holiness"})
_REACH = 40  # characters before a name in which its style and titles stand
_TITLES = re.compile(r"(?:\s+(?:the\b|[A-Z][\w.’'-]*))*\s*")


def styled(cast: Cast, token: Token) -> Draft | None:
    """The person told before with the style that stands alone at ``token``: the nearest who was named so.

    "His Highness the Emir" is whoever was told to be one.
    """
    said = {cast.tree.tokens[c].text.lower() for c in cast.tree.kids(token.i, "appos")}
    near = [
        (max(before), d)
        for d in cast.of_type("Person")
        if (before := [t for t in d.tokens if t < token.i])
        and any(bears(cast.tree.annotation.article.text, n.span, token.text) for n in d.namings if n.form)
    ]
    titled = [(t, d) for t, d in near if any(said & set(h.title.lower().split()) for h in d.offices)]
    return max(titled or near, key=lambda n: n[0])[1] if near else None


def bears(text: str, name: Span, style: str) -> bool:
    """Whether the style stands in the name or before it, with nothing but titles between."""
    _, found, after = text[max(0, name.start - _REACH) : name.start].rpartition(style)
    return style in text[name.start : name.end] or (bool(found) and _TITLES.fullmatch(after) is not None)
