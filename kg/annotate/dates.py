"""Expressions of time in running text, resolved as far as they go."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import TimeExpression, Token


def find_times(tokens: Sequence[Token], published: str | None) -> tuple[TimeExpression, ...]:
    """The expressions of time among ``tokens``."""
    return ()
