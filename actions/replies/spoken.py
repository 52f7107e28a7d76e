"""What a message leads to: what is said, what is remembered, and who goes on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from actions.replies.reply import Reply
from actions.tasks.models import Task, TaskState

# rules: what the rules say. person: it is their turn. turn: the task under way asks again, else the person.
# card: the client's card asks, and a task under way here ends. contacts: whom to ask is shown.
# ask_contact, ask_draft: that task asks its step.
Next = Literal["rules", "person", "turn", "card", "contacts", "ask_contact", "ask_draft"]


@dataclass(frozen=True)
class Spoken:
    """One turn's outcome. `kept` is what the conversation remembers from here on: name → plain value."""

    replies: tuple[Reply, ...] = ()
    kept: Mapping[str, Any] = field(default_factory=dict)
    next: Next = "rules"


def task_kept(task: Task, state: TaskState | None) -> dict[str, Any]:
    """How a task's state is kept; None forgets it."""
    return {f"{task.id}_state": state.model_dump(mode="json") if state else None}
