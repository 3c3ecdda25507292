"""What people decide: kept in a file of its own, in force until withdrawn, by names, IRIs and one key each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import pipeline
from kg.cli import main
from kg.config import Settings
from kg.errors import StoreError, UsageError
from kg.model import Article, Decision, Extraction, Naming, Referent, Report, Signature, Span
from kg.store import Store

ANN = Signature("ann", "2024-06-01")
TEXTS = {
    "a": "Mira Tolane came. She likes Oslo.",
    "b": "Then Myra Tolaine left. Bo Lindqvist stayed.",
    "c": "Mira Tolane spoke. Tolane sat down. The EU is old.",
    "d": "The EU leaders were glad. It rained in Oslo.",
}
NAMES = {
    "Person": ["Mira Tolane", "Myra Tolaine", "Bo Lindqvist", "Tolane"],
    "Organization": ["EU leaders", "EU"],
    "Place": ["Oslo"],
}


def record(name: str) -> Extraction:
    text = TEXTS[name]
    referents = [
        Referent(f"{kind}-{form}", kind, (form,), (Naming(Span(at, at + len(form)), form),))  # type: ignore[arg-type]
        for kind, forms in NAMES.items()
        for form in forms
        if (at := text.find(form)) >= 0 and not (form == "Tolane" and name != "c") and not (form == "EU" and name == "d")
    ]
    sentences = tuple(Span(i, text.index(".", i) + 1) for i in range(len(text)) if i == 0 or text[i - 2 : i] == ". ")
    report = Report("Statement-1", "Statement", "occurred", (), (), sentences[0], 1.0, "test")
    return Extraction(
        Article(name, text, outlet="Harbour News", published="2024-05-01"), sentences, tuple(referents), (report,), "t"
    )


@pytest.fixture
def chosen(tmp_path: Path) -> Iterator[Settings]:
    settings = Settings(store=str(tmp_path / "S"), who="ann")
    with Store.open(settings.store, write=True) as store:
        for name in TEXTS:
            store.put(record(name))
        pipeline.load(store, settings)
    yield settings


def kg(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


def people(settings: Settings) -> set[tuple[str, ...]]:
    """The names that each person is called by."""
    found = pipeline.ask("names", {}, settings).records()
    told: dict[str, set[str]] = {}
    for row in found:
        if row["type"] == "Person":
            told.setdefault(row["entity"], set()).add(f"{row['name']}@{row['article']}")
    return {tuple(sorted(names)) for names in told.values()}


def quads(settings: Settings) -> list[str]:
    with Store.open(settings.store) as store:
        return store.quads()


def test_a_merge_makes_one_thing_of_all_that_either_was(chosen: Settings) -> None:
    before = people(chosen)
    assert ("Bo Lindqvist@b",) in before
    pipeline.judge(("Bo Lindqvist", "Mira Tolane"), True, ANN, chosen)
    merged = next(group for group in people(chosen) if "Bo Lindqvist@b" in group)
    assert {"Mira Tolane@a", "Mira Tolane@c"} <= set(merged)
    [explanation] = pipeline.explained("Bo Lindqvist", chosen)
    assert "ann judged them the same on 2024-06-01" in {m.because for m in explanation.merges}


def test_a_split_keeps_apart_what_one_article_calls_so(chosen: Settings) -> None:
    pipeline.judge(("Mira Tolane@a", "Mira Tolane@c"), False, ANN, chosen)
    groups = people(chosen)
    assert not [g for g in groups if {"Mira Tolane@a", "Mira Tolane@c"} <= set(g)]
    [first, *_] = pipeline.explained("Mira Tolane", chosen)
    assert any(line.rule == "kept apart" and "judged" in line.because for line in first.apart)


def test_a_split_by_two_names_of_one_thing(chosen: Settings) -> None:
    pipeline.judge(("Mira Tolane", "Bo Lindqvist"), True, ANN, chosen)
    pipeline.judge(("Mira Tolane", "Bo Lindqvist"), False, ANN, chosen)
    assert ("Bo Lindqvist@b",) in people(chosen)
    pipeline.judge(("Mira Tolane", "Bo Lindqvist"), True, ANN, chosen)
    assert ("Bo Lindqvist@b",) not in people(chosen), "a merge takes back what kept them apart"


def test_withdrawing_leaves_no_trace_in_the_graph(chosen: Settings) -> None:
    before = quads(chosen)
    pipeline.judge(("Bo Lindqvist", "Mira Tolane"), True, ANN, chosen)
    assert quads(chosen) != before
    [row] = pipeline.decisions(chosen)
    assert (row["number"], row["judged"], row["who"]) == (1, "the same", "ann")
    pipeline.withdraw([1], ANN, chosen)
    assert quads(chosen) == before
    assert pipeline.decisions(chosen) == []
    with pytest.raises(UsageError, match="no decision 1"):
        pipeline.withdraw([1], ANN, chosen)


@pytest.mark.parametrize(
    ("pair", "same", "message"),
    [
        (("Mira Tolane", "Oslo"), True, "a Person and a Place are never one thing"),
        (("Mira Tolane", "Mira Tolane"), True, "they are one thing already"),
        (("Mira Tolane@a", "Mira Tolane@a"), False, "no article tells"),
        (("Nobody", "Oslo"), True, "nothing in the store is called 'Nobody'"),
        (("Harbour News", "Statement"), True, "'Statement' means 4 things"),
    ],
)
def test_what_cannot_be_meant_is_refused(chosen: Settings, pair: tuple[str, str], same: bool, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        pipeline.judge(pair, same, ANN, chosen)
    assert pipeline.decisions(chosen) == []


def test_merge_and_split_on_the_command_line(chosen: Settings) -> None:
    assert kg("merge", "Bo Lindqvist", "Mira Tolane", "-s", chosen.store).exit_code == 0
    assert kg("split", "Bo Lindqvist", "Oslo", "-s", chosen.store).exit_code == 2
    [row] = [json.loads(line) for line in kg("decisions", "-s", chosen.store).stdout.splitlines()]
    assert {row["left"], row["right"]} == {"Bo Lindqvist (b)", "Mira Tolane (a)"}
    assert row["when"]
    assert kg("decisions", "--withdraw", "1", "-s", chosen.store).exit_code == 0
    assert kg("decisions", "-s", chosen.store).stdout == ""


def test_review_asks_with_both_contexts_and_takes_one_key(chosen: Settings) -> None:
    result = kg("review", "-s", chosen.store, given="xs")
    assert result.exit_code == 0, result.output
    assert "are these one organization?" in result.stderr
    assert "The EU is old." in result.stderr
    assert "The EU leaders were glad." in result.stderr
    assert json.loads(result.stdout) == {"decided": 1, "undecided": 0}
    [explanation] = pipeline.explained("EU", chosen)
    assert any("judged them the same" in m.because for m in explanation.merges)
    assert kg("review", "-s", chosen.store).stderr == "nothing is undecided\n"


@pytest.mark.parametrize("keys", ["q", "n", "\r", ""])
def test_review_without_an_answer_decides_nothing(chosen: Settings, keys: str) -> None:
    before = quads(chosen)
    assert json.loads(kg("review", "-s", chosen.store, given=keys).stdout) == {"decided": 0, "undecided": 1}
    assert quads(chosen) == before


def test_review_keeps_different_apart_for_good(chosen: Settings) -> None:
    kg("review", "-s", chosen.store, given="d")
    assert kg("review", "-s", chosen.store).stderr == "nothing is undecided\n"
    [explanation] = pipeline.explained("EU leaders", chosen)
    assert [line.rule for line in explanation.apart] == ["kept apart"]


DECISION = Decision(("a", "x"), ("b", "y"), True, "ann", "2024-06-01")


def test_the_file_is_lines_that_are_only_added(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        store.decide(DECISION)
        store.decide(Decision(("b", "y"), ("a", "x"), False, "bob", "2023-01-01"))
        assert [d.who for d in store.decisions()] == ["bob"], "the later line wins, whatever its date says"
        store.withdraw(store.decisions(), "ann", "2024-06-02")
        assert store.decisions() == ()
    lines = [json.loads(line) for line in (tmp_path / "decisions.jsonl").read_text().splitlines()]
    assert [(line["same"], line["who"]) for line in lines] == [(True, "ann"), (False, "bob"), (None, "ann")]


@pytest.mark.parametrize("cut", [1, 10, 40])
def test_a_line_that_a_crash_cut_off_is_no_decision(tmp_path: Path, cut: int) -> None:
    with Store.open(tmp_path, write=True) as store:
        store.decide(DECISION)
        path = tmp_path / "decisions.jsonl"
        whole = path.read_bytes()
        path.write_bytes(whole + whole[:-cut])
        assert store.decisions() == (DECISION,)
        other = Decision(("c", "x"), ("d", "ü"), False, "bob", "")
        store.decide(other)
        assert store.decisions() == (DECISION, other)


@pytest.mark.parametrize("line", ["{}", "[]", "1", '{"left": ["a", "x"], "right": ["a", "x"], "same": true}', "same"])
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, line: str) -> None:
    with Store.open(tmp_path, write=True) as store:
        (tmp_path / "decisions.jsonl").write_text(f"\n{line}\n")
        with pytest.raises(StoreError, match="line 2 is no decision"):
            store.decisions()


def test_a_decision_makes_the_graph_stale_until_it_is_made_anew(chosen: Settings) -> None:
    with Store.open(chosen.store, write=True) as store:
        assert store.fresh()
        store.decide(DECISION)
        assert not store.fresh()
        store.withdraw([DECISION], "ann", "")
        assert store.fresh()
    with Store.open(chosen.store) as store, pytest.raises(StoreError, match="reading only"):
        store.decide(DECISION)


def test_review_without_a_terminal_is_refused(chosen: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(echo: bool = False) -> str:
        raise OSError(6, "No such device or address")

    monkeypatch.setattr("kg.cli.judge.click.getchar", nowhere)
    result = kg("review", "-s", chosen.store)
    assert result.exit_code == 2
    assert "kg merge" in result.stderr
