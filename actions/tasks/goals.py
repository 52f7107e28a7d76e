"""A vague goal is helped by a question; what it means is said in the person's own words."""

from typing import Any

from actions.content.normalise import fold
from actions.tasks.models import MAX_ITEMS, MAX_TEXT, Step
from actions.tasks.parsing import NotUnderstoodError, split_items

_FEW = 6

Goals = list[dict[str, Any]]


def is_vague(step: Step, goals: Goals) -> bool:
    """True when the last goal is a few words of the kind that nobody can tell when it is reached."""
    if not goals or goals[-1]["subgoals"] or goals[-1]["when"]:
        return False
    said = fold(goals[-1]["goal"])
    return len(said.split()) <= _FEW and any(f" {fold(words)} " in f" {said} " for words in step.vague)


def make_concrete(goals: Goals, text: str) -> Goals:
    """The goals with the words as subgoals of the last. Raises NotUnderstoodError when it is too much."""
    subgoals = [*goals[-1]["subgoals"], *split_items(text)]
    if len(text) > MAX_TEXT:
        raise NotUnderstoodError("error_too_long")
    if len(subgoals) > MAX_ITEMS:
        raise NotUnderstoodError("error_too_many")
    return [*goals[:-1], {**goals[-1], "subgoals": subgoals}]
