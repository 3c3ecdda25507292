"""The referents and reports of all articles, sorted, with the traits that resolution compares: state, offices, company."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from sys import intern
from typing import TypeVar

from kg.model import PUBLISHER, Article, Claim, Extraction, Member, Referent, Report, Span
from kg.resolve.aliases import Aliases, aliases
from kg.resolve.names import parse
from kg.resolve.offices import Office, office
from kg.resolve.spelling import skeleton
from kg.resolve.states import bare, states

_WEIGHT = {"Person": 1.0, "Organization": 0.4, "Place": 0.3, "Occasion": 0.4, "Delegation": 0.3, "State": 0.15}

SAMPLE = 6  # articles of a thing whose company is compared


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cyclic garbage: resolving makes none, and the search through all that it holds took 30 % of its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Item:
    """One referent of one article with its traits; ``state`` is the key of its state, or of itself if it is one."""

    member: Member
    referent: Referent
    article: Article
    state: str | None
    offices: frozenset[Office]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report with its article."""

    member: Member
    report: Report
    article: Article

    def referents(self, *roles: str) -> tuple[str, ...]:
        """The referent ids that fill the roles (all roles if none is named), in the order of their names."""
        return tuple(sorted({c.referent for c in self.report.claims if c.referent and (not roles or c.role in roles)}))

    def literal(self, role: str) -> str | None:
        """The first literal of a role; for dates the most precise one."""
        found = sorted((c.literal for c in self.report.claims if c.role == role and c.literal), key=lambda v: (-len(v), v))
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class World:
    """All that is to be resolved, in an order that does not depend on how the articles came."""

    items: Mapping[Member, Item]
    tellings: tuple[Telling, ...]
    company: Mapping[str, Mapping[str, float]] = field(repr=False)  # article -> marker of a thing it names -> weight
    aliases: Aliases

    def of_type(self, kind: str) -> Iterator[Item]:
        """The items of an entity type, sorted by member."""
        return (item for item in self.items.values() if item.referent.type == kind)

    def overlap(self, left: str, right: str, leave_out: frozenset[str]) -> float:
        """How much two articles speak of the same things, without the markers left out; persons weigh most."""
        a, b = self.company[left], self.company[right]
        if len(b) < len(a):
            a, b = b, a
        return sum(weight for marker, weight in a.items() if marker in b and marker not in leave_out)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What resolution keeps of one article: neither its text nor where it names things."""

    article: str
    sha256: str
    items: tuple[Item, ...]
    tellings: tuple[Telling, ...]
    company: Mapping[str, float]
    aliases: tuple[frozenset[Member], ...]


def gather(extractions: Iterable[Extraction]) -> World:
    """The world of some extractions, each looked at once; of two with one name the later in the order of hashes counts."""
    shared = Shared()
    by_name: dict[str, Leaf] = {}
    for extraction in extractions:
        name, sha256 = extraction.article.name, extraction.article.sha256
        if name not in by_name or by_name[name].sha256 <= sha256:
            by_name[name] = leaf(extraction, sha256, shared)
    leaves = [by_name.pop(name) for name in sorted(by_name)]
    return World(
        {item.member: item for leaf in leaves for item in leaf.items},
        tuple(telling for leaf in leaves for telling in leaf.tellings),
        {leaf.article: leaf.company for leaf in leaves},
        frozenset(pair for leaf in leaves for pair in leaf.aliases),
    )


_T = TypeVar("_T", bound=Hashable)
_HERE = Span(0, 1)


class Shared:
    """Values that come again in other articles, each held once: who is named often has the same names and offices each time."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, object] = {}

    def one(self, value: _T) -> _T:
        """The first value equal to this one."""
        return self._kept.setdefault(value, value)  # type: ignore[return-value]

    def referent(self, r: Referent) -> Referent:
        """A referent without the places where it is named."""
        key = (r.type, r.id, r.names, r.known, r.state, r.kind, *sorted(r.attributes.items()))
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = replace(r, namings=())
        return found  # type: ignore[return-value]

    def report(self, r: Report) -> Report:
        """A report of which is kept what it says, and of its claims not where nor how surely."""
        claims = tuple(self.one(Claim(c.role, _HERE, c.referent, c.literal)) for c in r.claims)
        return replace(r, claims=claims, said_by=self.one(r.said_by), confidence=1.0)


def leaf(extraction: Extraction, sha256: str, shared: Shared) -> Leaf:
    """What resolution keeps of an extraction."""
    told = extraction.article
    article = Article(told.name, "", outlet=told.outlet, published=told.published)
    items = list(_items(extraction, article, shared))
    company = _markers(items)
    if told.outlet:
        items.append(_outlet(article, told.outlet, shared))
    tellings = (Telling((told.name, r.id), shared.report(r), article) for r in sorted(extraction.reports, key=lambda r: r.id))
    return Leaf(told.name, sha256, tuple(items), tuple(tellings), company, tuple(aliases(extraction)))


def _outlet(article: Article, name: str, shared: Shared) -> Item:
    referent = shared.referent(Referent(PUBLISHER, "Organization", (name,), (), kind="Outlet"))
    return Item((article.name, PUBLISHER), referent, article, None, frozenset())


def _items(extraction: Extraction, article: Article, shared: Shared) -> Iterator[Item]:
    referents = {r.id: r for r in extraction.referents}
    roles = _held(extraction.reports)
    observers = _observers(extraction.reports)
    for ident in sorted(referents):
        referent = referents[ident]
        titles = [t.strip() for t in referent.attributes.get("titles", "").split("|") if t.strip()]
        titles += [title for title, _ in roles[ident] if title]
        offices = shared.one(frozenset(map(office, titles)))
        bodies = [of for _, of in roles[ident] if of]
        state = _observed(observers[ident], referents) if referent.type == "Occasion" else None
        state = state or _state(referent, referents, bodies, offices)
        yield Item((article.name, ident), shared.referent(referent), article, state, offices)


GUESS = "guess"  # the rule of a body or state that extraction only guessed: no ground to merge people or to keep them apart


def _held(reports: Iterable[Report]) -> dict[str, list[tuple[str | None, str | None]]]:
    """By person the (title, referent of the body or state) of the offices that reports give, and who sent the person."""
    held: dict[str, list[tuple[str | None, str | None]]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: r.id):
        if report.type == "Delegation":
            for person in sorted(c.referent for c in report.claims if c.role in ("led_by", "member") and c.referent):
                held[person].extend((None, sender) for sender in _values(report.claims, "sent_by"))
        if report.type not in ("Role", "Appointment"):
            continue
        persons = sorted(c.referent for c in report.claims if c.role == "person" and c.referent)
        titles = _values(report.claims, "title") or [None]
        bodies = _values([c for c in report.claims if c.rule != GUESS], "of") or [None]
        for person in persons:
            held[person].extend((title, of) for title in titles for of in bodies)
    return held


def _observers(reports: Iterable[Report]) -> dict[str, set[str]]:
    """By occasion the referents who celebrate it or are sent a message for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for role in ("organizer", "recipient") if report.type in ("Commemoration", "Message") else ():
            for occasion in _values(report.claims, "occasion"):
                found[occasion or ""].update(c.referent for c in report.claims if c.role == role and c.referent)
    return found


def _observed(observers: Iterable[str], referents: Mapping[str, Referent]) -> str | None:
    """The state whose occasion it is: the only one that celebrates it, or whose people do; None where there are several."""
    who = [referents[i] for i in observers if i in referents]
    named = {state_key(r) for r in who if r.type == "State"}
    found = named or {state_key(referents[r.state]) for r in who if r.state and r.state in referents}
    return next(iter(found)) if len(found) == 1 else None


def _values(claims: Iterable[Claim], role: str) -> list[str | None]:
    return sorted(c.literal or c.referent or "" for c in claims if c.role == role) or []  # type: ignore[return-value]


def state_key(referent: Referent) -> str:
    """The key of a referent of type State: the gazetteer's, else one made of its name."""
    if referent.known:
        return referent.known
    found = (states().key(name) or states().capitals.get(bare(name)) for name in referent.names)
    return next((key for key in found if key), None) or f"name/{bare(referent.names[0]) if referent.names else referent.id}"


def _state(referent: Referent, referents: Mapping[str, Referent], bodies: list[str], offices: frozenset[Office]) -> str | None:
    if referent.type == "State":
        return state_key(referent)
    for ident in (referent.state, referent.attributes.get("sender"), *bodies):
        body = referents.get(ident or "")
        if body is not None and body.type == "State":
            return state_key(body)
        if body is not None and body.state and body.state in referents:
            return state_key(referents[body.state])
        if body is not None and (key := _named_state(body)):
            return key
    named = sorted({o.state for o in offices if o.state})
    if len(named) == 1:
        return named[0]
    return _named_state(referent)


def _named_state(referent: Referent) -> str | None:
    """The state that the name of a body or delegation tells: "Russian Defence Ministry"."""
    if referent.type in ("Organization", "Delegation"):
        for table in (states().keys, states().capitals):
            for name in referent.names:
                if key := states().split(tuple(bare(name).split()), table)[0]:
                    return key
    return None


def marker(item: Item) -> frozenset[str]:
    """What stands for a referent when the company of two articles is compared: for persons each word's consonants."""
    if item.referent.type == "State":
        return frozenset({intern(f"State {item.state}")})
    names = item.referent.names[:1]
    if item.referent.type == "Person":
        return frozenset(intern(f"Person {skeleton(w)}") for name in names for w in parse(name).words[-1:] if len(w) > 2)
    return frozenset(intern(f"{item.referent.type} {bare(name)}") for name in names)


def _markers(items: Iterable[Item]) -> dict[str, float]:
    return {m: _WEIGHT[item.referent.type] for item in items if item.referent.kind != "Outlet" for m in marker(item)}
