"""The development set's gold files as if a perfect extractor had read them: extractions and a resolution by ``xdoc``.

Only for tests: what comes out must score about 1.0 when it goes through emit, store and the ``facts`` and ``names`` queries,
so that whatever is lost on that way is seen. The set lies outside the repository; without it, these tests are skipped.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg import ids
from kg.model import PUBLISHER, Article, Claim, Entity, Event, Extraction, Member, Naming, Referent, Report, Resolution, Span

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = {"seeds": SHARED / "seeds", "wire": SHARED / "eval/articles/wire", "hard": SHARED / "eval/articles/hard"}
_FIELDS = {"id", "type", "status", "said_by", "quote", "xdoc"}


def gold(name: str) -> Path:
    """The folder of the gold files of a set."""
    return SHARED / "eval/gold" / name


def present(name: str) -> bool:
    """Whether the set is there to test with."""
    return gold(name).is_dir() and SETS[name].is_dir()


def read(name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Each gold file of a set with the text of its article."""
    for path in sorted(gold(name).glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        found = sorted(SETS[name].glob(f"{data['article']}.*"))
        yield data, found[0].read_bytes().decode("utf-8", errors="replace")


def extractions(name: str) -> list[Extraction]:
    """One extraction for each gold file of the set."""
    return [extraction(data, text) for data, text in read(name)]


def extraction(data: Mapping[str, Any], text: str) -> Extraction:
    """What a perfect extractor would have made of the article."""
    article = Article(data["article"], text, outlet=data["outlet"], published=data["published"])
    whole = Span(0, len(text))
    referents = tuple(
        Referent(key, entity["type"], tuple(entity["names"]), tuple(Naming(find(text, n) or whole, n) for n in entity["names"]))
        for key, entity in data["entities"].items()
    )
    reports = tuple(report(fact, find(text, fact["quote"]) or whole, data["entities"]) for fact in data["facts"])
    return Extraction(article, tuple(sentences(text)), referents, reports, "gold 1")


def report(fact: Mapping[str, Any], evidence: Span, entities: Mapping[str, Any]) -> Report:
    """One gold fact as a report; an entity's id is a referent, anything else a literal."""
    claims = []
    for role, given in fact.items():
        if role in _FIELDS or given in (None, "", []):
            continue
        for value in given if isinstance(given, list) else [given]:
            known = isinstance(given, list) and value in entities
            claims.append(Claim(role, evidence, value if known else None, None if known else str(value)))
    said_by = tuple(fact.get("said_by") or ())
    return Report(fact["id"], fact["type"], fact.get("status", "occurred"), tuple(claims), said_by, evidence, 1.0, "gold")


def find(text: str, words: str) -> Span | None:
    """Where the words stand, whatever the white space between them and the case."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    match = re.search(pattern, text) or re.search(pattern, text, re.IGNORECASE)
    return Span(*match.span()) if match else None


def sentences(text: str) -> Iterator[Span]:
    """Stretches that end in a full stop or a blank line: good enough for a test."""
    for match in re.finditer(r"\S(?:.*?[.!?](?=\s)|.*?(?=\n\s*\n)|.*)", text, re.DOTALL):
        yield Span(*match.span())


def resolution(name: str) -> Resolution:
    """Who is who and what is what by ``xdoc``; without one, everything is itself only."""
    things: dict[str, list[tuple[Member, Mapping[str, Any]]]] = defaultdict(list)
    events: dict[str, list[tuple[Member, Mapping[str, Any]]]] = defaultdict(list)
    outlets: dict[str, list[Member]] = defaultdict(list)
    entity_of: dict[Member, str] = {}
    for data, _ in read(name):
        article = data["article"]
        for key, entity in data["entities"].items():
            things[entity.get("xdoc") or f"{article}/{key}"].append(((article, key), entity))
        if data["outlet"]:
            outlets[data["outlet"]].append((article, PUBLISHER))
    entities = [thing(seed, found) for seed, found in things.items()]
    entities += [
        Entity(ids.entity_id(name, f"outlet {name}"), "Organization", name, (name,), tuple(found), "Outlet")
        for name, found in outlets.items()
    ]
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    for data, _ in read(name):
        for fact in data["facts"]:
            events[event_seed(data, fact, entity_of)].append(((data["article"], fact["id"]), fact))
    merged = [event(seed, found) for seed, found in events.items()]
    return Resolution(tuple(entities), tuple(merged), entity_of, {m: e.id for e in merged for m in e.members})


def event_seed(data: Mapping[str, Any], fact: Mapping[str, Any], entity_of: Mapping[Member, str]) -> str:
    """What makes facts the same: ``xdoc`` and type; the delegation of a Delegation; otherwise each is its own."""
    if fact["type"] == "Delegation":
        return "Delegation " + entity_of[data["article"], fact["delegation"][0]]
    return f"{fact['type']} {fact['xdoc']}" if fact.get("xdoc") else f"{fact['type']} {data['article']} {fact['id']}"


def thing(seed: str, found: list[tuple[Member, Mapping[str, Any]]]) -> Entity:
    """One entity from its gold entries in all articles."""
    names = tuple(sorted({name for _, entity in found for name in entity["names"]}))
    label = max(names, key=lambda n: (len(n), n))
    return Entity(ids.entity_id(label, seed), found[0][1]["type"], label, names, tuple(member for member, _ in found))


def event(seed: str, found: list[tuple[Member, Mapping[str, Any]]]) -> Event:
    """One event from its gold facts in all articles."""
    kind, rest = seed.split(" ", 1)
    members = tuple(member for member, _ in found)
    own = rest if kind == "Delegation" else ids.entity_id(rest, seed)
    return Event(own, kind, "", found[-1][1].get("status", "occurred"), members)
