"""Names in running text: stretches of words that the parse shall see as one word, each with its type and form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.annotate.bodies import BodyPhrase, body_at, shared
from kg.annotate.chains import offices_at
from kg.annotate.closings import occasion_end, site_end
from kg.annotate.fields import word_of_state
from kg.annotate.names import is_given, name_at
from kg.annotate.offices import MATTERS, OfficePhrase, chamber, past_bracket
from kg.annotate.people import PersonPhrase, person_at, somebodys, sworn_in
from kg.annotate.reader import Reader
from kg.model import EntityType

_BY_LABEL: dict[str, EntityType] = {
    "PERSON": "Person",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "ORG": "Organization",
    "EVENT": "Occasion",
}
_REACHING = frozenset({"reach", "reached", "reaches", "reaching"})
_GOING = frozenset("fly flew flown travel travelled traveled sailed drove trip flight flights journey leave left bound".split())
_GOVERNMENT = frozenset({"government", "regime"})
_PAPERS = frozenset({"daily", "newspaper", "weekly", "magazine", "tabloid"})
_LOCAL = frozenset({"governor", "mayor", "prefect"})
_STYLES = frozenset("highness highnesses majesty majesties excellency excellencies holiness".split())
_PLAIN = frozenset({"state", "nation", "kingdom"})  # in capitals too no names by themselves
_MONUMENTS = frozenset({"monument", "memorial", "tomb", "mausoleum", "cenotaph", "obelisk"})
MASK = {"Person": "Smith", "State": "France", "Place": "Paris", "Organization": "Microsoft", "Occasion": "Christmas"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words ``first`` to ``last`` as one name: ``name`` are its own words, ``mask`` what the parser reads instead."""

    first: int
    last: int
    name: tuple[int, int]
    type: EntityType | None
    mask: str
    known: str | None = None
    adjective: bool = False
    capital: bool = False
    kind: str | None = None
    of_state: str | None = None  # gazetteer key of the state that a place or body belongs to
    offices: tuple[OfficePhrase, ...] = ()
    inner: tuple[Piece, ...] = ()
    state: tuple[int, int] | None = None
    sure: bool = True


def find_pieces(r: Reader) -> list[Piece]:
    """The names of a block in order, none overlapping another."""
    found: list[Piece] = []
    i = 0
    while i < len(r.words):
        piece = piece_at(r, i)
        if piece is None:
            i += 1
            continue
        found.append(piece)
        i = piece.last
    return found


def piece_at(r: Reader, i: int) -> Piece | None:
    """The name that begins at ``i``, if one does."""
    if i in r.hits and r.hits[i].entry.kind == "epithet" and not r.capital(i):
        return from_hit(r, i)
    if not may_begin(r, i) or (r.lower(i) in _PLAIN and i not in r.hits and alone(r, i)):
        return None
    if (named := paper_at(r, i) or leader_at(r, i)) is not None:
        return named
    listed = i in r.hits and r.hits[i].state and r.hits[i].last  # "Cook Islands" is no island
    forum = i in r.hits and r.hits[i].entry.type == "Organization" and r.lower(r.hits[i].last - 1) == "forum"
    if (end := occasion_end(r, i)) > i and not (forum and end == r.hits[i].last):  # the Pacific Islands Forum is a body
        return Piece(i, end, (i, end), "Occasion", r.words[end - 1].text)
    if not forum and (end := site_end(r, i)) > i and end != listed:
        inner = tuple(from_hit(r, k) for k in range(i, end) if k in r.hits and r.hits[k].last <= end and not r.hits[k].adjective)
        return Piece(i, end, (i, end), "Place", MASK["Place"], inner=inner, of_state=inner[0].of_state if inner else None)
    if shared(r, i):
        return None
    body = body_at(r, i)
    if body is not None and not (body.proper is False and body.state is None and body.end - body.first < 2):
        return from_body(r, body)
    if i in r.hits:
        return works(r, i) or from_hit(r, i)
    titled = r.lower(i - 1) in r.lexicon.office_heads  # "the Director General", "Foreign Minister Visits Peru"
    if titled and (r.lower(i) == "general" or r.lower(i) in r.lexicon.headline):
        return None
    if not r.naming(i) or r.lower(i) in r.lexicon.office_heads or offices_at(r, i):
        return None
    return from_run(r, i)


def leader_at(r: Reader, i: int) -> Piece | None:
    """The person named at ``i``, or "head of state", one word to the parser, which takes "state held talks" for one."""
    if (person := person_at(r, i)) is not None:
        return from_person(r, person)
    if word_of_state(r, i):
        return Piece(i, i + 3, (i, i + 3), None, "leaders" if r.lower(i) == "heads" else "leader")
    return None


def paper_at(r: Reader, i: int) -> Piece | None:
    """The newspaper that no list knows, told to be one: "told the daily El Sur"; None for anything else."""
    if r.lower(i - 1) not in _PAPERS or i in r.hits or not r.capital(i) or r.words[i].initial or is_given(r, i):
        return None
    if r.lower(i) in r.lexicon.office_heads | r.lexicon.never | r.lexicon.calendar | r.lexicon.honorifics:
        return None
    end = run_end(r, i)
    return Piece(i, end, (i, end), "Organization", MASK["Organization"], kind="Outlet")


def works(r: Reader, i: int) -> Piece | None:
    """The site whose name begins with that of its state at ``i``: "Peru Shipbuilding Works"; None where none does."""
    first = r.hits[i].last
    if not r.hits[i].state or r.hits[i].adjective or not r.capital(first) or first in r.hits or not r.words[first].spaced:
        return None
    end = run_end(r, first)
    if end - first < 2 or r.lower(end - 1) not in r.lexicon.place_heads or any(k in r.hits for k in range(first, end)):
        return None
    state = from_hit(r, i)
    return Piece(i, end, (i, end), "Place", MASK["Place"], inner=(state,), of_state=state.of_state)


def alone(r: Reader, i: int) -> bool:
    """Whether the capitalised word at ``i`` is part of no longer name: "the Party, State and people", not "State House"."""
    follows = r.lower(i + 1)
    if r.capital(i + 1) or follows in r.lexicon.body_heads | r.lexicon.fields or not r.capital(i):
        return False
    return (r.lower(i - 1) == "the" or not r.capital(i - 1)) and r.lower(i - 1) not in ("of", "for")


def may_begin(r: Reader, i: int) -> bool:
    """Whether a name may begin at ``i``: a capital, or a word of an office ("his Omani counterpart X", "foreign minister X")."""
    word, lex, low = r.words[i], r.lexicon, r.lower(i)
    if low in ("his", "her", "its", "their", "heads") or low in lex.office_before or low in lex.counterpart:
        return not (low == "state" and r.lower(i - 1) == "of" and r.lower(i - 2) in lex.office_heads)  # "the Secretary of State"
    if not word.capital and low not in lex.office_heads and low not in lex.fields and not chamber(r, i):
        return False
    if word.initial and low in lex.openings and opens_with_participle(r, i):
        return False
    idle = low in lex.never and word.initial and not r.naming(i) and i not in r.hits
    return not idle and not (word.capital and low in lex.calendar and not r.given(i))


def opens_with_participle(r: Reader, i: int) -> bool:
    """Whether a sentence opens with what somebody does to who is named next, which is no name: "Receiving Eva Lind, he said"."""
    heads = r.lexicon.body_heads | r.lexicon.occasion_heads | r.lexicon.place_heads
    return r.capital(i + 1) and not any(r.lower(k) in heads for k in range(i + 1, i + 4))


def from_person(r: Reader, p: PersonPhrase) -> Piece:
    """The piece of a person phrase, with the names inside its offices as inner pieces."""
    inner: list[Piece] = []
    for office in p.offices:
        for first, last in (*office.of, *office.beside):
            local = r.lower(office.head) in _LOCAL or (
                r.lower(office.head) == "commissioner" and last - first == 1 and town(r, first)
            )
            inner += named_inside(r, first, last, local or r.lower(last - 1) in r.lexicon.settlements)
            if past_bracket(r, last) > last and last + 2 < p.last:
                inner.append(acronym(r, last + 1))
    return Piece(
        p.first,
        p.last,
        (p.name_first, p.name_last),
        "Person",
        MASK["Person"],
        offices=p.offices,
        inner=tuple(inner),
        sure=p.titled,
    )


def town(r: Reader, i: int) -> bool:
    """Whether the word at ``i`` may be a county's or a town's name: no acronym, no plural, no field of government."""
    text = r.words[i].text
    return text.istitle() and not text.endswith("s") and r.lower(i) not in r.lexicon.fields | r.lexicon.body_heads


def acronym(r: Reader, i: int) -> Piece:
    """The piece of an acronym that stands in brackets behind the body that it is short for."""
    listed = i in r.hits and r.hits[i].last == i + 1
    return from_hit(r, i) if listed else Piece(i, i + 1, (i, i + 1), "Organization", r.words[i].text, sure=False)


def named_inside(r: Reader, first: int, last: int, local: bool) -> Iterator[Piece]:
    """The state or body in words ``first`` to ``last``; for a body also the state that its name begins or ends with.

    What no list knows is a body, but a place where a ``local`` office is told of it ("Machakos governor").
    """
    body = body_at(r, first)
    if body is not None and body.end == last:
        yield (piece := from_body(r, body))
        yield from piece.inner
    elif first in r.hits and (r.hits[first].last == last or r.lower(last - 1) in MATTERS):  # "Asian affairs" is no name
        yield from_hit(r, first)
    elif local or r.lower(last - 1) in r.lexicon.place_heads:
        state = r.hits[first].entry.state if first in r.hits else None
        yield Piece(first, last, (first, last), "Place", MASK["Place"], of_state=state, sure=False)
    else:
        type_: EntityType = "Person" if person_inside(r, first, last) else "Organization"
        yield Piece(first, last, (first, last), type_, r.words[last - 1].text, sure=False)


def person_inside(r: Reader, first: int, last: int) -> bool:
    """Whether what an office is told of is a person ("Karl Voss's envoy"): so says the model, or two plain words own it."""
    run = r.words[first:last]
    if all(w.ent == "PERSON" for w in run):
        return True
    heads = r.lexicon.body_heads | r.lexicon.occasion_heads | r.lexicon.fields
    plain = len(run) in (2, 3) and all(w.text.isalpha() and w.capital and not w.text.isupper() for w in run)
    return plain and r.possessive(last) and not any(w.lower in heads for w in run)


def from_body(r: Reader, b: BodyPhrase) -> Piece:
    """The piece of a body; a government or regime is its state."""
    inner: tuple[Piece, ...] = ()
    if b.state is not None and b.state != (b.first, b.end):
        inner = (from_hit(r, b.state[0]),) if b.state[0] in r.hits else ()
    inner += nested_bodies(r, b)
    low = r.lower(b.head)
    if low in _GOVERNMENT and b.state is not None:
        return replace(from_hit(r, b.state[0]), first=b.first, last=b.end, mask="France", capital=False, type="State")
    tail = next((h for h in r.hits.values() if h.last == b.end and h.first > b.first and h.entry.type == "Organization"), None)
    if tail is not None and b.state is not None and r.possessive(tail.first - 1):  # "the North's Korean Central News Agency"
        return replace(from_hit(r, tail.first), first=b.first, inner=inner)
    hit = r.hits.get(b.first)
    whole = hit is not None and hit.last == b.end
    known = hit.entry.key if hit is not None and whole and hit.entry.type == "Organization" else None
    kind = None
    if known and known.startswith("outlet/"):
        kind = "Outlet"
    elif low in r.lexicon.body_common | {"duma", "assembly", "department", "office"} or (hit is not None and not whole):
        kind = "GovernmentBody" if low not in ("party", "company", "group", "bank", "university", "agency") else None
    of_state = hit.entry.state if hit is not None and (whole or b.state is not None) else None
    if of_state is None and b.state is not None and b.state[0] in r.hits:
        of_state = r.hits[b.state[0]].entry.state
    mask = "Reuters" if kind == "Outlet" else r.words[b.head].text
    place = (
        low in r.lexicon.place_heads
        and low not in r.lexicon.body_common
        and known is None
        and r.words[b.head].ent in ("FAC", "LOC", "GPE")
    )
    return Piece(
        b.first,
        b.end,
        (b.first, b.end),
        "Place" if place else "Organization",
        mask,
        known,
        kind=kind,
        of_state=of_state,
        inner=inner,
        state=b.state,
    )


def nested_bodies(r: Reader, b: BodyPhrase) -> tuple[Piece, ...]:
    """The bodies that close the name of another: the party in "the Central Committee of the Workers' Party"."""
    for k in range(b.first + 2, b.end):
        if r.lower(k - 1) not in ("of", "the", "ruling"):
            continue
        nested = body_at(r, k)
        if nested is not None and nested.end == b.end and nested.proper:
            return (from_body(r, nested),)
    return ()


def from_hit(r: Reader, i: int) -> Piece:
    """The piece of a gazetteer name; a capital is a place that may stand for its state."""
    hit = r.hits[i]
    entry = hit.entry
    end = hit.last
    type_: EntityType = entry.type
    single = end - i == 1
    word = r.words[i].text
    if hit.adjective:
        plural = word.endswith("s") or r.words[end - 1].text.endswith("ans")
        mask = word if single else ("Russians" if plural else "Russian")
    else:
        mask = word if single and type_ != "Organization" else MASK[type_]
    if entry.key.startswith("outlet/"):
        mask = "Reuters"
    capital = entry.kind in ("capital", "seat")
    known = entry.key
    kind = "Outlet" if known.startswith("outlet/") else None
    return Piece(i, end, (i, end), "Place" if capital else type_, mask, known, hit.adjective, capital, kind, entry.state)


def from_run(r: Reader, i: int) -> Piece | None:
    """The piece of capitalised words that no list knows, typed by their head word or by the statistical model."""
    end = run_end(r, i)
    if r.lower(end - 1) in _STYLES and not r.capital(end):  # "Her Royal Highness" alone is no name
        return None
    type_, sure = run_type(r, i, end)
    if type_ is None and end - i == 1 and r.words[i].initial:
        return None
    if type_ == "Person":
        end = max(name_at(r, i), i + 1)
    mask = MASK[type_] if type_ in ("Person", "Place") else r.words[end - 1].text
    inner = tuple(from_hit(r, k) for k in range(i, end) if k in r.hits and r.hits[k].last <= end and not r.hits[k].adjective)
    return Piece(i, end, (i, end), type_, mask, inner=inner if type_ != "Person" else (), sure=sure)


def run_end(r: Reader, i: int) -> int:
    """The end of a capitalised run at ``i``, joined over "of", "of the", "for" and particles."""
    j = i + 1
    site = r.lower(i) in _MONUMENTS
    while j < len(r.words):
        low = r.lower(j)
        if r.capital(j) and low not in r.lexicon.calendar and (low not in r.lexicon.never or r.words[j].ent or site):
            if not r.words[j].spaced and r.words[j - 1].text not in ("-", "/"):
                break
            j += 1
            continue
        if r.possessive(j) and r.lower(j - 1) in r.lexicon.possessors and r.capital(j + 1):
            j += 2
            continue
        if (low in ("to", "and") and site) or (low == "to" and r.lower(j - 1) in ("monument", "memorial")):
            k = j + 1 + (r.lower(j + 1) == "the")
            if r.capital(k) and k not in r.hits:
                j = k + 1
                continue
        if (
            low in ("of", "for", "de", "al", "bin", "del", "la", "du", "and")
            and r.lower(j - 1) not in ("of", "for")
            and j + 1 < len(r.words)
        ):
            k = j + 1 + (r.lower(j + 1) == "the")
            port = site or (j == i + 1 and r.lower(i) == "port")  # "the Port of Lagos"
            ok = r.capital(k) and r.lower(k) not in r.lexicon.calendar and (k not in r.hits or (port and low == "of"))
            if low == "and":
                ok = ok and k == j + 1 and has_head(r, i, j) and r.words[j - 1].ent == r.words[k].ent != ""
            elif low in ("of", "for"):
                ok = ok and has_head(r, i, j)
            if ok:
                j = k + 1
                continue
        break
    while j > i + 1 and r.words[j - 1].text in ("-", "/", "'"):
        j -= 1
    return j


def reached(r: Reader, i: int) -> bool:
    """Whether the words before ``i`` tell of a journey that leads there: "reached X", "flew to X"."""
    return r.lower(i - 1) in _REACHING or (r.lower(i - 1) in ("to", "for") and r.lower(i - 2) in _GOING)


def has_head(r: Reader, first: int, last: int) -> bool:
    """Whether a word of place, body or occasion stands in words ``first`` to ``last``."""
    lex = r.lexicon
    return any(r.lower(k) in lex.place_heads | lex.body_heads | lex.occasion_heads for k in range(first, last))


def run_type(r: Reader, first: int, last: int) -> tuple[EntityType | None, bool]:
    """The type of a capitalised run and whether it is sure: by head words first, then by the model's labels."""
    lex = r.lexicon
    lows = [r.lower(k) for k in range(first, last)]
    core = lows[: next((n for n, w in enumerate(lows) if w in ("of", "for") and n), len(lows))]
    head = core[-1]
    if len(lows) > 1:
        if head in lex.occasion_heads:
            return "Occasion", True
        if core[0] in _MONUMENTS:
            return "Place", True
        if head in lex.place_heads or core[0] in ("mount", "lake", "cape", "port", "fort", "villa", "hotel", "queen"):
            return "Place", True
        if head in lex.body_heads or any(w in lex.body_heads for w in core):
            return "Organization", True
    if head in lex.holidays:
        return "Occasion", True
    if (r.lower(first - 1) in lex.within and not sworn_in(r, first) and not somebodys(r, last)) or (
        r.lower(first - 1) == "of" and r.lower(first - 2) in lex.settlements
    ):
        return "Place", True
    if len(lows) == 1 and head in lex.site_words and r.lower(first - 1) == "the":  # "toured the Cathedral"
        return "Place", False
    labels = Counter(r.words[k].ent for k in range(first, last) if r.words[k].ent in _BY_LABEL)
    if not labels:
        return ("Place" if reached(r, first) else None), False
    type_ = _BY_LABEL[labels.most_common(1)[0][0]]
    if type_ == "Person" and len(lows) == 1 and head in lex.place_heads | lex.body_heads:
        return None, False
    return type_, False
