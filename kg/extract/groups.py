"""Delegations: who sent them, who leads them, of what kind and size they are, and which "the delegation" means."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cast import Cast, Draft, Sized
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Naming, Span

_LEADING = frozenset({"lead", "head", "chair"})
_OF = frozenset({"of", "from"})
_SENDING = frozenset({"send", "dispatch", "deploy"})
_INCLUDING = frozenset({"include", "comprise", "involve"})
_FRESH = frozenset({"a", "an", "another", "separate"})
_PHRASE = 8  # words that may stand between an article and its noun
_AHEAD = frozenset({"advance", "preparatory"})
_NOT_KIND = frozenset({"visiting", "senior", "small", "large", "joint", "big"})
_NATION = frozenset({"state", "government", "people", "nation", "army"})
_NUMBERS = {
    w: str(n)
    for n, w in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty""".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100"}


def read_groups(cast: Cast) -> None:
    """Fill ``cast`` with the delegations of the article, in reading order, and with what refers back to them."""
    for token in cast.tree.tokens:
        if token.i in cast.at or token.pos not in ("NOUN", "PROPN") or token.lemma not in lexicon().group_heads:
            continue
        if any(cast.tree.tokens[c].lemma in ("two", "both") for c in cast.tree.children[token.i]):  # "the two sides" are no one's
            continue
        after = [t.text.lower() for t in cast.tree.tokens[token.i + 1 : token.i + 3]]
        if token.lemma == "party" and after[:1] in (["and"], [","]) and after[1:] and after[1] in _NATION:
            continue  # "the party, parliament and nation thank their guests": no group of people sent
        read_group(cast, token.i)
    for group in cast.of_type("Delegation"):
        name_bare(cast, group)


def name_bare(cast: Cast, group: Draft) -> None:
    """Name a delegation by its bare noun where the article has no other name for it but tells whose it is."""
    if group.forms or not group.namings or not (group.senders or group.leader is not None):
        return
    span = group.namings[0].span
    form = span.slice(cast.tree.annotation.article.text)
    group.namings[0] = Naming(span, form)
    group.forms[form] += 1


def read_group(cast: Cast, i: int) -> Draft | None:
    """The delegation that the noun at ``i`` means: a new one, or one told before; None where it is no delegation."""
    tree = cast.tree
    if tree.tokens[i].tag in ("NNS", "NNPS"):
        return None  # "delegations from China and Russia" are several: they stand for those who send them
    senders = senders_of(cast, i)
    leader = leader_of(cast, i)
    kinds = kinds_of(cast, i)
    size = size_of(tree, i)
    told = Told(senders, leader, kinds, size)
    sure = tree.tokens[i].lemma in lexicon().group_sure
    if not sure and not (leader or size) and not (senders and kinds):
        return back_reference(cast, i, told, sure)
    known = back_reference(cast, i, told, sure)
    fresh = newly_told(tree, i)
    another = any(tree.tokens[c].text.lower() in ("another", "separate", "second") for c in tree.kids(i, "det", "amod"))
    if known is not None and not another and taken_up(known, told, fresh):
        return note_group(cast, known, i, told)
    if not told and not fresh:
        return None
    return note_group(cast, cast.new("Delegation"), i, told)


def taken_up(known: Draft, told: Told, fresh: bool) -> bool:
    """Whether the group ``known`` is meant: always unless told as a ``fresh`` one ("a delegation"), then by sender and leader."""
    if not fresh:
        return True
    return bool(told.senders) and same_senders(known, told.senders)


def newly_told(tree: Tree, i: int) -> bool:
    """Whether the group at ``i`` has an indefinite article, also where the parser hangs it elsewhere ("a newly formed team")."""
    if any(tree.tokens[c].text.lower() in _FRESH for c in tree.kids(i, "det", "amod")):
        return True
    for j in range(i - 1, max(i - _PHRASE, -1), -1):
        token = tree.tokens[j]
        if token.tag in ("DT", "PRP$", "POS"):
            return token.text.lower() in _FRESH
        if token.tag in ("IN", "CC", ",", ".", ":") or token.dep in ("nsubj", "dobj", "pobj"):
            break
    return False


def apart(group: Draft, told: Told) -> bool:
    """Whether ``group`` cannot be the one told: another leads it, or one of the two comes in advance of the other."""
    if told.leader is not None and group.leader not in (None, told.leader.number):
        return True
    ahead = bool(_AHEAD & {w for k in told.kinds for w in k.lower().split()})
    return ahead != in_advance(group) and (ahead or bool(told.senders or told.leader or told.kinds))


def back_reference(cast: Cast, i: int, told: Told, sure: bool) -> Draft | None:
    """The delegation told before that the noun at ``i`` takes up, if any."""
    senders = told.senders
    tree = cast.tree
    if not sure and not any(tree.tokens[c].text.lower() in ("the", "its", "this", "both") for c in tree.kids(i, "det", "poss")):
        return None
    before = [d for d in cast.of_type("Delegation") if d.tokens and d.tokens[0] < i and not apart(d, told)]
    if senders:
        wanted = {s.number for s in senders} | {s.state for s in senders if s.state is not None}
        before = [d for d in before if wanted & owners(cast, d)]
    before = of_kind(cast, i, before)
    if not before:
        return None
    headline = tree.tokens[i].start < tree.annotation.article.body_start  # read last: it means whom the article begins with
    known = [d for d in before if d.senders or d.leader is not None] or before
    found = known[0] if headline else max(known, key=lambda d: max(t for t in d.tokens if t < i))
    if not sure:
        cast.add(found, i, tree.span_of(i), None)
    return found


def of_kind(cast: Cast, i: int, groups: list[Draft]) -> list[Draft]:
    """Those of ``groups`` that the noun at ``i`` may mean by its other words ("the rebels' delegation"), advance teams last."""
    tree = cast.tree
    words = {tree.tokens[c].lemma for c in tree.kids(i, "poss", "compound", "amod") if tree.tokens[c].pos == "NOUN"}
    named = [d for d in groups if any(words & set(f.lower().replace("'", " ").split()) for f in d.forms)] if words else []
    groups = named or groups
    if tree.tokens[i].lemma == "delegation":
        groups = [d for d in groups if not in_advance(d)] or groups
    return groups


def in_advance(group: Draft) -> bool:
    """Whether a group comes ahead of the one that it prepares the way for."""
    return bool(_AHEAD & set(group.traits.get("kind", "").lower().split()))


def owners(cast: Cast, group: Draft) -> set[int | None]:
    """Who sent a group, its state, and those whom its leader serves by the offices that name them ("led by the speaker of")."""
    leader = cast.drafts[group.leader] if group.leader is not None else None
    served = {n for h in leader.offices for n in h.of} if leader is not None and not group.senders else set()
    return {*group.senders, group.state, *served, *(cast.drafts[n].state for n in served)}


def same_senders(group: Draft, senders: list[Draft]) -> bool:
    """Whether the senders told are among those of ``group``, or none are told."""
    return not senders or bool({s.number for s in senders} & {*group.senders, group.state})


@dataclass(frozen=True, slots=True)
class Told:
    """What a noun phrase tells of a delegation."""

    senders: list[Draft]
    leader: Draft | None
    kinds: list[str]
    size: Sized | None

    def __bool__(self) -> bool:
        return bool(self.senders or self.leader or self.kinds or self.size)


def note_group(cast: Cast, group: Draft, i: int, told: Told) -> Draft:
    """Note the naming of ``group`` at the noun ``i`` with what it tells."""
    tree = cast.tree
    senders, leader, kinds, size = told.senders, told.leader, told.kinds, told.size
    form = group_form(cast, i)
    cast.add(group, i, Span(tree.tokens[i].start, tree.tokens[i].end) if form is None else form.span, form.form if form else None)
    for s in senders:
        if s.number not in group.senders:
            group.senders.append(s.number)
        owner = s.number if s.type == "State" else s.state
        if group.state is None and owner is not None:
            group.state = owner
    if leader is not None and group.leader is None:
        group.leader = leader.number
    group.members += [d.number for d in members_of(cast, i) if d.number not in group.members]
    named = [k for k in kinds if k.lower() not in _NOT_KIND]
    if named and "kind" not in group.traits:
        group.traits["kind"] = " ".join(named)
    if size is not None and group.sized is None:
        group.sized = size
    return group


def senders_of(cast: Cast, i: int) -> list[Draft]:
    """States and bodies told as senders: adjective, possessor, "of X", "from X", or the subject that sends the group."""
    tree = cast.tree
    spots = [j for c in tree.kids(i, "amod", "compound", "nmod", "poss") for j in tree.subtree(c)]
    for prep, j in tree.arguments(i).preps:
        if prep in _OF:
            spots.append(j)
            if not cast.at.get(j) and tree.tokens[j].tag != "NNP":  # "of members of the house", but "of the Synod of Norway"
                spots += [k for inner, k in tree.arguments(j).preps if inner in _OF]
            spots += tree.kids(j, "amod", "compound", "nmod") if j not in cast.at and tree.tokens[i].lemma != "party" else []
    out = [d for j in spots for d in cast.who(j) if d.type in ("State", "Organization")]
    head = tree.tokens[tree.tokens[i].head]
    if not out and tree.tokens[i].dep == "dobj" and head.lemma in _SENDING:
        out = [d for j in tree.arguments(head.i).subject for d in cast.who(j) if d.type in ("State", "Organization")]
    return list({d.number: d for d in out}.values())


def leader_of(cast: Cast, i: int) -> Draft | None:
    """The person who leads: "a team led by X", "a team under X", "X heads a team", "a team of officers headed by X"."""
    tree = cast.tree
    verbs = [c for j in (i, *(j for _, j in tree.arguments(i).preps)) for c in tree.kids(j, "acl", "relcl")]
    head = tree.tokens[tree.tokens[i].head]
    verbs += [k for c in verbs for k in tree.kids(c, "conj")]  # "made up of lawmakers and headed by X"
    if (leader := at_head(cast, i) or with_as_head(cast, i)) is not None:
        return leader
    under = [d for prep, j in tree.arguments(i).preps if prep == "under" for d in cast.who(j) if d.type == "Person"]
    if under:
        return under[0]
    if tree.tokens[i].dep in ("dobj", "nsubjpass"):
        verbs.append(head.i)
    for c in verbs:
        if tree.tokens[c].lemma in _LEADING:
            agents = [j for j in tree.arguments(c).subject if j != i]
            people = [d for j in agents for d in cast.who(j) if d.type == "Person"]
            beside = [d for j in agents for k in tree.subtree(j) if tree.tokens[k].dep in ("appos", "conj") for d in cast.who(k)]
            people += [d for d in beside if d.type == "Person"]
            if people:
                return people[0]
    return None


def with_as_head(cast: Cast, i: int) -> Draft | None:
    """The person told to lead the group at ``i`` by "with X as head"."""
    tree = cast.tree
    for j in tree.arguments(i).of("with"):
        after = [tree.tokens[k].text.lower() for k in range(j + 1, min(j + 4, len(tree.tokens)))]
        if after[:1] == ["as"] and {"head", "leader", "chief"} & set(after):
            return next((d for d in cast.who(j) if d.type == "Person"), None)
    return None


def at_head(cast: Cast, i: int) -> Draft | None:
    """The person told to come "at the head of" the group at ``i``."""
    tree = cast.tree
    prep = tree.tokens[tree.tokens[i].head]
    noun = tree.tokens[prep.head]
    if prep.text.lower() != "of" or noun.lemma != "head" or tree.tokens[noun.head].text.lower() != "at":
        return None
    verb = tree.verb_above(noun.head)
    return next((d for j in tree.arguments(verb).subject for d in cast.who(j) if d.type == "Person"), None)


def members_of(cast: Cast, i: int) -> list[Draft]:
    """The persons told to belong to the group: "the delegation includes X and Y", "a delegation including X"."""
    tree = cast.tree
    found = [j for prep, j in tree.arguments(i).preps if prep == "including"]
    head = tree.tokens[tree.tokens[i].head]
    if head.text.lower() == "of" and tree.tokens[head.head].lemma == "member":  # "members of the delegation included X"
        told = tree.tokens[tree.tokens[head.head].head]
        found += included(tree, told.i)
    if tree.tokens[i].dep == "nsubj":
        found += included(tree, head.i)
    clauses = tree.kids(i, "acl", "relcl")
    for verb in [*clauses, *(k for c in clauses for k in tree.kids(c, "conj"))]:
        found += included(tree, verb)
    return [d for j in found for d in cast.who(j) if d.type == "Person"]


def included(tree: Tree, verb: int) -> list[int]:
    """Whom a group is told to include, also where the parser coordinates the last of them with the verb."""
    if tree.tokens[verb].lemma not in _INCLUDING:
        return []
    beside = [j for c in tree.kids(verb, "conj") if tree.tokens[c].pos in ("NOUN", "PROPN") for j in tree.conjuncts(c)]
    named = [j for c in tree.kids(verb, "pobj") for j in tree.conjuncts(c)]  # "and including X"
    return [*tree.arguments(verb).object, *named, *beside]


def kinds_of(cast: Cast, i: int) -> list[str]:
    """The words that tell its kind: "military", "high-level", and of whom it is made ("of scholars", "of 14 companies")."""
    tree = cast.tree
    out: list[str] = []
    for c in tree.kids(i, "amod", "compound", "nmod"):
        words = [j for j in tree.subtree(c) if j not in cast.at and tree.tokens[j].pos != "DET"]
        if not words:
            continue
        text = tree.annotation.article.text[tree.tokens[words[0]].start : tree.tokens[words[-1]].end]
        if text.lower() in lexicon().group_kinds or tree.tokens[c].text.lower() in lexicon().group_kinds:
            out.append(text)
    for prep, j in tree.arguments(i).preps:
        if prep == "of" and j not in cast.at and tree.tokens[j].tag == "NNS":
            left = tree.kids(j, "amod", "compound")
            out.append(tree.annotation.article.text[tree.tokens[min([j, *left])].start : tree.tokens[j].end])
    return out


def size_of(tree: Tree, i: int) -> Sized | None:
    """The number of members told: "nine-member", "40-strong", "of 15 businesspeople" is no size."""
    for c in tree.kids(i, "amod", "nmod", "compound", "nummod"):
        inside = tree.subtree(c)
        words = [tree.tokens[j].text.lower() for j in inside]
        if words[-1] in ("member", "strong", "person", "man") and len(words) > 1:
            number = words[0].replace(",", "")
            told = number if number.isdigit() else _NUMBERS.get(number)
            return Sized(told, Span(tree.tokens[inside[0]].start, tree.tokens[i].end)) if told else None
    return None


def group_form(cast: Cast, i: int) -> Naming | None:
    """The name a reader would list for the group at ``i``, without determiner, size and relative clauses; None if it is bare."""
    tree = cast.tree
    left = [j for c in tree.kids(i, "amod", "compound", "nmod", "poss", "nummod") for j in tree.subtree(c)]
    first = min([i, *(j for j in left if j < i)])
    last = i
    for prep, j in tree.arguments(i).preps:
        if prep in _OF and (j in cast.at or tree.tokens[j].tag == "NNS"):
            last = max(last, j, *(k for p, k in tree.prepositions(j) if p == "from" and k in tree.names))  # "of monks from Chile"
    if first == i and last == i:
        return None
    while first < i and tree.tokens[first].pos in ("DET", "PRON"):
        first += 1
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    return Naming(span, " ".join(span.slice(tree.annotation.article.text).split()))
