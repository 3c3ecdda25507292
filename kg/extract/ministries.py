"""Which of several ministries told before "the ministry" means: that of the state whose agency quotes it, or the one at home."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.cast import Cast, Draft
from kg.model import Token

_NEAR = 1  # sentences in which the ministry of another state is still meant


def ministry_of(cast: Cast, token: Token, nearest: Draft, fit: Sequence[Draft]) -> Draft:
    """The ministry that ``token`` means of those that ``fit``: mostly the ``nearest``.

    "TASS quoted the ministry" has that of the agency's state. Long after another state's ministry it is the one that the
    article calls so without a state, in its own.
    """
    tree = cast.tree
    told = [d for d in fit if any(n.span.start < token.start for n in d.namings)]
    if token.dep in ("dobj", "pobj"):
        tellers = [d for t in tree.arguments(tree.verb_above(token.i)).subject for d in cast.who(t) if d.type == "Organization"]
        states = {d.state for d in tellers if d.kind == "Outlet" and d.state is not None}
        theirs = [d for d in told if d.state in states]
        if len(theirs) == 1:
            return theirs[0]
    if not cast.dated_from or nearest.state in (None, cast.home):
        return nearest
    last = max(tree.tokens[t].sent for t in nearest.tokens if t < token.i)
    own = [d for d in told if d.state in (None, cast.home)]
    return own[0] if len(own) == 1 and token.sent - last > _NEAR else nearest
