"""Ships that call at ports: named by a prefix ("HMS Bold") or with a noun ("the frigate Bold"), and taken up as "the vessel"."""

from __future__ import annotations

from kg.extract.cast import Cast, Draft

_SHIPS = frozenset("ship warship vessel frigate destroyer corvette submarine cruiser flagship".split())
_PREFIXES = frozenset(
    "INS HMS HMAS HMNZS HMCS USS USNS KRI BRP PNS BNS SLNS ROKS IRIS IRINS ARA BAP TCG FNS SAS KNM RFNS".split()
)


def read_ships(cast: Cast) -> None:
    """Note which drafts are ships, and which of them the nouns beside and after their names mean."""
    tree = cast.tree
    for draft in cast.drafts:
        if draft.type in ("Organization", "Place", "Person") and any(named_ship(f) for f in draft.forms):
            cast.ships.add(draft.number)
    for token in tree.tokens:
        if token.pos != "NOUN" or token.lemma not in _SHIPS:
            continue
        beside = [c for c in tree.kids(token.i, "appos") if c in tree.names and c <= token.i + 2]
        beside += [token.head] if token.dep in ("compound", "nmod") and token.head == token.i + 1 else []
        named = [d for c in beside if c in tree.names for d in cast.who(c) if d.type != "State" and not d.offices and not d.known]
        cast.ships.update(d.number for d in named)
        if (ship := next(iter(named), None) or (ship_before(cast, token.i) if definite(cast, token.i) else None)) is not None:
            cast.stand(token.i, [ship.number])
    for number in cast.ships:
        cast.drafts[number].type = "Organization"


def named_ship(form: str) -> bool:
    """Whether a name begins as ships' names do."""
    first, *rest = form.split()
    return first in _PREFIXES and bool(rest)


def definite(cast: Cast, i: int) -> bool:
    """Whether the noun takes up a ship told before: with "the", and nothing else that describes another."""
    kids = [cast.tree.tokens[c] for c in cast.tree.kids(i, "det", "amod", "compound", "nmod", "poss", "nummod", "relcl")]
    return [k.text.lower() for k in kids] in (["the"], ["this"])


def ship_before(cast: Cast, i: int) -> Draft | None:
    """The ship told last before the noun at ``i``."""
    before = [(t, n) for n in cast.ships for t in cast.drafts[n].tokens if t < i]
    return cast.drafts[max(before)[1]] if before else None
