"""Walks a guided task: pure functions from one state to the next. Nothing is stored here."""

from collections.abc import Mapping
from typing import Any

from actions.tasks.models import FieldKind, Step, Task, TaskState

WRITTEN = (
    FieldKind.TEXT,
    FieldKind.LONG_TEXT,
    FieldKind.LIST,
    FieldKind.GOALS,
    FieldKind.CHOICES,
    FieldKind.ACTORS,
    FieldKind.DATES,
)


def start(task: Task, letter: str | None = None, told: Mapping[str, Any] | None = None) -> TaskState:
    """The state of a task just opened: the first step without an answer, and the answers already told."""
    state = TaskState(
        task=task.id, step=task.steps[0].id, letter=letter or task.letter, answers=dict(told or {})
    )
    unanswered = (step.id for step in visible_steps(task, state) if step.id not in state.answers)
    return move(state, next(unanswered, state.step))


def change_letter(task: Task, state: TaskState, letter: str) -> TaskState:
    """Goes on with another letter: all answers are kept, and the first step without one is asked."""
    if all(known.id != letter for known in task.letters):
        return wrong(state, "error_choice")
    changed = state.model_copy(update={"letter": letter})
    steps = visible_steps(task, changed)
    return move(changed, next((s.id for s in steps if s.id not in state.answers), steps[-1].id))


def visible_steps(task: Task, state: TaskState) -> list[Step]:
    """The steps that exist for this letter and person, given the answers so far."""
    facts = {**state.answers, "letter": state.letter or task.letter}
    return [
        step for step in task.steps if all(facts.get(key, "") in among for key, among in step.when.items())
    ]


def current(task: Task, state: TaskState) -> Step:
    """The step now asked; the first one when the state names none that exists."""
    steps = visible_steps(task, state)
    return next((step for step in steps if step.id == state.step), steps[0])


def progress(task: Task, state: TaskState) -> tuple[int, int]:
    """Index from 1 of the step now asked, and how many there are; the review is not counted."""
    steps = [step for step in visible_steps(task, state) if step.field is not FieldKind.REVIEW]
    index = next((i for i, step in enumerate(steps, 1) if step.id == state.step), len(steps))
    return index, len(steps)


def show_help(state: TaskState) -> TaskState:
    """Shows the examples and the questions that help."""
    return state.model_copy(update={"helping": True, "error": None})


def skip(task: Task, state: TaskState) -> TaskState:
    """Goes on without an answer; an answer already given is kept. A required step must be answered."""
    step = current(task, state)
    if step.required and step.id not in state.answers:
        return wrong(state, "error_required")
    return state if step.field is FieldKind.REVIEW else advance(task, state)


def back(task: Task, state: TaskState) -> TaskState:
    """The step before, with its answer; from a change, back to where that began. No answer is lost."""
    steps = [step.id for step in visible_steps(task, state)]
    if state.back_to in steps:
        return move(state, state.back_to)
    index = steps.index(current(task, state).id)
    return move(state, steps[max(index - 1, 0)])


def goto(task: Task, state: TaskState, step: str) -> TaskState:
    """Asks another step; an unknown or hidden one changes nothing. Required steps come first."""
    steps = visible_steps(task, state)
    if all(known.id != step for known in steps):
        return state
    for known in steps:
        if known.id == step:
            break
        if known.required and known.id not in state.answers:
            return wrong(state, "error_required")
    return move(state, step)


def follow(task: Task, state: TaskState, step: str) -> TaskState:
    """Goes where a card is that keeps the answers itself, so that none is asked for here."""
    return move(state, step) if any(known.id == step for known in visible_steps(task, state)) else state


def edit(task: Task, state: TaskState, step: str) -> TaskState:
    """Opens one step for change; its answer leads back to where the person was."""
    moved, here = goto(task, state, step), state.back_to or current(task, state).id
    if moved.error or moved.step != step or here == step:
        return moved
    return moved.model_copy(update={"back_to": here})


def put(state: TaskState, step: str, value: Any) -> TaskState:
    """Keeps one answer; None or nothing takes it away."""
    rest = {key: kept for key, kept in state.answers.items() if key != step}
    empty = value in (None, "", []) or value == {"chosen": [], "other": ""}
    answers = rest if empty else {**rest, step: value}
    return state.model_copy(update={"answers": answers, "error": None})


def advance(task: Task, state: TaskState) -> TaskState:
    """The next step, where the person was before a change, or done after the last."""
    steps = [step.id for step in visible_steps(task, state)]
    if state.back_to in steps:
        return _back_from_change(task, state)
    index = steps.index(current(task, state).id)
    if index + 1 < len(steps):
        return move(state, steps[index + 1])
    return finish(state)


def _back_from_change(task: Task, state: TaskState) -> TaskState:
    """Where the person was, after the questions before it that came with the changed answer."""
    for step in visible_steps(task, state):
        if step.id == state.back_to:
            break
        if state.step in step.when and step.id not in state.answers:
            return move(state, step.id).model_copy(update={"back_to": state.back_to})
    return move(state, state.back_to)


def finish(state: TaskState) -> TaskState:
    """The task is done; its answers stand."""
    return state.model_copy(update={"done": True, "error": None})


def advice(task: Task, state: TaskState) -> tuple[str, ...]:
    """What the chosen answers give reason to do, in the order of the steps."""
    chosen = [step.option(str(state.answers.get(step.id))) for step in visible_steps(task, state)]
    return tuple(option.advice for option in chosen if option and option.advice)


def to_draft(task: Task, state: TaskState) -> dict[str, Any]:
    """The draft as the browser keeps it; answers of hidden steps are left out."""
    shown = {step.id for step in visible_steps(task, state)}
    answers = {key: value for key, value in state.answers.items() if key in shown}
    return {"version": 1, "letter": state.letter or task.letter, "answers": answers}


def move(state: TaskState, step: str) -> TaskState:
    """Asks this step, whatever was open before."""
    fresh = {"step": step, "back_to": "", "done": False, "error": None, "helping": False}
    return state.model_copy(update=fresh)


def wrong(state: TaskState, key: str) -> TaskState:
    """The same state, with something to say first."""
    return state.model_copy(update={"error": key})
