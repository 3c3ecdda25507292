"""Parses of speech mended: what is said in a statement, what things are called, who acts beside saying."""

from __future__ import annotations

from kg.extract.mend_names import listed_subject
from kg.extract.mend_tags import append_saying, appended_saying
from kg.extract.relations import ANY_SUBJECT, CONJUNCTIONS, VERBAL
from kg.model import Token

_ADJUNCTS = frozenset({"prep", "pobj", "npadvmod", "advmod"})
_FAR = 30  # tokens back
_NEAR = 5  # steps up the tree
_CALLING = frozenset(
    """reject dismiss denounce condemn describe brand slam criticise criticize decry blast refute deride portray characterise
    characterize denigrate disparage lambast regard see""".split()
)
_AGREEING = frozenset({"agree", "decide", "promise", "pledge", "vow", "undertake"})
_TELLING = frozenset(
    """say state announce add note warn stress declare tell write claim argue insist reiterate affirm confirm emphasise emphasize
    underline report explain acknowledge admit pledge promise vow assure complain""".split()
)
_ACTS = frozenset(
    """accuse urge call vow pledge promise warn thank condemn criticise criticize denounce reject deny dismiss praise demand
    reiterate stress invite welcome add describe express voice say note cite brand label underline underscore emphasise emphasize
    highlight affirm reaffirm assert insist recall acknowledge announce""".split()
)
_EXCHANGES = frozenset(
    "meeting talk talks conversation call interview conference briefing speech address visit lunch dinner reception".split()
)
_PUBLISHING = frozenset("give write issue make deliver post publish release send hold read sign share put file".split())
_AUDIENCES = frozenset(
    """briefing conference parliament rally gathering meeting session forum audience press reporter summit hearing congress
    council committee assembly paper newspaper agency radio broadcaster crowd""".split()
)
_ADDRESSING = frozenset({"tell", "inform", "assure", "remind"})
_PAUSES = frozenset({",", "-", "--", "–", "—"})
_STOPS = frozenset({",", '"', "”", "''"})
_ACTORS = frozenset(
    """minister president leader side government country ministry official spokesman spokeswoman spokesperson ambassador envoy
    party union state parliament delegation people army council counterpart diplomat""".split()
)
_TAKING_TWO = frozenset(
    "give award grant hand name call elect appoint send deny refuse tell ask offer show teach pay promise".split()
)
CLAIMS = frozenset("charge accusation allegation claim report assertion suggestion something".split())
_DENYING = frozenset("deny reject dismiss dispute refute rebut disavow".split())
_DENIALS = {form: word for word in _DENYING for form in (f"{word}s", f"{word}ed", word)} | {
    "denies": "deny",
    "denied": "deny",
    "dismisses": "dismiss",
    "disputed": "dispute",
    "refuted": "refute",
    "rebutted": "rebut",
    "called": "call",
    "calls": "call",
}
_QUOTES = frozenset({'"', "“", "”", "''", "``"})


def named_before_told(tokens: list[Token], children: dict[int, list[int]], prep: Token) -> None:
    """ "rejected as 'baseless' a remark by Smith": what stands after the name that it is given is the object of the verb."""
    verb = tokens[prep.head]
    if verb.lemma not in _CALLING or any(tokens[c].dep == "dobj" for c in children.get(verb.i, [])):
        return
    end = end_of_name(tokens, prep.i + 1)
    name = [j for j in range(prep.i + 1, end) if tokens[j].pos != "PUNCT"]
    told = [t for t in tokens[end : end + 12] if t.pos in ("NOUN", "PROPN") and (t.head == prep.i or t.head in name)]
    if not name or not told:
        return
    tokens[told[0].i] = told[0]._replace(dep="dobj", head=verb.i)
    for j in name:
        if tokens[j].head not in name:
            tokens[j] = tokens[j]._replace(dep="pobj", head=prep.i)


def end_of_name(tokens: list[Token], first: int) -> int:
    """The token after what a thing is called: a quotation, or an adjective before a determiner or a name."""
    if first < len(tokens) and tokens[first].text in _QUOTES:
        return next((j for j in range(first + 1, min(first + 15, len(tokens))) if tokens[j].text in _QUOTES), first) + 1
    j = first
    while j < len(tokens) and tokens[j].pos in ("ADV", "ADJ"):
        j += 1
    return j


def told_in(tokens: list[Token], children: dict[int, list[int]], mark: Token) -> None:
    """ "said in a statement that it was ready": the clause is what is said, not what the statement is like."""
    clause = tokens[mark.head]
    noun = tokens[clause.head]
    prep = tokens[noun.head]
    verb = tokens[prep.head]
    if noun.dep == "dobj" and prep.lemma in _ADDRESSING and clause.dep in ("acl", "relcl"):  # "told a rally that it was ready"
        told_to = not any(tokens[c].dep in ("ccomp", "xcomp") for c in children.get(prep.i, []))
        tokens[clause.i] = clause._replace(dep="ccomp", head=prep.i) if told_to else clause
        return
    if clause.dep not in ("acl", "relcl", "ccomp") or noun.dep != "pobj" or prep.dep not in ("prep", "dative"):
        return
    told = [c for c in children.get(verb.i, []) if tokens[c].dep in ("ccomp", "xcomp")]
    if verb.lemma in _TELLING and verb.i < prep.i and not told:
        tokens[clause.i] = clause._replace(dep="ccomp", head=verb.i)


def told_after_noun(tokens: list[Token], children: dict[int, list[int]], clause: Token) -> None:
    """ "told reporters by text message he would stay": a clause that begins with a pronoun is what is told."""
    noun = tokens[clause.head]
    prep = tokens[noun.head]
    verb = tokens[prep.head]
    first = tokens[min(noun.i + 1, len(tokens) - 1)]
    if noun.dep == "dobj" and prep.lemma in _ADDRESSING and first.text == "that" and noun.lemma in _AUDIENCES:
        if any(
            tokens[c].dep in ANY_SUBJECT and c != first.i for c in children.get(clause.i, [])
        ):  # "told a rally that it was so"
            tokens[clause.i] = clause._replace(dep="ccomp", head=prep.i)
            tokens[first.i] = first._replace(tag="IN", dep="mark", head=clause.i)
        return
    if first.tag != "PRP" or first.head != clause.i or first.dep not in ANY_SUBJECT or clause.lemma in _PUBLISHING:
        return
    told = [c for c in children.get(verb.i, []) if tokens[c].dep in ("ccomp", "xcomp")]
    if noun.dep == "pobj" and prep.dep == "prep" and verb.lemma in _TELLING and verb.i < prep.i and not told:
        tokens[clause.i] = clause._replace(dep="ccomp", head=verb.i)


def told_at(tokens: list[Token], children: dict[int, list[int]], prep: Token) -> bool:
    """Hang "during a meeting" on who "affirmed that Laos is a friend during a meeting", where what is said is of the present."""
    nouns = [tokens[c] for c in children.get(prep.i, []) if tokens[c].dep == "pobj" and tokens[c].lemma in _EXCHANGES]
    inner = tokens[prep.head]
    over, own = tokens[inner.head], any(tokens[k].tag == "PRP$" for n in nouns for k in children.get(n.i, []))
    if own and inner.dep == "xcomp" and over.lemma in _AGREEING and over.tag == "VBD" and over.i < inner.i < prep.i:
        tokens[prep.i] = prep._replace(head=over.i)  # "agreed to open a port during their talks"
        return True
    for _ in range(_NEAR):
        if inner.dep == "ccomp" or inner.head == inner.i:
            break
        inner = tokens[inner.head]
    said = tokens[inner.head]
    helpers = {tokens[c].tag for c in children.get(inner.i, []) if tokens[c].dep in ("aux", "auxpass")}
    if not nouns or inner.dep != "ccomp" or said.lemma not in _TELLING or said.tag != "VBD" or not said.i < inner.i < prep.i:
        return False
    if "MD" in helpers or not {inner.tag, *helpers} & {"VBZ", "VBP"}:  # "said it will be signed during a visit"
        return False
    tokens[prep.i] = prep._replace(head=said.i)
    return True


def conjunct(tokens: list[Token], children: dict[int, list[int]], names: set[int], t: Token) -> None:
    """Put the coordinated word right that the parser takes for another part of speech or hangs on another subject."""
    head = tokens[t.head]
    if (
        t.tag == "VB"
        and head.tag in ("VBD", "VBZ")
        and t.i > 1
        and tokens[t.i - 2].dep == "dobj"
        and tokens[t.i - 1].text == "and"
    ):
        tokens[t.i] = t._replace(pos="NOUN", tag="NN", head=t.i - 2)  # "expressed disappointment and regret"
    elif t.lemma in _TELLING and appended_saying(tokens, children, t):
        append_saying(tokens, children, t)
    elif t.tag == "VBD" and head.lemma in _TELLING and (told := told_before_aside(tokens, children, t)) is not None:
        tokens[t.i] = t._replace(head=told)
    elif t.tag in ("VBD", "VBZ") and head.pos in VERBAL and (own := subject_between(tokens, children, names, t)) is not None:
        tokens[own] = tokens[own]._replace(dep="nsubj", head=t.i)
    elif t.tag == "VBD" and head.tag == "VBD" and (as_ := as_between(tokens, children, names, t)) is not None:
        own = next(c for c in children[as_] if tokens[c].dep == "pobj")
        tokens[own] = tokens[own]._replace(dep="nsubj", head=t.i)
        tokens[as_] = tokens[as_]._replace(dep="mark", head=t.i)
        tokens[t.i] = t._replace(dep="advcl")
    elif {t.i, t.i + 2} <= names and tokens[t.i + 1].dep == "case":
        owned_name(tokens, t)
    elif not listed_subject(tokens, children, t):
        act_beside_said(tokens, children, t)


def told_before_aside(tokens: list[Token], children: dict[int, list[int]], verb: Token) -> int | None:
    """ "Voss promised to help, she said, but left": the verb of what is told, of which leaving is one more act."""
    said = verb.head
    told = [c for c in children.get(said, []) if tokens[c].dep == "ccomp" and c < said]
    aside = tokens[said + 1].text == "," and tokens[said - 2].text == ","  # "..., she said, ..."
    own = any(tokens[c].dep in ANY_SUBJECT for c in children.get(verb.i, []))
    return told[0] if told and aside and not own and verb.i > said else None


def owned_name(tokens: list[Token], owner: Token) -> None:
    """ "his counterpart Berg and Somalia's Hart": whom the state has by its possessive stands in its place."""
    person = tokens[owner.i + 2]
    if person.head == owner.i or (person.dep in ("conj", "appos") and person.head < owner.i):
        tokens[person.i] = person._replace(dep=owner.dep, head=owner.head)
        tokens[owner.i] = owner._replace(dep="poss", head=person.i)


def subject_between(tokens: list[Token], children: dict[int, list[int]], names: set[int], verb: Token) -> int | None:
    """The name after ", and" that begins the clause of a coordinated verb: "said it was so, and Berg, who came, praised it"."""
    if any(tokens[c].dep in ANY_SUBJECT for c in children.get(verb.i, [])):
        return None
    for i in range(verb.i - 1, verb.head + 1, -1):
        t = tokens[i]
        first = i - 1 if tokens[i - 1].dep in ("det", "poss") and tokens[i - 1].head == i else i  # "and the minister, Berg, said"
        if i in names and t.dep == "conj" and tokens[first - 1].text == "and" and tokens[first - 2].text in _STOPS:
            return i if joined_to(tokens, i, verb.i) else None
    return None


def as_between(tokens: list[Token], children: dict[int, list[int]], names: set[int], verb: Token) -> int | None:
    """The "as" before the clause of a verb read as coordinated: "the leaders watched as Berg and Hart signed it"."""
    if tokens[verb.i - 1].dep == "cc" or any(tokens[c].dep in ANY_SUBJECT for c in children.get(verb.i, [])):
        return None
    for c in children.get(verb.head, []):
        told = [j for j in children.get(c, []) if tokens[j].dep == "pobj"]
        if tokens[c].text == "as" and verb.head < c < verb.i and told and told[0] in names and joined_to(tokens, told[0], verb.i):
            return c
    return None


def joined_to(tokens: list[Token], name: int, verb: int) -> bool:
    """Whether all words between a name and a verb are below the name, or punctuation and adverbs of the verb."""
    for i in (k for k in range(name + 1, verb) if tokens[k].pos != "PUNCT"):
        j = i
        while tokens[j].head not in (name, verb, j):
            j = tokens[j].head
        if tokens[j].head != name and tokens[j].dep not in ("advmod", "aux", "neg"):
            return False
    return True


def finite_above(tokens: list[Token], verb: Token, tag: str) -> int | None:
    """The nearest verb of that tense above a verb without tense; None where there is none near."""
    above = tokens[verb.head]
    for _ in range(_NEAR):
        if above.pos in VERBAL and above.tag == tag:
            return above.i
        if above.head == above.i:
            return None
        above = tokens[above.head]
    return None


def claim_denied(tokens: list[Token], names: set[int], claim: Token) -> None:
    """ "accuses it of spying, a charge Oslo denies": the name denies the charge, which is no part of what is charged."""
    first = claim.i - 1 if tokens[claim.i - 1].tag == "DT" else claim.i
    if first < 2 or tokens[first - 1].text not in _PAUSES or claim.i + 2 >= len(tokens):
        return
    name = claim.i + 1 + (tokens[claim.i + 1].text.lower() in ("that", "which"))
    name += tokens[name].text.lower() == "the"
    verb = next((t for t in tokens[name + 1 : name + 5] if t.text.lower() in _DENIALS), None)
    if name not in names or verb is None or not all(t.pos in ("AUX", "ADV", "VERB") for t in tokens[name + 1 : verb.i]):
        return
    above = path_up(tokens, first - 1)
    turned = verb.i in above  # the parser hangs what is told on its denial
    beside = [j for j in range(max(first - _FAR, 0), first) if tokens[j].head == verb.i][:1] if turned else []
    told = [j for j in (above[: above.index(verb.i)] + beside if turned else above) if tokens[j].pos in VERBAL and j < first]
    if not told:
        return
    main = tokens[told[-1]]
    if turned:
        tokens[main.i] = main._replace(dep=verb.dep, head=main.i if verb.head == verb.i else verb.head)
    tag = "VBZ" if verb.text.endswith("s") else "VBD"
    tokens[verb.i] = verb._replace(pos="VERB", tag=tag, lemma=_DENIALS[verb.text.lower()], dep="relcl", head=claim.i)
    tokens[claim.i] = claim._replace(pos="NOUN", dep="appos", head=main.i)
    tokens[name] = tokens[name]._replace(dep="nsubj", head=verb.i)
    for j in range(first, claim.i):
        tokens[j] = tokens[j]._replace(head=claim.i)


def which_denied(tokens: list[Token], which: Token) -> None:
    """ "says it shelters the group, which Oslo denies": what is denied is what is told, not the group."""
    verb = tokens[which.head]
    if (
        which.dep != "dobj"
        or verb.dep != "relcl"
        or verb.lemma not in _DENYING
        or tokens[which.i - 1].text != ","
        or tokens[verb.head].lemma in CLAIMS
    ):
        return
    told = [j for j in path_up(tokens, verb.head)[1:] if tokens[j].pos in VERBAL and j < which.i]
    if told:
        tokens[verb.i] = verb._replace(dep="advcl", head=told[-1])


def path_up(tokens: list[Token], i: int) -> list[int]:
    """The tokens from the one at ``i`` up to the root."""
    path = [i]
    while tokens[path[-1]].head not in path:
        path.append(tokens[path[-1]].head)
    return path


def act_after_said(tokens: list[Token], act: Token) -> None:
    """ "denied that it was so, calling it a joke": who denies calls it so, not who is spoken of."""
    if act.lemma not in _ACTS:
        return
    if (nearer := told_while(tokens, act)) is not None:
        tokens[act.i] = act._replace(head=nearer)
        return
    inner = tokens[act.head]
    while inner.dep in ("conj", "xcomp") and inner.pos in VERBAL:
        inner = tokens[inner.head]
    said = tokens[inner.head]
    claim = inner.dep == "acl" and said.dep == "dobj"  # "dismissed reports that it was so, calling them a joke"
    said = tokens[said.head] if claim else said
    speaks = said.lemma in _TELLING | _CALLING | {"deny"} and said.i < inner.i < act.i
    if (claim or inner.dep == "ccomp") and speaks and tokens[act.i - 1].text == ",":
        tokens[act.i] = act._replace(head=said.i)


def told_while(tokens: list[Token], act: Token) -> int | None:
    """The verb of the clause with "while" that stands before "..., saying": who acts there says so, not the other side."""
    if tokens[act.i - 1].text != "," or act.head > act.i:
        return None
    inside = tokens[act.head + 1 : act.i - 1]
    mark = next((t for t in inside if t.dep == "mark" and t.text in ("while", "whereas", "although")), None)
    verb = tokens[mark.head] if mark is not None else None
    if verb is None or verb.head != act.head or verb.dep != "advcl" or not act.head < verb.i < act.i:
        return None
    return verb.i if any(t.head == verb.i and t.dep == "nsubj" for t in inside) else None


def act_beside_said(tokens: list[Token], children: dict[int, list[int]], act: Token) -> None:
    """ "says the people voted and accuses the union": who says accuses, where both verbs and no other have that tense."""
    if act.lemma not in _ACTS or act.tag not in ("VBD", "VBZ"):
        return
    told = tokens[act.head]
    while told.dep == "conj" and told.pos in VERBAL:
        told = tokens[told.head]
    if told.tag in ("VBG", "VB") and (main := finite_above(tokens, told, act.tag)) is not None:
        tokens[act.i] = act._replace(head=main)  # "accused it of breaking the law and called for calm"
        return
    said = tokens[told.head]
    inside = {tokens[c].tag for c in children.get(told.i, []) if tokens[c].dep in ("aux", "auxpass")} | {told.tag}
    if told.dep != "ccomp" or said.lemma not in _TELLING or said.tag != act.tag or not said.i < told.i < act.i:
        return
    things = [tokens[c] for c in children.get(told.i, []) if tokens[c].dep == "nsubj"]
    idle = any(t.pos == "NOUN" and t.lemma not in _ACTORS for t in things)  # things do not urge
    if (idle or act.tag not in inside) and not any(tokens[c].dep in ANY_SUBJECT for c in children.get(act.i, [])):
        tokens[act.i] = act._replace(head=said.i)


def perfect(tokens: list[Token], children: dict[int, list[int]], aux: Token) -> None:
    """ "He's accused Chile of it": "'s" before a participle with an object of its own is "has"."""
    verb = tokens[aux.head]
    below = [tokens[c] for c in children.get(verb.i, [])]
    subject = next((t for t in below if t.dep == "nsubjpass" and t.tag == "PRP" and t.i == aux.i - 1), None)
    if subject is None or verb.lemma in _TAKING_TWO or not any(t.dep == "dobj" and t.i > verb.i for t in below):
        return
    tokens[aux.i] = aux._replace(lemma="have", dep="aux")
    tokens[subject.i] = subject._replace(dep="nsubj")


def agent_of_active(tokens: list[Token], children: dict[int, list[int]], prep: Token) -> None:
    """ "turned down an offer by Smith": whose the object is, not who turns it down."""
    verb = tokens[prep.head]
    below = [tokens[c] for c in children.get(verb.i, [])]
    deps = {t.dep for t in below}
    things = [t for t in below if t.dep == "dobj" and verb.i < t.i < prep.i]
    if things and "nsubj" in deps and not deps & {"auxpass", "nsubjpass"}:
        tokens[prep.i] = prep._replace(dep="prep", head=things[-1].i)


def relative_object(tokens: list[Token], children: dict[int, list[int]], which: Token) -> None:
    """ "a flight, which Smith's ministry labelled an insult": what is so called, and no part of the name after it."""
    subject = tokens[which.head]
    verb = tokens[subject.head]
    if subject.dep != "nsubj" or verb.dep != "relcl" or which.i > subject.i or verb.i < subject.i:
        return
    for c in children.get(verb.i, []):
        if tokens[c].dep == "dobj" and c > verb.i:
            tokens[c] = tokens[c]._replace(dep="oprd")
    tokens[which.i] = which._replace(pos="PRON", dep="dobj", head=verb.i)


def listed_clause(tokens: list[Token], children: dict[int, list[int]], verb: Token) -> None:
    """ "said that Oslo backs the plan, welcomes the talks and wants more": of Oslo all three are said."""
    if any(tokens[c].dep in ANY_SUBJECT for c in children.get(verb.i, [])) or tokens[verb.head].i > verb.i:
        return
    for c in children.get(verb.head, []):
        first = tokens[c]
        if c < verb.i and first.dep == "ccomp" and first.tag == verb.tag and tokens[verb.head].i < c:
            if any(tokens[k].dep in ANY_SUBJECT for k in children.get(c, [])):
                tokens[verb.i] = verb._replace(dep="conj", head=c)
            return


def clause_before_time(tokens: list[Token], verb: Token) -> None:
    """ "after Oslo in 2016 broke off relations": who broke them off, though a time stands between."""
    left = verb.i - 1
    while (
        left > 0 and (tokens[left].head == verb.i or tokens[tokens[left].head].head == verb.i) and tokens[left].dep in _ADJUNCTS
    ):
        left -= 1
    noun, prep = tokens[left], tokens[tokens[left].head]
    if left < verb.i - 1 and noun.dep == "pobj" and prep.dep == "prep" and prep.text.lower() in CONJUNCTIONS:
        tokens[prep.i] = prep._replace(dep="mark", head=verb.i)
        tokens[noun.i] = noun._replace(dep="nsubj", head=verb.i)
