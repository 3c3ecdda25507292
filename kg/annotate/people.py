"""The grammar of people: name runs, honorifics, ranks and offices before and after a name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.annotate.bodies import body_at
from kg.annotate.reader import Reader

_MAX_NAME = 7
FORMER = frozenset({"former", "ex", "then", "late", "onetime", "erstwhile"})
_COMPLEMENTS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_ABROAD = frozenset({"to", "in", "on", "at", "with"})
_GENERAL = frozenset({"secretary", "consul", "attorney", "director", "governor", "inspector", "commissioner"})
_SENT_FOR = frozenset({"envoy", "representative", "coordinator", "rapporteur", "negotiator", "mediator"})
_AFTER_HEAD = frozenset({"general", "executive", "emeritus", "designate", "plenipotentiary"})
_PRESIDING = ("chair", "president", "director", "speaker")
_POSSESSORS = frozenset({"his", "her", "its", "their", "our", "my"})
_BREAKS = frozenset(
    {",", ".", ";", ":", ")", "—", "–", "--", "-", "who", "and", "was", "is", "has", "had", "said", "whose", "which", '"', "”"}
)


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office in words: title words ``first`` to ``last``, the whole phrase to ``end``, names of bodies or states within."""

    first: int
    last: int
    end: int
    head: int
    of: tuple[tuple[int, int], ...]
    holder: str | None
    counterpart: bool
    former: bool
    beside: tuple[tuple[int, int], ...] = ()  # names in the title that it is not an office of ("ambassador to Laos")


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A person with offices: the name's words and the whole phrase's."""

    first: int
    last: int
    name_first: int
    name_last: int
    offices: tuple[OfficePhrase, ...]
    titled: bool


def name_at(r: Reader, i: int) -> int:
    """The end of a run of words at ``i`` that can be a person's name, or ``i``; it begins and ends with a capital."""
    j = i
    end = i
    while j < len(r.words) and j - i < _MAX_NAME:
        low = r.lower(j)
        if j > i and not r.words[j].spaced and r.words[j - 1].text not in ("-",):
            break
        if j > i and r.bare(j) in r.lexicon.suffixes:
            end = j + 1
            break
        if initial(r.words[j].text) and r.capital(j + 1):
            j += 1
            continue
        if low in r.lexicon.particles and (r.capital(j + 1) or r.lower(j + 1) in r.lexicon.particles) and (j > i or r.capital(j)):
            j += 1
            continue
        if not name_word(r, j, first=j == i):
            break
        j += 1
        end = j
    return end


def initial(text: str) -> bool:
    """Whether the word is an initial such as "A." or "J.R."."""
    return text[:1].isupper() and text.endswith(".") and len(text) in (2, 4)


def name_word(r: Reader, j: int, first: bool) -> bool:
    """Whether the word at ``j`` can stand in a person's name."""
    word = r.words[j]
    low = word.lower
    lex = r.lexicon
    if not word.capital or not any(c.isalpha() for c in word.text) or low in lex.calendar:
        return False
    if low in lex.never and not (word.ent == "PERSON" and not word.initial):
        return False
    hit = r.hits.get(j)
    if hit is not None and not (word.ent == "PERSON" and hit.last == j + 1 and beside_name(r, j)):
        return False
    if r.bare(j) in lex.honorifics and first:
        return False
    if low in lex.office_heads and not (word.ent == "PERSON" and not first):
        return False
    return len(word.text) > 1


def beside_name(r: Reader, j: int) -> bool:
    """Whether a capitalised word that no list knows stands beside the word at ``j``, so that it may be a person's first name."""
    after = r.capital(j + 1) and j + 1 not in r.hits and r.words[j + 1].ent == "PERSON"
    before = j > 0 and r.capital(j - 1) and j - 1 not in r.hits and r.words[j - 1].ent == "PERSON"
    return after or before


def honorifics_at(r: Reader, i: int) -> int:
    """The end of a run of honorifics and ranks at ``i`` ("H.E. Mr.", "Lieutenant General", "His Highness")."""
    j = i
    while j < len(r.words):
        if j in r.hits:
            break
        low = r.bare(j)
        rank = low in r.lexicon.ranks or (low in r.lexicon.rank_words and r.bare(j + 1) in r.lexicon.ranks)
        if not ((low in r.lexicon.honorifics or r.lower(j) in r.lexicon.honorifics or rank) and r.capital(j)):
            if r.lower(j) == "." and j > i:
                j += 1
                continue
            if r.lower(j) == "the" and j > i and r.bare(j + 1) in r.lexicon.titles_before:
                j += 1
                continue
            break
        j += 1
    return j


def office_at(r: Reader, i: int) -> OfficePhrase | None:
    """The office phrase that begins at ``i`` ("Russian Defence Minister", "director of the department of X"), or None."""
    j = i
    of: list[tuple[int, int]] = []
    holder = None
    former = False
    first = i
    while j < len(r.words):
        low = r.lower(j)
        if low in _POSSESSORS and j == i:
            holder = low
            j += 1
            first = j
        elif r.possessive(j) and of and first == j:
            j += 1
            first = j
        elif (body := body_at(r, j)) is not None and ahead_is_office(r, body.end):
            of.append((body.first, body.end))
            j = first = body.end
        elif j in r.hits and low not in r.lexicon.office_heads and (first == j or (former and not of)):  # "Former Peruvian"
            of.append((j, r.hits[j].last))
            j = first = r.hits[j].last
        elif low == "opposite" and r.lower(j + 1) == "number":
            return OfficePhrase(j, j + 2, j + 2, j, tuple(of), holder, True, former)
        elif low in r.lexicon.counterpart:
            return OfficePhrase(j, j + 1, j + 1, j, tuple(of), holder, True, former)
        elif low in r.lexicon.office_heads and not (low in r.lexicon.office_before and follows_head(r, j + 1)):
            return complete(r, OfficePhrase(first, j + 1, j + 1, j, tuple(of), holder, False, former))
        elif low in r.lexicon.office_former or low in r.lexicon.office_before or low in r.lexicon.fields or low in ("and", "&"):
            if low in ("and", "&") and (j == first or not follows_head(r, j + 1)):
                return None
            former = former or low.rstrip("-") in FORMER
            j += 1
        elif r.naming(j) and first == j and (k := unknown_body(r, j)) > j:
            of.append((j, k))
            j = first = k
        else:
            return None
    return None


def follows_head(r: Reader, j: int) -> bool:
    """Whether an office head follows at ``j`` after nothing but modifiers and fields."""
    for k in range(j, min(j + 5, len(r.words))):
        low = r.lower(k)
        if low in r.lexicon.office_heads:
            return True
        if low not in r.lexicon.office_before and low not in r.lexicon.fields and low not in ("and", "&"):
            return False
    return False


def ahead_is_office(r: Reader, j: int) -> bool:
    """Whether an office phrase goes on at ``j`` (after the possessive ending, if any)."""
    if r.possessive(j):
        j += 1
    return follows_head(r, j)


def unknown_body(r: Reader, i: int) -> int:
    """The end of capitalised words at ``i`` that stand as a body's name before an office head, or ``i``."""
    for k in range(i, min(i + 5, len(r.words))):
        if (
            k > i
            and ahead_is_office(r, k)
            and not (r.lower(k) in r.lexicon.office_heads and r.capital(k) and not follows_head(r, k))
        ):
            return k
        if not r.capital(k) or r.lower(k) in r.lexicon.never | r.lexicon.calendar or (k > i and k in r.hits):
            return i
    return i


def complete(r: Reader, base: OfficePhrase) -> OfficePhrase:
    """``base`` with what follows its head: further heads ("General"), fields, bodies and states."""
    last = heads_end(r, base)
    direct = body_at(r, last)
    if direct is not None and r.capital(last) and r.lower(base.head).startswith(_PRESIDING):  # "Chairman Foreign Trade Bank"
        return replace(base, last=last, end=direct.end, of=(*base.of, (direct.first, direct.end)))
    found = replace(base, last=last, end=last)
    while r.lower(found.end) in _COMPLEMENTS and (longer := complemented(r, found)) is not None:
        found = longer
    return found


def heads_end(r: Reader, base: OfficePhrase) -> int:
    """The end of the heads that follow the first one: "Secretary General", "chief of staff"; a rank before a name is none."""
    j = base.last
    while r.lower(j) in r.lexicon.office_heads | _AFTER_HEAD and not r.possessive(j + 1):
        title = r.lower(j) == "general" and r.lower(j - 1) in _GENERAL  # "Secretary General X", but "Defence Minister General X"
        if name_at(r, j) > j + 1 and r.lower(j) in r.lexicon.ranks and not title:
            break
        j += 1
    if r.lower(base.head) == "chief" and r.lower(j) == "of" and r.lower(j + 1) in ("staff", "mission", "protocol", "cabinet"):
        j += 2
    return j


def complemented(r: Reader, office: OfficePhrase) -> OfficePhrase | None:
    """``office`` with one complement more, which begins at its end ("of the ministry", "to Laos", "for water"); None if none."""
    prep = r.lower(office.end)
    k = past_articles(r, office.end + 1)
    body = body_at(r, k)
    if body is not None:
        longer = joined(office, (body.first, body.end), prep in ("to", "with"))
        return owning(r, longer) if prep == "of" else longer
    if k in r.hits and not r.hits[k].adjective:
        sent = prep == "for" and (bool(office.of) or r.lower(office.head) in _SENT_FOR)  # "the UN envoy for Yemen"
        return joined(office, (k, r.hits[k].last), prep in _ABROAD or sent)
    if (field := fields_at(r, k)) > k:
        return replace(office, last=field, end=field)
    inner = office_at(r, k) if prep in ("to", "of") else None
    if inner is not None and not inner.counterpart:
        return replace(office, last=inner.end, end=inner.end, of=(*office.of, *inner.of))
    return None


def past_articles(r: Reader, i: int) -> int:
    """The first word from ``i`` on that is no determiner, "ruling", or a common body's possessive ("the party's")."""
    k = i
    while r.lower(k) in ("the", "its", "his", "ruling", "a") or (r.lower(k) in r.lexicon.body_common and r.possessive(k + 1)):
        k += 2 if r.possessive(k + 1) else 1
    return k


def joined(office: OfficePhrase, name: tuple[int, int], abroad: bool) -> OfficePhrase:
    """``office`` with the body or state that its complement names: whose office it is, or ``abroad`` only where it is held."""
    if abroad:
        return replace(office, last=name[1], end=name[1], beside=(*office.beside, name))
    return replace(office, end=name[1], of=(*office.of, name))


def owning(r: Reader, office: OfficePhrase) -> OfficePhrase:
    """``office`` with its last body prolonged by the part that it owns: "of the ministry's press department"."""
    part = body_at(r, office.end + 1) if r.possessive(office.end) else None
    if part is None:
        return office
    return replace(office, end=part.end, of=(*office.of[:-1], (office.of[-1][0], part.end)))


def fields_at(r: Reader, i: int) -> int:
    """The end of a field of government at ``i`` ("foreign affairs", "Labour and Social Development"), or ``i``."""
    j = i
    end = i
    while j < len(r.words):
        low = r.lower(j)
        if low in r.lexicon.fields:
            j += 1
            end = j
        elif low in ("and", "&", ",", "of", "the") and j > i and r.lower(j + 1) in r.lexicon.fields | {"the"}:
            j += 1
        else:
            break
    return end


def offices_at(r: Reader, i: int) -> list[OfficePhrase]:
    """All offices joined by "and" from ``i`` on; empty when none begins there."""
    found: list[OfficePhrase] = []
    j = i
    while (office := office_at(r, j)) is not None:
        found.append(office)
        j = office.end
        if r.lower(j) in ("and", "&") or (r.lower(j) == "," and r.lower(j + 1) == "and"):
            j += 1 if r.lower(j) != "," else 2
            while r.lower(j) in ("the", "a", "concurrently", "also"):
                j += 1
            nxt = office_at(r, j)
            if nxt is None or (nxt.of and nxt.of[0][0] == j and r.hits.get(j) is not None and not r.hits[j].state):
                break
            continue
        break
    return found


def person_at(r: Reader, i: int) -> PersonPhrase | None:
    """The person named at ``i``, offices and honorifics before the name and an apposition after it included, or None."""
    before = offices_at(r, i)
    j = before[-1].end if before else i
    k = honorifics_at(r, j)
    if before and r.lower(j) == "," and (honorifics_at(r, j + 1) > j + 1 or strong_name(r, j + 1)):
        k = honorifics_at(r, j + 1)
    if before and k == j and r.lower(j) in ("(", "—", "–"):
        return None
    while (extra := offices_at(r, k)) and extra[0].end > k and name_at(r, extra[-1].end) > extra[-1].end:
        before += extra
        k = honorifics_at(r, extra[-1].end)
    end = name_at(r, k)
    if end == k:
        return None
    titled = bool(before) or k > j
    if end - k > 1 and r.lower(end - 1) in r.lexicon.place_heads | r.lexicon.body_heads | {"aid"}:  # "Queen Salote Wharf"
        return None
    if not titled and not untitled_name(r, k, end):
        return None
    if titled and not before and end - k > 5:
        return None
    if (
        before
        and not before[-1].of
        and r.lower(end) == "of"
        and (k2 := end + 1 + (r.lower(end + 1) == "the")) in r.hits
        and r.hits[k2].state
    ):
        before[-1] = replace(before[-1], of=((k2, r.hits[k2].last),))  # "King X of Norway"
        return PersonPhrase(i, r.hits[k2].last, k, end, tuple(before), True)
    after, last = apposition(r, end) if not r.possessive(end) else ([], end)
    return PersonPhrase(i, last, k, end, tuple(before + after), titled or bool(after))


def strong_name(r: Reader, i: int) -> bool:
    """Whether a name of two words or more, or one the model calls a person, stands at ``i``."""
    end = name_at(r, i)
    return end - i >= 2 or (end > i and r.words[i].ent == "PERSON")


def untitled_name(r: Reader, first: int, last: int) -> bool:
    """Whether the run ``first`` to ``last`` is a person's name by itself: so says the model, or an apposition with an office."""
    if r.words[first].initial and last - first == 1 and not r.words[first].ent:
        return False
    heads = r.lexicon.place_heads | r.lexicon.body_heads | r.lexicon.occasion_heads
    if last - first > 1 and (r.lower(last - 1) in heads or r.lower(first) in ("cyclone", "hurricane", "typhoon", "operation")):
        return False
    if r.lower(first - 1) in r.lexicon.within or (r.lower(first - 1) == "of" and r.lower(first - 2) in r.lexicon.settlements):
        return False
    if last - first >= 2 and speaks(r, last):
        return True
    kinds = [w.ent for w in r.words[first:last] if w.text[:1].isupper()]
    if sum(k == "PERSON" for k in kinds) * 2 >= len(kinds) and "PERSON" in kinds:
        return True
    after, _ = apposition(r, last)
    return last - first >= 2 and (bool(after) or opening_name(r, first, last))


def opening_name(r: Reader, first: int, last: int) -> bool:
    """Whether a sentence opens with, or a person's doing is told of, a name of two or three plain words that no list knows.

    The model takes many such names for bodies ("Eva Lind told", "headed by Eva Lind").
    """
    run = r.words[first:last]
    beside = run[0].initial or r.lower(first - 1) in ("by", "with", "met", "told", "that", "and")
    if not beside or last - first > 3 or r.capital(last) or not (r.lower(last).isalpha() or r.lower(last) in (".", ",")):
        return False
    plain = all(w.text.replace("-", "").isalpha() and not w.text.isupper() for w in run)
    return plain and {w.ent for w in run} <= {"ORG", ""}


def speaks(r: Reader, i: int) -> bool:
    """Whether what follows at ``i`` is said of persons: "who", "said", "told"."""
    follows = r.lower(i + 1) in ("who", "whose") or (r.lower(i + 1) == "of" and i + 2 in r.hits and r.hits[i + 2].state)
    return r.lower(i) in ("who", "whose") or (r.lower(i) == "," and follows)


def apposition(r: Reader, i: int) -> tuple[list[OfficePhrase], int]:
    """Offices that follow a name at ``i``, set off by a comma and closed by one, and the end of the whole; ([], i) if none."""
    if r.lower(i) != ",":
        return [], i
    j = i + 1
    if r.words[j : j + 2] and r.words[j].text.isdigit() and r.lower(j + 1) == ",":  # age
        age = j + 1
        offices, end = apposition(r, age)
        return (offices, end) if offices else ([], i)
    while r.lower(j) in ("the", "a", "an", "one", "of", "also"):
        j += 1
    offices = offices_at(r, j)
    if not offices:
        return [], i
    end = offices[-1].end
    nxt = r.lower(end)
    if nxt in ("'s", "’s") or (nxt not in _BREAKS and r.naming(end)):
        return [], i
    if nxt == ",":
        return offices, end
    if nxt in _BREAKS or not nxt or nxt.isalpha():
        return offices, end
    return [], i
