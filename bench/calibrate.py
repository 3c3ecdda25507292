"""Learns the confidence weights on the development gold and prints the reliability table.

``python -m bench.calibrate [--write] [GOLD ARTICLES ...]``: every pair of folders is one set; without any the sets of
``tests/quality/floors.json`` but ``held``. The table is measured by leaving out a fifth of the articles at a time; ``--write``
then learns from all and writes the weights.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from kg.annotate import Annotator
from kg.config import load
from kg.evaluate import Alignment, Predicted, gold_pairs, read_gold
from kg.extract import extract
from kg.extract.confidence import by_id, claim_traits, report_traits
from kg.ingest import read
from kg.model import Article, Extraction
from tests.quality.gate import places

WEIGHTS = Path(__file__).resolve().parent.parent / "ontology" / "lexicon" / "confidence.json"
FOLDS = 5
RIDGE = 0.6

Example = tuple[frozenset[str], bool]


def predicted(extraction: Extraction) -> Predicted:
    """The extraction as the evaluation reads it: facts by report id, entities by referent id."""
    out = Predicted()
    for referent in extraction.referents:
        out.entity_types[referent.id] = referent.type
        out.names[referent.id] += referent.names
    for report in extraction.reports:
        out.fact_types[report.id] = report.type
        for claim in report.claims:
            value = claim.referent or claim.literal or ""
            if value not in out.roles[report.id][claim.role]:
                out.roles[report.id][claim.role].append(value)
    return out


def examples(gold: dict[str, object], extraction: Extraction) -> Iterator[Example]:
    """The traits of every report and claim, and whether the gold has it."""
    alignment = Alignment(gold, predicted(extraction))
    facts = {iri: fact for fact, iri, _ in alignment.pairs}
    namings = by_id(extraction.referents)
    for report in extraction.reports:
        fact = facts.get(report.id)
        yield frozenset(report_traits(report)), fact is not None
        for claim in report.claims:
            value = claim.referent or claim.literal or ""
            right = fact is not None and any(r == claim.role and alignment.equal(r, v, value) for r, v in gold_pairs(fact))
            yield frozenset(claim_traits(report, claim, namings)), right


def read_sets(paths: Sequence[str]) -> list[list[Example]]:
    """The examples of every article of the sets, an article a list."""
    annotator = Annotator(load().pipeline)
    out: list[list[Example]] = []
    for gold_path, article_path in zip(paths[::2], paths[1::2], strict=True):
        golds = {g["article"]: g for g in read_gold(Path(gold_path))}
        for article in read([article_path], load()):
            if isinstance(article, Article) and article.name in golds:
                out.append(list(examples(golds[article.name], extract(annotator.annotate(article), least=0.0))))
    return out


def learn(data: Sequence[Example]) -> dict[str, float]:
    """The weights of all traits that occur at least three times: ridge-penalised logistic regression by Newton's steps."""
    counts: dict[str, int] = {}
    for traits, _ in data:
        for trait in traits:
            counts[trait] = counts.get(trait, 0) + 1
    columns = {t: n for n, t in enumerate(sorted(t for t, c in counts.items() if c >= 3))}
    x = np.zeros((len(data), len(columns)))
    y = np.array([float(right) for _, right in data])
    for row, (traits, _) in enumerate(data):
        x[row, [columns[t] for t in traits if t in columns]] = 1.0
    penalty = np.full(len(columns), RIDGE)
    penalty[columns["base"]] = 0.001
    w = np.zeros(len(columns))
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w -= np.linalg.solve(hessian, gradient)
    return {t: round(float(w[n]), 3) for t, n in columns.items()}


def chance(traits: frozenset[str], weights: dict[str, float]) -> float:
    """The probability under these weights."""
    return float(1 / (1 + np.exp(-sum(weights.get(t, 0.0) for t in traits))))


def reliability(articles: Sequence[list[Example]]) -> Iterator[str]:
    """The lines of a table: how many claims fall in each band of confidence and how many are right, on left-out articles."""
    scored: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = learn([e for n, a in enumerate(articles) if n % FOLDS != fold for e in a])
        scored += [(chance(traits, weights), right) for n, a in enumerate(articles) if n % FOLDS == fold for traits, right in a]
    yield "| confidence | claims | mean confidence | right |"
    yield "| --- | --- | --- | --- |"
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        band = [(p, right) for p, right in scored if low <= p < high]
        if band:
            mean, share = sum(p for p, _ in band) / len(band), sum(r for _, r in band) / len(band)
            yield f"| {low:.2f} to {min(high, 1):.2f} | {len(band)} | {mean:.2f} | {share:.2f} |"


def learnt() -> list[str]:
    """Gold and articles of every set that rules were written on."""
    return [str(part) for name, gold, articles in places() if name != "held" for part in (gold, articles)]


def main(args: Sequence[str]) -> None:
    """Print the table; with ``--write`` put the weights learnt from all articles where extraction reads them."""
    paths = [a for a in args if a != "--write"] or learnt()
    articles = read_sets(paths)
    print(*reliability(articles), sep="\n")
    if "--write" in args:
        weights = learn([e for a in articles for e in a])
        WEIGHTS.write_text(json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
