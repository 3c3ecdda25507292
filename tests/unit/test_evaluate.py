"""The scoring, by hand on a small case and against the development set's own scorer on perturbed gold."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest

from kg.errors import UsageError
from kg.evaluate import Alignment, Cluster, Measure, bcubed, predictions, read_gold, same_text, score
from tests.conftest import SHARED

GOLD: dict[str, Any] = {
    "article": "a",
    "entities": {
        "vale": {"type": "Person", "names": ["Ada Vale", "Vale"], "xdoc": "p:vale"},
        "norland": {"type": "State", "names": ["Norland"], "xdoc": "s:norland"},
        "team": {"type": "Delegation", "names": ["Norland trade delegation"]},
    },
    "facts": [
        {
            "id": "f1",
            "type": "Visit",
            "visitor": ["vale"],
            "destination": ["norland"],
            "start": "2024-03",
            "status": "planned",
            "xdoc": "e:1",
        },
        {"id": "f2", "type": "Role", "person": ["vale"], "title": "foreign minister", "said_by": ["norland"]},
    ],
}


def rows(fact: str, kind: str, **roles: str) -> list[dict[str, str]]:
    return [{"article": "a", "fact": fact, "type": kind, "role": role, "value": value} for role, value in roles.items()]


def names(**forms: tuple[str, str]) -> list[dict[str, str]]:
    return [{"article": "a", "entity": iri, "type": kind, "name": name} for iri, (kind, name) in forms.items()]


NAMES = names(P=("Person", "VALE"), S=("State", "the Norland"), D=("Delegation", "the trade team of Norland"))


def test_pairs_are_counted_by_hand() -> None:
    facts = [
        *rows("1", "Visit", visitor="P", destination="S", start="2024-03-05", host="D", status="planned", event="E"),
        *rows("2", "Role", person="P", title="acting foreign minister", said_by="S"),
        *rows("3", "Meeting", participant="P"),
    ]
    result = score([GOLD], facts, NAMES)
    # Gold: 1+3 and 1+2 pairs. Predicted: 1+4, 1+2, 1+1. Equal: 1+3 and 1+2.
    assert result.pairs == Measure(7 / 10, 7 / 7)
    assert result.facts == Measure(2 / 3, 1.0)
    assert (result.status_accuracy, result.said_by_accuracy, result.entity_recall) == (1.0, 1.0, 1.0)
    assert result.by_type["Visit"].predicted == 5
    assert result.by_article["a"].equal == 7


def test_a_wrong_status_and_speaker_are_seen() -> None:
    facts = [*rows("1", "Visit", visitor="P", status="occurred", said_by="S"), *rows("2", "Role", person="P")]
    result = score([GOLD], facts, NAMES)
    assert (result.status_accuracy, result.said_by_accuracy) == (0.5, 0.0)


def test_facts_are_aligned_one_to_one_by_most_equal_pairs() -> None:
    facts = [*rows("poor", "Visit", visitor="P"), *rows("good", "Visit", visitor="P", destination="S")]
    alignment = Alignment(GOLD, predictions(facts, NAMES)["a"])
    assert [(iri, shared) for _, iri, shared in alignment.pairs] == [("good", 2)]


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("foreign minister", "the Foreign Minister", True),
        ("foreign minister", "minister", True),
        ("foreign minister", "envoy", False),
        ("the", "of", False),
        ("deputy chair of the trade board", "chair", False),
    ],
)
def test_strings_share_content_words(gold: str, predicted: str, same: bool) -> None:
    assert same_text(gold, predicted) is same


def test_bcubed_punishes_joining_and_splitting() -> None:
    gold: Cluster = {1: "a", 2: "a", 3: "b"}
    assert bcubed({1: "x", 2: "x", 3: "y"}, gold) == Measure(1.0, 1.0)
    assert bcubed({1: "x", 2: "x", 3: "x"}, gold).precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert bcubed({1: "x", 2: "y", 3: "z"}, gold).recall == pytest.approx((0.5 + 0.5 + 1) / 3)
    assert bcubed({}, gold).f1 == 0.0


def test_an_empty_graph_scores_nothing() -> None:
    assert set(score([GOLD], [], []).figures().values()) == {0.0}


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold files"):
        read_gold(tmp_path)


def test_gold_is_a_folder_or_a_glob(tmp_path: Path) -> None:
    for name in ("dev-1", "dev-2", "held-1"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"article": name}))
    assert len(read_gold(tmp_path)) == 3
    assert [gold["article"] for gold in read_gold(tmp_path / "dev-*.json")] == ["dev-1", "dev-2"]


def perturbed(golds: list[dict[str, Any]], chance: random.Random) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """What a faulty extractor would answer: the gold with values lost, types confused and entities split."""
    facts: list[dict[str, str]] = []
    forms: list[dict[str, str]] = []
    for gold in golds:
        article = gold["article"]
        iris = {
            key: f"{article if chance.random() < 0.2 else ''}{e.get('xdoc') or article + key}"
            for key, e in gold["entities"].items()
        }
        for key, entity in gold["entities"].items():
            kind = entity["type"] if chance.random() < 0.9 else "Place"
            kept = [name if chance.random() < 0.7 else f"{name} extra" for name in entity["names"] if chance.random() < 0.7]
            forms += [{"article": article, "entity": iris[key], "type": kind, "name": name} for name in kept]
        for fact in gold["facts"]:
            head = {
                "article": article,
                "fact": f"{article}-{fact['id']}",
                "type": fact["type"] if chance.random() < 0.9 else "Visit",
            }
            for role, values in {**fact, "event": fact.get("xdoc", "none")}.items():
                if role in ("id", "type", "quote", "xdoc"):
                    continue
                for value in values if isinstance(values, list) else [values]:
                    given = chance.choice(list(iris.values())) if chance.random() < 0.1 else iris.get(value, str(value))
                    facts += [{**head, "role": role, "value": given}] * (chance.random() < 0.8)
    return facts, forms


@pytest.mark.skipif(not (SHARED / "eval" / "score.py").is_file(), reason="the development set is not beside this checkout")
@pytest.mark.parametrize("name", ["seeds", "wire", "hard"])
def test_the_figures_are_those_of_the_development_sets_scorer(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = importlib.util.spec_from_file_location("scorer", SHARED / "eval" / "score.py")
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    folder = SHARED / "eval" / "gold" / name
    golds = read_gold(folder)
    facts, forms = perturbed(golds, random.Random(name))
    for file, table in (("facts", facts), ("names", forms)):
        bindings = [{key: {"value": value} for key, value in row.items()} for row in table]
        (tmp_path / file).write_text(json.dumps({"results": {"bindings": bindings}}))
    scorer.main([str(folder), str(tmp_path / "facts"), str(tmp_path / "names"), "--json"])
    wanted = json.loads(capsys.readouterr().out)
    flat = {f"{k}_{part}": v for k, both in wanted.items() if isinstance(both, dict) for part, v in both.items()}
    flat |= {k: v for k, v in wanted.items() if not isinstance(v, dict) and k != "articles"}
    assert score(golds, facts, forms).figures() == pytest.approx(flat)
