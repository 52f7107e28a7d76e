"""What a message leads to: what is said, what is remembered, and who goes on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from actions.replies.reply import Reply
from actions.tasks.models import Task, TaskState

# rules: what the rules say. person: it is their turn. turn: the task under way asks again, else the person.
# card: the client's card asks, and a task under way here ends. contacts: whom to ask is shown.
# ask_…: that task asks its step. others: the message is not for the task that heard it, and the rules answer.
# ended: the task under way ends, and it is the person's turn.
Next = Literal[
    "rules",
    "person",
    "turn",
    "card",
    "contacts",
    "others",
    "ended",
    "ask_contact",
    "ask_draft",
    "ask_prepare",
]


@dataclass(frozen=True)
class Spoken:
    """One turn's outcome.

    kept: what the conversation remembers from here on: name → plain value. forgets: nothing else is.
    """

    replies: tuple[Reply, ...] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)
    next: Next = "rules"
    forgets: bool = False


def task_kept(task: Task, state: TaskState | None) -> dict[str, Any]:
    """How a task's state is kept; None forgets it."""
    return {f"{task.id}_state": state.model_dump(mode="json") if state else None}
