"""What two short articles become, to the letter: a change of a word in the graph shows as a line of the difference."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.config import Settings
from kg.pipeline import build, write_graph

SAID = ("art:", "id:", "ev:", "role:", "report:")  # the rest are the vocabulary, the claims, which are told above, and the spans
ARTICLES = Path(__file__).with_name("articles")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Those of a store that holds the articles beside this test."""
    found = Settings(store=str(tmp_path_factory.mktemp("golden") / "store"))
    report = build([str(ARTICLES)], found)
    assert report.graph.articles == len(list(ARTICLES.glob("*.txt")))
    return found


def written(form: str, settings: Settings) -> str:
    """The graph in a format of ``kg export``."""
    out = io.BytesIO()
    write_graph(form, out, settings)
    return out.getvalue().decode("utf-8")


def test_the_claims_of_two_articles(settings: Settings, golden: Callable[[str, str], None]) -> None:
    golden("claims.csv", written("csv", settings))


def test_the_turtle_of_two_articles(settings: Settings, golden: Callable[[str, str], None]) -> None:
    said = [block for block in written("turtle", settings).split("\n\n") if block.startswith(SAID)]
    golden("graph.ttl", "\n\n".join(said))
