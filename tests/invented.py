"""A view of invented people, states and events for tests of the page: any size, always the same."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.ids import digest, slug
from kg.model import EntityType
from kg.render import ClaimView, Edge, Node, Trait, View

BASE = "https://w3id.org/attache/"
STATES = ("Velmora", "Karsund", "Tirelia", "Nambeku", "Sarqand", "Lower Vey", "Aldovia", "Ostrava Isles")
MORE_STATES = [
    f"{a}{b}" for a in ("Bel", "Cor", "Dor", "Hel", "Mar", "Nor", "Sel", "Tor") for b in ("monia", "venia", "stan", "land")
]
FIRST = (
    "Ilse Tobias Ayo Samira Viktor Lien Marta Jonas Dagny Rahim Petra Cosmin Nadia Emeka Aino Bruno Chidi Doro Elif Farid Greta "
    "Hanna Ivo Jelena Kofi Leda Milan Noor Oskar Paula"
).split()
LAST = (
    "Marwen Renn Nkemba al-Qasri Drahos Horvat Okoye Pellin Solheim Zadeh Lund Varga Ferro Abebe Brandt Calder Duarte Eriksen "
    "Farkas Galea Hadad Ishii Jansen Kovac Lindqvist Mbeki Novak Osei Petrov Quist Rossi Sato Tamm Urban Vidal Weiss Zeller"
).split()
OUTLETS = ("Strait Courier", "Velmora Gazette", "Karsund Tidende", "River States Wire")
STATUSES = ("occurred",) * 6 + ("planned", "planned", "ongoing", "alleged", "denied", "cancelled")
ROLES: dict[str, Sequence[tuple[str, Sequence[EntityType]]]] = {
    "Visit": (("visitor", ("Delegation", "Person")), ("destination", ("State",)), ("occasion", ("Occasion",))),
    "Meeting": (("participant", ("Person",)), ("participant", ("Person",)), ("place", ("Place",))),
    "Invitation": (("inviter", ("State", "Organization")), ("invitee", ("Person", "Delegation"))),
    "Statement": (("speaker", ("Person", "Organization")),),
    "Hosting": (("host", ("State",)), ("guest", ("Delegation",)), ("place", ("Place",))),
    "Criticism": (("agent", ("State", "Organization")), ("target", ("State",))),
    "Transfer": (("giver", ("State",)), ("recipient", ("State",))),
    "Support": (("agent", ("State", "Person")), ("target", ("State",))),
    "Agreement": (("party", ("State",)), ("party", ("State",))),
    "Restriction": (("agent", ("State",)), ("target", ("State",))),
}


def entity(label: str, kind_of: EntityType, state: str = "", names: Iterable[str] = ()) -> Node:
    """An invented entity with an IRI made of its label."""
    return Node(f"{BASE}id/{slug(label)}-{digest(label, length=8)}", label, kind_of, state=state, names=tuple(names))


def edge(source: Node, role: str, target: Node, claims: Sequence[ClaimView] = ()) -> Edge:
    """An edge with the id that such an edge has."""
    return Edge(digest(source.id, role, target.id), source.id, target.id, role, tuple(claims))


def claim(text: str, quote: str, day: str = "2024-05-01", outlet: str = OUTLETS[0], status: str = "occurred") -> ClaimView:
    """A claim whose sentence is ``text`` and whose quote is found in it."""
    number = digest(text, day, outlet, length=4)
    url = f"https://example.org/{slug(outlet)}/{number}"
    title = f"What the {outlet} reports"
    return ClaimView(quote, text, text.find(quote), f"{slug(outlet)}-{number}", title, url, outlet, day, "", (), status, 0.9)


def people(count: int) -> list[Node]:
    """So many entities of all types."""
    persons = [f"{a} {b}" for b in LAST for a in FIRST]
    named = (*STATES, *MORE_STATES[: count // 40])
    makers: list[Node] = [entity(s, "State", names=(f"Republic of {s}",)) for s in named[: max(3, count // 6)]]
    states = [n.label for n in makers]
    makers += [entity(f"{s} delegation", "Delegation", s) for s in states]
    makers += [entity(f"Ministry of Foreign and Maritime Affairs of {s}", "Organization", s) for s in states[: count // 8]]
    makers += [entity(f"Port {n}", "Place") for n in ("Lorne", "Hask", "Aldo", "Tirel")[: 1 + count // 12]]
    makers += [entity(n, "Occasion") for n in ("20th anniversary of the Strait Accord", "Harvest Day")[: 1 + count // 30]]
    makers += [entity(p, "Person", states[i % len(states)]) for i, p in enumerate(persons[: max(0, count - len(makers))])]
    return makers[:count]


def event(rng: random.Random, kind_of: str, number: int) -> Node:
    """One event with a status and a time."""
    month, day = rng.randint(1, 12), rng.randint(1, 25)
    start = f"2024-{month:02d}-{day:02d}"
    end = f"2024-{month:02d}-{day + 2:02d}" if kind_of == "Visit" else ""
    told = Trait("start", start, (claim(f"It began on {start}, officials said.", start),))
    return Node(
        f"{BASE}event/{kind_of.lower()}-{number:04d}",
        f"{kind_of} of {start}",
        kind_of,
        status=rng.choice(STATUSES),
        starts=(start,),
        ends=(end,) if end else (),
        earliest=start,
        latest=end or start,
        traits=(told,),
    )


def invented(count: int, seed: int = 7) -> View:
    """A view of about ``count`` nodes, two fifths of them entities; most events stay between two neighbouring states."""
    rng = random.Random(seed)
    entities = people(max(8, count * 2 // 5))
    busy = {n.id: rng.paretovariate(1.3) for n in entities}
    states = {n.label: n for n in entities if n.type == "State"}
    homes = list(states)
    nodes, edges = list(entities), []
    for number in range(count - len(entities)):
        kind_of = rng.choice(sorted(ROLES))
        at = rng.randrange(len(homes))
        near = {homes[at], homes[(at + rng.choice((1, 1, 1, 5))) % len(homes)], ""}
        happening = event(rng, kind_of, number)
        parties: list[tuple[str, Node]] = []
        for role, types in ROLES[kind_of]:
            fitting = [n for n in entities if n.type in types and n not in [who for _, who in parties]]
            local = [n for n in fitting if (n.label if n.type == "State" else n.state) in near] or fitting
            if local:
                parties.append((role, rng.choices(local, [busy[n.id] for n in local])[0]))
        label = f"{kind_of} of {' and '.join(who.label for _, who in parties)}, {happening.starts[0]}"
        nodes.append(replace(happening, label=label))
        for role, who in parties:
            claims = [_report(rng, happening, role, who) for _ in range(rng.choice((1, 1, 2, 3)))]
            edges.append(edge(happening, role, who, claims))
    for n in entities:
        if n.type == "Delegation":
            edges.append(edge(n, "sentBy", states[n.state], [claim(f"The {n.label} came by sea.", n.label)]))
        elif n.type == "Person" and rng.random() < 0.4:
            text = f"{n.label}, defence minister of {n.state}, did not comment."
            edges.append(edge(n, "defence minister", states[n.state], [claim(text, f"{n.label}, defence minister")]))
    return View.of(nodes, {e.id: e for e in edges}.values())


def _report(rng: random.Random, happening: Node, role: str, who: Node) -> ClaimView:
    outlet = rng.choice(OUTLETS)
    quote = f"{who.label} took part as {role}"
    text = f"According to the {outlet}, {quote} in the {happening.type.lower()} of {happening.starts[0]}."
    return claim(text, quote, happening.starts[0], outlet, happening.status)
