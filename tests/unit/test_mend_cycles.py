"""No mended parse hangs a word below itself."""

from __future__ import annotations

from kg.extract import read_cast
from kg.extract.mend_cycles import circles, uncross
from kg.model import Article, Token
from tests.reading import ANNOTATOR


def tokens(*heads: int) -> list[Token]:
    """Tokens of one sentence, by their heads."""
    one = ANNOTATOR.annotate(Article(name="t", text="Ships sail.", published=None)).tokens[0]
    return [one._replace(i=i, head=head, sent=0) for i, head in enumerate(heads)]


def test_a_circle_is_found_and_a_root_is_none() -> None:
    assert circles(tokens(1, 1, 1), tokens(0, 0, 1)) == []
    assert [sorted(c) for c in circles(tokens(1, 2, 0, 0), tokens(1, 1, 0, 3))] == [[0, 1, 2]]


def test_the_words_of_a_circle_get_back_the_heads_that_the_parser_gave_them() -> None:
    mended = tokens(1, 2, 0, 3)
    uncross(mended, tokens(3, 0, 0, 3))
    assert [t.head for t in mended] == [3, 0, 0, 3]


def test_all_words_of_a_sentence_get_their_heads_back_where_a_circle_is_left() -> None:
    mended, parsed = tokens(1, 0, 0, 3), tokens(2, 0, 3, 3)
    uncross(mended, parsed)
    assert mended == parsed


def test_words_without_grammar_are_read_to_an_end() -> None:
    text = "Norway a the declared works at who embassy diplomat in Oslo persona non grata."
    annotation = ANNOTATOR.annotate(Article(name="t", text=text, published=None))
    assert not circles(read_cast(annotation).tree.tokens, annotation.tokens)
