"""What a person is shown at a step: the words for their role, the buttons and the answers so far."""

import json
from typing import Any

from pydantic import BaseModel, ConfigDict

from actions.tasks import walking
from actions.tasks.models import FieldKind, Step, Task, TaskState, Wording


class StepView(BaseModel):
    """One step as shown. `buttons` are (title, payload).

    `summary` is (title, answer in words), at the review only.
    """

    model_config = ConfigDict(frozen=True)

    step_id: str
    question: str
    why: str
    examples: tuple[str, ...]
    help: tuple[str, ...]
    buttons: tuple[tuple[str, str], ...]
    field: FieldKind
    progress: tuple[int, int]
    answer: str = ""
    error: str = ""
    notes: tuple[str, ...] = ()
    summary: tuple[tuple[str, str], ...] = ()


def view(task: Task, state: TaskState) -> StepView:
    """The step now asked, in the words that fit who it is about."""
    step = walking.current(task, state)
    words = step.variants.get(str(state.answers.get("who")), Wording())
    review = step.field is FieldKind.REVIEW
    return StepView(
        step_id=f"{task.id}.{step.id}",
        question=words.question or step.question,
        why=words.why or step.why,
        examples=step.examples if words.examples is None else words.examples,
        help=step.help if words.help is None else words.help,
        buttons=tuple(_buttons(task, state, step)),
        field=step.field,
        progress=walking.progress(task, state),
        answer=describe(task, step, state.answers.get(step.id)),
        error=task.phrases[state.error] if state.error else "",
        notes=tuple(_notes(task, state, step)),
        summary=tuple(_summary(task, state)) if review else (),
    )


def describe(task: Task, step: Step, value: Any) -> str:
    """An answer in words, one item a line; empty when there is none."""
    if not value:
        return ""
    return "\n".join(_lines(task, step, value))


def _lines(task: Task, step: Step, value: Any) -> list[str]:
    say = task.phrases
    match step.field:
        case FieldKind.CHOICE:
            return [_label(step, value)]
        case FieldKind.CHOICES:
            other = [say["other"].format(text=value["other"])] if value.get("other") else []
            return [*(_label(step, key) for key in value.get("chosen", [])), *other]
        case FieldKind.GOALS:
            return [line for goal in value for line in _goal_lines(say, goal)]
        case FieldKind.ACTORS:
            return [f"{row['name']} ({say['invite_' + row['invite']]})" for row in value]
        case FieldKind.LIST:
            return list(value)
        case FieldKind.RECIPIENT:
            return [value["name"]]
        case _:
            return [str(value)]


def _goal_lines(say: dict[str, str], goal: dict[str, Any]) -> list[str]:
    subgoals = [say["subgoal"].format(text=text) for text in goal.get("subgoals") or []]
    when = [say["when"].format(text=goal["when"])] if goal.get("when") else []
    return [goal["goal"], *subgoals, *when]


def _label(step: Step, key: str) -> str:
    option = step.option(key)
    return option.label if option else key


def _buttons(task: Task, state: TaskState, step: Step) -> list[tuple[str, str]]:
    say, value = task.phrases, state.answers.get(step.id)
    rows = _option_buttons(task, step, value) + _row_buttons(task, step, value)
    if step.field is FieldKind.REVIEW:
        done = (say["done"], _payload(task, step, "done"))
        return [done, *_change_buttons(task, state)]
    if value:
        rows.append((say["next"], _payload(task, step, "next")))
        if not step.required:
            rows.append((say["erase"], _payload(task, step, "erase")))
    elif not step.required:
        rows.append((say["skip"], "/hoppa-over"))
    if state.editing or step.id != task.steps[0].id:
        rows.append((say["back"], "/tillbaka"))
    return rows


def _option_buttons(task: Task, step: Step, value: Any) -> list[tuple[str, str]]:
    taken = {row["name"] for row in value or []} if step.field is FieldKind.ACTORS else set()
    chosen = set((value or {}).get("chosen", [])) if step.field is FieldKind.CHOICES else set()
    remove = task.phrases["remove"]
    return [
        (
            remove.format(name=option.label) if option.id in chosen else option.label,
            _payload(task, step, option.id),
        )
        for option in step.options
        if option.label not in taken
    ]


def _row_buttons(task: Task, step: Step, value: Any) -> list[tuple[str, str]]:
    if step.field not in (FieldKind.LIST, FieldKind.GOALS, FieldKind.ACTORS) or not value:
        return []
    say, rows = task.phrases, []
    for index, row in enumerate(value):
        name = row if isinstance(row, str) else row.get("name") or row["goal"]
        if isinstance(row, dict) and row.get("invite") not in (None, "nej"):
            rows.append((say["uninvite"].format(name=name), _payload(task, step, f"uninvite:{index}")))
        rows.append((say["remove"].format(name=name), _payload(task, step, f"remove:{index}")))
    return rows


def _change_buttons(task: Task, state: TaskState) -> list[tuple[str, str]]:
    steps = [step for step in walking.visible_steps(task, state) if step.field is not FieldKind.REVIEW]
    return [(task.phrases["change"].format(title=step.title), _payload(task, step, None)) for step in steps]


def _summary(task: Task, state: TaskState) -> list[tuple[str, str]]:
    steps = [step for step in walking.visible_steps(task, state) if step.field is not FieldKind.REVIEW]
    skipped = task.phrases["skipped"]
    return [(step.title, describe(task, step, state.answers.get(step.id)) or skipped) for step in steps]


def _notes(task: Task, state: TaskState, step: Step) -> list[str]:
    """A gentle word when nobody from the municipality or from health care is named."""
    actors = state.answers.get("actors")
    if not actors or step.field not in (FieldKind.ACTORS, FieldKind.REVIEW):
        return []
    sides = {row["side"] for row in actors if row["invite"] != "nej"}
    return [task.phrases[f"missing_{side}"] for side in ("kommun", "region") if side not in sides]


def _payload(task: Task, step: Step, value: str | None) -> str:
    entities = {"steg": f"{task.id}.{step.id}"} | ({"val": value} if value else {})
    return "/steg" + json.dumps(entities, ensure_ascii=False, separators=(",", ":"))
