"""The guided tasks' public functions, gathered: walk, press, view."""

from actions.tasks.answering import answer
from actions.tasks.editing import is_ready, may_reopen, reopen, review_early
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
    "is_ready",
    "may_reopen",
    "progress",
    "reopen",
    "review_early",
    "show_help",
    "skip",
    "start",
    "to_draft",
    "view",
    "visible_steps",
]
