"""Invitations behind visits told before, and visits that follow from invitations: "the visit comes at the invitation of X"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast
from kg.extract.frames import all_frames
from kg.extract.match import Fact, add_kind, span_between
from kg.extract.stays import BY_NOUN
from kg.extract.visits import NOUNS, taken_up, visit_noun
from kg.model import Claim

_STEPS = 3  # sentences between an invitation and its acceptance


def calls(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The invitations behind visits taken up: "the visit comes at the invitation of X"."""
    tree = cast.tree
    found: list[Fact] = []
    told = {f.trigger for f in facts if f.frame.type == "Invitation"}
    for token in tree.tokens:
        head = tree.tokens[token.head]
        if token.lemma != "invitation" or head.text.lower() not in ("at", "on", "upon") or token.i in told:
            continue
        verb = tree.verb_above(head.i)
        made = tree.tokens[verb].tag == "VBN"  # "is made at the invitation of X"
        spots = (*tree.arguments(verb).subject, *(tree.arguments(verb).object if made else ()))
        nouns = [t for t in spots if tree.tokens[t].lemma in NOUNS]
        before = [f for f in facts if f.frame.type == "Visit" and f.trigger < token.i and f.status != "denied"]
        args = tree.arguments(token.i)
        inviters = [(t, d) for t in (*args.of("of"), *args.subject, *args.of("from")) for d in cast.who(t) if d.type != "Place"]
        if not nouns or not before or not inviters:
            continue
        visit = taken_up(cast, before, nouns[0], [d for t in tree.arguments(nouns[0]).subject for d in cast.who(t)])
        if visit is None:
            continue
        frame = next(f for f in all_frames() if f.type == "Invitation" and f.noun and f.bare)
        call = Fact(frame, token.i, None, "occurred", evidence=span_between(tree, token.i, inviters[0][0]))
        call.claims = [Claim("inviter", span_between(tree, token.i, t), str(d.number), rule=frame.name) for t, d in inviters]
        roles = {"visitor": "invitee", "destination": "destination"}
        call.claims += [replace(c, role=roles[c.role], rule=frame.name) for c in visit.claims if c.role in roles]
        found.append(call)
    return found


def accepted(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The visits that follow from invitations told before and accepted: "she accepted the invitation"."""
    tree = cast.tree
    found: list[Fact] = []
    for token in tree.tokens:
        if token.lemma != "accept" or token.pos != "VERB" or tree.kids(token.i, "neg"):
            continue
        args = tree.arguments(token.i)
        if not any(tree.tokens[t].lemma in ("invitation", "it", "offer") and not tree.kids(t, "acl") for t in args.object):
            continue
        guests_ = {str(d.number) for t in args.subject for d in cast.who(t)}
        before = [f for f in facts if f.frame.type == "Invitation" and f.trigger < token.i and f.values("destination")]
        before = [f for f in before if tree.tokens[f.trigger].sent + _STEPS >= tree.tokens[token.i].sent]
        call = next((f for f in reversed(before) if not guests_ or guests_ & set(f.values("invitee"))), None)
        if call is None or call.status in ("denied", "cancelled"):
            continue
        visit = Fact(visit_noun(), token.i, None, "planned", evidence=tree.span_of(token.i))
        roles = {"invitee": "visitor", "destination": "destination", "occasion": "occasion"}
        visit.claims = [replace(c, role=roles[c.role], rule=BY_NOUN) for c in call.claims if c.role in roles]
        add_kind_of_call(cast, visit, call)
        found.append(visit)
    return found


def add_kind_of_call(cast: Cast, visit: Fact, call: Fact) -> None:
    """Add the kind of visit to which an invitation calls: "invited her to pay an official visit"."""
    verbs = cast.tree.kids(call.trigger, "xcomp", "acl", "advcl", "ccomp")
    for noun in (j for c in verbs for j in cast.tree.kids(c, "dobj")):
        add_kind(cast.tree, visit, noun)
