"""``python -m bench.crashes [KILLS]``: so many builds (100) are killed at evenly spread moments; the store must lose nothing."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.crashing import crash, run


def main(kills: int) -> None:
    """Kill that many runs at evenly spread moments and print what survived."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        run(str(Path(folder) / "timed"), 12)
        longest = time.perf_counter() - begun
        delays = [longest * 1.2 * (i + 1) / kills for i in range(kills)]
        killed, articles = crash(Path(folder), delays)
    print(f"{killed} of {kills} runs killed, {articles} records found again, nothing lost")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
