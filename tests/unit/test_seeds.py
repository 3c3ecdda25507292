"""The seeds are complete and free to pass on; the measuring articles' gold agrees with its own articles."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.model import ENTITY_TYPES, STATUSES

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
QUALITY = ROOT / "tests" / "quality"
GOLD = sorted((QUALITY / "gold").glob("*.json"))
ARTICLE_ENDINGS = {".txt", ".html", ".json"}

STRINGS = {"title", "kind", "topic", "start", "end"}
REQUIRED = {
    "Role": {"person", "title", "of"},
    "Delegation": {"delegation", "sent_by"},
    "Visit": {"visitor", "destination"},
    "Arrival": {"visitor", "destination"},
    "Departure": {"visitor", "origin"},
    "Invitation": {"inviter", "invitee"},
    "Meeting": {"participant"},
    "Hosting": {"host", "guest"},
    "Commemoration": set(),
    "Tribute": {"agent", "honoree"},
    "Statement": {"speaker"},
    "Support": {"agent", "target"},
    "Criticism": {"agent", "target"},
    "Denial": {"agent"},
    "Pledge": {"agent"},
    "Agreement": set(),
    "Message": {"sender", "recipient"},
    "Transfer": {"giver", "recipient"},
    "Conflict": set(),
    "Restriction": {"agent"},
    "Appointment": {"person", "title"},
}


def manifest() -> list[dict[str, str]]:
    """The rows of the seed manifest."""
    with (SEEDS / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def load(path: Path) -> dict[str, Any]:
    """The JSON object of a file."""
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


def collapse(text: str) -> str:
    """The text with every run of white space as one blank."""
    return re.sub(r"\s+", " ", text).strip()


def stands(piece: str, text: str) -> bool:
    """Whether the piece occurs in the text as whole words."""
    left = r"(?<!\w)" if re.match(r"\w", piece) else ""
    right = r"(?!\w)" if re.search(r"\w\Z", piece) else ""
    return re.search(left + re.escape(piece) + right, text) is not None


def article_text(gold: Path) -> str:
    """The text of the article that a gold file describes, white space collapsed."""
    return collapse((QUALITY / "articles" / f"{gold.stem}.txt").read_text(encoding="utf-8"))


def facts(gold: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every fact of a gold file with a name for messages."""
    for fact in load(gold)["facts"]:
        yield f"{gold.stem} {fact['id']} {fact['type']}", fact


def test_manifest_lists_exactly_the_articles() -> None:
    listed = [row["file"] for row in manifest()]
    assert len(listed) == len(set(listed))
    assert set(listed) == {path.name for path in SEEDS.iterdir() if path.suffix in ARTICLE_ENDINGS}


def test_every_seed_may_be_passed_on_and_is_dated() -> None:
    for row in manifest():
        assert row["licence"] == "CC0-1.0", row
        assert row["language"] == "en", row
        assert date.fromisoformat(row["date"]), row
        assert row["story"] and row["style"], row


def test_three_stories_with_several_voices_each() -> None:
    stories = [row["story"] for row in manifest()]
    assert len(set(stories)) == 3
    assert min(stories.count(story) for story in stories) >= 3
    outlets = [row["outlet"] for row in manifest() if row["outlet"]]
    assert len(outlets) == len(set(outlets))


@pytest.mark.parametrize("row", manifest(), ids=lambda row: row["file"])
def test_seed_is_readable_and_names_its_outlet(row: dict[str, str]) -> None:
    text = (SEEDS / row["file"]).read_text(encoding="utf-8")
    if row["file"].endswith(".json"):
        text = " ".join(str(value) for value in json.loads(text).values())
    words = re.findall(r"\w+", html.unescape(re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", text, flags=re.S)))
    assert 180 <= len(words) <= 420
    assert row["outlet"].casefold() in text.casefold()


def test_each_measuring_article_has_gold() -> None:
    names = [path.stem for path in GOLD]
    assert names == sorted(path.stem for path in (QUALITY / "articles").glob("*.txt"))
    assert sum(name.startswith("dev-") for name in names) == sum(name.startswith("held-") for name in names) == 14


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_names_stand_in_the_article(gold: Path) -> None:
    text = article_text(gold)
    for key, entity in load(gold)["entities"].items():
        assert entity["type"] in ENTITY_TYPES, key
        assert entity["names"], key
        assert [name for name in entity["names"] if not stands(name, text)] == [], key


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_quotes_are_exact(gold: Path) -> None:
    text = article_text(gold)
    for where, fact in facts(gold):
        assert 4 <= len(fact["quote"].split()) <= 12, where
        assert stands(fact["quote"], text), where


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_facts_are_well_formed(gold: Path) -> None:
    entities = load(gold)["entities"]
    for where, fact in facts(gold):
        assert fact["status"] in STATUSES, where
        assert set(fact) >= REQUIRED[fact["type"]], where
        for role in set(fact) - {"id", "type", "status", "quote", "xdoc"} - STRINGS:
            assert set(fact[role]) <= set(entities), f"{where} {role}"
        assert fact["type"] != "Meeting" or len(fact["participant"]) >= 2, where
        for role in {"start", "end"} & set(fact):
            assert date.fromisoformat((fact[role] + "-01-01")[:10]), f"{where} {role}"


def test_every_fact_type_is_measured() -> None:
    seen = {fact["type"] for gold in GOLD for _, fact in facts(gold)}
    assert seen == set(REQUIRED)
