"""What a person can judge: the members that names mean, and the doubts as questions with the sentences to judge by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.errors import UsageError
from kg.explain.book import Book, Thing, iri, means, sentence_around
from kg.model import Decision, Entity, Extraction, Member, Resolution, Signature

MANY = 400  # decisions that one split may make


@dataclass(frozen=True, slots=True)
class Side:
    """One of two members to judge, as its article has it; ``iri`` and ``label`` are those of the thing it now belongs to."""

    member: Member
    type: str
    name: str
    iri: str
    label: str
    article: str
    outlet: str | None
    published: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two members are one thing, with what speaks for it."""

    left: Side
    right: Side
    because: str
    score: float


def open_questions(extractions: Sequence[Extraction], resolution: Resolution) -> list[Question]:
    """The doubts that only want a person's judgement, the likeliest first."""
    book = Book({e.article.name: e for e in extractions}, resolution)
    things = _by_member(resolution)
    return [
        Question(side(d.left, book, things), side(d.right, book, things), d.because, d.score)
        for d in resolution.doubts
        if not d.against
    ]


def side(member: Member, book: Book, things: Mapping[Member, Thing]) -> Side:
    """A member with the sentence that names or tells it first."""
    article, key = member
    record, thing = book.records[article], things[member]
    spans = [n.span for r in record.referents if r.id == key for n in r.namings] or [
        r.evidence for r in record.reports if r.id == key
    ]
    about = record.article
    sentence = sentence_around(record, min(spans)).slice(about.text) if spans else ""
    name = book.names.get(member, thing.label)
    return Side(member, thing.type, name, iri(thing), thing.label, article, about.outlet, about.published, sentence)


def described(decision: Decision, extractions: Sequence[Extraction], resolution: Resolution) -> dict[str, object]:
    """A decision in the words of the articles; members that are no longer in the store by their names there."""
    book = Book({e.article.name: e for e in extractions}, resolution)
    left, right = (book.member(m) if m[0] in book.records else f"{m[1]} ({m[0]}, not in the store)" for m in _ends(decision))
    judged = "the same" if decision.same else "different"
    return {"left": left, "judged": judged, "right": right, "who": decision.who, "when": decision.when}


def judgement(
    wanted: tuple[str, str], same: bool, by: Signature, extractions: Sequence[Extraction], resolution: Resolution
) -> list[Decision]:
    """The decisions that make two things one, or two of what is one or may become one.

    Each is meant by an IRI, its local name, or a name; ``NAME@ARTICLE`` means only what that article calls so. To split one
    thing, name it by two of its names: what is called only the one is judged different from what is called only the other.
    Raises UsageError, saying what can be meant.
    """
    articles = {e.article.name: e for e in extractions}
    one, other = (_meant(w, articles, resolution) for w in wanted)
    if one[0].type != other[0].type:
        raise UsageError(f"a {one[0].type} and a {other[0].type} are never one thing", "name two things of one type")
    left, right = one[1], other[1]
    if same:
        if one[0].id == other[0].id:
            raise UsageError(f"they are one thing already: {iri(one[0])}", "kg explain says why")
        return [Decision(left[0], right[0], True, by.who, by.when)]
    if one[0].id != other[0].id:
        return [Decision(left[0], right[0], False, by.who, by.when)]
    left, right = [m for m in left if m not in right], [m for m in right if m not in left]
    if not left or not right:
        raise UsageError(f"no article tells {wanted[0]!r} from {wanted[1]!r}", "write NAME@ARTICLE for what one article calls so")
    if len(left) * len(right) > MANY:
        raise UsageError(f"{len(left)} mentions against {len(right)} are too many", "write NAME@ARTICLE, or a rarer name")
    return [Decision(a, b, False, by.who, by.when) for a, b in product(left, right)]


def undone(decisions: Sequence[Decision], made: Sequence[Decision], resolution: Resolution) -> list[Decision]:
    """The earlier decisions that a merge takes back: those that hold members of the two things to be different."""
    things = _by_member(resolution)
    pairs = {frozenset(things[m].id for m in _ends(d)) for d in made if d.same}
    return [d for d in decisions if not d.same and frozenset(things[m].id for m in _ends(d) if m in things) in pairs]


def _ends(decision: Decision) -> tuple[Member, Member]:
    return decision.left, decision.right


def _by_member(resolution: Resolution) -> dict[Member, Thing]:
    things: dict[Member, Thing] = {m: event for event in resolution.events for m in event.members}
    things.update((m, entity) for entity in resolution.entities for m in entity.members)
    return things


def _meant(wanted: str, articles: Mapping[str, Extraction], resolution: Resolution) -> tuple[Thing, list[Member]]:
    """The one thing that is meant, and those of its members that are."""
    name, at, article = wanted.rpartition("@")
    if not at or article not in articles:
        name, article = wanted, ""
    found: list[tuple[Thing, list[Member]]] = []
    things: list[Thing] = [*resolution.entities, *(e for e in resolution.events if e.type != "Delegation")]
    for thing in things:
        if means(thing, name):
            members = [m for m in _called(thing, name, articles) if article in ("", m[0])]
            if members:
                found.append((thing, members))
    if not found:
        raise UsageError(f"nothing in the store is called {wanted!r}", "kg query entities lists names; kg explain NAME shows one")
    if len(found) > 1:
        raise UsageError(f"{wanted!r} means {len(found)} things", "one of: " + ", ".join(iri(t) for t, _ in found[:8]))
    return found[0]


def _called(thing: Thing, name: str, articles: Mapping[str, Extraction]) -> list[Member]:
    """The members of a thing whose articles call it so; all of them where it is meant by its IRI."""
    if not isinstance(thing, Entity):
        return list(thing.members)
    forms = {(a, r.id): {n.casefold() for n in r.names} for a in {m[0] for m in thing.members} for r in articles[a].referents}
    called = [m for m in thing.members if name.casefold() in forms.get(m, ())]
    return called or list(thing.members)
