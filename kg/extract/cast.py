"""The cast of one article while it is being found out: drafts of referents, and whom each token stands for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.tree import Tree
from kg.ids import unaccented
from kg.lexicon import lexicon
from kg.model import EntityType, Naming, Office, Span

if TYPE_CHECKING:
    from kg.extract.quotes import Quotation
    from kg.extract.turns import Turn

Stretch = tuple[int, int, int]  # first token, token after the last, number of the paragraph

_PARTICLES = frozenset(
    "bin ibn bint al el ul ur abu abd de del della di da do dos das du la le van von der den ter y e ben".split()
)


@dataclass(slots=True)
class Held:
    """An office that a draft person holds: as one passage gives it, with the drafts of its bodies and states."""

    office: Office
    of: list[int]
    evidence: Span
    token: int
    guessed: bool = False  # whether body or state are only where the article or the sentence is set
    title: str = ""  # as settled: of a counterpart, the title of whom it is the counterpart of; "" while unknown

    def __post_init__(self) -> None:
        if not self.office.counterpart:
            self.title = one_of(self.office.title)


@dataclass(frozen=True, slots=True)
class Sized:
    """How many members a delegation is told to have, and where."""

    number: str
    span: Span


@dataclass(slots=True)
class Draft:
    """A referent in the making; ``number`` is its place in :attr:`Cast.drafts`."""

    number: int
    type: EntityType
    forms: Counter[str] = field(default_factory=Counter)
    namings: list[Naming] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    adjectives: list[Naming] = field(default_factory=list)
    seats: set[str] = field(default_factory=set)  # of a state: the forms that are its capital or a seat in it
    known: str | None = None
    state: int | None = None
    kind: str | None = None
    offices: list[Held] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)  # of the offices that full names of a person come with
    female: bool | None = None
    traits: dict[str, str] = field(default_factory=dict)
    leader: int | None = None
    senders: list[int] = field(default_factory=list)
    members: list[int] = field(default_factory=list)
    sized: Sized | None = None
    ghost: list[int] | None = None  # of an unnamed person: the bodies or states that he or she speaks for

    def name(self) -> str:
        """The longest of the most used forms."""
        return max(self.forms, key=lambda f: (len(f.split()), self.forms[f], f)) if self.forms else ""

    def names_at(self, span: Span) -> bool:
        """Whether the span is part of a name of it: "the anniversary of the liberation, which is marked"."""
        return any(n.form and n.span.start <= span.start and span.end <= n.span.end for n in self.namings)


@dataclass(slots=True)
class Cast:
    """All drafts of an article; ``at`` gives whom a token stands for, several for "the two ministers"."""

    tree: Tree
    drafts: list[Draft] = field(default_factory=list)
    at: dict[int, list[int]] = field(default_factory=dict)
    inside: dict[tuple[int, int], int] = field(default_factory=dict)  # (start, end) of an inner or outer name -> draft
    home: int | None = None  # the state that the article is written from
    dated_from: bool = False  # whether a dateline or outlet told that state
    by_key: dict[str, int] = field(default_factory=dict)
    ships: set[int] = field(default_factory=set)  # drafts of organizations that are ships
    stretches: list[Stretch] = field(default_factory=list)  # between quotation marks
    quoted: dict[int, Quotation] = field(default_factory=dict)  # tokens that stand in a quotation
    headed: set[int] = field(default_factory=set)  # first tokens of the quotations whose speaker only a colon gives
    turns: list[Turn] = field(default_factory=list)  # of an interview or a transcript
    crowds: set[int] = field(default_factory=set)  # drafts of groups that only a description tells

    def new(self, type_: EntityType) -> Draft:
        """A fresh draft."""
        draft = Draft(len(self.drafts), type_)
        self.drafts.append(draft)
        return draft

    def keyed(self, key: str, type_: EntityType) -> Draft:
        """The draft known under a gazetteer key or a normalised name, made where there is none."""
        if key not in self.by_key:
            self.by_key[key] = self.new(type_).number
        return self.drafts[self.by_key[key]]

    def add(self, draft: Draft, token: int, span: Span, form: str | None) -> None:
        """Note that ``token`` stands for ``draft``, named ``form`` (None for a description) at ``span``."""
        if token not in draft.tokens:
            draft.tokens.append(token)
        draft.namings.append(Naming(span, form))
        if form:
            draft.forms[form] += 1
        stands = self.at.setdefault(token, [])
        if draft.number not in stands:
            stands.append(draft.number)

    def stand(self, token: int, numbers: list[int]) -> None:
        """Note that ``token``, a pronoun or description, stands for these drafts."""
        if numbers:
            self.at[token] = list(dict.fromkeys(numbers))
            t = self.tree.tokens[token]
            for n in numbers:
                self.drafts[n].tokens.append(token)
                self.drafts[n].namings.append(Naming(Span(t.start, t.end), None))

    def refer(self, token: int, numbers: list[int]) -> None:
        """Note whom a pronoun in a quotation means, in place of what was read before."""
        self.at.pop(token, None)
        self.stand(token, numbers)

    def who(self, token: int) -> list[Draft]:
        """The drafts that ``token`` stands for."""
        numbers = self.at.get(token)
        return [self.drafts[n] for n in numbers] if numbers else []

    def of_type(self, type_: EntityType) -> list[Draft]:
        """All drafts of a type."""
        return [d for d in self.drafts if d.type == type_]


def one_of(title: str) -> str:
    """``title`` for one of its holders: "Foreign ministers" told of two makes each a "Foreign minister"."""
    heads = lexicon().office_heads
    told, of, body = title.partition(" of ")  # "member of the Council of Ministers"
    words = [f"{w[:-3]}y" if w.lower() == "deputies" else w for w in told.split()]
    return " ".join(w[:-1] if w.endswith("s") and {w.lower(), w[:-1].lower()} <= heads else w for w in words) + of + body


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """``text`` without accents, case and punctuation."""
    text = unaccented(text).lower()
    return re.sub(r"[^a-z0-9]+", " ", text.replace("'", "").replace("’", "")).strip()


def name_parts(text: str) -> tuple[str, ...]:
    """The words of a person's name that tell, lower case and without accents; particles are left out."""
    parts = tuple(p for p in plain(text).split() if p not in _PARTICLES)
    return parts or tuple(plain(text).split())
