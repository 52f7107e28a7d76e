"""All content at once, as the checks need it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from actions.content.explaining import UNREADABLE, explain
from actions.content.facts import FactBase, read_facts
from actions.content.files import (
    read_answers,
    read_comparisons,
    read_concepts,
    read_passages,
    read_sources,
)
from actions.content.models import Answer, Comparison, Concept, Passage, Source
from actions.content.problems import ContentError
from actions.content.topics import Topics, read_topics
from actions.publishing.build import check_references
from actions.publishing.checks.actors import Actors, read_actors
from actions.publishing.checks.claims import Claim, read_claims
from actions.publishing.checks.lists import WordLists, read_lists
from actions.publishing.checks.texts import Text, concept_texts, page_texts, phrase_texts, texts_of

T = TypeVar("T")


@dataclass(frozen=True)
class Corpus:
    """Everything in `content/` that is words, and the lists that judge them."""

    answers: list[Answer]
    passages: list[Passage]
    concepts: list[Concept]
    comparisons: list[Comparison]
    sources: list[Source]
    topics: Topics
    facts: FactBase
    lists: WordLists
    claims: tuple[Claim, ...]
    actors: Actors
    texts: list[Text]


def read_corpus(content: Path) -> Corpus:
    """Reads and links everything. Raises ContentError at what cannot be read or leads nowhere."""
    facts = _read("facts.yml", lambda: read_facts(content))
    answers, concepts = read_answers(content, facts), read_concepts(content)
    passages = read_passages(content, facts)
    comparisons, sources = read_comparisons(content), read_sources(content)
    check_references(answers, passages, concepts, comparisons, sources)
    topics = read_topics(content)
    texts = [
        *(text for answer in answers for text in texts_of(answer)),
        *(text for passage in passages for text in texts_of(passage)),
        *concept_texts(concepts, comparisons),
        *_read("pages/", lambda: [*page_texts(content)]),
        *_read("*.yml", lambda: [*phrase_texts(content)]),
    ]
    lists = _read("language/", lambda: read_lists(content))
    claims = _read("language/claims.yml", lambda: read_claims(content))
    actors = _read("actors.yml", lambda: read_actors(content))
    return Corpus(
        answers, passages, concepts, comparisons, sources, topics, facts, lists, claims, actors, texts
    )


def _read(where: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except UNREADABLE as error:
        raise ContentError([*explain(where, error)]) from error
