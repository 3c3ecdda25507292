"""The graph that the small world makes: its shape, its one rule for direct facts, and the checks on evidence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg import vocabulary as v
from kg.config import data_dir
from kg.emit import terms, triples
from kg.emit.dates import bounds, days
from kg.emit.labels import label
from kg.errors import EvidenceError, KgError
from kg.model import Claim, Extraction, Referent, Span
from kg.terms import parse, split
from tests import goldworld
from tests.worlds import entity_id, event_id, first, resolution, second, world

VISIT = f"<{v.EVENT}{event_id('tolane visit')}>"
TRANSFER = f"<{v.EVENT}{event_id('transfer')}>"
ROLE = f"<{v.ROLE}{event_id('tolane minister')}>"
DELEGATION = f"<{v.ENTITY}{entity_id('Delegation of Avaria')}>"
Triples = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def graph() -> Triples:
    return {found for line in triples(world(), resolution()) if (found := split(line))}


def objects(graph: Triples, subject: str, predicate: str) -> set[str]:
    return {o for s, p, o in graph if s == subject and p == f"<{predicate}>"}


def subjects(graph: Triples, predicate: str, value: str) -> set[str]:
    return {s for s, p, o in graph if p == f"<{predicate}>" and o == value}


def entity(label: str) -> str:
    return f"<{v.ENTITY}{entity_id(label)}>"


def test_events_have_class_type_and_one_status(graph: Triples) -> None:
    assert objects(graph, VISIT, v.RDF_TYPE) == {f"<{v.EVENT_CLASS}>", f"<{v.VISIT_CLASS}>"}
    assert objects(graph, VISIT, v.EVENT_TYPE) == {f"<{v.TYPE}Visit>"}
    assert objects(graph, VISIT, v.STATUS) == {f"<{v.STATUS_OF}ongoing>"}


def test_what_is_only_alleged_or_denied_is_no_event_and_has_no_facts(graph: Triples) -> None:
    assert objects(graph, TRANSFER, v.RDF_TYPE) == {f"<{v.ALLEGED_EVENT_CLASS}>"}
    assert objects(graph, TRANSFER, v.EVENT_TYPE) == {f"<{v.TYPE}Transfer>"}
    for predicate in v.ROLES["Transfer"].values():
        assert objects(graph, TRANSFER, predicate) == set()
    claims = subjects(graph, v.STATEMENT_SUBJECT, TRANSFER)
    modalities = {m for c in claims for m in objects(graph, c, v.MODALITY)}
    assert modalities == {f"<{v.MODALITY_OF}speculated>", f"<{v.MODALITY_OF}denied>"}


def test_disagreement_is_kept(graph: Triples) -> None:
    assert {parse(o).value for o in objects(graph, VISIT, v.END)} == {"2027-05-07", "2027-05-08"}
    assert objects(graph, VISIT, v.END_EARLIEST) == {terms.day("2027-05-07")}
    assert objects(graph, VISIT, v.END_LATEST) == {terms.day("2027-05-08")}


def test_roles_and_delegations_are_about_their_own_nodes(graph: Triples) -> None:
    assert objects(graph, ROLE, v.RDF_TYPE) == {f"<{v.ROLE_HOLDING_CLASS}>"}
    assert objects(graph, ROLE, v.POST_TITLE) == {'"Foreign Minister"'}
    assert objects(graph, ROLE, v.HOLDER) == {entity("Mira Tolane")}
    assert objects(graph, ROLE, v.BODY) == {entity("Avaria")}
    assert objects(graph, ROLE, v.ATTESTED_ON) == {terms.day("2027-05-05"), terms.day("2027-05-06")}
    assert objects(graph, DELEGATION, v.LED_BY) == {entity("Mira Tolane")}
    assert objects(graph, DELEGATION, v.SENT_BY) == {entity("Avaria")}
    assert DELEGATION in {o for _, p, o in graph if p == f"<{v.REPORTS}>"}


def test_who_says_it(graph: Triples) -> None:
    arrival = f"<{v.EVENT}{event_id('arrival')}>"
    speakers = {s for c in subjects(graph, v.STATEMENT_SUBJECT, arrival) for s in objects(graph, c, v.SAID_BY)}
    assert speakers == {entity("Belmora Press Office")}
    (report,) = subjects(graph, v.REPORTS, arrival)
    assert objects(graph, report, v.SAID_BY) == {entity("Belmora Press Office")}
    visits = subjects(graph, v.REPORTS, VISIT)
    assert {s for r in visits for s in objects(graph, r, v.SAID_BY)} == set()
    speakers = {s for c in subjects(graph, v.STATEMENT_SUBJECT, VISIT) for s in objects(graph, c, v.SAID_BY)}
    assert entity("Harbour News") in speakers
    assert len(speakers) == 2  # the other article has no outlet: the unknown one
    (unknown,) = speakers - {entity("Harbour News")}
    assert objects(graph, unknown, v.RDF_TYPE) == {f"<{v.OUTLET_CLASS}>", f"<{v.ORGANIZATION_CLASS}>"}
    assert objects(graph, unknown, v.LABEL) == {'"unknown outlet"@en'}


def test_names_and_mentions(graph: Triples) -> None:
    forms = {parse(o).value for m in subjects(graph, v.REFERS_TO, entity("Mira Tolane")) for o in objects(graph, m, v.FORM)}
    assert forms == {"Mira Tolane", "Tolane"}


def test_links_and_reasons(graph: Triples) -> None:
    assert objects(graph, entity("Avaria"), v.SAME_AS) == {"<http://www.wikidata.org/entity/Q01>"}
    assert {parse(o).value for o in objects(graph, VISIT, v.MERGE_REASON)} == {
        "same-visitor: same visitor, same destination, dates within two days"
    }
    assert objects(graph, VISIT, v.PRECEDED_BY) == {f"<{v.EVENT}{event_id('invitation')}>"}


def test_a_sentence_for_every_span(graph: Triples) -> None:
    spans = subjects(graph, v.RDF_TYPE, f"<{v.SPAN_CLASS}>")
    assert spans
    for span in spans:
        (sentence,) = objects(graph, span, v.SENTENCE)
        (words,), (quote,) = objects(graph, sentence, v.EXACT), objects(graph, span, v.EXACT)
        assert parse(quote).value in parse(words).value


@pytest.mark.parametrize("bad", [Span(-1, 4), Span(4, 4), Span(9, 3), Span(0, 10_000)])
def test_evidence_outside_the_article_stops_the_run(bad: Span) -> None:
    extraction = second()
    report = replace(extraction.reports[0], claims=(Claim("visitor", bad, referent="tolane"),))
    with pytest.raises(EvidenceError):
        list(triples([first(), replace(extraction, reports=(report, *extraction.reports[1:]))], resolution()))


def test_an_unknown_role_and_an_unresolved_referent_stop_the_run() -> None:
    extraction = second()
    report = replace(extraction.reports[0], claims=(Claim("honoree", Span(0, 4), referent="tolane"),))
    with pytest.raises(KgError, match="no role"):
        list(triples([replace(extraction, reports=(report,))], resolution()))
    stranger = Referent("stranger", "Person", (), ())
    with pytest.raises(KgError, match="not resolved"):
        list(triples([replace(extraction, referents=(stranger,))], resolution()))


def test_low_confidence_writes_no_fact_but_keeps_the_claim() -> None:
    graph = {found for line in triples(world(), resolution(), min_confidence=0.95) if (found := split(line))}
    assert objects(graph, VISIT, v.VISITOR) == set()
    assert subjects(graph, v.STATEMENT_SUBJECT, VISIT)


def hostile(text: str) -> Extraction:
    extraction = first()
    article = replace(extraction.article, title=text, url=text, outlet=text, byline=text)
    referents = tuple(replace(r, namings=tuple(replace(n, form=text) for n in r.namings)) for r in extraction.referents)
    return replace(extraction, article=article, referents=referents)


HOSTILE = ('"> <evil:x> <evil:y> "', "\n<a:a> <a:b> <a:c> .\n", "http://evil.example/<script>", "\\", "\u2028\x85")
OURS = tuple(f"<{namespace}" for namespace in (v.BASE, v.WIKIDATA, v.RDF, v.RDFS, v.SCHEMA, v.SKOS))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_an_iri_or_a_line(text: str) -> None:
    for line in triples([hostile(text)], resolution()):
        found = split(line)
        assert found is not None
        for term in found:
            assert not term.startswith("<") or term.startswith(OURS), term


def test_a_local_name_cannot_leave_its_namespace() -> None:
    assert terms.minted(v.ENTITY, "a> <b:c> <d") == f"<{v.ENTITY}a%3E%20%3Cb%3Ac%3E%20%3Cd>"
    assert terms.linked("javascript:alert(1)") is None
    assert terms.linked("http://x.example/ y") is None


def test_literals_are_canonical() -> None:
    assert [parse(terms.decimal(n)).value for n in (1.0, 0.0, 0.53, 0.9000, 1 / 3)] == ["1", "0", "0.53", "0.9", "0.3333"]
    assert parse(terms.edtf("2027-05")).datatype == v.EDTF_EDTF
    assert parse(terms.edtf("Friday")).datatype == ""
    assert parse(terms.edtf("2027-13")).datatype == ""


def test_bounds() -> None:
    assert days("2024-02") == ("2024-02-01", "2024-02-29")
    assert days("2027") == ("2027-01-01", "2027-12-31")
    assert days("2027-02-30") is None
    assert bounds([]) is None
    assert bounds(["2027-05", "2027-05-04"]) == ("2027-05-04", "2027-05-04")
    assert bounds(["2027-05-04", "2027-05-06", "2027"]) == ("2027-05-04", "2027-05-06")


WORDS = {
    "Ada Moreno": ("person", "visitor", "invitee", "guest", "speaker", "led_by", "sender"),
    "Avaria": ("of", "sent_by", "agent", "giver"),
    "Belmora": ("destination", "origin", "place", "host", "inviter", "organizer", "target", "recipient"),
    "Harvest Day": ("occasion",),
    "Minister of Trade": ("title",),
    "Tomas Lind": ("honoree",),
    "trade": ("topic",),
}
SPECIAL: dict[str, dict[str, list[str]]] = {
    "Agreement": {"party": ["Belmora", "Avaria"]},
    "Commemoration": {"place": []},
    "Conflict": {"place": []},
    "Meeting": {"participant": ["Tomas Lind", "Ada Moreno"]},
    "Message": {"recipient": ["Tomas Lind"]},
    "Tribute": {"agent": ["Ada Moreno"]},
}


def test_labels_are_as_their_examples() -> None:
    patterns = tomllib.loads((data_dir("ontology") / "labels.toml").read_text(encoding="utf-8"))
    assert set(patterns) == set(v.ROLES)
    words = {role: [word] for word, roles in WORDS.items() for role in roles}
    for kind, pattern in patterns.items():
        assert {role for _, role in pattern["parts"]} <= set(v.ROLES[kind])
        start = "2027-05-04" if pattern["example"].endswith("4 May 2027") else None
        assert label(kind, "occurred", words | SPECIAL.get(kind, {}), start) == pattern["example"]


def test_labels_say_what_is_not_so() -> None:
    assert label("Visit", "planned", {"visitor": ["Ada Moreno"]}, "2027-05") == "Planned visit by Ada Moreno, May 2027"
    assert label("Transfer", "denied", {}) == "Denied transfer"
    assert label("Role", "occurred", {}) == "Role"
    many = {"participant": ["A", "B", "C", "D", "E"]}
    assert label("Meeting", "occurred", many) == "Meeting of A, B, C and others"


@pytest.mark.skipif(not goldworld.present("seeds"), reason="the development set is not beside the repository")
def test_every_span_of_the_gold_set_reads_as_its_article() -> None:
    extractions = goldworld.extractions("seeds")
    exact = [line for line in triples(extractions, goldworld.resolution("seeds")) if f"<{v.EXACT}>" in line]
    texts = [e.article.text for e in extractions]
    assert len(exact) > 100
    for line in exact:
        found = split(line)
        assert found is not None
        assert any(parse(found[2]).value in text for text in texts)


def test_an_event_is_written_as_soon_as_its_last_report_has_come() -> None:
    early, late = first(), second()
    done: list[str] = []

    def one_by_one() -> Iterator[Extraction]:
        for extraction in (early, late):
            yield extraction
            done.append(extraction.article.name)

    when = {line: list(done) for line in triples(one_by_one(), resolution())}
    alone = {e for (name, _), e in resolution().event_of.items() if name == early.article.name}
    alone -= {e for (name, _), e in resolution().event_of.items() if name != early.article.name}
    labels = {line: at for line, at in when.items() if line.startswith(f"<{v.EVENT}") and v.LABEL in line}
    written = [at for line, at in labels.items() if any(e in line for e in alone)]
    assert written
    assert all(at == [] for at in written)
