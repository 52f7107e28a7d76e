"""A vague goal is helped by a question; what it means is said in the person's own words."""

from typing import Any

from actions.content.text import fold
from actions.tasks.models import MAX_ITEMS, MAX_TEXT, Step
from actions.tasks.parsing import NotUnderstoodError, split_items

_FEW = 6

Goal = dict[str, Any]
Goals = list[Goal]


def is_vague(step: Step, goal: Goal) -> bool:
    """True for a goal in a few words of the kind that nobody can tell when it is reached."""
    said = fold(goal["goal"])
    if any(goal["subgoals"]) or goal["when"] or len(said.split()) > _FEW:
        return False
    return any(f" {fold(words)} " in f" {said} " for words in step.vague)


def make_concrete(step: Step, goals: Goals, text: str) -> Goals:
    """The goals with the words as subgoals of the first vague one, else of the last.

    Raises NotUnderstoodError when it is too much.
    """
    at = next((index for index, goal in enumerate(goals) if is_vague(step, goal)), len(goals) - 1)
    subgoals = [*goals[at]["subgoals"], *split_items(text)]
    if len(text) > MAX_TEXT:
        raise NotUnderstoodError("error_too_long")
    if len(subgoals) > MAX_ITEMS:
        raise NotUnderstoodError("error_too_many")
    return [*goals[:at], {**goals[at], "subgoals": subgoals}, *goals[at + 1 :]]
