"""How things of each kind are compared, when they are looked up one by one: the rules are those of the modules above."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from kg.ids import digest
from kg.model import PUBLISHER, EntityType, Member
from kg.resolve import delegations, events, people, things
from kg.resolve.cluster import Proposal, by_key, never
from kg.resolve.delegations import Mission
from kg.resolve.eventblocks import block_keys, months, timeless
from kg.resolve.events import HELD, Scenery, fixed_key
from kg.resolve.happenings import CORE, Happening
from kg.resolve.profiles import FEW, NEXT, Profile, borne, single_words
from kg.resolve.profiles import block_keys as name_keys
from kg.resolve.renewal.leaves import happening_of, item_of, name_row, profile_of
from kg.resolve.renewal.mentions import Articles
from kg.resolve.renewal.neighbours import FULL, SHORT
from kg.resolve.renewal.shelf import OTHER, Shelf, key_of, member_of
from kg.resolve.spelling import skeleton
from kg.resolve.states import bare
from kg.resolve.things import Key, Thing
from kg.resolve.windows import Window
from kg.resolve.wording import label
from kg.resolve.world import World

_T = TypeVar("_T")


class Nodes(Mapping[Member, _T], Generic[_T]):
    """Things of a kind by their first members, each read when it is first asked for; none where there is no such thing."""

    def __init__(self, shelf: Shelf, kind: str) -> None:
        self.shelf = shelf
        self.kind = kind
        self._read: dict[Member, _T | None] = {}

    def row(self, m: Member) -> dict[str, Any] | None:
        """What is kept of a thing."""
        found: dict[str, Any] | None = self.shelf.get(f"node {self.kind}", key_of(m))
        return found

    def made(self, m: Member, row: Mapping[str, Any]) -> _T:
        """The thing that is kept so."""
        raise NotImplementedError

    def __getitem__(self, m: Member) -> _T:
        if m not in self._read:
            row = self.row(m)
            self._read[m] = None if row is None else self.made(m, row)
        if (found := self._read[m]) is None:
            raise KeyError(m)
        return found

    def __iter__(self) -> Iterator[Member]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


class _Company(Mapping[str, Mapping[str, float]]):
    """What each article speaks of, read when it is first asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._read: dict[str, Mapping[str, float]] = {}

    def __getitem__(self, article: str) -> Mapping[str, float]:
        if article not in self._read:
            self._read[article] = self._shelf.get("company", article) or {}
        return self._read[article]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


def company(shelf: Shelf) -> World:
    """A world of which is known only what articles speak of."""
    return World({}, (), _Company(shelf), frozenset())


def blocks_of(row: Mapping[str, Any]) -> list[str]:
    """The blocks of those who bear a thing's names."""
    return [f"{row['block']}{OTHER}{own}" for own in row["sorts"]]


class States:
    """States: one by its key, unless people have judged some mention of it."""

    name, enough, next = "State", 0.0, 0
    apart = staticmethod(never)
    BECAUSE = "Both names belong to the state that the gazetteer files as {key}."

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def keys(self, node: Member) -> Mapping[str, Any]:
        """The block of its key."""
        return {f"k{self._shelf.get('node State', key_of(node))['state'] or ''}": 0}

    def proposals(self, a: Member, b: Member, near: bool) -> list[Proposal]:
        """None: states are one by their key only."""
        return []

    def chain(self, nodes: Sequence[Member], key: str) -> list[Proposal]:
        """All of one key."""
        return by_key(dict.fromkeys(nodes, key), "gazetteer", self.BECAUSE)


class _Profiles(Nodes[Profile]):
    def made(self, m: Member, row: Mapping[str, Any]) -> Profile:
        return profile_of(row, m, Articles(self.shelf, blocks_of(row)))


class _Bearers(Mapping[str, Sequence[Profile]]):
    """By word the first profiles whose full names have it, read when they are first asked for."""

    def __init__(self, found: _Profiles) -> None:
        self._found = found
        self._read: dict[str, Sequence[Profile]] = {}

    def __getitem__(self, word: str) -> Sequence[Profile]:
        if word not in self._read:
            rows = self._found.shelf.rows("in Person", f"b{word}")
            self._read[word] = [self._found[member_of(key)] for key, mark in [r for r in rows if r[1]][:FEW]]
        return self._read[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


class People:
    """Persons by profile."""

    name, enough, next = "Person", people.ENOUGH, NEXT

    def __init__(self, shelf: Shelf) -> None:
        self._found = _Profiles(shelf, self.name)
        self._judge = people.Judge(company(shelf), self._found, _Bearers(self._found), _Named(self._found))
        self.apart = self._judge.apart

    def keys(self, node: Member) -> Mapping[str, Any]:
        """The blocks of its names and offices, and of what an article names in one breath with it."""
        profile, row = self._found[node], self._found.row(node) or {}
        found: dict[str, Any] = dict.fromkeys((f"p{key}" for key in name_keys(profile)), 0)
        for word, short in single_words(profile):
            found[f"s{word}"] = found.get(f"s{word}", 0) | (SHORT if short else FULL)
        found.update(dict.fromkeys((f"u{alias}" for alias in row["aliases"]), 0))
        if profile.full:
            found.update(dict.fromkeys((f"b{word}" for word in borne(profile)), name_row(profile.names[0])))
        elif profile.names[0].words:
            found[f"b{skeleton(profile.names[0].words[0])}"] = 0
        return found

    def proposals(self, a: Member, b: Member, near: bool) -> list[Proposal]:
        """What the reasons give for two profiles."""
        made = self._judge.propose(self._found[a], self._found[b]) if near else None
        return [made] if made else []

    def chain(self, nodes: Sequence[Member], key: str) -> list[Proposal]:
        """None: no key makes two profiles one."""
        return []


class _Named:
    """The pairs of profiles that an article names in one breath."""

    def __init__(self, found: _Profiles) -> None:
        self._found = found

    def __contains__(self, pair: object) -> bool:
        assert isinstance(pair, frozenset)
        rows = [self._found.row(m) or {} for m in pair]
        return len(rows) == 2 and not set(rows[0]["aliases"]).isdisjoint(rows[1]["aliases"])


class _Things(Nodes[Thing]):
    def made(self, m: Member, row: Mapping[str, Any]) -> Thing:
        item = item_of(row["item"], m, row["published"])
        labels = tuple(label(n, item.referent.type) for n in item.referent.names if n)
        key = Key(*row["key"]) if row["key"] else None
        articles: Sequence[str] = Articles(self.shelf, blocks_of(row)) if row["sorts"] else (m[0],)
        return Thing(item, labels, row["state"], key, articles, (m,))


class Things:
    """Organizations, places or occasions."""

    enough, next = things.ENOUGH, things.NEXT

    def __init__(self, shelf: Shelf, kind: EntityType) -> None:
        self.name = kind
        self._found = _Things(shelf, kind)
        self._judge = things.Judge(company(shelf), self._found)
        self.apart = self._judge.apart

    def keys(self, node: Member) -> Mapping[str, Any]:
        """The blocks of its names, its key, and the names that may be those of the outlet of an article."""
        t = self._found[node]
        found: dict[str, Any] = dict.fromkeys((f"p{key}" for key in things.block_keys(t)), 0)
        if t.key:
            found[f"k{t.key.text}"] = 0
        names = t.item.referent.names[:1] if node[1] == PUBLISHER else t.item.referent.names
        if self.name == "Organization":
            found.update(dict.fromkeys((f"o{bare(n)}" for n in names), 0))
        return found

    def proposals(self, a: Member, b: Member, near: bool) -> list[Proposal]:
        """What the reasons give for two things, and that the one is the outlet of an article that names the other."""
        one, other = self._found[a], self._found[b]
        made = self._judge.propose(one, other) if near and (one.key is None or one.key != other.key) else None
        found = [made] if made else []
        if (a[1] == PUBLISHER) != (b[1] == PUBLISHER):
            outlet, named = (one, other) if a[1] == PUBLISHER else (other, one)
            called = bare(outlet.item.referent.names[0]) in {bare(n) for n in named.item.referent.names}
            if called and not set(outlet.articles).isdisjoint(named.articles):
                found.append(things.published_by(named.item.member, outlet.item.member))
        return found

    def chain(self, nodes: Sequence[Member], key: str) -> list[Proposal]:
        """All of one key."""
        keys = [(m, self._found[m].key) for m in nodes]
        return [things.certain(nodes[0], m, k) for m, k in keys[1:] if k]


class _Missions(Nodes[Mission]):
    def made(self, m: Member, row: Mapping[str, Any]) -> Mission:
        return mission_of(row, m)


def mission_row(mission: Mission, sort: Sequence[Any], company: str) -> dict[str, Any]:
    """A delegation as it is kept; ``company`` is a hash of what its article speaks of."""
    when = mission.when
    return {
        "item": sort,
        "published": mission.item.article.published,
        "leaders": sorted(map(key_of, mission.leaders)),
        "people": sorted(map(key_of, mission.people)),
        "senders": sorted(map(key_of, mission.senders)),
        "destinations": sorted(mission.destinations),
        "when": [when.first.isoformat(), when.last.isoformat(), when.exact] if when else None,
        "kinds": sorted(mission.kinds),
        "asked": sorted(mission.asked),
        "company": company,
        "sorts": [],
    }


def mission_of(row: Mapping[str, Any], m: Member) -> Mission:
    """The delegation that is kept so."""
    leaders, on, senders = (frozenset(map(member_of, row[k])) for k in ("leaders", "people", "senders"))
    destinations, kinds, asked = (frozenset(row[k]) for k in ("destinations", "kinds", "asked"))
    when = window_of(row["when"])
    return Mission(item_of(row["item"], m, row["published"]), leaders, on, senders, destinations, when, kinds, asked)


def window_of(made: Sequence[Any] | None) -> Window | None:
    """Days as they are kept."""
    return Window(date.fromisoformat(made[0]), date.fromisoformat(made[1]), made[2]) if made else None


class Delegations:
    """Delegations, each by itself."""

    name, enough, next = "Delegation", delegations.ENOUGH, 60

    def __init__(self, shelf: Shelf) -> None:
        self._found = _Missions(shelf, self.name)
        self._judge = delegations.Judge(company(shelf), self._found)
        self.apart = self._judge.apart

    def keys(self, node: Member) -> Mapping[str, Any]:
        """The blocks of its people, senders, journey and time."""
        return dict.fromkeys((f"p{key}" for key in delegations.block_keys(self._found[node])), 0)

    def proposals(self, a: Member, b: Member, near: bool) -> list[Proposal]:
        """What the reasons give for two delegations."""
        made = self._judge.propose(self._found[a], self._found[b]) if near else None
        return [made] if made else []

    def chain(self, nodes: Sequence[Member], key: str) -> list[Proposal]:
        """None: no key makes two delegations one."""
        return []


class Happenings(Nodes[Happening]):
    """The reports of all articles, as events are compared by them."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf, "event")

    def made(self, m: Member, row: Mapping[str, Any]) -> Happening:
        """The report that is kept so."""
        return happening_of(row, m[0])


class _Compared(Happenings):
    """Those of them that are compared with others."""

    def row(self, m: Member) -> dict[str, Any] | None:
        row = super().row(m)
        return row if row and row["told"][1] in CORE else None


class _Scene(Collection[Member]):
    """Of which entities one thing is known."""

    def __init__(self, shelf: Shelf, what: str) -> None:
        self._shelf = shelf
        self._what = what

    def __contains__(self, m: object) -> bool:
        assert isinstance(m, tuple)
        return bool(self._shelf.get("scene", key_of(m)) == self._what)

    def __iter__(self) -> Iterator[Member]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _short(how: str, *block: str) -> str:
    """The name of a block of reports, of which there are many, and each is in many."""
    return how + digest(*block, length=20)


class Events:
    """Events, role holdings and delegation facts by report."""

    name, enough, next = "event", events.ENOUGH, 60

    def __init__(self, shelf: Shelf) -> None:
        self._found = _Compared(shelf)
        self._all = Happenings(shelf)
        self._judge = events.Judge(company(shelf), self._found, Scenery(_Scene(shelf, "capital"), _Scene(shelf, "once")))
        self.apart = self._judge.apart

    def keys(self, node: Member) -> Mapping[str, Any]:
        """The blocks of its parties and topic, whole and cut by month; its key, if it is a role holding or a delegation's."""
        h = self._all[node]
        found: dict[str, Any] = {}
        if key := fixed_key(h):
            found[f"k{key}"] = 0
        if h.type in CORE:
            undated = int(timeless(h))
            for block in block_keys(h):
                found[_short("t", h.type, block)] = undated
                found.update(dict.fromkeys((_short("p", h.type, block, month) for month in months(h)), 0))
        return found

    def proposals(self, a: Member, b: Member, near: bool) -> list[Proposal]:
        """What the reasons give for two reports."""
        made = self._judge.propose(self._found[a], self._found[b]) if near else None
        return [made] if made else []

    def chain(self, nodes: Sequence[Member], key: str) -> list[Proposal]:
        """All of one key."""
        return by_key(dict.fromkeys(nodes, key), *HELD)
