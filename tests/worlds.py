"""A small world for tests: two invented articles on one visit, as extractions and their resolution, made by hand.

The queen's envoy Mira Tolane of the invented Republic of Avaria visits the invented Kingdom of Belmora. The second article
contradicts the first on the end of the visit and tells of an alleged arms transfer that Avaria denies.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg import ids
from kg.model import (
    PUBLISHER,
    Article,
    Claim,
    Entity,
    EntityType,
    Event,
    Extraction,
    Member,
    Merge,
    Naming,
    Referent,
    Report,
    Resolution,
    Span,
    Status,
)

EXTRACTOR = "hand 1.0"
FIRST_TEXT = (
    "Avarian Envoy Lands in Port Selin\n\n"
    "PORT SELIN, May 4 (Harbour News) — A delegation of Avaria led by Foreign Minister Mira Tolane arrived in Port Selin on "
    "Tuesday, the Belmora Press Office said. Ms. Tolane will stay in Belmora until Friday at the invitation of the Foreign "
    "Ministry of Belmora 🙂.\n\n"
    "“Our friendship is old,” Tolane said."
)
SECOND_TEXT = (
    "Tolane's visit\r\n\r\n"
    "Avaria's Foreign Minister Mira Tolane is visiting Belmora until Saturday. Critics in Corvenia say Avaria may have shipped "
    "rifles to Belmora in April. Avaria denied it."
)


def span(text: str, words: str, occurrence: int = 0) -> Span:
    """The span of ``words`` in the text, counting occurrences from 0."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def naming(text: str, words: str, form: str | None = "", occurrence: int = 0) -> Naming:
    """A naming at ``words``; its form is the words themselves unless told."""
    return Naming(span(text, words, occurrence), words if form == "" else form)


def referent(identifier: str, kind: EntityType, *namings: Naming, known: str | None = None, state: str | None = None) -> Referent:
    """A referent named as the namings do."""
    names = tuple(dict.fromkeys(n.form for n in namings if n.form is not None))
    return Referent(identifier, kind, names, namings, known, state)


def report(
    identifier: str, status: Status, evidence: Span, roles: Mapping[str, tuple[str, ...]], said_by: tuple[str, ...] = ()
) -> Report:
    """A report ``Type-...`` whose every claim has the report's evidence; values with ``=`` in front are literals."""
    claims = tuple(
        Claim(role, evidence, literal=value[1:]) if value.startswith("=") else Claim(role, evidence, referent=value)
        for role, values in roles.items()
        for value in values
    )
    return Report(identifier, identifier.split("-", maxsplit=1)[0], status, claims, said_by, evidence, 0.9, "hand")


def first() -> Extraction:
    """The article of Harbour News: arrival, visit until Friday, invitation, statement, delegation, role."""
    text = FIRST_TEXT
    article = Article(
        "harbour-1",
        text,
        title="Avarian Envoy Lands in Port Selin",
        outlet="Harbour News",
        published="2027-05-05",
        url="https://harbour.example/1",
        dateline="PORT SELIN",
        body_start=text.index("A delegation"),
        known_by={"outlet": "dateline", "published": "metadata"},
    )
    sentences = tuple(
        span(text, words)
        for words in (
            "Avarian Envoy Lands in Port Selin",
            text[text.index("A delegation") : text.index(" Ms. Tolane")],
            text[text.index("Ms. Tolane") : text.index("\n\n“")],
            "“Our friendship is old,” Tolane said.",
        )
    )
    referents = (
        referent("avaria", "State", naming(text, "Avaria", occurrence=1), known="state/AV"),
        referent("belmora", "State", naming(text, "Belmora", occurrence=1), known="state/BE"),
        referent("selin", "Place", naming(text, "Port Selin"), naming(text, "Port Selin", occurrence=1), state="belmora"),
        referent("tolane", "Person", naming(text, "Mira Tolane"), naming(text, "Tolane", occurrence=1), state="avaria"),
        referent("delegation", "Delegation", naming(text, "A delegation of Avaria", "delegation of Avaria"), state="avaria"),
        referent("press", "Organization", naming(text, "Belmora Press Office"), state="belmora"),
        referent("ministry", "Organization", naming(text, "Foreign Ministry of Belmora"), state="belmora"),
    )
    arrived = span(text, "A delegation of Avaria led by Foreign Minister Mira Tolane arrived in Port Selin on Tuesday")
    stay = span(text, "Ms. Tolane will stay in Belmora until Friday at the invitation of the Foreign Ministry of Belmora 🙂")
    reports = (
        report(
            "Arrival-1",
            "occurred",
            arrived,
            {"visitor": ("delegation",), "destination": ("selin",), "start": ("=2027-05-04",)},
            ("press",),
        ),
        report("Visit-1", "ongoing", stay, {"visitor": ("tolane",), "destination": ("belmora",), "end": ("=2027-05-07",)}),
        report("Invitation-1", "occurred", stay, {"inviter": ("ministry",), "invitee": ("tolane",), "destination": ("belmora",)}),
        report(
            "Delegation-1", "occurred", arrived, {"delegation": ("delegation",), "sent_by": ("avaria",), "led_by": ("tolane",)}
        ),
        report("Role-1", "occurred", arrived, {"person": ("tolane",), "title": ("=Foreign Minister",), "of": ("avaria",)}),
        report(
            "Statement-1",
            "occurred",
            span(text, "“Our friendship is old,” Tolane said"),
            {"speaker": ("tolane",), "topic": ("=old friendship",)},
        ),
    )
    return Extraction(article, sentences, referents, reports, EXTRACTOR)


def second() -> Extraction:
    """The article without outlet: the same visit but until Saturday, an alleged transfer, its denial."""
    text = SECOND_TEXT
    article = Article("other-2", text, title="Tolane's visit", published="2027-05-06", known_by={"published": "first line"})
    sentences = tuple(
        span(text, words)
        for words in (
            "Tolane's visit",
            "Avaria's Foreign Minister Mira Tolane is visiting Belmora until Saturday.",
            "Critics in Corvenia say Avaria may have shipped rifles to Belmora in April.",
            "Avaria denied it.",
        )
    )
    referents = (
        referent("avaria", "State", naming(text, "Avaria"), naming(text, "Avaria", occurrence=1), known="state/AV"),
        referent("belmora", "State", naming(text, "Belmora"), known="state/BE"),
        referent("corvenia", "State", naming(text, "Corvenia"), known="state/CO"),
        referent("tolane", "Person", naming(text, "Tolane"), naming(text, "Mira Tolane"), state="avaria"),
    )
    said = span(text, "Avaria may have shipped rifles to Belmora in April")
    minister = span(text, "Foreign Minister Mira Tolane")
    transfer = {"giver": ("avaria",), "recipient": ("belmora",), "topic": ("=rifles",), "start": ("=2027-04",)}
    reports = (
        report(
            "Visit-1",
            "ongoing",
            span(text, "Mira Tolane is visiting Belmora until Saturday"),
            {"visitor": ("tolane",), "destination": ("belmora",), "end": ("=2027-05-08",)},
        ),
        report("Transfer-1", "alleged", said, transfer, ("corvenia",)),
        report(
            "Transfer-2", "denied", span(text, "Avaria denied it"), {"giver": ("avaria",), "recipient": ("belmora",)}, ("avaria",)
        ),
        report("Denial-1", "occurred", span(text, "Avaria denied it"), {"agent": ("avaria",), "target": ("corvenia",)}),
        report("Role-1", "occurred", minister, {"person": ("tolane",), "title": ("=Foreign Minister",), "of": ("avaria",)}),
    )
    return Extraction(article, sentences, referents, reports, EXTRACTOR)


def world() -> tuple[Extraction, ...]:
    """Both articles."""
    return first(), second()


def resolution() -> Resolution:
    """Who is who in both articles."""
    entities = tuple(_entities())
    events = tuple(_events())
    entity_of: dict[Member, str] = {m: e.id for e in entities for m in e.members}
    event_of: dict[Member, str] = {m: e.id for e in events for m in e.members}
    return Resolution(entities, events, entity_of, event_of)


def entity_id(label: str) -> str:
    """Local name of the entity with that label."""
    return ids.entity_id(label, label)


def event_id(label: str) -> str:
    """Local name of the event, or role holding, with that label."""
    return ids.entity_id(label, "event " + label)


def _entities() -> list[Entity]:
    one, two = "harbour-1", "other-2"
    avaria, belmora = entity_id("Avaria"), entity_id("Belmora")
    same_name = Merge((one, "tolane"), (two, "tolane"), "same-name", "both are called Mira Tolane")
    iri = "http://www.wikidata.org/entity/Q0"

    def make(label: str, kind: EntityType, *members: Member, names: tuple[str, ...] = (), state: str | None = None) -> Entity:
        return Entity(entity_id(label), kind, label, (label, *names), members, state=state)

    return [
        Entity(avaria, "State", "Avaria", ("Avaria",), ((one, "avaria"), (two, "avaria")), state=avaria, same_as=(iri + "1",)),
        Entity(
            belmora, "State", "Belmora", ("Belmora",), ((one, "belmora"), (two, "belmora")), state=belmora, same_as=(iri + "2",)
        ),
        make("Corvenia", "State", (two, "corvenia"), state=entity_id("Corvenia")),
        make("Port Selin", "Place", (one, "selin"), state=belmora),
        Entity(
            entity_id("Mira Tolane"),
            "Person",
            "Mira Tolane",
            ("Mira Tolane", "Tolane"),
            ((one, "tolane"), (two, "tolane")),
            state=avaria,
            merges=(same_name,),
        ),
        make("Delegation of Avaria", "Delegation", (one, "delegation"), state=avaria),
        make("Belmora Press Office", "Organization", (one, "press"), state=belmora),
        Entity(
            entity_id("Foreign Ministry of Belmora"),
            "Organization",
            "Foreign Ministry of Belmora",
            ("Foreign Ministry of Belmora",),
            ((one, "ministry"),),
            kind="GovernmentBody",
            state=belmora,
        ),
        Entity(entity_id("Harbour News"), "Organization", "Harbour News", ("Harbour News",), ((one, PUBLISHER),), kind="Outlet"),
    ]


def _events() -> list[Event]:
    one, two = "harbour-1", "other-2"
    visit, arrival, invitation = event_id("tolane visit"), event_id("arrival"), event_id("invitation")
    merge = Merge((one, "Visit-1"), (two, "Visit-1"), "same-visitor", "same visitor, same destination, dates within two days")
    return [
        Event(visit, "Visit", "", "ongoing", ((one, "Visit-1"), (two, "Visit-1")), (merge,), preceded_by=invitation),
        Event(arrival, "Arrival", "", "occurred", ((one, "Arrival-1"),), part_of=visit),
        Event(invitation, "Invitation", "", "occurred", ((one, "Invitation-1"),)),
        Event(entity_id("Delegation of Avaria"), "Delegation", "", "occurred", ((one, "Delegation-1"),)),
        Event(event_id("tolane minister"), "Role", "", "occurred", ((one, "Role-1"), (two, "Role-1"))),
        Event(event_id("statement"), "Statement", "", "occurred", ((one, "Statement-1"),)),
        Event(event_id("transfer"), "Transfer", "", "denied", ((two, "Transfer-1"), (two, "Transfer-2"))),
        Event(event_id("denial"), "Denial", "", "occurred", ((two, "Denial-1"),)),
    ]
