"""Takes a message as the answer to a step of a guided task: pure functions, nothing is stored here."""

from typing import Any

from actions.asker.reading import says_i
from actions.content.text import fold
from actions.tasks.asking import agrees, declines, is_stuck
from actions.tasks.editing import answer_review, correct, reopen_last
from actions.tasks.fitting import also_told, answerable
from actions.tasks.goals import is_vague, make_concrete
from actions.tasks.models import FieldKind, Step, Task, TaskState
from actions.tasks.parsing import NotUnderstoodError, mentioned_option, parse
from actions.tasks.step_words import step_words
from actions.tasks.walking import WRITTEN, advance, current, put, show_help, skip, visible_steps, wrong

_FEW = 4  # words
_WORDED = (
    FieldKind.TEXT,
    FieldKind.LONG_TEXT,
    FieldKind.LIST,
    FieldKind.GOALS,
    FieldKind.ACTORS,
    FieldKind.RECIPIENT,
)


def answer(task: Task, state: TaskState, text: str) -> TaskState:
    """Takes a message as the answer. One not understood leaves the answers and sets `error`."""
    step = answerable(current(task, state), state.answers)
    if aside := _aside(task, state, step, text):
        return aside
    if step.field is FieldKind.REVIEW:
        return answer_review(task, state, text)
    if step.field in WRITTEN and declines(text):
        return skip(task, state)
    if step.field in _WORDED and agrees(text):
        return wrong(state, "error_which")
    try:
        value = parse(step, text, state.answers.get(step.id))
    except NotUnderstoodError as error:
        return wrong(state, str(error))
    kept = put(state, step.id, value)
    if step.field is FieldKind.CHOICE:
        return _past_told(task, kept, also_told(task, kept.answers, step, text))
    if step.field is FieldKind.GOALS and not state.helped and any(is_vague(step, goal) for goal in value):
        return kept.model_copy(update={"error": "concrete", "helping": True, "helped": True})
    return advance(task, kept)


def _aside(task: Task, state: TaskState, step: Step, text: str) -> TaskState | None:
    """What words lead to that are no plain answer: more about a goal, a wish for help, a correction."""
    said, words = fold(text), step_words()
    if state.error == "concrete" and step.field is FieldKind.GOALS:
        return _make_concrete(task, state, step, text)
    stuck = is_stuck(text) or words.asks_for_example.fullmatch(said)
    if stuck and (step.examples or step.help):
        return show_help(state)
    if said in words.wrong and step.field is not FieldKind.REVIEW:
        return reopen_last(task, state)
    if told := _told_of_oneself(task, state, step, text):
        return wrong(told, "noted")
    correction = words.corrects.match(text.strip())
    if correction and (step.field is not FieldKind.LONG_TEXT or correction["sure"]):
        return correct(task, state, correction["right"].strip())
    return None


def _told_of_oneself(task: Task, state: TaskState, step: Step, text: str) -> TaskState | None:
    """The state with a later choice made, where a few words give it instead of an answer: "sonen e jag"."""
    steps, few = visible_steps(task, state), len(text.split()) <= _FEW
    if step.field is not FieldKind.LONG_TEXT or not few or not says_i(text):
        return None
    later = steps[[one.id for one in steps].index(step.id) + 1 :]
    open_choices = (one for one in later if one.field is FieldKind.CHOICE and one.id not in state.answers)
    made = ((one, mentioned_option(one, text)) for one in open_choices)
    return next((put(state, one.id, option.id) for one, option in made if option), None)


def _past_told(task: Task, state: TaskState, told: dict[str, Any]) -> TaskState:
    """Keeps what the same words told beside the answer, and does not ask for it next."""
    moved = advance(task, state.model_copy(update={"answers": {**state.answers, **told}}))
    while moved.step in told and not moved.done:
        moved = advance(task, moved)
    return moved


def _make_concrete(task: Task, state: TaskState, step: Step, text: str) -> TaskState:
    """Words after the question about a vague goal say what it means; a no leaves the goal as it is."""
    if declines(text):
        return advance(task, state)
    try:
        return advance(task, put(state, step.id, make_concrete(step, state.answers[step.id], text)))
    except NotUnderstoodError as error:
        return wrong(state, str(error))
