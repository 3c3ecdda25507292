"""What reports disagree on, kept by where it is found: an event, the offices of a person, the denials of an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.model import Dispute, Member
from kg.resolve.disputes import denials, of_event, office_holder, offices
from kg.resolve.renewal.casts import Casts
from kg.resolve.renewal.chronicle import Chronicle
from kg.resolve.renewal.kinds import Happenings
from kg.resolve.renewal.shelf import OTHER, Shelf, key_of, member_of

Ends = tuple[str, str]  # the ids of the two events on which reports disagree, sorted


class Quarrels:
    """The disputes that are kept."""

    def __init__(self, shelf: Shelf, casts: Casts, chronicle: Chronicle) -> None:
        self._shelf = shelf
        self._casts = casts
        self._chronicle = chronicle
        self._happenings = Happenings(shelf)
        self.ends: set[Ends] = set()  # between which there are others now, or none

    def of_events(self, roots: Iterable[str]) -> None:
        """Find again what the reports of events disagree on."""
        for root in roots:
            found: list[Dispute] = []
            if self._shelf.get("happened", root) is not None:
                event = self._chronicle.event(root)
                whole = (self._shelf.get("links", root) or (None,))[0]
                visit = self._chronicle.event(whole) if whole else None
                found = list(of_event(event, visit, self._happenings))
            self._keep(f"event {root}", found)

    def of_articles(self, articles: Iterable[str]) -> None:
        """Find again what articles tell as alleged and as denied."""
        for article in articles:
            told = [member_of(key) for key, _ in self._shelf.rows("nodes event", article)]
            found = denials({m: self._happenings[m] for m in told}, self._casts.canon(article))
            self._keep(f"article {article}", list(found))

    def of_offices(self, changed: Iterable[Member]) -> None:
        """Find again what the offices are on which reports of a person's disagree, where these reports changed."""
        persons = set()
        for m in changed:
            key = key_of(m)
            h = self._happenings.get(m)
            old, holder = self._shelf.get("holder", key), office_holder(h) if h else None
            new = key_of(holder) if holder else None
            persons |= {old, new} - {None}
            if old != new:
                self._shelf.put("holder", key, new)
                if old:
                    self._shelf.take("offices", old, key)
                if new:
                    self._shelf.add("offices", new, key)
        for person in persons:
            told = [member_of(key) for key, _ in self._shelf.rows("offices", person)]
            self._keep(f"person {person}", list(offices({m: self._happenings[m] for m in told})))

    def refile(self, articles: Iterable[str]) -> None:
        """File the disputes of articles by the events they are on now."""
        for article in articles:
            for name, (made, ends) in self._shelf.rows("disputes in", article):
                now = self._ends(made)
                self.ends |= {(ends[0], ends[1]), now}
                if list(now) != ends:
                    self._take(name, made, ends)
                    self._add(name, made, now)

    def between(self, ends: Ends) -> list[Dispute]:
        """The disputes on two events."""
        found = self._shelf.rows("disputes", OTHER.join(ends))
        return [Dispute(member_of(a), member_of(b), (one, other), ex) for _, (a, b, one, other, ex) in found]

    def _keep(self, source: str, found: list[Dispute]) -> None:
        old = dict(self._shelf.rows("found", source))
        new = {f"{source}{OTHER}{n}": made for n, made in enumerate(sorted({_row(d) for d in found}))}
        for name, made in old.items():
            if tuple(made) != new.get(name):
                kept = dict(self._shelf.rows("disputes in", member_of(made[0])[0])).get(name)
                if kept is not None:
                    self._take(name, made, kept[1])
                    self.ends.add((kept[1][0], kept[1][1]))
                self._shelf.take("found", source, name)
        for name, made in new.items():
            if tuple(old.get(name, ())) != made:
                ends = self._ends(made)
                self._add(name, made, ends)
                self.ends.add(ends)
                self._shelf.add("found", source, name, list(made))

    def _ends(self, made: Iterable[Any]) -> Ends:
        left, right, *_ = made
        one, other = sorted(self._shelf.get("happened", self._shelf.get("root event", m))["id"] for m in (left, right))
        return one, other

    def _add(self, name: str, made: Iterable[Any], ends: Ends) -> None:
        row = list(made)
        for article in {member_of(m)[0] for m in row[:2]}:
            self._shelf.add("disputes in", article, name, [row, list(ends)])
        self._shelf.add("disputes", OTHER.join(ends), name, row)

    def _take(self, name: str, made: Iterable[Any], ends: Iterable[str]) -> None:
        for article in {member_of(m)[0] for m in list(made)[:2]}:
            self._shelf.take("disputes in", article, name)
        self._shelf.take("disputes", OTHER.join(ends), name)


def _row(d: Dispute) -> tuple[str, str, str, str, bool]:
    return key_of(d.left), key_of(d.right), d.roles[0], d.roles[1], d.excludes
