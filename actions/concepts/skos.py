"""Concepts as SKOS, the W3C vocabulary for concept schemes, in JSON-LD."""

from collections.abc import Mapping
from typing import Any, Protocol

from actions.concepts.structure import NAMED
from actions.content.models import Concept, ConceptScheme, Source, Status

_SWEDISH = {
    name: {"@id": f"skos:{name}", "@language": "sv"}
    for name in (
        *("prefLabel", "altLabel", "hiddenLabel", "definition", "scopeNote", "note"),
        *("changeNote", "historyNote"),
    )
}
_LINKS = {
    name: {"@id": f"skos:{name}", "@type": "@id"}
    for name in ("broader", "narrower", "related", "inScheme", "topConceptOf", "hasTopConcept", "member")
}
CONTEXT: dict[str, Any] = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dct": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "status": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **_SWEDISH,
    **_LINKS,
    "title": {"@id": "dct:title", "@language": "sv"},
    "description": {"@id": "dct:description", "@language": "sv"},
    "isReplacedBy": {"@id": "dct:isReplacedBy", "@type": "@id"},
    "issued": {"@id": "dct:issued", "@type": "xsd:date"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "reviewed": {"@id": "dct:dateAccepted", "@type": "xsd:date"},
    "valid": "dct:valid",
    "deprecated": "owl:deprecated",
    "termStatus": {"@id": "status:term_status", "@language": "sv"},
    "source": {"@id": "dc:source", "@language": "sv"},
}


class Bank(Protocol):
    """What the concept bank is made of."""

    @property
    def scheme(self) -> ConceptScheme:
        """The bank as a whole."""

    @property
    def concepts(self) -> Mapping[str, Concept]:
        """All concepts by id."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id."""


def concept_as_jsonld(concept: Concept, bank: Bank, base: str) -> dict[str, Any]:
    """One concept as a JSON-LD object. `base` is the site's public address without a final slash."""
    return {"@context": CONTEXT, **_concept(concept, bank, base)}


def bank_as_jsonld(bank: Bank, base: str) -> dict[str, Any]:
    """The whole concept bank as one JSON-LD graph: the scheme, its groups as collections, its concepts."""
    concepts = bank.concepts.values()
    scheme = {
        "@id": _scheme(base),
        "@type": "skos:ConceptScheme",
        "title": bank.scheme.title,
        "description": bank.scheme.description,
        "modified": max(concept.changed for concept in concepts).isoformat(),
        "hasTopConcept": [_address(base, concept.id) for concept in concepts if not concept.broader],
    }
    collections = [
        {
            "@id": f"{_scheme(base)}#grupp-{group}",
            "@type": "skos:Collection",
            "prefLabel": name,
            "member": [_address(base, concept.id) for concept in concepts if concept.group == group],
        }
        for group, name in bank.scheme.groups.items()
    ]
    nodes = [_concept(concept, bank, base) for concept in concepts]
    return {"@context": CONTEXT, "@graph": [scheme, *collections, *nodes]}


def _concept(concept: Concept, bank: Bank, base: str) -> dict[str, Any]:
    def links(ids: tuple[str, ...]) -> list[str]:
        return [_address(base, key) for key in ids]

    narrower = tuple(key for key, other in bank.concepts.items() if concept.id in other.broader)
    abbreviation = (concept.abbreviation,) if concept.abbreviation else ()
    node: dict[str, Any] = {
        "@id": _address(base, concept.id),
        "@type": "skos:Concept",
        "inScheme": _scheme(base),
        "topConceptOf": [] if concept.broader else _scheme(base),
        "prefLabel": concept.term,
        "altLabel": [*abbreviation, *concept.synonyms],
        "hiddenLabel": [*(old.term for old in concept.deprecated), *concept.search_forms],
        "definition": concept.short,
        "scopeNote": unmarked(concept.staff),
        "note": unmarked(NAMED.sub(r"\1", concept.differs)) if concept.differs else [],
        "historyNote": [f"{old.term}: {old.note}" for old in concept.deprecated if old.note],
        "changeNote": [f"{change.date.isoformat()}: {change.note}" for change in concept.changes],
        "broader": links(concept.broader),
        "narrower": links(narrower),
        "related": links(concept.related),
        "issued": min(change.date for change in concept.changes).isoformat(),
        "modified": concept.changed.isoformat(),
        "reviewed": concept.reviewed.isoformat(),
        "valid": _validity(concept),
        "termStatus": concept.status,
        "deprecated": concept.status is Status.REPLACED,
        "isReplacedBy": links((concept.replaced_by,) if concept.replaced_by else ()),
        "source": [citation(bank.sources[key]) for key in concept.sources],
    }
    return {key: value for key, value in node.items() if value != []}


def _scheme(base: str) -> str:
    return f"{base}/begrepp"


def _address(base: str, concept_id: str) -> str:
    return f"{_scheme(base)}/{concept_id}"


def _validity(concept: Concept) -> str | list[str]:
    """An ISO 8601 interval, open where no end is known."""
    if not concept.valid_from and not concept.valid_to:
        return []
    return f"{concept.valid_from or '..'}/{concept.valid_to or '..'}"


def citation(source: Source) -> str:
    """What a source is called, which version of it was read, and where it is."""
    year = f" ({source.year})" if source.year else ""
    version = f" [{source.note.rstrip('.')}]" if source.note else ""
    return f"{source.title}, {source.publisher}{year}{version}{f' {source.url}' if source.url else ''}"


def unmarked(text: str) -> str:
    """A text without the marks for bold type, which mean nothing outside the site."""
    return text.replace("**", "")
