"""A build in a process of its own that is killed (SIGKILL) after a while: what the crash test and bench.crashes share.

Articles are invented and read by a pattern instead of a parser, so that a run is short and spends its time in records and graph.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from unittest.mock import patch

import kg.loading
import kg.store
from kg import pipeline
from kg.config import Settings
from kg.model import Article, Claim, Decision, Extraction, Naming, Referent, Report, Span
from kg.store import Store

PEOPLE = ("Ada Vale", "Bo Lindqvist", "Cy Moreau", "Ada Vaal")
PLACES = ("Norland", "Sudria", "Estland")


def article(number: int) -> Extraction:
    """An invented article: somebody visited some place, an occasional one with a day."""
    person, place = PEOPLE[number % len(PEOPLE)], PLACES[number % len(PLACES)]
    text = f"{person} visited {place}."
    spans = {word: Span(text.index(word), text.index(word) + len(word)) for word in (person, place)}
    who = Referent("p", "Person", (person,), (Naming(spans[person], person),))
    where = Referent("s", "Place", (place,), (Naming(spans[place], place),))
    whole = Span(0, len(text))
    claims = (Claim("visitor", whole, "p"), Claim("destination", whole, "s"), Claim("start", whole, literal="2024-03-01"))
    report = Report("v", "Visit", "occurred", claims, (), whole, 1.0, "visited")
    return Extraction(Article(f"n{number:03}", text), (whole,), (who, where), (report,), "pattern")


def run(store: str, size: int) -> None:
    """Put the articles in one by one, decide twice, remove one and put it in again, load in between: all that writes.

    However much differs, it is exchanged in the graph. What the store has taken is noted in a file beside it, line by line.
    """
    settings = Settings(store=store)
    with (
        patch.object(kg.store, "_SMALL", 0),
        patch.object(kg.loading, "_SMALL", 0),
        Store.open(store, write=True) as opened,
        Path(f"{store}.taken").open("a", encoding="ascii") as taken,
    ):
        for number in range(size):
            opened.put(article(number))
            print(article(number).article.name, file=taken, flush=True)
            if number % 5 == 4:
                pipeline.load(opened, settings)
        opened.remove("n001")
        opened.decide(Decision(("n000", "p"), ("n003", "p"), True, "ann", "2024-06-01"))
        print("decision", file=taken, flush=True)
        pipeline.load(opened, settings)
        opened.put(article(1))
        opened.decide(Decision(("n000", "p"), ("n004", "p"), False, "ann", "2024-06-02"))
        pipeline.load(opened, settings)


def quads(store: str) -> list[str]:
    """The graph in force."""
    with Store.open(store) as opened:
        return opened.quads()


def crash(folder: Path, delays: Sequence[float], size: int = 12) -> tuple[int, int]:
    """How many runs were killed, one for each delay, and how many articles stood in the records then, all in all.

    A run that ends before its moment is run again and killed earlier. After each kill the store must open; the records that it
    had must be there, whole; the next run goes on in the same store. In the end it must hold what a run without a crash gives,
    and that what a graph made at once does.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crashing"])
    store, killed, survived = str(folder / "crashed"), 0, 0
    for delay in delays:
        moment = delay
        while not kill(context.Process(target=run, args=(store, size)), moment):
            moment *= 0.7  # it had ended by then
        killed += 1
        survived += check(store, size)
    run(store, size)
    whole = str(folder / "whole")
    run(whole, size)
    assert quads(store) == quads(whole), "the store differs from one that was never killed"
    changed = quads(whole)
    pipeline.rebuild(Settings(store=whole))
    assert quads(whole) == changed, "the store differs from one that was made at once"
    return killed, survived


def kill(process: BaseProcess, delay: float) -> bool:
    """Whether the process was still running after so many seconds, and so was killed.

    Only its exit status can say: it may end of itself between any look at it and the signal.
    """
    process.start()
    time.sleep(delay)
    process.kill()  # passes over one that has ended
    process.join()
    return process.exitcode == -signal.SIGKILL


def check(store: str, size: int) -> int:
    """How many articles the store has; raises where it does not open, or where something in it is not whole."""
    if not (Path(store) / "records.sqlite").is_file():
        return 0  # killed before it began
    with Store.open(store, write=True) as opened:
        kept = list(opened.extractions())
        for extraction in kept:
            number = int(extraction.article.name[1:])
            assert extraction == article(number), "a record is not what was put in"
        note = Path(f"{store}.taken")
        taken = set(note.read_text(encoding="ascii").split()) if note.is_file() else set()
        lost = taken - {"decision", "n001"} - {e.article.name for e in kept}
        assert not lost, f"{lost} had been put in"
        assert opened.decisions() or "decision" not in taken, "a decision is lost"
        if opened.fresh():
            opened.quads()
        return len(kept)
