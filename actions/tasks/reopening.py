"""Which earlier step is meant in the middle of a task: "nä vänta, ändra det första", "backa två frågor"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.tasks.changing import answers_about, names, only
from actions.tasks.models import FieldKind, Step
from actions.tasks.step_words import WISHES, step_words
from actions.tasks.wish_words import wish_words

_OWN_WORDS = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.LIST, FieldKind.GOALS)
_HOPES = (FieldKind.LONG_TEXT, FieldKind.LIST, FieldKind.GOALS)  # where one may write what is to change
_LONGEST = 40  # words of a wish


@dataclass(frozen=True)
class Reopening:
    """A wish for another step.

    step: None when it is said that an answer is meant, but not which. to: the new answer, where it is given.
    is_part: what is to be changed was named by words of the old answer. sure: it is hardly an answer.
    """

    step: Step | None
    to: str = ""
    is_part: bool = False
    sure: bool = True


@dataclass(frozen=True)
class Walked:
    """The steps of a task but its review, the one under way, and the answers so far."""

    steps: Sequence[Step]
    here: Step
    answers: Mapping[str, Any]

    @property
    def before(self) -> Sequence[Step]:
        """The steps before this one; all of them at the review."""
        return self.steps[: self.steps.index(self.here)] if self.here in self.steps else self.steps

    @property
    def known(self) -> list[Step]:
        """The steps that can be meant: those before, and those with an answer."""
        return [step for step in self.steps if step in self.before or step.id in self.answers]

    def answered(self, kinds: Sequence[FieldKind] = tuple(FieldKind)) -> list[Step]:
        """The steps with an answer of these kinds."""
        return [step for step in self.steps if step.id in self.answers and step.field in kinds]


def read_reopening(walked: Walked, text: str) -> Reopening | None:
    """The wish that the words are, with its new answer if they give one; None for any other words."""
    said = wish_words().plain(text)
    if len(said.split()) > _LONGEST or not walked.known:
        return None
    for to in step_words().before_new_answer.finditer(text):
        found = _meant(walked, wish_words().plain(text[: to.start()]))
        if found and found.step:
            return replace(found, to=to["new"].strip())
    if back := step_words().reopen.goes_back.fullmatch(said):
        return Reopening(
            _place(walked.before, -step_words().reopen.how_many(back["number"])) or walked.steps[0]
        )
    return _meant(walked, said)


def _meant(walked: Walked, said: str) -> Reopening | None:
    words = step_words().reopen
    wish = words.wish.fullmatch(said) or words.was_wrong.fullmatch(said)
    if wish is None:
        return None
    found = wish.groupdict()
    kind = next((kind for kind in WISHES if found.get(kind)), "perhaps")
    asked = _Asked(walked, found["what"], kind, sure=bool(found["sure"]) or kind == "wrong")
    if re.fullmatch(words.just.pattern, asked.what) and kind != "go":
        return Reopening(_latest(walked, -1))
    return next(filter(None, _readings(asked)), None)


@dataclass(frozen=True)
class _Asked:
    """A wish as it is said. kind: one of `WISHES`. sure: the words around tell that it is one."""

    walked: Walked
    what: str
    kind: str
    sure: bool


def _readings(asked: _Asked) -> Iterator[Reopening | None]:
    """The ways to read what is meant, the plainest first."""
    words = step_words().reopen
    if order := words.by_order.fullmatch(asked.what):
        yield _by_order(asked, order)
    if subject := words.by_subject.fullmatch(asked.what):
        yield _by_subject(asked, subject)
    yield _by_name(asked)


def _by_order(asked: _Asked, order: re.Match[str]) -> Reopening | None:
    walked, place = asked.walked, step_words().reopen.place(order["order"])
    is_written = order["question"] or order["answer"] or order["said"]
    if not is_written and (asked.kind == "perhaps" or not (order["own"] or order["about"] or place < 0)):
        return None
    if order["about"] and (step := _about(walked, order["about"])):
        return Reopening(step, is_part=True)
    if place < 0:
        return Reopening(_latest(walked, place))
    written = [] if order["question"] or order["answer"] else walked.answered(_OWN_WORDS)
    step = _place(written or (walked.steps if order["question"] else walked.answered()), place - 1)
    return Reopening(step) if step in walked.known else None


def _by_subject(asked: _Asked, subject: re.Match[str]) -> Reopening | None:
    order = step_words().reopen.by_order.fullmatch(subject["about"])
    if order and (found := _by_order(asked, order)):
        return found
    step = _about(asked.walked, subject["about"])
    if subject["text"]:
        return Reopening(step, is_part=True)
    sure = asked.kind != "perhaps" and (subject["weak"] is None or asked.sure)
    in_doubt = asked.kind == "change" and subject["bare"]
    return Reopening(step, is_part=True, sure=sure and step is not None) if step or in_doubt else None


def _by_name(asked: _Asked) -> Reopening | None:
    step = _named(asked.walked, asked.what)
    if step is None:
        return None
    plain = " " in _called(asked.what) or asked.walked.here.field not in _HOPES
    return Reopening(step, sure=asked.sure or (plain and asked.kind != "perhaps"))


def _about(walked: Walked, about: str) -> Step | None:
    """The step with an answer about this; else the one that is called so."""
    return only(answers_about(walked.known, walked.answers, about)) or _named(walked, about)


def _named(walked: Walked, what: str) -> Step | None:
    return only([step for step in walked.known if _called(what) in names(step)])


def _called(what: str) -> str:
    """What is meant, without the small words around it: "mitt mål"."""
    called = step_words().called.fullmatch(what)
    return called[1] if called else what


def _latest(walked: Walked, place: int) -> Step | None:
    """The step so many places back among those answered; else among all before."""
    answered = [step for step in walked.before if step.id in walked.answers]
    return _place(answered, place) or _place(walked.before, place)


def _place(steps: Sequence[Step], index: int) -> Step | None:
    return steps[index] if -len(steps) <= index < len(steps) else None
