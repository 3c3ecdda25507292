"""The words of a text before it is parsed, with what the statistical model thinks of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ad|ar|az|at|ul|bin|ibn|ben)-[A-Z]")
_DAMAGED = frozenset("Ã©™€¡¢£¤¥¦§¨ª«¬®¯°±²³´µ¶·¸¹º¼½¾¿ÅÄ")  # what UTF-8 looks like that was read as Latin-1 or Windows-1252
_INITIALLED = re.compile(r"[A-Z][a-z]?\.[A-Z][a-z]{2,}")
_PREFIXES = frozenset({"de", "re", "co"})
_DASHES = ("-", "‑", "–")


class Word(NamedTuple):
    """One word: offsets in the article, named-entity label or "", whether it may begin a sentence and stands after a space."""

    text: str
    lower: str
    start: int
    end: int
    ent: str
    initial: bool
    spaced: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, or with an article of a name ("al-Sulayti")."""
        return self.text[:1].isupper() or ("-" in self.text and bool(_ARTICLE.match(self.text)))


Known = Callable[[Sequence[str], int], bool]


def read_words(doc: Doc, offset: int, known: Known) -> list[Word]:
    """The words of a tokenised, named-entity-tagged block that begins at ``offset``; hyphenated names are one word.

    ``known(texts, i)`` tells whether a listed name begins at ``i``: such names are left as they are.
    """
    words: list[Word] = []
    initial = True
    spaced = True
    for token in doc:
        text = token.text
        if text.isspace():
            spaced = True
            continue
        words.append(
            Word(text, text.lower(), offset + token.idx, offset + token.idx + len(text), token.ent_type_, initial, spaced)
        )
        spaced = bool(token.whitespace_)
        initial = (
            text in ".!?:;"
            or (text in "\"“”'‘(—–-" and initial)
            or (text in '"“”' and len(words) > 1 and words[-2].text in ".!?,")
        )
    return glue(whole(words), known)


def whole(words: Sequence[Word]) -> list[Word]:
    """Words with those put together again that a wrongly decoded letter or apostrophe has cut ("InÃ©s", "Oâ€™Neill").

    So is a name behind an initial and no space, as Mongols write them: "Kh.Battulga".
    """
    out: list[Word] = []
    for word in words:
        last = out[-1] if out else None
        cut = last is not None and not word.spaced and last.text[:1].isalpha() and last.end == word.start
        if last is not None and cut and _INITIALLED.fullmatch(last.text + word.text):
            out[-1] = last._replace(text=last.text + word.text, lower=last.lower + word.lower, end=word.end, ent="PERSON")
        elif named := _INITIALLED.fullmatch(word.text.rstrip(",")):  # "D.Bilegt, envoy to Norway" has its comma stuck to it
            name = word._replace(text=named[0], lower=named[0].lower(), end=word.start + len(named[0]), ent="PERSON")
            out += [name] if name.end == word.end else [name, Word(",", ",", name.end, word.end, "", False, False)]
        elif last is not None and last.text == "." and parted_initial(out, word):
            start = out[-2]
            text = f"{start.text}.{word.text}"
            out[-2:] = [start._replace(text=text, lower=text.lower(), end=word.end, ent="PERSON")]
        elif last is not None and cut and (last.text[-1:] in _DAMAGED or word.text[:1] in _DAMAGED):
            text = last.text + word.text
            out[-1] = last._replace(text=text, lower=text.lower(), end=word.end, ent=last.ent or word.ent)
        else:
            out.append(word)
    return out


def parted_initial(out: Sequence[Word], word: Word) -> bool:
    """Whether ``word`` stands without a space behind an initial and its full stop, the last two of ``out``."""
    tied = len(out) > 1 and not word.spaced and not out[-1].spaced
    return tied and _INITIALLED.fullmatch(f"{out[-2].text}.{word.text}") is not None


def glue(words: Sequence[Word], known: Known) -> list[Word]:
    """Words with capitalised compounds such as "Jong-un" or "Al-Mansoori" put together again."""
    out: list[Word] = []
    texts = [w.text for w in words]
    i = 0
    while i < len(words):
        word = words[i]
        tied = i + 2 < len(words) and joinable(word, words[i + 1], words[i + 2])
        listed = tied and word.capital and known(texts, i) and not (wing(word, words[i + 2]) and not known(texts, i + 2))
        if (
            word.text == "I" and i + 1 < len(words) and words[i + 1].text == "m" and not words[i + 1].spaced
        ):  # the family name "Im"
            word = Word("Im", "im", word.start, words[i + 1].end, word.ent, word.initial, word.spaced)
            i += 1
        while not listed and i + 2 < len(words) and joinable(word, words[i + 1], words[i + 2]):
            tail = words[i + 2]
            text = f"{word.text}-{tail.text}"
            word = Word(text, text.lower(), word.start, tail.end, word.ent or tail.ent, word.initial, word.spaced)
            i += 2
        out.append(word)
        i += 1
    return out


def wing(left: Word, right: Word) -> bool:
    """Whether ``left-right`` is the wing of a movement, its letters behind the acronym of the whole: "NLM-N", "FLP-EP"."""
    return left.text.isupper() and right.text.isupper() and len(right.text) < 4


def joinable(left: Word, dash: Word, right: Word) -> bool:
    """Whether ``left-right`` is one word: hyphenated without spaces, letters on both sides, a capital or a mere prefix."""
    if dash.text not in _DASHES or dash.spaced or right.spaced:
        return False
    if not (left.text[-1:].isalpha() and right.text[:1].isalpha()):
        return False
    if left.lower in _PREFIXES:  # "de-escalation" is one word, whatever the case
        return True
    return left.capital or right.capital or f"{left.lower}-{right.lower}" in lexicon().office_heads
