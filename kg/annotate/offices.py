"""The grammar of offices: "Russian Defence Minister", "director of the department of X", "his Omani counterpart"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.annotate.before_office import PASSING, follows_head, past_opening, peer
from kg.annotate.bodies import body_at
from kg.annotate.fields import CLOSING, fields_at, matter_at
from kg.annotate.names import honorifics_at, name_at
from kg.annotate.reader import Reader

FORMER = frozenset({"former", "previous", "ex", "then", "late", "onetime", "erstwhile"})
_COMPLEMENTS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_ABROAD = frozenset({"to", "in", "on", "at", "with"})
_GENERAL = frozenset({"secretary", "consul", "attorney", "director", "governor", "inspector", "commissioner"})
_SERVING = frozenset(
    {"adviser", "advisor", "aide", "assistant", "secretary", "envoy", "counsel", "deputy", "chief", "spokesman", "spokeswoman"}
)
_ASKING = frozenset("will would can could may might shall should did does do is are was were has have had must".split())
_SENT_FOR = frozenset({"envoy", "representative", "coordinator", "rapporteur", "negotiator", "mediator"})
_CHAMBERS = frozenset("congress assembly parliament senate commission council committee".split())
_CHAIRS = ("president", "chair", "speaker", "chief")
_MINISTERS = frozenset({"minister", "secretary"})
_OF_MINISTERS = frozenset({"presidency", "cabinet", "government"})
_AFTER_HEAD = frozenset(
    """general executive emeritus designate plenipotentiary d'affaires counsellor counselor secretary officer extraordinary
    e.p. delegate""".split()
)
NAMING = frozenset("named appointed elected nominated designated chose made".split())
MATTERS = frozenset({"affairs", "issues", "matters"})
_ARMS = frozenset({"defence", "defense", "army", "air", "naval", "navy", "general", "joint", "armed"})
_GIVEN = frozenset({"amir", "emir", "sultan", "prince", "malik"})  # first names too
_PERFECT = frozenset({"has", "have", "had", "having"})
_LOOSE = 9
_VERBAL = frozenset(
    """is was were are has have had said who which that to by on told will would and with his her their from at after
    during""".split()
)
_PRESIDING = ("chair", "president", "director", "speaker")


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


def office_at(r: Reader, i: int) -> OfficePhrase | None:
    """The office phrase that begins at ``i`` ("Russian Defence Minister", "director of the department of X"), or None."""
    j = i
    of: list[tuple[int, int]] = []
    holder = None
    former = False
    first = i
    while j < len(r.words):
        low = r.lower(j)
        if j == first and (opened := past_opening(r, i, j)) > j:
            holder = low if low not in PASSING else holder
            j = first = opened
        elif r.possessive(j) and of and first == j:
            j += 1
            first = j
        elif low != "press" and (body := body_at(r, j)) is not None and body_of_office(r, body.first, body.end):
            of.append((body.first, body.end))
            j = first = past_bracket(r, body.end)
        elif hit_first(r, j) and (first == j or (former and not of)) and not regional(r, j):  # "Former Peruvian"
            of.append((j, r.hits[j].last))
            j = first = r.hits[j].last
        elif low == "opposite" and r.lower(j + 1) == "number":
            return OfficePhrase(j, j + 2, j + 2, j, tuple(of), holder, True, former)
        elif low in r.lexicon.counterpart or peer(low, bool(of), holder):
            return OfficePhrase(j, j + 1, j + 1, j, tuple(of), holder, True, former)
        elif (end := head_end(r, j)) > j:
            return complete(r, OfficePhrase(first, end, end, end - 1, tuple(of), holder, False, former))
        elif modifies(r, j, first):
            if low in ("and", "&") and (j == first or not follows_head(r, j + 1)):
                return None
            former = former or low.rstrip("-") in FORMER
            j += 2 if r.lower(j + 1) == "-" and not r.words[j + 1].spaced else 1  # "ex-minister", "newly-appointed"
        elif r.naming(j) and (first == j or (former and not of)) and (k := unknown_body(r, j)) > j:
            of.append((j, k))
            j = first = k
        else:
            return None
    return None


def body_of_office(r: Reader, first: int, end: int) -> bool:
    """Whether an office follows a body in words ``first`` to ``end``: nothing of "Government spokesman", "Cabinet Minister"."""
    bare = end == first + 1 and not r.possessive(end)
    bare = bare and (r.lower(first) == "government" or (r.lower(end) == "minister" and r.lower(first) in _OF_MINISTERS))
    return not bare and ahead_is_office(r, past_bracket(r, end))


def past_bracket(r: Reader, i: int) -> int:
    """The word after an acronym in brackets at ``i`` ("the Harbour Party (HP) leader") or a state's other name, or ``i``."""
    other = r.hits.get(i + 1) if r.lower(i) == "(" else None
    if other is not None and other.state and not other.adjective and r.lower(other.last) == ")":
        return other.last + 1
    bracket = r.lower(i) == "(" and r.lower(i + 2) == ")"
    return i + 3 if bracket and sum(c.isupper() for c in r.words[i + 1].text) > 1 else i  # "(HP)", "(MoFA)"


def modifies(r: Reader, j: int, first: int) -> bool:
    """Whether the word at ``j`` may stand before the head of an office that begins at ``first``."""
    low, lex = r.lower(j), r.lexicon
    if low in NAMING and r.lower(j - 1) in _PERFECT:  # "has appointed veteran diplomat X"
        return False
    if low in lex.ranks and r.lower(j + 1) == "commander" and first == j:  # "Lieutenant Commander X"
        return True
    if low == "under":  # "Under Secretary X", but "a delegation under President X"
        return "secretary" in (r.lower(j + 1), r.lower(j + 2))
    house = low in _OF_MINISTERS and r.lower(j + 1) == "minister"  # "Presidency Minister X"
    if chamber(r, j):
        return True
    return house or low in lex.office_former or low in lex.office_before or low in lex.fields or low in ("and", "&")


def chamber(r: Reader, i: int) -> bool:
    """Whether an unnamed house stands at ``i`` before who presides over it: "met congress chairman X"."""
    return r.lower(i) in _CHAMBERS and not r.capital(i) and r.lower(i + 1).startswith(_CHAIRS)


def hit_first(r: Reader, j: int) -> bool:
    """Whether a listed name at ``j`` is read as such: always unless a lone word that heads offices ("Cook Islands" is a name)."""
    return j in r.hits and (r.lower(j) not in r.lexicon.office_heads or r.hits[j].last > j + 1)


def head_end(r: Reader, j: int) -> int:
    """The end of the head of an office at ``j`` ("minister", "number two"), or ``j``: a "deputy" before another head is none."""
    if r.lower(j) == "number" and r.lower(j + 1) == "two":
        return j + 2
    low = r.lower(j)
    return j + (low in r.lexicon.office_heads and not (low in r.lexicon.office_before and follows_head(r, j + 1)))


def regional(r: Reader, j: int) -> bool:
    """Whether the listed name at ``j`` is a part of the world that the office deals with: "Norway's Africa minister"."""
    return r.lower(j) in r.lexicon.fields and not r.hits[j].state and follows_head(r, r.hits[j].last)


def ahead_is_office(r: Reader, j: int) -> bool:
    """Whether an office phrase goes on at ``j`` (after the possessive ending, if any)."""
    if r.possessive(j):
        j += 1
    return follows_head(r, j)


def unknown_body(r: Reader, i: int) -> int:
    """The end of capitalised words at ``i`` that stand as a body's name before an office head, or ``i``."""
    if r.words[i].initial and r.lower(i) in _ASKING:  # "Will President X go?"
        return i
    if r.lower(i - 1) in NAMING or r.bare(i) in r.lexicon.honorifics or (r.bare(i) in r.lexicon.ranks and r.capital(i + 1)):
        return i
    if r.words[i].text in r.lexicon.styles:
        return i
    if r.lower(i + 1) in _GIVEN and r.capital(i + 1) and r.capital(i + 2):  # "Karim Amir Voss"
        return i
    for k in range(i, min(i + 5, len(r.words))):
        if (
            k > i
            and ahead_is_office(r, k)
            and not (r.lower(k) in r.lexicon.office_heads and r.capital(k) and not follows_head(r, k))
            and not (k > i + 1 and full_name(r, i, k))  # "elected Karl Voss president"
        ):
            return k
        if not r.capital(k) or r.lower(k) in r.lexicon.never or r.lower(k) in r.lexicon.calendar or (k > i and k in r.hits):
            return i
    return i


def full_name(r: Reader, i: int, k: int) -> bool:
    """Whether words ``i`` to ``k`` before an office are rather a person's name than whose office it is."""
    if r.possessive(k):
        return False
    return r.lower(k) in r.lexicon.of_state or all(w.ent == "PERSON" for w in r.words[i:k])


def complete(r: Reader, base: OfficePhrase) -> OfficePhrase:
    """``base`` with what follows its head: further heads ("General"), fields, bodies and states."""
    last = heads_end(r, base)
    direct = body_at(r, last)
    if (
        direct is not None and direct.end > last + 1 and r.capital(last) and r.lower(base.head).startswith(_PRESIDING)
    ):  # "Chairman Foreign Trade Bank"
        return replace(base, last=last, end=direct.end, of=(*base.of, (direct.first, direct.end)))
    found = replace(base, last=last, end=last)
    if [r.lower(k) for k in range(last, last + 3)] == ["in", "charge", "of"] and (body := body_at(r, past_articles(r, last + 3))):
        return replace(base, last=last, end=body.end, of=(*base.of, (body.first, body.end)))
    while r.lower(found.end) in _COMPLEMENTS and (longer := complemented(r, found)) is not None:
        found = longer
    return replace(found, end=past_time(r, found.end))


def past_time(r: Reader, i: int) -> int:
    """The word after "at the time" or "at that moment" at ``i`` ("the minister at the time, X"), or ``i``."""
    then = r.lower(i) == "at" and r.lower(i + 1) in ("the", "that") and r.lower(i + 2) in ("time", "moment")
    return i + 3 if then else i


def heads_end(r: Reader, base: OfficePhrase) -> int:
    """The end of the heads that follow the first one: "Secretary General", "chief of staff"; a rank before a name is none."""
    j = base.last
    while r.lower(j) in _AFTER_HEAD and not r.possessive(j + 1):
        title = r.lower(j) == "general" and r.lower(j - 1) in _GENERAL  # "Secretary General X", but "Defence Minister General X"
        if name_at(r, j) > j + 1 and r.lower(j) in r.lexicon.ranks and not title:
            break
        j += 1
    if (
        r.lower(base.head) in ("chief", "head")
        and r.lower(j) == "of"
        and r.lower(j + 1) in ("staff", "mission", "protocol", "cabinet", "government", "state")
    ):
        j += 2
    elif r.lower(base.head) == "chief" and r.lower(j) == "of" and (end := of_arms(r, past_articles(r, j + 1))) > j:
        j = end
    return j


def of_arms(r: Reader, i: int) -> int:
    """The end of "Defence Force", "Army Staff" or "General Staff" at ``i``, or 0: those of which there is a chief."""
    j = i
    while r.lower(j) in _ARMS:
        j += 1
    return j + 1 if j > i and r.lower(j) in ("staff", "force", "forces") else 0


def complemented(r: Reader, office: OfficePhrase) -> OfficePhrase | None:
    """``office`` with one complement more, which begins at its end ("of the ministry", "to Laos", "for water"); None if none."""
    prep = r.lower(office.end)
    k = past_articles(r, office.end + 1)
    body = body_at(r, k)
    if body is not None and prep == "for" and r.lower(body.end) in MATTERS:  # "minister for ASEAN Affairs"
        return joined(office, (body.first, body.end + 1), abroad=True)
    field = fields_at(r, k)
    house = prep == "of" and r.lower(office.head) == "minister" and r.lower(k) in _OF_MINISTERS  # "of the Presidency"
    state = prep == "of" and r.lower(k) == "state" and r.lower(office.head) in _MINISTERS  # "of State for Cabinet Affairs"
    if body is not None and (state or (body.end <= field and body_is_outlet(r, k)) or (house and body.end == k + 1)):
        body = None
    matter = matter_at(r, k) if prep == "for" and body is None else k
    own = r.lower(office.head) in _MINISTERS and field == k and r.lower(matter) in CLOSING | {"of"}  # "for Export Growth"
    sent = own or r.lower(office.head) in _SENT_FOR or before_name(r, k) == matter  # "Director for Cultural Diplomacy, X"
    if matter > max(field, wider_end(r, k)) and sent:
        return joined(office, (k, matter), abroad=True)
    if body is not None and prep == "of" and k in r.hits and r.lower(body.end).isalpha() and before_name(r, k) > body.end:
        return replace(office, end=before_name(r, k), of=(*office.of, (k, before_name(r, k))))  # "of the UN aid mission, X"
    if body is not None:
        longer = joined(office, (body.first, body.end), prep in ("to", "with"))
        return owning(r, longer) if prep == "of" else longer
    served = prep in ("for", "to") and r.lower(office.head) in _SERVING and k in r.hits and follows_head(r, r.hits[k].last)
    listed = k in r.hits and not r.hits[k].adjective and not served  # "a spokesman for Peru President X"
    if listed and (r.hits[k].state or r.lower(k) not in r.lexicon.fields):
        away = prep == "for" and (bool(office.of) or r.lower(office.head) in _SENT_FOR)  # "the UN envoy for Yemen"
        longer = joined(office, (k, wider_end(r, k)), prep in _ABROAD or away)
        return accredited(r, longer) if prep == "to" else longer
    if prep == "of" and (house or r.lower(k) == "republic") and k > office.end + 1:  # "President of the Republic"
        return replace(office, last=k + 1, end=k + 1)
    if field > k:
        return replace(office, last=field, end=field)
    inner = office_at(r, k) if prep == "of" or (prep in ("to", "for") and r.lower(office.head) in _SERVING) else None
    if inner is not None and not inner.counterpart and (not names_next(r, inner) or titles_whole(r, office, inner, prep)):
        return replace(office, last=inner.end, end=inner.end, of=(*office.of, *inner.of))
    if prep == "for" and r.lower(k) in r.lexicon.body_common and r.lower(k + 1) == "," and before_name(r, k) == k + 1:
        return replace(office, end=k + 1, of=(*office.of, (k, k + 1)))  # "a spokesman for the ministry, X"
    if prep == "of" and (end := before_name(r, k) if (common := headed_run(r, k)) == k else common) > k:
        return replace(office, end=end, of=(*office.of, (k, end)))
    return None


def body_is_outlet(r: Reader, k: int) -> bool:
    """Whether the listed name at ``k``, if there is one, is that of an outlet."""
    return k in r.hits and r.hits[k].entry.key.startswith("outlet/")


def headed_run(r: Reader, i: int) -> int:
    """The end of unlisted capitalised words at ``i`` with the noun that heads them ("the Lamuka coalition"), or ``i``.

    A name may follow at once where the noun tells a part of a country: "the chairman of the Batken region Karl Voss".
    """
    j = capitals(r, i)
    body = r.lower(j) in r.lexicon.body_heads and not r.capital(j + 1)
    return j + 1 if j > i and not r.capital(j) and (body or r.lower(j) in r.lexicon.settlements) else i


def capitals(r: Reader, i: int) -> int:
    """The end of a run of at most five capitalised words at ``i`` that no list knows, or ``i``."""
    j = i
    while j < min(i + 5, len(r.words)) and r.naming(j) and j not in r.hits and r.lower(j) not in r.lexicon.office_heads:
        j += 1
    return j


def loosely_of(r: Reader, office: OfficePhrase) -> OfficePhrase:
    """``office`` told after a name with the unlisted body or place that a mark closes: "X, head of Caritas Norden,"."""
    i = past_articles(r, office.end + 1)
    if r.lower(office.end) != "of" or office.of or r.lower(office.head) in r.lexicon.office_weak:
        return office
    j = capitals(r, i)
    closed = r.lower(j) in (",", ".", ";", ")", "and", "who", "—", "–", "")
    if j == i or not closed or all(w.ent == "PERSON" for w in r.words[i:j]):
        return office
    return replace(office, end=j, of=((i, j),))


def accredited(r: Reader, office: OfficePhrase) -> OfficePhrase:
    """``office`` with the further states that its holder is sent to: "ambassador to Kenya, Uganda and Rwanda"."""
    j = office.end
    more: list[tuple[int, int]] = []
    while r.lower(j) in (",", "and", "&"):
        k = j + 1 + (r.lower(j) == "," and r.lower(j + 1) == "and")
        k += r.lower(k) == "the"
        hit = r.hits.get(k)
        if hit is None or not hit.state or hit.adjective or r.possessive(hit.last) or follows_head(r, hit.last):
            return office
        more.append((k, hit.last))
        if r.lower(k - 1) in ("and", "&") or r.lower(k - 2) in ("and", "&"):
            return replace(office, last=hit.last, end=hit.last, beside=(*office.beside, *more))
        j = hit.last
    return office


def names_next(r: Reader, office: OfficePhrase) -> bool:
    """Whether a name follows the office, so that it is that person's."""
    k = honorifics_at(r, office.end)
    return name_at(r, k) > k


def titles_whole(r: Reader, outer: OfficePhrase, inner: OfficePhrase, prep: str) -> bool:
    """Whether a name after two offices is the holder's of the outer one, as in the full titles of Moscow or Baku.

    "Assistant to the President of Norway Karl Voss" is so titled; "an assistant to the President of Norway Karl Voss" and
    "Assistant to President Karl Voss" leave the name to the inner one.
    """
    told_behind = bool(inner.of) and inner.of[-1][0] > inner.head
    return prep in ("of", "to") and r.capital(outer.head) and told_behind and r.lower(outer.head) in _SERVING | _SENT_FOR


def wider_end(r: Reader, k: int) -> int:
    """The end of a listed name at ``k`` with what makes it a region or matter ("the Tver Region", "Asian affairs"), or ``k``."""
    if k not in r.hits:
        return k
    end = r.hits[k].last
    place = r.capital(end) and r.lower(end) in r.lexicon.place_heads and r.words[end].spaced
    if place and name_at(r, end) > end + 1:  # "of Norway Park Jin"
        place = False
    end += place or (r.lower(end) in r.lexicon.settlements and not r.capital(end) and not r.hits[k].adjective)
    return end + 1 if r.lower(end) in MATTERS else end


def before_name(r: Reader, i: int) -> int:
    """The end of words from ``i`` to a comma that a name follows, or ``i``: "of the lantern guild, Ola Vik"."""
    for j in range(i, min(i + _LOOSE, len(r.words))):
        if r.lower(j) == ",":
            named = honorifics_at(r, j + 1) > j + 1 or name_at(r, j + 1) >= j + 3
            return j if j > i and named else i
        if not (r.words[j].text[:1].isalpha() or r.possessive(j)) or r.lower(j) in _VERBAL:
            return i
    return i


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
        end = before_name(r, office.end + 1) if r.possessive(office.end) else office.end + 1
        if end == office.end + 1:
            return office
        return replace(office, end=end, of=(*office.of[:-1], (office.of[-1][0], end)))
    return replace(office, end=part.end, of=(*office.of[:-1], (office.of[-1][0], part.end)))
