"""Visits that a noun takes up: "the visit was called off", "left after a two-day visit", "his trip will last until Friday"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, Draft
from kg.extract.clauses import ENDS
from kg.extract.fillers import fillers
from kg.extract.frames import Frame, all_frames
from kg.extract.match import Fact, add, add_kind, occasion_tokens, span_between
from kg.extract.relations import VISITORS
from kg.extract.status import noun_status, status_of
from kg.extract.stays import BY_NOUN, CLOSING, DAY, LEAVING, during, ending, settle_stays
from kg.extract.told import only_wanted
from kg.extract.tree import Arguments, Tree
from kg.extract.when import times_of
from kg.model import Claim, Status, TimeExpression

NOUNS = frozenset({"visit", "trip", "tour", "stay", "stop", "stopover"})
_STOPS = frozenset({"stop", "stopover", "leg"})
_OTHER = frozenset(
    "last previous earlier next another similar such past future other recent subsequent second third reciprocal return".split()
)
_TAKING_UP = frozenset({"the", "this", "that"})
_SETTING_OUT = frozenset("leave depart begin start embark kick set head fly announce".split())
MOVED = frozenset("push_back put_back put_off postpone reschedule move delay bring_forward push defer".split())
_COMING = frozenset("arrive land dock berth anchor moor call come".split())
_STEPS = 3
_MONTH = 7  # the length of a date to the month
_LOCATIVE = ("to", "in", "at")


def read_visits(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The visits told by nouns that no frame could fill; what takes up a visit told before is added to that visit."""
    settle_stays(cast, facts)
    facts += [later for f in facts if (later := put_off(cast, f)) is not None]
    for ranked in [
        f for f in facts if first_of_kind(cast, f, facts) or (f.frame.type == "Visit" and of_duty(cast.tree, f.trigger))
    ]:
        facts.remove(ranked)
    told = {f.trigger for f in facts if f.frame.type == "Visit"}
    found: list[Fact] = []
    for token in cast.tree.tokens:
        if token.lemma not in NOUNS or token.pos != "NOUN" or token.i in cast.tree.names or token.i in told:
            continue
        if token.start < cast.tree.annotation.article.body_start or of_duty(cast.tree, token.i):
            continue
        visits = [f for f in (*facts, *found) if f.frame.type == "Visit"]
        if (fact := noun_visit(cast, visits, token.i)) is not None:
            fact.status = "ongoing" if during(cast.tree, fact) else fact.status
            found.append(fact)
    return found


def of_duty(tree: Tree, i: int) -> bool:
    """Whether the noun tells a posting: "his tour of duty in Peru"."""
    return any(p == "of" and tree.tokens[j].lemma in ("duty", "service") for p, j in tree.prepositions(i))


def put_off(cast: Cast, visit: Fact) -> Fact | None:
    """The visit to come of one put off by its own verb: "postponed her trip to Oslo until June"."""
    verb = visit.support
    if (
        visit.frame.type != "Visit"
        or visit.status != "cancelled"
        or verb is None
        or (later := moved_to(cast.tree, visit.trigger, verb)) is None
    ):
        return None
    visit.times = [t for t in visit.times if t.span != later.span]
    return replace(visit, status="planned", times=[later], claims=list(visit.claims))


def first_of_kind(cast: Cast, fact: Fact, facts: list[Fact]) -> bool:
    """Whether the fact only ranks a visit told before: "it is the first visit to Norway by a Chilean minister since 2011"."""
    tree = cast.tree
    token = tree.tokens[fact.trigger]
    if fact.frame.type != "Visit" or token.dep != "attr" or tree.tokens[token.head].lemma not in ("be", "mark"):
        return False
    people = [cast.drafts[int(v)] for v in fact.values("visitor") if v.isdigit()]
    if not any(tree.tokens[t].lemma in ("it", "this", *NOUNS) for t in tree.arguments(token.head).subject):
        return False
    for time in [t for t in fact.times if tree.tokens[max(0, t.first - 1)].lemma == "since"]:
        fact.times.remove(time)
    there = lands(cast, fact)
    before = [f for f in facts if f.frame.type == "Visit" and f.trigger < fact.trigger and lands(cast, f) & there]
    return bool(before) and not any(d.offices or d.type == "Delegation" for d in people)


def lands(cast: Cast, fact: Fact) -> set[int]:
    """The places and states that a visit leads to, a town with its state."""
    places = [cast.drafts[int(v)] for v in fact.values("destination") if v.isdigit()]
    return {n for d in places for n in (d.number, d.state) if n is not None}


def add_occasions(cast: Cast, visit: Fact) -> None:
    """Add what the visitor comes for: "arrived to attend the celebrations"."""
    for t in occasion_tokens(cast.tree, visit, cast.tree.arguments(visit.trigger), Arguments()):
        for d in fillers(cast, t, "occasion"):
            add(visit, Claim("occasion", span_between(cast.tree, visit.trigger, t), str(d.number), rule="occasion"))


def noun_visit(cast: Cast, visits: list[Fact], i: int) -> Fact | None:
    """The visit that the noun at ``i`` tells anew; None where it takes up another, which is then enriched, or tells none."""
    tree = cast.tree
    owners = [d for t in tree.arguments(i).subject for d in cast.who(t) if d.type in VISITORS]
    of = "of" if tree.tokens[i].lemma == "tour" else None  # "his tour of Peru and Chile"
    lands_ = [t for prep, t in tree.arguments(i).preps if prep == of and any(d.type == "State" for d in cast.who(t))]
    sites = [t for prep, t in tree.arguments(i).preps if prep in ("to", "in")] + lands_
    if sites and not owners:
        return visit_by_verb(cast, i, sites) or stop_on_the_way(cast, visits, i, sites)
    if {tree.tokens[c].lemma for c in tree.kids(i, "amod", "compound", "det")} & _OTHER:
        return None
    definite = any(tree.tokens[c].text.lower() in _TAKING_UP for c in tree.kids(i, "det"))
    if not owners and tree.kids(i, "poss"):
        return None
    top, ended = governor(tree, i)
    if not ended and any(f.trigger == top for f in visits):
        return None
    if owners or definite:
        known = taken_up(cast, visits, i, owners)
        if known is not None:
            return enrich(cast, known, i)
    return visit_by_verb(cast, i, sites)


def taken_up(cast: Cast, visits: list[Fact], i: int, owners: list[Draft]) -> Fact | None:
    """The visit told before that the noun at ``i`` means: the nearest whose visitor it may be."""
    wanted = {str(d.number) for d in owners} | {
        str(g.number) for g in cast.of_type("Delegation") for d in owners if g.leader == d.number
    }
    before = [f for f in visits if f.trigger < i and (not wanted or wanted & set(f.values("visitor")))]
    return max(before, key=lambda f: f.trigger) if before else None


def enrich(cast: Cast, visit: Fact, i: int) -> Fact | None:
    """Add to ``visit`` what is said at the noun ``i``: dates, kind, that it is off; the visit anew where it is put off."""
    tree = cast.tree
    verb = predicate_of(tree, i)
    status = status_of(tree, verb if verb is not None else i)
    begun = visit.status in ("occurred", "ongoing") and (
        not visit.frame.noun or visit.support is not None
    )  # which nothing calls off
    if (
        status in ("cancelled", "denied")
        and visit.status in ("planned", "ongoing", "occurred")
        and not begun
        and told_off(tree, i, status)
    ):
        visit.status = status
    elif status == "planned" and visit.status == "alleged":
        visit.status = "planned"
    add_kind(tree, visit, i)
    times = spoken_times(tree, i, verb)
    if visit.status == "cancelled" and status == "planned" and any(t.start for t in times):
        return replace(visit, trigger=i, status="planned", times=times, claims=list(visit.claims), evidence=tree.span_of(i))
    if visit.status != "denied" and (later := moved_to(tree, i, verb)) is not None:
        visit.status = "cancelled"
        return replace(visit, trigger=i, status="planned", times=[later], claims=list(visit.claims), evidence=tree.span_of(i))
    for time in times if visit.status not in ("cancelled", "denied") or not visit.times else ():
        if time not in visit.times and agrees(visit.times, time):
            visit.times.append(time)
    return None


def moved_to(tree: Tree, i: int, verb: int | None) -> TimeExpression | None:
    """The day to which the visit at ``i`` is moved: "the trip was pushed back to 22 May", "they put it off until May"."""
    if verb is None or not {tree.tokens[verb].lemma, tree.lemma(verb)} & MOVED or tree.tokens[i].dep == "nsubj":
        return None
    days = [j for prep, j in tree.prepositions(verb) if prep in ("to", "until", "till", "for")]
    told = [tree.times[j] for j in days if j in tree.times]
    told = [replace(t, start=t.start or t.end, end=None) for t in told if t.start or t.end]
    return next((to_come(t, tree.annotation.article.published) for t in told), None)


def to_come(time: TimeExpression, published: str | None) -> TimeExpression:
    """The date of something put off, in the year after where the tense of the telling put it before the article."""
    start = time.start or ""
    if published is None or start >= published[: len(start)] or len(start) < _MONTH:
        return time
    return replace(time, start=f"{int(start[:4]) + 1}{start[4:]}")


def told_off(tree: Tree, i: int, status: Status) -> bool:
    """Whether it is the visit itself that is called off or denied, not something said of it."""
    token = tree.tokens[i]
    return status == "cancelled" or (token.dep in ("dobj", "nsubjpass") and tree.tokens[token.head].lemma in ("deny", "rule"))


def predicate_of(tree: Tree, i: int) -> int | None:
    """The verb that the noun at ``i`` is subject or object of."""
    head = tree.tokens[tree.tokens[i].head]
    return head.i if tree.tokens[i].dep in ("nsubj", "nsubjpass", "dobj") and head.pos in ("VERB", "AUX") else None


def spoken_times(tree: Tree, i: int, verb: int | None) -> list[TimeExpression]:
    """The times told of the noun, and of its predicate where the noun is the subject."""
    times = times_of(tree, i, verb if verb is not None and tree.tokens[i].dep in ("nsubj", "nsubjpass") else None)
    times = [t for t in times if tree.tokens[max(0, t.first - 1)].lemma not in ("since", "ago")]
    if verb is None or tree.lemma(verb) not in CLOSING:
        return times
    return [replace(t, start=None, end=t.start) if t.start and t.end is None else t for t in times]


def agrees(times: list[TimeExpression], time: TimeExpression) -> bool:
    """Whether ``time`` can be told of the same visit as ``times``."""
    starts = [t.start for t in times if t.start]
    new = time.start
    return new is None or not starts or any(s.startswith(new) or new.startswith(s) for s in starts)


def visit_by_verb(cast: Cast, i: int, sites: list[int]) -> Fact | None:
    """A visit whose visitor or place the words over the noun tell: "left Oslo after a visit", "met her during a visit"."""
    tree = cast.tree
    top, ended = governor(tree, i)
    if only_wanted(tree, None, i):
        return None
    if tree.tokens[top].pos != "VERB" and not (ended and back(tree, top)):
        hung = [d for d in cast.who(top) if d.type in VISITORS] if top in tree.names and sites else []
        return compose(cast, i, top, hung, sites, "ongoing") if hung else None
    verb = tree.tokens[top]
    args = tree.arguments(top)
    if not sites and ended and verb.lemma in _COMING:
        return None  # "arrived in the country after a tour"
    if not sites:
        leaving = verb.lemma in LEAVING
        ended = ended and leaving
        sites = [*args.object, *args.of("from")] if ended else [t for p in _LOCATIVE for t in args.of(p)]
        if leaving and not ended:
            sites = [*args.of("for"), *args.of("to")]
    status = "occurred" if ended else noun_status(tree, i) or status_of(tree, top) or "occurred"
    if status == "occurred" and tree.tokens[i].lemma in _STOPS and tree.tokens[i].tag == "NNS" and verb.lemma in _SETTING_OUT:
        status = "planned"  # "left for a tour of Asia, with stops in X and Y"
    back_home = returned(cast, top) if ended else []
    fact = compose(cast, i, top, back_home or guests(cast, top, sites), sites, status)
    if fact is not None and ended:
        fact.times = stay_times(tree, i, top)
    elif fact is not None and verb.lemma in _COMING:
        fact.status = "ongoing" if status == "occurred" else status
        fact.times += [t for t in times_of(tree, top, None) if t not in fact.times]
    return fact


def returned(cast: Cast, verb: int) -> list[Draft]:
    """Who is told beside the verb to have come back: "met the delegation upon its return after a visit to Lima"."""
    spots = [j for prep, j in cast.tree.prepositions(verb) if prep in ("on", "upon", "after", "following")]
    nouns = [j for j in spots if cast.tree.tokens[j].lemma == "return"]
    return [d for j in nouns for c in cast.tree.kids(j, "poss") for d in cast.who(c) if d.type in VISITORS]


def back(tree: Tree, i: int) -> bool:
    """Whether the word at ``i`` tells that somebody is back: "is back in Oslo after a visit to Lima"."""
    return tree.tokens[i].lemma == "be" and any(tree.tokens[c].lemma in ("back", "home") for c in tree.kids(i, "advmod", "acomp"))


def governor(tree: Tree, i: int) -> tuple[int, bool]:
    """The word over the noun at ``i`` through its prepositions, and whether they say that the visit is over."""
    top, ended = i, False
    for _ in range(_STEPS):
        token = tree.tokens[top]
        head = tree.tokens[token.head]
        if head.pos == "ADP" and (token.dep == "pobj" or token.pos == "VERB"):
            ended = ended or token.lemma in ENDS or head.text.lower() in ("after", "following", "from")
            top = head.head
        elif token.pos == "ADV" and back(tree, head.i):
            top = head.i
        elif token.dep == "dobj" and head.lemma in CLOSING and head.dep in ("advcl", "conj"):
            return head.head, True
        else:
            break
    return (top, ended) if top != i else (i, False)


def guests(cast: Cast, verb: int, sites: list[int]) -> list[Draft]:
    """Who of those that the verb tells of is the visitor: who is not of the state visited; the subject where that is untold.

    An office told without its state beside one told with it is of the country at home: "President X met Chilean Premier Y".
    """
    args = cast.tree.arguments(verb)
    hosts = {s for t in sites for d in cast.who(t) for s in (d.number, d.state) if s is not None}
    told = [
        [d for d in cast.who(t) if d.type in VISITORS or d.number in cast.ships]
        for t in (*cast.tree.surface(verb, 1), *args.subject, *args.object, *args.of("with"))
    ]
    fit = [ds for ds in told if ds and all(d.state not in hosts for d in ds)]
    if fit and all(d.state is None and d.offices for d in fit[0]):
        return next((ds for ds in fit if all(d.state is not None for d in ds)), fit[0])
    return fit[0] if fit else []


def compose(cast: Cast, i: int, top: int, visitors: list[Draft], sites: list[int], status: Status) -> Fact | None:
    """The visit of ``visitors`` told by the noun at ``i`` under the word ``top``; None where nobody or nowhere is told."""
    tree = cast.tree
    fact = Fact(visit_noun(), i, None if top == i else top, status)
    for d in visitors:
        near = min(d.tokens, key=lambda t: abs(t - i))
        fact.claims.append(Claim("visitor", span_between(tree, i, near), str(d.number), rule=fact.frame.name))
    for t in sites:
        for d in fillers(cast, t, "destination"):
            add(fact, Claim("destination", span_between(tree, i, t), str(d.number), rule=fact.frame.name))
    if not fact.values("visitor") or not fact.values("destination"):
        return None
    add_kind(tree, fact, i)
    fact.times = times_of(tree, i, None)
    fact.evidence = span_between(tree, i, top)
    return fact


def stay_times(tree: Tree, i: int, verb: int) -> list[TimeExpression]:
    """The times of a visit that the verb tells to be over: those of its noun, or from its length and the date of the leaving."""
    times = times_of(tree, i, None)
    length = next((t for t in times if t.duration and t.start is None), None)
    left = next((t for t in times_of(tree, verb, None) if t.start and len(t.start) == DAY), None)
    if left is None:
        return times
    return (
        [ending(length, left)]
        if length is not None
        else [t for t in times if t != left] + [replace(left, start=None, end=left.start)]
    )


def stop_on_the_way(cast: Cast, visits: list[Fact], i: int, sites: list[int]) -> Fact | None:
    """A stop told without the visitor: that of the journey told before ("a stop in Luanda has been dropped")."""
    tree = cast.tree
    before = [f for f in visits if f.trigger < i and f.status in ("ongoing", "planned", "occurred")]
    if tree.tokens[i].lemma not in _STOPS or not before or tree.arguments(i).subject:
        return None
    journey = max(before, key=lambda f: f.trigger)
    verb = predicate_of(tree, i)
    status = status_of(tree, verb if verb is not None else i)
    if status is None or tree.tokens[journey.trigger].sent + 4 < tree.tokens[i].sent:
        return None
    if status == "occurred" and verb is not None and tree.tokens[verb].tag in ("VBZ", "VBP"):  # "the tour includes a stop in X"
        status = "planned"
    fact = Fact(visit_noun(), i, verb, status)
    fact.claims = [c for c in journey.claims if c.role == "visitor"]
    for t in sites:
        fact.claims += [Claim("destination", span_between(tree, i, t), str(d.number)) for d in fillers(cast, t, "destination")]
    fact.claims = [replace(c, rule=fact.frame.name) for c in fact.claims]
    fact.times = times_of(tree, i, verb)
    fact.evidence = span_between(tree, i, sites[0]) if sites else tree.span_of(i)
    return fact if fact.values("destination") else None


def visit_noun() -> Frame:
    """The frame that visits told by a noun alone are reported under."""
    noun = next(f for f in all_frames() if f.type == "Visit" and f.noun and f.bare)
    return replace(noun, name=BY_NOUN, confidence=0.7)
