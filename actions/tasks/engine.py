"""The guided tasks' public functions, gathered: walk, press, view."""

from actions.tasks.answering import answer
from actions.tasks.editing import may_reopen, reopen
from actions.tasks.payloads import apply_payload
from actions.tasks.viewing import StepView, describe, view
from actions.tasks.walking import (
    advice,
    back,
    change_letter,
    current,
    edit,
    goto,
    progress,
    show_help,
    skip,
    start,
    to_draft,
    visible_steps,
)

__all__ = [
    "StepView",
    "advice",
    "answer",
    "apply_payload",
    "back",
    "change_letter",
    "current",
    "describe",
    "edit",
    "goto",
    "may_reopen",
    "progress",
    "reopen",
    "show_help",
    "skip",
    "start",
    "to_draft",
    "view",
    "visible_steps",
]
