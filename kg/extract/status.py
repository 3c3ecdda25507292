"""Whether what a predicate tells has happened, goes on, is planned, cancelled, denied, only alleged, or is no fact at all."""

from __future__ import annotations

from typing import Literal

from kg.extract.aims import FORETELLING, aimed_at
from kg.extract.clauses import ENDS, called_on, followed, hearsay_or_end, hung, main_verb
from kg.extract.nothing import (
    CANCELLING,
    DEADLINES,
    EXPECTING,
    aside,
    at_last,
    come_to_nothing,
    dropped,
    fallen_short,
    given_time,
    given_up,
    held_up,
    untrue,
    without,
)
from kg.extract.relations import GOING
from kg.extract.tenses import own_status
from kg.extract.tree import Tree
from kg.extract.underway import talked_on, under_way
from kg.model import Status

_DENYING = frozenset("rule_out deny reject refute rebut dismiss disavow".split())
_WHERE = frozenset("at in during on before after ahead following amid since".split())
_ALLEGING = frozenset("allege accuse claim maintain contend suspect speculate rumour rumor purport suspected alleged".split())
_CHARGING = frozenset({"accuse", "suspect"})
_ALLEGING_NOUNS = frozenset("speculation allegation rumour rumor claim suspicion accusation report possibility".split())
_PLAN_NOUNS = frozenset(
    "plan decision pledge promise offer intention commitment proposal readiness deal agreement contract".split()
)
_ASKING = frozenset(
    """invite urge call ask demand request appeal want need seek propose suggest advise recommend insist encourage
    press order require allow forbid beg implore plead advocate wish refuse decline hesitate try attempt hope hop
    like vote offer willing ready prepared resolve readiness willingness determination
    enthusiasm eagerness desire keenness ambition
    threaten threat invitation request demand call appeal refusal failure
    reluctance reluctant unwilling unable inability avoid prevent""".split()
)
_READY = frozenset("ready readiness willing willingness openness eager eagerness".split())  # "readiness for talks"
_WISHES = frozenset("readiness willingness enthusiasm eagerness desire keenness ambition hope wish reluctance".split())  # voiced
_TRIES = frozenset(  # "in a bid to arrest him", "its right to strike back"
    {"bid", "attempt", "effort", "right", "ability", "capability", "capacity", "authority", "freedom", "mandate"}
)
_HINDERING = frozenset("bar ban prevent stop prohibit discourage dissuade deter miss".split())  # "barred them from entering"
_REPUTED = frozenset("say think believe report understand rumour rumor tip".split())
_UNDONE = frozenset(
    """deadline hope chance prospect condition bid effort basis timetable possibility need case
    curb ban restriction embargo prohibition moratorium limit""".split()
)
_DUE = frozenset({"due", "expect", "schedule", "slate", "slat"})  # "slat" is what "slated" is taken for
_AHEAD = frozenset("upcoming planned forthcoming scheduled proposed expected intended impending coming".split())
_SUPPOSED = frozenset("possible potential hypothetical eventual mooted rumoured rumored".split())
_PENDING = frozenset("agenda card work pipeline horizon offing schedule diary calendar programme".split())
_CALLED_OFF = frozenset("cancelled canceled postponed aborted scrapped".split())
PONDERING = frozenset({"consider", "mull", "weigh", "contemplate"})
_BEING_TALKED = frozenset("talk talks discussion negotiation consultation discuss negotiate".split())
_ATTRIBUTES: tuple[tuple[frozenset[str], Status], ...] = ((_CALLED_OFF, "cancelled"), (_AHEAD, "planned"), (_SUPPOSED, "alleged"))
_CONSENTING = frozenset({"agree", "consent", "assent"})
_PREPARING = frozenset("prepare preparation plan arrangement groundwork date".split())
_ROUNDS = frozenset({"meeting", "round", "session"})
_COMING_ABOUT = frozenset(
    """take happen occur materialise materialize proceed hold sign reach conclude schedule plan begin start be exist arrange agree
    convene confirm come follow include make pay impose launch order authorize authorise approve have conduct commit carry send
    announce ink strike expect want seek need support accept consider envisage foresee resume""".split()
)
_GOING_AHEAD = frozenset("take go happen occur proceed hold".split())
_PROVIDING = frozenset({"stipulate", "envisage", "envision", "foresee"})
_CALLING = frozenset({"call", "appeal", "push", "press", "ask", "plead", "wait"})
_LISTING = frozenset({"include", "feature", "foresee", "envisage", "envision"})  # "the agenda includes a meeting"
_STEPS = 6


def status_of(tree: Tree, i: int) -> Status | None:
    """The status of the predicate at ``i`` by its auxiliaries and what governs it; None where only asked for or supposed."""
    if (main := followed(tree, i)) is not None and tree.lemma(i) not in CANCELLING:
        apart = (
            gone_before(tree, i) or tree.lemma(main) in CANCELLING or tree.deps[main] == "acl"
        )  # "put off the trip after consulting with X"
        return own_status(tree, main) if apart else status_of(tree, main)
    own = own_status(tree, i)
    prep = tree.tokens[tree.tokens[i].head]
    if tree.deps[i] == "pobj" and prep.text in ("to", "for") and tree.tokens[prep.head].lemma == "invitation":
        return None  # "accepted an invitation to talks"
    told = carried_status(tree, i, own) or noun_status(tree, i) or hearsay_or_end(tree, i)
    if told is not None:
        return told if told not in ("planned", "ongoing") else under_verb(tree, i, told)
    j = i
    for _ in range(_STEPS):
        token = tree.tokens[j]
        if token.head == j:
            break
        head = tree.tokens[token.head]
        aim = token.dep == "acl" or (token.dep == "relcl" and any(tree.tokens[c].text == "for" for c in tree.kids(j, "mark")))
        if aim and token.tag == "VB" and head.lemma in _PLAN_NOUNS and own == "occurred":  # "no plans for her to go there"
            return "cancelled" if dropped(tree, head.i) else "denied" if without(tree, head.i) else "planned"
        at_event = token.dep == "prep" and head.pos == "VERB" and token.text.lower() in _WHERE  # "at the summit X accused Y"
        dep = "where" if at_event else hung(tree, j)
        governed = first_time(tree, j) or governor_status(tree, head.i, dep, own)
        if governed is not None:
            apart = governed == "cancelled" and aside(tree, i, j)
            return own if apart else governed if governed != "none" else None
        if (
            head.pos in ("VERB", "AUX")
            and token.dep in ("dobj", "nsubjpass", "nsubj", "attr")
            and tree.tokens[i].pos == "NOUN"
            and j == i
        ):
            own = "planned" if head.lemma in _LISTING and head.tag in ("VBZ", "VBP") else of_event(tree, i)
        elif token.dep == "xcomp" and head.pos in ("VERB", "AUX"):
            own = raised(tree, head.i, own)
        elif own == "occurred" and aimed_at(tree, j):
            own = "planned"
        elif own_tense(tree, j, own):
            return own  # "will meet X, who came in May", "agreed to resume it after talks ended": told for itself
        elif token.dep == "conj" and head.pos in ("VERB", "AUX") and not tree.kids(j, "nsubj", "nsubjpass"):
            own = beside(tree, j, own)
        j = head.i
    return own


def of_event(tree: Tree, i: int) -> Status | None:
    """What the verb of the noun at ``i`` says of it: "did not take place" denies it, "did not yield results" does not."""
    head = tree.tokens[tree.tokens[i].head]
    told = own_status(tree, head.i)
    if told != "denied" or tree.tokens[i].dep == "attr" or not tree.kids(head.i, "neg"):
        return told
    if head.lemma == "go":
        return told if {tree.tokens[c].lemma for c in tree.children[head.i]} & {"ahead", "forward", "through"} else "occurred"
    return told if head.lemma in _COMING_ABOUT else "occurred"


def beside(tree: Tree, i: int, own: Status | None) -> Status | None:
    """The status ``own`` of the verb at ``i`` as the verb before it has it: "may meet and sign", "was to have met and signed"."""
    up = own_status(tree, tree.tokens[i].head)
    if up in ("planned", "alleged") and tree.tokens[i].tag in ("VB", "VBP") and own in (None, "occurred"):
        return up
    return up if up == "cancelled" and own == "occurred" and not tree.kids(i, "aux", "auxpass") else own


def under_verb(tree: Tree, i: int, told: Status) -> Status | None:
    """What the verb over the infinitive at ``i`` makes of it: "agreed to begin talks", "is said to be planning a visit"."""
    governed = governor_status(tree, tree.tokens[i].head, "xcomp", told) if tree.tokens[i].dep == "xcomp" else None
    if governed == "none":
        return None
    return governed if governed == "alleged" or (governed is not None and told == "ongoing") else told


def first_time(tree: Tree, i: int) -> Status | None:
    """The status of what marks the time of the clause at ``i``: "it would mark the first time that Norway hosts them"."""
    token = tree.tokens[i]
    time = tree.tokens[token.head]
    told = token.dep == "relcl" and time.lemma == "time" and token.tag in ("VBZ", "VBP")
    return own_status(tree, time.head) if told and tree.tokens[time.head].pos in ("VERB", "AUX") else None


def event_time(tree: Tree, i: int) -> int | None:
    """The main verb of what is told to be offered or asked "during a call with X": the call itself is held."""
    prep = tree.tokens[tree.tokens[i].head]
    if tree.tokens[i].pos != "NOUN" or tree.tokens[i].dep != "pobj" or prep.text.lower() not in ("during", "in", "at"):
        return None
    verb = prep.head
    if tree.tokens[verb].dep != "xcomp" or tree.tokens[tree.tokens[verb].head].lemma not in _ASKING:
        return None
    return tree.tokens[verb].head if prep.text.lower() == "during" else None


def own_tense(tree: Tree, i: int, own: Status | None) -> bool:
    """Whether the clause at ``i`` has a tense of its own: "who came in May", "when it will mark the day", "after talks ended"."""
    token = tree.tokens[i]
    if token.dep == "relcl":
        return token.tag == "VBD" or (own == "planned" and any(tree.tokens[c].tag == "MD" for c in tree.kids(i, "aux")))
    past = token.tag == "VBD" or (token.tag == "VBN" and not tree.kids(i, "aux", "auxpass"))  # "since the two restored ties"
    return token.dep == "advcl" and past and own_clause(tree, i)


def own_clause(tree: Tree, i: int) -> bool:
    """Whether the clause at ``i`` has its own subject and a conjunction of time: "after talks ended"."""
    marks = {tree.tokens[c].text.lower() for c in tree.kids(i, "mark", "advmod")}
    return bool(tree.kids(i, "nsubj", "nsubjpass")) and bool(marks & {"after", "when", "since", "before"})


def raised(tree: Tree, head: int, own: Status | None) -> Status | None:
    """The status ``own`` of an infinitive as the verb over it at ``head`` has it."""
    if own in ("planned", "cancelled") and tree.tokens[head].lemma == "be":  # "the two are to meet", "was to visit"
        return own
    up = own_status(tree, head)
    return up if up is not None and (own in (None, "occurred", "planned") or up in ("denied", "alleged")) else own


def noun_status(tree: Tree, i: int) -> Status | None:
    """What the words about a noun say of it: "the planned visit", "ahead of his visit", "the visit is expected in May"."""
    token = tree.tokens[i]
    if token.pos != "NOUN":
        return None
    if token.dep in ("nsubj", "nsubjpass") and at_last(tree, token.head):
        return "occurred"
    words = {tree.tokens[c].text.lower() for c in tree.kids(i, "amod")}
    if (words & _AHEAD or scheduled(tree, i)) and dropped(tree, i):
        return "cancelled"
    if still_ahead(tree, i):
        return "planned"
    for told, status in _ATTRIBUTES:
        if words & told:
            return status
    if talked_on(tree, i):
        return "ongoing"
    if token.dep == "pobj":
        return governed_noun(tree, i)
    return subject_status(tree, i) if token.dep in ("nsubj", "nsubjpass") else None


def still_ahead(tree: Tree, i: int) -> bool:
    """Whether words right beside the noun say that it is to come: "tomorrow's visit", "talks set to take place in May"."""
    owners = {tree.tokens[k].text.lower() for c in tree.kids(i, "poss") for k in (c, *tree.children[c])}
    head = tree.tokens[tree.tokens[i].head]
    if head.tag in ("VBZ", "VBP") and head.lemma in ("include", "feature") and tree.tokens[i].dep == "dobj":
        return any(tree.tokens[c].lemma in _PENDING for c in tree.kids(head.i, "nsubj"))  # "his agenda includes a meeting"
    return (
        bool(owners & {"tomorrow", "next"})
        or set_for(tree, i)
        or any(
            tree.tokens[c].lemma in EXPECTING and tree.tokens[c].tag == "VBN" and tree.kids(c, "xcomp")
            for c in tree.kids(i, "acl")
        )
    )


def set_for(tree: Tree, i: int) -> bool:
    """Whether the noun is of what is set for a day that is not past, and no verb of its own says what came of it."""
    if tree.tokens[i].dep in ("nsubj", "nsubjpass") or not scheduled(tree, i):
        return False
    acl = [c for c in tree.kids(i, "acl") if tree.tokens[c].tag == "VBN" and tree.tokens[c].lemma in EXPECTING]
    told = [t for c in acl for k in tree.below(c) if (t := tree.times.get(k)) is not None]
    published = tree.annotation.article.published
    return bool(told) and all(t.start is None or published is None or t.start >= published[: len(t.start)] for t in told)


def to_come(tree: Tree, prep: str, over: int) -> bool:
    """Whether the preposition at the word ``over`` says that what it governs is still ahead: "prepares for a visit"."""
    above = tree.tokens[over]
    own = own_status(tree, over)
    if prep == "for":
        preparing = {above.lemma, *(tree.tokens[s].lemma for s in tree.kids(over, "nsubj", "nsubjpass"))} & _PREPARING
        return bool(preparing) or (own == "planned" and above.pos == "VERB")  # "will join her for talks"
    talked = {above.lemma, *(tree.tokens[c].lemma for c in tree.kids(over, "dobj") if prep in ("regarding", "concerning"))}
    if prep in ("on", "about", "regarding", "concerning"):  # "talks are under way on a visit"
        return bool(talked & _BEING_TALKED)
    agreed = prep == "to" and above.lemma in _CONSENTING and own == "occurred"  # "agreed to a meeting"
    aimed = prep == "at" and above.lemma == "aim"  # "the visit is aimed at talks with X"
    return agreed or aimed or prep == "before" or (prep == "of" and above.lemma in ("ahead", "eve", "date"))


def scheduled(tree: Tree, i: int) -> bool:
    """Whether the noun is of what was set for a day: "the summit, scheduled for Sunday, fell through"."""
    return any(tree.tokens[c].lemma in EXPECTING and tree.tokens[c].tag == "VBN" for c in tree.kids(i, "acl"))


def governed_noun(tree: Tree, i: int) -> Status | None:
    """What the preposition over the noun at ``i`` and what is above it say of it."""
    head = tree.tokens[tree.tokens[i].head]
    above = tree.tokens[head.head]
    prep = head.text.lower()
    if prep == "of" and above.lemma in ENDS and above.pos == "NOUN":
        return at_end(tree, above.i)
    if prep == "of" and above.lemma == "anniversary":  # "will attend the anniversary of the armistice", which is long signed
        return "occurred"
    if above.lemma == "signing":  # "will attend the signing of a treaty"
        return status_of(tree, above.i)
    if (whole := event_time(tree, i)) is not None:
        return "planned" if own_status(tree, whole) == "planned" else "occurred"
    if prep == "of" and above.lemma in _ROUNDS and above.dep == "dobj":  # "will host a meeting of the dialogue"
        return status_of(tree, above.i)
    if to_come(tree, prep, above.i):
        return "planned"
    if prep == "for":  # "is flying to Oslo for talks", "was due in Oslo for talks"
        flying = above.lemma in GOING and above.tag == "VBG" and tree.kids(above.i, "aux")
        due = {tree.tokens[c].lemma for c in (above.i, *tree.kids(above.i, "acomp"))} & _DUE
        return "planned" if flying or due else None
    return None


def at_end(tree: Tree, i: int) -> Status | None:
    """The status of that at whose end something is done: of the main verb ("agreed to meet again, at the close of a visit")."""
    verb = tree.tokens[main_verb(tree, i)]
    told = own_status(tree, verb.i) if verb.pos in ("VERB", "AUX") else None
    return told if told in ("occurred", "planned") else None


def subject_status(tree: Tree, i: int) -> Status | None:
    """What is told of the noun at ``i`` as a subject: "is expected", "had been due", "is on the agenda"."""
    head = tree.tokens[tree.tokens[i].head]
    if tree.kids(head.i, "neg"):
        off = head.lemma in _GOING_AHEAD and any(tree.tokens[c].lemma == "will" for c in tree.kids(head.i, "aux"))
        return "cancelled" if off else None  # "the talks will not take place"
    if head.tag == "VBG" and head.lemma in _GOING_AHEAD and tree.kids(head.i, "aux"):
        return "planned"  # "the talks are going ahead as planned"
    mine = any(tree.tokens[c].text.lower() in ("my", "our") for c in tree.kids(i, "poss"))
    if head.lemma == "be" and head.tag == "VBZ" and mine:
        return "planned"  # "my meeting with her is essential"
    complements = tree.kids(head.i, "acomp")
    told = {tree.tokens[c].lemma for c in complements} | ({head.lemma} if tree.is_passive(head.i) else set())
    ahead = {tree.tokens[j].lemma for prep, j in tree.prepositions(head.i) if prep in ("on", "in") and head.lemma == "be"}
    if any(given_up(tree, c) for c in complements if tree.tokens[c].lemma in EXPECTING) or come_to_nothing(tree, head.i):
        return "cancelled"
    return "planned" if told & EXPECTING or ahead & _PENDING else None


def not_to_be(tree: Tree, i: int) -> bool:
    """Whether the verb at ``i`` says that something will not take place."""
    place = any(tree.tokens[c].lemma == "place" for c in tree.kids(i, "dobj"))
    return place and any(tree.tokens[c].lemma == "will" for c in tree.kids(i, "aux"))


def gone_before(tree: Tree, i: int) -> bool:
    """Whether a gerund comes before an announcement, which so does not announce it: "announced the deal after flying to X"."""
    prep = tree.tokens[tree.tokens[i].head]
    return prep.text.lower() in ("after", "upon", "on") and tree.tokens[prep.head].lemma in FORETELLING


def carried_status(tree: Tree, i: int, own: Status | None) -> Status | None:
    """What a light verb makes of the noun that it carries: "postponed a visit", "planned a visit", "is on a visit"."""
    lemma = tree.lemma(i)
    if lemma in CANCELLING or held_up(tree, i):
        return "occurred" if at_last(tree, i) else "cancelled"
    if own == "denied" and lemma == "take" and not_to_be(tree, i):
        return "cancelled"
    if lemma == "rule_out":
        return "alleged" if tree.kids(i, "neg") else "denied"
    if lemma in PONDERING and own in ("occurred", "ongoing"):
        return "alleged"
    if lemma in FORETELLING and own in ("occurred", "ongoing"):
        return "planned"
    if own == "occurred" and under_way(tree, i):
        return "ongoing"
    present = tree.tokens[i].tag in ("VBZ", "VBP", "VBG") or bool(
        {"is", "are"} & {tree.tokens[c].text.lower() for c in tree.kids(i, "aux")}
    )
    if lemma in ("begin", "start", "embark", "kick_off", "continue", "open") and own == "occurred":
        return "ongoing"
    if lemma == "be" and present and own == "occurred":  # "talks are under way on a visit": there is none yet
        return "planned" if {tree.tokens[t].lemma for t in tree.kids(i, "nsubj")} & _BEING_TALKED else "ongoing"
    return None


def governor_status(tree: Tree, head: int, dep: str, own: Status | None) -> Status | Literal["none"] | None:
    """What the governor at ``head`` makes of what it governs by ``dep``: a status, "none" for no fact, None to look on."""
    lemma = tree.lemma(head)
    plain = tree.tokens[head].lemma
    noun = tree.tokens[head].pos == "NOUN"
    if (lemma in CANCELLING or held_up(tree, head)) and dep in ("dobj", "nsubjpass", "nsubj"):
        return "cancelled"
    told = dep in ("ccomp", "dobj", "xcomp", "pcomp", "nsubjpass") or (dep == "prep" and lemma == "rule_out")
    if {plain, lemma} & _DENYING and told:
        return "alleged" if tree.kids(head, "neg") else "denied"  # "has not ruled out a visit"
    if noun and plain in _ALLEGING_NOUNS and dep in ("acl", "ccomp", "relcl") and own in ("occurred", "planned", "ongoing"):
        denied = {tree.tokens[tree.tokens[head].head].lemma} & _DENYING
        return "denied" if denied or untrue(tree, head) else "alleged"
    charged = dep == "prep" and tree.tokens[head].dep == "dobj" and tree.tokens[tree.tokens[head].head].lemma in _CHARGING
    if charged or (plain in _ALLEGING and dep in ("ccomp", "pcomp", "xcomp", "prep")):
        return "alleged"  # "accused the rebels of shelling the town"
    reputed = plain in _REPUTED and tree.is_passive(head)  # "is said to have met"
    if dep == "xcomp" and (reputed or (plain in PONDERING and not tree.kids(head, "neg"))):
        return "alleged"
    if (short := fallen_short(tree, head, dep, own)) is not None:
        return short
    if dep == "xcomp" and plain in EXPECTING:
        return "cancelled" if given_up(tree, head) else "denied" if tree.kids(head, "neg") else "planned"
    foreseen = dep in ("dobj", "nsubjpass") and plain in _PROVIDING  # "the treaty envisages annual talks"
    forward = dep == "prep" and plain == "look" and any(tree.tokens[c].text == "forward" for c in tree.children[head])
    if own == "occurred" and (foreseen or forward or (dep == "ccomp" and plain in ("propose", "suggest"))):
        return "planned"
    if (
        ((dep in ("xcomp", "ccomp", "acl") or (noun and dep == "advcl")) and plain in _ASKING)
        or (dep == "prep" and plain in (_UNDONE if noun else _HINDERING))
        or (dep == "advcl" and (plain == "threaten" or (plain in _CALLING and called_on(tree, head))))
        or (dep == "acl" and noun and plain in _TRIES)
        or (dep == "xcomp" and any(tree.tokens[c].lemma in _WISHES for c in tree.kids(head, "dobj")))
        or (dep == "xcomp" and plain == "tell")
        or (dep == "xcomp" and plain == "able" and own_status(tree, tree.tokens[head].head) == "planned")
        or (dep in ("acl", "relcl") and plain in DEADLINES)
        or (dep == "prep" and plain in _READY)
        or (dep == "advcl" and plain == "give" and given_time(tree, head))
    ):
        return "none"
    if dep == "advcl" and {tree.tokens[c].text.lower() for c in tree.children[head]} & {"if"}:
        return None
    return None
