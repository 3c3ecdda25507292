"""Sayings that say nothing of their own: in passing, only asked, only what others do, without a telling word."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.cast import Cast
from kg.extract.match import Fact
from kg.extract.tree import Tree
from kg.lexicon import lexicon

_WH = frozenset({"that", "which", "who"})
_FEWEST = 3  # words of a clause that says something without a noun
_LIGHT = frozenset("be do have get go come know think say happen mean see".split())
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_GOING = frozenset("travel visit arrive attend meet fly discuss confer invite".split())
_WHOLE = frozenset({"attend", "invite"})
_OWN = frozenset({"invite", "accept", "receive", "extend"})  # what the speaker's own side is told to have done
_INVITING = frozenset("accept receive extend send issue".split())
_LODGING = frozenset("extend send issue file lodge deliver hand".split())
_LODGED = frozenset({"invitation", "protest", "note", "complaint"})
_AHEAD = frozenset("expect plan schedule due set prepare be".split())
_OPEN = frozenset("must should could can may might".split())
_PROGRAMMES = frozenset("program programme agenda itinerary schedule".split())
_HOLDING = frozenset("include feature foresee comprise envisage".split())
_ONLOOKERS = frozenset("observer analyst expert commentator critic pundit watcher scholar".split())
_SEEMINGLY = frozenset("apparently seemingly evidently presumably supposedly".split())
_SPEAKING = frozenset("address speak talk say tell meet".split())
_THEREBY = frozenset("further thus thereby".split())


def in_passing(tree: Tree, fact: Fact) -> bool:
    """Whether a saying only tells whose word a preposition brings: "protested at what it said was an intrusion"."""
    dep = tree.tokens[fact.trigger].dep
    if dep == "relcl":  # "a law that she said made it harder", not "a letter in which she said"
        firsts = [min(tree.below(s)) for s in tree.kids(fact.trigger, "nsubj")]
        return any(tree.tokens[i - 1].lemma in _WH and tree.tokens[i - 2].pos != "ADP" for i in firsts if i > 1)
    return dep == "pcomp" and any(tree.tokens[c].lemma == "what" for c in tree.kids(fact.trigger, "dobj"))


def empty(tree: Tree, fact: Fact) -> bool:
    """Whether a Statement says nothing: of a question only who put it, of a vote only that it was in favour."""
    token = tree.tokens[fact.trigger]
    asked = token.lemma == "raise" and token.dep == "acl" and token.tag == "VBN"
    if fact.frame.type == "Statement" and token.lemma == "ask" and (token.tag == "VBN" or wondered(tree, fact.trigger)):
        return token.dep == "advcl" or wondered(tree, fact.trigger)  # "Asked by AFP if it was so, he said"
    return fact.frame.type == "Statement" and (asked or fact.values("topic") in (["favour"], ["favor"]))


def wondered(tree: Tree, i: int) -> bool:
    """Whether the verb only asks if something is so."""
    marks = [m for c in tree.kids(i, "ccomp", "advcl") for m in tree.kids(c, "mark")]
    return any(tree.tokens[m].text.lower() in ("if", "whether") for m in marks)


def thin(tree: Tree, head: int) -> bool:
    """Whether a clause says nothing by itself: no noun, name, number or adjective, and hardly another word ("it was")."""
    words = [i for i in tree.below(head) if tree.tokens[i].pos != "PUNCT"]
    if tree.tokens[head].lemma == "have" and any(tree.tokens[c].lemma == "comment" for c in tree.kids(head, "dobj")):
        return True  # "said he had no comment"
    light = tree.tokens[head].lemma in _LIGHT or len(words) < _FEWEST
    return light and not any(tree.tokens[i].pos in _TELLING for i in words)


def relayed(cast: Cast, fact: Fact, heads: Sequence[int]) -> bool:
    """Whether a saying only relays where others go, whom they meet or what a programme holds: who says so, but no Statement.

    "She said that a royal guest was expected to travel to Lima", "The premier accepted the invitation, her spokesman said".
    """
    tree = cast.tree
    verb = heads[-1]
    lemma = tree.tokens[verb].lemma
    if tree.kids(verb, "neg") or tree.kids(heads[0], "neg"):
        return False
    subjects = tree.surface(heads[0], 2)
    things = {tree.tokens[o].lemma for o in tree.kids(verb, "dobj")}
    if lemma in _HOLDING:
        return any(tree.tokens[s].lemma in _PROGRAMMES for s in subjects)
    if lemma in _LODGING and tree.is_passive(verb):
        return any(tree.tokens[s].lemma in _LODGED for s in subjects)
    if lemma not in _GOING and not (lemma in _INVITING and "invitation" in things) and not (lemma == "take" and "part" in things):
        return False
    aux = {tree.tokens[c].text.lower() for c in tree.kids(heads[0], "aux")}
    if aux & _OPEN or not {tree.tokens[h].lemma for h in heads[:-1]} <= _AHEAD:
        return False
    if lemma not in _WHOLE and not tree.kids(verb, "dobj", "prep"):
        return False
    own = {c.referent for c in fact.claims if c.role == "speaker"} if lemma not in _OWN else set()
    told = {str(d.number) for s in subjects for d in cast.who(s) if d.type != "Place"}
    words = lexicon()
    people = (words.office_heads, words.group_heads, words.people, words.collectives)
    named = any(tree.tokens[s].lemma in known for s in subjects for known in people)
    return not told & own and (bool(told) or named)


def guessed(tree: Tree, fact: Fact) -> bool:
    """Whether what somebody means to do is only what onlookers make of it: "observers say Oslo aims to", "apparently aims"."""
    if fact.frame.type != "Pledge" or fact.frame.name.endswith("/own words"):
        return False
    i = fact.support if fact.support is not None else fact.trigger
    spots = (i, tree.tokens[i].head) if tree.tokens[i].dep == "acomp" else (i,)
    if any(tree.tokens[c].lemma in _SEEMINGLY for j in spots for c in tree.kids(j, "advmod")):
        return True
    while tree.tokens[i].dep in ("ccomp", "acomp", "conj", "xcomp") and tree.tokens[i].head != i:
        i = tree.tokens[i].head
        if any(tree.tokens[s].lemma in _ONLOOKERS for s in tree.kids(i, "nsubj")):
            return True
    return False


def glossed(tree: Tree, fact: Fact) -> bool:
    """Whether a participle is the outlet's gloss on a deed and nothing said: "will lead the team, further stressing that"."""
    token = tree.tokens[fact.trigger]
    if fact.frame.type != "Statement" or token.tag != "VBG" or token.dep != "advcl" or token.i < token.head:
        return False
    ahead = fact.status == "planned" and tree.tokens[token.head].lemma not in _SPEAKING
    return ahead or any(tree.tokens[c].text.lower() in _THEREBY for c in tree.kids(token.i, "advmod"))
