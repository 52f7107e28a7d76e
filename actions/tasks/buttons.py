"""The buttons at a step, as (title, payload): choose, change a row, go on, go back, get help."""

import json
from collections.abc import Iterator
from typing import Any

from actions.tasks import walking
from actions.tasks.fitting import fitted
from actions.tasks.models import NEXT_INVITE, ROWS, FieldKind, Step, Task, TaskState

Buttons = list[tuple[str, str]]
HELD = "held"  # what the button carries that makes the words just written the answer


def step_buttons(task: Task, state: TaskState, step: Step) -> Buttons:
    """Every button of the step, the likeliest first."""
    if step.field is FieldKind.REVIEW:
        return [*_done(task, step), *_changes(task, state), *_other_letters(task, state, step)]
    value = state.answers.get(step.id)
    return [
        *_options(task, step, value),
        *_contacts(task, state, step),
        *_rows(task, step, value),
        *_ways_on(task, state, step),
        *_help(task, state, step),
    ]


def payload(task: Task, step: Step, value: str | None = None) -> str:
    """What a button sends: `/steg{"steg":"draft.goals","val":"help"}`."""
    entities = {"steg": f"{task.id}.{step.id}"} | ({"val": value} if value else {})
    return "/steg" + json.dumps(entities, ensure_ascii=False, separators=(",", ":"))


def _options(task: Task, step: Step, value: Any) -> Iterator[tuple[str, str]]:
    taken = {row["name"] for row in value or []} if step.field is FieldKind.ACTORS else set()
    chosen = set((value or {}).get("chosen", [])) if step.field is FieldKind.CHOICES else set()
    for option in step.options if step.field is not FieldKind.DATES else ():
        if option.label not in taken:
            remove = task.phrases["remove"].format(name=option.label)
            yield (remove if option.id in chosen else option.label, payload(task, step, option.id))


def _contacts(task: Task, state: TaskState, step: Step) -> Iterator[tuple[str, str]]:
    if step.field is not FieldKind.RECIPIENT:
        return
    for index, contact in enumerate(state.contacts):
        yield contact["name"], payload(task, step, f"contact:{index}")
    yield task.phrases["find_recipient"], "/hitta-kontakt"


def _rows(task: Task, step: Step, value: Any) -> Iterator[tuple[str, str]]:
    if step.field not in ROWS:
        return
    for index, row in enumerate(value or []):
        name = _name(step, row)
        if step.field is FieldKind.ACTORS:
            title = task.phrases[f"set_{NEXT_INVITE[row['invite']]}"].format(name=name)
            yield title, payload(task, step, f"invite:{index}")
        yield task.phrases["remove"].format(name=name), payload(task, step, f"remove:{index}")


def _name(step: Step, row: Any) -> str:
    if isinstance(row, str):
        return row
    kind = step.option(str(row.get("what")))
    return kind.label if kind else str(row.get("name") or row.get("goal"))


def _ways_on(task: Task, state: TaskState, step: Step) -> Iterator[tuple[str, str]]:
    say = task.phrases
    if state.held:
        yield say["my_answer"], payload(task, step, HELD)
    if state.answers.get(step.id):
        yield say["next"], payload(task, step, "next")
        if not step.required:
            yield say["erase"], payload(task, step, "erase")
    elif not step.required:
        yield say["skip"], "/hoppa-over"
    if state.back_to or step.id != task.steps[0].id:
        yield say["back"], "/tillbaka"


def _help(task: Task, state: TaskState, step: Step) -> Iterator[tuple[str, str]]:
    if (step.examples or step.help) and not state.helping:
        yield task.phrases["show_help"], payload(task, step, "help")
    yield task.phrases["why"], "/varfor"


def _done(task: Task, step: Step) -> Buttons:
    return [(task.phrases["done"], payload(task, step, "done"))]


def _changes(task: Task, state: TaskState) -> Buttons:
    shown = [fitted(task, step, state.answers, state.letter) for step in walking.visible_steps(task, state)]
    change = task.phrases["change"]
    return [
        (change.format(title=step.title), payload(task, step))
        for step in shown
        if step.field is not FieldKind.REVIEW
    ]


def _other_letters(task: Task, state: TaskState, step: Step) -> Buttons:
    title, now = task.phrases["other_letter"], state.letter or task.letter
    return [
        (title.format(title=letter.label), payload(task, step, f"letter:{letter.id}"))
        for letter in task.letters
        if letter.id != now
    ]
