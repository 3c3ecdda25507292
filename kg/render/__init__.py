"""View -> one self-contained HTML page that needs no network. The only home of pyvis, which is imported when a page is made."""

from __future__ import annotations

from collections.abc import Iterable

from kg.render.rows import from_rows
from kg.render.texts import Text, texts_of
from kg.render.view import (
    ClaimView,
    Edge,
    Extent,
    Node,
    Trait,
    View,
    articles_of,
    find,
    focus,
    of_articles,
    of_outlets,
    of_types,
    since_until,
)

__all__ = [
    "ClaimView",
    "Edge",
    "Extent",
    "Node",
    "Text",
    "Trait",
    "View",
    "articles_of",
    "find",
    "focus",
    "from_rows",
    "of_articles",
    "of_outlets",
    "of_types",
    "render",
    "since_until",
    "texts_of",
]


def render(view: View, title: str, texts: Iterable[Text] = (), extent: Extent = "all") -> str:
    """The text of an HTML page that shows the view and lets these articles be read: the same text for equal arguments.

    A page of one article opens with its text; one of a part says that only the part is marked in the articles.
    """
    from kg.render.page import page  # pyvis takes half a second to import

    return page(view, title, texts, extent)
