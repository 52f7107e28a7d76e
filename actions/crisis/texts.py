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

Words = Literal["heavy", "mild", "urgent", "dark", "upset"]
Person = Literal["self", "child", "parent", "other", "staff", "older", "man", "harmer"]
_ANY, _SELF, _CHILD, _STAFF = "any", "self", "child", "staff"
_TELLING: tuple[Person, ...] = ("harmer", "staff", "child", "older", "man", "self")
_RELATED: tuple[Person, ...] = ("parent", "other")
_ALSO_SELF = ("older", "man")  # who are spoken to as anybody it is about, where no text is theirs


class Situation(Frozen):
    """One kind of danger: which kinds of examples belong to it, and a text for each who may write.

    words: that tell this situation from its neighbours, whatever else is found; they may begin in the message
    before. needs: words without which the model is not believed. by_another: somebody else is the danger, so
    who is told of may be that one, and not the one in need.
    """

    title: str
    kinds: tuple[str, ...] = Field(min_length=1)
    texts: dict[Literal["any"] | Person, str]
    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    by_another: bool = False

    def text(self, person: str) -> str:
        """The text for `person`; the one for anybody where none is written for them."""
        texts = {str(key): words for key, words in self.texts.items()}
        own = texts.get(person) or (texts.get(_SELF) if person in _ALSO_SELF else None)
        return (own or texts[_ANY]).strip()


class CrisisTexts(Frozen):
    """All situations, and the words by which the writer tells who they are.

    grown: what only a grown-up says of the one at home. often_grown: what is nearly always said by one.
    peers: others of a child's own age. first_person, third_person: the one who writes, and somebody else.
    third_subject: somebody else who does something. another_hurt: who else is hurt.
    """

    situations: dict[str, Situation]
    persons: dict[Person, tuple[str, ...]]
    grown: tuple[str, ...]
    often_grown: tuple[str, ...]
    peers: tuple[str, ...]
    first_person: tuple[str, ...]
    third_person: tuple[str, ...]
    third_subject: tuple[str, ...]
    another_hurt: tuple[str, ...]
    buttons: tuple[str, ...]

    def person_of(self, text: str, guess: str = "", known: str = "", *, by_another: bool = True) -> str:
        """Who writes: as the words say, else as the talk has told, else `guess` where nothing is against it.

        Empty when torn. guess: what the model makes of the words. known: what was told before.
        by_another: see Situation. Staff are never guessed: their words are cold to anybody else. Who only
        says that it is about themselves is still a child where that is told, but never who names a husband
        or a wife.
        """
        words = fold(text)
        guess = "" if guess == _STAFF else guess
        if _CHILD in (guess, known) and whole_words(self.grown).search(words):
            guess, known = _SELF if guess == _CHILD else guess, "" if known == _CHILD else known
        if guess == _CHILD and whole_words(self.often_grown).search(words):
            guess = _SELF
        said = next((person for person in _TELLING if self._patterns[person].search(words)), "")
        if said == _SELF:
            return next((one for one in (known, guess) if one in (_CHILD, "older")), said)
        related = [person for person in _RELATED if self._patterns[person].search(words)]
        return said or self._told(words, guess, known, related, by_another=by_another)

    def situation_named(self, text: str, before: str = "") -> str:
        """The situation that the words name, perhaps begun in the message before; empty when none."""
        words = fold(text)
        whole = f"{fold(before)} {words}".lstrip()
        reached = len(whole) - len(words)
        return next((name for name, one in self.situations.items() if _names(one, whole, reached)), "")

    def believed(self, situation: str, text: str) -> bool:
        """True unless the situation needs words that the text has none of."""
        needs = self.situations[situation].needs if situation in self.situations else ()
        return not needs or bool(whole_words(needs).search(fold(text)))

    def answer(self, situation: str, person: str) -> str:
        """The crisis answer of a situation for a person."""
        return self.situations.get(situation, self.situations[GENERAL]).text(person)

    def is_by_another(self, situation: str) -> bool:
        """True when somebody else is the danger there."""
        return self.situations.get(situation, self.situations[GENERAL]).by_another

    def _told(self, words: str, guess: str, known: str, related: list[Person], *, by_another: bool) -> str:
        """Who writes, where they do not say so themselves."""
        of_another = bool(related or whole_words(self.third_person).search(words))
        says_i = bool(whole_words(self.first_person).search(words))
        by_another = by_another and not whole_words(self.another_hurt).search(words)
        own = guess in (_SELF, *_ALSO_SELF)
        if known == _CHILD:
            return "other" if whole_words(self.peers).search(words) else known
        if known == "older" and not of_another:
            return known
        if known == _STAFF:
            return related[0] if related and says_i else known
        if known in _RELATED:
            does = bool(related or whole_words(self.third_subject).search(words))
            if not of_another or (own and says_i and (by_another or not does)):
                return guess
            return known if not related or known in related else related[0]
        if of_another and not says_i and (own or (guess == _CHILD and not by_another)):
            return "" if by_another else related[0] if related else "other"
        if "parent" in related and guess == _CHILD:
            return "parent"
        # "Min son tackade mig för allt": the model cannot tell whose life it is.
        torn = guess == _SELF and bool(related) and not by_another
        return guess if not torn and (not related or guess in (_SELF, _CHILD, *related)) else ""

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {person: whole_words(patterns) for person, patterns in self.persons.items()}


def _names(situation: Situation, whole: str, reached: int) -> bool:
    """True when its words are found, and not all of them before `reached`, where the message begins."""
    return any(found.end() > reached for found in whole_words(situation.words).finditer(whole))


class CareWords(Frozen):
    """The words of care said before an answer, for each who may write, by how much they must say.

    mild: of what is heavy and surely no danger. dark: urgent, where somebody may think of dying.
    never_before: passages that are no answer to who is met with care. only_asked: those that frighten who has
    not asked. signs: words that are enough by themselves, by the level they tell of. calm: words that only
    look like those. at_work: what staff ask of the rules around somebody in danger.
    """

    never_before: frozenset[str]
    only_asked: frozenset[str]
    heavy: dict[str, str]
    mild: dict[str, str]
    urgent: dict[str, str]
    dark: dict[str, str]
    upset: dict[str, str]
    signs: dict[Literal["heavy", "upset"], tuple[str, ...]]
    calm: tuple[str, ...]
    at_work: tuple[str, ...]

    def text(self, level: Words, person: str) -> str:
        """The words for a person; those for anybody where none are for them."""
        texts = {
            "heavy": self.heavy,
            "mild": self.mild,
            "urgent": self.urgent,
            "dark": self.dark,
            "upset": self.upset,
        }[level]
        return (texts.get(person) or texts[_ANY]).strip()

    def level_said(self, text: str) -> Literal["heavy", "upset"] | None:
        """The level that the words tell of by themselves, the heavier first; None when they tell of none."""
        words = whole_words(self.calm).sub("|", fold(text))
        return next((level for level, signs in self.signs.items() if whole_words(signs).search(words)), None)

    def is_at_work(self, text: str) -> bool:
        """True for words of the rules around somebody in danger, as staff ask of them."""
        return bool(whole_words(self.at_work).search(fold(text)))


@lru_cache
def crisis_texts(folder: Path = FOLDER) -> CrisisTexts:
    """The texts of `folder`. Raises ValidationError when one is malformed."""
    return CrisisTexts.model_validate(read_yaml(folder / "answers.yml"))


@lru_cache
def care_words(folder: Path = FOLDER) -> CareWords:
    """The words of care of `folder`. Raises ValidationError when one is malformed."""
    return CareWords.model_validate(read_yaml(folder / "care.yml"))
