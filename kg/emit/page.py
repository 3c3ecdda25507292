"""One article as triples: what is known of it, its spans, its reports and its claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg import ids
from kg import vocabulary as v
from kg.emit import terms
from kg.emit.dates import is_day
from kg.emit.terms import known
from kg.errors import EvidenceError, KgError
from kg.model import PUBLISHER, Claim, Extraction, Report, Resolution, Span

A = known(v.RDF_TYPE)
UNKNOWN_OUTLET = "unknown outlet"


def line(subject: str, predicate: str, value: str) -> str:
    """One N-Triples line; the predicate is an IRI of the vocabulary, subject and value are terms."""
    return f"{subject} <{predicate}> {value} ."


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says a thing: the original source (the outlet where nobody is credited) and who relays it, as terms."""

    speaker: str
    relays: tuple[str, ...]


@dataclass(slots=True)
class ClaimNode:
    """One claim as it stands in the graph; two reports of an article may share it."""

    subject: str
    predicate: str
    value: str
    evidence: str
    speaker: str
    modality: str
    confidence: float = 0.0
    relays: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)

    @property
    def iri(self) -> str:
        """The claim's IRI, from everything that makes it one."""
        parts = (self.subject, self.predicate, self.value, self.evidence, self.speaker, self.modality)
        return terms.minted(v.CLAIM, ids.claim_id(*parts))


class Page:
    """One extraction on its way into the graph: resolves referents, checks spans, and remembers both for :meth:`lines`."""

    def __init__(self, extraction: Extraction, resolution: Resolution, subjects: Mapping[str, str]) -> None:
        self.extraction = extraction
        self.article = extraction.article
        self.local = ids.article_id(self.article.name, self.article.sha256)
        self.iri = terms.minted(v.ARTICLE, self.local)
        self.run = terms.minted(v.RUN, ids.entity_id(extraction.extractor, extraction.extractor))
        self.claims: dict[str, ClaimNode] = {}
        self._resolution = resolution
        self._subjects = subjects
        self._spans: dict[Span, str] = {}
        self._starts = [sentence.start for sentence in extraction.sentences]
        self.publisher = self._outlet()

    def entity(self, referent: str) -> str:
        """The IRI of the entity that a referent of this article is."""
        return terms.minted(v.ENTITY, self._filed(self._resolution.entity_of, referent))

    def event(self, report: Report) -> str:
        """The id of the event that a report of this article tells of."""
        return self._filed(self._resolution.event_of, report.id)

    def span(self, span: Span) -> str:
        """The IRI of a span; raises EvidenceError where it does not lie in the article."""
        found = self._spans.get(span)
        if found is None:
            if not 0 <= span.start < span.end <= len(self.article.text):
                where = f"{self.article.name}: characters {span.start} to {span.end} of {len(self.article.text)}"
                raise EvidenceError(f"no passage of the article: {where}", "a defect of the extractor; please report it")
            found = self._spans[span] = terms.minted(v.SPAN, ids.span_id(self.local, span))
        return found

    def saying(self, said_by: Iterable[str]) -> Saying:
        """Who says it, from referent ids, the original source first."""
        speaker, *relays = [self.entity(referent) for referent in said_by] or [self.outlet]
        return Saying(speaker, tuple(r for r in relays if r != speaker))

    def claim(self, report: Report, claim: Claim) -> ClaimNode | None:
        """The claim's node, filed for :meth:`lines`; None for the delegation of a Delegation report, which is its subject."""
        if report.type == "Delegation" and claim.role == "delegation":
            return None
        predicate = v.ROLES[report.type].get(claim.role)
        if predicate is None:
            raise KgError(f"a {report.type} has no role {claim.role!r}", "the roles are in kg/vocabulary.py and ontology/kg.ttl")
        saying = self.saying(report.said_by if claim.said_by is None else claim.said_by)
        subject, modality = self._subjects[self.event(report)], known(v.MODALITY_BY_STATUS[report.status])
        node = ClaimNode(subject, predicate, self.value(claim, predicate), self.span(claim.evidence), saying.speaker, modality)
        node = self.claims.setdefault(node.iri, node)
        node.confidence = max(node.confidence, min(claim.confidence, report.confidence))
        node.relays.update(saying.relays)
        node.reports.add(self.report(report))
        node.rules.add(claim.rule or report.rule)
        return node

    def value(self, claim: Claim, predicate: str) -> str:
        """What a claim gives for its role, as a term."""
        if claim.referent is not None:
            return self.entity(claim.referent)
        literal = claim.literal or ""
        return terms.edtf(literal) if predicate in (v.START, v.END) else terms.text(literal)

    def report(self, report: Report) -> str:
        """The IRI of a report."""
        return terms.minted(v.REPORT, ids.report_id(self.local, report.id))

    def lines(self) -> Iterator[str]:
        """The article's triples: all but those on entities, events and its reader, which belong to no single article."""
        yield from self._metadata()
        yield from self._mentions()
        for report in self.extraction.reports:
            yield from self._report(report)
        for iri, node in self.claims.items():
            yield from self._claim(iri, node)
        yield from self._passages()

    def reader(self) -> Iterator[str]:
        """The triples on what has read the article."""
        yield line(self.run, v.RDF_TYPE, known(v.EXTRACTION_RUN_CLASS))
        yield line(self.run, v.LABEL, terms.english(self.extraction.extractor))

    @property
    def outlet(self) -> str:
        """Who speaks where the article credits nobody."""
        return self.publisher or unknown_outlet()

    def _outlet(self) -> str | None:
        filed = self._resolution.entity_of.get((self.article.name, PUBLISHER))
        if filed is None and self.article.outlet:
            filed = ids.entity_id(self.article.outlet, f"outlet {self.article.outlet}")
        return terms.minted(v.ENTITY, filed) if filed else None

    def _filed(self, where: Mapping[tuple[str, str], str], member: str) -> str:
        found = where.get((self.article.name, member))
        if found is None:
            raise KgError(f"{self.article.name}: {member} is not resolved", "a defect of the resolver; please report it")
        return found

    def _metadata(self) -> Iterator[str]:
        article, iri = self.article, self.iri
        yield line(iri, v.RDF_TYPE, known(v.ARTICLE_CLASS))
        yield line(iri, v.TEXT_SHA256, terms.text(article.sha256))
        if self.publisher:
            yield line(iri, v.PUBLISHER, self.publisher)
        if is_day(article.published):
            yield line(iri, v.DATE_PUBLISHED, terms.day(str(article.published)))
        if article.url and (address := terms.web_address(article.url)):
            yield line(iri, v.URL, address)
        told = (
            (v.NAME, article.name),
            (v.HEADLINE, article.title),
            (v.IN_LANGUAGE, article.language),
            (v.AUTHOR, article.byline),
            (v.DATELINE, article.dateline),
            (v.AGENCY_CREDIT, article.agency),
            (v.LICENCE, article.licence),
        )
        yield from (line(iri, predicate, terms.text(value)) for predicate, value in told if value)
        for what, how in article.known_by.items():
            yield line(iri, v.KNOWN_BY, terms.text(f"{what}: {how}"))

    def _mentions(self) -> Iterator[str]:
        for referent in self.extraction.referents:
            entity = self.entity(referent.id)
            for naming in referent.namings:
                span = self.span(naming.span)
                yield line(span, v.RDF_TYPE, known(v.MENTION_CLASS))
                yield line(span, v.REFERS_TO, entity)
                if naming.form:
                    yield line(span, v.FORM, terms.text(naming.form))

    def _report(self, report: Report) -> Iterator[str]:
        iri = self.report(report)
        yield line(iri, v.RDF_TYPE, known(v.REPORT_CLASS))
        yield line(iri, v.IN_ARTICLE, self.iri)
        yield line(iri, v.REPORTS, self._subjects[self.event(report)])
        yield line(iri, v.FACT_TYPE, known(v.TYPE + report.type))
        yield line(iri, v.REPORTED_STATUS, known(v.STATUS_OF + report.status))
        yield line(iri, v.EVIDENCE, self.span(report.evidence))
        if report.rule:
            yield line(iri, v.RULE, terms.text(report.rule))
        if report.said_by:
            saying = self.saying(report.said_by)
            yield line(iri, v.SAID_BY, saying.speaker)
            yield from (line(iri, v.RELAYED_BY, relay) for relay in saying.relays)

    def _claim(self, iri: str, node: ClaimNode) -> Iterator[str]:
        yield line(iri, v.RDF_TYPE, known(v.CLAIM_CLASS))
        yield line(iri, v.STATEMENT_SUBJECT, node.subject)
        yield line(iri, v.STATEMENT_PREDICATE, known(node.predicate))
        yield line(iri, v.STATEMENT_OBJECT, node.value)
        yield line(iri, v.EVIDENCE, node.evidence)
        yield line(iri, v.SAID_BY, node.speaker)
        yield line(iri, v.MODALITY, node.modality)
        yield line(iri, v.CONFIDENCE, terms.decimal(node.confidence))
        yield line(iri, v.EXTRACTED_BY, self.run)
        yield from (line(iri, v.RELAYED_BY, relay) for relay in node.relays)
        yield from (line(iri, v.IN_REPORT, report) for report in node.reports)
        yield from (line(iri, v.RULE, terms.text(rule)) for rule in node.rules if rule)

    def _passages(self) -> Iterator[str]:
        """Every span in use and the sentences they begin in."""
        for span in list(self._spans):
            number = bisect_right(self._starts, span.start) - 1
            if number >= 0 and span.start < self.extraction.sentences[number].end:
                sentence = self.span(self.extraction.sentences[number])
                yield line(self._spans[span], v.SENTENCE, sentence)
                yield line(sentence, v.SENTENCE, sentence)
                yield line(sentence, v.RDF_TYPE, known(v.SENTENCE_CLASS))
                yield line(sentence, v.SENTENCE_NUMBER, terms.integer(number))
        for span, iri in self._spans.items():
            yield line(iri, v.RDF_TYPE, known(v.SPAN_CLASS))
            yield line(iri, v.IN_ARTICLE, self.iri)
            yield line(iri, v.START_CHAR, terms.integer(span.start))
            yield line(iri, v.END_CHAR, terms.integer(span.end))
            yield line(iri, v.EXACT, terms.text(span.slice(self.article.text)))


def unknown_outlet() -> str:
    """The IRI of the outlet that stands for all that are not known."""
    return terms.minted(v.ENTITY, ids.entity_id(UNKNOWN_OUTLET, UNKNOWN_OUTLET))
