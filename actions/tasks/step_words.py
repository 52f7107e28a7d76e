"""Words that answer or steer a step, from `content/step_words.yml`, and the patterns made of them."""

import re
from functools import cache, cached_property
from pathlib import Path

from pydantic import Field

from actions.content.models import Side
from actions.content.recognition import Folded, Phrases, Recognised, Signs, Written
from actions.content.yaml_files import CONTENT, read_yaml


class DayWords(Recognised):
    """What stands around days and times; over folded text that keeps its signs."""

    clock: Folded
    follow_up: Folded
    next: Folded
    and_: Folded = Field(alias="and")

    @property
    def before_time(self) -> str:
        """A pattern for the word that stands before a time."""
        return rf"\b{self.clock.pattern}\b\.?\s*"

    @cached_property
    def tells_later(self) -> re.Pattern[str]:
        """A follow-up, or something that comes next."""
        return re.compile(rf"\b(?:{self.follow_up.pattern}|{self.next.pattern})\b")

    @cached_property
    def between_days(self) -> re.Pattern[str]:
        return re.compile(rf"[\n;]|,\s*(?={self.follow_up.pattern}\b)|\b{self.and_.pattern}\b")


class StepWords(Recognised):
    """The file. Phrases and signs are over folded text; the rest over words as they are written."""

    agree: Phrases
    decline: Phrases
    ready: Phrases
    stuck: Phrases
    wrong: Phrases
    example: Folded
    example_after: Folded
    correction: Written
    correction_for_sure: Written
    correction_unless: Written
    change_before: Written
    change: Written
    change_of: Written
    change_about: Folded
    change_to: Folded
    change_to_unless: Written
    change_own: Folded
    change_from: Folded
    sides: dict[Side, Written]
    goal: Written
    subgoal: Written
    goal_when: Written
    days: DayWords
    steering: dict[str, Signs]

    @cached_property
    def asks_for_example(self) -> re.Pattern[str]:
        """A whole folded message."""
        return re.compile(rf"(?:{self.example_after.pattern} )*{self.example.pattern}")

    @cached_property
    def corrects(self) -> re.Pattern[str]:
        """Groups: `sure` where it can be nothing else in a longer text too, and `right`, the new answer."""
        return _starts(
            rf"(?:(?P<sure>{self.correction_for_sure.pattern})|{self.correction.pattern})"
            rf"\s+(?!{self.correction_unless.pattern})(?P<right>(?s:.+))$"
        )

    @cached_property
    def changes(self) -> re.Pattern[str]:
        """The group is what should be changed."""
        return _starts(rf"{self._wants_change}\s+(?:{self.change_of.pattern}\s+)?((?s:.+))$")

    @cached_property
    def changes_about(self) -> re.Pattern[str]:
        """Over folded text; the group is what the answer that should be changed is about."""
        to = self.change_to.pattern
        return re.compile(rf"(?:{self.change_about.pattern}) (.+?)(?: {to} .*)?")

    @cached_property
    def before_new_answer(self) -> re.Pattern[str]:
        """What stands between the old answer and the new one; the group is all that comes after."""
        unless = self.change_to_unless.pattern
        return re.compile(rf"\s{self.change_to.pattern}(?=:?\s+(?!{unless}\b)(?P<new>.+))", re.I | re.S)

    @cached_property
    def called(self) -> re.Pattern[str]:
        """Over folded text: what should be changed, the group being what a step is called."""
        return re.compile(rf"(?:{self.change_own.pattern} )*(.+?)(?: {self.change_from.pattern} .+)?")

    @cached_property
    def opens_change(self) -> re.Pattern[str]:
        return _starts(rf"{self._wants_change}\b")

    @property
    def _wants_change(self) -> str:
        return rf"(?:{self.change_before.pattern}[\s,.!]+)*{self.change.pattern}"

    @cached_property
    def side_at_end(self) -> re.Pattern[str]:
        """A side in brackets; the group that matched is named after the side."""
        names = "|".join(f"(?P<{side}>{words.pattern})" for side, words in self.sides.items())
        return re.compile(rf"\s*\((?:{names})\)\s*$", re.IGNORECASE)

    @cached_property
    def begins_goal(self) -> re.Pattern[str]:
        return _starts(rf"{self.goal.pattern}(?:\s*\d+)?\s*:\s*")

    @cached_property
    def begins_subgoal(self) -> re.Pattern[str]:
        return _starts(rf"(?:{self.subgoal.pattern}(?:\s*\d+)?\s*:|[-–•*]\s+)\s*")

    @cached_property
    def begins_when(self) -> re.Pattern[str]:
        return _starts(rf"{self.goal_when.pattern}\s*:\s*")


def read_step_words(content: Path) -> StepWords:
    """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
    return StepWords.model_validate(read_yaml(content / "step_words.yml"))


@cache
def step_words() -> StepWords:
    """Read once."""
    return read_step_words(CONTENT)


def _starts(pattern: str) -> re.Pattern[str]:
    return re.compile(f"^{pattern}", re.IGNORECASE)
