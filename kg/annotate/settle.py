"""Names whose type one block leaves open, typed by the whole article: a part of a known person's name is that person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.annotate.names import initial
from kg.annotate.people import PersonPhrase, apposition
from kg.annotate.pieces import MASK, Piece, from_person
from kg.annotate.reader import Reader
from kg.ids import unaccented
from kg.model import EntityType

_BEFORE_PLACES = frozenset({"the", "a", "an", "in", "at", "near", "to", "from", "of"})
_DOING = frozenset(
    "said told met added wrote spoke visited arrived thanked stressed noted explained invited welcomed denied".split()
)
_NO_NAMES = frozenset("to be do go is oh hi ok".split())  # that "To Lam" is a name makes "To" none


def settle(pieces: Sequence[Sequence[Piece]], readers: Sequence[Reader]) -> list[list[Piece]]:
    """The pieces of all blocks, unsure ones typed by the whole article: a part of a known person's name is that person."""
    full: set[str] = set()
    votes: dict[str, Counter[EntityType]] = {}
    for r, block in zip(readers, pieces, strict=True):
        for p in block:
            parts = [unaccented(r.lower(k)) for k in range(*p.name)]
            if p.type == "Person" and (p.sure or len(parts) > 1):
                full.update(w for w in parts if len(w) > 1 and w not in r.lexicon.particles and w not in _NO_NAMES)
            if p.type is not None and not p.capital:
                votes.setdefault(" ".join(parts), Counter())[p.type] += 3 if p.sure else 1
    full |= doers(readers)
    settled = [fill(r, [resettle(r, p, full, votes) for p in block], full) for r, block in zip(readers, pieces, strict=True)]
    return [appose(r, block) for r, block in zip(readers, settled, strict=True)]


def doers(readers: Sequence[Reader]) -> set[str]:
    """Capitalised words told twice that say or do what people do and that neither a list nor the model knows: surnames alone."""
    seen: Counter[str] = Counter()
    doing: set[str] = set()
    other: set[str] = set()
    for r in readers:
        for i in r.capitals:
            word = r.words[i]
            if i in r.hits or not (word.text.isalpha() and word.text.istitle()) or word.ent == "ORG":
                other.add(word.lower)
                continue
            seen[word.lower] += 1
            if r.lower(i + 1) in _DOING and not r.capital(i - 1):
                doing.add(word.lower)
            if r.lower(i - 1) in _BEFORE_PLACES:
                other.add(word.lower)
    lex = readers[0].lexicon if readers else None
    plain = (lex.never | lex.calendar | lex.office_heads | lex.fields | lex.body_heads | lex.group_heads) if lex else frozenset()
    return {unaccented(w) for w in doing - other - plain if len(w) > 2 and seen[w] > 1}


def appose(r: Reader, block: list[Piece]) -> list[Piece]:
    """``block`` with the offices that follow a name which only the rest of the article showed to be a person's."""
    out: list[Piece] = []
    for p in block:
        if out and p.first < out[-1].last:
            continue
        if p.type == "Person" and not p.sure and not p.offices and r.lower(p.last) == ",":
            offices, last = apposition(r, p.last)
            out.append(from_person(r, PersonPhrase(p.first, last, *p.name, tuple(offices), False)) if offices else p)
        else:
            out.append(p)
    return out


def fill(r: Reader, block: Sequence[Piece], full: set[str]) -> list[Piece]:
    """``block`` with the sentence-initial names that only the rest of the article shows to be names."""
    taken = {i for p in block for i in range(p.first, p.last)}
    lex = r.lexicon
    more = [
        Piece(i, i + 1, (i, i + 1), "Person", MASK["Person"], sure=False)
        for i, w in enumerate(r.words)
        if i not in taken
        and w.capital
        and unaccented(w.lower) in full
        and (len(w.text) > 2 or w.text.istitle())  # "Xi", not "UN" beside a Kim Jong Un
        and w.lower not in lex.never
        and w.lower not in lex.office_heads
        and w.lower not in lex.office_before
        and w.lower not in lex.fields
    ]
    return sorted([*block, *more], key=lambda p: p.first)


def resettle(r: Reader, p: Piece, full: set[str], votes: dict[str, Counter[EntityType]]) -> Piece:
    """``p`` with its type settled by the rest of the article; so the names inside it that no list knows."""
    if any(not inside.sure for inside in p.inner):
        p = replace(p, inner=tuple(resettle(r, inside, full, {}) for inside in p.inner))
    if p.sure or p.known or p.type == "Person":
        return p
    parts = [unaccented(r.lower(k)) for k in range(*p.name)]
    known = any(w in full for w in parts)
    if all(w in full or w in r.lexicon.particles or (known and initial(w.upper())) for w in parts):  # "B. Holt"
        return replace(p, type="Person", mask=MASK["Person"])
    best = votes.get(" ".join(parts))
    if best:
        type_ = best.most_common(1)[0][0]
        return replace(p, type=type_, mask=MASK[type_] if type_ in ("Person", "Place") else p.mask)
    return p
