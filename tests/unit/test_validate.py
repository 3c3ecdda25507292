"""Shapes and spans: what holds in the small world, and that each breach is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kg import vocabulary as v
from kg.emit import triples
from kg.store import Store
from kg.validate import Violation, validate, verify
from tests.worlds import entity_id, event_id, resolution, world

VISIT = f"<{v.EVENT}{event_id('tolane visit')}>"
TRANSFER = f"<{v.EVENT}{event_id('transfer')}>"


def graph() -> list[str]:
    return sorted(set(triples(world(), resolution())))


def loaded(path: Path, lines: Iterable[str]) -> Store:
    with Store.open(path, write=True) as store:
        for extraction in world():
            store.put(extraction)
        store.load(lines)
    return Store.open(path)


def breaches(path: Path, lines: Iterable[str]) -> list[Violation]:
    with loaded(path, lines) as store:
        return validate(store)


def test_what_we_write_keeps_its_shapes(tmp_path: Path) -> None:
    assert breaches(tmp_path / "s", graph()) == []


BROKEN: dict[str, Callable[[str], str | None]] = {
    "no status": lambda line: None if line.startswith(VISIT) and v.STATUS in line else line,
    "no evidence": lambda line: None if v.EVIDENCE in line and "/claim/" in line else line,
    "no speaker": lambda line: None if f"<{v.SAID_BY}>" in line and "/claim/" in line else line,
    "offsets": lambda line: re.sub(rf'(<{v.END_CHAR}> )"\d+"', r'\1"9999"', line),
    "hash": lambda line: re.sub(rf'(<{v.TEXT_SHA256}> )"\w+"', r'\1"00"', line),
    "no class of its type": lambda line: None if line == f"{VISIT} <{v.RDF_TYPE}> <{v.VISIT_CLASS}> ." else line,
    "odd date": lambda line: line.replace(f'"2027-05-07"^^<{v.EDTF_EDTF}>', '"Friday"'),
    "confidence": lambda line: line.replace('"0.9"', '"1.5"'),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_breach_is_found(name: str, tmp_path: Path) -> None:
    lines = [changed for line in graph() if (changed := BROKEN[name](line)) is not None]
    assert len(set(lines) ^ set(graph())) > 0
    assert breaches(tmp_path / "s", lines) != []


def test_an_alleged_event_is_no_event(tmp_path: Path) -> None:
    found = breaches(tmp_path / "s", [*graph(), f"{TRANSFER} <{v.RDF_TYPE}> <{v.EVENT_CLASS}> ."])
    assert "an alleged event is no event" in {one.message for one in found}
    assert TRANSFER.strip("<>") in {one.focus for one in found}


def test_a_fact_without_a_claim_is_found_by_both(tmp_path: Path) -> None:
    extra = f"{VISIT} <{v.HOST}> <{v.ENTITY}{entity_id('Corvenia')}> ."
    with loaded(tmp_path / "s", [*graph(), extra]) as store:
        assert any("without an affirmed claim" in one.message for one in validate(store))
        found = verify(store.extractions(), store).violations
    assert [(one.focus, one.path) for one in found] == [(VISIT.strip("<>"), v.HOST)]


def test_every_span_is_sliced_anew(tmp_path: Path) -> None:
    with loaded(tmp_path / "s", graph()) as store:
        result = verify(store.extractions(), store)
    assert result.violations == ()
    assert result.numbers["spans"] == result.numbers["spans equal"] == result.checked > 20
    assert result.numbers["articles"] == 2
    assert result.numbers["alleged events"] == 1


def test_a_false_quote_is_found(tmp_path: Path) -> None:
    lines = [line.replace('"Avaria denied it"', '"Avaria denies it"') for line in graph()]
    with loaded(tmp_path / "s", lines) as store:
        result = verify(store.extractions(), store)
    assert [(one.path, one.value) for one in result.violations] == [(v.EXACT, "Avaria denies it")]
    assert result.numbers["spans equal"] == result.numbers["spans"] - 1


def test_a_graph_of_other_articles_is_found(tmp_path: Path) -> None:
    with loaded(tmp_path / "s", graph()) as store:
        result = verify(world()[:1], store)
        assert any("not in the records" in one.message for one in result.violations)
    with loaded(tmp_path / "t", [line for line in graph() if "other-2" not in line]) as store:
        assert any("not in the graph" in one.message for one in verify(world(), store).violations)
