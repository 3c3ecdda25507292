"""The nouns between a file and an article: raw bytes with their origin, and a text with what its source says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one input; ``suffix`` is lower-case with its dot, ``parent`` the name of the folder it lies in."""

    where: str
    parent: str
    stem: str
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """One article's stored text and the metadata its source gives beside it (fields of ``Article``, never empty)."""

    where: str
    parent: str
    stem: str
    text: str
    given: Mapping[str, str]
