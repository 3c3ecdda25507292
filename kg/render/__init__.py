"""View -> one self-contained HTML page that needs no network. The only home of pyvis, which is imported when a page is made."""

from __future__ import annotations

from kg.render.rows import from_rows
from kg.render.view import ClaimView, Edge, Node, Trait, View, find, focus, of_outlets, of_types, since_until

__all__ = [
    "ClaimView",
    "Edge",
    "Node",
    "Trait",
    "View",
    "find",
    "focus",
    "from_rows",
    "of_outlets",
    "of_types",
    "render",
    "since_until",
]


def render(view: View, title: str) -> str:
    """The text of an HTML page that shows the view: the same text for equal views."""
    from kg.render.page import page  # pyvis takes half a second to import

    return page(view, title)
