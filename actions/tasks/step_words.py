"""Words that answer or steer a step, from `content/step_words.yml`, and the patterns made of them."""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from pydantic import Field

from actions.content.models import Side
from actions.content.patterns import any_of
from actions.content.recognition import Folded, Phrases, Recognised, Signs, Written
from actions.content.yaml_files import CONTENT, read_yaml
from actions.tasks.asking import asking_words

WISHES = ("change", "perhaps", "go", "wrong")  # what somebody may want with an earlier step


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


class ReopenWords(Recognised):
    """What asks for a step before the one under way; over folded text, spelt as `wishes.yml` spells it."""

    before: Folded
    surely: Folded
    change: Folded
    perhaps: Folded
    go: Folded
    wrong: Folded
    order: dict[int, Folded]
    own: Folded
    question: Folded
    answer: Folded
    said: Folded
    just: Folded
    about_text: Folded
    about: Folded
    perhaps_about: Folded
    was: Folded
    after: Folded
    back: Folded
    steps: Folded
    number: dict[int, Folded]

    @cached_property
    def wish(self) -> re.Pattern[str]:
        """Groups: `sure` where the words before tell that it is one, the kind of wish, and `what`."""
        kinds = "|".join(f"(?P<{kind}>{getattr(self, kind).pattern})" for kind in WISHES)
        return re.compile(rf"{self._before}(?:{kinds}) (?P<what>.+?){self._after}")

    @cached_property
    def was_wrong(self) -> re.Pattern[str]:
        """The same where it is said after what is meant: "förra svaret blev fel"."""
        return re.compile(rf"{self._before}(?P<what>.+?) {self.was.pattern}{self._after}")

    @cached_property
    def goes_back(self) -> re.Pattern[str]:
        """The group is how many steps."""
        numbers = _any_number(self.number)
        return re.compile(
            rf"{self._before}{self.back.pattern} (?P<number>{numbers})(?: {self.steps.pattern})?{self._after}"
        )

    @cached_property
    def by_order(self) -> re.Pattern[str]:
        """What is meant, by its place; groups: `order`, what it is called, and perhaps what it is `about`."""
        called = "|".join(
            f"(?P<{noun}>{getattr(self, noun).pattern})" for noun in ("question", "answer", "said")
        )
        about = rf"(?: {self.about_text.pattern}| {self.about.pattern}| {self.perhaps_about.pattern})"
        return re.compile(
            rf"(?:(?P<own>{self.own.pattern}) )?(?P<order>{_any_number(self.order)})(?: (?:{called}))*"
            rf"(?:{about} (?P<about>.+))?"
        )

    @cached_property
    def by_subject(self) -> re.Pattern[str]:
        """What is meant, by what it is `about`; groups tell how plainly it is something written."""
        kinds = "|".join(
            f"(?P<{kind}>{getattr(self, named).pattern})"
            for kind, named in (("text", "about_text"), ("bare", "about"), ("weak", "perhaps_about"))
        )
        return re.compile(rf"(?:{kinds}) (?P<about>.+)")

    def place(self, said: str) -> int:
        """The number of an order word; backwards it is negative."""
        return _number(self.order, said)

    def how_many(self, said: str) -> int:
        """The number that words stand for."""
        return _number(self.number, said)

    @property
    def _before(self) -> str:
        return rf"(?:(?:(?P<sure>{self.surely.pattern})|{self.before.pattern}) )*"

    @property
    def _after(self) -> str:
        return rf"(?: {self.after.pattern})*"


class StepWords(Recognised):
    """The file. Phrases and signs are over folded text; the rest over words as they are written."""

    ready: Phrases
    beside_choice: Signs
    choice_numbers: dict[int, Phrases]
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
    reopen: ReopenWords
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
    def concerns_another(self) -> re.Pattern[str]:
        """A whole folded message; the group is whom the paper is about."""
        before = rf"(?:(?:{self.reopen.surely.pattern}|{self.reopen.before.pattern}) )*"
        return re.compile(before + asking_words().concerned)

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


def _any_number(words: Mapping[int, re.Pattern[str]]) -> str:
    return any_of(pattern.pattern for pattern in words.values())


def _number(words: Mapping[int, re.Pattern[str]], said: str) -> int:
    return next(number for number, pattern in words.items() if re.fullmatch(pattern.pattern, said))
