"""Delegation reports: who sent a delegation, who leads it, who belongs to it, of what kind it is."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.extract.credit import credits
from kg.extract.groups import included
from kg.extract.match import span_between
from kg.extract.status import PONDERING, status_of
from kg.extract.tree import Tree
from kg.model import Claim, Report, Span, Status

_SENDING = frozenset({"lead", "head", "send", "dispatch"})


def read_members(cast: Cast) -> None:
    """Note the members told apart from the delegation: "it includes X and Y", "X is also part of the delegation"."""
    tree = cast.tree
    for token in tree.tokens:
        if token.lemma in ("part", "member") and token.pos == "NOUN":
            groups, people = belonging(tree, token.i)
        elif token.pos == "VERB" and token.tag != "VBG":
            groups, people = list(tree.arguments(token.i).subject), included(tree, token.i)
            people += tree.arguments(token.i).of("of") if token.lemma == "consist" else []
        else:
            continue
        for group in [d for g in groups for d in cast.who(g) if d.type == "Delegation"][:1]:
            told = [d.number for t in people for d in cast.who(t) if d.type == "Person"]
            group.members += [n for n in dict.fromkeys(told) if n not in group.members]


def belonging(tree: Tree, i: int) -> tuple[list[int], list[int]]:
    """The group and who belongs to it, where the noun at ``i`` says so: "X is (a) part of", "among its members are X and Y"."""
    head = tree.tokens[tree.tokens[i].head]
    groups = [*tree.arguments(i).of("of"), *tree.kids(i, "poss")]
    if tree.tokens[i].dep == "attr" and head.lemma == "be" and not tree.kids(head.i, "neg"):
        return groups, list(tree.arguments(head.i).subject)
    if tree.tokens[i].dep == "pobj" and head.text.lower() == "among" and tree.tokens[head.head].lemma == "be":
        return groups, [j for c in tree.kids(head.head, "nsubj", "attr") for j in tree.conjuncts(c)]
    return [], []


def delegation_reports(cast: Cast) -> list[Report]:
    """One report for each delegation whose sender the article tells."""
    return [r for d in cast.of_type("Delegation") if d.tokens and (r := delegation_report(cast, d)) is not None]


def delegation_report(cast: Cast, group: Draft) -> Report | None:
    """The report of one delegation; None where neither sender nor leader is told."""
    at = group.tokens[0]
    where = cast.tree.span_of(at)
    if not group.senders and group.leader is None:
        return None
    claims = [Claim("delegation", where, str(group.number), rule="delegation")]
    senders = (
        group.senders
        or [s for s in (group.state, cast.drafts[group.leader].state if group.leader is not None else None) if s is not None][:1]
    )
    for n in senders:
        claims.append(Claim("sent_by", nearest_span(cast, at, n), str(n), rule="delegation"))
    if group.leader is not None:
        claims.append(Claim("led_by", nearest_span(cast, at, group.leader), str(group.leader), rule="delegation"))
    claims += [Claim("member", nearest_span(cast, at, n), str(n), rule="delegation") for n in group.members if n != group.leader]
    if "kind" in group.traits:
        claims.append(Claim("kind", naming_span(group, where), literal=group.traits["kind"], rule="delegation"))
    if group.sized is not None:
        claims.append(Claim("size", group.sized.span, literal=group.sized.number, rule="delegation"))
    spans = [
        c.evidence for c in claims if cast.tree.annotation.sentences[cast.tree.tokens[at].sent].span.start <= c.evidence.start
    ]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    sentence = cast.tree.annotation.sentences[cast.tree.tokens[at].sent].span
    said = tuple(str(n) for n in credits(cast, at))
    whole = Span(start, min(end, max(sentence.end, where.end)))
    return Report("", "Delegation", sending_status(cast.tree, group), tuple(claims), said, whole, 0.9, "delegation")


def sending_status(tree: Tree, group: Draft) -> Status:
    """Whether a delegation is only to be sent or led ("will head a delegation"), or said to be; else it is what there is."""
    for token in (tree.tokens[t] for t in group.tokens):
        if token.dep == "dobj" and tree.tokens[token.head].lemma in _SENDING:
            told = status_of(tree, token.head)
            if told == "alleged" and tree.tokens[tree.tokens[token.head].head].lemma in PONDERING:
                return "planned"  # "is considering sending a mission"
            return told if told in ("planned", "alleged", "cancelled") else "occurred"
    return "occurred"


def nearest_span(cast: Cast, at: int, number: int) -> Span:
    """The passage that joins the delegation's noun to the nearest naming of a draft."""
    draft = cast.drafts[number]
    spots = [t for d in [draft] for t in d.tokens]
    if not spots:
        return cast.tree.span_of(at)
    return span_between(cast.tree, at, min(spots, key=lambda t: abs(t - at)))


def naming_span(group: Draft, default: Span) -> Span:
    """Where the delegation's kind is told: its first naming."""
    return next((n.span for n in group.namings if n.form), default)
