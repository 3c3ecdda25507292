"""States as the gazetteer's data tell them: the key of a name or adjective, the label and link of a key."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.config import data_dir
from kg.resolve.spelling import fold

WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class States:
    """Labels by key (``state/Q423``); keys by folded name, adjective or people, and by folded capital."""

    labels: Mapping[str, str]
    keys: Mapping[str, str]
    capitals: Mapping[str, str]

    def key(self, name: str) -> str | None:
        """The key of a state's name, adjective or people, None where the name is no state's."""
        plain = bare(name)
        return self.keys.get(plain)

    def split(self, words: tuple[str, ...], table: Mapping[str, str] | None = None) -> tuple[str | None, tuple[str, ...]]:
        """The first state that folded words name ("north korean defence ministry"), and the words without it.

        ``table`` is where to look them up: the names of states unless it is given.
        """
        table = self.keys if table is None else table
        for size in (5, 4, 3, 2, 1):
            for i in range(len(words) - size + 1):
                key = table.get(" ".join(words[i : i + size]))
                if key:
                    return key, words[:i] + words[i + size :]
        return None, words


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """A folded name without article, possessive and punctuation."""
    plain = fold(name.replace("’s", "").replace("'s", ""))
    plain = " ".join("".join(c if c.isalnum() else " " for c in plain.replace(".", "")).split())
    return plain.removeprefix("the ")


def _variants(field: str) -> Iterator[str]:
    for group in field.split(";"):
        yield from (v.strip() for v in group.split("/") if v.strip())


@lru_cache(maxsize=1)
def states() -> States:
    """The states of ``ontology/gazetteer/territories.tsv``, read once."""
    labels: dict[str, str] = {}
    keys: dict[str, str] = {}
    capitals: dict[str, str] = {}
    path = data_dir("ontology") / "gazetteer" / "territories.tsv"
    if not path.is_file():
        return States(labels, keys, capitals)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            labels[row["key"]] = row["label"]
            for column in ("label", "names", "long", "acronyms", "adjectives", "people"):
                for name in _variants(row.get(column) or ""):
                    keys.setdefault(bare(name), row["key"])
            for name in _variants(row.get("capitals") or ""):
                capitals.setdefault(bare(name), row["key"])
    return States(labels, keys, capitals)


def link(key: str) -> tuple[str, ...]:
    """The Wikidata IRI of a key such as ``state/Q423``, empty for other keys."""
    _, _, item = key.partition("/")
    return (WIKIDATA + item,) if item[:1] == "Q" and item[1:].isdigit() else ()
