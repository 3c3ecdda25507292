"""From records to graph: :func:`load` makes the graph say what the records do, by what changed in them where that is little."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.config import Settings
from kg.emit import ALL, Part, Plan, form, parts
from kg.emit import keys as parts_of
from kg.model import Resolution
from kg.resolve import resolve
from kg.resolve.renewal import Change, Renewal, Shelf, made_by
from kg.store import Stale, Store, Touched

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many
_SMALL = 8  # a change of less than this part of all articles is taken in by itself
_AT_ONCE = 1000  # articles that are taken in at once: what they touch is held in memory


def silent(stage: str, done: int, total: int) -> None:
    """Nothing: the progress of a run that nobody watches."""


def load(store: Store, settings: Settings, progress: Progress = silent, whole: bool = False) -> None:
    """Make the graph say what the records and decisions do: by what articles touch that came or went, or by all if ``whole``."""
    with store.changing() as shelf:
        size = store.count()
        progress("resolve", 0, size)
        by = f"{made_by()} {settings.min_confidence}"
        touched = None if whole else store.touched(form(), by)
        small = touched is not None and touched.size * _SMALL <= size
        change = taken(store, shelf, touched or store.clear(by), small)
        resolution = change.resolution if change else resolve(store.extractions(), store.decisions())
        progress("load", 0, size)
        if not renewed(store, settings, resolution, change, whole):
            renewed(store, settings, resolve(store.extractions(), store.decisions()))


def taken(store: Store, shelf: Shelf, touched: Touched, small: bool) -> Change | None:
    """What the articles changed that came or went, if that is small; they are taken into what is kept for resolution."""
    renewal, come = Renewal(shelf, store.decisions()), sorted(touched.come)
    renewal.take((), touched.gone)
    for begin in range(0, len(come), _AT_ONCE):
        renewal.take(store.extractions(come[begin : begin + _AT_ONCE]))
    store.taken(touched)
    return renewal.change() if small else None


def renewed(store: Store, settings: Settings, resolution: Resolution, change: Change | None = None, whole: bool = False) -> bool:
    """Whether the graph says what a resolution does, of all records or of what changed; False where that is too much."""
    plan = Plan(resolution, store.hashes(change.records if change else None), settings.min_confidence)

    def make(stale: Stale | None) -> Iterator[Part]:
        names, keys = (None, ALL) if stale is None else (plan.articles(stale.changed), stale.changed)
        return parts(store.extractions(names), resolution, settings.min_confidence, keys)

    if change is None:
        store.renew(plan.fingerprints, form(), make, whole)
        return True
    keys = parts_of(change.dirty.articles, change.dirty.entities, change.dirty.events, change.dirty.ends)
    return store.renew_some({key: plan.fingerprints[key] for key in keys & plan.fingerprints.keys()}, keys, form(), make)
