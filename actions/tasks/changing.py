"""Which answer somebody wants to change at the review: "ändra målet", "ja vill ändra det om jobb"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from actions.content.text import fold
from actions.tasks.models import FieldKind, Step
from actions.tasks.step_words import step_words

_LONG = 4  # letters of a word that tells what an answer is about
_SENTENCE_END = re.compile(r"[.!?\n]")


@dataclass(frozen=True)
class Change:
    """A new answer to a step: "ändra målet till att sova".

    is_part: what is to be changed was named by words of the old answer, which may be more than that.
    """

    step: Step
    to: str
    is_part: bool


def new_answer(steps: Iterable[Step], answers: Mapping[str, Any], text: str) -> Change | None:
    """The step that the words name, with its new answer; None when they do not give both."""
    words, shown = step_words(), [step for step in steps if step.field is not FieldKind.REVIEW]
    change = words.changes.match(text.strip())
    for to in words.before_new_answer.finditer(change[1]) if change else ():
        what, new = fold(change[1][: to.start()]) if change else "", to["new"].strip()
        about = words.changes_about.fullmatch(what)
        called = words.called.fullmatch(what)
        named = [step for step in shown if called and called[1] in names(step)]
        if step := only(answers_about(shown, answers, about[1]) if about else named):
            return Change(step, new, about is not None)
    return None


def has_several(step: Step, value: Any) -> bool:
    """True for an answer of several things: rows, choices, or sentences."""
    if isinstance(value, dict) and step.field is FieldKind.CHOICES:
        return len(value["chosen"]) + bool(value["other"]) > 1
    if step.field is FieldKind.LONG_TEXT:
        return len([part for part in _SENTENCE_END.split(str(value or "")) if fold(part)]) > 1
    return isinstance(value, list) and len(value) > 1


def step_to_change(steps: Iterable[Step], answers: Mapping[str, Any], text: str) -> Step | None:
    """The one step that the words name, or whose answer they are about; None when it is unclear which."""
    change = step_words().changes.match(text.strip())
    wanted = fold(change.group(1) if change else text)
    shown = [step for step in steps if step.field is not FieldKind.REVIEW]
    titled = [step for step in shown if wanted and wanted in fold(step.title)]
    if titled or not change:
        return only(titled)
    about = step_words().changes_about.fullmatch(wanted)
    return only(answers_about(shown, answers, about[1])) if about else only(_named(shown, wanted))


def _named(steps: list[Step], wanted: str) -> list[Step]:
    """The steps with a name in the words; a name inside a longer one does not count."""
    said = f" {wanted} "
    found = [(name, step) for step in steps for name in names(step) if f" {name} " in said]
    longest = [step for name, step in found if not any(name != other and name in other for other, _ in found)]
    return [step for index, step in enumerate(longest) if step not in longest[:index]]


def names(step: Step) -> Iterator[str]:
    """All that the step is called, folded."""
    yield from (fold(name) for name in (step.title, *step.called))


def answers_about(steps: Iterable[Step], answers: Mapping[str, Any], about: str) -> list[Step]:
    """The steps whose answer has all the longer words, or longer forms of them; else shorter forms.

    Where there are only short words, as "bup", each must be there.
    """
    words = [word for word in about.split() if len(word) >= _LONG]
    short = [] if words else about.split()
    told = [(step, _told(answers.get(step.id)).split()) for step in steps]
    longer = [step for step, said in told if words and all(_begins(said, word) for word in words)]
    longer += [step for step, said in told if short and set(short) <= set(said)]
    return longer or [step for step, said in told if words and all(_is_form_of(said, word) for word in words)]


def _begins(said: list[str], word: str) -> bool:
    return any(one.startswith(word) for one in said)


def _is_form_of(said: list[str], word: str) -> bool:
    return any(one.startswith(word) or (len(one) >= _LONG and word.startswith(one)) for one in said)


def _told(value: Any) -> str:
    """Everything written in an answer, folded."""
    if isinstance(value, dict):
        return " ".join(map(_told, value.values()))
    return " ".join(map(_told, value)) if isinstance(value, list) else fold(str(value or ""))


def only(steps: list[Step]) -> Step | None:
    """The one step; None when there are several or none."""
    return steps[0] if len(steps) == 1 else None
