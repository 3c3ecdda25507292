"""The clause that a phrase stands in: its verb and its subject; the verb that a participle goes with."""

from __future__ import annotations

from kg.extract.nothing import EXPECTING
from kg.extract.tree import ADDING, Tree
from kg.model import Status

ENDS = frozenset({"end", "conclusion", "close"})
_STOPPING = frozenset({"stop", "cease", "halt", "quit"})
ASKING = frozenset({"ask", "request", "entrust", "urge"})  # of who carries a message


def governing_verb(tree: Tree, i: int) -> int | None:
    """The verb that a noun in a prepositional phrase belongs to ("arrived at the invitation of")."""
    verb = tree.verb_above(i)
    return verb if tree.tokens[verb].pos in ("VERB", "AUX") else None


def main_verb(tree: Tree, i: int) -> int:
    """The verb over what is done in the phrase at ``i``, and over the infinitives that it stands in: "agreed to meet"."""
    verb = tree.verb_above(i)
    while tree.tokens[verb].dep == "xcomp" and tree.tokens[verb].tag == "VB" and tree.lemma(tree.tokens[verb].head) != "be":
        verb = tree.tokens[verb].head
    return verb


def clause_subject(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """The subject of the clause that the trigger's phrase modifies; not the "it" of "it takes place at the invitation of"."""
    verb = governing_verb(tree, trigger)
    if verb is None or any(tree.tokens[c].lemma == "role" for c in tree.kids(verb, "dobj")):  # "played no role in the invitation"
        return ()
    told = [c for c in tree.kids(verb, "ccomp") if c < trigger]
    if told and all(s > trigger for s in tree.kids(verb, "nsubj")):
        verb = told[-1]  # "arrived at the invitation of X, the ministry said"
    return tuple(t for t in tree.arguments(verb).subject if tree.tokens[t].lemma not in ("it", "visit", "trip"))


def asker(tree: Tree, trigger: int, support: int | None) -> tuple[int, ...]:
    """Who asks somebody to carry what the trigger names: "asked the envoy to convey an invitation to the king"."""
    if support is None or tree.tokens[support].dep not in ("xcomp", "ccomp"):
        return ()
    verb = tree.tokens[tree.tokens[support].head]
    return tree.arguments(verb.i).subject if verb.lemma in ASKING and tree.arguments(verb.i).object else ()


def expected(tree: Tree, i: int) -> bool:
    """Whether the infinitive at ``i`` has its own subject: "arranged for the envoy to visit Oslo"."""
    marked = any(tree.tokens[c].text.lower() == "for" for c in tree.kids(i, "mark"))
    return marked and tree.tokens[i].tag == "VB" and any(tree.tokens[c].text == "to" for c in tree.kids(i, "aux"))


def hung(tree: Tree, i: int) -> str:
    """How what stands at ``i`` hangs on its head; a bare infinitive as such: "refusals to meet" have no relative clause."""
    token = tree.tokens[i]
    bare = token.tag == "VB" and not tree.kids(i, "nsubj", "nsubjpass", "mark")
    if token.dep == "advcl" and bare and tree.tokens[token.head].lemma in EXPECTING and tree.kids(token.head, "auxpass"):
        return "xcomp"  # "had been pencilled in to receive her"
    if token.dep == "ccomp" and i < token.head and tree.tokens[token.head].pos == "NOUN":
        return "parataxis"  # "X has left, the agency reports", of which the parser makes a noun
    return "acl" if token.dep == "relcl" and bare and tree.kids(i, "aux") else token.dep


def prepositional_clause(tree: Tree, trigger: int, prep: str) -> tuple[int, ...]:
    """The clause after a preposition: "thanked it for sending a ship"."""
    return tuple(o for c in tree.kids(trigger, "prep") if tree.tokens[c].text.lower() == prep for o in tree.kids(c, "pcomp"))


def ranks(tree: Tree, i: int) -> bool:
    """Whether the infinitive at ``i`` is what its subject is the first to do, also where it hangs on "be" or "become"."""
    head = tree.tokens[i].head
    beside = tree.tokens[i].dep == "xcomp" and any(tree.is_ranked(c) for c in tree.kids(head, "attr"))
    return tree.tokens[i].tag == "VB" and (beside or tree.is_ranked(head))


def followed(tree: Tree, i: int) -> int | None:
    """The main verb whose status a participle or a "before" clause shares: "will meet before leaving", "came, bringing"."""
    token = tree.tokens[i]
    if token.pos not in ("VERB", "AUX") or token.head == i or tree.kids(i, "neg"):
        return None
    aux = tree.kids(i, "aux", "auxpass")
    head = tree.tokens[token.head]
    if (
        token.dep in ("acl", "relcl") and token.tag == "VB" and tree.is_ranked(head.i)
    ):  # "was to be the first envoy to visit Oslo"
        return head.head if head.dep == "attr" else tree.verb_above(head.i)
    if token.tag == "VBG" and not aux and token.dep in ("advcl", "pcomp"):
        if head.text.lower() == "from" and tree.tokens[head.i - 1].lemma in (
            "apart",
            "aside",
        ):  # "apart from seeing X, is to see Y"
            return next(iter(tree.kids(head.head, "xcomp")), head.head)
        if head.pos == "ADP" and tree.tokens[head.head].pos in ("VERB", "AUX"):
            if head.text.lower() == "before":  # "needs to see Berg before leaving": no more than the seeing
                return next((c for c in tree.kids(head.head, "xcomp") if c < head.i and tree.tokens[c].tag == "VB"), head.head)
            return head.head if head.text.lower() in ("after", "by", "while", "upon", "on", "besides") else None
        beyond = head.dep == "xcomp" and token.lemma in ADDING and tree.tokens[i - 1].text == ","  # "urged it to stop, adding"
        return head.head if beyond else head.i if head.pos in ("VERB", "AUX") else None
    marks = {tree.tokens[c].text.lower() for c in tree.kids(i, "mark", "advmod")}
    if token.dep == "advcl" and token.tag in ("VBZ", "VBP") and not aux and marks & {"before", "after", "when"}:
        return head.i if head.pos in ("VERB", "AUX") else None
    return None


def hearsay_or_end(tree: Tree, i: int) -> Status | None:
    """What blame or an end makes of a gerund: alleged in "blames Chile for arming them", over in "stopped supplying gas"."""
    token = tree.tokens[i]
    if token.tag != "VBG":
        return None
    if token.dep == "xcomp" and tree.tokens[token.head].lemma in _STOPPING:
        return "ongoing" if tree.kids(token.head, "neg") else "cancelled"
    return "alleged" if blamed(tree, i) else None


def blamed(tree: Tree, i: int) -> bool:
    """Whether somebody is only blamed for the deed at ``i``: "blames Chile for arming the rebels"."""
    token = tree.tokens[i]
    prep = tree.tokens[token.head]
    return token.tag == "VBG" and token.dep == "pcomp" and prep.text == "for" and tree.tokens[prep.head].lemma == "blame"


def called_on(tree: Tree, verb: int) -> bool:
    """Whether the verb calls for what others are to do: "called for the rebels to leave", "pressed on Oslo to yield"."""
    return any(prep in ("for", "on", "upon") for prep, _ in tree.prepositions(verb))
