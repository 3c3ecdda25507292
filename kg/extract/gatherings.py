"""The places in a sentence where the frames of talks, receptions, tributes and messages look for their fillers."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.clauses import clause_subject, governing_verb
from kg.extract.tree import Tree
from kg.lexicon import lexicon

Spot = Callable[[Tree, int, int | None], tuple[int, ...]]

_TAKEN_UP = frozenset({"the", "this", "that", "these", "those"})
_WITHIN = frozenset({"in", "during", "at", "after", "following"})
_RECEIVED = lexicon().office_heads | lexicon().group_heads | frozenset({"guest", "visitor", "counterpart", "diplomat"})
_HOLDING = frozenset("hold stage plan organise organize host co-chair chair arrange throw".split())
_LANDINGS = frozenset("airport airfield airbase aerodrome tarmac arrival station port quay".split())
_TOUCHING_DOWN = frozenset({"land", "arrive", "touch_down", "fly_in"})
_HONOUR = frozenset({"honour", "honor"})
_MEMORY = frozenset({"memory", "honour", "honor", "remembrance"})
_MONUMENTS = frozenset("tomb grave monument memorial statue coffin bust sarcophagus tombstone mausoleum".split())
_HOURS = frozenset({"evening", "morning", "afternoon", "night", "day"})
_AIMING = frozenset({"aim", "devote", "dedicate", "focus"})
_MARKING = frozenset({"mark", "celebrate", "commemorate"})


def clause_side(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The subject of the clause that "after talks with X" modifies: the other side of talks told with one side only."""
    token = tree.tokens[trigger]
    owned = [c for c in tree.kids(trigger, "poss") if c not in tree.times]  # "during Friday's talks with X" has none
    if token.dep != "pobj" or owned or not tree.arguments(trigger).of("with"):
        return ()
    if owners := tree.kids(tree.tokens[token.head].head, "poss"):
        return tuple(owners)
    return clause_subject(tree, trigger, support)


def clause_pair(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The subject of the clause where it is several and the noun is new: "in a telephone call, X and Y agreed"."""
    token = tree.tokens[trigger]
    if token.dep != "pobj" or any(tree.tokens[c].text.lower() in _TAKEN_UP for c in tree.kids(trigger, "det")):
        return ()
    if tree.tokens[token.head].text.lower() not in _WITHIN or tree.kids(trigger, "poss"):
        return ()
    found = clause_subject(tree, trigger, support)
    return found if len(found) > 1 else ()


def clause_people(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Those who do something "at a ceremony": the subject of the clause and whom it reaches."""
    token = tree.tokens[trigger]
    verb = governing_verb(tree, trigger)
    fresh = any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.kids(trigger, "det"))
    if verb is None or token.dep != "pobj" or not fresh or tree.tokens[token.head].text.lower() not in ("at", "in", "during"):
        return ()
    args = tree.arguments(verb)
    if any(tree.tokens[o].lemma in ("credential", "credentials", "letter") for o in args.object):
        return ()
    return (*args.subject, *args.of("to"), *args.of("from"), *args.of("with"), *args.object)


def object_with(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom "with" brings at the object: "discussed the attack with X"."""
    return tuple(j for o in tree.arguments(trigger).object for p, j in tree.prepositions(o) if p == "with")


def of_with(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Both sides of "a meeting of X with Y", where the parser hangs "with" on the first name."""
    first = tree.arguments(trigger).of("of")
    others = tuple(k for j in first if j in tree.names for prep, k in tree.prepositions(j) if prep == "with")
    return (*first, *others) if others or tree.arguments(trigger).of("with") else ()


def where_acting(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who acts where somebody is summoned to: "was summoned to the ministry, where X handed her a note"."""
    sites = [j for prep, j in tree.arguments(trigger).preps if prep == "to"]
    clauses = [
        c for j in sites for c in tree.kids(j, "relcl") if any(tree.tokens[k].lemma == "where" for k in tree.kids(c, "advmod"))
    ]
    return tuple(j for c in clauses for j in tree.arguments(c).subject if tree.arguments(c).object)


def receiver(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The subject of "receive" where the object is somebody: a person, a pronoun, a group; not of "received a letter"."""
    args = tree.arguments(trigger)
    people = [o for o in args.object if o in tree.names or tree.tokens[o].pos == "PRON" or tree.tokens[o].lemma in _RECEIVED]
    return args.subject if people else ()


def holder(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who holds the event that marks something: "Norway held a parade to mark the day"."""
    verb = tree.verb_above(trigger)
    own = tree.kids(trigger, "nsubj", "nsubjpass")
    return tree.arguments(verb).subject if not own and verb != trigger and tree.tokens[verb].lemma in _HOLDING else ()


def honoured(tree: Tree, trigger: int, support: int | None, words: frozenset[str]) -> tuple[int, ...]:
    """Whom "in honour of X", "in his honour", "in memory of X" names, at the trigger, its light verb or its object."""
    spots = [p for p in (trigger, support) if p is not None]
    spots += [o for p in spots if tree.tokens[p].pos != "NOUN" for o in tree.arguments(p).object]
    pairs = [pair for p in spots for pair in tree.prepositions(p)]
    pairs += [
        inner for _, j in pairs if tree.tokens[j].lemma in _HOURS for inner in tree.prepositions(j)
    ]  # "in the evening in her honour"
    nouns = [j for _, j in pairs if tree.tokens[j].lemma in words]
    return tuple(k for j in nouns for k in (*tree.kids(j, "poss"), *tree.arguments(j).of("of")))


def met_on_landing(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The object where it is met at an airport or station, which is a welcome and no talk: "received at the airport by X"."""
    args = tree.arguments(trigger)
    token = tree.tokens[trigger]
    if token.dep in ("advcl", "acl") and tree.lemma(token.head) in _TOUCHING_DOWN:  # "has landed, received by X"
        return args.object
    spots = [tree.tokens[j].text.lower().split()[-1] for prep, j in args.preps if prep in ("at", "on", "in", "upon")]
    return args.object if _LANDINGS & set(spots) else ()


def on_hand(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who is there to welcome somebody: "On hand to welcome her were X and Y", "X was on hand to greet her"."""
    token = tree.tokens[trigger]
    sentence = tree.annotation.sentences[token.sent]
    if token.tag != "VB" or not any(t.text.lower() == "hand" for t in tree.tokens[sentence.first : trigger]):
        return ()
    over = next((c for c in tree.kids(trigger, "aux") if tree.tokens[c].lemma == "be"), token.head)
    for _ in range(2):
        if tree.tokens[over].lemma == "be":
            named = tree.kids(over, "attr", "nsubj")
            return tuple(j for c in named if c != trigger for j in tree.conjuncts(c) if tree.tokens[j].lemma != "hand")
        over = tree.tokens[over].head
    return ()


def at_table(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who sits at a meal that somebody else gives: "attended a dinner hosted by X", "was the guest of honour at a lunch"."""
    token, head = tree.tokens[trigger], tree.tokens[tree.tokens[trigger].head]
    if support is None or tree.tokens[support].head != trigger:
        return ()
    if token.dep == "dobj" and head.lemma in ("attend", "join"):
        return tree.arguments(head.i).subject
    if token.dep != "pobj" or head.text.lower() not in ("at", "in"):
        return ()
    over = tree.verb_above(head.i)
    if head.text.lower() == "in" and tree.tokens[over].lemma in ("participate", "take"):
        return tree.arguments(over).subject
    if head.text.lower() == "in":
        return ()
    seated = any(tree.tokens[c].lemma == "guest" for c in tree.kids(over, "attr"))
    return tree.arguments(over).subject if seated or tree.tokens[over].lemma in ("speak", "dine", "sit") else ()


def in_honour(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """For whom a banquet is given: "in honour of X"."""
    return honoured(tree, trigger, support, _HONOUR)


def in_memory(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom a wreath honours: "in memory of X"."""
    return honoured(tree, trigger, support, _MEMORY)


def monument_of(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose the monument is at which a wreath is laid: "at the bust of X", "at a monument to X"."""
    preps = tree.arguments(trigger).preps
    sites = [j for p, j in preps if p in ("at", "before", "to") or (p == "on" and tree.tokens[j].lemma in _MONUMENTS)]
    return tuple(k for j in sites for p, k in tree.prepositions(j) if p in ("of", "to", "for"))


def from_to(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The addressee that the parser hangs on who sends it: "conveyed greetings from Y to X"."""
    spots = [trigger] if support is None else [trigger, support]
    inner = [k for t in spots for c in tree.kids(t, "prep") if tree.tokens[c].text == "from" for k in tree.kids(c, "prep")]
    told = [j for k in inner if tree.tokens[k].text == "to" for j in tree.kids(k, "pobj")]
    return (*told, *(k for t in spots for j in tree.arguments(t).of("from") for p, k in tree.prepositions(j) if p == "to"))


def named_owner(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose the noun is by name: "Silva's message"; not "his wishes", which are of who conveys them."""
    return tuple(j for j in tree.kids(trigger, "poss") if j in tree.names)


def beside_from(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose the noun told beside the trigger is: "the greetings and best wishes of X"."""
    args = [tree.arguments(c) for c in tree.kids(trigger, "conj")]
    return tuple(j for a in args for j in (*a.of("of"), *a.of("from")))


def met_before(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whom the clause before, coordinated, says was met: "called on X and handed over a letter"."""
    verb = support if support is not None else trigger
    if tree.tokens[verb].dep != "conj":
        return ()
    args = tree.arguments(tree.tokens[verb].head)
    return (*args.object, *args.of("on"), *args.of("with"))


def marking(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What an event marks: "a parade marking the anniversary", "a reception to mark it"."""
    verbs = [c for p in (trigger, support) if p is not None for c in tree.kids(p, "acl", "advcl", "xcomp", "relcl")]
    return tuple(o for c in verbs if tree.tokens[c].lemma in _MARKING for o in tree.arguments(c).object)


def across_from(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who sits on the other side: "across the table from X", "opposite X"."""
    told = [pair for prep, j in tree.arguments(trigger).preps if prep == "across" for pair in tree.prepositions(j)]
    return tuple(j for prep, j in (*told, *tree.arguments(trigger).preps) if prep in ("from", "across from", "opposite"))


def aim(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What talks are for: "met for talks aimed at ending the dispute", "a meeting devoted to fisheries"."""
    spots = [trigger, *(j for _, j in tree.arguments(trigger).preps)]
    verbs = [c for i in spots for c in tree.kids(i, "acl", "advcl", "relcl") if tree.tokens[c].lemma in _AIMING]
    return tuple(k for c in verbs for p in tree.kids(c, "prep") for k in tree.kids(p, "pobj", "pcomp"))[:1]


def talk_topic(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What the talks are on that the trigger leads to: "sat down for talks on fisheries"."""
    nouns = [j for prep, j in tree.arguments(trigger).preps if prep in ("for", "through")]
    nouns += [k for j in nouns for p, k in tree.prepositions(j) if p == "of"]
    return tuple(k for j in nouns for p, k in tree.prepositions(j) if p in ("on", "about", "over"))[:1]


TALK_SPOTS: dict[str, Spot] = {
    "in-honour": in_honour,
    "at-table": at_table,
    "met-on-landing": met_on_landing,
    "on-hand": on_hand,
    "in-memory": in_memory,
    "monument-of": monument_of,
    "from-to": from_to,
    "named-owner": named_owner,
    "beside-from": beside_from,
    "met-before": met_before,
    "marking": marking,
    "across-from": across_from,
    "aim": aim,
    "talk-topic": talk_topic,
    "clause-people": clause_people,
    "holder": holder,
    "receiver": receiver,
    "pair-of": of_with,
    "where-acting": where_acting,
    "clause-side": clause_side,
    "clause-pair": clause_pair,
    "object-with": object_with,
}
