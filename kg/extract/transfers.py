"""Who gives and who receives where a sentence leaves it to the context: "the first shipment was handed over in July"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from kg.extract.cast import Cast, plain
from kg.extract.match import Fact, add
from kg.extract.pairs import states_of
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Claim, Span

_NEAR = 4  # sentences
_BULLETS = frozenset({"-", "--", "–", "—", "•", "*", "·"})


def fill_transfers(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with the missing sides of transfers as the nearest transfer of the same goods or to the same side tells them."""
    for fact in facts:
        if fact.frame.type == "Message" and mourned(cast.tree, fact):
            thanked_for_state(cast, fact)
    told = [f for f in facts if f.frame.type == "Transfer"]
    for fact in told:
        trim_goods(cast, fact)
        if "thank" in fact.frame.triggers:
            thanked_for_state(cast, fact)
        for role, other in (("giver", "recipient"), ("recipient", "giver")):
            if role in {r for r, _ in fact.frame.roles} and not fact.values(role) and not told_otherwise(cast.tree, fact, role):
                fill(cast, fact, role, other, told)
    return facts


def trim_goods(cast: Cast, fact: Fact) -> None:
    """Leave whom they go to out of the goods: "40 scholarships" of "40 scholarships to Chile", "rifles" of "Chile rifles"."""
    tree = cast.tree
    side = set(fact.values("recipient"))
    for n, claim in enumerate(fact.claims):
        if claim.role != "topic" or claim.literal is None:
            continue
        span = claim.evidence
        if claim.literal.startswith("over ") and tree.tokens[fact.trigger].lemma == "hand":  # "hand over 200 tractors"
            span = Span(span.start + len("over "), span.end)
        first = bisect_left(tree.tokens, span.start, key=lambda t: t.start)
        last = bisect_left(tree.tokens, span.end, key=lambda t: t.start)
        inside = [t for t in range(first, last) if side & {str(d.number) for d in cast.who(t)}]
        for t in inside:
            before = tree.tokens[t - 1]
            if tree.tokens[t].start == span.start and tree.tokens[t].dep in ("compound", "nmod"):
                span = Span(tree.tokens[t + 1].start, span.end)
            elif tree.tokens[t].end == span.end and before.text.lower() in ("to", "for") and before.start > span.start:
                span = Span(span.start, tree.tokens[t - 2].end)
            elif (to := tree.tokens[tree.tokens[t].head]).text == "to" and first + 1 < to.i < t and "worth" in claim.literal:
                span = Span(span.start, tree.tokens[to.i - 1].end)  # "40 tents worth 2 million dollars to Norway on Monday"
        if span != claim.evidence and span.start < span.end:
            text = " ".join(span.slice(tree.annotation.article.text).split())
            fact.claims[n] = replace(claim, evidence=span, literal=text)


def told_otherwise(tree: Tree, fact: Fact, role: str) -> bool:
    """Whether the sentence itself tells the missing side, though by no name, or is an item of a list, which stands for itself.

    "Charities gave a million dollars", "provided tents to the people of the valley", "- Chile gave 3 tonnes".
    """
    first = tree.tokens[tree.annotation.sentences[tree.tokens[fact.trigger].sent].first]
    if first.text in _BULLETS:
        return True
    args = tree.arguments(fact.trigger)
    if role == "giver":
        return bool(args.subject) and not fact.frame.noun
    inner = [pair for o in args.object for pair in tree.prepositions(o)]
    inner += [pair for _, j in inner for pair in tree.prepositions(j)]
    return any(prep in ("to", "for") and tree.tokens[j].lemma in lexicon().people for prep, j in (*args.preps, *inner))


def fill(cast: Cast, fact: Fact, role: str, other: str, told: list[Fact]) -> None:
    """Give ``fact`` the value of ``role`` from the nearest transfer before it that fits."""
    sent = cast.tree.tokens[fact.trigger].sent
    near = [f for f in told if f is not fact and 0 <= sent - cast.tree.tokens[f.trigger].sent <= _NEAR and f.values(role)]
    for before in reversed(near):
        goods = words(before) & words(fact)
        if role == "recipient" or goods or set(before.values(other)) & set(fact.values(other)):
            for claim in before.claims:
                if claim.role == role and claim.referent not in fact.values(other) and claim.referent:
                    draft = cast.drafts[int(claim.referent)]
                    states = sorted(states_of(draft, cast)) if draft.type == "Person" else [draft.number]
                    for number in states[:1]:  # who took the other goods over for her state need not have taken these
                        add(fact, replace(claim, referent=str(number)))
            return


def words(fact: Fact) -> set[str]:
    """The words of what is given."""
    return {w for t in fact.values("topic") for w in plain(t).split() if len(w) > 3}


def mourned(tree: Tree, fact: Fact) -> bool:
    """Whether thanks are for condolences over somebody's death, which went to a state: "for its condolences on his passing"."""
    verb = fact.trigger if fact.support is None else fact.support
    if tree.tokens[verb].lemma != "thank":
        return False
    words = [tree.tokens[t].lemma for t in tree.below(verb) if t > verb]
    return "condolence" in words and bool({"on", "over"} & set(words[words.index("condolence") :]))


def thanked_for_state(cast: Cast, fact: Fact) -> None:
    """Put the state of who says thanks in the place of the person: gifts are to states, of unknown ones to nobody."""
    claims: list[Claim] = []
    for claim in fact.claims:
        draft = cast.drafts[int(claim.referent)] if claim.referent and claim.role in ("giver", "recipient") else None
        states = sorted(states_of(draft, cast)) if draft is not None and draft.type == "Person" else []
        if states:
            claims.append(Claim(claim.role, claim.evidence, str(states[0]), rule=claim.rule))
        elif fact.frame.type != "Transfer" or claim.role != "recipient" or draft is None or draft.type != "Person":
            claims.append(claim)
    fact.claims = claims
