"""Renewal: who is who and what is what after some articles came, went or changed, from what is kept of all others.

The steps and their rules are those of :func:`kg.resolve.resolve`, and so is what comes of them. Each step takes what the one
before has changed, does again the blocks that this touches, and hands on what has become other: :mod:`leaves` (an article) ->
:mod:`mentions` (things of one name) -> :mod:`matching` (proposals, groups) -> :mod:`entities`; reports, by who their parties
are -> :mod:`matching` -> :mod:`chronicle` (events, links) -> :mod:`quarrels` (disputes) -> :mod:`change` (what to write anew).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kg.config import data_dir
from kg.ids import digest
from kg.model import ENTITY_TYPES, Decision, EntityType, Extraction, Member
from kg.resolve.cluster import judgements
from kg.resolve.delegations import missions_of
from kg.resolve.happenings import acting_together, happenings_among
from kg.resolve.renewal.casts import Casts
from kg.resolve.renewal.change import Change, Dirty, Excerpt
from kg.resolve.renewal.chronicle import Chronicle
from kg.resolve.renewal.entities import Entities, Renamed
from kg.resolve.renewal.kinds import Delegations, Events, People, States, Things, mission_row
from kg.resolve.renewal.leaves import happening_row, leaf_rows
from kg.resolve.renewal.matching import Kind, Matching, Moved
from kg.resolve.renewal.mentions import GROUPED, Filed, Mentions
from kg.resolve.renewal.quarrels import Quarrels
from kg.resolve.renewal.shelf import OTHER, Shelf, escaped, key_of, member_of
from kg.resolve.world import Shared, leaf, uncollected

__all__ = ["Change", "Renewal", "Shelf", "made_by"]
_OTHERS = ("ids.py", "model.py", "record.py")  # besides this stage, by what code the shelf is filled


@cache
def made_by() -> str:
    """One hash over the code and the data by which the shelf is filled: what others have put there is not used."""
    here, ontology = Path(__file__).parent.parent, data_dir("ontology")
    code = [*sorted(here.rglob("*.py")), *(here.parent / name for name in _OTHERS)]
    data = sorted(path for ending in ("tsv", "txt") for path in ontology.rglob(f"*.{ending}"))
    return digest(*(path.read_text(encoding="utf-8") for path in (*code, *data)), length=32)


class Renewal:
    """Takes in changes of articles, some at a time, and tells what they have changed in all."""

    def __init__(self, shelf: Shelf, decisions: Sequence[Decision] = ()) -> None:
        self._shelf = shelf
        self._judged = judgements(decisions)
        self._dirty = Dirty()
        self._rejudged = self._decided(decisions)

    def take(self, come: Iterable[Extraction], gone: Iterable[str] = ()) -> None:
        """Nothing; these articles are there, in place of earlier ones of their names, and those are there no more."""
        with uncollected():
            self._take(come, gone)

    def _take(self, come: Iterable[Extraction], gone: Iterable[str]) -> None:
        articles, mentions = self._leaves(come, gone)
        filed = mentions.things()
        moved = {kind: Matching(self._shelf, self._kind(kind), self._judged).renew(filed.changed[kind]) for kind in GROUPED}
        casts = Casts(self._shelf)
        recast = articles | filed.articles | {a for kind in moved for a in casts.naming(kind, _still(moved[kind], filed, kind))}
        recast |= self._delegations(recast, casts, filed, moved)
        casts.moved()
        renamed = Entities(self._shelf, casts).renew(filed.changed, moved)
        changed = self._happenings(recast | self._company(recast, casts) | renamed.seen, casts)
        self._told(recast, renamed, changed, casts)
        self._shelf.flush()
        self._rejudged = set()

    def change(self) -> Change:
        """What has changed since the beginning."""
        return Excerpt(self._shelf, self._dirty).change()

    def _decided(self, decisions: Iterable[Decision]) -> set[Member]:
        """Whom people judge otherwise than before."""
        rows = [[key_of(d.left), key_of(d.right), d.same, d.who, d.when] for d in decisions]
        old = self._shelf.get("decisions", "") or []
        self._shelf.put("decisions", "", rows or None)
        return {member_of(key) for row in [*rows, *old] if row not in old or row not in rows for key in row[:2]}

    def _kind(self, kind: EntityType) -> Kind:
        if kind == "State":
            return States(self._shelf)
        if kind == "Person":
            return People(self._shelf)
        return Things(self._shelf, kind)

    # ---- articles

    def _leaves(self, come: Iterable[Extraction], gone: Iterable[str]) -> tuple[set[str], Mentions]:
        mentions = Mentions(self._shelf, self._judged)
        for name in {article for article, _ in self._rejudged}:
            if kept := self._shelf.get("leaf", name):
                self._shelf.put("leaf", name, {**kept, "at": mentions.file(name, kept, kept)})
        articles = set(gone)
        for name in articles:
            mentions.file(name, self._shelf.get("leaf", name) or {}, {})
            for kind in ("leaf", "company", "speaks"):
                self._shelf.put(kind, name, None)
            self._shelf.take("unpublished", "", name)
        for extraction in come:
            article = extraction.article
            articles.add(article.name)
            made = leaf(extraction, article.sha256, Shared())
            company = dict(made.company)
            self._shelf.put("company", article.name, company)
            self._shelf.put("speaks", article.name, digest(json.dumps(company)))
            rows = leaf_rows(made, article.published)
            rows["at"] = mentions.file(article.name, self._shelf.get("leaf", article.name) or {}, rows)
            self._shelf.put("leaf", article.name, rows)
            (self._shelf.take if article.outlet else self._shelf.add)("unpublished", "", article.name)
        return articles | {article for article, _ in self._rejudged}, mentions

    # ---- delegations, and who acts with whom

    def _delegations(self, articles: set[str], casts: Casts, filed: Filed, moved: dict[EntityType, Moved]) -> set[str]:
        """The articles whose delegations are others now."""
        rows: dict[Member, dict[str, Any]] = {}
        for article in articles:
            if not casts.tells(article, "Delegation"):
                continue
            world, speaks = casts.world(article), self._shelf.get("speaks", article)
            for m, mission in missions_of(world, casts.canon(article)).items():
                rows[m] = mission_row(mission, casts.leaf(article)["items"][m[1]], speaks)
        changed = self._nodes("Delegation", articles, rows)
        filed.changed["Delegation"] = changed
        moved["Delegation"] = Matching(self._shelf, Delegations(self._shelf), self._judged).renew(changed)
        return {m[0] for m in moved["Delegation"].nodes}

    def _nodes(self, kind: str, articles: Iterable[str], rows: Mapping[Member, Any]) -> dict[Member, bool]:
        """What changed of the things that articles have each by themselves; the rows take the place of what was kept."""
        changed: dict[Member, bool] = {}
        own: dict[str, dict[str, Any]] = defaultdict(dict)
        for m, row in rows.items():
            own[m[0]][key_of(m)] = row
        for article in articles:
            old = {key for key, _ in self._shelf.rows(f"nodes {kind}", article)}
            for key in old - own[article].keys():
                self._shelf.take(f"nodes {kind}", article, key)
                self._shelf.put(f"node {kind}", key, None)
                changed[member_of(key)] = False
            for key, row in own[article].items():
                if key not in old:
                    self._shelf.add(f"nodes {kind}", article, key)
                elif self._shelf.get(f"node {kind}", key) == row and member_of(key) not in self._rejudged:
                    continue
                self._shelf.put(f"node {kind}", key, row)
                changed[member_of(key)] = True
        return changed

    def _company(self, articles: Iterable[str], casts: Casts) -> set[str]:
        """The articles that name somebody who now acts with others than before."""
        before: dict[str, set[str]] = {}
        for article in articles:
            old, new = self._shelf.get("acting", article) or [], self._acting(article, casts)
            if old == new:
                continue
            for one in {group for group, _ in (*old, *new)}:
                before.setdefault(one, self._beside(one))
            for change, listed in ((self._shelf.take, old), (self._shelf.add, new)):
                for a, b in listed:
                    change("beside", a, f"{escaped(article)}{OTHER}{b}")
            self._shelf.put("acting", article, new or None)
        roots = [root for root, was in before.items() if self._beside(root) != was]
        return {a for root in roots for kind in ENTITY_TYPES for a in casts.named(kind, root)}

    @staticmethod
    def _acting(article: str, casts: Casts) -> list[list[str]]:
        """Who acts with whom in an article."""
        if not casts.tells(article, "Delegation"):
            return []
        found = acting_together(casts.world(article), casts.canon(article))
        return sorted([key_of(a), key_of(b)] for a, b in set(found))

    def _beside(self, root: str) -> set[str]:
        return {key.partition(OTHER)[2] for key, _ in self._shelf.rows("beside", root)}

    # ---- what happened

    def _happenings(self, articles: set[str], casts: Casts) -> dict[Member, bool]:
        """The reports that are new or other, or no more."""
        rows: dict[Member, dict[str, Any]] = {}
        for article in articles:
            world, canon = casts.world(article), casts.canon(article)
            stands = {root: frozenset(map(member_of, self._beside(key_of(root)))) for root in set(canon.values())}
            speaks = self._shelf.get("speaks", article)
            for m, h in happenings_among(world, canon, stands).items():
                entities = sorted({p.entity for found in h.parties.values() for p in found})
                scene = [[key_of(e), what] for e in entities if (what := self._shelf.get("scene", key_of(e)))]
                rows[m] = {**happening_row(h), "company": speaks, "scene": scene, "sorts": []}
        return self._nodes("event", articles, rows)

    def _told(self, recast: set[str], renamed: Renamed, changed: Mapping[Member, bool], casts: Casts) -> None:
        moved = Matching(self._shelf, Events(self._shelf), self._judged).renew(changed)
        chronicle = Chronicle(self._shelf, casts)
        again = self._roots(recast | renamed.called | renamed.filed)
        again |= {root for m, there in changed.items() if there and (root := self._shelf.get("root event", key_of(m)))}
        told = chronicle.renew(again, moved)
        pages = recast | renamed.filed | told.filed | {m[0] for m in moved.nodes}
        roots = told.roots | self._roots(pages) | again
        roots |= {key for root in told.roots | {key_of(m) for m in moved.gone} for key, _ in self._shelf.rows("linked", root)}
        quarrels = Quarrels(self._shelf, casts, chronicle)
        quarrels.of_events({*roots, *map(key_of, moved.gone)})
        quarrels.of_articles(recast | {m[0] for m in changed})
        quarrels.of_offices(changed)
        quarrels.refile(pages)
        self._dirty.articles |= pages
        self._dirty.entities |= renamed.ids
        happened = (self._shelf.get("happened", root) for root in roots)
        self._dirty.events |= told.ids | {(row["type"], row["id"]) for row in happened if row}
        self._dirty.ends |= quarrels.ends

    def _roots(self, articles: Iterable[str]) -> set[str]:
        """The first reports of the events that articles tell of."""
        keys = {key for article in articles for key, _ in self._shelf.rows("nodes event", article)}
        return {self._shelf.get("root event", key) for key in keys}


def _still(moved: Moved, filed: Filed, kind: EntityType) -> set[str]:
    """The things whose group is another and that are there."""
    return {key_of(m) for m in moved.nodes if filed.changed[kind].get(m, True)}
