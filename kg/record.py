"""Extractions as JSON text and back: what the store keeps of an article besides its text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from sys import intern
from typing import Any

from kg.model import Article, Claim, Extraction, Naming, Referent, Report, Span

_ARTICLE = ("name", "title", "outlet", "published", "url", "byline", "dateline", "agency", "language", "licence", "body_start")


def encode(extraction: Extraction) -> str:
    """JSON text of everything but ``article.text``; the same bytes for equal extractions."""
    article = extraction.article
    data = {
        "article": {**{key: getattr(article, key) for key in _ARTICLE}, "known_by": dict(article.known_by)},
        "extractor": extraction.extractor,
        "sentences": [_span(s) for s in extraction.sentences],
        "referents": [_referent(r) for r in extraction.referents],
        "reports": [_report(r) for r in extraction.reports],
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode(body: str, text: str) -> Extraction:
    """The extraction whose JSON text and article text are given; equal to the one encoded.

    Words and spans that come again are one object: a store of many articles is held in memory when it is resolved.
    """
    data = json.loads(body, object_hook=_interned)
    kept: dict[Span, Span] = {}

    def span(start: int, end: int) -> Span:
        made = Span(start, end)
        return kept.setdefault(made, made)

    return Extraction(
        article=Article(text=text, **data["article"]),
        sentences=tuple(span(*s) for s in data["sentences"]),
        referents=tuple(_as_referent(r, span) for r in data["referents"]),
        reports=tuple(_as_report(r, span) for r in data["reports"]),
        extractor=data["extractor"],
    )


_Spans = Callable[[int, int], Span]
_RECURRING = frozenset("role type status rule id referent kind state known outlet language published extractor".split())


def _interned(data: dict[str, Any]) -> dict[str, Any]:
    """A JSON object in which the values that recur across articles are shared."""
    for key in _RECURRING & data.keys():
        if isinstance(data[key], str):
            data[key] = intern(data[key])
    return data


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _referent(referent: Referent) -> dict[str, Any]:
    return {
        "id": referent.id,
        "type": referent.type,
        "names": referent.names,
        "namings": [[*_span(n.span), n.form] for n in referent.namings],
        "known": referent.known,
        "state": referent.state,
        "kind": referent.kind,
        "attributes": dict(referent.attributes),
    }


def _as_referent(data: Mapping[str, Any], span: _Spans) -> Referent:
    namings = tuple(Naming(span(start, end), form and intern(form)) for start, end, form in data["namings"])
    return Referent(**{**data, "names": tuple(map(intern, data["names"])), "namings": namings})


def _report(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "type": report.type,
        "status": report.status,
        "claims": [_claim(c) for c in report.claims],
        "said_by": report.said_by,
        "evidence": _span(report.evidence),
        "confidence": report.confidence,
        "rule": report.rule,
    }


def _as_report(data: Mapping[str, Any], span: _Spans) -> Report:
    claims = tuple(_as_claim(c, span) for c in data["claims"])
    said_by = tuple(map(intern, data["said_by"]))
    return Report(**{**data, "claims": claims, "said_by": said_by, "evidence": span(*data["evidence"])})


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "role": claim.role,
        "evidence": _span(claim.evidence),
        "referent": claim.referent,
        "literal": claim.literal,
        "said_by": claim.said_by,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def _as_claim(data: Mapping[str, Any], span: _Spans) -> Claim:
    said_by = None if data["said_by"] is None else tuple(map(intern, data["said_by"]))
    return Claim(**{**data, "evidence": span(*data["evidence"]), "said_by": said_by})
