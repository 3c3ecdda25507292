"""Attaché: the knowledge graph of diplomacy, with the sentence behind every fact.

The way of the data: ``ingest`` (files to articles), ``annotate`` (articles to annotations), ``extract`` (annotations to
reports), ``resolve`` (reports of all articles to entities and events), ``emit`` (to triples), ``store``, ``query``,
``render`` and ``export``; ``pipeline`` puts them in order, ``loading`` the way from records to graph.
People reach it through ``cli``, ``serve`` and, in Python, :func:`kg.open`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

__all__ = ["__version__", "open"]

__version__ = "0.1.0"


def open(store: str | Path = "store") -> KnowledgeGraph:
    """The graph in a store, to ask from Python; raises StoreError where there is no store.

    >>> import kg
    >>> kg.open("store").query("visits").column("visitor")
    ['Mira Tolane']
    """
    from kg.graph import KnowledgeGraph
    from kg.store import Store

    Store.open(store).close()
    return KnowledgeGraph(str(store))
