"""Names for people to read: the best name of an entity, a short line for an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kg.ids import slug
from kg.model import EntityType
from kg.resolve.names import parse

# By type: the roles named in an event's label and the words that join them.
_PHRASES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Visit": (("by", "visitor"), ("to", "destination")),
    "Arrival": (("of", "visitor"), ("in", "destination")),
    "Departure": (("of", "visitor"), ("from", "origin")),
    "Invitation": (("by", "inviter"), ("to", "invitee")),
    "Meeting": (("of", "participant"),),
    "Hosting": (("by", "host"), ("for", "guest")),
    "Commemoration": (("of", "occasion"), ("by", "organizer"), ("in", "place")),
    "Tribute": (("by", "agent"), ("to", "honoree")),
    "Statement": (("by", "speaker"),),
    "Support": (("by", "agent"), ("for", "target")),
    "Criticism": (("by", "agent"), ("of", "target")),
    "Denial": (("by", "agent"),),
    "Pledge": (("by", "agent"), ("to", "target")),
    "Agreement": (("of", "party"),),
    "Message": (("from", "sender"), ("to", "recipient")),
    "Transfer": (("from", "giver"), ("to", "recipient")),
    "Conflict": (("by", "agent"), ("against", "target"), ("in", "place")),
    "Restriction": (("by", "agent"), ("on", "target")),
    "Appointment": (("of", "person"), ("in", "of")),
    "Delegation": (("", "delegation"),),
}
_NAMED = 2  # parties named for a role


def best_label(kind: EntityType, counted: Counter[str]) -> str:
    """The name that most articles use first; full names go before, then those in plain letters, the longer, the alphabet."""
    return (
        max(counted, key=lambda n: (_whole(kind, n), counted[n], n.isascii(), len(n), [-ord(c) for c in n])) if counted else kind
    )


def _whole(kind: EntityType, name: str) -> bool:
    if kind == "Person":
        parsed = parse(name)
        return parsed.full and all(len(w) > 1 for w in parsed.words)
    return not name.islower()


def event_label(kind: str, parties: Mapping[str, Counter[str]], literals: Mapping[str, Counter[str]]) -> str:
    """A short line: the type, its main parties and its date ("Visit by Mira Tolane to Belmora, 2024-05-02")."""
    if kind == "Role":
        return _holding(parties, literals)
    words = [kind]
    for joint, role in _PHRASES.get(kind, ()):
        named = _top(parties.get(role, Counter()))
        if named:
            words += [joint, named] if joint else [named]
    start = _first(literals.get("start", Counter()))
    topic = _first(literals.get("topic", Counter()))
    text = " ".join(words)
    if topic and kind not in ("Visit", "Arrival", "Departure", "Invitation", "Hosting", "Tribute"):
        text += f": {topic}"
    return f"{text}, {start}" if start else text


def _holding(parties: Mapping[str, Counter[str]], literals: Mapping[str, Counter[str]]) -> str:
    """ "Mira Tolane, foreign minister (Avaria)"."""
    person, body = _top(parties.get("person", Counter())), _top(parties.get("of", Counter()))
    title = _first(literals.get("title", Counter()))
    text = ", ".join(filter(None, (person, title))) or "Office"
    return f"{text} ({body})" if body else text


def _top(counted: Counter[str]) -> str:
    best = sorted(counted, key=lambda n: (-counted[n], slug(n), n))[:_NAMED]
    return " and ".join(best)


def _first(counted: Counter[str]) -> str:
    return min(counted, key=lambda n: (-counted[n], -len(n), n), default="")
