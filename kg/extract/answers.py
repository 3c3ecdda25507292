"""Whom a denial answers: the accusation, request or remark told before that "the claim" or "the request" takes up."""

from __future__ import annotations

from kg.extract.acts import become
from kg.extract.cast import Cast, plain
from kg.extract.claims import CLAIMS, claims_of
from kg.extract.fillers import fillers
from kg.extract.match import Fact, add, span_between, text_claim
from kg.extract.spots import owners
from kg.extract.topics import topic_span
from kg.extract.tree import Tree
from kg.model import Claim, Span

_ACCUSED = frozenset("claim accusation allegation charge criticism protest complaint finding report assertion suggestion".split())
_OBJECTIONS = frozenset({"protest", "criticism", "complaint"})
_ASKED = frozenset("request demand call appeal proposal offer plea ultimatum condition".split())
_CALLING = frozenset("call urge demand ask appeal request press want seek".split())
_SAID = frozenset("statement remark comment explanation word view argument version".split())
_ASKING = frozenset("ask question comment react respond refer press speak".split())
_THIS = frozenset("it this that them these something which".split())
_NAMELESS = _ACCUSED | _THIS
_DENYING = frozenset({"deny", "refute", "rebut", "disavow"})
_BACKING = frozenset({"support", "back", "endorse"})
_PROPOSED = frozenset("idea proposal initiative plan suggestion call".split())
_PROPOSING = frozenset("propose suggest call offer urge demand".split())
_JOINING = frozenset({"also", "too", "likewise", "similarly"})
_REACH = 2  # sentences
_SHORT = 3  # letters of words that tell little
_NAMED = 4  # words
_POINTING = frozenset("it this that move decision step action measure act protest objection remark remarks".split())
_MINISTRY = frozenset({"ministry", "presidency"})
_ALIKE = 2  # telling words
_ACTING = ("giver", "agent", "visitor", "participant", "party", "sender", "host")
_SPOKEN = frozenset({"Statement", "Denial", "Criticism", "Support", "Pledge", "Role", "Delegation"})


def speakers(fact: Fact) -> list[str]:
    """Who speaks: the values of the speaker or agent."""
    return fact.values("speaker") or fact.values("agent")


def answer(cast: Cast, denial: Fact, before: list[Fact], own: set[str]) -> None:
    """Give a denial the side that it answers as target, and what was said as topic where it only says "the claim"."""
    tree = cast.tree
    things = denied(tree, denial)
    noun = tree.tokens[things[0]].lemma if things else ""
    if noun and noun not in _ACCUSED | _ASKED | _SAID | _THIS:
        return
    if noun in _THIS and (asked_about(cast, denial) or joins_in(cast, denial, before, own)):
        return
    said = next((f for f in reversed(before) if answered(cast, denial, f, noun, own)), None)
    if said is None:
        return
    bare = bool(noun) and only_named(cast, denial, things[0])
    if bare and noun in _ACCUSED and several_critics(cast, denial, before, own):
        return
    if not denial.values("target") and (bare or not noun or alike(denial, said)):
        for n in principals(cast, speakers(said)):
            add(denial, Claim("target", span_between(tree, denial.trigger, denial.trigger), n, rule="answer"))
    topics = [c for c in said.claims if c.role == "topic"]
    if topics and bare and (noun not in _OBJECTIONS or said.frame.type == "Criticism"):
        denial.claims = [c for c in denial.claims if c.role != "topic"]
        denial.claims.append(topics[0])


def several_critics(cast: Cast, denial: Fact, before: list[Fact], own: set[str]) -> bool:
    """Whether two sides or more found fault shortly before, so that "the criticism" is not that of the last alone."""
    sent = cast.tree.tokens[denial.trigger].sent
    near = [f for f in before if f.frame.type == "Criticism" and 0 <= sent - cast.tree.tokens[f.trigger].sent <= _REACH]
    critics = [sides(cast, speakers(f)) for f in near if not own & set(speakers(f))]
    return any(not a & b for a in critics for b in critics)


def principals(cast: Cast, values: list[str]) -> list[str]:
    """Of a state and those who speak for it ("the Foreign Ministry" too) the state alone, of others all."""
    states = {int(v) for v in values if cast.drafts[int(v)].type == "State"}
    ministries = {v for v in values if _MINISTRY & set(plain(cast.drafts[int(v)].name()).split())} if states else ()
    return [v for v in values if int(v) in states or not (v in ministries or states & sides(cast, [v]))]


def asked_about(cast: Cast, denial: Fact) -> bool:
    """Give a denial of "it" what its speaker is asked about, and by whom that is told: "Asked about reports by X that ..."."""
    tree = cast.tree
    verbs = [c for c in tree.kids(denial.trigger, "advcl") if c < denial.trigger and tree.tokens[c].lemma in _ASKING]
    for thing in (j for v in verbs for prep, j in tree.prepositions(v) if prep in ("about", "on", "to", "over")):
        if tree.tokens[thing].lemma not in CLAIMS:
            continue
        topic = text_claim(tree, denial, "topic", next(iter(claims_of(tree, thing)), thing))
        if topic is None:
            continue
        denial.claims = [c for c in denial.claims if c.role != "topic"]
        add(denial, topic)
        for d in (d for o in owners(tree, (thing,)) for d in fillers(cast, o, "target", "Denial")):
            add(denial, Claim("target", tree.span_of(thing), str(d.number), rule="answer"))
        return True
    return False


def joins_in(cast: Cast, denial: Fact, before: list[Fact], own: set[str]) -> bool:
    """Give a denial whom and what another side denied just before it: "Oslo rejects the claim; Lima has also denied it"."""
    tree = cast.tree
    last = before[-1] if before else None
    if last is None or last.frame.type != "Denial" or own & set(speakers(last)):
        return False
    gap = tree.tokens[denial.trigger].sent - tree.tokens[last.trigger].sent
    also = any(tree.tokens[c].lemma in _JOINING for c in tree.children[denial.trigger])
    if gap != 0 and not (also and gap == 1):
        return False
    denial.claims = [c for c in denial.claims if c.role not in ("target", "topic")]
    denial.claims += [c for c in last.claims if c.role in ("target", "topic")]
    return True


def denied(tree: Tree, denial: Fact) -> tuple[int, ...]:
    """What a denial is about: its object, or what is called untrue ("it is false", "said the claim was baseless")."""
    told = tree.arguments(denial.trigger).object
    be = [i for i in (denial.trigger, *tree.kids(denial.trigger, "ccomp")) if tree.tokens[i].lemma == "be"]
    return told or tuple(s for i in be[:1] for s in tree.kids(i, "nsubj"))


def alike(denial: Fact, said: Fact) -> bool:
    """Whether what is denied shares two telling words with what was said."""
    a, b = ({w for t in f.values("topic") for w in plain(t).split() if len(w) > _SHORT} for f in (denial, said))
    return len(a & b) > 1


def only_named(cast: Cast, denial: Fact, thing: int) -> bool:
    """Whether the object of a denial does not itself tell what is denied: "the claim", "a charge that Oslo has denied"."""
    tree = cast.tree
    raised = [
        c for c in tree.kids(thing, "acl") if tree.tokens[c].lemma in ("raise", "make", "level")
    ]  # "such charges made by X"
    without = frozenset(c for c in (*tree.kids(thing, "relcl", "acl"), *raised) if c == denial.trigger or c in raised)
    return len(tree.below(thing, without)) <= _NAMED


def follow(cast: Cast, fact: Fact, before: list[Fact]) -> None:
    """Give criticism that only joins in ("Norway has also lodged a protest") whom and what was criticised or rejected before."""
    tree = cast.tree
    near = [f for f in before if tree.tokens[fact.trigger].sent - tree.tokens[f.trigger].sent <= _REACH]
    told = [f for f in near if f.frame.type == "Criticism"] or [f for f in near if f.frame.type == "Denial"]
    if not told or fact.values("target"):
        return
    last = told[-1]
    joins = any(tree.tokens[c].lemma in _JOINING for p in (fact.trigger, fact.support) if p is not None for c in tree.children[p])
    own = any(not set(plain(topic).split()) & _POINTING for topic in fact.values("topic"))  # "also denounced the abuse"
    blamed = sides(cast, speakers(fact)) & sides(cast, last.values("target"))
    if not joins or own or blamed or set(speakers(fact)) & set(speakers(last)):
        return
    fact.claims = [c for c in fact.claims if c.role != "topic"]
    fact.claims += [c for c in last.claims if c.role in ("target", "topic")]


def second(cast: Cast, fact: Fact, head: int, before: list[Fact]) -> None:
    """Make backing "this idea" Support for the side that put it forward just before, with what it proposed as topic."""
    tree = cast.tree
    things = tree.kids(head, "dobj") if tree.tokens[head].lemma in _BACKING and not tree.kids(head, "neg") else []
    if fact.frame.type != "Statement" or not any(tree.tokens[t].lemma in _PROPOSED for t in things):
        return
    if not only_named(cast, fact, things[0]) or tree.kids(things[0], "prep", "poss"):
        return
    near = [f for f in before if tree.tokens[fact.trigger].sent - tree.tokens[f.trigger].sent <= _REACH]
    said = next((f for f in reversed(near) if f.frame.type == "Statement" and tree.tokens[f.trigger].lemma in _PROPOSING), None)
    if said is None or set(speakers(said)) & set(speakers(fact)):
        return
    become(fact, "Support")
    fact.claims = [c for c in fact.claims if c.role == "agent"]
    for n in speakers(said):
        add(fact, Claim("target", tree.span_of(things[0]), n, rule="answer"))
    fact.claims += [c for c in said.claims if c.role == "topic"]


def answered(cast: Cast, denial: Fact, said: Fact, noun: str, own: set[str]) -> bool:
    """Whether ``said`` is what the denial answers: near, by another side, and of the kind that the noun names."""
    tree = cast.tree
    gap = tree.tokens[denial.trigger].sent - tree.tokens[said.trigger].sent
    if not 0 <= gap <= _REACH or own & set(speakers(said)):
        return False
    if not noun:
        return said.frame.type == "Criticism" and bool(own & set(said.values("target")))
    if noun in _ASKED:
        return said.frame.type == "Statement"
    if noun in _ACCUSED and said.frame.type == "Statement" and tree.tokens[said.trigger].lemma in _CALLING:
        return False  # who calls for something claims nothing
    doubted = noun in _ACCUSED or tree.tokens[denial.trigger].lemma in _DENYING  # who backs somebody claims nothing
    return said.frame.type in (("Criticism", "Statement") if doubted else ("Criticism", "Statement", "Support"))


def contest(cast: Cast, facts: list[Fact]) -> None:
    """Make alleged what somebody only says of those who deny it: "X said the army had sold arms. The army denied the claim."

    A fact stays told by the outlet, or by whoever is not the side that the denial answers. What nobody is credited with ("amid
    speculation that the army sold arms") is said by the side whose allegation is denied ("denied such allegations raised by X").
    """
    tree = cast.tree
    for denial in facts:
        if denial.frame.type != "Denial" or turned_down(tree, denial):
            continue
        deniers = sides(cast, denial.values("agent"))
        spell_out(cast, denial, facts)
        accusers = set(denial.values("target"))
        for fact in facts:
            gap = tree.tokens[denial.trigger].sent - tree.tokens[fact.trigger].sent
            aside = tree.deps[denial.trigger] == "relcl" and fact.trigger > denial.trigger  # "X, who denies it, came to Lima"
            if not 0 <= gap <= _REACH or fact.frame.type in _SPOKEN or aside:
                continue
            actors = sides(cast, [v for role in _ACTING for v in fact.values(role)])
            if fact.status == "alleged" and not fact.said_by and actors & deniers:
                fact.said_by = [int(n) for n in denial.values("target") if n.isdigit()]
                spell_out(cast, denial, facts)
            if fact.status not in ("occurred", "ongoing") or (not accusers and unlike(cast, denial, fact)):
                continue
            tellers = {str(n) for n in fact.said_by} - {str(n) for n in deniers}
            if tellers and (not accusers or accusers & tellers) and actors & deniers:
                fact.status = "alleged"


def turned_down(tree: Tree, denial: Fact) -> bool:
    """Whether what is rejected was asked or offered and not claimed: "set conditions, and Oslo rejected them"."""
    lemma = tree.tokens[denial.trigger].lemma
    things = {tree.tokens[t].lemma for t in denied(tree, denial)}
    return lemma == "refuse" or (lemma in ("reject", "rebuff") and bool(things & (_ASKED | {"they", "them"})))


def unlike(cast: Cast, denial: Fact, fact: Fact) -> bool:
    """Whether a denial says itself what is denied, and that is not what the fact tells: they hardly share a word."""
    topic = next(iter(denial.values("topic")), "")
    told = {w for w in plain(fact.evidence.slice(cast.tree.annotation.article.text)).split() if len(w) > _SHORT}
    words = [w for w in plain(topic).split() if len(w) > _SHORT]
    return len(topic.split()) > _NAMED and len(told & set(words)) < _ALIKE


def spell_out(cast: Cast, denial: Fact, facts: list[Fact]) -> None:
    """Give a denial of "the charge" or "it" what was charged last of who denies, and by whom."""
    tree = cast.tree
    things = denied(tree, denial)
    if not things or tree.tokens[things[0]].lemma not in _NAMELESS or not only_named(cast, denial, things[0]):
        return
    own, sent = sides(cast, denial.values("agent")), tree.tokens[denial.trigger].sent
    named = {c.referent for c in denial.claims if c.role == "target" and c.rule != "answer"}  # "such charges made by X"
    near = [f for f in facts if f.trigger < denial.trigger and sent - tree.tokens[f.trigger].sent <= _REACH]
    for fact in sorted(near, key=lambda f: -f.trigger):
        accusers = [str(n) for n in fact.said_by if n not in own]
        parts = sides(cast, [v for role in (*_ACTING, "recipient") for v in fact.values(role)])
        here, at = tree.span_of(denial.trigger), tree.span_of(fact.trigger).start
        if named and not named & set(accusers):
            continue
        if fact.frame.type in _SPOKEN or not accusers or not parts & own or any(at < c.evidence.start for c in taken(denial)):
            continue
        denial.claims = [c for c in denial.claims if c not in taken(denial) and (c.role != "target" or c.rule != "answer")]
        if tree.tokens[fact.trigger].pos == "VERB" and (span := topic_span(tree, fact.trigger)) is not None:
            before = tree.span_of(things[0]).start  # "..., something that both governments deny"
            span = Span(span.start, before) if span.start < before < span.end else span
            text = " ".join(span.slice(tree.annotation.article.text).split()).rstrip(" ,")
            denial.claims = [c for c in denial.claims if c.role != "topic"]
            add(denial, Claim("topic", span, literal=text, rule="answer"))
        for n in accusers:
            add(denial, Claim("target", here, n, rule="answer"))
        denial.said_by = [n for n in denial.said_by if str(n) not in accusers]  # who accuses does not tell the denial
        return


def taken(denial: Fact) -> list[Claim]:
    """The topics of a denial that already say what is denied, in more words than "the charge" or "something that both deny"."""
    topics = [c for c in denial.claims if c.role == "topic" and c.literal]
    return [c for c in topics if " " in (c.literal or "") and not (c.literal or "").startswith(("something ", "such "))]


def sides(cast: Cast, values: list[str]) -> set[int]:
    """The drafts meant with the states and bodies that they belong to."""
    own = [cast.drafts[int(v)] for v in values if v.isdigit()]
    return (
        {d.number for d in own}
        | {d.state for d in own if d.state is not None}
        | {n for d in own for h in d.offices for n in h.of}
    )
