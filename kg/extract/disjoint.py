"""Whom a pronoun cannot mean: who stands beside it with its verb, is named in its own words or told only by the way."""

from __future__ import annotations

from kg.extract.cast import Cast
from kg.extract.credit import SAYING
from kg.extract.relations import SUBJECT
from kg.extract.stretches import TAG
from kg.extract.tree import Tree
from kg.lexicon import lexicon
from kg.model import Token

DOINGS = frozenset(
    "talk talks meeting conversation call phone visit trip stay tour summit speech address remark audience consultation".split()
)
SPEAKING = frozenset("say tell state declare add announce insist claim warn promise pledge vow".split())
_JUDGING = frozenset("thank praise congratulate commend applaud laud criticise criticize rebuke condemn denounce".split())
_LISTING = frozenset({"include", "comprise", "involve"})
_EARLIER = 3  # sentences
_BODIES = frozenset({"State", "Organization"})


def coarguments(tree: Tree, token: Token) -> set[int]:
    """The other arguments of the pronoun's own verb, which it cannot mean (possessives can, also of "his minister Karl Berg")."""
    if token.i in tree.names:
        return set()
    if token.tag == "PRP$" and (gives_honour(tree, token) or judged_for(tree, token)):
        return set(tree.arguments(tree.verb_above(token.i)).subject)
    if token.dep in SUBJECT:
        return set(met_at_the_head(tree, token)) | named_in_said(tree, token)
    if token.tag == "PRP$":
        return set()
    verb = tree.verb_above(token.i)
    args = tree.arguments(verb)
    return {*args.subject, *args.object} - {token.i}


def met_at_the_head(tree: Tree, token: Token) -> list[int]:
    """Whom a subject cannot mean since its clause opens with their meeting: "After seeing X he left", "In talks with X, he"."""
    found: list[int] = []
    for c in tree.children[token.head]:
        if c > token.i:
            break
        doings = tree.kids(c, "pcomp", "pobj") if tree.tokens[c].dep == "prep" else [c] if tree.tokens[c].dep == "advcl" else []
        for v in doings:
            if tree.tokens[v].tag == "VBG" and not tree.kids(v, *SUBJECT):
                found += [*tree.kids(v, "dobj"), *(j for p, j in tree.prepositions(v) if p == "with")]
            elif tree.tokens[v].lemma in DOINGS:
                found += [j for p, j in tree.prepositions(v) if p == "with"]
    return found


def named_in_said(tree: Tree, token: Token) -> set[int]:
    """The names in what the subject at ``token`` is said to have told before it: "X invited Y to Oslo, he said" is neither."""
    if tree.tokens[token.head].lemma not in SPEAKING or token.i == 0 or tree.tokens[token.i - 1].text not in (",", "”", '"'):
        return set()
    said = [c for c in tree.kids(token.head, "ccomp") if c < token.i]
    return {i for c in said for i in tree.below(c) if i in tree.names}


def gives_honour(tree: Tree, token: Token) -> bool:
    """Whether the possessive stands in "in her honour", which never means who gives it."""
    return tree.tokens[token.head].lemma in ("honour", "honor")


def judged_for(tree: Tree, token: Token) -> bool:
    """Whether "his" stands in what somebody named is thanked for: never who thanks ("Berg thanked Soto for his visit")."""
    prep = tree.tokens[tree.tokens[token.head].head]
    verb = tree.tokens[prep.head]
    told = tree.tokens[token.head].dep == "pobj" and prep.text.lower() in ("for", "on") and verb.lemma in _JUDGING
    return told and any(j in tree.names and j < token.i for j in tree.kids(verb.i, "dobj"))


def by_the_way(tree: Tree, top: int, token: Token) -> bool:
    """Whether the mention headed by ``top`` in a sentence before only fills in what that tells.

    "The letter, which an adviser had denied, is now public. He": not the adviser; nor is one of those whom a delegation includes.
    """
    told = tree.tokens[top]
    if told.sent == token.sent:
        return False
    over = tree.tokens[told.head]
    if told.dep == "dobj" and over.lemma in _LISTING:
        return True
    vague = told.dep in SUBJECT and over.dep == "relcl" and top not in tree.names
    return vague and any(tree.tokens[c].text in ("a", "an") for c in tree.kids(top, "det"))


def behind_body(cast: Cast, token: Token) -> list[int] | None:
    """The body whose unnamed spokesman "he" is who closes a quotation; [] where it may be another, None where no body spoke.

    "The ministry announced the visit on Monday. 'It will be short,' he said": whom the article named above has not said so.
    """
    tree = cast.tree
    if token.dep != "nsubj" or tree.tokens[token.head].lemma not in SAYING:
        return None
    first = next((f for f, last, _ in cast.stretches if last <= token.i <= last + TAG), 0)
    number = tree.tokens[first].sent - 1
    if not first or number < 0 or tree.tokens[first].sent != token.sent:
        return None
    before = tree.annotation.sentences[number]
    subjects = [t for t in range(before.first, before.last) if tree.deps[t] in SUBJECT]
    says = [t for t in subjects if tree.tokens[tree.tokens[t].head].lemma in SAYING and tree.deps[tree.tokens[t].head] == "ROOT"]
    told = [d for t in says for d in cast.who(t) if tree.tokens[t].lemma not in lexicon().persons]
    if not told or {d.type for d in told} - _BODIES or any(d.type == "Person" for t in subjects for d in cast.who(t)):
        return None
    start = tree.annotation.sentences[max(number - _EARLIER, 0)].first
    earlier = (t for t in range(start, before.first) if tree.deps[t] in SUBJECT)
    spoke = [d for t in earlier if tree.tokens[tree.tokens[t].head].lemma in SAYING for d in cast.who(t)]
    return [] if any(d.type == "Person" for d in spoke) else [d.number for d in told]
