"""Pairs to drafts: "the two sides", "both countries", "the two ministers"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.extract.credit import SAYING
from kg.extract.relations import VERBAL
from kg.extract.tree import Tree
from kg.model import Sentence, Token

PAIR_WORDS = frozenset({"two", "both"})
_SPOUSES = frozenset({"husband", "wife", "spouse"})
_GROUPS = frozenset(
    {"side", "country", "nation", "state", "party", "government", "capital", "neighbour", "neighbor", "ally", "delegation"}
)
_LEADERS = frozenset({"president", "prime minister", "chancellor", "king", "emir", "premier", "leader", "sultan", "taoiseach"})
_RANKS = {
    "leader": _LEADERS,
    "head": _LEADERS,
    "president": frozenset({"president"}),
    "minister": frozenset({"minister", "secretary of state"}),
    "envoy": frozenset({"envoy", "ambassador", "representative"}),
}
_ONE_EACH = frozenset({"president", "leader", "head"})  # of which a state has one
_COUNTS = {"three": 3, "four": 4, "five": 5}
_OFTEN = 2
_SEXES = {"man": False, "men": False, "woman": True, "women": True}
_TWO_SIDES = frozenset({"side", "party"})
_SERVED = _TWO_SIDES | {"country", "nation", "state", "capital", "government"}
_SIDES = frozenset({"State", "Organization"})
_FIELDS = frozenset("foreign defence defense interior finance trade energy prime agriculture health justice".split())
_LOWER = ("vice", "deputy", "assistant")
_DENYING = frozenset("deny reject dismiss refute dispute contest".split())
_ACCUSING = SAYING | {"accuse", "blame", "suspect"}
_MONEY = frozenset({"dollar", "cent", "pound", "franc", "peso", "rupee", "dollars", "cents"})
_PARTNERS = frozenset({"side", "country", "nation", "state"})
_MUCH = 3
_FAR = 14  # sentences that a pair may stand before what takes it up
_UNNAMED = frozenset({"official", "diplomat", "man", "woman", "general"})
_DEFINITE = frozenset({"the", "both", "these", "those"})


def is_pair(tree: Tree, token: Token) -> bool:
    """Whether the noun is counted as two: "the two sides", "both countries"."""
    left = tree.kids(token.i, "nummod", "det", "amod", "predet")
    others = any(tree.tokens[c].dep == "nummod" or tree.tokens[c].lemma == "other" for c in left)  # "the four leaders"
    named = [c for c in tree.kids(token.i, "compound", "amod") if tree.tokens[c].text[:1].isupper()]
    others = others or any(not tree.kids(c, "conj") for c in named)  # "Tamil leaders", but "the Polish and Czech leaders"
    if token.lemma in _UNNAMED and not any(tree.tokens[c].text.lower() in _DEFINITE for c in left):
        return False  # "two officials told Reuters" leaves open who
    return any(tree.tokens[c].lemma in PAIR_WORDS for c in left) or (
        not others
        and token.lemma in ("side", "party", "minister", "leader", "president", "head")
        and token.tag in ("NNS", "NNPS")
        and any(tree.tokens[c].lemma == "the" for c in tree.kids(token.i, "det"))
        and not any(p == "of" and (j in tree.names or not as_two(tree, j)) for p, j in tree.prepositions(token.i))
    )


def as_two(tree: Tree, i: int) -> bool:
    """Whether the noun may mean the two whose heads are told of: not "the heads of the five southern states"."""
    counts = (tree.tokens[c].lemma for c in tree.kids(i, "nummod"))
    return tree.tokens[i].lemma in _GROUPS and all(n in PAIR_WORDS for n in counts)


def pair(cast: Cast, token: Token, lemma: str) -> list[Draft]:
    """The two whom "the two sides", "both countries", "the two ministers", "the two" means: the last pair told together."""
    if lemma in _RANKS and (ranked := of_rank(cast, token, _RANKS[lemma])):
        return ranked
    counted = any(cast.tree.tokens[c].lemma in PAIR_WORDS for c in cast.tree.children[token.i])
    if sides := known_sides(cast, token, lemma, counted):
        return sides
    if lemma in _TWO_SIDES and (sides := sides_before(cast, token)):
        return sides
    want = "State" if lemma in _GROUPS else "Person"
    for sent in range(token.sent, max(-1, token.sent - 4), -1):
        sentence = cast.tree.annotation.sentences[sent]
        told = told_in(cast, range(sentence.first, min(sentence.last, token.i)), want)
        if len(told) > 2 and (joined := joined_by_between(cast, sent, token.i, want) or dealing(cast, sent, token.i, told)):
            return joined
        if (
            want == "State"
            and counted
            and len(told) > 1
            and (sides := acting_states(cast, range(sentence.first, min(sentence.last, token.i))))
        ):
            return sides
        told = those_meant(cast, token, unaccusing(cast, told, token, sentence.first), sent)
        if lemma in _SEXES:
            told = [d for d in told if d.female is None or d.female == _SEXES[lemma]]
            told = told if lemma == "man" or all(d.female for d in told) else []
        if len(told) >= 2:
            return told[:2]
        if not lemma and len(states := near_states(cast, sent, token.i)) == 2:  # "since the two restored their ties"
            return states
        if (lemma in _SERVED or (lemma in _RANKS and counted)) and len(told) < 2:
            own = sent == token.sent and any(d in told for t in doers(cast.tree, token) for d in cast.who(t))
            people = [
                d
                for i in range(sentence.first, min(sentence.last, token.i))
                for d in cast.who(i)
                if d.type in ("Person", "Delegation") or (d.type == "Organization" and d.state is not None and not own)
            ]
            states = [
                cast.drafts[s]
                for p in dict.fromkeys(d.number for d in people)
                for s in sorted(states_of(cast.drafts[p], cast))[:1]
            ]
            apart = len({d.number for d in states}) == 2 and not any(d in states for d in told)  # "X and Y spoke of Peru"
            both = list({d.number: d for d in [*([] if apart else told), *states]}.values())
            if len(both) >= 2 and (lemma not in _RANKS or both[0].type == both[1].type):  # no leader and his own state
                return both[:2]
    if lemma in _RANKS and counted and (met := told_together(cast, token)):
        return met
    return main_pair(cast, token) if lemma in ("side", "country", "nation", "state") and counted else []


def doers(tree: Tree, token: Token) -> tuple[int, ...]:
    """Who does the deed that reaches the pair: "Oslo gave aid to the two sides", of whom it is none."""
    return tree.arguments(tree.verb_above(token.i)).subject if token.dep in ("pobj", "dobj", "dative") else ()


def known_sides(cast: Cast, token: Token, lemma: str, counted: bool) -> list[Draft]:
    """The government and its rebels told together, or the two states of a row that the whole article is about."""
    if lemma in _TWO_SIDES and (sides := coordinated_sides(cast, token)):
        return sides
    first = cast.tree.annotation.sentences[token.sent].first
    here = told_in(cast, range(first, token.i), "State")
    return dominant(cast, token) if lemma in _PARTNERS and counted and len(here) < 2 else []


def told_in(cast: Cast, tokens: range, want: str) -> list[Draft]:
    """Those of a type of whom a stretch tells, in order, once each."""
    told = [d for i in tokens if not of_money(cast.tree, i) for d in cast.who(i) if d.type == want]
    return list({d.number: d for d in told}.values())


def of_money(tree: Tree, i: int) -> bool:
    """Whether the name tells only what money is meant: "6.5 U.S. cents", "Australian dollars"."""
    return tree.tokens[tree.tokens[i].head].lemma in _MONEY


def told_together(cast: Cast, token: Token) -> list[Draft]:
    """The two office holders of two states, and no third, of whom a sentence before tells: "talks between X and Y"."""
    for sent in range(token.sent, max(-1, token.sent - _FAR), -1):
        sentence = cast.tree.annotation.sentences[sent]
        told = {
            d.number: d for i in range(sentence.first, min(sentence.last, token.i)) for d in cast.who(i) if d.type == "Person"
        }
        served = [states_of(d, cast) for d in told.values() if d.offices]
        if len(told) == 2 and len(served) == 2 and all(served) and not served[0] & served[1]:
            return list(told.values())
    return []


def several(cast: Cast, token: Token) -> list[int]:
    """The three whom "the three", "the four leaders" means: those of whom a sentence before tells just so many."""
    tree = cast.tree
    words = [token, *(tree.tokens[c] for c in tree.kids(token.i, "nummod"))]
    count = next((_COUNTS[w.lemma] for w in words if w.lemma in _COUNTS), 0)
    if not count or not any(tree.tokens[c].lemma in ("the", "all") for c in tree.kids(token.i, "det", "predet")):
        return []
    want = "State" if token.lemma in _GROUPS else "Person"
    for sent in range(token.sent, max(-1, token.sent - 3), -1):
        sentence = tree.annotation.sentences[sent]
        near = range(sentence.first, min(sentence.last, token.i))
        told = {d.number: None for i in near for d in cast.who(i) if d.type == want}
        if len(told) == count:
            return list(told)
    return []


def those_meant(cast: Cast, token: Token, told: list[Draft], sent: int) -> list[Draft]:
    """Those told in a sentence whom the pair at ``token`` may mean; others in their place where these are only mentioned."""
    if token.lemma in _TWO_SIDES and (sides := dealing_states(cast, sent, token.i, told)):
        return sides
    if token.lemma == "minister":
        return [d for d in told if not of_other_field(cast, token, d)]
    counted = any(cast.tree.tokens[c].lemma in PAIR_WORDS for c in cast.tree.children[token.i])
    states = token.lemma in _GROUPS and len(told) == 2 and all(d.type == "State" for d in told)
    if states and counted and sent < token.sent and mentioned(cast, told, cast.tree.annotation.sentences[sent]):
        return main_pair(cast, token)
    return told


def dealing_states(cast: Cast, sent: int, end: int, told: list[Draft]) -> list[Draft]:
    """The states of the two persons of whom the one deals with the other in a sentence before ``end``, where it tells of others.

    "On a tour of Togo and Benin, the Norwegian X met the Kenyan Y, and the two sides agreed".
    """
    sentence = cast.tree.annotation.sentences[sent]
    inside = range(sentence.first, min(sentence.last, end))
    people = list({d.number: d for i in inside for d in cast.who(i) if d.type == "Person"}.values())
    two = dealing(cast, sent, end, people) or beside_each_other(cast, sent, people) if len(people) > 1 and len(told) > 1 else []
    states = [states_of(p, cast) for p in two]
    if len(states) != 2 or any(len(s) != 1 for s in states) or {d.number for d in told} <= (states[0] | states[1]):
        return []
    return [cast.drafts[n] for s in states for n in s]


def mentioned(cast: Cast, told: list[Draft], sentence: Sentence) -> bool:
    """Whether both states are only mentioned by the way, neither as subject or object: "Norway's war in Peru goes on"."""
    tokens = cast.tree.tokens
    spots = [i for i in range(sentence.first, sentence.last) for d in cast.who(i) if d in told]
    near = {tokens[tokens[i].head].text.lower() for i in spots}
    return all(tokens[i].dep in ("poss", "pobj", "amod", "compound") for i in spots) and not near & {"between", "by", "with"}


def of_other_field(cast: Cast, token: Token, person: Draft) -> bool:
    """Whether the person is told to be a minister, but of another field than "the two defence ministers" are."""
    left = cast.tree.kids(token.i, "amod", "compound")
    fields = {cast.tree.tokens[c].text.lower() for c in left} & _FIELDS
    titles = [
        set(h.title.lower().replace("external", "foreign").split()) for h in person.offices if "minister" in h.title.lower()
    ]
    own = [t & _FIELDS for t in titles]
    return bool(fields) and bool(own) and all(o and not o & fields for o in own)


def sides_before(cast: Cast, token: Token) -> list[Draft]:
    """The states of the pair that the sentence before tells of: "The ministers spoke of Peru's raids. Both sides said"."""
    if token.sent == 0:
        return []
    sentence = cast.tree.annotation.sentences[token.sent - 1]
    for t in cast.tree.tokens[sentence.first : sentence.last]:
        told = [d for d in cast.who(t.i) if d.type in ("Person", "State")] if t.dep == "nsubj" and t.tag == "NNS" else []
        if len(told) == 2:
            numbers = [{d.number} if d.type == "State" else states_of(d, cast) for d in told]
            states = {min(n) for n in numbers if n}
            return [cast.drafts[n] for n in sorted(states)] if len(states) == 2 else []
    return []


def denies(tree: Tree, token: Token) -> bool:
    """Whether the noun is the subject of a verb of denying: "a charge that both governments reject"."""
    return token.dep == "nsubj" and tree.tokens[token.head].lemma in _DENYING


def unaccusing(cast: Cast, told: list[Draft], pair: Token, first: int) -> list[Draft]:
    """Those of three or more told in a sentence from ``first`` whom a ``pair`` that denies may mean: not who tells or accuses."""
    tree = cast.tree
    if len(told) <= 2 or not denies(tree, pair):
        return told
    sentence = tree.annotation.sentences[tree.tokens[first].sent]
    near = tree.tokens[first : min(sentence.last, pair.i)]
    verbs = {t.head for t in near if t.dep == "nsubj" and tree.tokens[t.head].lemma in _ACCUSING}
    accusers = {d.number for v in verbs for t in tree.arguments(v).subject for d in cast.who(t)}
    return [d for d in told if d.number not in accusers]


def main_pair(cast: Cast, token: Token) -> list[Draft]:
    """The two states that the article tells of most before ``token``, where no third is told of as often."""
    told = [(sum(t < token.i for t in d.tokens), d) for d in cast.of_type("State")]
    told = sorted((p for p in told if p[0] >= _OFTEN), key=lambda p: -p[0])
    return [d for _, d in told[:2]] if len(told) == 2 or (len(told) > 2 and told[1][0] > told[2][0]) else []


def dominant(cast: Cast, token: Token) -> list[Draft]:
    """The two states of which the article tells far more than of any third before ``token``: a row between two."""
    told = [(len({n.span for n in d.namings if n.span.end <= token.start}), d) for d in cast.of_type("State")]
    told.sort(key=lambda p: -p[0])
    clear = len(told) > 1 and told[1][0] >= _MUCH and (len(told) == 2 or told[1][0] > 2 * told[2][0])
    return [d for _, d in told[:2]] if clear else []


def near_states(cast: Cast, sent: int, end: int) -> list[Draft]:
    """The states told in a sentence before the token ``end``."""
    sentence = cast.tree.annotation.sentences[sent]
    told = {d.number: d for i in range(sentence.first, min(sentence.last, end)) for d in cast.who(i) if d.type == "State"}
    return list(told.values())


def coordinated_sides(cast: Cast, token: Token) -> list[Draft]:
    """The state and the body, or the two bodies, told together last: "the government and the rebels" are the two sides."""
    tree = cast.tree
    for sent in (token.sent, token.sent - 1):
        if sent < 0:
            break
        sentence = tree.annotation.sentences[sent]
        for i in range(min(sentence.last, token.i) - 1, sentence.first - 1, -1):
            if tree.tokens[i].dep == "conj" and tree.tokens[tree.tokens[i].head].dep != "conj":
                told = [d for j in (tree.tokens[i].head, i) for d in cast.who(j)[:1] if d.type in _SIDES]
                if len(told) == 2 and told[0] is not told[1] and any(d.type == "Organization" for d in told):
                    return told
    return []


def joined_by_between(cast: Cast, sent: int, end: int, want: str) -> list[Draft]:
    """The two that "between" or "both X and Y" names among several: "Norway and Peru deplored the war between X and Y"."""
    tree = cast.tree
    sentence = tree.annotation.sentences[sent]
    for i in range(sentence.first, min(sentence.last, end)):
        if tree.tokens[i].text.lower() == "between":
            told = [d for o in tree.kids(i, "pobj") for j in tree.conjuncts(o) for d in cast.who(j) if d.type == want]
            if len(told) == 2:
                return told
        elif tree.deps[i] == "preconj":  # "a mediator acknowledged by both X and Y"
            told = [d for j in tree.conjuncts(tree.tokens[i].head) for d in cast.who(j) if d.type == want]
            if len(told) == 2:
                return told
    return []


def of_rank(cast: Cast, token: Token, ranks: frozenset[str]) -> list[Draft]:
    """The last two persons told together whose offices are of the rank: "the two leaders" are no ministers told in between."""
    tree = cast.tree
    fields = {tree.tokens[c].text.lower() for c in tree.kids(token.i, "amod", "compound")} & _FIELDS
    for sent in range(token.sent, max(-1, token.sent - _FAR), -1):
        sentence = tree.annotation.sentences[sent]
        told = {d.number: d for i in range(sentence.first, min(sentence.last, token.i)) for d in cast.who(i)}
        fit = [d for d in told.values() if d.type == "Person" and has_rank(d, ranks, fields)]
        if len(fit) == 2 or (fit := beside_each_other(cast, sent, fit) or dealing(cast, sent, token.i, fit)):
            return fit
    counted = any(tree.tokens[c].lemma in PAIR_WORDS for c in tree.children[token.i])
    one_each = counted and (token.lemma in _ONE_EACH or token.lemma == "minister")
    if not fields and not one_each:
        return []
    told_of = [d for d in cast.of_type("Person") if any(t < token.i for t in d.tokens) and has_rank(d, ranks, fields)]
    if len(told_of) != 2:
        return []
    return told_of if fields or not states_of(told_of[0], cast) & states_of(told_of[1], cast) else []


def beside_each_other(cast: Cast, sent: int, people: list[Draft]) -> list[Draft]:
    """Those of ``people`` who are told as one subject of the sentence: "X and his counterpart Y signed it before Z"."""
    sentence = cast.tree.annotation.sentences[sent]
    heads = [t for t in cast.tree.tokens[sentence.first : sentence.last] if t.dep in ("nsubj", "nsubjpass")]
    told = [[d for j in cast.tree.conjuncts(t.i) for d in cast.who(j) if d in people] for t in heads]
    return next((group for group in told if len(group) == 2), [])


def dealing(cast: Cast, sent: int, end: int, people: list[Draft]) -> list[Draft]:
    """The two of ``people`` of whom the one deals with the other before ``end``: "X, who came with a team, met Y, and Z left"."""
    tree = cast.tree
    sentence = tree.annotation.sentences[sent]
    aside: list[Draft] = []
    for t in tree.tokens[sentence.first : min(sentence.last, end)]:
        if t.dep == "dobj" or (t.dep == "pobj" and tree.tokens[t.head].text.lower() in ("with", "by")):
            others = [d for d in cast.who(t.i) if d in people]
            verb = tree.verb_above(t.i)
            agents = tree.surface(verb, 2) if others and tree.tokens[verb].pos in VERBAL else []
            own = [d for j in agents for d in cast.who(j) if d in people and d not in others]
            if len(others) == 1 and len(own) == 1:
                if tree.tokens[verb].dep != "relcl":
                    return [*own, *others]
                aside = aside or [*own, *others]
    return aside


def acting_states(cast: Cast, tokens: range) -> list[Draft]:
    """The two states of whom one is told to do something to the other or its people: "Oslo summoned X, Peru's ambassador"."""
    tree = cast.tree
    for i in tokens:
        if tree.tokens[i].pos != "VERB":
            continue
        args = tree.arguments(i)
        doers, others = (sides_among(cast, spots) for spots in (args.subject, (*args.object, *args.of("with"))))
        if len(doers) == 1 and len(others) == 1 and doers != others:
            return [cast.drafts[n] for n in (*doers, *others)]
    return []


def sides_among(cast: Cast, spots: tuple[int, ...]) -> set[int]:
    """The states of those at the tokens: they themselves, or those whom persons and bodies serve."""
    told = [d for t in spots for d in cast.who(t)]
    own = {d.number for d in told if d.type == "State"} | {
        d.state for d in told if d.type == "Organization" and d.state is not None
    }
    return own | {s for d in told if d.type == "Person" for s in states_of(d, cast)}


def has_rank(person: Draft, ranks: frozenset[str], fields: set[str]) -> bool:
    """Whether one of the person's offices is of a rank and of the fields told ("the two foreign ministers")."""
    titles = [h.title.lower() for h in person.offices]
    titles = [t for t in titles if not t.startswith(_LOWER) and fields <= set(t.split())]
    return any(rank in t for t in titles for rank in ranks)


def leads(person: Draft) -> bool:
    """Whether what is told together as a leader may be one: whoever is not told to hold another office alone."""
    return not person.offices or has_rank(person, _LEADERS, set())


def couple(cast: Cast, token: Token) -> list[Draft]:
    """The two whom "the presidential couple" means: the last person told before with husband or wife."""
    tokens = cast.tree.tokens
    for i in range(token.i - 1, -1, -1):
        if tokens[i].lemma in _SPOUSES and tokens[i].dep == "conj":
            told = [d for j in (tokens[i].head, i, *cast.tree.kids(i, "appos")) for d in cast.who(j) if d.type == "Person"]
            if len({d.number for d in told}) == 2:
                return told
    return []


def states_of(person: Draft, cast: Cast) -> set[int]:
    """The states that a person serves by the offices told."""
    found = {n for h in person.offices for n in h.of if cast.drafts[n].type == "State"}
    found |= {s for h in person.offices for n in h.of if (s := cast.drafts[n].state) is not None}
    return found | ({person.state} if person.state is not None else set())
