"""What a message asks about, once its context and its parts are looked at."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from actions.publishing.store import Store
from actions.replies.choosing import chosen, question_of
from actions.replies.conversation import Conversation
from actions.replies.followups import Followups, Form
from actions.replies.passages import Question, topic_of
from actions.replies.questions import only_question, split_questions
from actions.replies.turn import Turn
from actions.thresholds import LIKELY_PART, NEAR_OUTSIDE, SURE_PART, SURELY_OUTSIDE

# The questions that parts of a message ask, each of a topic at least this probable (0 to 1).
PartsReader = Callable[[Sequence[str], float], Awaitable[list[Question]]]

_HELP = "hjalp"
_OUTSIDE = "utanfor-amnet"


@dataclass(frozen=True)
class Asked:
    """The questions to answer, in order, and the form of a single answer."""

    questions: tuple[Question, ...]
    form: Form = "short"


async def asked_about(
    turn: Turn, conversation: Conversation, store: Store, followups: Followups, read: PartsReader
) -> Asked:
    """Questions from a button, from what was just said, from each part, or from the whole message.

    A message without a letter or digit is a question mark in the air: what the chat can do. What was just
    answered is answered longer, not in the same words again.
    Empty questions: nothing answerable was found.
    """
    picked = _picked(turn, conversation, store)
    if picked:
        return Asked((picked,))
    last = conversation.last_topic if store.topics.is_about_sip(conversation.last_topic) else ""
    wordless = bool(turn.words) and not any(char.isalnum() for char in turn.words)
    if turn.words and (wordless or not _is_surely_outside(turn)):
        leaning = followups.of(turn.words, last or None)
        if leaning:
            return Asked((conversation.last_about(leaning.topic),), leaning.form)
        if wordless:
            return Asked((Question(_HELP),))
        parts = await _parts_asked(turn, store, read)
        if parts:
            return Asked(tuple(parts))
        if last and turn.intent == last and not turn.passage:
            return Asked((conversation.last_about(last),), "long")
    return Asked(_whole(turn, store))


async def several_asked(turn: Turn, read: PartsReader) -> list[Question]:
    """The questions of a message that asks several things; empty when it asks one."""
    parts = split_questions(turn.words)
    found = await read(parts, LIKELY_PART) if len(parts) > 1 else []
    return found if len(found) > 1 else []


def asks_only(asked: Asked, topic: str) -> bool:
    """True when the topic as a whole is all that is asked."""
    return asked.questions == (Question(topic),)


def _picked(turn: Turn, conversation: Conversation, store: Store) -> Question | None:
    """The question chosen in words among the buttons just shown."""
    offered = conversation.offered if turn.words else ()
    button = chosen(turn.words, offered) if offered else None
    picked = question_of(button) if button else None
    return picked if picked and picked.topic in store.answers else None


def _whole(turn: Turn, store: Store) -> tuple[Question, ...]:
    """What the message as a whole asks: its very question, else its topic.

    A model may know a question that content no longer has; then its topic is answered.
    """
    if topic_of(turn.passage) in store.answers:
        known = turn.passage if turn.passage in store.passages else ""
        return (Question(topic_of(turn.passage), known),)
    return (Question(turn.intent),) if turn.intent in store.answers else ()


async def _parts_asked(turn: Turn, store: Store, read: PartsReader) -> list[Question]:
    """The parts worth reading by themselves: all of several questions, or the one in a story.

    A story that was understood keeps its answer, unless its question says something else more surely.
    """
    several = await several_asked(turn, read)
    if several:
        return several
    alone = "" if _may_be_outside(turn) else only_question(turn.words)
    understood = turn.intent in store.answers and turn.intent != _OUTSIDE
    return (
        await read([alone], max(SURE_PART, turn.confidence) if understood else LIKELY_PART) if alone else []
    )


def _may_be_outside(turn: Turn) -> bool:
    """True for a story that may be about something else: its question, read alone, would mislead."""
    return _OUTSIDE in turn.ranked[:NEAR_OUTSIDE]


def _is_surely_outside(turn: Turn) -> bool:
    return turn.intent == _OUTSIDE and turn.confidence >= SURELY_OUTSIDE
