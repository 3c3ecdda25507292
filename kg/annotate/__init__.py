"""Article to Annotation: words, names, offices, times and a dependency parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kg.annotate.dates import find_times
from kg.annotate.gazetteer import Gazetteer
from kg.annotate.gazetteer import load as load_gazetteer
from kg.annotate.header import header_states
from kg.annotate.masks import masked
from kg.annotate.offices import FORMER, OfficePhrase
from kg.annotate.parse import blocks, parse, read
from kg.annotate.pieces import Piece, find_pieces
from kg.annotate.reader import Reader, states_present
from kg.annotate.settle import settle
from kg.lexicon import lexicon
from kg.model import Annotation, Article, EntityType, Mention, Office, Span

_SMALL = frozenset("es de da do del la le of and al".split())
_INTERNATIONAL = frozenset(
    {"outlet/afp", "outlet/reuters", "outlet/ap", "outlet/upi", "outlet/efe", "outlet/dpa", "outlet/europa-press"}
)
_FAR = 2
_BYGONE = frozenset({"then", "previous"})  # before an office: words of the time, not of the title
_SEAT = 4  # words that the name of a body before "member" has at least to be cut
_PART = re.compile(r"[ \t]*(?:Q|A|Question|Answer|QUESTION|ANSWER)[.:][ \t]+(?=\S)")
_ASKED = re.compile(r"(?m)^[ \t]*(?:Q|Question|QUESTION)[.:][ \t]")


@dataclass(frozen=True, slots=True)
class Annotator:
    """Annotates articles with the spaCy pipeline of that name; raises ModelError when it cannot be loaded.

    ``own`` is a folder of names that are known beside those that come along.
    """

    pipeline: str
    own: str = ""

    def annotate(self, article: Article) -> Annotation:
        """The annotation of the article's body (and title, read last); offsets count in ``article.text``."""
        gazetteer = load_gazetteer(self.own)
        spans = list(body_blocks(article))
        words = read(article.text, spans, self.pipeline, partial(stands, gazetteer))
        present = states_present(words, gazetteer)
        home = home_of(article, gazetteer)
        readers = [Reader(block, lexicon(), gazetteer, present, home) for block in words]
        pieces = settle([find_pieces(r) for r in readers], readers)
        plain = [masked(r.words, block) for r, block in zip(readers, pieces, strict=True)]
        tokens, sentences = parse(article.text, plain, self.pipeline)
        at = {(t.start, t.end): t.i for t in tokens}
        mentions = tuple(
            m for r, block in zip(readers, pieces, strict=True) for p in block for m in mentions_of(r, p, article.text, at)
        )
        told = frozenset(m.state for m in mentions if m.type == "State" and not m.adjective and m.state is not None)
        return Annotation(
            article,
            tokens,
            sentences,
            mentions + tuple(header_states(article, gazetteer, told) if tokens else ()),
            find_times(tokens, article.published),
            settled(home, article, gazetteer, mentions),
            scene_of(article, gazetteer),
        )


def stands(gazetteer: Gazetteer, texts: Sequence[str], i: int) -> bool:
    """Whether a listed name begins at ``i`` that is kept apart from what a hyphen ties to it; an outlet's one word is not."""
    found = gazetteer.match(texts, i)
    if found is None or found[0] > 1 or found[1][0].type != "Organization":
        return found is not None
    return texts[i].isupper() or not (i + 2 < len(texts) and texts[i + 1] == "-" and texts[i + 2][:1].isupper())


def home_of(article: Article, gazetteer: Gazetteer) -> str | None:
    """Key of the state whose offices the article names without saying so: of its national agency, else dateline, else outlet.

    A national agency abroad still means its own ministers ("VIENTIANE (VNS)"); an international one means those of the place.
    """
    names = (national(article.agency, gazetteer), article.dateline, article.agency, article.outlet)
    told = next((state for name in names if (state := state_of(name, gazetteer)) is not None), None)
    return told or called_after(article.outlet, gazetteer)


def settled(home: str | None, article: Article, gazetteer: Gazetteer, mentions: tuple[Mention, ...]) -> str | None:
    """Key of the home state, or that of a dateline abroad where an agency tells of that state far more than of its own."""
    scene = state_of(article.dateline, gazetteer)
    told = [m.state for m in mentions]
    return scene if scene not in (None, home) and told.count(scene) > _FAR * told.count(home) else home


def called_after(outlet: str | None, gazetteer: Gazetteer) -> str | None:
    """Key of the one state that an outlet's name begins with, by itself, its capital or its people: "The Lima Courier"."""
    words = (outlet or "").removeprefix("The ").split()
    for n in range(min(len(words) - 1, 3), 0, -1):
        entries = gazetteer.lookup(" ".join(words[:n]))
        states = {e.state for e in entries if e.state and e.kind != "epithet"}
        if entries:
            return states.pop() if len(states) == 1 else None
    return None


def scene_of(article: Article, gazetteer: Gazetteer) -> str | None:
    """Key of the state where the dateline's place lies; without a dateline that of the outlet's."""
    return state_of(article.dateline, gazetteer) if article.dateline else home_of(article, gazetteer)


def state_of(name: str | None, gazetteer: Gazetteer) -> str | None:
    """Key of the state that a dateline or the name of an outlet tells, if any."""
    for part in (name or "").replace("/", ",").split(","):
        text = part.strip()
        first, *rest = text.split() or [""]
        small = " ".join([first.title(), *(w.lower() if w.lower() in _SMALL else w.title() for w in rest)])  # "Dar es Salaam"
        low = " ".join(w.capitalize() for w in text.split())  # "NUKU'ALOFA"
        forms = (text, text.title(), small, low)
        found = next((entries for f in forms if (entries := gazetteer.lookup(f))), ())
        states = [e.state for e in found if e.state]
        if states:
            return states[0]
    return None


def national(agency: str | None, gazetteer: Gazetteer) -> str | None:
    """``agency`` where it is one that writes for its own country; None for those that write for the world."""
    if not agency or any(e.key in _INTERNATIONAL for e in gazetteer.lookup(agency)):
        return None
    return agency


def body_blocks(article: Article) -> Iterator[Span]:
    """The paragraphs to read: from the body's start on, and last the headline where it stands in the text.

    The labels of questions and answers ("Q.", "A:") are left out, so that no name seems to begin with them."""
    starts = lexicon().boilerplate
    interview = _ASKED.search(article.text) is not None
    for block in blocks(article.text, article.body_start):
        if article.text[block.start : block.end].lstrip("*-•>[ ").lower().startswith(starts):
            continue
        label = _PART.match(article.text, block.start, block.end) if interview else None
        yield Span(label.end(), block.end) if label else block
    title = (article.title or "").strip()
    at = article.text.find(title, 0, article.body_start) if title else -1
    if at >= 0 and (interview or not title_case(title)):  # whose guest the headline may name
        yield Span(at, at + len(title))


def title_case(title: str) -> bool:
    """Whether nearly every word of a headline is capitalised, so that capitals do not show its names."""
    words = [w for w in title.split() if w[:1].isalpha()]
    return sum(w[:1].isupper() for w in words) * 10 > 7 * len(words)


def mentions_of(r: Reader, piece: Piece, text: str, at: dict[tuple[int, int], int]) -> Iterator[Mention]:
    """The mention of a piece and of the names inside it, all carried by the token that the piece became."""
    token = at[(r.words[piece.first].start, r.words[piece.last - 1].end)]
    for p, inner in ((piece, False), *((inside, True) for inside in piece.inner)):
        if p.type is not None:
            yield replace(mention(r, p, p.type, text, token), inner=inner)


def mention(r: Reader, p: Piece, type_: EntityType, text: str, token: int) -> Mention:
    """The mention of one piece as a name of that type, carried by ``token``."""
    first, last = p.name
    span = Span(r.words[first].start, r.words[last - 1].end)
    return Mention(
        token=token,
        span=span,
        type=type_,
        form=r.text(first, last, text),
        known=p.known,
        adjective=p.adjective,
        capital=p.capital,
        kind=p.kind,
        state=p.of_state,
        offices=tuple(office(r, o, text) for o in p.offices),
    )


def office(r: Reader, o: OfficePhrase, text: str) -> Office:
    """The office of a phrase: its title as written, and where the names of its bodies or states stand."""
    first, last = titled(r, o)
    title = r.text(first, last, text)
    then = first > o.first and r.lower(o.first).startswith("then")  # he held it when it happened
    apart = o.former and not then and not any(r.lower(k).rstrip("-") in FORMER for k in range(first, last))
    return Office(
        title=f"former {title}" if apart else title,  # "former Malian minister"
        span=Span(r.words[first].start, r.words[last - 1].end),
        of=tuple(Span(r.words[a].start, r.words[b - 1].end) for a, b in o.of),
        holder=o.holder,
        counterpart=o.counterpart,
        former=o.former,
    )


def titled(r: Reader, o: OfficePhrase) -> tuple[int, int]:
    """The words of the title: without the "then" or "previous" before it, and with the body in which somebody has a seat.

    "Then president of Peru", "a Peru Party Politburo member", "a member of the Political Bureau of the party".
    """
    first = o.first
    if r.lower(first) in _BYGONE and o.last > first + 1:
        first += 2 if r.lower(first + 1) == "-" else 1
    if r.lower(o.head) != "member" or o.last != o.head + 1 or len(o.of) != 1:
        return first, o.last
    start, end = o.of[0]
    if end == first and first == o.head:
        return (start if end - start < _SEAT else end - 1), o.last
    whole = r.lower(end - 1) in ("politburo", "secretariat")  # "of the Communist Party of Peru politburo"
    cut = next((k for k in range(start + 1, end) if r.lower(k) == "of" and r.lower(k + 1) == "the" and not whole), end)
    return first, (cut if start > o.last else o.last)


__all__ = ["Annotator", "Gazetteer"]
