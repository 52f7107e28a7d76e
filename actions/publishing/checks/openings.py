"""How an answer opens, and what is asked only once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from actions.content.common_words import COMMON
from actions.content.models import Answer, Concept, Passage, Role
from actions.content.plain_language import sentences, words_of
from actions.content.problems import Problem, problem
from actions.content.text import fold
from actions.publishing.checks.lists import Openings
from actions.publishing.checks.texts import texts_of

_LONG = "Mer"


def leading_yes_or_no(items: Iterable[Answer | Passage], openings: Openings) -> Iterator[Problem]:
    """Texts that open with yes or no although their question asks for something else."""
    for item in items:
        may = isinstance(item, Passage) and asks_yes_or_no(item.question, openings)
        for text in texts_of(item):
            first = words_of(text.words.casefold())[:1]
            if not may and first and first[0] in openings.yes_no:
                yield problem(text.where, "yes_no", word=first[0])


def asks_yes_or_no(question: str, openings: Openings) -> bool:
    """True when the last sentence of a question begins with none of the words that ask for something."""
    asked = fold(sentences(question)[-1])
    return not any(f"{asked} ".startswith(f"{fold(word)} ") for word in openings.asks_for)


def unnamed_subjects(items: Iterable[Answer | Passage], openings: Openings) -> Iterator[Problem]:
    """Texts that stand alone in the chat and open with a pronoun: nobody knows what "it" is."""
    for item in items:
        for text in texts_of(item):
            words = words_of(text.words.casefold())[:2]
            alone = not text.where.endswith(f"/ {_LONG}")
            named = " ".join(words) in openings.not_pronouns
            if alone and words and words[0] in openings.pronouns and not named:
                yield problem(text.where, "pronoun", word=words[0])


def off_the_question(passages: Iterable[Passage], openings: Openings) -> Iterator[Problem]:
    """Short answers that share no word with their question and name nothing that everything here is about."""
    for passage in passages:
        about = _beginnings(f"{passage.question} {passage.topic.replace('-', ' ')}") | openings.subjects
        variants = ((str(role), words) for role, words in passage.variants.items() if role is not Role.STAFF)
        for name, words in (("Kort", passage.short), *variants):
            if not any(said.startswith(tuple(about)) for said in _folded(words)):
                yield problem(f"{passage.id} / {name}", "off_the_question", question=passage.question)


def asked_twice(passages: Iterable[Passage]) -> Iterator[Problem]:
    """Questions, or other ways to ask them, that lead to two passages."""
    leads_to: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        for asked in (passage.question, *passage.asked_as):
            leads_to[fold(asked)].append(passage.id)
    for asked, ids in leads_to.items():
        if len(ids) > 1:
            yield problem(ids[0], "asked_twice", question=asked, others=", ".join(ids[1:]))


def unnamed_terms(concepts: Iterable[Concept]) -> Iterator[Problem]:
    """Definitions that never say the word they define, in any of its names."""
    for concept in concepts:
        names = (concept.term, *([concept.abbreviation] if concept.abbreviation else []), *concept.synonyms)
        said = fold(concept.short)
        if not any(fold(name)[:_STEM] in said for name in names):
            yield problem(concept.id, "unnamed_term", term=concept.term)


def _beginnings(text: str) -> set[str]:
    return {word[:_STEM] for word in _folded(text) if word not in COMMON}


def _folded(text: str) -> list[str]:
    return [fold(word) for word in words_of(text)]


# Endings bend the rest of a Swedish word.
_STEM = 6
