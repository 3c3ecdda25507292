"""A reader in a browser goes from a question to its answer, to the sentences behind it, and to the graph of an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kg.serve import Limits
from tests import worlds
from tests.browsing import FLAGS, PATIENCE, browsing, context_of, inaccessible
from tests.serving import Client, running, small_store

pytestmark = [pytest.mark.e2e, pytest.mark.loopback]
TOLANE = worlds.entity_id("Mira Tolane")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install -e .[dev])")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with running(small_store(tmp_path_factory.mktemp("browsed") / "store"), Limits(timeout=PATIENCE / 1000)) as found:
        yield found


@pytest.fixture
def page(client: Client) -> Iterator[Any]:
    """A page that must ask nobody but the server and complain of nothing."""
    base, elsewhere, complaints = f"http://127.0.0.1:{client.port}/", [], []
    flags = [*(flag for flag in FLAGS if "resolver" not in flag), "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with browsing(*flags) as browser:
        opened = context_of(browser).new_page()
        opened.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith(base) else None)
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.goto(base)
        yield opened
    assert not elsewhere and not complaints


def rows(page: Any, count: int) -> None:
    """Nothing, once the page shows so many rows: a click returns before the next page is there."""
    playwright.expect(page.locator("tbody tr")).to_have_count(count)


def test_from_a_question_to_the_sentences_behind_its_answer(page: Any) -> None:
    page.get_by_text("Who led which delegation?").click()
    form = page.locator('form[action="/ask/leaders"]')
    form.locator("input[name=person]").fill("Tolane")
    form.get_by_role("button").click()
    rows(page, 1)
    page.locator("tbody a").last.click()
    playwright.expect(page.locator("h1")).to_have_text("Mira Tolane")
    assert "A delegation of Avaria led by Foreign Minister Mira Tolane arrived" in page.locator("blockquote").all_inner_texts()[0]
    page.get_by_role("link", name="the claim").first.click()
    playwright.expect(page.locator("dl")).to_contain_text("kg:evidence")


def editor_of(page: Any, path: str = "sparql") -> Any:
    """The editor, once the script has made it of the text area."""
    page.goto(f"{page.url.rstrip('/')}/{path}")
    page.locator("html[data-editor=ready]").wait_for()
    return page.locator(".CodeMirror")


def write(page: Any, text: str) -> None:
    """Puts the text in the place of what stands in the editor."""
    page.locator(".CodeMirror-scroll").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


def holds(page: Any, text: str) -> None:
    """Nothing, once the form would send this text."""
    playwright.expect(page.locator("textarea#query")).to_have_value(text)


def test_from_sparql_to_a_graph_by_keyboard(page: Any) -> None:
    page.get_by_role("link", name="SPARQL", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sparql")
    page.locator("html[data-editor=ready]").wait_for()
    page.get_by_role("button", name="Show its SPARQL").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.CodeMirror') !== null")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("SELECT ?visit { ?visit a kg:Visit }")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("tbody tr").wait_for()
    page.get_by_role("link", name="See it as a graph").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/graph?**")
    page.locator("html[data-ready=yes]").wait_for()
    assert "Mira Tolane" in page.content()


def test_the_editor_colours_completes_and_asks(page: Any) -> None:
    editor = editor_of(page)
    assert editor.locator(".cm-keyword").first.inner_text() == "SELECT"
    write(page, "SELECT ?v { ?v a kg:Vis")
    page.get_by_role("option").filter(has_text="A stay in another country as a whole.").wait_for()
    page.keyboard.press("Enter")
    holds(page, "SELECT ?v { ?v a kg:Visit")
    page.keyboard.insert_text(" }")
    page.keyboard.press("ControlOrMeta+Enter")
    page.locator("tbody tr").wait_for()
    holds(page, "SELECT ?v { ?v a kg:Visit }")
    page.get_by_role("link", name="Link to this answer").click()
    page.wait_for_url("**/sparql?query=SELECT*")
    rows(page, 1)


def test_the_editor_marks_what_cannot_be_read_within_its_policy(page: Any) -> None:
    editor_of(page)
    write(page, "SELECT ?v WHERE ?v")
    mark = page.locator(".parseErrorIcon")
    mark.wait_for()
    mark.hover()
    playwright.expect(page.locator(".yasqe_tooltip")).to_contain_text("Expected")


def test_a_question_is_edited_with_its_parameters(page: Any) -> None:
    page.get_by_role("link", name="SPARQL", exact=True).click()
    page.get_by_label("Start from a question").select_option("leaders")
    page.get_by_role("button", name="Show its SPARQL").click()
    page.locator("html[data-editor=ready]").wait_for()
    page.get_by_label("person").fill("Tolane")
    page.get_by_role("button", name="Ask").click()
    rows(page, 1)
    playwright.expect(page.get_by_label("person")).to_have_value("Tolane")
    page.get_by_label("person").fill("Nobody")
    page.get_by_role("button", name="Ask").click()
    page.get_by_text("0 rows.").wait_for()


def test_the_page_keeps_nothing_in_the_browser(page: Any) -> None:
    editor_of(page)
    write(page, "SELECT ?secret { ?secret a kg:Visit }")
    page.keyboard.press("ControlOrMeta+Enter")
    page.locator("tbody tr").wait_for()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_without_scripts_the_text_area_does(page: Any, client: Client) -> None:
    plain = context_of(page.context.browser, java_script_enabled=False).new_page()
    plain.goto(f"http://127.0.0.1:{client.port}/sparql")
    plain.locator("#query").fill("SELECT ?visit { ?visit a kg:Visit }")
    plain.get_by_role("button", name="Ask").click()
    rows(plain, 1)
    plain.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_a_screen_reader(page: Any, scheme: str) -> None:
    base = page.url.rstrip("/")
    page.emulate_media(color_scheme=scheme)
    wrong = {}
    for path in ("/", "/sparql?edit=leaders", "/sparql?query=ASK%7B%7D", "/ask/leaders", f"/id/{TOLANE}"):
        page.goto(base + path)
        if path.startswith("/sparql"):
            page.locator("html[data-editor=ready]").wait_for()
        wrong[path] = inaccessible(page)
    assert {path: found for path, found in wrong.items() if found} == {}
