"""Who or what may fill a role: the drafts that a token stands for, checked by type, with the levels of a place."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, plain
from kg.extract.crowds import crowd, note_crowd
from kg.extract.tree import Tree
from kg.lexicon import lexicon

_ACTORS = frozenset({"Person", "State", "Organization", "Delegation"})
_SITES = frozenset({"Place", "State"})
ALLOWED: dict[str, frozenset[str]] = {
    "destination": _SITES | {"Organization"},
    "origin": _SITES,
    "place": _SITES,
    "occasion": frozenset({"Occasion"}),
    "person": frozenset({"Person"}),
    "honoree": _ACTORS | {"Occasion"},
    "target": _ACTORS | {"Place"},
}
_CRAFT = frozenset("plane aircraft jet flight airliner helicopter motorcade convoy airplane aeroplane".split())
_ENVOYS = frozenset({"official", "diplomat", "lawmaker", "parliamentarian", "officer", "legislator"})
_GATHERED = frozenset({"participant", "host", "guest"})
_SITED = frozenset({"destination", "origin", "place"})
_SITE_NOUNS = frozenset("airport port harbour harbor airfield airbase base station".split())
_SPOKEN = frozenset({"Criticism", "Support", "Denial", "Pledge"})
_DEEDS = frozenset({"Restriction", "Agreement", "Transfer", "Conflict", "Message"})
_WE = frozenset({"we", "us", "our"})
_WORDS = frozenset({"statement", "remark", "comment", "report"})
_COUNTS = frozenset(
    """network number dozen handful string list batch hundred thousand score amount worth range raft slew variety
    series""".split()
)
_STRONGHOLDS = frozenset(
    """base post outpost position positions facility infrastructure territory airspace warship ship vessel airfield airport port
    refinery depot embassy consulate mission grid navy army military convoy radar headquarters""".split()
)
_LANDS_TOLD = frozenset({"country", "government", "state", "nation", "power", "ally", "capital"})
_SEAS = frozenset({"sea", "ocean", "gulf", "strait", "bay"})  # where missiles fall, and nobody at whom they are fired
_SCENES = frozenset("temple border region area airport mosque church school hospital river valley mountain".split())
_LANDS = frozenset({"territory", "airspace"})
_SUFFERED = frozenset(
    """arrest detention imprisonment jailing incarceration conviction sentencing trial prosecution indictment extradition
    deportation expulsion killing murder assassination execution death poisoning abduction kidnapping capture torture ouster
    overthrow removal dismissal disappearance beating""".split()
)
_THROUGH = frozenset({("target", "Restriction"), ("agent", "Conflict"), ("target", "Conflict")})


def fillers(cast: Cast, token: int, role: str, type_: str = "") -> list[Draft]:
    """The drafts that the token stands for and that may fill the role; a group that is only described is one."""
    if type_ in _DEEDS and cast.tree.tokens[token].text.lower() in _WE:  # what "we" did the state did whose envoy speaks
        told = [d for d in cast.who(token) if d.type in ("State", "Organization")]
        if told and cast.tree.tokens[token].text.lower() != "ours":
            return [d for d in told if d.type in ALLOWED.get(role, _ACTORS)]
    if (
        cast.tree.tokens[token].pos == "NUM" or cast.tree.tokens[token].lemma in _COUNTS
    ):  # "two of its drivers", "a network of firms"
        token = next((j for prep, j in cast.tree.prepositions(token) if prep == "of"), token)
        if cast.tree.tokens[token].text.lower() in ("ours", "theirs", "mine"):  # "nine of ours" are people, not the state
            return []
    if (meant := instead(cast, token, role, type_)) is not None:
        return meant
    sea = type_ == "Conflict" and role == "target" and _SEAS & set(plain(cast.tree.tokens[token].text).split())
    said = role == "recipient" and cast.tree.tokens[token].lemma in _WORDS and token not in cast.tree.names
    if sea or said:  # "a note in relation to a statement of the embassy"
        return []
    allowed = allowed_at(cast.tree, token, role, type_)
    found = [d for d in cast.who(token) if d.type in allowed]
    reached = role in ("recipient", "inviter") or (role, type_) == ("target", "Criticism")
    if not found and (reached or (role == "speaker" and comes_from(cast.tree, token))):  # to a capital: to its state
        places = [d for d in cast.who(token) if d.type == "Place"]
        places = [d for d in places if d.state is not None]  # no seas and continents
        states = [s for d in places if (s := cast.drafts[d.state or 0]).forms or s.adjectives]
        found = states or (places if role == "recipient" else [])
    if not found and (role, type_) in _THROUGH and hit(cast.tree, token, type_, role):
        found = through(cast, token)
    if not found and cast.tree.tokens[token].lemma in lexicon().settlements:  # "the city of Lima"
        named = [j for prep, j in cast.tree.arguments(token).preps if prep == "of"]
        found = [d for j in named for d in cast.who(j) if d.type in allowed]
    if not found and role in _SITED and cast.tree.tokens[token].lemma in _SITE_NOUNS:  # "landed at Lima's airport"
        spots = cast.tree.kids(token, "poss", "compound", "nmod")
        found = [d for c in spots for d in cast.who(c) if d.type == "Place"][:1]
    if role == "occasion" and not found:
        found = [d for d in cast.of_type("Occasion") if d.names_at(cast.tree.span_of(token))][:1]
    if role in ("destination", "place", "origin") and any(d.type == "Place" for d in found):
        found += [d for t in levels(cast.tree, token) for d in cast.who(t) if d.type in ("Place", "State") and d not in found]
    return found


def hit(tree: Tree, token: int, type_: str, role: str) -> bool:
    """Whether what is attacked is something of a state, so that the attack is on it: "a raid on a Chilean base"."""
    lemma = tree.tokens[token].lemma
    if type_ == "Conflict" and role == "agent":  # "clashes near the temple that killed nine"
        return lemma not in _SCENES and lemma not in lexicon().settlements
    return (role, type_) != ("target", "Conflict") or lemma in _STRONGHOLDS


def allowed_at(tree: Tree, token: int, role: str, type_: str) -> frozenset[str]:
    """The types of what may fill the role; who suffered a deed is not blamed for it nor backed in it."""
    if type_ not in _SPOKEN:
        return ALLOWED.get(role, _ACTORS)
    return _ACTORS - {"Person"} if role == "target" and suffers(tree, token) else _ACTORS


def suffers(tree: Tree, token: int) -> bool:
    """Whether the deed blamed or backed was done to whom the token names: "Silva's arrest", not "his arrest of aides"."""
    head = tree.tokens[token].head
    if tree.tokens[token].dep not in ("poss", "compound", "nmod") or tree.tokens[head].lemma not in _SUFFERED:
        return False
    return all(prep != "of" for prep, _ in tree.prepositions(head))


def instead(cast: Cast, token: int, role: str, type_: str) -> list[Draft] | None:
    """Who is meant by a noun for a group or craft: those of it who are named, who is aboard, else the group; None of others."""
    if role in _GATHERED and cast.tree.tokens[token].tag == "NNS":
        if named := among(cast, token):
            return named
        if cast.tree.tokens[token].dep == "conj" and others(cast, token):  # "met Silva and other senior Norwegian officials"
            return []
    if role == "agent" and cast.tree.tokens[token].lemma in _LANDS_TOLD and (named := countries_among(cast, token)):
        return named
    if (group := crowd(cast, token, role, type_)) is not None:
        return [group]
    if role == "visitor" and cast.tree.tokens[token].lemma in _ENVOYS and (sent := delegation_of(cast, token)) is not None:
        return sent
    craft = role == "visitor" and cast.tree.tokens[token].lemma in _CRAFT  # "the minister's plane landed"
    return aboard(cast, token) if craft else None


def delegation_of(cast: Cast, token: int) -> list[Draft] | None:
    """Who travels by "the Russian lawmakers": the delegation of theirs told before; by "a Saudi official" somebody unnamed.

    None where that may be others.
    """
    told = cast.who(token)
    if not told or any(d.type != "State" for d in told):
        return None
    if cast.tree.tokens[token].tag == "NN":
        return [note_crowd(cast, token, "Person")]
    groups = [d for d in cast.of_type("Delegation") if d.state == told[0].number and any(t < token for t in d.tokens)]
    return groups if len(groups) == 1 else None


def countries_among(cast: Cast, token: int) -> list[Draft]:
    """The states named as some of those that the noun tells of: "governments across the region, including Peru and Chile"."""
    tree = cast.tree
    inner = [j for _, j in tree.prepositions(token)]  # "across the region, including Peru"
    lists = [c for t in (token, *inner) for c in tree.kids(t, "prep") if tree.tokens[c].text in ("including", "like")]
    return [d for c in lists for _, j in tree.prepositional(c) for d in cast.who(j) if d.type == "State"]


def among(cast: Cast, token: int) -> list[Draft]:
    """The persons named as some of the group at ``token``: "met several ministers, including Silva and Berg"."""
    tree = cast.tree
    here = [c for c in (token + 1, token + 2) if c < len(tree.tokens) and tree.tokens[c].text == "including"]
    listed = [i for c in here for i in tree.below(c) if i in tree.names and tree.deps[i] != "compound"]
    beside = {k for i in listed for c in tree.kids(i, "appos", "relcl", "acl") for k in tree.below(c)}  # "Silva, who met Berg"
    if any(d.type in ("Person", "Delegation") for d in cast.who(token)):
        return []
    return [d for i in listed if i not in beside for d in cast.who(i) if d.type == "Person"]


def others(cast: Cast, token: int) -> bool:
    """Whether the noun at ``token`` only tells that there were more than those named before it."""
    return any(cast.tree.tokens[c].text == "other" for c in cast.tree.kids(token, "amod"))


def through(cast: Cast, token: int) -> list[Draft]:
    """Whose the thing at the token is: "sanctions on Norway's oil industry", "rebel drones"; land is of states alone."""
    spots = cast.tree.kids(token, "poss", "amod", "compound", "nmod")
    found = [d for c in spots for d in cast.who(c) if d.type in ("State", "Organization")][:1]
    if found and found[0].type == "Organization" and cast.tree.tokens[token].lemma in _LANDS:  # "the guards' own territory"
        return [cast.drafts[found[0].state]] if found[0].state is not None else []
    return found


def comes_from(tree: Tree, token: int) -> bool:
    """Whether the token stands after "from": "the message from Oslo"."""
    return tree.tokens[token].dep == "pobj" and tree.tokens[tree.tokens[token].head].text.lower() == "from"


def aboard(cast: Cast, token: int) -> list[Draft]:
    """Who travels in the craft at ``token``: "Silva's plane", "the plane carrying Silva"; else what the craft stands for."""
    tree = cast.tree
    spots = list(tree.arguments(token).subject)
    spots += [j for c in tree.kids(token, "acl", "relcl") if tree.tokens[c].lemma == "carry" for j in tree.arguments(c).object]
    people = [d for t in spots for d in cast.who(t) if d.type in ("Person", "Delegation")]
    return people or [d for d in cast.who(token) if d.type in _ACTORS]


def levels(tree: Tree, token: int) -> list[int]:
    """Where the place at ``token`` lies as far as the text says it: "the hall in Savar", "Hoechang, South Phyongan Province"."""
    sites = lexicon().settlements | lexicon().countries
    out = [c for c in tree.kids(token, "appos") if c in tree.names or tree.tokens[c].lemma in sites]
    out += [j for prep, j in tree.prepositions(token) if prep in ("in", "at", "near")]
    return out + [k for j in out for k in levels(tree, j)]
