"""Whom wreaths and messages are for where they have no names ("Chinese soldiers", "the victims' families"), and monuments."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.cast import Cast, Draft, plain
from kg.extract.frames import all_frames
from kg.extract.match import Fact, add
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Claim, EntityType, Span

_GROUPS = frozenset("soldier martyr hero troop fighter victim patriot combatant dead fallen veteran".split())
_DEAD = frozenset({"killed", "fallen", "martyrs", "dead", "buried", "slain"})
_KIN = frozenset("family relative people victim".split())
_HONOURING = frozenset("tribute homage respect memory honour honor remembrance monument memorial commemorate wreath".split())
_MOURNING = frozenset("condolence sympathy condole sorrow".split())
_SITES = frozenset("monument memorial tomb statue bust cenotaph grave mausoleum cemetery obelisk shrine".split())
_LAID = frozenset("wreath flower bouquet basket tribute homage respect candle garland".split())
_STOPS = frozenset({",", '"', "”", "."})
_BEYOND = frozenset("in on at near outside during before after and who which that where".split())
_MAX_WORDS = 10
_UP = 4
_MONUMENT = re.compile(
    r"\b(?:monument|memorial|mausoleum|tomb|statue|bust|cenotaph|grave|obelisk)s? (?:to|of|for) (?:the )?(.+)$", re.I
)


def read_honoured(cast: Cast) -> None:
    """Fill ``cast`` with the groups without a name that are honoured or condoled with, and the sites of wreaths and flowers."""
    for token in cast.tree.tokens:
        if token.i in cast.at or token.tag not in ("NNS", "NNP", "NNPS", "NN"):
            continue
        words = _HONOURING if token.lemma in _GROUPS else frozenset()
        if token.lemma in _KIN and token.tag == "NNS":
            words |= _MOURNING
        if words and governed(cast.tree, token.i, words):
            note_group(cast, token.i, "Organization")
        elif token.lemma in _SITES and token.i not in cast.tree.names and governed(cast.tree, token.i, _LAID):
            note_group(cast, token.i, "Place")


def governed(tree: Tree, i: int, words: frozenset[str]) -> bool:
    """Whether one of the words stands above the noun at ``i`` or beside it below the same verb."""
    j = i
    for _ in range(_UP):
        if tree.tokens[j].head == j:
            break
        j = tree.tokens[j].head
        if tree.tokens[j].lemma in words:
            return True
        if tree.tokens[j].pos in ("VERB", "AUX"):
            return any(tree.tokens[c].lemma in words for c in tree.children[j])
    return False


def note_group(cast: Cast, i: int, type_: EntityType) -> None:
    """Note the group or monument at ``i`` under the words of its noun phrase, without its determiner and what is beside it."""
    tree = cast.tree
    inside = [j for j in tree.subtree(i) if tree.tokens[j].i >= tree.tokens[i].i or tree.tokens[j].head >= i]
    run = [j for j in inside if abs(j - i) < _MAX_WORDS]
    while run and tree.tokens[run[0]].pos in ("DET", "PUNCT", "PRON"):
        run = run[1:]
    end = run.index(i)
    stops = _STOPS if type_ == "Organization" else _STOPS | _BEYOND
    while end + 1 < len(run) and run[end + 1] == run[end] + 1 and tree.tokens[run[end + 1]].text.lower() not in stops:
        end += 1
    start = run.index(i)
    while start > 0 and run[start - 1] == run[start] - 1:
        start -= 1
    span = Span(tree.tokens[run[start]].start, tree.tokens[run[end]].end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    if plain(form) == "people":  # "the government and people": of the state named with the government
        return
    cast.add(cast.keyed(f"{type_}/{plain(form)}", type_), i, span, form)


def pay_by_visit(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with the visits to monuments and mausoleums as the tributes that they are."""
    return [tribute_of(fact) if at_monument(cast, fact) else fact for fact in facts]


def at_monument(cast: Cast, fact: Fact) -> bool:
    """Whether what somebody is told to visit is a monument: "visited the Mausoleum of X"."""
    if fact.frame.type != "Visit" or fact.frame.noun:
        return False
    goals = [d for t in cast.tree.arguments(fact.trigger).object for d in cast.who(t) if d.type == "Place"]
    return any(_MONUMENT.search(form) for d in goals for form in d.forms)


def tribute_of(visit: Fact) -> Fact:
    """The tribute paid by a visit to a monument."""
    frame = next(f for f in all_frames() if f.type == "Tribute")
    roles = {"visitor": "agent", "destination": "place"}
    claims = [replace(c, role=roles[c.role], rule=frame.name) for c in visit.claims if c.role in roles]
    return replace(visit, frame=frame, claims=claims)


def honour_by_place(cast: Cast, facts: list[Fact]) -> None:
    """Give tributes without an honoree the one whom the monument is for: "the Mausoleum of X", "the Monument to the Y".

    The dead organise no commemoration: "soldiers buried at X, to mark the day".
    """
    for fact in facts:
        if fact.frame.type == "Commemoration":
            fact.claims = [c for c in fact.claims if c.role != "organizer" or not (c.referent and fallen(cast, int(c.referent)))]
        if fact.frame.type != "Tribute" or fact.values("honoree"):
            continue
        for claim in [c for c in fact.claims if c.role == "place" and c.referent]:
            if (found := honoured_at(cast, cast.drafts[int(claim.referent or 0)])) is not None:
                add(fact, Claim("honoree", claim.evidence, str(found.number), rule="monument"))


def fallen(cast: Cast, number: int) -> bool:
    """Whether a group is called by its death: "soldiers killed in the war"."""
    draft = cast.drafts[number]
    return draft.type == "Organization" and draft.known is None and bool(_DEAD & set(plain(draft.name()).split()))


def honoured_at(cast: Cast, place: Draft) -> Draft | None:
    """Whom the name of the place tells: a person of the article, else a group named by it."""
    for naming in place.namings:
        told = _MONUMENT.search(naming.form or "")
        if told is None:
            continue
        words = plain(told[1])
        for person in cast.of_type("Person"):
            if any(words.endswith(plain(f)) for f in person.forms):
                return person
        name = without_office(told[1])
        start = naming.span.start + (naming.form or "").index(name)
        span = Span(start, start + len(name))
        if span.slice(cast.tree.annotation.article.text) != name:
            return None
        type_: EntityType = "Organization" if name == told[1] else "Person"
        draft = cast.keyed(f"{type_}/{plain(name)}", type_)
        if not draft.forms:
            cast.add(draft, place.tokens[0], span, name)
            cast.at[place.tokens[0]].remove(draft.number)
        return draft
    return None


def without_office(name: str) -> str:
    """The name without the office before it: "Leo Hart" of "President Leo Hart"."""
    words = name.split()
    offices = lexicon().office_heads | lexicon().office_before
    while len(words) > 1 and words[0].lower() in offices:
        words = words[1:]
    return name[name.index(words[0]) :]
