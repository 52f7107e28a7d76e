"""Decides whether a message inside a task answers the step or is a question or command of its own."""

from actions.content.text import fold
from actions.content.topics import topics
from actions.tasks.asking import asks, is_command
from actions.tasks.models import FieldKind, Step
from actions.tasks.parsing import find_option, said_option
from actions.tasks.step_words import step_words
from actions.tasks.wishes import Doubt, doubt, may_want_to_stop, wants_to_stop
from actions.thresholds import LEAVES_STEP, NAMES_TOPIC_IN_STEP, STEERS_STEP

START_OVER = "borja-om"
_LONG = 12
_SHORT = 3
_BRIEF = 7
_CHOSEN = (FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.ACTORS)


def is_answer(step: Step, intent: str, confidence: float, text: str) -> bool:
    """True when the message answers the step. Words of crisis never do."""
    words = text.strip()
    if intent == "kris" or not words:
        return False
    if is_option(step, words):
        return True
    if intent in topics().in_step("leaves") and confidence >= STEERS_STEP and _is_command(step, words):
        return False
    if step.takes_questions or (step.field is FieldKind.REVIEW and step_words().opens_change.match(words)):
        return True
    if _is_long_answer(step, words):
        return True
    chosen = step.field in (FieldKind.CHOICE, FieldKind.REVIEW)
    if _is_question(step, words, chosen or confidence >= STEERS_STEP):
        return False
    if step.field is FieldKind.CHOICE and said_option(step, words):
        return True
    return not (chosen and _names_topic(intent, confidence, words))


def is_about_something_else(intent: str, confidence: float) -> bool:
    """True when words that do not fit the step surely ask for something: "skriv brevet" is no place."""
    return not _may_answer(intent) and confidence >= LEAVES_STEP


def is_steering(intent: str, confidence: float, text: str) -> bool:
    """True when short words ask to skip or to go back, and say so themselves."""
    said = step_words().steering.get(intent)
    return bool(
        said and confidence >= STEERS_STEP and len(text.split()) <= _BRIEF and said.search(fold(text))
    )


def is_unclear_question(step: Step, text: str) -> bool:
    """True for free words that ask, though the model does not know what, and that no option stands for."""
    words = text.strip()
    if step.takes_questions or _repeats(step, words) or is_option(step, words):
        return False
    return doubt(words) is Doubt.QUESTION and (asks(words) or len(words.split()) < _LONG)


def may_be_no_answer(step: Step, intent: str, confidence: float, text: str) -> bool:
    """True for free words that were taken as the answer and may have been a question or a wish to stop."""
    words = text.strip()
    if not is_free(step) or step.takes_questions or is_option(step, words):
        return False
    leaves = intent in topics().in_step("leaves") and confidence >= STEERS_STEP
    return (leaves and len(words.split()) < _LONG) or may_want_to_stop(words) or doubt(words) is Doubt.EITHER


def is_wish_to_stop(step: Step, intent: str, confidence: float, text: str) -> bool:
    """True for words that ask to stop or start over. Where a choice is asked, a guess is enough."""
    words = text.strip()
    if intent == "kris" or is_option(step, words):
        return False
    stops = wants_to_stop(words)
    if is_free(step) or stops:
        return stops
    return intent == START_OVER and not is_answer(step, intent, confidence, words)


def may_be_wish_to_stop(step: Step, text: str) -> bool:
    """True where a choice is asked, for words that may ask to stop: there they are no answer."""
    return not is_free(step) and not is_option(step, text) and may_want_to_stop(text)


def is_free(step: Step) -> bool:
    """True for a step that takes words of one's own."""
    return step.field not in (FieldKind.CHOICE, FieldKind.REVIEW)


def is_option(step: Step, text: str) -> bool:
    """True when the words are one of the step's options."""
    return step.field in _CHOSEN and find_option(step, text.strip().rstrip(".!")) is not None


def _is_command(step: Step, words: str) -> bool:
    """Where a choice is asked, a guess is enough. Free words are a command only when they say so shortly."""
    if step.field in (FieldKind.CHOICE, FieldKind.REVIEW):
        return len(words.split()) < _LONG
    return is_command(words)


def _is_long_answer(step: Step, words: str) -> bool:
    wide = step.field in (FieldKind.LONG_TEXT, FieldKind.GOALS, FieldKind.LIST)
    return wide and (len(words.split()) >= _LONG or "\n" in words) and not asks(words)


def _is_question(step: Step, words: str, sure: bool) -> bool:
    """True for a question, unless it only repeats the step's before answering it: "Vad är svårt? Allt."."""
    if _repeats(step, words):
        return False
    return words.endswith("?") or (sure and asks(words))


def _repeats(step: Step, words: str) -> bool:
    said, _, told = words.partition("?")
    wordings = (step.question, *(words.question for words in step.variants.values() if words.question))
    return bool(fold(told)) and any(fold(said) in fold(asked) for asked in wordings)


def _names_topic(intent: str, confidence: float, words: str) -> bool:
    return not _may_answer(intent) and confidence >= NAMES_TOPIC_IN_STEP and len(words.split()) >= _SHORT


def _may_answer(intent: str) -> bool:
    """True for what was not understood, and for words that are as likely the answer as anything else."""
    return not intent or intent in topics().in_step("answers")
