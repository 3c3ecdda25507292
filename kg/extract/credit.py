"""Whom the article credits for what it tells: the verb of saying above a clause, "according to", a quotation's speaker."""

from __future__ import annotations

import re

from kg.extract.cast import Cast
from kg.extract.spots import owners
from kg.extract.tree import Tree
from kg.model import UNREAL, Status

SAYING = frozenset(
    """say tell report add announce state note confirm declare claim quote cite explain reveal disclose indicate inform write
    maintain stress emphasise emphasize underline underscore point_out acknowledge admit reiterate affirm specify recall assert
    insist remark comment argue observe believe warn charge allege estimate suggest quip joke retort concede reckon confide
    respond reply repeat contend complain boast read continue
    clarify predict hint grumble muse sigh scoff fume rage rag thunder roar snap shrug lament sneer""".split()
)
_TOLD = ("ccomp", "parataxis", "dep", "pcomp")
_DISPUTING = frozenset("deny reject dismiss refute rebut rule_out accuse blame allege brush_aside".split())
_PAPERS = frozenset("statement report communique communiqué release readout document letter post tweet message bulletin".split())
_SPEAKERS = frozenset({"Person", "State", "Organization", "Delegation"})
_PICTURES = frozenset("photo photograph picture image footage video".split())
_RELEASING = frozenset("release provide distribute issue supply".split())
_CITING = frozenset({"cite", "quote"})
_SOURCES = frozenset({"source", "insider"})
_UNNAMED = _SOURCES | {"official", "diplomat", "aide", "officer", "person", "adviser", "advisor"}
_HIDDEN = re.compile(r"\banonymity\b|\bnot (?:to )?be (?:named|identified)\b|\bdeclined to be (?:named|identified)\b", re.I)
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spox"})


def credits(cast: Cast, i: int, status: Status = "occurred") -> list[int]:
    """Those credited for the clause of the predicate at ``i``, the original source first; [] for the outlet's own word."""
    found: list[int] = []
    quotation = cast.quoted.get(i)
    told = sayers(cast, i, status) or (list(quotation.speakers) if quotation is not None else [])
    beside = cited(cast, i) if told else []  # "X reported that she left, citing Y": the parser hangs Y on what is told
    for speaker in [*beside, *told, *according(cast, i)]:
        if speaker not in found:
            found.append(speaker)
    return found


def sayers(cast: Cast, i: int, status: Status = "occurred") -> list[int]:
    """Speakers of the verb of saying that governs the clause of ``i``, the innermost where there are several.

    What is denied or alleged may also be credited to whom denies it ("denied reports that ...") or accuses somebody of it."""
    tree = cast.tree
    unreal = status in UNREAL
    j, below, gloss = i, -1, False
    while tree.tokens[j].head != j:
        token, head = tree.tokens[j], tree.tokens[tree.tokens[j].head]
        gloss = gloss or (token.dep == "relcl" and aside(tree, j))
        tells = token.dep in _TOLD or (token.dep == "prep" and token.lemma == "as")
        if head.pos in ("VERB", "AUX"):
            cites = head.lemma in _CITING and token.tag == "VB" and token.dep in ("advcl", "xcomp")  # "cited X to state that"
            says = cites or (tells and head.lemma in SAYING) or (token.dep == "prep" and head.lemma == "thank")
            disputes = unreal and tree.lemma(head.i) in _DISPUTING
            if (says or disputes) and (told := sources_of(cast, head.i)):
                return [] if gloss and head.i < i and added(cast, i, told) else in_turn(cast, i, head.i, told)
        if token.pos in ("VERB", "AUX") and (told := inserted(cast, j, below)):
            return told
        below, j = j, head.i
    return inserted(cast, j, below)


def in_turn(cast: Cast, i: int, verb: int, told: list[int]) -> list[int]:
    """Those told to say the clause of ``i`` by the verb at ``verb`` with the outlet that tells in turn what they say, or first
    with who says what an outlet tells at the end: "Oslo said it would join, Reuters reported"."""
    if cast.tree.tokens[verb].head == verb:
        return told
    outlet = any(cast.drafts[n].kind == "Outlet" for n in told)
    others = [n for n in sayers(cast, verb) if n not in told and (cast.drafts[n].kind == "Outlet") != outlet]
    if not outlet:
        return [*told, *others]
    return [*others, *told] if cast.tree.tokens[verb].head < i < verb else told


def inserted(cast: Cast, i: int, within: int = -1) -> list[int]:
    """The speakers of a verb of saying put into or after the clause at ``i``: "The talks, he said, went well".

    What stands ``within`` such a clause itself is not its speaker's word: "It is over, he said in Oslo, where he is staying"."""
    tree = cast.tree
    for c in tree.kids(i, "advcl"):  # "as the ministry announced"
        as_told = any(tree.tokens[m].text.lower() == "as" for m in tree.kids(c, "mark"))
        if as_told and tree.tokens[c].lemma in SAYING and not tree.kids(c, "dobj", "ccomp"):
            return sources_of(cast, c)
    for c in tree.kids(i, "parataxis", "ccomp", "advcl"):
        token = tree.tokens[c]
        if c == within or any(tree.tokens[m].tag == "WRB" for m in tree.kids(c, "advmod")):  # "when he said"
            continue
        if token.lemma in SAYING and not tree.kids(c, "ccomp", "mark") and tree.kids(c, "nsubj") and aside(tree, c):
            return sources_of(cast, c)
    return []


def added(cast: Cast, i: int, told: list[int]) -> bool:
    """Whether the outlet adds in passing what the clause of ``i`` tells, and no news agency: "spoke of Chile, which left it"."""
    ahead = any(cast.tree.tokens[c].tag == "MD" for c in cast.tree.kids(i, "aux"))
    return i not in cast.quoted and not ahead and all(cast.drafts[n].kind != "Outlet" for n in told)


def sources_of(cast: Cast, verb: int) -> list[int]:
    """Whom the verb of saying at ``verb`` has speak, where that is no source who stays unnamed; of "X's spokesman" X."""
    tree = cast.tree
    subjects = tree.kids(verb, "nsubj")
    if any(tree.tokens[t].lemma in _UNNAMED and unnamed(tree, t) for t in subjects if t not in tree.names):
        return []
    return speakers_of(cast, verb) or [
        d.number
        for t in subjects
        if tree.tokens[t].lemma in _SPOKESMEN
        for o in owners(tree, (t,))
        for d in cast.who(o)
        if d.type == "Person"
    ]


def unnamed(tree: Tree, i: int) -> bool:
    """Whether the voices at ``i`` are told not to be named, as sources never are."""
    if tree.tokens[i].lemma in _SOURCES:
        return True
    sentence = tree.annotation.sentences[tree.tokens[i].sent]
    return _HIDDEN.search(sentence.span.slice(tree.annotation.article.text)) is not None


def aside(tree: Tree, i: int) -> bool:
    """Whether a comma stands before what is below the token at ``i``."""
    first = min(tree.below(i))
    return first > 0 and "," in (tree.tokens[first - 1].text, tree.tokens[first].text)


def speakers_of(cast: Cast, verb: int) -> list[int]:
    """Whom the verb of saying at ``verb`` has speak; with "X cited Y as saying" or "X reported, citing Y" first Y, then X."""
    tree = cast.tree
    verb = citing_above(tree, verb)
    subject = [d.number for t in tree.arguments(verb).subject for d in cast.who(t) if d.type in _SPEAKERS]
    own = objects(cast, verb) if tree.tokens[verb].lemma in _CITING else []
    return own + cited(cast, verb) + subject


def cited(cast: Cast, verb: int) -> list[int]:
    """Whom a participle at ``verb`` or its subject cites: "reported, citing Y", "X, quoting Y, reported"."""
    tree = cast.tree
    clauses = tree.kids(verb, "advcl", "xcomp") + [c for t in tree.kids(verb, "nsubj") for c in tree.kids(t, "acl")]
    return [n for c in clauses if tree.tokens[c].lemma in _CITING and tree.tokens[c].tag == "VBG" for n in objects(cast, c)]


def objects(cast: Cast, verb: int) -> list[int]:
    """The objects of ``verb`` that can speak; no "diplomatic sources"."""
    told = [t for t in cast.tree.arguments(verb).object if cast.tree.tokens[t].lemma not in _SOURCES]
    return [d.number for t in told for d in cast.who(t) if d.type in _SPEAKERS]


def citing_above(tree: Tree, verb: int) -> int:
    """The verb of citing that "as saying" hangs on, where the verb of saying at ``verb`` does; else ``verb``."""
    token = tree.tokens[verb]
    head = tree.tokens[token.head]
    above = tree.tokens[head.head]
    if head.lemma in _CITING and token.tag == "VB" and token.dep in ("advcl", "xcomp"):  # "cited X to report that"
        return head.i
    return above.i if token.dep == "pcomp" and head.text.lower() == "as" and above.lemma in _CITING else verb


def according(cast: Cast, i: int) -> list[int]:
    """Those after "according to" in the sentence of ``i``, for a statement or report whose it is; who released its picture."""
    tree = cast.tree
    sentence = tree.annotation.sentences[tree.tokens[i].sent]
    found: list[int] = []
    for j in range(sentence.first, sentence.last):
        if tree.tokens[j].lemma in _PICTURES:
            found += released_by(cast, j)
        if tree.tokens[j].text.lower() != "according":
            continue
        for p in (p for to in tree.kids(j, "prep") for p in tree.kids(to, "pobj")):
            for t in tree.conjuncts(p) if tree.tokens[p].lemma not in _SOURCES else ():
                who = cast.who(t) or (
                    [d for o in owners(tree, (t,)) for d in cast.who(o)] if tree.tokens[t].lemma in _PAPERS else []
                )
                found += [d.number for d in who if d.type in ("Person", "State", "Organization")]
    return found


def released_by(cast: Cast, picture: int) -> list[int]:
    """Who gave out the picture at a token, whose word its caption is: "in this photo released by the agency"."""
    tree = cast.tree
    given = [c for c in tree.kids(picture, "acl") if tree.tokens[c].lemma in _RELEASING]
    return [d.number for c in given for t in tree.arguments(c).subject for d in cast.who(t) if d.type in _SPEAKERS]
