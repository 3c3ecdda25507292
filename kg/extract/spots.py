"""The places in a sentence where a frame looks for its fillers beyond plain arguments."""

from __future__ import annotations

from kg.extract.claims import CLAIM_SPOTS, DENYING
from kg.extract.clauses import asker, clause_subject, expected, governing_verb, prepositional_clause
from kg.extract.dealt import DEALT
from kg.extract.gatherings import TALK_SPOTS, Spot
from kg.extract.terms import TERMS
from kg.extract.tree import Arguments, Tree
from kg.lexicon import lexicon

_CARRYING = frozenset("pass convey relay forward transmit report refer".split())
_GIVING = frozenset("send deploy dispatch provide supply deliver contribute station withdraw pull_out release field".split())
_VISITING = frozenset("visit tour attend come travel go pay make join participate take".split())
_ATTENDING = frozenset("attend join participate take speak".split())
_LETTERS = frozenset("letter note message invitation cable".split())
_RAISED = frozenset("raise make level voice advance bring levy air publish spread".split())
_OUTLETS = frozenset("medium media newspaper press website daily broadcaster television".split())
_TALKING = frozenset(
    "discuss review exchange tackle address explore consider examine convey raise express demand protest".split()
)
_FEELINGS = frozenset("protest concern displeasure dismay objection outrage regret anger indignation".split())
_WANTED = frozenset(
    """apology compensation explanation answer treaty inquiry investigation guarantee ceasefire truce release return withdrawal
    talks seat reparation reform referendum proof action""".split()
)
_PRESS = frozenset({"conference", "reporter", "journalist", "media", "press", "audience", "gathering", "rally"})
_AUDIENCES = frozenset(
    """conference reporter journalist media press audience gathering rally parliament assembly congress senate house lawmaker
    forum crowd nation session summit""".split()
)
_COURTESIES = frozenset("wish greeting regard message letter condolence congratulation gratitude thanks appreciation".split())
_MADE = frozenset(
    """decision proposal position stance initiative effort remark statement comment policy action approach request offer claim
    allegation accusation behaviour behavior conduct aggression provocation""".split()
)
_FOCUSING = frozenset("focus centre center deal touch concentrate".split())
_NONE = Arguments()
_DASHES = frozenset({"-", "--", "–", "—"})


def tokens_at(tree: Tree, trigger: int, support: int | None, place: str) -> tuple[int, ...]:
    """The tokens at one place of a frame (named as in :mod:`kg.extract.frames`)."""
    if place in SPOTS:
        return SPOTS[place](tree, trigger, support)
    if place.endswith("-clause"):
        return prepositional_clause(tree, trigger, place.removesuffix("-clause"))
    if place.endswith("-owner"):
        return owners(tree, tokens_at(tree, trigger, support, place.removesuffix("-owner")))
    args = tree.arguments(trigger)
    carrier = tree.arguments(support) if support is not None else _NONE
    match place:
        case "subject":
            return args.subject
        case "object":
            return args.object
        case "indirect" | "adjective":
            return args.indirect
        case "support":
            return carrier.subject
        case "supported":
            return carrier.object
        case "supported-indirect":
            return carrier.indirect
    if place == "to" and args.of(place) and support is not None and tree.tokens[support].lemma == "return":
        return args.of(place)  # "returned to Oslo from a visit to Lima"
    return (*args.of(place), *carrier.of(place))


def clause(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The verb of the complement clause; of an adjective also where the parser hangs it on "be": "was adamant that"."""
    token = tree.tokens[trigger]
    if token.pos == "ADJ" and token.dep == "acomp" and not tree.kids(trigger, "ccomp", "xcomp"):
        return tuple(tree.kids(token.head, "ccomp")[:1])
    if token.dep == "parataxis" and tree.kids(trigger, "nsubj") and not tree.kids(trigger, "ccomp", "xcomp", "dobj"):
        inner = tree.tokens[token.head].dep in ("ccomp", "xcomp")  # "had promised, she said, that it would be so"
        inner = inner or any(t.text == ":" for t in tree.tokens[min(token.i, token.head) : max(token.i, token.head)])
        return () if inner else (token.head,)  # "The cable, she insisted, was French"
    told = tree.kids(trigger, "ccomp", "xcomp", "acl", "relcl")
    if len(told) > 1 and told[0] < trigger < told[-1] and any(t.text in _DASHES for t in tree.tokens[told[0] : trigger]):
        told = told[1:]  # "Silva - it is a fine day - told me that it was so"
    return tuple([c for c in told if c != support][:1])  # nothing of "the deal reached last year"


def visit_object(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Where "to visit X", "to come to X" below the trigger leads."""
    out: list[int] = []
    for p in (trigger, support):
        if p is None:
            continue
        clauses = tree.kids(p, "xcomp", "acl", "ccomp", "relcl", "advcl")
        clauses += [k for c in clauses for k in tree.kids(c, "xcomp", "advcl") if tree.tokens[c].dep == "acl"]
        for c in clauses:
            if tree.tokens[c].lemma in _VISITING:
                args = tree.arguments(c)
                out += [*args.object, *args.of("to"), *args.of("in")]
                out += [j for o in args.object for prep, j in tree.arguments(o).preps if prep in ("to", "in")]
    return tuple(out)


def awaited(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who is asked to come by "for X to visit" at the trigger."""
    clauses = tree.kids(trigger, "advcl", "acl", "relcl")
    return tuple(t for c in clauses if expected(tree, c) for t in tree.kids(c, "nsubj"))


def attend_object(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What the invited are to attend: "invited her to attend the summit", "to take part in the parade"."""
    spots = [p for p in (trigger, support) if p is not None]
    verbs = [c for p in spots for c in tree.kids(p, "xcomp", "acl", "ccomp", "advcl") if tree.tokens[c].lemma in _ATTENDING]
    parts = [tree.arguments(o).of("in") for c in verbs for o in tree.arguments(c).object if tree.tokens[o].lemma == "part"]
    args = [tree.arguments(c) for c in verbs]
    return tuple(j for a in args for j in (*a.object, *a.of("in"), *a.of("at"))) + tuple(j for p in parts for j in p)


def clause_destination(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Where the clause that the trigger's phrase modifies leads."""
    verb = governing_verb(tree, trigger)
    if verb is None:
        return ()
    args = tree.arguments(verb)
    inner = [j for o in args.object for prep, j in tree.arguments(o).preps if prep in ("to", "in")]
    return (*args.of("to"), *args.of("in"), *args.object, *inner)


def purpose_object(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What a purpose clause says is talked over: "to discuss X"; also of a coordinated verb ("and discussed X")."""
    out: list[int] = []
    for p in (trigger, support):
        if p is None:
            continue
        for c in tree.kids(p, "advcl", "xcomp", "conj", "relcl", "acl"):
            if tree.tokens[c].lemma in _TALKING:
                things = tree.arguments(c).object[:1]
                heard = _AUDIENCES if tree.tokens[c].lemma == "address" else _PRESS
                out += [aired(tree, c, o) for o in things if tree.tokens[o].lemma not in heard | _COURTESIES]
            elif tree.tokens[c].lemma in _FOCUSING:
                args = tree.arguments(c)
                out += [*args.of("on"), *args.of("with")][:1]
    return tuple(out)


def aired(tree: Tree, verb: int, i: int) -> int:
    """What a feeling that is conveyed is about: "convey its protest at the arrest"; any other thing is itself talked over."""
    things = [j for at in (i, verb) for prep in ("at", "over", "about", "against") for j in tree.arguments(at).of(prep)]
    return things[0] if things and tree.tokens[i].lemma in _FEELINGS else i


def object_owner(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose the object is."""
    return owners(tree, tree.arguments(trigger).object)


def owners(tree: Tree, things: tuple[int, ...]) -> tuple[int, ...]:
    """Whose these things are: "Beijing's claims", "remarks by the minister", "the Israeli strike", "talk spread by the army"."""
    out: list[int] = []
    for o in things:
        args = tree.arguments(o)
        told = [*args.subject, *args.of("by"), *args.of("from"), *args.indirect]
        told += args.of("of") if tree.tokens[o].lemma in _MADE else ()  # "supported the decision of Norway"
        told += [p for j in args.indirect for p in tree.kids(j, "poss")]
        told += [j for j in args.of("in") if tree.tokens[j].lemma in _OUTLETS]
        told += [j for v in tree.kids(o, "acl") if tree.tokens[v].lemma in _RAISED for j in tree.arguments(v).of("by")]
        if tree.tokens[o].pos == "NOUN":
            apart = [c for c in tree.kids(o, "acl") if tree.tokens[c].lemma in DENYING]  # "a charge rejected by X" is not X's
            inside = tree.below(o, frozenset([*tree.kids(o, "relcl", "appos"), *apart]))
            by = [c for c in inside if tree.tokens[c].text.lower() == "by"]
            told += [j for c in by[:1] for _, j in tree.prepositional(c)]
        out += [j for j in told if j not in out]
    return tuple(out)


def carrier_clause(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The clause that the parser hangs on the light verb in place of its noun: "voiced hope that ...", "voiced resolve to"."""
    if support is None:
        return ()
    aims = [c for c in tree.kids(support, "advcl") if c == trigger + 2 and tree.tokens[c].tag == "VB"]
    return clause(tree, support, None) or tuple(c for c in aims if tree.tokens[c - 1].text.lower() == "to")


def for_infinitive(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The clause of "called for the siege to be lifted", where the parser takes "for" for a conjunction."""
    return tuple(
        c for c in tree.kids(trigger, "advcl", "ccomp") if any(tree.tokens[m].lemma == "for" for m in tree.kids(c, "mark"))
    )


def thing(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The object where it is no name and nobody: "praised the decision", not "praised Oslo", "thanked the people"."""
    things = [o for o in tree.arguments(trigger).object if o not in tree.names and tree.tokens[o].pos == "NOUN"]
    return tuple(o for o in things if tree.tokens[o].lemma not in lexicon().people)


def infinitive(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The infinitive that completes the trigger: "ready to help"."""
    return tuple(
        c for c in tree.kids(trigger, "xcomp", "acl", "ccomp") if any(tree.tokens[a].lemma == "to" for a in tree.kids(c, "aux"))
    )


def asked(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who is to do what a clause demands: "demanded that the ministry reply", "wants the bloc to act"; not "wants him out"."""
    clauses = [
        c for c in tree.kids(trigger, "ccomp", "xcomp") if tree.tokens[c].tag != "VBN" or tree.kids(c, "aux", "auxpass")
    ]  # "him expelled"
    return tuple(j for c in clauses for s in tree.kids(c, "nsubj", "nsubjpass") for j in tree.conjuncts(s))


def offered(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom a promised deed is for: "ready to help the region", "willing to hold talks with the union"."""
    out: list[int] = []
    for c in tree.kids(trigger, "xcomp", "acl", "ccomp"):
        args = tree.arguments(c)
        if tree.tokens[c].lemma in _CARRYING:  # "promised to pass it on to Oslo"
            continue
        out += () if tree.lemma(c) in _GIVING else args.object  # "will deploy troops"
        out += [*args.indirect, *args.of("with"), *args.of("to"), *args.of("for"), *asked(tree, c, None)]
        out += [j for o in args.object for p, j in tree.arguments(o).preps if p in ("with", "to", "for")]
    return tuple(out)


def of_clause(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The clause after "of", "for", "against": "accused it of closing the strait"."""
    return tuple(
        o
        for c in tree.kids(trigger, "prep")
        if tree.tokens[c].text.lower() in ("of", "for", "from", "at")
        for o in tree.kids(c, "pcomp")
    )


def letter_from(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom a letter is from that the trigger describes: "a letter from X inviting her"."""
    head = tree.tokens[trigger].head
    if tree.tokens[trigger].dep in ("acl", "advcl") and tree.tokens[head].pos == "NOUN":
        args = tree.arguments(head)
        return args.of("from") or args.subject
    if tree.tokens[trigger].dep == "advcl":  # "delivered a letter from X in May inviting her"
        letters = [o for o in tree.arguments(head).object if tree.tokens[o].lemma in _LETTERS and o < trigger]
        return tuple(j for o in letters for j in tree.arguments(o).of("from"))
    return ()


def where(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What a "where" clause with the trigger describes: "Cambodia, where he will pay a visit"."""
    return tuple(tree.where_head(support if support is not None else trigger))


def compound(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The name that stands before a noun: "her Oslo visit"."""
    return tuple(c for c in tree.kids(trigger, "compound", "nmod") if tree.tokens[c].pos == "PROPN")


def beside_agent(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Where a noun's "to" leads that the parser hangs on the name before it: "the visit of President X to Norway"."""
    args = tree.arguments(trigger)
    return tuple(
        j for t in (*args.of("of"), *args.of("by")) if t in tree.names for prep, j in tree.prepositions(t) if prep == "to"
    )


def led_to(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Where the parser leads a group that is sent: "sent a delegation led by X to Norway"."""
    clauses = [c for o in tree.arguments(trigger).object for c in tree.kids(o, "acl")]
    below = [*clauses, *(j for c in clauses for j in tree.arguments(c).of("by"))]
    below += [j for c in clauses for j in tree.arguments(c).subject]
    return tuple(dict.fromkeys(j for t in below for prep, j in tree.prepositions(t) if prep == "to"))


def on_visit(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Where the visit leads that the trigger's phrase tells: "accompanied her on a visit to Norway"."""
    nouns = [t for t in tree.arguments(trigger).of("on") if tree.tokens[t].lemma in ("visit", "trip", "tour")]
    return tuple(j for t in nouns for prep, j in tree.arguments(t).preps if prep in ("to", "in", "of"))


def clause_surface(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom the clause is about that the trigger's phrase modifies: "on arrival in Oslo she was met by X"."""
    verb = governing_verb(tree, trigger)
    return tuple(tree.surface(verb, 1)) if verb is not None else ()


def object_site(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Where the object takes place: "attend the summit in Oslo"."""
    return tuple(j for o in tree.arguments(trigger).object for prep, j in tree.prepositions(o) if prep in ("in", "at"))


def event_site(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Where the event takes place that somebody is asked to: "invited her to talks in Oslo", "to attend the summit in Lima"."""
    events = [j for j in tree.arguments(trigger).of("to") if j not in tree.names]
    events += [j for j in attend_object(tree, trigger, support) if j not in tree.names]
    return tuple(j for e in events for prep, j in tree.prepositions(e) if prep in ("in", "at"))


def in_where(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The place that a clause with "where" goes on from: "was in Oslo, where she met X"."""
    sites = [j for prep, j in tree.arguments(trigger).preps if prep == "in"]
    adverbs = {j: [k for c in tree.kids(j, "relcl") for k in tree.kids(c, "advmod")] for j in sites}
    return tuple(j for j in sites if any(tree.tokens[k].lemma == "where" for k in adverbs[j]))


def copula_clause(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What a noun of saying is told to be: "the message was that the port would stay open"."""
    token = tree.tokens[trigger]
    be = tree.tokens[token.head]
    return tuple(tree.kids(be.i, "ccomp")[:1]) if token.dep == "nsubj" and be.lemma == "be" else ()


def wanted(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What a side wants of another: "wants an apology"."""
    return tuple(o for o in tree.arguments(trigger).object if tree.tokens[o].lemma in _WANTED)


def to_do(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What somebody is called on to do, where the parser takes it for a purpose: "called on both to withdraw"."""
    asked = any(prep in ("on", "upon") for prep, _ in tree.prepositions(trigger))
    found = [c for c in tree.kids(trigger, "advcl") if any(tree.tokens[a].lemma == "to" for a in tree.kids(c, "aux"))]
    return tuple(found[:1]) if asked else ()


def made_clear(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What is made clear: "made clear it would not sign", "made it plain that it was angry"."""
    told = [c for c in tree.kids(trigger, "ccomp", "xcomp", "acomp", "oprd") if tree.tokens[c].pos == "ADJ"]
    below = [c for t in told for c in tree.kids(t, "ccomp", "advcl", "xcomp")] + tree.kids(trigger, "ccomp", "advcl")
    return tuple(c for c in below if c not in told and tree.kids(c, "nsubj", "nsubjpass", "expl"))[:1]


def named(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What the object is called: "described it as a gateway", "called the port a gateway"; nothing of "islands, called X"."""
    things = tree.arguments(trigger).object
    spots = (trigger, *things)
    told = [c for t in spots for p in tree.kids(t, "prep") if tree.tokens[p].lemma == "as" for c in tree.children[p]]
    if tree.tokens[trigger].lemma == "call":  # "would call him as a brother"
        told = []
    return tuple(told or tree.kids(trigger, "oprd"))[:1] if things else ()


def object_as(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """As what the object is told, where the parser hangs it there: "picked Smith as its next envoy"."""
    return tuple(j for o in tree.arguments(trigger).object for prep, j in tree.prepositions(o) if prep == "as")


def inner_owner(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose the thing is that an infinitive is about: "refused to sign the declaration by X"."""
    verbs = [tree.arguments(c) for c in tree.kids(trigger, "xcomp")]
    return (*owners(tree, tuple(o for v in verbs for o in v.object)), *(j for v in verbs for j in v.of("by")))


def itself(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The trigger."""
    return (trigger,)


def complement(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The object complement: "appointed her ambassador"."""
    return tuple(tree.kids(trigger, "oprd", "xcomp", "attr"))


SPOTS: dict[str, Spot] = {
    **TALK_SPOTS,
    **DEALT,
    **CLAIM_SPOTS,
    **TERMS,
    "clause": clause,
    "visit-object": visit_object,
    "awaited": awaited,
    "attend-object": attend_object,
    "clause-subject": clause_subject,
    "clause-destination": clause_destination,
    "purpose-object": purpose_object,
    "object-owner": object_owner,
    "of-clause": of_clause,
    "letter-from": letter_from,
    "carrier-clause": carrier_clause,
    "for-infinitive": for_infinitive,
    "thing": thing,
    "infinitive": infinitive,
    "asked": asked,
    "asker": asker,
    "offered": offered,
    "where": where,
    "clause-surface": clause_surface,
    "object-site": object_site,
    "object-as": object_as,
    "by-to": beside_agent,
    "on-visit": on_visit,
    "led-to": led_to,
    "in-where": in_where,
    "event-site": event_site,
    "compound": compound,
    "copula-clause": copula_clause,
    "made-clear": made_clear,
    "to-do": to_do,
    "wanted": wanted,
    "named": named,
    "inner-owner": inner_owner,
    "self": itself,
    "object-complement": complement,
}
