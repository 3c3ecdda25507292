"""Extractions as JSON text and back: what the store keeps of an article besides its text."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    """The extraction whose JSON text and article text are given; equal to the one encoded."""
    data = json.loads(body)
    return Extraction(
        article=Article(text=text, **data["article"]),
        sentences=tuple(Span(*s) for s in data["sentences"]),
        referents=tuple(_as_referent(r) for r in data["referents"]),
        reports=tuple(_as_report(r) for r in data["reports"]),
        extractor=data["extractor"],
    )


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


def _as_referent(data: Mapping[str, Any]) -> Referent:
    namings = tuple(Naming(Span(start, end), form) for start, end, form in data["namings"])
    return Referent(**{**data, "names": tuple(data["names"]), "namings": namings})


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


def _as_report(data: Mapping[str, Any]) -> Report:
    claims = tuple(_as_claim(c) for c in data["claims"])
    return Report(**{**data, "claims": claims, "said_by": tuple(data["said_by"]), "evidence": Span(*data["evidence"])})


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


def _as_claim(data: Mapping[str, Any]) -> Claim:
    said_by = None if data["said_by"] is None else tuple(data["said_by"])
    return Claim(**{**data, "evidence": Span(*data["evidence"]), "said_by": said_by})
