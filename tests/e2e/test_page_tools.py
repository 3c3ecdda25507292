"""What a reader does with the page: by keyboard alone, by a brush over the dates, by its address, by what it hands out."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browsing import Opened
from tests.invented import invented
from tests.stories import named, readable, story

pytestmark = pytest.mark.e2e
UNREAL = ("planned", "alleged", "denied", "cancelled")  # hollow symbols
TRIP = "Visit of Ann Brávo to Velmora"


def focused(page: Any) -> str:
    """What has the focus: its id, or its text."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent"))


def tab_to(page: Any, wanted: str) -> None:
    """Presses Tab until the wanted id or text has the focus."""
    for _ in range(120):
        if focused(page) == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {wanted} by Tab")


def test_everything_is_reached_by_keyboard_alone(opened: Callable[..., Opened]) -> None:
    view, texts = readable(story())
    found = opened(view, texts=texts)
    keys = found.page.keyboard
    tab_to(found.page, "query")
    keys.type("velm")
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    keys.press("Enter")
    assert found.text("#right h3.title") in ("Velmora", TRIP)
    tab_to(found.page, "as-table")
    keys.press("Enter")
    tab_to(found.page, "table")
    tab_to(found.page, "Ann Brávo")
    keys.press("Enter")
    assert found.text("#right h3.title") == "Ann Brávo"
    tab_to(found.page, "Only neighbours")
    keys.press("Space")
    assert "around=" in found.fragment()
    keys.press("Escape")
    assert "around=" not in found.fragment()
    tab_to(found.page, "as-reader")
    keys.press("Enter")
    assert found.page.is_visible("#reader")
    tab_to(found.page, "Back to the picture")
    keys.press("Enter")
    assert not found.page.is_visible("#reader")


def test_the_filters_and_dates_by_keyboard(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    keys = found.page.keyboard
    found.page.locator("#by-event label", has_text="Visit").locator("input").focus()
    keys.press("Space")
    assert found.shown(view) == {"Ann Brávo", "Talks"}
    tab_to(found.page, "reset")
    keys.press("Enter")
    tab_to(found.page, "until")
    keys.press("Home")
    found.settle()
    assert found.shown(view) == {"Ann Brávo", "Talks"} and "until=2023-01-02" in found.fragment()
    tab_to(found.page, "all-days")
    keys.press("Enter")
    found.settle()
    assert len(found.shown(view)) == 4 and "until" not in found.fragment()


def drag(page: Any, selector: str, begin: float, end: float) -> None:
    """Draws over an element from one share of its width to another."""
    box = page.locator(selector).bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + begin * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], y, steps=4)
    page.mouse.up()


def test_a_brush_over_the_bars_chooses_the_days(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    drag(found.page, "#bars", 0.5, 0.999)
    found.settle()
    assert found.shown(view) == {"Ann Brávo", TRIP, "Velmora"} and "since=" in found.fragment()
    drag(found.page, "#bars", 0.3, -0.01)
    found.settle()
    assert found.shown(view) == {"Ann Brávo", "Talks"}
    assert "IN THESE DAYS" in found.text("#right").upper() and "2 Jan 2023" in found.text("#right")
    found.page.click("#all-days")
    found.settle()
    assert len(found.shown(view)) == 4
    box = found.page.locator("#bars").bounding_box()
    found.page.mouse.click(box["x"] + box["width"] - 8, box["y"] + 10)  # the last bar
    found.settle()
    assert TRIP in found.shown(view) and "Talks" not in found.shown(view)


def test_a_handle_of_the_dates_is_drawn(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    drag(found.page, "#since", 0.008, 0.5)
    found.settle()
    assert found.shown(view) == {"Ann Brávo", TRIP, "Velmora"}


def test_a_day_can_be_written(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    found.page.fill("#until-day", "2023-01-02")
    found.page.locator("#until-day").blur()
    found.settle()
    assert found.shown(view) == {"Ann Brávo", "Talks"}


def test_a_day_is_typed_digit_by_digit(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    keys = found.page.keyboard
    for field, typed, pieces in (("since-day", "2024-01-15", "01152024"), ("until-day", "2024-05-06", "05062024")):
        found.page.locator(f"#{field}").focus()
        for digit in pieces:
            keys.press(digit)
            found.settle()
        assert found.page.input_value(f"#{field}") == typed
        keys.press("Enter")
        found.settle()
        assert f"{field.split('-')[0]}={typed}" in found.fragment()
    assert found.shown(view) == {"Ann Brávo", TRIP, "Velmora"}
    keys.press("Backspace")
    found.page.locator("#query").focus()
    assert found.page.input_value("#until-day") == "2024-05-06"  # half a date is no date
    found.page.locator("#until-day").focus()
    keys.type("12312030")
    found.page.locator("#query").focus()
    found.settle()
    assert found.page.input_value("#until-day") == "2024-05-07" and "until" not in found.fragment()


def test_a_line_is_clicked(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    (line,) = [e for e in view.edges if e.role == "destination"]
    found.click_line(line.id)
    found.page.wait_for_selector("#right mark")
    assert "destination" in found.text("#right") and "Velmora" in found.text("#right")
    assert f"edge={line.id}" in found.fragment()


def test_neighbours_are_added_and_hidden_again(opened: Callable[..., Opened]) -> None:
    view = invented(300)
    found = opened(view)
    first = found.shown(view)
    for state in [n for n in view.nodes if n.type == "State" and n.label in first]:
        found.page.fill("#query", state.label)
        found.page.keyboard.press("Enter")
        if found.page.get_by_text("neighbours", exact=False).count() > 1:
            break
    found.page.locator("#right button", has_text="Add ").click()
    more = found.shown(view)
    assert more > first and "open=" in found.fragment()
    spots = [found.spot(n.id) for n in view.nodes if n.label in more - first]
    centre = found.spot(state.id)
    assert all(abs(x - centre[0]) + abs(y - centre[1]) < 1500 for x, y in spots)
    found.page.locator("#right button", has_text="Hide what was added").click()
    assert found.shown(view) == first and "open=" not in found.fragment()


def test_the_address_brings_the_view_back(opened: Callable[..., Opened]) -> None:
    view, texts = readable(story())
    found = opened(view, texts=texts)
    found.page.locator("#by-status label", has_text="≠").locator("input").check()
    found.page.locator("#by-outlet label", has_text="Velmora Gazette").locator("input").uncheck()
    found.page.fill("#since-day", "2024-01-01")
    found.page.locator("#since-day").blur()
    found.settle()
    found.click(named(view, "Velmora").id)
    found.page.click("text=Only neighbours")
    fragment = found.page.evaluate("location.hash")
    for part in ("disputed=yes", "no-outlets=Velmora+Gazette", "since=2024-01-01", "node=", "around=", "hops=1"):
        assert part in fragment
    again = opened(view, texts=texts, fragment=fragment)
    again.settle()
    assert again.shown(view) == found.shown(view) and again.text("#right") == found.text("#right")
    assert again.page.evaluate("location.hash") == fragment
    again.go("#table=yes")
    again.page.wait_for_selector("#table:not([hidden])")
    assert len(again.shown(view)) == 4


@pytest.mark.parametrize("fragment", ["#node=nobody&around=x&hops=9", "#since=yesterday&top=-3", "#read=nothing&edge=%00", "#%"])
def test_an_address_of_nonsense_shows_the_whole(opened: Callable[..., Opened], fragment: str) -> None:
    view = story()
    assert len(opened(view, fragment=fragment).shown(view)) == 4


def taken(found: Opened, choice: str) -> bytes:
    """The file that the page hands out."""
    with found.page.expect_download() as waiting:
        found.page.select_option("#save", choice)
    return Path(waiting.value.path()).read_bytes()


def test_the_png_shows_the_picture(opened: Callable[..., Opened]) -> None:
    found = opened(story())
    png = taken(found, "png")
    width, height = struct.unpack(">II", png[16:24])
    assert [width, height] == found.page.evaluate("[...document.querySelectorAll('canvas')].map((c) => [c.width, c.height])[0]")
    pixels = zlib.decompress(b"".join(chunks(png, b"IDAT")))
    assert len(set(pixels)) > 50  # more than one colour: something is drawn


def chunks(png: bytes, kind: bytes) -> list[bytes]:
    """The contents of the chunks of a kind."""
    out, at = [], 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == kind:
            out.append(png[at + 8 : at + 8 + size])
        at += 12 + size
    return out


def test_the_svg_shows_the_same(opened: Callable[..., Opened]) -> None:
    view = story()
    root = ET.fromstring(taken(opened(view), "svg"))
    words = " ".join(root.itertext())
    assert all(word in words for word in ("Ann Brávo", "Velmora", "visitor", "destination"))
    assert not [e for e in root.iter() if e.tag.rpartition("}")[2] in ("script", "image", "foreignObject", "a")]


def test_on_paper_stands_the_picture(opened: Callable[..., Opened]) -> None:
    page = opened(story()).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_visible("#printed svg") and not page.is_visible("#left") and not page.is_visible("#network")
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#printed svg").count() == 0


def test_whatever_is_shown_is_drawn(opened: Callable[..., Opened]) -> None:
    view = invented(300)
    found = opened(view)

    def blank() -> list[str]:
        found.settle()
        found.settle()
        return [n.label for n in view.nodes if n.label in found.shown(view) and n.status not in UNREAL and not found.drawn(n.id)]

    assert blank() == []
    state = next(n for n in view.nodes if n.type == "State" and n.label in found.shown(view))
    found.page.fill("#query", state.label)
    found.page.keyboard.press("Enter")
    found.page.click("text=Only neighbours")
    assert blank() == []
    found.page.click("text=Whole graph")
    assert blank() == []
    found.page.click("#zoom-fit")
    for click in ("uncheck", "check"):
        getattr(found.page.locator("#by-entity label", has_text="State").locator("input"), click)()
        assert blank() == []
