"""Other systems can load the concept bank: it is valid SKOS (W3C Recommendation 2009), in two forms alike."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from rdflib import DCTERMS, OWL, RDF, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.plugins.parsers.jsonld import to_rdf

from actions.concepts.linked_data import PLACEHOLDER
from actions.concepts.skos import bank_as_jsonld, concept_as_jsonld
from actions.publishing.store import Store

SCHEME = URIRef(f"{PLACEHOLDER}/begrepp")


@pytest.fixture(scope="module")
def graph(store: Store) -> Graph:
    return Graph().parse(data=store.rdf("text/turtle"), format="turtle")


def address(concept_id: str) -> URIRef:
    return URIRef(f"{SCHEME}/{concept_id}")


def above(graph: Graph, concept: Any) -> set[Any]:
    """skos:broaderTransitive, without the concept unless it is above itself."""
    return {found for parent in graph.objects(concept, SKOS.broader)
            for found in graph.transitive_objects(parent, SKOS.broader)}  # fmt: skip


def labels(graph: Graph, concept: Any, kinds: Iterable[URIRef]) -> list[str]:
    return [str(label) for kind in kinds for label in graph.objects(concept, kind)]


def test_every_concept_is_there_once_and_in_the_scheme(graph: Graph, store: Store) -> None:
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert concepts == {address(key) for key in store.concepts}
    assert set(graph.subjects(SKOS.inScheme, SCHEME)) == concepts
    assert (SCHEME, RDF.type, SKOS.ConceptScheme) in graph and graph.value(SCHEME, DCTERMS.title)


def test_classes_do_not_overlap_s9_s37(graph: Graph) -> None:
    kinds = [
        set(graph.subjects(RDF.type, kind)) for kind in (SKOS.Concept, SKOS.ConceptScheme, SKOS.Collection)
    ]
    assert all(kinds) and len(set.union(*kinds)) == sum(map(len, kinds))


def test_a_concept_has_one_preferred_label_a_language_and_no_label_twice_s13_s14(graph: Graph) -> None:
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        preferred = list(graph.objects(concept, SKOS.prefLabel))
        assert [getattr(label, "language", None) for label in preferred] == ["sv"], concept
        every = labels(graph, concept, (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel))
        assert len(every) == len(set(every)), concept


def test_no_two_concepts_share_a_label(graph: Graph) -> None:
    shown = [
        label.casefold()
        for concept in graph.subjects(RDF.type, SKOS.Concept)
        for label in labels(graph, concept, (SKOS.prefLabel, SKOS.altLabel))
    ]
    assert len(shown) == len(set(shown))


def test_related_never_meets_the_hierarchy_s27(graph: Graph) -> None:
    for a, b in graph.subject_objects(SKOS.related):
        assert b not in above(graph, a) and a not in above(graph, b), (a, b)


def test_the_hierarchy_has_no_cycle(graph: Graph) -> None:
    assert [one for one in graph.subjects(SKOS.broader) if one in above(graph, one)] == []


def test_relations_hold_both_ways_s23_s25(graph: Graph) -> None:
    assert set(graph.subject_objects(SKOS.broader)) == {
        (b, a) for a, b in graph.subject_objects(SKOS.narrower)
    }
    related = set(graph.subject_objects(SKOS.related))
    assert related == {(b, a) for a, b in related}


def test_every_relation_leads_to_a_concept_in_the_bank(graph: Graph) -> None:
    known = set(graph.subjects(RDF.type, SKOS.Concept))
    for link in (
        SKOS.broader,
        SKOS.narrower,
        SKOS.related,
        SKOS.member,
        SKOS.hasTopConcept,
        DCTERMS.isReplacedBy,
    ):
        assert set(graph.objects(None, link)) <= known, link


def test_top_concepts_are_those_with_nothing_above_s8(graph: Graph) -> None:
    tops = set(graph.objects(SCHEME, SKOS.hasTopConcept))
    assert tops == set(graph.subjects(SKOS.topConceptOf, SCHEME))
    assert tops == {one for one in graph.subjects(RDF.type, SKOS.Concept) if not above(graph, one)}


def test_every_concept_belongs_to_one_group(graph: Graph) -> None:
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert len(list(graph.subjects(SKOS.member, concept))) == 1, concept


def test_what_is_replaced_says_so_and_by_what(graph: Graph) -> None:
    vastbus = address("vastbus")
    assert graph.value(vastbus, OWL.deprecated) == Literal(True)
    assert graph.value(vastbus, DCTERMS.isReplacedBy) == address("sip")
    assert str(graph.value(vastbus, DCTERMS.valid)) == "2005/2020"


def test_turtle_and_json_ld_say_the_same(graph: Graph, store: Store) -> None:
    from_json = Graph()
    to_rdf(json.loads(json.dumps(bank_as_jsonld(store, PLACEHOLDER))), from_json)
    assert isomorphic(graph, from_json)


def test_one_concept_alone_is_part_of_the_whole(graph: Graph, store: Store) -> None:
    alone = Graph().parse(data=store.rdf("text/turtle", "fast-vardkontakt"), format="turtle")
    assert len(alone) > 20 and set(alone) <= set(graph)
    from_json = Graph()
    to_rdf(concept_as_jsonld(store.concepts["fast-vardkontakt"], store, PLACEHOLDER), from_json)
    assert isomorphic(alone, from_json)
