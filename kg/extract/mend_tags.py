"""Parses mended at the end of a sentence, where the article tells whose word it is: "X met Y, the agency said"."""

from __future__ import annotations

from kg.extract.relations import ANY_SUBJECT
from kg.model import Token

_SAYING = frozenset("say report announce confirm state tell write add note".split())
_NOMINAL = frozenset("DET NOUN PROPN ADJ ADP NUM PART".split())
_BRACKETS = frozenset({"(", ")"})
_LONGEST = 12  # tokens


def subject_before_said(tokens: list[Token], children: dict[int, list[int]], told: Token) -> int | None:
    """The noun that says what the clause of ``told`` tells, where the parser takes it for one more name in that clause.

    "was met by Premier Hart and other officials, the news agency (NTB) said": no verb of saying is without a subject."""
    said = tokens[told.head]
    if said.lemma not in _SAYING or said.tag not in ("VBD", "VBZ"):
        return None
    if any(tokens[c].dep in ANY_SUBJECT for c in children.get(said.i, ())):
        return None
    first = said.i
    while (
        first > told.i
        and said.i - first < _LONGEST
        and (tokens[first - 1].pos in _NOMINAL or tokens[first - 1].text in _BRACKETS or tokens[first - 1].head == said.i)
    ):
        if tokens[first - 1].text == ",":
            break
        first -= 1
    if first == said.i or tokens[first - 1].text != ",":
        return None
    heads = [t for t in tokens[first : said.i] if t.pos in ("NOUN", "PROPN") and not first <= t.head < said.i]
    return heads[0].i if heads else None


def appended_saying(tokens: list[Token], children: dict[int, list[int]], said: Token) -> bool:
    """Whether the verb of a list only tells whose word the sentence is: "the first was X, followed by Y, the ministry said"."""
    kids = [tokens[c] for c in children.get(said.i, [])]
    subject = next((k for k in kids if k.dep == "nsubj" and k.i < said.i), None)
    before = [k for k in kids if k.dep == "ccomp" and k.i < said.i]  # "was met, and talks were held, the agency said"
    if subject is None or any(k.dep in ("ccomp", "dobj", "xcomp", "advcl", "conj") for k in kids if k not in before):
        return False
    first = subject.i
    while first and tokens[first - 1].head == subject.i:
        first -= 1
    joined = any(tokens[c].dep == "cc" for c in children.get(said.head, []) if said.head < c < said.i)
    return first > 0 and tokens[first - 1].text == "," and (bool(before) or not joined)


def append_saying(tokens: list[Token], children: dict[int, list[int]], said: Token) -> None:
    """Hang the verb of saying beside all that it tells, the clauses before it on the first of them."""
    for c in children.get(said.i, []):
        if tokens[c].dep == "ccomp" and c < said.i:
            tokens[c] = tokens[c]._replace(dep="conj", head=said.head)
    tokens[said.i] = said._replace(dep="parataxis")
