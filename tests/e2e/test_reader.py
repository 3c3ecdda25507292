"""The articles in the page: whole, with spans marked and what was read in them beside, checked by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.browsing import Opened, inaccessible
from tests.stories import HEADLINE, SILENT, hostile, named, readable, story

pytestmark = pytest.mark.e2e
SAID = "😀 Officials said Ann Brávo will travel to Velmora."


def test_from_a_sentence_to_its_place_in_the_article_and_back(opened: Callable[..., Opened]) -> None:
    view, texts = readable(story())
    found = opened(view, texts=texts)
    found.click(named(view, "Velmora").id)
    found.page.click("#right .claim >> text=read it here")
    assert found.page.locator("#reader mark.found").all_inner_texts() == ["Ann Brávo will travel"]
    whole = found.text("#reader")
    assert all(line in whole for line in (HEADLINE, SAID, SILENT))
    assert "2 sentences, 3 claims; in 1 nothing was read." in whole
    assert found.page.evaluate("document.activeElement.tagName") == "H2"
    found.page.keyboard.press("Escape")
    assert not found.page.is_visible("#reader")
    assert found.page.evaluate("document.activeElement.textContent") == "read it here"


def test_what_was_read_stands_beside_its_sentence(opened: Callable[..., Opened]) -> None:
    view, texts = readable(story())
    found = opened(view, texts=texts)
    found.page.click("#as-reader")
    for _ in texts:
        if SAID in found.text("#reader"):
            break
        found.page.click("#reader >> text=Next")
    passage = found.page.locator("#reader .passage", has_text="Officials said")
    read = passage.locator("li", has_text="Visit")
    assert "visitor Ann Brávo" in read.inner_text() and "destination Velmora" in read.inner_text()
    assert "planned" in read.inner_text() and "confidence 0.90" in read.inner_text()
    read.get_by_role("button", name="Ann Brávo").focus()
    assert passage.locator("mark.lit").all_inner_texts() == ["Ann Brávo will travel"]
    found.page.keyboard.press("Enter")
    assert found.text("#right h3.title") == "Ann Brávo"
    assert found.page.locator("#reader .passage", has_text=SILENT).locator("li").count() == 0
    found.page.click("#reader mark >> nth=0")
    assert "Visit" in found.text("#right h2").title()


def test_a_contradiction_is_marked_where_it_is_read(opened: Callable[..., Opened]) -> None:
    view, texts = readable(story())
    found = opened(view, texts=texts)
    assert "The sources differ".upper() in found.text("#right").upper()
    found.page.click("#as-reader")
    told = ""
    for _ in texts[1:]:
        told += found.text("#reader")
        found.page.click("#reader >> text=Next")
    assert "start 6 May 2024 ≠ 7 May 2024 (Velmora Gazette)" in told + found.text("#reader")


def test_the_address_opens_the_article(opened: Callable[..., Opened]) -> None:
    view, texts = readable(story())
    name = texts[-1].article
    found = opened(view, texts=texts, fragment=f"#read={quote(name)}")
    assert found.page.is_visible("#reader") and f"read={name}" in found.fragment()
    found.page.click("text=Back to the picture")
    assert not found.page.is_visible("#reader") and "read=" not in found.fragment()
    found.page.click("#as-reader")
    found.page.click("#as-table")
    assert found.page.is_visible("#table") and not found.page.is_visible("#reader")


def test_hostile_articles_run_nothing(opened: Callable[..., Opened]) -> None:
    view, texts = readable(hostile())
    found = opened(view, texts=texts)
    found.page.click("#as-reader")
    for _ in texts[1:]:
        found.page.click("#reader >> text=Next")
    assert HEADLINE in found.text("#reader")
    assert found.page.locator("#reader img, #reader b, #reader script").count() == 0
    assert found.page.locator("#reader a[href^='javascript:']").count() == 0
    assert found.page.evaluate("window.pwned") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_reader_is_accessible(opened: Callable[..., Opened], scheme: str) -> None:
    view, texts = readable(story())
    found = opened(view, texts=texts, scheme=scheme)
    found.page.click("#as-reader")
    assert inaccessible(found.page) == []
    found.page.focus("#reader li button")
    assert inaccessible(found.page) == []
    found.page.set_viewport_size({"width": 420, "height": 800})
    assert inaccessible(found.page) == []


def test_without_texts_there_is_nothing_to_read(opened: Callable[..., Opened]) -> None:
    found = opened(story())
    assert not found.page.is_visible("#as-reader")
    found.click(named(story(), "Velmora").id)
    assert "read it here" not in found.text("#right")


def test_a_page_of_one_article_opens_with_its_text(opened: Callable[..., Opened]) -> None:
    view, texts = readable(story())
    found = opened(view, texts=texts[:1], extent="article")
    assert found.page.is_visible("#reader") and "Only what this page shows is marked." in found.text("#reader")
