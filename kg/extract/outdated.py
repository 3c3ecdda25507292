"""Plans that a visit takes with it when it is off, the visit as it was announced before, and meetings that somebody misses."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.derive import with_leader
from kg.extract.gather import named_only
from kg.extract.match import Fact
from kg.extract.nothing import EXPECTING
from kg.extract.pairs import states_of
from kg.extract.tree import Tree
from kg.extract.visits import MOVED, lands
from kg.extract.when import times_of

_ON_VISITS = frozenset({"Visit", "Arrival", "Meeting", "Hosting", "Commemoration", "Tribute", "Agreement"})
_ATTENDING = frozenset({"attend", "join", "participate", "miss"})
_STEPS = 4
_NEAR = 3  # sentences on which what is told without a place is still told of the visit


def call_off_stays(cast: Cast, facts: list[Fact]) -> None:
    """Call off what was to be on a visit that is told to be off: "put off his trip to Peru. He was due to meet its premier"."""
    off = [f for f in facts if f.frame.type == "Visit" and f.status == "cancelled" and f.values("destination")]
    if not off:
        return
    told = [f for f in facts if f.status == "planned" and f.frame.type in _ON_VISITS and past_plan(cast.tree, f)]
    told += [f for f in facts if f.frame.type == "Visit" and named_only(f) and not f.times]  # "a new date for his visit to Peru"
    gone = {f.trigger for f in told if any(on_visit(cast, visit, f) for visit in off)}
    sentences = {cast.tree.tokens[i].sent for i in gone}
    for fact in told:
        here = cast.tree.tokens[fact.trigger].sent in sentences and any(lands(cast, v) & sites(cast, fact) for v in off)
        if fact.trigger in gone or here:
            fact.status = "cancelled"


def stay_away(cast: Cast, facts: list[Fact]) -> None:
    """Leave in a meeting that is told to be missed only who misses it: "did not attend the talks between Peru and Chile"."""
    missed = (f for f in facts if f.frame.type == "Meeting" and f.status == "denied")
    for fact, verb in ((f, f.support) for f in missed if f.support is not None):
        if cast.tree.lemma(verb) in _ATTENDING and cast.tree.arguments(fact.trigger).of("between"):
            absent = {str(d.number) for t in cast.tree.arguments(verb).subject for d in cast.who(t)}
            fact.claims = [c for c in fact.claims if c.role != "participant" or not absent or c.referent in absent]


def on_visit(cast: Cast, visit: Fact, fact: Fact) -> bool:
    """Whether a fact is the visit itself, or of its visitor and where it leads to."""
    people = with_leader(cast, visit)
    if not any(people & set(fact.values(role)) for role in ("visitor", "participant", "guest", "organizer", "agent")):
        return False
    home = {s for v in people for s in states_of(cast.drafts[int(v)], cast)} | {int(v) for v in people}
    abroad = sites(cast, fact) - home
    gap = cast.tree.tokens[fact.trigger].sent - cast.tree.tokens[visit.trigger].sent
    return bool(lands(cast, visit) & abroad) or (not abroad and 0 <= gap <= _NEAR)


def sites(cast: Cast, fact: Fact) -> set[int]:
    """The places where a fact is told to be and the states of those who take part in it."""
    roles = ("destination", "place", "participant", "host", "organizer")
    told = [cast.drafts[int(v)] for role in roles for v in fact.values(role) if v.isdigit()]
    return {n for d in told for n in (d.number, *states_of(d, cast), d.state) if n is not None}


def past_plan(tree: Tree, fact: Fact) -> bool:
    """Whether a fact is told as what was planned: "was due to", "had been expected to", "was to", "was planned for May"."""
    i = fact.trigger
    if any(tree.tokens[c].lemma in EXPECTING for c in tree.kids(i, "acl")):  # "his visit to Peru planned this month"
        return True
    for _ in range(_STEPS):
        token = tree.tokens[i]
        be = token.head if token.pos == "ADJ" else i
        planned = token.lemma in EXPECTING or (token.lemma == "be" and bool(tree.kids(i, "xcomp")))
        tags = {tree.tokens[c].tag for c in (be, *tree.kids(be, "aux", "auxpass"))}
        if planned and "VBD" in tags and (token.tag == "VBN" or token.pos in ("ADJ", "AUX")):
            return not {"VBZ", "VBP", "MD"} & tags
        if token.dep == "ccomp" and announced_before(tree, i):
            return True
        if {token.lemma, tree.lemma(i)} & MOVED:
            return False
        if token.head == i or token.dep in ("ROOT", "relcl", "conj") or token.tag in ("VBZ", "VBP"):
            return False
        i = token.head
    return False


def announced_before(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` tells what was announced on a day before the article's: "said on 3 May that he would go"."""
    over = tree.tokens[tree.tokens[i].head]
    published = tree.annotation.article.published
    if published is None or over.tag != "VBD" or not any(tree.tokens[c].lemma == "would" for c in tree.kids(i, "aux")):
        return False
    return any(t.start < published[: len(t.start)] for t in times_of(tree, over.i, None) if t.start)
