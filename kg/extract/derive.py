"""Facts that follow from others by what the words mean: an arrival begins a visit, companions come along."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, Draft, plain
from kg.extract.company import shared_visit
from kg.extract.frames import Frame
from kg.extract.invited import accepted, calls
from kg.extract.legs import read_legs
from kg.extract.match import Fact, add, add_kind, span_between
from kg.extract.no_visit import drop_states, from_abroad, in_own_state, only_where
from kg.extract.pairs import states_of
from kg.extract.papers import fill_parties, split_papers, take_up_papers
from kg.extract.posts import credentials, ended_posts, fill_posts
from kg.extract.separate import split_meetings
from kg.extract.status import status_of
from kg.extract.stops import left_before, left_behind, may_be_left, of_other_days
from kg.extract.transfers import fill_transfers
from kg.extract.tree import Tree
from kg.extract.visiting import read_visiting
from kg.extract.visits import add_occasions, read_visits, visit_noun
from kg.extract.wars import end_wars, told_wars
from kg.model import Claim

_HEADS = frozenset("ministry parliament assembly government presidency party army committee commission council chamber".split())
_STAYS = frozenset({"Arrival"})
_VISITS = frozenset({"visit", "trip", "tour", "stay"})
_LEAVING = frozenset({"leave", "depart"})
_MADE = frozenset({"occurred", "ongoing", "planned"})
_SENTENCES = 3  # back from a departure, where other journeys tell where the story is
_RETURNS = frozenset({"return", "reach"})
_ACCOMPANY = frozenset({"accompany"})


def derive(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with the visits that arrivals begin, delegations beside their leaders, and companions."""
    out, pending = list(facts), []
    for fact in facts:
        if fact.frame.type == "Arrival" and not fact.values("destination") and not add_goal(cast, fact, facts):
            out.remove(fact)
            continue
        if fact.frame.type == "Departure" and not fact.values("origin"):
            if cast.tree.lemma(fact.trigger) == "fly_in":  # of which only the coming is told
                out.remove(fact)
            elif not add_origin(cast, fact, facts):
                out.remove(fact)
                pending.append(fact)
        if fact.frame.type in _STAYS and fact.status in ("occurred", "planned") and is_visit(cast, fact):
            out.append(visit_of(cast, fact))
    out = [f for f in out if f.frame.type != "Visit" or not f.values("occasion") or from_abroad(cast, f)]
    for fact in out:
        if fact.frame.type == "Visit":
            drop_states(cast, fact)
    out = [f for f in out if f.frame.type != "Visit" or not (in_own_state(cast, f) or only_where(cast, f))]
    welcomes = {f.trigger for f in out if f.frame.type == "Hosting"}
    out = [f for f in out if f.frame.type != "Meeting" or f.trigger not in welcomes or "for_talk" in f.frame.when]
    out.sort(key=lambda f: f.trigger)
    out += accepted(cast, out)
    out += read_visits(cast, out)
    out += calls(cast, out)
    out += read_legs(cast, out)
    out += read_visiting(cast, out)
    out += [f for f in pending if add_origin(cast, f, out, of_sentence=True)]
    for fact in out:
        if fact.frame.type in ("Visit", "Arrival", "Departure"):
            add_groups(cast, fact)
    add_companions(cast, out)
    end_wars(cast, out)
    letters = credentials(cast)
    listed = {cast.tree.tokens[f.trigger].sent for f in letters}  # whose "the ministry said" brings them and no more
    out = [f for f in out if f.frame.type != "Statement" or cast.tree.tokens[f.trigger].sent not in listed]
    out = fill_transfers(cast, fill_posts(cast, out)) + told_wars(cast, out) + letters + ended_posts(cast)
    fill_parties(cast, out)
    take_up_papers(cast, out)
    for fact in out:
        if fact.frame.type == "Invitation" and not fact.values("destination"):
            add_destination(cast, fact, out)
    return split_meetings(cast, split_papers(cast, [part for fact in out for part in split_invitation(cast, fact)]))


def foreign_inviter(cast: Cast, fact: Fact) -> None:
    """Nobody invites his own side: a body of the guests' state yields to its namesake of another state told before."""
    guests = {cast.drafts[int(v)].state for v in fact.values("invitee")} - {None}
    for n, claim in enumerate(fact.claims):
        if claim.role != "inviter" or not claim.referent:
            continue
        own = cast.drafts[int(claim.referent)]
        if own.type != "Organization" or own.state is None or {own.state} != guests:
            continue
        head = plain(own.name()).split()
        for other in cast.of_type("Organization"):
            alike = set(head) & set(plain(other.name()).split()) & _HEADS
            if alike and other.state not in (None, own.state):
                fact.claims[n] = replace(claim, referent=str(other.number))
                break


def split_invitation(cast: Cast, fact: Fact) -> list[Fact]:
    """An invitation of two sides as one fact for each: "invited delegations from China and Russia"."""
    if fact.frame.type != "Invitation":
        return [fact]
    foreign_inviter(cast, fact)
    sides: dict[str, list[Claim]] = {}
    for claim in fact.claims:
        if claim.role == "invitee" and claim.referent:
            draft = cast.drafts[int(claim.referent)]
            owner = draft.number if draft.type == "State" else draft.state
            sides.setdefault(str(owner) if owner is not None else "", []).append(claim)
    apart = sides.pop("", [])  # of nobody's side as far as told: with the first
    for side in list(sides.values())[:1]:
        side.extend(apart)
    if len(sides) < 2:
        return [fact]
    shared = [c for c in fact.claims if c.role != "invitee"]
    return [replace(fact, claims=[*shared, *own]) for own in sides.values()]


def is_visit(cast: Cast, arrival: Fact) -> bool:
    """Whether an arrival begins a visit: not a return, and of people, not of a state's ships and planes."""
    coming = cast.tree.tokens[arrival.trigger].lemma
    if any(cast.tree.tokens[c].lemma in ("back", "home") for c in cast.tree.children[arrival.trigger]):
        return False
    if homecoming(cast, arrival):
        return False
    kinds = {cast.drafts[int(v)].type for v in arrival.values("visitor") if v.isdigit()}
    return coming not in _RETURNS and bool(kinds & {"Person", "Delegation"})


def homecoming(cast: Cast, arrival: Fact) -> bool:
    """Whether an arrival is from a visit abroad: "arrived in Oslo from her visit to Lima"; "after" one where Oslo is home."""
    tree = cast.tree
    preps = [p for p, j in tree.arguments(arrival.trigger).preps if tree.tokens[j].lemma in _VISITS]
    if "from" in preps:
        return True
    goals = {cast.drafts[int(v)].state or int(v) for v in arrival.values("destination") if v.isdigit()}
    own = {s for v in arrival.values("visitor") if v.isdigit() for s in states_of(cast.drafts[int(v)], cast)}
    own_land = "country" in {tree.tokens[j].lemma for p, j in tree.arguments(arrival.trigger).preps if p in ("in", "to")}
    return bool({"after", "following"} & set(preps)) and (own_land or cast.home in goals) and own <= goals


def add_goal(cast: Cast, arrival: Fact, facts: list[Fact]) -> bool:
    """Give an arrival told without one its destination: of the visit told of, else the article's home; False where untold."""
    if cast.tree.arguments(arrival.trigger).object:
        return False
    if told_here(cast.tree, arrival.trigger) and add_home(cast, arrival, "destination"):
        return True
    told = [
        f
        for f in facts
        if f.frame.type in ("Arrival", "Visit") and f is not arrival and f.status in _MADE and not left_before(cast.tree, f)
    ]
    if arrival.status == "occurred":
        told = [f for f in told if f.status in ("occurred", "ongoing") or f.trigger < arrival.trigger]
    for fact in told:
        if with_leader(cast, arrival) & set(fact.values("visitor")) and not of_other_days(arrival, fact):
            for claim in fact.claims:
                if claim.role == "destination":
                    add(arrival, replace(claim, rule="stay"))
            if arrival.values("destination"):
                return True
    return add_scene(cast, arrival) or add_home(cast, arrival, "destination")


def told_here(tree: Tree, verb: int) -> bool:
    """Whether the verb has "here": where the article is written."""
    return any(tree.tokens[c].lemma == "here" for c in tree.children[verb])


def add_scene(cast: Cast, arrival: Fact) -> bool:
    """Give an arrival told without one the only place that the headline names: "Live: summit in Suva"; False where untold."""
    body = cast.tree.annotation.article.body_start
    named = [t for t in cast.tree.names if cast.tree.tokens[t].start < body]
    told = {d.number: (t, d) for t in named for d in cast.who(t) if d.type == "Place" and d.known}
    if len(told) != 1 or not told_live(cast, arrival):
        return False
    ((t, place),) = told.values()
    add(arrival, Claim("destination", cast.tree.span_of(t), str(place.number), rule="home"))
    return True


def told_live(cast: Cast, arrival: Fact) -> bool:
    """Whether the arrival is told as news of the day: "has landed", "arrived overnight"."""
    verb = arrival.trigger
    if cast.tree.lemma(verb) in ("fly_in", "touch_down", "land"):
        return True
    now = {cast.tree.tokens[c].lemma for c in cast.tree.children[verb]} & {"have", "just", "overnight", "now", "already"}
    return bool(now) or cast.tree.tokens[verb].tag in ("VBZ", "VBP")


def add_home(cast: Cast, fact: Fact, role: str) -> bool:
    """Give ``fact`` the state that the article is written from as ``role``; False where no dateline or the text tells it."""
    key = cast.tree.annotation.scene
    home = cast.drafts[cast.by_key[key]] if key in cast.by_key else None
    if home is None or not home.forms:
        return False
    at = cast.tree.span_of(fact.trigger)
    near = min((n.span for n in home.namings if n.form), key=lambda s: abs(s.start - at.start))
    add(fact, Claim(role, near, str(home.number), rule="home"))
    return True


def foreign(cast: Cast, fact: Fact) -> bool:
    """Whether the visitors are known to be of another state than the article is written from."""
    visitors = [cast.drafts[int(v)] for v in fact.values("visitor") if v.isdigit()]
    states = {s for d in visitors for s in states_of(d, cast)}
    return bool(states) and cast.home not in states


def abroad(cast: Cast, departure: Fact, facts: list[Fact]) -> bool:
    """Whether somebody else's journey told just before was in another state than the article is written from."""
    sent = cast.tree.tokens[departure.trigger].sent
    for fact in facts:
        if fact.frame.type in ("Visit", "Departure") and 0 <= sent - cast.tree.tokens[fact.trigger].sent <= _SENTENCES:
            spots = [cast.drafts[int(v)] for role in ("destination", "origin") for v in fact.values(role) if v.isdigit()]
            if fact is not departure and any((d.number if d.type == "State" else d.state) != cast.home for d in spots):
                return True
    return False


def add_origin(cast: Cast, departure: Fact, facts: list[Fact], of_sentence: bool = False) -> bool:
    """Give a departure told without one its origin: where the visitor was last told to be or to come; False where untold.

    ``of_sentence`` looks at what its own sentence tells: "left for home after a visit to Lima".
    """
    args = cast.tree.arguments(departure.trigger)
    ahead = any(p in ("on", "for") and cast.tree.tokens[j].lemma in _VISITS for p, j in args.preps)  # "leaves on a trip to Lima"
    if args.object or (ahead and departure.status == "planned"):  # "left the capital"
        return False
    if told_here(cast.tree, departure.trigger):
        return add_home(cast, departure, "origin")
    stays = [
        f
        for f in facts
        if f.frame.type in ("Arrival", "Visit")
        and (f.trigger < departure.trigger or (of_sentence and left_behind(cast, f, departure)))
        and f.status in ("occurred", "ongoing", "planned")
        and set(f.values("visitor")) & with_leader(cast, departure)
        and may_be_left(cast, departure, f)
    ]
    if not stays:
        leaving = cast.tree.tokens[departure.trigger].lemma in _LEAVING
        return leaving and foreign(cast, departure) and not abroad(cast, departure, facts) and add_home(cast, departure, "origin")
    arrivals = [f for f in stays if f.frame.type == "Arrival"] or stays
    told = [c for f in (*arrivals, *stays) for c in f.claims if c.role == "destination" and c.referent]
    states = [c for c in told if cast.drafts[int(c.referent or 0)].type == "State"]
    last = [c for c in arrivals[0].claims if c in states] if departure.status == "planned" else []  # a tour is left at its end
    claim = next(iter(last[-1:] or states), told[0])
    place = cast.drafts[int(claim.referent or 0)]
    site = place.type == "Place" and not place.known and place.state is not None and cast.drafts[place.state].tokens
    add(departure, Claim("origin", claim.evidence, str(place.state) if site else claim.referent, rule="stay"))
    return True


def with_leader(cast: Cast, fact: Fact) -> set[str]:
    """The visitors of a fact with the delegations that they lead and the leaders of those that are delegations."""
    values = set(fact.values("visitor"))
    for group in cast.of_type("Delegation"):
        if group.leader is not None and {str(group.leader), str(group.number)} & values:
            values |= {str(group.leader), str(group.number)}
    return values


def add_destination(cast: Cast, invitation: Fact, facts: list[Fact]) -> None:
    """Give an invitation told without one the destination of the visit that the invited make."""
    invited = set(invitation.values("invitee"))
    for fact in facts:
        if fact.frame.type == "Visit" and with_leader(cast, fact) & invited and by_host(cast, invitation, fact):
            for claim in fact.claims:
                if claim.role == "destination":
                    add(invitation, Claim("destination", claim.evidence, claim.referent, rule="visit"))
            return


def by_host(cast: Cast, invitation: Fact, visit: Fact) -> bool:
    """Whether the visit may be the one invited to: it leads to the inviter's state as far as both are known."""
    hosts = {s for v in invitation.values("inviter") if v.isdigit() for s in owned_by(cast, cast.drafts[int(v)])}
    lands = {s for v in visit.values("destination") if v.isdigit() for s in owned_by(cast, cast.drafts[int(v)])}
    return not hosts or not lands or bool(hosts & lands)


def owned_by(cast: Cast, draft: Draft) -> set[int]:
    """The states that a referent is, lies in or serves."""
    return {draft.number} if draft.type == "State" else states_of(draft, cast)


def visit_of(cast: Cast, arrival: Fact) -> Fact:
    """The visit that an arrival begins: same visitor, destination and time; it goes on where the arrival has happened."""
    frame = visit_frame(arrival.frame)
    visit = Fact(frame, arrival.trigger, arrival.support, "ongoing" if arrival.status == "occurred" else "planned")
    visit.claims = [replace(c, rule=frame.name) for c in arrival.claims if c.role in ("visitor", "destination", "occasion")]
    add_kind(cast.tree, visit)
    add_occasions(cast, visit)
    visit.times = list(arrival.times)
    visit.evidence = arrival.evidence
    return visit


def visit_frame(frame: Frame) -> Frame:
    """The frame under which a visit is told by an arrival."""
    return replace(frame, name=f"Visit/{frame.name}", type="Visit", noun=False, confidence=0.75)


def add_groups(cast: Cast, fact: Fact) -> None:
    """Add the delegation that a visitor leads in the same sentence."""
    sentence = cast.tree.tokens[fact.trigger].sent
    for value in fact.values("visitor"):
        for group in cast.of_type("Delegation"):
            if group.leader is not None and str(group.leader) == value:
                near = [t for t in group.tokens if cast.tree.tokens[t].sent == sentence]
                if near:
                    add(fact, Claim("visitor", span_between(cast.tree, fact.trigger, near[0]), str(group.number), rule="leader"))


def add_companions(cast: Cast, facts: list[Fact]) -> None:
    """Add those told to come along: "she is accompanied by X", "accompanying her is X", "came with a delegation"."""
    tree = cast.tree
    for token in tree.tokens:
        if token.lemma not in _ACCOMPANY or token.pos not in ("VERB", "AUX") or token.dep == "amod":
            continue
        args = tree.arguments(token.i)
        if (company := inverted(tree, token.i)) is not None:
            told = {str(d.number) for d in cast.who(token.i + 1)}
            visit = shared_visit(cast, facts, token.i, told)
            join(cast, visit, token.i, [(t, d) for t in company for d in cast.who(t) if d.type in ("Person", "Delegation")])
            continue
        principals = [d for t in args.object for d in cast.who(t)]
        listed = [k for c in tree.kids(token.i, "aux") for a in tree.kids(c, "attr") for k in tree.subtree(a) if k in tree.names]
        companions = [(t, d) for t in args.subject or listed for d in cast.who(t) if d.type in ("Person", "Delegation")]
        told = {str(d.number) for d in principals}
        visit = shared_visit(cast, facts, token.i, told)
        if visit is None and listed:
            visit = visit_of_compatriots(cast, facts, token.i, [d for _, d in companions])
        if visit is None and companions and (visit := stay_at_home(cast, token.i, principals)) is not None:
            facts.append(visit)
        group = next((d for d in visiting(cast, visit) if d.type == "Delegation"), None) if listed else None
        if group is not None:
            group.members += [d.number for _, d in companions if d.number not in group.members]
        else:
            join(cast, visit, token.i, companions)
    for fact in facts:
        if fact.frame.type in ("Visit", "Arrival"):
            near = [t for v in (fact.trigger, fact.support) if v is not None for t in tree.arguments(v).of("with")]
            near += [j for t in tree.arguments(fact.trigger).subject for p, j in tree.prepositions(t) if p == "with"]
            states = {s for d in visiting(cast, fact) if d.type == "Person" for s in states_of(d, cast)}
            beside = [(t, d) for t in near for d in cast.who(t)]
            beside = [(t, d) for t, d in beside if d.type == "Delegation" or (d.type == "Person" and states & states_of(d, cast))]
            join(cast, fact, fact.trigger, beside)


def inverted(tree: Tree, i: int) -> list[int] | None:
    """Who comes along by a sentence that puts the guest first: "Accompanying Silva are X, Y and Z"; None of other wording."""
    token = tree.tokens[i]
    sentence = tree.annotation.sentences[token.sent]
    if token.tag != "VBG" or token.i > sentence.first + 1 or i + 2 >= sentence.last or i + 1 not in tree.names:
        return None
    be = tree.tokens[i + 2]
    if be.lemma != "be":
        return None
    found = [j for a in tree.kids(be.i, "attr", "nsubj", "conj") for j in (a, *tree.below(a, frozenset(tree.kids(a, "relcl"))))]
    return [j for j in dict.fromkeys(found) if j > be.i and (j in tree.names or tree.tokens[j].pos == "NOUN")]


def visiting(cast: Cast, visit: Fact | None) -> list[Draft]:
    """The visitors of a visit."""
    return [cast.drafts[int(v)] for v in visit.values("visitor") if v.isdigit()] if visit is not None else []


def join(cast: Cast, visit: Fact | None, at: int, companions: list[tuple[int, Draft]]) -> None:
    """Add the companions to the visit; delegations whose sender is untold are sent by the state of whom they come with."""
    if visit is None:
        return
    state = next((s for d in visiting(cast, visit) for s in sorted(states_of(d, cast))), None)
    for t, d in companions:
        add(visit, Claim("visitor", span_between(cast.tree, at, t), str(d.number), rule="accompany"))
        if d.type == "Delegation" and not d.senders and d.state is None and state is not None:
            d.senders.append(state)
            d.state = state


def visit_of_compatriots(cast: Cast, facts: list[Fact], i: int, companions: list[Draft]) -> Fact | None:
    """The last visit told before by somebody of the same state as the companions."""
    states = {s for d in companions for s in states_of(d, cast)}
    before = [f for f in facts if f.frame.type == "Visit" and f.trigger < i]
    fit = [f for f in before if any(states & states_of(cast.drafts[int(v)], cast) for v in f.values("visitor") if v.isdigit())]
    return max(fit, key=lambda f: f.trigger) if fit else None


def stay_at_home(cast: Cast, i: int, principals: list[Draft]) -> Fact | None:
    """The visit of a foreigner told only by her company: to the state that the article is written from."""
    guests = [d for d in principals if d.type == "Person"]
    status = status_of(cast.tree, i)
    if not guests or status not in ("occurred", "ongoing"):
        return None
    visit = Fact(visit_noun(), i, None, "ongoing", evidence=cast.tree.span_of(i))
    for d in guests:
        visit.claims.append(Claim("visitor", span_between(cast.tree, i, d.tokens[0]), str(d.number), rule="accompany"))
    return visit if foreign(cast, visit) and add_home(cast, visit, "destination") else None
