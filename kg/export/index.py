"""Triples looked up by subject and predicate, as plain values; what the table and the network are read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kg import vocabulary as v
from kg.terms import parse, triples

_ROLE_OF = {predicate: role for roles in v.ROLES.values() for role, predicate in roles.items()}


class ClaimRow(NamedTuple):
    """One claim with everything a reader needs to check it; labels are empty where the value is a literal."""

    claim: str
    subject: str
    subject_label: str
    fact_type: str
    role: str
    value: str
    value_label: str
    status: str
    modality: str
    confidence: str
    said_by: str
    relayed_by: str
    outlet: str
    article: str
    published: str
    start: str
    end: str
    quote: str
    is_link: bool


class Index:
    """All triples by subject; every look-up gives values in sorted order."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_subject: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._links: set[tuple[str, str, str]] = set()
        for s, p, o in triples(lines):
            subject, predicate, value = parse(s).value, p[1:-1], parse(o).value
            self._by_subject[subject][predicate].append(value)
            if o[0] == "<":
                self._links.add((subject, predicate, value))

    def subjects(self, *classes: str) -> list[str]:
        """The subjects of any of these classes, sorted."""
        wanted = set(classes)
        return sorted(s for s in self._by_subject if wanted & set(self.all(s, v.RDF_TYPE)))

    def all(self, subject: str, predicate: str) -> list[str]:
        """The values, sorted; empty where there are none."""
        found = self._by_subject.get(subject)
        return sorted(found.get(predicate, ())) if found else []

    def one(self, subject: str, predicate: str) -> str:
        """The first value, or an empty string."""
        return next(iter(self.all(subject, predicate)), "")

    def label(self, thing: str) -> str:
        """Its label, or an empty string."""
        return self.one(thing, v.LABEL)

    def claims(self) -> list[ClaimRow]:
        """Every claim, by article and place."""
        rows = [self._claim(claim) for claim in self.subjects(v.CLAIM_CLASS)]
        return sorted(rows, key=lambda r: (r.article, int(r.start or 0), int(r.end or 0), r.subject, r.role, r.value, r.claim))

    def _claim(self, claim: str) -> ClaimRow:
        span, report = self.one(claim, v.EVIDENCE), self.one(claim, v.IN_REPORT)
        article, predicate = self.one(span, v.IN_ARTICLE), self.one(claim, v.STATEMENT_PREDICATE)
        subject, value = self.one(claim, v.STATEMENT_SUBJECT), self.one(claim, v.STATEMENT_OBJECT)
        return ClaimRow(
            claim=claim,
            subject=subject,
            subject_label=self.label(subject),
            fact_type=local(self.one(report, v.FACT_TYPE)),
            role=_ROLE_OF.get(predicate) or local(predicate),
            value=value,
            value_label=self.label(value),
            status=local(self.one(report, v.REPORTED_STATUS)),
            modality=local(self.one(claim, v.MODALITY)),
            confidence=self.one(claim, v.CONFIDENCE),
            said_by=self._labels(claim, v.SAID_BY),
            relayed_by=self._labels(claim, v.RELAYED_BY),
            outlet=self._labels(article, v.PUBLISHER),
            article=self.one(article, v.NAME),
            published=self.one(article, v.DATE_PUBLISHED),
            start=self.one(span, v.START_CHAR),
            end=self.one(span, v.END_CHAR),
            quote=self.one(span, v.EXACT),
            is_link=(claim, v.STATEMENT_OBJECT, value) in self._links,
        )

    def _labels(self, subject: str, predicate: str) -> str:
        return " | ".join(sorted(self.label(thing) or local(thing) for thing in self.all(subject, predicate)))


def local(iri: str) -> str:
    """What follows the last slash or hash of an IRI."""
    return iri.replace("#", "/").rpartition("/")[2]
