"""The page in a browser without network: opens still, shows the evidence, finds names, runs nothing hostile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.render import View
from tests.browsing import Opened
from tests.invented import claim, edge, entity, invented
from tests.stories import BREAKOUT, CLOSING, denial, hostile, named, story

pytestmark = pytest.mark.e2e


def test_it_opens_still_and_silent(opened: Callable[..., Opened]) -> None:
    view = invented(60)
    found = opened(view)
    page = found.page
    ids = page.evaluate("window.kgPage.shownNodes()")
    tied = {end for e in view.edges for end in (e.source, e.target)}
    assert set(ids) == tied  # of whom nothing is said, nothing is drawn until asked for
    before = [found.spot(i) for i in ids]
    found.frames(30)
    assert [found.spot(i) for i in ids] == before
    given = {
        n["id"]: n.get("near") or [n["x"], n["y"]]
        for n in page.evaluate("JSON.parse(document.getElementById('nodes').textContent)")
    }
    leftmost = [
        min(ids, key=lambda i: where[i]) for where in (given, {i: list(spot) for i, spot in zip(ids, before, strict=True)})
    ]
    assert leftmost[0] == leftmost[1]
    assert f"{len(tied)} of 60 nodes" in page.inner_text("#status")


def test_hostile_text_runs_nothing_and_is_shown_as_text(opened: Callable[..., Opened]) -> None:
    view = hostile()
    found = opened(view, f"{CLOSING}{BREAKOUT}")
    page = found.page
    for node in view.nodes:
        found.click(node.id)
        assert node.label in page.inner_text("#right")
    for line in view.edges:
        found.point(found.middle(line.id))
        page.wait_for_selector("#tip:not([hidden])")
    page.fill("#query", "script")
    page.click("#as-table")
    assert page.evaluate("window.pwned") is None
    assert page.locator("#right img, #table img, #hits img, body > img").count() == 0
    assert page.locator("a[href^='javascript:']").count() == 0
    assert page.inner_text("h1") == f"{CLOSING}{BREAKOUT}"
    svg = page.evaluate("window.kgPage.svgText()")
    assert "<script" not in svg and "<img" not in svg


def test_the_tooltip_of_a_line_shows_quote_outlet_and_date(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    (line,) = [e for e in view.edges if e.role == "visitor"]
    x, y = found.middle(line.id)
    found.point((x + 40, y + 40))
    found.page.mouse.move(x, y, steps=4)
    found.page.wait_for_selector("#tip:not([hidden])")
    shown = found.text("#tip")
    assert "“Ann Brávo will travel”" in shown and "Strait Courier, 2024-05-03" in shown and "visitor" in shown


def test_a_click_shows_the_sentence_with_its_quote_marked(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    found.click(named(view, "Ann Brávo").id)
    found.page.wait_for_selector("#right mark")
    assert "Ann Brávo will travel" in found.page.locator("#right mark").all_inner_texts()
    panel = found.text("#right")
    assert "😀 Officials said Ann Brávo will travel to Velmora." in panel
    assert "also: A. Bravo" in panel and "Karsund" in panel and "denied" in panel and "confidence 0.90" in panel
    assert found.page.locator("#right a[href^='https://example.org/']").count() > 0


def test_a_line_reads_from_the_end_where_the_reader_stands(opened: Callable[..., Opened]) -> None:
    view = story()
    trip, talks, ann = (named(view, name) for name in ("Visit of Ann Brávo to Velmora", "Talks", "Ann Brávo"))
    visit, meeting = "Visit 6 or 7 May 2024 planned", "Meeting 2 Jan 2023"  # caption and status
    found = opened(View.of(view.nodes, [*view.edges, edge(talks, "partOf", trip), edge(trip, "precededBy", talks)]))

    def headings(node: str) -> list[str]:
        found.go(f"#node={node}")
        return [" ".join(text.split()) for text in found.page.locator("#right section h3").all_inner_texts()]

    assert {f"has as part: {meeting}", f"preceded by: {meeting}"} <= set(headings(trip.id))
    assert {f"part of: {visit}", f"followed by: {visit}"} <= set(headings(talks.id))
    headings(ann.id)
    company = " ".join(found.text("#right").split())
    for words in (f"part of: {visit[:-8]}", f"followed by: {visit[:-8]}", f"has as part: {meeting}", f"preceded by: {meeting}"):
        assert words in company


def test_an_event_shows_that_the_sources_differ(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view, fragment="#node=https%3A%2F%2Fw3id.org%2Fattache%2Fevent%2Ftrip")
    differ = "The sources differ: start 6 May 2024 (Strait Courier) ≠ 7 May 2024 (Velmora Gazette)"
    assert differ in found.text("#right")
    assert "planned" in found.text("#right") and "6 or 7 May 2024" in found.text("#right")
    assert "node=" in found.page.evaluate("location.hash")


def test_a_difference_names_outlet_and_speaker_and_links_what_it_names(opened: Callable[..., Opened]) -> None:
    view = story()
    trip, land, ann = (named(view, name) for name in ("Visit of Ann Brávo to Velmora", "Velmora", "Ann Brávo"))
    other = entity("Tirelia", "State")
    here = replace(claim("She goes to Velmora.", "to Velmora"), speaker="the envoy", id="here", against=("there",))
    there = replace(claim("She goes to Tirelia.", "to Tirelia", outlet="Velmora Gazette"), id="there", against=("here",))
    twice = [replace(claim(f"He told {i}.", "He told"), id=f"v{i}", against=(f"v{1 - i}",)) for i in (0, 1)]
    lines = [
        edge(trip, "destination", land, [here]),
        edge(trip, "destination", other, [there]),
        edge(trip, "visitor", ann, twice),
    ]
    found = opened(View.of([trip, land, ann, other], lines))
    found.click(trip.id)
    banner = " ".join(found.page.locator("#right .differ").all_inner_texts())
    assert "destination Tirelia (Velmora Gazette) ≠ Velmora (Strait Courier, citing the envoy)" in " ".join(banner.split())
    assert "visitor" not in banner  # one value differs from nothing
    found.page.locator("#right .differ button", has_text="Tirelia").click()
    assert found.text("#right h3.title") == "Tirelia"


def test_the_details_begin_with_all_roles_in_short(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    found.click(named(view, "Visit of Ann Brávo to Velmora").id)
    short = dict(row.split("\n", 1) for row in found.page.locator("#right .glance > div").all_inner_texts())
    assert short["start"] == "6 May 2024\n7 May 2024"
    assert (short["visitor"], short["destination"]) == ("Ann Brávo 2 articles", "Velmora")
    found.click(named(view, "Ann Brávo").id)
    short = dict(row.split("\n", 1) for row in found.page.locator("#right .glance > div").all_inner_texts())
    assert short == {"Meeting, participant": "Talks", "Visit, visitor": "Visit of Ann Brávo to Velmora"}


def test_a_denial_stands_against_what_it_denies(opened: Callable[..., Opened]) -> None:
    view = denial()
    found = opened(view)
    overview = found.text("#right")
    assert "denied: Denial by Karsund: rifles (Karsund Tidende)" in overview
    assert "giver Karsund: alleged (Velmora Gazette); denied (Strait Courier)" in overview
    assert "denies" not in overview  # said once, at what is denied
    found.click(named(view, "Transfer by Karsund: rifles").id)
    assert "≠ denied: Denial by Karsund: rifles (Karsund Tidende)" in found.text("#right")
    found.click(named(view, "Denial by Karsund: rifles").id)
    assert "≠ denies: Transfer by Karsund: rifles (Velmora Gazette)" in found.text("#right")


def test_the_details_tell_of_what_is_not_in_the_picture(opened: Callable[..., Opened]) -> None:
    view = invented(300)
    found = opened(view)
    shown = found.shown(view)
    by_id = {n.id: n for n in view.nodes}
    event, missing = next(
        (by_id[e.source], by_id[e.target])
        for e in view.edges
        if by_id[e.source].is_event and by_id[e.source].label in shown and by_id[e.target].label not in shown
    )
    found.page.fill("#query", event.label)
    found.page.keyboard.press("Enter")
    found.page.locator("#right .glance button", has_text=missing.label).click()
    assert found.text("#right h3.title") == missing.label and missing.label in found.shown(view)


def test_search_finds_any_spelling_by_keyboard_alone(opened: Callable[..., Opened]) -> None:
    found = opened(story())
    found.page.keyboard.press("/")
    found.page.keyboard.type("a. bravo")
    found.page.wait_for_selector("#hits li[aria-selected=true]")
    found.page.keyboard.press("Enter")
    assert "Ann Brávo" in found.text("#right h3.title")
    found.page.focus("#right")
    found.page.keyboard.press("Escape")
    assert "WHAT IS TOLD" in found.text("#right").upper()


@pytest.mark.parametrize(
    "typed", ["6 May 2024", "2024-05-06", "2024-05", "May 6, 2024", "6th may 2024", "May 2024", "07 May 2024"]
)
def test_search_finds_a_day_however_it_is_written(opened: Callable[..., Opened], typed: str) -> None:
    page = opened(story()).page
    page.fill("#query", typed)
    assert page.locator("#hits li span").all_inner_texts() == ["Visit of Ann Brávo to Velmora"]


def test_search_knows_months_and_says_that_nothing_is_found(opened: Callable[..., Opened]) -> None:
    page = opened(story()).page
    for typed in ("2 January 2023", "2 Jan 2023", "2 Janua", "January 2023"):
        page.fill("#query", typed)
        assert page.locator("#hits li span").all_inner_texts() == ["Talks"], typed
    for typed in ("3 January 2023", "2023-02-31", "nobody"):
        page.fill("#query", typed)
        assert page.locator("#hits li").all_inner_texts() == ["No match"], typed
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.fill("#query", "")
    assert not page.is_visible("#hits")


def test_what_is_found_is_listed_from_the_top(opened: Callable[..., Opened]) -> None:
    page = opened(invented(300)).page
    page.fill("#query", "e")
    for _ in range(11):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.getElementById('hits').scrollTop") > 0
    page.fill("#query", "a")
    assert page.evaluate("document.getElementById('hits').scrollTop") == 0


def test_search_brings_up_what_is_not_among_the_first(opened: Callable[..., Opened]) -> None:
    view = invented(300)
    found = opened(view)
    shown = set(found.page.evaluate("window.kgPage.shownNodes()"))
    hidden = next(
        n for n in view.nodes if n.id not in shown and not n.is_event and any(n.id in (e.source, e.target) for e in view.edges)
    )
    found.page.fill("#query", hidden.label)
    found.page.keyboard.press("Enter")
    now = set(found.page.evaluate("window.kgPage.shownNodes()"))
    assert now > shown and hidden.id in now  # added to the picture, which stays
    assert hidden.label in found.text("#right") and "around=" not in found.fragment()
    assert found.page.input_value("#query") == hidden.label
    found.page.locator("#right button", has_text="Hide what was added").click()
    assert set(found.page.evaluate("window.kgPage.shownNodes()")) == shown


def test_the_search_box_forgets_what_is_no_longer_chosen(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)

    def find() -> None:
        found.page.fill("#query", "velmora")
        found.page.keyboard.press("Enter")
        assert found.page.input_value("#query") == found.text("#right h3.title")
        found.settle()  # until it has flown there

    find()
    found.click(named(view, "Ann Brávo").id)
    assert found.text("#right h3.title") == "Ann Brávo" and found.page.input_value("#query") == ""
    find()
    found.page.focus("#right")
    found.page.keyboard.press("Escape")
    assert found.page.input_value("#query") == ""
    find()
    found.page.keyboard.press("Escape")  # in the box
    assert found.page.input_value("#query") == "" and "WHAT IS TOLD" in found.text("#right").upper()
    find()
    found.page.keyboard.type("x")
    found.page.keyboard.press("Escape")  # closes the list only
    assert found.page.locator("#right h3.title").count() == 1


def untick(found: Opened, section: str, line: str) -> None:
    """Takes the tick off a line of the legend."""
    found.page.locator(f"{section} label", has_text=line).locator("input").uncheck()


def test_the_legend_filters_by_type_status_and_outlet(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    untick(found, "#by-event", "Visit")
    assert found.shown(view) == {"Ann Brávo", "Talks"}
    found.page.click("#reset")
    assert len(found.shown(view)) == 4
    untick(found, "#by-status", "planned")
    assert found.shown(view) == {"Ann Brávo", "Talks"}
    found.page.click("#reset")
    untick(found, "#by-outlet", "Strait Courier")  # nobody else tells of the talks, though they are part of the visit
    assert found.shown(view) == {"Ann Brávo", "Visit of Ann Brávo to Velmora"}


def test_the_dates_filter(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    found.page.focus("#since")
    found.page.keyboard.press("End")
    found.settle()
    assert "since=2024-05-07" in found.fragment()
    assert found.shown(view) == {"Ann Brávo", "Visit of Ann Brávo to Velmora", "Velmora"}


def test_a_node_opens_its_neighbourhood(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view, fragment="#node=" + named(view, "Velmora").id.replace(":", "%3A").replace("/", "%2F"))
    found.page.click("text=Only neighbours")
    assert found.shown(view) == {"Ann Brávo", "Visit of Ann Brávo to Velmora", "Velmora"}
    found.page.click("text=Whole graph")
    assert len(found.shown(view)) == 4


def test_a_neighbourhood_in_a_large_graph_is_drawn_close_together(opened: Callable[..., Opened]) -> None:
    view = invented(300)
    found = opened(view)
    person = next(n for n in view.nodes if n.type == "Person" and sum(n.id in (e.source, e.target) for e in view.edges) > 2)
    found.page.fill("#query", person.label)
    found.page.keyboard.press("Enter")
    found.page.click("text=Only neighbours")
    spots = [found.spot(i) for i in found.page.evaluate("window.kgPage.shownNodes()")]
    assert len(spots) > 2
    assert all(0 < x < 1400 and 0 < y < 860 for x, y in spots)
    gaps = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for i, a in enumerate(spots) for b in spots[:i]]
    assert min(gaps) > 15


def test_what_can_be_taken_away(opened: Callable[..., Opened]) -> None:
    found = opened(story())
    for choice, start in (("svg", b"<svg"), ("csv", b"\xef\xbb\xbf"), ("png", b"\x89PNG")):
        with found.page.expect_download() as waiting:
            found.page.select_option("#save", choice)
        assert Path(waiting.value.path()).read_bytes().startswith(start)
    rows = found.page.evaluate("window.kgPage.csvText()")
    assert '"Ann Brávo will travel"' in rows and '"denied"' in rows


def test_dark_and_moving(opened: Callable[..., Opened]) -> None:
    view = story()
    found = opened(view)
    found.page.click("#as-dark")
    assert found.page.evaluate("document.documentElement.dataset.theme") == "dark"
    land = named(view, "Velmora").id
    before = found.spot(land)
    found.page.click("#as-moving")
    found.page.wait_for_function(
        "([id, before]) => String(window.kgPage.spotOf(id)) !== String(before)", arg=[land, list(before)]
    )


def test_the_table_tells_the_same(opened: Callable[..., Opened]) -> None:
    found = opened(story())
    found.page.click("#as-table")
    table = found.text("#table")
    assert "6 claims" in table and "Officials said Ann Brávo will travel to Velmora." in table and "Velmora Gazette" in table
    assert found.page.locator("#table mark").all_inner_texts().count("Ann Brávo will travel") == 3
    assert "7 May 2024 ≠" in table


def test_the_table_is_sorted_by_any_column(opened: Callable[..., Opened]) -> None:
    page = opened(story()).page
    page.click("#as-table")
    column = "#table tbody tr td:nth-child(2)"
    page.click("#table th >> text=Role")
    roles = page.locator(column).all_inner_texts()
    assert roles == sorted(roles)
    assert page.get_attribute("#table th:nth-child(2)", "aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert page.locator(column).all_inner_texts() == sorted(roles, reverse=True)
    assert page.get_attribute("#table th:nth-child(2)", "aria-sort") == "descending"
