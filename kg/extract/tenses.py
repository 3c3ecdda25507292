"""What a predicate's own tense, auxiliaries, adverbs and negation say: the first half of its status."""

from __future__ import annotations

from kg.extract.nothing import done_by_nobody, only_talked_of, overtaken, undone
from kg.extract.relations import GOING, IFS
from kg.extract.tree import Tree
from kg.model import Status

_REPORTEDLY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_NEARLY = frozenset({"almost", "nearly"})
_FUTURE = frozenset({"will", "shall", "'ll", "would", "wo"})
_MAYBE = frozenset({"may", "might", "could"})
_SENDING = frozenset({"send", "dispatch"})  # what "is sending" tells is still to come
_UNREAL = frozenset({"should", "must", "can", "ought"})
_SOON = frozenset({"soon", "shortly", "tomorrow"})


def own_status(tree: Tree, i: int) -> Status | None:
    """The status by the predicate's own tense, auxiliaries and negation; None for a request or supposition."""
    token = tree.tokens[i]
    if token.pos == "NOUN":
        return None if token.dep == "pobj" and tree.tokens[token.head].text.lower() == "without" else "occurred"
    helping = tree.kids(i, "aux", "auxpass")
    helping += [k for c in helping for k in tree.kids(c, "aux")]  # "has been mediating", where "has" may hang on "been"
    aux = {tree.tokens[c].text.lower() for c in helping}
    marks = {tree.tokens[c].text.lower() for c in tree.kids(i, "mark")}
    if tree.kids(i, "neg") or done_by_nobody(tree, i) or undone(tree, i):
        return "denied"
    adverbs = {tree.tokens[c].text.lower() for c in tree.kids(i, "advmod")}
    maybe = any(tree.tokens[c].text in _MAYBE for c in helping)  # not of "Theresa May visited"
    if maybe or _REPORTEDLY & adverbs:
        return "alleged"
    if aux & _UNREAL or adverbs & _NEARLY or only_talked_of(tree, i):  # "should visit", "almost visited": nothing that happened
        return None
    if "have" in aux and "to" in aux and tree.lemma(token.head) == "be" and token.dep == "xcomp":  # "was to have gone"
        return "cancelled"
    if aux & _FUTURE or ({"is", "are"} & aux and "going" in aux):
        return "planned"
    if marks & IFS or (token.dep == "csubj" and "would" in {tree.tokens[c].text.lower() for c in tree.kids(token.head, "aux")}):
        return None  # "supplying them would be a mistake"
    ahead = token.tag == "VB" or (token.tag == "VBN" and "be" in aux)  # "is to sign", "is to be signed"
    if aux & {"to"} and ahead and token.dep in ("ROOT", "xcomp") and tree.tokens[token.head].lemma == "be":
        return "cancelled" if overtaken(tree, token.head) else "planned"
    if aux & {"to"} and token.tag == "VB" and token.dep == "advcl" and tree.tokens[token.head].lemma in GOING:
        stayed = tree.tokens[token.head]
        gone_on = stayed.lemma == "go" and any(
            t.text == "on" for t in tree.tokens[stayed.i + 1 : stayed.i + 2]
        )  # "went on to say"
        return (
            "occurred"
            if (stayed.lemma == "visit" or gone_on) and stayed.tag == "VBD" and not tree.kids(stayed.i, "neg")
            else "planned"
        )
    going = token.tag == "VBG" or (token.tag == "VBN" and "being" in aux)  # "is discussing it", "is being discussed"
    if going and (aux & {"is", "are", "am", "'s", "'re"} or {"has", "been"} <= aux or {"have", "been"} <= aux):
        return "planned" if (token.lemma in _SENDING and "been" not in aux) or adverbs & _SOON else "ongoing"
    return "occurred"
