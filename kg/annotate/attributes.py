"""Parts of speech, lemmas and morphology by the pipeline's own rules, found through an index of them.

A spaCy ``attribute_ruler`` tries each of its patterns at each word, a ninth of the time of the whole pipeline. Nearly all its
patterns are of one word and tell its form, tag or relation: those are looked up here by what they tell; spaCy's matcher is
left the others. What a match does to a word stays the ruler's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_TOLD: list[int | str] = ["LOWER", "TAG", "DEP"]  # by the one that tells most first
_ONE_OF, _NONE_OF = "IN", "NOT_IN"

Values = frozenset[int]
Rule = tuple[int, int, tuple[tuple[int, Values], ...], tuple[tuple[int, Values], ...]]


class RulesByWord:
    """A pipe that does to a text what the ``attribute_ruler`` of the pipeline would do."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Index the rules of ``nlp``'s ruler; raises KeyError when it has none."""
        from spacy.matcher import Matcher

        self.name = name
        self.ruler: AttributeRuler = nlp.get_pipe("attribute_ruler")  # type: ignore[assignment]
        self.rest = Matcher(nlp.vocab)
        self.rules: tuple[dict[int, list[Rule]], ...] = tuple({} for _ in _TOLD)
        for number, rule in enumerate(self.ruler.patterns):
            name_of = nlp.vocab.strings.add(str(number))
            patterns: list[list[dict[str, Any]]] = rule["patterns"]  # type: ignore[assignment]
            for pattern in patterns:
                told = conditions(pattern, nlp.vocab.strings)
                if told is None:
                    self.rest.add(str(number), [pattern])
                    continue
                key, found, never = told
                for value in dict(found)[key]:
                    others = tuple((k, v) for k, v in found if k != key)
                    self.rules[key].setdefault(value, []).append((number, name_of, others, never))

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with what the ruler sets."""
        self.ruler.set_annotations(doc, sorted(self.matches(doc)))  # type: ignore[no-untyped-call]
        return doc

    def matches(self, doc: Doc) -> Iterator[tuple[int, int, int, int]]:
        """Number of the rule, its name in the vocabulary, first word and end of all that matches, in no order."""
        strings = doc.vocab.strings
        for match, start, end in self.rest(doc, allow_missing=True, as_spans=False):
            yield int(strings[match]), match, start, end
        by_form, by_tag, by_relation = self.rules
        for i, told in enumerate(doc.to_array(_TOLD).tolist()):
            for rules in (by_form.get(told[0]), by_tag.get(told[1]), by_relation.get(told[2])):
                for number, name, found, never in rules or ():
                    if all(told[k] in v for k, v in found) and not any(told[k] in v for k, v in never):
                        yield number, name, i, i + 1


def conditions(
    pattern: Sequence[Mapping[str, Any]], strings: StringStore
) -> tuple[int, tuple[tuple[int, Values], ...], tuple[tuple[int, Values], ...]] | None:
    """For a pattern of one word by which of :data:`_TOLD` it is looked up, the values of it that fit and those that do not;
    None where a pattern tells something else, or nothing to look it up by."""
    if len(pattern) != 1 or any(key not in _TOLD for key in pattern[0]):
        return None
    found: dict[int, Values] = {}
    never: dict[int, Values] = {}
    for key, told in pattern[0].items():
        for way, values in told.items() if isinstance(told, Mapping) else ((_ONE_OF, [told]),):
            if way not in (_ONE_OF, _NONE_OF):
                return None
            (never if way == _NONE_OF else found)[_TOLD.index(key)] = frozenset(strings.add(v) for v in values)
    return (min(found), tuple(found.items()), tuple(never.items())) if found else None
