"""Hears that a message asks what a word means, or how two differ: the phrases of `content/defining.yml`."""

import re
from functools import cache, cached_property
from pathlib import Path

from actions.content.models import Concept
from actions.content.recognition import Folded, Recognised
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml
from actions.publishing.store import Store
from actions.replies.passages import Question
from actions.replies.questions import word_asked_after


class DefiningWords(Recognised):
    """The file: what opens such a question, and the small words around it and around the words asked for."""

    before: Folded
    asks: Folded
    small: Folded
    after: Folded
    differs: Folded
    joins: Folded
    alike: Folded

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """All of a folded message; its group `word` is what is asked for."""
        return re.compile(
            rf"(?:{self.before.pattern} )*{self.asks.pattern}(?: {self.small.pattern})* "
            rf"(?P<word>.+?)(?: {self.after.pattern})*"
        )

    @cached_property
    def two(self) -> re.Pattern[str]:
        """All of a folded message; its groups `one` and `other` are the words to be told apart."""
        small, after = self.small.pattern, rf"(?: (?:{self.alike.pattern}|{self.after.pattern}))*"
        words = rf"(?P<one>.+?) {self.joins.pattern}(?: {small})* (?P<other>.+?)"
        return re.compile(rf"(?:{self.before.pattern} )*{self.differs.pattern}(?: {small})* {words}{after}")


def read_defining(content: Path) -> DefiningWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return DefiningWords.model_validate(read_yaml(content / "defining.yml"))


def concept_asked_for(store: Store, text: str) -> Concept | None:
    """The concept whose meaning is all that the text asks for; None when it asks something else."""
    found = _words().whole.fullmatch(fold(text))
    word = found["word"] if found else word_asked_after(text)
    return store.concept_called(word) if word else None


def told_apart(store: Store, text: str) -> tuple[Concept, ...]:
    """The concepts between which the text asks for the difference: one where two words name the same."""
    found = _words().two.fullmatch(fold(text))
    both = [store.concept_called(found[name]) for name in ("one", "other")] if found else []
    concepts = tuple(concept for concept in both if concept)
    return tuple(dict.fromkeys(concepts)) if len(concepts) == len(both) else ()


def defined(store: Store, words: str, understood: Question | None) -> Concept | None:
    """The concept to define, the first of two; None too where what was understood asks the very same."""
    apart = told_apart(store, words)
    concept = apart[0] if apart else concept_asked_for(store, words)
    if concept is None or understood is None:
        return concept
    passage = store.passages.get(understood.passage)
    heading = passage.question if passage else store.answers[understood.topic].title
    asks_the_same = _names_all(heading, apart) if apart else concept_asked_for(store, heading) == concept
    return None if asks_the_same else concept


def _names_all(heading: str, concepts: tuple[Concept, ...]) -> bool:
    folded = fold(heading)
    return all(any(fold(name) in folded for name in concept.names) for concept in concepts)


@cache
def _words() -> DefiningWords:
    return read_defining(CONTENT)
