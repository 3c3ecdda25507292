"""Writes ``docs/coverage.md``: for each fact type the constructions covered, an example, measured P and R, what is missed.

``python -m bench.coverage [NAME GOLD ARTICLES ...]``: the sets to measure, else those of ``tests/quality/floors.json``. What is
known to be missed stands in ``docs/missed.toml``.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.calibrate import predicted
from kg.annotate import Annotator
from kg.config import load
from kg.evaluate import Alignment, Tally, read_gold
from kg.extract import extract
from kg.extract.frames import Frame, all_frames
from kg.ingest import read
from kg.model import Article
from tests.quality.gate import places

DOCS = Path(__file__).resolve().parent.parent / "docs"
GRAMMAR = ("Role", "Delegation")  # told by the grammar of offices and groups, not by the event lexicon


def measured(gold_path: str, article_path: str) -> dict[str, Tally]:
    """The counts by fact type of one set."""
    annotator = Annotator(load().pipeline)
    golds = {g["article"]: g for g in read_gold(Path(gold_path))}
    out: dict[str, Tally] = defaultdict(Tally)
    for article in read([article_path], load()):
        if isinstance(article, Article) and article.name in golds:
            extraction = extract(annotator.annotate(article))
            for kind, tally in Alignment(golds[article.name], predicted(extraction)).tallies().items():
                out[kind].add(tally)
    return out


def row(name: str, tally: Tally) -> str:
    """One line of the table of figures."""
    precision = tally.equal / tally.predicted if tally.predicted else 0.0
    recall = tally.equal / tally.gold if tally.gold else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"| {name} | {tally.gold_facts} | {tally.predicted_facts} | {precision:.2f} | {recall:.2f} | {both:.2f} |"


def construction(frame: Frame) -> str:
    """One line of the list of constructions: words, light verbs, where the roles stand, the example."""
    words = ", ".join(t.replace("_", " ") for t in frame.triggers)
    kind = "noun" if frame.noun else "verb"
    light = f" with {', '.join(sorted(v.replace('_', ' ') for v in frame.light))}" if frame.light else ""
    roles = "; ".join(f"{role} ← {' or '.join('+'.join(p) for p in places)}" for role, places in frame.roles)
    return f"- *{kind}* **{words}**{light}: {roles}. “{frame.example}”"


def page(figures: dict[str, dict[str, Tally]]) -> Iterator[str]:
    """The lines of the document."""
    missed = tomllib.loads((DOCS / "missed.toml").read_text(encoding="utf-8"))
    frames: dict[str, list[Frame]] = defaultdict(list)
    for frame in all_frames():
        frames[frame.type].append(frame)
    yield "# What extraction covers"
    yield ""
    yield "Written by `python -m bench.coverage`; pairs are counted as `docs/decisions/command-line.md` says of `kg eval`."
    yield "The sets: " + "; ".join(f"**{name}** {missed['sets'].get(name, '')}" for name in figures) + "."
    for kind in sorted({*frames, *GRAMMAR}):
        yield ""
        yield f"## {kind}"
        yield ""
        yield "| set | facts in gold | facts found | P | R | F1 |"
        yield "| --- | --- | --- | --- | --- | --- |"
        for name, tallies in figures.items():
            yield row(name, tallies[kind])
        yield ""
        if kind in missed["grammar"]:
            yield missed["grammar"][kind].strip()
        for frame in frames[kind]:
            yield construction(frame)
        yield ""
        yield f"Known to be missed: {missed['missed'].get(kind, 'nothing in particular.')}"


def main(args: Sequence[str]) -> None:
    """Measure the sets and write the document."""
    args = args or [str(part) for name, gold, articles in places() for part in (name, gold, articles)]
    figures = {name: measured(gold, articles) for name, gold, articles in zip(args[::3], args[1::3], args[2::3], strict=True)}
    (DOCS / "coverage.md").write_text("\n".join(page(figures)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
