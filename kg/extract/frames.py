"""The vocabulary of events (``ontology/lexicon/events-*.toml``): which word, with which arguments, tells which fact.

An entry has a ``type`` of the guide, its ``verbs`` or ``nouns`` (lemmas; a particle joins with ``_``), and ``roles``: for each
role where its value stands, alternatives parted by ``|``, the first that gives a value wins, those joined by ``+`` are all taken.
Places:

``subject`` ``object`` ``indirect``   deep arguments (a passive's agent is the subject; of a noun: its possessor)
``to`` ``with`` ...                   what that preposition brings, at the trigger or at its support verb
``support``                           the deep subject of the light verb that carries a noun ("pay a visit")
``supported``                         the object of that verb
``adjective``                         adjectives and compounds of a noun ("the Russian invasion")
``clause``                            the text of the complement clause (topic only)
``object-text`` ``on-text`` ...       the text of a place; ``for-clause`` that of a clause after a preposition
``for-owner`` ...                     whose the thing at a place is ("support for the Norwegian plan")

A place narrowed by a type ("on:Person"; ":Body" is an organisation but no outlet) takes only values of it. ``needs`` are
roles without which there is no fact, named twice where two values are needed ("agent/target" is one of the two, "start" any
time); ``light`` the verbs that may carry the noun; ``status`` overrides what the grammar says; ``when`` lists words,
relations (":xcomp") or phrases ("on_phone"), of which one must stand below the trigger, its light verb or as its object,
``unless`` those of which none may, ``object`` those of which one must be its object; ``follows`` says that what is told
belongs to what was told shortly before (see
:mod:`kg.extract.talks`); ``example`` is a test.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.config import data_dir


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry of the lexicon; ``name`` (type and first trigger, numbered if several are alike) is the rule of its reports."""

    name: str
    type: str
    triggers: tuple[str, ...]
    noun: bool
    roles: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    needs: tuple[str, ...]
    light: frozenset[str]
    status: str | None
    when: frozenset[str]
    unless: frozenset[str]
    things: frozenset[str]
    bare: bool
    follows: bool
    confidence: float
    example: str
    expect: dict[str, object] = field(default_factory=dict, compare=False)
    preps: frozenset[str] = frozenset()  # the prepositions of the phrases ("on_visit") in ``when`` and ``unless``


@lru_cache(maxsize=1)
def frames() -> dict[tuple[bool, str], tuple[Frame, ...]]:
    """All entries by (is a noun, trigger lemma)."""
    index: dict[tuple[bool, str], list[Frame]] = {}
    for frame in all_frames():
        for trigger in frame.triggers:
            index.setdefault((frame.noun, trigger), []).append(frame)
    return {key: tuple(found) for key, found in index.items()}


@lru_cache(maxsize=1)
def all_frames() -> tuple[Frame, ...]:
    """All entries in the order of their files."""
    found: list[Frame] = []
    for path in sorted((data_dir("ontology") / "lexicon").glob("events-*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        groups = {name: frozenset(words.split()) for name, words in data.get("groups", {}).items()}
        found += [read_frame(entry, groups) for entry in data["frame"]]
    return tuple(numbered(found))


def numbered(found: Iterable[Frame]) -> Iterator[Frame]:
    """The entries with a number behind the names that several share, so that a name tells one entry."""
    seen: Counter[str] = Counter()
    for frame in found:
        seen[frame.name] += 1
        yield frame if seen[frame.name] == 1 else replace(frame, name=f"{frame.name} ({seen[frame.name]})")


def read_frame(entry: dict[str, object], groups: dict[str, frozenset[str]]) -> Frame:
    """One entry of a lexicon file; ``$name`` in a word list stands for a group of the file."""

    def words(key: str) -> frozenset[str]:
        out: set[str] = set()
        for word in str(entry.get(key, "")).split():
            out |= groups[word[1:]] if word.startswith("$") else {word}
        return frozenset(out)

    noun = "nouns" in entry
    first = str(entry["nouns" if noun else "verbs"]).split()[0].lstrip("$")
    triggers = tuple(sorted(words("nouns" if noun else "verbs")))
    roles = tuple((role, places(str(spec))) for role, spec in dict(entry["roles"]).items())  # type: ignore[call-overload]
    return Frame(
        name=f"{entry['type']}/{'noun' if noun else 'verb'} {first}",
        type=str(entry["type"]),
        triggers=triggers,
        noun=noun,
        roles=roles,
        needs=tuple(str(entry.get("needs", "")).split()),
        light=words("light"),
        status=str(entry["status"]) if "status" in entry else None,
        when=words("when"),
        unless=words("unless"),
        things=words("object"),
        bare=bool(entry.get("bare", False)),
        follows=bool(entry.get("follows", False)),
        confidence=float(str(entry.get("confidence", 0.8))),
        example=str(entry.get("example", "")),
        expect=dict(entry.get("expect", {})),  # type: ignore[call-overload]
        preps=frozenset(word.partition("_")[0] for word in words("when") | words("unless") if "_" in word),
    )


def places(spec: str) -> tuple[tuple[str, ...], ...]:
    """Alternatives of places: "subject|by+with" is first the subject, else what "by" and "with" bring."""
    return tuple(tuple(part.strip() for part in alternative.split("+")) for alternative in spec.split("|"))
