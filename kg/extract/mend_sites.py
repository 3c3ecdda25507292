"""Where something happened, told at the end of its clause, which the parser hangs on the name or noun right before it."""

from __future__ import annotations

from kg.extract.relations import ANY_SUBJECT, VERBAL
from kg.model import Token

_HELD = frozenset("sign ink conclude host hold receive welcome meet greet open inaugurate attend convene chair stage".split())
_CHAIN = frozenset({"prep", "pobj", "dobj", "conj", "appos"})


def site_of_deed(
    tokens: list[Token], children: dict[int, list[int]], names: set[int], timed: set[int], people: set[int], prep: Token
) -> bool:
    """Whether "in X" was hung on the verb: in "hosted a dinner for Berg in Lima", "signed a deal on fish in Lima on Monday".

    Behind a plain noun only where a day told of the verb follows: "a deal on prisoners in Lima" may be about those.
    """
    over = tokens[prep.head]
    sites = [c for c in children.get(prep.i, []) if c in names and tokens[c].dep == "pobj"]
    if over.i != prep.i - 1 or over.dep not in _CHAIN or not sites or tokens[sites[0]].pos != "PROPN":
        return False
    top = over
    while top.dep in _CHAIN and top.head != top.i:
        top = tokens[top.head]
    if top.lemma not in _HELD or top.pos != "VERB" or top.tag == "VBG" or top.i > over.i:
        return False
    if top.dep in ("acl", "relcl") or not any(tokens[c].dep in ANY_SUBJECT for c in children.get(top.i, [])):
        return False
    after = sites[0] + 1
    ends = after >= len(tokens) or tokens[after].text in (".", ",", "\n") or tokens[after].sent != prep.sent
    dated = not ends and (
        (after in timed and tokens[after].head == top.i)
        or (tokens[after].head == top.i and any(c in timed for c in children.get(after, [])))
    )
    if not (dated or (ends and over.i in people)):
        return False
    tokens[prep.i] = prep._replace(head=top.i)
    return True


def beyond_time(tokens: list[Token], children: dict[int, list[int]], timed: set[int], prep: Token) -> None:
    """ "signed on 1 January in Oslo": the place is that of the signing, not of January."""
    if any(c in timed for c in children.get(prep.i, [])):
        return
    top = tokens[prep.head]
    while top.i in timed and top.head != top.i:
        top = tokens[top.head]
    if top.dep == "prep" and top.head != top.i:
        top = tokens[top.head]
    if (top.pos in VERBAL or top.pos == "NOUN") and top.i < prep.i:
        tokens[prep.i] = prep._replace(head=top.i)
