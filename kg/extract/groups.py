"""Delegations: who sent them, who leads them, of what kind and size they are, and which "the delegation" means."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cast import Cast, Draft
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Naming, Span

_LEADING = frozenset({"lead", "head", "chair"})
_OF = frozenset({"of", "from"})
_NUMBERS = {
    w: str(n)
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100"}


def read_groups(cast: Cast) -> None:
    """Fill ``cast`` with the delegations of the article, in reading order, and with what refers back to them."""
    for token in cast.tree.tokens:
        if token.i in cast.at or token.pos not in ("NOUN", "PROPN") or token.lemma not in lexicon().group_heads:
            continue
        read_group(cast, token.i)


def read_group(cast: Cast, i: int) -> Draft | None:
    """The delegation that the noun at ``i`` means: a new one, or one told before; None where it is no delegation."""
    tree = cast.tree
    senders = senders_of(cast, i)
    leader = leader_of(cast, i)
    kinds = [c for c in tree.kids(i, "amod", "compound", "nmod") if tree.tokens[c].text.lower() in lexicon().group_kinds]
    size = size_of(tree, i)
    told = Told(senders, leader, kinds, size)
    sure = tree.tokens[i].lemma in lexicon().group_sure
    if not sure and not (leader or size) and not (senders and kinds):
        return back_reference(cast, i, senders, sure)
    known = back_reference(cast, i, senders, sure)
    fresh = any(tree.tokens[c].text.lower() in ("a", "an", "another", "separate") for c in tree.kids(i, "det", "amod"))
    if known is not None and not (fresh and (senders or leader) and leader and known.leader not in (None, leader.number)):
        if not fresh or same_senders(known, senders):
            return note_group(cast, known, i, told)
    if not told and not fresh:
        return None
    return note_group(cast, cast.new("Delegation"), i, told)


def back_reference(cast: Cast, i: int, senders: list[Draft], sure: bool) -> Draft | None:
    """The delegation told before that the noun at ``i`` takes up, if any."""
    tree = cast.tree
    if not sure and not any(tree.tokens[c].text.lower() in ("the", "its", "this", "both") for c in tree.kids(i, "det", "poss")):
        return None
    before = [d for d in cast.of_type("Delegation") if d.tokens and d.tokens[0] < i]
    if senders:
        wanted = {s.number for s in senders} | {s.state for s in senders if s.state is not None}
        before = [d for d in before if wanted & ({*d.senders} | {d.state})]
    if not before:
        return None
    found = max(before, key=lambda d: max(t for t in d.tokens if t < i))
    if not sure:
        cast.add(found, i, tree.span_of(i), None)
    return found


def same_senders(group: Draft, senders: list[Draft]) -> bool:
    """Whether the senders told are among those of ``group``, or none are told."""
    return not senders or bool({s.number for s in senders} & {*group.senders, group.state})


@dataclass(frozen=True, slots=True)
class Told:
    """What a noun phrase tells of a delegation."""

    senders: list[Draft]
    leader: Draft | None
    kinds: list[int]
    size: str | None

    def __bool__(self) -> bool:
        return bool(self.senders or self.leader or self.kinds or self.size)


def note_group(cast: Cast, group: Draft, i: int, told: Told) -> Draft:
    """Note the naming of ``group`` at the noun ``i`` with what it tells."""
    tree = cast.tree
    senders, leader, kinds, size = told.senders, told.leader, told.kinds, told.size
    form = group_form(cast, i)
    cast.add(group, i, Span(tree.tokens[i].start, tree.tokens[i].end) if form is None else form.span, form.form if form else None)
    for s in senders:
        if s.number not in group.senders:
            group.senders.append(s.number)
        owner = s.number if s.type == "State" else s.state
        if group.state is None and owner is not None:
            group.state = owner
    if leader is not None and group.leader is None:
        group.leader = leader.number
    if kinds and "kind" not in group.traits:
        named = [
            tree.tokens[c].text
            for c in kinds
            if tree.tokens[c].text.lower() not in ("visiting", "senior", "small", "large", "joint")
        ]
        if named:
            group.traits["kind"] = " ".join(named)
    if size is not None:
        group.traits.setdefault("size", size)
    return group


def senders_of(cast: Cast, i: int) -> list[Draft]:
    """States and bodies that the noun phrase at ``i`` names as sender: adjective, possessor, "of X", "from X"."""
    tree = cast.tree
    out: list[Draft] = []
    spots = [c for c in tree.kids(i, "amod", "compound", "nmod", "poss") for c in tree.conjuncts(c)]
    spots += [j for prep, j in tree.arguments(i).preps if prep in _OF]
    for j in spots:
        out += [d for d in cast.who(j) if d.type in ("State", "Organization") and d not in out]
    return out


def leader_of(cast: Cast, i: int) -> Draft | None:
    """The person who leads: "led by X", "headed by X", "with X at its head", "under X"."""
    tree = cast.tree
    for c in tree.kids(i, "acl", "relcl"):
        if tree.tokens[c].lemma in _LEADING:
            args = tree.arguments(c)
            for j in args.subject:
                people = [d for d in cast.who(j) if d.type == "Person"]
                if people and j != i:
                    return people[0]
    return None


def size_of(tree: Tree, i: int) -> str | None:
    """The number of members told: "nine-member", "40-strong", "of 15 businesspeople" is no size."""
    for c in tree.kids(i, "amod", "nmod", "compound", "nummod"):
        words = [tree.tokens[j].text.lower() for j in tree.subtree(c)]
        if words[-1] in ("member", "strong", "person", "man") and len(words) > 1:
            number = words[0].replace(",", "")
            return number if number.isdigit() else _NUMBERS.get(number)
    return None


def group_form(cast: Cast, i: int) -> Naming | None:
    """The name a reader would list for the group at ``i``, without determiner, size and relative clauses; None if it is bare."""
    tree = cast.tree
    left = [j for c in tree.kids(i, "amod", "compound", "nmod", "poss", "nummod") for j in tree.subtree(c)]
    first = min([i, *left])
    last = i
    for c in tree.kids(i, "prep"):
        if tree.tokens[c].text.lower() in _OF:
            last = max([last, *[j for p in tree.kids(c, "pobj") for j in [p] if cast.at.get(p)]])
    if first == i and last == i:
        return None
    while first < i and tree.tokens[first].pos in ("DET", "PRON"):
        first += 1
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    return Naming(span, " ".join(span.slice(tree.annotation.article.text).split()))
