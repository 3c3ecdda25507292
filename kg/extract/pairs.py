"""Pairs to drafts: "the two sides", "both countries", "the two ministers"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.extract.tree import Tree
from kg.model import Token

PAIR_WORDS = frozenset({"two", "both"})
_GROUPS = frozenset(
    {"side", "country", "nation", "state", "party", "government", "capital", "neighbour", "neighbor", "ally", "delegation"}
)


def is_pair(tree: Tree, token: Token) -> bool:
    """Whether the noun is counted as two: "the two sides", "both countries"."""
    return any(tree.tokens[c].lemma in PAIR_WORDS for c in tree.kids(token.i, "nummod", "det", "amod", "predet")) or (
        token.lemma in ("side", "party", "minister", "leader", "president", "head")
        and token.tag in ("NNS", "NNPS")
        and any(tree.tokens[c].lemma == "the" for c in tree.kids(token.i, "det"))
        and not any(p == "of" and j in tree.names for p, j in tree.prepositions(token.i))  # "the ministers of X and Y"
    )


def pair(cast: Cast, token: Token, lemma: str) -> list[Draft]:
    """The two whom "the two sides", "both countries", "the two ministers", "the two" means: the last pair told together."""
    want = "State" if lemma in _GROUPS else "Person"
    for sent in range(token.sent, max(-1, token.sent - 4), -1):
        sentence = cast.tree.annotation.sentences[sent]
        told: list[Draft] = []
        for i in range(sentence.first, min(sentence.last, token.i)):
            for d in cast.who(i):
                if d.type == want and d not in told:
                    told.append(d)
        if len(told) >= 2:
            return told[:2]
        if lemma in ("side", "party", "country", "nation", "state") and len(told) < 2:
            people = [
                d
                for i in range(sentence.first, min(sentence.last, token.i))
                for d in cast.who(i)
                if d.type in ("Person", "Delegation")
            ]
            states = [
                cast.drafts[s]
                for p in dict.fromkeys(d.number for d in people)
                for s in sorted(states_of(cast.drafts[p], cast))[:1]
            ]
            both = list({d.number: d for d in [*told, *states]}.values())
            if len(both) >= 2:
                return both[:2]
    return []


def states_of(person: Draft, cast: Cast) -> set[int]:
    """The states that a person serves by the offices told."""
    found = {n for h in person.offices for n in h.of if cast.drafts[n].type == "State"}
    found |= {s for h in person.offices for n in h.of if (s := cast.drafts[n].state) is not None}
    return found | ({person.state} if person.state is not None else set())
