"""JSON and JSON lines to drafts: schema.org NewsArticle, IPTC ninjs 1 and 2, and plain records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.ids import slug
from kg.ingest.dates import given_date
from kg.ingest.decode import decode, normalise
from kg.ingest.draft import Draft, Raw
from kg.ingest.markup import fragment_text
from kg.model import Issue

Record = Mapping[str, Any]
LISTS = ("@graph", "articles", "items", "results", "records", "data")  # keys that hold the articles of a file

# Where each field is found, the first that is filled wins: schema.org, ninjs 1, ninjs 2, then plain records.
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("headline", "headlines", "title", "name"),
    "text": (
        "articleBody", "body_text", "bodies", "body_xhtml", "body_html", "body", "text", "content", "content_text",
        "content_html", "maintext",
    ),
    "published": (
        "datePublished", "firstcreated", "versioncreated", "contentcreated", "date", "published", "published_at", "publish_date",
        "publication_date", "pubDate", "date_published", "date_publish", "dateCreated",
    ),
    "url": ("url", "link", "mainEntityOfPage", "canonical_url", "@id", "uri"),
    "outlet": (
        "publisher", "sourceOrganization", "infosource", "infosources", "outlet", "source", "site", "provider", "copyrightholder",
    ),
    "byline": ("byline", "bylines", "by", "author", "authors", "creator"),
    "dateline": ("dateline", "located"),
    "language": ("inLanguage", "language", "lang"),
    "licence": ("license", "licence", "usageterms"),
}  # fmt: skip


def read_feed(raw: Raw, max_bytes: int) -> Iterator[Draft | Issue]:
    """The articles of a ``.json`` or ``.jsonl`` file; every broken record is an issue and the others are read."""
    text = decode(raw.data)
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    by_line = raw.suffix in {".jsonl", ".ndjson"}
    whole = _parse(text)
    if isinstance(whole, str) and (by_line or (len(lines) > 1 and isinstance(_parse(lines[0][1]), dict))):
        for number, line in lines:
            yield from _line(raw, number, line, len(lines) > 1, max_bytes)
    elif isinstance(whole, str):
        yield Issue(raw.where, "broken-json", f"not valid JSON: {whole}; correct the file")
    elif by_line and len(lines) == 1:
        yield from _line(raw, 1, text, False, max_bytes)
    else:
        records = list(_articles(whole))
        if not records:
            yield Issue(raw.where, "no-article", "no article in this JSON; expected NewsArticle, ninjs, or title and text")
        for number, record in enumerate(records, 1):
            yield _draft(raw, record, str(number) if len(records) > 1 else None)


def _line(raw: Raw, number: int, line: str, many: bool, max_bytes: int) -> Iterator[Draft | Issue]:
    where = f"{raw.where}:{number}"
    if len(line) > max_bytes:
        yield Issue(where, "too-large", f"the record is longer than {max_bytes:,} bytes; raise --max-bytes or split it")
        return
    parsed = _parse(line)
    if isinstance(parsed, str):
        yield Issue(where, "broken-json", f"line {number} is not valid JSON: {parsed}; correct or remove it")
        return
    found = list(_articles(parsed))
    if not found:
        yield Issue(where, "no-article", f"line {number} holds no article; expected an object with title and text")
    for place, record in enumerate(found, 1):
        yield _draft(raw, record, f"{number}-{place}" if len(found) > 1 else str(number) if many else None, where)


def _parse(text: str) -> Any:
    """The JSON value (an object or a list), or the reason as a string where there is none."""
    try:
        value = json.loads(text)
    except RecursionError:
        return "it is nested too deeply"
    except ValueError as error:
        return str(error)
    return value if isinstance(value, dict | list) else "the value is neither an object nor a list"


def _articles(value: Any, depth: int = 0) -> Iterator[Record]:
    """The records of a value that are articles, in their order; references within a graph are resolved."""
    if isinstance(value, list) and depth < 6:
        by_id = {item["@id"]: item for item in value if isinstance(item, dict) and isinstance(item.get("@id"), str)}
        for item in value:
            yield from _articles(_resolved(item, by_id) if by_id else item, depth + 1)
    elif isinstance(value, dict) and depth < 6:
        inner = [value[key] for key in LISTS if isinstance(value.get(key), list) and any(isinstance(i, dict) for i in value[key])]
        if _is_article(value):
            yield value
        elif inner:
            yield from _articles(inner[0], depth + 1)


def _resolved(item: Any, by_id: Mapping[str, Any]) -> Any:
    if not isinstance(item, dict):
        return item
    return {
        k: by_id.get(v["@id"], v) if isinstance(v, dict) and set(v) == {"@id"} and isinstance(v["@id"], str) else v
        for k, v in item.items()
    }


def _is_article(record: Record) -> bool:
    types = record.get("@type")
    named = [t for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)]
    if named:
        return any(t.rsplit("/", 1)[-1].endswith(("Article", "Posting", "Report", "CreativeWork")) for t in named)
    return any(record.get(key) for key in KEYS["text"])


def _draft(raw: Raw, record: Record, number: str | None, where: str | None = None) -> Draft | Issue:
    """One record as a draft; its title stands above its text unless the text begins with it."""
    where = where or (f"{raw.where}#{number}" if number else raw.where)
    given = {field: value for field in KEYS if (value := _field(record, field))}
    text = given.pop("text", "").strip("\n")
    if not text.strip():
        return Issue(where, "empty", "the record has no text; expected articleBody, body_text, bodies or text")
    if "title" in given and not text.lstrip().startswith(given["title"]):
        text = f"{given['title']}\n\n{text}"
    return Draft(where, raw.parent, f"{raw.stem}-{_own_id(record) or number}" if number else raw.stem, text, given)


def _own_id(record: Record) -> str | None:
    """The record's own identifier as a slug."""
    for key in ("id", "identifier", "guid", "uid", "uri", "@id", "slug"):
        value = record.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            made = slug(str(value)[-80:])
            return made if made != "x" else None
    return None


def _field(record: Record, field: str) -> str | None:
    for key in KEYS[field]:
        value = record.get(key)
        if field == "published":
            found = given_date(value)
        elif field == "url":
            found = next(
                (u for u in (_plain(value, "@id"), _plain(value, "url")) if u and re.match(r"https?://[^\s<>\"{}|\\^`]+$", u)),
                None,
            )
        elif field == "byline" and isinstance(value, list):
            found = ", ".join(name for item in value if (name := _plain(item, "name"))) or None
        else:
            found = _plain(value, "name")
        if found and field == "language":
            found = re.split(r"[-_]", found)[0].lower()
        if found and field != "text":
            found = re.sub(r"\s+", " ", normalise(fragment_text(found))).strip()
        if found:
            return normalise(fragment_text(found)) if field == "text" else found
    return None


def _plain(value: Any, key: str) -> str | None:
    """The string in a value: itself, the named or ``value`` entry of an object, or that of a list's main item."""
    if isinstance(value, list):
        items = sorted(
            (i for i in value if isinstance(i, dict)), key=lambda i: i.get("role") not in (None, "main", "provider", "text")
        )
        plain = [i for i in items if i.get("contenttype") in (None, "text/plain")] or items
        return next((p for i in [*plain, *value] if (p := _plain(i, key))), None)
    if isinstance(value, dict):
        return next(
            (v for k in (key, "name", "value", "title", "@value") if isinstance(v := value.get(k), str) and v.strip()), None
        )
    return value if isinstance(value, str) and value.strip() else None
