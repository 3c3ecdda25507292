"""Appointments and wars as told beside other things: the office that somebody takes or leaves, wars with their years."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, Draft, Held, plain
from kg.extract.frames import Frame, all_frames
from kg.extract.match import Fact, add, span_between
from kg.extract.when import near
from kg.lexicon import lexicon
from kg.model import Claim, Span, TimeExpression

_NO_POST = frozenset("diplomat official spokesman spokeswoman spokesperson veteran analyst expert candidate".split())
_ENDING = frozenset({"end", "cease", "stop", "finish"})
_LETTERS = frozenset({"credential", "credentials", "credence", "letter", "letters"})
_WAR = frozenset({"war", "wars"})


def fill_posts(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with title and body of each appointment, from the person's offices where untold; without a title it is none."""
    out: list[Fact] = []
    told = [f for f in facts if f.frame.type == "Appointment"]
    for fact in sorted(told, key=lambda f: (not explicit(f), f.trigger)):
        former = [c for c in fact.claims if c.role == "former" and cast.drafts[int(c.referent or 0)].type == "Person"]
        fact.claims = [c for c in fact.claims if c.role != "former"]
        add_post(cast, fact, [int(c.referent or 0) for c in former], out)
        if fact.values("title"):
            out.append(fact)
            out += [left(fact, claim) for claim in former]
    return sorted([f for f in facts if f.frame.type != "Appointment"] + out, key=lambda f: f.trigger)


def explicit(fact: Fact) -> bool:
    """Whether the sentence itself names the office."""
    return any(is_office(title) for title in fact.values("title"))


def left(fact: Fact, claim: Claim) -> Fact:
    """The appointment seen from whom it replaces."""
    other = Fact(fact.frame, fact.trigger, fact.support, fact.status, times=list(fact.times), evidence=fact.evidence)
    other.claims = [replace(claim, role="person"), *(c for c in fact.claims if c.role in ("title", "of"))]
    return other


def add_post(cast: Cast, fact: Fact, former: list[int], before: list[Fact]) -> None:
    """Add title and body where the sentence leaves them to what is known of the person or of whom he follows."""
    number = fact.values("person")[0]
    person = cast.drafts[int(number)]
    if explicit(fact):
        title, told = split_title(cast, fact)
        body = told or employer(cast, fact) or owner(cast, best_office(person, title, fact.trigger)) or known_body(cast, person)
        add_body(cast, fact, body)
        return
    fact.claims = [c for c in fact.claims if c.role != "title"]
    same = next(
        (f for f in reversed(before) if number in f.values("person") or set(map(str, former)) & set(f.values("person"))), None
    )
    if same is not None:
        for claim in same.claims:
            if claim.role in ("title", "of"):
                add(fact, claim)
        return
    holders = [cast.drafts[n] for n in former]
    holders = [person, *holders] if "succeed" in fact.frame.triggers else [*holders, person]
    held = next((h for p in holders if (h := best_office(p, "", fact.trigger)) is not None), None)
    if held is not None:
        add(fact, Claim("title", held.office.span, literal=held.office.title, rule="office"))
        add_body(cast, fact, owner(cast, held) or known_body(cast, person))
    elif (own := described(person)) is not None:
        add(fact, Claim("title", own[1], literal=own[0], rule="office"))
        add_body(cast, fact, known_body(cast, person) or employer(cast, fact))


def split_title(cast: Cast, fact: Fact) -> tuple[str, Draft | None]:
    """The title told and the state or body that it is told "of" (cut from it): "president of Norway"."""
    claim = next(c for c in fact.claims if c.role == "title")
    title = claim.literal or ""
    head, _, rest = title.rpartition(" of ")
    wanted = plain(rest).removeprefix("the ")
    body = next((d for d in cast.drafts if d.type in ("State", "Organization") and wanted in {plain(f) for f in d.forms}), None)
    if not head or body is None:
        return title, None
    span = Span(claim.evidence.start, claim.evidence.start + len(head))
    fact.claims[fact.claims.index(claim)] = replace(claim, literal=head, evidence=span)
    return head, body


def add_body(cast: Cast, fact: Fact, body: Draft | None) -> None:
    """Add whose office it is."""
    if body is not None and not fact.values("of"):
        near = min(body.tokens, key=lambda t: abs(t - fact.trigger), default=fact.trigger)
        add(fact, Claim("of", span_between(cast.tree, fact.trigger, near), str(body.number), rule="office"))


def employer(cast: Cast, fact: Fact) -> Draft | None:
    """The state or body that appoints, dismisses or recalls."""
    people = set(fact.values("person"))
    agents = [d for t in cast.tree.arguments(fact.trigger).subject for d in cast.who(t) if str(d.number) not in people]
    return next((d for d in agents if d.type in ("State", "Organization")), None)


def owner(cast: Cast, held: Held | None) -> Draft | None:
    """The first state or body of an office."""
    return cast.drafts[held.of[0]] if held is not None and held.of else None


def known_body(cast: Cast, person: Draft) -> Draft | None:
    """The state that a person is known to serve."""
    return cast.drafts[person.state] if person.state is not None else None


def is_office(title: str) -> bool:
    """Whether a title has the head of an office in it."""
    return bool(set(plain(title).split()) & lexicon().office_heads)


def described(person: Draft) -> tuple[str, Span] | None:
    """The office that an unnamed person is called by ("its ambassador")."""
    form = person.name()
    words = [w for w in form.split() if plain(w) in lexicon().office_heads]
    return (words[0], person.namings[0].span) if words else None


def best_office(person: Draft, title: str, at: int) -> Held | None:
    """The office of ``person`` that a title names, or without one the office told nearest."""
    wanted = set(plain(title).split())
    fit = [
        h
        for h in person.offices
        if not h.office.counterpart
        and not (not wanted and set(plain(h.office.title).split()) & _NO_POST)
        and (not wanted or wanted & set(plain(h.office.title).split()))
    ]
    return min(fit, key=lambda h: (not h.of, abs(h.token - at))) if fit else None


def end_wars(cast: Cast, facts: list[Fact]) -> None:
    """Make the time of "the war ended in 2000" the end of the war, which is over."""
    tree = cast.tree
    for fact in facts:
        head = tree.tokens[tree.tokens[fact.trigger].head]
        if fact.frame.type == "Conflict" and head.lemma in _ENDING and tree.tokens[fact.trigger].dep in ("nsubj", "dobj"):
            fact.status = "occurred"
            times = [tree.times[c] for c in near(tree, head.i) if c in tree.times]
            fact.times = [replace(t, start=None, end=t.end or t.start) for t in times[:1]] or fact.times


def credentials(cast: Cast) -> list[Fact]:
    """The appointments of envoys listed as presenting their letters: "those who presented credentials were A; B; and C"."""
    tree = cast.tree
    frame = next(f for f in all_frames() if f.type == "Appointment" and "present" in f.triggers)
    found: list[Fact] = []
    for sentence in tree.annotation.sentences:
        inside = range(sentence.first, sentence.last)
        words = {tree.tokens[i].lemma for i in inside}
        if sum(tree.tokens[i].text == ";" for i in inside) < 2 or not words & _LETTERS or "present" not in words:
            continue
        trigger = next(i for i in inside if tree.tokens[i].lemma == "present")
        title = None
        for i in inside:
            person = next((d for d in cast.who(i) if d.type == "Person"), None)
            if i < trigger or person is None or i not in tree.names or tree.tokens[tree.tokens[i].head].text.lower() == "to":
                continue
            held = best_office(person, "", i)
            title = Claim("title", held.office.span, literal=held.office.title, rule="office") if held is not None else title
            if title is None:
                continue
            fact = Fact(frame, trigger, None, "occurred", times=letter_times(cast, sentence.number))
            fact.claims = [Claim("person", span_between(tree, trigger, i), str(person.number), rule=frame.name), title]
            fact.evidence = span_between(tree, trigger, i)
            home = next((d for t in range(i + 1, min(i + 5, sentence.last)) for d in cast.who(t) if d.type == "State"), None)
            add_body(cast, fact, owner(cast, held) or home)
            found.append(fact)
    return found


def letter_times(cast: Cast, sent: int) -> list[TimeExpression]:
    """When letters were presented, as this sentence or the last one that speaks of them tells."""
    tree = cast.tree
    for number in (sent, sent - 1):
        sentence = tree.annotation.sentences[max(number, 0)]
        inside = range(sentence.first, sentence.last)
        if any(tree.tokens[i].lemma in _LETTERS for i in inside):
            times = [tree.times[i] for i in inside if i in tree.times and tree.times[i].start]
            if times:
                return times[:1]
    return []


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
