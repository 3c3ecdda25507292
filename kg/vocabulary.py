"""Every IRI and prefix of the graph, once; ``tests/unit/test_vocabulary.py`` holds this equal to ``ontology/``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

BASE: Final = "https://w3id.org/attache/"
KG: Final = BASE + "ont#"
ENTITY: Final = BASE + "id/"
EVENT: Final = BASE + "event/"
ROLE: Final = BASE + "role/"
ARTICLE: Final = BASE + "article/"
SPAN: Final = BASE + "span/"
CLAIM: Final = BASE + "claim/"
REPORT: Final = BASE + "report/"
RUN: Final = BASE + "run/"
TYPE: Final = BASE + "eventtype/"
STATUS_OF: Final = BASE + "status/"
MODALITY_OF: Final = BASE + "modality/"
PLOVER: Final = BASE + "plover/"
CAMEO: Final = BASE + "cameo/"

DCTERMS: Final = "http://purl.org/dc/terms/"
EDTF: Final = "http://id.loc.gov/datatypes/edtf/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ORG: Final = "http://www.w3.org/ns/org#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA: Final = "https://schema.org/"
SEM: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
WIKIDATA: Final = "http://www.wikidata.org/entity/"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "art": ARTICLE,
        "cameo": CAMEO,
        "claim": CLAIM,
        "dcterms": DCTERMS,
        "edtf": EDTF,
        "ev": EVENT,
        "foaf": FOAF,
        "id": ENTITY,
        "kg": KG,
        "mod": MODALITY_OF,
        "org": ORG,
        "owl": OWL,
        "plover": PLOVER,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "report": REPORT,
        "role": ROLE,
        "run": RUN,
        "schema": SCHEMA,
        "sem": SEM,
        "skos": SKOS,
        "span": SPAN,
        "st": STATUS_OF,
        "type": TYPE,
        "wd": WIKIDATA,
        "xsd": XSD,
    }
)

# Words of others
RDF_TYPE: Final = RDF + "type"
STATEMENT_SUBJECT: Final = RDF + "subject"
STATEMENT_PREDICATE: Final = RDF + "predicate"
STATEMENT_OBJECT: Final = RDF + "object"
LABEL: Final = RDFS + "label"
ALT_LABEL: Final = SKOS + "altLabel"
SAME_AS: Final = SCHEMA + "sameAs"
HEADLINE: Final = SCHEMA + "headline"
PUBLISHER: Final = SCHEMA + "publisher"
DATE_PUBLISHED: Final = SCHEMA + "datePublished"
URL: Final = SCHEMA + "url"
IN_LANGUAGE: Final = SCHEMA + "inLanguage"
AUTHOR: Final = SCHEMA + "author"
LICENCE: Final = SCHEMA + "license"

XSD_DATE: Final = XSD + "date"
XSD_DECIMAL: Final = XSD + "decimal"
XSD_INTEGER: Final = XSD + "integer"
XSD_ANY_URI: Final = XSD + "anyURI"
EDTF_EDTF: Final = EDTF + "EDTF"

# Classes
ACTOR_CLASS: Final = KG + "Actor"
AGREEMENT_CLASS: Final = KG + "Agreement"
ALLEGED_EVENT_CLASS: Final = KG + "AllegedEvent"
APPOINTMENT_CLASS: Final = KG + "Appointment"
ARRIVAL_CLASS: Final = KG + "Arrival"
ARTICLE_CLASS: Final = KG + "Article"
CLAIM_CLASS: Final = KG + "Claim"
COMMEMORATION_CLASS: Final = KG + "Commemoration"
CONFLICT_CLASS: Final = KG + "Conflict"
CRITICISM_CLASS: Final = KG + "Criticism"
DELEGATION_CLASS: Final = KG + "Delegation"
DENIAL_CLASS: Final = KG + "Denial"
DEPARTURE_CLASS: Final = KG + "Departure"
EVENT_CLASS: Final = KG + "Event"
EXTRACTION_RUN_CLASS: Final = KG + "ExtractionRun"
FACT_PROPERTY_CLASS: Final = KG + "FactProperty"
GOVERNMENT_BODY_CLASS: Final = KG + "GovernmentBody"
HOSTING_CLASS: Final = KG + "Hosting"
INVITATION_CLASS: Final = KG + "Invitation"
MEETING_CLASS: Final = KG + "Meeting"
MENTION_CLASS: Final = KG + "Mention"
MESSAGE_CLASS: Final = KG + "Message"
OCCASION_CLASS: Final = KG + "Occasion"
ORGANIZATION_CLASS: Final = KG + "Organization"
OUTLET_CLASS: Final = KG + "Outlet"
PERSON_CLASS: Final = KG + "Person"
PLACE_CLASS: Final = KG + "Place"
PLEDGE_CLASS: Final = KG + "Pledge"
REPORT_CLASS: Final = KG + "Report"
RESTRICTION_CLASS: Final = KG + "Restriction"
ROLE_HOLDING_CLASS: Final = KG + "RoleHolding"
SENTENCE_CLASS: Final = KG + "Sentence"
SINGLE_VALUED_CLASS: Final = KG + "SingleValued"
SPAN_CLASS: Final = KG + "Span"
STATE_CLASS: Final = KG + "State"
STATEMENT_CLASS: Final = KG + "Statement"
SUPPORT_CLASS: Final = KG + "Support"
SYMMETRIC_ROLE_CLASS: Final = KG + "SymmetricRole"
TRANSFER_CLASS: Final = KG + "Transfer"
TRIBUTE_CLASS: Final = KG + "Tribute"
VISIT_CLASS: Final = KG + "Visit"

# Properties
ADDRESSEE: Final = KG + "addressee"
AGENCY_CREDIT: Final = KG + "agencyCredit"
AGENT: Final = KG + "agent"
AS_CLASS: Final = KG + "asClass"
ATTESTED_ON: Final = KG + "attestedOn"
BODY: Final = KG + "body"
CONFIDENCE: Final = KG + "confidence"
CONTRADICTS: Final = KG + "contradicts"
DATELINE: Final = KG + "dateline"
DESTINATION: Final = KG + "destination"
DIFFERS_FROM: Final = KG + "differsFrom"
END: Final = KG + "end"
END_CHAR: Final = KG + "endChar"
END_EARLIEST: Final = KG + "endEarliest"
END_LATEST: Final = KG + "endLatest"
EVENT_TYPE: Final = KG + "eventType"
EVIDENCE: Final = KG + "evidence"
EXACT: Final = KG + "exact"
EXTRACTED_BY: Final = KG + "extractedBy"
FACT_TYPE: Final = KG + "factType"
FORM: Final = KG + "form"
GIVER: Final = KG + "giver"
GUEST: Final = KG + "guest"
HAS_MEMBER: Final = KG + "hasMember"
HAS_ROLE: Final = KG + "hasRole"
HOLDER: Final = KG + "holder"
HONOREE: Final = KG + "honoree"
HOST: Final = KG + "host"
IN_ARTICLE: Final = KG + "inArticle"
IN_REPORT: Final = KG + "inReport"
INVITEE: Final = KG + "invitee"
INVITER: Final = KG + "inviter"
KIND: Final = KG + "kind"
KNOWN_BY: Final = KG + "knownBy"
LED_BY: Final = KG + "ledBy"
MERGE_REASON: Final = KG + "mergeReason"
MODALITY: Final = KG + "modality"
NAME: Final = KG + "name"
OCCASION: Final = KG + "occasion"
ORGANIZER: Final = KG + "organizer"
ORIGIN: Final = KG + "origin"
PART_OF: Final = KG + "partOf"
PARTICIPANT: Final = KG + "participant"
PARTY: Final = KG + "party"
PERSON: Final = KG + "person"
PL_ACTOR: Final = KG + "plActor"
PL_RECIPIENT: Final = KG + "plRecipient"
PLACE: Final = KG + "place"
POST_TITLE: Final = KG + "postTitle"
PRECEDED_BY: Final = KG + "precededBy"
RECIPIENT: Final = KG + "recipient"
REFERS_TO: Final = KG + "refersTo"
RELAYED_BY: Final = KG + "relayedBy"
REPORTED_STATUS: Final = KG + "reportedStatus"
REPORTS: Final = KG + "reports"
ROLE_NAME: Final = KG + "roleName"
RULE: Final = KG + "rule"
SAID_BY: Final = KG + "saidBy"
SENDER: Final = KG + "sender"
SENT_BY: Final = KG + "sentBy"
SENTENCE: Final = KG + "sentence"
SENTENCE_NUMBER: Final = KG + "sentenceNumber"
SIZE: Final = KG + "size"
SPEAKER: Final = KG + "speaker"
START: Final = KG + "start"
START_CHAR: Final = KG + "startChar"
START_EARLIEST: Final = KG + "startEarliest"
START_LATEST: Final = KG + "startLatest"
STATE: Final = KG + "state"
STATUS: Final = KG + "status"
TARGET: Final = KG + "target"
TEXT_SHA256: Final = KG + "textSha256"
TOPIC: Final = KG + "topic"
VISITOR: Final = KG + "visitor"

# The guide's roles of each fact type, as properties. Role and Delegation facts are about a role holding and a delegation.
ROLES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "Role": MappingProxyType({"person": HOLDER, "title": POST_TITLE, "of": BODY}),
        "Delegation": MappingProxyType({"sent_by": SENT_BY, "led_by": LED_BY, "member": HAS_MEMBER, "kind": KIND, "size": SIZE}),
        "Visit": MappingProxyType(
            {
                "visitor": VISITOR,
                "destination": DESTINATION,
                "host": HOST,
                "occasion": OCCASION,
                "start": START,
                "end": END,
                "kind": KIND,
            }
        ),
        "Arrival": MappingProxyType({"visitor": VISITOR, "destination": DESTINATION, "start": START}),
        "Departure": MappingProxyType({"visitor": VISITOR, "origin": ORIGIN, "start": START}),
        "Invitation": MappingProxyType(
            {"inviter": INVITER, "invitee": INVITEE, "destination": DESTINATION, "occasion": OCCASION}
        ),
        "Meeting": MappingProxyType({"participant": PARTICIPANT, "place": PLACE, "topic": TOPIC, "start": START}),
        "Hosting": MappingProxyType({"host": HOST, "guest": GUEST, "place": PLACE, "occasion": OCCASION, "start": START}),
        "Commemoration": MappingProxyType(
            {"organizer": ORGANIZER, "occasion": OCCASION, "participant": PARTICIPANT, "place": PLACE, "start": START, "end": END}
        ),
        "Tribute": MappingProxyType({"agent": AGENT, "honoree": HONOREE, "place": PLACE, "start": START}),
        "Statement": MappingProxyType({"speaker": SPEAKER, "addressee": ADDRESSEE, "topic": TOPIC, "start": START}),
        "Support": MappingProxyType({"agent": AGENT, "target": TARGET, "topic": TOPIC}),
        "Criticism": MappingProxyType({"agent": AGENT, "target": TARGET, "topic": TOPIC}),
        "Denial": MappingProxyType({"agent": AGENT, "target": TARGET, "topic": TOPIC}),
        "Pledge": MappingProxyType({"agent": AGENT, "target": TARGET, "topic": TOPIC}),
        "Agreement": MappingProxyType({"party": PARTY, "topic": TOPIC, "start": START, "place": PLACE}),
        "Message": MappingProxyType({"sender": SENDER, "recipient": RECIPIENT, "occasion": OCCASION, "start": START}),
        "Transfer": MappingProxyType({"giver": GIVER, "recipient": RECIPIENT, "topic": TOPIC, "start": START}),
        "Conflict": MappingProxyType({"agent": AGENT, "target": TARGET, "place": PLACE, "start": START, "end": END}),
        "Restriction": MappingProxyType({"agent": AGENT, "target": TARGET, "start": START, "topic": TOPIC}),
        "Appointment": MappingProxyType({"person": PERSON, "title": POST_TITLE, "of": BODY, "start": START}),
    }
)
FACT_CLASS: Final[Mapping[str, str]] = MappingProxyType(
    {kind: KG + ("RoleHolding" if kind == "Role" else kind) for kind in ROLES}
)

# How a claim is put, by the status of its report; only claims of an affirmed modality write direct facts.
MODALITY_BY_STATUS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "occurred": MODALITY_OF + "reported",
        "ongoing": MODALITY_OF + "reported",
        "planned": MODALITY_OF + "planned",
        "cancelled": MODALITY_OF + "cancelled",
        "denied": MODALITY_OF + "denied",
        "alleged": MODALITY_OF + "speculated",
    }
)
SINGLE_VALUED: Final = frozenset({LED_BY, SIZE, START, END})  # two values of one subject are a contradiction to show
AFFIRMED: Final = frozenset(MODALITY_OF + word for word in ("reported", "confirmed", "planned"))
