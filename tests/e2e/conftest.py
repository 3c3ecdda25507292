"""A browser for the tests of the page, and pages opened in it that must stay silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.render import View, render
from tests.browsing import Opened, browsing, context_of, open_page


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium."""
    with browsing() as chromium:
        yield chromium


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a view as a page from disk, with the network off; at the end the page must have been silent.

    What else ``render`` is told follows by name.
    """
    context = context_of(browser, offline=True, viewport={"width": 1400, "height": 860}, accept_downloads=True)
    seen: list[Opened] = []

    def open_view(view: View, title: str = "Test", fragment: str = "", scheme: str = "light", **told: Any) -> Opened:
        path = tmp_path / "page.html"
        path.write_bytes(render(view, title, **told).encode("utf-8"))
        seen.append(open_page(context, path, fragment, scheme))
        return seen[-1]

    yield open_view
    for page in seen:
        assert page.complaints == []
        assert [r for r in page.requests if not r.startswith(("file:", "blob:"))] == []
        assert len([r for r in page.requests if r.startswith("file:")]) == 1
    context.close()
