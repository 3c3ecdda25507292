"""Every command and query in the documents is run, page by page, as a reader would from top to bottom."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

import kg
from kg.cli import main
from kg.serve import Limits
from tests.conftest import ROOT
from tests.documents import Block, Step, blocks, fits, inline, ran, steps
from tests.serving import running

pytestmark = [pytest.mark.e2e, pytest.mark.loopback]
PAGES = [
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if path.parent.name not in ("decisions", "site")),
    ROOT / "README.md",
]
TOOLS = str(Path(sys.executable).parent)
ELSEWHERE = ("make ", "pip install ", "export PATH=", "kg serve ")  # what these do is tested by itself


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that ``make demo`` leaves."""
    path = tmp_path_factory.mktemp("documents") / "store"
    subprocess.run([f"{TOOLS}/kg", "build", ROOT / "seeds", "--store", path], check=True, capture_output=True)
    return path


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    """Where ``kg serve`` answers on that store."""
    with running(str(store), Limits(timeout=120)) as client:
        yield f"http://127.0.0.1:{client.port}"


@pytest.fixture
def folder(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a reader of a page would stand: a clone after ``make demo``, with an article of one's own."""
    shutil.copytree(store, tmp_path / "out" / "store")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "articles").mkdir()
    shutil.copy(ROOT / "seeds" / "tashkent-steppe-wire.txt", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_examples_of_a_page_run(page: Path, folder: Path, address: str) -> None:
    text = page.read_text(encoding="utf-8").replace("http://127.0.0.1:8000", address)
    names: dict[str, object] = {"kg": kg}
    for block in blocks(text):
        run = RUNNERS[block.kind]
        run(block, folder, names)


def test_the_pages_have_examples() -> None:
    found = [block.kind for page in PAGES for block in blocks(page.read_text(encoding="utf-8"))]
    assert found.count("console") >= 20 and found.count("sparql") >= 7 and found.count("python") >= 9


def write(block: Block, folder: Path, _names: dict[str, object]) -> None:
    """A block with a title is a file; without one it is only to be looked at."""
    if block.title:
        path = folder / block.title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")


def ask(block: Block, folder: Path, names: dict[str, object]) -> None:
    """A query has an answer on the seeds; one with a title is a file that a command asks."""
    if block.title:
        write(block, folder, names)
    else:
        assert len(kg.open(folder / "out" / "store").query(block.text)) > 0, block.text


def command(block: Block, folder: Path, _names: dict[str, object]) -> None:
    """Commands end well and print what the page says."""
    environment = {**os.environ, "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}"}
    for step in steps(block):
        if step.command.startswith(ELSEWHERE if shutil.which("curl") else (*ELSEWHERE, "curl ")):
            elsewhere(step)
            continue
        out = ran(step.command, folder, environment)
        assert step.prints is None or fits(step.prints, out), f"$ {step.command}\n{out}"


def elsewhere(step: Step) -> None:
    """A command that is not run here is at least one that there is."""
    for target in re.findall(r"^make (\w+)", step.command):
        assert re.search(rf"(?m)^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8")), step.command
    for extra in re.findall(r"attache-kg\[(\w+)\]", step.command):
        assert extra in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]


def python(block: Block, _folder: Path, names: dict[str, object]) -> None:
    """Examples print what the page says; a block without prompts runs."""
    if ">>>" not in block.text:
        exec(compile(block.text, "page", "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(block.text, names, "page", None, None)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=told.append, clear_globs=False)
    names |= test.globs
    assert not told, "".join(told)


RUNNERS: dict[str, Callable[[Block, Path, dict[str, object]], None]] = {
    "console": command,
    "python": python,
    "sh": command,
    "sparql": ask,
    "text": write,
    "toml": write,
}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_commands_in_running_text_exist(page: Path) -> None:
    context = click.Context(main)
    for line in inline(page.read_text(encoding="utf-8")):
        _, name, *rest = line.split()
        if not name.isupper() and not name.startswith("-"):
            known = main.get_command(context, name.rstrip(","))
            assert known is not None, line
            options = {option for p in known.params for option in (*p.opts, *p.secondary_opts)}
            assert {word for word in rest if word.startswith("--")} <= {*options, "--help"}, line


def test_what_a_page_says_is_compared() -> None:
    assert fits("a...\n...\nz\n", "abc\n1\n2\nz\n") and fits("...\n", "") and not fits("a\n", "a\nb\n")
    (one, two) = steps(Block("console", "", "$ echo 1\n1\n$ echo 2\n"))
    assert (one, two) == (Step("echo 1", "1\n"), Step("echo 2"))
    assert [step.command for step in steps(Block("sh", "", "# not this\na \\\n  b\n\nc\n"))] == ["a   b", "c"]
    assert inline("`kg build x` and\n```sh\nkg query `kg no`\n```\n") == ["kg build x"]
