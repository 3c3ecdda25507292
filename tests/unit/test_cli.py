"""What a user of the command line meets: statuses, streams, formats, messages. The pipeline behind it is replaced."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg import pipeline, query
from kg.cli import main
from kg.cli.ask import default_style, parameters, print_explanation, print_question, question_of
from kg.cli.screen import Bar, print_issues, print_records, printable
from kg.config import Settings
from kg.errors import StoreError, UsageError
from kg.explain import ClaimLine, Explanation, MergeLine
from kg.model import Issue, Solutions
from kg.validate import Verification

GRAPH = pipeline.Graph(articles=2, reports=5, claims=9, entities=4, events=3)
ROWS = Solutions(("who", "when"), (('"Ada Vale"', '"2024-03-04"'), ('"Bo \x1b[31m Lin"', None)))
CLAIM = ClaimLine(
    subject="Ada Vale visits Norland",
    role="visitor",
    value="Ada Vale",
    status="planned",
    quote="Vale will visit",
    sentence="Ada Vale will visit Norland, an agency said.",
    start=4,
    end=19,
    article="a",
    outlet="The Orel Times",
    published="2024-03-05",
    said_by=("Norland's agency",),
    confidence=0.9,
    rule="visit",
)
EXPLANATION = Explanation(
    "https://w3id.org/attache/id/vale-1",
    "Person",
    "Ada Vale",
    ("Ada Vale", "Vale"),
    (CLAIM,),
    (MergeLine("Vale (a)", "Ada Vale (b)", "surname", "same office"),),
)


def kg(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Mapping[str, str], Settings]]:
    """Every question that reaches the pipeline; each is answered with ROWS."""
    calls: list[tuple[str, Mapping[str, str], Settings]] = []

    def ask(question: str, given: Mapping[str, str], settings: Settings) -> query.Result:
        calls.append((question, given, settings))
        return query.Result("SELECT", ROWS)

    monkeypatch.setattr(pipeline, "ask", ask)
    return calls


def built(monkeypatch: pytest.MonkeyPatch, *issues: Issue) -> list[tuple[Sequence[str], Settings]]:
    calls: list[tuple[Sequence[str], Settings]] = []

    def build(paths: Sequence[str], settings: Settings, progress: pipeline.Progress, stdin: object) -> pipeline.BuildReport:
        calls.append((paths, settings))
        progress("extract", 1, 2)
        return pipeline.BuildReport(("a",), ("b",), (), issues, GRAPH)

    monkeypatch.setattr(pipeline, "build", build)
    return calls


def test_help_shows_the_commands_in_the_order_of_the_flow() -> None:
    shown = kg("--help").stdout
    lines = shown[shown.index("Commands:") :].splitlines()[1:]
    order = ["build", "remove", "rebuild", "verify", "validate", "query", "explain"]
    order += ["merge", "split", "review", "decisions", "render", "serve", "export", "info", "eval"]
    assert [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "] == order
    assert not [line for line in lines if line.endswith("...")], "a summary is cut off"


@pytest.mark.parametrize("command", list(main.commands))
def test_every_command_explains_itself(command: str) -> None:
    result = kg(command, "-h")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_version() -> None:
    assert kg("--version").stdout.startswith("kg, version ")


def test_build_reports_on_stdout_and_lists_issues_on_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = built(monkeypatch, Issue("x.bin", "binary", "not a text"))
    result = kg("build", "in", "--store", "S", "--workers", "3")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"added": 1, "changed": 1, "unchanged": 0, "issues": 1} | asdict(GRAPH)
    assert result.stderr == "issue: x.bin: binary: not a text\n"
    assert calls[0][0] == ("in",)
    assert (calls[0][1].store, calls[0][1].workers) == ("S", 3)


def test_strict_turns_issues_into_status_3(monkeypatch: pytest.MonkeyPatch) -> None:
    built(monkeypatch, Issue("x", "empty", "nothing in it"))
    assert kg("build", "in", "--strict").exit_code == 3
    built(monkeypatch)
    assert kg("build", "in", "--strict").exit_code == 0


def test_no_paths_is_a_usage_error() -> None:
    assert kg("build").exit_code == 2


def test_a_refusal_is_one_message_and_a_hint_with_status_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("no store at \x1b[2JS", "make one with kg build")

    monkeypatch.setattr(pipeline, "rebuild", refuse)
    result = kg("rebuild", "--store", "S")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "kg: no store at  [2JS\n    make one with kg build\n"


def test_a_run_that_is_stopped_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build", stop)
    result = kg("build", "in")
    assert result.exit_code == 130
    assert "goes on where it was" in result.stderr


def test_remove_says_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "remove", lambda names, settings, progress: GRAPH)
    result = kg("remove", "a", "a", "b", "--store", "S")
    assert json.loads(result.stdout)["removed"] == 2


def test_a_pipe_gets_json_lines(asked: list[Any]) -> None:
    lines = kg("query", "who", "--param", "person=Ada=Vale").stdout.splitlines()
    assert [json.loads(line) for line in lines] == [{"who": "Ada Vale", "when": "2024-03-04"}, {"who": "Bo \x1b[31m Lin"}]
    assert asked[0][:2] == ("who", {"person": "Ada=Vale"})


@pytest.mark.parametrize(("style", "begin"), [("json", '{"head"'), ("csv", "who,when"), ("tsv", "?who\t?when"), ("table", "who")])
def test_formats(asked: list[Any], style: str, begin: str) -> None:
    assert kg("query", "who", "--format", style).stdout.startswith(begin)


def test_a_list_shows_one_value_a_line(asked: list[Any]) -> None:
    assert kg("query", "who", "--format", "list").stdout == "who   Ada Vale\nwhen  2024-03-04\n\nwho   Bo  [31m Lin\n"


def test_a_terminal_gets_a_table_or_where_it_is_too_wide_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    answer = query.Result("SELECT", ROWS)
    monkeypatch.setenv("COLUMNS", "80")
    assert default_style(answer, "-") == "table"
    monkeypatch.setenv("COLUMNS", "20")
    assert default_style(answer, "-") == "list"
    assert default_style(answer, "file") == "jsonl"
    assert default_style(query.Result("DESCRIBE"), "-") == "turtle"


def test_an_answer_goes_to_a_file(asked: list[Any], tmp_path: Path) -> None:
    assert kg("query", "who", "-o", str(tmp_path / "out.csv"), "--format", "csv").stdout == ""
    assert (tmp_path / "out.csv").read_bytes().startswith(b"who,when\r\n")


def test_a_query_comes_from_a_file_or_stdin(asked: list[Any], tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("ASK {}")
    kg("query", str(tmp_path / "q.rq"))
    kg("query", "-", given="SELECT * {}")
    assert [question for question, _, _ in asked] == ["ASK {}", "SELECT * {}"]


def test_what_cannot_be_asked_is_a_usage_error(asked: list[Any], tmp_path: Path) -> None:
    assert kg("query").exit_code == 2
    assert kg("query", "who", "--param", "person").exit_code == 2
    assert kg("query", str(tmp_path / "missing.rq")).exit_code == 2
    assert not asked


def test_truth_and_triples_have_their_own_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "ask", lambda *_: query.Result("ASK", truth=True))
    assert kg("query", "-", given="ASK {}").stdout == "true\n"
    line = "<http://example.org/a> <http://example.org/b> <http://example.org/c> ."
    monkeypatch.setattr(pipeline, "ask", lambda *_: query.Result("CONSTRUCT", lines=(line,)))
    assert "<http://example.org/a>" in kg("query", "-", given="CONSTRUCT {} {}").stdout
    assert kg("query", "-", "--format", "jsonl", given="CONSTRUCT {} {}").exit_code == 1


def test_the_named_questions_are_listed() -> None:
    names = [json.loads(line)["name"] for line in kg("query", "--list").stdout.splitlines()]
    assert {"facts", "names"} <= set(names)


def test_one_named_question_says_what_it_takes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    [told] = [json.loads(line) for line in kg("query", "leaders", "--list").stdout.splitlines()]
    assert {p["name"] for p in told["parameters"]} == {"delegation", "person"}
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_question(query.find("entities"))
    shown = capsys.readouterr().out
    assert "Who or what has a name like this?" in shown
    assert "--param name=...  the name, or the beginning of a word in it (text, required)" in shown
    assert kg("query", "leader", "--list").exit_code == 1


def test_explain_in_a_pipe_gives_the_thing_its_claims_and_its_merges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "explained", lambda what, settings: [EXPLANATION])
    lines = [json.loads(line) for line in kg("explain", "vale").stdout.splitlines()]
    assert [line["kind"] for line in lines] == ["thing", "claim", "merge"]
    assert lines[1]["quote"] == "Vale will visit"


def test_explain_on_a_terminal_shows_quote_outlet_date_speaker_and_reason(capsys: pytest.CaptureFixture[str]) -> None:
    print_explanation(EXPLANATION)
    shown = capsys.readouterr().out
    for part in (
        "Ada Vale (Person)",
        "also: Vale",
        "Vale will visit",
        "The Orel Times",
        "2024-03-05",
        "Norland's agency",
        "same office",
    ):
        assert part in shown


def test_violations_are_status_3(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "verify", lambda settings: Verification({"spans": 7, "claims": 3}))
    result = kg("verify")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "7 spans, 3 claims\n7 quotes sliced again, no violations\n",
    )
    monkeypatch.setattr(pipeline, "validate", lambda settings: [Issue("x", "y", "z")])
    result = kg("validate")
    assert (result.exit_code, result.stderr) == (3, "1 violation\n")
    assert json.loads(result.stdout)["kind"] == "y"


def test_render_hands_on_what_to_show(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    cuts: list[pipeline.Cut] = []

    def page(cut: pipeline.Cut, title: str, settings: Settings) -> str:
        cuts.append(cut)
        return f"<title>{title}</title>"

    monkeypatch.setattr(pipeline, "page", page)
    target = tmp_path / "g.html"
    result = kg(
        "render", "-o", str(target), "--focus", "Vale", "--hops", "2", "--type", "Visit", "--type", "State", "--title", "T"
    )
    assert (result.exit_code, result.stdout, target.read_text()) == (0, "", "<title>T</title>")
    assert kg("render", "-o", str(target), "--article", "one", "--no-texts").stderr.endswith("g.html (0.0 MB)\n")
    assert cuts == [
        pipeline.Cut(focus="Vale", hops=2, types=("Visit", "State")),
        pipeline.Cut(articles=("one",), texts=False),
    ]


@pytest.mark.parametrize(
    ("given", "status"), [("2023", 0), ("2023-07", 0), ("2023-07-25", 0), ("yesterday", 2), ("2023-13", 2), ("2023-7", 2)]
)
def test_dates_are_dates(monkeypatch: pytest.MonkeyPatch, given: str, status: int) -> None:
    monkeypatch.setattr(pipeline, "page", lambda cut, title, settings: cut.since)
    assert kg("render", "-o", "-", "--since", given).exit_code == status


def test_a_message_of_several_lines_keeps_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("here\n  ^", "mind the mark")

    monkeypatch.setattr(pipeline, "ask", refuse)
    assert kg("query", "facts").stderr == "kg: here\n      ^\n    mind the mark\n"


def test_a_failed_export_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(form: str, out: Any, settings: Settings) -> None:
        out.write(b"half")
        raise StoreError("the disk is on fire")

    monkeypatch.setattr(pipeline, "write_graph", fail)
    target = tmp_path / "g.ttl"
    target.write_text("whole")
    assert kg("export", "-o", str(target)).exit_code == 1
    assert target.read_text() == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["g.ttl"]


def test_export_writes_to_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "write_graph", lambda form, out, settings: out.write(form.encode()) and None)
    assert kg("export", "--format", "trig").stdout == "trig"
    assert kg("export").stdout == "turtle"


def test_the_ending_of_a_file_tells_its_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline, "write_graph", lambda form, out, settings: out.write(form.encode()) and None)
    kg("export", "-o", str(tmp_path / "g.nq"))
    assert (tmp_path / "g.nq").read_text() == "nquads"


def test_an_output_that_cannot_be_written_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline, "page", lambda cut, title, settings: "x")
    result = kg("render", "-o", str(tmp_path / "missing" / "g.html"))
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_info_lists_the_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "articles", lambda settings: [{"article": "a", "outlet": None}])
    assert json.loads(kg("info", "--articles").stdout) == {"article": "a", "outlet": None}


def test_a_table_on_a_terminal_holds_no_control_characters(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_records([{"who": "[red]Ada\x1b[2J", "names": ("a", "b"), "when": None}])
    shown = capsys.readouterr().out
    assert "[red]Ada [2J" in shown
    assert "a, b" in shown
    assert "\x1b[2J" not in shown


def test_a_single_record_on_a_terminal_is_shown_line_by_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    print_records([{"added": 1, "unchanged": "a\x1bb"}])
    assert capsys.readouterr().out == "added      1\nunchanged  a b\n"


def test_issues_stay_on_their_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_issues([Issue("a\nb", "binary", "x\x07")])
    assert capsys.readouterr().err == "issue: a b: binary: x \n"


def test_progress_is_silent_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar() as bar:
        bar("extract", 1, 2)
    assert capsys.readouterr().err == ""


def test_progress_on_a_terminal_goes_to_stderr(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with Bar() as bar:
        bar("extract", 1, 2)
        bar("extract", 2, 2)
        bar("resolve", 0, 2)
    assert capsys.readouterr().out == ""


def test_parameters_and_questions() -> None:
    assert parameters(("a=1", "b=x=y", "c=")) == {"a": "1", "b": "x=y", "c": ""}
    assert question_of("facts") == "facts"
    assert printable("a\tb\u202ec") == "a b c"
    with pytest.raises(UsageError):
        question_of("no/such/file.rq")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["query", "--help"], ["query", "--list"], ["query", "facts", "--store", "nowhere"]]
)
def test_a_question_loads_no_language_model(arguments: list[str], tmp_path: Path) -> None:
    heavy = ["spacy", "pyvis", "pyshacl", "trafilatura", "networkx", "rdflib"]
    code = f"""
import sys
from kg.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_reader_that_has_enough_ends_the_command_quietly() -> None:
    command = f"{sys.executable} -c 'from kg.cli import main; main()' query --list | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[1] in ("0", "141")
    assert done.stderr == ""
