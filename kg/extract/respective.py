"""Several office-holders told with several states, each in its turn.

"His Polish and Czech counterparts, X and Y", "the ambassadors of Peru, X, Chile, Y, and Kenya, Z".
"""

from __future__ import annotations

from kg.extract.cast import Cast, Draft, Held
from kg.extract.copulas import span
from kg.model import Span

_JOINING = frozenset({",", "and"})
_BETWEEN = frozenset({",", ";", "and", "the"})


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
        elif group[0][1].title and group[0][1].title != group[0][1].office.title:  # told in the plural, of one alone
            take_turns(cast, *group[0])


def take_turns(cast: Cast, first: Draft, held: Held) -> None:
    """Give the office to those named behind its first holder, each after a state: "of Peru, X, Chile, Y, and Kenya, Z"."""
    i = past_marks(cast, held.token + 1)
    while (state := one(cast, i, "State")) is not None and cast.tree.tokens[i + 1].text == ",":
        person = one(cast, i + 2, "Person")
        if person is None or person is first or person.offices:
            return
        person.offices.append(Held(held.office, [state.number], span(cast.tree, i, i + 2), i + 2, title=held.title))
        person.state = state.number
        cast.refer(i, [person.number])
        i = past_marks(cast, i + 3)


def past_marks(cast: Cast, i: int) -> int:
    """The first token from ``i`` on that is no comma, "and" or article."""
    while i + 3 < len(cast.tree.tokens) and cast.tree.tokens[i].text.lower() in _BETWEEN:
        i += 1
    return i


def one(cast: Cast, i: int, type_: str) -> Draft | None:
    """The one referent of a type that is named at ``i``."""
    found = cast.who(i) if i + 1 < len(cast.tree.tokens) and i in cast.tree.names else []
    return found[0] if len(found) == 1 and found[0].type == type_ else None


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
