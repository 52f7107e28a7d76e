"""What is said to whom in danger: `content/crisis/answers.yml` and `content/crisis/care.yml`."""

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from actions.content.frozen import Frozen
from actions.content.patterns import whole_words
from actions.content.text import fold
from actions.content.yaml_files import read_yaml
from actions.crisis.situations import FOLDER, GENERAL

Person = Literal["self", "child", "parent", "other", "staff", "older", "man", "harmer"]
_ANY = "any"
_TELLING: tuple[Person, ...] = ("harmer", "staff", "child", "older", "man", "self")
_RELATED: tuple[Person, ...] = ("parent", "other")


class Situation(Frozen):
    """One kind of danger: which kinds of examples belong to it, and a text for each who may write."""

    title: str
    kinds: tuple[str, ...] = Field(min_length=1)
    texts: dict[Literal["any"] | Person, str]
    words: tuple[str, ...] = ()  # that tell this situation from its neighbours, whatever else is found

    def text(self, person: str) -> str:
        """The text for `person`; the one for anybody where none is written for them."""
        texts = {str(key): words for key, words in self.texts.items()}
        return (texts.get(person) or texts[_ANY]).strip()


class CrisisTexts(Frozen):
    """All situations, and the words by which the writer tells who they are."""

    situations: dict[str, Situation]
    persons: dict[Person, tuple[str, ...]]
    grown: tuple[str, ...]  # that only a grown-up says of the one at home
    buttons: tuple[str, ...]

    def person_of(self, text: str, guess: str = "") -> str:
        """Who writes: as the words say, else `guess` where nothing speaks against it; empty when torn.

        Who only says that it is about themselves is still a child where that is the guess, but never who
        names a husband or a wife.
        """
        words = fold(text)
        if guess == "child" and whole_words(self.grown).search(words):
            guess = "self"
        said = next((person for person in _TELLING if self._patterns[person].search(words)), "")
        related = [person for person in _RELATED if self._patterns[person].search(words)]
        if said == "self" and guess == "child":
            return guess
        if said or not related or guess in ("self", *related):
            return said or guess
        return ""

    def situation_named(self, text: str) -> str:
        """The situation that the words themselves name; empty when none."""
        words = fold(text)
        named = (name for name, one in self.situations.items() if whole_words(one.words).search(words))
        return next(named, "")

    def answer(self, situation: str, person: str) -> str:
        """The crisis answer of a situation for a person."""
        return self.situations.get(situation, self.situations[GENERAL]).text(person)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {person: whole_words(patterns) for person, patterns in self.persons.items()}


class CareWords(Frozen):
    """The words of care said before an answer, for each who may write.

    never_before: passages that are no answer to who is met with care.
    """

    never_before: frozenset[str]
    heavy: dict[str, str]
    urgent: dict[str, str]

    def text(self, level: str, person: str) -> str:
        """The words for a level, heavy or urgent, and a person; those for anybody where none are for them."""
        texts = self.urgent if level == "urgent" else self.heavy
        return (texts.get(person) or texts[_ANY]).strip()


@lru_cache
def crisis_texts(folder: Path = FOLDER) -> CrisisTexts:
    """The texts of `folder`. Raises ValidationError when one is malformed."""
    return CrisisTexts.model_validate(read_yaml(folder / "answers.yml"))


@lru_cache
def care_words(folder: Path = FOLDER) -> CareWords:
    """The words of care of `folder`. Raises ValidationError when one is malformed."""
    return CareWords.model_validate(read_yaml(folder / "care.yml"))
