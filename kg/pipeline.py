"""The one file that puts the stages in order: read it as the product.

:func:`build` goes from files to the graph; :func:`remove` and :func:`rebuild` change a store; :func:`verify` and :func:`validate`
check it; :func:`ask`, :func:`explained`, :func:`page`, :func:`write_graph` and :func:`articles` read it.

Stages with heavy libraries are imported where they are used, so that a question is answered without loading a language model.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from kg.config import Settings
from kg.emit import triples
from kg.errors import StoreError
from kg.explain import Explanation, explain
from kg.model import Article, Extraction, Issue
from kg.resolve import resolve
from kg.store import Store

if TYPE_CHECKING:
    from kg.evaluate import Score
    from kg.query import Result
    from kg.render import View
    from kg.validate import Violation

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


def silent(stage: str, done: int, total: int) -> None:
    """Nothing: the progress of a run that nobody watches."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The size of a graph after it was loaded."""

    articles: int
    reports: int
    entities: int
    events: int
    triples: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: names of articles by what became of them, issues in the order met, and the graph that came of it."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    issues: tuple[Issue, ...]
    graph: Graph


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read: articles to extract from, names of known ones, and issues."""

    fresh: tuple[Article, ...]
    unchanged: tuple[str, ...]
    issues: tuple[Issue, ...]


def build(paths: Sequence[str], settings: Settings, progress: Progress = silent, stdin: BinaryIO | None = None) -> BuildReport:
    """Read, annotate, extract, resolve, emit and load; articles that the store already holds unchanged are not read again.

    Each article is kept as soon as it is extracted, so that a run that was stopped goes on where it was.
    """
    from kg.ingest import read

    with Store.open(settings.store, write=True) as store:
        known = store.sha256s()
        intake = sort_out(read(paths, settings, stdin), known)
        progress("extract", 0, len(intake.fresh))
        for done, extraction in enumerate(extract_all(intake.fresh, settings), 1):
            store.put(extraction)
            progress("extract", done, len(intake.fresh))
        return BuildReport(
            added=tuple(a.name for a in intake.fresh if a.name not in known),
            changed=tuple(a.name for a in intake.fresh if a.name in known),
            unchanged=intake.unchanged,
            issues=intake.issues,
            graph=load(store, settings, progress),
        )


def sort_out(found: Iterable[Article | Issue], known: Mapping[str, str]) -> Intake:
    """Which articles are new or changed; of two with one name the text with the smaller hash stays, whatever their order."""
    chosen: dict[str, Article] = {}
    issues: list[Issue] = []
    for item in found:
        if isinstance(item, Issue):
            issues.append(item)
            continue
        rival = chosen.get(item.name)
        if rival is not None and rival.sha256 != item.sha256:
            issues.append(Issue(item.name, "same-name", "two files of this name with different texts; only one of them is kept"))
        chosen[item.name] = item if rival is None else min(rival, item, key=lambda a: a.sha256)
    fresh = tuple(chosen[name] for name in sorted(chosen) if known.get(name) != chosen[name].sha256)
    unchanged = tuple(name for name in sorted(chosen) if known.get(name) == chosen[name].sha256)
    return Intake(fresh, unchanged, tuple(issues))


def extract_all(articles: Sequence[Article], settings: Settings) -> Iterator[Extraction]:
    """The extractions of the articles in their order, by as many processes as the settings say; the result is the same."""
    work = partial(extract_one, pipeline=settings.pipeline)
    workers = min(settings.workers, len(articles))
    if workers < 2:
        yield from map(work, articles)
        return
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(work, articles, chunksize=4)


def extract_one(article: Article, pipeline: str) -> Extraction:
    """Everything read from one article."""
    from kg.annotate import Annotator
    from kg.extract import extract

    return extract(Annotator(pipeline).annotate(article))


def load(store: Store, settings: Settings, progress: Progress = silent) -> Graph:
    """Resolve all records and replace the graph by what they say."""
    extractions = list(store.extractions())
    progress("resolve", 0, len(extractions))
    resolution = resolve(extractions)
    progress("load", 0, len(extractions))
    count = store.load(triples(extractions, resolution, settings.min_confidence))
    reports = sum(len(e.reports) for e in extractions)
    return Graph(len(extractions), reports, len(resolution.entities), len(resolution.events), count)


def remove(names: Sequence[str], settings: Settings, progress: Progress = silent) -> Graph:
    """Forget articles; the graph becomes the one that never had them. Raises StoreError where a name is not in the store."""
    with Store.open(settings.store, write=True) as store:
        if unknown := sorted(set(names) - set(store.names())):
            raise StoreError(f"not in the store: {', '.join(unknown)}", "kg info --articles lists the names")
        for name in names:
            store.remove(name)
        return load(store, settings, progress)


def rebuild(settings: Settings, progress: Progress = silent) -> Graph:
    """Make the graph anew from the records."""
    with Store.open(settings.store, write=True) as store:
        return load(store, settings, progress)


def ask(question: str, parameters: Mapping[str, str], settings: Settings) -> Result:
    """The answer to a named query or to SPARQL text; parameters are bound, never pasted."""
    from kg.query import run

    with Store.open(settings.store) as store:
        return run(store, question, parameters)


def explained(wanted: str, settings: Settings) -> list[Explanation]:
    """Every claim about the things that an IRI or name means, and why they were merged."""
    with Store.open(settings.store) as store:
        extractions = list(store.extractions())
        return explain(extractions, resolve(extractions), wanted)


def questions() -> list[dict[str, object]]:
    """The named queries: name, title and parameters."""
    from kg.query import named

    return [{"name": q.name, "title": q.title, "parameters": tuple(p.name for p in q.parameters)} for q in named()]


def articles(settings: Settings) -> list[dict[str, object]]:
    """The articles of a store, by name."""
    with Store.open(settings.store) as store:
        found = [(e.article, len(e.reports)) for e in store.extractions()]
    return [
        {"article": a.name, "outlet": a.outlet, "published": a.published, "reports": reports, "headline": a.title}
        for a, reports in sorted(found, key=lambda item: item[0].name)
    ]


@dataclass(frozen=True, slots=True)
class Verification:
    """How many spans were sliced again, and what does not hold."""

    checked: int
    violations: tuple[Violation, ...]


def verify(settings: Settings) -> Verification:
    """Every quote sliced again from its article, every text hashed again."""
    from kg.validate import verify as violations_of

    with Store.open(settings.store) as store:
        extractions = list(store.extractions())
        checked = sum(1 + len(r.claims) for e in extractions for r in e.reports)
        checked += sum(len(referent.namings) for e in extractions for referent in e.referents)
        return Verification(checked, tuple(violations_of(extractions, store.quads())))


def validate(settings: Settings) -> list[Violation]:
    """What the graph has against its shapes."""
    from kg.validate import validate as violations_of

    with Store.open(settings.store) as store:
        return violations_of(store)


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of the graph a page shows; empty shows all."""

    focus: str | None = None
    hops: int = 1
    since: str = ""
    until: str = ""
    outlets: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


def view(cut: Cut, settings: Settings) -> View:
    """The part of the graph that a page shows."""
    from kg.query import run
    from kg.render import focus, from_rows, of_outlets, of_types, since_until

    with Store.open(settings.store) as store:
        whole = from_rows(run(store, "view-nodes").records(), run(store, "view-edges").records())
    part = of_types(of_outlets(since_until(whole, cut.since, cut.until), cut.outlets), cut.types)
    return focus(part, cut.focus, cut.hops) if cut.focus else part


def page(cut: Cut, title: str, settings: Settings) -> str:
    """One self-contained HTML page."""
    from kg.render import render

    return render(view(cut, settings), title)


def write_graph(form: str, out: BinaryIO, settings: Settings) -> None:
    """The whole graph in one of the export formats."""
    from kg.export import export

    with Store.open(settings.store) as store:
        export(store.quads(), form, out)


def evaluate(gold: str, paths: Sequence[str], settings: Settings, progress: Progress = silent) -> Score:
    """The figures of a store built from the articles alone against the gold files of a folder."""
    from kg.evaluate import read_gold, score

    golds = read_gold(Path(gold))
    with TemporaryDirectory() as folder:
        own = replace(settings, store=str(Path(folder) / "store"))
        build(paths, own, progress)
        return score(golds, ask("facts", {}, own).records(), ask("names", {}, own).records())
