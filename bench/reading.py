"""``make bench``: what reading costs beside the bare spaCy pipeline on the same text, in one run.

``python -m bench.reading [FOLDER...]``: without folders the articles of ``seeds/`` and ``tests/quality``. The bare run is
the whole pipeline over the paragraphs as written; the other is annotation and extraction, spaCy's share included, article by
article as a build reads them, nothing kept.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spacy

from kg.annotate import Annotator
from kg.annotate.parse import blocks
from kg.config import load
from kg.extract import extract
from kg.ingest import read
from kg.model import Article

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9


def quickest(works: Sequence[Callable[[], object]]) -> list[float]:
    """The CPU seconds of the quickest of some rounds of each work on one article; they take turns, so that what else runs and
    how fast the processor just is slows all alike."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for n, work in enumerate(works):
            begun = time.process_time()
            work()
            best[n] = min(best[n], time.process_time() - begun)
    return best


def table(folders: Sequence[str]) -> Iterator[str]:
    """The lines of a table of the CPU time of each part, as a multiple of that of the bare pipeline on the same text."""
    settings = load()
    paths = list(folders) or [str(ROOT / "seeds"), str(ROOT / "tests" / "quality" / "articles")]
    articles = [a for a in read(paths, settings) if isinstance(a, Article)]
    nlp, annotator = spacy.load(settings.pipeline), Annotator(settings.pipeline)
    texts = [[a.text[s.start : s.end] for s in blocks(a.text, a.body_start)] for a in articles]
    for article in articles:  # warms the caches
        extract(annotator.annotate(article))
    times = [
        quickest(
            [
                lambda t=text: list(nlp.pipe(t)),  # type: ignore[misc]
                lambda a=article: annotator.annotate(a),  # type: ignore[misc]
                lambda a=article: extract(annotator.annotate(a)),  # type: ignore[misc]
            ]
        )
        for article, text in zip(articles, texts, strict=True)
    ]
    bare, annotated, both = (sum(column) for column in zip(*times, strict=True))
    words = sum(len(a.text.split()) for a in articles)
    yield f"| {len(articles)} articles, {words} words, CPU time, least of {ROUNDS} rounds | of the bare pipeline |"
    yield "| --- | --- |"
    yield "| bare spaCy pipeline | 1.00 |"
    yield f"| annotate (spaCy within) | {annotated / bare:.2f} |"
    yield f"| extract | {(both - annotated) / bare:.2f} |"
    yield f"| both (the bar is 1.25) | {both / bare:.2f} |"


def main(folders: Sequence[str]) -> None:
    """Print the table."""
    print(*table(folders), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
