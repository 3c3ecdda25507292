"""Interviews and transcripts: a paragraph that a label opens ("A.", "WOOD:", "Spokesperson:") is told by whom the label names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.cast import Cast, Draft, plain
from kg.extract.quotes import Quotation, first_person
from kg.extract.tree import Tree

_LABEL = re.compile(
    r"(?m)^[ \t]*(?:(?P<part>Q|A|Question|Answer|QUESTION|ANSWER)[.:]|\[?(?P<name>[A-Z][\w.'’ -]{1,60}?)\]?:)[ \t]+(?=\S)"
)
_MARKS = frozenset("\"“«'‘")
_QUESTIONS = frozenset("q question questions journalist journalists reporter moderator interviewer host presenter".split())


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side says at a stretch: tokens ``first`` to ``last`` (half-open), its speaker, and whether it puts a question."""

    first: int
    last: int
    speaker: Draft | None
    asks: bool


def read_turns(cast: Cast) -> list[Turn]:
    """The labelled turns of the article, in ``cast.quoted`` as their speaker's words but for quotations within them.

    "A." is whom a piece of questions and answers names first; of other labels only those count that name a person or the
    office of one. A turn of a transcript goes on to the next label."""
    text = cast.tree.annotation.article.text
    labels = list(_LABEL.finditer(text))
    if not labels:
        return []
    names = Counter(plain(m["part"] or m["name"]) for m in labels)
    transcript = max(names.values()) > 1
    guest = first_named(cast) if any(n in ("a", "answer") for n in names) else None
    asking = askers(text, labels) if transcript else set()
    offices: dict[str, Draft] = {}
    turns: list[Turn] = []
    for number, label in enumerate(labels):
        word = plain(label["part"] or label["name"])
        speaker = guest if word in ("a", "answer") else None if word in _QUESTIONS else called(cast, word, offices)
        following = labels[number + 1].start() if transcript and number + 1 < len(labels) else text.find("\n", label.end())
        told = list(tokens_between(cast.tree, label.end(), following if following >= 0 else len(text)))
        if not told or text[label.end()] in _MARKS:  # 'Berg: "We are ready." He will stay.' is told by the outlet
            continue
        turns.append(Turn(told[0], told[-1] + 1, speaker, word in _QUESTIONS or word in asking))
        if speaker is not None:
            speak(cast, told, -1 - number, speaker)
    return turns


def askers(text: str, labels: Sequence[re.Match[str]]) -> set[str]:
    """The labels half of whose turns or more end with a question mark: the newspaper that asks, a journalist."""
    asked: Counter[str] = Counter()
    for n, label in enumerate(labels):
        following = labels[n + 1].start() if n + 1 < len(labels) else len(text)
        paragraph = text[label.end() : following].strip().split("\n")[0]
        asked[plain(label["part"] or label["name"])] += 1 if paragraph.rstrip().endswith("?") else -1
    return {label for label, count in asked.items() if count >= 0}


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
    """The person that the article names first; by an office alone ("the former envoy") only where it names nobody."""
    named = [(min(n.span.start for n in d.namings if n.form), d) for d in cast.of_type("Person") if d.forms and d.ghost is None]
    by_name = [(at, d) for at, d in named if d.name().split()[-1][:1].isupper()]
    return min(by_name or named, key=lambda found: found[0])[1] if named else None


def called(cast: Cast, label: str, offices: dict[str, Draft]) -> Draft | None:
    """Whom a label means: the only person of that name or last word, or whose office it is ("Spokesperson").

    ``offices`` notes whom labels with office and name meant, for those that go on with the office alone."""
    people = [d for d in cast.of_type("Person") if d.forms]
    last = label.rsplit(maxsplit=1)[-1]
    found = [d for d in people if any(plain(f) == label or plain(f).split()[-1:] == [last] for f in d.forms)]
    if len(found) == 1:
        for d in found:
            offices |= {label.removesuffix(plain(f)).strip(): d for f in d.forms if label.endswith(plain(f))}
        return found[0]
    if label in offices:
        return offices[label]
    held = [d for d in people if any(label in (plain(h.title), plain(h.title).split()[-1]) for h in d.offices if h.title)]
    return held[0] if len(held) == 1 else None
