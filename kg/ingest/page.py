"""HTML pages to drafts: the main text and the metadata, by trafilatura (imported when the first page is met)."""

from __future__ import annotations

import logging
import re
from typing import Any

from kg.ingest.dates import given_date
from kg.ingest.decode import decode, normalise
from kg.ingest.draft import Draft, Raw
from kg.model import Issue

CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{2,40})", re.IGNORECASE
)
LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2,3})\b", re.IGNORECASE)
DEEPEST = 400  # nested elements; lxml drops text below 256 and trafilatura recurses

# No search of the running text for dates (the header reader does that), and a fixed horizon instead of the day of the run.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_page(raw: Raw) -> Draft | Issue:
    """The article of an HTML page; an issue where a page has no main text."""
    declared = CHARSET.search(raw.data[:4096])
    source = decode(raw.data, (declared[1] or declared[2]).decode("ascii") if declared else None)
    page = _extract(re.sub(r"\A\s*<\?xml[^>]*\?>", "", normalise(source)))
    text = normalise(page.text).strip() if page and page.text else ""
    if not text:
        return Issue(raw.where, "no-text", "the page has no main text; save the article's text as .txt")
    given = {
        "title": page.title,
        "outlet": page.sitename if page.sitename and page.sitename != page.hostname else None,
        "published": given_date(page.date),
        "url": page.url if re.match(r"https?://\S+$", page.url or "") else None,
        "byline": page.author,
        "licence": page.license,
        "language": match[1].lower() if (match := LANGUAGE.search(source)) else None,
    }
    kept = {key: clean for key, value in given.items() if value and (clean := normalise(str(value)).strip())}
    if "title" in kept and not text.startswith(kept["title"]):
        text = f"{kept['title']}\n\n{text}"
    return Draft(raw.where, raw.parent, raw.stem, text, kept)


def _extract(source: str) -> Any:
    """trafilatura's document or None; markup nested beyond reason is flattened first."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate"):  # they log what this stage reports as an issue
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if _depth(source) > DEEPEST:
        source = re.sub(r"</?(?:div|span|font|b|i|table|tr|td|ul|li|section)\b[^<>]*>", " ", source, flags=re.IGNORECASE)
    try:
        return bare_extraction(
            source,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            favor_recall=True,
            date_extraction_params=DATES,
        )
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, AssertionError):
        return None  # what a broken page makes lxml or trafilatura raise; the caller reports the page


def _depth(source: str) -> int:
    """How deep tags are nested, about: unclosed ones count."""
    depth = deepest = 0
    for match in re.finditer(r"<(/?)[a-zA-Z]", source):
        depth = max(0, depth + (-1 if match[1] else 1))
        deepest = max(deepest, depth)
    return deepest
