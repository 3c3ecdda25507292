"""The reference pages say all there is to say, and the site has every page."""

from __future__ import annotations

import importlib.util
import re
import sys
from types import ModuleType

import pytest

from kg import vocabulary
from kg.cli import main
from kg.query import named
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """``docs/site/reference.py``, which stands outside the package."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "site" / "reference.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["reference"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages(reference: ModuleType) -> dict[str, str]:
    made: dict[str, str] = reference.pages()
    return made


def test_every_word_of_the_vocabulary_has_its_place(pages: dict[str, str]) -> None:
    page = pages["reference/ontology.md"]
    own = {value for name, value in vars(vocabulary).items() if name.isupper() and str(value).startswith(vocabulary.KG)}
    terms = {value.removeprefix(vocabulary.KG) for value in own - {vocabulary.KG}}
    shown = re.findall(r"(?m)^### kg:(\w+) \{#(\w+)\}$", page)
    assert len(terms) > 80 and {name for name, anchor in shown if name == anchor} >= terms
    assert "*visit*: A stay in another country as a whole." in page and "| `st:alleged` |" in page
    linked = set(re.findall(r"\]\(#(\w+)\)", page))
    assert linked <= {anchor for _, anchor in shown}


def test_every_question_and_command_has_its_place(pages: dict[str, str]) -> None:
    for question in named():
        assert f"\n## {question.name}\n" in pages["reference/queries.md"] and question.title in pages["reference/queries.md"]
    for name in main.commands:
        assert f"\n## kg {name}\n" in pages["reference/commands.md"]
    assert "--max-results" in pages["reference/commands.md"]


def test_the_site_has_every_page(pages: dict[str, str]) -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(r"(?m)^ +- .+: ([\w/-]+\.md)$", config)
    there = {str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").rglob("*.md")}
    assert sorted(listed) == sorted(there | {name for name in pages if name.endswith(".md")})
    assert "font: false" in config


def test_what_loads_from_the_network_is_found(reference: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "site"))
    build = importlib.import_module("build")
    text = '<a href="https://x.example/"></a><img src=local.png><script src="//cdn.example/a.js"></script><link rel=x href=https://y/f.css>'
    assert build.LOADED.findall(text) == ["//cdn.example/a.js", "https://y/f.css"]
