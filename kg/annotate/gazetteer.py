"""Known names: states, places, outlets, organisations and epithets, with longest-match lookup over token texts.

The data lies in ``ontology/gazetteer``; its README names the sources. Keys are ``state/<Wikidata id>``, ``place/<slug>``,
``outlet/<slug>`` and ``org/<slug>``. A form is compared as written: acronyms only in capitals, names only with their capital
letters; a text wholly in capitals (headlines) is found through :meth:`Gazetteer.match` with ``shouting``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from kg.config import data_dir
from kg.errors import UsageError
from kg.ids import slug
from kg.model import EntityType

Form = tuple[str, ...]
Match = tuple[int, tuple["Entry", ...]]

OWN = ("organizations.psv", "outlets.psv", "places.psv")  # files that a folder of one's own names may hold
_HINT = "ontology/gazetteer/README.md tells the columns"
_PIECES = re.compile(r"(?<=\w)(?='s\b)|(?<=s)(?='(?:\s|$))|(?<=[^\W\d_])(-)(?=[^\W\d_])|([,():/])|\s+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "–": "-"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one form of a name stands for.

    ``kind``: ``name``, ``long`` (formal), ``acronym``, ``demonym`` ("Russian", "Russians", "Swede"), ``capital``, ``seat``,
    ``place``, ``epithet`` ("the North": holds only where context names the state). ``state`` is the key of the state it belongs
    to (of a state: its own), None where there is none. ``detail`` tells a place's or organisation's sort (city, agency, party),
    what sits at a seat, and of demonyms ``adjective`` or ``people``.
    """

    key: str
    type: EntityType
    kind: str
    label: str
    state: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names, indexed by first word; ``labels`` and ``details`` by key; ``codes`` from country code to state key."""

    forms: Mapping[Form, tuple[Entry, ...]]
    lengths: Mapping[str, tuple[int, ...]]  # first word -> lengths of the forms that begin with it, longest first
    shouted: Mapping[Form, tuple[Entry, ...]]
    shouted_lengths: Mapping[str, tuple[int, ...]]
    labels: Mapping[str, str]
    details: Mapping[str, str]
    codes: Mapping[str, str]

    def match(self, words: Sequence[str], at: int, shouting: bool = False) -> Match | None:
        """The longest form that begins at ``at``: how many words it takes and what it may stand for; None if there is none.

        ``words`` are token texts. With ``shouting`` forms are compared in capitals. Possessives are left to the caller.
        """
        first = words[at]
        lengths = (self.shouted_lengths if shouting else self.lengths).get(first)
        if lengths is None:
            if "’" not in first and "‘" not in first:
                return None
            lengths = (self.shouted_lengths if shouting else self.lengths).get(first.translate(_QUOTES), ())
        forms = self.shouted if shouting else self.forms
        room = len(words) - at
        for length in lengths:
            if length <= room:
                found = forms.get(tuple(w.translate(_QUOTES) for w in words[at : at + length]))
                if found and (found[0].kind != "epithet" or _in_context(words, at, at + length)):
                    return length, found
        return None

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """What ``name``, written as a reader would, may stand for; a leading "the" is ignored."""
        form = pieces(re.sub(r"^[Tt]he ", "", name))
        return self.forms.get(form) or self.forms.get(pieces(name), ())

    def state_of_demonym(self, word: str) -> str | None:
        """Key of the state whose people or adjective ``word`` is ("Ivorian"); None if unknown or shared by several."""
        return _single(self.lookup(word), {"demonym"})

    def state_of_capital(self, name: str) -> str | None:
        """Key of the state whose capital or seat of power ``name`` is ("Nur-Sultan", "Kremlin"); None if unknown or shared."""
        return _single(self.lookup(name), {"capital", "seat"})

    def label(self, key: str) -> str | None:
        """The usual English name for a key."""
        return self.labels.get(key)

    @staticmethod
    def wikidata(key: str) -> str | None:
        """The Wikidata id that a state's key carries."""
        kind, _, rest = key.partition("/")
        return rest if kind == "state" and re.fullmatch(r"Q\d+", rest) else None


def _in_context(words: Sequence[str], first: int, last: int) -> bool:
    """Whether an epithet at words ``first`` to ``last`` stands alone after "the", not within a name ("the North Atlantic")."""
    the = first > 0 and words[first - 1].lower() == "the"
    return the and not (last < len(words) and words[last][:1].isupper())


def _single(entries: Iterable[Entry], kinds: set[str]) -> str | None:
    states = {e.state for e in entries if e.kind in kinds and e.state}
    return states.pop() if len(states) == 1 else None


def pieces(name: str) -> Form:
    """``name`` cut into words as the tokeniser cuts running text: at spaces, hyphens between letters, possessives, commas."""
    return tuple(part for part in _PIECES.split(name.translate(_QUOTES)) if part and not part.isspace())


def spellings(name: str) -> Iterator[Form]:
    """``name`` in words, and again with its hyphenated parts as one word each, as some tokenisers leave them."""
    form = pieces(name)
    yield form
    if "-" in form:
        yield tuple("\0".join(form).replace("\0-\0", "-").split("\0"))


def _lines(path: Path, codes: Mapping[str, str], code: int, columns: int) -> Iterator[list[str]]:
    """The cells of a file of names, one list a line; ``code`` is the column of the state. Raises UsageError for a faulty line."""
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("|")
        if len(cells) != columns or not cells[0]:
            raise UsageError(f"{path}, line {number}: a name has {columns} columns divided by |, not {len(cells)}", _HINT)
        if cells[code] and cells[code] not in codes:
            raise UsageError(f"{path}, line {number}: {cells[code]!r} is the code of no state", _HINT)
        yield cells


def _split(cell: str, by: str = ";") -> list[str]:
    return [part for part in cell.split(by) if part]


Named = tuple[str, Entry]


def _states(folder: Path, codes: dict[str, str]) -> Iterator[Named]:
    rows = (folder / "territories.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for row in rows:
        key, code, kind, label, names, long, acronyms, adjectives, people, capitals, seats = row.split("\t")
        codes[code] = key
        of: EntityType = "State" if kind == "State" else "Place"
        state = key if of == "State" else None
        sort = "territory" if of == "Place" else "state"
        for cell, form in ((label, "name"), (names, "name"), (long, "long"), (acronyms, "acronym")):
            for name in _split(cell):
                yield name, Entry(key, of, form, label, state, sort)
        for cell, form in ((adjectives, "adjective"), (people, "people")):
            for name in _split(cell):
                yield name, Entry(key, of, "demonym", label, state, form)
        for place in _split(capitals):
            yield from _place(place.split("/"), "capital", key, "city")
        for seat in _split(seats):
            name, _, sits = seat.partition("=")
            yield from _place(name.split("/"), "seat", key, sits)


def _place(names: list[str], kind: str, state: str | None, detail: str) -> Iterator[Named]:
    entry = Entry(f"place/{slug(names[0])}", "Place", kind, names[0], state, detail)
    for name in names:
        yield name, entry


def _places(folder: Path, codes: Mapping[str, str]) -> Iterator[Named]:
    for names, code, detail in _lines(folder / "places.psv", codes, 1, 3):
        yield from _place(names.split("/"), "place", codes.get(code), detail)


def _bodies(folder: Path, file: str, prefix: str, codes: Mapping[str, str]) -> Iterator[Named]:
    for name, label, others, acronyms, code, detail in _lines(folder / file, codes, 4, 6):
        key, state = f"{prefix}/{name}", codes.get(code)
        for form, kind in ((label, "name"), (others, "name"), (acronyms, "acronym")):
            for text in _split(form):
                yield text, Entry(key, "Organization", kind, label, state, detail)


def _epithets(folder: Path, codes: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[Named]:
    path = folder / "epithets.toml"
    for item in tomllib.loads(path.read_text(encoding="utf-8"))["epithet"] if path.is_file() else ():
        for code in item["states"]:
            key = codes[code]
            for form in item["forms"]:
                yield form.removeprefix("the "), Entry(key, "State", "epithet", labels[key], key)


def _indexed(forms: Iterable[Form]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[0], set()).add(len(form))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _gather(named: Iterable[Named], forms: dict[Form, list[Entry]]) -> None:
    for name, entry in named:
        for form in spellings(name):
            entries = forms.setdefault(form, [])
            if entry not in entries:
                entries.append(entry)


def read(folder: Path, own: Path | None = None) -> Gazetteer:
    """The gazetteer from the data files in ``folder`` and, of places, organisations and outlets, in a folder of one's own."""
    codes: dict[str, str] = {}
    forms: dict[Form, list[Entry]] = {}
    _gather(_states(folder, codes), forms)
    for names in filter(None, (folder, own)):
        _gather(_places(names, codes), forms)
        _gather(_bodies(names, "organizations.psv", "org", codes), forms)
        _gather(_bodies(names, "outlets.psv", "outlet", codes), forms)
    labels = {e.key: e.label for entries in forms.values() for e in entries}
    details = {e.key: e.detail for entries in forms.values() for e in entries}
    _gather(_epithets(folder, codes, labels), forms)
    fixed = {form: tuple(entries) for form, entries in forms.items()}
    shouted: dict[Form, tuple[Entry, ...]] = {}
    for form, found in fixed.items():
        loud = tuple(word.upper() for word in form)
        shouted[loud] = tuple(dict.fromkeys(shouted.get(loud, ()) + found))
    return Gazetteer(fixed, _indexed(fixed), shouted, _indexed(shouted), labels, details, codes)


@lru_cache(maxsize=4)
def load(own: str = "") -> Gazetteer:
    """The gazetteer shipped with the package and the names in the folder ``own``, read once per process."""
    return read(data_dir("ontology") / "gazetteer", Path(own) if own else None)


@lru_cache(maxsize=4)
def fingerprint(own: str) -> str:
    """What changes when the names in a folder of one's own do; raises UsageError where there are none."""
    files = [path for name in OWN if (path := Path(own) / name).is_file()]
    if not files:
        raise UsageError(f"there are no names in {own}", f"a gazetteer is a folder with {', '.join(OWN)}, or one of them")
    return sha256(b"\0".join(part for path in files for part in (path.name.encode(), path.read_bytes()))).hexdigest()[:12]
