"""A reader in a browser goes from a question to its answer, to the sentences behind it, and to the graph of an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kg.serve import Limits
from tests.browsing import CHROMIUM, FLAGS
from tests.serving import Client, running, small_store

pytestmark = [pytest.mark.e2e, pytest.mark.loopback]
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install -e .[dev])")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with running(small_store(tmp_path_factory.mktemp("browsed") / "store"), Limits(timeout=30)) as found:
        yield found


@pytest.fixture
def page(client: Client) -> Iterator[Any]:
    """A page that must ask nobody but the server and complain of nothing."""
    if not CHROMIUM:
        pytest.skip("no chromium on this machine (apt-get install chromium, or set KG_CHROMIUM)")
    base, elsewhere, complaints = f"http://127.0.0.1:{client.port}/", [], []
    flags = [*(flag for flag in FLAGS if "resolver" not in flag), "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=flags)
        opened = browser.new_page()
        opened.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith(base) else None)
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.goto(base)
        yield opened
        browser.close()
    assert not elsewhere and not complaints


def test_from_a_question_to_the_sentences_behind_its_answer(page: Any) -> None:
    page.get_by_text("Who led which delegation?").click()
    form = page.locator('form[action="/ask/leaders"]')
    form.locator("input[name=person]").fill("Tolane")
    form.get_by_role("button").click()
    assert page.locator("tbody tr").count() == 1
    page.locator("tbody a").last.click()
    assert page.locator("h1").inner_text() == "Mira Tolane"
    assert "A delegation of Avaria led by Foreign Minister Mira Tolane arrived" in page.locator("blockquote").all_inner_texts()[0]
    page.get_by_role("link", name="the claim").first.click()
    assert "kg:evidence" in page.locator("dl").inner_text()


def test_from_sparql_to_a_graph_by_keyboard(page: Any) -> None:
    page.get_by_role("link", name="SPARQL", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sparql")
    page.get_by_role("textbox").fill("SELECT ?visit { ?visit a kg:Visit }")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("tbody tr").wait_for()
    page.get_by_role("link", name="See it as a graph").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/graph?**")
    assert "Mira Tolane" in page.content()
