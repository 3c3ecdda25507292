"""Extractions as JSON text and back: what the store keeps of an article besides its text."""

from __future__ import annotations

import json
from collections.abc import Mapping
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

    Words and spans that come again are one object: a store of many articles is read when it is resolved.
    """
    data = json.loads(body)
    span = _Spans()
    about = data["article"]
    recurring = {key: _shared(about[key]) for key in ("outlet", "published", "language")}
    return Extraction(
        article=Article(text=text, **{**about, **recurring}),
        sentences=tuple(span[start, end] for start, end in data["sentences"]),
        referents=tuple(_as_referent(r, span) for r in data["referents"]),
        reports=tuple(_as_report(r, span) for r in data["reports"]),
        extractor=intern(data["extractor"]),
    )


class _Spans(dict[tuple[int, int], Span]):
    """The spans of one article by their ends, each made when it is first asked for."""

    def __missing__(self, ends: tuple[int, int]) -> Span:
        made = self[ends] = Span(*ends)
        return made


def _shared(word: str | None) -> str | None:
    """The one object for a word that comes again in other articles."""
    return None if word is None else intern(word)


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
    return Referent(
        intern(data["id"]),
        intern(data["type"]),  # type: ignore[arg-type]  # one of the types, for it was written from one
        tuple(map(intern, data["names"])),
        tuple(Naming(span[start, end], _shared(form)) for start, end, form in data["namings"]),
        _shared(data["known"]),
        _shared(data["state"]),
        _shared(data["kind"]),
        data["attributes"],
    )


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
    start, end = data["evidence"]
    return Report(
        intern(data["id"]),
        intern(data["type"]),
        intern(data["status"]),  # type: ignore[arg-type]  # one of the statuses, for it was written from one
        tuple(_as_claim(c, span) for c in data["claims"]),
        tuple(map(intern, data["said_by"])),
        span[start, end],
        data["confidence"],
        intern(data["rule"]),
    )


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
    start, end = data["evidence"]
    said_by = data["said_by"]
    return Claim(
        intern(data["role"]),
        span[start, end],
        _shared(data["referent"]),
        data["literal"],
        None if said_by is None else tuple(map(intern, said_by)),
        data["confidence"],
        intern(data["rule"]),
    )
