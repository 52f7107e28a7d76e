"""What a person is shown at a step: the words for their role and letter, and the answers so far."""

from datetime import date
from typing import Any

from babel.dates import format_date
from pydantic import BaseModel, ConfigDict

from actions.tasks import walking
from actions.tasks.buttons import step_buttons
from actions.tasks.fitting import fitted
from actions.tasks.models import FieldKind, Step, Task, TaskState


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
    helping: bool = False


def view(task: Task, state: TaskState) -> StepView:
    """The step now asked, in the words that fit who it is about."""
    step = fitted(task, walking.current(task, state), state.answers, state.letter)
    review = step.field is FieldKind.REVIEW
    return StepView(
        step_id=f"{task.id}.{step.id}",
        question=step.question,
        why=step.why,
        examples=step.examples,
        help=step.help,
        helping=state.helping,
        buttons=tuple(step_buttons(task, state, step)),
        field=step.field,
        progress=walking.progress(task, state),
        answer=describe(task, step, state.answers.get(step.id)),
        error=task.phrases[state.error] if state.error else "",
        notes=tuple(_notes(task, state, step)),
        summary=tuple(_summary(task, state)) if review else (),
    )


def missing_sides(actors: list[dict[str, Any]] | None) -> list[str]:
    """Keys of what to say when somebody is named, but nobody to invite on a side that the law needs."""
    sides = {row["side"] for row in actors or [] if row["invite"] != "nej"}
    return [f"missing_{side}" for side in ("kommun", "region") if actors and side not in sides]


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
        case FieldKind.DATES:
            return [f"{_label(step, row['what'])}: {_day(say, row)}" for row in value]
        case _:
            return [str(value)]


def _goal_lines(say: dict[str, str], goal: dict[str, Any]) -> list[str]:
    subgoals = [say["subgoal"].format(text=text) for text in goal.get("subgoals") or []]
    when = [say["when"].format(text=goal["when"])] if goal.get("when") else []
    return [goal["goal"], *subgoals, *when]


def _day(say: dict[str, str], row: dict[str, str]) -> str:
    day = format_date(date.fromisoformat(row["date"]), format="full", locale="sv_SE")
    return say["at"].format(day=day, time=row["time"].replace(":", ".")) if row["time"] else day


def _label(step: Step, key: str) -> str:
    option = step.option(key)
    return option.label if option else key


def _summary(task: Task, state: TaskState) -> list[tuple[str, str]]:
    shown = [fitted(task, step, state.answers, state.letter) for step in walking.visible_steps(task, state)]
    steps = [step for step in shown if step.field is not FieldKind.REVIEW]
    skipped = task.phrases["skipped"]
    return [(step.title, describe(task, step, state.answers.get(step.id)) or skipped) for step in steps]


def _notes(task: Task, state: TaskState, step: Step) -> list[str]:
    """A gentle word when nobody from the municipality or from health care is named."""
    actors = state.answers.get("actors")
    asked = step.field in (FieldKind.ACTORS, FieldKind.REVIEW)
    return [task.phrases[key] for key in missing_sides(actors)] if asked else []
