"""Several offices of one person: "foreign minister and UN envoy", "Deputy Prime Minister, Minister of Justice X"."""

from __future__ import annotations

from kg.annotate.names import name_at
from kg.annotate.offices import OfficePhrase, names_next, office_at
from kg.annotate.reader import Reader


def offices_at(r: Reader, i: int) -> list[OfficePhrase]:
    """All offices joined by "and", or by commas before a name, from ``i`` on; empty when none begins there."""
    found: list[OfficePhrase] = []
    j = i
    while (office := office_at(r, j)) is not None:
        found.append(office)
        j = office.end
        if (after := listed_next(r, office)) > j:
            j = after
            continue
        if r.lower(j) in ("and", "&") or (r.lower(j) == "," and r.lower(j + 1) == "and"):
            j += 1 if r.lower(j) != "," else 2
            while r.lower(j) in ("the", "a", "concurrently", "also"):
                j += 1
            nxt = office_at(r, j)
            if nxt is not None and r.possessive(nxt.end):  # "secretary of the council and Leader's representative in it"
                break
            apart = r.lower(office.end) == "," and nxt is not None and bool(nxt.of) and nxt.of[0][0] == j
            if apart or (nxt is not None and anothers(r, office, nxt)):  # "X, the foreign minister, and Norwegian Ambassador Y"
                break
            other = nxt is not None and bool(nxt.of) and nxt.of[0][0] == j and r.hits.get(j) is not None and not r.hits[j].state
            if nxt is None or (other and (r.lower(nxt.end) != "," or names_next(r, nxt))):
                break
            continue
        break
    return found


def anothers(r: Reader, office: OfficePhrase, following: OfficePhrase) -> bool:
    """Whether the second office is somebody else's: "the Prime Minister and Norway's Foreign Minister, X"."""
    return not office.of and bool(following.of) and following.of[0][1] < following.head and r.possessive(following.of[0][1])


def listed_next(r: Reader, office: OfficePhrase) -> int:
    """Where the office begins that a comma joins to ``office`` in capitals before a name, or the end of ``office``."""
    if r.lower(office.end) != "," or not (r.capital(office.head) and r.capital(office.end + 1)) or office.counterpart:
        return office.end
    following = office_at(r, office.end + 1)
    if following is None or following.counterpart or following.holder or (following.of and following.of[0][0] == office.end + 1):
        return office.end
    named = names_next(r, following) or (r.lower(following.end) == "," and name_at(r, following.end + 1) > following.end + 2)
    return office.end + 1 if named else office.end
