"""``make gate``: builds every set of ``floors.json`` that is there and fails when a figure is under its floor."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.config import load
from kg.pipeline import evaluate

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHOWN = (
    "pairs_precision",
    "pairs_recall",
    "pairs_f1",
    "status_accuracy",
    "said_by_accuracy",
    "entity_bcubed_f1",
    "event_bcubed_f1",
)


def sets() -> dict[str, dict[str, Any]]:
    """The sets by name: where gold and articles lie, and the floors of their figures."""
    read: dict[str, dict[str, Any]] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return read


def undercut(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One line for each figure that is under its floor."""
    return [f"{name} {figures[name]:.3f} is under {floor}" for name, floor in sorted(floors.items()) if figures[name] < floor]


def main() -> int:
    """0 where every floor holds, 1 where one does not; sets that are not there are named and left out."""
    failed = False
    print(f"{'':6}" + "".join(f"{figure:>{max(len(figure) + 2, 8)}}" for figure in SHOWN))
    for name, given in sets().items():
        gold, articles = ROOT / given["gold"], [str(ROOT / given["articles"])]
        if not gold.parent.is_dir():
            print(f"{name}: left out, {given['gold']} is not beside this checkout")
            continue
        figures = evaluate(str(gold), articles, load()).figures()
        print(f"{name:6}" + "".join(f"{figures[figure]:{max(len(figure) + 2, 8)}.3f}" for figure in SHOWN))
        for line in undercut(figures, given["floors"]):
            failed = True
            print(f"{name}: {line}", file=sys.stderr)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
