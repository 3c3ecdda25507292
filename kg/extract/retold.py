"""One event told again with other people in it: a wreath at a rite, an envoy received when summoned, guests of a state."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, plain
from kg.extract.match import Fact
from kg.extract.pairs import states_of
from kg.extract.relations import VISITORS

_REACH = 2  # sentences
_RITES = frozenset({"ceremony", "service", "wreath-laying"})
_RECEIVING = frozenset({"receive", "meet"})
_COMFORT = frozenset({"condolence", "sympathy"})
_STANCES = frozenset({"Support", "Criticism", "Denial", "Pledge"})
_RANKS = frozenset({"first", "second", "third", "latest"})
_STAYS = frozenset({"visit", "trip", "tour"})
_SORRY = frozenset({"apologise", "apologize", "apology"})
_SHORT = 3  # letters of words that tell little
_FEW = 3  # telling words
_MOST = 0.8  # of them in common


def again(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether two facts of one type are one although other people are told of each."""
    if a.frame.type == "Commemoration":
        return bool(set(a.values("participant")) & set(b.values("participant")))
    if a.frame.type == "Visit":
        return ranked_visit(cast, a, b) or ranked_visit(cast, b, a)
    if a.status != b.status:
        return False
    if a.frame.type == "Conflict":  # "a strike on the port killed nine"
        return any(g.trigger in cast.tree.kids(f.trigger, "nsubj") for f, g in ((a, b), (b, a)))
    first, second = (a, b) if a.trigger <= b.trigger else (b, a)
    if a.frame.type == "Invitation":
        return same_guests(cast, a, b) or same_guests(cast, b, a)
    if a.frame.type == "Meeting" and same_session(a, b):
        return True
    gap = cast.tree.tokens[second.trigger].sent - cast.tree.tokens[first.trigger].sent
    if gap > _REACH:
        return False
    if a.frame.type == "Tribute":
        return gap > 0 and at_rite(cast, first, second)
    if a.frame.type == "Meeting":
        return summoned(cast, first, second)
    return a.frame.type == "Message" and comforted(cast, first, second)


def said_twice(cast: Cast, a: Fact, b: Fact) -> bool:
    """Whether two speech acts of one type and the same speakers are one: an apology, a call reiterated, the same words again."""
    own = set(a.values("speaker") or a.values("agent"))
    if a.status != b.status or not own or own != set(b.values("speaker") or b.values("agent")):
        return False
    tokens = [cast.tree.tokens[f.trigger] for f in (a, b)]
    if bare(b) and tokens[1].sent - tokens[0].sent <= _REACH and not bare(a):
        return True  # "I condemn" again
    call = tokens[1].pos == "NOUN" and tokens[1].dep == "dobj" and tokens[1].head == a.trigger
    if a.frame.type == "Statement" and (call or all(t.lemma in _SORRY for t in tokens)):
        return True  # "reiterated their call for a ceasefire"
    x, y = ({w for t in f.values("topic") for w in plain(t).split() if len(w) > _SHORT} for f in (a, b))
    return (
        min(len(x), len(y)) >= _FEW
        and len(x & y) >= _MOST * min(len(x), len(y))
        and set(a.values("target")) == set(b.values("target"))
    )


def bare(stance: Fact) -> bool:
    """Whether a stance is told without for or against whom or what."""
    return stance.frame.type in _STANCES and not stance.values("target") and not stance.values("topic")


def same_session(a: Fact, b: Fact) -> bool:
    """Whether two meetings of one body alone are told with the same place and the same matter or day."""
    if len(a.values("participant")) != 1 or a.values("participant") != b.values("participant"):
        return False
    days = [{t.start for t in f.times if t.start} for f in (a, b)]
    alike = set(a.values("topic")) & set(b.values("topic")) or days[0] & days[1]
    return bool(alike) and bool(set(a.values("place")) & set(b.values("place")))


def ranked_visit(cast: Cast, visit: Fact, ranked: Fact) -> bool:
    """Whether a visit is told again by its rank: "came to Lima for the first visit by a Norwegian premier in ten years"."""
    tree = cast.tree
    guests = ranked.values("visitor")
    ranks = any(tree.tokens[c].text.lower() in _RANKS for c in tree.kids(ranked.trigger, "amod"))
    if tree.tokens[ranked.trigger].lemma not in _STAYS or not ranks or len(guests) != 1:
        return False
    near = abs(tree.tokens[ranked.trigger].sent - tree.tokens[visit.trigger].sent) <= _REACH
    named = [v for v in visit.values("visitor") if called(cast, v)]
    there = sides(cast, set(visit.values("destination"))) & sides(cast, set(ranked.values("destination")))
    return (
        near
        and bool(there)
        and not called(cast, guests[0])
        and bool(named)
        and sides(cast, set(named)) >= sides(cast, set(guests))
    )


def called(cast: Cast, value: str) -> bool:
    """Whether somebody is called by a name, not only described."""
    return any(t in cast.tree.names for t in cast.drafts[int(value)].tokens)


def at_rite(cast: Cast, rite: Fact, wreath: Fact) -> bool:
    """Whether a wreath with neither place nor honoree of its own is one of a ceremony told just before."""
    named = rite.frame.noun and cast.tree.tokens[rite.trigger].lemma in _RITES
    return named and not wreath.values("honoree") and not wreath.values("place")


def summoned(cast: Cast, call: Fact, talk: Fact) -> bool:
    """Whether an envoy summoned is then received by somebody of the side that summons."""
    if "summon" not in call.frame.triggers or cast.tree.tokens[talk.trigger].lemma not in _RECEIVING:
        return False
    envoys = set(call.values("participant")) & set(talk.values("participant"))
    if len(envoys) != 1 or len(talk.values("participant")) < 2:
        return False
    foreign = sides(cast, envoys)
    hosts = sides(cast, set(call.values("participant")) - envoys)
    others = set(talk.values("participant")) - envoys
    people = all(cast.drafts[int(v)].type == "Person" for v in others)
    return people and not sides(cast, others) & foreign and (not hosts or sides(cast, others) <= hosts)


def summoned_besides(a: Fact, b: Fact) -> bool:
    """Whether one is a summons, the other a meeting of its own that somebody held: "held a meeting, then X was summoned"."""
    calls = ["summon" in f.frame.triggers for f in (a, b)]
    return calls[0] != calls[1] and any(f.frame.noun and len(f.values("participant")) == 1 for f in (a, b))


def same_guests(cast: Cast, bare: Fact, full: Fact) -> bool:
    """Whether one tells that states are invited, the other which of their people: "delegations from Peru", "invited X"."""
    states, guests = set(bare.values("invitee")), set(full.values("invitee"))
    if not states or not guests or any(cast.drafts[int(v)].type != "State" for v in states):
        return False
    if any(cast.drafts[int(v)].type not in VISITORS for v in guests) or sides(cast, guests) != {int(v) for v in states}:
        return False
    occasions = [set(f.values("occasion")) for f in (bare, full)]
    inviters = [sides(cast, set(f.values("inviter"))) for f in (bare, full)]
    return bool(inviters[0] & inviters[1]) and (not all(occasions) or bool(occasions[0] & occasions[1]))


def comforted(cast: Cast, message: Fact, more: Fact) -> bool:
    """Whether sympathies for the bereaved are only what a message of the same sender says."""
    if cast.tree.tokens[more.trigger].lemma not in _COMFORT or not set(message.values("sender")) & set(more.values("sender")):
        return False
    told = more.values("recipient")
    return bool(told) and all(unnamed(cast, v) for v in told) and not set(told) & set(message.values("recipient"))


def narrow(cast: Cast, fact: Fact, other: Fact) -> None:
    """Leave out of ``fact``, with ``other`` joined, whom others in the same role stand for.

    That is a state beside its delegation, the bereaved beside a minister."""
    if fact.frame.type == "Invitation":
        told = {v for v in fact.values("invitee") if cast.drafts[int(v)].type in VISITORS}
        spare = {str(n) for n in sides(cast, told)} & set(fact.values("invitee"))
        if spare and told <= set(other.values("invitee")):
            fact.evidence = other.evidence
        fact.claims = [c for c in fact.claims if c.role != "invitee" or c.referent not in spare]
    elif fact.frame.type == "Visit" and ranked_visit(cast, fact, other):
        fact.claims = [c for c in fact.claims if c.role != "visitor" or called(cast, c.referent or "")]
    elif fact.frame.type == "Message":
        crowd = {v for v in fact.values("recipient") if unnamed(cast, v)}
        if crowd != set(fact.values("recipient")):
            fact.claims = [c for c in fact.claims if c.role != "recipient" or c.referent not in crowd]


def unnamed(cast: Cast, value: str) -> bool:
    """Whether a referent is a group of people that is only described: "the bereaved families"."""
    return cast.drafts[int(value)].type == "Organization" and not called(cast, value)


def sides(cast: Cast, values: set[str]) -> set[int]:
    """The states that these referents are, serve or come from."""
    return {s for v in values if v.isdigit() for s in side(cast, cast.drafts[int(v)])}


def side(cast: Cast, draft: Draft) -> set[int]:
    """The state that a referent is, serves or comes from."""
    if draft.type == "State":
        return {draft.number}
    if draft.type == "Person":
        return states_of(draft, cast)
    return {draft.state} if draft.state is not None else set()
