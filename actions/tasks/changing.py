"""Which answer somebody wants to change at the review: "ändra målet", "ja vill ändra det om jobb"."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from actions.content.text import fold
from actions.tasks.models import FieldKind, Step
from actions.tasks.step_words import step_words

_LONG = 4  # letters of a word that tells what an answer is about


def step_to_change(steps: Iterable[Step], answers: Mapping[str, Any], text: str) -> Step | None:
    """The one step that the words name, or whose answer they are about; None when it is unclear which."""
    change = step_words().changes.match(text.strip())
    wanted = fold(change.group(1) if change else text)
    shown = [step for step in steps if step.field is not FieldKind.REVIEW]
    titled = [step for step in shown if wanted and wanted in fold(step.title)]
    if titled or not change:
        return _only(titled)
    about = step_words().changes_about.fullmatch(wanted)
    return _only(_about(shown, answers, about[1])) if about else _only(_named(shown, wanted))


def _named(steps: list[Step], wanted: str) -> list[Step]:
    """The steps with a name in the words; a name inside a longer one does not count."""
    said = f" {wanted} "
    found = [(name, step) for step in steps for name in _names(step) if f" {name} " in said]
    longest = [step for name, step in found if not any(name != other and name in other for other, _ in found)]
    return [step for index, step in enumerate(longest) if step not in longest[:index]]


def _names(step: Step) -> Iterator[str]:
    yield from (fold(name) for name in (step.title, *step.called))


def _about(steps: list[Step], answers: Mapping[str, Any], about: str) -> list[Step]:
    """The steps whose answer has all the longer words, or longer forms of them."""
    words = [word for word in about.split() if len(word) >= _LONG]
    return [
        step
        for step in steps
        if words and all(f" {word}" in f" {_told(answers.get(step.id))}" for word in words)
    ]


def _told(value: Any) -> str:
    """Everything written in an answer, folded."""
    if isinstance(value, dict):
        return " ".join(map(_told, value.values()))
    return " ".join(map(_told, value)) if isinstance(value, list) else fold(str(value or ""))


def _only(steps: list[Step]) -> Step | None:
    return steps[0] if len(steps) == 1 else None
