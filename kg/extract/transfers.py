"""Who gives and who receives where a sentence leaves it to the context: "the first shipment was handed over in July"."""

from __future__ import annotations

from kg.extract.cast import Cast, plain
from kg.extract.match import Fact, add
from kg.extract.pairs import states_of
from kg.model import Claim

_NEAR = 4  # sentences


def fill_transfers(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with the missing sides of transfers as the nearest transfer of the same goods or to the same side tells them."""
    told = [f for f in facts if f.frame.type == "Transfer"]
    for fact in told:
        if "thank" in fact.frame.triggers:
            thanked_for_state(cast, fact)
        for role, other in (("giver", "recipient"), ("recipient", "giver")):
            if not fact.values(role):
                fill(cast, fact, role, other, told)
    return facts


def fill(cast: Cast, fact: Fact, role: str, other: str, told: list[Fact]) -> None:
    """Give ``fact`` the value of ``role`` from the nearest transfer before it that fits."""
    sent = cast.tree.tokens[fact.trigger].sent
    near = [f for f in told if f is not fact and 0 <= sent - cast.tree.tokens[f.trigger].sent <= _NEAR and f.values(role)]
    for before in reversed(near):
        goods = words(before) & words(fact)
        if role == "recipient" or goods or set(before.values(other)) & set(fact.values(other)):
            for claim in before.claims:
                if claim.role == role and claim.referent not in fact.values(other):
                    add(fact, claim)
            return


def words(fact: Fact) -> set[str]:
    """The words of what is given."""
    return {w for t in fact.values("topic") for w in plain(t).split() if len(w) > 3}


def thanked_for_state(cast: Cast, fact: Fact) -> None:
    """Put the state of who says thanks in the place of the person: gifts are to states."""
    claims: list[Claim] = []
    for claim in fact.claims:
        draft = cast.drafts[int(claim.referent)] if claim.referent else None
        states = sorted(states_of(draft, cast)) if draft is not None and draft.type == "Person" else []
        if claim.role in ("giver", "recipient") and states:
            claims.append(Claim(claim.role, claim.evidence, str(states[0]), rule=claim.rule))
        else:
            claims.append(claim)
    fact.claims = claims
