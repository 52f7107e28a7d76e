"""All content at once, as the checks need it."""

from dataclasses import dataclass
from pathlib import Path

from actions.content.build import check_links
from actions.content.checking.facts import FactList, read_facts
from actions.content.checking.lists import WordLists, read_lists
from actions.content.checking.texts import Text, answer_texts, concept_texts, page_texts, phrase_texts
from actions.content.files import read_answers, read_comparisons, read_concepts, read_sources
from actions.content.models import Answer, Comparison, Concept, Source


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
        *page_texts(content),
        *phrase_texts(content),
    ]
    return Corpus(answers, concepts, comparisons, sources, read_facts(content), read_lists(content), texts)
