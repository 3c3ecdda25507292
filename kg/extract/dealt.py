"""The places where frames of dealings look for what is given, signed or restricted (see :mod:`kg.extract.spots`)."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.clauses import clause_subject
from kg.extract.tree import Tree
from kg.lexicon import lexicon

_GETTING = frozenset("receive get obtain accept take deploy use have".split())
_COMING = frozenset("arrive reach land come go".split())
_LOADED = frozenset({"carry", "bring", "transport"})
_AIMING = frozenset({"target", "hit", "aim", "direct"})
_TELLING = frozenset({"say", "announce", "declare", "confirm", "state", "add"})
_SENDING = frozenset({"send", "dispatch"})
_CRAFT = frozenset("ship vessel frigate destroyer corvette submarine warship gunboat boat aircraft jet plane helicopter".split())
_HYPHENS = frozenset({"-", "–", "—", "/"})
_CLASHES = frozenset("clash battle skirmish firefight gunfight fighting shootout".split())
_GROUND = frozenset({"side", "soil", "territory", "border", "bank", "shore", "coast"})  # where, not whom
_CURBS = frozenset({"sanction", "measure", "restriction", "penalty", "tariff", "reform"})  # no goods, though by the package
Spot = Callable[[Tree, int, int | None], tuple[int, ...]]


def goods(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The object where it is something that can be given ("40 tonnes of rice", "400,000 euros in equipment").

    Ships and planes that somebody sends out stay his: "sent two of its ships to Chile", and only bring what they are sent with.
    """
    things = [o for o in tree.arguments(trigger).object if material(tree, o)]
    if any(tree.tokens[o].lemma in _CRAFT for o in things) and (load := goods_with(tree, trigger, support)):
        return load
    if tree.tokens[trigger].lemma in _SENDING:
        things = [o for o in things if not any(own_craft(tree, j) for j in (o, *tree.arguments(o).of("of")))]
    return tuple(things)


def own_craft(tree: Tree, i: int) -> bool:
    """Whether the noun is a ship, plane or the like of the subject's own: "its frigate"."""
    return tree.tokens[i].lemma in _CRAFT and any(tree.tokens[c].text.lower() in ("its", "their") for c in tree.kids(i, "poss"))


def goods_with(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The same after "with": "supply Chile with 40 tonnes of rice"."""
    return tuple(o for o in tree.arguments(trigger).of("with") if material(tree, o))


def goods_for(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The same after "for": "thanked Chile for 40 tonnes of rice"."""
    told = tree.arguments(trigger).of("for")
    others = [t for o in told for t in tree.kids(o, "conj") if t in tree.names] + [o for o in told if o in tree.names]
    return tuple(o for o in told[: 1 if others else None] if material(tree, o))  # "thanked X for tanks and Y for drones"


def goods_origin(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose goods they are by their adjectives: "received 60 Turkish drones", "tonnes of Russian oil"."""
    things = goods(tree, trigger, support)
    things += tuple(j for o in things for j in tree.arguments(o).of("of"))
    return tuple(k for o in things for k in (*tree.arguments(o).subject, *tree.arguments(o).indirect))


def before_goods(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The name at the front of the goods where the parser reads both as one noun: "sold Rwanda surplus rifles"."""
    found: list[int] = []
    for o in tree.arguments(trigger).object:
        first = min(tree.below(o, frozenset(tree.kids(o, "prep", "acl", "relcl", "appos", "conj"))))
        if first != o and first == trigger + 1 and first in tree.names and tree.tokens[first].dep in ("compound", "nmod"):
            found.append(first)
    return tuple(found)


def teller(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who says that something is closed or lifted, where the passive leaves out by whom: "Oslo said the border was closed"."""
    verb = trigger if support is None else support
    if not tree.is_passive(verb):
        return ()
    while tree.tokens[verb].dep == "conj" and tree.tokens[tree.tokens[verb].head].pos in ("VERB", "AUX"):
        verb = tree.tokens[verb].head
    over = tree.tokens[tree.tokens[verb].head]
    return tree.arguments(over.i).subject if tree.tokens[verb].dep == "ccomp" and over.lemma in _TELLING else ()


def whose_object(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Of whom a clause tells that something of theirs is closed: "Norway, whose border has been closed since May"."""
    owners = [c for o in tree.arguments(trigger).object for c in tree.kids(o, "poss")] if tree.is_passive(trigger) else []
    return tuple(j for c in owners for j in tree.whose(c))


def whom(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The object where it is nothing given: "sent Chile 40 tents", not "gave back the villages of X and Y"."""
    return tuple(o for o in tree.arguments(trigger).object if not material(tree, o))


def goods_goal(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who gets the goods that a participle describes: "drones supplied by X reached Norway", "Norway got rice given by X"."""
    noun = tree.tokens[trigger].head
    if tree.tokens[trigger].dep != "acl":
        return ()
    while (
        tree.tokens[noun].dep == "pobj" and tree.tokens[tree.tokens[noun].head].text.lower() == "of"
    ):  # "tonnes of rice given by"
        noun = tree.tokens[tree.tokens[noun].head].head
    verb = tree.tokens[noun].head
    if tree.tokens[verb].pos != "VERB":
        return ()
    args = tree.arguments(verb)
    if noun in args.object and tree.tokens[verb].lemma in _GETTING:
        return args.subject
    if tree.tokens[verb].lemma in _COMING or tree.lemma(verb) in ("hand_over", "deliver"):
        goal = (*args.of("to"), *args.of("in"), *args.of("at"))
        return goal or (args.object if tree.tokens[verb].lemma == "reach" else ())
    return ()


def cargo(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What the craft brings that lands: "a plane carrying 40 tonnes of rice", "a ship with aid"."""
    found: list[int] = []
    for craft in tree.arguments(trigger).subject:
        found += tree.arguments(craft).of("with")
        loaded = [c for c in tree.kids(craft, "acl", "relcl") if tree.tokens[c].lemma in _LOADED]
        found += [o for c in loaded for o in tree.arguments(c).object]
        found += [j for c in tree.kids(craft, "acl") if tree.tokens[c].lemma == "load" for j in tree.arguments(c).of("with")]
    return tuple(o for o in found if material(tree, o))


def cargo_origin(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose craft or goods they are that land: "a Norwegian plane", "with Norwegian rice"."""
    things = [*tree.arguments(trigger).subject, *cargo(tree, trigger, support)]
    things += [j for o in things[1:] for j in tree.arguments(o).of("of")]
    return tuple(k for o in things for k in (*tree.arguments(o).indirect, *tree.arguments(o).of("from")))


def kept_object(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What a passive leaves as its object: "she was awarded the order"."""
    return tuple(tree.kids(trigger, "dobj", "oprd")) if tree.is_passive(trigger) else ()


def purpose(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The infinitive of purpose: "signed a deal on Monday to build a bridge"."""
    return tuple(c for c in tree.kids(trigger, "advcl") if tree.tokens[c].tag == "VB" and tree.kids(c, "aux"))[:1]


def material(tree: Tree, i: int) -> bool:
    """Whether the noun at ``i``, or what it is a measure or part of, is something that can be given."""
    words = lexicon().goods
    if tree.tokens[i].lemma == "list":  # "handed Chile a list of suspects"
        return False
    if tree.tokens[i].lemma == "package" and any(tree.tokens[j].lemma in _CURBS for j in tree.arguments(i).of("of")):
        return False
    if tree.tokens[i].lemma in words or tree.tokens[i].text.lower() in words:
        return True
    if tree.tokens[i].lemma in ("line", "facility") and any(tree.tokens[c].lemma in words for c in tree.kids(i, "compound")):
        return True  # "a credit line"
    return any(prep in ("of", "in", "worth") and tree.tokens[j].lemma in words for prep, j in tree.arguments(i).preps)


def of_object(*preps: str) -> Spot:
    """What these prepositions bring at the object: "closed its border with Chile", "winter aid to Ukraine"."""

    def spot(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
        out: list[int] = []
        for o in tree.arguments(trigger).object:
            told = list(tree.arguments(o).preps)
            told += [pair for prep, j in told if prep in ("of", "in") for pair in tree.arguments(j).preps]
            told += [pair for c in tree.kids(o, "amod") if tree.tokens[c].lemma == "worth" for pair in tree.prepositions(c)]
            out += [j for prep, j in told if prep in preps]
        return tuple(out)

    return spot


def sides(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The names compounded with a noun: "the Norway-Chile treaty"; no town alone, which tells where it was signed."""
    words = tree.kids(trigger, "compound", "nmod", "amod", "poss")
    words += [k for c in words for k in tree.kids(c, "compound", "nmod") if tree.tokens[k + 1].text in _HYPHENS]
    named = tuple(j for c in words for j in tree.conjuncts(c) if tree.tokens[j].pos == "PROPN")
    towns = [j for j in named if j in tree.names and (tree.names[j].capital or tree.names[j].type == "Place")]
    return named if len(named) > 1 or not towns else ()


def both_sides(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The two names before a noun: "the Berg-Hart talks"; one alone tells where, or of what body, a meeting is."""
    named = sides(tree, trigger, support)
    return named if len(named) > 1 or (named and "-" in tree.tokens[named[0]].text.replace("–", "-")) else ()


def subject_sides(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose men the subject tells of where they are of two: "Norwegian and Chilean troops clashed"."""
    words = [c for s in tree.kids(trigger, "nsubj") for c in tree.kids(s, "amod", "nmod", "compound")]
    named = [j for c in words for j in tree.conjuncts(c) if j in tree.names]
    return tuple(dict.fromkeys(named)) if len(set(named)) > 1 else ()


def attack_by(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who made the attack that somebody was killed in: "shot dead in an ambush by rebels", "killed in a Norwegian raid".

    In "killed in a clash with Norway" it is the other side.
    """
    attacks = [j for prep, j in tree.arguments(trigger).preps if prep in ("in", "during", "by")]
    by = tuple(k for j in attacks for k in tree.arguments(j).of("by"))
    by += tuple(k for j in attacks if tree.tokens[j].lemma in _CLASHES for k in tree.arguments(j).of("with"))
    owners = [k for j in attacks for k in (*tree.arguments(j).subject, *tree.arguments(j).indirect)]
    return by or tuple(k for k in owners if k in tree.names)


def of_measure(*preps: str) -> Spot:
    """What these bring at the measure of the trigger: "a package of sanctions against Chile", "a round of strikes in Peru"."""

    def spot(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
        head = tree.tokens[tree.tokens[trigger].head]
        if tree.tokens[trigger].dep == "pobj":
            head = tree.tokens[head.head]
        return tuple(j for prep, j in tree.arguments(head.i).preps if prep in preps) if head.pos == "NOUN" else ()

    return spot


def of_noun(*preps: str) -> Spot:
    """What these prepositions bring at what "of" brings: "the closure of the border with Chile"."""

    def spot(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
        told = [pair for j in tree.arguments(trigger).of("of") for pair in tree.arguments(j).preps]
        told += [pair for prep, j in told if prep == "on" for pair in tree.arguments(j).preps]
        return tuple(k for prep, k in told if prep in preps)

    return spot


def of_owner(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose that is which "of" brings: "the closure of Norway's border"."""
    return tuple(k for j in tree.arguments(trigger).of("of") for k in (*tree.arguments(j).subject, *tree.arguments(j).indirect))


def attribute(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What somebody becomes."""
    return tuple(tree.kids(trigger, "attr"))


def attack_in(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Where the attack was that somebody was killed in."""
    attacks = [j for prep, j in tree.arguments(trigger).preps if prep in ("in", "during")]
    return tuple(k for j in attacks for prep, k in tree.arguments(j).preps if prep in ("in", "at", "near", "on"))


def object_clause(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The infinitive at the object: "signed a deal to build a bridge"."""
    return tuple(c for o in tree.arguments(trigger).object for c in tree.kids(o, "acl") if tree.tokens[c].tag == "VB")[:1]


def as_owner(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose successor somebody becomes: "sworn in as Berg's successor"."""
    return tuple(
        p
        for j in tree.arguments(trigger).of("as")
        if tree.tokens[j].lemma in ("successor", "replacement")
        for p in tree.kids(j, "poss")
    )


def complement_subject(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Of whom the complement says something: "declared Karl Voss unwelcome" where it is read as a clause."""
    return tuple(s for c in tree.kids(trigger, "ccomp", "xcomp") for s in tree.kids(c, "nsubj"))


def attacker_on(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom an attack is on where the parser hangs it on the attacker: "the attack by militants on the port"."""
    told = [pair for j in tree.arguments(trigger).of("by") for pair in tree.prepositions(j)]
    return tuple(k for prep, k in told if prep in ("on", "against") and tree.tokens[k].lemma not in _GROUND)


def announced_by(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who announced what the trigger names: "the ban announced by Norway"."""
    return tuple(j for c in tree.kids(trigger, "acl", "relcl") for j in tree.arguments(c).subject if j != trigger)


def understood(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Between whom an understanding is: "a memorandum of understanding between the ports of X and Y"."""
    nouns = [j for j in tree.arguments(trigger).of("of") if tree.tokens[j].lemma in ("understanding", "intent", "cooperation")]
    return tuple(k for j in nouns for prep, k in tree.arguments(j).preps if prep == "between")


def under_pair(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Those who act under a paper: "under a pact signed in May, X and Y share the catch"."""
    token = tree.tokens[trigger]
    if token.dep != "pobj" or tree.tokens[token.head].text.lower() != "under":
        return ()
    found = clause_subject(tree, trigger, support)
    return found if len(found) > 1 else ()


def crossing_between(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Between whom the crossing is that opens or closes: "the border between X and Y will reopen"."""
    subjects = tree.kids(trigger, "nsubj")
    return tuple(j for s in subjects for prep, j in tree.arguments(s).preps if prep in ("between", "with"))


def about_between(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Between whom that is which a signed paper is about: "an agreement on cooperation between X and Y"."""
    papers = tree.arguments(trigger).object
    about = [j for o in papers for prep, j in tree.arguments(o).preps if prep in ("on", "for", "about")]
    return tuple(k for j in about for prep, k in tree.arguments(j).preps if prep == "between")


def beyond_sides(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What a paper is on where its sides stand between: "signed a pact between Norway and Chile on fish"."""
    sides = [pair for o in tree.arguments(trigger).object for pair in tree.prepositions(o) if pair[0] in ("between", "with")]
    about = [*tree.arguments(trigger).of("on"), *(k for _, j in sides for prep, k in tree.prepositions(j) if prep == "on")]
    return tuple(j for j in about if j not in tree.times and tree.tokens[j].pos == "NOUN" and j > sides[-1][1]) if sides else ()


def between_on(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What a paper is on where the parser hangs that on its sides: "a pact between Norway and Chile on fish"."""
    sides = tree.arguments(trigger).of("between")
    return tuple(k for j in sides for prep, k in tree.prepositions(j) if prep == "on" and k not in tree.times)


def clause_target(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom the participle beside the trigger reaches: "the sanctions imposed on X"."""
    below = tree.kids(trigger, "acl", "relcl")
    return tuple(j for c in below for prep, j in tree.arguments(c).preps if prep in ("on", "against", "for"))


def doer_on(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom it is on where the parser hangs that on the doer: "sanctions were imposed by the union on Chile"."""
    doers = tree.arguments(support).subject if support is not None and tree.is_passive(support) else ()
    return tuple(j for d in doers for prep, j in tree.prepositions(d) if prep in ("on", "against"))


def aimed_at(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom the participle beside the trigger says to be hit: "sanctions targeting Chile's fleet", "curbs aimed at Chile"."""
    below = [c for c in tree.kids(trigger, "acl", "relcl") if tree.tokens[c].lemma in _AIMING]
    return tuple(j for c in below for a in (tree.arguments(c),) for j in (*a.object, *a.of("at")) if j != trigger)


DEALT: dict[str, Spot] = {
    "goods": goods,
    "goods-with": goods_with,
    "goods-for": goods_for,
    "goods-origin": goods_origin,
    "before-goods": before_goods,
    "goods-goal": goods_goal,
    "whom": whom,
    "whose-object": whose_object,
    "teller": teller,
    "cargo": cargo,
    "cargo-origin": cargo_origin,
    "kept-object": kept_object,
    "purpose": purpose,
    "paper-with": of_object("with", "between"),
    "object-to": of_object("to", "for"),
    "object-from": of_object("from"),
    "object-on": of_object("on", "for", "about", "concerning", "regarding"),
    "object-at": of_object("at", "on", "into", "towards"),
    "of-with": of_noun("with"),
    "of-between": of_noun("between"),
    "of-from": of_noun("from"),
    "of-to": of_noun("to", "for"),
    "of-by": of_noun("by"),
    "of-object": of_noun("of", "to"),
    "of-owner": of_owner,
    "attribute": attribute,
    "attack-in": attack_in,
    "object-of": of_object("of"),
    "object-for": of_object("for"),
    "object-in": of_object("in"),
    "object-clause": object_clause,
    "measured-on": of_measure("on", "against", "for"),
    "measured-in": of_measure("in", "at", "near"),
    "as-owner": as_owner,
    "complement-subject": complement_subject,
    "side": sides,
    "both-sides": both_sides,
    "attack-by": attack_by,
    "subject-sides": subject_sides,
    "object-between": of_object("between"),
    "tie-with": of_object("with"),
    "acl-by": announced_by,
    "by-on": attacker_on,
    "acl-on": clause_target,
    "aimed-at": aimed_at,
    "doer-on": doer_on,
    "of-on": of_noun("on", "against"),
    "crossing-between": crossing_between,
    "about-between": about_between,
    "beyond-sides": beyond_sides,
    "between-on": between_on,
    "understood-between": understood,
    "under-pair": under_pair,
}
