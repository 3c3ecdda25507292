"""Parses mended around names: lists of people, the label of a speaker, a subject behind a comma, an opening participle."""

from __future__ import annotations

from kg.extract.frames import frames
from kg.extract.relations import ANY_SUBJECT, SUBJECT, VERBAL
from kg.lexicon import lexicon
from kg.model import Token

_LISTED = 12  # words behind a name in which a list goes on
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEFORE_VERB = frozenset("aux auxpass neg advmod punct npadvmod prep".split())
_OPENING = frozenset("speak address appear brief talk comment react respond attend".split())
_CLIMB = 6
_OVER_GERUNDS = frozenset({"of", "by", "for", "from", "without", "in", "after", "before"})
_BY_OFFICE = frozenset({"visit", "act", "serve", "tour", "lead", "sit"})  # "of visiting President Smith"
_OF_OBJECT = frozenset("visit meet tour host receive address lead head leave join".split())
_LOOSE = frozenset({"advcl", "conj", "ccomp", "dep"})
_RECEIVING = frozenset("receive meet welcome host greet see".split())
_GOING = frozenset("arrive leave depart come fly go visit travel land return".split())


def mend_names(tokens: list[Token], children: dict[int, list[int]], people: set[int]) -> None:
    """Put heads and relations of people's names right."""
    openings = lexicon().openings
    held_talks(tokens, children)
    ranked_beside(tokens, children)
    for i in sorted(people):
        name = tokens[i]
        if i and tokens[i - 1].text.lower() in openings:
            opening_participle(tokens, people, tokens[i - 1])
            name = tokens[i]
        if name.dep == "pobj" and i > 1 and name.head == i - 2 and tokens[i - 1].dep == "compound":
            gerund_before(tokens, name)
        if name.dep == "appos":
            name_behind(tokens, children, people, name)
        elif name.dep in ("nmod", "compound", "amod") and name.head in people and name.head > i:
            first_of_two(tokens, children, name)
        elif name.dep == "conj":
            second = i + 1 < len(tokens) and tokens[i + 1].tag == "MD"
            (second_clause if second else listed_last if name.head not in people else gapped)(tokens, children, people, name)
        elif name.dep == "npadvmod" and tokens[name.head].lemma == "counterpart":  # "her counterpart from Peru, Smith"
            tokens[i] = name._replace(dep="appos")
        elif name.dep == "npadvmod" and tokens[name.head].tag == "VBG" and tokens[name.head].i == i - 1:  # "without meeting X"
            tokens[i] = name._replace(dep="dobj")
        elif name.dep == "npadvmod" and name.head > i:
            subject_apart(tokens, children, name)
        elif name.dep == "nsubj" and i + 1 < len(tokens) and tokens[i + 1].text == ":":
            label(tokens, children, name)
        elif name.dep in SUBJECT and i and tokens[i - 1].text == ",":
            fronted(tokens, children, name)
        elif name.dep in ("nsubj", "dobj") and name.head < i and tokens[name.head].lemma != "tell":
            subject_told_of(tokens, children, name)


def subject_told_of(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "Berg said the envoy, Silva, would come": who would come, and not who says so with Berg."""
    verb = tokens[name.head]
    beside = children.get(verb.i, [])
    told = next((c for c in beside if tokens[c].dep == "ccomp" and c > name.i), None)
    if told is None or not any(tokens[c].dep == "nsubj" and c < verb.i for c in beside):
        return
    between = [t for t in tokens[name.i + 1 : told] if t.head not in (told, name.i) and t.pos != "PUNCT"]
    if not between and not any(tokens[c].dep in ANY_SUBJECT for c in children.get(told, [])):
        passive = any(tokens[c].dep == "auxpass" for c in children.get(told, []))
        tokens[name.i] = name._replace(dep="nsubjpass" if passive else "nsubj", head=told)


def subject_apart(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "Silva, for his part, extended greetings": the name is the subject, and the verb no participle."""
    verb = tokens[name.head]
    first = not name.i or tokens[name.i - 1].sent != name.sent
    beside = {tokens[c].dep for c in children.get(verb.i, []) if c != name.i}
    if not first or verb.dep != "ROOT" or verb.pos != "VERB" or beside & ANY_SUBJECT:
        return
    if any(t.text != "," for t in tokens[name.i + 1 : name.i + 2]):
        return
    tokens[name.i] = name._replace(dep="nsubjpass" if "auxpass" in beside else "nsubj")
    if verb.tag == "VBN" and not beside & {"aux", "auxpass"}:
        tokens[verb.i] = verb._replace(tag="VBD")


def before_day(tokens: list[Token], children: dict[int, list[int]], timed: set[int], noun: Token) -> bool:
    """Whether a day stands right behind the noun that the parser hangs on it; the noun is then put right."""
    on_day = noun.head == noun.i + 1 and noun.head in timed
    if on_day:
        subject_before_day(tokens, children, noun)
    return on_day


def subject_before_day(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "Norway Thursday rejected it": the name is the subject, and no part of the day."""
    day = tokens[name.head]
    verb = tokens[day.head]
    beside = {tokens[c].dep for c in children.get(verb.i, []) if c != day.i}
    if (
        name.dep != "compound"
        or day.dep not in ANY_SUBJECT | {"npadvmod"}
        or verb.pos not in VERBAL
        or beside & ANY_SUBJECT
        or verb.i < day.i
    ):
        return
    tokens[name.i] = name._replace(dep="nsubjpass" if "auxpass" in beside else "nsubj", head=verb.i)
    tokens[day.i] = day._replace(dep="npadvmod")
    for c in children.get(day.i, []):
        if c < name.i:
            tokens[c] = tokens[c]._replace(head=name.i)


def name_behind(tokens: list[Token], children: dict[int, list[int]], people: set[int], name: Token) -> None:
    """Put a name right that the parser takes for another one of what stands before it."""
    if tokens[name.head].text in lexicon().styles:
        behind_style(tokens, name)
    elif name.head in people and listed(tokens, children, name):
        tokens[name.i] = name._replace(dep="conj")
    elif name.head not in people and tokens[name.i - 1].text != ",":
        guest_behind_place(tokens, children, name)
    elif name.head not in people and tokens[name.head].dep in SUBJECT and name.head == name.i - 2:
        behind_source(tokens, name)
    else:
        owned_beside(tokens, children, name)
        subject_behind_comma(tokens, children, name)


def behind_source(tokens: list[Token], name: Token) -> None:
    """ "According to the state agency, Andina, Silva said so": who said so, and no other name of the agency."""
    source = tokens[name.head]
    told = tokens[source.i - 2] if source.i > 3 and tokens[source.i - 1].text == "," else source
    if told.dep == "pobj" and tokens[tokens[told.head].head].text == "According":
        tokens[source.i] = source._replace(dep="appos", head=told.i)
        tokens[name.i] = name._replace(dep=source.dep, head=source.head)


def held_talks(tokens: list[Token], children: dict[int, list[int]]) -> None:
    """ "later the two held talks": the two are who held them, and the talks not two."""
    for t in tokens[3:]:
        if t.text != "talks" or tokens[t.i - 1].text != "held" or tokens[t.i - 1].dep != "amod" or tokens[t.i - 2].text != "two":
            continue
        held, two = tokens[t.i - 1], tokens[t.i - 2]
        tokens[held.i] = held._replace(
            lemma="hold", pos="VERB", tag="VBD", dep="advcl" if t.dep == "advcl" else t.dep, head=t.head
        )
        tokens[two.i] = two._replace(dep="nsubj", head=held.i)
        tokens[t.i] = t._replace(dep="dobj", head=held.i)
        for c in children.get(t.i, []):
            if c < two.i:
                tokens[c] = tokens[c]._replace(head=two.i if tokens[c].dep == "det" else held.i)


def ranked_beside(tokens: list[Token], children: dict[int, list[int]]) -> None:
    """ "visited Oslo, the first Chilean premier to do so": who is ranked is nothing that was visited."""
    for t in tokens:
        if t.text not in ("first", "second", "only", "latest") or t.dep != "amod" or tokens[t.head].dep != "dobj":
            continue
        noun = tokens[t.head]
        before = [c for c in children.get(noun.head, []) if tokens[c].dep == "dobj" and c < noun.i]
        if before and any(k.text == "," for k in tokens[before[0] : t.i]):
            tokens[noun.i] = noun._replace(dep="appos", head=before[0])


def guest_behind_place(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "received today in Lima the minister, X": whom somebody received, and no other name of Lima."""
    prep = tokens[tokens[name.head].head]
    verb = tokens[prep.head]
    if tokens[name.head].dep != "pobj":
        return
    taken = any(tokens[c].dep in ("dobj", "nsubjpass", "auxpass") for c in children.get(verb.i, []))
    if verb.lemma in _RECEIVING and verb.i < prep.i and prep.text in ("in", "at", "on") and not taken:
        tokens[name.i] = name._replace(dep="dobj", head=verb.i)


def behind_style(tokens: list[Token], name: Token) -> None:
    """ "HE the Prime Minister X sent a cable": who sent it, and no "he"."""
    style = tokens[name.head]
    tokens[name.i] = name._replace(dep=style.dep, head=style.head)
    tokens[style.i] = style._replace(pos="DET", tag="DT", dep="det", head=name.i)


def listed(tokens: list[Token], children: dict[int, list[int]], name: Token) -> bool:
    """Whether a name behind another is the next of a list, and none for the same: "Silva, retired general Berg and Hart"."""
    below = children.get(name.i, [])
    first = min([name.i, *(c for c in below if tokens[c].dep in ("det", "amod", "compound"))])
    more = any(tokens[c].dep == "conj" and c > name.i for c in below) or any(
        tokens[c].dep == "conj" and c > name.i for c in children.get(name.head, [])
    )
    more = more or tokens[name.head].dep == "conj"  # "Silva, Berg, Hart, among others"
    return name.head < name.i and (tokens[first - 1].text == ";" or (tokens[first - 1].text == "," and more))


def owned_beside(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "Peru's Silva and Chile's Berg": two people, of whom the second is of Chile, and not Chile itself."""
    state = tokens[name.i - 2] if name.i > 1 else name
    if state.dep == "poss" and state.head == name.i and any(tokens[c].dep == "poss" for c in children.get(name.head, [])):
        tokens[name.i] = name._replace(dep="conj")
        return
    if (
        tokens[name.i - 1].dep == "case"
        and tokens[name.i - 1].head == state.i
        and state.dep == "conj"
        and state.head == name.head
    ):
        tokens[name.i] = name._replace(dep="conj", head=state.head)
        tokens[state.i] = state._replace(dep="poss", head=name.i)


def first_of_two(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "with President Silva and candidate Karl Voss": the first name is what the preposition takes, the second beside it."""
    last = tokens[name.head]
    linked = [tokens[c] for c in children.get(name.i, []) if tokens[c].dep == "cc" and name.i < c < last.i]
    if linked and last.head != last.i:
        tokens[name.i] = name._replace(dep=last.dep, head=last.head)
        tokens[last.i] = last._replace(dep="conj", head=name.i)


def listed_last(tokens: list[Token], children: dict[int, list[int]], people: set[int], name: Token) -> None:
    """ "held talks with the premier, Silva, and the envoy, Voss": with whom too, and no second thing that was held."""
    first = name.i - (3 if tokens[name.i - 2].text == "," else 2)
    over = {tokens[first].head, tokens[tokens[first].head].head} if first >= 0 else set()
    told = first in people and tokens[first].dep in ("pobj", "dobj") and name.head in over
    if told and tokens[name.i - 1].text == "and" and (name.i + 1 == len(tokens) or tokens[name.i + 1].pos not in VERBAL):
        tokens[name.i] = name._replace(head=first)
    else:
        gapped(tokens, children, people, name)


def second_clause(tokens: list[Token], children: dict[int, list[int]], people: set[int], name: Token) -> None:
    """ "Silva will go to Oslo and Voss will go to Lima": who goes to Lima, and nobody to whom Silva goes."""
    verb = tokens[tokens[name.i + 1].head]
    first, before = tokens[name.head], tokens[verb.head]
    subjects = [c for c in children.get(verb.i, []) if tokens[c].dep in ANY_SUBJECT]
    if tokens[name.i - 1].text not in ("and", "but", "while") or verb.i < name.i or verb.dep not in _LOOSE:
        return
    if subjects == [first.i] and first.i == before.i + 1 and before.lemma in _OF_OBJECT:  # "will visit Peru and Voss will go"
        tokens[first.i] = first._replace(dep="dobj", head=before.i)
    elif subjects:
        return
    passive = any(tokens[c].dep == "auxpass" for c in children.get(verb.i, []))
    tokens[name.i] = name._replace(dep="nsubjpass" if passive else "nsubj", head=verb.i)
    tokens[verb.i] = verb._replace(dep="conj")


def gapped(tokens: list[Token], children: dict[int, list[int]], people: set[int], name: Token) -> None:
    """ "Silva led the Chilean side and Voss the Norwegian side": the second side is none that Silva led."""
    thing = tokens[name.head]
    if thing.dep != "dobj" or thing.pos != "NOUN":
        return
    for c in children.get(thing.head, []):
        if tokens[c].dep == "dobj" and c > name.i and all(t.head == c for t in tokens[name.i + 1 : c]):
            tokens[c] = tokens[c]._replace(dep="dep", head=name.i)


def listed_subject(tokens: list[Token], children: dict[int, list[int]], first: Token) -> bool:
    """ "At talks in Oslo, Peru and Chile agreed": who agrees, no further places; whether that was put right."""
    if first.i == 0 or tokens[first.i - 1].text != "," or first.pos not in ("NOUN", "PROPN"):
        return False
    top = tokens[first.head]
    if top.dep != "pobj" or top.i > first.i:
        return False
    for _ in range(_CLIMB):
        top = tokens[top.head]
        if (top.pos in ("VERB", "AUX") and not (top.tag == "VBG" and top.i < first.i)) or top.head == top.i:
            break
    below = [tokens[c] for c in children.get(top.i, [])]
    finite = top.tag in _FINITE or any(c.dep in ("aux", "auxpass") and c.tag in {*_FINITE, "MD"} for c in below)
    speaking = [c for c in below if c.dep == "csubj" and c.lemma in _OPENING and c.i < first.i]
    if top.pos not in ("VERB", "AUX") or top.i < first.i or not finite:
        return False
    if any(c.dep in ANY_SUBJECT and c not in speaking for c in below):
        return False
    if any(c.i > first.i and c.i < top.i and c.dep not in _BEFORE_VERB for c in below):
        return False
    for c in speaking:
        tokens[c.i] = c._replace(dep="advcl")
    passive = any(c.dep == "auxpass" for c in below)
    tokens[first.i] = first._replace(dep="nsubjpass" if passive else "nsubj", head=top.i)
    return True


def label(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "MR VOSS: Minister Silva went to Oslo": who speaks is no subject of what is said."""
    others = [c for c in children.get(name.head, []) if c > name.i and tokens[c].dep in ANY_SUBJECT]
    if others and name.head > name.i:
        tokens[name.i] = name._replace(dep="dep")


def subject_behind_comma(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "On the invitation of X, President Y on Monday arrived": who arrived, and no other name of X."""
    sentence_end = next((t for t in tokens[name.i + 1 : name.i + 10] if t.text in (",", ".") or t.tag in _FINITE), None)
    if (
        sentence_end is None
        or sentence_end.tag not in _FINITE
        or sentence_end.lemma not in _GOING
        or tokens[name.i - 1].text != ","
    ):
        return
    verb = sentence_end
    own = any(tokens[c].dep in ANY_SUBJECT for c in children.get(verb.i, []))
    if not own and verb.dep == "ROOT" and name.head < name.i and tokens[name.head].dep == "pobj":
        tokens[name.i] = name._replace(dep="nsubj", head=verb.i)


def gerund_before(tokens: list[Token], name: Token) -> None:
    """ "took the step of expelling Smith": a deed done to Smith, and no part of his name."""
    word, prep = tokens[name.i - 1], tokens[name.i - 2]
    stem = word.text.removesuffix("ing")
    if stem == word.text or not word.text.islower() or prep.text.lower() not in _OVER_GERUNDS:
        return
    lemma = next((v for v in (stem, stem + "e", stem[:-1]) if v not in _BY_OFFICE and (False, v) in frames()), None)
    if lemma is not None:
        tokens[word.i] = word._replace(lemma=lemma, pos="VERB", tag="VBG", dep="pcomp", head=prep.i)
        tokens[name.i] = name._replace(dep="dobj", head=word.i)


def fronted(tokens: list[Token], children: dict[int, list[int]], name: Token) -> None:
    """ "The first Chilean premier to visit Oslo, Silva met Berg": what opens the sentence says who Silva is."""
    noun = next((tokens[c] for c in children.get(name.head, []) if tokens[c].dep in SUBJECT and c < name.i), None)
    if noun is not None and (place := beyond_place(tokens, children, noun, name)) is not None:
        tokens[noun.i] = noun._replace(dep="appos", head=place)
        return
    if noun is None or not any(tokens[c].dep == "det" for c in children.get(noun.i, [])):
        return
    before = noun.i
    while before and tokens[before - 1].sent == name.sent:
        before -= 1
    if not any(t.head == name.head and t.i != noun.i for t in tokens[before : name.i - 1]):
        tokens[noun.i] = noun._replace(dep="appos", head=name.i)


def beyond_place(tokens: list[Token], children: dict[int, list[int]], noun: Token, name: Token) -> int | None:
    """The place that the name before the subject only goes on with: "Speaking in Lima, southern Peru, Silva said"."""
    first = min([noun.i, *children.get(noun.i, [])])
    if noun.pos != "PROPN" or noun.i + 2 != name.i or first < 2 or tokens[first - 1].text != ",":
        return None
    place = tokens[first - 2]
    return place.i if place.dep == "pobj" and place.pos == "PROPN" and place.sent == name.sent else None


def opening_participle(tokens: list[Token], people: set[int], t: Token) -> None:
    """ "Welcoming Smith, Jones said": the word taken for a name of Smith's is what Jones does, Smith whom it is done to."""
    if t.tag == "VBG" or (t.i and tokens[t.i - 1].sent == t.sent):
        return
    guest = t.i + 1
    speaker = next((j for j in range(guest + 1, min(guest + 30, len(tokens))) if tokens[j].sent == t.sent and j in people), None)
    subject = next((tokens[j] for j in (guest, speaker) if j is not None and tokens[j].dep in ANY_SUBJECT), None)
    if speaker is None or subject is None or tokens[subject.head].pos not in VERBAL:
        return
    verb = subject.head
    tokens[t.i] = t._replace(lemma=lexicon().openings[t.text.lower()], pos="VERB", tag="VBG", dep="advcl", head=verb)
    tokens[guest] = tokens[guest]._replace(dep="dobj", head=t.i)
    tokens[speaker] = tokens[speaker]._replace(dep="nsubj", head=verb)


def last_listed(tokens: list[Token], names: set[int], name: Token) -> None:
    """ "sanctions on Norway, Peru and Chile were lifted": Chile ends the list, and is nothing that was lifted."""
    if name.dep not in ANY_SUBJECT or name.i < 3 or tokens[name.i - 1].dep != "cc":
        return
    over = tokens[tokens[name.i - 1].head]
    first = tokens[over.head]
    if over.i in names and over.dep == "conj" and first.dep == "appos" and tokens[first.head].head == name.head:
        tokens[first.i] = first._replace(dep="conj")  # "President Smith, the Union, the League and NATO condemned it"
        tokens[name.i] = name._replace(dep="conj", head=over.i)
    before = tokens[name.i - 2 if tokens[name.i - 2].text != "," else name.i - 3]
    if over.dep != name.dep or over.head != name.head or before.i not in names or over.i in names:
        return
    if before.dep == "appos" and before.head in names:
        tokens[before.i] = before._replace(dep="conj")
    tokens[name.i] = name._replace(dep="conj", head=before.i)


def listed_second(tokens: list[Token], names: set[int], states: set[int]) -> None:
    """ "the presidents of Norway, Chile, Peru and Kenya": Chile, with Peru behind it, is no other word for Norway."""
    for name in [tokens[i] for i in sorted(names) if tokens[i].dep == "appos" and tokens[i].head in names]:
        gap = tokens[name.head + 1 : name.i]
        behind = [t for t in tokens[name.i + 1 : name.i + _LISTED] if t.dep == "conj" and t.i in names]
        three = {name.i, name.head, *(t.i for t in behind if t.head == name.i)}
        listed = {name.i, name.head} <= {t.head for t in behind} or (three <= states and len(three) > 2)
        if listed and gap and gap[0].text == "," and all(t.dep == "det" for t in gap[1:]):
            tokens[name.i] = name._replace(dep="conj")
