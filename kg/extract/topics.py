"""What a statement, agreement or pledge is about: a short stretch of the article's own words."""

from __future__ import annotations

from kg.extract.relations import IFS
from kg.extract.tree import Tree
from kg.model import Span

_TRIPS = frozenset({"visit", "trip", "tour"})
_MAX_WORDS = 18
_WHOLE = 22  # words of a clause that is not cut
_LEAST = 6  # words that a cut leaves
_CONDITION = 12  # words of a condition that stands before what depends on it
_SUBJECT = 14  # words that may stand before the predicate
_CUT = frozenset({"advcl", "parataxis", "mark"})
_CREDITING = frozenset({"contrary", "accord"})  # "contrary to what Oslo says", "according to Oslo"
_PLANS = frozenset({"plan", "schedule", "law"})  # "goes according to plan"
_JOINS = frozenset({"punct", "cc"})
_OUTER = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "ccomp", "acl", "relcl"})
_PAPERS = frozenset("agreement deal memorandum treaty pact accord protocol contract convention truce ceasefire armistice".split())
_WAYS = frozenset({"transit", "passage", "transport", "export", "shipment"})
_MEDIA = frozenset("account page channel website platform twitter facebook instagram telegram x".split())
_JUDGING = frozenset({"dismiss", "reject"})
_NO_ITEM = frozenset({"ADP", "PRON", "SCONJ", "CCONJ", "AUX", "PUNCT", "PROPN", "ADV"})  # what begins no item of a list
_DANGLING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART"})  # what a cut leaves hanging
_CALLING = frozenset("call name describe term brand label dub regard see view characterise characterize portray denounce".split())
_SUBJECTS = ("nsubj", "nsubjpass")
_TELLING = frozenset("say tell add write note report announce state think believe know hope".split())
_CHANGING = frozenset(
    """lift ease relax remove scrap drop end suspend waive extend tighten toughen widen expand renew prolong lower raise loosen
    reimpose""".split()
)
_QUOTES = frozenset({'"', "“", "”"})
_ORDERING = frozenset({"before", "without", "until", "while"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LIST = 20  # words in which the rest of a list ends
_APART = frozenset({",", "-", "--", "–", "—"})
_SPOKEN_IN = frozenset(
    """address speech interview statement message letter post tweet broadcast briefing conference telegram cable call conversation
    release communique readout""".split()
)
_ANY = frozenset({"a", "an", "his", "her"})
_BOUNDS = frozenset("close end conclusion start beginning outset sideline margin opening invitation request".split())
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
    """The words below ``i`` that say what it is about, a clause of them, without asides; None where nothing is left.

    ``predicate_only`` leaves out subject, auxiliaries and times of a verb; ``without`` are children left out.
    """
    later = not predicate_only and to_come(tree, i)
    cut = left_out(tree, i, later) | without
    if predicate_only:
        if tree.kids(i, "dobj"):  # "shut its embassy and expelled the envoy" are two deeds
            cut |= set(tree.kids(i, "conj", "cc"))
        cut |= {c for c in tree.children[i] if tree.tokens[c].dep in _OUTER or c in tree.times}
    inside = below_above(tree, listed(tree, tree.below(i, cut), i), i)
    run = unframed(tree, without_aside(tree, stretch(tree, inside, i), i), i)
    if full := len(run) > _WHOLE:
        at = run.index(i)  # the subject is kept whole: without "no" it would say the contrary
        offset = 0 if at < _SUBJECT else max(0, min(at - 2, len(run) - _MAX_WORDS))
        run = run[offset : offset + _MAX_WORDS]
    while run and tree.tokens[run[0]].text.lower() in _EDGE and not leads(tree, run, i):
        run = run[1:]
    run = within_quotes(tree, run, i)
    run = run if later else undated(tree, run, i)
    run = closed(tree, run, i, full)
    return Span(tree.tokens[run[0]].start, tree.tokens[run[-1]].end) if run else None


def stretch(tree: Tree, inside: list[int], i: int) -> list[int]:
    """The tokens of ``inside`` that stand with ``i`` in one piece."""
    first = last = inside.index(i)
    while first > 0 and joined(tree, inside[first - 1], inside[first]):
        first -= 1
    while last + 1 < len(inside) and joined(tree, inside[last], inside[last + 1]):
        last += 1
    return inside[first : last + 1]


def within_quotes(tree: Tree, run: list[int], i: int) -> list[int]:
    """``run`` up to a quotation in it that goes on beyond it: 'the remarks as "a diversion"'."""
    if not run:
        return run
    quotes = [j for j in range(max(run[0] - 1, 0), run[-1] + 1) if tree.tokens[j].text in _QUOTES]
    ended = any(t.text in _QUOTES for t in tree.tokens[run[-1] + 1 : run[-1] + 3] if t.pos == "PUNCT")
    if len(quotes) % 2 and quotes[-1] > i and not ended:
        return [j for j in run if j < quotes[-1]]
    return run


def closed(tree: Tree, run: list[int], i: int, full: bool) -> list[int]:
    """``run`` without what is left hanging at its end; one that was cut (``full``) ends with a phrase."""
    while run and (hangs(tree, run[-1]) or (full and len(run) > _LEAST and torn(tree, run, i))):
        run = run[:-1]
    opened = [n for n, j in enumerate(run) if tree.tokens[j].text == "("]
    return run[: opened[-1]] if opened and all(tree.tokens[j].text != ")" for j in run[opened[-1] :]) else run


def leads(tree: Tree, run: list[int], i: int) -> bool:
    """Whether a clause begins with a preposition and its noun: "in the past two days the fighting has spread"."""
    token = tree.tokens[run[0]]
    return token.pos == "ADP" and token.head in run and bool(tree.kids(run[0], "pobj")) and run[0] < i


def torn(tree: Tree, run: list[int], i: int) -> bool:
    """Whether the last word of ``run`` needs what follows it, as an attribute its noun and "to keep it" its "up to date"."""
    last, head = run[-1], tree.tokens[run[-1]].head
    if tree.deps[last] == "conj" and tree.tokens[head].head > last:  # "diplomatic and service" passports
        return True
    near = [j for j in (last, head) if j in run[-3:] and j != i and tree.tokens[j].pos == "VERB"]
    near = [j for j in near if j == last or tree.tokens[j].tag not in _FINITE]
    return last != i and (head > last or any(c > last and tree.deps[c] != "punct" for j in near for c in tree.children[j]))


def hangs(tree: Tree, j: int) -> bool:
    """Whether a word cannot end a topic: not so "walked out" and "somebody to talk with"."""
    token = tree.tokens[j]
    if token.dep == "prt" or (token.pos == "ADP" and token.dep == "prep" and stranded(tree, j)):
        return False
    if token.tag == "PRP" and token.dep == "dobj":  # "overthrow her"
        return False
    return token.text.lower() in _EDGE or token.text in (".", "-") or token.pos in _DANGLING


def stranded(tree: Tree, j: int) -> bool:
    """Whether the preposition at ``j`` ends a relative clause: "the cousin we never argue with"."""
    alone = not tree.kids(j, "pobj", "pcomp") and tree.deps[tree.tokens[j].head] in ("relcl", "acl")
    return alone and tree.tokens[min(j + 1, len(tree.tokens) - 1)].pos == "PUNCT"


def to_come(tree: Tree, i: int) -> bool:
    """Whether what is told at ``i`` is still to come when it is told, so that its time is its own: "would open in May"."""
    helpers = [tree.tokens[c].tag for c in tree.children[i] if c < i and tree.deps[c] in ("aux", "auxpass")]
    wanted = tree.tokens[i].tag == "VBN" and tree.deps[i] == "ccomp" and not helpers  # "wants it settled by May"
    return tree.tokens[i].pos == "VERB" and (wanted or "MD" in helpers or "TO" in helpers)


def unframed(tree: Tree, run: list[int], i: int) -> list[int]:
    """``run`` without what only tells where it was said: "the rescue in a televised speech", "trade, at the end of a visit"."""
    for j in (j for j in run if tree.deps[j] == "prep" and j > i and tree.tokens[j].text.lower() in ("in", "at", "during", "on")):
        things = tree.kids(j, "pobj")
        lemmas = {tree.tokens[o].lemma for o in things}
        apart = tree.tokens[j - 1].text == ","
        if (apart and lemmas & _BOUNDS) or (
            lemmas & _SPOKEN_IN and any(tree.tokens[c].lemma in _ANY for o in things for c in tree.children[o])
        ):
            return run[: run.index(j)]
    return run


def below_above(tree: Tree, inside: list[int], i: int) -> list[int]:
    """``inside`` with what belongs to it right after it, where the parser hangs that on the verb above.

    "signed a contract for six ships", "warned it would recall its envoy if the law passed", "faulted for signing before he read".
    """
    after = inside[-1] + 1
    if after >= len(tree.tokens) or i == tree.tokens[i].head:
        return inside
    token, lone = tree.tokens[after], len(inside) == 1 and tree.tokens[i].text.endswith("ing")
    own = tree.tokens[i].lemma in _PAPERS if token.text == "for" else tree.tokens[after - 1].lemma in _WAYS
    if token.text in ("for", "through") and own and tree.deps[i] in ("dobj", "pobj") and token.head in heads(tree, i):
        return [*inside, *tree.below(after)]
    conditional = token.text in IFS and tree.tokens[i].pos == "VERB"
    if token.dep == "mark" and (conditional or (lone and token.text in _ORDERING)) and tree.deps[token.head] == "advcl":
        return [*inside, *tree.below(token.head, frozenset(tree.kids(token.head, "conj", "cc")))]
    return inside


def heads(tree: Tree, i: int) -> set[int]:
    """What the noun at ``i`` is below by objects and prepositions: "voiced" and "concern" of "voiced concern over the floods"."""
    chain = [tree.tokens[i].head]
    while tree.deps[chain[-1]] in ("prep", "dobj") and tree.tokens[chain[-1]].pos != "VERB":
        chain.append(tree.tokens[chain[-1]].head)
    return set(chain)


def listed(tree: Tree, inside: list[int], i: int) -> list[int]:
    """``inside`` with the rest of the list that begins with the noun at ``i``, where the parser hangs it elsewhere.

    "discussed trade, the supply of arms and preparations for the summit", not "discussed trade, the press and the envoy said".
    """
    last = inside[-1]
    first = last + 2
    if tree.deps[i] not in ("dobj", "pobj") or tree.tokens[i].pos not in ("NOUN", "PROPN") or first >= len(tree.tokens):
        return inside
    if tree.tokens[last + 1].text != "," or tree.tokens[first].pos in _NO_ITEM or first in tree.names:
        return inside
    sentence = tree.annotation.sentences[tree.tokens[i].sent]
    joint = None
    for j in range(first, min(first + _LIST, sentence.last)):
        token = tree.tokens[j]
        if token.tag in _FINITE or token.dep in ("relcl", "advcl"):
            return inside
        if joint is None and token.dep == "cc" and j > first:
            joint = j
        elif joint is not None and token.pos == "PUNCT":
            return sorted({*inside, *range(last + 1, j)}) if j > joint + 1 else inside
    return inside


def without_aside(tree: Tree, run: list[int], i: int) -> list[int]:
    """``run`` without what it ends on behind a comma or dash: "talks with Chile, with which it has no treaty"."""
    for j in (j for j in run if j != i and tree.tokens[j].head in run and added(tree, j)):
        clause = tree.below(j)
        if run[0] < clause[0] - 1 and tree.tokens[clause[0] - 1].text in _APART and run[-1] <= clause[-1]:
            return [k for k in run if k < clause[0] - 1]
    return run


def added(tree: Tree, j: int) -> bool:
    """Whether a clause may only explain, as a relative clause, or tell what was done besides ("..., accusing the rebels")."""
    token = tree.tokens[j]
    return token.dep == "relcl" or (token.dep == "advcl" and token.tag == "VBG")


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
    """What the clause at ``i`` gives a name to: "a plot" in "what she called a plot"; ``i`` itself where it is no such clause.

    Of "the letter, whose existence he denied" the letter.
    """
    if owner := tree.whose(i - 1):
        return owner[0]
    if tree.tokens[i].lemma not in _CALLING or not any(tree.tokens[c].text.lower() == "what" for c in tree.kids(i, "dobj")):
        return i
    named = [c for c in tree.kids(i, "oprd", "ccomp", "attr", "xcomp", "dobj") if c > i]
    named += [k for prep, k in tree.prepositions(i) if prep == "as"]
    return named[0] if named else i


def first_of(tree: Tree, i: int) -> int:
    """The first of two clauses with nothing but a comma between: "no plea was made, the news is false, the ministry said".

    Of a clause that the parser gives two subjects only the first of them is told.
    """
    if len(subjects := tree.kids(i, *_SUBJECTS)) > 1 and tree.tokens[subjects[0]].pos == "NOUN":
        return subjects[0]
    for c in tree.kids(i, "ccomp"):
        own = [s for s in tree.kids(i, *_SUBJECTS) if c < s < i]
        if own and tree.kids(c, *_SUBJECTS) and tree.tokens[tree.below(own[0])[0] - 1].text == ",":
            return c if tree.tokens[i].lemma not in _TELLING else i
    return i


def with_whom(tree: Tree, i: int) -> frozenset[int]:
    """The prepositions that tell with whom something was discussed: "discussed the attack with his counterpart"."""
    preps = [c for c in tree.kids(i, "prep") if tree.tokens[c].text == "with"]
    return frozenset(c for c in preps for o in tree.kids(c, "pobj") if o in tree.names and tree.names[o].type == "Person")


def own_page(tree: Tree, i: int) -> bool:
    """Whether a page or account is only where somebody writes: "on his Twitter account", not "on Chile's account of it"."""
    if tree.tokens[i].lemma not in _MEDIA:
        return False
    return any(tree.tokens[c].tag == "PRP$" or tree.tokens[c].lemma in _MEDIA for c in tree.kids(i, "poss", "compound", "nmod"))


def changing(tree: Tree, tokens: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """Where to read the topic of a restriction carried by ``verb``: the verb where it is not imposed: "eased its quarantine"."""
    return (verb,) if tree.tokens[verb].lemma in _CHANGING else tokens


def says_little(tree: Tree, i: int, span: Span) -> bool:
    """Whether a passive needs its subject: "closed", and what was "lifted by Chile", not "was not expelled"."""
    return (span == tree.span_of(i) or tree.tokens[i].lemma in _CHANGING) and not tree.kids(i, "neg")


def own_trip(tree: Tree, i: int) -> bool:
    """Whether the noun is the journey on which something happens, and not what it is about: "held talks on his first visit"."""
    on = tree.tokens[tree.tokens[i].head].text.lower() == "on"
    return on and tree.tokens[i].lemma in _TRIPS and any(tree.tokens[c].tag == "PRP$" for c in tree.kids(i, "poss"))


def joined(tree: Tree, a: int, b: int) -> bool:
    """Whether nothing but punctuation stands between two tokens."""
    return all(tree.tokens[i].pos == "PUNCT" for i in range(a + 1, b))


def depends(tree: Tree, i: int, c: int) -> bool:
    """Whether the clause at ``c`` is the condition of ``i``, or when that is done of which nothing else is told."""
    marks = {tree.tokens[m].text.lower() for m in tree.kids(c, "mark")}
    if marks & IFS:
        return c > i or i - tree.below(c)[0] <= _CONDITION
    if tree.tokens[i].lemma == "give":  # "gave the envoy two days to leave"
        return c > i and tree.tokens[c].tag == "VB"
    return bool(marks & _ORDERING) and c == max(tree.children[i]) and tree.tokens[i].tag == "VBG" and len(tree.children[i]) == 1


def left_out(tree: Tree, i: int, later: bool) -> frozenset[int]:
    """The children of ``i`` that do not belong to its topic: asides, distant clauses, times, and joins with nothing to join."""
    cut = {
        c
        for c in tree.children[i]
        if (tree.tokens[c].dep in _CUT and not (c == i + 2 and tree.tokens[c].tag == "VB") and not depends(tree, i, c))
        or (tree.tokens[c].lemma in _CREDITING and not any(o.lemma in _PLANS for o in tree.tokens[c + 1 : c + 4]))
        or (tree.tokens[c].dep == "conj" and tree.tokens[c].pos == "VERB" and c - i > 8)
        or (tree.tokens[c].dep == "prep" and not later and any(o in tree.times for o in tree.kids(c, "pobj")))
    }
    cut |= parties(tree, i)
    if tree.deps[i] == "dobj" and tree.tokens[tree.tokens[i].head].lemma in _JUDGING:  # 'dismissed the remarks as "a diversion"'
        cut |= {c for c in tree.kids(i, "prep") if tree.tokens[c].text == "as"}
    if tree.tokens[i].pos == "NOUN":  # "rejects the tax and hopes for its end"
        cut |= {c for j in tree.conjuncts(i) for c in tree.kids(j, "conj") if tree.tokens[c].tag in _FINITE}
    last = max((c for c in tree.kids(i, "conj", "advcl") if c not in cut), default=i)
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
