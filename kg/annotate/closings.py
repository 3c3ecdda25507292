"""Names that their last word tells: occasions ("ASEAN Summit") and sites ("Khartoum International Airport")."""

from __future__ import annotations

from kg.annotate.reader import Reader

_GATHERING = frozenset("leaders ministers officials".split())
_LONGEST = 7  # words that the name of an occasion may have


def occasion_end(r: Reader, i: int) -> int:
    """The end of a capitalised name at ``i`` that closes with a word of occasion ("ASEAN Summit", "Korean War"), or ``i``."""
    end = i
    for j in range(i, min(i + _LONGEST, len(r.words))):
        if r.possessive(j) and r.lower(j - 1) in _GATHERING:
            continue
        if (
            not r.capital(j)
            or r.lower(j) in r.lexicon.calendar
            or (r.lower(j) in r.lexicon.never and j == i and not r.hits.get(i))
        ):
            break
        if (
            j > i
            and r.lower(j) in r.lexicon.occasion_heads
            and not (r.lower(j) in ("meeting", "session", "congress") and not gathering(r, j))
        ):
            end = j + 1
    tail = r.lower(end) if end > i and r.capital(end) else ""
    return i if tail and tail in r.lexicon.place_heads | r.lexicon.body_heads else end


def gathering(r: Reader, j: int) -> bool:
    """Whether the word at ``j`` says what leaders or ministers gather at: "the Foreign Ministers' Meeting"."""
    before = j - 2 if r.possessive(j - 1) else j - 1
    return r.lower(before) in _GATHERING and r.capital(before)


def site_end(r: Reader, i: int) -> int:
    """The end of a name at ``i`` that closes with a word of place ("Khartoum International Airport"), or ``i``."""
    end = i
    for j in range(i, min(i + 6, len(r.words))):
        low = r.lower(j)
        seat = f"{r.lower(j - 1)} {low}" in r.lexicon.site_pairs
        if j > i and (low in r.lexicon.site_words or seat) and (r.capital(j) or not r.capital(j + 1)):
            if r.lower(j + 1) == "of" and r.capital(j + 2) and i in r.hits and r.hits[i].adjective and not r.capital(j):
                return i  # "the Chinese province of Yunnan" is Yunnan
            end = j + 1 + goes_on(r, j + 1)
        if not r.capital(j) or low in r.lexicon.calendar or (j == i and not r.naming(i)) or r.possessive(j + 1):
            break
        if j in r.hits and r.hits[j].adjective and j > i:
            break
    return end


def goes_on(r: Reader, i: int) -> bool:
    """Whether the word at ``i`` still belongs to the site named before it, as the model reads it too: "Memorial Stupa"."""
    if not r.capital(i) or i in r.hits or not r.words[i].spaced or r.capital(i + 1) or not r.words[i].ent:
        return False
    lex = r.lexicon
    other = (lex.calendar, lex.never, lex.office_heads, lex.honorifics, lex.ranks, lex.body_heads, lex.occasion_heads)
    return r.words[i].ent == r.words[i - 1].ent and not any(r.bare(i) in words for words in other)
