"""Events of the groups that changed: their names and status, and the visits that they are part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.model import Event, Member
from kg.resolve.assemble import named_event, status_of
from kg.resolve.cluster import Group
from kg.resolve.links import MOST, WITHIN, Course, belongs, course, invitation_to, invited, whole_of
from kg.resolve.renewal.casts import Casts, thing
from kg.resolve.renewal.kinds import Happenings, window_of
from kg.resolve.renewal.matching import Moved, merges_of
from kg.resolve.renewal.shelf import Shelf, key_of, member_of

_LISTED = {"Visit": "visits", "Invitation": "invitations"} | dict.fromkeys(WITHIN, "parts")


@dataclass(slots=True)
class Told:
    """What became of events: (type, id) of those that are other now, or no more; by first report, those to be made again."""

    ids: set[tuple[str, str]] = field(default_factory=set)
    roots: set[str] = field(default_factory=set)  # of events whose row, reports or links are others
    filed: set[str] = field(default_factory=set)  # articles that tell of one whose id is another


class Chronicle:
    """The events that are kept."""

    def __init__(self, shelf: Shelf, casts: Casts) -> None:
        self._shelf = shelf
        self._casts = casts
        self._happenings = Happenings(shelf)
        self._ids: dict[str, dict[Member, str]] = {}
        self._labels: dict[str, str] = {}
        self._told = Told()
        self._courses: dict[str, tuple[Course | None, Course | None]] = {}  # before and after

    def renew(self, roots: Iterable[str], moved: Moved) -> Told:
        """What became of the events with those first reports, and of those that moved."""
        for m in moved.gone:
            self._drop(key_of(m))
        for root in sorted({*roots, *(key_of(m) for m in moved.made)}):
            self._make(root)
        self._link()
        return self._told

    def filed(self, article: str) -> dict[Member, str]:
        """The ids of the entities that an article names."""
        if article not in self._ids:
            found: dict[Member, str] = {}
            for ident, (kind, root) in self._casts.roots(article).items():
                row = self._shelf.get("entity", thing(kind, root))
                found[article, ident] = row["id"]
                self._labels[row["id"]] = row["label"]
            self._ids[article] = found
        return self._ids[article]

    def group(self, root: str) -> Group:
        """The reports of an event, with the merges that hold them together."""
        row = self._shelf.get("group event", root)
        return Group(tuple(map(member_of, row[0])), merges_of(row))

    def event(self, root: str) -> Event:
        """The event with that first report."""
        row, group = self._shelf.get("happened", root), self.group(root)
        whole, previous = (self._id(other) for other in self._shelf.get("links", root) or (None, None))
        return Event(row["id"], row["type"], row["label"], row["status"], group.members, group.merges, whole, previous)

    def _id(self, root: str | None) -> str | None:
        return str(self._shelf.get("happened", root)["id"]) if root else None

    # ---- events

    def _make(self, root: str) -> None:
        group = self.group(root)
        told = {m: self._happenings[m] for m in group.members}
        filed = {m: ident for article in {m[0] for m in told} for m, ident in self.filed(article).items()}
        ident, label = named_event(group, told, filed, self._labels)
        first = told[group.members[0]]
        status = status_of([h.telling for h in told.values()])
        row = {"id": ident, "type": first.type, "label": label, "status": status}
        old = self._shelf.get("happened", root)
        self._told.roots.add(root)
        if old is None or (old["id"], old["type"]) != (ident, first.type):
            if old is not None:
                self._file(old, root, there=False)
            self._file(row, root, there=True)
            self._told.filed |= {m[0] for m in group.members}
        if row != old:
            self._shelf.put("happened", root, row)
        self._move(root, course([told[m] for m in group.members]))

    def _file(self, row: Mapping[str, Any], root: str, there: bool) -> None:
        self._told.ids.add((row["type"], row["id"]))
        (self._shelf.add if there else self._shelf.take)("id", row["id"], thing("event", root))

    def _drop(self, root: str) -> None:
        old = self._shelf.get("happened", root)
        if old is not None:
            self._file(old, root, there=False)
            self._shelf.put("happened", root, None)
        self._move(root, None)

    # ---- links

    def _move(self, root: str, after: Course | None) -> None:
        """Keep the course of an event; it is noted where it is another one."""
        row = self._shelf.get("course", root)
        before = None if row is None else _course(row, root)
        new = None if after is None or after.type not in _LISTED else _course_row(after)
        if new == row:
            return
        self._courses[root] = before, after if new else None
        self._shelf.put("course", root, new)
        for c, change in ((before, self._shelf.take), (self._courses[root][1], self._shelf.add)):
            for mover in c.movers if c else ():
                change(_LISTED[c.type], key_of(mover), root)  # type: ignore[union-attr]

    def _link(self) -> None:
        """The links of the events whose course is another, and of those that may be linked with them."""
        to_do = {root for root, (_, after) in self._courses.items() if after}
        for root in self._courses.keys() - to_do:
            self._join(root, None, None)
        for root, (before, after) in self._courses.items():
            for kind, others, fits in (("Visit", "parts", belongs), ("Invitation", "visits", invited)):
                if kind in {c.type for c in (before, after) if c}:
                    for mover in {m for c in (before, after) if c for m in c.movers}:
                        to_do.update(self._concerned(root, mover, kind == "Visit", others, fits))
        for root in sorted(to_do):
            c = self._read(root)
            if c is not None:
                whole = whole_of(c, self._near(c, "visits")) if c.type in WITHIN else None
                previous = invitation_to(c, self._near(c, "invitations")) if c.type == "Visit" else None
                self._join(root, key_of(whole.node) if whole else None, key_of(previous.node) if previous else None)

    def _concerned(self, root: str, mover: Member, visit: bool, others: str, fits: Any) -> Iterator[str]:
        """The events of a traveller whose link a visit, or an invitation, that changed may be, or was."""
        most = self._shelf.first("visits" if visit else "invitations", key_of(mover), MOST + 1)
        listed = [key for key, _ in most[:MOST]]
        if len(most) > MOST and root > listed[-1]:
            return  # it comes after all that are looked at, and did so before
        fewer = sum(1 for was, _ in self._courses.values() if was and was.type == ("Visit" if visit else "Invitation"))
        after = self._courses[root][1]
        for key, _ in self._shelf.rows(others, key_of(mover)):
            if (
                len(most) + fewer > MOST
                or (self._shelf.get("links", key) or (None, None))[not visit] == root
                or (after and (c := self._read(key)) and fits(c, after))
            ):
                yield key

    def _read(self, root: str) -> Course | None:
        row = self._shelf.get("course", root)
        return None if row is None else _course(row, root)

    def _near(self, c: Course, listed: str) -> list[Course]:
        roots = {key for mover in c.movers for key, _ in self._shelf.first(listed, key_of(mover), MOST)}
        return [found for key in sorted(roots) if (found := self._read(key))]

    def _join(self, root: str, whole: str | None, previous: str | None) -> None:
        """Keep the links of an event."""
        old = self._shelf.get("links", root) or [None, None]
        new = [whole, previous]
        if new == old:
            return
        for other in {o for o in old if o}:
            self._shelf.take("linked", other, root)
        for other in {o for o in new if o}:
            self._shelf.add("linked", other, root)
        self._shelf.put("links", root, new if whole or previous else None)
        self._told.roots.add(root)


def _course_row(c: Course) -> dict[str, Any]:
    when = c.when
    return {
        "type": c.type,
        "movers": sorted(map(key_of, c.movers)),
        "others": sorted(c.others),
        "destinations": sorted(c.destinations),
        "when": [when.first.isoformat(), when.last.isoformat(), when.exact] if when else None,
        "articles": sorted(c.articles),
    }


def _course(row: Mapping[str, Any], root: str) -> Course:
    others, destinations, articles = (frozenset(row[k]) for k in ("others", "destinations", "articles"))
    movers = frozenset(map(member_of, row["movers"]))
    return Course(member_of(root), row["type"], movers, others, destinations, window_of(row["when"]), articles)
