"""The stretches of an article between quotation marks, and whom a pronoun in or beside one cannot mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.cast import Cast, Stretch
from kg.extract.credit import SAYING, sayers
from kg.extract.tree import Tree
from kg.model import Token

BREAK = re.compile(r"\n\s*")
_OPEN, _CLOSE, _EITHER = "“", "”", '"'
TAG = 4  # words from the closing mark to the subject of the verb of saying, at most


def quotations(tree: Tree) -> Iterator[Stretch]:
    """(first token, token after the last, paragraph) of every stretch between quotation marks that holds a verb."""
    text = tree.annotation.article.text
    opened: int | None = None
    paragraph, start = 0, 0
    end = 0
    for token in tree.tokens:
        if token.i and BREAK.search(text, end, token.start):
            if opened is not None:
                yield from clause_within(tree, opened, token.i, paragraph)
            opened, paragraph = None, paragraph + 1
        end = token.end
        if token.text in (_OPEN, _EITHER, "''", "``") and opened is None:
            opened = start = token.i + 1
        elif opened is not None and (token.text in (_EITHER, "''", "``") or _CLOSE in token.text):
            yield from clause_within(tree, start, token.i, paragraph)
            opened = None
    if opened is not None:
        yield from clause_within(tree, opened, len(tree.tokens), paragraph)


def clause_within(tree: Tree, first: int, last: int, paragraph: int) -> Iterator[Stretch]:
    """The stretch, if it holds a verb with its subject."""
    inside = range(first, last)
    if any(tree.tokens[i].dep in ("nsubj", "nsubjpass", "expl") and tree.tokens[i].head in inside for i in inside):
        yield first, last, paragraph


def speaks_of_others(cast: Cast, token: Token) -> set[int]:
    """Whom a pronoun cannot mean (draft numbers): in a quotation its speaker, behind one ("...", he said) whom it names."""
    tree = cast.tree
    for first, last, _ in cast.stretches:
        if first <= token.i < last:
            return {n for i in range(first, last) if not first <= tree.tokens[i].head < last for n in sayers(cast, i)}
        if last <= token.i <= last + TAG and token.dep == "nsubj" and tree.tokens[token.head].lemma in SAYING:
            return {d.number for i in range(first, last) if i in tree.names for d in cast.who(i)}
    return set()
