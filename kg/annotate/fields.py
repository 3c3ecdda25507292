"""The fields of government that offices deal with, "foreign affairs", and who heads one: "head of state"."""

from __future__ import annotations

from kg.annotate.names import name_at
from kg.annotate.reader import Reader

_LONGEST = 7  # words that the matter of a mission may have
_KINDS = frozenset({"region", "process", "issues", "affairs", "matters", "dialogue", "conflict"})
CLOSING = frozenset({",", ".", ";", ")", "and", "who", "—", "–", "", "has", "had", "said", "told", "is", "was", "will"})


def fields_at(r: Reader, i: int) -> int:
    """The end of a field of government at ``i`` ("foreign affairs", "Fisheries and Ocean Affairs"), or ``i``."""
    j = i
    end = i
    while j < len(r.words):
        low = r.lower(j)
        if j > i and j in r.hits and r.hits[j].last > j + 1:  # "diplomacy of the European Union"
            break
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


def matter_at(r: Reader, i: int) -> int:
    """The end of what an envoy is sent for at ``i`` ("Climate", "the Horn of Africa region"), up to a mark or name, or ``i``."""
    j = i
    while j < min(i + _LONGEST, len(r.words)):
        joins = r.lower(j) in ("of", "the", "and", "&") and j > i and (r.capital(j + 1) or r.lower(j + 1) == "the")
        if r.lower(j) == "of" and j + 1 in r.hits and r.hits[j + 1].state and r.hits[j + 1].entry.type == "State":
            return j  # "Minister for Climate Action of Norway"
        if r.lower(j) in r.lexicon.office_heads:  # "a spokesman for the Peruvian President, X"
            return i
        named = j > i and j not in r.hits and r.words[j].ent == "PERSON" and name_at(r, j) > j + 1
        if named or not (joins or (r.capital(j) and r.lower(j) not in r.lexicon.calendar)):
            break
        j += 1
    j += j > i and r.lower(j) in _KINDS
    return j if r.lower(j) in CLOSING or name_at(r, j) > j + 1 else i


def word_of_state(r: Reader, i: int) -> bool:
    """Whether "head(s) of state" or "head(s) of government" stands at ``i``."""
    return r.lower(i) in ("head", "heads") and r.lower(i + 1) == "of" and r.lower(i + 2) in ("state", "government")
