"""The concept bank as RDF, made by rdflib from its JSON-LD when the content is compiled."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from actions.concepts.skos import CONTEXT, bank_as_jsonld, concept_as_jsonld
from actions.content.models import Concept, ConceptScheme, Source

PLACEHOLDER = "https://sip-guiden.invalid"  # RFC 2606; the public address is known first when somebody asks
FORMS = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml"}
_PREFIXES = ("skos", "dc", "dct", "owl", "status", "xsd")


@dataclass(frozen=True)
class _Bank:
    scheme: ConceptScheme
    concepts: Mapping[str, Concept]
    sources: Mapping[str, Source]


def rdf_files(
    scheme: ConceptScheme, concepts: Iterable[Concept], sources: Iterable[Source]
) -> Iterator[dict[str, str]]:
    """Rows of `id`, `form` and `text`, of each concept and, with an empty id, of the whole bank."""
    bank = _Bank(scheme, {one.id: one for one in concepts}, {one.id: one for one in sources})
    yield from _rows("", bank_as_jsonld(bank, PLACEHOLDER))
    for concept in bank.concepts.values():
        yield from _rows(concept.id, concept_as_jsonld(concept, bank, PLACEHOLDER))


def _rows(concept_id: str, jsonld: dict[str, Any]) -> Iterator[dict[str, str]]:
    # Imported here: it takes a third of a second, and only the compiler needs it.
    from rdflib import Graph
    from rdflib.plugins.parsers.jsonld import to_rdf

    graph = Graph(bind_namespaces="none")
    to_rdf(jsonld, graph)
    for prefix in _PREFIXES:
        graph.bind(prefix, CONTEXT[prefix])
    for form, name in FORMS.items():
        yield {"id": concept_id, "form": form, "text": graph.serialize(format=name)}
