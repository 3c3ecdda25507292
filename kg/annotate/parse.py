"""Text to words and words to a dependency parse: the only home of spaCy.

The pipeline runs once over every text, in two halves: its named-entity recogniser over the text as written, its tagger and
parser over the text with every name as one plain word, which the small models parse far better than long names. Its rules for
parts of speech and lemmas are looked up by word (:mod:`kg.annotate.attributes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.annotate.attributes import RulesByWord
from kg.annotate.words import Known, Word, read_words
from kg.errors import ModelError
from kg.model import Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LINE = re.compile(r"[^\n]+")
_OWNING = re.compile(r"(?<=[^\W\d_])‘(?=s\b)")  # an apostrophe turned the wrong way: "Berg‘s"
_ENDS = re.compile(r"[.!?:;\"”’')\]>]\s*$|--?\s*$|—\s*$")
_CLOCK = re.compile(
    r"[ \t]*[\[(]?\d{1,2}[:.h]\d{2}(?:[ \t]?(?:[ap]\.?m\.?|[A-Z]{2,4}T|UTC))?[\])]?[ \t]*(?:[-–—|:][ \t]*)?(?=[A-Z\"“‘])"
)
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?: [A-ZÀ-Þ'’.-]+){0,3}"
_DATELINE = re.compile(  # of a paragraph below a caption, and of each story of a round-up
    rf"[ \t]*(?P<place>{_PLACE})(?P<more>(?:, [A-Z]\w+(?: \w+)?\.?(?: \d{{1,2}})?)?,?[ \t]*(?:\([^()\n]{{2,30}}\)[ \t]*)?)"
    r"(?:--+|[–—]|(?<=\s)-)[ \t]+(?=[A-Z\"“‘])"
)
_READING = frozenset({"ner", "entity_ruler"})  # the half that reads names; the other half parses
_SHARED = frozenset({"transformer"})  # layers that both halves need
_RULER, _RULES_BY_WORD = "attribute_ruler", "rules_by_word"

Masked = tuple[str, int, int, bool]


@lru_cache(maxsize=2)
def pipeline(name: str) -> Language:
    """The spaCy pipeline of that name, with an index in place of its attribute ruler, loaded once a process; raises ModelError
    with a hint when it cannot be."""
    import spacy
    from spacy.language import Language

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        raise ModelError(f"the language pipeline {name!r} cannot be loaded: {error}", "install it or set KG_PIPELINE") from error
    if _RULER in nlp.pipe_names:
        Language.factory(_RULES_BY_WORD, func=RulesByWord)
        nlp.add_pipe(_RULES_BY_WORD, before=_RULER)
        nlp.disable_pipe(_RULER)
    return nlp


def blocks(text: str, start: int) -> Iterator[Span]:
    """The paragraphs of ``text`` from ``start`` on: lines, joined where one was only wrapped (the next goes on in lower case);
    without the clock that entries of a live report begin with, and without a dateline.
    """
    held: Span | None = None
    for match in _LINE.finditer(text, start):
        line = Span(behind_label(text, match.start(), match.end()), match.end())
        if not match.group().strip():
            continue
        if held is not None and wrapped(text[held.start : held.end], match.group(), text[held.end : line.start]):
            held = Span(held.start, line.end)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def behind_label(text: str, start: int, end: int) -> int:
    """Where the words of a line begin: behind a clock or a dateline; a name before a dash that opens two lines is a speaker's."""
    if clock := _CLOCK.match(text, start, end):
        return clock.end()
    dateline = _DATELINE.match(text, start, end)
    if dateline is None or (not dateline["more"].strip() and text.count(f"\n{dateline['place']}") > 1):
        return start
    return dateline.end()


def wrapped(before: str, after: str, gap: str) -> bool:
    """Whether a line break is only a wrapped line: no blank line between, the first unfinished and long, the next going on."""
    return gap.count("\n") == 1 and len(before) > 50 and not _ENDS.search(before) and after.lstrip()[:1].islower()


def read(text: str, spans: Sequence[Span], name: str, known: Known) -> list[list[Word]]:
    """The words of each stretch of ``text`` with the model's named-entity labels; ``known`` as for :func:`read_words`."""
    nlp = pipeline(name)
    pieces = (_OWNING.sub("'", text[s.start : s.end].replace("\n", " ").replace("’", "'")) for s in spans)
    enabled = [pipe for pipe in nlp.pipe_names if pipe in _READING | _SHARED]
    with nlp.select_pipes(enable=enabled):
        return [read_words(doc, span.start, known) for span, doc in zip(spans, nlp.pipe(pieces), strict=True)]


def parse(text: str, masked: Iterable[Sequence[Masked]], name: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Tokens and sentences of blocks given as masked words; a token's text and offsets are those of the source."""
    from spacy.tokens import Doc

    nlp = pipeline(name)
    given = [block for block in masked if block]
    docs = (Doc(nlp.vocab, words=[m[0] for m in block], spaces=spaces(block)) for block in given)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    with nlp.select_pipes(disable=[pipe for pipe in nlp.pipe_names if pipe in _READING]):
        for block, doc in zip(given, nlp.pipe(docs), strict=True):
            read_doc(doc, block, text, tokens, sentences)
    return tuple(tokens), tuple(sentences)


def spaces(block: Sequence[Masked]) -> list[bool]:
    """For each masked word whether a space follows it."""
    return [following[3] for following in block[1:]] + [False]


def read_doc(doc: Doc, block: Sequence[Masked], text: str, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Append the tokens and sentences of one parsed block."""
    base = len(tokens)
    strings = doc.vocab.strings
    told = doc.to_array(["LEMMA", "POS", "TAG", "DEP", "HEAD"])  # HEAD counts from the token itself
    lemmas, classes, tags, deps = ([strings[n] for n in column] for column in told[:, :4].T.tolist())
    heads = told[:, 4].astype("int64").tolist()
    for sent in doc.sents:
        number = len(sentences)
        for i in range(sent.start, sent.end):
            _, start, end, _ = block[i]
            tokens.append(
                Token(
                    i=base + i,
                    start=start,
                    end=end,
                    text=text[start:end],
                    lemma=lemmas[i].lower(),
                    pos=classes[i],
                    tag=tags[i],
                    dep=deps[i],
                    head=base + i + heads[i],
                    ent="",
                    sent=number,
                )
            )
        span = Span(block[sent.start][1], block[sent.end - 1][2])
        sentences.append(Sentence(number, span, base + sent.start, base + sent.end))
