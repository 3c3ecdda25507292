"""Parses mended at the end of a sentence, where the article tells whose word it is: "X met Y, the agency said"."""

from __future__ import annotations

from kg.extract.relations import ANY_SUBJECT
from kg.model import Token

_SAYING = frozenset("say report announce confirm state tell write add note".split())
_NOMINAL = frozenset("DET NOUN PROPN ADJ ADP NUM PART".split())
_BRACKETS = frozenset({"(", ")"})
REPORTING = frozenset({"report", "inform"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj"})
_LONGEST = 12  # tokens


def saying_after(tokens: list[Token], children: dict[int, list[int]], told: Token) -> None:
    """Give the verb of saying behind the clause of ``told`` the subject that the parser leaves in that clause."""
    if (teller := subject_before_said(tokens, children, told)) is not None:
        tokens[teller] = tokens[teller]._replace(dep="nsubj", head=told.head)
    elif (teller := name_before_said(tokens, children, told)) is not None:
        tokens[teller] = tokens[teller]._replace(dep="nsubj", head=told.head)
        tokens[told.i] = told._replace(dep="ROOT", head=told.i)


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


def name_before_said(tokens: list[Token], children: dict[int, list[int]], told: Token) -> int | None:
    """Who says the second of two clauses, where the parser has nobody say both: "Oslo shut it, and Berg said she was sad"."""
    said = tokens[told.head]
    kids = [tokens[c] for c in children.get(said.i, ())]
    after = any(k.dep == "ccomp" and k.i > said.i for k in kids)
    if said.lemma not in _SAYING or not after or any(k.dep in ANY_SUBJECT for k in kids):
        return None
    name = tokens[said.i - 1 - (tokens[said.i - 1].text == ",")]
    joint = tokens[name.i - 1 - (tokens[name.i - 1].head == name.i)]
    joined = joint.dep == "cc" and joint.head == told.i == name.head
    return name.i if joined and name.pos in ("NOUN", "PROPN") else None


def reports_at_end(tokens: list[Token], word: Token) -> bool:
    """Read a noun at the end of a sentence as the verb that it is: "was received on Monday, the ministry's press office reports".

    Whether it is one: between a comma and it stands nothing but a definite noun phrase, and a verb before the comma."""
    last = word.i + 1
    if last < len(tokens) and tokens[last].sent == word.sent and tokens[last].text not in (".", "citing"):
        return False
    first = word.i
    while first and word.i - first < _LONGEST and tokens[first - 1].pos in _NOMINAL:
        first -= 1
    if (
        first < 2
        or tokens[first - 1].text != ","
        or tokens[first].pos != "DET"
        or tokens[word.i - 1].pos not in ("NOUN", "PROPN")
    ):
        return False
    over = word if word.head == word.i else tokens[word.head]
    while over.pos != "VERB" and over.head != over.i:
        over = tokens[over.head]
    if over is not word and (over.pos != "VERB" or over.i >= first):
        return False
    subject = tokens[word.i - 1]
    for t in tokens[first : word.i - 1]:
        if t.head == word.i:
            tokens[t.i] = t._replace(head=subject.i)
    tokens[subject.i] = subject._replace(dep="nsubj", head=word.i)
    verb = word._replace(pos="VERB", tag="VBZ")
    tokens[word.i] = verb if over is word else verb._replace(dep="parataxis", head=over.i)
    return True


def appended_saying(tokens: list[Token], children: dict[int, list[int]], said: Token) -> bool:
    """Whether the verb of a list only tells whose word the sentence is: "the first was X, followed by Y, the ministry said"."""
    kids = [tokens[c] for c in children.get(said.i, [])]
    subject = next((k for k in kids if k.dep == "nsubj" and k.i < said.i), None)
    before = [k for k in kids if k.dep == "ccomp" and k.i < said.i]  # "was met, and talks were held, the agency said"
    full = _CLAUSES if said.lemma == "tell" else _CLAUSES | {"dobj"}  # "the press service told Reuters"
    if subject is None or any(k.dep in full for k in kids if k not in before):
        return False
    first = leftmost(children, subject.i)
    joined = any(tokens[c].dep == "cc" for c in children.get(said.head, []) if said.head < c < said.i)
    return first > 0 and tokens[first - 1].text == "," and (bool(before) or not joined)


def leftmost(children: dict[int, list[int]], i: int) -> int:
    """The first of the tokens below ``i``."""
    return min([i, *(leftmost(children, c) for c in children.get(i, ()) if c < i)])


def append_saying(tokens: list[Token], children: dict[int, list[int]], said: Token) -> None:
    """Hang the verb of saying beside all that it tells, the clauses before it on the first of them."""
    for c in children.get(said.i, []):
        if tokens[c].dep == "ccomp" and c < said.i:
            tokens[c] = tokens[c]._replace(dep="conj", head=said.head)
    tokens[said.i] = said._replace(dep="parataxis")
