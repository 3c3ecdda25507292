"""People and bodies told only by a common noun: "three Russian diplomats", "the international community", "armed robbers"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.lexicon import lexicon
from kg.model import EntityType, Naming, Span

_ROLES = frozenset({"target", "addressee", "recipient"})
_FIGHTING = frozenset({"Conflict", "Restriction"})
_FIGHTING_ROLES = frozenset({"agent", "target"})
_CRAFT = frozenset(
    """drone jet plane aircraft airliner helicopter warplane warship frigate submarine boat trawler vessel ship tanker freighter
    convoy checkpoint outpost""".split()
)
_STATELIKE = frozenset("country nation power state government party leader neighbour neighbor ally partner side company".split())
_ANYBODY = frozenset({"people", "person", "man", "woman"})  # bare, they name nobody
_DROPPED = frozenset({"det", "poss", "predet", "punct"})
_JOINING = frozenset({"of", "from"})
_EXPELLING = frozenset({"expulsion", "deportation", "removal", "expel", "deport"})
_ARMED = frozenset({"soldier", "fighter", "guard", "policeman"})  # blamed for what they did themselves
_LONGEST = 9


def crowd(cast: Cast, i: int, role: str, type_: str) -> Draft | None:
    """The group that a noun of people or media makes as one side of a fact, noted as an organisation; None where it is none.

    In fights and restrictions the people themselves are meant ("detained two Chilean farmers"), elsewhere only where nobody
    named stands.
    """
    noun = cast.tree.tokens[i]
    lex = lexicon()
    if noun.pos != "NOUN" or i in cast.tree.names:
        return None
    craft = noun.lemma in _CRAFT and type_ in _FIGHTING and role == "target"
    if not ((noun.lemma in lex.people and noun.tag == "NNS") or noun.lemma in lex.collectives or craft):
        return None
    blamed = type_ == "Criticism" and role == "target"
    if any(cast.tree.tokens[k].lemma == "how" for c in cast.tree.kids(i, "amod") for k in cast.tree.children[c]):
        return None  # "did not say how many people will be expelled"
    told = cast.tree.kids(i, "amod", "compound", "nummod", "nmod") or [c for c in cast.tree.kids(i, "prep") if joins(cast, c)]
    if noun.lemma in _ANYBODY and not told:
        return None
    if type_ in _FIGHTING and role in _FIGHTING_ROLES and noun.lemma not in _STATELIKE:
        if role == "agent" and not told and cast.who(i):
            return None
    elif role not in _ROLES or not told or (cast.who(i) and not of_state(cast, i) and not (blamed and noun.lemma in _ARMED)):
        return None
    return note_crowd(cast, i, "Organization")


def note_crowd(cast: Cast, i: int, type_: EntityType) -> Draft:
    """The people or the one person of whom only the noun at ``i`` tells, under the words of its noun phrase."""
    span = crowd_span(cast, i)
    form = " ".join(span.slice(cast.tree.annotation.article.text).split())
    draft = cast.keyed(f"crowd/{form.lower()}", type_)
    if not draft.forms:
        cast.crowds.add(draft.number)
        draft.state = next((d.number for d in cast.who(i) if d.type == "State"), None)
    if i not in draft.tokens:
        draft.tokens.append(i)
        draft.forms[form] += 1
        draft.namings.append(Naming(span, form))
    return draft


def of_state(cast: Cast, i: int) -> bool:
    """Whether the noun means the people of a state ("the Chilean people"), to whom one speaks as to no government."""
    return cast.tree.tokens[i].lemma == "people" and all(d.type == "State" for d in cast.who(i))


def joins(cast: Cast, c: int) -> bool:
    """Whether the preposition at ``c`` tells which people are meant, in few words; not whence they are expelled."""
    tree = cast.tree
    over = tree.tokens[tree.tokens[tree.tokens[c].head].head]
    if tree.tokens[c].text.lower() == "from" and {over.lemma, tree.tokens[over.head].lemma} & _EXPELLING:
        return False
    return bool(tree.kids(c, "pobj")) and tree.tokens[c].text.lower() in _JOINING and len(tree.subtree(c)) < _LONGEST


def crowd_span(cast: Cast, i: int) -> Span:
    """The noun phrase at ``i`` without its determiner: modifiers before it, and what "of" or "from" adds if it is short."""
    tree = cast.tree
    inside = [i]
    for c in tree.children[i]:
        if (c < i and tree.tokens[c].dep not in _DROPPED) or (tree.tokens[c].dep == "prep" and joins(cast, c)):
            inside += tree.subtree(c)
    first, last = min(inside), max(inside)
    while first < i and tree.tokens[first].pos in ("DET", "PUNCT", "CCONJ", "PART"):
        first += 1
    return Span(tree.tokens[first].start, tree.tokens[last].end)


def drop_unused(cast: Cast, used: set[int]) -> None:
    """Forget the described groups that no fact took in."""
    for number in cast.crowds - used:
        cast.drafts[number].forms.clear()
