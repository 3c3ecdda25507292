"""What a Statement amounts to by what it says: a promise is a Pledge, what did not happen a Denial, a fault found a Criticism."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extract.cast import Cast
from kg.extract.frames import all_frames
from kg.extract.match import Fact, add, span_between
from kg.extract.spots import owners
from kg.extract.tree import Tree
from kg.extract.wording import SORTS
from kg.model import Claim

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "would"})
_FLATLY = frozenset({"nobody"})
_WISHING = frozenset({"like", "love", "prefer", "want", "welcome", "appreciate"})
_OPEN = frozenset(
    """decide know comment discuss plan intend want expect believe think see understand come hear consider need seek look wish
    be have get set agree rule_out aim reply respond answer take reach make""".split()
)
_PARTS = frozenset("part role hand involvement knowledge connection link".split())
_WORTH = frozenset(
    """useful constructive productive fruitful successful positive good important historic timely significant frank friendly
    substantive cordial encouraging disappointing difficult tough vital crucial great warm excellent fruitless disappointment
    success failure opportunity step milestone breakthrough setback sign signal testament proof""".split()
)
_BREAKING = frozenset("violate breach infringe undermine".split())
_PUBLIC = frozenset("citizen visitor applicant passenger traveller traveler national resident holder customer".split())
_SERVING = frozenset("receive admit serve see process notify charge redirect".split())
_ASSURING = frozenset({"assure", "promise", "guarantee"})
_HARMING = frozenset(
    """violate breach infringe undermine destroy sabotage jeopardise jeopardize endanger destabilise destabilize flout fuel
    blackmail bully meddle interfere torpedo inflame""".split()
)
_CRIMES = frozenset(
    """attack cyberattack bombing killing murder assassination explosion blast sabotage coup plot raid strike massacre crisis war
    escalation failure collapse death poisoning kidnapping abduction crash breach violation""".split()
)
_SO = frozenset("true correct accurate so case".split())
_NEWS = frozenset({"information", "news", "datum", "word", "words", "figure"})
_THIS = frozenset("it this that these those they".split())


def interpret(cast: Cast, fact: Fact, head: int, own: set[str], before: Sequence[Fact] | None = None) -> None:
    """Make a Statement with the predicate ``head`` what it amounts to; ``own`` are the speaker and all that is spoken for.

    ``before`` are the speech acts told before: who is not charged denies nothing by a saying ("nobody comes for tea"). They are
    None within a longer quotation, where a saying answers what it goes on with.
    """
    tree = cast.tree
    pointing = tree.tokens[head].lemma == "be"  # "it is an unfriendly act" is not of the speaker's own side
    spots = [t for t in tree.surface(head, 2) if not (pointing and tree.tokens[t].lemma in _THIS)]
    mine = {str(d.number) for t in spots for d in cast.who(t)} & own
    future = bool({tree.tokens[c].text.lower() for c in tree.kids(head, "aux")} & _FUTURE) and not tree.kids(head, "neg")
    future = future and tree.tokens[head].lemma not in _WISHING and not perfect(tree, head) and not conditional(tree, head)
    answers = before is None or charged(own, before)
    future = future and not any(negates(tree, c) for t in spots for c in tree.kids(t, "det"))  # "no other side will sign"
    promised = mine or (tree.kids(head, "auxpass") and not tree.kids(head, "agent") and not served(tree, head))
    if future and promised:
        become(fact, "Pledge")
    elif gainsaid(tree, head, bool(mine), answers) or not_done(cast, head, own, answers) or untrue(tree, head):
        become(fact, "Denial")
        fact.claims = [c for c in fact.claims if c.role != "target" or not outlet(cast, c)]
    elif not mine and faulted(cast, head):
        become(fact, "Criticism")
        told = [c for c in fact.claims if c.role == "target"]
        fact.claims = [c for c in fact.claims if c.role != "target"]
        blame(cast, fact, head, own)
        if not fact.values("target"):  # "told the envoy that the raid was illegal", not "told the council"
            fact.claims += [c for c in told if not hears_only(cast, c)]


def served(tree: Tree, head: int) -> bool:
    """Whether the clause is a notice to the public: "applicants with an appointment will be received"."""
    public = any(tree.tokens[s].lemma in _PUBLIC for s in tree.kids(head, "nsubjpass"))
    return public and tree.tokens[head].lemma in _SERVING


def assured(tree: Tree, fact: Fact) -> int | None:
    """What is told by a verb of promising of what is or was, a Statement and no Pledge: "assured her that the ban was lifted"."""
    told = [c for c in tree.kids(fact.trigger, "ccomp") if tree.tokens[c].tag in ("VBD", "VBZ", "VBP", "VBN")]
    if fact.frame.type != "Pledge" or tree.tokens[fact.trigger].lemma not in _ASSURING or not told:
        return None
    if {tree.tokens[a].text.lower() for c in told for a in tree.kids(c, "aux")} & _FUTURE:
        return None
    become(fact, "Statement")
    return told[0]


def charged(own: set[str], before: Sequence[Fact]) -> bool:
    """Whether a side is told before to be criticised, answered or denying."""
    acts = [f for f in before if f.frame.type in ("Criticism", "Denial")]
    return any(own & {*f.values("target"), *(f.values("agent") if f.frame.type == "Denial" else ())} for f in acts)


def gainsaid(tree: Tree, head: int, own: bool, charged: bool) -> bool:
    """Whether a clause says that nobody did something, or that it was not done to its speaker: "he was not asked"."""
    near = tree.kids(head, "neg", "nsubj", "nsubjpass", "advmod")
    if own and tree.is_passive(head) and tree.kids(head, "neg"):
        return not {tree.tokens[c].text.lower() for c in tree.kids(head, "aux")} & _FUTURE
    if any(tree.tokens[c].text.lower() in _FUTURE for c in tree.kids(head, "aux")) or tree.tokens[head].lemma == "go":
        return False
    none = any(negates(tree, c) for t in tree.kids(head, "nsubjpass") for c in tree.kids(t, "det", "amod", "neg"))
    if none and tree.lemma(head) not in _OPEN:  # "no request was made"
        return True
    never = tree.kids(head, "expl") and any(tree.tokens[i].lemma == "never" for i in near)  # "there was never a deal"
    if not charged and tree.tokens[head].tag in ("VBZ", "VBP"):
        return bool(never)  # "nobody comes that far for a party" is a saying
    return bool(never) or any(tree.tokens[i].text.lower() in _FLATLY and opens(tree, i) for i in near)


def opens(tree: Tree, i: int) -> bool:
    """Whether the word begins a sentence or what somebody says, so that it is stressed: "Nobody spies with a flask of tea"."""
    first = tree.annotation.sentences[tree.tokens[i].sent].first
    return i == first or tree.tokens[i - 1].pos in ("PUNCT", "VERB", "SCONJ")


def conditional(tree: Tree, head: int) -> bool:
    """Whether somebody only says what he would do: "we would condemn them again", not "said Oslo would pay"."""
    would = any(tree.tokens[c].text.lower() == "would" for c in tree.kids(head, "aux"))
    return would and any(tree.tokens[c].text.lower() in ("i", "we") for c in tree.kids(head, "nsubj"))


def perfect(tree: Tree, head: int) -> bool:
    """Whether the verb is a participle with "have": "would have signed" promises nothing."""
    return tree.tokens[head].tag == "VBN" and not tree.kids(head, "auxpass")


def not_done(cast: Cast, head: int, own: set[str], answers: bool) -> bool:
    """Whether a clause says that the speaker's side has not done something: "the army had played no part in it".

    That none of it "was in the area" denies only what somebody is charged with."""
    tree = cast.tree
    past = tree.tokens[head].tag in ("VBD", "VBN") or any(tree.tokens[c].tag == "VBD" for c in tree.kids(head, "aux"))
    if tree.tokens[head].lemma == "do" and not tree.kids(head, "dobj"):  # "It did not." leaves open what
        return False
    subjects = tree.surface(head, 2)
    there = answers and tree.tokens[head].lemma == "be" and bool(tree.kids(head, "prep"))  # "no Norwegian ship was in the area"
    there = there and any(negates(tree, c) for s in subjects for c in tree.kids(s, "det"))
    sure = there or apart(tree, head)
    if not (past or sure or nobody(tree, head)) or (tree.lemma(head) in _OPEN and not sure) or tree.is_passive(head):
        return False
    actors = [
        d for t in (*subjects, *(c for s in subjects for c in tree.kids(s, "amod", "compound", "poss"))) for d in cast.who(t)
    ]
    mine = any(str(d.number) in own or (d.state is not None and str(d.state) in own) for d in actors)
    none = [c for t in (*subjects, *tree.kids(head, "dobj")) for c in tree.kids(t, "det", "amod", "neg") if negates(tree, c)]
    refused = any(c < head for c in tree.kids(head, "neg"))  # not "I carried words, not bullets"
    return mine and bool(refused or none or sure or nobody(tree, head))


def apart(tree: Tree, head: int) -> bool:
    """Whether a clause says that its subject "has nothing to do with" something, "had no part in it"."""
    if tree.tokens[head].lemma not in ("have", "play", "take"):
        return False
    for thing in tree.kids(head, "dobj"):
        below = {tree.tokens[i].lemma for i in tree.below(thing)}
        if tree.tokens[thing].lemma == "nothing" and {"do", "with"} <= below:
            return True
        if tree.tokens[thing].lemma in _PARTS and any(negates(tree, c) for c in tree.kids(thing, "det")):
            return True
    return False


def nobody(tree: Tree, head: int) -> bool:
    """Whether the verb's object is nobody or nothing: "is holding nobody", "has apologised to nobody"."""
    things = [*tree.kids(head, "dobj"), *(j for p, j in tree.prepositions(head))]
    future = {tree.tokens[c].text.lower() for c in tree.kids(head, "aux")} & _FUTURE
    return not future and any(tree.tokens[t].lemma in ("nobody", "nothing", "none") for t in things)


def negates(tree: Tree, i: int) -> bool:
    """Whether a determiner says that there was none: "no aircraft", "not a single soldier"; not "words, not bullets"."""
    if tree.tokens[i].text.lower() == "not" and i > tree.tokens[i].head:
        return False
    return tree.tokens[i].lemma in ("no", "not") or any(tree.tokens[c].lemma == "not" for c in tree.children[i])


def untrue(tree: Tree, head: int) -> bool:
    """Whether a clause calls untrue what was claimed: "the reports were baseless", "it is a lie"."""
    told = any(tree.tokens[s].lemma in words_of("Denial") | _THIS | _NEWS for s in tree.kids(head, "nsubj"))
    if told and tree.tokens[head].lemma in ("correspond", "match") and tree.kids(head, "neg"):
        return True  # "the report does not correspond to the facts"
    if told and tree.tokens[head].lemma == "be" and tree.kids(head, "neg"):
        return bool(_SO & {tree.tokens[c].lemma for c in tree.kids(head, "acomp", "attr", "advmod")})
    nothing = [c for c in tree.kids(head, "attr") if tree.tokens[c].lemma == "nothing"]
    sort = any(tree.tokens[p].lemma in ("of", "like") for c in nothing for p in tree.kids(c, "prep"))  # "nothing of the kind"
    return told and (sort or bool(called("Denial") & predicate_words(tree, head)))


def faulted(cast: Cast, head: int) -> bool:
    """Whether a clause finds fault with its subject: "the map was unacceptable", "Oslo was violating the treaty"."""
    tree = cast.tree
    if tree.tokens[head].lemma in _HARMING and not tree.is_passive(head) and not tree.kids(head, "neg"):
        subjects = tree.surface(head, 2)
        wrong = tree.tokens[head].lemma in _BREAKING and any(tree.tokens[t].pos == "NOUN" for t in subjects)
        return wrong or any(d.type == "State" for t in subjects for d in cast.who(t))
    return bool(called("Criticism") & predicate_words(tree, head)) or to_blame(tree, head)


def judged(tree: Tree, head: int) -> bool:
    """Whether a clause says how good its subject is, or was: "the talks had been useful", "the visit was a success"."""
    return tree.tokens[head].lemma == "be" and any(tree.tokens[c].lemma in _WORTH for c in tree.kids(head, "acomp", "attr"))


def to_blame(tree: Tree, head: int) -> bool:
    """Whether the clause says who did a wrong: "Oslo is to blame", "was behind the attack", "is responsible for the raid"."""
    if tree.tokens[head].lemma != "be" or tree.kids(head, "neg") or not tree.kids(head, "nsubj"):
        return False
    told = tree.kids(head, "xcomp", "acomp", "ccomp")
    if any(tree.tokens[c].lemma == "blame" for c in told):
        return True
    deeds = [j for prep, j in tree.prepositions(head) if prep == "behind"]
    deeds += [j for c in told if tree.tokens[c].lemma == "responsible" for j in tree.arguments(c).of("for")]
    return any(tree.tokens[j].lemma in _CRIMES for j in deeds)


def blame(cast: Cast, fact: Fact, head: int, own: set[str]) -> None:
    """Give a Criticism the side that is at fault: the subject of the clause or whose it is."""
    tree = cast.tree
    subjects = tuple(tree.surface(head, 2))
    for t in (*subjects, *owners(tree, subjects)):
        for d in cast.who(t):
            if d.type in ("Person", "State", "Organization") and str(d.number) not in own:
                add(fact, Claim("target", span_between(tree, fact.trigger, t), str(d.number), rule=fact.frame.name))


def hears_only(cast: Cast, claim: Claim) -> bool:
    """Whether the value of a claim is a newspaper or a body that is of no state, such as a council of many."""
    draft = cast.drafts[int(claim.referent or 0)]
    return draft.kind == "Outlet" or (draft.type == "Organization" and draft.state is None)


def outlet(cast: Cast, claim: Claim) -> bool:
    """Whether the value of a claim is a newspaper or agency."""
    return claim.referent is not None and cast.drafts[int(claim.referent)].kind == "Outlet"


def predicate_words(tree: Tree, head: int) -> set[str]:
    """What a clause with "be" calls its subject; nothing where it is negated or only supposed."""
    aux = {tree.tokens[c].text.lower() for c in tree.kids(head, "aux")}
    if tree.tokens[head].lemma != "be" or tree.kids(head, "neg") or aux & _FUTURE:
        return set()
    told = [j for c in tree.kids(head, "acomp", "attr") for j in tree.conjuncts(c)]
    if any(negates(tree, d) for j in told for d in tree.kids(j, "det")):  # "there was no violation"
        return set()
    told += [k for j in told if tree.tokens[j].lemma in SORTS for k in tree.arguments(j).of("of")]
    return {tree.tokens[j].lemma for t in told for j in (t, *tree.kids(t, "amod"))}


@lru_cache(maxsize=2)
def called(type_: str) -> frozenset[str]:
    """What the lexicon has things called by those who criticise or deny them ("unacceptable", "baseless")."""
    return frozenset(w for f in all_frames() if f.type == type_ and "call" in f.triggers for w in f.when if w[0] != ":")


@lru_cache(maxsize=2)
def words_of(type_: str) -> frozenset[str]:
    """The things that the lexicon has so called: claims, reports, allegations."""
    return frozenset(w for f in all_frames() if f.type == type_ and "call" in f.triggers for w in f.things)


def become(fact: Fact, type_: str) -> None:
    """Turn a Statement into another speech act."""
    fact.frame = replace(fact.frame, type=type_, name=f"{type_}/{fact.frame.name.partition('/')[2]}")
    names = {"speaker": "agent", "addressee": "target"}
    if type_ == "Statement":
        names = {told: role for role, told in names.items()}
    fact.claims = [replace(c, role=names.get(c.role, c.role), rule=fact.frame.name) for c in fact.claims]
