"""All that is said of a thing: claims with their sentences, merges with their reasons, and what comes near but was kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import UsageError
from kg.ids import slug
from kg.model import Claim, Doubt, Entity, Event, Extraction, Member, Merge, Report, Resolution, Span
from kg.vocabulary import ENTITY, EVENT, ROLE

Thing = Entity | Event
FIND = "kg query entities --param name=... looks for a name by the beginning of a word"


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as a reader checks it; ``said_by`` is the source, then who relays it; empty for the outlet's own word."""

    subject: str
    role: str
    value: str
    status: str
    quote: str
    sentence: str
    start: int  # of the quote in the article's text, code points
    end: int
    article: str
    outlet: str | None
    published: str | None
    said_by: tuple[str, ...]
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class MergeLine:
    """Why two names or two tellings are held to be the same, or to be two although they come near."""

    left: str
    right: str
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything said about one entity or event, what is told of it otherwise, and why it is one thing and not more or fewer."""

    iri: str
    type: str
    label: str
    names: tuple[str, ...]
    claims: tuple[ClaimLine, ...]
    merges: tuple[MergeLine, ...]
    apart: tuple[MergeLine, ...] = ()
    disputed: tuple[MergeLine, ...] = ()


def explain(extractions: Iterable[Extraction], resolution: Resolution, wanted: str) -> list[Explanation]:
    """One explanation for each entity and event that ``wanted`` (an IRI, its local name, or a name) means.

    Raises UsageError, naming what comes near, where it means nothing.
    """
    things: list[Thing] = [*resolution.entities, *resolution.events]
    found: dict[str, list[Thing]] = {}  # a delegation is an entity and an event of the same id
    for thing in things:
        if means(thing, wanted):
            found[thing.id] = [t for t in things if t.id == thing.id]
    if not found:
        near = sorted({t.label for t in things if slug(wanted) in slug(t.label, 200)})
        raise UsageError(f"nothing in the store is called {wanted!r}", f"near: {', '.join(near[:5])}" if near else FIND)
    book = Book({extraction.article.name: extraction for extraction in extractions}, resolution)
    return [book.explanation(found[key]) for key in sorted(found)]


def disputed(rows: Iterable[Mapping[str, str]]) -> tuple[MergeLine, ...]:
    """The answers to the question ``contradictions`` as lines: both sides with their words and source, how, and of what."""
    return tuple(MergeLine(_told(row, "", "value"), _told(row, "_2", "against"), row["how"], _about(row)) for row in rows)


def _told(row: Mapping[str, str], side: str, value: str) -> str:
    where = ", ".join(row[k] for k in (f"outlet{side}", f"published{side}", f"article{side}") if row.get(k))
    words = " ".join((row.get(f"sentence{side}") or row[f"quote{side}"]).split())
    return f"{row[value]}: “{words}” ({where}; said by {row[f'said_by{side}']})"


def _about(row: Mapping[str, str]) -> str:
    return f"{row['fact']}: {row['role']}" + (f" / {row['against_fact']}" if row.get("against_fact") else "")


def means(thing: Thing, wanted: str) -> bool:
    """Whether ``wanted`` is the thing's IRI, prefixed or local name, its label or one of its names."""
    local = wanted.rstrip(">").rsplit("/", 1)[-1]
    if thing.id in (local, local.partition(":")[2]):
        return True
    names = (thing.label, *(thing.names if isinstance(thing, Entity) else ()))
    return wanted.casefold() in {name.casefold() for name in names}


def iri(thing: Thing) -> str:
    """The IRI of an entity, event or role holding."""
    space = EVENT if isinstance(thing, Event) and thing.type != "Delegation" else ENTITY
    return (ROLE if thing.type == "Role" else space) + thing.id


class Book:
    """The records by article, looked up for the claims about one thing."""

    def __init__(self, records: Mapping[str, Extraction], resolution: Resolution) -> None:
        self.records, self.resolution = records, resolution
        self.labels = {event.id: event.label for event in resolution.events}
        self.labels |= {entity.id: entity.label for entity in resolution.entities}
        self.names = {
            (name, referent.id): referent.names[0] if referent.names else referent.id
            for name, extraction in records.items()
            for referent in extraction.referents
        }

    def explanation(self, things: Sequence[Thing]) -> Explanation:
        """Everything said about the things, which share one id."""
        thing = things[0]
        claims = {line for key, line in self.lines() if key == thing.id}
        merges = {self.merge(m) for t in things for m in t.merges}
        own = {m for t in things for m in t.members}
        apart = {self.doubt(d) for d in self.resolution.doubts if d.left in own or d.right in own}
        return Explanation(
            iri=iri(thing),
            type=thing.type,
            label=thing.label,
            names=thing.names if isinstance(thing, Entity) else (),
            claims=tuple(sorted(claims, key=lambda c: (c.published or "", c.article, c.start, c.end, c.role, c.value))),
            merges=tuple(sorted(merges, key=lambda m: (m.left, m.right, m.rule, m.because))),
            apart=tuple(sorted(apart, key=lambda m: (m.left, m.right, m.rule, m.because))),
        )

    def lines(self) -> Iterator[tuple[str, ClaimLine]]:
        """Every claim, once for its event and once for the entity that fills the role."""
        for name, extraction in sorted(self.records.items()):
            for report in extraction.reports:
                event = self.resolution.event_of.get((name, report.id), "")
                for claim in report.claims:
                    line = self.line(extraction, report, claim, self.labels.get(event, report.type))
                    yield event, line
                    if claim.referent is not None:
                        yield self.resolution.entity_of.get((name, claim.referent), ""), line

    def line(self, extraction: Extraction, report: Report, claim: Claim, subject: str) -> ClaimLine:
        """One claim with its quote, sentence and source."""
        article = extraction.article
        value = claim.literal or ""
        if claim.referent is not None:
            entity = self.resolution.entity_of.get((article.name, claim.referent), "")
            value = self.labels.get(entity, self.names.get((article.name, claim.referent), claim.referent))
        said = report.said_by if claim.said_by is None else claim.said_by
        return ClaimLine(
            subject=subject,
            role=claim.role,
            value=value,
            status=report.status,
            quote=claim.evidence.slice(article.text),
            sentence=sentence_around(extraction, claim.evidence).slice(article.text),
            start=claim.evidence.start,
            end=claim.evidence.end,
            article=article.name,
            outlet=article.outlet,
            published=article.published,
            said_by=tuple(self.names.get((article.name, source), source) for source in said),
            confidence=min(report.confidence, claim.confidence),  # as the graph has it
            rule=claim.rule or report.rule,
        )

    def merge(self, merge: Merge) -> MergeLine:
        """A merge in the words of the articles."""
        return MergeLine(self.member(merge.left), self.member(merge.right), merge.rule, merge.because)

    def doubt(self, doubt: Doubt) -> MergeLine:
        """What was kept apart, in the words of the articles."""
        because = f"{doubt.because} But: {doubt.against}" if doubt.against else doubt.because
        rule = "kept apart" if doubt.against else "not enough"
        return MergeLine(self.member(doubt.left), self.member(doubt.right), rule, because)

    def member(self, member: Member) -> str:
        """A referent by its name, a report by its quote, each with its article."""
        article, key = member
        if member in self.names:
            return f"{self.names[member]} ({article})"
        extraction = self.records[article]
        passages = [r.evidence.slice(extraction.article.text) for r in extraction.reports if r.id == key]
        return f"“{' '.join(passages[0].split())}” ({article})" if passages else f"{key} ({article})"


def sentence_around(extraction: Extraction, span: Span) -> Span:
    """The stretch from the first to the last sentence that the span touches; the span itself outside all sentences."""
    touched = [s for s in extraction.sentences if s.start < span.end and span.start < s.end]
    return Span(min(s.start for s in touched), max(s.end for s in touched)) if touched else span
