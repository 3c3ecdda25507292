"""Reading inputs of every kind into articles; what cannot be read is an issue and the rest goes on."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.config import Settings
from kg.errors import UsageError
from kg.ingest import read
from kg.ingest.decode import NotTextError, decode, normalise
from kg.model import Article, Issue

TEXT = "NORTOWN, May 4, 2021 (NWA) -- The envoy of Sudland, Per Olsson, met the minister in Nortown on Tuesday.\n"
SMALL = Settings(max_bytes=2000)


def articles(*paths: str | Path, settings: Settings = SMALL, stdin: bytes | None = None) -> list[Article]:
    """The articles behind the paths; an issue fails the test."""
    items = list(read([str(p) for p in paths], settings, io.BytesIO(stdin) if stdin is not None else None))
    assert not [item for item in items if isinstance(item, Issue)]
    return [item for item in items if isinstance(item, Article)]


def issues(*paths: str | Path, settings: Settings = SMALL, stdin: bytes | None = None) -> list[tuple[str, str]]:
    """The kinds of the issues and the file each names."""
    items = read([str(p) for p in paths], settings, io.BytesIO(stdin) if stdin is not None else None)
    return [(Path(item.where).name, item.kind) for item in items if isinstance(item, Issue)]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with this content; its folders are made."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


# ---- files, folders, patterns, standard input ----


def test_a_text_file_is_kept_word_for_word(tmp_path: Path) -> None:
    text = " date 2021-05-04 \n\n\n“Curly” – and ‘single’ … quotes\n\n\tindent \n\nShare this\nSource link"
    (article,) = articles(put(tmp_path, "an envoy.v2.txt", text))
    assert article.text == text
    assert article.name == "an envoy.v2"
    assert article.published == "2021-05-04"
    assert article.language == "en"


def test_a_folder_is_read_sorted_and_deep(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c.txt", ".hidden.txt", ".git/x.txt", "picture.png", "notes", "table.csv"):
        put(tmp_path, name, f"{TEXT}{name}")
    assert [a.name for a in articles(tmp_path)] == ["c", "z", "b"]


def test_a_folder_without_articles_is_an_issue(tmp_path: Path) -> None:
    put(tmp_path, "picture.png", TEXT)
    assert issues(tmp_path) == [(tmp_path.name, "no-article")]


def test_a_pattern_is_expanded_and_each_file_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT)
    put(tmp_path, "x/b.txt", TEXT + "more")
    assert [a.name for a in articles(tmp_path / "**" / "*.txt", tmp_path / "a.txt", tmp_path)] == ["a", "b"]


def test_a_path_stays_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "in/a.txt", "")
    monkeypatch.chdir(tmp_path)
    assert [item.where for item in read(["in"], SMALL) if isinstance(item, Issue)] == ["in/a.txt"]
    assert [item.where for item in read(["./in/a.txt"], SMALL) if isinstance(item, Issue)] == ["./in/a.txt"]


@pytest.mark.parametrize("path", ["missing.txt", "nothing-*.txt", "", "a\0b"])
def test_a_path_that_is_not_there_is_refused_with_a_hint(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        list(read([path], SMALL))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (TEXT, "text"),
        (json.dumps({"title": "Envoy lands", "text": TEXT}), "json"),
        (json.dumps([{"title": "Envoy lands", "text": TEXT}]), "json"),
        ("<!DOCTYPE html><html><body><article><h1>Envoy lands</h1><p>" + TEXT + "</p></article></body></html>", "html"),
        ("[Posted by the desk]\n" + TEXT, "text"),
    ],
)
def test_standard_input_of_any_kind(data: str, kind: str) -> None:
    (article,) = articles("-", stdin=data.encode())
    assert article.name == "stdin"
    assert "Per Olsson" in article.text
    assert ("<" in article.text or "{" in article.text) is False
    assert article.published == "2021-05-04"


def test_json_lines_on_standard_input() -> None:
    lines = [json.dumps({"id": n, "title": f"Envoy {n}", "text": TEXT}) for n in ("One", "Two")]
    assert [a.name for a in articles("-", "-", stdin="\n".join([*lines, "", ""]).encode())] == ["stdin-one", "stdin-two"]


# ---- faults of the data ----


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\r\n\t", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", "\u200b\u200b ***", "empty"),
        ("a.txt", b"%PDF-1.7 text", "binary"),
        ("a.txt", b"PK\x03\x04 text", "binary"),
        ("a.txt", bytes(range(256)) * 4, "binary"),
        ("a.txt", b"x" * 2001, "too-large"),
        ("a.html", b"<html><body></body></html>", "no-text"),
        ("a.html", b"\x89PNG\r\n", "binary"),
        ("a.json", b"{", "broken-json"),
        ("a.json", b"[" * 1900, "broken-json"),
        ("a.json", b'"text"', "broken-json"),
        ("a.json", b"{}", "no-article"),
        ("a.json", b'{"@type": "Recipe", "text": "Boil."}', "no-article"),
        ("a.json", b'{"headline": "Envoy", "@type": "NewsArticle"}', "empty"),
        ("a.zip", b"PK\x03\x04broken", "broken-archive"),
        ("a.tar.gz", b"\x1f\x8bbroken", "broken-archive"),
        ("a.docx", b"PK", "unsupported"),
    ],
)
def test_faults_are_issues_and_the_rest_goes_on(name: str, content: bytes | str, kind: str, tmp_path: Path) -> None:
    fine = put(tmp_path, "fine.txt", TEXT)
    items = list(read([str(put(tmp_path, name, content)), str(fine)], SMALL))
    assert [item.kind for item in items if isinstance(item, Issue)] == [kind]
    assert [item.name for item in items if isinstance(item, Article)] == ["fine"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_an_issue(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT).chmod(0)
    assert issues(tmp_path) == [("a.txt", "unreadable")]


def test_pipes_and_dangling_links_are_issues(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone")
    assert issues(tmp_path) == [("a.txt", "not-a-file"), ("b.txt", "unreadable")]


def test_a_name_in_no_encoding_is_shown_readably(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(TEXT)
    (article,) = articles(tmp_path)
    assert article.name.encode("utf-8")


# ---- encodings and characters ----


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_of_english(coding: str, tmp_path: Path) -> None:
    text = f"{TEXT}“We agreed,” said the minister – café, Müller, Peña.\n"
    (article,) = articles(put(tmp_path, "a.txt", text.encode(coding)))
    assert article.text == text


def test_cyrillic_of_windows() -> None:
    text = "Министр иностранных дел Нордландии прибыл вчера с визитом в столицу и провёл переговоры с президентом страны."
    assert decode(text.encode("cp1251")) == text


def test_a_declared_encoding_of_a_page_is_used(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{TEXT}</p><p>Он сказал: мир.</p></body></html>'
    (article,) = articles(put(tmp_path, "a.html", page.encode("cp1251")))
    assert "Он сказал: мир." in article.text


def test_a_cut_utf8_text_keeps_what_is_sound() -> None:
    assert decode("Нордландия и Судландия".encode() + b"\xd0") == "Нордландия и Судландия\ufffd"


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("M.\u00a0Olsson\u202fa\u3000b", "M. Olsson a b"),
        ("dele\u00adgation\u200b \u2060\ufeffx", "delegation x"),
        ("a\u200cb می\u200cخواهم", "ab می\u200cخواهم"),
        ("\u202eabc\u202c", "abc"),
        ("e\u0301", "é"),
        ("a\x00b\x1f", "ab"),
        ("\ud800x", "\ufffdx"),
        ("\x93yes\x94 it\x92s", "“yes” it’s"),
        ("“it’s” – ‘so’…\n\n\n  x ", "“it’s” – ‘so’…\n\n\n  x "),
    ],
)
def test_characters(raw: str, stored: str) -> None:
    assert normalise(raw) == stored


def test_binary_data_says_what_it_is() -> None:
    with pytest.raises(NotTextError, match="pdftotext"):
        decode(b"%PDF-1.4")


# ---- pages ----

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Envoy lands | The Nortown Post</title>
<meta property="og:title" content="Envoy lands in Nortown"><meta property="og:site_name" content="The Nortown Post">
<meta property="article:published_time" content="2021-05-04T23:50:00+05:00"><meta name="author" content="Ann Quill">
<link rel="canonical" href="https://nortown.example/a/1"></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Envoy lands in Nortown</h1><p>The envoy of Sudland, Per&nbsp;Olsson, came on &ldquo;Tuesday&rdquo; for talks.</p>
<script>alert("no text")</script><p>He leaves on Friday, the ministry said in a state&shy;ment.</p></article>
<aside>Most read: ferry fares</aside><footer>All rights reserved. Privacy</footer></body></html>"""


def test_a_page_gives_its_main_text_and_metadata(tmp_path: Path) -> None:
    (article,) = articles(put(tmp_path, "a.html", PAGE))
    assert article.title == "Envoy lands in Nortown"
    assert (article.outlet, article.published, article.byline) == ("The Nortown Post", "2021-05-04", "Ann Quill")
    assert (article.url, article.language) == ("https://nortown.example/a/1", "en")
    assert article.text.startswith("Envoy lands in Nortown\n")
    assert "Per Olsson, came on “Tuesday” for talks." in article.text
    assert "in a statement." in article.text
    assert not [word for word in ("alert", "Home", "ferry", "Privacy") if word in article.text]
    assert {article.known_by[key] for key in ("title", "outlet", "published", "byline")} == {"metadata"}
    assert article.text[article.body_start :].startswith("The envoy of Sudland")


@pytest.mark.parametrize(
    "page", ["<div>" * 3000 + TEXT, "<p>" + "<b" * 500, "<html" + " a='" * 400, "<!--" * 900, "<script>" * 200]
)
def test_hostile_pages_do_no_harm(page: str, tmp_path: Path) -> None:
    settings = Settings(max_bytes=100_000)
    assert len(list(read([str(put(tmp_path, "a.html", page))], settings))) == 1


def test_trafilatura_is_loaded_for_pages_only(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT)
    code = (
        "import sys; from kg.ingest import read; from kg.config import Settings\n"
        "list(read(sys.argv[1:], Settings())); print('trafilatura' in sys.modules)"
    )
    run = [sys.executable, "-c", code]
    assert subprocess.run([*run, str(tmp_path)], capture_output=True, text=True, check=True).stdout == "False\n"
    put(tmp_path, "b.html", PAGE)
    assert subprocess.run([*run, str(tmp_path)], capture_output=True, text=True, check=True).stdout == "True\n"


def test_markdown_loses_its_marks_and_front_matter(tmp_path: Path) -> None:
    text = '---\ntitle: "Envoy lands"\ndate: 2021-05-04\nauthor: Ann Quill\npublisher: Nortown Post\n---\n'
    text += "# Envoy lands\n\n> **Per Olsson** met _the_ [minister](https://x.example/a_b).\n"
    (article,) = articles(put(tmp_path, "a.md", text))
    assert article.text.strip() == "Envoy lands\n\nPer Olsson met the minister."
    assert (article.title, article.published, article.byline, article.outlet) == (
        "Envoy lands",
        "2021-05-04",
        "Ann Quill",
        "Nortown Post",
    )


# ---- feeds ----

NEWS = {
    "@context": "https://schema.org",
    "@type": ["NewsArticle"],
    "headline": "Envoy lands",
    "articleBody": "<p>The envoy of Sudland landed.</p><p>He met Mr&nbsp;Olsson &amp; others.</p>",
    "datePublished": "2021-05-04T10:00:00Z",
    "publisher": {"@type": "Organization", "name": "Nortown Post"},
    "author": [{"@type": "Person", "name": "Ann Quill"}, {"name": "Bo Lind"}],
    "inLanguage": "en-GB",
    "url": "https://nortown.example/a",
    "license": "CC0-1.0",
}
NINJS1 = {
    "uri": "urn:nwa:1",
    "type": "text",
    "headline": "Envoy lands",
    "body_text": "The envoy of Sudland landed.\n\nHe met Mr Olsson & others.",
    "versioncreated": "2021-05-04T10:00:00Z",
    "byline": "Ann Quill, Bo Lind",
    "located": "Nortown",
    "infosource": [{"name": "Nortown Post"}],
    "language": "en",
}
NINJS2 = {
    "uri": "https://nortown.example/a",
    "headlines": [{"role": "short", "value": "Envoy"}, {"role": "main", "value": "Envoy lands"}],
    "bodies": [
        {"role": "html", "contenttype": "text/html", "value": "<p>not this</p>"},
        {"role": "main", "contenttype": "text/plain", "value": "The envoy of Sudland landed.\n\nHe met Mr Olsson & others."},
    ],
    "firstcreated": "2021-05-04T10:00:00Z",
    "by": "Ann Quill, Bo Lind",
    "infosources": [{"name": "Nortown Post"}],
}
PLAIN = {
    "title": "Envoy lands",
    "text": "The envoy of Sudland landed.\n\nHe met Mr Olsson & others.",
    "date": "4 May 2021",
    "publisher": "Nortown Post",
    "author": "Ann Quill, Bo Lind",
    "url": "https://nortown.example/a",
}


@pytest.mark.parametrize(
    "record", [NEWS, {"@graph": [{"@type": "WebPage"}, NEWS]}, [NEWS], NINJS1, NINJS2, PLAIN, {"articles": [PLAIN]}]
)
def test_records_of_every_kind(record: object, tmp_path: Path) -> None:
    (article,) = articles(put(tmp_path, "a.json", json.dumps(record)))
    assert article.text == "Envoy lands\n\nThe envoy of Sudland landed.\n\nHe met Mr Olsson & others."
    assert (article.name, article.title, article.published) == ("a", "Envoy lands", "2021-05-04")
    assert (article.outlet, article.byline, article.language) == ("Nortown Post", "Ann Quill, Bo Lind", "en")
    assert article.known_by["published"] == "metadata"
    assert article.text[article.body_start :].startswith("The envoy")
    assert article.url in {None, "https://nortown.example/a"}


def test_a_publisher_named_by_reference_is_found(tmp_path: Path) -> None:
    graph = {"@graph": [NEWS | {"publisher": {"@id": "#org"}}, {"@id": "#org", "@type": "Organization", "name": "Nortown Post"}]}
    (article,) = articles(put(tmp_path, "a.json", json.dumps(graph)))
    assert article.outlet == "Nortown Post"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://x.example/a> <b", "file:///etc/passwd"])
def test_only_web_addresses_are_kept(url: str, tmp_path: Path) -> None:
    (article,) = articles(put(tmp_path, "a.json", json.dumps(PLAIN | {"url": url})))
    assert article.url is None


def test_broken_records_are_named_by_line_and_the_others_read(tmp_path: Path) -> None:
    lines = [
        json.dumps(PLAIN | {"id": "First Story"}),
        "{broken",
        "",
        json.dumps({"x": 1}),
        json.dumps(PLAIN),
        json.dumps({"text": "x" * 3000}),
    ]
    items = list(read([str(put(tmp_path, "feed.jsonl", "\n".join(lines)))], SMALL))
    assert [item.name for item in items if isinstance(item, Article)] == ["feed-first-story", "feed-5"]
    faults = [(item.where.rsplit(":", 1)[1], item.kind) for item in items if isinstance(item, Issue)]
    assert faults == [("2", "broken-json"), ("4", "no-article"), ("6", "too-large")]


def test_escaped_surrogates_and_zeros_are_harmless(tmp_path: Path) -> None:
    raw = r'{"title": "En\u0000voy \ud83d", "text": "Landed \ud83d\ude00 \udc00."}'
    (article,) = articles(put(tmp_path, "a.json", raw))
    assert article.text == "Envoy \ufffd\n\nLanded 😀 \ufffd."
    assert article.sha256


# ---- names ----


def test_the_same_text_is_read_once(tmp_path: Path) -> None:
    assert [a.name for a in articles(put(tmp_path, "x/a.txt", TEXT), put(tmp_path, "y/a.txt", TEXT))] == ["a"]


def test_shared_stems_are_qualified_by_their_folder_in_any_order(tmp_path: Path) -> None:
    one, two = put(tmp_path, "x/a.txt", TEXT), put(tmp_path, "y/a.txt", TEXT + "more")
    other = put(tmp_path, "z/b.txt", TEXT)
    assert [a.name for a in articles(one, two, other)] == ["x-a", "y-a", "b"]
    assert [a.name for a in articles(other, two, one)] == ["b", "y-a", "x-a"]


def test_a_stem_shared_in_one_folder_is_told_apart(tmp_path: Path) -> None:
    names = [a.name for a in articles(put(tmp_path, "x/a.txt", TEXT), put(tmp_path, "x/a.md", TEXT + "more"))]
    assert len(set(names)) == 2
    assert all(name.startswith("x-a-") for name in names)


def test_an_outlet_of_ones_own_gazetteer_is_known_in_a_header(tmp_path: Path) -> None:
    source = put(tmp_path, "a.txt", "KIVU LANTERN, May 4. The envoy of Sudland, Per Olsson, met the minister on Tuesday.\n")
    own = put(tmp_path, "names/outlets.psv", "# own\nkivu-lantern|Kivu Lantern|||cd|newspaper\n").parent
    assert [(a.outlet, a.dateline) for a in articles(source)] == [(None, "KIVU LANTERN")]
    known = articles(source, settings=Settings(gazetteer=str(own)))
    assert [(a.outlet, a.dateline) for a in known] == [("KIVU LANTERN", None)]
