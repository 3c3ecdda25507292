"""Text out of light markup: HTML fragments as feeds carry them, and Markdown with its front matter."""

from __future__ import annotations

import html
import re

_BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre"
    " section table tr ul".split()
)
_HIDDEN = frozenset("script style noscript template svg head title iframe object".split())
TAG = re.compile(
    r"</?(?:p|br|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|section|blockquote|figure|img|script|table)\b[^<>]*>", re.IGNORECASE
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.IGNORECASE)


TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>|<[!?][^<>]*>")


def without_comments(text: str) -> str:
    """The text without HTML comments; an unclosed one stays. (A pattern would take quadratic time on hostile text.)"""
    parts: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[place:start])
        place = end + 3
    return "".join([*parts, text[place:]])


def fragment_text(text: str) -> str:
    """The text of a field that may hold HTML, a blank line between blocks; without tags its wording stays, entities resolved.

    Not the parser of the standard library, which takes quadratic time on hostile markup.
    """
    if not TAG.search(text):
        return html.unescape(text) if ENTITY.search(text) else text
    text = without_comments(text)
    parts: list[str] = []
    place, hidden = 0, ""
    for token in TOKEN.finditer(text):
        tag = (token["tag"] or "").lower()
        if not hidden:
            parts.append(re.sub(r"\s+", " ", text[place : token.start()]))
            parts.append("\n\n" if tag in _BLOCKS else "\n" if tag == "br" else "")
            hidden = tag if tag in _HIDDEN and not token["close"] else ""
        elif tag == hidden and token["close"]:
            hidden = ""
        place = token.end()
    parts.append("" if hidden else re.sub(r"\s+", " ", text[place:]))
    joined = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", html.unescape("".join(parts))))
    return re.sub(r"\n{3,}", "\n\n", joined).strip()


FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?P<fields>.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)
_MARKS = (  # bounded, so that no text takes quadratic time
    (re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"!\[([^\[\]\n]{0,300})\]\([^)\n]{0,500}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\([^)\n]{0,500}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"^[ \t]*\[[^\]\n]+\]:[ \t]*\S+.*$", re.MULTILINE), ""),
    (re.compile(r"<(https?://[^<>\s]{1,500})>"), r"\1"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"^[ \t]{0,3}>[> \t]*", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*=+[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"(\*{1,3})(?=\S)([^\n*]{1,300}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"__(?=\S)([^\n_]{1,300}?)(?<=\S)__"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^\n_]{1,300}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"(`{1,3})([^`\n]{1,300})\1"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)


def markdown_text(text: str) -> tuple[str, dict[str, object]]:
    """The text of a Markdown document without its marks, and the fields of its front matter."""
    fields: dict[str, object] = {}
    if front := FRONT_MATTER.match(text):
        fields = {m["key"].lower(): m["value"].strip("\"'") for m in FIELD.finditer(front["fields"])}
        text = text[front.end() :]
    text = without_comments(text)
    for mark, plain in _MARKS:
        text = mark.sub(plain, text)
    return (fragment_text(text) if TAG.search(text) else text), fields
