"""Who holds which office: the state or body of each office, and the Role reports."""

from __future__ import annotations

import re

from kg.extract.cast import Cast, Draft, Held, plain
from kg.extract.counterparts import settle_counterpart
from kg.extract.introduced import office_words
from kg.extract.named import join
from kg.extract.pronouns import nearest
from kg.extract.relations import SUBJECT
from kg.extract.sides import companion_state, guessed_state, state_of, told_states
from kg.lexicon import lexicon
from kg.model import Claim, Naming, Report, Span

_SPEAKS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_OF_PALACES = frozenset({"presidential", "kremlin", "government", "royal", "palace", "cabinet"})  # these speak for no ministry
_FOREIGN = frozenset({"ambassador", "envoy", "attache", "consul"})
_SEATED = frozenset(
    {"speaker", "lawmaker", "lawmakers", "deputy", "member", "senator", "mp"}
)  # offices of a parliament, not of a state
_STYLES = frozenset("ambassador archbishop bishop cardinal senator judge justice prince princess professor".split())
_CLERGY = frozenset({"mufti", "patriarch", "metropolitan", "archbishop", "bishop"})
_POSTED = re.compile(" (?:to|in) ")  # "ambassador to Peru"
_GROUPS = frozenset({"delegation", "team", "mission"})
_HIS = frozenset({"his", "her"})
_NO_OFFICE = frozenset({"analyst", "expert", "historian", "professor", "economist", "researcher"})


def take_up_unnamed(cast: Cast) -> None:
    """Make one of who is first told by the office alone and then named with it: "Ethiopia's ambassador ... The ambassador, X"."""
    text = cast.tree.annotation.article.text
    known = [cast.drafts[n] for key, n in cast.by_key.items() if key.startswith("Person/")]
    unnamed = [d for d in known if d.forms and d.state is not None]
    for person in cast.of_type("Person"):
        for held in person.offices:
            before = text[max(held.office.span.start - 4, 0) : held.office.span.start].lower()
            elsewhen = text[held.office.span.end :].startswith((" at the time", " at that "))  # "the ambassador at that time, X"
            meant = before == "the " or opening_envoy(cast, held)
            if (held.of and not held.guessed) or held.office.counterpart or not meant or person in unnamed or elsewhen:
                continue
            head = set(plain(held.office.title).split())
            same = [
                d
                for d in unnamed
                if d.forms and min(d.tokens) < held.token and set(_POSTED.split(plain(d.name()))[0].split()[-1:]) <= head
            ]
            if len({d.state for d in same}) == 1 and held.token == min(person.tokens):
                held.of[:] = [same[-1].state or 0]
                held.guessed = False
                person.state = same[-1].state
                same[-1].forms.clear()  # a description from now on
                same[-1].namings[:] = [Naming(n.span, None) for n in same[-1].namings]
                join(cast, person, same[-1])


def opening_envoy(cast: Cast, held: Held) -> bool:
    """Whether a sentence opens with an envoy's bare title and name: "recalled its ambassador. Ambassador X will return"."""
    sentence = cast.tree.annotation.sentences[cast.tree.tokens[held.token].sent]
    return held.office.span.start == sentence.span.start and plain(held.office.title) in _FOREIGN


def settle_offices(cast: Cast, *, first: bool = False) -> None:
    """Fill in what the offices leave unsaid: whose counterpart, which state's minister; whose secretary not at ``first``.

    "Her secretary" may be of who is only described before it ("the premier agreed, her secretary said").
    """
    for person in cast.of_type("Person"):
        for held in person.offices:
            if held.guessed:  # once more, now that more is known of who is who
                held.of.clear()
                held.guessed = False
            if not held.office.counterpart:
                held.of[:] = [n for m in held.of for n in served(cast, m)]
    for person in cast.of_type("Person"):
        for held in person.offices:
            if held.office.counterpart or held.of or (first and held.office.holder in _HIS):
                continue
            found = implied(cast, person, held)
            if found is not None and not sent_to(found, held):
                held.of.append(found.number)
    for person in cast.of_type("Person"):
        for held in person.offices:
            if person.state is None and not held.guessed:
                person.state = state_of(cast, held)
    told = sorted(
        ((h.token, p.number, h) for p in cast.of_type("Person") for h in p.offices if h.office.counterpart), key=lambda t: t[:2]
    )
    for _, number, held in told:
        settle_counterpart(cast, cast.drafts[number], held)


def sent_to(state: Draft, held: Held) -> bool:
    """Whether the office is held in the very state: nobody is Kenya's "ambassador to Kenya"."""
    _, to, where = held.title.partition(" to ")
    return bool(to) and any(plain(form) in plain(where) for form in state.forms)


def served(cast: Cast, number: int) -> list[int]:
    """Whom an office told of ``number`` serves: the state of a person ("the president's envoy"), anything else itself."""
    draft = cast.drafts[number]
    return told_states(cast, draft)[:1] if draft.type == "Person" else [number]


def implied(cast: Cast, person: Draft, held: Held) -> Draft | None:
    """The body or state of an office told without one: by another naming, its possessor, the nearest ministry, the home."""
    words = set(plain(held.office.title).split())
    telling = office_words(held.office.title)
    for other in person.offices:
        if other is not held and other.of and (telling & office_words(other.office.title) or other.office.counterpart):
            held.guessed = other.guessed
            return cast.drafts[other.of[0]]
    if words & _NO_OFFICE:
        return None
    if (told := in_same_breath(cast, person, held, words)) is not None:
        return told
    if held.office.holder is not None:
        return possessor(cast, held)
    if (told := named_beside(cast, held, words)) is not None:
        return told
    if unknown_owner(cast, held):
        return None
    if words & _SPEAKS_FOR:
        body = spoken_for(cast, held, words)
        if body is not None:
            return body
    if words & _FOREIGN:
        return embassy(cast, held) or companion_state(cast, held)
    if (told := led_for(cast, person, words) or also_held(cast, person, held) or coordinated(cast, held)) is not None:
        return told
    held.guessed = True
    return guessed_state(cast, held)


def in_same_breath(cast: Cast, person: Draft, held: Held, words: set[str]) -> Draft | None:
    """The state of an office of government by another office of the person told there, or by his nation ("Qatar's X, premier").

    For a former office that of whoever is told before to hold the same.
    """
    if words & (lexicon().of_state | {"minister"}):
        for other in sorted(person.offices, key=lambda h: h.token != held.token):
            told = set(plain(other.office.title).split()) & (lexicon().of_state | {"minister"})
            here = other is not held and (other.token == held.token or told) and other.of and not other.guessed
            if here and not set(plain(other.office.title).split()) & _FOREIGN and (n := state_of(cast, other)) is not None:
                return cast.drafts[n]
        owners = [d for c in cast.tree.kids(held.token, "poss") for d in cast.who(c) if d.type == "State"]
        if owners:
            return owners[0]
    return same_before(cast, person, held) if words & lexicon().office_former else None


def named_beside(cast: Cast, held: Held, words: set[str]) -> Draft | None:
    """Whom the words around the name tell: "X, spokesman for the ministry", "the party, whose leader X", "Mr Y's envoy X"."""
    after = cast.tree.tokens[held.token + 1 : held.token + 2]
    named = [d for t in after if t.text.lower() in ("of", "for") for j in cast.tree.kids(t.i, "pobj") for d in cast.who(j)]
    if (body := next((d for d in named if d.type == "Organization"), None)) is not None and "minister" not in words:
        return body
    behind = [d for t in after if t.text.lower() == "for" for j in cast.tree.below(t.i) for d in cast.who(j)]
    if (n := next((n for d in behind for n in (d.number if d.type == "State" else d.state,) if n is not None), None)) is not None:
        return cast.drafts[n]  # "vice-minister for the Norwegian premier's office"
    possessors = cast.tree.kids(held.token, "poss")
    houses = [d for c in possessors for j in (c, *cast.tree.whose(c)) for d in cast.who(j)]
    if (house := next((d for d in houses if d.type in ("State", "Organization")), None)) is not None:
        return house
    group = held.token - 1 if cast.tree.tokens[held.token - 1].lemma in _GROUPS else held.token
    senders = [d for k in cast.tree.kids(group, "amod", "compound", "poss") if k < group < held.token for d in cast.who(k)]
    if (sender := next((d for d in senders if d.type in ("State", "Organization")), None)) is not None:
        return sender  # "the Norwegian delegation spokesperson"
    masters = [d for c in possessors for d in cast.who(c) if d.type == "Person"]
    state = next((n for d in masters for n in told_states(cast, d)), None)
    return cast.drafts[state] if state is not None else None


def unknown_owner(cast: Cast, held: Held) -> bool:
    """Whether somebody or something named, of whom nothing is known, has the office: "the Reds' finance spokesperson, X"."""
    owners = cast.tree.kids(held.token, "poss")
    return any(cast.tree.tokens[c].tag not in ("PRP$", "WP$") and not cast.who(c) for c in owners)


def same_before(cast: Cast, person: Draft, held: Held) -> Draft | None:
    """The state or body of the same office that another was told before to hold: "its previous secretary-general, X"."""
    former = lexicon().office_former
    words = set(plain(held.office.title).split()) - former
    tokens = cast.tree.tokens
    told = [h for p in cast.of_type("Person") if p is not person for h in p.offices if h.of and not h.guessed]
    before = [h for h in told if h.token < held.token and tokens[held.token].sent - tokens[h.token].sent <= 1]
    near = [h for h in before if set(plain(h.office.title).split()) - former == words]
    if words & lexicon().of_state:  # "the former president" is no assembly's
        near = [h for h in near if cast.drafts[h.of[0]].type == "State"]
    return cast.drafts[max(near, key=lambda h: h.token).of[0]] if near else None


def also_held(cast: Cast, person: Draft, held: Held) -> Draft | None:
    """The state of the office that the same words told right before: "Norwegian Deputy Premier and Foreign Minister X"."""
    text = cast.tree.annotation.article.text
    for other in person.offices:
        between = text[other.office.span.end : held.office.span.start]
        if other.office.of and not other.guessed and between.strip() in ("and", "&", ","):
            return next((d for d in (cast.drafts[n] for n in other.of) if d.type == "State"), None)
    return None


def coordinated(cast: Cast, held: Held) -> Draft | None:
    """The state of the office told first in a list: "Norwegian Defence Minister X and Finance Minister Y"."""
    token = cast.tree.tokens[held.token]
    for c in cast.tree.kids(token.i, "conj"):  # "Foreign Secretary X and Defence Secretary Y of India"
        told = [h for p in cast.who(c) for h in p.offices if h.token == c and h.of and not h.guessed]
        name = cast.tree.names[c].span if told and c in cast.tree.names else None
        if name is not None and told[0].office.span.end <= name.start and any(s.start >= name.end for s in told[0].office.of):
            return next((cast.drafts[n] for n in (state_of(cast, told[0]),) if n is not None), None)
    if token.dep != "conj":
        return None
    for person in cast.who(token.head):
        for other in person.offices:
            abroad = set(plain(other.office.title).split()) & _FOREIGN  # "Norway's ambassador X and Foreign Secretary Y"
            if other.token == token.head and other.office.of and not other.guessed and not abroad:
                return next((cast.drafts[n] for n in (state_of(cast, other),) if n is not None), None)
    return None


def embassy(cast: Cast, held: Held) -> Draft | None:
    """The state whose embassy was told last before an ambassador told without one; never the home state by default."""
    before = [
        (t, d)
        for d in cast.of_type("Organization")
        if d.state is not None and any("embassy" in plain(f).split() for f in d.forms)
        for t in d.tokens
        if t < held.token
    ]
    return cast.drafts[max(before, key=lambda b: b[0])[1].state or 0] if before else None


def led_for(cast: Cast, person: Draft, words: set[str]) -> Draft | None:
    """Who sent the delegation that the person leads or is in: its parliament or church for an office there, else its state."""
    for group in cast.of_type("Delegation"):
        if person.number not in (group.leader, *group.members):
            continue
        sender = cast.drafts[group.senders[0]] if group.senders else None
        if sender is not None and sender.type == "Organization" and words & (_SEATED | _CLERGY):
            return sender
        if group.state is not None:
            return cast.drafts[group.state]
        if group.leader not in (None, person.number):
            return next((cast.drafts[n] for n in told_states(cast, cast.drafts[group.leader or 0])), None)
    return None


def possessor(cast: Cast, held: Held) -> Draft | None:
    """Whom "his", "its" or "the government's" before an office means: the state or body of the nearest one told before."""
    if held.office.holder == "government" and cast.dated_from and cast.home is not None:
        return cast.drafts[cast.home]
    tree = cast.tree
    if held.office.holder in _HIS:
        owner = nearest(cast, tree.tokens[held.token], "Person", female=held.office.holder == "her")
    else:
        owner = body_before(cast, held)
    if owner is None:
        return None
    if owner.type == "Person" and plain(held.office.title) == "deputy" and owner.offices and owner.offices[0].of:
        return cast.drafts[owner.offices[0].of[0]]
    if owner.type == "Person":
        return cast.drafts[owner.state] if owner.state is not None else first_state(cast, owner)
    return owner


def body_before(cast: Cast, held: Held) -> Draft | None:
    """The state or body told nearest before an office, the subject of its sentence first: whose "its" or "their" is."""
    best: tuple[int, Draft] | None = None
    here = cast.tree.tokens[held.token].sent
    for draft in cast.drafts:
        for t in draft.tokens:
            told = cast.tree.tokens[t]
            if draft.type not in ("State", "Organization") or t >= held.token or told.dep in ("amod", "compound"):
                continue
            rank = t + (1000 if told.dep in SUBJECT and told.sent == here else 0)
            if best is None or rank > best[0]:
                best = (rank, draft)
    return best[1] if best else None


def first_state(cast: Cast, person: Draft) -> Draft | None:
    """The state of the first office of ``person`` that tells one."""
    for held in person.offices:
        if (n := state_of(cast, held)) is not None:
            return cast.drafts[n]
    return None


def spoken_for(cast: Cast, held: Held, words: set[str]) -> Draft | None:
    """The body that a spokesperson told without one speaks for: the nearest ministry, army or the like before."""
    heads = lexicon().body_common
    best: tuple[int, Draft] | None = None
    if words & _OF_PALACES:
        return None
    words = words | ({cast.tree.tokens[held.token - 1].lemma} & heads)  # "ministry spokesperson X"
    field = words & lexicon().fields - heads  # "the national security spokesperson" is of no army
    for draft in cast.of_type("Organization"):
        told = {w for f in draft.forms for w in plain(f).split()}
        if not told & heads or draft.kind == "Outlet":
            continue
        fit = bool(words & told)
        for t in draft.tokens:
            if t < held.token and (fit or not field) and (best is None or t + 1000 * fit > best[0]):
                best = (t + 1000 * fit, draft)
    return best[1] if best else None


def role_reports(cast: Cast) -> list[Report]:
    """One Role report for each office of each person, the fullest wording of it."""
    reports: list[Report] = []
    for person in cast.of_type("Person"):
        kept: list[tuple[Held, str, list[int]]] = []
        for held in person.offices:
            title, of = held.title, held.of
            words = set(plain(title).split())
            if words <= lexicon().office_weak or (not of and words & _NO_OFFICE) or only_style(person, held, words):
                continue
            same = next((k for k in kept if same_office(k[1], title, k[2], of)), None)
            if same is None:
                kept.append((held, title, of))
            elif len(title.split()) > len(same[1].split()):
                kept[kept.index(same)] = (held, title, same[2])
        reports += [role_report(cast, person, *k) for k in kept]
    return reports


def only_style(person: Draft, held: Held, words: set[str]) -> bool:
    """Whether an office told without whose it is only styles the holder of another: "the spokesperson, Ambassador X"."""
    others = [h for h in person.offices if h is not held and not set(plain(h.office.title).split()) <= _STYLES]
    return words <= _STYLES and (not held.of or held.guessed) and bool(others)


def same_office(a: str, b: str, of_a: list[int], of_b: list[int]) -> bool:
    """Whether two titles are wordings of one office: the words of one are among those of the other."""
    x, y = office_words(a), office_words(b)
    if x <= y or y <= x:
        return True
    x, y = {w.replace("affairs", "") for w in x} - {""}, {w.replace("affairs", "") for w in y} - {""}
    return (x <= y or y <= x) and bool(set(of_a) & set(of_b))


def role_report(cast: Cast, person: Draft, held: Held, title: str, of: list[int]) -> Report:
    """The Role report of one office."""
    where = Span(min(held.office.span.start, held.evidence.start), max(held.office.span.end, held.evidence.end))
    claims = [
        Claim("person", where, str(person.number), rule="office"),
        Claim("title", held.office.span, literal=title, rule="office"),
    ]
    claims += [Claim("of", where, str(n), rule="guess" if held.guessed else "office") for n in of[:2]]
    return Report("", "Role", "occurred", tuple(claims), (), where, 0.9 if held.office.of else 0.75, "office")
