"""The status of what a frame tells: the frame's own, what the grammar says, and none where it is only meant or left open."""

from __future__ import annotations

from typing import Literal

from kg.extract.clauses import ranks
from kg.extract.frames import Frame
from kg.extract.nothing import CANCELLING, outdone
from kg.extract.status import status_of
from kg.extract.supposing import supposed
from kg.extract.tenses import own_status
from kg.extract.tree import Tree
from kg.extract.wording import measured
from kg.model import Status

_DECIDING = frozenset("approve authorize authorise announce promise pledge prepare plan agree".split())
_STANCES = frozenset({"Denial", "Support", "Criticism"})
_LASTING = frozenset("Visit Commemoration Conflict Restriction Support Meeting".split())
_SPOKEN = frozenset({"Statement", "Support", "Criticism", "Denial", "Pledge"})
_MEANING = frozenset(
    """ready willing prepared refuse decline want wish ask call urge press order plan intend expect likely reluctant hope seek
    unwilling afraid tell invite request vote agree""".split()
)
_CHARGING = frozenset({"accuse", "suspect"})
_INTENDING = frozenset("intention intent plan idea thought question hope prospect way".split())
_WISHED = frozenset({"Meeting", "Visit", "Appointment"})
_SOUGHT = _WISHED | {"Agreement"}
_WANTING = frozenset(
    """seek request demand suggest want urge advocate recommend solicit desire favour favor intensify strengthen promote enhance
    deepen maintain boost foster encourage prioritise prioritize""".split()
)
_CALLING_FOR = frozenset("call ask press push appeal plead lobby hope wish request demand plea bid need wait".split())
_MINDED = frozenset(  # for, in, of, on or to what is only in somebody's mind: "open to dialogue", "no point in talks"
    """interested open ready committed willing prepared opposed averse receptive hopeful optimistic keen insist interest openness
    readiness commitment willingness refusal point rejection opposition prospect possibility chance idea appetite desire
    insistence precondition condition advocate proponent preference""".split()
)
_TERMS = frozenset("precondition condition demand requirement".split())
_THAT_IS = frozenset(", : - – — i.e. i.e namely".split())
_OFFERS = frozenset("invitation offer proposal request call demand".split())
_JUDGED = frozenset(
    """illegal unlawful impossible possible hard difficult easy wrong premature important necessary vital essential crucial
    dangerous unthinkable""".split()
)
_HAPPENINGS = frozenset("Visit Meeting Hosting Agreement Conflict Restriction Transfer Commemoration".split())
_SEEMING = frozenset({"be", "seem", "appear", "look", "remain"})
_ODDS: dict[str, Literal["planned", "alleged", "unlikely"]] = {
    **dict.fromkeys(("likely", "imminent", "certain"), "planned"),
    **dict.fromkeys(("possible", "conceivable", "probable"), "alleged"),
    **dict.fromkeys(("unlikely", "impossible", "unthinkable", "improbable"), "unlikely"),
}
_WORDY = frozenset("criticism insult abuse smear remark accusation slander verbal personal scathing rhetorical".split())
_ABLE = frozenset({"capable", "incapable", "afraid", "fearful", "wary"})
_SUGGESTING = frozenset("suggest claim allege say indicate".split())
_REPORTS = frozenset({"report", "story", "claim", "media"})
_RUMOURS = frozenset({"rumour", "rumor", "speculation"})
_SENDING = frozenset({"send", "dispatch"})  # what "is sending" tells is still to come
_WILL = frozenset({"will", "'ll", "’ll", "shall"})
_AHEAD = _WILL | {"would", "could", "might", "may", "should", "must"}
_NAMING = frozenset("call brand label dub describe term".split())
_STRESSING = frozenset("underscore underline stress emphasise emphasize highlight propose discuss suggest consider".split())
_REACHING = frozenset({"reach", "strike", "secure", "clinch", "achieve", "hammer", "find", "negotiate", "finalise", "finalize"})
_WORKING = frozenset("meet gather work strive struggle race scramble negotiate push press".split())
_PAPERS = frozenset("statement note letter message communique communiqué post tweet declaration text memo dispatch".split())
_DEEDS = frozenset({"Conflict", "Agreement", "Restriction", "Transfer"})
_FEARED = frozenset("possible potential feared looming threatened hypothetical eventual proposed future".split())
_FURTHER = frozenset("new fresh further additional more tougher wider broader".split())
_STEPS = 6


def told_status(tree: Tree, frame: Frame, i: int) -> Status | None:
    """The status of the fact whose predicate stands at ``i``: the frame's own, or what the grammar says."""
    if (
        able(tree, i)
        or in_words(tree, i)
        or (frame.noun and any_such(tree, frame, i))
        or supposed(tree, i)
        or left_open(tree, i)
        or only_wanted(tree, frame, i)
        or (frame.type in _SPOKEN and only_meant(tree, i))
    ):
        return None
    if frame.type in _SPOKEN and (spoken := spoken_status(tree, frame, i)) != "open":
        return spoken
    if frame.type == "Agreement" and (sought(tree, i) or any(viewed(tree, i, c) for c in tree.kids(i, "ccomp"))):
        return None
    if frame.noun and frame.status == "ongoing" and not_yet(tree, i):
        return None
    if frame.type in _HAPPENINGS and (odds := likelihood(tree, i)) is not None:
        return None if odds == "unlikely" else odds
    if frame.status is not None:
        return framed_status(tree, frame, i)
    status = "planned" if proposed(tree, frame, i) or to_mark(tree, frame, i) else status_of(tree, sending(tree, i))
    if frame.type == "Appointment" and status == "occurred" and tree.tokens[i].dep == "advcl" and tree.tokens[i].tag == "VB":
        return status_of(tree, tree.tokens[i].head)  # "will step down to become envoy"
    if frame.type == "Appointment" and any(
        ranks(tree, c) for a in (i, *tree.kids(i, "attr")) for c in tree.kids(a, "acl", "relcl", "xcomp")
    ):
        return None  # "became the first premier to visit Oslo"
    if frame.type == "Appointment" and status == "denied" and any(tree.tokens[c].lemma == "yet" for c in tree.kids(i, "advmod")):
        return "planned"  # "not yet sworn in"
    called_off = status == "cancelled" and tree.lemma(i) in CANCELLING  # "dropped a plan to impose tariffs" imposed none
    if frame.type == "Restriction" and (called_off or (status == "planned" and tree.tokens[i].lemma == "announce")):
        status = own_status(tree, i)  # to suspend a treaty, to scrap a ban or to announce sanctions is done
    if frame.type == "Transfer" and frame.noun and tree.tokens[i].lemma in _DECIDING and status == "occurred":
        status = "planned"  # "approved the delivery of tanks"
    if frame.type == "Conflict" and frame.noun and status == "cancelled" and tree.tokens[i].tag in ("NNS", "VBG"):
        return None  # "pledged to stop launching attacks"
    opened = tree.tokens[i].lemma == "open" and not frame.noun  # "was opened" tells no feast that goes on
    return "occurred" if status == "ongoing" and (frame.type not in _LASTING or opened) else status


def likelihood(tree: Tree, i: int) -> Literal["planned", "alleged", "unlikely"] | None:
    """How a clause judges the chances of the event at ``i``, its subject: "a visit is possible", "the talks were unlikely"."""
    token = tree.tokens[i]
    if token.dep != "nsubj" or tree.tokens[token.head].lemma not in _SEEMING:
        return None
    told = [tree.tokens[c].lemma for c in tree.kids(token.head, "acomp", "oprd") if tree.tokens[c].lemma in _ODDS]
    if not told:
        return None
    odds = _ODDS[told[0]]
    if not tree.kids(token.head, "neg"):
        return odds
    return "alleged" if odds == "unlikely" else "unlikely"  # "is not impossible"


def framed_status(tree: Tree, frame: Frame, i: int) -> Status | None:
    """The status of a frame that has one of its own, as negation, a second thought or "since" changes it."""
    below = ("ccomp", "acl", "pcomp", "dobj") if frame.noun else ("ccomp", "acl", "pcomp")  # "denied any invitation"
    denied = tree.kids(i, "neg") or (tree.tokens[i].dep in below and status_of(tree, i) == "denied")
    if frame.status == "denied" and denied:  # "did not skip the meeting"
        return None
    if (
        frame.status == "cancelled" and not frame.noun and status_of(tree, i) in ("denied", None)
    ):  # "is not seeking to exit the pact"
        return None
    if frame.status == "planned" and not denied and outdone(tree, i):
        return "cancelled"
    if denied and not cannot_but(tree, i):
        return "denied"
    gone = frame.type == "Restriction" and frame.status == "ongoing" and tree.tokens[i].dep == "pobj"
    if gone and tree.tokens[tree.tokens[i].head].text.lower() == "since":  # "the first guests since its border closures"
        return "occurred"
    return frame.status  # type: ignore[return-value]


def upcoming(tree: Tree, i: int, support: int | None) -> bool:
    """Whether the noun at ``i`` is told as the next of its kind, and no past verb says that it was held."""
    verb = tree.tokens[support if support is not None else tree.tokens[i].head]
    held = verb.tag == "VBD" or any(tree.tokens[c].tag == "VBD" for c in tree.kids(verb.i, "aux", "auxpass"))
    return not held and any(tree.tokens[c].text.lower() == "next" for c in tree.kids(i, "amod"))


def not_yet(tree: Tree, i: int) -> bool:
    """Whether the noun is of what may come: "a possible war", "new sanctions would have to be agreed"."""
    left = {tree.tokens[c].text.lower() for c in tree.below(i) if c < i}
    token = tree.tokens[i]
    aux = {tree.tokens[c].text.lower() for c in tree.kids(token.head, "aux")} if token.dep in ("nsubj", "nsubjpass") else set()
    return bool(left & _FEARED) or (bool(left & _FURTHER) and bool(aux & _AHEAD))


def any_such(tree: Tree, frame: Frame, i: int) -> bool:
    """Whether the noun tells of any such thing there may be: "any attack on the port would be answered"."""
    return frame.type in _DEEDS and [tree.tokens[c].text.lower() for c in tree.kids(i, "det")] == ["any"]


def to_mark(tree: Tree, frame: Frame, i: int) -> bool:
    """Whether a feast still to come is told by what it marks: "will attend a reception celebrating the anniversary"."""
    token = tree.tokens[i]
    marks = frame.type == "Commemoration" and token.tag == "VBG" and token.dep == "acl"
    return marks and own_status(tree, tree.verb_above(token.head)) == "planned"


def sought(tree: Tree, i: int) -> bool:
    """Whether an agreement is only what somebody meets or works for: "have been meeting to reach agreement on water"."""
    token = tree.tokens[i]
    if token.lemma in ("finalise", "finalize") and any(tree.tokens[c].text.lower() == "plans" for c in tree.kids(i, "dobj")):
        return True  # "is finalising plans to visit Oslo"
    aim = token.lemma in _REACHING and (
        token.dep == "advcl" or (token.dep == "xcomp" and tree.tokens[token.head].lemma in _WORKING)
    )
    if token.tag == "VBG" and token.dep in ("dobj", "xcomp", "ccomp") and tree.tokens[token.head].lemma in _STRESSING:
        return True  # "underscored establishing good relations"
    return aim and token.tag == "VB" and any(tree.tokens[c].lemma == "to" for c in tree.kids(i, "aux"))


def viewed(tree: Tree, i: int, c: int) -> bool:
    """Whether what is agreed is a view, of how things were or are, and not what shall be done: "agreed that it was late"."""
    shall = any(tree.tokens[a].tag == "MD" or tree.tokens[a].lemma == "to" for a in tree.kids(c, "aux"))
    stance = tree.tokens[i].tag in ("VBZ", "VBP")  # "Norway agrees that tariffs help nobody"
    finite = {tree.tokens[k].tag for k in (c, *tree.kids(c, "aux", "auxpass"))} & {"VBD", "VBZ", "VBP"}
    return stance or (not shall and bool(finite))


def spoken_status(tree: Tree, frame: Frame, i: int) -> Status | Literal["open"] | None:
    """What intentions, the habitual present and auxiliaries make of a speech act; "open" where they say nothing."""
    if (intended := meant(tree, i)) is not None:
        return intended
    token = tree.tokens[i]
    if token.lemma == "guarantee" and token.tag == "VB" and token.dep in ("xcomp", "advcl", "acl"):
        return None  # "met to guarantee peace": what for, and no promise
    if token.lemma == "deny" and len(tree.kids(i, "dobj", "dative")) > 1:
        return None  # "denied them the chance to meet"
    if charged_with(tree, i):
        return None if frame.type == "Statement" else "alleged"
    if frame.status is not None and rumoured(tree, i) and not tree.kids(i, "neg"):
        return "alleged"
    if frame.type in _STANCES and tree.tokens[i].tag in ("VBZ", "VBP") and not tree.kids(i, "aux", "neg"):
        mine = any(tree.tokens[c].text.lower() in ("i", "we") for c in tree.kids(i, "nsubj"))
        act = mine or tree.tokens[i].lemma in _NAMING or in_paper(tree, i)
        return "occurred" if act else "ongoing"  # "Oslo denies the report" is a stance, "We deny it", "calls it a lie" acts
    if tree.tokens[i].dep == "acomp" and tree.tokens[i].pos == "ADJ" and tree.kids(tree.tokens[i].head, "neg"):
        return None if frame.type == "Pledge" else "denied"  # "is not ready to pay" promises nothing
    ahead = {tree.tokens[c].text.lower() for c in tree.kids(i, "aux")} & _AHEAD
    if frame.status is None or not ahead or tree.kids(i, "neg"):
        return "open"
    return "planned" if ahead & _WILL else None  # "would condemn it again" tells no act


def in_paper(tree: Tree, i: int) -> bool:
    """Whether a stance is what one paper says: "a note in which it rejects the charge", "in a statement it denies this"."""
    over = tree.tokens[tree.tokens[i].head] if tree.tokens[i].dep == "relcl" else None
    inside = [tree.tokens[j].lemma for prep, j in tree.prepositions(i) if prep == "in"]
    return bool(_PAPERS & set(inside)) or (over is not None and "which" in inside and over.lemma in _PAPERS)


def charged_with(tree: Tree, i: int) -> bool:
    """Whether a speech act is what somebody is accused of: "accused Oslo of denying it", "of wanting to leave"."""
    token, prep = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if token.dep != "pcomp" or prep.text.lower() != "of":
        return False
    over = tree.tokens[prep.head]
    return {over.lemma, tree.tokens[over.head].lemma if over.dep in ("dobj", "nsubjpass") else ""} & _CHARGING != set()


def rumoured(tree: Tree, i: int) -> bool:
    """Whether only reports tell it: "media reports suggesting that he rejected the offer", "rumours that she accused him"."""
    token, over = tree.tokens[i], tree.tokens[tree.tokens[i].head]
    if token.dep == "ccomp" and over.dep == "acl" and over.tag == "VBG" and over.lemma in _SUGGESTING:
        return tree.tokens[over.head].lemma in _REPORTS | _RUMOURS
    return token.dep in ("acl", "ccomp") and over.lemma in _RUMOURS


def meant(tree: Tree, i: int) -> Status | None:
    """What the noun over a gerund makes of it: denied by "no intention of apologising", else planned."""
    prep = tree.tokens[tree.tokens[i].head]
    noun = tree.tokens[prep.head]
    if tree.tokens[i].dep != "pcomp" or prep.text.lower() != "of" or noun.lemma not in _INTENDING:
        return None
    none = any(tree.tokens[c].text.lower() == "no" for c in tree.kids(noun.i, "det", "neg"))
    return "denied" if none or tree.kids(noun.head, "neg") else "planned"


def proposed(tree: Tree, frame: Frame, i: int) -> bool:
    """Whether a meeting, visit or appointment is what somebody proposes."""
    head = tree.tokens[tree.tokens[i].head]
    return frame.noun and frame.type in _WISHED and tree.tokens[i].dep == "dobj" and head.lemma == "propose"


def only_wanted(tree: Tree, frame: Frame | None, i: int) -> bool:
    """Whether a noun tells only what somebody seeks, asks or calls for: "requested talks", "a call for a meeting"."""
    token = tree.tokens[i]
    if token.pos != "NOUN" or (frame is not None and (not frame.noun or frame.type not in _SOUGHT)):
        return False
    if spelt_out(tree, token.i):
        return True
    while token.dep == "conj" and tree.tokens[token.head].pos == "NOUN":
        token = tree.tokens[token.head]  # "called for a truce and a summit"
    token = measured(tree, token)
    head = tree.tokens[token.head]
    if token.dep == "dobj":
        return head.lemma in _WANTING
    over = tree.tokens[head.head].lemma if token.dep == "pobj" else ""
    if frame is not None and frame.type == "Agreement":  # "committed to the treaty" leaves it signed
        return head.text.lower() == "for" and over in _CALLING_FOR
    felt = over and any(tree.tokens[c].lemma in _MINDED and c + 1 == head.i for c in tree.kids(head.head, "dobj"))
    return bool(felt) or over in _MINDED or (head.text.lower() == "for" and over in _CALLING_FOR)


def spelt_out(tree: Tree, i: int) -> bool:
    """Whether the noun at ``i`` says what a condition or demand is: "one condition: talks with the rebels"."""
    token = tree.tokens[i]
    if token.dep == "appos" and tree.tokens[token.head].lemma in _TERMS:
        return True
    at = min([i, *tree.kids(i, "det", "amod", "compound", "advmod")]) - 1
    marked = at
    while at >= 0 and tree.tokens[at].text.lower() in _THAT_IS:
        at -= 1
    return at < marked and tree.tokens[at].lemma in _TERMS


def sending(tree: Tree, i: int) -> int:
    """The verb that sends the group which the participle at ``i`` tells of ("sends a team led by X"); else ``i``."""
    noun = tree.tokens[tree.tokens[i].head]
    over = tree.tokens[noun.head]
    return over.i if tree.tokens[i].dep == "acl" and noun.dep == "dobj" and over.lemma in _SENDING else i


def able(tree: Tree, i: int) -> bool:
    """Whether a gerund tells only what somebody could or fears to do ("capable of attacking it"), or a ban on what leads to it.

    "They cannot use our bases to attack it" does not deny that they did.
    """
    token = tree.tokens[i]
    verb = tree.tokens[token.head] if token.dep == "dobj" else token
    if verb.dep == "acl" and verb.tag == "VB":  # "its readiness to resume talks"
        return tree.tokens[verb.head].lemma in _MINDED | _OFFERS
    if token.tag == "VBG":
        prep = tree.tokens[token.head]
        return token.dep == "pcomp" and prep.text.lower() == "of" and tree.tokens[prep.head].lemma in _ABLE
    over = tree.tokens[token.head]
    if token.tag == "VB" and over.lemma in _JUDGED and over.pos == "ADJ":  # "it is illegal to normalise ties"
        return any(tree.tokens[c].text.lower() == "it" for j in (over.i, over.head) for c in tree.kids(j, "nsubj", "expl"))
    if token.tag == "VB" and over.lemma == "be" and any(tree.tokens[c].lemma in _JUDGED for c in tree.kids(over.i, "acomp")):
        return any(tree.tokens[c].text.lower() == "it" for c in tree.kids(over.i, "nsubj", "expl"))
    return token.tag == "VB" and token.dep in ("xcomp", "advcl") and over.lemma == "use" and bool(tree.kids(over.i, "neg"))


def in_words(tree: Tree, i: int) -> bool:
    """Whether an attack is one in words: "his criticism and attacks on Norway", "a verbal attack"."""
    if tree.tokens[i].lemma not in ("attack", "launch"):
        return False
    spots = [i] if tree.tokens[i].pos == "NOUN" else [o for o in tree.kids(i, "dobj") if tree.tokens[o].lemma == "attack"]
    beside = [j for s in spots for j in (*tree.conjuncts(s), tree.tokens[s].head, *tree.kids(s, "amod"))]
    return any(tree.tokens[j].lemma in _WORDY for j in beside)


def left_open(tree: Tree, i: int) -> bool:
    """Whether the predicate is one of two that are both refused: "would neither confirm nor deny it"."""
    spots = (i, tree.tokens[i].head) if tree.tokens[i].dep == "conj" else (i,)
    if len(spots) > 1 and tree.tokens[spots[1]].lemma == "confirm" and tree.kids(spots[1], "neg"):
        return True  # "did not confirm or deny it"
    return any(tree.tokens[c].text.lower() == "neither" for j in spots for c in tree.kids(j, "preconj"))


def only_meant(tree: Tree, i: int) -> bool:
    """Whether an infinitive is only what somebody is ready, asked or unwilling to do: "ready to help it and oppose bullying"."""
    j = i
    for _ in range(_STEPS):
        token = tree.tokens[j]
        if token.head == j or token.tag not in ("VB", "VBP") or token.dep not in ("xcomp", "conj", "advcl", "acl", "ccomp"):
            return False
        j = token.head
        if token.dep != "conj" and tree.tokens[j].lemma in _MEANING:
            return any(tree.tokens[c].lemma == "to" for c in tree.kids(token.i, "aux"))  # not of a clause with "that"
    return False


def cannot_but(tree: Tree, i: int) -> bool:
    """Whether the negation is undone: "cannot but deplore it"."""
    return any(tree.tokens[j].text.lower() == "but" for j in range(max(i - 2, 0), i))
