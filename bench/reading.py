"""``make bench``: what reading costs beside the bare spaCy pipeline on the same text, in one run.

``python -m bench.reading [FOLDER...]``: without folders the articles of ``seeds/`` and ``tests/quality``. The bare run is
the whole pipeline over the paragraphs as written; the other is annotation and extraction, spaCy's share included.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kg.annotate import Annotator
from kg.annotate.parse import blocks, pipeline
from kg.config import load
from kg.extract import extract
from kg.ingest import read
from kg.model import Article

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5


def quickest(works: Sequence[Callable[[], object]]) -> list[float]:
    """The CPU seconds of the quickest of some rounds of each work; they take turns, so that what else runs slows all alike."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for n, work in enumerate(works):
            begun = time.process_time()
            work()
            best[n] = min(best[n], time.process_time() - begun)
    return best


def main(folders: Sequence[str]) -> None:
    """Print the table of CPU times and their ratio."""
    settings = load()
    paths = list(folders) or [str(ROOT / "seeds"), str(ROOT / "tests" / "quality" / "articles")]
    articles = [a for a in read(paths, settings) if isinstance(a, Article)]
    nlp, annotator = pipeline(settings.pipeline), Annotator(settings.pipeline)
    texts = [[a.text[s.start : s.end] for s in blocks(a.text, a.body_start)] for a in articles]
    annotations = [annotator.annotate(a) for a in articles]  # also warms the caches
    bare, annotated, extracted = quickest(
        [
            lambda: [list(nlp.pipe(t)) for t in texts],
            lambda: [annotator.annotate(a) for a in articles],
            lambda: [extract(a) for a in annotations],
        ]
    )
    print(f"{len(articles)} articles, {sum(len(a.text.split()) for a in articles)} words, least of {ROUNDS} rounds, CPU seconds")
    print(f"bare spaCy pipeline     {bare:7.3f}")
    print(f"annotate (spaCy within) {annotated:7.3f}   {annotated / bare:5.2f} of the bare pipeline")
    print(f"extract                 {extracted:7.3f}   {extracted / bare:5.2f}")
    print(f"both                    {annotated + extracted:7.3f}   {(annotated + extracted) / bare:5.2f}   (the bar is 1.25)")


if __name__ == "__main__":
    main(sys.argv[1:])
