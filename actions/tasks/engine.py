"""The guided tasks' public functions, gathered: walk, press, view."""

from actions.tasks.payloads import apply_payload
from actions.tasks.viewing import StepView, describe, view
from actions.tasks.walking import (
    answer,
    back,
    current,
    edit,
    goto,
    progress,
    skip,
    start,
    to_draft,
    visible_steps,
)

__all__ = [
    "StepView",
    "answer",
    "apply_payload",
    "back",
    "current",
    "describe",
    "edit",
    "goto",
    "progress",
    "skip",
    "start",
    "to_draft",
    "view",
    "visible_steps",
]
