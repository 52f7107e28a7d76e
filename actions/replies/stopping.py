"""Stopping in the middle of a task: asked about first, and nothing written is forgotten before a yes."""

from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.reply import Button, Reply
from actions.replies.spoken import Spoken, task_kept
from actions.replies.turn import Turn
from actions.replies.ways_on import open_question
from actions.tasks.buttons import payload
from actions.tasks.engine import current
from actions.tasks.interruption import START_OVER
from actions.tasks.models import Task, TaskState
from actions.tasks.wishes import agrees_to_stop, goes_on
from actions.thresholds import STEERS_STEP

_FORGET = f"/{START_OVER}"
_YES, _NO = "ja", "nej"
_BRIEF = 3
CONTACT = "contact"  # whom to call can be asked again: nothing is written in it


def begun(conversation: Conversation) -> str:
    """The id of a task in which something is written, the one under way before others; empty when none is."""
    states = conversation.states
    written = [key for key, row in states.items() if row.answers and not row.done and key != CONTACT]
    return conversation.task if conversation.task in written else next(iter(written), "")


def ask_to_stop(task: Task, state: TaskState, care: tuple[Reply, ...] = ()) -> Spoken:
    """One short question with two choices, after a word of care where it is needed; the step waits."""
    asked = state.model_copy(update={"asked": "stop", "error": None})
    step = current(task, state)
    stay = Button(task.phrases["stop_no"], payload(task, step))
    reply = stop_reply(task, stay, f"{task.id}.{step.id}")
    return Spoken((*care, reply), task_kept(task, asked))


def stop_reply(task: Task, stay: Button, step: str = "") -> Reply:
    """The question."""
    buttons = (Button(task.phrases["stop_yes"], _FORGET), stay)
    custom = {"topic": task.topic} | ({"step": step} if step else {})
    return Reply(task.phrases["stop_question"], buttons, custom)


def stopped(known: Knowledge) -> Spoken:
    """All that was written is forgotten, and a new start offered."""
    reply = open_question(known, phrase="started_over", topic=START_OVER)
    return Spoken((reply,), {}, "ended", forgets=True)


def agrees(turn: Turn) -> bool:
    """True for a yes in words to the question about stopping."""
    return _is_short(turn, _YES) or agrees_to_stop(turn.words)


def stays(turn: Turn) -> bool:
    """True for a no to the question about stopping, in words or pressed."""
    return _is_short(turn, _NO) or goes_on(turn.words)


def agrees_to_forget(turn: Turn, conversation: Conversation) -> bool:
    """True for a yes in words right after the question, where no task was under way to hear it."""
    asked = any(button.payload == _FORGET for button in conversation.offered)
    return asked and bool(turn.words) and agrees(turn)


def _is_short(turn: Turn, intent: str) -> bool:
    sure = turn.intent == intent and turn.confidence >= STEERS_STEP
    return sure and 0 < len(turn.words.split()) <= _BRIEF
