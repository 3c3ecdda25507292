"""The vocabulary module and the ontology say the same, both ways."""

from __future__ import annotations

from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef

from kg import vocabulary as v
from kg.config import data_dir
from kg.model import STATUSES, EntityType

DECLARED = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    folder = data_dir("ontology")
    return Graph().parse(folder / "kg.ttl").parse(folder / "eventtypes.ttl")


def constants() -> set[str]:
    return {value for value in vars(v).values() if isinstance(value, str) and value.startswith(v.KG)} - {v.KG}


def test_same_terms_as_the_ontology(ontology: Graph) -> None:
    declared = {str(term) for kind in DECLARED for term in ontology.subjects(RDF.type, kind)}
    assert constants() == declared


def test_each_iri_stands_once() -> None:
    values = [value for value in vars(v).values() if isinstance(value, str) and "://" in value]
    assert len(values) == len(set(values))


def test_roles_are_those_of_the_ontology(ontology: Graph) -> None:
    for kind, roles in v.ROLES.items():
        told = {str(p) for p in ontology.objects(URIRef(v.FACT_CLASS[kind]), URIRef(v.HAS_ROLE))}
        assert told == set(roles.values()), kind
        for name, predicate in roles.items():
            assert (URIRef(predicate), URIRef(v.ROLE_NAME), Literal(name)) in ontology
            assert (URIRef(predicate), RDF.type, URIRef(v.FACT_PROPERTY_CLASS)) in ontology
    claimable = {str(p) for p in ontology.subjects(RDF.type, URIRef(v.FACT_PROPERTY_CLASS))}
    assert claimable == {p for roles in v.ROLES.values() for p in roles.values()}
    assert claimable == {str(p) for p in ontology.subjects(URIRef(v.ROLE_NAME), None)}


def test_single_valued_properties_are_those_of_the_ontology(ontology: Graph) -> None:
    assert {str(p) for p in ontology.subjects(RDF.type, URIRef(v.SINGLE_VALUED_CLASS))} == v.SINGLE_VALUED


def test_every_type_has_its_concept_and_its_class(ontology: Graph) -> None:
    for kind, cls in v.FACT_CLASS.items():
        concept = URIRef(v.TYPE + kind)
        assert (concept, SKOS.notation, Literal(kind)) in ontology
        assert (concept, URIRef(v.AS_CLASS), URIRef(cls)) in ontology
    assert {str(c) for c in ontology.subjects(URIRef(v.AS_CLASS), None)} == {v.TYPE + kind for kind in v.FACT_CLASS}


def test_every_type_is_matched_to_plover_and_cameo_or_says_why_not(ontology: Graph) -> None:
    for kind in v.FACT_CLASS:
        concept = URIRef(v.TYPE + kind)
        matches = {str(o) for p in (SKOS.closeMatch, SKOS.broadMatch) for o in ontology.objects(concept, p)}
        note = " ".join(str(o) for o in ontology.objects(concept, SKOS.scopeNote))
        assert any(m.startswith(v.CAMEO) for m in matches) or "CAMEO" in note, kind
        assert any(m.startswith(v.PLOVER) for m in matches) or "PLOVER" in note, kind


def test_matches_point_at_concepts_with_a_notation(ontology: Graph) -> None:
    for p in (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch, SKOS.broader):
        for o in ontology.objects(None, p):
            assert ontology.value(o, SKOS.notation) is not None, o


def test_statuses_and_modalities_are_concepts(ontology: Graph) -> None:
    assert {str(s) for s in ontology.subjects(SKOS.inScheme, URIRef(v.BASE + "status"))} == {v.STATUS_OF + s for s in STATUSES}
    affirmed = {str(s) for s in ontology.subjects(SKOS.broader, URIRef(v.MODALITY_OF + "affirmed"))}
    assert affirmed == v.AFFIRMED
    assert set(v.MODALITY_BY_STATUS) == set(STATUSES)
    for modality in v.MODALITY_BY_STATUS.values():
        assert ontology.value(URIRef(modality), SKOS.notation) is not None


def test_entity_types_have_classes() -> None:
    assert {v.KG + kind for kind in get_args(EntityType)} <= constants()


def test_everything_declared_is_labelled_and_nothing_is_blank(ontology: Graph) -> None:
    for kind in DECLARED:
        for term in ontology.subjects(RDF.type, kind):
            assert ontology.value(term, RDFS.label) is not None, term
    for cls in ontology.subjects(RDF.type, OWL.Class):
        assert ontology.value(cls, SKOS.definition) is not None, cls
    assert not [node for node in ontology.all_nodes() if isinstance(node, BNode)]


def test_no_prefix_is_followed_by_a_slash_and_ontology_prefixes_agree(ontology: Graph) -> None:
    bound = {prefix: str(namespace) for prefix, namespace in ontology.namespaces()}
    for prefix, namespace in v.PREFIXES.items():
        assert bound.get(prefix, namespace) == namespace
        assert namespace.endswith(("/", "#"))
    assert len(set(v.PREFIXES.values())) == len(v.PREFIXES)
