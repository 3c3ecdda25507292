"""Text out of light markup: HTML fragments as feeds carry them, and Markdown with its front matter."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre"
    " section table tr ul".split()
)
_HIDDEN = frozenset("script style noscript template svg head title iframe object".split())
TAG = re.compile(
    r"</?(?:p|br|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|section|blockquote|figure|img|script|table)\b[^>]*>", re.IGNORECASE
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.IGNORECASE)


class _Text(HTMLParser):
    """Collects the visible text, a blank line between blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data if data.strip() else " ")


def fragment_text(text: str) -> str:
    """The text of a field that may hold HTML; a field without tags keeps its wording, entities resolved."""
    if not TAG.search(text):
        return html.unescape(text) if ENTITY.search(text) else text
    parser = _Text()
    parser.feed(text)
    parser.close()
    joined = re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"[ \t]+", " ", "".join(parser.parts)))
    return re.sub(r"\n{3,}", "\n\n", joined).strip()


FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?P<fields>.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)
_MARKS = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"\[([^\]\n]+)\]\[[^\]\n]*\]"), r"\1"),
    (re.compile(r"^[ \t]*\[[^\]\n]+\]:[ \t]*\S+.*$", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"^(?:[ \t]{0,3}>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*=+[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"(\*\*\*|\*\*|__|\*)(?=\S)([^\n*]+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)_(?=\S)([^\n_]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"(`+)([^`\n]+)\1"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)


def markdown_text(text: str) -> tuple[str, dict[str, object]]:
    """The text of a Markdown document without its marks, and the fields of its front matter."""
    fields: dict[str, object] = {}
    if front := FRONT_MATTER.match(text):
        fields = {m["key"].lower(): m["value"].strip("\"'") for m in FIELD.finditer(front["fields"])}
        text = text[front.end() :]
    for mark, plain in _MARKS:
        text = mark.sub(plain, text)
    return (fragment_text(text) if TAG.search(text) else text), fields
