"""Who is present where something is told to be said or done: hearers of speech at a meeting, envoys at a ceremony."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.credit import SAYING
from kg.extract.match import Fact, add
from kg.extract.quotes import behind
from kg.extract.sides import main_state
from kg.extract.speech import speakers
from kg.extract.tree import Tree
from kg.model import Claim

_REACH = 3  # sentences that speech may stand after its meeting
_HEARD = {"Statement": "addressee", "Pledge": "target"}
_JUDGING = frozenset(
    "call describe characterise characterize portray term label brand dub praise hail commend laud applaud salute".split()
)
_SCENES = frozenset({"Meeting", "Hosting"})
_HELD = ("occurred", "ongoing")
_LETTERS = frozenset({"credential", "credentials", "credence"})
_SIDES = ("participant", "host", "guest")


def hear_speech(cast: Cast, facts: list[Fact]) -> None:
    """Give what is said at a meeting told just before its hearer and its day, where it has none."""
    tree = cast.tree
    scenes = [f for f in facts if f.frame.type in _SCENES and f.status == "occurred" and not aside(tree, f)]
    scenes = [f for f in scenes if not (f.frame.noun and _LETTERS & set(f.frame.triggers))]
    for fact in facts:
        role = _HEARD.get(fact.frame.type)
        if role is None or fact.status in ("denied", "planned"):
            continue
        own = sides(cast, speakers(fact))
        near = [f for f in scenes if 0 <= tree.tokens[fact.trigger].sent - tree.tokens[f.trigger].sent <= _REACH]
        near = [f for f in near if (f.trigger < fact.trigger or during(tree, fact, f)) and own & set(present(f))]
        if not near:
            continue
        scene = max(near, key=lambda f: f.trigger)
        others = [c for c in scene.claims if c.role in _SIDES and c.referent and c.referent not in own]
        there = sides(cast, [c.referent for c in others if c.referent])
        if there & set(speakers(fact)) or told_elsewhere(tree, fact, there) or at_other_talks(tree, fact, scene):
            continue
        if not fact.times and tree.tokens[fact.trigger].tag not in ("VBZ", "VBP"):  # "Oslo says"
            fact.times = list(scene.times)
        if len({c.referent for c in others}) != 1 or fact.values(role) or says_or_judges(cast, fact.trigger):
            continue
        heard = side_before(cast, fact, there) or others[0]
        add(fact, Claim(role, heard.evidence, heard.referent, rule="met"))


def says_or_judges(cast: Cast, i: int) -> bool:
    """Whether the words are quoted as told somebody, or describe a thing, which is as well done to others than those met."""
    tree = cast.tree
    over = tree.tokens[tree.tokens[i].head]
    quoted = i in cast.quoted and tree.deps[i] == "ccomp" and over.lemma == "tell"
    return quoted or tree.lemma(i) in SAYING | _JUDGING


def side_before(cast: Cast, fact: Fact, there: set[str]) -> Claim | None:
    """The state of those met, where the sentence before tells what it brought up: "The Chilean side raised the fees"."""
    tree = cast.tree
    number = tree.tokens[fact.trigger].sent
    before = tree.annotation.sentences[number - 1] if number else None
    for t in range(before.first, before.last) if before is not None else ():
        if tree.deps[t] == "nsubj" and tree.tokens[t].lemma == "side" and tree.tokens[t].tag == "NN":
            told = [d.number for d in cast.who(t) if d.type == "State" and str(d.number) in there]
            return Claim("", tree.span_of(t), str(told[0])) if len(told) == 1 else None
    return None


def aside(tree: Tree, scene: Fact) -> bool:
    """Whether a meeting of a day of its own is told of somebody only by the way: "Berg, who hosted her in May, said"."""
    verb = scene.support if scene.support is not None else scene.trigger
    return tree.tokens[verb].dep == "relcl" and bool(scene.times)


def during(tree: Tree, fact: Fact, scene: Fact) -> bool:
    """Whether the clause itself tells that it was said at the meeting: "welcomed the deal in a call with X"."""
    at = {
        t
        for prep in ("during", "in", "at")
        for p in (fact.trigger, fact.support)
        if p is not None
        for t in tree.arguments(p).of(prep)
    }
    return scene.trigger in at


def at_other_talks(tree: Tree, fact: Fact, scene: Fact) -> bool:
    """Whether the clause names talks with others at which it was said: "in a meeting with the Tamil leaders, he reaffirmed"."""
    spots = [
        t for p in (fact.trigger, fact.support) if p is not None for w in ("during", "in", "at") for t in tree.arguments(p).of(w)
    ]
    talks = [t for t in spots if t != scene.trigger and tree.tokens[t].lemma in ("meeting", "talk", "talks", "conversation")]
    return any(prep == "with" for t in talks for prep, _ in tree.prepositions(t))


def told_elsewhere(tree: Tree, fact: Fact, there: set[str]) -> bool:
    """Whether the words are told to somebody who is not of those ``there``, so that they need not have been said there."""
    heard = set(fact.values("addressee"))
    return not heard & there if heard else tree.lemma(fact.trigger) == "tell"


def present(scene: Fact) -> list[str]:
    """Who is told to be at a meeting or reception."""
    return [n for role in _SIDES for n in scene.values(role)]


def sides(cast: Cast, told: list[str]) -> set[str]:
    """The speakers with the states behind them and the delegations that they lead."""
    people = {int(n) for n in told if n.isdigit()}
    states = {d.number for n in people for d in behind(cast, cast.drafts[n])}
    groups = {g.number for g in cast.of_type("Delegation") if g.leader in people}
    return {str(n) for n in people | states | groups}


def seat_envoys(facts: list[Fact], cast: Cast) -> None:
    """Let the envoys told one by one to present their letters take part in the ceremony told before, in place of their states."""
    tree = cast.tree
    for fact in facts:
        if fact.frame.type != "Commemoration" or not fact.frame.noun or not _LETTERS & set(fact.frame.triggers):
            continue
        sent = tree.tokens[fact.trigger].sent
        told = [f for f in facts if f.frame.type == "Appointment" and "present" in f.frame.triggers]
        told = [
            f
            for f in told
            if 0 <= tree.tokens[f.trigger].sent - sent <= 1 and f.values("person")[0] not in fact.values("organizer")
        ]
        if len(told) < 2:
            continue
        states = {v for f in told for v in f.values("of")}
        fact.claims = [c for c in fact.claims if c.role != "participant" or c.referent not in states]
        for claim in (c for f in told for c in f.claims if c.role == "person"):
            add(fact, Claim("participant", claim.evidence, claim.referent, rule="letters"))


def lone_sides(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` without the talks of which one state alone is told, which only hosts them: "Norway's role in hosting talks"."""
    talks = [f for f in facts if f.frame.type == "Meeting"]
    idle = {id(f) for f in talks if (not f.times and lone(f) and state_alone(cast, f)) or only_host(cast, f)}
    return [f for f in facts if id(f) not in idle]


def only_host(cast: Cast, fact: Fact) -> bool:
    """Whether the one side told of talks is the state in which it hosts them, and which may only mediate."""
    told = fact.values("participant")
    hosted = fact.support is not None and cast.tree.tokens[fact.support].lemma == "host"
    if len(told) != 1 or not hosted or cast.drafts[int(told[0])].type != "State":
        return False
    return any(cast.drafts[int(n)].state == int(told[0]) for n in fact.values("place"))


def of_one(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` without the meetings of which only one is told who meets others left unnamed: "met with officials"."""
    kept = [f for f in facts if f.frame.type != "Meeting" or f.times or not lone(f) or not unnamed_side(cast, f)]
    kept = [f for f in kept if f.frame.type != "Meeting" or f.status != "denied" or len(f.values("participant")) > 1]
    return [f for f in kept if not (f.frame.type == "Meeting" and f.frame.noun and several(cast, f))]


def several(cast: Cast, fact: Fact) -> bool:
    """Whether only one person is told of meetings whose number alone is told: "will hold 15 bilateral meetings"."""
    told = [cast.drafts[int(v)].type for v in fact.values("participant") if v.isdigit()]
    return told == ["Person"] and cast.tree.tokens[fact.trigger].text.lower() == "meetings"


def unnamed_side(cast: Cast, fact: Fact) -> bool:
    """Whether a meeting is with a side that is only described, or one held is told by a noun alone: "negotiations began"."""
    alone = fact.frame.noun and fact.support is None and fact.status in _HELD
    met = cast.tree.arguments(fact.trigger).object if not fact.frame.noun else ()
    described = any(not cast.who(t) and cast.tree.tokens[t].tag in ("NNS", "PRP") for t in met)
    return fact.status in (*_HELD, "planned") and (alone or described or with_others(cast, fact))


def lone(fact: Fact) -> bool:
    """Whether a fact has one value alone, somebody."""
    return len(fact.claims) == 1 and fact.claims[0].referent is not None


def state_alone(cast: Cast, fact: Fact) -> bool:
    """Whether the first value of a fact is a state."""
    return cast.drafts[int(fact.claims[0].referent or 0)].type == "State"


def follow_suit(cast: Cast, facts: list[Fact]) -> None:
    """Give ties cut with nobody named the state that others are told before to have cut theirs with."""
    cut = [f for f in facts if f.frame.type == "Restriction" and "sever" in f.frame.triggers and f.status == "occurred"]
    for n, fact in enumerate(cut):
        before = [f for f in cut[:n] if f.values("target") and not set(f.values("target")) & set(fact.values("agent"))]
        if fact.values("target") or len(fact.values("agent")) != 1 or not before or before[-1].frame is not fact.frame:
            continue
        for claim in before[-1].claims:
            if claim.role == "target":
                add(fact, Claim("target", claim.evidence, claim.referent, rule="other side"))


def other_sides(cast: Cast, facts: list[Fact]) -> None:
    """Complete talks told of one state alone ("Oslo broke off the talks") by the other state that the article is about."""
    for fact in facts:
        told = fact.values("participant")
        if fact.frame.type != "Meeting" or len(told) != 1 or cast.drafts[int(told[0])].type != "State" or with_others(cast, fact):
            continue
        other = None if only_host(cast, fact) else main_state(cast, {int(told[0])})
        if other is None or not other.tokens:
            continue
        at = min(other.tokens, key=lambda t: (abs(t - fact.trigger), t))
        if abs(cast.tree.tokens[at].sent - cast.tree.tokens[fact.trigger].sent) <= _REACH:
            add(fact, Claim("participant", cast.tree.span_of(at), str(other.number), rule="other side"))


def with_others(cast: Cast, fact: Fact) -> bool:
    """Whether the sentence itself says with whom one talks, though nobody named: "is holding talks with the plaintiffs"."""
    tree = cast.tree
    verb = fact.trigger if fact.support is None else fact.support
    spots = (fact.trigger, verb, *tree.arguments(verb).object)
    return any(prep in ("with", "between") and not cast.at.get(j) for i in spots for prep, j in tree.prepositions(i))
