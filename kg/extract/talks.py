"""What belongs to a meeting told before: its agenda told in a later sentence, its place told of the journey that led there."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.cast import Cast, plain
from kg.extract.fillers import fillers
from kg.extract.frames import frames
from kg.extract.match import Fact, add, add_surroundings, evidence, span_between
from kg.extract.pairs import states_of
from kg.extract.status import status_of
from kg.extract.tree import Tree
from kg.extract.when import journey
from kg.model import Claim, Span

_CONVENING = frozenset({"convene", "hold", "call"})
_JOINT = frozenset({"joint", "commission", "committee", "intergovernmental"})
_COURTESIES = frozenset("congratulation greeting message letter wish condolence".split())
_GOING = frozenset("travel fly go head come arrive leave depart be visit return".split())
_CLIMB = 4
_REACH = 3  # sentences that an agenda may stand after its meeting
_WISHING = frozenset("ready willing prepared open hope hop like want wish".split())
_PLAIN_KINDS = frozenset(
    "courtesy level summit follow day hour minute delegation group working phone telephone video farewell".split()
)
_CALLS = frozenset({"phone", "telephone", "video"})
_VOICING = frozenset("welcome condemn share voice express denounce discuss raise".split())
_FIELDS = frozenset("technical political military economic consular strategic financial".split())
_ATTENDED = frozenset({"Meeting", "Commemoration"})
_TALKS = frozenset("meeting talk talks session audience".split())
_EVENTS = frozenset("meeting talk talks session reception audience ceremony event".split())
_PAPERS = frozenset("credence credential credentials recall resignation intent appointment understanding".split())
_RUNNING = frozenset("open chair lead close end conclude begin start host convene".split())
_NAMES = frozenset({"NNP", "NNPS"})


def join_talks(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with agendas joined to the meetings told before them; an agenda of no meeting is left out."""
    kept: list[Fact] = []
    for fact in facts:
        if wished(cast.tree, fact) or formal_letter(cast.tree, fact):
            continue
        for_states(cast, fact)
        if fact.frame.type == "Message" and fact.frame.follows:
            if address(cast, fact, kept):
                kept.append(fact)
            continue
        ours = told_as_ours(cast, fact, kept)
        if (fact.frame.follows or ours or opened(cast.tree, fact)) and (meeting := meeting_of(cast, fact, kept)) is not None:
            for part in (
                f for f in kept if f.trigger == meeting.trigger and f.frame.type == "Meeting"
            ):  # met several, one by one
                take_agenda(part, fact)
        elif ours or opened(cast.tree, fact):
            continue
        elif not fact.frame.needs or len(fact.values("participant")) or fact.frame.type != "Meeting":
            kept.append(fact)
    return kept


def for_states(cast: Cast, fact: Fact) -> None:
    """Put the states of those who agree on a session of a joint body in their place: "agreed to convene the commission"."""
    verb = fact.support
    if fact.frame.type != "Meeting" or fact.status != "planned" or verb is None or cast.tree.tokens[verb].lemma not in _CONVENING:
        return
    told = {c: cast.drafts[int(c.referent)] for c in fact.claims if c.role == "participant" and c.referent}
    people = {c: d for c, d in told.items() if d.type == "Person"}
    bodies = [d for d in told.values() if d.type == "Organization" and _JOINT & set(plain(d.name()).split())]
    if len(people) != 2 or not bodies:
        return
    fact.claims = [c for c in fact.claims if c not in people]
    for claim, person in people.items():
        for number in sorted(states_of(person, cast))[:1]:
            add(fact, replace(claim, referent=str(number)))


def told_as_ours(cast: Cast, fact: Fact, before: list[Fact]) -> bool:
    """Whether a speaker tells of talks held as "ours" with nobody named, which are those told before: "we had a frank talk".

    The speaker's state takes no part in them; "we will meet again" is between those who met.
    """
    tree = cast.tree
    verb = fact.support if fact.support is not None else fact.trigger
    subjects = {tree.tokens[c].text.lower() for c in tree.arguments(verb).subject}
    quotation = cast.quoted.get(verb)
    if fact.frame.type != "Meeting" or quotation is None or "we" not in subjects:
        return False
    own = {str(n) for n in quotation.speakers}
    behind = {v for v in fact.values("participant") if v not in own and cast.drafts[int(v)].type == "State"}
    if set(fact.values("participant")) - own - behind:
        return False
    fact.claims = [c for c in fact.claims if c.role != "participant" or c.referent not in behind]
    if fact.status != "planned":
        return True
    last = next((f for f in reversed(before) if f.frame.type == "Meeting" and own & set(f.values("participant"))), None)
    if last is not None and tree.tokens[verb].sent - tree.tokens[last.trigger].sent <= _REACH:
        for claim in last.claims:
            if claim.role == "participant":
                add(fact, claim)
    return False


def opened(tree: Tree, fact: Fact) -> bool:
    """Whether one side alone is told to open, chair or end "the talks": those told before."""
    if fact.frame.type != "Meeting" or fact.support is None or tree.tokens[fact.support].lemma not in _RUNNING:
        return False
    return len(fact.values("participant")) == 1 and definite(tree, fact.trigger)


def address(cast: Cast, letter: Fact, before: list[Fact]) -> bool:
    """Give a letter handed over to nobody named the other side of the meeting or talk told before; whether there is one."""
    tree = cast.tree
    bearers = {str(d.number) for t in tree.arguments(letter.support or letter.trigger).subject for d in cast.who(t)}
    for fact in reversed(before):
        gap = tree.tokens[letter.trigger].sent - tree.tokens[fact.trigger].sent
        own = bearers | set(letter.values("sender"))
        told = fact.frame.type == "Statement" and fact.values("addressee") and own & set(fact.values("speaker"))
        if not (told or fact.frame.type == "Meeting") or not 0 <= gap <= _REACH - 1:
            continue
        others = [c for c in fact.claims if c.role in ("participant", "addressee") and c.referent not in own]
        if len(others) != 1:
            continue
        letter.claims.append(Claim("recipient", others[0].evidence, others[0].referent, rule="met"))
        return True
    return False


def wished(tree: Tree, fact: Fact) -> bool:
    """Whether the meeting is only hoped or offered: "is ready to hold talks", "would like to meet"."""
    verb = fact.support if fact.support is not None else fact.trigger
    head = tree.tokens[tree.tokens[verb].head]
    return fact.frame.type == "Meeting" and tree.tokens[verb].dep in ("xcomp", "advcl", "ccomp") and head.lemma in _WISHING


def formal_letter(tree: Tree, fact: Fact) -> bool:
    """Whether a letter is no message but a paper: "letter of credence"."""
    return fact.frame.type == "Message" and any(tree.tokens[j].lemma in _PAPERS for j in tree.arguments(fact.trigger).of("of"))


def meeting_of(cast: Cast, agenda: Fact, before: list[Fact]) -> Fact | None:
    """The meeting that ``agenda`` is told of: the last one told; None where the agenda names who talks, and others."""
    tree = cast.tree
    sent = tree.tokens[agenda.trigger].sent
    for fact in reversed(before):
        gap = sent - tree.tokens[fact.trigger].sent
        if fact.frame.type != "Meeting" or gap < 0 or (gap > 1 and len(fact.values("participant")) < 2):
            continue
        if gap > _REACH:
            return None
        if names_others(cast, agenda, fact):
            continue
        if {fact.status, agenda.status} & {"denied", "cancelled", "alleged"}:
            continue
        if gap and {fact.status, agenda.status} == {"planned", "occurred"}:  # what will be discussed is no topic of talks held
            continue
        return fact
    return None


def names_others(cast: Cast, agenda: Fact, meeting: Fact) -> bool:
    """Whether the agenda's own subject is a name or pronoun of somebody who is not told to be in the meeting."""
    tree = cast.tree
    inside = set(meeting.values("participant"))
    for t in tree.arguments(agenda.trigger).subject:
        told = {str(d.number) for d in cast.who(t)}
        if told and not told & inside and (tree.tokens[t].tag in _NAMES or len(told) == 1) and not plural(tree, t):
            return True
    return bool(set(agenda.values("participant")) - inside) and has_partner(tree, agenda)


def plural(tree: Tree, t: int) -> bool:
    """Whether the word at ``t`` is a common noun in the plural or a plural pronoun: "the two sides", "they"."""
    return tree.tokens[t].tag == "NNS" or tree.tokens[t].lemma in ("they", "two", "both")


def has_partner(tree: Tree, agenda: Fact) -> bool:
    """Whether the agenda itself says with whom: "discussed trade with X"."""
    args = tree.arguments(agenda.trigger)
    return bool(args.of("with")) and not agenda.frame.noun


def take_agenda(meeting: Fact, agenda: Fact) -> None:
    """Add the topic to the meeting where it has none yet, and its place."""
    for claim in agenda.claims:
        if claim.role == "place" or (claim.role == "topic" and not meeting.values("topic")):
            add(meeting, claim)


def place_talks(cast: Cast, facts: list[Fact]) -> None:
    """Add the place of meetings that are told of a journey: "left for X, where he will meet Y", "flew to X for talks with Y"."""
    for fact in facts:
        if fact.frame.type == "Tribute" or (fact.frame.type in ("Meeting", "Hosting") and not fact.values("place")):
            for claim in where_clause(cast, fact):
                add(fact, claim)


def attendance(cast: Cast, facts: list[Fact]) -> list[Fact]:
    """``facts`` with those told to have attended in the event told before: "attending the meeting were X and Y"."""
    tree = cast.tree
    out = list(facts)
    for token in tree.tokens:
        people = attendants(tree, token.i)
        drafts = [(t, d) for t in people for d in cast.who(t) if d.type in ("Person", "Organization", "Delegation")]
        if not drafts:
            continue
        types = attended(tree, token.i)
        events = [f for f in out if f.frame.type in types and 0 <= token.sent - tree.tokens[f.trigger].sent <= _REACH]
        events = [
            f for f in events if f.trigger < token.i and not set(f.values("participant")) <= {str(d.number) for _, d in drafts}
        ]
        to_come = any(tree.tokens[c].lemma == "will" for v in (token.i, token.head) for c in tree.kids(v, "aux"))
        events = [f for f in events if (f.status == "planned") == to_come] or ([] if to_come else events)
        if not events:
            continue
        event = max(events, key=lambda f: f.trigger)
        for t, d in drafts:
            add(event, Claim("participant", span_between(tree, token.i, t), str(d.number), rule="attendance"))
        told = {f.trigger for f in out if f is not event and f.frame.type == "Meeting"} & {
            token.i,
            *tree.arguments(token.i).object,
        }
        out = [f for f in out if f is event or f.frame.type != "Meeting" or f.trigger not in told]
    return out


def attendants(tree: Tree, i: int) -> list[int]:
    """Who the word at ``i`` says attended the event told before; nobody for attending another."""
    token = tree.tokens[i]
    if token.lemma == "present" and token.pos == "ADJ" and token.dep == "acomp":
        named = tree.kids(token.head, "attr", "nsubj")
        return [j for c in named for j in tree.conjuncts(c)]
    sat = token.lemma == "sit" and tree.lemma(i) == "sit_in"  # "sat in on the talks"
    if (token.lemma != "attend" and not sat) or token.pos != "VERB":
        return []
    args = tree.arguments(i)
    if not any(tree.tokens[o].lemma in _EVENTS and definite(tree, o) for o in (args.of("on") if sat else args.object)):
        return []
    beside = [token.head] if token.dep in ("csubj", "advcl", "nsubj") else []
    named = [c for j in [*tree.children[i], *beside] if tree.tokens[j].lemma == "be" for c in tree.kids(j, "attr", "nsubj")]
    return [*args.subject, *(j for c in named for j in tree.conjuncts(c))]


def attended(tree: Tree, i: int) -> frozenset[str]:
    """The types of the event that the word at ``i`` says was attended: by its noun, since a reception is no meeting."""
    nouns = {tree.tokens[j].lemma for j in (*tree.arguments(i).object, *tree.arguments(i).of("on"))}
    return frozenset({"Meeting"}) if nouns & _TALKS else _ATTENDED - {"Meeting"} if nouns & _EVENTS else _ATTENDED


def definite(tree: Tree, i: int) -> bool:
    """Whether the noun at ``i`` is "the meeting" with nothing more."""
    return {tree.tokens[c].text.lower() for c in tree.children[i] if tree.tokens[c].dep in ("det", "amod", "prep")} == {"the"}


def mutual_messages(cast: Cast) -> list[Fact]:
    """The two messages of "congratulated each other" and "exchanged greetings with her", one each way."""
    tree = cast.tree
    out: list[Fact] = []
    for token in tree.tokens:
        if token.pos != "VERB":
            continue
        sent = tree.kids(token.i, "dobj", "nsubjpass") if token.lemma == "exchange" else []
        exchanged = [o for o in sent if tree.tokens[o].lemma in _COURTESIES]
        if not (exchanged or any(tree.tokens[c].text.lower() in ("other", "another") for c in tree.kids(token.i, "dobj"))):
            continue
        verb = "congratulate" if exchanged else token.lemma
        frame = next((f for f in frames().get((False, verb), ()) if f.type == "Message"), None)
        args = tree.arguments(token.i)
        sides = writers(tree, exchanged) or [*args.subject, *(args.of("with") if exchanged else ())]
        sides += [j for o in exchanged for j in tree.arguments(o).of("with")]
        pair = list(dict.fromkeys(str(d.number) for t in sides for d in cast.who(t)))
        status = status_of(tree, token.i)
        if frame is None or len(pair) != 2 or status is None:
            continue
        for sender, recipient in (pair, pair[::-1]):
            fact = Fact(frame, token.i, None, status)
            fact.claims = [
                Claim(r, tree.span_of(token.i), v, rule=frame.name) for r, v in (("sender", sender), ("recipient", recipient))
            ]
            args = tree.arguments(token.i)
            add_surroundings(cast, fact, args, args)
            fact.evidence = evidence(cast, fact)
            out.append(fact)
    return out


def writers(tree: Tree, letters: list[int]) -> list[int]:
    """Whose letters others exchange: "letters between the king and the emir", "letters from the two ministers"."""
    args = [tree.arguments(o) for o in letters]
    return [j for a in args for j in (*a.of("between"), *a.of("from"))]


def date_welcomes(cast: Cast, facts: list[Fact]) -> None:
    """Give a welcome at the airport, told without a date, that of the guest's arrival."""
    arrivals = [f for f in facts if f.frame.type == "Arrival" and f.times]
    for fact in facts:
        if fact.frame.type != "Hosting" or any(t.start for t in fact.times):
            continue
        if fact.frame.noun or cast.tree.lemma(fact.trigger) == "host":
            continue
        guests = set(fact.values("guest"))
        groups = {str(d.number) for d in cast.of_type("Delegation") if str(d.leader) in guests}
        for arrival in arrivals:
            if (guests | groups) & set(arrival.values("visitor")) and arrival.status == fact.status:
                fact.times = list(arrival.times)
                break


def where_clause(cast: Cast, fact: Fact) -> list[Claim]:
    """The place that a clause with "where" is told of, or that the journey to the fact leads to ("flew to X for talks")."""
    tree = cast.tree
    verb = fact.support if fact.support is not None else fact.trigger
    tokens: list[int] = []
    for _ in range(_CLIMB):
        token = tree.tokens[verb]
        if any(tree.tokens[c].lemma == "where" for c in tree.kids(verb, "advmod")):
            return place_before(cast, fact, min(tree.kids(verb, "advmod")))
        if token.dep == "pobj" and tree.tokens[token.head].lemma == "for" and fact.frame.noun:
            above = tree.verb_above(token.head)
            tokens = (
                [*tree.arguments(above).of("to"), *tree.arguments(above).of("in")] if tree.tokens[above].lemma in _GOING else []
            )
        elif (way := journey(tree, verb)) is not None:
            tokens = [j for prep, j in tree.arguments(way).preps if prep in ("to", "in", "for")]
        elif token.dep in ("xcomp", "conj"):
            verb = token.head
            continue
        break
    near = [t for t in tokens if t < fact.trigger and not place_between(cast, t, fact.trigger)]
    found = [(t, d) for t in near for d in fillers(cast, t, "place") if d.type == "Place"]
    return [Claim("place", span_between(tree, fact.trigger, t), str(d.number), rule="where") for t, d in found]


def place_between(cast: Cast, first: int, last: int) -> bool:
    """Whether a place is told between two words: "flew to X, and then on to Y for talks" tells no talks in X."""
    told = cast.tree.names
    return any(t in told and told[t].type == "Place" and cast.tree.tokens[t].dep == "pobj" for t in range(first + 1, last))


def place_before(cast: Cast, fact: Fact, where: int) -> list[Claim]:
    """The place that "where" takes up: the last one named before it in its sentence."""
    tree = cast.tree
    first = tree.annotation.sentences[tree.tokens[where].sent].first
    for t in range(where - 1, first - 1, -1):
        if tree.tokens[t].dep in ("pobj", "dobj", "appos") and (found := fillers(cast, t, "place")):
            return [Claim("place", span_between(tree, fact.trigger, t), str(d.number), rule="where") for d in found]
    return []


def name_talks(tree: Tree, facts: list[Fact]) -> None:
    """Give meetings without a topic what their own name says of it: "peace talks", "a telephone call"."""
    for fact in facts:
        if fact.frame.type != "Meeting" or not fact.frame.noun or fact.values("topic"):
            continue
        words = [
            c
            for c in tree.kids(fact.trigger, "compound", "amod")
            if c not in tree.names and (tree.tokens[c].pos == "NOUN" or tree.tokens[c].lemma in _FIELDS)
        ]
        if not words or tree.tokens[words[-1]].lemma in _CALLS:
            voiced_in(tree, fact, facts)
        plain = words and (tree.tokens[words[-1]].lemma in _PLAIN_KINDS or tree.tokens[words[-1] - 1].text == "-")
        if words and not plain and words[-1] == fact.trigger - 1:
            span = Span(tree.tokens[words[-1]].start, tree.tokens[fact.trigger].end)
            text = " ".join(span.slice(tree.annotation.article.text).split())
            add(fact, Claim("topic", span, literal=text, rule="name"))


def voiced_in(tree: Tree, meeting: Fact, facts: list[Fact]) -> None:
    """Give a talk what its sides are told to have voiced in it: "welcomed the truce during a phone call with X"."""
    prep = tree.tokens[tree.tokens[meeting.trigger].head]
    if (
        tree.deps[meeting.trigger] != "pobj"
        or prep.text.lower() not in ("in", "during")
        or tree.tokens[prep.head].lemma not in _VOICING
    ):
        return
    for fact in facts:
        sides = {*fact.values("speaker"), *fact.values("agent")}
        if prep.head in (fact.trigger, fact.support) and fact is not meeting and sides & set(meeting.values("participant")):
            for claim in (c for c in fact.claims if c.role == "topic"):
                add(meeting, claim)
            return
