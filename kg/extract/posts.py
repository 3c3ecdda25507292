"""Appointments as told beside other things: the office that somebody takes or leaves, whose it is, and since when."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, Draft, Held, plain
from kg.extract.frames import all_frames
from kg.extract.match import Fact, add, span_between
from kg.extract.titles import neat_title
from kg.lexicon import lexicon
from kg.model import Claim, Span, Status, TimeExpression

_NO_POST = frozenset(
    """diplomat official spokesman spokeswoman spokesperson veteran analyst expert candidate economist professor lawyer doctor
    historian researcher lecturer writer member lawmaker mp""".split()
)
_STAFF = (" official", " aide", " officer", " expert")
_LEAVING = frozenset("resign step_down quit retire dismiss sack fire oust recall remove withdraw resignation dismissal".split())
_APPOINTING = frozenset({"appoint", "pick", "install"})
_REACH = 2  # sentences that one change of office is told over
_SENT_FOR = frozenset({"representative", "coordinator", "rapporteur", "mediator"})
_LETTERS = frozenset({"credential", "credentials", "credence", "letter", "letters"})


def fill_posts(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with title and body of each appointment, from the person's offices where untold; without a title it is none."""
    out: list[Fact] = []
    told = [f for f in facts if f.frame.type == "Appointment"]
    for fact in told:
        mean_appointee(cast, fact, told)
    leaving = {v: f.status for f in told if _LEAVING & set(f.frame.triggers) for v in f.values("person")}
    for fact in sorted(told, key=lambda f: (not explicit(f), f.trigger)):
        former = [c for c in fact.claims if c.role == "former" and cast.drafts[int(c.referent or 0)].type == "Person"]
        fact.claims = [c for c in fact.claims if c.role != "former"]
        if "title" in fact.frame.needs and not explicit(fact):
            continue  # "made him angry"
        add_post(cast, fact, [int(c.referent or 0) for c in former], out)
        if fact.values("title"):
            out.append(fact)
            out += [left(fact, claim, leaving.get(claim.referent or "", fact.status)) for claim in former]
    return sorted([f for f in facts if f.frame.type != "Appointment"] + out, key=lambda f: f.trigger)


def mean_appointee(cast: Cast, fact: Fact, told: list[Fact]) -> None:
    """Make "he" of "He replaces X" whom the sentence before appoints, and not who appoints."""
    tree = cast.tree
    if not {"succeed", "take_over"} & set(fact.frame.triggers):
        return
    spots = [i for i in tree.arguments(fact.trigger).subject if tree.tokens[i].tag == "PRP"]
    sent = tree.tokens[fact.trigger].sent - 1
    last = [f for f in told if tree.tokens[f.trigger].sent == sent and _APPOINTING & set(f.frame.triggers)]
    people = {v for f in last for v in f.values("person")}
    if len(spots) == 1 and len(people) == 1 and not people & set(fact.values("former")):
        number = people.pop()
        fact.claims = [replace(c, referent=number) if c.role == "person" else c for c in fact.claims]
        cast.refer(spots[0], [int(number)])


def explicit(fact: Fact) -> bool:
    """Whether the sentence itself names the office."""
    return any(is_office(title) for title in fact.values("title"))


def left(fact: Fact, claim: Claim, status: Status) -> Fact:
    """The appointment seen from whom it replaces, with the ``status`` of his leaving."""
    other = Fact(fact.frame, fact.trigger, fact.support, status, times=list(fact.times), evidence=fact.evidence)
    other.claims = [replace(claim, role="person"), *(c for c in fact.claims if c.role in ("title", "of"))]
    return other


def add_post(cast: Cast, fact: Fact, former: list[int], before: list[Fact]) -> None:
    """Add title and body where the sentence leaves them to what is known of the person or of whom he follows."""
    number = fact.values("person")[0]
    person = cast.drafts[int(number)]
    if explicit(fact):
        inside = neat_title(cast, fact)
        title, told = split_title(cast, fact)
        body = inside or told or employer(cast, fact) or owner(cast, best_office(person, title, fact.trigger))
        add_body(cast, fact, body or (None if only_native(person, title) else known_body(cast, person)))
        return
    if any(plain(title).endswith(_STAFF) for title in fact.values("title")):
        return  # "named inspection official"
    fact.claims = [c for c in fact.claims if c.role != "title"]
    if (same := told_before(cast, fact, set(map(str, former)), before)) is not None:
        for claim in same.claims:
            if claim.role in ("title", "of"):
                add(fact, claim)
        return
    holders = [cast.drafts[n] for n in former]
    near = best_office(person, "", fact.trigger)
    here = near is not None and cast.tree.tokens[near.token].sent == cast.tree.tokens[fact.trigger].sent
    first = fact.status == "occurred" and (here or (near is not None and bool(near.of)))
    follows = bool({"succeed", "take_over"} & set(fact.frame.triggers))
    if fact.status != "planned" or not follows:  # "Lind, the envoy to Peru, will replace Berg": not as the envoy to Peru
        holders = [person, *holders] if first and follows else [*holders, person]
    past = bool(_LEAVING & set(fact.frame.triggers))
    held = next((h for p in holders if (h := best_office(p, "", fact.trigger, past or p is not person)) is not None), None)
    if held is not None:
        words = [w for w in (held.title or held.office.title).split() if plain(w) not in lexicon().office_former]
        add(fact, Claim("title", held.office.span, literal=" ".join(words), rule="office"))
        add_body(cast, fact, owner(cast, held) or known_body(cast, person))
    elif (own := described(person)) is not None:
        add(fact, Claim("title", own[1], literal=own[0], rule="office"))
        add_body(cast, fact, known_body(cast, person) or employer(cast, fact))


def told_before(cast: Cast, fact: Fact, former: set[str], before: list[Fact]) -> Fact | None:
    """The appointment told shortly before that ``fact`` goes on from: of the same person, or the leaving of whom he follows."""
    tree = cast.tree
    number = fact.values("person")[0]
    found = [
        f
        for f in before
        if 0 <= tree.tokens[fact.trigger].sent - tree.tokens[f.trigger].sent <= _REACH
        and f.status == fact.status
        and (number in f.values("person") or (former & set(f.values("person")) and _LEAVING & set(f.frame.triggers)))
    ]
    return max(found, key=lambda f: f.trigger) if found else None


def split_title(cast: Cast, fact: Fact) -> tuple[str, Draft | None]:
    """The title told and the state or body that it is told "of" (cut from it): "president of Norway"."""
    claim = next(c for c in fact.claims if c.role == "title")
    title = claim.literal or ""
    head, _, rest = title.rpartition(" of ")
    wanted = plain(rest).removeprefix("the ")
    body = next((d for d in cast.drafts if d.type in ("State", "Organization") and wanted in {plain(f) for f in d.forms}), None)
    if not head or body is None:
        return title, None
    span = Span(claim.evidence.start, claim.evidence.start + len(head))
    fact.claims[fact.claims.index(claim)] = replace(claim, literal=head, evidence=span)
    return head, body


def add_body(cast: Cast, fact: Fact, body: Draft | None) -> None:
    """Add whose office it is."""
    if body is not None and not fact.values("of"):
        near = min(body.tokens, key=lambda t: abs(t - fact.trigger), default=fact.trigger)
        add(fact, Claim("of", span_between(cast.tree, fact.trigger, near), str(body.number), rule="office"))


def employer(cast: Cast, fact: Fact) -> Draft | None:
    """The state or body that appoints, dismisses or recalls."""
    people = set(fact.values("person"))
    agents = [d for t in cast.tree.arguments(fact.trigger).subject for d in cast.who(t) if str(d.number) not in people]
    found = next((d for d in agents if d.type in ("State", "Organization")), None)
    head = {w for title in fact.values("title") for w in plain(title).split()} & lexicon().of_state
    if found is not None and head and found.type == "Organization" and found.state is not None:
        return cast.drafts[found.state]  # the parliament that elects a president is not whose president he is
    return found


def owner(cast: Cast, held: Held | None) -> Draft | None:
    """The first state or body of an office."""
    return cast.drafts[held.of[0]] if held is not None and held.of else None


def known_body(cast: Cast, person: Draft) -> Draft | None:
    """The state that a person is known to serve."""
    return cast.drafts[person.state] if person.state is not None else None


def only_native(person: Draft, title: str) -> bool:
    """Whether ``person`` is sent by whoever it may be: of a "Chilean diplomat" made special envoy only the nation is told.

    So of a former Chilean president.
    """
    words = set(plain(title).split())
    sent = words & _SENT_FOR or ("envoy" in words and words & {"special", "personal", "for"})
    return bool(sent) and all(h.office.former or set(plain(h.title).split()) <= _NO_POST for h in person.offices)


def is_office(title: str) -> bool:
    """Whether a title has the head of an office in it."""
    return bool(set(plain(title).split()) & lexicon().office_heads)


def described(person: Draft) -> tuple[str, Span] | None:
    """The office that an unnamed person is called by ("its ambassador")."""
    form = person.name()
    words = [w for w in form.split() if plain(w) in lexicon().office_heads]
    return (words[0], person.namings[0].span) if words else None


def best_office(person: Draft, title: str, at: int, past: bool = False) -> Held | None:
    """The office of ``person`` that a title names, or without one the nearest told; a former one only where ``past``.

    One that the person is named with comes before one that a verb tells ("Premier Lind, who chairs the council, quit"), a former
    one last.
    """
    wanted = set(plain(title).split())
    fit = [
        h
        for h in person.offices
        if (h.title or not h.office.counterpart)
        and (wanted or past or not h.office.former)
        and not (not wanted and set(plain(h.office.title).split()) & _NO_POST)
        and (not wanted or wanted & set(plain(h.office.title).split()))
    ]
    names = [n.span for n in person.namings if n.form]
    told = {h.token for h in fit if any(h.evidence.start <= s.start and s.end <= h.evidence.end for s in names)}
    return min(fit, key=lambda h: (not h.of, h.office.former, h.token not in told, abs(h.token - at))) if fit else None


def credentials(cast: Cast) -> list[Fact]:
    """The appointments of envoys listed as presenting their letters: "those who presented credentials were A; B; and C"."""
    tree = cast.tree
    frame = next(f for f in all_frames() if f.type == "Appointment" and "present" in f.triggers)
    found: list[Fact] = []
    for sentence in tree.annotation.sentences:
        inside = range(sentence.first, sentence.last)
        words = {tree.tokens[i].lemma for i in inside}
        if sum(tree.tokens[i].text == ";" for i in inside) < 2 or not words & _LETTERS or "present" not in words:
            continue
        trigger = next(i for i in inside if tree.tokens[i].lemma == "present")
        title = None
        for i in inside:
            person = next((d for d in cast.who(i) if d.type == "Person"), None)
            if i < trigger or person is None or i not in tree.names or tree.tokens[tree.tokens[i].head].text.lower() == "to":
                continue
            held = best_office(person, "", i)
            title = Claim("title", held.office.span, literal=held.office.title, rule="office") if held is not None else title
            if title is None:
                continue
            fact = Fact(frame, trigger, None, "occurred", times=letter_times(cast, sentence.number))
            fact.claims = [Claim("person", span_between(tree, trigger, i), str(person.number), rule=frame.name), title]
            fact.evidence = span_between(tree, trigger, i)
            home = next((d for t in range(i + 1, min(i + 5, sentence.last)) for d in cast.who(t) if d.type == "State"), None)
            add_body(cast, fact, owner(cast, held) or home)
            found.append(fact)
    return found


def ended_posts(cast: Cast) -> list[Fact]:
    """The leaving of offices that a verb tells to have been held until some time: "she was minister until June"."""
    tree = cast.tree
    frame = next(f for f in all_frames() if f.type == "Appointment" and "resign" in f.triggers)
    found: list[Fact] = []
    for person in cast.of_type("Person"):
        for held in person.offices:
            if held.token in tree.names:
                continue
            verb = tree.verb_above(held.token)
            below = [c for c in tree.below(verb) if c > held.token and tree.tokens[c].text.lower() in ("until", "till")]
            ends = [c for c in below if tree.verb_above(c) == verb]
            times = [tree.times[j] for c in ends for j in tree.below(c) if j in tree.times and tree.times[j].end]
            if not times:
                continue
            ending = replace(times[0], start=times[0].end, end=None)
            fact = Fact(frame, verb, None, "occurred", times=[ending], evidence=span_between(tree, verb, times[0].last - 1))
            where = span_between(tree, verb, held.token)
            fact.claims = [Claim("person", where, str(person.number), rule=frame.name)]
            fact.claims.append(Claim("title", held.office.span, literal=held.office.title, rule="office"))
            add_body(cast, fact, owner(cast, held) or known_body(cast, person))
            found.append(fact)
    return found


def letter_times(cast: Cast, sent: int) -> list[TimeExpression]:
    """When letters were presented, as this sentence or the last one that speaks of them tells."""
    tree = cast.tree
    for number in (sent, sent - 1):
        sentence = tree.annotation.sentences[max(number, 0)]
        inside = range(sentence.first, sentence.last)
        if any(tree.tokens[i].lemma in _LETTERS for i in inside):
            times = [tree.times[i] for i in inside if i in tree.times and tree.times[i].start]
            if times:
                return times[:1]
    return []
