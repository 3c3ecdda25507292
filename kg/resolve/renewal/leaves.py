"""What resolution keeps of an article, as JSON can say it, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import PUBLISHER, Article, Claim, Member, Referent, Report, Span
from kg.resolve.happenings import Happening, Party, happening
from kg.resolve.names import PersonName
from kg.resolve.offices import Office
from kg.resolve.profiles import Profile
from kg.resolve.renewal.shelf import key_of, member_of
from kg.resolve.world import Item, Leaf, Telling

_HERE = Span(0, 1)
_TOLD_OF = frozenset({"leader", "sender", "kind"})  # attributes of delegations that are compared


def sort(item: Item) -> list[Any]:
    """All that tells a referent from others but for where it is named: what is alike in this is one in everything."""
    r = item.referent
    told = sorted([k, v] for k, v in r.attributes.items() if r.type == "Delegation" and k in _TOLD_OF)
    return [r.type, list(r.names), r.known, r.kind, told, item.state, _offices(item.offices), item.member[1] == PUBLISHER]


def item_of(made: list[Any], member: Member, published: str | None) -> Item:
    """A referent of that sort."""
    kind, names, known, class_, told, state, offices, _ = made
    referent = Referent(member[1], kind, tuple(names), (), known, None, class_, dict(told))
    return Item(member, referent, Article(member[0], "", published=published), state, offices_of(offices))


def _offices(offices: Iterable[Office]) -> list[Any]:
    return sorted(([sorted(o.words), o.state] for o in offices), key=lambda o: (o[0], o[1] or ""))


def offices_of(made: Iterable[list[Any]]) -> frozenset[Office]:
    """Offices from JSON."""
    return frozenset(Office(frozenset(words), state) for words, state in made)


def told(telling: Telling) -> list[Any]:
    """A report without its article."""
    r = telling.report
    claims = [[c.role, c.referent, c.literal] for c in r.claims]
    return [r.id, r.type, r.status, claims, list(r.said_by), r.evidence.start]


def telling_of(made: list[Any], article: str, published: str | None) -> Telling:
    """A report of an article."""
    ident, kind, status, claims, said_by, start = made
    read = tuple(Claim(role, _HERE, referent, literal) for role, referent, literal in claims)
    report = Report(ident, kind, status, read, tuple(said_by), Span(start, start + 1), 1.0, "")
    return Telling((article, ident), report, Article(article, "", published=published))


def leaf_rows(leaf: Leaf, published: str | None) -> dict[str, Any]:
    """An article: what it names by referent id, what it tells, who is who in one breath, and what it speaks of."""
    return {
        "published": published,
        "sha256": leaf.sha256,
        "items": {item.member[1]: sort(item) for item in leaf.items},
        "told": [told(t) for t in leaf.tellings],
        "aliases": sorted(sorted(ident for _, ident in pair) for pair in leaf.aliases),
    }


def name_row(name: PersonName) -> list[Any]:
    """A person's name."""
    return [name.text, list(name.words), name.fathered, name.suffix]


def profile_row(p: Profile) -> dict[str, Any]:
    """A profile of a person, without its members and articles."""
    names = [name_row(n) for n in p.names]
    return {"names": names, "state": p.state, "offices": _offices(p.offices), "markers": sorted(p.markers)}


def profile_of(made: Mapping[str, Any], lead: Member, articles: Any) -> Profile:
    """The profile; its articles are looked up when they are asked for."""
    names = tuple(PersonName(text, tuple(words), fathered, suffix) for text, words, fathered, suffix in made["names"])
    return Profile(lead, (lead,), names, made["state"], offices_of(made["offices"]), articles, frozenset(made["markers"]))


def happening_row(h: Happening) -> dict[str, Any]:
    """A report with its parties."""
    roles = {role: [_party(p) for p in found] for role, found in h.parties.items()}
    return {"told": told(h.telling), "published": h.telling.article.published, "roles": roles}


def _party(p: Party) -> list[Any]:
    return [key_of(p.entity), sorted(map(key_of, p.stands_for)), p.state, p.is_state]


def happening_of(made: Mapping[str, Any], article: str) -> Happening:
    """The report with its parties."""
    roles = {role: tuple(map(_party_of, found)) for role, found in made["roles"].items()}
    return happening(telling_of(made["told"], article, made["published"]), roles)


def _party_of(made: list[Any]) -> Party:
    entity, stands_for, state, is_state = made
    return Party(member_of(entity), frozenset(map(member_of, stands_for)), state, is_state)
