"""What belongs to a meeting told before: its agenda told in a later sentence, its place told of the journey that led there."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.match import Fact, add, where_clause
from kg.extract.tree import Tree
from kg.model import Claim, Span

_REACH = 3  # sentences that an agenda may stand after its meeting
_WISHING = frozenset("ready willing prepared open hope hop like want wish".split())
_PLAIN_KINDS = frozenset("courtesy level summit follow day hour minute delegation group working".split())
_NAMES = frozenset({"NNP", "NNPS"})


def join_talks(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with agendas joined to the meetings told before them; an agenda of no meeting is left out."""
    kept: list[Fact] = []
    for fact in facts:
        if wished(cast.tree, fact):
            continue
        if fact.frame.type == "Message" and fact.frame.follows:
            if address(cast, fact, kept):
                kept.append(fact)
            continue
        if fact.frame.follows and (meeting := meeting_of(cast, fact, kept)) is not None:
            take_agenda(meeting, fact)
        elif not fact.frame.needs or len(fact.values("participant")) or fact.frame.type != "Meeting":
            kept.append(fact)
    return kept


def address(cast: Cast, letter: Fact, before: list[Fact]) -> bool:
    """Give a letter handed over to nobody named the other side of the meeting told before; whether there is one."""
    tree = cast.tree
    bearers = {str(d.number) for t in tree.arguments(letter.support or letter.trigger).subject for d in cast.who(t)}
    for fact in reversed(before):
        gap = tree.tokens[letter.trigger].sent - tree.tokens[fact.trigger].sent
        if fact.frame.type != "Meeting" or not 0 <= gap <= _REACH - 1:
            continue
        others = [c for c in fact.claims if c.role == "participant" and c.referent not in bearers | set(letter.values("sender"))]
        if len(others) != 1:
            continue
        letter.claims.append(Claim("recipient", others[0].evidence, others[0].referent, rule="met"))
        return True
    return False


def wished(tree: Tree, fact: Fact) -> bool:
    """Whether the meeting is only hoped or offered: "is ready to hold talks", "would like to meet"."""
    verb = fact.support if fact.support is not None else fact.trigger
    head = tree.tokens[tree.tokens[verb].head]
    return fact.frame.type == "Meeting" and tree.tokens[verb].dep in ("xcomp", "advcl", "ccomp") and head.lemma in _WISHING


def meeting_of(cast: Cast, agenda: Fact, before: list[Fact]) -> Fact | None:
    """The meeting that ``agenda`` is told of: the last one told; None where the agenda names who talks, and others."""
    tree = cast.tree
    sent = tree.tokens[agenda.trigger].sent
    for fact in reversed(before):
        gap = sent - tree.tokens[fact.trigger].sent
        if fact.frame.type != "Meeting" or gap < 0:
            continue
        if gap > _REACH:
            return None
        if names_others(cast, agenda, fact):
            continue
        if {fact.status, agenda.status} & {"denied", "cancelled", "alleged"} or (
            fact.status == "planned" and agenda.status == "occurred" and gap
        ):
            continue
        return fact
    return None


def names_others(cast: Cast, agenda: Fact, meeting: Fact) -> bool:
    """Whether the agenda's own subject is a name or pronoun of somebody who is not told to be in the meeting."""
    tree = cast.tree
    inside = set(meeting.values("participant"))
    for t in tree.arguments(agenda.trigger).subject:
        told = {str(d.number) for d in cast.who(t)}
        if told and not told & inside and (tree.tokens[t].tag in _NAMES or len(told) == 1) and not plural(tree, t):
            return True
    return bool(set(agenda.values("participant")) - inside) and has_partner(tree, agenda)


def plural(tree: Tree, t: int) -> bool:
    """Whether the word at ``t`` is a common noun in the plural or a plural pronoun: "the two sides", "they"."""
    return tree.tokens[t].tag == "NNS" or tree.tokens[t].lemma in ("they", "two", "both")


def has_partner(tree: Tree, agenda: Fact) -> bool:
    """Whether the agenda itself says with whom: "discussed trade with X"."""
    args = tree.arguments(agenda.trigger)
    return bool(args.of("with")) and not agenda.frame.noun


def take_agenda(meeting: Fact, agenda: Fact) -> None:
    """Add the topic to the meeting where it has none yet, and its place."""
    for claim in agenda.claims:
        if claim.role == "place" or (claim.role == "topic" and not meeting.values("topic")):
            add(meeting, claim)


def place_talks(cast: Cast, facts: list[Fact]) -> None:
    """Add the place of meetings that are told of a journey: "left for X, where he will meet Y", "flew to X for talks with Y"."""
    for fact in facts:
        if fact.frame.type in ("Meeting", "Hosting", "Tribute") and not fact.values("place"):
            for claim in where_clause(cast, fact):
                add(fact, claim)


def name_talks(tree: Tree, facts: list[Fact]) -> None:
    """Give meetings without a topic what their own name says of it: "peace talks", "a telephone call"."""
    for fact in facts:
        if fact.frame.type != "Meeting" or not fact.frame.noun or fact.values("topic"):
            continue
        words = [c for c in tree.kids(fact.trigger, "compound") if tree.tokens[c].pos == "NOUN" and c not in tree.names]
        if words and tree.tokens[words[-1]].lemma not in _PLAIN_KINDS and words[-1] == fact.trigger - 1:
            span = Span(tree.tokens[words[-1]].start, tree.tokens[fact.trigger].end)
            text = " ".join(span.slice(tree.annotation.article.text).split())
            add(fact, Claim("topic", span, literal=text, rule="name"))
