"""A step in the words for one person: who it is about, what they are to the writer, and which letter."""

import re
from collections.abc import Mapping
from typing import Any

from actions.tasks.models import FieldKind, Option, Step, Task
from actions.tasks.parsing import find_option, mentioned_option

People = dict[str, str]

_PLACE = re.compile(r"\{(\w+)\}")


def people(task: Task, answers: Mapping[str, Any]) -> People:
    """The words for the person the task is about, by name: `{"person": "min mamma", "their": "hennes"}`."""
    words: People = {}
    for step in task.steps:
        option = step.option(str(answers.get(step.id, ""))) if _is_met(step.when, answers) else None
        words |= option.words if option else {}
    return words


def filled(text: str, words: Mapping[str, str]) -> str:
    """Content with `{person}` filled in; `{Person}` begins a sentence. Unknown names stand as they are."""
    return _PLACE.sub(lambda place: _word(place, words), text)


def fitted(task: Task, step: Step, answers: Mapping[str, Any], letter: str | None) -> Step:
    """The step worded for the role and the letter, with the options that can fit this person."""
    words, who = people(task, answers), answers.get("who")
    worded = step.worded(str(who) if who else None, letter)
    return worded.model_copy(
        update={
            "title": filled(worded.title, words),
            "question": filled(worded.question, words),
            "why": filled(worded.why, words),
            "examples": tuple(filled(text, words) for text in worded.examples),
            "help": tuple(filled(text, words) for text in worded.help),
            "options": fitting_options(step, answers),
        }
    )


def fitting_options(step: Step, answers: Mapping[str, Any]) -> tuple[Option, ...]:
    """The options but those that cannot be for this person: no child psychiatry for somebody's mother."""
    return tuple(
        option
        for option in step.options
        if not any(answers.get(key) in among for key, among in option.unless.items())
    )


def answerable(step: Step, answers: Mapping[str, Any]) -> Step:
    """The step with the options as they are shown, so that a number means what stands there.

    An actor that is not shown comes last and is known by name all the same.
    """
    shown = fitting_options(step, answers)
    hidden = [option for option in step.options if option not in shown]
    named = hidden if step.field is FieldKind.ACTORS else []
    return step.model_copy(update={"options": (*shown, *named)})


def also_told(task: Task, answers: Mapping[str, Any], step: Step, text: str) -> dict[str, Any]:
    """Answers to the choices that follow from this one, where the same words told them: "min mamma".

    The browser does it alike (`web_widget/src/tasks/placing.ts`).
    """
    told: dict[str, Any] = {}
    for later in task.steps:
        follows = later.field is FieldKind.CHOICE and step.id in later.when
        if follows and _is_met(later.when, {**answers, **told}) and not text.strip().isdecimal():
            option = find_option(later, text) or mentioned_option(later, text)
            told |= {later.id: option.id} if option else {}
    return told


def _is_met(when: Mapping[str, tuple[str, ...]], answers: Mapping[str, Any]) -> bool:
    return all(key == "letter" or answers.get(key) in among for key, among in when.items())


def _word(place: re.Match[str], words: Mapping[str, str]) -> str:
    key = place[1]
    small = words.get(key.lower())
    if small is None:
        return place[0]
    return small if key in words else small[:1].upper() + small[1:]
