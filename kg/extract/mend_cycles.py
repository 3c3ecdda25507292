"""The last check of a mended parse: no word may stand below itself."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Token


def uncross(tokens: list[Token], parsed: Sequence[Token]) -> None:
    """Give the words of a circle the heads that the parser gave them, all of its sentence where that leaves another.

    Each mend looks at a few words only, so that two of them together may hang a word below itself.
    """
    for circle in circles(tokens):
        for i in circle:
            tokens[i] = parsed[i]
    for circle in circles(tokens):
        for t in parsed:
            if t.sent == parsed[circle[0]].sent:
                tokens[t.i] = t


def circles(tokens: Sequence[Token]) -> list[list[int]]:
    """The tokens of each circle of heads; a word that is its own head is the root of its sentence and no circle."""
    done = [False] * len(tokens)
    found: list[list[int]] = []
    for token in tokens:
        path: list[int] = []
        on_path: set[int] = set()
        i = token.i
        while not done[i]:
            done[i] = True
            path.append(i)
            on_path.add(i)
            i = tokens[i].head
        if i in on_path and tokens[i].head != i:
            found.append(path[path.index(i) :])
    return found
