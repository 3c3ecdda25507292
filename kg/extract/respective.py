"""Several office-holders told with several states, each in its turn: "his Polish and Czech counterparts, X and Y"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, Held
from kg.model import Span

_JOINING = frozenset({",", "and"})


def read_respective(cast: Cast) -> None:
    """Give each of several holders of one office told in the plural the state that is told in the same place of its own list."""
    told: dict[Span, list[tuple[Draft, Held]]] = {}
    for person in cast.of_type("Person"):
        for held in person.offices:
            if len(held.of) == 1 and cast.drafts[held.of[0]].type == "State":
                told.setdefault(held.office.span, []).append((person, held))
    for group in told.values():
        if len(group) > 1:
            part(cast, sorted(group, key=lambda g: g[1].token))


def part(cast: Cast, group: list[tuple[Draft, Held]]) -> None:
    """Share the states told before the office out to its holders, where they are as many."""
    last = group[0][1].of[0]
    before = states_before(cast, group[0][1].token)
    if len(before) + 1 != len(group) or any(held.of != [last] for _, held in group):
        return
    states = [*(cast.who(t)[0].number for t in before), last]
    for (person, held), state in zip(group, states, strict=True):
        held.of = [state]
        person.state = state if person.state == last else person.state
    for token, (person, _) in zip(before, group, strict=False):
        cast.refer(token, [person.number])


def states_before(cast: Cast, i: int) -> list[int]:
    """The adjectives of states that stand in one list right before the token at ``i``, in reading order."""
    found: list[int] = []
    for t in range(i - 1, -1, -1):
        name = cast.tree.names.get(t)
        if name is not None and name.type == "State" and name.adjective and cast.who(t):
            found.insert(0, t)
        elif cast.tree.tokens[t].text.lower() not in _JOINING:
            break
    return found
