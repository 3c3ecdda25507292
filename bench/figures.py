"""Writes the tables of ``docs/figures.md`` anew: what is found, what a confidence means, who is who, what reading costs.

``make figures`` (``python -m bench.figures``): the sets are those of ``tests/quality/floors.json``, which must all be there. A
table stands between ``<!-- NAME -->`` and ``<!-- /NAME -->``; the words around the tables are written by hand and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from bench import reading
from bench.calibrate import learnt, read_sets, reliability
from kg.config import load
from kg.errors import UsageError
from kg.evaluate import Measure, Score, Tally, measure
from kg.pipeline import evaluate
from tests.quality.gate import ROOT, places

PAGE = ROOT / "docs" / "figures.md"
TOLD = {  # what a reader should know of a set, and whether its articles were read while rules were written
    "dev": ("dev (ours)", "yes"),
    "held": ("held (ours)", "**no**"),
    "seeds": ("seeds (five wire stories)", "yes"),
    "wire": ("wire", "yes"),
    "hard": ("hard (live blogs, interviews, columns, idiom)", "yes"),
}


def figure(value: float) -> str:
    """A share with three places and no leading zero."""
    return f"{value:.3f}".removeprefix("0")


def triple(found: Measure) -> str:
    """Precision, recall and F1 as cells."""
    return " | ".join(map(figure, (found.precision, found.recall, found.f1)))


def whole(scores: Iterable[Score]) -> Tally:
    """The counts of several sets together."""
    total = Tally()
    for score in scores:
        for tally in score.by_type.values():
            total.add(tally)
    return total


def found(scores: Mapping[str, Score]) -> Iterator[str]:
    """The table of pairs, a set a line, and wire and seeds together."""
    yield "| set | articles | pairs in gold | precision | recall | F1 | status right | speaker right | read while writing rules |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, s in scores.items():
        label, read = TOLD[name]
        accuracy = f"{figure(s.status_accuracy)} | {figure(s.said_by_accuracy)}"
        yield f"| {label} | {s.articles} | {whole([s]).gold} | {triple(s.pairs)} | {accuracy} | {read} |"
    both = [scores["seeds"], scores["wire"]]
    total = whole(both)
    accuracy = " | ".join(figure(n / total.equal_facts) for n in (total.status_right, total.speaker_right))
    yield f"| seeds and wire | {sum(s.articles for s in both)} | {total.gold} | {triple(measure(total))} | {accuracy} | yes |"


def who(scores: Mapping[str, Score]) -> Iterator[str]:
    """The table of B-cubed and of the entities found, a set a line."""
    yield "| set | entities found | entities P | R | F1 | events P | R | F1 |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, s in scores.items():
        yield f"| {TOLD[name][0]} | {figure(s.entity_recall)} | {triple(s.entity_bcubed)} | {triple(s.event_bcubed)} |"


def put(page: str, name: str, lines: Iterable[str]) -> str:
    """The page with another table of this name; raises UsageError where the page has no place for it."""
    table = "\n".join(lines)
    done, times = re.subn(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", lambda m: f"{m[1]}{table}\n{m[2]}", page, flags=re.DOTALL)
    if times != 1:
        raise UsageError(f"the page has {times} tables named {name}", "it needs the two comments once")
    return done


def main() -> None:
    """Measure everything and write the page."""
    given = {name: (str(gold), str(articles)) for name, gold, articles in places()}
    if missing := sorted(set(TOLD) - set(given)):
        raise SystemExit(f"these sets are not beside this checkout: {', '.join(missing)}")
    scores = {name: evaluate(given[name][0], [given[name][1]], load()) for name in TOLD}
    page = PAGE.read_text(encoding="utf-8")
    for name, lines in (
        ("found", found(scores)),
        ("confidence", reliability(read_sets(learnt()))),
        ("who", who(scores)),
        ("reading", reading.table([])),
    ):
        page = put(page, name, lines)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
