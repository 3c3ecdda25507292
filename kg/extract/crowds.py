"""People and bodies told only by a common noun: "three Russian diplomats", "the international community", "local media"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft
from kg.lexicon import lexicon
from kg.model import Span

_ROLES = frozenset({"target", "addressee", "recipient"})
_DROPPED = frozenset({"det", "poss", "predet", "punct"})
_LONGEST = 8


def crowd(cast: Cast, token: int, role: str) -> list[Draft]:
    """The organisation that a noun of people or media makes where nobody named stands, as those spoken to, blamed or helped."""
    tree = cast.tree
    noun = tree.tokens[token]
    lex = lexicon()
    if role not in _ROLES or noun.pos != "NOUN" or token in tree.names:
        return []
    if not ((noun.lemma in lex.people and noun.tag == "NNS") or noun.lemma in lex.collectives):
        return []
    left = [c for c in tree.children[token] if c < token and tree.tokens[c].dep not in _DROPPED]
    telling = [c for c in left if tree.tokens[c].dep in ("amod", "compound", "nummod", "nmod")]
    of = [c for c in tree.kids(token, "prep") if tree.tokens[c].text.lower() == "of"]
    if not telling and not of:
        return []
    first = min([token, *(i for c in telling for i in tree.below(c))])
    last = max([token, *(i for c in of[:1] for i in tree.below(c))])
    if last - first >= _LONGEST:
        last = token
    span = Span(tree.tokens[first].start, tree.tokens[last].end)
    form = " ".join(span.slice(tree.annotation.article.text).split())
    draft = cast.keyed(f"crowd/{form.lower()}", "Organization")
    cast.add(draft, token, span, form)
    return [draft]
