"""Ingest: files, folders, globs, archives and standard input to articles; what cannot be read becomes an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from kg.config import Settings
from kg.ingest.dates import given_date
from kg.ingest.decode import NotTextError, decode, normalise
from kg.ingest.draft import Draft, Raw
from kg.ingest.feed import KEYS, read_feed
from kg.ingest.habits import Habits, load_habits
from kg.ingest.header import read_header
from kg.ingest.markup import markdown_text
from kg.ingest.naming import name_drafts
from kg.ingest.page import read_page
from kg.ingest.sources import FEEDS, MARKDOWN, PAGES, read_sources
from kg.model import Article, Issue

__all__ = ["read"]


def read(paths: Sequence[str], settings: Settings, stdin: BinaryIO | None = None) -> Iterator[Article | Issue]:
    """The articles behind ``paths`` and an issue for each input that gives none; ``-`` reads ``stdin``.

    Issues come first, since names are settled when all inputs are known. Raises UsageError for a path that does not exist.
    """
    habits = load_habits(settings.gazetteer)
    drafts: list[Draft] = []
    for raw in read_sources(paths, settings.max_bytes, stdin):
        for item in (raw,) if isinstance(raw, Issue) else _drafts(raw, settings.max_bytes):
            if isinstance(item, Issue):
                yield item
            else:
                drafts.append(item)
    for name, draft in name_drafts(drafts):
        yield _article(name, draft, habits)


def _drafts(raw: Raw, max_bytes: int) -> Iterator[Draft | Issue]:
    """The texts in one input."""
    if not raw.data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        yield Issue(raw.where, "empty", "there is nothing in it; remove it or download it again")
        return
    try:
        for item in _by_kind(raw, max_bytes):
            if isinstance(item, Draft) and not any(c.isalnum() for c in item.text):
                yield Issue(item.where, "empty", "it holds no word; remove it or download it again")
            else:
                yield item
    except NotTextError as error:
        yield Issue(raw.where, error.kind, str(error))


def _by_kind(raw: Raw, max_bytes: int) -> Iterator[Draft | Issue]:
    if raw.suffix in FEEDS:
        yield from read_feed(raw, max_bytes)
    elif raw.suffix in PAGES:
        yield read_page(raw)
    elif raw.suffix in MARKDOWN:
        text, fields = markdown_text(normalise(decode(raw.data)))
        yield Draft(raw.where, raw.parent, raw.stem, text, _front_matter(fields))
    else:
        yield Draft(raw.where, raw.parent, raw.stem, normalise(decode(raw.data)), {})


def _front_matter(fields: dict[str, object]) -> dict[str, str]:
    """The fields of a Markdown document's head under an article's names."""
    given: dict[str, str] = {}
    for field, keys in KEYS.items():
        values = (fields.get(key.lower()) for key in keys if field != "text")
        if value := next((v for v in values if v), None):
            given[field] = str(value)
    if (published := given_date(given.pop("published", None))) is not None:
        given["published"] = published
    return given


def _article(name: str, draft: Draft, habits: Habits) -> Article:
    """The article of a draft: what its source gives, completed by what its text tells."""
    header = read_header(draft.text, draft.given, habits)
    found, given = header.values, draft.given
    return Article(
        name=name,
        text=draft.text,
        title=found.get("title"),
        outlet=found.get("outlet"),
        published=found.get("published"),
        url=given.get("url"),
        byline=found.get("byline"),
        dateline=found.get("dateline"),
        agency=found.get("agency"),
        language=given.get("language", "en"),
        licence=given.get("licence"),
        body_start=header.body_start,
        known_by=header.known_by,
    )
