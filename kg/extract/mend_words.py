"""Parses mended by single words: "the emir voiced hope", "extended to Hart warm greetings", "face to face"."""

from __future__ import annotations

from kg.extract.mend_speech import CLAIMS, claim_denied, which_denied
from kg.extract.mend_tags import REPORTING, reports_at_end
from kg.extract.relations import VERBAL
from kg.lexicon import lexicon
from kg.model import Token

_COURTESIES = frozenset(
    """greeting wish condolence message letter regard sympathy congratulation thanks gratitude hope concern support regret
    appreciation solidarity confidence""".split()
)
_GENERALS = frozenset({"director-general", "secretary-general", "attorney-general", "governor-general", "inspector-general"})
_PLAIN = frozenset({"counterpart", "well", "which", "to", "on", "in", "route", "worth", "persona", "personae"})
_ASIDE = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})
_AFFAIRS = frozenset({"d'affaires", "d’affaires"})
WORDS = CLAIMS | REPORTING | _COURTESIES | _GENERALS | _PLAIN | _AFFAIRS | _ASIDE
_WARS = frozenset("war conflict invasion attack assault aggression raid coup crackdown offensive bombing blockade".split())
_MEETING = frozenset({"meet", "speak", "talk", "confer", "negotiate", "consult"})
_TALKS = frozenset("talk talks meeting conversation call discussion summit audience consultation negotiation".split())
_UNWANTED = frozenset({"persona", "personae"})
_VOICING = frozenset("voice express reiterate convey".split())
_EXTENDING = frozenset("extend convey send offer deliver hand pass address transmit express".split())
_AIRING = frozenset("discuss review hold have sign raise exchange address explore consider".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def to_participle(tokens: list[Token], children: dict[int, list[int]], to: Token) -> None:
    """ "paid tribute to fallen soldiers": no infinitive, since no base form follows, but whom it is paid to."""
    verb = tokens[to.head]
    things = [c for c in children.get(verb.i, []) if tokens[c].dep == "dobj"]
    if verb.tag != "VBN" or verb.i != to.i + 1 or not things or verb.head == verb.i:
        return
    tokens[to.i] = to._replace(pos="ADP", dep="prep", head=verb.head)
    tokens[things[0]] = tokens[things[0]]._replace(dep="pobj", head=to.i)
    tokens[verb.i] = verb._replace(dep="amod", head=things[0])


def on_the_sidelines(tokens: list[Token], aside: Token) -> None:
    """ "discussed fish on the sidelines of the summit": there they talked, which is no part of what they talked of."""
    prep = tokens[aside.head]
    topic = tokens[prep.head]
    verb = topic
    while verb.dep in ("dobj", "pobj", "prep", "conj") and verb.head != verb.i:
        verb = tokens[verb.head]
    if aside.dep == "pobj" and prep.text.lower() == "on" and topic.pos == "NOUN" and verb.lemma in _AIRING and verb.i < topic.i:
        tokens[prep.i] = prep._replace(head=verb.i)


def by_noun(tokens: list[Token], children: dict[int, list[int]], t: Token) -> None:
    """Put right what a word of few uses gives away: "governor-general", "chargé d'affaires", "on the sidelines"."""
    if t.lemma in _GENERALS:
        head_of_office(tokens, children, t)
    elif t.lemma in _AFFAIRS and t.i and tokens[t.i - 1].lemma in ("charge", "chargé"):  # the office, not a name
        tokens[t.i] = t._replace(pos="NOUN", tag="NN", lemma="chargé")
    elif t.lemma in _UNWANTED:
        unwanted(tokens, children, t)
    elif t.lemma == "worth":
        valued(tokens, children, t)
    elif t.lemma == "in":
        called_in(tokens, children, t)
    elif t.lemma in _ASIDE:
        on_the_sidelines(tokens, t)
    elif t.lemma == "route":
        if t.i and tokens[t.i - 1].text.lower() == "en":
            tokens[t.i] = t._replace(lemma="way")
    elif 0 < t.i < len(tokens) - 1 and tokens[t.i - 1].text == tokens[t.i + 1].text:
        face_to_face(tokens, children, t)


def by_word(tokens: list[Token], children: dict[int, list[int]], names: set[int], t: Token) -> None:
    """Put right what the word itself gives away: "en route" is on the way, "face to face" an adverb, "which Oslo denies"."""
    if t.lemma in REPORTING and t.tag == "NNS" and reports_at_end(tokens, t):
        return
    if t.text == "reports" and t.i - 1 in names and t.pos == "NOUN":
        agency_reports(tokens, children, t)
    elif t.lemma in CLAIMS:
        claim_denied(tokens, names, t)
    elif t.lemma == "which":
        which_denied(tokens, t)
        which_war(tokens, t)
    elif t.lemma in _COURTESIES:
        courtesy(tokens, children, names, t)
    elif t.lemma == "counterpart":
        counterparts(tokens, children, names, t)
    elif t.lemma == "well":
        as_well_as(tokens, children, names, t)
    else:
        by_noun(tokens, children, t)


def agency_reports(tokens: list[Token], children: dict[int, list[int]], t: Token) -> None:
    """ "The envoy has left, UNN reports": the agency reports it, and no reports of it are told."""
    name = tokens[t.i - 1]
    told = [c for c in children.get(t.i, []) if tokens[c].dep in ("ccomp", "acl", "relcl") and c < name.i]
    if name.dep == "compound" and name.head == t.i and told:
        tokens[t.i] = t._replace(pos="VERB", tag="VBZ", lemma="report")
        tokens[name.i] = name._replace(dep="nsubj")


def mistagged(token: Token) -> Token | None:
    """The token with its right lemma and tag where the tagger misses them: "the Foreign Ministers", "to meet and lay"."""
    if token.text == "lay":
        return token._replace(lemma="lay", tag="VB")
    plural = token.tag == "NNPS" and token.lemma == token.text.lower() and token.lemma.endswith("s")
    return token._replace(lemma=token.lemma.removesuffix("s")) if plural else None


def beside_infinitive(tokens: list[Token], children: dict[int, list[int]], verb: Token) -> Token:
    """The verb with its place in a list of what is to be done: "is set to pay tribute, lay a wreath and fly home"."""
    if verb.tag != "VB" or verb.dep != "conj":
        return verb
    first = [c for c in children.get(verb.head, []) if tokens[c].dep == "xcomp" and tokens[c].tag == "VB" and c < verb.i]
    return verb._replace(head=first[-1]) if first else verb


def which_war(tokens: list[Token], which: Token) -> None:
    """ "the war in Chile, which Oslo condemns": the war is condemned, not Chile."""
    verb = tokens[which.head]
    place = tokens[verb.head]
    prep = tokens[place.head]
    within = which.dep == "dobj" and verb.dep == "relcl" and place.dep == "pobj" and prep.i > 0
    if within and prep.text in ("in", "on", "of", "against") and tokens[prep.i - 1].lemma in _WARS:
        tokens[verb.i] = verb._replace(head=prep.i - 1)


def called_in(tokens: list[Token], children: dict[int, list[int]], t: Token) -> None:
    """ "called in a senior embassy official": whom somebody summons."""
    verb = tokens[t.i - 1]
    if t.i == 0 or verb.lemma not in ("call", "haul") or verb.pos != "VERB" or t.head != verb.i:
        return
    for c in children.get(t.i, []):
        if tokens[c].dep == "pobj" and (tokens[c].lemma in lexicon().voices or tokens[c].lemma in lexicon().singles):
            tokens[t.i] = t._replace(dep="prt")
            tokens[c] = tokens[c]._replace(dep="dobj", head=verb.i)


def counterparts(tokens: list[Token], children: dict[int, list[int]], names: set[int], t: Token) -> None:
    """ "with his U.S., Australian and Indian counterparts": three people, and no meeting with the first state."""
    i = t.i - 1
    while i > 0 and (i in names or tokens[i].text in (",", "and")):
        i -= 1
    first = tokens[i + 1]
    if t.tag != "NNS" or tokens[i].tag != "PRP$" or first.dep not in ("pobj", "dobj") or first.i == t.i or tokens[i].head == t.i:
        return
    tokens[t.i] = t._replace(dep=first.dep, head=first.head)
    tokens[i] = tokens[i]._replace(head=t.i)
    for j in range(first.i, t.i):
        if j in names:
            tokens[j] = tokens[j]._replace(dep="amod", head=t.i)


def as_well_as(tokens: list[Token], children: dict[int, list[int]], names: set[int], t: Token) -> None:
    """ "will visit Peru, as well as Chile": one more that is visited."""
    joint = tokens[t.i + 1] if t.i + 1 < len(tokens) else t
    more = [c for c in children.get(joint.i, []) if tokens[c].dep == "pobj" and c in names]
    before = t.i - 2 - (tokens[t.i - 2].text == ",")
    if joint.text == "as" and len(more) == 1 and before in names and tokens[joint.head].pos in VERBAL:
        tokens[more[0]] = tokens[more[0]]._replace(dep="conj", head=before)


def unwanted(tokens: list[Token], children: dict[int, list[int]], persona: Token) -> None:
    """ "declared an attaché at the embassy persona non grata": what he is declared, however far behind him."""
    before = range(persona.i - 1, max(-1, persona.i - 25), -1)
    verb = next((j for j in before if tokens[j].lemma == "declare" and tokens[j].pos == "VERB"), None)
    if verb is None or tokens[verb].sent != persona.sent or tokens[persona.head].lemma == "as":
        return
    tokens[persona.i] = tokens[persona.i]._replace(pos="NOUN", dep="oprd", head=verb)
    for c in children.get(persona.i, []):
        if tokens[c].dep == "nsubj":
            tokens[c] = tokens[c]._replace(dep="dobj", head=verb)
    for after in tokens[persona.i + 1 : persona.i + 6]:  # "persona non grata on 3 May"
        if after.dep == "prep" and persona.i <= after.head <= persona.i + 2:
            tokens[after.i] = after._replace(head=verb)


def head_of_office(tokens: list[Token], children: dict[int, list[int]], general: Token) -> None:
    """ "is a deputy director-general": a noun, and what the office is called by, not what a deputy is like."""
    if general.pos != "ADJ":
        return
    tokens[general.i] = general = general._replace(pos="NOUN", tag="NN")
    before = tokens[general.i - 1]
    if general.dep == "amod" and general.head == before.i and before.pos == "NOUN":
        tokens[general.i] = general._replace(dep=before.dep, head=before.head)
        for c in (before.i, *children.get(before.i, [])):
            if c != general.i:
                tokens[c] = tokens[c]._replace(dep="compound" if c == before.i else tokens[c].dep, head=general.i)


def courtesy(tokens: list[Token], children: dict[int, list[int]], names: set[int], noun: Token) -> None:
    """Put right what the noun is said or sent by, and to whom."""
    before = tokens[noun.i - 1]
    if before.tag in ("VBD", "VBN") and before.dep == "amod" and before.head == noun.i and before.lemma in _VOICING:
        voiced(tokens, children, noun, before)
    elif noun.dep == "pobj" and tokens[noun.head].text == "to":
        shifted(tokens, children, names, noun)
    elif noun.dep == "advcl" and tokens[noun.head].lemma in _EXTENDING:
        tokens[noun.i] = noun._replace(dep="dobj")


def voiced(tokens: list[Token], children: dict[int, list[int]], noun: Token, verb: Token) -> None:
    """ "The emir voiced hope that it was over" tells what he did; "the voiced hope" and "widely voiced hope" do not."""
    who = tokens[verb.i - 1]
    if who.pos not in _NOMINAL or who.head not in (verb.i, noun.i) or verb.i < 2:
        return
    tokens[verb.i] = verb._replace(pos="VERB", tag="VBD", dep=noun.dep, head=verb.i if noun.head == noun.i else noun.head)
    tokens[who.i] = who._replace(pos="NOUN" if who.pos == "ADJ" else who.pos, dep="nsubj", head=verb.i)
    tokens[noun.i] = noun._replace(dep="dobj", head=verb.i)
    for c in children.get(noun.i, []):
        if c < who.i:
            tokens[c] = tokens[c]._replace(head=who.i)
        elif tokens[c].dep in ("cc", "punct", "advcl") or (tokens[c].dep == "conj" and tokens[c].pos in VERBAL):
            tokens[c] = tokens[c]._replace(head=verb.i)


def shifted(tokens: list[Token], children: dict[int, list[int]], names: set[int], noun: Token) -> None:
    """ "extended to Hart warm greetings": the name after "to" is who gets them, the noun what is sent."""
    to = tokens[noun.head]
    verb = tokens[to.head]
    whom = [c for c in children.get(noun.i, []) if tokens[c].dep in ("nmod", "compound") and to.i < c <= to.i + 2]
    if verb.lemma not in _EXTENDING or not whom or not (whom[0] in names or tokens[whom[0]].pos == "NOUN"):
        return
    tokens[whom[0]] = tokens[whom[0]]._replace(dep="pobj", head=to.i)
    tokens[noun.i] = noun._replace(dep="dobj", head=verb.i)
    for c in children.get(noun.i, []):
        if c < whom[0]:
            tokens[c] = tokens[c]._replace(head=whom[0])
    subject = tokens[verb.head]
    if verb.dep == "acl" and verb.tag == "VBD" and subject.head == subject.i:  # "The envoy extended to Hart ..."
        tokens[subject.i] = subject._replace(dep="nsubj", head=verb.i)
        tokens[verb.i] = verb._replace(dep="ROOT", head=verb.i)


def face_to_face(tokens: list[Token], children: dict[int, list[int]], prep: Token) -> None:
    """ "met face to face in Oslo", "met one on one": an adverb, below which nothing else stands."""
    first, last = tokens[prep.i - 1], tokens[prep.i + 1]
    verb = tokens[first.head]
    if verb.pos not in VERBAL or verb.i > first.i or first.text[:1].isupper():
        return
    for t in (first, prep, last):
        tokens[t.i] = tokens[t.i]._replace(pos="ADV", dep="advmod", head=verb.i)
        for c in children.get(t.i, []):
            if c > last.i and tokens[c].dep in ("prep", "npadvmod"):
                tokens[c] = tokens[c]._replace(head=verb.i)


def valued(tokens: list[Token], children: dict[int, list[int]], worth: Token) -> None:
    """ "handed over 40 tents worth 2 million dollars to Oslo": the tents are handed over, and to Oslo."""
    goods, verb = tokens[worth.i - 1], tokens[worth.head]
    own = any(tokens[c].dep == "dobj" for c in children.get(verb.i, []))
    if worth.dep != "advcl" or goods.dep != "npadvmod" or goods.head != worth.i or verb.pos != "VERB" or own:
        return
    tokens[goods.i] = goods._replace(dep="dobj", head=verb.i)
    tokens[worth.i] = worth._replace(dep="amod", head=goods.i)
    for c in children.get(worth.i, []):
        if tokens[c].dep in ("prep", "dative") and c > worth.i:
            tokens[c] = tokens[c]._replace(head=verb.i)


def met_beside(tokens: list[Token], names: set[int], prep: Token) -> int | None:
    """The verb of "met on the sidelines with Smith", "met in Oslo with Smith": with whom one met, and no sidelines with him."""
    site = tokens[prep.head]
    over = tokens[site.head]
    verb = tokens[over.head]
    beside = site.dep == "pobj" and over.dep == "prep" and over.text in ("on", "in", "at") and verb.lemma in _MEETING
    held = verb.lemma in _TALKS and verb.pos == "NOUN" and tokens[verb.head].lemma in ("hold", "have")
    if held and site.dep == "pobj" and over.text in ("on", "about", "over"):  # "held talks on cooperation with Smith"
        return (
            verb.i
            if any(t.i in names and t.head == prep.i and t.dep == "pobj" for t in tokens[prep.i + 1 : prep.i + 4])
            else None
        )
    return verb.i if beside and site.i == prep.i - 1 and (site.i in names or site.lemma in _ASIDE) else None


def talks_of(tokens: list[Token], children: dict[int, list[int]], prep: Token) -> bool:
    """ "recalled her meeting with Smith": with whom she met, not with whom she recalls it."""
    noun = tokens[prep.i - 1] if prep.i else prep
    beside = noun.head == prep.head and noun.dep in ("dobj", "nsubj") and noun.lemma in _TALKS
    return beside and any(tokens[c].dep == "poss" for c in children.get(noun.i, []))


def aim_of_subject(tokens: list[Token], children: dict[int, list[int]], verb: Token) -> None:
    """ "Talks to end the war will be held": the talks are held, and no ending of theirs."""
    below = children.get(verb.i, [])
    subject = next((c for c in below if tokens[c].dep == "nsubj" and tokens[c].pos == "NOUN" and c < verb.i), None)
    if subject is None or not any(tokens[c].text == "to" and subject < c for c in below if tokens[c].dep == "aux"):
        return
    passive = any(tokens[c].dep == "auxpass" for c in children.get(verb.head, []))
    tokens[subject] = tokens[subject]._replace(dep="nsubjpass" if passive else "nsubj", head=verb.head)
    tokens[verb.i] = verb._replace(dep="acl", head=subject)


def frozen_assets(tokens: list[Token], freeze: Token) -> None:
    """ "imposed asset freezes": what is imposed, and not what assets do."""
    asset = tokens[freeze.i - 1]
    if asset.lemma == "asset" and asset.head == freeze.i and tokens[freeze.head].i < asset.i:
        tokens[freeze.i] = freeze._replace(lemma="freeze", pos="NOUN", tag="NNS", dep="dobj")
        tokens[asset.i] = asset._replace(dep="compound")
