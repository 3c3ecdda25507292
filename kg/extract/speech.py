"""What is said: a clause that tells another fact is no Statement, a promise is a Pledge, a quotation goes with what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.acts import apart, assured, become, faulted, interpret, judged
from kg.extract.answers import answer, follow, second, sides, speakers
from kg.extract.cast import Cast, Draft, plain
from kg.extract.credit import SAYING
from kg.extract.dating import inherit_dates
from kg.extract.hollow import drop_acts, label
from kg.extract.match import Fact, add, span_between
from kg.extract.passing import empty, glossed, guessed, in_passing, relayed, thin
from kg.extract.quotes import behind, bodies
from kg.extract.spots import clause, made_clear
from kg.extract.topics import topic_span
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Claim

__all__ = ["SPEECH", "settle_speech", "speakers"]
_ON_A_CALL = frozenset("discuss review exchange brief bid congratulate convey thank hand deliver present pay invite".split())
SPEECH = frozenset({"Statement", "Support", "Criticism", "Denial", "Pledge"})
_HAPPENING = frozenset(
    "take begin start open end resume continue be hold schedule plan postpone cancel last conclude occur".split()
)
_STANCE = frozenset(
    """want wish hope seek expect tolerate prefer oppose insist intend aim give accept recognise recognize respect understand
    need like grateful against concerned worried happy ready willing interested confident opposed proud""".split()
)
_REPUTED = frozenset({"say", "report", "believe", "estimate", "allege"})
_HELD = frozenset("take begin start open last happen occur resume follow".split())
_EVENTS = frozenset("visit trip tour talk talks meeting summit ceremony conference election drill exercise".split())
_OF_HOME = frozenset({"ministry", "presidency", "cabinet", "government"})
_CALLED = frozenset({"call_in", "call_off", "call_up", "call_back"})  # summons, cancels, rings
_OFFICE = {"foreign", "office"}
_ASIDE = frozenset({"after", "before", "during", "amid", "despite", "since", "over", "about"})
_NEGATIONS = frozenset({"no", "not", "never", "none", "nothing", "n't", "neither", "nobody"})
_BEFORE = 3  # acts told before that one may go on with
_OPEN = ("This ", "That ", "It ", "These ", "Those ", "He ", "She ", "They ")
_SPELLED = frozenset({"Criticism", "Denial"})  # what a quotation after them may spell out
_PLAIN = frozenset({"say", "add", "note"})
_LODGED = frozenset({"protest", "note", "complaint", "demarche", "démarche"})


def settle_speech(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """The facts with every speech act told once: without Statements that only carry another fact or go on with the one before."""
    facts = [f for f in facts if not courtesy_call(cast, f)]
    facts = [f for f in facts if f.frame.type != "Statement" or cast.tree.lemma(f.trigger) not in _CALLED]
    asked = {f.trigger for f in facts if f.frame.type == "Statement" and cast.tree.tokens[f.trigger].lemma == "call"}
    facts = [f for f in facts if not (f.frame.type == "Meeting" and f.trigger in asked)]  # "called on both to withdraw"
    facts = [f for f in facts if not (wished(cast, f) or only_sure(cast, f) or guessed(cast.tree, f) or glossed(cast.tree, f))]
    drop_acts(cast, facts)
    at: dict[int, list[Fact]] = {}
    for fact in facts:
        for i in {fact.trigger, fact.support}:
            if i is not None:
                at.setdefault(i, []).append(fact)
    kept: list[Fact] = []
    acts: list[Fact] = []
    for fact in facts:
        if fact.frame.type == "Message":  # nobody writes to himself
            fact.claims = [c for c in fact.claims if c.role != "recipient" or c.referent not in fact.values("sender")]
        if fact.frame.type in SPEECH:
            if not told_apart(cast, fact, at, acts):
                continue
            complete(cast, fact, acts)
            acts.append(fact)
        kept.append(fact)
    inherit_dates(cast, kept)
    return kept


def only_sure(cast: Cast, fact: Fact) -> bool:
    """Whether an adjective of certainty only colours what a verb of saying tells: "said she was confident that it would do"."""
    token = cast.tree.tokens[fact.trigger]
    above = cast.tree.tokens[cast.tree.tokens[token.head].head]
    return fact.frame.type == "Statement" and token.pos == "ADJ" and above.lemma in SAYING


def wished(cast: Cast, fact: Fact) -> bool:
    """Whether wishes and greetings go to a people only, as in a speech: no message."""
    noun = cast.tree.tokens[fact.trigger].lemma
    told = [cast.drafts[int(n)] for n in fact.values("recipient")]
    people = bool(told) and all(d.number in cast.crowds for d in told)
    return fact.frame.type == "Message" and noun in ("wish", "greeting") and people


def told_apart(cast: Cast, fact: Fact, at: dict[int, list[Fact]], acts: list[Fact]) -> bool:
    """Whether a speech act is one of its own; what it says may make it another kind of act, or part of the one before."""
    told = assured(cast.tree, fact)
    head = told if told is not None and negated(cast.tree, told) else told_clause(cast.tree, fact)
    own = fact.frame.name.endswith("/own words")
    last = acts[-1] if acts else None
    if fact.status == "denied" and fact.frame.type == "Statement" and in_own_words(cast, fact):
        become(fact, "Denial")  # "We have never threatened to leave"
        fact.status, own, head = "occurred", True, None
    if fact.frame.type == "Statement" and not fact.frame.noun and in_passing(cast.tree, fact):
        return False
    if head is None:
        kind = {"Statement"} | ({"Criticism"} & {last.frame.type} if last is not None else set())
        if last is not None and fact.frame.type in kind and not fact.frame.noun and appended(cast.tree, fact, last):
            return False  # "denounced the drills, calling them a rehearsal"
        goes_on = any(repeated(cast, fact, a) for a in acts[-_BEFORE:]) or (own and bool(acts) and insists(cast, fact, acts[-1]))
        return not (reworded(fact, at) or paired(cast.tree, fact, at) or goes_on or empty(cast.tree, fact))
    if beside(cast.tree, fact, at):
        return False
    if (
        fact.status == "denied"
        or (thin(cast.tree, head) and not apart(cast.tree, head))
        or reputed(cast.tree, fact, head)
        or carried(cast, fact, head, at)
        or (fact.frame.type == "Statement" and relayed(cast, fact, predicates(cast.tree, head)))
    ):
        return False
    interpret(cast, fact, head, voices(cast, fact), acts)
    second(cast, fact, head, acts)
    if last is not None and (appended(cast.tree, fact, last) or continues(cast, fact, head, last) or insists(cast, fact, last)):
        join(cast.tree, fact, last, head)
        return False
    return True


def beside(tree: Tree, fact: Fact, at: dict[int, list[Fact]]) -> bool:
    """Whether a participle only leads up to another act of the same speaker: "noting that they are friends, she stressed"."""
    token = tree.tokens[fact.trigger]
    leads = token.dep == "advcl" and token.tag == "VBG" and token.i < token.head
    return leads and any(f.frame.type in SPEECH for f in at.get(token.head, ()))


def in_own_words(cast: Cast, fact: Fact) -> bool:
    """Whether a speech act of a side is told by that side in a quotation or an answer."""
    quotation = cast.quoted.get(fact.trigger)
    return quotation is not None and bool({str(n) for n in quotation.speakers} & set(speakers(fact)))


def complete(cast: Cast, fact: Fact, before: list[Fact]) -> None:
    """Add to a speech act the state that is spoken for, and whom and what it answers."""
    head = next(iter(clause(cast.tree, fact.trigger, fact.support)), None)
    if head is not None:
        add_side(cast, fact, head)
    if fact.frame.type == "Statement":  # no state asks its own ministry in public
        own_bodies = {str(d.number) for d in cast.of_type("Organization") if str(d.state) in speakers(fact)}
        fact.claims = [c for c in fact.claims if c.role != "addressee" or c.referent not in own_bodies]
        if not fact.values("addressee"):
            asked_by(cast, fact)
    quotation = cast.quoted.get(fact.trigger)
    if quotation is not None and fact.frame.type != "Statement":
        own = set(speakers(fact))
        for n in quotation.speakers:
            if own & {str(s.number) for s in behind(cast, cast.drafts[n])}:
                add(fact, Claim("agent", cast.tree.span_of(fact.trigger), str(n), rule=fact.frame.name))
    if fact.frame.type == "Support" and fact.status == "planned":
        fact.status = "occurred"  # who says that he will support somebody supports him
    if fact.frame.type == "Criticism":
        follow(cast, fact, before)
    elif fact.frame.type == "Denial":
        answer(cast, fact, before, voices(cast, fact))


def asked_by(cast: Cast, fact: Fact) -> None:
    """Give a Statement as addressee who asked for it: "Asked by Reuters about the talks, she said"."""
    tree = cast.tree
    for c in tree.kids(fact.trigger, "advcl"):
        if tree.tokens[c].lemma in ("ask", "press", "question") and tree.tokens[c].tag == "VBN":
            for t in (t for p, t in tree.prepositions(c) if p == "by"):
                for d in (d for d in cast.who(t) if str(d.number) not in speakers(fact)):
                    add(fact, Claim("addressee", span_between(tree, c, t), str(d.number), rule=fact.frame.name))


def courtesy_call(cast: Cast, fact: Fact) -> bool:
    """Whether what is read as a demand is a call paid on somebody: "called on President X to brief her on the talks"."""
    tree = cast.tree
    if fact.frame.type != "Statement" or fact.frame.noun or tree.tokens[fact.trigger].lemma != "call":
        return False
    done = [tree.tokens[c].lemma for c in tree.kids(fact.trigger, "advcl") if tree.tokens[c].tag == "VB"]
    told = [cast.drafts[int(v)].type for v in fact.values("addressee")]
    return told == ["Person"] and bool(done) and set(done) <= _ON_A_CALL


def paired(tree: Tree, fact: Fact, at: dict[int, list[Fact]]) -> bool:
    """Whether an attitude is the second of two that are one: "voiced trust and confidence in the talks"."""
    token = tree.tokens[fact.trigger]
    first = at.get(token.head, ()) if token.dep == "conj" and fact.frame.noun else ()
    return any(f.frame is fact.frame and f.values("topic") == fact.values("topic") for f in first)


def reworded(fact: Fact, at: dict[int, list[Fact]]) -> bool:
    """Whether a Statement's verb is only the light verb of another speech act ("reaffirmed its support")."""
    here = at[fact.trigger]
    sent = any(f.trigger == fact.trigger and f.frame.type == "Message" for f in here)
    condoled = sent and fact.support is not None  # "sent sympathies"
    called = any(f.trigger == fact.trigger and f.frame.type in ("Criticism", "Denial", "Support") for f in here)
    carries = any(f.support == fact.trigger and f.frame.type in SPEECH for f in here)
    return fact.frame.type == "Statement" and (condoled or called or carries)


def repeated(cast: Cast, fact: Fact, last: Fact) -> bool:
    """Whether calling something untrue only goes on with a denial of the same side ("denied it and called it absurd").

    So does a statement of the same thing, and support for the same side: "voiced full support for the plan of Oslo. 'We are
    behind Norway,' he said"."""
    tree = cast.tree
    near = tree.tokens[fact.trigger].sent - tree.tokens[last.trigger].sent <= 1
    same = near and fact.frame.type == last.frame.type and bool(voices(cast, fact) & voices(cast, last))
    again = same and fact.values("topic") == last.values("topic") and speakers(fact) == speakers(last)
    if again and fact.frame.type == "Statement":
        return True  # "regretted the ban, which it continues to reiterate"
    if same and fact.frame.type == "Support":
        return bool(sides(cast, fact.values("target")) & sides(cast, last.values("target")))
    return same and fact.frame.type == "Denial" and bool(fact.frame.when)


def reputed(tree: Tree, fact: Fact, head: int) -> bool:
    """Whether nothing is stated: of an event only that or when it happens ("said the visit would take place in May"), or of
    somebody what others say: "Norway, said to have joined", which the parser takes for who says it."""
    if tree.tokens[head].lemma in _HELD and any(tree.tokens[c].lemma in _EVENTS for c in tree.kids(head, "nsubj", "nsubjpass")):
        return True
    return tree.tokens[fact.trigger].lemma in _REPUTED and any(
        tree.tokens[c].text.lower() == "to" for c in tree.kids(head, "aux")
    )


def insists(cast: Cast, fact: Fact, last: Fact) -> bool:
    """Whether finding fault or denying only goes on with what the same side condemned or denied just before."""
    if fact.frame.type not in ("Criticism", "Denial") or fact.frame.type != last.frame.type:
        return False
    near = cast.tree.tokens[fact.trigger].sent - cast.tree.tokens[last.trigger].sent <= 1
    targets = set(fact.values("target")), set(last.values("target"))
    return near and bool(voices(cast, fact) & voices(cast, last)) and (not all(targets) or bool(targets[0] & targets[1]))


def within(tree: Tree, head: int) -> Iterator[int]:
    """The nouns with which a clause may tell a fact: what it is about and, where that happens, its subject."""
    for c in tree.kids(head, "dobj", "prep") if tree.tokens[head].lemma != "be" else ():
        if tree.tokens[c].text.lower() not in _ASIDE:
            yield from (c, *tree.kids(c, "pobj"))
    if tree.lemma(head) in _HAPPENING:
        yield from tree.kids(head, "nsubj", "nsubjpass")


def appended(tree: Tree, fact: Fact, last: Fact) -> bool:
    """Whether a verb of saying only goes on with another speech act: "rejected it, saying ...", "thanked her and said ..."."""
    token = tree.tokens[fact.trigger]
    if token.head not in (last.trigger, last.support):
        return False
    if token.dep == "conj":
        return token.lemma in _PLAIN and last.frame.type == "Statement"
    return token.dep == "advcl" and token.tag == "VBG"


def join(tree: Tree, fact: Fact, last: Fact, head: int | None) -> None:
    """Give the speakers of a quotation that goes on with a speech act told of their side to that act.

    What they say is its topic only where it is told of none: "condemned the move. 'It is a breach of the pact,' she said".
    """
    role = "speaker" if last.frame.type == "Statement" else "agent"
    for claim in [c for c in fact.claims if c.role in ("speaker", "agent")]:
        add(last, replace(claim, role=role))
    spelled = [c for c in fact.claims if c.role == "topic" and not (c.literal or "").startswith(_OPEN)]
    if last.frame.type == "Denial":
        spelled = denied_claim(tree, fact, head)
    if spelled and last.frame.type in _SPELLED and all(label(tree, c) for c in last.claims if c.role == "topic"):
        last.claims = [*(c for c in last.claims if c.role != "topic"), *spelled]


def denied_claim(tree: Tree, fact: Fact, head: int | None) -> list[Claim]:
    """What a denier says not to be so: "armed the rebels" of "We have never armed the rebels"."""
    span = topic_span(tree, head, predicate_only=True) if head is not None and tree.kids(head, "neg") else None
    text = " ".join(span.slice(tree.annotation.article.text).split()) if span is not None else ""
    return [Claim("topic", span, literal=text, rule=fact.frame.name)] if span is not None and " " in text else []


def told_clause(tree: Tree, fact: Fact) -> int | None:
    """The predicate of the clause that a Statement by a verb of saying tells; None for any other fact."""
    if fact.frame.type != "Statement" or fact.frame.noun:
        return None
    if tree.tokens[fact.trigger].lemma == "make":
        return next(iter(made_clear(tree, fact.trigger, None)), None)
    says = {tree.tokens[fact.trigger].lemma, tree.lemma(fact.trigger)} & SAYING  # "points out"
    return next(iter(clause(tree, fact.trigger, None)), None) if says else None


def voices(cast: Cast, fact: Fact) -> set[str]:
    """The speakers with the states and bodies that they speak for."""
    told = [cast.drafts[int(n)] for n in speakers(fact)]
    home = {str(cast.home) for s in told if cast.home is not None and at_home(s)}
    own = {str(d.number) for s in told for d in (s, *behind(cast, s), *bodies(cast, s))} | home
    return own | {str(d.number) for d in cast.of_type("Organization") if str(cast.home) in own and at_home(d)}


def at_home(speaker: Draft) -> bool:
    """Whether a body of no state that the article names is of the state that it is written from: "the Ministry of Trade"."""
    words = set(plain(speaker.name()).split())
    return speaker.type == "Organization" and speaker.state is None and (bool(words & _OF_HOME) or words == _OFFICE)


def predicates(tree: Tree, head: int) -> list[int]:
    """The clause's predicate with the infinitives and adjectives that complete it."""
    out = [head]
    for c in tree.kids(head, "xcomp", "acomp", "attr", "oprd"):
        out += predicates(tree, c)
    return out


def carried(cast: Cast, fact: Fact, head: int, at: dict[int, list[Fact]]) -> bool:
    """Whether another fact is what the clause tells; a speech act of the speaker's own side in it is then the speaker's too."""
    tree = cast.tree
    heads = predicates(tree, head)
    if not tree.kids(head, "dobj", "ccomp", "xcomp", "acomp", "attr", "prep"):  # "opposes and rejects the ban"
        heads += [i for j in tree.kids(head, "conj") for i in predicates(tree, j)]
    inner = [f for i in heads for f in at.get(i, ()) if f is not fact]
    near = {c for i in heads for c in within(tree, i)}
    inner += [f for c in near for f in at.get(c, ()) if f.trigger == c and f.frame.type not in SPEECH and f not in inner]
    if faulted(cast, head):  # "said the ban was a breach of the pact" does not only name the pact
        inner = [f for f in inner if f.frame.type in SPEECH or f.trigger == head]
    elif judged(tree, head):
        told = {i for s in tree.kids(head, "nsubj") for i in tree.below(s)}
        inner = [f for f in inner if f.trigger not in told]
    own = voices(cast, fact)
    for other in inner:
        if other.frame.type in SPEECH and (not speakers(other) or own & set(speakers(other))):
            if lodged(cast, other):
                continue
            role = "speaker" if other.frame.type == "Statement" else "agent"
            if role == "speaker":  # "both sides want peace, he said" tells of the other side, which says nothing
                other.claims = [c for c in other.claims if c.role != role or c.referent in own]
            for n in speakers(fact):
                add(other, Claim(role, span_between(tree, other.trigger, fact.trigger), n, rule=other.frame.name))
    return bool(inner)


def lodged(cast: Cast, act: Fact) -> bool:
    """Whether an act is a protest lodged, a deed that a state does and its ministry may only tell of."""
    told = act.frame.noun and act.frame.type == "Criticism" and cast.tree.tokens[act.trigger].lemma in _LODGED
    return told and act.support is not None and bool(speakers(act))


def join_tellers(cast: Cast, act: Fact, sources: list[int]) -> None:
    """Make those who tell an act of the state that they speak for its agents too: "Berg said Norway would go on to help"."""
    own = set(speakers(act))
    if not own or act.status not in ("occurred", "ongoing") or lodged(cast, act):
        return
    role = "speaker" if act.frame.type == "Statement" else "agent"
    for n in sources:
        teller = cast.drafts[n]
        whose = {str(d.number) for d in (*behind(cast, teller), *bodies(cast, teller))}
        beside = {v for v in own - whose if cast.drafts[int(v)].type == "State"}
        if teller.kind != "Outlet" and own & whose and not beside:
            add(act, Claim(role, cast.tree.span_of(act.trigger), str(n), rule=act.frame.name))


def add_side(cast: Cast, fact: Fact, head: int) -> None:
    """Add the speaker's state where it is the subject of what is promised, denied or wanted: "said Oslo wanted peace"."""
    tree = cast.tree
    troops = lexicon().people  # of whom the state is not told: "denied that its soldiers were there"
    spots = [t for t in tree.surface(head, 2) if tree.tokens[t].tag != "NNS" or tree.tokens[t].lemma not in troops]
    subjects = {str(d.number) for t in spots for d in cast.who(t) if d.type == "State"}
    if fact.frame.type == "Statement" and not _STANCE & {tree.tokens[i].lemma for i in predicates(tree, head)}:
        return
    role = "speaker" if fact.frame.type == "Statement" else "agent"
    for n in sorted(subjects & voices(cast, fact), key=int):
        add(fact, Claim(role, span_between(tree, fact.trigger, head), n, rule=fact.frame.name))


def negated(tree: Tree, head: int) -> bool:
    """Whether a clause is denied by its verb, subject or object: "never", "no such deal", "nobody"."""
    near = [*tree.kids(head, "neg", "nsubj", "nsubjpass", "expl", "attr", "dobj", "advmod")]
    near += [d for c in near for d in tree.kids(c, "det", "neg")]
    return any(tree.tokens[i].text.lower() in _NEGATIONS for i in near)


def continues(cast: Cast, fact: Fact, head: int, last: Fact) -> bool:
    """Whether a quotation only goes on with what its speaker is told to have said just before."""
    tree = cast.tree
    quotation = cast.quoted.get(head)
    told = set(speakers(fact)) if last.frame.type == "Statement" else voices(cast, fact)
    if quotation is None or not told & set(speakers(last)):
        return False
    gap = tree.tokens[quotation.first].sent - tree.tokens[last.trigger].sent
    if not 0 <= gap <= 1 or (fact.frame.type == "Pledge" and last.frame.type != "Pledge"):
        return False
    if last.frame.type == "Denial":
        return any(negated(tree, h) for h in tree.conjuncts(head))
    return True
