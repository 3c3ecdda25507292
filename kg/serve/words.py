"""What the SPARQL editor completes: prefixed names of the vocabulary with what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg import vocabulary
from kg.terms import shorten
from kg.vocabulary import PREFIXES

FUNCTIONS = {
    'kg:param("': "The value of a parameter, filled in beside the query.",
    "kg:fold(": "A name without case, accents and hyphens, as names are compared.",
}


def words(defined: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """``{"words": [[name, meaning], ...]}``, sorted: what the graph defines, and what else it uses, which has no meaning told.

    ``defined`` are rows of the question ``vocabulary``.
    """
    meanings = dict.fromkeys(filter(None, (shorten(iri, PREFIXES) for iri in _used())), "") | FUNCTIONS
    for row in defined:
        if name := shorten(row["word"], PREFIXES):
            meanings[name] = row["definition"]
    return {"words": sorted(map(list, meanings.items()))}


def _used() -> list[str]:
    """Every IRI that :mod:`kg.vocabulary` names, but for namespaces."""
    spaces = set(PREFIXES.values())
    values = (value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, str))
    return [value for value in values if value.startswith("http") and value not in spaces]
