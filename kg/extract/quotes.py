"""Direct speech: which tokens stand in a quotation, who speaks it, and whom "I" and "we" mean there."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cast import Cast, Draft
from kg.extract.credit import SAYING, sayers, speakers_of
from kg.extract.offices import first_state
from kg.extract.stretches import BREAK

_SINGULAR = frozenset({"i", "me", "my", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_HEADING = 12  # words before the colon


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of at least a clause: tokens ``first`` to ``last`` (half-open), its paragraph, its speakers (draft numbers)."""

    first: int
    last: int
    paragraph: int
    speakers: tuple[int, ...]


def read_quotations(cast: Cast) -> None:
    """Note all quotations in ``cast.quoted`` with their speakers, and resolve the first person in them."""
    found: list[Quotation] = []
    for first, last, paragraph in cast.stretches:
        speakers = tuple(tagged(cast, first, last))
        if not speakers and found and found[-1].paragraph == paragraph:
            speakers = found[-1].speakers
        found.append(Quotation(first, last, paragraph, speakers))
    for number, told in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else told
        open_ = not told.speakers and following.paragraph == told.paragraph
        quotation = Quotation(told.first, told.last, told.paragraph, following.speakers) if open_ else told
        for i in range(quotation.first, quotation.last):
            cast.quoted[i] = quotation
        first_person(cast, quotation)


def tagged(cast: Cast, first: int, last: int) -> list[int]:
    """The speakers that the verb of saying beside a quotation names."""
    tree = cast.tree
    inside = range(first, last)
    for i in reversed(inside):
        token = tree.tokens[i]
        if token.head not in inside and token.pos in ("VERB", "AUX") and (told := sayers(cast, i)):
            return told
    for sent in dict.fromkeys((tree.tokens[last - 1].sent, tree.tokens[first].sent)):
        sentence = tree.annotation.sentences[sent]
        for i in range(sentence.first, sentence.last):
            if (
                i not in inside
                and tree.tokens[i].lemma in SAYING
                and tree.tokens[i].pos == "VERB"
                and (told := speakers_of(cast, i))
            ):
                return told
    return headed(cast, first)


def headed(cast: Cast, first: int) -> list[int]:
    """Whom a colon before a quotation names, without a verb: "Foreign Minister Berg: 'We are ready.'"."""
    tree = cast.tree
    if first < 3 or tree.tokens[first - 2].text != ":":
        return []
    if (told := announced(cast, first)) and first not in cast.headed:
        cast.headed.add(first)
        return told
    before = range(max(first - 2 - _HEADING, 0), first - 2)
    text = tree.annotation.article.text
    start = max((i for i in before if i and BREAK.search(text, tree.tokens[i - 1].end, tree.tokens[i].start)), default=before[0])
    names = [i for i in range(start, first - 2) if tree.tokens[i].pos not in ("VERB", "AUX", "PUNCT", "ADP", "DET")]
    told = [d.number for i in names[:1] for d in cast.who(i) if d.type in ("Person", "Organization")]
    if told and not any(tree.tokens[i].pos in ("VERB", "AUX") for i in range(start, first - 2)):
        cast.headed.add(first)
        return told
    return []


def announced(cast: Cast, first: int) -> list[int]:
    """Whom the sentence before a quotation has speak that ends in a colon: "Berg said in a statement:" and a paragraph of it."""
    tree = cast.tree
    if tree.tokens[first - 2].sent == tree.tokens[first].sent:
        return []
    sentence = tree.annotation.sentences[tree.tokens[first - 2].sent]
    for i in range(sentence.first, first - 2):
        if tree.tokens[i].lemma in SAYING and tree.tokens[i].pos == "VERB" and not tree.kids(i, "ccomp"):
            return speakers_of(cast, i)
    return []


def first_person(cast: Cast, quotation: Quotation) -> None:
    """Let "I" stand for the speaker of a quotation, "we" for the speaker and the state that he or she speaks for."""
    tree = cast.tree
    told = [cast.drafts[n] for n in quotation.speakers]
    who = [d for d in told if d.kind != "Outlet"] or told  # "I regret it," the agency quoted her as saying
    if not who:
        return
    for i in range(quotation.first, quotation.last):
        word = tree.tokens[i].text.lower()
        if word in _SINGULAR:
            cast.refer(i, [d.number for d in who])
        elif word in _PLURAL:
            cast.refer(
                i,
                list(dict.fromkeys(n for d in who for n in (d.number, *(s.number for s in behind(cast, d) or bodies(cast, d))))),
            )


def bodies(cast: Cast, speaker: Draft) -> list[Draft]:
    """The bodies that a person holds an office in."""
    of = [cast.drafts[n] for held in speaker.offices for n in held.of]
    return [d for d in of if d.type == "Organization" and d.kind != "Outlet"]


def behind(cast: Cast, speaker: Draft) -> list[Draft]:
    """For whom the draft speaks: the state of a person's office or of a body."""
    if speaker.type == "Person":
        state = cast.drafts[speaker.state] if speaker.state is not None else first_state(cast, speaker)
        return [state] if state is not None else []
    if speaker.type in ("Organization", "Delegation") and speaker.state is not None:
        return [cast.drafts[speaker.state]]
    return []
