"""Walks a guided task: pure functions from one state to the next. Nothing is stored here."""

from typing import Any

from actions.content.text import fold
from actions.tasks.changing import Change, has_several, new_answer, step_to_change
from actions.tasks.fitting import also_told, answerable
from actions.tasks.goals import is_vague, make_concrete
from actions.tasks.models import ROWS, FieldKind, Step, Task, TaskState
from actions.tasks.parsing import NotUnderstoodError, parse
from actions.tasks.step_words import step_words

_WRITTEN = (
    FieldKind.TEXT,
    FieldKind.LONG_TEXT,
    FieldKind.LIST,
    FieldKind.GOALS,
    FieldKind.CHOICES,
    FieldKind.ACTORS,
    FieldKind.DATES,
)
_WORDED = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.RECIPIENT)
_GROWING = (*ROWS, FieldKind.CHOICES)


def start(task: Task, letter: str | None = None) -> TaskState:
    """The state of a task just opened: first step, no answers."""
    return TaskState(task=task.id, step=task.steps[0].id, letter=letter or task.letter)


def change_letter(task: Task, state: TaskState, letter: str) -> TaskState:
    """Goes on with another letter: all answers are kept, and the first step without one is asked."""
    if all(known.id != letter for known in task.letters):
        return _wrong(state, "error_choice")
    changed = state.model_copy(update={"letter": letter})
    steps = visible_steps(task, changed)
    return _move(changed, next((s.id for s in steps if s.id not in state.answers), steps[-1].id))


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


def answer(task: Task, state: TaskState, text: str) -> TaskState:
    """Takes a message as the answer. One not understood leaves the answers and sets `error`."""
    step, said = answerable(current(task, state), state.answers), fold(text)
    if aside := _aside(task, state, step, text):
        return aside
    if step.field is FieldKind.REVIEW:
        return _answer_review(task, state, text, said)
    if step.field in _WRITTEN and said in step_words().decline:
        return skip(task, state)
    if step.field in _WORDED and said in step_words().agree:
        return _wrong(state, "error_which")
    try:
        value = parse(step, text, state.answers.get(step.id))
    except NotUnderstoodError as error:
        return _wrong(state, str(error))
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
        return _make_concrete(task, state, step, text, said)
    stuck = said in words.stuck or words.asks_for_example.fullmatch(said)
    if stuck and (step.examples or step.help):
        return show_help(state)
    if said in words.wrong and step.field is not FieldKind.REVIEW:
        return _reopened(task, state)
    correction = words.corrects.match(text.strip())
    if correction and (step.field is not FieldKind.LONG_TEXT or correction["sure"]):
        return _correct(task, state, correction["right"].strip())
    return None


def show_help(state: TaskState) -> TaskState:
    """Shows the examples and the questions that help."""
    return state.model_copy(update={"helping": True, "error": None})


def skip(task: Task, state: TaskState) -> TaskState:
    """Goes on without an answer; an answer already given is kept. A required step must be answered."""
    step = current(task, state)
    if step.required and step.id not in state.answers:
        return _wrong(state, "error_required")
    return state if step.field is FieldKind.REVIEW else advance(task, state)


def back(task: Task, state: TaskState) -> TaskState:
    """The step before, with its answer; from an edit, back to the review. No answer is lost."""
    if state.editing:
        return _move(state, _review_id(task) or state.step)
    steps = [step.id for step in visible_steps(task, state)]
    index = steps.index(current(task, state).id)
    return _move(state, steps[max(index - 1, 0)])


def goto(task: Task, state: TaskState, step: str) -> TaskState:
    """Asks another step; an unknown or hidden one changes nothing. Required steps come first."""
    steps = visible_steps(task, state)
    if all(known.id != step for known in steps):
        return state
    for known in steps:
        if known.id == step:
            break
        if known.required and known.id not in state.answers:
            return _wrong(state, "error_required")
    return _move(state, step)


def follow(task: Task, state: TaskState, step: str) -> TaskState:
    """Goes where a card is that keeps the answers itself, so that none is asked for here."""
    return _move(state, step) if any(known.id == step for known in visible_steps(task, state)) else state


def edit(task: Task, state: TaskState, step: str) -> TaskState:
    """Opens one step for change; the answer leads back to the review."""
    moved = goto(task, state, step)
    if moved.error or moved.step != step or _review_id(task) in (None, step):
        return moved
    return moved.model_copy(update={"editing": step, "done": False})


def put(state: TaskState, step: str, value: Any) -> TaskState:
    """Keeps one answer; None or nothing takes it away."""
    rest = {key: kept for key, kept in state.answers.items() if key != step}
    empty = value in (None, "", []) or value == {"chosen": [], "other": ""}
    answers = rest if empty else {**rest, step: value}
    return state.model_copy(update={"answers": answers, "error": None})


def _past_told(task: Task, state: TaskState, told: dict[str, Any]) -> TaskState:
    """Keeps what the same words told beside the answer, and does not ask for it next."""
    moved = advance(task, state.model_copy(update={"answers": {**state.answers, **told}}))
    while moved.step in told and not moved.done:
        moved = advance(task, moved)
    return moved


def advance(task: Task, state: TaskState) -> TaskState:
    """The next step, the review after an edit, or done after the last."""
    steps = [step.id for step in visible_steps(task, state)]
    if state.editing and (review := _review_id(task)):
        return _move(state, review)
    index = steps.index(current(task, state).id)
    if index + 1 < len(steps):
        return _move(state, steps[index + 1])
    return finish(state)


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


def _make_concrete(task: Task, state: TaskState, step: Step, text: str, said: str) -> TaskState:
    """Words after the question about a vague goal say what it means; a no leaves the goal as it is."""
    if said in step_words().decline:
        return advance(task, state)
    try:
        return advance(task, put(state, step.id, make_concrete(step, state.answers[step.id], text)))
    except NotUnderstoodError as error:
        return _wrong(state, str(error))


def _answer_review(task: Task, state: TaskState, text: str, said: str) -> TaskState:
    words = step_words()
    if said in words.ready | words.agree:
        return finish(state)
    if new := new_answer(visible_steps(task, state), state.answers, text):
        return _change(task, state, new)
    if named := step_to_change(visible_steps(task, state), state.answers, text):
        return edit(task, state, named.id)
    return _wrong(state, "which_change" if words.opens_change.match(text.strip()) else "error_choice")


def _change(task: Task, state: TaskState, change: Change) -> TaskState:
    """The answer in new words; an answer of several things is opened and added to, never overwritten."""
    step, old = answerable(change.step, state.answers), state.answers.get(change.step.id)
    opened = edit(task, state, step.id)
    if opened.error:
        return opened
    several = has_several(step, old)
    if step.field is FieldKind.LONG_TEXT and change.is_part and several:
        return _wrong(opened, "change_whole")
    if step.field in _WRITTEN and fold(change.to) in step_words().decline and not several:
        return _changed(task, put(opened, step.id, None))
    grows = several and step.field in _GROWING
    try:
        value = parse(step, change.to, old if grows or step.field is FieldKind.DATES else None)
    except NotUnderstoodError as error:
        return _wrong(opened, str(error))
    kept = put(opened, step.id, value)
    if grows and step.field is not FieldKind.DATES:
        return _wrong(kept, "added_here")
    told = also_told(task, kept.answers, step, change.to) if step.field is FieldKind.CHOICE else {}
    return _changed(task, kept.model_copy(update={"answers": {**kept.answers, **told}}))


def _changed(task: Task, state: TaskState) -> TaskState:
    return _wrong(advance(task, state), "changed")


def _correct(task: Task, state: TaskState, text: str) -> TaskState:
    """Changes the answer just given; one of several things is opened and added to, never overwritten."""
    last = _last_answered(task, state)
    if last is None:
        return _wrong(state, "error_choice")
    step, old = answerable(last, state.answers), state.answers[last.id]
    adds = last.field in _GROWING or (last.field is FieldKind.LONG_TEXT and has_several(step, old))
    told = f"{old}\n{text}" if adds and isinstance(old, str) else text
    try:
        value = parse(step, told, old if adds else None)
    except NotUnderstoodError as error:
        return _wrong(_move(state, last.id), str(error))
    kept = put(state, last.id, value)
    return _wrong(_move(kept, last.id), "added_here") if adds else _wrong(kept, "corrected")


def _reopened(task: Task, state: TaskState) -> TaskState:
    """Asks for the answer just given once more; it stands until another one comes."""
    last = _last_answered(task, state)
    return _move(state, last.id) if last else _wrong(state, "error_choice")


def _last_answered(task: Task, state: TaskState) -> Step | None:
    steps = visible_steps(task, state)
    before = steps[: steps.index(current(task, state))]
    return next((step for step in reversed(before) if step.id in state.answers), None)


def _move(state: TaskState, step: str) -> TaskState:
    fresh = {"step": step, "editing": None, "done": False, "error": None, "helping": False}
    return state.model_copy(update=fresh)


def _wrong(state: TaskState, key: str) -> TaskState:
    return state.model_copy(update={"error": key})


def _review_id(task: Task) -> str | None:
    return next((step.id for step in task.steps if step.field is FieldKind.REVIEW), None)
