"""The text of a page: self-contained, inert, the same for equal views."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.render import Node, Text, View, render, style
from kg.render.view import ClaimView
from tests.invented import claim, edge, entity, invented
from tests.stories import readable, story

HOSTILE = (
    '<script>alert("x")</script>',
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(2)</script>",
    "a\u2028b\u2029c",
    "{{ 7*7 }}",
    "<!--",
)


def data(html: str, name: str) -> Any:
    """A JSON block of the page."""
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def own(html: str) -> str:
    """The page without its style and its code: what is made of the data."""
    return re.sub(r"<style>.*?</style>|<script>.*?</script>", "", html, flags=re.DOTALL)


@pytest.fixture(scope="module")
def html() -> str:
    """A page of twenty nodes."""
    return render(invented(20), "Straits & delegations")


def test_nothing_is_fetched(html: str) -> None:
    assert not re.search(r"<(link|iframe|object|embed|base)\b|<script[^>]*\bsrc=|<img\b|@import|url\(\s*['\"]?http", own(html))
    assert "cdn" not in own(html) and "bootstrap" not in html
    assert "default-src 'none'" in html


def test_no_inline_handler_and_no_inline_style(html: str) -> None:
    assert not re.search(r"<[a-z][^>]*\s(on\w+|style)=", own(html))


def test_the_policy_allows_exactly_the_scripts_of_the_page(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy and "unsafe" not in policy[1]
    assert len(re.findall(r"'sha256-", policy[1])) == 3


def test_equal_views_give_equal_pages() -> None:
    view = invented(30)
    again = View.of(reversed(view.nodes), reversed(view.edges))
    assert render(again, "x") == render(view, "x")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    who = entity(text, "Person", names=(text,))
    event = Node("https://w3id.org/attache/event/e", text, "Visit", status=text, kind=text)
    said = ClaimView(text, text, 0, text, text, "javascript:alert(3)", text, "2024-01-01", text, (text,), text)
    page = render(View.of([who, event], [edge(event, text, who, [said])]), text)
    markup = own(page)
    assert "<img" not in markup and "alert(" not in re.sub(
        r"<script type=.*?</script>|<title>.*?</h1>", "", markup, flags=re.DOTALL
    )
    assert "\u2028" not in markup.split("</h1>")[1]
    assert {n["name"] for n in data(page, "nodes")} == {text}
    assert data(page, "data")["sentences"] == [text]


def test_sentences_are_written_once() -> None:
    view = invented(20)
    tables = data(render(view, "x"), "data")
    sentences = [c.sentence for e in view.edges for c in e.claims] + [
        c.sentence for n in view.nodes for t in n.traits for c in t.claims
    ]
    assert sorted(tables["sentences"]) == sorted(set(sentences))
    for c in tables["claims"]:
        assert 0 <= c["s"] < len(tables["sentences"]) and 0 <= c["a"] < len(tables["articles"])


def test_a_sentence_stands_in_the_text_of_its_article() -> None:
    view, texts = readable(story())
    tables = data(render(view, "x", texts), "data")
    assert {a["name"]: a["text"] for a in tables["articles"]} == {t.article: t.text for t in texts}
    said = {c.sentence for e in view.edges for c in e.claims} | {
        c.sentence for n in view.nodes for t in n.traits for c in t.claims
    }
    assert {tables["articles"][a]["text"][begin:end] for a, begin, end in tables["sentences"]} == said
    assert all(len(a["cuts"]) == 4 for a in tables["articles"])


def test_a_sentence_that_its_article_does_not_have_is_written_out() -> None:
    view, texts = readable(story())
    other = [replace(t, text=f"x{t.text}") for t in texts]
    assert all(isinstance(s, str) for s in data(render(view, "x", other), "data")["sentences"])


def test_an_article_that_says_nothing_can_still_be_read() -> None:
    silent = Text("silent", "It rained.", ((0, 10),), "Weather", outlet="Strait Courier", published="2024-05-01")
    (article,) = data(render(View((), ()), "x", [silent]), "data")["articles"]
    assert (article["name"], article["text"], article["cuts"]) == ("silent", "It rained.", [0, 10])


def test_the_bytes_do_not_depend_on_the_order_of_texts() -> None:
    view, texts = readable(story())
    assert render(view, "x", texts[::-1]) == render(view, "x", texts)


def test_who_acts_points_at_the_event_and_the_event_at_whom_it_concerns() -> None:
    ann, land = entity("Ann", "Person"), entity("Velmora", "State")
    trip = Node("https://w3id.org/attache/event/trip", "Trip", "Visit", status="planned")
    view = View.of([ann, land, trip], [edge(trip, "visitor", ann), edge(trip, "destination", land)])
    lines = {(e["from"], e["to"], e["roles"][0]["role"], e["status"]) for e in data(render(view, "x"), "edges")}
    assert lines == {(ann.id, trip.id, "visitor", "planned"), (trip.id, land.id, "destination", "planned")}


def test_roles_between_the_same_two_are_one_line() -> None:
    ann, body = entity("Ann", "Person"), entity("Council", "Organization")
    offices = [edge(ann, role, body, [claim("Ann chairs it.", "chairs")]) for role in ("chair", "member of")]
    (line,) = data(render(View.of([ann, body], offices), "x"), "edges")
    assert [r["role"] for r in line["roles"]] == ["chair", "member of"]


def test_symbols_grow_with_what_is_said_of_them() -> None:
    hubs = {count: entity(f"Hub {count}", "State") for count in (400, 100, 25)}
    small = [entity(f"Person {i}", "Person") for i in range(400)]
    view = View.of([*hubs.values(), *small], [edge(p, "of", hub) for count, hub in hubs.items() for p in small[:count]])
    sizes = {n["name"]: n["size"] for n in data(render(view, "x"), "nodes")}
    assert [sizes[f"Hub {count}"] for count in hubs] == [34, 21.5, 15.2]
    few = View.of([hubs[25], *small[:2]], [edge(p, "of", hubs[25]) for p in small[:2]])
    assert max(n["size"] for n in data(render(few, "x"), "nodes")) == 13.2


def test_an_empty_view_is_a_page() -> None:
    assert data(render(View((), ()), "Nothing"), "nodes") == []


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (["2024-07-25"], ["2024-07-27"], "25–27 Jul 2024"),
        (["2024-07-30"], ["2024-08-02"], "30 Jul–2 Aug 2024"),
        (["2024-07"], [], "Jul 2024"),
        (["1950"], ["1953"], "1950–1953"),
        (["2024-07", "2024-07-25"], [], "25 Jul 2024"),
        (["2024-07-24", "2024-07-25"], [], "24 or 25 Jul 2024"),
        ([], ["2024-07-27"], "to 27 Jul 2024"),
        ([], [], ""),
        (["2024-07-25/.."], [], "2024-07-25/.."),
    ],
)
def test_times_read_well(starts: list[str], ends: list[str], words: str) -> None:
    assert style.span_words(starts, ends) == words


def test_captions() -> None:
    trip = Node("x", "Visit of Ann to Velmora", "Visit", starts=("2024-07-25",))
    assert style.caption(trip) == "Visit 25 Jul 2024"
    assert style.caption(replace(trip, starts=())) == "Visit"
    assert style.role_words("sentBy") == "sent by"
    assert style.role_words("harbour minister") == "harbour minister"


def test_colours_and_shapes_are_all_different() -> None:
    looks = list(style.ENTITIES.values())
    assert len({c for c, _ in looks}) == len({s for _, s in looks}) == len(looks)


def test_pyvis_is_imported_only_to_draw() -> None:
    code = "import sys, kg.render; sys.exit('pyvis' in sys.modules or 'networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
