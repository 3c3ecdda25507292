"""The fields of government that offices deal with, "foreign affairs", and who heads one: "head of state"."""

from __future__ import annotations

from kg.annotate.reader import Reader


def fields_at(r: Reader, i: int) -> int:
    """The end of a field of government at ``i`` ("foreign affairs", "Fisheries and Ocean Affairs"), or ``i``."""
    j = i
    end = i
    while j < len(r.words):
        low = r.lower(j)
        if low in r.lexicon.fields:
            j += 1
            end = j
        elif low in ("and", "&", ",") and j > i and (past := field_abroad(r, j + 1)) > j:
            j = end = past
        elif low in ("and", "&", ",", "of", "the") and j > i and r.lower(j + 1) in r.lexicon.fields | {"the"}:
            j += 1
        else:
            break
    return end


def field_abroad(r: Reader, i: int) -> int:
    """The end of a field that a listed name opens ("Moroccan Expatriates", "European Union" before another), or 0."""
    hit = r.hits.get(i)
    if hit is None or not (hit.adjective or hit.entry.type == "Organization"):
        return 0
    if r.lower(hit.last) in r.lexicon.fields and r.capital(hit.last):
        return hit.last + 1
    return hit.last if r.lower(hit.last) in ("and", "&") and r.lower(hit.last + 1) in r.lexicon.fields else 0


def word_of_state(r: Reader, i: int) -> bool:
    """Whether "head(s) of state" or "head(s) of government" stands at ``i``."""
    return r.lower(i) in ("head", "heads") and r.lower(i + 1) == "of" and r.lower(i + 2) in ("state", "government")
