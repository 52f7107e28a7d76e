"""Schema of the guided tasks in `content/tasks/` and the state of one person's way through a task."""

from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import Field, ValidationError, model_validator

from actions.content.frozen import Frozen
from actions.content.models import Side
from actions.content.text import fold
from actions.content.topics import read_topics
from actions.content.yaml_files import read_yaml

_TASKS = ("draft", "prepare", "contact", "after")
MAX_TEXT = 4000
MAX_NAME = 300
MAX_ITEMS = 30


class TaskError(ValueError):
    """A task file that cannot be used; the message names the file."""


class FieldKind(StrEnum):
    """What kind of answer a step takes."""

    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    LONG_TEXT = "long_text"
    LIST = "list"
    GOALS = "goals"
    ACTORS = "actors"
    RECIPIENT = "recipient"
    DATES = "dates"
    REVIEW = "review"


# Answers that are rows; a button can take one away.
ROWS = (FieldKind.LIST, FieldKind.GOALS, FieldKind.ACTORS, FieldKind.DATES)

# Whether somebody is invited, and what a press on their button changes it to.
Invite = Literal["ja", "nej", "vet-inte"]
NEXT_INVITE: dict[Invite, Invite] = {"ja": "nej", "nej": "vet-inte", "vet-inte": "ja"}


class Option(Frozen):
    """One thing to choose.

    side, said: of actors; `said` is how they stand in a sentence.
    advice: what to say when the task ends with this chosen.
    words: fill the places in later questions and in the letter.
    unless: answers to earlier steps with which this cannot be chosen.
    """

    id: str
    label: str
    synonyms: tuple[str, ...] = ()
    side: Side | None = None
    said: str = ""
    advice: str = ""
    words: dict[str, str] = Field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class LetterChoice(Frozen):
    """A letter that the task can write. `topics` are answers after which it is offered."""

    id: str
    label: str
    synonyms: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Wording(Frozen):
    """The words of a step for one answer to `who` or one letter; what is missing is taken from the step."""

    title: str | None = None
    question: str | None = None
    why: str | None = None
    examples: tuple[str, ...] | None = None
    help: tuple[str, ...] | None = None


class Step(Frozen):
    """One question of a task."""

    id: str
    title: str
    question: str
    why: str
    examples: tuple[str, ...] = ()
    help: tuple[str, ...] = Field(default=(), description="questions that make a vague answer concrete")
    field: FieldKind
    called: tuple[str, ...] = Field(default=(), exclude=True, description="more names of it, for changing it")
    required: bool = False
    takes_questions: bool = Field(default=False, description="the answers are themselves questions")
    options: tuple[Option, ...] = ()
    vague: tuple[str, ...] = Field(default=(), description="words of goals that need a question more")
    when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    variants: dict[str, Wording] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _choices_have_options(self) -> Self:
        if self.field in (FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.ACTORS) and not self.options:
            raise ValueError(f"step {self.id} has nothing to choose")
        return self

    def option(self, key: str) -> Option | None:
        """The option with this id."""
        return next((option for option in self.options if option.id == key), None)

    def worded(self, *keys: str | None) -> "Step":
        """The step in the words for these roles and letters; a later key goes before an earlier."""
        changes: dict[str, Any] = {}
        for key in keys:
            if key in self.variants:
                changes |= dict(self.variants[key])
        return self.model_copy(update={name: words for name, words in changes.items() if words is not None})


class Task(Frozen):
    """A guided task. What is left out when dumped comes from elsewhere: `phrases` are shared by all tasks.

    `topic` is the one that the task belongs to, `begun_by` the intent that begins it (`content/topics.yml`).
    """

    id: str
    title: str
    minutes: int = Field(ge=1)
    intro: str
    letter: str | None = None
    letters: tuple[LetterChoice, ...] = ()
    topics: tuple[str, ...] = Field(default=(), description="answers after which the task is offered")
    steps: tuple[Step, ...] = Field(min_length=1)
    phrases: dict[str, str] = Field(exclude=True)
    topic: str = Field(default="", exclude=True)
    begun_by: str = Field(default="", exclude=True)

    @model_validator(mode="after")
    def _steps_are_distinct(self) -> Self:
        ids = [step.id for step in self.steps]
        if len(set(ids)) != len(ids):
            raise ValueError(f"task {self.id} has two steps with one id")
        for step in self.steps:
            known = {*ids[: ids.index(step.id)], *(["letter"] if self.letters else [])}
            if unknown := set(step.when) - known:
                raise ValueError(f"step {step.id} depends on {sorted(unknown)}, which come later or nowhere")
        return self

    def step(self, key: str) -> Step | None:
        """The step with this id."""
        return next((step for step in self.steps if step.id == key), None)

    def letter_after(self, topic: str) -> LetterChoice | None:
        """The letter to offer after an answer."""
        return next((letter for letter in self.letters if topic in letter.topics), None)

    def letter_named(self, text: str) -> LetterChoice | None:
        """The one letter that the words ask for; None when there are several or none."""
        said = f" {fold(text)} "
        found = [row for row in self.letters if any(f" {fold(name)} " in said for name in row.synonyms)]
        return found[0] if len(found) == 1 else None


class TaskState(Frozen):
    """Where one person is in a task. Kept in memory only; `error` is a key in `content/tasks/phrases.yml`.

    `contacts` are the recipients found in this conversation, `back_to` is the step that was left to
    change an earlier answer, `helping` shows examples and questions at the step, and `helped` tells that
    a vague goal was asked about once. A task that is `waiting` takes no answers until the person comes
    back to it. `asked` is a question about the task itself that was just put, and `held` the words just
    written that were not taken as the answer, in case they were. `asked_again` tells that a step was put once
    more after another reply.
    """

    task: str
    step: str
    letter: str | None = None
    answers: dict[str, Any] = Field(default_factory=dict)
    contacts: tuple[dict[str, str], ...] = ()
    back_to: str = ""
    done: bool = False
    error: str | None = None
    helping: bool = False
    helped: bool = False
    waiting: bool = False
    asked: Literal["", "stop"] = ""
    held: str = ""
    asked_again: bool = False


def load_tasks(content: Path) -> dict[str, Task]:
    """All tasks by id. Raises TaskError naming the file."""
    phrases, topics = read_yaml(content / "tasks" / "phrases.yml"), read_topics(content)
    belongs, begun = topics.belongs_to(), topics.beginning()
    tasks = {}
    for key in _TASKS:
        path = content / "tasks" / f"{key}.yml"
        try:
            task = Task(**read_yaml(path), phrases=phrases, topic=belongs[key], begun_by=begun[key])
        except (ValidationError, KeyError, TypeError, yaml.YAMLError) as error:
            raise TaskError(f"{path.name}: {error}") from error
        tasks[task.id] = task
    return tasks
