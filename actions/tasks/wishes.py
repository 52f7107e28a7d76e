"""Wishes and questions written in the middle of a task that are no answer to its step: `content/wishes.yml`.

All of it is judged by the words alone, so that it holds whatever the model made of them.
"""

import re
from collections.abc import Mapping
from enum import Enum

from actions.content.text import fold
from actions.tasks.asking import asks, is_command
from actions.tasks.models import Task
from actions.tasks.wish_words import wish_words

_LONGEST = 12  # words of a wish; a longer message tells something
_LONGEST_REASON = 30  # words of a wish that says why


class Doubt(Enum):
    """How likely words in free text are a question and no answer."""

    QUESTION = "question"
    EITHER = "either"
    ANSWER = "answer"


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


def wants_to_see(text: str) -> bool:
    """True for who wants to see what is written so far."""
    return wish_words().is_whole(wish_words().shows, text)


def asks_how_far(text: str) -> bool:
    """True for who asks how many questions are left."""
    return wish_words().is_whole(wish_words().how_far, text)


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
