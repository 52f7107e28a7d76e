"""Wishes and questions written in the middle of a task that are no answer to its step: `content/wishes.yml`.

All of it is judged by the words alone, so that it holds whatever the model made of them.
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache, cached_property
from pathlib import Path

from actions.content.recognition import Folded, Phrases, Recognised, Written
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml
from actions.tasks.asking import asking_words, asks, is_command
from actions.tasks.models import Task

_LONGEST = 12  # words of a wish; a longer message tells something
_LONGEST_REASON = 30  # words of a wish that says why


class Doubt(Enum):
    """How likely words in free text are a question and no answer."""

    QUESTION = "question"
    EITHER = "either"
    ANSWER = "answer"


class WishWords(Recognised):
    """The file, as patterns over folded text."""

    spoken: dict[str, str]
    before: Folded
    after: Folded
    stop: Folded
    perhaps_stop: Folded
    gives_up: Folded
    the_letter: Folded
    because: Written
    call_ways: Folded
    call_asks: Folded
    call_can: Folded
    call_before: Folded
    call_whom: Folded
    rather: Folded
    waits: Folded
    small_talk: Folded
    small_talk_around: Folded
    puzzled: Folded
    puzzled_after: Folded
    asks_leave: Folded
    human: Folded
    my_answer: Phrases
    stop_for_sure: Phrases
    go_on: Phrases
    wants: Folded
    between: Folded
    writes: Folded
    write_now: Folded
    instead: Folded
    any_letter: Folded
    tasks: dict[str, Folded]
    ask_how: Folded
    ask_whom: Folded
    ask_first: Folded
    ask_first_whom: Folded
    asker_first: Folded
    never_asker: Folded
    verbs: Folded
    not_verb: Folded
    wonders: Folded
    then: Folded

    def is_whole(self, wish: re.Pattern[str], text: str, after: re.Pattern[str] | None = None) -> bool:
        """True when the text is nothing but this, and small words around it.

        after: the small words that may follow, where they are not the usual ones.
        """
        around = rf"(?:{self.before.pattern} )*{wish.pattern}(?: {(after or self.after).pattern})*"
        return re.fullmatch(around, self.plain(text)) is not None

    def plain(self, text: str) -> str:
        """The folded words, spelt as the lists spell them."""
        return " ".join(self._spelt.get(word, word) for word in fold(text).split())

    @cached_property
    def calls_rather(self) -> re.Pattern[str]:
        """A whole folded message: another way than to write is wanted."""
        return re.compile(rf"{self._before_call}{self._call} {self.rather.pattern}{self._after}")

    @cached_property
    def gives_up_and_calls(self) -> re.Pattern[str]:
        """A whole folded message: to stop or to give up, and then another way than to write."""
        first = rf"(?:{self.stop.pattern}|{self.perhaps_stop.pattern}|{self.gives_up.pattern})"
        gives_up = rf"(?:{self.before.pattern} )*{first}{self._after}"
        asks = (
            rf"(?:{self.call_asks.pattern}|{self.call_can.pattern} {self._call})(?: {self.rather.pattern})?"
        )
        calls = rf"(?:{asks}|{self._call} {self.rather.pattern})"
        return re.compile(rf"(?:{gives_up} ){{1,3}}{self._before_call}{calls}{self._after}")

    @cached_property
    def begins_reason(self) -> re.Pattern[str]:
        """Where the reason begins in text as it is written."""
        return re.compile(rf"[.!?;,\n]|\s(?={self.because.pattern}\b)", re.IGNORECASE)

    @property
    def _before_call(self) -> str:
        return rf"(?:(?:{self.call_can.pattern}|{self.call_before.pattern}|{self.before.pattern}) )*"

    @property
    def _call(self) -> str:
        return rf"{self.call_ways.pattern}(?: {self.call_whom.pattern})*"

    @property
    def _after(self) -> str:
        return rf"(?: {self.after.pattern})*"

    @cached_property
    def _spelt(self) -> dict[str, str]:
        return {fold(said): fold(written) for said, written in self.spoken.items()}

    @cached_property
    def wishes(self) -> re.Pattern[str]:
        """The beginning of a wish for something else."""
        return self._wish_that_begins(self._wanting)

    @cached_property
    def wishes_to_write(self) -> re.Pattern[str]:
        """The beginning of a wish for another letter that is no answer anywhere."""
        return self._wish_that_begins(rf"(?:{self._wanting} )?{self.writes.pattern}\b")

    @cached_property
    def asks_too(self) -> re.Pattern[str]:
        """The beginning of a question that the list of the browser does not know."""
        how = rf"{self.ask_how.pattern} {self.ask_whom.pattern}"
        first = rf"(?!{self.not_verb.pattern} ){self.ask_first.pattern} {self.ask_first_whom.pattern}"
        return re.compile(rf"(?:{how}|{first})\b")

    @cached_property
    def asks_by_order(self) -> re.Pattern[str]:
        """A verb before the one it is about: the order of a question, and of a condition."""
        inverted = "|".join(map(fold, asking_words().inverted))
        return re.compile(rf"(?:{inverted}) (?P<whom>\w+)")

    @cached_property
    def goes_on_as_condition(self) -> re.Pattern[str]:
        """A second verb before the one it is about, as the main clause after a condition has it."""
        verb = rf"(?!{self.not_verb.pattern} ){self.verbs.pattern}"
        main = rf"{verb} {self.asker_first.pattern}|{self.then.pattern} {verb} {self.ask_whom.pattern}"
        return re.compile(rf"\b(?:{main})\b")

    def is_condition(self, said: str) -> bool:
        """True for folded words that begin with a verb and have a main clause after it."""
        begins = re.match(rf"(?!{self.not_verb.pattern} ){self.verbs.pattern} \w+", said)
        return begins is not None and self.goes_on_as_condition.search(said, begins.end()) is not None

    def task_wish(self, task: str) -> re.Pattern[str]:
        """A whole folded message that asks for a task."""
        around = rf"(?:{self.before.pattern} )*(?:{self._wanting} )?{self.tasks[task].pattern}"
        return re.compile(rf"{around}{self._after}")

    def _wish_that_begins(self, wanting: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{self.before.pattern} )*(?:{wanting}|{self.write_now.pattern}\b)")

    @property
    def _wanting(self) -> str:
        return rf"{self.wants.pattern}(?: {self.between.pattern})*"


def read_wishes(content: Path) -> WishWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return WishWords.model_validate(read_yaml(content / "wishes.yml"))


@cache
def wish_words() -> WishWords:
    """Read once."""
    return read_wishes(CONTENT)


def wants_to_stop(text: str) -> bool:
    """True for short words that can hardly be anything but a wish to stop or start over."""
    return wish_words().is_whole(wish_words().stop, text)


def may_want_to_stop(text: str) -> bool:
    """True for short words that may be such a wish, and as well the answer."""
    return wish_words().is_whole(wish_words().perhaps_stop, text)


def wants_to_call(text: str) -> bool:
    """True for who would rather call or go there than write."""
    said, words = wish_words().plain(text), wish_words()
    if len(said.split()) > _LONGEST_REASON:
        return False
    return bool(words.calls_rather.fullmatch(said) or words.gives_up_and_calls.fullmatch(said))


def gives_up(text: str) -> bool:
    """True for who stops the letter, and tells why or what they will do instead."""
    words = wish_words()
    said, *reason = words.begins_reason.split(text.strip(), maxsplit=1)
    plainly = is_command(said) or re.search(rf"\b{words.the_letter.pattern}\b", words.plain(said))
    return wants_to_call(text) or bool(reason and plainly and wants_to_stop(said))


def is_about_writing(text: str) -> bool:
    """True where giving up can be of nothing but the letter: it is named, or another way than to write."""
    words = wish_words()
    about = rf"\b(?:{words.the_letter.pattern}|{words.rather.pattern})\b"
    return re.search(about, words.plain(text)) is not None


def waits(text: str) -> bool:
    """True for who asks the chat to wait, in words that are nothing else."""
    return _is_small(wish_words().waits, text)


def is_small_talk(text: str) -> bool:
    """True for words that say nothing but that somebody is there, or amused, or thankful."""
    said = wish_words().plain(text)
    return (bool(text.strip()) and not said) or _is_small(wish_words().small_talk, text)


def is_puzzled(text: str) -> bool:
    """True for who says that the question was not understood."""
    return wish_words().is_whole(wish_words().puzzled, text, wish_words().puzzled_after)


def asks_leave(text: str) -> bool:
    """True for who says that they have a question, but not which."""
    return wish_words().is_whole(wish_words().asks_leave, text)


def wants_human(text: str) -> bool:
    """True for short words that ask for a human."""
    return wish_words().is_whole(wish_words().human, text)


def claims_answer(text: str) -> bool:
    """True for "det var mitt svar", after words that were taken for something else."""
    return wish_words().plain(text) in wish_words().my_answer


def agrees_to_stop(text: str) -> bool:
    """True for a yes to the question about stopping; the wish once more is one."""
    return wish_words().plain(text) in wish_words().stop_for_sure or wants_to_stop(text)


def goes_on(text: str) -> bool:
    """True for a no to the question about stopping."""
    return wish_words().plain(text) in wish_words().go_on


def wished_letter(task: Task, text: str, *, free: bool) -> str | None:
    """The letter that somebody asks for instead; None for words that may be the answer to a step.

    free: the step takes words of one's own, so that the wish must say that something is to be written.
    """
    said = wish_words().plain(text)
    if not _wishes(said, free=free):
        return None
    named = task.letter_named(said) or next((r for r in task.letters if fold(r.label) in said), None)
    return named.id if named else None


def wishes_some_letter(text: str, *, free: bool) -> bool:
    """True for who wants another letter and does not say which."""
    said = wish_words().plain(text)
    return _wishes(said, free=free) and bool(re.search(rf"\b{wish_words().any_letter.pattern}\b", said))


def wished_task(tasks: Mapping[str, Task], under_way: str, text: str) -> str | None:
    """Another task that somebody asks for, in words that are nothing else."""
    said = wish_words().plain(text)
    others = (task for task in wish_words().tasks if task in tasks and task != under_way)
    return next((task for task in others if wish_words().task_wish(task).fullmatch(said)), None)


def asks_plainly(text: str) -> bool:
    """True for a sentence that is a question and no condition, with or without its sign.

    Asks more than `is_surely_asked` of actions/replies/questions.py: what is a question here is left out of
    the letter, and "har ingen brevlåda, hur får jag veta tiden" must not be lost.
    """
    return doubt(text) is Doubt.QUESTION or (
        text.rstrip().endswith("?") and not wish_words().is_condition(wish_words().plain(text))
    )


def doubt(text: str) -> Doubt:
    """Whether words without a question mark ask, when the model does not know what.

    "Får jag ingen hjälp blir jag sjuk" and "har det svårt" have the order of a question, and tell.
    """
    words = wish_words()
    said = words.plain(text)
    if not asks(text) and not words.asks_too.match(said):
        wonders = len(said.split()) <= _LONGEST and re.search(rf"\b{words.wonders.pattern}\b", said)
        return Doubt.EITHER if wonders else Doubt.ANSWER
    by_order = words.asks_by_order.match(said)
    if by_order is None:
        return Doubt.EITHER if words.is_condition(said) else Doubt.QUESTION
    if re.fullmatch(words.never_asker.pattern, by_order["whom"]):
        return Doubt.ANSWER
    asks_someone = re.fullmatch(words.asker_first.pattern, by_order["whom"])
    return Doubt.QUESTION if asks_someone and not words.is_condition(said) else Doubt.EITHER


def _is_small(words: re.Pattern[str], text: str) -> bool:
    around = wish_words().small_talk_around.pattern
    return re.fullmatch(rf"(?:{around} )*{words.pattern}(?: {around})*", wish_words().plain(text)) is not None


def _wishes(said: str, *, free: bool) -> bool:
    if len(said.split()) > _LONGEST:
        return False
    words = wish_words()
    if free:
        return words.wishes_to_write.match(said) is not None
    return bool(words.wishes.match(said) or re.search(rf"\b{words.instead.pattern}\b", said))
