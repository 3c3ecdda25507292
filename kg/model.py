"""The nouns of Attaché, frozen: what the stages hand to each other. No input or output happens here.

One article gives one :class:`Article`, one :class:`Annotation` and one :class:`Extraction`; all extractions together
give one :class:`Resolution`. Offsets are half-open and count Unicode code points of :attr:`Article.text`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

EntityType = Literal["Person", "State", "Place", "Organization", "Delegation", "Occasion"]
ENTITY_TYPES: tuple[EntityType, ...] = ("Person", "State", "Place", "Organization", "Delegation", "Occasion")

Status = Literal["occurred", "ongoing", "planned", "cancelled", "denied", "alleged"]
STATUSES: tuple[Status, ...] = ("occurred", "ongoing", "planned", "cancelled", "denied", "alleged")
UNREAL: frozenset[str] = frozenset({"denied", "alleged"})  # never written as direct facts

KnownBy = Literal["metadata", "first line", "dateline", "text", "none"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: ``text[start:end]``, code points."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        """The text of the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Issue:
    """A fault of the data: where it was met, a short kind (``empty``, ``binary``, ``too-large``...), and what it means."""

    where: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as stored: ``text`` is what all offsets count in.

    ``name`` is the source file's name without its ending and identifies the article in the store; ``published`` is an ISO
    date or None; ``known_by`` tells for each of title, outlet, published, dateline, byline, agency how it was found.
    """

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    byline: str | None = None
    dateline: str | None = None  # the place of the dateline, as written
    agency: str | None = None  # the agency credited in dateline or sign-off
    language: str = "en"
    licence: str | None = None
    body_start: int = 0  # offset where the body begins (after metadata lines, title, byline and dateline)
    known_by: Mapping[str, str] = field(default_factory=dict)  # plain, so that a worker process can hand it over

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the UTF-8 text."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


class Token(NamedTuple):
    """One token of the dependency parse; ``head`` is a token index (its own for a root), ``sent`` a sentence index."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str  # named-entity label of the statistical model, or ""
    sent: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number, its characters and its tokens ``first`` to ``last`` (half-open)."""

    number: int
    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Office:
    """An office as one passage gives it to a person: ``title`` in the article's words, ``of`` the names of body or state.

    ``holder`` is the possessive pronoun before it ("his counterpart", "her press secretary"); ``counterpart`` is set where the
    title is only "counterpart"; ``former`` where the office is told to be past.
    """

    title: str
    span: Span
    of: tuple[Span, ...] = ()
    holder: str | None = None
    counterpart: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name for an entity, carried by one token of the parse (``token``); nested names share the token of the outer one.

    ``form`` is the name as a reader would list it (no titles, possessives or line breaks), ``span`` where that name stands.
    ``known`` is a gazetteer key such as ``state/Q423`` where the name is in one; ``adjective`` marks "Russian", ``capital``
    a capital or seat that may stand for its government. ``inner`` is set for names inside another name.
    """

    token: int
    span: Span
    type: EntityType
    form: str
    known: str | None = None
    adjective: bool = False
    capital: bool = False
    inner: bool = False
    kind: str | None = None
    state: str | None = None  # gazetteer key of the state it is or belongs to
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that tells a time, resolved as far as it goes.

    ``start`` and ``end`` are ISO dates at their precision (``2023``, ``2023-07``, ``2023-07-25``), ``end`` None for a single
    date. ``rule`` names how it was resolved, ``anchor`` the date it was counted from. Unresolved: ``start`` is None.
    ``duration`` is a length in days ("three-day visit").
    """

    first: int
    last: int
    span: Span
    start: str | None
    end: str | None
    rule: str
    anchor: str | None = None
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What is known of an article's language before any fact is read from it."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    home: str | None = None  # gazetteer key of the state that the dateline or else the outlet is in
    scene: str | None = None  # that of the state where the dateline's place lies, which "here" means


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where an article names a referent; ``form`` is None for a pronoun or a bare description."""

    span: Span
    form: str | None


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something one article speaks of; ``id`` is unique in the article and made from content.

    ``names`` are the forms the article uses, the best first. ``known`` is a gazetteer key (``state/Q423``, ``outlet/kcna``);
    ``state`` the referent id of the state it belongs to; ``attributes`` further traits that resolution compares: for persons
    ``titles`` (joined by ``|``), for organisations ``acronym``, for delegations ``kind``, ``size``, ``leader`` and ``sender``
    (referent ids).
    """

    id: str
    type: EntityType
    names: tuple[str, ...]
    namings: tuple[Naming, ...]
    known: str | None = None
    state: str | None = None
    kind: str | None = None  # GovernmentBody or Outlet, for organisations where it is known
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """One role value as one passage puts it: either ``referent`` (an id) or ``literal`` is set, never both.

    ``said_by`` names referent ids where this value has another source than its report; None means as the report.
    """

    role: str
    evidence: Span
    referent: str | None = None
    literal: str | None = None
    said_by: tuple[str, ...] | None = None
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One article's telling of one fact: its type and roles are the words of the guide (Visit: visitor, destination, ...).

    ``said_by`` are referent ids, the original source first, then who relays it; empty when it is the outlet's own word.
    ``evidence`` is the passage that carries the fact; ``cue`` the words that trigger it; ``rule`` the lexicon entry used.
    """

    id: str
    type: str
    status: Status
    claims: tuple[Claim, ...]
    said_by: tuple[str, ...]
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one article: the record that the store keeps."""

    article: Article
    sentences: tuple[Span, ...]
    referents: tuple[Referent, ...]
    reports: tuple[Report, ...]
    extractor: str


Member = tuple[str, str]  # (article name, referent id or report id)


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two members are held to be the same: the rule's name and its explanation for a reader."""

    left: Member
    right: Member
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two members left apart although something speaks for their being one: what does, with its points, and what stands against.

    ``against`` is empty where the points did not suffice and nothing else forbids the merge: that is for a person to decide.
    """

    left: Member
    right: Member
    score: float
    because: str
    against: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two reports that tell a thing otherwise, and the roles in which they do (of the left one, of the right one).

    ``excludes`` where they cannot both hold; else outlets differ on what one source could have told together.
    """

    left: Member
    right: Member
    roles: tuple[str, str]
    excludes: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, state, place, organisation, delegation or occasion across all articles; ``id`` is an IRI local name."""

    id: str
    type: EntityType
    label: str
    names: tuple[str, ...]
    members: tuple[Member, ...]
    kind: str | None = None
    state: str | None = None  # id of the State entity it belongs to
    same_as: tuple[str, ...] = ()  # full IRIs
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event, role holding or delegation fact across all articles; ``type`` is the guide's fact type.

    For type Delegation ``id`` is that of the delegation's :class:`Entity`. ``status`` follows the latest report.
    """

    id: str
    type: str
    label: str
    status: Status
    members: tuple[Member, ...]
    merges: tuple[Merge, ...] = ()
    part_of: str | None = None
    preceded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who and what is what across the store; independent of the order in which the articles came.

    ``doubts`` are the pairs of different things that come near to being one, the likeliest first; at most one for two things.
    ``disputes`` are what reports disagree on beyond two values of one role of one thing, which need no finding.
    """

    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    entity_of: Mapping[Member, str]
    event_of: Mapping[Member, str]
    doubts: tuple[Doubt, ...] = ()
    disputes: tuple[Dispute, ...] = ()


PUBLISHER = "publisher"  # a Resolution files the outlet of an article as entity_of[(article name, PUBLISHER)]


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT query: N-Triples terms in the order of ``variables``, None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    def __iter__(self) -> Iterator[tuple[str | None, ...]]:
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who judges, and when (ISO), as the caller says: no stage reads a clock."""

    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """A person's judgement of two members, which wins over every rule: the same thing, or two; by whom and when (ISO)."""

    left: Member
    right: Member
    same: bool
    who: str
    when: str
