"""The last check of a mended parse: no word may stand below itself."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Token


def uncross(tokens: list[Token], parsed: Sequence[Token]) -> None:
    """Give the words of a circle the heads that the parser gave them, all of its sentence where that leaves another.

    Each mend looks at a few words only, so that two of them together may hang a word below itself.
    """
    for circle in circles(tokens, parsed):
        for i in circle:
            tokens[i] = parsed[i]
    for circle in circles(tokens, parsed):
        for t in parsed:
            if t.sent == parsed[circle[0]].sent:
                tokens[t.i] = t


def circles(tokens: Sequence[Token], parsed: Sequence[Token]) -> list[list[int]]:
    """The tokens of each circle of heads, once for each of its words that the parser, who makes none, hung elsewhere."""
    found: list[list[int]] = []
    for token, before in zip(tokens, parsed, strict=True):
        if token.head == before.head:
            continue
        path = [token.i]
        while len(path) <= len(tokens):
            head = tokens[path[-1]].head
            if head == path[-1] or head == token.i:
                break
            path.append(head)
        if tokens[path[-1]].head == token.i and len(path) > 1:
            found.append(path)
    return found
