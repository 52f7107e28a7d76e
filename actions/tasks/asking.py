"""Tells a question or a wish to the chat from words that answer a step: `content/interface/asking.json`.

The browser reads the same list (`web_widget/src/tasks/asking.ts`), so that both judge alike.
"""

import re
from functools import cache, cached_property
from pathlib import Path

from pydantic import Field

from actions.content.json_files import read_interface
from actions.content.patterns import any_of, folded
from actions.content.recognition import Recognised
from actions.content.text import fold
from actions.content.yaml_files import CONTENT

Words = tuple[str, ...]

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_FEWEST = 3  # words of a sentence that tells something, beside a question


class AskingWords(Recognised):
    """The file, in plain Swedish, and patterns over folded text."""

    note: str = Field(alias="_")
    before: Words
    openers: Words
    wonders: Words
    asking: Words
    not_before: Words = Field(alias="notBefore")
    clause: Words
    verbs: Words
    how: Words
    measures: Words
    inverted: Words
    subjects: Words
    never: Words
    wishes: Words
    tails: Words
    commands: Words
    steering: Words
    concerns: Words
    concerns_not: Words = Field(alias="concernsNot")
    other_person: Words = Field(alias="otherPerson")
    returning: Words
    agree: Words
    write: Words
    noted: Words
    agree_tails: Words = Field(alias="agreeTails")
    decline: Words
    stuck: Words

    @cached_property
    def question(self) -> re.Pattern[str]:
        """The beginning of a question."""
        opens = "|".join(
            [
                _one(self.wonders),
                f"{_one(self.asking)}(?! {_one(self.not_before)}(?: |$))",
                f"{_one(self.clause)} {_one(self.verbs)}",
                f"{_one(self.how)} {_one(self.measures)}",
                f"{_one(self.inverted)} {_one(self.subjects)}",
            ]
        )
        return re.compile(f"(?:{_one(self.before)} )*(?:{opens})(?: |$)")

    @cached_property
    def agreement(self) -> re.Pattern[str]:
        """A whole folded message that only agrees to go on: "ja gärna, vi skriver"."""
        said = _one(self.agree + self.write)
        return re.compile(rf"{said}(?: (?:{said}|{_one(self.agree_tails)}))*")

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """A whole folded text that opens a message and answers nothing: "hej", "ja tack", "jag undrar"."""
        kinds = (self.openers, self.before, self.wonders, self.agree, self.write, self.agree_tails)
        said = _one((*(word for kind in kinds for word in kind), *self.decline, *self.stuck))
        return re.compile(rf"(?:{said}(?: |$))*")

    @cached_property
    def concerned(self) -> str:
        """Over folded text; the group is whom a paper is about: "det gäller min pappa, inte mamma"."""
        return f"{_one(self.concerns)} (.+?)(?: {_one(self.concerns_not)} .+)?"

    @cached_property
    def no(self) -> frozenset[str]:
        """Whole folded messages that want none of what is asked."""
        return folded(self.decline)

    @cached_property
    def no_idea(self) -> frozenset[str]:
        """Whole folded messages of who has nothing to answer."""
        return folded(self.stuck)

    def is_wish(self, wished: Words, text: str) -> bool:
        """True when the text is nothing but these words, and small ones around them."""
        wish = f"(?:{_one(self.wishes)} )?{_one(wished)}(?: {_one(self.tails)})*"
        return re.fullmatch(wish, fold(text)) is not None


def read_asking(content: Path) -> AskingWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return AskingWords.model_validate(read_interface(content, "asking"))


@cache
def asking_words() -> AskingWords:
    """Read once."""
    return read_asking(CONTENT)


def asks(text: str) -> bool:
    """True for a message that is a question as a whole; a story that ends in one tells."""
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(text) if fold(sentence)]
    first = next((found for found in sentences if _asks(found) or len(fold(found).split()) >= _FEWEST), "")
    return _asks(first)


def is_command(text: str) -> bool:
    """True for short words that can be nothing but a wish to the chat: "börja om", "mer"."""
    return asking_words().is_wish(asking_words().commands, text)


def is_steering(text: str) -> bool:
    """True for short words that ask to skip, go on or go back."""
    return asking_words().is_wish(asking_words().steering, text)


def is_return(text: str) -> bool:
    """True for words that come back to a task that waits: "fortsätt med brevet"."""
    return asking_words().is_wish(asking_words().returning, text)


def agrees(text: str) -> bool:
    """True for words that say yes and nothing more."""
    return asking_words().agreement.fullmatch(fold(text)) is not None


def is_noted(text: str) -> bool:
    """True for a yes that may only say that something was read: "ok"."""
    return fold(text) in map(fold, asking_words().noted)


def says_to_write(text: str) -> bool:
    """True for words with a wish to write in them."""
    return re.search(rf"\b{_one(asking_words().write)}\b", fold(text)) is not None


def only_opens(text: str) -> bool:
    """True for words that only open a message and tell nothing, before its question."""
    return asking_words().opening.fullmatch(fold(text)) is not None


def declines(text: str) -> bool:
    """True for words that say no and nothing more."""
    return fold(text) in asking_words().no


def is_stuck(text: str) -> bool:
    """True for "vet inte" and the like, and nothing more."""
    return fold(text) in asking_words().no_idea


def says_nothing(text: str) -> bool:
    """True for what is no answer in a letter, though it answers the question: "nej", "vet inte"."""
    return declines(text) or is_stuck(text)


def _one(words: Words) -> str:
    return any_of(map(fold, words))


def _asks(sentence: str) -> bool:
    words, known = fold(sentence), asking_words()
    if any(f" {fold(idiom)} " in f" {words} " for idiom in known.never):
        return sentence.endswith("?")
    return sentence.endswith("?") or bool(known.question.match(words))
