"""Visits told by a participle before a name alone: "Visiting Chilean Foreign Minister Silva met Prime Minister Hart in Oslo"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.cast import Cast, Draft
from kg.extract.match import Fact, add
from kg.extract.pairs import states_of
from kg.extract.relations import VISITORS
from kg.extract.visits import visit_noun
from kg.model import Claim

_SCENES = frozenset({"Meeting", "Hosting"})


def read_visiting(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The visits of those who are called visiting where they meet somebody and of whom ``facts`` tell no visit."""
    travelling = {v for f in facts if f.frame.type == "Visit" for v in f.values("visitor")}
    found: list[Fact] = []
    for i, guest in visitors(cast):
        scene = next((f for f in facts if f.frame.type in _SCENES and f.status == "occurred" and beside(cast, f, i, guest)), None)
        if scene is None or str(guest.number) in travelling:
            continue
        travelling.add(str(guest.number))
        frame = visit_noun()
        visit = Fact(frame, i, None, "ongoing", evidence=cast.tree.span_of(i))
        add(visit, Claim("visitor", cast.tree.span_of(i), str(guest.number), rule=frame.name))
        for claim in whither(cast, scene, guest):
            add(visit, claim)
        if visit.values("destination"):
            found.append(visit)
    return found


def visitors(cast: Cast) -> Iterator[tuple[int, Draft]]:
    """Each name that "visiting" stands before, with whom it names."""
    tree = cast.tree
    for i in sorted(tree.names):
        called = tree.tokens[i].text.lower().startswith("visiting ") or any(
            tree.tokens[c].text.lower() == "visiting" for c in tree.kids(i, "amod")
        )
        for d in cast.who(i) if called else ():
            if d.type in VISITORS:
                yield i, d


def beside(cast: Cast, scene: Fact, i: int, guest: Draft) -> bool:
    """Whether the guest takes part in the scene in the sentence that calls her visiting."""
    there = {c.referent for c in scene.claims}
    return str(guest.number) in there and cast.tree.tokens[scene.trigger].sent == cast.tree.tokens[i].sent


def whither(cast: Cast, scene: Fact, guest: Draft) -> list[Claim]:
    """Where the guest is: the town where the scene is set, else the state of whom she meets, never her own."""
    own = states_of(guest, cast)
    frame = visit_noun()
    for claim in scene.claims:
        draft = cast.drafts[int(claim.referent)] if claim.referent else None
        if claim.role == "place" and draft is not None and draft.known and draft.state not in own:
            return [Claim("destination", claim.evidence, claim.referent, rule=frame.name)]
    for claim in scene.claims:
        draft = cast.drafts[int(claim.referent)] if claim.referent else None
        if draft is None or claim.role == "place" or draft is guest:
            continue
        states = {draft.number} if draft.type == "State" else states_of(draft, cast)
        for state in sorted(states - own):
            if own and (cast.drafts[state].forms or cast.drafts[state].adjectives):
                return [Claim("destination", claim.evidence, str(state), rule=frame.name)]
    return []
