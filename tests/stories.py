"""Small views with a plot, for tests of the page: one with a contradiction in it, one whose every text tries to run."""

from __future__ import annotations

from dataclasses import replace

from kg.render import ClaimView, Edge, Node, Text, Trait, View
from tests.invented import claim, edge, entity

HOSTILE = "<script>window.pwned = 1</script>"
BREAKOUT = '"><img src=x onerror="window.pwned = 2">'
CLOSING = "</script><script>window.pwned = 3</script>"
HEADLINE = "<b>𝔄 headline</b>"
SILENT = "Nothing is said here."


def hostile() -> View:
    """Names, quotes, outlets, roles and addresses that try to run."""
    who = entity(HOSTILE, "Person", names=(BREAKOUT, CLOSING))
    body = entity(BREAKOUT, "Organization", state=CLOSING)
    trait = Trait(CLOSING, BREAKOUT, (claim(HOSTILE, HOSTILE),))
    event = Node("https://w3id.org/attache/event/x", CLOSING, "Visit", kind=HOSTILE, status="alleged", traits=(trait,))
    said = ClaimView(
        BREAKOUT,
        f"{HOSTILE} {BREAKOUT}",
        len(HOSTILE) + 1,
        CLOSING,
        BREAKOUT,
        "javascript:window.pwned=4",
        HOSTILE,
        "2024-01-01",
        CLOSING,
    )
    return View.of([who, body, event], [edge(event, "visitor", who, [said]), edge(event, HOSTILE, body, [said])])


def story() -> View:
    """Ann is to visit Velmora; two outlets differ about the day; a far event in another year."""
    ann = entity("Ann Brávo", "Person", "Karsund", names=("A. Bravo",))
    land = entity("Velmora", "State")
    days = tuple(
        Trait(
            "start", day, (replace(claim(f"She leaves on {day}, 😀 it says.", day, "2024-05-03", outlet), id=day, against=other),)
        )
        for day, outlet, other in (
            ("2024-05-06", "Strait Courier", ("2024-05-07",)),
            ("2024-05-07", "Velmora Gazette", ("2024-05-06", "unknown")),
        )
    )
    trip = Node(
        "https://w3id.org/attache/event/trip",
        "Visit of Ann Brávo to Velmora",
        "Visit",
        status="planned",
        starts=("2024-05-06", "2024-05-07"),
        earliest="2024-05-06",
        latest="2024-05-07",
        traits=days,
    )
    old = Node(
        "https://w3id.org/attache/event/old",
        "Talks",
        "Meeting",
        status="occurred",
        starts=("2023-01-02",),
        earliest="2023-01-02",
        latest="2023-01-02",
    )
    said = claim(
        "😀 Officials said Ann Brávo will travel to Velmora.", "Ann Brávo will travel", "2024-05-03", "Strait Courier", "planned"
    )
    denied = claim("No trip is set, the Gazette was told.", "No trip is set", "2024-05-04", "Velmora Gazette", "denied")
    edges = [
        edge(trip, "visitor", ann, [said, denied]),
        edge(trip, "destination", land, [said]),
        edge(old, "participant", ann, [said]),
    ]
    return View.of([ann, land, trip, old], edges)


def named(view: View, label: str) -> Node:
    """The node with that label."""
    return next(n for n in view.nodes if n.label == label)


def readable(view: View) -> tuple[View, tuple[Text, ...]]:
    """The view and articles made of its sentences, with every claim in its place; a line before the first belongs to none."""
    told: dict[str, list[ClaimView]] = {}
    for c in [c for e in view.edges for c in e.claims] + [c for n in view.nodes for t in n.traits for c in t.claims]:
        told.setdefault(c.article, []).append(c)
    texts, begins = [], {}
    for article, claims in sorted(told.items()):
        text, spans = f"{HEADLINE}\n\n", []
        for sentence in dict.fromkeys([*(c.sentence for c in claims), SILENT]):
            begins[article, sentence] = len(text)
            spans.append((len(text), len(text) + len(sentence)))
            text += f"{sentence}\n\n"
        first = claims[0]
        texts.append(Text(article, text, tuple(spans), first.title, first.url, first.outlet, first.published))

    def placed(thing: Edge | Trait) -> tuple[ClaimView, ...]:
        return tuple(replace(c, start=begins[c.article, c.sentence] + c.offset) for c in thing.claims)

    nodes = [replace(n, traits=tuple(replace(t, claims=placed(t)) for t in n.traits)) for n in view.nodes]
    return View.of(nodes, [replace(e, claims=placed(e)) for e in view.edges]), tuple(texts)


def denial() -> View:
    """Karsund is said to have shipped rifles, which it denies."""
    land = entity("Karsund", "State")
    shipped = Node(f"{land.id}-transfer", "Transfer by Karsund: rifles", "Transfer", status="alleged")
    denied = Node(f"{land.id}-denial", "Denial by Karsund: rifles", "Denial", status="occurred")
    one = replace(
        claim("Karsund shipped rifles, the Gazette says.", "Karsund shipped", outlet="Velmora Gazette", status="alleged"),
        id="one",
    )
    two = replace(claim("Karsund denied it.", "Karsund denied", outlet="Karsund Tidende"), id="two", against=("one",))
    three = replace(claim("It never shipped any, it says.", "never shipped", status="denied"), id="three", against=("one",))
    edges = [edge(shipped, "giver", land, [replace(one, against=("two", "three")), three]), edge(denied, "agent", land, [two])]
    return View.of([land, shipped, denied], edges)
