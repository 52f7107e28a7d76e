"""The paper that the buttons of a reply offer to begin."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from actions.replies.reply import Button
from actions.replies.tasking import letter_payload
from actions.tasks.models import Task

_PAPERS = ("draft", "prepare")


class Paper(NamedTuple):
    """A task that ends in a paper, and which of its letters."""

    task: str
    letter: str | None = None


def offered_paper(tasks: Mapping[str, Task], offered: Sequence[Button]) -> Paper | None:
    """The only one that is offered; None where there are several, or none."""
    papers = {f"/{tasks[key].begun_by}": Paper(key) for key in _PAPERS}
    letters = {
        letter_payload(tasks[key], row.id): Paper(key, row.id)
        for key in _PAPERS
        for row in tasks[key].letters
    }
    known = papers | letters
    found = [known[button.payload] for button in offered if button.payload in known]
    return found[0] if len(found) == 1 else None
