"""What the graph says about articles, measured against what a careful reader wrote down.

A fact counts one pair for its type and one for each role value; facts of one article are aligned one to one by most equal
pairs; entities are the same when they share type and name; what is the same across articles is measured by B-cubed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import UsageError

Row = Mapping[str, str]
Pair = tuple[str, str]  # (role, value)
Cluster = dict[Hashable, str]

_DATES = frozenset({"start", "end"})
_STRINGS = frozenset({"title", "kind", "topic"})
_NOT_ROLES = frozenset({"id", "type", "status", "said_by", "quote", "xdoc", "event"})
_STOP = frozenset("a an the of to in on at for and or with by from as its his her their this that is was".split())
_LOOSE = frozenset({"Delegation", "Occasion", "Organization"})  # long names, matched by their telling words
_GENERIC = frozenset(
    """delegation group team mission party government ministry minister agency news central committee national state anniversary
    celebration celebrations commemoration commemorations day war people republic official""".split()
)


@dataclass(slots=True)
class Tally:
    """Counts of one fact type or article: pairs and facts in gold, prediction and both; right status and speaker."""

    gold: int = 0
    predicted: int = 0
    equal: int = 0
    gold_facts: int = 0
    predicted_facts: int = 0
    equal_facts: int = 0
    status_right: int = 0
    speaker_right: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of ``other`` to these."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 when both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one evaluation."""

    articles: int
    pairs: Measure
    facts: Measure
    status_accuracy: float
    said_by_accuracy: float
    entity_recall: float
    entity_bcubed: Measure
    event_bcubed: Measure
    by_type: Mapping[str, Tally]
    by_article: Mapping[str, Tally]
    found: frozenset[tuple[str, str]] = frozenset()  # (article, id) of the gold facts that were found

    def figures(self) -> dict[str, float]:
        """The figures by name, as floors name them."""
        out: dict[str, float] = {}
        for name in ("pairs", "facts", "entity_bcubed", "event_bcubed"):
            measure: Measure = getattr(self, name)
            out |= {f"{name}_precision": measure.precision, f"{name}_recall": measure.recall, f"{name}_f1": measure.f1}
        return out | {name: getattr(self, name) for name in ("status_accuracy", "said_by_accuracy", "entity_recall")}


@dataclass(slots=True)
class Predicted:
    """What the graph says of one article: facts (type and role values by IRI) and entities (type and names by IRI)."""

    fact_types: dict[str, str] = field(default_factory=dict)
    roles: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    entity_types: dict[str, str] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def read_gold(gold: Path) -> list[dict[str, Any]]:
    """The gold files of a folder or of a glob in one (``gold/dev-*.json``), by name; raises UsageError where there is none."""
    paths = gold.glob("*.json") if gold.is_dir() else gold.parent.glob(gold.name)
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(paths)]
    if not golds:
        raise UsageError(f"no gold files in {gold}", "give the folder of the *.json files first, then the articles")
    return golds


def predictions(facts: Iterable[Row], names: Iterable[Row]) -> dict[str, Predicted]:
    """The rows of the queries ``facts`` and ``names``, by article."""
    out: dict[str, Predicted] = defaultdict(Predicted)
    for row in facts:
        article = out[row["article"]]
        article.fact_types.setdefault(row["fact"], row["type"])
        if "role" in row and "value" in row:
            values = article.roles[row["fact"]][row["role"]]
            if row["value"] not in values:
                values.append(row["value"])
    for row in names:
        article = out[row["article"]]
        article.entity_types.setdefault(row["entity"], row["type"])
        article.names[row["entity"]].append(row["name"])
    return out


def normal(name: str) -> str:
    """``name`` without case, accents, punctuation, possessive and leading article."""
    plain = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = re.sub(r"['’]s\b", "", plain)
    plain = re.sub(r"[^a-z0-9]+", " ", plain).strip()
    return re.sub(r"^(the|a|an) ", "", plain)


def telling(text: str) -> set[str]:
    """The content words of ``text``."""
    return {word for word in normal(text).split() if word not in _STOP}


def same_text(gold: str, predicted: str) -> bool:
    """Whether two strings share at least half of the content words of the shorter and a third of the longer."""
    a, b = telling(gold), telling(predicted)
    shared = len(a & b)
    return bool(a and b) and shared * 2 >= min(len(a), len(b)) and shared * 3 >= max(len(a), len(b))


def likeness(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """The best share of telling words between two sets of long names; 0 below one half."""
    best = 0.0
    for a in gold:
        for b in predicted:
            x, y = telling(a) - _GENERIC, telling(b) - _GENERIC
            if x and y:
                best = max(best, len(x & y) / len(x | y))
    return best if best >= 0.5 else 0.0


def gold_entities(gold: Mapping[str, Any], kind: str, names: Sequence[str]) -> set[str]:
    """The gold entities that a predicted one is: those sharing a name, else the one most alike among long names."""
    rivals = {key: entity["names"] for key, entity in gold["entities"].items() if entity["type"] == kind}
    wanted = {normal(name) for name in names}
    if found := {key for key, known in rivals.items() if wanted & {normal(name) for name in known}}:
        return found
    if kind not in _LOOSE:
        return set()
    score, key = max(((likeness(known, names), key) for key, known in rivals.items()), default=(0.0, ""))
    return {key} if score else set()


def gold_pairs(fact: Mapping[str, Any]) -> list[Pair]:
    """The (role, value) pairs of a gold fact."""
    pairs: list[Pair] = []
    for role, value in fact.items():
        if role not in _NOT_ROLES and value not in (None, "", []):
            pairs += [(role, str(v)) for v in (value if isinstance(value, list) else [value])]
    return pairs


class Alignment:
    """The gold and predicted facts of one article, aligned one to one."""

    def __init__(self, gold: Mapping[str, Any], predicted: Predicted) -> None:
        self.gold, self.predicted = gold, predicted
        self.entities = {iri: gold_entities(gold, kind, predicted.names[iri]) for iri, kind in predicted.entity_types.items()}
        candidates = []
        for number, fact in enumerate(gold["facts"]):
            for iri, kind in predicted.fact_types.items():
                if kind == fact["type"] and (shared := self.shared(fact, iri)):
                    candidates.append((-shared, number, iri))
        self.pairs: list[tuple[Mapping[str, Any], str, int]] = []
        taken: set[int | str] = set()
        for less, number, iri in sorted(candidates):
            if number not in taken and iri not in taken:
                taken |= {number, iri}
                self.pairs.append((gold["facts"][number], iri, -less))

    def shared(self, fact: Mapping[str, Any], iri: str) -> int:
        """How many (role, value) pairs of a gold fact the predicted one has."""
        roles, used = self.predicted.roles[iri], set()
        for role, value in gold_pairs(fact):
            for candidate in roles.get(role, ()):
                if (role, candidate) not in used and self.equal(role, value, candidate):
                    used.add((role, candidate))
                    break
        return len(used)

    def equal(self, role: str, gold: str, predicted: str) -> bool:
        """Whether a predicted value is the gold one: dates at the gold's precision, strings by words, entities by name."""
        if role in _DATES:
            return predicted.startswith(gold)
        if role in _STRINGS:
            return same_text(gold, predicted)
        return gold in self.entities.get(predicted, ())

    def tallies(self) -> dict[str, Tally]:
        """The counts by fact type."""
        out: dict[str, Tally] = defaultdict(Tally)
        for fact in self.gold["facts"]:
            out[fact["type"]].add(Tally(gold=1 + len(gold_pairs(fact)), gold_facts=1))
        for iri, kind in self.predicted.fact_types.items():
            values = sum(len(v) for role, v in self.predicted.roles[iri].items() if role not in _NOT_ROLES)
            out[kind].add(Tally(predicted=1 + values, predicted_facts=1))
        for fact, iri, shared in self.pairs:
            roles = self.predicted.roles[iri]
            status = fact.get("status", "occurred") in (roles.get("status") or ["occurred"])
            speaker = self.speaker_right(set(fact.get("said_by") or ()), roles.get("said_by", ()))
            out[fact["type"]].add(Tally(equal=1 + shared, equal_facts=1, status_right=int(status), speaker_right=int(speaker)))
        return out

    def speaker_right(self, gold: set[str], predicted: Sequence[str]) -> bool:
        """Whether one of the credited sources is right; where the gold has none, whether none is credited."""
        found = {key for iri in predicted for key in self.entities.get(iri, {iri})}
        return bool(gold & found) if gold else not found


def bcubed(predicted: Cluster, gold: Cluster) -> Measure:
    """B-cubed precision and recall of a clustering over the items that both sides have."""
    items = [item for item in predicted if item in gold]
    theirs: dict[str, set[Hashable]] = defaultdict(set)
    ours: dict[str, set[Hashable]] = defaultdict(set)
    for item in items:
        ours[predicted[item]].add(item)
        theirs[gold[item]].add(item)
    if not items:
        return Measure(0.0, 0.0)
    shared = {item: len(ours[predicted[item]] & theirs[gold[item]]) for item in items}
    precision = sum(shared[item] / len(ours[predicted[item]]) for item in items) / len(items)
    recall = sum(shared[item] / len(theirs[gold[item]]) for item in items) / len(items)
    return Measure(precision, recall)


def clusters(alignments: Mapping[str, Alignment]) -> tuple[tuple[Cluster, Cluster], tuple[Cluster, Cluster]]:
    """Predicted and gold clusters of (article, entity) and of (article, fact) for all that the gold names across articles."""
    entity: tuple[Cluster, Cluster] = ({}, {})
    event: tuple[Cluster, Cluster] = ({}, {})
    for name, alignment in alignments.items():
        for iri, keys in alignment.entities.items():
            for key in keys:
                if xdoc := alignment.gold["entities"][key].get("xdoc"):
                    entity[0][name, key, iri], entity[1][name, key, iri] = iri, xdoc
        for fact, iri, _ in alignment.pairs:
            if xdoc := fact.get("xdoc"):
                event[0][name, fact["id"]] = (alignment.predicted.roles[iri].get("event") or [iri])[0]
                event[1][name, fact["id"]] = xdoc
    return entity, event


def score(golds: Iterable[Mapping[str, Any]], facts: Iterable[Row], names: Iterable[Row]) -> Score:
    """The figures of what the graph answers to ``facts`` and ``names`` against the gold."""
    predicted = predictions(facts, names)
    alignments = {gold["article"]: Alignment(gold, predicted[gold["article"]]) for gold in golds}
    by_type: dict[str, Tally] = defaultdict(Tally)
    by_article: dict[str, Tally] = defaultdict(Tally)
    total = Tally()
    for name, alignment in alignments.items():
        for kind, tally in alignment.tallies().items():
            by_type[kind].add(tally)
            by_article[name].add(tally)
            total.add(tally)
    entity, event = clusters(alignments)
    known = sum(len(a.gold["entities"]) for a in alignments.values())
    found = sum(len(set().union(*a.entities.values())) for a in alignments.values())
    return Score(
        articles=len(alignments),
        pairs=measure(total),
        facts=Measure(ratio(total.equal_facts, total.predicted_facts), ratio(total.equal_facts, total.gold_facts)),
        status_accuracy=ratio(total.status_right, total.equal_facts),
        said_by_accuracy=ratio(total.speaker_right, total.equal_facts),
        entity_recall=ratio(found, known),
        entity_bcubed=bcubed(*entity),
        event_bcubed=bcubed(*event),
        by_type=by_type,
        by_article=by_article,
        found=frozenset((name, fact["id"]) for name, a in alignments.items() for fact, _, _ in a.pairs),
    )


def ratio(part: int, whole: int) -> float:
    """``part / whole``; 0 of nothing is 0."""
    return part / whole if whole else 0.0


def measure(tally: Tally) -> Measure:
    """Precision and recall over the pairs of a tally."""
    return Measure(ratio(tally.equal, tally.predicted), ratio(tally.equal, tally.gold))
