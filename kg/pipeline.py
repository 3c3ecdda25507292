"""The one file that puts the stages in order: read it as the product.

:func:`build` goes from files to the graph; :func:`remove` and :func:`rebuild` change a store; :func:`verify` and :func:`validate`
check it; :func:`ask`, :func:`explained`, :func:`page`, :func:`write_graph` and :func:`articles` read it; :func:`judge`,
:func:`decide` and :func:`withdraw` are where people overrule what it holds to be one thing or two.

Stages with heavy libraries are imported where they are used, so that a question is answered without loading a language model.
"""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

from kg import vocabulary
from kg.config import Settings
from kg.emit import triples
from kg.errors import EvidenceError, StoreError, UsageError
from kg.explain import Explanation, Question, described, disputed, explain, judgement, open_questions, undone
from kg.extract import EXTRACTOR, extract
from kg.loading import Progress, load, silent
from kg.model import ENTITY_TYPES, Article, Decision, Extraction, Issue, Resolution, Signature
from kg.query import NamedQuery, Result, find, named, run
from kg.resolve import resolve
from kg.store import Store

if TYPE_CHECKING:
    from kg.evaluate import Score
    from kg.render import Extent, Text, View
    from kg.validate import Verification, Violation

__all__ = ["Progress", "load", "silent"]  # besides what is defined here


@dataclass(frozen=True, slots=True)
class Graph:
    """The size of a graph; reports are tellings of facts by single articles, claims the single statements in them."""

    articles: int
    reports: int
    claims: int
    entities: int
    events: int


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

    Each article is kept as soon as it is extracted, so that a run that was stopped goes on where it was. The inputs are
    read before the store is opened: a path that does not exist raises UsageError and makes no store.
    """
    from kg.ingest import read

    found = list(read(paths, settings, stdin))
    with Store.open(settings.store, write=True) as store:
        intake = sort_out(found, store, settings)
        known = set(store.names())
        read_now: list[str] = []
        failed: list[Issue] = []
        progress("extract", 0, len(intake.fresh))
        for done, extraction in enumerate(extract_all(intake.fresh, settings), 1):
            if isinstance(extraction, Issue):
                failed.append(extraction)
            else:
                store.put(extraction)
                read_now.append(extraction.article.name)
            progress("extract", done, len(intake.fresh))
        if not store.fresh():
            load(store, settings, progress)
        return BuildReport(
            added=tuple(name for name in read_now if name not in known),
            changed=tuple(name for name in read_now if name in known),
            unchanged=intake.unchanged,
            issues=(*intake.issues, *failed),
            graph=size(store),
        )


def sort_out(found: Iterable[Article | Issue], store: Store, settings: Settings) -> Intake:
    """Which articles are new to the store, or other than it has them, or were read by another extractor."""
    fresh: dict[str, Article] = {}
    unchanged: set[str] = set()
    issues: list[Issue] = []
    for item in found:
        if isinstance(item, Issue):
            issues.append(item)
            continue
        record = store.extraction(item.name)
        if record is not None and record.article == item and record.extractor == extractor(settings):
            unchanged.add(item.name)
        else:
            fresh[item.name] = item
    return Intake(tuple(fresh[name] for name in sorted(fresh)), tuple(sorted(unchanged)), tuple(issues))


def extractor(settings: Settings) -> str:
    """What the records call the rules, the parser and the names that made them: with others, an article is read again."""
    if not settings.gazetteer:
        return f"{EXTRACTOR} {settings.pipeline}"
    from kg.annotate.gazetteer import fingerprint

    return f"{EXTRACTOR} {settings.pipeline} {fingerprint(settings.gazetteer)}"


def extract_all(articles: Sequence[Article], settings: Settings) -> Iterator[Extraction | Issue]:
    """The extractions of the articles in their order, by as many processes as the settings say; the result is the same.

    An article that a rule fails on is an issue, so that a defect of ours costs no other article.
    """
    workers = min(settings.workers, len(articles))
    work = partial(extracted, settings=settings)
    if workers < 2:
        yield from map(work, articles)
        return
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(work, articles, chunksize=4)


def extracted(article: Article, settings: Settings) -> Extraction | Issue:
    """What :func:`extract_one` reads; an issue of kind ``failed`` where a rule ends in an error, a defect of ours."""
    try:
        return extract_one(article, settings)
    except (ArithmeticError, AttributeError, EvidenceError, LookupError, RuntimeError, TypeError, ValueError) as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(at.filename).name}, line {at.lineno}"
        return Issue(article.name, "failed", f"not read: {type(error).__name__} in {where} ({error}); please report it")


def extract_one(article: Article, settings: Settings) -> Extraction:
    """Everything read from one article."""
    from kg.annotate import Annotator

    return replace(extract(Annotator(settings.pipeline, settings.gazetteer).annotate(article)), extractor=extractor(settings))


def statements(store: Store, settings: Settings, progress: Progress = silent) -> Iterator[str]:
    """What the records and decisions of a store say, as N-Triples lines; equal lines may come more than once."""
    size = len(store.names())
    progress("resolve", 0, size)
    resolution = resolve(store.extractions(), store.decisions())
    progress("load", 0, size)
    yield from triples(store.extractions(), resolution, settings.min_confidence)


def size(store: Store) -> Graph:
    """How much the graph holds."""
    members = {row["class"]: int(row["members"]) for row in run(store, "counts").records()}
    return Graph(
        articles=members.get(vocabulary.ARTICLE_CLASS, 0),
        reports=members.get(vocabulary.REPORT_CLASS, 0),
        claims=members.get(vocabulary.CLAIM_CLASS, 0),
        entities=sum(members.get(vocabulary.KG + kind, 0) for kind in ENTITY_TYPES),
        events=sum(members.get(vocabulary.KG + kind, 0) for kind in ("Event", "AllegedEvent")),
    )


def remove(names: Sequence[str], settings: Settings, progress: Progress = silent) -> Graph:
    """Forget articles; the graph becomes the one that never had them. Raises StoreError where a name is not in the store."""
    with Store.open(settings.store, write=True) as store:
        if unknown := sorted(set(names) - set(store.names())):
            raise StoreError(f"not in the store: {', '.join(unknown)}", "kg info --articles lists the names")
        for name in names:
            store.remove(name)
        load(store, settings, progress)
        return size(store)


def rebuild(settings: Settings, progress: Progress = silent) -> Graph:
    """Make the graph anew from the records."""
    with Store.open(settings.store, write=True) as store:
        load(store, settings, progress, whole=True)
        return size(store)


def ask(question: str, parameters: Mapping[str, str], settings: Settings) -> Result:
    """The answer to a named query or to SPARQL text; parameters are bound, never pasted."""
    with Store.open(settings.store) as store:
        return run(store, question, parameters)


def explained(wanted: str, settings: Settings) -> list[Explanation]:
    """Every claim about the things that an IRI or name means, why they were merged, and what is told of them otherwise."""
    with Store.open(settings.store) as store:
        found = explain(*_resolved(store), wanted)
        told = [run(store, "contradictions", {"about": f"<{e.iri}>"}).records() for e in found]
        return [replace(e, disputed=disputed(rows)) for e, rows in zip(found, told, strict=True)]


def _resolved(store: Store) -> tuple[list[Extraction], Resolution]:
    extractions = list(store.extractions())
    return extractions, resolve(extractions, store.decisions())


def judge(wanted: tuple[str, str], same: bool, by: Signature, settings: Settings, progress: Progress = silent) -> Graph:
    """Hold two things to be one, or two, whatever the rules say; each is an IRI, a name, or NAME@ARTICLE.

    Raises UsageError where a name means nothing, or several things, or the two can be no pair.
    """
    with Store.open(settings.store, write=True) as store:
        extractions, resolution = _resolved(store)
        made = judgement(wanted, same, by, extractions, resolution)
        store.withdraw(undone(store.decisions(), made, resolution), by.who, by.when)
        store.decide(*made)
        load(store, settings, progress)
        return size(store)


def doubts(settings: Settings) -> list[Question]:
    """The pairs that come near to being one thing and want a person's judgement, the likeliest first."""
    with Store.open(settings.store) as store:
        return open_questions(*_resolved(store))


def decide(question: Question, same: bool, by: Signature, settings: Settings) -> None:
    """Keep a person's answer; the graph follows at the next :func:`rebuild` or :func:`build`."""
    with Store.open(settings.store, write=True) as store:
        store.decide(Decision(question.left.member, question.right.member, same, by.who, by.when))


def decisions(settings: Settings) -> list[dict[str, object]]:
    """The decisions in force, numbered, in the order in which they were made."""
    with Store.open(settings.store) as store:
        resolved = _resolved(store)
        return [{"number": n, **described(d, *resolved)} for n, d in enumerate(store.decisions(), 1)]


def withdraw(numbers: Iterable[int], by: Signature, settings: Settings, progress: Progress = silent) -> Graph:
    """Take back decisions by their numbers. Raises UsageError where there is none of a number."""
    with Store.open(settings.store, write=True) as store:
        kept = store.decisions()
        if unknown := sorted(n for n in set(numbers) if not 1 <= n <= len(kept)):
            raise UsageError(f"there is no decision {unknown[0]}", "kg decisions lists them")
        store.withdraw([kept[n - 1] for n in sorted(set(numbers))], by.who, by.when)
        load(store, settings, progress)
        return size(store)


def questions() -> list[dict[str, object]]:
    """The named queries: name, title and parameters."""
    return [{"name": q.name, "title": q.title, "parameters": tuple(p.name for p in q.parameters)} for q in named()]


def question(name: str) -> NamedQuery:
    """The named query of that name, with what it answers and takes; raises QueryError where there is none."""
    return find(name)


def articles(settings: Settings) -> list[dict[str, str]]:
    """The articles of a store."""
    return list(ask("articles", {}, settings).records())


def info(settings: Settings) -> list[dict[str, object]]:
    """How many things of every class the graph holds, the most frequent first."""
    return [
        {"class": row["class"].rpartition("#")[2], "members": int(row["members"])}
        for row in ask("counts", {}, settings).records()
    ]


def verify(settings: Settings) -> Verification:
    """Every quote sliced again from its article, every text hashed again, every fact traced to a claim."""
    from kg.validate import verify as verified

    with Store.open(settings.store) as store:
        return verified(store.extractions(), store)


def validate(settings: Settings) -> list[Violation]:
    """What the graph has against its shapes."""
    from kg.validate import validate as validated

    with Store.open(settings.store) as store:
        return validated(store)


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of the graph a page shows, empty all of it, and whether the articles can be read in it."""

    focus: str | None = None
    hops: int = 1
    since: str = ""
    until: str = ""
    outlets: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    texts: bool = True

    @property
    def extent(self) -> Extent:
        """How much of the graph the page shows; of one article, the page opens with its text."""
        if self == Cut(texts=self.texts):
            return "all"
        return "article" if len(self.articles) == 1 and self.texts else "part"


def view(cut: Cut, settings: Settings) -> View:
    """The part of the graph that a page shows."""
    from kg.render import focus, from_rows, of_articles, of_outlets, of_types, since_until

    with Store.open(settings.store) as store:
        whole = from_rows(*(run(store, f"view-{part}").records() for part in ("nodes", "edges", "disputes")))
    told = of_articles(of_outlets(whole, cut.outlets), cut.articles)
    part = of_types(since_until(told, cut.since, cut.until), cut.types)
    return focus(part, cut.focus, cut.hops) if cut.focus else part


def texts(shown: View, extent: Extent, settings: Settings) -> tuple[Text, ...]:
    """The articles to be read in a page: of the whole graph all, of a part those that say what it shows."""
    from kg.render import articles_of, texts_of

    with Store.open(settings.store) as store:
        if extent == "all":
            return texts_of(store.extractions())
        return texts_of(found for name in articles_of(shown) if (found := store.extraction(name)))


def page(cut: Cut, title: str, settings: Settings) -> str:
    """One self-contained HTML page. Raises UsageError where it would be empty."""
    from kg.render import render

    shown = view(cut, settings)
    if not shown.nodes:
        raise UsageError("nothing is left to show", "leave out --since, --until, --outlet or --type, or widen them")
    return render(shown, title, texts(shown, cut.extent, settings) if cut.texts else (), cut.extent)


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
