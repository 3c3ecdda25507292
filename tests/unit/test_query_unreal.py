"""What did not happen is still told with its parties, and a denial with what it denies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.emit import triples
from kg.model import Claim, Event
from kg.store import Store
from tests import worlds
from tests.unit.test_query import VISIT, asked, column


def test_what_was_called_off_is_told_with_its_parties(tmp_path: Path) -> None:
    """No direct fact stands for a cancelled event, so that its parties come from the claims."""
    extraction = worlds.first()
    off = replace(extraction, reports=tuple(replace(r, status="cancelled") for r in extraction.reports if r.id == "Visit-1"))
    resolution = worlds.resolution()
    event = next(e for e in resolution.events if e.id == VISIT.rpartition("/")[2])
    event = replace(event, status="cancelled", members=(("harbour-1", "Visit-1"),), merges=(), preceded_by=None)
    with Store.open(tmp_path, write=True) as store:
        store.put(off)
        store.load(triples([off], replace(resolution, events=(event,))))
        expected = [("Mira Tolane", "Belmora", "2027-05-07", "cancelled")]
        for given in ({}, {"visitor": "Avaria"}, {"destination": "Belmora"}):
            assert column(asked(store, "visits", **given), "visitor", "destination", "end", "status") == expected
        assert not asked(store, "visits", visitor="Belmora")


def test_a_denial_tells_its_topic_rather_than_its_own_name(tmp_path: Path) -> None:
    extraction = worlds.second()
    denial = next(r for r in extraction.reports if r.id == "Denial-1")
    topic = Claim("topic", denial.evidence, literal="the rifles")
    told = replace(extraction, reports=(replace(denial, claims=(*denial.claims, topic)),))
    event = Event(worlds.event_id("denial"), "Denial", "", "occurred", (("other-2", "Denial-1"),))
    with Store.open(tmp_path, write=True) as store:
        store.put(told)
        store.load(triples([told], replace(worlds.resolution(), events=(event,))))
        assert column(asked(store, "denials"), "denied_by", "denied") == [("Avaria", "the rifles")]
