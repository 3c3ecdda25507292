"""What a notebook shows, in a browser: the page in its frame answers, and complains of nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kg
from tests.browsing import context_of
from tests.serving import small_store

pytestmark = pytest.mark.e2e


def test_the_page_lives_in_the_frame_of_a_notebook(browser: Any, tmp_path: Path) -> None:
    graph = kg.open(small_store(tmp_path / "store"))
    shown = "".join(part._repr_html_() for part in (graph.render(), graph.query("visits"), graph))
    (tmp_path / "notebook.html").write_text(f"<!doctype html><meta charset=utf-8><title>n</title><body>{shown}", encoding="utf-8")
    complaints: list[str] = []
    context = context_of(browser, offline=True)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / "notebook.html").as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready=yes]").wait_for()
    frame.locator("#query").fill("Tolane")
    frame.locator("#query").press("Enter")
    frame.locator("#right blockquote").first.wait_for()
    assert "Mira Tolane" in frame.locator("#right").inner_text()
    assert page.locator("td", has_text="Belmora").count() > 0
    context.close()
    assert not complaints
