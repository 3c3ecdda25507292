"""Whose paper it is that speaks: "the ministry said in a statement ... The statement added"."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.relations import SUBJECT
from kg.extract.spots import owners
from kg.model import Token

_OPEN = frozenset("statement communique communiqué declaration readout release document text".split())
_LETTERS = frozenset("letter note message telegram cable".split())
_REPORTS = frozenset({"report", "dispatch"})
_TOLD_BY = frozenset({"report", "say", "write", "quote", "cite"})
_DEFINITE = frozenset({"the", "this", "that"})
_SPEAKING = frozenset("call urge condemn denounce say accuse demand ask express welcome reject warn criticise criticize".split())
_ISSUING = frozenset("issue release publish make send adopt sign deliver circulate post".split())
_CARRYING = frozenset({"in", "through", "via", "with"})
_VOICES = frozenset({"Person", "State", "Organization", "Delegation"})
_REACH = 6  # sentences


def paper_speaks(cast: Cast, token: Token) -> bool:
    """Whether the noun is a paper that was told of before and is itself said to say something."""
    if token.lemma not in _OPEN | _LETTERS | _REPORTS or token.tag != "NN":
        return False
    if token.lemma in _REPORTS:  # "the report said", of an agency
        return token.dep == "nsubj" and [cast.tree.tokens[c].text.lower() for c in cast.tree.children[token.i]] == ["the"]
    if any(cast.tree.tokens[c].lemma in _SPEAKING for c in cast.tree.kids(token.i, "acl")):  # "a letter urging him to leave"
        return True
    told = {cast.tree.tokens[c].text.lower() for c in cast.tree.kids(token.i, "det")}
    according = token.dep == "pobj" and cast.tree.tokens[cast.tree.tokens[token.head].head].text.lower() == "according"
    return bool(told & _DEFINITE) and (token.dep in SUBJECT or according)


def issuers(cast: Cast, token: Token) -> list[int]:
    """Whose the paper is that speaks itself ("a letter urging"), else whose the last one of its kind before ``token`` was."""
    definite = any(cast.tree.tokens[c].text.lower() in _DEFINITE for c in cast.tree.kids(token.i, "det"))
    if (own := issued_by(cast, token)) or not definite:
        return own
    if token.lemma in _REPORTS:
        return last_reporter(cast, token)
    kind = _OPEN if token.lemma in _OPEN else {token.lemma}
    for i in range(token.i - 1, -1, -1):
        before = cast.tree.tokens[i]
        if token.sent - before.sent > _REACH:
            break
        same = before.sent == token.sent or before.tag != "NN"
        if before.lemma in kind and not same and (told := cast.at.get(i) or issued_by(cast, before)):
            return list(told)
    return last_speaker(cast, token) if kind is _OPEN else []


def last_reporter(cast: Cast, token: Token) -> list[int]:
    """The outlet that reported what the sentence before tells, whose "the report" is."""
    if token.sent == 0:
        return []
    sentence = cast.tree.annotation.sentences[token.sent - 1]
    verbs = [i for i in range(sentence.first, sentence.last) if cast.tree.tokens[i].lemma in _TOLD_BY]
    told = [d for i in verbs for t in cast.tree.kids(i, "nsubj") for d in cast.who(t) if d.kind == "Outlet"]
    return [d.number for d in told[-1:]]


def last_speaker(cast: Cast, token: Token) -> list[int]:
    """Whose statement a definite one is that was not told of: of who speaks before it ("Lind denounced it. The statement")."""
    if token.sent == 0:
        return []
    sentence = cast.tree.annotation.sentences[token.sent - 1]
    for i in range(sentence.first, sentence.last):
        verb = cast.tree.tokens[i]
        if verb.dep == "ROOT" and verb.lemma in _SPEAKING:
            told = [d.number for t in cast.tree.kids(i, "nsubj") for d in cast.who(t) if d.type in _VOICES]
            return list(dict.fromkeys(told))
    return []


def issued_by(cast: Cast, paper: Token) -> list[int]:
    """Who speaks in a paper: its owner, who issues it, or the subject of what is said "in a statement"."""
    tree = cast.tree
    spots = list(owners(tree, (paper.i,)))
    spots += [j for c in tree.kids(paper.i, "acl") if tree.tokens[c].lemma in _ISSUING for j in tree.arguments(c).of("by")]
    verb = tree.verb_above(paper.i)
    args = tree.arguments(verb)
    if paper.dep == "pobj" and tree.tokens[paper.head].text.lower() in _CARRYING:
        spots += args.subject
    elif tree.tokens[verb].lemma in _ISSUING:
        spots += args.subject if paper.i in args.object else args.of("by")
    return list(dict.fromkeys(d.number for j in spots for d in cast.who(j) if d.type in _VOICES and j != paper.i))
