"""What one more article costs a store that has many: ``python -m bench.adding [ARTICLES...]``, by default 1000, 3000 and 10000.

The records are those of :mod:`bench.scale`; seconds are of processor time, of this process and all threads in it. Of one more
the middle of five is told.
"""

from __future__ import annotations

import sys
import tempfile
import time
from statistics import median

from bench.scale import Scene, peak
from kg import pipeline
from kg.config import Settings
from kg.store import Store


def main(sizes: list[int]) -> None:
    """Print for each size what the whole costs, what one article more does, and of what that consists."""
    scene = Scene()
    with tempfile.TemporaryDirectory() as folder, Store.open(folder, write=True) as store:
        kept = 0
        for size in sorted(sizes):
            for number in range(kept, size):
                store.put(scene.article(number))
            whole = cost(store, whole=True)
            more = []
            for number in range(size, size + 5):
                store.put(scene.article(number))
                more.append(cost(store, whole=False))
            kept = size + 5
            resolve, write = median(one for one, _ in more), median(other for _, other in more)
            print(
                f"{size:7} articles: whole: resolve {whole[0]:.1f} s, write {whole[1]:.1f} s;"
                f" one more: resolve {resolve:.3f} s, compare and write {write:.3f} s; peak {peak():.2f} GB",
                flush=True,
            )


def cost(store: Store, whole: bool) -> tuple[float, float]:
    """Seconds of processor time to resolve (and to keep what the next time needs), and to make the graph say it."""
    at: list[float] = []
    pipeline.load(store, Settings(), lambda *_: at.append(time.process_time()), whole)
    return at[1] - at[0], time.process_time() - at[1]


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 3000, 10_000])
