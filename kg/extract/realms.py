"""Monarchies: which state "King X" may rule, and which one "the kingdom" or "the emirate" may be."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.lexicon import lexicon

_OF = {"king": "kingdom", "queen": "kingdom", "emir": "emirate", "amir": "emirate", "sultan": "sultanate"}


def realm_of(words: set[str]) -> frozenset[str]:
    """The keys of the states that a title with these words may be of, or that they call; none of any other words."""
    kinds = {_OF.get(word, word) for word in words}
    return frozenset(key for kind in kinds & lexicon().realms.keys() for key in lexicon().realms[kind])


def in_realm(cast: Cast, found: Draft | None, keys: frozenset[str], before: int) -> Draft | None:
    """``found`` where it is a state of one of ``keys``, else that which the article is written from, else the one named before.

    None where the article is written from no such state and before the offset names none or several.
    """
    if found is not None and found.known in keys:
        return found
    fit = [d for d in cast.of_type("State") if d.known in keys]
    home = [d for d in fit if cast.dated_from and d.number == cast.home]
    told = home or [d for d in fit if any(n.span.start < before for n in d.namings)]
    return told[0] if len(told) == 1 else None
