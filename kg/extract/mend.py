"""Parses mended where small models are known to go wrong: a date about the subject, "left for X to attend Y", gerunds."""

from __future__ import annotations

from kg.extract.mend_cycles import uncross
from kg.extract.mend_names import before_day, last_listed, listed_second, mend_names
from kg.extract.mend_sites import beyond_time, site_of_deed
from kg.extract.mend_speech import (
    act_after_said,
    agent_of_active,
    clause_before_time,
    conjunct,
    listed_clause,
    named_before_told,
    perfect,
    relative_object,
    told_after_noun,
    told_at,
    told_in,
)
from kg.extract.mend_tags import saying_after
from kg.extract.mend_words import (
    WORDS,
    aim_of_subject,
    beside_infinitive,
    by_word,
    frozen_assets,
    met_beside,
    mistagged,
    talks_of,
    to_participle,
)
from kg.extract.relations import ANY_SUBJECT, CONJUNCTIONS, VERBAL
from kg.lexicon import lexicon
from kg.model import Annotation, Token

_LEAVING = frozenset({"leave", "depart", "head", "fly", "travel", "set", "go"})
_ORDERING = frozenset({"before", "after"})
_MOVING = frozenset("leave depart arrive return come go fly head land travel".split())
_HEADS = frozenset({"head", "leader", "chief"})
_VEHICLES = frozenset("train air plane rail road sea land car bus ship boat ferry".split())  # "left here by train": by nobody
_GUESTS = frozenset("delegation guest visitor team mission him her them occasion anniversary".split())
_ARRIVING = frozenset({"land", "visit", "tour", "head", "travel"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DISPUTING = frozenset({"deny", "admit", "acknowledge"})
_SAYING = frozenset("say announce report add state note confirm declare tell write".split())
_NAMING = frozenset({"name", "appoint", "elect", "nominate", "designate", "choose", "make"})
_CHARGING = frozenset("accuse suspect blame criticise criticize condemn denounce thank praise convict fault berate".split())
_DEEDS = frozenset("fighting shelling bombing signing meeting summoning".split())
_SMALL = frozenset({"aux", "auxpass", "agent", "det", "csubj"})
_NAMED = ANY_SUBJECT | {"compound", "oprd", "attr"}


def mended(annotation: Annotation) -> tuple[Token, ...]:
    """The tokens of an article with heads and relations put right."""
    tokens = list(annotation.tokens)
    timed = {i for time in annotation.times for i in range(time.first, time.last)}
    names = {m.token for m in annotation.mentions if not m.inner and m.type != "Occasion"}
    people = {m.token for m in annotation.mentions if not m.inner and m.type == "Person"}
    children = below(tokens)
    for t in annotation.tokens:
        if t.dep == "pobj" and t.i in names and t.i not in timed:
            free_subject(tokens, children, timed, t)
        elif t.dep == "prep":
            preposition(tokens, children, (names, timed, people), t)
        elif t.tag == "VBG" and t.dep != "advcl":
            gerund(tokens, t)
        elif t.tag in ("NNPS", "VBD") and t.i not in names and (word := mistagged(t)) is not None:
            tokens[t.i] = beside_infinitive(tokens, children, word)
            before_day(tokens, children, timed, tokens[t.i])
        elif t.dep == "mark":
            mark_of_clause(tokens, children, t)
        elif t.tag == "NNS" and t.lemma in _ARRIVING and t.i - 1 in people:
            verb_after_name(tokens, children, t)
        elif t.dep in ("acl", "advcl", "ccomp", "relcl"):
            clause(tokens, children, t)
        elif t.dep == "conj":
            conjunct(tokens, children, names, t)
        elif t.dep in _SMALL:
            small_word(tokens, children, t)
        elif t.i in names and t.dep in _NAMED:
            name_of_part(tokens, children, (names, timed), t)
        if t.lemma in WORDS:
            by_word(tokens, children, names, t)
    listed_second(tokens, names, {m.token for m in annotation.mentions if m.type == "State"})
    mend_names(tokens, children, people)
    uncross(tokens, annotation.tokens)
    return tuple(tokens)


def name_of_part(tokens: list[Token], children: dict[int, list[int]], marked: tuple[set[int], set[int]], name: Token) -> None:
    """Put a name right that is a subject or stands before another noun; ``marked``: names, parts of times."""
    names, timed = marked
    if not before_day(tokens, children, timed, name):
        appointed(tokens, children, name)
    last_listed(tokens, names, name)


def small_word(tokens: list[Token], children: dict[int, list[int]], t: Token) -> None:
    """Put an auxiliary, a "by", a relative pronoun or an infinitive right that the parser takes for something else."""
    if t.dep == "agent" and by_vehicle(tokens, t):
        tokens[t.i] = t._replace(dep="prep")
    elif t.dep == "agent":
        agent_of_active(tokens, children, t)
    elif t.dep == "csubj" and t.tag == "VB":
        aim_of_subject(tokens, children, t)
    elif t.dep == "auxpass" and t.text in ("'s", "’s"):
        perfect(tokens, children, t)
    elif t.dep == "aux" and t.tag == "TO":
        to_participle(tokens, children, t)
    elif t.dep in ("aux", "auxpass"):
        for c in children.get(t.i, ()):
            if tokens[c].dep in ANY_SUBJECT:  # "Oslo has, for the first time, condemned it"
                tokens[c] = tokens[c]._replace(head=t.head)
    elif t.dep == "det" and t.tag == "WDT":
        relative_object(tokens, children, t)


def clause(tokens: list[Token], children: dict[int, list[int]], verb: Token) -> None:
    """Put the clause of ``verb`` right that hangs on a noun or another verb: "a delegation left", "left after a raid killed"."""
    if verb.dep == "relcl":
        told_after_noun(tokens, children, verb)
    elif verb.dep != "ccomp" and verb.lemma in _MOVING and verb.tag in ("VBN", "VBD") and tokens[verb.head].pos in _NOMINAL:
        verb_of_noun(tokens, children, verb)
    elif verb.dep == "advcl" and verb.tag in ("VBD", "VBZ", "VBP"):
        clause_of_time(tokens, children, verb)
    elif verb.dep == "ccomp" and apart(tokens, verb):
        tokens[verb.i] = verb._replace(dep="ROOT", head=verb.i)
    elif verb.dep == "ccomp" and tokens[verb.head].dep == "pcomp":
        clause_after_gerund(tokens, children, verb)
    elif verb.dep == "ccomp" and verb.lemma == "freeze":
        frozen_assets(tokens, verb)
    elif verb.dep == "ccomp" and verb.head > verb.i:
        saying_after(tokens, children, verb)
    elif verb.dep == "ccomp" and verb.tag in ("VBZ", "VBP", "VBD"):
        listed_clause(tokens, children, verb)
    elif verb.dep == "advcl" and verb.tag == "VBG":
        act_after_said(tokens, verb)


def apart(tokens: list[Token], verb: Token) -> bool:
    """Whether a semicolon parts a clause from the verb after it: "Oslo blamed Lima for the raid; Lima denied the charge"."""
    return verb.i < verb.head and any(t.text == ";" for t in tokens[verb.i + 1 : verb.head])


def mark_of_clause(tokens: list[Token], children: dict[int, list[int]], mark: Token) -> None:
    """Put the clause right that the conjunction begins: "left for Oslo to attend", "said in a statement that it was ready"."""
    if mark.text == "for":
        goal_of_leaving(tokens, children, mark)
    elif mark.text == "that":
        told_in(tokens, children, mark)
    elif mark.text == "as":
        office_left(tokens, children, mark)


def office_left(tokens: list[Token], children: dict[int, list[int]], mark: Token) -> None:
    """ "will step down as premier to become envoy": the premier is what is left, not who becomes envoy."""
    inner = tokens[mark.head]
    below = [tokens[c] for c in children.get(inner.i, [])]
    ahead = any(t.dep == "aux" and t.text == "to" for t in below)
    office = next((t for t in below if t.dep == "nsubj" and mark.i < t.i < inner.i and t.lemma in lexicon().office_heads), None)
    if ahead and office is not None and inner.dep == "advcl":
        tokens[mark.i] = mark._replace(dep="prep", pos="ADP", head=inner.head)
        tokens[office.i] = office._replace(dep="pobj", head=mark.i)


def preposition(tokens: list[Token], children: dict[int, list[int]], marked: tuple[set[int], ...], prep: Token) -> None:
    """Put the preposition right where the parser is known to hang it wrong; ``marked``: names, parts of times, people."""
    names, timed, people = marked
    if prep.head in timed and prep.text in ("in", "at", "with", "by"):
        beyond_time(tokens, children, timed, prep)
        return
    if prep.text in ("during", "in", "at") and (
        told_at(tokens, children, prep) or site_of_deed(tokens, children, names, timed, people, prep)
    ):
        return
    if prep.text in ("in", "out", "off"):
        particle(tokens, children, timed, prep)
    elif prep.text == "on":
        date_of_subject(tokens, children, timed, prep)
    elif prep.text == "as":
        named_before_told(tokens, children, prep)
    elif prep.text == "by":
        agent_beyond(tokens, children, names, prep)
    elif prep.text in _ORDERING:
        told_before(tokens, children, prep)
    elif prep.text == "with" and (verb := met_beside(tokens, names, prep)) is not None:
        tokens[prep.i] = prep._replace(head=verb)
    elif (prep.text == "to" and sent_to(tokens, prep)) or (prep.text == "with" and talks_of(tokens, children, prep)):
        tokens[prep.i] = prep._replace(head=prep.i - 1)


def below(tokens: list[Token]) -> dict[int, list[int]]:
    """The children of each token that has some."""
    children: dict[int, list[int]] = {}
    for t in tokens:
        if t.head != t.i:
            children.setdefault(t.head, []).append(t.i)
    return children


def free_subject(tokens: list[Token], children: dict[int, list[int]], timed: set[int], name: Token) -> None:
    """ "On Thursday Smith travels": the name is the subject of the verb and no part of the date before it."""
    prep = tokens[name.head]
    verb = tokens[prep.head]
    dates = [c for c in children.get(name.i, []) if c == name.i - 1 and c in timed]
    if not dates or prep.i > name.i or verb.i < name.i or verb.pos not in ("VERB", "AUX"):
        return
    if any(tokens[c].dep in ANY_SUBJECT for c in children.get(verb.i, [])):
        return
    tokens[dates[0]] = tokens[dates[0]]._replace(dep="pobj", head=prep.i)
    tokens[name.i] = name._replace(dep="nsubj", head=verb.i)


def sent_to(tokens: list[Token], prep: Token) -> bool:
    """ "was Norway's envoy to Chile": where the office right before it is held, not where anybody goes."""
    office = tokens[prep.i - 1] if prep.i else prep
    beside = office.head == prep.head and office.dep in ("attr", "acomp", "oprd") and office.pos in ("NOUN", "PROPN")
    return beside and office.lemma in lexicon().office_heads and tokens[prep.head].lemma in ("be", "become", "remain")


def appointed(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "named Smith defence minister", "As consul was appointed Smith": the name is whom the verb of appointing takes."""
    office = tokens[name.head]
    verb = tokens[office.head]
    if name.dep == "compound" and verb.lemma in _NAMING and verb.i < name.i and office.dep in ("dobj", "oprd", "attr"):
        if office.lemma in lexicon().office_heads and name.i == verb.i + 1:
            tokens[name.i] = name._replace(dep="dobj", head=verb.i)
            tokens[office.i] = office._replace(dep="oprd")
            if verb.dep == "acl":  # who appoints is its subject
                tokens[verb.i] = verb._replace(tag="VBD")
    elif name.dep != "compound" and office.lemma in _NAMING and office.i < name.i:
        relations = {tokens[c].dep for c in children.get(office.i, [])}
        if "auxpass" in relations and not relations & ANY_SUBJECT:
            tokens[name.i] = name._replace(dep="nsubjpass")
        elif office.dep == "acl" and verb.dep == "ROOT" and verb.pos == "PROPN":  # "Berg on Monday named Hart as envoy"
            tokens[name.i] = name._replace(dep="dobj")
            tokens[office.i] = office._replace(tag="VBD")


def particle(tokens: list[Token], children: dict[int, list[int]], timed: set[int], prep: Token) -> None:
    """ "flew in last night": no preposition of the time after it, but the verb's particle."""
    for c in children.get(prep.i, []):
        words = {tokens[k].text.lower() for k in children.get(c, [])}
        if tokens[c].dep == "pobj" and c in timed and prep.i == prep.head + 1 and words & {"last", "this", "next"}:
            tokens[prep.i] = prep._replace(pos="ADP", dep="prt")
            tokens[c] = tokens[c]._replace(dep="npadvmod", head=prep.head)


def date_of_subject(tokens: list[Token], children: dict[int, list[int]], timed: set[int], prep: Token) -> None:
    """ "Smith on Friday held talks": the date is of what the subject does, and no part of the name before it."""
    dates = [c for c in children.get(prep.i, []) if c in timed and tokens[c].dep == "pobj"]
    subject = tokens[prep.head]
    while subject.dep in ("conj", "appos") and subject.head != subject.i:
        subject = tokens[subject.head]
    verb = tokens[subject.head]
    if not dates or subject.dep not in ANY_SUBJECT or verb.pos not in VERBAL or verb.i < prep.i:
        return
    after = next((t for t in tokens[dates[-1] + 1 : verb.i + 1] if t.i not in timed), verb)
    if after.i == verb.i or (after.head == verb.i and after.dep in ("aux", "auxpass", "neg", "advmod")):
        tokens[prep.i] = prep._replace(head=verb.i)


def gerund(tokens: list[Token], verb: Token) -> None:
    """ "accused the army of shelling hospitals": the gerund governs the noun after it, and does not describe it."""
    if verb.text.lower() in _DEEDS and verb.dep in ("nsubj", "nsubjpass", "dobj", "pobj"):  # "fighting between X and Y resumed"
        tokens[verb.i] = verb._replace(pos="NOUN", tag="NN", lemma=verb.text.lower())
        return
    noun, prep = tokens[verb.head], tokens[verb.i - 1]
    if verb.dep == "amod" and prep.lemma in _DISPUTING and noun.dep == "dobj" and noun.head == prep.i:
        gerund_denied(tokens, verb, noun, prep)
        return
    if verb.dep != "amod" or noun.dep != "pobj" or noun.head != prep.i or prep.dep != "prep" or noun.i < verb.i:
        return
    above = tokens[prep.head]
    charged = {above.lemma, tokens[above.head].lemma} & _CHARGING
    if charged:
        tokens[verb.i] = verb._replace(pos="VERB", dep="pcomp", head=prep.i)
        tokens[noun.i] = noun._replace(dep="dobj", head=verb.i)


def gerund_denied(tokens: list[Token], verb: Token, noun: Token, over: Token) -> None:
    """ "denied supplying shells to Norway": what is denied is a deed with its goods and its goal."""
    tokens[verb.i] = verb._replace(pos="VERB", dep="xcomp", head=over.i)
    tokens[noun.i] = noun._replace(dep="dobj", head=verb.i)
    for t in tokens[noun.i + 1 : noun.i + 9]:
        if t.head == over.i and t.dep in ("prep", "dative"):
            tokens[t.i] = tokens[t.i]._replace(head=verb.i)


def clause_of_time(tokens: list[Token], children: dict[int, list[int]], verb: Token) -> None:
    """ "left after a raid on the port killed nine": what the conjunction was read to govern is the subject of the clause."""
    if any(tokens[c].dep in ANY_SUBJECT for c in children.get(verb.i, [])):
        return
    for c in children.get(verb.head, []):
        if c < verb.i and tokens[c].dep == "prep" and tokens[c].text.lower() in CONJUNCTIONS:
            nouns = [k for k in children.get(c, []) if tokens[k].dep == "pobj"]
            last = nouns[0] if len(nouns) == 1 else verb.i
            while below := [k for k in children.get(last, []) if k > last]:
                last = max(below)
            if last == verb.i - 1:
                tokens[c] = tokens[c]._replace(dep="mark", head=verb.i)
                tokens[nouns[0]] = tokens[nouns[0]]._replace(dep="nsubj", head=verb.i)
                return
    clause_before_time(tokens, verb)


def verb_after_name(tokens: list[Token], children: dict[int, list[int]], noun: Token) -> None:
    """ "Norway's Smith lands in Oslo": a verb, and no lands of his."""
    below = children.get(noun.i, [])
    name = tokens[noun.i - 1]
    if name.dep not in ("compound", "nmod") or any(tokens[c].dep in ("det", "amod", "nummod") for c in below):
        return
    for c in below:
        if c < name.i and tokens[c].dep == "poss":
            tokens[c] = tokens[c]._replace(head=name.i)
    tokens[name.i] = name._replace(dep="nsubj", head=noun.i)
    tokens[noun.i] = noun._replace(pos="VERB", tag="VBZ")


def verb_of_noun(tokens: list[Token], children: dict[int, list[int]], verb: Token) -> None:
    """ "A delegation of the union left here for home": the sentence is no name with a participle but tells who left."""
    noun = tokens[verb.head]
    if noun.dep != "ROOT" or noun.i > verb.i:
        return
    below = children.get(verb.i, [])
    subject = [c for c in below if tokens[c].dep in ANY_SUBJECT]
    by_others = any(tokens[c].dep == "agent" and not by_vehicle(tokens, tokens[c]) for c in below)
    if by_others or any(tokens[c].dep == "auxpass" for c in below) or any(tokens[c].lemma not in _HEADS for c in subject):
        return
    for c in [c for c in below if tokens[c].dep == "mark" or c in subject]:  # "with X as head arrived"
        tokens[c] = tokens[c]._replace(dep="prep" if tokens[c].dep == "mark" else "pobj", head=noun.i)
    tokens[verb.i] = verb._replace(tag="VBD", dep="ROOT", head=verb.i)
    tokens[noun.i] = noun._replace(dep="nsubj", head=verb.i)


def clause_after_gerund(tokens: list[Token], children: dict[int, list[int]], verb: Token) -> None:
    """ "After seeing X she flew on": the sentence tells of the flight, which is nothing that was seen."""
    gerund_, prep = tokens[verb.head], tokens[tokens[verb.head].head]
    own = any(tokens[c].dep in ANY_SUBJECT for c in children.get(verb.i, []))
    if (
        gerund_.tag == "VBG"
        and prep.dep == "ROOT"
        and prep.pos == "ADP"
        and own
        and any(tokens[c].dep == "dobj" and c < verb.i for c in children.get(gerund_.i, []))
    ):
        tokens[verb.i] = verb._replace(dep="ROOT", head=verb.i)
        tokens[prep.i] = prep._replace(dep="prep", head=verb.i)


def by_vehicle(tokens: list[Token], prep: Token) -> bool:
    """ "arrived here by train": by nobody."""
    return prep.i + 1 < len(tokens) and tokens[prep.i + 1].lemma in _VEHICLES and tokens[prep.i + 1].head == prep.i


def agent_beyond(tokens: list[Token], children: dict[int, list[int]], names: set[int], prep: Token) -> None:
    """ "a banquet was given for the delegation by the ministry": who gives it, not whose delegation it is."""
    guest = tokens[prep.head]
    over = tokens[guest.head]
    verb = tokens[over.head]
    own = guest.lemma in ("visit", "trip", "tour") and any(tokens[c].dep == "poss" for c in children.get(guest.i, []))
    if guest.dep != "pobj" or not (own or guest.i in names or guest.lemma in _GUESTS) or verb.pos != "VERB":
        return
    deps = {tokens[c].dep for c in children.get(verb.i, [])}
    if "auxpass" in deps and "agent" not in deps and any(tokens[c].i in names for c in children.get(prep.i, [])):
        tokens[prep.i] = prep._replace(dep="agent", head=verb.i)


def told_before(tokens: list[Token], children: dict[int, list[int]], prep: Token) -> None:
    """ "will visit Oslo before flying to Lima, the ministry said": who flies is who visits, not who says so."""
    saying = tokens[prep.head]
    if saying.lemma in _SAYING and saying.i < prep.i and any(tokens[c].dep == "pcomp" for c in children.get(prep.i, [])):
        told_first = [c for c in children.get(saying.i, []) if tokens[c].dep == "ccomp" and saying.i < c < prep.i]
        if told_first:  # "reports that she was received before laying a wreath"
            tokens[prep.i] = prep._replace(head=told_first[-1])
        return
    subjects = [c for c in children.get(saying.i, []) if tokens[c].dep == "nsubj" and prep.i < c < saying.i]
    if saying.lemma not in _SAYING or not subjects or not any(tokens[c].dep == "pcomp" for c in children.get(prep.i, [])):
        return
    told = [c for c in children.get(saying.i, []) if tokens[c].dep == "ccomp" and c < prep.i]
    if saying.dep in ("advcl", "conj", "parataxis") and saying.head < prep.i:
        told.append(saying.head)
    if told:
        tokens[prep.i] = prep._replace(head=told[0])


def goal_of_leaving(tokens: list[Token], children: dict[int, list[int]], mark: Token) -> None:
    """ "left for Oslo to attend": the name is where the way leads, not who attends."""
    inner = tokens[mark.head]
    verb = tokens[inner.head]
    if verb.lemma not in _LEAVING or inner.dep not in ("advcl", "xcomp", "ccomp"):
        return
    goals = [
        c for c in children.get(inner.i, []) if tokens[c].dep == "nsubj" and mark.i < c < inner.i and tokens[c].pos == "PROPN"
    ]
    if goals:
        tokens[mark.i] = mark._replace(pos="ADP", dep="prep", head=verb.i)
        tokens[goals[0]] = tokens[goals[0]]._replace(dep="pobj", head=mark.i)
