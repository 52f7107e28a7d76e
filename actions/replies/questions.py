"""Finds the questions in a message that asks several things, by the words of `content/questions.yml`."""

import re
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from actions.content.patterns import any_of, without_dots
from actions.content.recognition import Lenient, Recognised, Written
from actions.content.yaml_files import CONTENT, read_yaml
from actions.tasks.asking import asking_words

_MOST = 3
_FEWEST_ASKING = 2  # words
_FEWEST = 3  # words of a question that another may follow without any sign between
_WORD = re.compile(r"[\w-]+")


class QuestionWords(Recognised):
    """The file, and patterns over words as they are written, also without dots."""

    subjects: Written
    definite_endings: Lenient
    asks_what: Lenient
    ends: Lenient
    inverted_too: Lenient
    not_opening: Lenient
    how: Lenient
    before: Lenient
    joins: Lenient
    new_sentence: Lenient
    run_on: Lenient
    clause_after: Lenient

    @cached_property
    def opens(self) -> str:
        """What opens a question; "när" and "hur" need a verb: they also open clauses that ask nothing."""
        words = asking_words()
        subject = rf"(?:{self.subjects.pattern}|\w{{3,}}{self.definite_endings.pattern})"
        inverted = rf"(?:{_one(words.inverted)}|{self.inverted_too.pattern})"
        return (
            rf"(?:{_one(words.asking)}|{_one(words.clause)} {_one(words.verbs)}|"
            rf"{_one(words.how)} (?:{_one(words.measures)}|{self.how.pattern})|"
            rf"(?!{self.not_opening.pattern}\b){inverted} {subject})\b"
        )

    @cached_property
    def sentence_ends(self) -> re.Pattern[str]:
        # No sentence begins with a number: "10 kap. 8 §", "kl. 9".
        return _compiled(rf"(?<=[?!.\n])(?<!\w\.(?=\s\d))\s+|\n+|\s+(?={self.new_sentence.pattern}\b)")

    @cached_property
    def asks(self) -> re.Pattern[str]:
        return _compiled(rf"^(?:{self.before.pattern}[,:!]? )*{self.opens}")

    @cached_property
    def ends_asking(self) -> re.Pattern[str]:
        return _compiled(rf"\b(?:{self.asks_what.pattern}|{self.ends.pattern})[.! ]*$")

    @cached_property
    def before_what(self) -> re.Pattern[str]:
        """The word before the end of a message that asks what it is; its only group."""
        return _compiled(rf"(\w+)\W+{self.asks_what.pattern}\W*$")

    @cached_property
    def between(self) -> re.Pattern[str]:
        return _compiled(rf"(?:,\s*|\s+){self.joins.pattern}\s+(?={self.opens})|[,:]\s*(?={self.opens})")

    @cached_property
    def joined_on(self) -> re.Pattern[str]:
        return _compiled(rf"(?:^|,\s*|\s+){self.joins.pattern}$")

    @cached_property
    def runs_on(self) -> re.Pattern[str]:
        return _compiled(rf"(?<=\w)\s+(?={self.run_on.pattern}\b)")

    @cached_property
    def before_clause(self) -> re.Pattern[str]:
        return _compiled(rf"\b{self.clause_after.pattern}$")


def read_question_words(content: Path) -> QuestionWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return QuestionWords.model_validate(read_yaml(content / "questions.yml"))


def split_questions(text: str) -> list[str]:
    """The separate questions of a message, in order, at most three.

    One item, the whole message, when it holds one thought: a story with one question keeps its story.
    """
    asked = [part for part in _parts(text) if _is_question(part)]
    return asked[:_MOST] if len(asked) > 1 else [text.strip()]


def is_surely_asked(text: str) -> bool:
    """True for words that open as a question does, or end with its sign."""
    return _is_question(text.strip())


def only_question(text: str) -> str:
    """The one question of a longer message without the story around it; empty when there is no such."""
    asked = [sentence for sentence in _sentences(text) if _is_question(sentence)]
    return asked[0] if len(asked) == 1 and asked[0] != text.strip() else ""


def has_question(text: str) -> bool:
    """True for words that are surely a question, and for a longer text with one among its sentences."""
    return is_surely_asked(text) or bool(only_question(text))


def word_asked_after(text: str) -> str:
    """The word whose meaning a text asks for at its end ("soc sa sip, va e det"); empty where it does not."""
    found = _words().before_what.search(text)
    return found[1] if found else ""


def asks(text: str) -> bool:
    """True for words that hold a question, also behind what they tell in the same sentence."""
    return has_question(text) or bool(told_before(text))


def told_before(text: str) -> str:
    """What a message tells before the questions that it ends with; empty when it does not."""
    parts = _parts(text)
    asked = next((place for place, part in enumerate(parts) if _is_question(part)), len(parts))
    if asked == len(parts) or not all(_is_question(part) for part in parts[asked:]):
        return ""
    return _words().joined_on.sub("", text[: text.index(parts[asked])].strip(" ,\n"))


def asked_behind(text: str) -> str:
    """The questions that a message ends with, after what it tells; empty when it tells nothing."""
    told = told_before(text)
    return text.strip()[len(told) :].strip(" ,\n") if told else ""


@cache
def _words() -> QuestionWords:
    return read_question_words(CONTENT)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _one(words: Iterable[str]) -> str:
    return any_of(map(without_dots, words))


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _words().sentence_ends.split(text) if part.strip()]


def _parts(text: str) -> list[str]:
    between = _words().between
    joined = [piece.strip(" ,") for sentence in _sentences(text) for piece in between.split(sentence)]
    return [piece for part in joined for piece in _run_on(part) if piece]


def _run_on(part: str) -> list[str]:
    """A question that another one follows without any sign between them."""
    words = _words()
    if not words.asks.match(part):
        return [part]
    pieces, start = [], 0
    for gap in words.runs_on.finditer(part):
        before = part[start : gap.start()]
        if len(_WORD.findall(before)) >= _FEWEST and not words.before_clause.search(before):
            pieces.append(before)
            start = gap.end()
    return [*pieces, part[start:]]


def _is_question(part: str) -> bool:
    words = _words()
    asks = part.endswith("?") or bool(words.asks.match(part) or words.ends_asking.search(part))
    return asks and len(part.split()) >= _FEWEST_ASKING
