"""What comes to nothing: plans given up or put on hold, what nobody does, what was to be and was not."""

from __future__ import annotations

from typing import Literal

from kg.extract.tree import Tree
from kg.model import Status

CANCELLING = frozenset(
    """cancel postpone call_off put_off push_back put_back scrap shelve suspend delay abandon drop scratch axe defer break_off
    ditch cry_off nix bin tear_up rip_up shred renege terminate annul abrogate""".split()
)
_HOLDING_BACK = frozenset({"short", "refrain", "abstain", "desist"})
_BRINKS = frozenset("verge brink cusp point threshold close closer near".split())  # "on the verge of signing", "close to it"
_SIGNS = frozenset({"evidence", "proof", "sign", "indication", "hint", "suggestion", "word"})
EXPECTING = frozenset(
    """expect schedule set due plan intend prepare slate slat likely agree decide pencil suppose mean pledge promise vow
    undertake commit""".split()
)
_FAILING = frozenset({"collapse", "founder"})
_HAPPENING = frozenset("happen materialise materialize occur take come go".split())
_TAKING_PLACE = frozenset("take go happen occur hold start begin proceed materialise materialize".split())
_UNTRUE = frozenset("false untrue baseless unfounded groundless incorrect inaccurate wrong fake fabricated nonsense".split())
_TRUE = frozenset("true accurate correct".split())
_NOBODY = frozenset({"nobody", "none", "neither", "no", "nor"})
DEADLINES = frozenset("hour day week month time deadline ultimatum".split())  # "gave her a week to leave"
_TALKED_OF = frozenset(
    "referendum vote proposal idea option debate dream prospect goal talk negotiation discussion possibility chance risk".split()
)
_WRITING = frozenset({"say", "state", "write", "report", "suggest", "note"})
_PIECES = frozenset("post version article story caption entry item report update dispatch headline".split())
_OLDER = frozenset({"early", "previous", "original", "prior", "former"})
_WRONGLY = frozenset({"wrongly", "incorrectly", "mistakenly", "erroneously"})


def dropped(tree: Tree, i: int) -> bool:
    """Whether the plan or planned event at ``i`` is told to be given up: "abandoned plans to visit", "has been put on hold"."""
    head = tree.tokens[i].head
    if tree.tokens[i].dep == "nsubj" and come_to_nothing(tree, head):
        return True
    return tree.tokens[i].dep in ("dobj", "nsubjpass") and (tree.lemma(head) in CANCELLING or held_up(tree, head))


def aside(tree: Tree, i: int, j: int) -> bool:
    """Whether the noun at ``i`` only stands in a clause or phrase of that at ``j``: "suspended drills agreed on at talks"."""
    while i != j:
        token = tree.tokens[i]
        if token.pos in ("VERB", "AUX") or (token.pos == "ADP" and token.text.lower() not in ("of", "for")):
            return True
        i = token.head
    return False


def said_wrongly(tree: Tree, verb: int) -> bool:
    """Whether the verb tells what somebody said in error: "the paper reported erroneously that they had met"."""
    return any(tree.tokens[c].lemma in _WRONGLY for c in tree.kids(verb, "advmod"))


def undone(tree: Tree, i: int) -> bool:
    """Whether the verb tells what somebody goes without or no longer does: "left without meeting her", "will no longer come"."""
    token = tree.tokens[i]
    if token.tag == "VBG" and token.dep == "pcomp" and tree.tokens[token.head].text.lower() == "without":
        return True
    return any(tree.tokens[c].text.lower() == "longer" and tree.kids(c, "neg", "det", "advmod") for c in tree.kids(i, "advmod"))


def come_to_nothing(tree: Tree, verb: int) -> bool:
    """Whether what the verb tells of was not to be: "the trip fell through", "was meant to take place but never happened"."""
    lemma = tree.tokens[verb].lemma
    if lemma in _FAILING or (
        lemma in ("fall", "fizzle") and any(tree.tokens[c].lemma in ("through", "out") for c in tree.children[verb])
    ):
        return True
    later = [c for v in (verb, *tree.kids(verb, "xcomp")) for c in tree.kids(v, "conj")]
    return any(tree.kids(c, "neg") and tree.tokens[c].lemma in _HAPPENING for c in later)


def held_up(tree: Tree, verb: int) -> bool:
    """Whether the verb is "put on hold", "put on ice", "is off"; not "is off to Lima"."""
    token = tree.tokens[verb]
    if token.lemma == "be":
        off = [c for c in tree.kids(verb, "advmod", "acomp", "prt", "prep") if tree.tokens[c].text.lower() == "off"]
        return bool(off) and not tree.kids(verb, "neg") and not any(tree.children[c] for c in off)
    return token.lemma in ("put", "place") and any(
        prep == "on" and tree.tokens[j].lemma in ("hold", "ice") for prep, j in tree.prepositions(verb)
    )


def without(tree: Tree, i: int) -> bool:
    """Whether there is none of what the noun at ``i`` names: "no plans to", "no evidence that"."""
    return any(tree.tokens[c].text.lower() == "no" for c in tree.kids(i, "det", "neg"))


def untrue(tree: Tree, i: int) -> bool:
    """Whether what the noun at ``i`` reports is told to be false: "reports that she resigned are not true"."""
    be = tree.tokens[i].head
    if tree.tokens[i].dep != "nsubj" or tree.tokens[be].lemma != "be":
        return False
    told = {tree.tokens[c].lemma for c in tree.kids(be, "acomp", "attr")}
    return bool(told & (_TRUE if tree.kids(be, "neg") else _UNTRUE))


def done_by_nobody(tree: Tree, i: int) -> bool:
    """Whether subject or object of the verb at ``i`` is none: "no envoy met", "neither Peru nor Chile signed", "sent no arms"."""
    if any(without(tree, o) for o in tree.kids(i, "dobj")):
        return True
    for s in tree.kids(i, "nsubj", "nsubjpass"):
        around = (tree.tokens[c].text.lower() for c in tree.kids(s, "det", "neg", "preconj", "cc"))
        if tree.tokens[s].text.lower() in _NOBODY or _NOBODY & set(around):
            return True
    return False


def at_last(tree: Tree, verb: int) -> bool:
    """Whether what the verb puts off came to pass after all: "was put off twice before it took place", "before going ahead"."""
    before = [c for c in tree.kids(verb, "advcl") if any(tree.tokens[m].text.lower() == "before" for m in tree.kids(c, "mark"))]
    before += [o for c in tree.kids(verb, "prep") if tree.tokens[c].text.lower() == "before" for o in tree.kids(c, "pcomp")]
    return any(tree.tokens[c].lemma in _TAKING_PLACE and tree.tokens[c].tag in ("VBD", "VBN", "VBG") for c in before)


def given_up(tree: Tree, head: int) -> bool:
    """Whether a plan is told as past and as not carried out: "had been due to attend", "had planned to visit Oslo"."""
    verb = tree.tokens[head].head if tree.tokens[head].pos == "ADJ" else head
    aux = {tree.tokens[c].text.lower() for c in tree.kids(verb, "aux", "auxpass")}
    but = any(tree.tokens[c].lemma == "but" for c in tree.kids(head, "cc"))
    reported = tree.tokens[head].dep == "ccomp"  # "said they had planned to meet" may only shift the tense
    meant = (but or not reported) and tree.tokens[head].lemma in ("plan", "intend", "mean")
    return "had" in aux and (verb != head or "been" in aux or meant)


def outdone(tree: Tree, i: int) -> bool:
    """Whether what was due or expected at ``i`` did not come to pass: "was due in Oslo but sent a deputy"."""
    be = tree.tokens[i].head if tree.tokens[i].pos == "ADJ" else i
    past = {tree.tokens[c].text.lower() for c in (be, *tree.kids(be, "auxpass", "aux"))} & {"was", "were"}
    return bool(past) and any(tree.tokens[c].lemma == "but" for c in tree.kids(be, "cc"))


def overtaken(tree: Tree, be: int) -> bool:
    """Whether a plan told by "was to" did not come to pass: "was to visit Oslo but the trip was put off"."""
    past = tree.tokens[be].text.lower() in ("was", "were")
    return past and any(tree.tokens[c].lemma == "but" for v in (be, *tree.kids(be, "xcomp")) for c in tree.kids(v, "cc"))


def only_talked_of(tree: Tree, i: int) -> bool:
    """Whether a gerund is only what is voted on, talked of or thought of: "a referendum on annexing it", "the idea of going"."""
    token, prep = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    over = tree.tokens[prep.head]
    return token.tag == "VBG" and token.dep == "pcomp" and prep.dep == "prep" and over.pos == "NOUN" and over.lemma in _TALKED_OF


def corrected(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` tells what the outlet wrote before and takes back: "an earlier version said", "we wrote"."""
    subjects = tree.kids(i, "nsubj")
    if tree.tokens[i].lemma not in _WRITING or any(
        c < i for c in tree.kids(i, "ccomp")
    ):  # "there were two; an earlier caption said four"
        return False
    older = any(
        tree.tokens[s].lemma in _PIECES and _OLDER & {tree.tokens[c].lemma for c in tree.kids(s, "amod")} for s in subjects
    )
    wrongly = any(tree.tokens[c].lemma in _WRONGLY for c in tree.kids(i, "advmod"))
    ours = any(tree.tokens[s].text.lower() == "we" or tree.tokens[s].lemma in _PIECES for s in subjects)
    first = tree.annotation.sentences[tree.tokens[i].sent].first
    marked = any(t.lemma in ("correction", "corrected") for t in tree.tokens[max(0, first - 3) : i])
    return older or (ours and (wrongly or marked))


def given_time(tree: Tree, i: int) -> bool:
    """Whether the verb of giving at ``i`` gives a time limit: "gave the envoy a week to leave"."""
    spots = [k for c in tree.kids(i, "dobj", "npadvmod", "dative") for k in (c, *tree.children[c])]
    return any(tree.tokens[k].lemma in DEADLINES for k in spots)


def left_open(tree: Tree, i: int) -> bool:
    """Whether the clause at ``i`` is a question in itself: "asked whether he had met her"."""
    return any(tree.tokens[c].text.lower() == "whether" for c in tree.kids(i, "mark"))


def fallen_short(tree: Tree, head: int, dep: str, own: Status | None) -> Status | Literal["none"] | None:
    """What a governor makes of what is not or only nearly done: "has to meet", "no evidence that", "stopped short of"."""
    plain = tree.tokens[head].lemma
    if dep == "xcomp" and plain == "able" and (tree.kids(head, "neg") or tree.kids(tree.tokens[head].head, "neg")):
        return "denied"  # "was not able to meet her"
    if dep == "xcomp" and plain == "have" and tree.tokens[head].tag != "VBD":  # "had to leave" is a fact
        return "denied" if "yet" in {tree.tokens[c].text.lower() for c in tree.children[head]} else "none"
    if plain in _SIGNS and dep in ("acl", "ccomp", "relcl"):
        return "denied" if without(tree, head) else None
    if dep == "ccomp" and (corrected(tree, head) or said_wrongly(tree, head)):
        return "denied"
    closing = plain == "close" and tree.tokens[head].pos == "NOUN"  # "at the close of a visit"
    if dep == "prep" and plain in _BRINKS and not closing and own in ("occurred", "planned") and tree.kids(head, "prep"):
        return "planned"
    if (dep in ("prep", "pcomp") and plain in _HOLDING_BACK) or (dep == "xcomp" and plain == "fail"):
        return "denied"
    return "denied" if dep == "xcomp" and plain in EXPECTING and own == "denied" else None  # "agreed not to impose"
