"""All content at once, as the checks need it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from actions.content.build import check_links
from actions.content.checking.facts import FactList, read_facts
from actions.content.checking.lists import WordLists, read_lists
from actions.content.checking.texts import Text, answer_texts, concept_texts, page_texts, phrase_texts
from actions.content.explaining import UNREADABLE, explain
from actions.content.files import read_answers, read_comparisons, read_concepts, read_sources
from actions.content.models import Answer, Comparison, Concept, Source
from actions.content.problems import ContentError

T = TypeVar("T")


@dataclass(frozen=True)
class Corpus:
    """Everything in `content/` that is words, and the lists that judge them."""

    answers: list[Answer]
    concepts: list[Concept]
    comparisons: list[Comparison]
    sources: list[Source]
    facts: FactList
    lists: WordLists
    texts: list[Text]


def read_corpus(content: Path) -> Corpus:
    """Reads and links everything. Raises ContentError at what cannot be read or leads nowhere."""
    answers, concepts = read_answers(content), read_concepts(content)
    comparisons, sources = read_comparisons(content), read_sources(content)
    check_links(answers, concepts, comparisons, sources)
    texts = [
        *answer_texts(answers),
        *concept_texts(concepts, comparisons),
        *_read("pages/", lambda: [*page_texts(content)]),
        *_read("*.yml", lambda: [*phrase_texts(content)]),
    ]
    facts = _read("facts.yml", lambda: read_facts(content))
    lists = _read("language/", lambda: read_lists(content))
    return Corpus(answers, concepts, comparisons, sources, facts, lists, texts)


def _read(where: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except UNREADABLE as error:
        raise ContentError([*explain(where, error)]) from error
