"""What a statement, agreement or pledge is about: a short stretch of the article's own words."""

from __future__ import annotations

from kg.extract.tree import Tree
from kg.model import Span

_MAX_WORDS = 18
_SUBJECT = 14  # words that may stand before the predicate
_CUT = frozenset({"advcl", "parataxis", "mark"})
_CREDITING = frozenset({"contrary", "accord"})  # "contrary to what Oslo says", "according to Oslo"
_JOINS = frozenset({"punct", "cc"})
_OUTER = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "ccomp", "acl", "relcl"})
_PAPERS = frozenset("agreement deal memorandum treaty pact accord protocol contract convention truce ceasefire armistice".split())
_DANGLING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART"})  # what a cut leaves hanging
_CALLING = frozenset("call name describe term brand label dub regard see view characterise characterize portray denounce".split())
_QUOTES = frozenset({'"', "“", "”"})
_EDGE = frozenset(
    {
        "also",
        "again",
        "now",
        "then",
        "that",
        "the",
        "a",
        "an",
        "to",
        "its",
        "his",
        "her",
        "their",
        ",",
        '"',
        "“",
        "”",
        "'",
        "and",
        "of",
        "on",
        "in",
        "at",
        "for",
    }
)


def topic_span(tree: Tree, i: int, predicate_only: bool = False, without: frozenset[int] = frozenset()) -> Span | None:
    """The words below ``i`` that say what it is about, at most eighteen, without asides; None where nothing is left.

    ``predicate_only`` leaves out subject, auxiliaries and times of a verb; ``without`` are children left out.
    """
    cut = left_out(tree, i) | without
    if predicate_only:
        if tree.kids(i, "dobj"):  # "shut its embassy and expelled the envoy" are two deeds
            cut |= set(tree.kids(i, "conj", "cc"))
        cut |= {c for c in tree.children[i] if tree.tokens[c].dep in _OUTER or c in tree.times}
    inside = tree.below(i, cut)
    start = inside.index(i)
    first = start
    while first > 0 and joined(tree, inside[first - 1], inside[first]):
        first -= 1
    last = start
    while last + 1 < len(inside) and joined(tree, inside[last], inside[last + 1]):
        last += 1
    run = without_aside(tree, inside[first : last + 1], i)
    if len(run) > _MAX_WORDS:
        at = run.index(i)  # the subject is kept whole: without "no" it would say the contrary
        offset = 0 if at < _SUBJECT else max(0, min(at - 2, len(run) - _MAX_WORDS))
        run = run[offset : offset + _MAX_WORDS]
    while run and tree.tokens[run[0]].text.lower() in _EDGE:
        run = run[1:]
    quotes = [n for n, j in enumerate(run) if tree.tokens[j].text in _QUOTES]
    closed = bool(run) and run[-1] + 1 < len(tree.tokens) and tree.tokens[run[-1] + 1].text in _QUOTES
    if len(quotes) % 2 and run[quotes[-1]] > i and not closed:
        run = run[: quotes[-1]]  # what is quoted goes on beyond the topic: 'the remarks as "a diversion"'
    run = undated(tree, run, i)
    full = len(run) == _MAX_WORDS
    while run and (tree.tokens[run[-1]].text.lower() in _EDGE | {"."} or tree.tokens[run[-1]].pos in _DANGLING):
        run = run[:-1]
    if full and run and tree.tokens[run[-1]].dep in ("amod", "compound", "det", "nummod", "poss") and len(run) > 6:
        run = run[:-1]  # an attribute whose noun was cut off
    return Span(tree.tokens[run[0]].start, tree.tokens[run[-1]].end) if run else None


def without_aside(tree: Tree, run: list[int], i: int) -> list[int]:
    """``run`` without a clause behind a comma that it ends on: "talks with Chile, with which it has no treaty"."""
    for j in (j for j in run if tree.tokens[j].dep == "relcl" and tree.tokens[j].head in run and j != i):
        clause = tree.below(j)
        if run[0] < clause[0] - 1 and clause[0] - 1 in run and tree.tokens[clause[0] - 1].text == "," and run[-1] <= clause[-1]:
            return run[: run.index(clause[0] - 1)]
    return run


def undated(tree: Tree, run: list[int], i: int) -> list[int]:
    """``run`` without the time at its end: "a memorandum of understanding Sunday", not of "an accord signed on Sunday"."""
    cut = len(run)
    while (
        cut > 1
        and run[cut - 1] != i
        and (run[cut - 1] in tree.times or (cut < len(run) and tree.tokens[run[cut - 1]].pos == "ADP"))
    ):
        cut -= 1
    return run[:cut] if cut and tree.tokens[run[cut - 1]].pos not in ("VERB", "AUX") else run


def called_so(tree: Tree, i: int) -> int:
    """What the clause at ``i`` gives a name to: "a plot" in "what she called a plot"; ``i`` itself where it is no such clause."""
    if tree.tokens[i].lemma not in _CALLING or not any(tree.tokens[c].text.lower() == "what" for c in tree.kids(i, "dobj")):
        return i
    named = [c for c in tree.kids(i, "oprd", "ccomp", "attr", "xcomp", "dobj") if c > i]
    named += [k for prep, k in tree.prepositions(i) if prep == "as"]
    return named[0] if named else i


def joined(tree: Tree, a: int, b: int) -> bool:
    """Whether nothing but punctuation stands between two tokens."""
    return all(tree.tokens[i].pos == "PUNCT" for i in range(a + 1, b))


def left_out(tree: Tree, i: int) -> frozenset[int]:
    """The children of ``i`` that do not belong to its topic: asides, distant clauses, times, and joins with nothing to join."""
    cut = {
        c
        for c in tree.children[i]
        if (tree.tokens[c].dep in _CUT and not (c == i + 2 and tree.tokens[c].tag == "VB"))  # "was asked to go"
        or tree.tokens[c].lemma in _CREDITING
        or (tree.tokens[c].dep == "conj" and tree.tokens[c].pos == "VERB" and c - i > 8)
        or (tree.tokens[c].dep == "prep" and any(o in tree.times for o in tree.kids(c, "pobj")))
    }
    cut |= parties(tree, i)
    last = max((c for c in tree.kids(i, "conj") if c not in cut), default=i)
    if tree.tokens[i].pos in ("VERB", "AUX"):  # "cease and desist", not "stop, and the envoy left"
        shared = [c for c in tree.kids(i, "conj") if c not in cut and tree.tokens[c].tag == tree.tokens[i].tag]
        last = max((c for c in shared if not tree.kids(c, "nsubj", "nsubjpass")), default=i)
    return frozenset(
        cut
        | {c for c in tree.children[i] if tree.tokens[c].dep in _JOINS and c > last}
        | {c for c in tree.children[i] if tree.tokens[c].dep in _JOINS and c < i}
    )


def parties(tree: Tree, i: int) -> set[int]:
    """The prepositions that tell between whom the paper at ``i`` is: "a memorandum of understanding between the two ports"."""
    if tree.tokens[i].lemma not in _PAPERS:
        return set()
    nouns = [i, *tree.arguments(i).of("of")]
    preps = {c for j in nouns for c in tree.kids(j, "prep") if tree.tokens[c].text.lower() == "between" and c > i}
    return {c for c in preps if any(o in tree.names for o in tree.kids(c, "pobj"))}
