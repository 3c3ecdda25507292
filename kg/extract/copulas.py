"""Offices told by a verb: "she is also a member of the council", "who chairs the committee", "serves as envoy to X"."""

from __future__ import annotations

from kg.extract.cast import Cast, Held
from kg.extract.clauses import ranks
from kg.extract.tenses import own_status
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Office, Span

_BEING = frozenset({"be", "become", "remain"})
_SERVING = frozenset({"serve", "act", "work", "double", "spend"})
_OF_FIELD = ("of", "for", "to")
_CHAIRS = frozenset({"chair", "chairmanship", "presidency", "leadership"})
_COUNTING = frozenset({"first", "second", "third", "last", "only", "new", "next", "same"})
_LONGEST = 6  # words of a field
_YEAR = 4  # digits
_OVER = frozenset({"last", "previous", "ago", "earlier", "before"})
_CHAIRING = {"chair": "chair", "head": "head", "co-chair": "co-chair"}


def read_copulas(cast: Cast) -> None:
    """Give persons the offices that verbs tell of them."""
    share_offices(cast)
    for token in cast.tree.tokens:
        if token.pos not in ("VERB", "AUX"):
            continue
        if token.lemma in _BEING:
            nouns = [n for n in cast.tree.kids(token.i, "attr", "oprd", "acomp") if cast.tree.tokens[n].pos in ("NOUN", "PROPN")]
        elif token.lemma in _SERVING:
            nouns = [j for prep, j in cast.tree.prepositions(token.i) if prep == "as"]
        elif token.lemma in _CHAIRING:
            chairing(cast, token.i)
            continue
        elif token.lemma == "hold":
            holding(cast, token.i)
            continue
        else:
            continue
        for noun in nouns:
            for n in cast.tree.conjuncts(noun):
                attribute(cast, token.i, n)


def share_offices(cast: Cast) -> None:
    """Give listed persons the office told once for the list: "lawmakers A and B", "followed by B, of Poland; C, of Chile"."""
    tree = cast.tree
    last: Held | None = None
    for t in (tree.tokens[i] for i in sorted(tree.names)):
        for person in (d for d in cast.who(t.i) if d.type == "Person"):
            own = [h for h in person.offices if h.token == t.i]
            if own:
                last = own[-1]
            elif last is not None and not person.offices:
                state = listed_state(cast, t.i)
                head = tree.tokens[t.head]
                if state is not None and t.sent == tree.tokens[last.token].sent:
                    person.offices.append(Held(last.office, [state], tree.span_of(t.i), t.i))
                elif t.dep in ("conj", "appos") and head.i == last.token and last.office.title.split()[0].endswith("s"):
                    person.offices.append(Held(last.office, list(last.of), tree.span_of(t.i), t.i, last.guessed))


def listed_state(cast: Cast, i: int) -> int | None:
    """The state in ", of Poland" or "of Poland" after the name at ``i``."""
    words = [t.text for t in cast.tree.tokens[i + 1 : i + 3]]
    at = i + 3 if words == [",", "of"] else i + 2
    return next((d.number for d in cast.who(at) if d.type == "State"), None) if "of" in words[: at - i - 1] else None


def attribute(cast: Cast, verb: int, noun: int) -> None:
    """Give the subject of ``verb`` the office that the noun phrase at ``noun`` names."""
    tree = cast.tree
    token = tree.tokens[noun]
    if token.lemma not in lexicon().office_heads or token.lemma in lexicon().office_weak or noun in tree.names:
        return
    ahead = any(tree.tokens[c].lemma == "to" for c in tree.kids(verb, "aux")) or own_status(tree, verb) != "occurred"
    ranked = any(ranks(tree, c) for a in (verb, noun) for c in tree.kids(a, "acl", "relcl", "xcomp"))
    if tree.kids(verb, "neg") or ahead or ranked:  # "was the first leader to visit Oslo"
        return
    people = [d for j in tree.arguments(verb).subject for d in cast.who(j) if d.type == "Person"]
    if not people:
        return
    left = [c for c in tree.kids(noun, "amod", "compound", "nmod") if c not in tree.names or tree.names[c].type == "Person"]
    left = [c for c in left if tree.tokens[c].lemma not in _COUNTING]
    first = min([noun, *left])
    span = Span(tree.tokens[first].start, tree.tokens[title_end(cast, noun)].end)
    office = Office(" ".join(span.slice(tree.annotation.article.text).split()), span)
    people[0].offices.append(Held(office, owners(cast, noun), tree.span_of(noun), noun))


def title_end(cast: Cast, noun: int) -> int:
    """The last word of the office whose head is ``noun``: its field ("of public works") or where it is held ("to Chile")."""
    tree = cast.tree
    for c in tree.kids(noun, "prep"):
        prep = tree.tokens[c].text.lower()
        if c != noun + 1 or prep not in _OF_FIELD:
            continue
        inside = [j for o in tree.kids(c, "pobj") for j in tree.below(o, tree.kids(o, "prep", "relcl", "acl", "appos", "advcl"))]
        named = any(d.type in ("State", "Organization", "Person") for j in inside for d in cast.who(j))
        if inside and len(inside) <= _LONGEST and (prep == "to" or not named):
            return max(inside)
    return noun


def owners(cast: Cast, noun: int) -> list[int]:
    """Bodies and states named with the noun: adjective, possessor, "of X", "at X", "for X"."""
    tree = cast.tree
    spots = [*tree.kids(noun, "amod", "compound", "nmod", "poss")]
    spots += [j for prep, j in tree.arguments(noun).preps if prep in ("of", "at", "for", "in")]
    return list(dict.fromkeys(d.number for j in spots for d in cast.who(j) if d.type in ("State", "Organization")))


def chairing(cast: Cast, verb: int) -> None:
    """Give the subject of "chairs" or "heads" the chair of the body that is its object."""
    tree = cast.tree
    args = tree.arguments(verb)
    people = [d for j in args.subject for d in cast.who(j) if d.type == "Person"]
    spots = [k for j in args.object for k in (j, *tree.kids(j, "appos"))]
    bodies = [(j, d) for j in spots for d in cast.who(j) if d.type == "Organization"]
    head = tree.tokens[tree.tokens[verb].head]
    if tree.tokens[verb].dep in ("acl", "relcl") and tree.tokens[tree.tokens[head.head].head].lemma in lexicon().group_sure:
        return  # "a delegation of the parliament headed by X": X heads the delegation
    if people and bodies:
        joint = tree.tokens[verb].text.lower().startswith("co-")
        title = "co-chair" if joint else _CHAIRING[tree.tokens[verb].lemma]
        office = Office(title, tree.span_of(verb), former=bygone(tree, verb))
        people[0].offices.append(Held(office, [bodies[0][1].number], span(tree, verb, bodies[0][0]), verb))


def bygone(tree: Tree, verb: int) -> bool:
    """Whether the verb tells of a year that is over: "who chaired the bloc last year", "headed the union in 2019"."""
    if tree.tokens[verb].tag != "VBD":
        return False
    near = [tree.tokens[j] for j in tree.below(verb)]
    return any(t.text.isdigit() and len(t.text) == _YEAR for t in near) or (
        any(t.lemma == "year" for t in near) and any(t.lemma in _OVER for t in near)
    )


def holding(cast: Cast, verb: int) -> None:
    """Give the subject of "holds" the chair that is its object: "who holds the rotating presidency of the African Union"."""
    tree = cast.tree
    args = tree.arguments(verb)
    people = [d for j in args.subject for d in cast.who(j) if d.type == "Person"]
    for j in args.object:
        bodies = [d.number for p, k in tree.arguments(j).preps if p == "of" for d in cast.who(k) if d.type == "Organization"]
        if people and bodies and tree.tokens[j].lemma in _CHAIRS:
            people[0].offices.append(Held(Office(tree.tokens[j].text, tree.span_of(j)), bodies, span(tree, verb, j), j))


def span(tree: Tree, a: int, b: int) -> Span:
    """The characters from one token to the other."""
    return Span(min(tree.tokens[a].start, tree.tokens[b].start), max(tree.tokens[a].end, tree.tokens[b].end))
