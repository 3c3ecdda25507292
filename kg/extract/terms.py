"""The places where frames look for whose paper, list or ban something is (see :mod:`kg.extract.spots`)."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.tree import Tree

_PAPERS = frozenset(
    "agreement deal accord pact treaty truce ceasefire armistice contract plan exchange swap release compact".split()
)
_BLACK = frozenset(
    "sanction sanctions sponsor sponsors terror terrorism terrorist terrorists wanted entity watch black grey".split()
)
_REACH = 3  # prepositions below a ban
Spot = Callable[[Tree, int, int | None], tuple[int, ...]]


def agreed_paper(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """What the parser takes for who agrees: "a truce agreed in May broke down"; nothing where anything else is agreed."""
    told = tree.kids(trigger, "dobj", "ccomp", "xcomp", "aux", "auxpass")
    inside = [p for p, _ in tree.prepositions(trigger) if p in ("with", "to", "on")]
    return tuple(s for s in tree.kids(trigger, "nsubj") if not told and not inside and tree.tokens[s].lemma in _PAPERS)


def agreed_sides(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who "were agreed" to do something, as foreign English has it: no paper, and no "it" that was agreed."""
    told = [j for c in tree.kids(trigger, "nsubjpass") for j in tree.conjuncts(c)]
    return tuple(
        j for j in told if tree.kids(trigger, "xcomp") and tree.tokens[j].pos != "PRON" and tree.tokens[j].lemma not in _PAPERS
    )


def backers(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose support it is that goes to others: "the solidarity of the union with the people"; no "support of the plan"."""
    args = tree.arguments(trigger)
    return args.of("of") if args.of("with") or args.of("for") or args.of("to") else ()


def left_paper(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The paper that somebody leaves: "quit the treaty", "pulled out of the deal", "withdrew from the pact"."""
    args = tree.arguments(trigger)
    told = [*args.object, *(j for prep, j in args.preps if prep in ("from", "of", "out of", "away from"))]
    return tuple(j for j in told if tree.tokens[j].lemma in _PAPERS | {"protocol", "convention"})


def owner_with(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose paper it is that is "with" somebody else: "Norway's pact with Chile"."""
    args = tree.arguments(trigger)
    return args.subject if args.of("with") else ()


def foreign_owner(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose the object is where that is not the subject's own: "closed the Russian consulate", "shut our mission"."""
    own = frozenset({"its", "their", "his", "her"})
    told = [j for o in tree.arguments(trigger).object for j in (*tree.arguments(o).subject, *tree.arguments(o).indirect, o)]
    own_kids = any(tree.tokens[c].text.lower() in own for o in tree.arguments(trigger).object for c in tree.kids(o, "poss"))
    return () if own_kids else tuple(told)


def driven_from(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The land that somebody is put out of, which puts him out: "the expulsion of three diplomats from Norway"."""
    args = tree.arguments(trigger)
    people = args.of("of")
    if tree.tokens[trigger].lemma not in ("expulsion", "deportation"):
        return ()
    return (*args.of("from"), *(j for p in people for prep, j in tree.arguments(p).preps if prep == "from"))


def black_lister(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who keeps the black list that the verb puts somebody on: "added to the UN sanctions list", "put on its terror list"."""
    lists = [j for prep, j in tree.arguments(trigger).preps if prep in ("to", "on", "in", "from", "off")]
    lists += [j for o in tree.arguments(trigger).object for prep, j in tree.arguments(o).preps if prep in ("to", "on", "from")]
    lists = [j for j in lists if tree.tokens[j].lemma in ("list", "register", "blacklist")]
    words = {j: [*tree.kids(j, "compound", "amod", "nmod"), *tree.arguments(j).of("of")] for j in lists}
    black = [j for j in lists if _BLACK & {w for k in words[j] for w in (tree.tokens[k].lemma, *named_below(tree, k))}]
    if not black:
        return ()
    owners = [*tree.kids(black[0], "poss"), *words[black[0]]]
    owners += [c for k in words[black[0]] for c in tree.kids(k, "compound", "nmod", "amod")]
    return tree.arguments(trigger).subject or tuple(owners)


def named_below(tree: Tree, i: int) -> list[str]:
    """The words right below the noun at ``i``: "list of terrorism financiers"."""
    return [tree.tokens[c].lemma for c in tree.kids(i, "compound", "amod", "nmod")]


def sufferer(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who has something done to what is theirs: "had their assets frozen by Norway", "froze assets belonging to Silva"."""
    token = tree.tokens[trigger]
    thing = tree.tokens[token.head]
    over = thing.head if token.dep == "acl" else token.head
    held = tree.tokens[over].lemma == "have" and token.dep in ("acl", "ccomp", "xcomp") and token.tag == "VBN"
    things = () if held else tree.arguments(trigger).object
    theirs = [c for o in things for c in tree.kids(o, "acl") if tree.tokens[c].lemma in ("belong", "hold", "own")]
    beyond = tuple(j for c in theirs for prep in ("to", "by") for j in tree.arguments(c).of(prep))
    return tree.arguments(over).subject if held else beyond


def watchers(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who sees a paper signed where nobody else is told to sign it: "the leaders witnessed the signing of six papers"."""
    others = any(tree.tokens[j].text.lower() in ("between", "by", "with") for j in tree.below(trigger))
    return tree.arguments(support).subject if support is not None and not others else ()


def demonym(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The adjectives of a noun, by whom it is: "Norwegian sanctions"; no compounds, on whom it may be: "Chile sanctions"."""
    return tuple(j for c in tree.kids(trigger, "amod") for j in tree.conjuncts(c))


def unwelcome(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The words by which somebody is declared unwelcome, wherever the parser hangs them: "persona non grata"."""
    words = ("persona", "unwelcome", "undesirable")  # the plural is read as an adjective, apart from what follows it
    return tuple(i for i in tree.below(trigger) if i > trigger and tree.tokens[i].text.lower() in words)[:1]


def unwelcome_by(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who declares somebody unwelcome where the parser hangs that on the words: "was declared persona non grata by Norway"."""
    spots = unwelcome(tree, trigger, support)
    below = [c for i in spots for c in tree.below(i) if tree.tokens[c].text.lower() == "by"] if tree.is_passive(trigger) else []
    return tuple(j for c in below for _, j in tree.prepositional(c))


def left_land(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The land that somebody is told to leave, which tells him so: "was told to leave Norway"."""
    return tuple(
        o for c in tree.kids(trigger, "xcomp", "ccomp") if tree.tokens[c].lemma == "leave" for o in tree.arguments(c).object
    )


def blamed(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who is held responsible, however the parser reads it: "held Chile responsible", "holds it fully accountable"."""
    if not blame_word(tree, trigger):
        return ()
    inner = tree.kids(trigger, "ccomp", "xcomp")
    return tree.arguments(trigger).object or tuple(s for c in inner for s in tree.kids(c, "nsubj"))


def blamed_for(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """For what somebody is held responsible."""
    spots = [trigger, *tree.arguments(trigger).object, *blame_word(tree, trigger)]
    return tuple(j for t in spots for j in tree.arguments(t).of("for"))[:1]


def blame_word(tree: Tree, trigger: int) -> list[int]:
    """The words below a verb that tell of blame."""
    spots = [*tree.kids(trigger, "oprd", "acomp", "xcomp", "ccomp", "advcl"), *tree.arguments(trigger).object]
    spots += [c for j in spots for c in tree.kids(j, "acomp", "oprd", "amod", "acl")]
    return [c for c in spots if tree.tokens[c].lemma in ("responsible", "accountable", "liable")]


def on_between(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Between whom that is which a paper is on: "an accord on water between Norway and Chile"."""
    about = [j for prep, j in tree.arguments(trigger).preps if prep in ("on", "for", "about")]
    return tuple(k for j in about for prep, k in tree.arguments(j).preps if prep == "between")


def on_whom(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Whose goods a ban is on: "a ban on imports of Chilean wine", "curbs on flights from Chile"."""
    spots = [j for prep, j in tree.arguments(trigger).preps if prep in ("on", "against")]
    found: list[int] = []
    for _ in range(_REACH):
        found += [k for j in spots for k in (j, *tree.arguments(j).subject, *tree.arguments(j).indirect) if k in tree.names]
        spots = [k for j in spots for prep, k in tree.arguments(j).preps if prep in ("of", "from", "to", "by")]
    return tuple(dict.fromkeys(found)) if len(set(found)) == 1 else ()


def carrier_on_whom(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The same at the light verb: "imposed duties on brandy from Chile"."""
    return on_whom(tree, support, None) if support is not None else ()


def object_on_whom(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The same of the object: "lifted a ban on the import of cattle from Chile"."""
    return tuple(j for o in tree.arguments(trigger).object for j in on_whom(tree, o, None))


TERMS: dict[str, Spot] = {
    "agreed-paper": agreed_paper,
    "agreed-sides": agreed_sides,
    "backers": backers,
    "left-paper": left_paper,
    "owner-with": owner_with,
    "foreign-owner": foreign_owner,
    "driven-from": driven_from,
    "black-lister": black_lister,
    "on-whom": on_whom,
    "carrier-on-whom": carrier_on_whom,
    "object-on-whom": object_on_whom,
    "sufferer": sufferer,
    "watchers": watchers,
    "demonym": demonym,
    "left-land": left_land,
    "unwelcome": unwelcome,
    "unwelcome-by": unwelcome_by,
    "blamed": blamed,
    "blamed-for": blamed_for,
    "on-between": on_between,
}
