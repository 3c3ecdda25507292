"""Sentences to extractions, for the tests of annotate and extract."""

from __future__ import annotations

from kg.annotate import Annotator
from kg.config import Settings
from kg.extract import extract
from kg.model import Article, Extraction

ANNOTATOR = Annotator(Settings().pipeline)


def read_text(text: str, published: str | None = "2026-05-07", dateline: str | None = None) -> Extraction:
    """The extraction of ``text`` as an article of Thursday, 7 May 2026."""
    return extract(ANNOTATOR.annotate(Article(name="test", text=text, published=published, dateline=dateline)), least=0.0)


def facts(extraction: Extraction, type_: str) -> list[dict[str, set[str]]]:
    """The facts of a type as role to values, referents by their best name; with status and said_by."""
    names = {r.id: r.names[0] for r in extraction.referents}
    found: list[dict[str, set[str]]] = []
    for report in extraction.reports:
        if report.type != type_:
            continue
        roles: dict[str, set[str]] = {"status": {report.status}, "said_by": {names[s] for s in report.said_by}}
        for claim in report.claims:
            roles.setdefault(claim.role, set()).add(names[claim.referent] if claim.referent else claim.literal or "")
        found.append(roles)
    return found


def values(extraction: Extraction, type_: str, role: str) -> set[str]:
    """All values of a role in the facts of a type."""
    return {value for fact in facts(extraction, type_) for value in fact.get(role, set())}


def names_of(extraction: Extraction, type_: str) -> list[set[str]]:
    """The names of each referent of a type, in reading order."""
    return [set(r.names) for r in extraction.referents if r.type == type_]


def offices(extraction: Extraction) -> set[tuple[str, str, frozenset[str]]]:
    """The Role facts as (person, title, whose office it is)."""
    told = facts(extraction, "Role")
    return {(p, t, frozenset(fact.get("of", ()))) for fact in told for p in fact["person"] for t in fact["title"]}
