"""Frames to facts: every word of the event lexicon with its arguments, types of fillers checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.cast import Cast, Draft
from kg.extract.fillers import fillers
from kg.extract.frames import Frame, frames
from kg.extract.nothing import dropped
from kg.extract.spots import tokens_at
from kg.extract.told import told_status, upcoming
from kg.extract.topics import called_so, changing, first_of, own_page, own_trip, says_little, topic_span, with_whom
from kg.extract.tree import Arguments, Tree
from kg.extract.when import gone_by, journey, misdated, of_topic, own_times, times_of, yet_to_come
from kg.extract.wording import support_of, worded
from kg.model import Claim, Span, Status, TimeExpression

TEXT_ROLES = frozenset({"topic", "title", "kind"})
_PLACE_PREPS = ("in", "at", "near", "outside", "aboard", "before")
_OCCASION_PREPS = ("on", "for", "during", "at", "of", "to", "in", "on the occasion of")
_WITH_PLACE = frozenset("Meeting Hosting Commemoration Tribute Agreement Conflict".split())
_MET = frozenset({"Meeting", "Hosting"})
_WITH_OCCASION = frozenset("Visit Invitation Hosting Commemoration Message".split())
_ACTING = ("visitor", "host", "inviter", "giver", "agent", "sender", "speaker")
_ACTED_ON = ("guest", "invitee", "recipient", "target", "addressee")
_SPOKEN = frozenset("Statement Support Criticism Pledge".split())
_NO_DEED = _SPOKEN | {"Denial", "Message"}
_JOURNEYS = frozenset("Visit Arrival Departure".split())
_VISIT_KINDS = frozenset(
    """official working state private goodwill friendship return national congratulatory courtesy friendly farewell maiden
    surprise secret unannounced inaugural port""".split()
)
_SIDELINES = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes", "day", "eve"})  # "on the last day"
_ASIDE = _SIDELINES | {"part", "time", "moment", "sake", "instance"}  # "for his part", "for the first time"
_BESIDE = frozenset({"with", "on", "by", "from", "to"})
_APART = frozenset({"before", "after", "since", "until", "ahead of"})
_SINGLING = frozenset("notably especially particularly mainly including particular".split())
_HELD = frozenset("ceremony talk meeting summit consultation negotiation discussion round audience".split())
_OPENING = frozenset({"open", "reopen", "inaugurate"})
_SIGNING = frozenset({"sign", "reach", "conclude", "ink"})
_GATHERING = frozenset("gather assemble meet converge hold join come attend".split())
_MARKING = frozenset({"mark", "celebrate", "commemorate", "attend", "join", "honour", "honor", "observe"})


@dataclass(slots=True)
class Fact:
    """A fact in the making: its trigger token, its light verb if any, and claims by role (referents as draft numbers)."""

    frame: Frame
    trigger: int
    support: int | None
    status: Status
    claims: list[Claim] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    said_by: list[int] = field(default_factory=list)
    evidence: Span = field(default_factory=lambda: Span(0, 0))

    def values(self, role: str) -> list[str]:
        """The values of a role: draft numbers or texts."""
        return [c.referent or c.literal or "" for c in self.claims if c.role == role]


def find_facts(cast: Cast) -> list[Fact]:
    """All facts that the frames find, in reading order; of two frames of one type at one word the fuller one."""
    found: list[Fact] = []
    for token in cast.tree.tokens:
        noun = token.pos in ("NOUN", "PROPN")
        if not noun and token.pos not in ("VERB", "AUX", "ADJ"):
            continue
        if (noun and token.i in cast.tree.names) or token.start < cast.tree.annotation.article.body_start:  # headlines only name
            continue
        best: dict[str, Fact] = {}
        for frame in candidates(cast.tree, token.i, noun):
            fact = instantiate(cast, frame, token.i)
            if fact is not None and (frame.type not in best or len(fact.claims) > len(best[frame.type].claims)):
                best[frame.type] = fact
        found += best.values()
    return found


def candidates(tree: Tree, i: int, noun: bool) -> Iterator[Frame]:
    """The frames whose trigger the word at ``i`` is, with or without its particle."""
    keys = [tree.tokens[i].lemma] if noun else list(dict.fromkeys([tree.lemma(i), tree.tokens[i].lemma]))
    for key in keys:
        yield from frames().get((noun, key), ())


def instantiate(cast: Cast, frame: Frame, i: int) -> Fact | None:
    """The fact that ``frame`` tells at ``i``; None where a needed role has no filler or the words are not told as a fact."""
    tree = cast.tree
    support = support_of(tree, frame, i)
    if not worded(tree, frame, i, support):
        return None
    fact = Fact(frame, i, support, "occurred")
    args = tree.arguments(i)
    carrier = tree.arguments(support) if support is not None else Arguments()
    for role, alternatives in frame.roles:
        for places in alternatives:
            claims = [c for place in places for c in claims_at(cast, fact, role, place)]
            for claim in claims:
                add(fact, claim)
            if claims:
                break
        if role in frame.needs and not has(fact, role):
            return None
    if self_told(fact) or not all(has(fact, role) for role in frame.needs if "start" not in role):
        return None
    status = status_at(tree, frame, i, support)
    if status is None:
        return None
    fact.status = status
    add_surroundings(cast, fact, args, carrier)
    if not all(has(fact, role) for role in frame.needs if "start" in role):
        return None
    settle_tense(tree, fact)
    fact.evidence = evidence(cast, fact)
    return fact


def settle_tense(tree: Tree, fact: Fact) -> None:
    """Let the dates of a fact say whether it has happened where the words leave that to the tense."""
    i, frame = fact.trigger, fact.frame
    verb = fact.support if fact.support is not None else i
    told_by_tense = frame.status is None and fact.status in ("occurred", "ongoing")
    if told_by_tense and yet_to_come(tree, i, fact.times, frame.type in _JOURNEYS):
        if misdated(tree, verb):
            fact.times = [t for t in fact.times if not t.start]
        else:
            fact.status = "planned"
    elif fact.status in ("planned", "alleged") and frame.status is None and fact.times and gone_by(tree, i, fact.times):
        fact.status = "occurred"


def status_at(tree: Tree, frame: Frame, i: int, support: int | None) -> Status | None:
    """The status that the predicate or light verb tells, and the words of the noun itself; None where it tells no fact."""
    status = told_status(tree, frame, support if support is not None else i)
    if status in ("occurred", "ongoing", "planned") and none_of(tree, frame, i):
        return "denied"
    if status == "planned" and frame.noun and support is not None and dropped(tree, i):
        return "cancelled"  # "the summit, scheduled for Sunday, fell through"
    return "planned" if status == "occurred" and frame.noun and upcoming(tree, i, support) else status


def none_of(tree: Tree, frame: Frame, i: int) -> bool:
    """Whether a noun says that there is none: "has been under no sanctions since 2018", "there were no talks"."""
    return frame.noun and frame.type not in _NO_DEED and any(tree.tokens[c].lemma == "no" for c in tree.kids(i, "det"))


def has(fact: Fact, need: str) -> bool:
    """Whether a fact has a needed role; "agent/target" is one of the two, "start" any time."""
    count = fact.frame.needs.count(need)
    return any(bool(fact.times) if role == "start" else len(fact.values(role)) >= count for role in need.split("/"))


def self_told(fact: Fact) -> bool:
    """Whether two sides of the fact are the same, as a wrong parse makes them."""
    told: dict[str, set[str]] = {}
    for claim in fact.claims:
        told.setdefault(claim.role, set()).add(claim.referent or claim.literal or "")
    actors = [told[r] for r in _ACTING if r in told]
    others = [told[r] for r in _ACTED_ON if r in told]
    return any(a == b for a in actors for b in others) or ("visitor" in told and told.get("destination") == told["visitor"])


def claims_at(cast: Cast, fact: Fact, role: str, place: str) -> list[Claim]:
    """The claims for ``role`` from one place of the frame."""
    tree = cast.tree
    place, _, type_ = place.partition(":")
    tokens = tokens_at(tree, fact.trigger, fact.support, place.removesuffix("-text"))
    if not tokens:
        return []
    if role in TEXT_ROLES:
        if role not in fact.frame.needs and role != "title":
            tokens = tuple(t for t in tokens if not told_already(cast, fact, t))
        if fact.frame.noun and fact.frame.type in _SPOKEN and not place.startswith("support"):  # not the letter before it
            tokens = tuple(t for t in tokens if t >= fact.trigger)
        if fact.support is not None and place == "self-text" and fact.frame.type == "Restriction":
            tokens = changing(tree, tokens, fact.support)
        tokens = tuple(t for t in tokens if not own_page(tree, t))
        aside = _ASIDE if place == "for-text" else _SIDELINES
        no_matter = {"Person", "Organization"} if place == "at-text" else {"Person"}  # "complained at the court"
        people = () if role == "title" else [t for t in tokens if any(d.type in no_matter for d in cast.who(t))]
        tokens = tuple(t for t in tokens if t not in tree.times and t not in people and tree.tokens[t].lemma not in aside)
        return [c for t in tokens[:1] if (c := text_claim(tree, fact, role, t)) is not None]
    if place == "by" and role == "target" and tree.is_passive(fact.trigger):  # "a charge denied by Oslo"
        return []
    out: list[Claim] = []
    for t in tokens:
        if role == "target" and tree.tokens[t].lemma == "it" and of_act(tree, fact):
            continue
        for draft in fillers(cast, t, role, fact.frame.type):
            if type_ and draft.type != type_ and not (type_ == "Body" and body(draft)):
                continue
            if len(tokens) > 1 and fact.frame.type == "Conflict" and draft.kind == "Outlet":
                continue  # "fired missiles on Chile, Reuters reported"
            claim = Claim(role, span_between(tree, fact.trigger, t), str(draft.number), rule=fact.frame.name)
            if claim.referent not in {c.referent for c in out}:
                out.append(claim)
    return out


def body(draft: Draft) -> bool:
    """Whether the referent is an organisation that acts, and no outlet."""
    return draft.type == "Organization" and draft.kind != "Outlet"


def of_act(tree: Tree, fact: Fact) -> bool:
    """Whether "it" is an act and no side: "called it a betrayal", "condemned it", not "condemned it for closing the port"."""
    blamed = fact.frame.type == "Criticism" and not {"for", "over"} & {prep for prep, _ in tree.prepositions(fact.trigger)}
    return bool(fact.frame.when) or (blamed and not tree.kids(fact.trigger, "prep"))


def told_already(cast: Cast, fact: Fact, token: int) -> bool:
    """Whether the token only names somebody whom the fact has in another role."""
    told = {c.referent for c in fact.claims}
    return any(str(d.number) in told for d in cast.who(token))


def text_claim(tree: Tree, fact: Fact, role: str, token: int) -> Claim | None:
    """The claim of a text role: the words below ``token``; of "what she called a plot" the plot."""
    token = first_of(tree, called_so(tree, token))
    dep = tree.tokens[fact.trigger].dep
    own = dep == "relcl" or (dep == "acl" and fact.frame.type == "Denial")  # "a ban that Oslo condemned"
    beyond = frozenset({fact.trigger}) if own else frozenset()
    if role == "title":  # "as envoy entrusted to mediate": what for is no part of what he is called
        beyond |= frozenset(tree.kids(token, "acl", "relcl"))
    beyond |= with_whom(tree, token) if fact.frame.type == "Meeting" else frozenset()
    deed = token == fact.trigger or (fact.frame.type == "Restriction" and token == fact.support)
    span = topic_span(tree, token, predicate_only=deed, without=beyond)
    if span is not None and deed and tree.is_passive(token) and says_little(tree, token, span):
        if tree.deps[token] == "relcl":  # "the sanctions that have been lifted"
            token, beyond = tree.tokens[token].head, frozenset()
        span = topic_span(tree, token, without=beyond)  # "the border had been closed", of which "closed" tells too little
    if tree.tokens[token].pos in ("PRON", "DET"):
        span = tree.span_of(token) if fact.frame.type == "Denial" else None
    if span is None or own_trip(tree, token):
        return None
    text = " ".join(span.slice(tree.annotation.article.text).split())
    return Claim(role, span, literal=text, rule=fact.frame.name)


def add_surroundings(cast: Cast, fact: Fact, args: Arguments, carrier: Arguments) -> None:
    """Add place, occasion and time as the sentence tells them, where the fact type has such roles."""
    told = {role for role, _ in fact.frame.roles}
    type_ = fact.frame.type
    if type_ in _WITH_PLACE and "place" not in told:
        add_places(cast, fact, args, carrier)
    if type_ in _WITH_OCCASION and "occasion" not in told:
        for t in occasion_tokens(cast.tree, fact, args, carrier):
            for d in fillers(cast, t, "occasion"):
                add(fact, Claim("occasion", span_between(cast.tree, fact.trigger, t), str(d.number), rule="occasion"))
    if type_ == "Visit":
        add_kind(cast.tree, fact)
    add_times(cast, fact)


def add_places(cast: Cast, fact: Fact, args: Arguments, carrier: Arguments) -> None:
    """Add where the fact is told to happen: at its predicate, with its partners, by the head of a "where" clause."""
    tree = cast.tree
    for prep in _PLACE_PREPS:
        others = [*partners(cast, fact), *sidelines(tree, args, carrier), *summoners(tree, fact, args)]
        if fact.frame.type == "Commemoration":
            others += tree.kids(fact.trigger, "acl")
            others += gathering(tree, fact.trigger)
        beside = [j for t in others for p, j in tree.prepositions(t) if p == prep]
        for t in (*args.of(prep), *carrier.of(prep), *beside):
            before = tree.tokens[tree.tokens[t].head].i - 1
            if tree.tokens[before].lemma not in _SINGLING:  # "spoke of the region, notably in Yemen"
                add_place(cast, fact, t, "place")
    inner = [j for o in args.object for prep, j in tree.arguments(o).preps if prep in ("in", "at")]
    for t in [
        *tree.where_head(fact.trigger),
        *(inner if fact.frame.type in ("Agreement", "Conflict") or tree.tokens[fact.trigger].lemma in _OPENING else ()),
    ]:  # "signed a deal in Lima", "opened an embassy in Lima"
        add_place(cast, fact, t, "where")


def add_place(cast: Cast, fact: Fact, token: int, rule: str) -> None:
    """Add the places that the token stands for."""
    for d in fillers(cast, token, "place"):
        add(fact, Claim("place", span_between(cast.tree, fact.trigger, token), str(d.number), rule=rule))


def add_times(cast: Cast, fact: Fact) -> None:
    """Give the fact the times told of it."""
    type_ = fact.frame.type
    fact.times = times_of(cast.tree, fact.trigger, fact.support)
    if type_ in ("Message", "Statement"):
        fact.times = [t for t in fact.times if not of_topic(cast.tree, fact.trigger, t)]
    if type_ == "Meeting" and fact.frame.noun and not fact.times:
        fact.times = own_times(cast.tree, fact.trigger)  # "a 1972 summit meeting"
    if type_ in ("Agreement", "Conflict") and fact.frame.bare and fact.support is None:
        fact.times = own_times(cast.tree, fact.trigger)  # "discussed the ceasefire on Monday" dates the talk
    if type_ == "Agreement" and fact.support is not None:  # "a pact signed in May took effect in June"
        signed = [c for c in cast.tree.kids(fact.trigger, "acl") if cast.tree.tokens[c].lemma in _SIGNING]
        fact.times = [t for c in signed for t in times_of(cast.tree, c, None)] or fact.times
    if type_ == "Commemoration":
        fact.times = event_times(cast, fact)


def event_times(cast: Cast, fact: Fact) -> list[TimeExpression]:
    """The times of a celebration, also those of "events held on Friday"; not those inside the occasion's name."""
    verbs = [*cast.tree.kids(fact.trigger, "acl", "relcl"), *gathering(cast.tree, fact.trigger)]
    found = list(dict.fromkeys([*fact.times, *(t for c in verbs for t in times_of(cast.tree, c, None))]))
    named = [cast.tree.times[c] for c in cast.tree.kids(fact.trigger, "nsubj") if c in cast.tree.times]
    found += [t for t in named if t not in found]  # "May 3 marked the anniversary"
    way = journey(cast.tree, fact.support if fact.support is not None else fact.trigger)  # whose day is not the feast's
    found = found if way is None else [t for t in found if t not in times_of(cast.tree, way, None)]
    return [t for t in found if not inside_occasion(cast, t)]


def gathering(tree: Tree, i: int) -> list[int]:
    """The verb of those who come together for what the predicate at ``i`` tells: "gathered in Oslo on Friday to mark the day"."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    return [head.i] if token.dep in ("advcl", "xcomp") and head.lemma in _GATHERING else []


def inside_occasion(cast: Cast, time: TimeExpression) -> bool:
    """Whether the time is part of an occasion's name or stands in brackets behind it: "the war of 1950-1953"."""
    text = cast.tree.annotation.article.text
    spans = [n.span for d in cast.of_type("Occasion") for n in d.namings if n.form]
    return any(s.start <= time.span.start and text[s.end : time.span.start].strip() in ("", "(") for s in spans)


def partners(cast: Cast, fact: Fact) -> list[int]:
    """The named persons after the trigger, on whom the parser hangs the place of the event ("met Minister X in Oslo")."""
    args = cast.tree.arguments(fact.trigger)
    after = [*args.object, *(j for prep, j in args.preps if prep in _BESIDE)] if fact.frame.type in _MET else []
    return [t for t in after if t in cast.tree.names and any(d.type == "Person" for d in cast.who(t))]


def summoners(tree: Tree, fact: Fact, args: Arguments) -> tuple[int, ...]:
    """The ministry that summons, whose seat is the place: "the ministry in Oslo summoned the ambassador"."""
    return args.subject if "summon" in fact.frame.triggers and tree.tokens[fact.trigger].lemma == "summon" else ()


def sidelines(tree: Tree, args: Arguments, carrier: Arguments) -> list[int]:
    """The event on whose sidelines another takes place: its place is the place of both."""
    edges = [j for _, j in (*args.preps, *carrier.preps) if tree.tokens[j].lemma in _SIDELINES]
    edges += [k for _, j in carrier.preps for p, k in tree.prepositions(j) if tree.tokens[k].lemma in _SIDELINES]
    held = [
        j for _, j in (*args.preps, *carrier.preps) if tree.tokens[j].lemma in _HELD
    ]  # "received them at a ceremony in X", "sat down for talks in X"
    held += [k for j in held for p, k in tree.prepositions(j) if tree.tokens[k].lemma in _HELD]
    return [k for j in edges for p, k in tree.prepositions(j) if p == "of"] + held


def add_kind(tree: Tree, fact: Fact, noun: int | None = None) -> None:
    """Add the kind of a visit: "a working visit", also "arrived on a state visit"; told by ``noun`` where that takes it up."""
    nouns = [t for p, t in tree.arguments(fact.trigger).preps if p in ("on", "for")]
    if noun is not None or fact.frame.noun:
        nouns = [fact.trigger if noun is None else noun]
    for i in nouns:
        words = [c for c in tree.kids(i, "amod", "compound", "nmod") if tree.tokens[c].text.lower() in _VISIT_KINDS]
        if words and tree.tokens[i].lemma in ("visit", "trip", "tour") and not fact.values("kind"):
            span = Span(tree.tokens[words[0]].start, tree.tokens[words[-1]].end)
            add(fact, Claim("kind", span, literal=" ".join(span.slice(tree.annotation.article.text).split()), rule="kind"))
        elif tree.tokens[i].lemma == "tour" and fact.frame.noun and not fact.values("kind"):
            add(fact, Claim("kind", tree.span_of(i), literal="tour", rule="kind"))


def occasion_tokens(tree: Tree, fact: Fact, args: Arguments, carrier: Arguments) -> list[int]:
    """Tokens that may name the occasion: after "for", "on the occasion of", what is marked or attended in a purpose clause."""
    out = [t for p, t in (*args.preps, *carrier.preps) if p.split()[0] in _OCCASION_PREPS]
    for p in (fact.trigger, fact.support):
        if p is None:
            continue
        for c in tree.kids(p, "advcl", "xcomp", "acl", "relcl"):
            if tree.tokens[c].lemma in _MARKING:
                out += tree.arguments(c).object
                out += [t for _, t in tree.arguments(c).preps]
            elif tree.tokens[c].lemma in ("take", "participate"):
                out += tree.arguments(c).of("in")
                out += [t for o in tree.kids(c, "dobj") for _, t in tree.prepositions(o)]
    more = [t for o in out for p, t in tree.prepositions(o) if tree.tokens[o].pos == "NOUN" and p not in _APART]
    return out + more


def add(fact: Fact, claim: Claim) -> None:
    """Add a claim unless its role has that value already."""
    if (claim.referent or claim.literal) not in fact.values(claim.role):
        fact.claims.append(claim)


def span_between(tree: Tree, a: int, b: int) -> Span:
    """The characters from one token to the other, both included; of the second alone where they stand in different sentences."""
    if tree.tokens[a].sent != tree.tokens[b].sent:
        return tree.span_of(b)
    return Span(min(tree.tokens[a].start, tree.tokens[b].start), max(tree.tokens[a].end, tree.tokens[b].end))


def evidence(cast: Cast, fact: Fact) -> Span:
    """The smallest stretch with the trigger and all its fillers of the same sentence."""
    sentence = cast.tree.annotation.sentences[cast.tree.tokens[fact.trigger].sent].span
    spans = [c.evidence for c in fact.claims if sentence.start <= c.evidence.start and c.evidence.end <= sentence.end]
    own = cast.tree.span_of(fact.trigger)
    return Span(min([own.start, *(s.start for s in spans)]), max([own.end, *(s.end for s in spans)]))
