"""Descriptions and pronouns to drafts: "the minister", "the island nation", "his country", "the two sides", "he", "it"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, plain
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Span, Token

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_SAME = {
    "premier": ("prime minister",),
    "pm": ("prime minister", "premier"),
    "fm": ("foreign minister", "minister of foreign affairs"),
    "minister": ("premier",),
    "leader": ("president", "premier", "prime minister", "secretary", "chairman"),
    "envoy": ("ambassador",),
    "monarch": ("king", "queen"),
    "ruler": ("king", "emir", "sultan"),
}
_OWN_BODIES = frozenset(
    "army parliament presidency ministry government police military navy committee commission court cabinet opposition junta embassy".split()
)
_IDLE = frozenset({"top", "visiting", "new", "host", "guest", "said", "same", "chief", "senior", "former"})
_PREDICATING = frozenset({"be", "become", "remain", "serve", "act", "work"})
_SUBJECT = ("nsubj", "nsubjpass")
_TOGETHER = frozenset("meet discuss exchange agree sign speak talk review hold share confer".split())
_PAIR_WORDS = frozenset({"two", "both"})
_GROUPS = frozenset(
    {"side", "country", "nation", "state", "party", "government", "capital", "neighbour", "neighbor", "ally", "delegation"}
)


def read_descriptions(cast: Cast) -> None:
    """Resolve what the article leaves unnamed, in reading order, so that each looks back on what is resolved before it."""
    for token in cast.tree.tokens:
        low = token.text.lower()
        if token.i in cast.at:
            continue
        if token.pos == "NOUN" and token.tag == "NN" and token.lemma in lexicon().persons:
            noun(cast, token)
            ghost(cast, token)
        elif token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            pronoun(cast, token, low)
        elif token.lemma in _PAIR_WORDS and token.dep in (*_SUBJECT, "pobj", "dobj", "poss"):
            cast.stand(token.i, [d.number for d in pair(cast, token, "")])
        elif token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and token.dep in _SUBJECT):
            noun(cast, token)


def noun(cast: Cast, token: Token) -> None:
    """Resolve a common noun that means somebody told before or the state or body that stands with it."""
    lex = lexicon()
    lemma = token.lemma
    if is_pair(cast.tree, token) and lemma in lex.pairs:
        cast.stand(token.i, [d.number for d in pair(cast, token, lemma)])
        return
    if (person := apposed(cast, token)) is not None or (
        lemma in lex.office_heads and (person := titled(cast, token)) is not None
    ):
        cast.stand(token.i, [person.number])
        return
    if lemma in lex.singles and token.tag in ("NN", "NNP") and unnamed_person(cast, token):
        return
    if token.text.lower() in lex.voices or lemma in lex.voices:
        owners = owners_of(cast, token.i)
        if owners:
            cast.stand(token.i, [d.number for d in owners])
            return
    if lemma in lex.countries and (state := country(cast, token)) is not None:
        cast.stand(token.i, [state.number])
        return
    if lemma in ("guest", "visitor") and definite(cast.tree, token):
        cast.stand(token.i, [d.number for d in visitors_before(cast, token)])
        return
    if lemma == "capital":
        capital_city(cast, token)
        return
    if lemma in lex.bodies_described and definite(cast.tree, token) and (body := body_before(cast, token)) is not None:
        cast.stand(token.i, [body.number])
        return
    if lemma in _OWN_BODIES and definite(cast.tree, token) and not cast.tree.kids(token.i, "poss", "relcl"):
        unnamed_body(cast, token)
        return
    if lemma in ("spokesman", "spokeswoman", "spokesperson") and (person := titled(cast, token)) is not None:
        cast.stand(token.i, [person.number])


def unnamed_person(cast: Cast, token: Token) -> bool:
    """Note the one holder of an office whom the article leaves unnamed ("the Polish ambassador") as a person; False where no state is told."""
    tree = cast.tree
    spots = tree.kids(token.i, "amod", "compound", "nmod", "poss")
    owners = [d for c in spots for d in cast.who(c) if d.type in ("State", "Organization")]
    owners += [
        d for prep, j in tree.arguments(token.i).preps if prep == "of" for d in cast.who(j) if d.type in ("State", "Organization")
    ]
    if not owners or tree.kids(token.i, "relcl", "appos"):
        return False
    if (person := described(cast, token)) is not None:
        cast.stand(token.i, [person.number])
        return True
    inside = [j for c in spots for j in tree.subtree(c)] + [token.i]
    inside += [j for c in tree.kids(token.i, "prep") if tree.tokens[c].text.lower() == "of" for j in tree.subtree(c)]
    first, last = min(inside), max(inside)
    while first < token.i and tree.tokens[first].pos in ("DET", "PRON"):
        first += 1
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    person = cast.keyed(f"Person/{plain(form)}", "Person")
    person.state = (
        person.state if person.state is not None else (owners[0].number if owners[0].type == "State" else owners[0].state)
    )
    cast.add(person, token.i, span, form)
    return True


def described(cast: Cast, token: Token) -> Draft | None:
    """The person that the noun is said of: "she is the Polish ambassador", "X serves as Norway's envoy"."""
    tree = cast.tree
    head = tree.tokens[token.head]
    verb = head.head if token.dep == "pobj" and head.text.lower() == "as" else head.i
    if tree.tokens[verb].lemma not in _PREDICATING or tree.kids(verb, "neg") or token.dep not in ("attr", "oprd", "pobj"):
        return None
    return next((d for j in tree.arguments(verb).subject for d in cast.who(j) if d.type == "Person"), None)


def visitors_before(cast: Cast, token: Token) -> list[Draft]:
    """Whom "the guest" or "the visitors" means: the nearest person or delegation before from another state than the article's."""
    kinds = ("Delegation",) if token.tag == "NNS" else ("Person", "Delegation")
    near = [
        (t, d)
        for d in cast.drafts
        if d.type in kinds and (d.state is None or d.state != cast.home) and (d.type == "Delegation" or d.offices)
        for t in d.tokens
        if t < token.i
    ]
    return [max(near, key=lambda n: n[0])[1]] if near else []


def apposed(cast: Cast, token: Token) -> Draft | None:
    """The person named in apposition: "the charge d'affaires, X"; also where the parser hangs X on a place ("the envoy in Y, X")."""
    tree = cast.tree
    if token.tag in ("NNS", "NNPS"):
        return None
    office = token.lemma in lexicon().office_heads
    above = tree.tokens[tree.tokens[token.head].head]
    if token.dep == "pobj" and tree.tokens[token.head].lemma == "of" and above.lemma in lexicon().office_heads:
        return None  # "the head of the council, X": X is the head
    spots = tree.kids(token.i, "appos")
    spots += [k for _, j in tree.prepositions(token.i) for k in tree.kids(j, "appos") if office or tree.tokens[j].pos == "PROPN"]
    people = [d for t in spots for d in cast.who(t) if d.type == "Person"]
    return people[0] if people else None


def capital_city(cast: Cast, token: Token) -> None:
    """Resolve "the Sudanese capital", "the country's capital" to the place named so, or note it under that name."""
    tree = cast.tree
    spots = [c for c in tree.kids(token.i, "amod", "poss", "compound")]
    states = [d for c in spots for d in cast.who(c) if d.type == "State"]
    if not states:
        return
    capitals = {m.token for m in tree.annotation.mentions if m.capital}
    for place in cast.of_type("Place"):
        if place.state == states[0].number and capitals & set(place.tokens):
            cast.stand(token.i, [place.number])
            return
    first = min(j for c in spots for j in tree.subtree(c))
    while first < token.i and tree.tokens[first].pos in ("DET", "PRON"):
        first += 1
    span = Span(tree.tokens[first].start, token.end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    place = cast.keyed(f"Place/{plain(form)}", "Place")
    place.state = states[0].number
    cast.add(place, token.i, span, form)


def ghost(cast: Cast, token: Token) -> None:
    """Keep an unnamed person ("an official") in mind, so that a "he" after it is not taken for somebody named before."""
    told = cast.at.get(token.i, [])
    if any(cast.drafts[n].type == "Person" for n in told) or token.dep not in (*_SUBJECT, "agent", "pobj", "dobj"):
        return
    unnamed = cast.new("Person")
    unnamed.ghost = list(told)
    unnamed.tokens.append(token.i)


def unnamed_body(cast: Cast, token: Token) -> None:
    """Note a body that the article names only by a common noun ("the army", "the joint committee"); a government is the home state."""
    tree = cast.tree
    if token.lemma == "government":
        if cast.home is not None and not tree.kids(token.i, "amod", "compound", "prep"):
            cast.stand(token.i, [cast.home])
        return
    left = [c for c in tree.kids(token.i, "amod", "compound") if c not in cast.at and tree.tokens[c].text.islower()]
    first = min([token.i, *left])
    span = Span(tree.tokens[first].start, token.end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    body = cast.keyed(f"Organization/{plain(form)}", "Organization")
    cast.add(body, token.i, span, form)


def definite(tree: Tree, token: Token) -> bool:
    """Whether the noun has a definite article, a possessor or a demonstrative."""
    kids = [tree.tokens[c] for c in tree.kids(token.i, "det", "poss")]
    return any(k.dep == "poss" or k.text.lower() in ("the", "this", "that", "both") for k in kids)


def is_pair(tree: Tree, token: Token) -> bool:
    """Whether the noun is counted as two: "the two sides", "both countries"."""
    return any(tree.tokens[c].lemma in _PAIR_WORDS for c in tree.kids(token.i, "nummod", "det", "amod", "predet")) or (
        token.lemma in ("side", "party", "minister", "leader", "president", "head")
        and token.tag in ("NNS", "NNPS")
        and any(tree.tokens[c].lemma == "the" for c in tree.kids(token.i, "det"))
    )


def owners_of(cast: Cast, i: int) -> list[Draft]:
    """States or bodies named with the noun at ``i``: "Sri Lankan officials", "officials of the ministry", "a ministry spokesman"."""
    tree = cast.tree
    spots = [c for c in tree.kids(i, "amod", "compound", "nmod", "poss") for c in tree.conjuncts(c)]
    spots += [j for prep, j in tree.arguments(i).preps if prep in ("of", "from", "for", "at", "in")]
    found: list[Draft] = []
    for j in spots:
        told = cast.who(j) or ([b] if (b := body_noun(cast, tree.tokens[j])) is not None else [])
        found += [d for d in told if d.type in ("State", "Organization") and d not in found]
    bodies = [d for d in found if d.type == "Organization"]
    return bodies or found


def body_noun(cast: Cast, token: Token) -> Draft | None:
    """The body told before that a noun such as "ministry" takes up."""
    return body_before(cast, token) if token.lemma in lexicon().bodies_described else None


def body_before(cast: Cast, token: Token) -> Draft | None:
    """The nearest body before ``token`` whose name has the noun as head, of the state named with it if one is."""
    tree = cast.tree
    words = {plain(tree.tokens[c].text) for c in tree.kids(token.i, "compound", "amod")} | {token.lemma}
    wanted = {d.number for c in tree.kids(token.i, "amod", "poss", "compound") for d in cast.who(c) if d.type == "State"}
    words -= {plain(f) for n in wanted for f in cast.drafts[n].forms}
    best: tuple[int, Draft] | None = None
    for draft in cast.of_type("Organization"):
        if not any(token.lemma in plain(f).split() for f in draft.forms) or (wanted and draft.state not in wanted):
            continue
        before = [t for t in draft.tokens if t < token.i]
        if before and (best is None or max(before) > best[0]):
            best = (max(before), draft)
    return best[1] if best else None


def titled(cast: Cast, token: Token) -> Draft | None:
    """The person told before whose office the noun phrase names ("the Maldivian minister"), the nearest of those that fit."""
    tree = cast.tree
    if token.tag in ("NNS", "NNPS") or not (definite(tree, token) or token.pos == "PROPN"):
        return None
    if any(tree.tokens[c].text.lower() in ("a", "an") for c in tree.kids(token.i, "det")):
        return None
    words = {tree.tokens[c].text.lower() for c in tree.kids(token.i, "compound", "amod") if c not in cast.at}
    states = {d.number for c in tree.kids(token.i, "amod", "poss", "compound") for d in cast.who(c) if d.type == "State"}
    head = token.lemma
    if head == "general":  # "the Secretary General"
        head = next((w for w in words if w in lexicon().office_heads), head)
        words -= {head}
    best: tuple[int, int, Draft] | None = None
    for person in cast.of_type("Person"):
        before = [t for t in person.tokens if t < token.i]
        if not before or not person.offices:
            continue
        if states and not states & states_of(person, cast):
            continue
        fit = max(office_fit(h.title, head, words) for h in person.offices)
        if fit and (best is None or (fit, max(before)) > best[:2]):
            best = (fit, max(before), person)
    return best[2] if best else None


def states_of(person: Draft, cast: Cast) -> set[int]:
    """The states that a person serves by the offices told."""
    found = {n for h in person.offices for n in h.of if cast.drafts[n].type == "State"}
    found |= {s for h in person.offices for n in h.of if (s := cast.drafts[n].state) is not None}
    return found | ({person.state} if person.state is not None else set())


def office_fit(title: str, head: str, words: set[str]) -> int:
    """How well an office fits a noun with its modifiers: 0 not at all, more the more words are shared."""
    told = set(plain(title).split())
    said = {w for w in words if w not in _IDLE}
    best = 0
    for phrase in (head, *_SAME.get(head, ())):
        *modifiers, noun = phrase.split()
        if noun in told and set(modifiers) <= told and (not said or said & told):
            best = max(best, 1 + len(said & told) + len(modifiers))
    return best


def country(cast: Cast, token: Token) -> Draft | None:
    """The state that "the country", "his country", "the island nation" means: the possessor's, else the last one told."""
    tree = cast.tree
    for c in tree.kids(token.i, "poss"):
        for d in cast.who(c):
            if d.type == "Person" and (states := sorted(states_of(d, cast))):
                return cast.drafts[states[0]]
            if d.type == "State":
                return d if token.lemma not in ("neighbour", "neighbor", "ally") else None
    if not definite(tree, token) or tree.kids(token.i, "prep"):
        return None
    if token.lemma in ("state", "neighbour", "neighbor", "ally") and not tree.kids(token.i, "amod"):
        return None
    states = [(max((t for t in d.tokens if t < token.i), default=-1), d) for d in cast.of_type("State")]
    sentence = cast.tree.annotation.sentences[token.sent]
    near = [(t, d) for t, d in states if t >= 0 and t < sentence.first]
    pool = near or [(t, d) for t, d in states if t >= 0]
    return max(pool, key=lambda p: p[0])[1] if pool else None


def pair(cast: Cast, token: Token, lemma: str) -> list[Draft]:
    """The two whom "the two sides", "both countries", "the two ministers", "the two" means: the last pair told together."""
    want = "State" if lemma in _GROUPS else "Person"
    for sent in range(token.sent, max(-1, token.sent - 4), -1):
        sentence = cast.tree.annotation.sentences[sent]
        told: list[Draft] = []
        for i in range(sentence.first, min(sentence.last, token.i)):
            for d in cast.who(i):
                if d.type == want and d not in told:
                    told.append(d)
        if len(told) >= 2:
            return told[:2] if len(told) == 2 or want == "Person" else told[:2]
        if lemma in ("side", "party", "country", "nation", "state") and len(told) < 2:
            people = [
                d
                for i in range(sentence.first, min(sentence.last, token.i))
                for d in cast.who(i)
                if d.type in ("Person", "Delegation")
            ]
            states = [
                cast.drafts[s]
                for p in dict.fromkeys(d.number for d in people)
                for s in sorted(states_of(cast.drafts[p], cast))[:1]
            ]
            both = list({d.number: d for d in [*told, *states]}.values())
            if len(both) >= 2:
                return both[:2]
    return []


def pronoun(cast: Cast, token: Token, low: str) -> None:
    """Resolve a personal pronoun to the likeliest draft before it."""
    beside = coordinated_owner(cast, token)
    if beside and low in _IT | _THEY:
        cast.stand(token.i, beside)
        return
    if low in _HE | _SHE:
        found = nearest(cast, token, "Person", female=low in _SHE)
    elif low in _IT:
        found = nearest_thing(cast, token)
    elif low in _THEY:
        found = None
        plural = plural_before(cast, token)
        if plural:
            cast.stand(token.i, plural)
        return
    else:
        return
    if found is not None and found.ghost is not None:
        found.tokens.append(token.i)
        cast.stand(token.i, found.ghost)
    elif found is not None:
        cast.stand(token.i, [found.number])
        if low in _HE | _SHE and found.female is None:
            found.female = low in _SHE


def coordinated_owner(cast: Cast, token: Token) -> list[int]:
    """Whom "its" means in "the committee and its government": the body's state where there is one, else what it is coordinated with."""
    head = cast.tree.tokens[token.head]
    if token.tag != "PRP$" or head.dep != "conj":
        return []
    first = [d for d in cast.who(head.head) if d.type in ("State", "Organization", "Delegation")]
    return [d.state if d.state is not None else d.number for d in first]


def nearest(cast: Cast, token: Token, type_: str, female: bool | None = None) -> Draft | None:
    """The draft of a type that is nearest before ``token``: subjects of this sentence or the last first, in speech the one spoken of."""
    best: tuple[int, Draft] | None = None
    barred = coarguments(cast.tree, token)
    for draft in cast.drafts:
        if draft.type != type_ or (female is not None and draft.female is not None and draft.female != female):
            continue
        for i in draft.tokens:
            if i >= token.i or i in barred or token.sent - cast.tree.tokens[i].sent > 3:
                continue
            score = salience(cast.tree, i, token) + (4 if female is not None and draft.female == female else 0)
            if best is None or score >= best[0]:
                best = (score, draft)
    return best[1] if best else None


def salience(tree: Tree, i: int, token: Token) -> int:
    """How much the mention at ``i`` suggests itself to a pronoun: nearness in sentences first, then grammar, then nearness in words."""
    told = tree.tokens[i]
    top = i
    while tree.tokens[top].dep in ("conj", "appos") and tree.tokens[top].head != top:
        top = tree.tokens[top].head
    role = {"nsubj": 40, "nsubjpass": 36, "dobj": 18, "agent": 16, "poss": 6}.get(tree.tokens[top].dep, 8)
    if tree.tokens[top].dep in _SUBJECT and tree.tokens[tree.tokens[top].head].dep == "ROOT":
        role += 6
    gap = token.sent - told.sent
    return role - 26 * gap - min(token.i - i, 60) // 6


def gives_honour(tree: Tree, token: Token) -> bool:
    """Whether the possessive stands in "in her honour", which never means who gives it."""
    return tree.tokens[token.head].lemma in ("honour", "honor")


def coarguments(tree: Tree, token: Token) -> set[int]:
    """The other arguments of the pronoun's own verb, which it cannot mean (possessives can)."""
    if token.tag == "PRP$" and gives_honour(tree, token):
        return set(tree.arguments(tree.verb_above(token.i)).subject)
    if token.tag == "PRP$" or token.dep in _SUBJECT:
        return set()
    verb = tree.verb_above(token.i)
    args = tree.arguments(verb)
    return {*args.subject, *args.object} - {token.i}


def nearest_thing(cast: Cast, token: Token) -> Draft | None:
    """The state, body or delegation that "it" or "its" means: a subject near before it."""
    best: tuple[int, Draft] | None = None
    barred = coarguments(cast.tree, token)
    for draft in cast.drafts:
        if draft.type not in ("State", "Organization", "Delegation"):
            continue
        for i in draft.tokens:
            if i >= token.i or i in barred or token.sent - cast.tree.tokens[i].sent > 2:
                continue
            if cast.tree.tokens[i].dep in ("amod", "compound", "nmod"):
                continue
            score = salience(cast.tree, i, token)
            if best is None or score >= best[0]:
                best = (score, draft)
    return best[1] if best and best[0] > -20 else None


def plural_before(cast: Cast, token: Token) -> list[int]:
    """The coordinated or plural subject that "they" takes up: of this sentence before it, or the last."""
    for sent in (token.sent, token.sent - 1):
        if sent < 0:
            break
        sentence = cast.tree.annotation.sentences[sent]
        for i in range(min(sentence.last, token.i) - 1, sentence.first - 1, -1):
            t = cast.tree.tokens[i]
            if t.dep in _SUBJECT and t.i != token.i:
                told = [d.number for j in cast.tree.conjuncts(i) for d in cast.who(j)]
                if len(told) >= 2:
                    return told
    return (
        [d.number for d in pair(cast, token, "")]
        if token.dep in _SUBJECT and token.text.lower() == "they" and cast.tree.tokens[token.head].lemma in _TOGETHER
        else []
    )
