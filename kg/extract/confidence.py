"""How sure a report and its claims are: weights of a logistic model learnt on the development gold.

The weights lie in ``ontology/lexicon/confidence.json``, written by ``python -m bench.calibrate``; a trait without a weight
counts nothing. ``docs/figures.md`` has the reliability table, measured on articles that the weights were not learnt from.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from kg.config import data_dir
from kg.model import Claim, Naming, Referent, Report


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The weight of each trait, in log odds."""
    path = data_dir("ontology") / "lexicon" / "confidence.json"
    read: dict[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"base": 1.5}
    return read


def probability(traits: Iterable[str]) -> float:
    """The probability that what has these traits is right, in hundredths between 0.05 and 0.99."""
    known = weights()
    odds = sum(known.get(t, 0.0) for t in traits)
    return round(min(0.99, max(0.05, 1 / (1 + math.exp(-odds)))), 2)


def weigh(report: Report, namings: Mapping[str, tuple[Naming, ...]]) -> Report:
    """``report`` with the confidence of the whole and of each claim; ``namings`` are those of the referents by id."""
    claims = tuple(
        Claim(
            c.role,
            c.evidence,
            c.referent,
            c.literal,
            c.said_by,
            sure(report.type, report.rule, c.role, told(c, namings), c.rule),
            c.rule,
        )
        for c in report.claims
    )
    return replace(report, claims=claims, confidence=probability(report_traits(report)))


def by_id(referents: Iterable[Referent]) -> dict[str, tuple[Naming, ...]]:
    """The namings of referents by id."""
    return {r.id: r.namings for r in referents}


def report_traits(report: Report) -> Iterator[str]:
    """What speaks for or against a report: its type, the entry that found it, its status, how many roles are filled."""
    yield "base"
    yield "report"
    yield f"report type {report.type}"
    yield f"report rule {report.rule}"
    yield f"report status {report.status}"
    yield f"report roles {min(len({c.role for c in report.claims}), 4)}"
    yield f"report credited {bool(report.said_by)}"


def claim_traits(report: Report, claim: Claim, namings: Mapping[str, tuple[Naming, ...]]) -> Iterator[str]:
    """What speaks for or against a claim: the report's traits, its role, how its value is told, and its rule."""
    return traits_of(report.type, report.rule, claim.role, told(claim, namings), claim.rule)


def traits_of(type_: str, entry: str, role: str, how: str, rule: str) -> Iterator[str]:
    """The traits of a claim by type and lexicon entry of its report, its role, how its value is told, and its own rule."""
    yield "base"
    yield "claim"
    yield f"report type {type_}"
    yield f"report rule {entry}"
    yield f"claim role {type_} {role}"
    yield f"claim told {how}"
    if rule != entry:
        yield f"claim rule {rule}"


@lru_cache(maxsize=1 << 14)
def sure(type_: str, entry: str, role: str, how: str, rule: str) -> float:
    """The probability of a claim with these traits."""
    return probability(traits_of(type_, entry, role, how, rule))


def told(claim: Claim, namings: Mapping[str, tuple[Naming, ...]]) -> str:
    """How the passage tells the value: by name, only by a description or pronoun, or in words of its own."""
    if claim.referent is None:
        return "words"
    inside = [
        n for n in namings.get(claim.referent, ()) if claim.evidence.start <= n.span.start and n.span.end <= claim.evidence.end
    ]
    if any(n.form for n in inside):
        return "name"
    return "reference" if inside else "elsewhere"
