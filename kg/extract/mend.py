"""Parses mended where small models are known to go wrong: a date before the subject, "left for X to attend Y"."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Annotation, Token

_LEAVING = frozenset({"leave", "depart", "head", "fly", "travel", "set", "go"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def mended(annotation: Annotation) -> tuple[Token, ...]:
    """The tokens of an article with heads and relations put right."""
    tokens = list(annotation.tokens)
    timed = {i for time in annotation.times for i in range(time.first, time.last)}
    names = {m.token for m in annotation.mentions if not m.inner and m.type != "Occasion"}
    children: dict[int, list[int]] = {}
    for t in tokens:
        if t.head != t.i:
            children.setdefault(t.head, []).append(t.i)
    for t in annotation.tokens:
        if t.dep == "pobj" and t.i in names and t.i not in timed:
            free_subject(tokens, children, timed, t)
        elif t.dep == "prep" and t.text in ("in", "out", "off"):
            particle(tokens, children, timed, t)
        elif t.dep == "mark" and t.text == "for":
            goal_of_leaving(tokens, children, t)
    return tuple(tokens)


def free_subject(tokens: list[Token], children: dict[int, list[int]], timed: set[int], name: Token) -> None:
    """ "On Thursday Smith travels": the name is the subject of the verb and no part of the date before it."""
    prep = tokens[name.head]
    verb = tokens[prep.head]
    dates = [c for c in children.get(name.i, []) if c == name.i - 1 and c in timed]
    if not dates or prep.i > name.i or verb.i < name.i or verb.pos not in ("VERB", "AUX"):
        return
    if any(tokens[c].dep in _SUBJECTS for c in children.get(verb.i, [])):
        return
    tokens[dates[0]] = replace(tokens[dates[0]], dep="pobj", head=prep.i)
    tokens[name.i] = replace(name, dep="nsubj", head=verb.i)


def particle(tokens: list[Token], children: dict[int, list[int]], timed: set[int], prep: Token) -> None:
    """ "flew in last night": no preposition of the time after it, but the verb's particle."""
    for c in children.get(prep.i, []):
        words = {tokens[k].text.lower() for k in children.get(c, [])}
        if tokens[c].dep == "pobj" and c in timed and prep.i == prep.head + 1 and words & {"last", "this", "next"}:
            tokens[prep.i] = replace(prep, pos="ADP", dep="prt")
            tokens[c] = replace(tokens[c], dep="npadvmod", head=prep.head)


def goal_of_leaving(tokens: list[Token], children: dict[int, list[int]], mark: Token) -> None:
    """ "left for Oslo to attend": the name is where the way leads, not who attends."""
    inner = tokens[mark.head]
    verb = tokens[inner.head]
    if verb.lemma not in _LEAVING or inner.dep not in ("advcl", "xcomp", "ccomp"):
        return
    goals = [
        c for c in children.get(inner.i, []) if tokens[c].dep == "nsubj" and mark.i < c < inner.i and tokens[c].pos == "PROPN"
    ]
    if goals:
        tokens[mark.i] = replace(mark, pos="ADP", dep="prep", head=verb.i)
        tokens[goals[0]] = replace(tokens[goals[0]], dep="pobj", head=mark.i)
