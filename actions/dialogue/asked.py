"""What a message asks about, once its context and its parts are looked at."""

from dataclasses import dataclass

from rasa_sdk import Tracker

from actions.conversation.followups import Form
from actions.conversation.questions import only_question, split_questions
from actions.dialogue.services import services
from actions.dialogue.turn import Turn
from actions.dialogue.understanding import LIKELY, SURE, topics_of

_HELP = "hjalp"
_OUTSIDE = "utanfor-amnet"
_SURE_OUTSIDE = 0.6
_LIKELIEST = 3
_SMALL_TALK = frozenset({"samtal", "kris"})


@dataclass(frozen=True)
class Asked:
    """The topics to answer, in order, and the form of a single answer."""

    topics: tuple[str, ...]
    form: Form = "short"


async def asked_about(turn: Turn, tracker: Tracker) -> Asked:
    """Topics from a button, from what was just said, from each question, or from the whole message.

    A message without a letter or digit is a question mark in the air: what the chat can do. The topic just
    answered is answered longer, not in the same words again.
    Empty topics: nothing answerable was found.
    """
    known = services()
    last = tracker.get_slot("last_topic")
    wordless = bool(turn.words) and not any(char.isalnum() for char in turn.words)
    if turn.words and (wordless or not _is_surely_outside(turn)):
        leaning = known.followups.of(turn.words, last if _is_about_sip(last) else None)
        if leaning:
            return Asked((leaning.topic,), leaning.form)
        if wordless:
            return Asked((_HELP,))
        topics = await _topics_of_parts(turn)
        if topics:
            return Asked(tuple(topics))
        if turn.intent == last and _is_about_sip(last):
            return Asked((turn.intent,), "long")
    return Asked((turn.intent,) if turn.intent in known.store.answers else ())


async def topics_of_several(turn: Turn) -> list[str]:
    """The topics of a message that asks several things; empty when it asks one."""
    questions = split_questions(turn.words)
    return await topics_of(questions, services().store) if len(questions) > 1 else []


async def _topics_of_parts(turn: Turn) -> list[str]:
    """Topics of the questions worth reading by themselves: all of several, or the one in a story.

    A story that was understood keeps its answer, unless its question says something else more surely.
    """
    several = await topics_of_several(turn)
    if several:
        return several if len(several) > 1 or not _is_topic(turn) else []
    alone = "" if _may_be_outside(turn) or turn.confidence >= SURE else only_question(turn.words)
    return await topics_of([alone] if alone else [], services().store, SURE if _is_topic(turn) else LIKELY)


def _is_about_sip(topic: str | None) -> bool:
    answer = services().store.answers.get(topic or "")
    return answer is not None and answer.group not in _SMALL_TALK


def _is_topic(turn: Turn) -> bool:
    return turn.intent in services().store.answers and turn.intent != _OUTSIDE


def _may_be_outside(turn: Turn) -> bool:
    """True for a story that may be about something else: its question, read alone, would mislead."""
    return _OUTSIDE in turn.ranked[:_LIKELIEST]


def _is_surely_outside(turn: Turn) -> bool:
    return turn.intent == _OUTSIDE and turn.confidence >= _SURE_OUTSIDE
