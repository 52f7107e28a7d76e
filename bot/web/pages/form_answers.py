"""From the fields of a plain HTML form to the answers of a guided task."""

from collections.abc import Sequence
from typing import Any, Protocol, get_args

from actions.tasks.fitting import fitted
from actions.tasks.models import FieldKind, Invite, Step, Task, TaskState
from actions.tasks.walking import visible_steps

Answers = dict[str, Any]
GOAL_ROWS = 3
INVITES = get_args(Invite)


class Fields(Protocol):
    """The submitted fields: name → all values given under that name."""

    def get(self, key: str, default: list[str], /) -> list[str]: ...


def steps_for(task: Task, answers: Answers, letter: str) -> list[Step]:
    """The steps one person meets in a letter, in order, without the first and the review; worded for both."""
    state = TaskState(task=task.id, step=task.steps[0].id, letter=letter, answers=answers)
    shown = [step for step in visible_steps(task, state) if step.field is not FieldKind.REVIEW]
    return [fitted(task, step, answers, letter) for step in shown[1:]]


def read_answers(task: Task, fields: Fields, letter: str) -> Answers:
    """The answers in the form the drafts use; what was left empty is left out."""
    first = task.steps[0]
    who = known_option(first, _one(fields, first.id))
    answers: Answers = {first.id: who}
    for later in task.steps[1:]:
        step = next((shown for shown in steps_for(task, answers, letter) if shown.id == later.id), None)
        value = read_step(step, fields) if step else None
        if value:
            answers[later.id] = value
    return answers


def read_step(step: Step, fields: Fields) -> Any:
    """The answer to one step, empty when nothing was written."""
    return _READERS[step.field](step, fields)


def known_option(step: Step, chosen: str) -> str:
    """The option chosen, or the step's first when it is none of them."""
    return chosen if step.option(chosen) else step.options[0].id


def known_letter(task: Task, chosen: str) -> str:
    """The letter chosen, or the task's own when it is none of them."""
    return chosen if any(letter.id == chosen for letter in task.letters) else task.letter or ""


def _one(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, [])), "").strip()


def _lines(fields: Fields, name: str) -> list[str]:
    return [line.strip() for line in _one(fields, name).splitlines() if line.strip()]


def _chosen(step: Step, fields: Fields) -> Sequence[str]:
    return [key for key in fields.get(step.id, []) if step.option(key)]


def _choice(step: Step, fields: Fields) -> str:
    return next(iter(_chosen(step, fields)), "")


def _choices(step: Step, fields: Fields) -> Answers:
    chosen, other = list(_chosen(step, fields)), _one(fields, f"{step.id}.other")
    return {"chosen": chosen, "other": other} if chosen or other else {}


def _text(step: Step, fields: Fields) -> str:
    return _one(fields, step.id)


def _list(step: Step, fields: Fields) -> list[str]:
    return _lines(fields, step.id)


def _goals(step: Step, fields: Fields) -> list[Answers]:
    rows = [
        {
            "goal": _one(fields, f"{step.id}.{row}.goal"),
            "subgoals": _lines(fields, f"{step.id}.{row}.subgoals"),
            "when": _one(fields, f"{step.id}.{row}.when"),
        }
        for row in range(GOAL_ROWS)
    ]
    return [row for row in rows if row["goal"]]


def _actors(step: Step, fields: Fields) -> list[Answers]:
    known = [(option, _one(fields, f"{step.id}.{option.id}")) for option in step.options]
    written = [
        {"name": name, "side": "annan", "invite": invite}
        for invite in INVITES
        for name in _lines(fields, f"{step.id}.other.{invite}")
    ]
    return [
        *(
            {"name": option.label, "side": option.side or "annan", "invite": invite}
            for option, invite in known
            if invite in INVITES
        ),
        *written,
    ]


def _dates(step: Step, fields: Fields) -> list[Answers]:
    rows = [
        {
            "what": kind.id,
            "date": _one(fields, f"{step.id}.{kind.id}"),
            "time": _one(fields, f"{step.id}.{kind.id}.time"),
        }
        for kind in step.options
    ]
    return [row for row in rows if row["date"]]


def _recipient(step: Step, fields: Fields) -> Answers:
    name = _one(fields, f"{step.id}.chosen") or _one(fields, step.id)
    return {"name": name} if name else {}


_READERS = {
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.LIST: _list,
    FieldKind.GOALS: _goals,
    FieldKind.ACTORS: _actors,
    FieldKind.RECIPIENT: _recipient,
    FieldKind.DATES: _dates,
}
