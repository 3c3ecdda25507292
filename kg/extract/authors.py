"""Statements that speak for themselves: who "we" is in a text that is its authors' word ("We, the ministers of X and Y")."""

from __future__ import annotations

import re

from kg.extract.cast import Cast, plain
from kg.extract.quotes import Quotation, first_person

_WE = frozenset({"we", "our", "us", "ours"})
_HEADING = re.compile(  # a line of its own: "Commentary of the Embassy press service"
    r"^[^\n.,:;]{0,40}?\b(?:statement|commentary|comment|declaration|communiqu[eé]|press release|open letter)\s+(?:of|by|from)\s+"
    r"(?:the\s+)?(?=[^\n.]{3,100}$)",
    re.I | re.M,
)
_FOLLOWING = re.compile(
    r"\bfollowing (?:\S+ ){0,4}?(?:statement|commentary|comment|answer|reply|remarks|message|text|letter)\b", re.I
)
_PUBLISHING = frozenset("make issue release give publish deliver post circulate put read".split())
_END = re.compile(r"(?m)^\s*(?:-0-|-30-|\*\*\*|---|###|ENDS?)\s*$")
_NOTE = re.compile(
    r"\[[^\[\]]{1,600}?\bEd(?:itor)?s?\.?\s*\]|[\[(]editors?['’]s? note[^\[\]()]{1,600}[\])]", re.I
)  # of the outlet
_FIRST = 6  # sentences
_TOP = 400  # characters in which a heading may begin
_TEXT = -10_000  # the paragraph of a text that is all of its authors


def read_authors(cast: Cast) -> None:
    """Note in ``cast.quoted`` what nobody else is quoted with as the authors' words, where the text tells who "we" is.

    The notes that editors put in brackets are not theirs."""
    notes = [m.span() for m in _NOTE.finditer(cast.tree.annotation.article.text)]
    free = [
        t.i
        for t in cast.tree.tokens
        if (t.i not in cast.quoted or not cast.quoted[t.i].speakers)
        and not (notes and any(start <= t.start < end for start, end in notes))
    ]
    authors, first, last = followed(cast)
    if authors:
        author(cast, [i for i in free if first <= i < last], authors)
        return
    if not any(cast.tree.tokens[i].text.lower() in _WE for i in free):
        return
    if authors := apposed(cast, free) or headed(cast):
        author(cast, free, authors)


def author(cast: Cast, free: list[int], authors: list[int]) -> None:
    """Let the authors tell the tokens ``free``."""
    if free:
        text = Quotation(free[0], free[-1] + 1, _TEXT, tuple(authors))
        for i in free:
            cast.quoted[i] = text
        first_person(cast, text)


def followed(cast: Cast) -> tuple[list[int], int, int]:
    """Who "made public the following statement:" in one of the first sentences, and the tokens of that text, to a line "-0-"."""
    tree = cast.tree
    text = tree.annotation.article.text
    for sentence in tree.annotation.sentences[:_FIRST]:
        words = sentence.span.slice(text).rstrip()
        if not words.endswith(":") or _FOLLOWING.search(words) is None:
            continue
        verbs = [i for i in range(sentence.first, sentence.last) if tree.tokens[i].lemma in _PUBLISHING]
        who = [d for v in verbs[:1] for t in tree.arguments(v).subject for d in cast.who(t) if d.type != "Place"]
        end = _END.search(text, sentence.span.end)
        last = next((t.i for t in tree.tokens if end is not None and t.start >= end.start()), len(tree.tokens))
        return list(dict.fromkeys(d.number for d in who)), sentence.last, last
    return [], 0, 0


def apposed(cast: Cast, free: list[int]) -> list[int]:
    """The states and bodies that stand in apposition to "we", up to its verb."""
    tree = cast.tree
    for i in free:
        if tree.tokens[i].text != "We" or not tree.kids(i, "appos"):
            continue
        told = [d for j in range(i + 1, tree.tokens[i].head) for d in cast.who(j) if d.type in ("State", "Organization")]
        return list(dict.fromkeys(d.number for d in told))
    return []


def headed(cast: Cast) -> list[int]:
    """The body or state whose statement the text calls itself at its top."""
    text = cast.tree.annotation.article.text
    match = _HEADING.search(text)
    if match is None or match.start() > _TOP:
        return []
    after = plain(text[match.end() : match.end() + 120])
    named = [(len(plain(f)), d) for d in cast.of_type("Organization") + cast.of_type("State") for f in d.forms if opens(after, f)]
    return [max(named, key=lambda n: n[0])[1].number] if named else []


def opens(after: str, form: str) -> bool:
    """Whether the text goes on with the name."""
    return f"{after} ".startswith(f"{plain(form)} ")
