"""The grammar of bodies: ministries, parliaments, parties, armies, companies, named in capitals or by a common noun."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kg.annotate.reader import Reader

_MAX_WORDS = 14
_PEOPLE = 7  # words in which "and the brotherly people of" stands
_NEWS = frozenset({"news", "press"})
_KINDS = frozenset({"armed", "presidential", "royal"})  # "the armed forces", "Norway's royal guard"
_PARTS = frozenset("department division directorate bureau desk section".split())  # of a ministry, named by a region
_MEMBERS = frozenset({"ministers", "deputies", "representatives", "commons", "lords", "elders", "peers", "ambassadors"})
_HOLDERS = frozenset(
    """minister premier secretary chairman chairwoman speaker chancellor president ambassador envoy leader governor
    mayor""".split()
)  # no body bears their names
_AFTER_NOUNS = frozenset(
    """said says has had have is was were will would could may on in and to of for from at by that which who also denied announced
    reported claimed confirmed accused warned told struck killed carried launched against over after as with""".split()
)


@dataclass(frozen=True, slots=True)
class BodyPhrase:
    """A body in words ``first`` to ``end``: where the name of its state stands, if any; ``proper`` if capitalised."""

    first: int
    end: int
    head: int
    state: tuple[int, int] | None
    proper: bool


def body_at(r: Reader, i: int) -> BodyPhrase | None:
    """The body that begins at ``i``: "Ministry of Defence", "Russian State Duma", "the North's ruling party", or None."""
    j = i
    state: tuple[int, int] | None = None
    hit = r.hits.get(j)
    if hit is not None:
        if hit.entry.type == "Organization":
            if r.lower(hit.last) in ("politburo", "secretariat"):  # "the Communist Party politburo"
                return BodyPhrase(i, hit.last + 1, hit.last, None, True)
            after = head_at(r, hit.last) if r.capital(hit.last) and r.words[hit.last].spaced else None
            if after is not None and r.capital(after):
                return extend(r, BodyPhrase(i, after + 1, after, None, True))
            return extend(r, BodyPhrase(i, hit.last, hit.last - 1, None, True))
        if not hit.state and hit.entry.kind != "capital":
            head = head_at(r, hit.last) if r.capital(hit.last) and r.words[hit.last].spaced else None
            part = head is not None and head == hit.last and r.lower(head) in _PARTS  # "the ministry's Europe Department"
            whole = head is not None and hit.last < head <= hit.last + 2 and r.capital(head)  # "Kurdistan Democratic Party"
            return BodyPhrase(i, head + 1, head, None, True) if head is not None and (part or whole) else None
        state = (hit.first, hit.last)
        j = hit.last
        if r.possessive(j):
            j += 1
        while r.lower(j) in ("ruling", "own", "powerful", "state-run"):
            j += 1
        if (inner := r.hits.get(j)) is not None and inner.entry.type == "Organization":
            whole = r.capital(inner.last) and r.lower(inner.last) in r.lexicon.body_heads and r.words[inner.last].spaced
            end = inner.last + whole  # "Norway's Red Cross Society"
            return BodyPhrase(i, end, end - 1, state, True)
    head = head_at(r, j, owned=state is not None)
    if head is None:
        return None
    proper = r.capital(head)
    return extend(r, BodyPhrase(i, head + 1, head, state, proper))


def shared(r: Reader, i: int) -> bool:
    """Whether the government is told with its people, as their state: "the Government and people of Samoa"."""
    if r.lower(i) != "government" or r.lower(i + 1) not in ("and", "&"):
        return False
    after = [r.lower(k) for k in range(i + 2, i + _PEOPLE)]
    return any(a in ("people", "peoples") and b == "of" for a, b in pairwise(after))


def head_at(r: Reader, i: int, owned: bool = False) -> int | None:
    """The head noun of a body whose own words begin at ``i``, or None; a lone common noun only where a state owns it."""
    lex = r.lexicon
    last = None
    for j in range(i, min(i + 7, len(r.words))):
        low = r.lower(j)
        if r.possessive(j):
            if r.lower(j - 1) in lex.possessors and r.capital(j + 1):
                continue
            break
        if low == "military" and owned and j == i and alone(r, j):
            return j
        if low in lex.body_heads and (r.capital(j) or (low in lex.body_common and all_fields(r, i, j))):
            if low == "cabinet" and r.lower(j + 1) == "secretary":  # an office, of no cabinet that would be named
                break
            last = j
            continue
        if j in r.hits and j > i and not r.hits[j].adjective and r.hits[j].entry.type != "Organization":
            break
        if (
            r.capital(j)
            and low not in lex.calendar
            and (low not in lex.never or low in ("state", "north", "south", "central", "northern", "eastern"))
        ):
            continue
        if low == "and" and any(
            r.lower(k) in _HOLDERS for k in range(max(i - 1, 0), j - 1)
        ):  # "Minister X and National Assembly"
            break
        if (
            low in lex.fields
            or (low in _KINDS and (owned or low == "armed"))
            or (owned and low in _NEWS and r.lower(j + 1) == "agency")
            or (low in ("and", "&", "'", "for") and j > i and r.capital(j + 1))
        ):
            continue
        break
    if last is not None and last == i and not r.capital(last) and not owned:
        return None
    return last


def alone(r: Reader, j: int) -> bool:
    """Whether what follows the word at ``j`` shows it to be a noun: "the Chilean military said", not "military attaché"."""
    return not r.words[j + 1].text.isalpha() or r.lower(j + 1) in _AFTER_NOUNS if j + 1 < len(r.words) else True


def all_fields(r: Reader, first: int, last: int) -> bool:
    """Whether only fields of government, "news" and the like stand in words ``first`` to ``last``."""
    return all(
        r.lower(k) in r.lexicon.fields | _KINDS | _NEWS or r.lower(k) in r.lexicon.office_before for k in range(first, last)
    )


def extend(r: Reader, body: BodyPhrase) -> BodyPhrase:
    """``body`` with its complement: "of National Defence of the DPRK", "of the Workers' Party", "for Foreign Affairs"."""
    j = past_gloss(r, past_acronym(r, body.end))
    state = body.state
    while r.lower(j) in ("of", "for", "on", "against", "&") and j - body.first < _MAX_WORDS:
        if j == body.first + 1 and r.lower(j) in ("on", "against") and r.words[body.first].text.isupper():
            break  # "imposed by ECOWAS on Mali"
        k = j + 1
        while r.lower(k) in ("the", "ruling", "its"):
            k += 1
        hit = r.hits.get(k)
        if hit is not None and hit.state and not hit.adjective:
            end = past_acronym(r, hit.last)
            state = state or (hit.first, hit.last)
            if r.possessive(end) and (inner := body_at(r, k)) is not None and r.lower(j) == "of":
                end = inner.end
        elif (nested := body_at(r, k)) is not None and (r.lower(j) == "of" or nested.proper) and r.lower(j) != "on":
            end = nested.end
            state = state or nested.state
        elif r.capital(k) and r.lower(k) in r.lexicon.fields:
            end = field_run(r, k)
        elif r.capital(k) and r.lower(k) in _MEMBERS:  # "the Council of Ministers Karl Voss chairs"
            end = k + 1
        else:
            end = capitals(r, k) if body.proper else field_run(r, k)
            if end == k:
                break
        j = end
    return BodyPhrase(body.first, max(j, body.end), body.head, state, body.proper) if j != body.end else body


def past_acronym(r: Reader, i: int) -> int:
    """The end of the part of a body that its acronym stands before ("the Workers' Party (WP) Central Committee"), or ``i``."""
    if r.lower(i) != "(" or r.lower(i + 2) != ")" or not r.words[i + 1].text.isupper() or not r.capital(i + 3):
        return i
    head = head_at(r, i + 3)
    return head + 1 if head is not None and r.capital(head) else i


def past_gloss(r: Reader, i: int) -> int:
    """The word after another name of a body in brackets that "of" follows ("the High Council (Parliament) of Peru"), or ``i``."""
    if r.lower(i) != "(":
        return i
    end = next((k for k in range(i + 2, i + 5) if r.lower(k) == ")"), i)
    of = r.lower(end + 1) == "of" and r.capital(end + 2 + (r.lower(end + 2) == "the"))
    named = end > i and of and all(r.capital(k) for k in range(i + 1, end))
    return end + 1 if named else i


def capitals(r: Reader, i: int) -> int:
    """The end of a run of capitalised words at ``i``, with joining words inside ("Foreign Affairs and Expatriates")."""
    j = end = i
    while j < len(r.words):
        low = r.lower(j)
        if r.capital(j) and low not in r.lexicon.calendar and r.bare(j) not in r.lexicon.honorifics:
            j += 1
            end = j
        elif low in ("and", "&", "of", "for", "the", ",") and j > i and r.capital(j + 1) and r.lower(j + 1) in r.lexicon.fields:
            j += 1
        else:
            break
        if j < len(r.words) and not r.words[j].spaced and not r.words[j].text.isalnum():
            break
    return end


def field_run(r: Reader, i: int) -> int:
    """The end of fields of government at ``i`` ("foreign affairs", "Labour, Migration and Social Protection")."""
    j = end = i
    while j < len(r.words):
        if r.lower(j) in r.lexicon.fields:
            j += 1
            end = j
        elif r.lower(j) in ("and", "&", ",", "of", "the") and j > i:
            j += 1
        else:
            break
    return end
