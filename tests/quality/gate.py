"""``make gate``: builds every set of ``floors.json`` that is there and fails when a figure is under its floor.

It prints P, R and F1 by fact type and article, and the facts gained and lost since the pinned run (``pinned.json``), which also
holds a hash of every set: gold and articles are not changed silently. ``make pin`` pins the present run.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.config import load
from kg.evaluate import Tally, measure
from kg.pipeline import evaluate

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PINNED = HERE / "pinned.json"
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


def places() -> list[tuple[str, Path, Path]]:
    """The sets in order of the file: name, gold, articles; a set whose gold is not beside this checkout is left out."""
    read = [(name, ROOT / given["gold"], ROOT / given["articles"]) for name, given in sets().items()]
    return [(name, gold, articles) for name, gold, articles in read if gold.parent.is_dir()]


def undercut(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One line for each figure that is under its floor."""
    return [f"{name} {figures[name]:.3f} is under {floor}" for name, floor in sorted(floors.items()) if figures[name] < floor]


def corpus(given: Mapping[str, Any]) -> str:
    """The SHA-256 of all gold and articles of a set, in order of their names."""
    total = hashlib.sha256()
    for place in (given["gold"], given["articles"]):
        where = ROOT / place
        for path in sorted(where.iterdir() if where.is_dir() else where.parent.glob(where.name)):
            total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def table(rows: Mapping[str, Tally]) -> None:
    """Print P, R, F1 of each row."""
    for name, tally in sorted(rows.items()):
        found = measure(tally)
        print(f"    {name:28} P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}")


def changes(pinned: Mapping[str, Any], found: frozenset[tuple[str, str]]) -> list[str]:
    """One line for the gold facts found now and not in the pinned run, one for those lost."""
    before = {tuple(fact.split("/", 1)) for fact in pinned.get("found", ())}
    gained, lost = sorted(found - before), sorted(before - found)
    return [
        f"{word} {len(facts)}: {' '.join('/'.join(f) for f in facts)}"
        for word, facts in (("gained", gained), ("lost", lost))
        if facts
    ]


def gate_one(name: str, given: Mapping[str, Any], pinned: dict[str, Any], pin: bool) -> list[str]:
    """The faults of one set: floors undercut, or a corpus that is not the pinned one; prints its figures on the way."""
    score = evaluate(str(ROOT / given["gold"]), [str(ROOT / given["articles"])], load())
    figures = score.figures()
    print(f"{name:6}" + "".join(f"{figures[figure]:{max(len(figure) + 2, 8)}.3f}" for figure in SHOWN))
    table(score.by_type)
    table(score.by_article)
    for line in changes(pinned.get(name, {}), score.found):
        print(f"  {line}")
    digest = corpus(given)
    if pin:
        pinned[name] = {"corpus": digest, "found": sorted("/".join(f) for f in score.found)}
    faults = undercut(figures, given["floors"])
    if name in pinned and pinned[name]["corpus"] != digest:
        faults.append("gold or articles are not those of the pinned run; if that is meant, `make pin`")
    return faults


def main(args: Sequence[str] = ()) -> int:
    """0 where every floor holds and no corpus changed, else 1; sets that are not there are named and left out."""
    pinned: dict[str, Any] = json.loads(PINNED.read_text(encoding="utf-8")) if PINNED.is_file() else {}
    failed = False
    print(f"{'':6}" + "".join(f"{figure:>{max(len(figure) + 2, 8)}}" for figure in SHOWN))
    for name, given in sets().items():
        if not (ROOT / given["gold"]).parent.is_dir():
            print(f"{name}: left out, {given['gold']} is not beside this checkout")
            continue
        for line in gate_one(name, given, pinned, "--pin" in args):
            failed = True
            print(f"{name}: {line}", file=sys.stderr)
    if "--pin" in args:
        PINNED.write_text(json.dumps(pinned, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
