"""The grammar of people: a name with its honorifics, the offices before it and the apposition after it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.annotate.chains import offices_at
from kg.annotate.names import bare_initial, honorifics_at, is_given, name_at, post_nominals
from kg.annotate.offices import NAMING, OfficePhrase, loosely_of, names_next, office_at, past_articles, past_bracket, past_time
from kg.annotate.reader import Reader

_BREAKS = frozenset(
    {",", ".", ";", ":", ")", "—", "–", "--", "-", "who", "and", "was", "is", "has", "had", "said", "whose", "which", '"', "”"}
)


_SAID = frozenset("said says added told tells noted stressed".split())
_TELLING = frozenset({"said", "says", "told"})
_DEFINITE = frozenset("the his her its their".split())
_ACTING = frozenset(  # of a subject that is told behind a name in the opening phrase: "At his meeting with X, the minister"
    """extended expressed met held pledged proposed thanked welcomed praised reiterated emphasized emphasised underlined
    highlighted conveyed discussed called urged warned announced voiced vowed promised asked received""".split()
)
_PERSONAL = frozenset("honour honor favour favor presence absence view words opinion stead name memory".split())
_ASIDE = 8  # words that a bracket between an office and the name may have
_OPENING = 14  # words that may stand before an office in the opening phrase of a sentence
_FRONTING = frozenset("ahead before after during in following at on prior alongside besides with meeting welcoming".split())
_BYGONE = frozenset({"previously", "formerly", "once", "until"})
_STYLES = frozenset("cardinal archbishop bishop patriarch senator judge justice ambassador prince princess".split())
_BUREAUS = frozenset("department ministry office bureau agency court council committee commission".split())
_BEFORE_OFFICE = _BYGONE | frozenset("the a an one of also himself herself currently now most recently".split())


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A person with offices: the name's words and the whole phrase's."""

    first: int
    last: int
    name_first: int
    name_last: int
    offices: tuple[OfficePhrase, ...]
    titled: bool


def person_at(r: Reader, i: int) -> PersonPhrase | None:
    """The person named at ``i``, offices and honorifics before the name and an apposition after it included, or None."""
    before = offices_at(r, i)
    j = past_bracket(r, before[-1].end) if before else i  # "spokesman of the Foreign Ministry (FM), Karl Voss"
    k = honorifics_at(r, j)
    if (
        before
        and r.lower(j) == ","
        and (honorifics_at(r, j + 1) > j + 1 or strong_name(r, j + 1) or styled(r, j + 1))
        and not (fronted(r, i) and unclosed(r, j + 1))
        and not several(r, j - 1)
    ):
        k = honorifics_at(r, j + 1)
    if before and k == j and (aside := past_aside(r, j)) > j:
        j = aside
        k = honorifics_at(r, j)
    elif before and k == j and r.lower(j) in ("(", "—", "–"):
        return None
    while (extra := offices_at(r, k)) and extra[0].end > k and named_at(r, honorifics_at(r, extra[-1].end)):
        if before and (owner_at(r, k) or plural(r, before[-1].last - 1)):
            break
        before += extra
        k = honorifics_at(r, extra[-1].end)
    k, end = completed(r, i, k)
    if end == k or (before and plural(r, before[-1].last - 1) and offices_at(r, k)):
        return None
    titled = bool(before) or k > j
    if end - k == 1 and k == j and before and (r.lower(k) in _BUREAUS or of_treaty(r, before[-1], k)):
        return None  # "the Justice Department"
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
        and (r.hits[k2].state or r.hits[k2].entry.type == "Organization")
    ):
        before[-1] = replace(before[-1], of=((k2, r.hits[k2].last),))  # "King X of Norway"
        return PersonPhrase(i, r.hits[k2].last, k, end, tuple(before), True)
    tail = post_nominals(r, end)
    after, last = apposition(r, tail) if not r.possessive(tail) else ([], tail)
    if after and ((before and (led_list(r, last) or of_holder(r, last))) or of_many(r, i, after[0])):
        after, last = [], tail
    return PersonPhrase(i, last, k, end, tuple(before + after), titled or bool(after))


def completed(r: Reader, i: int, k: int) -> tuple[int, int]:
    """The name at ``k``; behind a bracket before ``i`` that completes it its last part: "(Prime Minister Karl) Voss"."""
    end = name_at(r, k)
    if end > k and r.lower(i - 1) in ("(", "[") and r.lower(end) in (")", "]") and (behind := name_at(r, end + 1)) > end + 1:
        return end + 1, behind
    return k, end


def of_treaty(r: Reader, office: OfficePhrase, i: int) -> bool:
    """Whether the word at ``i`` goes on with what the office is told of: "the ambassador of the Vienna Convention"."""
    return any(last == i for _, last in office.of) and r.words[i].ent != "PERSON"


def owner_at(r: Reader, i: int) -> bool:
    """Whether a name at ``i`` owns what follows: "President X's envoy Y", where X is the president."""
    end = name_at(r, i)
    return end > i and r.possessive(end)


def plural(r: Reader, i: int) -> bool:
    """Whether the word at ``i`` is an office in the plural: of "the leaders Prime Minister X met" he is none."""
    low = r.lower(i)
    return low.endswith("s") and low[:-1] in r.lexicon.office_heads


def beside_plural(r: Reader, i: int) -> bool:
    """Whether a name at ``i`` is the second after an office in the plural: "Foreign Ministers Karl Voss and Zohr Manuk"."""
    k = i - 2
    while k > 0 and i - k < _OPENING and r.capital(k) and not plural(r, k):
        k -= 1
    return r.lower(i - 1) == "and" and 0 <= k < i - 2 and r.capital(k) and plural(r, k)


def fronted(r: Reader, i: int) -> bool:
    """Whether the words before ``i`` are the opening phrase of a sentence: "Ahead of talks with his Thai counterpart"."""
    for k in range(i - 1, max(i - _OPENING, -1), -1):
        if r.lower(k) in (",", ".", ";", ":"):
            return False
        if r.words[k].initial:
            return r.lower(k) in _FRONTING
    return False


def unclosed(r: Reader, i: int) -> bool:
    """Whether no mark or joining word closes the name at ``i``: it is then the subject that goes on ("..., Karl Voss said")."""
    end = name_at(r, honorifics_at(r, i))
    return r.lower(end).isalpha() and r.lower(end) not in ("and", "who", "whose", "of")


def past_aside(r: Reader, i: int) -> int:
    """The word after what a bracket at ``i`` adds to an office before a name: "the Trade Minister (TM) X", or ``i``.

    So stand acronyms and the department of an office: "Director General (Africa & SADC) X".
    """
    if r.lower(i) != "(":
        return i
    end = next((k + 1 for k in range(i + 2, min(i + _ASIDE, len(r.words))) if r.lower(k) == ")"), i)
    named = end > i and (strong_name(r, honorifics_at(r, end)) or bare_initial(r, end, first=True))
    return end if named and r.capital(i + 1) else i


def named_at(r: Reader, i: int) -> bool:
    """Whether a name stands at ``i``."""
    return name_at(r, i) > i


def styled(r: Reader, i: int) -> bool:
    """Whether a style that is an office too stands at ``i`` right before a name: "the nuncio, Archbishop X"."""
    return r.lower(i) in _STYLES and r.capital(i) and name_at(r, i + 1) > i + 1


def led_list(r: Reader, i: int) -> bool:
    """Whether a name set off by commas follows at ``i``, so that in a list the office before it is its own.

    "The foreign minister, X, the trade minister, Y, and ...": X does not hold both.
    """
    if r.lower(i) != ",":
        return False
    first = honorifics_at(r, i + 1)
    end = name_at(r, first)
    return end - first >= 2 and r.lower(end) in (",", "and", ".", ";", ")")


def of_many(r: Reader, i: int, office: OfficePhrase) -> bool:
    """Whether an office in the plural behind the one name at ``i`` is that of others: "Karl Voss, leaders of the regions and"."""
    return plural(r, office.last - 1) and r.lower(i - 1) not in ("and", "&") and not office.of


def of_holder(r: Reader, i: int) -> bool:
    """Whether "of" at ``i`` goes on to another office and its holder: "Governor X, chief of staff of the President Y, ..."."""
    over = office_at(r, past_articles(r, i + 1)) if r.lower(i) == "of" else None
    return over is not None and names_next(r, over)


def several(r: Reader, i: int) -> bool:
    """Whether the office that ends at ``i`` is held by more than one, none of them named next: "the leaders, Berg said"."""
    word = r.lower(i)
    return word.endswith("s") and not word.endswith("ss") and word[:-1] in r.lexicon.office_heads and speech_follows(r, i + 2)


def speech_follows(r: Reader, i: int) -> bool:
    """Whether a name at ``i`` is followed by a verb of saying."""
    return r.lower(name_at(r, i)) in _SAID


def strong_name(r: Reader, i: int) -> bool:
    """Whether a name of two words or more stands at ``i``, or one the model calls a person's or set off by a mark."""
    end = name_at(r, i)
    return end - i >= 2 or (end > i and (r.words[i].ent == "PERSON" or r.lower(end) in (",", ".", ";")))


def untitled_name(r: Reader, first: int, last: int) -> bool:
    """Whether the run ``first`` to ``last`` is a person's name by itself: so says the model, or an apposition with an office."""
    if r.words[first].initial and last - first == 1 and not r.words[first].ent:
        return False
    if last - first > 1 and bare_initial(r, first, first=True):
        return True
    heads = r.lexicon.place_heads | r.lexicon.body_heads | r.lexicon.occasion_heads
    if last - first == 1 and r.lower(first) in r.lexicon.body_common:  # "Embassy", "Parliament"
        return False
    if last - first > 1 and (r.lower(last - 1) in heads or r.lower(first) in ("cyclone", "hurricane", "typhoon", "operation")):
        return False
    if (
        2 <= last - first <= 3
        and is_given(r, first)
        and all(w.text.isalpha() and not w.text.isupper() for w in r.words[first:last])
    ):
        return not any(w.lower in r.lexicon.within for w in r.words[first - 1 : first])
    if owned_name(r, first, last) or named_to(r, first, last):
        return True
    if last - first >= 2 and (sworn_in(r, first) or beside_plural(r, first)):
        return True
    if (r.lower(first - 1) in r.lexicon.within and not sworn_in(r, first) and not somebodys(r, last)) or (
        r.lower(first - 1) == "of" and r.lower(first - 2) in r.lexicon.settlements
    ):
        return False
    if last - first >= 2 and (speaks(r, last) or of_body(r, first, last)):
        return True
    kinds = [w.ent for w in r.words[first:last] if w.text[:1].isupper()]
    if sum(k == "PERSON" for k in kinds) * 2 >= len(kinds) and "PERSON" in kinds:
        return True
    after, _ = apposition(r, last)
    return last - first >= 2 and (bool(after) or opening_name(r, first, last))


def sworn_in(r: Reader, i: int) -> bool:
    """Whether the "in" before ``i`` belongs to a verb: "swore in Karl Voss as minister"."""
    return r.lower(i - 1) == "in" and r.lower(i - 2) in ("swear", "swears", "swore", "sworn", "swearing", "brought", "called")


def somebodys(r: Reader, i: int) -> bool:
    """Whether what the name before ``i`` owns is only ever a person's: "in Berg's honour"."""
    return r.possessive(i) and r.lower(i + 1) in _PERSONAL


def named_to(r: Reader, first: int, last: int) -> bool:
    """Whether words between a verb of appointing and an office are a name: "named Karl Voss defence minister"."""
    return r.lower(first - 1) in NAMING and 2 <= last - first <= 4 and not r.capital(last) and bool(offices_at(r, last))


def owned_name(r: Reader, first: int, last: int) -> bool:
    """Whether two to four plain words stand after a state's possessive and name nothing else: "Norway's Eva Lind"."""
    hit = next(
        (h for h in (r.hits.get(k) for k in range(max(first - 5, 0), first - 1)) if h is not None and h.last == first - 1), None
    )
    if hit is None or not hit.state or not r.possessive(first - 1) or not 2 <= last - first <= 4:
        return False
    lex = r.lexicon
    other = lex.place_heads | lex.body_heads | lex.occasion_heads | lex.fields | lex.office_before | lex.never | lex.office_heads
    run = r.words[first:last]
    plain = all(w.text.replace("-", "").replace("'", "").isalpha() and not w.text.isupper() for w in run)
    return (
        plain
        and not any(w.lower in other or w.lower in lex.possessors for w in run)
        and {w.ent for w in run} <= {"ORG", "PERSON", ""}
    )


def opening_name(r: Reader, first: int, last: int) -> bool:
    """Whether a sentence opens with, or a person's doing is told of, a name of two or three plain words that no list knows.

    The model takes many such names for bodies ("Eva Lind told", "headed by Eva Lind").
    """
    run = r.words[first:last]
    guest = r.lower(first - 1) in ("…", "...") and r.lower(first - 2) == "with"  # "Five minutes with… Eva Lind"
    beside = guest or run[0].initial or r.lower(first - 1) in ("by", "with", "met", "told", "that", "and")
    if (
        not beside
        or last - first > 3
        or r.capital(last)
        or not (r.lower(last).isalpha() or r.lower(last) in (".", ",", "") or r.possessive(last))
    ):
        return False
    plain = all(w.text.replace("-", "").isalpha() and not w.text.isupper() for w in run)
    return plain and {w.ent for w in run} <= {"ORG", ""}


def speaks(r: Reader, i: int) -> bool:
    """Whether what follows at ``i`` is said of persons: "who", "said", "told"."""
    kin = r.hits.get(i + 2)  # "X, a Spaniard", "X, the Chadian who"
    native = r.lower(i + 1) in ("a", "an", "the") and kin is not None and kin.adjective and not r.capital(kin.last)
    if r.lower(i) == "," and native and r.lower(kin.last if kin else i) in (",", ".", "who", "currently", "by"):
        return True
    follows = r.lower(i + 1) in ("who", "whose") or (r.lower(i + 1) == "of" and i + 2 in r.hits and r.hits[i + 2].state)
    return r.lower(i) in ("who", "whose") or (r.lower(i) == "," and follows)


def of_body(r: Reader, first: int, last: int) -> bool:
    """Whether two or three plain words are told to be of a listed body, as only a person is: "Karl Voss of the EU"."""
    k = last + 1 + (r.lower(last + 1) == "the")
    run = r.words[first:last]
    plain = last - first <= 3 and all(w.text.replace("-", "").isalpha() and not w.text.isupper() for w in run)
    return r.lower(last) == "of" and plain and k in r.hits and r.hits[k].entry.type == "Organization"


def past_then(r: Reader, i: int) -> int:
    """The word after "then the", "at the time" or "at that time" at ``i``, or ``i``: of an office held then."""
    return i + 1 if r.lower(i) == "then" and r.lower(i + 1) in ("the", "a", "an", "also", "still") else past_time(r, i)


def goes_on(r: Reader, first: int, office: int, end: int) -> bool:
    """Whether the office behind a name and a comma is who says it all: "they cannot try Berg, his foreign minister said".

    Headlines leave out the article: "Oslo to expel Berg, minister says".
    """
    verb = end + 1 if r.lower(end) in ("has", "had") else end
    definite = any(r.lower(k) in _DEFINITE for k in range(first, office + 1))
    if r.lower(first) in ("his", "her") and r.lower(end) == "and":  # "expelled Berg, his deputy and two clerks"
        return True
    if r.lower(first) in ("a", "an") and r.lower(end) in _TELLING and r.lower(end + 1) != "to":
        return not opens(r, first - 1)  # "... in a call with Berg, a government spokesman said"
    acts = r.lower(verb) in _SAID or (definite and r.lower(verb) in _ACTING)
    return acts and (definite or r.lower(verb) in ("says", "tells"))


def opens(r: Reader, i: int) -> bool:
    """Whether the name before the comma at ``i`` opens its sentence, but for capitals: of another's words nothing is told yet."""
    k = i - 1
    while k > 0 and r.capital(k) and not r.words[k].initial:
        k -= 1
    return k >= 0 and r.words[k].initial


def apposition(r: Reader, i: int) -> tuple[list[OfficePhrase], int]:
    """Offices that follow a name at ``i``, set off by a comma and closed by one, and the end of the whole; ([], i) if none."""
    if r.lower(i) != ",":
        return [], i
    j = i + 1
    if r.words[j : j + 2] and r.words[j].text.isdigit() and r.lower(j + 1) == ",":  # age
        age = j + 1
        offices, end = apposition(r, age)
        return (offices, end) if offices else ([], i)
    past = False
    while r.lower(j) in _BEFORE_OFFICE or (then := past_then(r, j)) > j:
        bygone = r.lower(j) not in _BEFORE_OFFICE
        past = past or bygone or r.lower(j) in _BYGONE
        j = then if bygone else j + 1
    offices = [replace(o, former=o.former or past) for o in offices_at(r, j)]
    if not offices:
        return [], i
    offices[-1] = loosely_of(r, offices[-1])
    end = offices[-1].end
    nxt = r.lower(end)
    if goes_on(r, i + 1, j, end):
        return [], i
    tied = nxt in ("-", "–", "—") and not r.words[end].spaced  # "chair of the Japan–Latvia League"
    if nxt in ("'s", "’s") or tied or (nxt not in _BREAKS and r.naming(end)):
        return [], i
    if nxt == "," or past_bracket(r, end) > end:
        return offices, end
    if nxt in _BREAKS or not nxt or nxt.isalpha():
        return offices, end
    return [], i
