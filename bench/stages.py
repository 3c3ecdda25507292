"""``make bench``: how long each stage takes on copies of ``seeds/``; ratios carry over to other machines, seconds do not.

``python -m bench.stages [COPIES]``: each copy is the seeds under other names, so that resolution has more to compare.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from kg.annotate import Annotator
from kg.config import load
from kg.emit import triples
from kg.extract import extract
from kg.ingest import read
from kg.model import Article
from kg.query import run
from kg.resolve import resolve
from kg.store import Store

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
T = TypeVar("T")


def timed(table: dict[str, float], name: str, work: Callable[[], T]) -> T:
    """What ``work`` gives back; its seconds are added to the table."""
    begun = time.perf_counter()
    value = work()
    table[name] = table.get(name, 0.0) + time.perf_counter() - begun
    return value


def main(copies: int) -> None:
    """Print the table."""
    settings = load()
    table: dict[str, float] = {}
    annotator = Annotator(settings.pipeline)
    seeds = timed(table, "ingest", lambda: [a for a in read([str(SEEDS)], settings) if isinstance(a, Article)])
    annotator.annotate(seeds[0])  # loads the language model outside the clock
    articles = [replace(a, name=f"{a.name}-{n}") for n in range(copies) for a in seeds]
    annotations = timed(table, "annotate", lambda: [annotator.annotate(a) for a in articles])
    extractions = timed(table, "extract", lambda: [extract(a) for a in annotations])
    resolution = timed(table, "resolve", lambda: resolve(extractions))
    lines = timed(table, "emit", lambda: list(triples(extractions, resolution)))
    with tempfile.TemporaryDirectory() as folder, Store.open(str(Path(folder) / "store"), write=True) as store:
        timed(table, "put", lambda: [store.put(e) for e in extractions])
        timed(table, "load", lambda: store.load(lines))
        timed(table, "query facts", lambda: run(store, "facts"))
    words = sum(len(a.text.split()) for a in articles)
    print(f"{len(articles)} articles, {words} words, {len(set(lines))} triples")
    for name, seconds in table.items():
        print(f"{name:12} {seconds:8.3f} s {1000 * seconds / len(articles):8.1f} ms an article")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
