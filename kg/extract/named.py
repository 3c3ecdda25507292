"""Names to drafts: which names of an article are one person, state, place or body."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from kg.extract.cast import Cast, Draft, Held, name_parts, plain
from kg.extract.places import located
from kg.extract.relations import SUBJECT
from kg.extract.sides import LOCAL
from kg.lexicon import lexicon
from kg.model import Mention, Naming, Span

_SPELLING = {
    "defense": "defence",
    "center": "centre",
    "organisation": "organization",
    "labor": "labour",
    "program": "programme",
}
_BODY_NOUNS = frozenset(
    "ministry department commission committee agency parliament assembly embassy party council office presidency".split()
)
_SON_OF = frozenset({"bin", "ibn", "bint", "ben", "ould", "uld"})
_BARE = frozenset({"party", "central", "committee"})
_GOVERNMENT = frozenset({"government", "regime", "of", "the"})
_FIRST = frozenset({"president", "prime minister", "premier", "king", "queen", "emir", "sultan", "chancellor"})
_MINOR = frozenset({"minister", "ambassador", "spokesman", "spokeswoman", "mayor", "consul"})
_TALKS = frozenset("meeting summit talk talks call conversation encounter phone telephone handshake".split())
_FAR = 600  # characters from the ministry of another state to what may still mean it
_RECENT = 3  # sentences up to which a bare family name takes up the last bearer of it
_APART = re.compile(r",\s|['’]s\s")  # "the owner of the Lady May, X", "the king's envoy X": the title is not X's
_FEMALE = frozenset(
    """ms mrs miss madam madame mme lady dame queen princess sheikha spokeswoman chairwoman congresswoman duchess empress
    sister""".split()
)
_MALE = frozenset(
    "mr sir lord king prince emir amir sultan spokesman chairman congressman duke emperor father brother pope".split()
)


def read_names(cast: Cast) -> None:
    """Fill ``cast`` with all named referents: full names first, then the parts of names that refer back to them."""
    mentions = sorted(cast.tree.annotation.mentions, key=lambda m: (m.inner, m.token, m.span.start))
    people = [m for m in mentions if m.type == "Person"]
    for m in mentions:
        if m.type != "Person" and not (m.form == "Office" and cast.tree.kids(m.token, "poss")):  # "the President's Office"
            place_name(cast, m)
    tied = {m.token for m in people if tied_names(cast, m.token)}
    people = [m for m in people if m.token not in tied]
    for m in sorted(people, key=lambda m: (m.inner, len(name_parts(m.form)) < 2, not m.offices, m.token)):
        name_person(cast, m)
    for token in cast.tree.tokens:
        if (names := tied_names(cast, token.i)) and len(told := tied_people(cast, names)) == 2:
            cast.at[token.i] = told
    for m in sorted((m for m in people if not m.inner), key=lambda m: m.token):
        hold_offices(cast, m)
    expand_acronyms(cast)
    fold_bodies(cast)


def tied_names(cast: Cast, i: int) -> list[str]:
    """The two names that a hyphen ties before talks: "the Berg-Hart summit"; none of any other word."""
    token = cast.tree.tokens[i]
    if token.dep not in ("compound", "amod", "nmod") or cast.tree.tokens[token.head].lemma not in _TALKS:
        return []
    parts = token.text.replace("–", "-").split("-")
    return parts if len(parts) == 2 and all(p[:1].isupper() and p.isalpha() for p in parts) else []


def tied_people(cast: Cast, names: list[str]) -> list[int]:
    """The persons of the article whom two tied names mean; of a name that several bear nobody."""
    people = cast.of_type("Person")
    borne = [[d.number for d in people if plain(name) in {p for f in d.forms for p in name_parts(f)}] for name in names]
    return [n for found in borne if len(found) == 1 for n in found]


def place_name(cast: Cast, m: Mention) -> None:
    """Note a name that is no person's."""
    if m.type == "State" or (m.capital and m.state is not None and not located(cast.tree, m) and not of_town(cast, m)):
        draft = cast.keyed(m.state or m.known or plain(m.form), "State")
        draft.known = m.state or m.known
    else:
        owner_key = state_behind(cast, m)
        alias = f"{m.type}/{plain_key(m.form)}" + (f" of {owner_key}" if owner_key else "")
        draft = cast.drafts[cast.by_key[alias]] if alias in cast.by_key else cast.keyed(m.known or alias, m.type)
        cast.by_key.setdefault(alias, draft.number)
        draft.known = draft.known or m.known
        draft.kind = draft.kind or m.kind
    if m.capital:
        draft.seats.add(m.form)
    cast.inside[(m.span.start, m.span.end)] = draft.number
    if m.state is not None and draft.type != "State" and m.state != draft.known:
        owner = cast.keyed(m.state, "State")
        owner.known = m.state
        draft.state = owner.number
    elif draft.type == "Organization" and (owner_key := state_behind(cast, m)) is not None:
        draft.state = cast.keyed(owner_key, "State").number
    if m.inner:
        note_inner(cast, draft, m)
    elif m.adjective:
        cast.add(draft, m.token, m.span, None)
        draft.adjectives.append(Naming(m.span, m.form))
    else:
        cast.add(draft, m.token, m.span, m.form)


def state_behind(cast: Cast, m: Mention) -> str | None:
    """The key of the state that "its" before a body means: of the subject of its sentence or the last, "its Foreign Ministry"."""
    tree = cast.tree
    if m.type != "Organization" or m.state is not None or m.known or not set(plain_key(m.form).split()) & _BODY_NOUNS:
        return None
    own = tree.tokens[m.token]
    first = next((t for t in tree.tokens[max(0, m.token - 2) : m.token] if t.text.lower() == "its"), None)
    if first is None:
        return scene_behind(cast, m)
    start = tree.annotation.sentences[max(0, own.sent - 1)].first
    for i in range(first.i - 1, start - 1, -1):
        name = tree.names.get(i)
        if name is not None and tree.tokens[i].dep in SUBJECT and (name.type == "State" or name.capital):
            return name.state or name.known or plain(name.form)
    return None


def scene_behind(cast: Cast, m: Mention) -> str | None:
    """The key of the state in whose capital the sentence is set right before a body: "In Lima, Foreign Ministry spokesman X"."""
    tree = cast.tree
    first = tree.annotation.sentences[tree.tokens[m.token].sent].first
    opening = tree.tokens[first : m.token]
    if not 3 <= len(opening) <= 4 or opening[0].text != "In" or opening[2].text != ",":
        return None
    name = tree.names.get(first + 1)
    return name.state if name is not None and name.capital else None


def note_inner(cast: Cast, draft: Draft, m: Mention) -> None:
    """Note a name inside another: it names its referent, but its token stands for the outer one."""
    if m.adjective:
        draft.namings.append(Naming(m.span, None))
        draft.adjectives.append(Naming(m.span, m.form))
    else:
        draft.namings.append(Naming(m.span, m.form))
        draft.forms[m.form] += 1


def plain_key(form: str) -> str:
    """A body's or place's name as a key: spelling variants and a leading article or "state-run" put aside."""
    words = [_SPELLING.get(w, w) for w in plain(form).split()]
    return " ".join(w for w in words if w not in ("the", "ruling"))


def fold_bodies(cast: Cast) -> None:
    """Join short names of bodies to the long ones they take up: "the defence ministry", "the Foreign Ministry of X"."""
    home = cast.by_key.get(cast.tree.annotation.home or "")
    body = cast.tree.annotation.article.body_start  # a headline means whom the article begins with
    for draft in cast.of_type("Organization"):
        if not draft.namings or draft.known or not draft.forms:
            continue
        at = draft.namings[0].span.start
        words = set(plain_key(draft.name()).split())
        state = draft.state
        best: tuple[int, Draft] | None = None
        if "party" in words and words <= _BARE and len(parties_of(cast)) > 1:
            if words == {"party"}:
                unsay(cast, draft)
            continue
        for other in cast.of_type("Organization"):
            if other is draft or not other.forms or other.kind == "Outlet":
                continue
            if state is not None and other.state != state and (other.state is not None or home not in (None, state)):
                continue  # a ministry without its state is the home state's
            longer = set(plain_key(other.name()).split())
            heads = plain(other.name().split(" of ")[0]).split()[-1:]
            if not words < longer or not words & _BODY_NOUNS or not (words & set(heads) or other.known):
                continue  # "the Party" is no commission of it
            near = [n.span.start for n in other.namings if n.span.start < at]
            if home is not None and other.state not in (None, home) and state is None and near and at - max(near) > _FAR:
                continue  # long after another state's ministry, "the ministry" is the home state's again
            if not near and other.state is not None and other.state != home and at >= body:
                continue  # "the foreign ministry said" at the top is not the ministry of another state told below
            rank = max(near) if near else -min(n.span.start for n in other.namings) - 1
            if best is None or rank > best[0]:
                best = (rank, other)
        if best is not None:
            join(cast, best[1], draft)


def unsay(cast: Cast, body: Draft) -> None:
    """Leave open which body a bare name means that is now this one's, now that one's: "the Party" where two states' are told."""
    for held in (h for p in cast.of_type("Person") for h in p.offices if body.number in h.of):
        held.of[:] = [n for n in held.of if n != body.number]
    body.forms.clear()
    body.namings[:] = [Naming(n.span, None) for n in body.namings]


def parties_of(cast: Cast) -> set[int]:
    """The states of which the article names parties, by what is known of these or by their names ("the Lao People's Party")."""
    states = {d.number: {*map(plain, d.forms), *(plain(n.form) for n in d.adjectives if n.form)} for d in cast.of_type("State")}
    found: set[int] = set()
    for party in cast.of_type("Organization"):
        names = [f" {plain(form)} " for form in party.forms if "party" in plain(form).split()]
        found |= {n for n, words in states.items() if party.state in (None, n) for w in words for f in names if f" {w} " in f}
        if names and party.state is not None:
            found.add(party.state)
    return found


def of_town(cast: Cast, m: Mention) -> bool:
    """Whether the capital named at ``m`` is told with an office of a town: "Nairobi governor X", "the mayor of Lima, X"."""
    holder = cast.tree.names.get(m.token) if m.inner else None
    return holder is not None and any(m.span in o.of and set(plain(o.title).split()) & LOCAL for o in holder.offices)


def name_person(cast: Cast, m: Mention) -> None:
    """Note a person's name: the draft whose name it shares, or a new one."""
    parts = name_parts(m.form)
    draft = known_person(cast, parts, m) or cast.new("Person")
    if m.inner:  # "Karl Voss's spokesman"
        note_inner(cast, draft, m)
        cast.inside[(m.span.start, m.span.end)] = draft.number
        return
    cast.add(draft, m.token, m.span, m.form)
    cast.inside[(m.span.start, m.span.end)] = draft.number
    if len(parts) > 1:
        draft.titles.update(plain(o.title) for o in m.offices)
    near = cast.tree.annotation.article.text[max(0, m.span.start - 24) : m.span.start]
    before = plain(_APART.split(near)[-1]).split()[-3:]
    ranks = [word for word in before if word in lexicon().ranks]
    if ranks:
        draft.traits["rank"] = ranks[-1]
    for word in [*before, *(w for o in m.offices for w in plain(o.title).split())]:
        if word in _FEMALE:
            draft.female = True
        elif word in _MALE and draft.female is None:
            draft.female = False
    if draft.female is None and len(parts) > 1:
        draft.female = True if parts[0] in lexicon().given_female else False if parts[0] in lexicon().given_male else None


def known_person(cast: Cast, parts: tuple[str, ...], m: Mention) -> Draft | None:
    """The nearest person before (else after) whose name has all these parts in order, or all of whose parts these have."""
    fitting = [
        d for d in cast.of_type("Person") if any(same_name(name_parts(f), parts) and not of_father(f, m.form) for f in d.forms)
    ]
    if len(parts) == 1 and {plain(o.title) for o in m.offices} & _FIRST:
        fitting = [d for d in fitting if not d.titles or not all(map(minor, d.titles))]  # "President X" is not Minister X
    if not fitting:
        return None
    before = [d for d in fitting if d.tokens and min(d.tokens) <= m.token]
    if not before:
        return min(fitting, key=lambda d: min(d.tokens, default=m.token))
    last = {d.number: max(t for t in d.tokens if t <= m.token) for d in before}
    nearest = max(before, key=lambda d: last[d.number])
    if len(before) > 1 and len(parts) == 1:
        titled = [d for d in before if d.titles & {plain(o.title) for o in m.offices}]
        sentence = cast.tree.tokens
        if not m.offices and sentence[m.token].sent - sentence[last[nearest.number]].sent > _RECENT:
            titled = [d for d in before if d.titles & _FIRST]  # long after both, the bare name is the chief's
        return titled[0] if len(titled) == 1 else nearest
    return nearest


def minor(title: str) -> bool:
    """Whether a title is that of a minister or envoy, whom nobody calls president."""
    words = set(title.split())
    return bool(words & _MINOR) and "prime" not in words


def of_father(a: str, b: str) -> bool:
    """Whether one of the names is only the father's in the other: "King Salman" is not "Mohammed bin Salman"."""
    short, long = sorted((plain(a).split(), plain(b).split()), key=len)
    after = [word for son, word in pairwise(long) if son in _SON_OF]
    return len(short) == 1 and short[0] in after


def same_name(full: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether one name is a sub-sequence of the other; two names of one length must be equal."""
    if len(full) == len(part):
        return full == part or (len(full) > 1 and full[1:] == part[1:] and initial_of(full[0], part[0]))
    short, long = (part, full) if len(part) < len(full) else (full, part)
    rest = iter(long)
    return all(any(p == q for q in rest) for p in short)


def initial_of(a: str, b: str) -> bool:
    """Whether one first name is the other's initial: "B. Holt" is Birgit Holt."""
    return a[:1] == b[:1] and 1 in (len(a), len(b))


def hold_offices(cast: Cast, m: Mention) -> None:
    """Give the person at ``m`` the offices told there."""
    person = cast.drafts[cast.inside[(m.span.start, m.span.end)]]
    for office in m.offices:
        of = [n for s in office.of if (n := told_of(cast, m, s)) is not None]
        person.offices.append(Held(office, of, cast.tree.span_of(m.token), m.token))
    if person.state is None:  # "Norway's Eva Lind"
        owners = [d.number for c in cast.tree.kids(m.token, "poss") for d in cast.who(c) if d.type == "State"]
        person.state = owners[0] if owners else None


def told_of(cast: Cast, m: Mention, of: Span) -> int | None:
    """The draft named at ``of`` within the offices of ``m``; "the French government" is France."""
    exact = cast.inside.get((of.start, of.end))
    if exact is not None:
        return exact
    for state in cast.tree.inner.get(m.token, ()):
        if state.type == "State" and of.start <= state.span.start and state.span.end <= of.end:
            text = cast.tree.annotation.article.text
            rest = plain(text[of.start : state.span.start]) + " " + plain(text[state.span.end : of.end])
            if set(rest.split()) <= _GOVERNMENT:  # "the French government", "the Government of France"
                return cast.inside.get((state.span.start, state.span.end))
    return None


def expand_acronyms(cast: Cast) -> None:
    """Join a body's acronym in brackets to its long form: "the Korean Central News Agency (KCNA)"."""
    text = cast.tree.annotation.article.text
    for draft in [d for d in cast.drafts if d.type in ("Organization", "State", "Place")]:
        for n in list(draft.namings):
            if not n.form or text[n.span.start - 1 : n.span.start] + text[n.span.end : n.span.end + 1] != "()":
                continue
            for long in ending_at(cast, n.span.start - 1):
                alike = long.type == draft.type or {long.type, draft.type} == {"Organization", "Place"}
                if long is not draft and alike and not (long.known and draft.known) and acronym_of(draft.name(), long.name()):
                    short = draft.name()
                    join(cast, draft, long) if draft.known else join(cast, long, draft)
                    join_twins(cast, draft if draft.known else long, short)
                    break


def join_twins(cast: Cast, body: Draft, short: str) -> None:
    """Make every body or place that is named by the acronym alone, and typed apart elsewhere, one with ``body``."""
    for twin in cast.drafts:
        same = twin is not body and twin.type in ("Organization", "Place") and not twin.known
        if same and list(twin.forms) == [short]:
            join(cast, body, twin)


def ending_at(cast: Cast, at: int) -> list[Draft]:
    """The drafts one of whose names ends right before the offset, also inside a longer phrase."""
    return [d for d in cast.drafts if any(n.form and n.span.end in (at, at - 1) for n in d.namings)]


def acronym_of(short: str, long: str) -> bool:
    """Whether ``short`` is made of first letters of the words of ``long``: in order, or three and more in any order.

    So another language has them: the Socialist Party of Chile is the PSC.
    """
    letters = [w[0] for w in plain(long).split()]
    rest = iter(letters)
    told = [c for c in short.lower() if c.isalpha()]
    turned = len(told) > 2 and not Counter(told) - Counter(letters)
    return short.isupper() and (turned or all(any(c == letter for letter in rest) for c in told))


def join(cast: Cast, into: Draft, other: Draft) -> None:
    """Make ``other`` one with ``into``."""
    for held in (h for d in cast.drafts for h in d.offices if other.number in h.of):
        held.of[:] = list(dict.fromkeys(into.number if n == other.number else n for n in held.of))
    into.forms += other.forms
    into.namings += other.namings
    into.tokens += other.tokens
    into.offices += other.offices
    into.adjectives += other.adjectives
    into.known = into.known or other.known
    into.state = into.state if into.state is not None else other.state
    for numbers in cast.at.values():
        if other.number in numbers:
            numbers[:] = list(dict.fromkeys(into.number if n == other.number else n for n in numbers))
    for key, number in cast.inside.items():
        if number == other.number:
            cast.inside[key] = into.number
    for key2, number in cast.by_key.items():
        if number == other.number:
            cast.by_key[key2] = into.number
    other.forms.clear()
    other.namings.clear()
    other.tokens.clear()
    other.adjectives.clear()
