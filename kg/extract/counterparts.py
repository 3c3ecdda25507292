"""Counterparts, predecessors and successors: which office "his Omani counterpart" holds."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, Held, plain
from kg.extract.introduced import office_told
from kg.extract.sides import opposite_state

_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_SUCCESSION = frozenset({"predecessor", "successor", "successor designate"})  # of one office, not of another state's


def settle_counterpart(cast: Cast, person: Draft, held: Held) -> None:
    """Give a counterpart the title of the person that it is the counterpart of."""
    before = [
        (h.token, h)
        for p in cast.of_type("Person")
        if p is not person
        for h in p.offices
        if h.token <= held.token and h.title and not (set(plain(h.title).split()) & _SPEAKS_FOR)
    ]
    owners = [cast.drafts[n] for n in held.of] + [d for c in cast.tree.kids(held.token, "poss") for d in cast.who(c)]
    owner = next((d for d in owners if d.type == "Person"), None)
    succession = plain(held.office.title) in _SUCCESSION
    if succession or held.office.holder == "their":  # "his successor": of who is told of, or was just appointed
        deps = ("nsubj", "nsubjpass", "poss", "dobj", "oprd") if succession else ("nsubj", "nsubjpass")
        before = [
            b for b in before if not b[1].office.former and (owner is not None or told_subject(cast, b[1], held.token, deps))
        ]
    anchor = nearest_holder(cast, held, [b for b in before if owner is None or b[1] in owner.offices])
    held.title = anchor.title if anchor is not None else ""
    if not succession:  # Chile's "ambassador to Peru" and "his Peruvian counterpart" are not sent to one state
        held.title = held.title.split(" to ")[0]
    if not succession and (own := described_subject(cast, held.token)) is not None:
        held.title, anchor = own, None
    if succession:
        held.title = f"former {held.title}" if held.title and "predecessor" in held.office.title.lower() else held.title
        held.of[:] = anchor.of if anchor is not None else [n for n in held.of if owner is None or n != owner.number]
        held.guessed = anchor is not None and anchor.guessed
        return
    if held.title.lower() in ("secretary of state", "external affairs minister", "eam"):  # so called in one state alone
        held.title = "Foreign Minister"
    if anchor is not None and not held.of and (other := opposite_state(cast, anchor)) is not None:
        held.of.append(other.number)
        held.guessed = True


def described_subject(cast: Cast, token: int) -> str | None:
    """The office by which alone the subject is told whose counterpart stands at ``token``: "the minister met his ..."."""
    people = [cast.drafts[n] for n in own_subjects(cast, token)]
    if len(people) != 1 or people[0].offices or not people[0].forms or any(t in cast.tree.names for t in people[0].tokens):
        return None
    before = [t for t in people[0].tokens if t < token]
    office = office_told(cast, max(before)) if before else None
    return office.title if office is not None else None


def told_subject(cast: Cast, held: Held, at: int, deps: tuple[str, ...]) -> bool:
    """Whether the holder stands in one of these relations in the sentence of ``at`` or the one before it."""
    tree = cast.tree
    person = next(p for p in cast.of_type("Person") if held in p.offices)
    near = [t for t in person.tokens if t < at and tree.tokens[at].sent - tree.tokens[t].sent <= 1]
    return any(tree.tokens[t].dep in deps for t in near)


def nearest_holder(cast: Cast, held: Held, before: list[tuple[int, Held]]) -> Held | None:
    """The office of the person that "his" before "counterpart" means: the subject of its verb, else the nearest named before it.

    Of several offices of one person, those of a minister or president come before others, a deputy's rank last of these.
    """
    spots: list[tuple[int, Held]] = []
    subjects = own_subjects(cast, held.token)
    if held.office.holder in ("his", "her") and untold(cast, held, subjects, [h for _, h in before]):
        return None
    token = cast.tree.tokens[held.token]
    beside = {d.number for d in cast.who(token.head)} if token.dep == "conj" else set()  # "X and his counterpart Y"
    for p in cast.of_type("Person"):
        own = [h for t, h in before if h in p.offices]
        near = [t for t in p.tokens if t < held.token]
        if own and near:
            best = max(own, key=lambda h: (equalled(h), -h.token))
            spots.append((held.token + (p.number in beside) if p.number in subjects | beside else max(near), best))
    return max(spots, key=lambda s: s[0])[1] if spots else None


def equalled(held: Held) -> int:
    """How likely a person of several offices is told to have a counterpart in this one."""
    title = held.title.lower()
    deputy = title.startswith(("deputy prime", "vice prime", "deputy premier", "vice premier", "deputy pm"))
    return 2 - deputy if "minister" in title or "president" in title else 0


def own_subjects(cast: Cast, token: int) -> set[int]:
    """The persons that are the one subject of the verb above ``token``, or of the verb that this one goes on from."""
    tree = cast.tree
    verb = tree.verb_above(token)
    while not (subject := tree.arguments(verb).subject) and tree.tokens[verb].dep == "conj":
        verb = tree.tokens[verb].head
    if token in subject or len(subject) != 1:
        return set()
    return {d.number for d in cast.who(subject[0]) if d.type == "Person"}


def untold(cast: Cast, held: Held, subjects: set[int], offices: list[Held]) -> bool:
    """Whether "his" before "counterpart" means the one subject of the verb, a person named there, of whom no office is told."""
    tree = cast.tree
    told = any(h in offices for n in subjects for h in cast.drafts[n].offices)
    verb = tree.verb_above(held.token)
    subject = tree.arguments(verb).subject
    named = [t for t in subject if t in tree.names and tree.names[t].type == "Person"]
    return bool(named) and not told and held.token not in subject and tree.tokens[held.token].dep != "conj"
