"""What stands before the head of an office and tells no part of it: "visiting", "newly elected", "his Thai" of a peer."""

from __future__ import annotations

from kg.annotate.reader import Reader

PASSING = frozenset({"visiting", "host", "new", "next", "current", "incumbent", "serving"})  # said of a visit, not of the office
_LATELY = frozenset({"newly", "recently", "freshly", "just", "re"})
_GOT = frozenset("elected appointed re-elected installed named minted".split())
_POSSESSORS = frozenset({"his", "her", "its", "their", "our", "my"})


def peer(low: str, of: bool, holder: str | None) -> bool:
    """Whether the word is said of somebody of the same office in another state: "his Thai colleague", "his Thai peer"."""
    his = holder in ("his", "her")
    return (low == "colleague" and (of or his)) or (low in ("peer", "homologue") and of and his)


def past_opening(r: Reader, i: int, j: int) -> int:
    """The word after "visiting" at ``j``, or after "his" or "government's" where the phrase begins at ``i``; else ``j``."""
    low = r.lower(j)
    if (low in PASSING and j not in r.hits) or (low in _POSSESSORS and j == i):
        return j + 1
    if (fresh := past_fresh(r, j)) > j:
        return fresh
    own = j == i and low == "government" and not r.capital(j) and r.possessive(j + 1)
    return j + 2 if own and follows_head(r, j + 2) else j


def past_fresh(r: Reader, i: int) -> int:
    """The word after what tells how lately somebody got an office, which is no part of it: "newly appointed", "re-elected"."""
    if r.lower(i) in ("re-elected", "newly-elected", "newly-appointed"):
        return i + 1
    k = i + 1 + (r.lower(i + 1) == "-") if r.lower(i) in _LATELY else i
    return k + 1 if k > i and r.lower(k) in _GOT and follows_head(r, k + 1) else i


def follows_head(r: Reader, j: int) -> bool:
    """Whether an office head follows at ``j`` after nothing but modifiers and fields."""
    for k in range(j, min(j + 5, len(r.words))):
        low = r.lower(k)
        if low in r.lexicon.office_heads:
            return True
        if low not in r.lexicon.office_before and low not in r.lexicon.fields and low not in ("and", "&"):
            return False
    return False
