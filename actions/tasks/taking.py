"""What a message does to the task under way: answers its step, steers it, or is for somebody else."""

from collections.abc import Callable

from actions.tasks import engine
from actions.tasks.asking import is_return
from actions.tasks.interruption import (
    is_about_something_else,
    is_answer,
    is_steering,
    is_unclear_question,
    may_be_no_answer,
)
from actions.tasks.message import Message
from actions.tasks.models import FieldKind, Task, TaskState

Answering = Callable[[Task, TaskState, Message], TaskState]

PRESSED = "steg"
_SKIP = "hoppa-over"
_BACK = "tillbaka"


def plain_answer(task: Task, state: TaskState, message: Message) -> TaskState:
    """The state with the message as the step's answer, as most tasks take it."""
    return engine.answer(task, state, message.text)


def take(
    task: Task, state: TaskState, message: Message, *, begins: str, answering: Answering = plain_answer
) -> TaskState | None:
    """The task after the message; None when the message is not for the task.

    begins: the intent that asks for this task. answering: how the task takes an answer.
    A task that waits takes no answers until the person comes back to it.
    """
    if state.waiting:
        return _come_back(state, message)
    if message.intent == PRESSED:
        return engine.apply_payload(task, state, message.entities)
    if message.is_payload or is_steering(message.intent, message.confidence, message.text):
        return _steered(task, state, message.intent)
    step = engine.current(task, state)
    if not is_answer(step, message.intent, message.confidence, message.text):
        return None
    if is_unclear_question(step, message.text):
        return None
    moved = answering(task, state, message)
    about_another = message.intent != begins and is_about_something_else(message.intent, message.confidence)
    if moved.error and moved.answers == state.answers and about_another:
        return None
    return moved.model_copy(update={"error": "error_again"}) if _is_stuck(state, moved) else moved


def told_if_in_doubt(task: Task, before: TaskState, after: TaskState, message: Message) -> TaskState:
    """The task, saying how to change the answer just taken where it may have been something else."""
    here, step = engine.current(task, after), engine.current(task, before)
    untold = after.error or here.id == step.id or here.field is FieldKind.REVIEW
    if untold or not message.words or is_steering(message.intent, message.confidence, message.text):
        return after
    in_doubt = may_be_no_answer(step, message.intent, message.confidence, message.text) or engine.may_reopen(
        task, before, message.text
    )
    return after.model_copy(update={"error": "kept_anyway"}) if in_doubt else after


def calmed(before: TaskState, after: TaskState) -> TaskState:
    """The task after words of distress: nobody in distress is told that an answer did not fit."""
    kept = before if after.error and after.answers == before.answers else after
    return kept.model_copy(update={"error": None})


def _come_back(state: TaskState, message: Message) -> TaskState | None:
    if not (message.intent == PRESSED or is_return(message.text)):
        return None
    return state.model_copy(update={"waiting": False, "error": None})


def _steered(task: Task, state: TaskState, intent: str) -> TaskState | None:
    if intent == _SKIP:
        return engine.skip(task, state)
    return engine.back(task, state) if intent == _BACK else None


def _is_stuck(before: TaskState, after: TaskState) -> bool:
    """True when the same trouble would be told in the same words twice in a row."""
    return after.error == before.error and (after.error or "").startswith("error_")
