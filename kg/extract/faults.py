"""Whose the deed is that somebody finds fault with: "Norway shut the border. Chile condemned the move"."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.match import Fact, add, span_between
from kg.extract.pairs import states_of
from kg.extract.quotes import behind, bodies
from kg.extract.relations import SUMMONING
from kg.extract.sides import told_states
from kg.extract.tree import Tree
from kg.model import Claim

_DEEDS = frozenset("move decision step action measure act policy".split())
_NAMED = {
    "Restriction": frozenset("sanction ban restriction embargo closure expulsion curb tariff blockade arrest detention".split()),
    "Conflict": frozenset("attack strike airstrike raid shelling bombing bombardment invasion assault incursion".split()),
    "Agreement": frozenset("deal agreement pact accord signing".split()),
    "Transfer": frozenset("delivery shipment sale transfer supply".split()),
}
_DOING = {"Restriction": "agent", "Conflict": "agent", "Agreement": "party", "Transfer": "giver"}
_LODGED = frozenset({"protest", "complaint", "displeasure", "dismay", "note"})
_TAKING_UP = frozenset({"the", "this", "that", "these", "those"})
_REACH = 2  # sentences
_TOLD = frozenset({"occurred", "ongoing", "planned"})


def find_doers(cast: Cast, facts: list[Fact]) -> None:
    """Give criticism of "the move", "the ban", "that decision" the side whose deed was told last before it as its target."""
    for fact in facts:
        if fact.frame.type != "Criticism" or fact.values("target"):
            continue
        if cast.tree.tokens[fact.trigger].lemma in _LODGED and protested_to(cast, fact, facts):
            continue
        thing = taken_up(cast.tree, fact)
        if thing is None:
            continue
        own = {
            d.number
            for v in fact.values("agent")
            for s in (cast.drafts[int(v)],)
            for d in (s, *behind(cast, s), *bodies(cast, s))
        }
        for number in doers(cast, facts, fact, thing, own):
            add(fact, Claim("target", span_between(cast.tree, fact.trigger, thing), number, rule="deed"))


def protested_to(cast: Cast, protest: Fact, facts: list[Fact]) -> bool:
    """Give a protest the state whose envoy is told there or just before to have been summoned: "called in X to protest"."""
    tree = cast.tree
    sent = tree.tokens[protest.trigger].sent
    near = [f for f in facts if f.frame.type == "Meeting" and 0 <= sent - tree.tokens[f.trigger].sent <= 1]
    for call in (f for f in near if summons(tree, f.trigger) and f.trigger < protest.trigger):
        own = {n for v in protest.values("agent") for n in told_states(cast, cast.drafts[int(v)])}
        for claim in [c for c in call.claims if c.role == "participant" and c.referent not in protest.values("agent")]:
            person = cast.drafts[int(claim.referent or 0)]
            states = sorted(states_of(person, cast)) if person.type == "Person" else []
            if len(states) == 1 and states[0] not in own:
                add(protest, Claim("target", claim.evidence, str(states[0]), rule="summoned"))
    return bool(protest.values("target"))


def summons(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` summons; the parser may take "in" of "called in" for a preposition."""
    return tree.lemma(i) in SUMMONING or (
        tree.tokens[i].lemma == "call" and any(t.text == "in" for t in tree.tokens[i + 1 : i + 2])
    )


def taken_up(tree: Tree, fact: Fact) -> int | None:
    """The noun that only takes up a deed told before: the object, or the subject that draws the criticism."""
    spots = [*tree.arguments(fact.trigger).object]
    if fact.frame.noun and fact.support is not None:
        spots = list(tree.arguments(fact.support).subject)
    for i in spots:
        words = {tree.tokens[c].text.lower() for c in tree.kids(i, "det")}
        bare = not tree.kids(i, "poss", "compound", "acl", "nummod")
        bare = bare and all(tree.tokens[c].lemma == "as" for c in tree.kids(i, "prep"))
        if bare and words & _TAKING_UP and tree.tokens[i].lemma in _DEEDS.union(*_NAMED.values()):
            return i
    return None


def doers(cast: Cast, facts: list[Fact], fact: Fact, thing: int, own: set[int]) -> list[str]:
    """Who did the last deed before ``fact`` of the kind that the noun at ``thing`` names, unless it is the critic's own side."""
    tree = cast.tree
    noun = tree.tokens[thing].lemma
    types = {t for t, words in _NAMED.items() if noun in words} or set(_DOING)
    sent = tree.tokens[thing].sent
    for deed in sorted(facts, key=lambda f: -f.trigger):
        if deed.frame.type not in types or deed.status not in _TOLD or not deed.trigger < thing:
            continue
        if sent - tree.tokens[deed.trigger].sent > _REACH:
            return []
        who = [v for v in deed.values(_DOING[deed.frame.type]) if v.isdigit()]
        if who and not {int(v) for v in who} & own:
            return who if len(who) < 3 else []
    return []
