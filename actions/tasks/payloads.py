"""What a pressed button does to a task: choosing, adding, removing, going to a step."""

from collections.abc import Mapping
from typing import Any

from actions.tasks import walking
from actions.tasks.models import MAX_ITEMS, NEXT_INVITE, ROWS, FieldKind, Step, Task, TaskState


def apply_payload(task: Task, state: TaskState, entities: Mapping[str, Any]) -> TaskState | None:
    """The state after a `/steg{"steg": "draft.goals", "val": …}` button; None when it is not this task's."""
    task_id, _, step_id = str(entities.get("steg") or "").partition(".")
    step = task.step(step_id)
    if task_id != task.id or step is None:
        return None
    value = entities.get("val")
    if value is None:
        at_review = walking.current(task, state).field is FieldKind.REVIEW
        return walking.edit(task, state, step_id) if at_review else walking.goto(task, state, step_id)
    if value == "open":
        return walking.follow(task, state, step_id)
    command, _, rest = str(value).partition(":")
    if command == "letter" and task.letters:
        return walking.change_letter(task, state, rest)
    here = state if state.step == step_id else walking.goto(task, state, step_id)
    return here if here.step != step_id else _press(task, here, step, str(value))


def _press(task: Task, state: TaskState, step: Step, value: str) -> TaskState:
    if value == "next":
        return walking.skip(task, state)
    if value == "done" and step.field is FieldKind.REVIEW:
        return walking.finish(state)
    if value == "erase" and not step.required:
        return walking.put(state, step.id, None)
    if value == "help":
        return walking.show_help(state)
    command, _, rest = value.partition(":")
    if command in ("remove", "invite") and step.field in ROWS:
        return _change_row(state, step, command, rest)
    if command == "contact" and step.field is FieldKind.RECIPIENT:
        return _take_contact(task, state, step, rest)
    return _choose(task, state, step, value)


def _choose(task: Task, state: TaskState, step: Step, value: str) -> TaskState:
    option = step.option(value)
    if option is None:
        return state.model_copy(update={"error": "error_choice"})
    if step.field is FieldKind.CHOICE:
        return walking.advance(task, walking.put(state, step.id, option.id))
    if step.field is FieldKind.CHOICES:
        before = state.answers.get(step.id) or {"chosen": [], "other": ""}
        chosen = [key for key in before["chosen"] if key != option.id]
        chosen = chosen if option.id in before["chosen"] else [*chosen, option.id]
        return walking.put(state, step.id, {**before, "chosen": chosen})
    rows = list(state.answers.get(step.id) or [])
    if len(rows) < MAX_ITEMS and all(row["name"] != option.label for row in rows):
        rows.append({"name": option.label, "side": option.side or "annan", "invite": "ja"})
    return walking.put(state, step.id, rows)


def _change_row(state: TaskState, step: Step, command: str, index: str) -> TaskState:
    rows = list(state.answers.get(step.id) or [])
    if not index.isdecimal() or int(index) >= len(rows):
        return state
    if command == "remove":
        del rows[int(index)]
    elif step.field is FieldKind.ACTORS:
        row = rows[int(index)]
        rows[int(index)] = {**row, "invite": NEXT_INVITE[row["invite"]]}
    return walking.put(state, step.id, rows)


def _take_contact(task: Task, state: TaskState, step: Step, index: str) -> TaskState:
    if not index.isdecimal() or int(index) >= len(state.contacts):
        return state
    return walking.advance(task, walking.put(state, step.id, dict(state.contacts[int(index)])))
