"""Where frames look for what is claimed, by whom, and what is said to the contrary (see :mod:`kg.extract.spots`)."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.clauses import prepositional_clause
from kg.extract.tree import Tree

CLAIMS = frozenset(
    """report claim allegation accusation charge suggestion speculation rumour rumor remark statement notion idea assertion
    insinuation criticism impression comment complaint warning story""".split()
)
DENYING = frozenset("deny reject dismiss dispute refute rebut".split())
_COURTEOUS = frozenset("condolence congratulation sympathy greeting message letter wish telegram cable".split())
_SENDING = frozenset("send convey extend offer express write".split())
_SAYING = frozenset("say add note tell insist stress maintain state write declare".split())
Spot = Callable[[Tree, int, int | None], tuple[int, ...]]


def claimed(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What is claimed in the object, where that is a claim: "reports that the envoy left"."""
    things = [o for o in tree.arguments(trigger).object if tree.tokens[o].lemma in CLAIMS]
    return claims_of(tree, things[0], trigger) if things else ()


def claims_of(tree: Tree, thing: int, beyond: int | None = None) -> tuple[int, ...]:
    """The clause that tells what a claim is: "a remark by X that it was so", "charges of spying"; not below ``beyond``."""
    inside = tree.below(thing, frozenset(() if beyond is None else (beyond,)))
    apart = inside[-1] + 2  # "rejected the charges of the press, that it was so"
    if apart < len(tree.tokens) and tree.tokens[apart - 1].text == ",":
        inside = [*inside, apart]
    marks = [i for i in inside if i > thing and tree.tokens[i].dep == "mark" and tree.tokens[i].text.lower() == "that"]
    return tuple([tree.tokens[i].head for i in marks] or prepositional_clause(tree, thing, "of"))[:1]


def what_is_claimed(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The clause that tells what the trigger claims: "remarks by X that the port would close"; not where that is denied."""
    over = tree.tokens[tree.tokens[trigger].head]
    return () if over.lemma in DENYING and tree.tokens[trigger].dep == "dobj" else claims_of(tree, trigger)


def thanked_sending(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who thanks for words that were sent: "thanked Chile for sending condolences"."""
    sent = [c for c in prepositional_clause(tree, trigger, "for") if tree.tokens[c].lemma in _SENDING]
    words = any(tree.tokens[o].lemma in _COURTEOUS for c in sent for o in tree.kids(c, "dobj"))
    return tree.arguments(trigger).subject if words else ()


def contrary_to(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who is gainsaid: "contrary to what Oslo reported", "contrary to claims by Oslo"."""
    out: list[int] = []
    for to in tree.kids(trigger, "prep"):
        out += [s for c in tree.kids(to, "pcomp") for s in tree.kids(c, "nsubj")]
        for thing in (t for t in tree.kids(to, "pobj") if tree.tokens[t].lemma in CLAIMS):
            args = tree.arguments(thing)
            out += [*args.subject, *args.of("by"), *args.of("from"), *args.indirect]
    return tuple(out)


def gainsaid(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The clause that is contrary to what others say."""
    told = tree.verb_above(trigger)
    said = [c for c in tree.kids(told, "ccomp") if c > trigger] if tree.tokens[told].lemma in _SAYING else []
    return tuple([*said, told][:1])


def gainsayer(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who says so: the subject of the verb of saying over that clause."""
    told = tree.verb_above(trigger)
    over = told if tree.tokens[told].lemma in _SAYING else tree.tokens[told].head
    return tree.arguments(over).subject if tree.tokens[over].lemma in _SAYING else ()


CLAIM_SPOTS: dict[str, Spot] = {
    "claimed": claimed,
    "contrary-to": contrary_to,
    "gainsaid": gainsaid,
    "gainsayer": gainsayer,
    "thanked-sending": thanked_sending,
    "what-is-claimed": what_is_claimed,
}
