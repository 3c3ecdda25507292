"""axe-core finds nothing serious on the page, light or dark, wide or narrow, whatever is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.render import View
from tests.browsing import Opened, inaccessible
from tests.invented import invented
from tests.stories import hostile, story

pytestmark = pytest.mark.e2e
VIEWS: dict[str, Callable[[], View]] = {"story": story, "hostile": hostile, "invented": lambda: invented(60)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", VIEWS)
def test_nothing_serious(opened: Callable[..., Opened], name: str, scheme: str) -> None:
    view = VIEWS[name]()
    page = opened(view, scheme=scheme).page
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    wrong = {"at first": inaccessible(page)}
    page.fill("#query", "e")
    page.wait_for_selector("#hits li")
    wrong["searching"] = inaccessible(page)
    page.keyboard.press("Enter")
    page.wait_for_selector("#right blockquote")
    wrong["a node chosen"] = inaccessible(page)
    page.click("#as-table")
    wrong["the table open"] = inaccessible(page)
    page.click("#as-table")
    page.set_viewport_size({"width": 420, "height": 800})
    wrong["on a narrow screen"] = inaccessible(page)
    assert {state: found for state, found in wrong.items() if found} == {}


def test_what_is_wrong_would_be_found(opened: Callable[..., Opened]) -> None:
    page = opened(story()).page
    page.evaluate("document.getElementById('query').removeAttribute('aria-label')")
    page.evaluate("document.getElementById('query').removeAttribute('placeholder')")
    assert [found.partition(":")[0] for found in inaccessible(page)] == ["label"]
