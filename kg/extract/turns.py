"""Interviews and transcripts: a paragraph that a label opens ("A.", "WOOD:") is told by whom the label names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.cast import Cast, Draft, plain
from kg.extract.quotes import Quotation, first_person
from kg.extract.tree import Tree

_LABEL = re.compile(r"(?m)^[ \t]*(?:(?P<part>[QA])[.:]|(?P<name>[A-Z][\w.'’ -]{1,40}?):)[ \t]+(?=\S)")
_ANSWER = "A"


def read_turns(cast: Cast) -> None:
    """Note in ``cast.quoted`` what each labelled paragraph tells as its speaker's words, but for quotations within it.

    "A." is whom a piece of questions and answers names first; of other labels only those count that name a person."""
    text = cast.tree.annotation.article.text
    labels = list(_LABEL.finditer(text))
    parts = {m["part"] for m in labels if m["part"]}
    guest = first_named(cast) if len(parts) == 2 else None
    for number, label in enumerate(labels):
        speaker = guest if label["part"] == _ANSWER else called(cast, label["name"]) if label["name"] else None
        end = text.find("\n", label.end())
        if speaker is not None:
            told = list(tokens_between(cast.tree, label.end(), end if end >= 0 else len(text)))
            speak(cast, told, -1 - number, speaker)


def speak(cast: Cast, told: list[int], paragraph: int, speaker: Draft) -> None:
    """Let a speaker tell these tokens, where they are not in a quotation of another speaker."""
    free = [i for i in told if i not in cast.quoted or not cast.quoted[i].speakers]
    if not free:
        return
    turn = Quotation(free[0], free[-1] + 1, paragraph, (speaker.number,))
    for i in free:
        cast.quoted[i] = turn
    if len(free) == len(told):
        first_person(cast, turn)


def tokens_between(tree: Tree, start: int, end: int) -> Iterator[int]:
    """The tokens of a stretch of the text."""
    return (t.i for t in tree.tokens if start <= t.start and t.end <= end)


def first_named(cast: Cast) -> Draft | None:
    """The person that the article names first."""
    named = [(min(n.span.start for n in d.namings if n.form), d) for d in cast.of_type("Person") if d.forms and d.ghost is None]
    return min(named, key=lambda found: found[0])[1] if named else None


def called(cast: Cast, label: str) -> Draft | None:
    """The only person whose name, or its last word, is the label."""
    words = plain(label)
    found = [d for d in cast.of_type("Person") if any(plain(f) == words or plain(f).split()[-1:] == [words] for f in d.forms)]
    return found[0] if len(found) == 1 else None
