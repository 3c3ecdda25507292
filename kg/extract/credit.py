"""Whom the article credits for what it tells: the verb of saying above a clause, "according to", a quotation's speaker."""

from __future__ import annotations

from kg.extract.cast import Cast

SAYING = frozenset(
    """say tell report add announce state note confirm declare claim quote cite explain reveal disclose indicate inform write
    maintain stress emphasise emphasize underline underscore point_out acknowledge admit reiterate affirm specify recall assert
    insist remark comment argue observe believe warn charge allege estimate suggest""".split()
)
_TOLD = ("ccomp", "parataxis", "dep", "pcomp")
_CITING = frozenset({"cite", "quote"})
_PER = frozenset({"according", "per"})


def credits(cast: Cast, i: int) -> list[int]:
    """Those credited for the clause of the predicate at ``i``, the original source first; [] for the outlet's own word."""
    found: list[int] = []
    quotation = cast.quoted.get(i)
    told = sayers(cast, i) or (list(quotation.speakers) if quotation is not None else [])
    for speaker in [*told, *according(cast, i)]:
        if speaker not in found:
            found.append(speaker)
    return found


def sayers(cast: Cast, i: int) -> list[int]:
    """Speakers of the verb of saying that governs the clause of ``i``, the innermost where there are several."""
    tree = cast.tree
    j = i
    while tree.tokens[j].head != j:
        token, head = tree.tokens[j], tree.tokens[tree.tokens[j].head]
        tells = token.dep in _TOLD or (token.dep == "prep" and token.lemma == "as")
        if tells and head.lemma in SAYING and head.pos in ("VERB", "AUX") and (told := speakers_of(cast, head.i)):
            return told
        j = head.i
    return []


def speakers_of(cast: Cast, verb: int) -> list[int]:
    """Whom the verb of saying at ``verb`` has speak; with "X cited Y as saying" first Y, then X."""
    args = cast.tree.arguments(verb)
    kinds = ("Person", "State", "Organization", "Delegation")
    subject = [d.number for t in args.subject for d in cast.who(t) if d.type in kinds]
    if cast.tree.tokens[verb].lemma in _CITING:
        cited = [d.number for t in args.object for d in cast.who(t) if d.type in kinds]
        return cited + subject
    return subject


def according(cast: Cast, i: int) -> list[int]:
    """Those after "according to" in the sentence of ``i``."""
    tree = cast.tree
    sentence = tree.annotation.sentences[tree.tokens[i].sent]
    found: list[int] = []
    for j in range(sentence.first, sentence.last):
        if tree.tokens[j].lemma in ("accord", "according") and tree.tokens[j].text.lower() == "according":
            for to in tree.kids(j, "prep"):
                for p in tree.kids(to, "pobj"):
                    found += [
                        d.number for t in tree.conjuncts(p) for d in cast.who(t) if d.type in ("Person", "State", "Organization")
                    ]
    return found
