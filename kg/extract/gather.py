"""One fact told twice in an article becomes one: the union of its roles, the fuller telling's evidence."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, plain
from kg.extract.match import Fact, add
from kg.extract.pairs import states_of
from kg.extract.retold import again, narrow, said_twice, summoned_besides
from kg.extract.rounds import ROUND
from kg.extract.stays import closed
from kg.lexicon import lexicon

_CORE: dict[str, tuple[tuple[str, ...], ...]] = {
    "Visit": (("visitor",), ("destination",)),
    "Arrival": (("visitor",), ("destination",)),
    "Departure": (("visitor",), ("origin",)),
    "Invitation": (("inviter",), ("invitee",)),
    "Meeting": (("participant",),),
    "Hosting": (("host",), ("guest",)),
    "Tribute": (("agent",), ("honoree",)),
    "Commemoration": (("occasion", "organizer"),),
    "Conflict": (("agent", "target", "place"),),
    "Appointment": (("person",), ("title",)),
    "Message": (("sender",), ("recipient",)),
    "Restriction": (("agent",), ("target",)),
    "Agreement": (("party",),),
    "Transfer": (("giver",), ("recipient",)),
}
_ON_TOPICS = frozenset({"Agreement", "Transfer", "Restriction"})
_BLAND = frozenset(
    """a an the of on in to for and or with by from at its his her their agreement deal treaty pact memorandum understanding
    contract accord protocol statement sanctions sanction new diplomatic ties relations shipment consignment""".split()
)
_MOVES = frozenset({"Arrival", "Departure", "Visit"})
_SITES = frozenset({"destination", "origin"})
_OTHERS = frozenset("similar comparable identical like another separate parallel previous earlier second third fourth".split())
_WARS = frozenset({"war", "conflict", "hostility", "hostilities", "insurgency", "crisis"})
_BLOWS = frozenset("attack strike airstrike shelling bombardment bombing raid assault ambush kill shoot shell bomb hit".split())
_DAY = 10  # the length of a date to the day
_ARRANGING = frozenset("agree plan arrange decide promise pledge undertake".split())
_SEEING = frozenset({"visit", "tour", "see"})
_NEAR = 4  # sentences that a meeting told of one side alone may stand from one told of both
_RANK = {"cancelled": 5, "denied": 4, "ongoing": 3, "occurred": 2, "planned": 1, "alleged": 0}


def gather(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The facts with tellings of one fact joined, in reading order."""
    kept: list[Fact] = []
    over: list[Fact] = []
    for fact in facts:
        done = fact.status == "occurred" and closed(cast.tree, fact)
        same = next((k for k in kept if one(cast, k, fact)), None)
        if same is None and (told := next((k for k in kept if carried(k, fact)), None)) is not None:
            first, second = (fact, told) if fact.frame.noun else (told, fact)
            told.claims = [*first.claims, *(c for c in second.claims if not first.values(c.role))]
        elif same is None:
            kept.append(fact)
        else:
            if fact.frame.type == "Visit":
                drop_sights(cast, same, fact)
            absorb(same, fact)
            narrow(cast, same, fact)
        if done:
            over.append(same or fact)
    for fact in over:
        fact.status = "occurred" if fact.status == "ongoing" else fact.status
    for fact in kept:
        if fact.frame.type == "Visit" and fact.status == "occurred" and still_on(cast, fact):
            fact.status = "ongoing"
    return kept


def carried(a: Fact, b: Fact) -> bool:
    """Whether one is told by a verb and the other by the noun that this carries: "lifted its ban on Peruvian officials".

    No visit is: "flew to Lima after a visit to Chile" tells two.
    """
    return a.frame.type == b.frame.type != "Visit" and (a.support == b.trigger or b.support == a.trigger)


def drop_sights(cast: Cast, visit: Fact, later: Fact) -> None:
    """Leave out of a later telling of a visit the sights seen on it: "on a visit to Lima ... toured the Cathedral"."""
    told = [cast.drafts[int(v)] for v in later.values("destination")]
    sights = {str(d.number) for d in told if d.type == "Place" and not d.known and not town(d)}
    goals = [cast.drafts[int(v)] for v in visit.values("destination") if v not in sights]
    if cast.tree.tokens[later.trigger].lemma in _SEEING and any(d.type == "State" or d.known for d in goals):
        later.claims = [c for c in later.claims if c.role != "destination" or c.referent not in sights]


def town(place: Draft) -> bool:
    """Whether a place that no list knows may be a town by its names: one or two words, neither of them one of a site."""
    words = [plain(f).split() for f in place.forms]
    return all(len(w) < 3 and not lexicon().place_heads.intersection(w) for w in words)


def others_told(cast: Cast, a: Fact, b: Fact, role: str) -> bool:
    """Whether both facts tell persons in a role, and other ones, be they of one state."""
    x, y = ({v for v in f.values(role) if v.isdigit() and cast.drafts[int(v)].type == "Person"} for f in (a, b))
    return bool(x) and bool(y) and not x & y


def still_on(cast: Cast, visit: Fact) -> bool:
    """Whether the last day of a visit lies after the article's, the first not: "arrived for a visit from 2 to 4 May"."""
    published = cast.tree.annotation.article.published
    if published is None:
        return False
    days = [(t.start, t.end) for t in visit.times if t.start and t.end and len(t.start) == len(t.end) == _DAY]
    return any(start <= published < end for start, end in days)


def one(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether two facts of an article are tellings of one: same type, the same core parties, no dates or statuses at odds."""
    if a.frame.type == b.frame.type == "Agreement" and signed_here(cast, a, b):
        return True
    if a.frame.type != b.frame.type or at_odds(cast, a, b):
        return False
    cores = _CORE.get(a.frame.type)
    if cores is None:
        return a.trigger == b.trigger or said_twice(cast, a, b) or (a.frame.type == "Criticism" and noted(cast, a, b))
    if a.frame.type == "Agreement" and (same := same_paper(cast, a, b)) is not None:
        return same
    if again(cast, a, b):
        return True
    for group in cores:
        if group[0] in _SITES and at_some_site(cast, a, b, group[0]):
            continue
        x = {v for r in group for v in people(cast, a, r)}
        y = {v for r in group for v in people(cast, b, r)}
        if x and y and not x & y:
            return False
    if a.frame.type in _MOVES and other_journey(cast, a, b):
        return False
    if a.frame.type == "Meeting":
        return one_meeting(cast, a, b)
    if a.frame.type == "Conflict":
        return one_fight(cast, a, b)
    if a.frame.type == "Tribute" and not set(a.values("honoree")) & set(b.values("honoree")):
        return set(a.values("agent")) == set(b.values("agent"))
    return any(people(cast, a, r) & people(cast, b, r) for group in cores[:1] for r in group)


def other_journey(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether two comings, goings or visits are two: to other towns, a leg beside its tour, one past and one to come."""
    if of_other_towns(cast, a, b):
        return True
    if a.frame.type != "Visit":
        return False
    planned = a if a.status == "planned" else b
    if {a.status, b.status} == {"occurred", "planned"} and not (named_only(a) or named_only(b)):
        return ahead(cast, planned)
    if {a.status, b.status} == {"ongoing", "planned"} and ahead(cast, planned):
        return True
    return leg_of(cast, a, b) or leg_of(cast, b, a)


def at_some_site(cast: Cast, a: Fact, b: Fact, role: str) -> bool:
    """Whether the next sentence tells a coming or leaving again, of a site of no known town: "left. It was seen off at X"."""
    if a.frame.type == "Visit" or abs(cast.tree.tokens[a.trigger].sent - cast.tree.tokens[b.trigger].sent) > 1:
        return False
    sites = [[cast.drafts[int(v)] for v in f.values(role)] for f in (a, b)]
    return any(told and all(d.type == "Place" and not d.known and d.state is None for d in told) for told in sites)


def ahead(cast: Cast, fact: Fact) -> bool:
    """Whether a fact is dated to a day after the article's."""
    published = cast.tree.annotation.article.published
    return published is not None and any(len(t.start or "") == _DAY and (t.start or "") > published for t in fact.times)


def noted(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether a note of protest and the protest are one: "sent Chile a note protesting at the closure"."""
    notes = [cast.tree.tokens[f.trigger].lemma == "note" and f.frame.noun for f in (a, b)]
    near = cast.tree.tokens[a.trigger].sent == cast.tree.tokens[b.trigger].sent
    return near and notes[0] != notes[1] and bool(set(a.values("agent")) & set(b.values("agent")))


def one_fight(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether two tellings of fighting are one: somebody in both, and neither other targets nor other places."""
    if told_of(cast, a, b):
        return True
    words = [cast.tree.tokens[f.trigger].lemma for f in (a, b)]
    if any(x in _WARS and y in _BLOWS for x, y in (words, words[::-1])):
        return False  # one raid is not the war
    for role in ("target", "place"):
        x, y = people(cast, a, role), people(cast, b, role)
        if x and y and not x & y:
            return False
    sides = [people(cast, f, "agent") | people(cast, f, "target") for f in (a, b)]
    return bool(sides[0] & sides[1]) or bool(people(cast, a, "place") & people(cast, b, "place"))


def told_of(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether one tells what the other, an attack, did: "nine were killed in an attack on the port"."""
    below = [
        j for f, g in ((a, b), (b, a)) for prep, j in cast.tree.prepositions(f.trigger) if prep in ("in", "by") and j == g.trigger
    ]
    return bool(below)


def of_other_towns(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether both visits lead to towns, but to none in common."""
    towns, others = cities(cast, a), cities(cast, b)
    return bool(towns) and bool(others) and not towns & others


def leg_of(cast: Cast, leg: Fact, tour: Fact) -> bool:
    """Whether a visit to one town is dated for itself beside a tour of several states."""
    several = {v for v in tour.values("destination") if cast.drafts[int(v)].type == "State"}
    return len(several) > 1 and len(cities(cast, leg)) == 1 and any(t.start for t in leg.times)


def cities(cast: Cast, fact: Fact) -> set[str]:
    """The towns of the gazetteer that a visit leads to: of two towns of one state each has its own visit."""
    sites = (*fact.values("destination"), *fact.values("origin"))
    return {v for v in sites if (d := cast.drafts[int(v)]).type == "Place" and d.known}


def one_meeting(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether two meetings are one: all of one are in the other, or two of them; one to come is none that has been."""
    x, y = set(a.values("participant")), set(b.values("participant"))
    if not x & y or ROUND in (a.frame.name, b.frame.name) or summoned_besides(a, b):
        return False
    if {a.status, b.status} == {"occurred", "planned"} and not (named_only(a) or named_only(b)):
        planned, held = (a, b) if a.status == "planned" else (b, a)
        dated = any(len(t.start or "") == _DAY for t in planned.times)
        return x == y and not dated and not (planned.trigger > held.trigger and yet_another(cast, planned))
    if with_others(cast, a) or with_others(cast, b):
        return len(x & y) >= 2
    gap = abs(cast.tree.tokens[a.trigger].sent - cast.tree.tokens[b.trigger].sent)
    return len(x & y) >= 2 or ((x <= y or y <= x) and gap <= _NEAR and not new_talk(cast, b if b.trigger > a.trigger else a))


def with_others(cast: Cast, fact: Fact) -> bool:
    """Whether a meeting told of one side alone is told to be with others who are not named: "talks with the parties"."""
    if len(fact.values("participant")) != 1:
        return False
    tree = cast.tree
    spots = [j for p in (fact.trigger, fact.support) if p is not None for j in tree.arguments(p).of("with")]
    return any(not cast.who(j) and tree.tokens[j].pos == "NOUN" for j in spots)


def yet_another(cast: Cast, planned: Fact) -> bool:
    """Whether a meeting to come, told after one held, is told as a further one: "will meet", "agreed to meet in Oslo"."""
    tree = cast.tree
    verb = planned.support if planned.support is not None else planned.trigger
    token = tree.tokens[verb]
    ahead = any(tree.tokens[c].lemma == "will" for c in tree.kids(verb, "aux"))
    return ahead or (token.dep == "xcomp" and tree.tokens[token.head].lemma in _ARRANGING)


def new_talk(cast: Cast, later: Fact) -> bool:
    """Whether the later telling, of one side alone, is of a meeting of its own: "he chaired a meeting of envoys"."""
    kids = [cast.tree.tokens[c].text.lower() for c in cast.tree.kids(later.trigger, "det")]
    return len(later.values("participant")) == 1 and later.frame.noun and bool({"a", "an", "another"} & set(kids))


def at_odds(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether statuses, dates or topics of two facts exclude each other."""
    if {a.status, b.status} & {"denied", "alleged", "cancelled"} and a.status != b.status:
        return True
    if a.frame.type == "Agreement" and of_other_states(cast, a, b):
        return True
    if a.frame.type == "Message" and others_told(cast, a, b, "recipient"):
        return True
    return not compatible_dates(a, b) or (a.frame.type in _ON_TOPICS and not same_topic(cast, a, b))


def same_paper(cast: Cast, a: Fact, b: Fact) -> bool | None:
    """Whether two tellings of agreements are of one paper, or expressly of another one; None where their parties decide."""
    if one_paper(cast, a, b):
        return True
    return False if paper(cast, a) != paper(cast, b) and (likened(cast, b) or signing(b)) else None


def signed_here(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether a verb and the paper that it takes tell of one: "signed a pact with Chile on the sharing of water"."""
    return a.frame.noun != b.frame.noun and a.status == b.status and paper(cast, a) == paper(cast, b)


def one_paper(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether the later telling of an agreement only takes the earlier up ("the deal was signed by"), or one names no parties."""
    x, y = told_words(a), told_words(b)
    if likened(cast, b):
        return False
    definite = any(cast.tree.tokens[c].text.lower() in ("the", "this") for c in cast.tree.children[paper(cast, b)])
    if b.trigger > a.trigger and x and not y and definite and (a.status, b.status) != ("occurred", "planned"):
        return True
    return bool(x & y) and (not a.values("party") or not b.values("party")) and 2 * len(x & y) >= min(len(x), len(y))


def signing(fact: Fact) -> bool:
    """Whether a fact tells how papers were signed, which are others than what was agreed before: "saw 11 papers signed"."""
    return fact.frame.noun and "signing" in fact.frame.triggers


def of_other_states(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether both papers are told as of states, and of others: "the deal between X and Y" after one between X and Z."""
    x, y = ({behind_side(cast, v) for v in f.values("party")} for f in (a, b))
    return len(x) > 1 and len(y) > 1 and None not in x | y and not (x <= y or y <= x)


def behind_side(cast: Cast, value: str) -> int | None:
    """The state that a party is or serves, a union of states itself; None of others."""
    draft = cast.drafts[int(value)]
    if draft.type == "Person":
        return min(states_of(draft, cast), default=None)
    if draft.type == "State":
        return draft.number
    return draft.state if draft.state is not None else draft.number if draft.known else None


def likened(cast: Cast, fact: Fact) -> bool:
    """Whether a paper is told as another than the one told of: "a similar deal with Chile", "a second contract"."""
    return any(cast.tree.tokens[c].text.lower() in _OTHERS for c in cast.tree.kids(paper(cast, fact), "amod", "det"))


def paper(cast: Cast, fact: Fact) -> int:
    """The noun of the agreement that a fact tells."""
    return next(iter(cast.tree.arguments(fact.trigger).object), fact.trigger) if not fact.frame.noun else fact.trigger


def told_words(fact: Fact) -> set[str]:
    """The telling words of a fact's topics."""
    return {w for t in fact.values("topic") for w in plain(t).split()} - _BLAND


def same_topic(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether the topics of two facts share a telling word and, of goods, no other number, or one of them has none."""
    x, y = told_words(a), told_words(b)
    if a.frame.type == "Agreement":  # "the treaty with Norway" and "the trade deals with Norway" share a side, no matter
        sides = [cast.drafts[int(v)] for f in (a, b) for v in f.values("party") if v.isdigit()] if x & y else []
        names = {w for d in sides for form in d.forms for w in plain(form).split()}
        x, y = x - names or x, y - names or y
    counts = [{w for w in words if w.isdigit()} for words in (x, y)]
    if a.frame.type == "Transfer" and all(counts) and not counts[0] & counts[1]:
        return False
    return not x or not y or bool(x & y)


def people(cast: Cast, fact: Fact, role: str) -> set[str]:
    """The values of a role; a delegation stands for its leader too, a place for its state."""
    values = set(fact.values(role))
    if role == "title":
        return {plain(v) for v in values}
    for v in list(values):
        if v.isdigit():
            draft = cast.drafts[int(v)]
            if draft.type == "Delegation" and draft.leader is not None:
                values.add(str(draft.leader))
            if draft.type == "Person" and fact.frame.type == "Message" and role == "recipient":
                values |= {str(n) for n in states_of(draft, cast)}
            if draft.type == "Place" and draft.state is not None and (draft.known or role not in _SITES):
                values.add(str(draft.state))
    return values


def compatible_dates(a: Fact, b: Fact) -> bool:
    """Whether no resolved start of one is at odds with one of the other."""
    x = {t.start for t in a.times if t.start}
    y = {t.start for t in b.times if t.start}
    return not x or not y or any(p.startswith(q) or q.startswith(p) for p in x for q in y)


def named_only(fact: Fact) -> bool:
    """Whether a noun alone names the fact, so that nothing tells whether it has happened: "the visit of X to Y"."""
    return fact.frame.noun and fact.support is None and fact.status == "occurred"


def left_by(fact: Fact) -> bool:
    """Whether a visit is told with its day as one that has been: "left the capital on Friday after a stay of two days"."""
    return fact.frame.type == "Visit" and fact.status == "occurred" and any(t.start for t in fact.times) and not named_only(fact)


def absorb(into: Fact, other: Fact) -> None:
    """Add what ``other`` tells to ``into``."""
    for claim in other.claims:
        if claim.role in ("topic", "kind", "title") and into.values(claim.role):
            continue
        add(into, claim)
    for time in other.times:
        if time not in into.times:
            into.times.append(time)
    if named_only(into) != named_only(other):
        into.status = into.status if named_only(other) else other.status
    elif _RANK[other.status] > _RANK[into.status]:
        into.status = other.status
    if named_only(into) and not named_only(other):
        into.frame, into.support = other.frame, other.support
    if left_by(other) and not other.said_by and into.said_by:  # the outlet's own word that the visit is over
        into.said_by, into.evidence = [], other.evidence
    into.said_by = list(dict.fromkeys([*into.said_by, *other.said_by]))
