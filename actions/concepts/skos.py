"""Concepts as SKOS, the W3C vocabulary for concept schemes."""

from typing import Any

from actions.content.models import Concept
from actions.content.store import Store

_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prefLabel": {"@id": "skos:prefLabel", "@language": "sv"},
    "altLabel": {"@id": "skos:altLabel", "@language": "sv"},
    "hiddenLabel": {"@id": "skos:hiddenLabel", "@language": "sv"},
    "definition": {"@id": "skos:definition", "@language": "sv"},
    "scopeNote": {"@id": "skos:scopeNote", "@language": "sv"},
    "changeNote": {"@id": "skos:changeNote", "@language": "sv"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "narrower": {"@id": "skos:narrower", "@type": "@id"},
    "related": {"@id": "skos:related", "@type": "@id"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "isReplacedBy": {"@id": "dct:isReplacedBy", "@type": "@id"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "source": {"@id": "dct:source", "@language": "sv"},
}


def concept_as_jsonld(concept: Concept, store: Store, base: str) -> dict[str, Any]:
    """One concept as a JSON-LD object. `base` is the site's public address without a final slash."""
    return {"@context": _CONTEXT, **_node(concept, store, base)}


def bank_as_jsonld(store: Store, base: str) -> dict[str, Any]:
    """The whole concept bank as one JSON-LD graph with its concept scheme."""
    tops = [f"{base}/begrepp/{c.id}" for c in store.concepts.values() if not c.broader]
    scheme = {
        "@id": f"{base}/begrepp",
        "@type": "skos:ConceptScheme",
        "skos:hasTopConcept": [{"@id": top} for top in tops],
    }
    return {
        "@context": _CONTEXT,
        "@graph": [scheme, *(_node(c, store, base) for c in store.concepts.values())],
    }


def _node(concept: Concept, store: Store, base: str) -> dict[str, Any]:
    def links(ids: list[str]) -> list[str]:
        return [f"{base}/begrepp/{key}" for key in ids]

    others = {concept.term}
    labels = [label for label in (concept.abbreviation, *concept.synonyms) if label and label not in others]
    narrower = [item.id for item in store.narrower(concept.id)]
    near = {*concept.broader, *narrower}
    node: dict[str, Any] = {
        "@id": f"{base}/begrepp/{concept.id}",
        "@type": "skos:Concept",
        "inScheme": f"{base}/begrepp",
        "prefLabel": concept.term,
        "altLabel": list(dict.fromkeys(labels)),
        "hiddenLabel": [old.term for old in concept.deprecated if old.term not in {concept.term, *labels}],
        "definition": concept.short,
        "scopeNote": concept.staff,
        "changeNote": [f"{change.date.isoformat()} {change.note}" for change in concept.changes],
        "broader": links(list(concept.broader)),
        "narrower": links(narrower),
        "related": links([key for key in concept.related if key not in near]),
        "modified": max(change.date for change in concept.changes).isoformat(),
        "source": [source.title for source in store.sources_of(concept)],
    }
    if concept.replaced_by:
        node["isReplacedBy"] = f"{base}/begrepp/{concept.replaced_by}"
    return node
