"""Where resolution keeps what it has made of the articles: rows in blocks, each sorted by key, as the store lays them down."""

from __future__ import annotations

import re
from typing import Any, Protocol

from kg.model import Member

BETWEEN = "\x01"  # between the parts of a key: less than whatever a name holds, so that keys sort as the tuples do

OTHER = "\x02"  # between two members in one key
_ESCAPE = "\x03"
_PARTING = re.compile("[\x00-\x03]")
_ESCAPED = re.compile("\x03([0-3])")


class Shelf(Protocol):
    """Rows of a kind in blocks; values are what JSON can say."""

    def rows(self, kind: str, block: str) -> list[tuple[str, Any]]:
        """The keys and values of a block, sorted by key."""

    def keys(self, kind: str, block: str) -> list[str]:
        """The keys of a block, sorted."""

    def first(self, kind: str, block: str, most: int) -> list[tuple[str, Any]]:
        """The first rows of a block."""

    def add(self, kind: str, block: str, key: str, value: Any = None) -> None:
        """Nothing; the row is there, in place of an earlier one of its key."""

    def take(self, kind: str, block: str, key: str) -> None:
        """Nothing; there is no such row."""

    def get(self, kind: str, block: str) -> Any:
        """The value of what is alone in its block; None where there is nothing."""

    def put(self, kind: str, block: str, value: Any) -> None:
        """Nothing; the value is alone in its block. None takes it out. Nobody changes a value that was put or got."""

    def flush(self) -> None:
        """Nothing; what was put is held in memory no longer."""


def key_of(member: Member) -> str:
    """A member as a key, in the order of members."""
    return f"{escaped(member[0])}{BETWEEN}{escaped(member[1])}"


def member_of(key: str) -> Member:
    """The member with that key."""
    article, _, ident = key.partition(BETWEEN)
    return (article, ident) if _ESCAPE not in key else (_plain(article), _plain(ident))


def article_of(key: str) -> str:
    """The article of the member with that key, or any key that begins as its does."""
    return _plain(key.partition(BETWEEN)[0])


def escaped(text: str) -> str:
    """A text without the characters that part keys, in the order of texts."""
    return _PARTING.sub(lambda m: f"{_ESCAPE}{ord(m[0])}", text)


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda m: chr(int(m[1])), text) if _ESCAPE in text else text
