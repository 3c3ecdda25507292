"""The only place that makes identifiers: readable slugs and framed hashes of content, never a counter or a clock."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kg.model import Span


def digest(*parts: str, length: int = 16) -> str:
    """Hexadecimal hash of the parts; each is framed by its length, so ("ab", "c") and ("a", "bc") differ."""
    framed = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(framed.encode("utf-8")).hexdigest()[:length]


def unaccented(text: str) -> str:
    """``text`` as those write it who leave accents out: "Erdogan" for "Erdoğan"."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def slug(text: str, limit: int = 60) -> str:
    """``text`` as lower-case ASCII letters, digits and hyphens, at most ``limit`` long; "x" where nothing is left."""
    plain = unaccented(text).lower()
    plain = re.sub(r"['’]s\b", "", plain)
    plain = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return plain[:limit].rstrip("-") or "x"


def article_id(name: str, sha256: str) -> str:
    """Local name of an article: its slug and the head of its text's hash."""
    return f"{slug(name)}-{digest(name, sha256, length=8)}"


def span_id(article: str, span: Span) -> str:
    """Local name of a span of the article with that local name."""
    return f"{article}_{span.start}-{span.end}"


def report_id(article: str, report: str) -> str:
    """Local name of the telling ``report`` (its id within the article) of an article."""
    return f"{article}_{slug(report, 80)}"


def claim_id(subject: str, predicate: str, value: str, span: str, speaker: str, modality: str) -> str:
    """Local name of a claim, from everything that makes it one."""
    return digest(subject, predicate, value, span, speaker, modality)


def entity_id(label: str, seed: str) -> str:
    """Local name of an entity or event: a readable slug made unique by the hash of its seed."""
    return f"{slug(label)}-{digest(seed, length=8)}"
