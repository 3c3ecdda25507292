"""Appointments and wars as told beside other things: the office that somebody takes or leaves, wars with their years."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, Draft, Held, plain
from kg.extract.frames import Frame, all_frames
from kg.extract.match import Fact, add, span_between
from kg.lexicon import lexicon
from kg.model import Claim, Span, TimeExpression

_WAR = frozenset({"war", "wars"})


def fill_posts(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with title and body of each appointment, from the person's offices where untold; without a title it is none."""
    out: list[Fact] = []
    for fact in facts:
        if fact.frame.type != "Appointment":
            out.append(fact)
            continue
        former = [c for c in fact.claims if c.role == "former"]
        fact.claims = [c for c in fact.claims if c.role != "former"]
        add_post(cast, fact)
        if not fact.values("title"):
            continue
        out.append(fact)
        out += [left(fact, claim) for claim in former if cast.drafts[int(claim.referent or 0)].type == "Person"]
    return out


def left(fact: Fact, claim: Claim) -> Fact:
    """The appointment seen from whom it replaces."""
    other = Fact(fact.frame, fact.trigger, fact.support, fact.status, times=list(fact.times), evidence=fact.evidence)
    other.claims = [replace(claim, role="person"), *(c for c in fact.claims if c.role in ("title", "of"))]
    return other


def add_post(cast: Cast, fact: Fact) -> None:
    """Add title and body where the sentence leaves them to what is known of the person."""
    titles = [c for c in fact.claims if c.role == "title"]
    if any(not is_office(c.literal or "") for c in titles):
        fact.claims = [c for c in fact.claims if c.role != "title"]
        titles = []
    number = fact.values("person")[0]
    person = cast.drafts[int(number)]
    held = best_office(person, titles[0].literal or "" if titles else "", fact.trigger)
    if held is not None:
        if not titles:
            add(fact, Claim("title", held.office.span, literal=held.office.title, rule="office"))
        for n in held.of[:1]:
            add(fact, Claim("of", held.evidence, str(n), rule="office"))
        return
    if not titles and (own := described(cast, person)):
        add(fact, Claim("title", own[1], literal=own[0], rule="office"))
    if fact.values("of"):
        return
    agents = [t for t in cast.tree.arguments(fact.trigger).subject if str(person.number) not in map(str, cast.at.get(t, ()))]
    bodies = [(t, d) for t in agents for d in cast.who(t) if d.type in ("State", "Organization")]
    if person.state is not None and not bodies:
        add(fact, Claim("of", fact.evidence, str(person.state), rule="office"))
    for t, body in bodies[:1]:
        add(fact, Claim("of", span_between(cast.tree, fact.trigger, t), str(body.number), rule="office"))


def is_office(title: str) -> bool:
    """Whether a title has the head of an office in it."""
    return bool(set(plain(title).split()) & lexicon().office_heads)


def described(cast: Cast, person: Draft) -> tuple[str, Span] | None:
    """The office that an unnamed person is called by ("its ambassador")."""
    form = person.name()
    words = [w for w in form.split() if plain(w) in lexicon().office_heads]
    return (words[0], person.namings[0].span) if words else None


def best_office(person: Draft, title: str, at: int) -> Held | None:
    """The office of ``person`` that a title names, or without one the office told nearest."""
    wanted = set(plain(title).split())
    fit = [h for h in person.offices if not h.office.counterpart and (not wanted or wanted & set(plain(h.office.title).split()))]
    return min(fit, key=lambda h: (not h.of, abs(h.token - at))) if fit else None


def told_wars(cast: Cast) -> list[Fact]:
    """The wars that the article names with their years, once each."""
    tree = cast.tree
    frame = next(f for f in all_frames() if f.type == "Conflict" and "war" in f.triggers)
    found: dict[str, Fact] = {}
    for i, mention in sorted(tree.names.items()):
        name = plain(mention.form)
        if mention.type != "Occasion" or not set(name.split()[-1:]) & _WAR or name in found:
            continue
        time = years_at(cast, i)
        if time is None:
            continue
        fact = Fact(war_frame(frame), i, None, "occurred", times=[time])
        fact.evidence = span_between(tree, i, time.first)
        found[name] = fact
    return list(found.values())


def war_frame(frame: Frame) -> Frame:
    """The frame under which a named war is told."""
    return replace(frame, name="Conflict/named-war", confidence=0.75)


def years_at(cast: Cast, i: int) -> TimeExpression | None:
    """The years told with the war named at ``i``: before it, in brackets after it, or with a clause on it."""
    tree = cast.tree
    sentence = tree.annotation.sentences[tree.tokens[i].sent]
    for j in [*range(i - 1, max(sentence.first, i - 4) - 1, -1), *range(i + 1, min(sentence.last, i + 9))]:
        time = tree.times.get(j)
        if time is not None and time.start is not None and time.end is not None and len(time.start) == 4:
            return time
    return None
