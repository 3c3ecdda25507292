"""The process that draws a graph page: ``python -m kg.serve.picture STORE``, what to show as JSON on stdin, HTML on stdout.

Drawing takes seconds of arithmetic; in a process of its own it holds nobody up and can be ended.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from typing import Any

from kg.config import Settings
from kg.errors import KgError
from kg.pipeline import Cut, texts, view
from kg.render import View, focus, render


def around(whole: View, named: Collection[str]) -> View:
    """The part of a view that an answer speaks of: what it names, who takes part in events it names, and what joins its entities.

    Things are named by their IRIs or, where it has none of them, by their labels. A single one is shown with what is around it.
    """
    events = {n.id for n in whole.nodes if n.is_event}
    chosen = {n.id for n in whole.nodes if n.id in named} or {n.id for n in whole.nodes if n.label in named}
    if len(chosen) == 1:
        return focus(whole, next(iter(chosen)))
    touching: dict[str, set[str]] = {event: set() for event in events}
    kept = set(chosen)
    for edge in whole.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if one in events:
                touching[one].add(other)
    for event, others in touching.items():
        if event in chosen:
            kept |= others
        elif len(others & chosen) > 1:
            kept.add(event)
    return View.of((n for n in whole.nodes if n.id in kept), whole.edges)


def main(store: str, wanted: str) -> str:
    """The page, for ``{"cut": {...}, "named": [...] or null, "title": ...}``."""
    asked = json.loads(wanted)
    cut: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in asked["cut"].items()}
    settings, extent = Settings(store=store), Cut(**cut).extent
    part = view(Cut(**cut), settings)
    if asked["named"] is not None:
        part, extent = around(part, set(asked["named"])), "part"
    if not part.nodes:
        raise KgError("there is nothing to draw", "a picture needs entities or events, by their IRIs or their names")
    return render(part, asked["title"], texts(part, extent, settings), extent)


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(main(sys.argv[1], sys.stdin.read()).encode("utf-8"))
    except KgError as error:
        sys.stdout.write(f"{error}\n{error.hint}")
        sys.exit(error.exit_status)
