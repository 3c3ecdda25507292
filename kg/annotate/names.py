"""The grammar of people's names: runs of words that can be one, honorifics and ranks before them."""

from __future__ import annotations

from unicodedata import normalize

from kg.annotate.reader import Reader

_MAX_NAME = 7
_HONOURED = frozenset({"hon", "honourable", "honorable", "rev", "reverend"})
_QUOTES = frozenset("\"“”'‘’")
_LABELS = frozenset({"A.", "Q."})  # of questions and answers, at the head of a paragraph
_OF_HIGHNESS = frozenset({"royal", "imperial", "serene"})
_NO_INITIALS = frozenset({"I", "X"})  # a pronoun, a number, a network
_VERBS = frozenset("had has have was is will would said says told met signed visited arrived who and".split())
_SHORTENED = frozenset({"ma", "md", "mohd"})  # given names written short, with a stop: "Ma. Corazon Cruz"


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
            if j == 0 and r.words[j].text in _LABELS and not initial(r.words[j + 1].text):
                break  # "A. Eva Lind was a colleague": an answer
            j += 1
            continue
        if bare_initial(r, j, j == i):
            j += 1
            continue
        if end > i and (nick := past_nickname(r, j)) > j:
            j = nick
            continue
        if j == i and (given := shortened(r, j)) > j:
            j = given
            continue
        if (
            low in r.lexicon.particles
            and not (j == i and j in r.hits)
            and (r.capital(j + 1) or r.lower(j + 1) in r.lexicon.particles)
            and (j > i or r.capital(j))
        ):
            j += 1
            continue
        if not name_word(r, j, first=j == i):
            break
        j += 1
        end = j
    return end


def past_nickname(r: Reader, j: int) -> int:
    """The word after a nickname in quotation marks at ``j`` with a family name behind it: "Karl “Bato” Voss"; else ``j``."""
    marked = r.lower(j) in _QUOTES and r.lower(j + 2) in _QUOTES and r.capital(j + 1) and r.words[j].spaced
    k = j + 3 + (r.lower(j + 3) in r.lexicon.particles)
    return j + 3 if marked and r.capital(k) and name_word(r, k, first=False) else j


def initial(text: str) -> bool:
    """Whether the word is an initial such as "A." or "J.R."."""
    return text[:1].isupper() and text.endswith(".") and (len(text) == 2 or (len(text) == 4 and text[1] == "."))


def bare_initial(r: Reader, j: int, first: bool) -> bool:
    """Whether the word at ``j`` is an initial written without a stop, a name or another initial behind it: "S Rahman", "J P Das".

    A letter that opens a name has no capitalised word before it but an office or honorific ("Terminal C Accra" is no name).
    """
    text = r.words[j].text if j < len(r.words) else ""
    if len(text) != 1 or not text.isupper() or text in _NO_INITIALS or not r.capital(j + 1) or not r.words[j + 1].spaced:
        return False
    if len(r.words[j + 1].text) > 1 and (j + 1 in r.hits or not name_word(r, j + 1, first=False)):
        return False
    if len(r.words[j + 1].text) == 1 and not bare_initial(r, j + 1, first=False):
        return False
    opened = not r.capital(j - 1) or r.words[j].initial or r.bare(j - 1) in r.lexicon.honorifics | r.lexicon.office_heads
    return not first or (opened and not (text == "A" and r.words[j].initial))


def shortened(r: Reader, i: int) -> int:
    """The word after a given name written short at ``i`` with two words of a name behind it ("Ma. Corazon Cruz"), or ``i``."""
    if r.bare(i) not in _SHORTENED or not r.capital(i):
        return i
    j = i + 1 if r.lower(i).endswith(".") else i + 2 if r.lower(i + 1) == "." and not r.words[i + 1].spaced else i
    plain = all(r.capital(k) and r.words[k].spaced and k not in r.hits and name_word(r, k, first=False) for k in (j, j + 1))
    return j if j > i and plain else i


def name_word(r: Reader, j: int, first: bool) -> bool:
    """Whether the word at ``j`` can stand in a person's name."""
    word = r.words[j]
    low = word.lower
    lex = r.lexicon
    if (
        not word.capital
        or not any(c.isalpha() for c in word.text)
        or (low in lex.calendar and not (inside_name(r, j) or r.given(j)))
    ):
        return False
    if first and low == "to" and word.initial and (is_given(r, j + 1) or j + 1 in r.hits):
        return False  # "To Jose Silva he said", not "To Lam said"
    if low in lex.never and not (word.ent == "PERSON" and not word.initial) and not last_syllable(r, j, first):
        return False
    hit = r.hits.get(j)
    if hit is not None and not (
        hit.last == j + 1 and (after_office(r, j) or (word.ent == "PERSON" and beside_name(r, j)) or closes_name(r, j))
    ):
        return False
    if r.bare(j) in lex.honorifics and first and low != "sri":
        return False
    if (low in lex.office_heads or low in lex.occasion_heads) and not (word.ent == "PERSON" and not first):
        return False
    if first and low in lex.headline:
        return False
    return len(word.text) > 1


def is_given(r: Reader, j: int) -> bool:
    """Whether the word at ``j`` is a listed first name, with or without its accents."""
    plain = "".join(c for c in normalize("NFD", r.lower(j)) if c.isascii())
    return plain in r.lexicon.given_female or plain in r.lexicon.given_male


def inside_name(r: Reader, j: int) -> bool:
    """Whether a short word of the calendar stands between two words of a name: "Kang Sun Nam", "Eva May Holt"."""
    around = (j - 1, j + 1)
    return len(r.lower(j)) <= 5 and all(
        r.capital(k) and r.words[k].spaced and r.lower(k) not in r.lexicon.calendar for k in around
    )


def last_syllable(r: Reader, j: int, first: bool) -> bool:
    """Whether a short word that is no name elsewhere closes one: "Han Pyong So, chairman", "Liu He said"; not in a headline."""
    if first or not 2 <= len(r.lower(j)) <= 3 or r.words[j].initial or not r.words[j].spaced or r.capital(j + 1):
        return False
    return j - 1 not in r.hits and r.lower(j - 1) not in r.lexicon.never and r.words[j - 1].text[-1:].isalpha()


def beside_name(r: Reader, j: int) -> bool:
    """Whether a capitalised word that no list knows stands beside the word at ``j``, so that it may be a person's first name."""
    after = r.capital(j + 1) and j + 1 not in r.hits and r.words[j + 1].ent == "PERSON"
    before = j > 0 and r.capital(j - 1) and j - 1 not in r.hits and r.words[j - 1].ent == "PERSON"
    return after or before


def closes_name(r: Reader, j: int) -> bool:
    """Whether a listed body's one-word name stands behind two words that no list knows and before a verb: a family name."""
    hit = r.hits[j]
    if hit.entry.type != "Organization" or not r.words[j].text.istitle() or r.lower(j + 1) not in _VERBS:
        return False
    lex = r.lexicon
    other = lex.never | lex.office_heads | lex.body_heads | lex.calendar | lex.honorifics
    before = r.words[max(j - 2, 0) : j]
    return len(before) == 2 and all(
        w.text.istitle() and w.spaced and k not in r.hits and w.lower not in other for k, w in enumerate(before, j - 2)
    )


def after_office(r: Reader, j: int) -> bool:
    """Whether the word at ``j`` and a capitalised unlisted one stand after an office: "the president, Santiago Cortez"."""
    known = j + 1 in r.hits or not r.capital(j + 1) or r.lower(j + 1) in r.lexicon.never | r.lexicon.office_heads
    if known or not r.words[j + 1].spaced:
        return False
    office = j - 2 if r.lower(j - 1) == "," else j - 1
    hit = r.hits[j]
    return r.lower(office) in r.lexicon.office_heads and not hit.adjective and hit.entry.type == "Place"


def leads_rank(r: Reader, j: int) -> bool:
    """Whether a rank follows at ``j``, itself or after one word more: "Marshal", "Vice Marshal"."""
    return r.bare(j) in r.lexicon.ranks or (r.bare(j) in r.lexicon.rank_words and r.bare(j + 1) in r.lexicon.ranks)


def post_nominals(r: Reader, i: int) -> int:
    """The end of the letters after a name at ``i`` that are no part of it: "MP", "KC", "(Retd)"."""
    j = i
    while r.words[j : j + 1] and (r.words[j].text in r.lexicon.letters or dotted_letters(r, j)):
        j += 1 if r.words[j].text != "," else 2
    bracket = "".join(r.bare(k) for k in range(j, j + 3))
    return j + 3 if bracket in ("(retd)", "(ret)", "(rtd)", "(retired)") else j


def dotted_letters(r: Reader, i: int) -> bool:
    """Whether letters after a name follow a comma at ``i``, written with stops: "X, S.C., M.P., today"."""
    text = r.words[i + 1].text if r.lower(i) == "," and i + 1 < len(r.words) else ""
    return text.count(".") > 1 and text.replace(".", "") in r.lexicon.letters


def honoured_at(r: Reader, i: int) -> int:
    """The end of "the Hon." or "the Right Honourable" at ``i``, or ``i``."""
    j = i + 1 + (r.bare(i + 1) in ("right", "rt", "most", "very"))
    return j + 1 if r.lower(i) == "the" and r.bare(j) in _HONOURED and r.capital(j) else i


def lettered_style(r: Reader, j: int) -> bool:
    """Whether the word at ``j`` is a style in capitals: "HE Sheikh X", "HH the Amir"; not "HE SAID"."""
    after = r.words[j + 1 : j + 2]
    return r.words[j].text in r.lexicon.styles and any(w.lower == "the" or (w.capital and not w.text.isupper()) for w in after)


def honorifics_at(r: Reader, i: int) -> int:
    """The end of a run of honorifics and ranks at ``i`` ("H.E. Mr.", "Lieutenant General", "His Highness")."""
    j = i
    while j < len(r.words):
        if j in r.hits:
            break
        low = r.bare(j)
        rank = low in r.lexicon.ranks or (low in r.lexicon.rank_words and leads_rank(r, j + 1))
        if low == "sri" and j == i:  # a first name in Java ("Sri X"), an honorific only after another ("Tan Sri X")
            break
        polite = low in r.lexicon.honorifics or r.lower(j) in r.lexicon.honorifics or rank
        if not ((polite and (r.capital(j) or low == "dr")) or lettered_style(r, j)):
            if (r.lower(j) == "." and j > i) or (r.lower(j) in _OF_HIGHNESS and r.bare(j + 1) == "highness"):
                j += 1
                continue
            if j > i and (kept := post_nominals(r, j)) == j + 3 and r.lower(j) == "(":  # "Admiral (Retd.) X"
                j = kept
                continue
            if r.lower(j) == "the" and j > i and r.bare(j + 1) in r.lexicon.titles_before:
                j += 1
                continue
            if (styled := honoured_at(r, j)) > j:
                j = styled
                continue
            break
        j += 1
    return j
