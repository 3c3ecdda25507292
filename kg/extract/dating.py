"""When the facts of one scene happen that are told without a date: on the day of what was told just before of the same people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.answers import speakers
from kg.extract.cast import Cast
from kg.extract.match import Fact
from kg.extract.tree import Tree
from kg.extract.when import times_of

_SCENES = frozenset("Meeting Hosting Arrival Tribute Agreement Commemoration Visit".split())
_DATED = frozenset("Meeting Hosting Tribute Agreement".split())
_DAY = 10
_REACH = 3
_ELSEWHEN = frozenset("earlier previously recently ago last previous former once already since next".split())
_DONE_TO = frozenset({"target", "addressee", "honoree"})
_PERFECT = frozenset({"had", "has", "have", "'ve"})


def date_scenes(cast: Cast, facts: Sequence[Fact]) -> None:
    """Give what is told to have happened without a date the day of the scene that it belongs to."""
    tree = cast.tree
    told = sorted(facts, key=lambda f: f.trigger)
    scenes: list[Fact] = []
    for fact in told:
        aside = tree.tokens[fact.trigger].dep == "relcl"  # "Berg, who arrived on Monday, signed": on a later day, perhaps
        if fact.frame.type == "Arrival" and back_from(tree, fact):
            continue
        if fact.frame.type in _SCENES and fact.status in ("occurred", "ongoing") and day_of(fact) and not aside:
            scenes.append(fact)
        elif fact.frame.type in _DATED and fact.status == "occurred" and not fact.times and not elsewhen(tree, fact):
            scene = next((s for s in reversed(scenes) if same_scene(cast, s, fact)), None)
            if scene is not None and not looked_back(tree, scene, fact):
                fact.times = [t for t in scene.times if t.start and len(t.start) == _DAY][:1]


def back_from(tree: Tree, arrival: Fact) -> bool:
    """Whether an arrival is told to end a visit elsewhere, where all that is told next may have been."""
    return any(tree.tokens[j].lemma in ("visit", "trip", "tour") for _, j in tree.arguments(arrival.trigger).preps)


def looked_back(tree: Tree, scene: Fact, fact: Fact) -> bool:
    """Whether a sentence between the two tells what had been before: "Silva arrived. She had been in Peru. There she met X"."""
    first, last = tree.tokens[scene.trigger].sent + 1, tree.tokens[fact.trigger].sent
    spans = (tree.annotation.sentences[n] for n in range(first, last))
    return any(tree.deps[i] == "aux" and tree.tokens[i].text == "had" for s in spans for i in range(s.first, s.last))


def day_of(fact: Fact) -> str | None:
    """The only day that a fact is told of: a stay of several days does not tell on which of them the rest was."""
    return next((t.start for t in fact.times if t.start and len(t.start) == _DAY and t.end in (None, t.start)), None)


def same_scene(cast: Cast, scene: Fact, fact: Fact) -> bool:
    """Whether the scene was told at most some sentences before and somebody is in both."""
    tree = cast.tree
    gap = tree.tokens[fact.trigger].sent - tree.tokens[scene.trigger].sent
    return 0 <= gap <= _REACH and bool(set(people(cast, scene)) & set(people(cast, fact)))


def people(cast: Cast, fact: Fact) -> Iterator[str]:
    """Who takes part in a fact, with the leaders of delegations."""
    for claim in fact.claims:
        if claim.referent is not None:
            draft = cast.drafts[int(claim.referent)]
            if draft.type in ("Person", "Delegation"):
                yield claim.referent
                if draft.leader is not None:
                    yield str(draft.leader)


def elsewhen(tree: Tree, fact: Fact) -> bool:
    """Whether the words of the fact tell that it was at another time: by an adverb, a perfect tense, any other date."""
    verb = fact.support if fact.support is not None else fact.trigger
    above = verb if tree.tokens[verb].pos in ("VERB", "AUX") else tree.verb_above(verb)
    if {tree.tokens[c].text.lower() for v in (verb, above) for c in tree.kids(v, "aux")} & _PERFECT:
        return True
    sentence = tree.annotation.sentences[tree.tokens[fact.trigger].sent]
    span = range(sentence.first, sentence.last)
    return any(tree.tokens[i].text.lower() in _ELSEWHEN or i in tree.times for i in span)


def inherit_dates(cast: Cast, facts: list[Fact]) -> None:
    """Date an undated Statement by what its speaker is told to have done just before, in the same paragraph."""
    tree = cast.tree
    for number, fact in enumerate(facts):
        if fact.frame.type == "Statement" and not fact.times:
            fact.times = [t for c in tree.kids(fact.trigger, "advcl") if speaks_at(tree, c) for t in times_of(tree, c, None)]
        if fact.frame.type != "Statement" or fact.times or tree.tokens[fact.trigger].tag in ("VBZ", "VBP"):  # "says"
            continue
        told = set(speakers(fact))
        for other in reversed(facts[:number]):
            gap = tree.tokens[fact.trigger].sent - tree.tokens[other.trigger].sent
            if gap > 2 or paragraph_between(tree, other.trigger, fact.trigger):
                break
            verb = other.support if other.support is not None else other.trigger
            if tree.tokens[verb].dep == "relcl" and tree.tokens[fact.trigger].dep != "relcl":  # "who hosted her in May, said"
                continue
            if other.times and other.status == "occurred" and told & {c.referent for c in other.claims if c.role not in _DONE_TO}:
                fact.times = list(other.times)
                break


def speaks_at(tree: Tree, c: int) -> bool:
    """Whether the clause tells where or when somebody speaks: "Speaking in Lima on Tuesday, she said"."""
    return tree.tokens[c].tag == "VBG" and tree.tokens[c].lemma in ("speak", "address", "talk", "appear", "comment", "brief")


def paragraph_between(tree: Tree, a: int, b: int) -> bool:
    """Whether a new paragraph begins between two tokens."""
    return "\n" in tree.annotation.article.text[tree.tokens[a].end : tree.tokens[b].start]
