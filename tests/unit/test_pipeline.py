"""The order of the stages and what a store is after each: with real stages around a toy reader, so that no parser is loaded."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg import pipeline
from kg.config import Settings
from kg.errors import KgError, StoreError, UsageError
from kg.model import Article, Claim, Extraction, Naming, Referent, Report, Span
from kg.store import Store

VISIT = re.compile(r"(?P<visitor>[A-Z]\w+ [A-Z]\w+) (?P<cue>visited) (?P<destination>[A-Z]\w+)\.")
ARTICLES = {
    "one": "Ada Vale visited Norland. Bo Lindqvist visited Sudria.",
    "two": "Ada Vale visited Norland.",
    "three": "Nothing was said.\n",
}


def toy(article: Article, settings: Settings) -> Extraction:
    """An extraction by one pattern: enough to see what becomes of it."""
    referents: dict[str, Referent] = {}
    reports = []
    for match in VISIT.finditer(article.text):
        for role, kind in (("visitor", "Person"), ("destination", "Place")):
            found, span = match[role], Span(*match.span(role))
            before = referents[found].namings if found in referents else ()
            referents[found] = Referent(found.lower().replace(" ", "-"), kind, (found,), (*before, Naming(span, found)))  # type: ignore[arg-type]
        claims = tuple(Claim(role, Span(*match.span(role)), referents[match[role]].id) for role in ("visitor", "destination"))
        reports.append(Report(f"r{match.start()}", "Visit", "occurred", claims, (), Span(*match.span()), 1.0, "visited"))
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^.\s][^.]*\.", article.text))
    return Extraction(article, sentences, tuple(referents.values()), tuple(reports), pipeline.extractor(settings))


@pytest.fixture(autouse=True)
def read_articles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that were really read, in order."""
    seen: list[str] = []

    def one(article: Article, settings: Settings) -> Extraction:
        seen.append(article.name)
        return toy(article, settings)

    monkeypatch.setattr(pipeline, "extract_one", one)
    return seen


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=str(tmp_path / "store"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """ARTICLES as files."""
    there = tmp_path / "in"
    there.mkdir()
    for name, text in ARTICLES.items():
        (there / f"{name}.txt").write_text(text, encoding="utf-8")
    return there


def graph(settings: Settings) -> list[str]:
    with Store.open(settings.store) as store:
        return store.quads()


def build(settings: Settings, *paths: Path) -> pipeline.BuildReport:
    return pipeline.build([str(path) for path in paths], settings)


def facts(settings: Settings) -> set[tuple[str, str, str]]:
    return {(r["article"], r["role"], r["value"]) for r in pipeline.ask("facts", {}, settings).records() if "value" in r}


def test_a_build_goes_from_files_to_answers(settings: Settings, folder: Path) -> None:
    report = build(settings, folder)
    assert (report.added, report.changed, report.unchanged, report.issues) == (("one", "three", "two"), (), (), ())
    assert (report.graph.articles, report.graph.reports, report.graph.claims) == (3, 3, 6)
    assert {article for article, _, _ in facts(settings)} == {"one", "two"}
    names = {(r["article"], r["type"], r["name"]) for r in pipeline.ask("names", {}, settings).records()}
    assert ("two", "Person", "Ada Vale") in names


def test_a_second_build_reads_nothing_and_changes_nothing(settings: Settings, folder: Path, read_articles: list[str]) -> None:
    build(settings, folder)
    before = graph(settings)
    read_articles.clear()
    report = build(settings, folder)
    assert (read_articles, report.unchanged) == ([], ("one", "three", "two"))
    assert graph(settings) == before


def test_an_article_that_a_rule_fails_on_is_listed_and_costs_no_other(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    working = pipeline.extract_one

    def faulty(article: Article, settings: Settings) -> Extraction:
        if article.name == "two":
            raise IndexError("list index out of range")
        return working(article, settings)

    monkeypatch.setattr(pipeline, "extract_one", faulty)
    report = build(settings, folder)
    assert (report.added, report.graph.articles) == (("one", "three"), 2)
    assert [(i.where, i.kind) for i in report.issues] == [("two", "failed")]
    assert "IndexError in test_pipeline.py, line" in report.issues[0].message
    monkeypatch.setattr(pipeline, "extract_one", working)
    again = build(settings, folder)
    assert (again.added, again.issues) == (("two",), ())


def test_a_changed_text_is_a_new_version(settings: Settings, folder: Path, read_articles: list[str]) -> None:
    build(settings, folder)
    (folder / "two.txt").write_text("Cy Moreau visited Estland.")
    read_articles.clear()
    report = build(settings, folder)
    assert (read_articles, report.changed) == (["two"], ("two",))
    values = {r["name"] for r in pipeline.ask("names", {}, settings).records() if r["article"] == "two"}
    assert values == {"Cy Moreau", "Estland"}


def test_another_parser_reads_again(settings: Settings, folder: Path, read_articles: list[str]) -> None:
    build(settings, folder)
    read_articles.clear()
    pipeline.build([str(folder)], Settings(store=settings.store, pipeline="another"))
    assert read_articles == ["one", "three", "two"]


def test_other_names_read_again(settings: Settings, folder: Path, read_articles: list[str], tmp_path: Path) -> None:
    names = tmp_path / "names"
    names.mkdir()
    (names / "places.psv").write_text("Norland||region\n", encoding="utf-8")
    pipeline.build([str(folder)], settings)
    first = list(read_articles)
    pipeline.build([str(folder)], replace(settings, gazetteer=str(names)))
    pipeline.build([str(folder)], replace(settings, gazetteer=str(names)))
    assert read_articles == first * 2


def test_a_run_that_was_stopped_goes_on(
    settings: Settings, folder: Path, read_articles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    working = pipeline.extract_one

    def stop(article: Article, settings: Settings) -> Extraction:
        if article.name == "two":
            raise KgError("pulled the plug")
        return working(article, settings)

    monkeypatch.setattr(pipeline, "extract_one", stop)
    with pytest.raises(KgError):
        build(settings, folder)
    monkeypatch.setattr(pipeline, "extract_one", working)
    read_articles.clear()
    report = build(settings, folder)
    assert (read_articles, report.added) == (["two"], ("two",))
    whole = Settings(store=f"{settings.store}-whole")
    build(whole, folder)
    assert graph(settings) == graph(whole)


def test_the_order_of_articles_does_not_matter(settings: Settings, folder: Path) -> None:
    files = [folder / f"{name}.txt" for name in ARTICLES]
    build(settings, *files)
    other = Settings(store=f"{settings.store}-other")
    for path in reversed(files):
        build(other, path)
    assert graph(settings) == graph(other)


def test_removing_gives_the_graph_that_never_had_it(settings: Settings, folder: Path) -> None:
    build(settings, folder / "one.txt")
    never = graph(settings)
    build(settings, folder)
    assert graph(settings) != never
    assert pipeline.remove(["two", "three"], settings).articles == 1
    assert graph(settings) == never


def test_an_unknown_article_cannot_be_removed(settings: Settings, folder: Path) -> None:
    build(settings, folder)
    with pytest.raises(StoreError, match="not in the store: four"):
        pipeline.remove(["one", "four"], settings)
    assert pipeline.articles(settings)[0]["article"] == "one"


def test_a_rebuild_gives_the_same_graph(settings: Settings, folder: Path) -> None:
    report = build(settings, folder)
    before = graph(settings)
    assert pipeline.rebuild(settings) == report.graph
    assert graph(settings) == before


def test_issues_are_listed_and_the_run_goes_on(settings: Settings, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    report = build(settings, folder)
    assert [issue.kind for issue in report.issues] == ["empty"]
    assert len(report.added) == 3


def test_articles_come_from_stdin(settings: Settings) -> None:
    report = pipeline.build(["-"], settings, stdin=io.BytesIO(ARTICLES["two"].encode()))
    assert (len(report.added), report.graph.reports) == (1, 1)


def test_progress_counts_every_article(settings: Settings, folder: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    pipeline.build([str(folder)], settings, lambda *step: steps.append(step))
    assert [step for step in steps if step[0] == "extract"] == [("extract", n, 3) for n in range(4)]
    assert {stage for stage, _, _ in steps} == {"extract", "resolve", "load"}


def test_every_quote_is_verified_and_a_bent_one_is_found(settings: Settings, folder: Path) -> None:
    build(settings, folder)
    sound = pipeline.verify(settings)
    assert sound.violations == ()
    assert sound.checked > 0
    with Store.open(settings.store, write=True) as store:
        record = store.extraction("two")
        assert record is not None
        bent = Article(record.article.name, "Xda Vale visited Norland.", known_by=record.article.known_by)
        store.put(Extraction(bent, record.sentences, record.referents, record.reports, record.extractor))
    assert pipeline.verify(settings).violations


def test_the_graph_keeps_to_its_shapes(settings: Settings, folder: Path) -> None:
    build(settings, folder)
    assert pipeline.validate(settings) == []


def test_a_name_is_explained(settings: Settings, folder: Path) -> None:
    build(settings, folder)
    [found] = pipeline.explained("ada vale", settings)
    assert {(claim.article, claim.quote) for claim in found.claims} == {("one", "Ada Vale"), ("two", "Ada Vale")}
    assert found.merges


@pytest.mark.parametrize(
    ("cut", "shown"),
    [
        (pipeline.Cut(), {"Ada Vale", "Norland", "Bo Lindqvist", "Sudria"}),
        (pipeline.Cut(focus="Ada Vale"), {"Ada Vale", "Norland"}),
        (pipeline.Cut(types=("Person",)), {"Ada Vale", "Bo Lindqvist"}),
    ],
)
def test_a_view_can_be_cut(settings: Settings, folder: Path, cut: pipeline.Cut, shown: set[str]) -> None:
    build(settings, folder)
    assert {node.label for node in pipeline.view(cut, settings).nodes if not node.is_event} >= shown
    hidden = {"Ada Vale", "Norland", "Bo Lindqvist", "Sudria"} - shown
    assert not hidden & {node.label for node in pipeline.view(cut, settings).nodes}


def test_a_page_and_a_turtle_file_are_written(settings: Settings, folder: Path) -> None:
    build(settings, folder)
    assert "Ada Vale" in pipeline.page(pipeline.Cut(), "Visits", settings)
    for cut, texts, extent in (
        (pipeline.Cut(), 3, "all"),
        (pipeline.Cut(articles=("one",)), 1, "article"),
        (pipeline.Cut(articles=("one",), texts=False), 0, "part"),
    ):
        html = pipeline.page(cut, "Visits", settings)
        assert (html.count('"cuts": '), f'"extent": "{extent}"' in html) == (texts, True)
    with pytest.raises(UsageError, match="nothing is left"):
        pipeline.page(pipeline.Cut(since="2999"), "Visits", settings)
    out = io.BytesIO()
    pipeline.write_graph("turtle", out, settings)
    assert b"@prefix kg:" in out.getvalue()


def test_reading_needs_a_store(settings: Settings) -> None:
    for use in (pipeline.verify, pipeline.validate, pipeline.articles, pipeline.info):
        with pytest.raises(StoreError):
            use(settings)


def test_info_counts_classes(settings: Settings, folder: Path) -> None:
    build(settings, folder)
    counted = {row["class"]: row["members"] for row in pipeline.info(settings)}
    assert (counted["Article"], counted["Report"], counted["Person"]) == (3, 3, 2)


def test_the_toy_reader_reads() -> None:
    extraction = toy(Article("one", ARTICLES["one"]), Settings())
    assert [report.evidence.slice(ARTICLES["one"]) for report in extraction.reports] == [
        "Ada Vale visited Norland.",
        "Bo Lindqvist visited Sudria.",
    ]


def sequence(*names: str) -> Sequence[Article]:
    return [Article(name, f"{name} visited nobody.") for name in names]


def test_no_articles_need_no_workers() -> None:
    assert list(pipeline.extract_all([], Settings(workers=4))) == []
    (only,) = pipeline.extract_all(sequence("a"), Settings(workers=4))
    assert isinstance(only, Extraction) and only.article.name == "a"


def test_a_mistyped_path_makes_no_store(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        build(settings, tmp_path / "artcles")
    assert not Path(settings.store).exists()
