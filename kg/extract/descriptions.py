"""Descriptions and pronouns to drafts: "the minister", "the island nation", "his country", "the two sides", "he", "it"."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.cast import Cast, Draft, plain
from kg.extract.countries import country, definite, led_by
from kg.extract.epithets import epithet, of_the_past, take_up_countryman
from kg.extract.guests import party, visitors_before
from kg.extract.holders import holder, titled
from kg.extract.home import silent
from kg.extract.issuers import issuers, paper_speaks
from kg.extract.ministries import ministry_of
from kg.extract.opposites import counterpart_before
from kg.extract.pairs import PAIR_WORDS, couple, is_pair, leads, pair, several, states_of
from kg.extract.pronouns import ONES, pronoun, salience
from kg.extract.relations import SUBJECT
from kg.extract.services import OUTLETS, outlet_meant, read_office, state_in
from kg.extract.styles import STYLES, styled
from kg.extract.towns import capital_city, town_before
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Span, Token

_PARTS = frozenset({"committee", "commission", "council", "board"})
_BLOCS = frozenset({"bloc", "alliance", "grouping"})
_OWN_BODIES = frozenset(
    """army parliament presidency ministry government police military navy committee commission court cabinet
    opposition junta embassy""".split()
)
_AGAINST = frozenset(
    """opposition rebel dissident separatist militant jihadist insurgent exiled paramilitary breakaway guerrilla
    anti-government secessionist""".split()
)
_REPORTERS = frozenset({"correspondent", "reporter", "journalist"})
_POSTED = frozenset({"in", "to"})
_ABROAD = frozenset({"ambassador", "envoy", "consul", "commissioner"})
_TOWNS = frozenset({"capital", "city", "town"})
_PREDICATING = frozenset({"be", "become", "remain", "serve", "act", "work"})
_NAMING = frozenset({"appoint", "name", "elect", "nominate", "designate"})
_GETTING = frozenset("confirmation appointment nomination election inauguration installation candidacy".split())
_COUNTED = frozenset("leader minister president premier envoy official man woman country nation state side".split())
_TAKEN_UP = frozenset({"source", "official", "diplomat", "insider", "aide"})
_VOICES = 4  # sentences
_LONG = 8  # words of what somebody is called, behind which a comma ends it
_JOINT = frozenset("statement communique communiqué declaration".split())


def read_descriptions(cast: Cast) -> None:
    """Resolve what the article leaves unnamed, in reading order, so that each looks back on what is resolved before it.

    Pronouns of quotations come last, when it is known who speaks.
    """
    quoted = {i for first, last, _ in cast.stretches for i in range(first, last)}
    later: list[Token] = []
    for token in cast.tree.tokens:
        low = token.text.lower()
        if token.i in cast.at:
            take_up_countryman(cast, token)
            continue
        if token.pos == "NOUN" and token.tag == "NN" and token.lemma in lexicon().persons:
            noun(cast, token)
            ghost(cast, token)
        elif token.pos == "PRON" or token.tag in ("PRP", "PRP$") or low in ONES:
            if token.i in quoted:
                later.append(token)
            else:
                pronoun(cast, token, low)
        elif token.lemma in PAIR_WORDS and token.dep in (*SUBJECT, "pobj", "dobj", "poss"):
            cast.stand(token.i, [d.number for d in pair(cast, token, "")])
        elif (token.pos == "NUM" or token.lemma in _COUNTED) and token.dep in SUBJECT and (counted := several(cast, token)):
            cast.stand(token.i, counted)
        elif token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and token.dep in SUBJECT):
            noun(cast, token)
    for token in later:
        pronoun(cast, token, token.text.lower())


def noun(cast: Cast, token: Token) -> None:
    """Resolve a common noun that means somebody told before or the state or body that stands with it."""
    lex = lexicon()
    lemma = token.lemma
    if (two := two_meant(cast, token, lemma)) is not None:
        cast.stand(token.i, [d.number for d in two])
        return
    if (
        token.dep == "compound" and cast.tree.tokens[token.head].lemma == "general"
    ):  # "the Secretary General": the next word means it
        return
    said_of = described(cast, token) if lemma == "official" and token.tag == "NN" else None  # "he is the first official to come"
    told = said_of or apposed(cast, token) or holder(cast, token) or officer_of(cast, token) or party(cast, token)
    if told is not None:
        cast.stand(token.i, [told.number])
        return
    single = lemma in lex.singles and token.tag in ("NN", "NNP")
    office_told = lemma in ("office", "service") and read_office(cast, token)
    if office_told or (single and unnamed_person(cast, token)) or part_of_body(cast, token):
        return
    office = lemma == "office" and token.dep in SUBJECT  # "the president's office said"
    voice = token.text.lower() in lex.voices or lemma in lex.voices
    if office or paper_speaks(cast, token) or (voice and not of_the_past(cast.tree, token) and not against(cast.tree, token)):
        owners = [d for c in cast.tree.kids(token.i, "poss") for d in cast.who(c)] if office else owners_of(cast, token.i)
        if voices := [d.number for d in owners] or same_voice(cast, token):
            cast.stand(token.i, voices)
            return
    own = lemma == "government" and bool(cast.tree.kids(token.i, "poss"))  # "his government"
    led = led_by(cast, token) if lemma in ("administration", "government") else None
    if (own or led or lemma in lex.countries) and (state := led or country(cast, token)) is not None:
        cast.stand(token.i, [state.number])
        return
    if lemma in ("guest", "visitor", "dignitary") and definite(cast.tree, token):
        cast.stand(token.i, [d.number for d in visitors_before(cast, token)])
        return
    if lemma in _TOWNS:
        settlement(cast, token)
        return
    if lemma in lex.bodies_described and definite(cast.tree, token) and (body := body_before(cast, token)) is not None:
        cast.stand(token.i, [body.number])
        return
    press = lemma == "service" and any(cast.tree.tokens[c].lemma == "press" for c in cast.tree.kids(token.i, "compound"))
    if press or (lemma in _OWN_BODIES and definite(cast.tree, token) and not cast.tree.kids(token.i, "poss", "relcl")):
        unnamed_body(cast, token)
        return
    speaks = lemma in ("spokesman", "spokeswoman", "spokesperson")
    if (person := titled(cast, token) if speaks else ranked(cast, token) or epithet(cast, token)) is not None:
        cast.stand(token.i, [person.number])


def part_of_body(cast: Cast, token: Token) -> bool:
    """Whether the noun is a body of a body or pact, which then is noted and not its owner: "its executive committee"."""
    tree = cast.tree
    if token.lemma not in _PARTS or not (left := tree.kids(token.i, "amod", "compound")) or not tree.kids(token.i, "poss"):
        return False
    if any(c in cast.at or not tree.tokens[c].text.islower() for c in left):
        return False
    unnamed_body(cast, token)
    return True


def two_meant(cast: Cast, token: Token, lemma: str) -> list[Draft] | None:
    """The two that a noun means: "the two sides", "the couple", "the presidents of Peru and Chile"; None for no two."""
    if lemma == "couple":
        return couple(cast, token) if definite(cast.tree, token) else None
    if lemma in lexicon().pairs and is_pair(cast.tree, token):
        return of_states(cast, token, lemma)
    office = token.text.lower().removesuffix("s")  # a title is a name to the parser: "the Foreign Ministers of"
    if office not in lexicon().pairs or not token.text.endswith("s"):
        return None
    whole = [k for p, j in cast.tree.prepositions(token.i) if p == "of" for k in cast.tree.conjuncts(j)]
    states = {d.number for j in whole for d in cast.who(j) if d.type == "State"}
    if len(states) != 2:
        return None
    told = pair(cast, token, office)
    served = [states_of(d, cast) for d in told if d.type == "Person"]
    return told if len(served) == 2 and all(s & states for s in served) and served[0] != served[1] else None


def of_states(cast: Cast, token: Token, lemma: str) -> list[Draft]:
    """The pair that a noun means; of "the Norwegian and Chilean ministers" those of these states, or the states themselves."""
    told = pair(cast, token, lemma)
    if lemma in ("leader", "president", "head") and not all(leads(d) for d in told):
        whole = [
            j for p, j in cast.tree.prepositions(token.i) if p == "of" and cast.tree.tokens[j].lemma in ("country", "nation")
        ]
        if whole:  # of two ministers told before "the leaders of the two countries" are none
            return pair(cast, cast.tree.tokens[whole[0]], "country")
    words = [j for c in cast.tree.kids(token.i, "amod", "compound", "nmod") for j in cast.tree.conjuncts(c)]
    states = {d.number: d for j in words for d in cast.who(j) if d.type == "State"}
    theirs = bool(told) and all(d.type == "Person" and states_of(d, cast) & set(states) for d in told)
    return told if theirs or len(states) != 2 else list(states.values())


def same_voice(cast: Cast, token: Token) -> list[int]:
    """Whom "the source" takes up: those for whom a source was told to speak shortly before ("a Foreign Office source said").

    "The statement" takes up whoever issued one.
    """
    if token.lemma in _JOINT and any(cast.tree.tokens[c].lemma == "joint" for c in cast.tree.kids(token.i, "amod")):
        return [d.number for d in pair(cast, token, "side")]  # "a joint statement said"
    if paper_speaks(cast, token):
        return issuers(cast, token)
    if token.lemma not in _TAKEN_UP or not definite(cast.tree, token):
        return []
    for i in range(token.i - 1, -1, -1):
        before = cast.tree.tokens[i]
        if token.sent - before.sent > _VOICES:
            break
        if before.lemma == token.lemma and before.tag == token.tag:
            return list(cast.at.get(i, []))
    return []


def unnamed_person(cast: Cast, token: Token) -> bool:
    """Whether the noun is a person left unnamed, then noted: the one holder of a state's office ("the Polish ambassador")."""
    tree = cast.tree
    spots = tree.kids(token.i, "amod", "compound", "nmod", "poss")
    of = ("of", "for") if token.lemma in ("minister", "secretary") else ("of",)
    owners = [d for c in spots for d in cast.who(c) if d.type in ("State", "Organization")]
    owners += [
        d for prep, j in tree.arguments(token.i).preps if prep in of for d in cast.who(j) if d.type in ("State", "Organization")
    ]
    if not owners or tree.kids(token.i, "relcl", "appos"):
        return False
    if (person := described(cast, token) or counterpart_before(cast, token)) is not None:
        cast.stand(token.i, [person.number])
        return True
    inside = [j for c in spots for j in tree.subtree(c)] + [token.i]
    inside += [j for c in tree.kids(token.i, "prep") if tree.tokens[c].text.lower() in of for j in tree.subtree(c)]
    first, last = min(inside), max(inside)
    last = next((i - 1 for i in range(token.i + 1, last) if i - token.i > _LONG and tree.tokens[i].text in (",", ";")), last)
    while first < token.i and (tree.tokens[first].pos in ("DET", "PRON") or tree.tokens[first].lemma == "own"):
        first += 1
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    person = cast.keyed(f"Person/{plain(form)}", "Person")
    person.state = (
        person.state if person.state is not None else (owners[0].number if owners[0].type == "State" else owners[0].state)
    )
    cast.add(person, token.i, span, form)
    away = [j for c in tree.kids(token.i, "prep") if tree.tokens[c].text.lower() in _POSTED for j in tree.kids(c, "pobj")]
    if token.lemma in _ABROAD and len(away) == 1 and cast.at.get(away[0]):  # "Peru's ambassador in Lagos" is a name of him too
        span = Span(span.start, tree.tokens[away[0]].end)
        cast.add(person, token.i, span, " ".join(span.slice(tree.annotation.article.text).split()))
    return True


def described(cast: Cast, token: Token) -> Draft | None:
    """The person that the noun is said of: "she is the Polish ambassador", "X serves as Norway's envoy"."""
    tree = cast.tree
    head = tree.tokens[token.head]
    verb = head.head if token.dep == "pobj" and head.text.lower() == "as" else head.i
    if verb != head.i and tree.tokens[verb].pos == "VERB" and not tree.kids(verb, "neg"):  # "stepped down as premier of Norway"
        args = tree.arguments(verb)
        return next((d for j in (*args.object, *args.subject) for d in cast.who(j) if d.type == "Person"), None)
    if verb != head.i and tree.tokens[verb].lemma in _GETTING:  # "won confirmation as premier of Norway"
        owners = tree.kids(verb, "poss") or tree.support_subject(verb)
        return next((d for j in owners for d in cast.who(j) if d.type == "Person"), None)
    if (
        tree.tokens[verb].lemma not in _PREDICATING | _NAMING
        or tree.kids(verb, "neg")
        or token.dep not in ("attr", "oprd", "pobj")
    ):
        return None
    args = tree.arguments(verb)
    spots = args.object if tree.tokens[verb].lemma in _NAMING else args.subject
    return next((d for j in spots for d in cast.who(j) if d.type == "Person"), None)


def apposed(cast: Cast, token: Token) -> Draft | None:
    """The person named in apposition: "the charge d'affaires, X"; also where the parser hangs it on a place."""
    tree = cast.tree
    if token.tag in ("NNS", "NNPS"):
        return None
    office = token.lemma in lexicon().office_heads
    if office and token.dep == "appos" and not tree.kids(token.i, "appos"):  # "received X, the outgoing ambassador, who said"
        people = [d for d in cast.who(token.head) if d.type == "Person"]
        if people:
            return people[0]
    above = tree.tokens[tree.tokens[token.head].head]
    if token.dep == "pobj" and tree.tokens[token.head].lemma == "of" and above.lemma in lexicon().office_heads:
        return None  # "the head of the council, X": X is the head
    spots = tree.kids(token.i, "appos")
    spots += [k for _, j in tree.prepositions(token.i) for k in tree.kids(j, "appos") if office or tree.tokens[j].pos == "PROPN"]
    people = [d for t in spots for d in cast.who(t) if d.type == "Person"]
    return people[0] if people else None


def settlement(cast: Cast, token: Token) -> None:
    """Resolve "the city", "the town" and "the Sudanese capital"."""
    if token.lemma == "capital":
        capital_city(cast, token)
    elif definite(cast.tree, token) and token.tag == "NN":
        cast.stand(token.i, town_before(cast, token))


def ghost(cast: Cast, token: Token) -> None:
    """Keep an unnamed person ("an official") in mind, so that a "he" after it is not taken for somebody named before."""
    told = cast.at.get(token.i, [])
    if token.lemma in _REPORTERS:
        return
    if any(cast.drafts[n].type == "Person" for n in told) or token.dep not in (*SUBJECT, "agent", "pobj", "dobj"):
        return
    unnamed = cast.new("Person")
    unnamed.ghost = list(told)
    unnamed.tokens.append(token.i)


def unnamed_body(cast: Cast, token: Token) -> None:
    """Note a body that is named only by a common noun ("the army", "the joint committee"); a government is the home state."""
    tree = cast.tree
    if token.lemma == "government":
        home = cast.drafts[cast.home] if cast.home is not None else None
        if home is not None and not tree.kids(token.i, "amod", "compound", "prep") and not silent(cast, home, token.i):
            cast.stand(token.i, [home.number])
        return
    left = [c for c in tree.kids(token.i, "amod", "compound") if c not in cast.at and tree.tokens[c].text.islower()]
    first = min([token.i, *left])
    span = Span(tree.tokens[first].start, token.end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    body = cast.keyed(f"Organization/{plain(form)}", "Organization")
    cast.add(body, token.i, span, form)


def owners_of(cast: Cast, i: int) -> list[Draft]:
    """States or bodies named with the noun at ``i``: "Sri Lankan officials", "a ministry spokesman"."""
    tree = cast.tree
    spots = [c for c in tree.kids(i, "amod", "compound", "nmod", "poss") for c in (*hyphened(tree, c), *tree.conjuncts(c))]
    spots += [j for c in tree.kids(i, "poss") for j in tree.whose(c)]
    told = [(t, p, j) for t in (i, *tree.kids(i, "conj")) for p, j in tree.arguments(t).preps]  # "government and people of X"
    spots += [j for t, p, j in told if p == "of" or (t == i and p in ("from", "for", "at", "in"))]
    fields = [j for t, p, j in told if p == "of" and not cast.at.get(j)]  # "the ministers of transport of Norway and Peru"
    spots += [k for j in fields for k in tree.arguments(j).of("of")]
    found: list[Draft] = []
    for j in spots:
        whose = cast.who(j) or ([b] if (b := body_noun(cast, tree.tokens[j])) is not None else [])
        found += [d for d in whose if d.type in ("State", "Organization") and d not in found]
    return [d for d in found if d.type == "Organization"] or found or state_in(cast, i)


def against(tree: Tree, token: Token) -> bool:
    """Whether those whom the noun means speak against their state and not for it: "rebel leaders in Sudan"."""
    return any(tree.tokens[c].lemma in _AGAINST for c in tree.kids(token.i, "amod", "compound", "nmod"))


def hyphened(tree: Tree, c: int) -> list[int]:
    """The name that a hyphen ties to the front of the one at ``c``: "a Norway-Chile statement"."""
    return [k for k in tree.kids(c, "compound") if k + 2 == c and tree.tokens[k + 1].text in ("-", "–")]


def body_noun(cast: Cast, token: Token) -> Draft | None:
    """The body told before that a noun such as "ministry" takes up."""
    return body_before(cast, token) if token.lemma in lexicon().bodies_described else None


def body_before(cast: Cast, token: Token) -> Draft | None:
    """The body told before ``token`` whose name has the noun as head, of the state named with it if one is: the likeliest."""
    tree = cast.tree
    wanted = {d.number for c in tree.kids(token.i, "amod", "poss", "compound") for d in cast.who(c) if d.type == "State"}
    fields = {plain(tree.tokens[c].text) for c in tree.kids(token.i, "compound") if c not in tree.names}
    best: tuple[int, int, Draft] | None = None
    bloc = token.lemma in _BLOCS
    if any(tree.tokens[c].text.lower() in ("our", "my") for c in tree.kids(token.i, "poss")):  # the speaker's, told by no name
        return None
    fit: list[Draft] = []
    for draft in cast.of_type("Organization"):
        words = {w for f in draft.forms for w in plain(f).split()}
        named = (token.lemma in words and fields <= words) or (bloc and not fields and draft.known in lexicon().blocs)
        if not named or (wanted and draft.state not in wanted):
            continue
        fit.append(draft)
        for t in draft.tokens:
            rank = (salience(tree, t, token), t, draft)
            if t < token.i and (best is None or rank[:2] > best[:2]):
                best = rank
    if best is None and token.lemma in OUTLETS:
        return outlet_meant(cast, token)
    if best is not None and token.lemma == "ministry" and len(fit) > 1 and not wanted:
        return ministry_of(cast, token, best[2], fit)
    return best[2] if best else None


def officer_of(cast: Cast, token: Token) -> Draft | None:
    """The person told before with the rank and of the state that a noun names: "the Norwegian general"."""
    if token.lemma not in lexicon().ranks or token.tag != "NN":
        return None
    states = {d.number for c in cast.tree.kids(token.i, "amod", "poss", "compound") for d in cast.who(c) if d.type == "State"}
    return ranked(cast, token, states) if states else None


def ranked(cast: Cast, token: Token, states: Collection[int] = ()) -> Draft | None:
    """The person told before with the rank that the noun names ("the colonel"), of one of ``states`` if given: the nearest."""
    if token.lemma in STYLES:
        return styled(cast, token)
    if token.lemma not in lexicon().ranks or not definite(cast.tree, token):
        return None
    near = [
        (max(before), d)
        for d in cast.of_type("Person")
        if d.traits.get("rank") == token.lemma
        and (before := [t for t in d.tokens if t < token.i])
        and (not states or not (own := states_of(d, cast)) or own.intersection(states))
    ]
    return max(near, key=lambda n: n[0])[1] if near else None
