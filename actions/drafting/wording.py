"""The wording of the letters, from `content/letters/`: which words for which person."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import yaml
from pydantic import BaseModel, Field, ValidationError

from actions.content.frozen import Frozen
from actions.content.yaml_files import read_yaml
from actions.drafting.draft import LetterId
from actions.settings import get_settings
from actions.tasks.fitting import filled
from actions.tasks.models import Invite, Option, Task, load_tasks

_Model = TypeVar("_Model", bound=BaseModel)
_FIRST_PERSON = frozenset({"self", "person"})


class LetterError(ValueError):
    """A letter file that cannot be used; the message names the file."""


Words = str | dict[str, str]
Row = tuple[str, ...]


class Grid(Frozen):
    """A table to fill in by hand."""

    head: Row
    rows: int = Field(ge=1, le=12)


class Blank(Frozen):
    """Fields to fill in by hand under a heading; `may` is said beside a box that the person ticks."""

    heading: str
    rows: tuple[Row, ...]
    may: str = ""


class Section(Frozen):
    """A part of a letter. With `step` it stands only when that step has an answer, or when `always`.

    boxes: every item of the part has a box to tick. Words by role may stand in `items` and `text`.
    """

    heading: str
    step: str | None = None
    intro: dict[str, str] = Field(default_factory=dict)
    empty: dict[str, str] = Field(default_factory=dict)
    always: bool = False
    boxes: bool = False
    items: tuple[Words, ...] = ()
    text: tuple[Words, ...] = ()
    table: Grid | None = None
    lines: tuple[Row, ...] = ()
    blank: int = Field(default=0, ge=0, le=12, description="empty lines for notes")
    roles: tuple[str, ...] = ()
    variants: dict[str, str] = Field(default={}, description="other headings by role")

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows to fill in by hand, the empty lines for notes last."""
        return self.lines + (("",),) * self.blank


class Wording(Frozen):
    """One letter's words."""

    id: str
    title: str
    filename: str = Field(pattern=r"^[a-z0-9-]+$")
    addressed: bool = True
    opening: dict[str, str]
    sections: tuple[Section, ...]
    no_answer: tuple[str, ...] = ()


class HandIn(Frozen):
    """How to hand a letter in; for the sender, not for the recipient."""

    heading: str
    notice: str
    to: str
    to_blank: str
    steps: tuple[str, ...]


class Calendar(Frozen):
    """Words in the calendar file."""

    titles: dict[Literal["meeting", "followup"], str]
    note: str


class Common(Frozen):
    """Words all letters share."""

    to: str
    to_blank: str
    date: str
    writer: str
    concerns: dict[str, tuple[Blank, ...]]
    signatures: dict[str, tuple[Blank, ...]]
    received: Blank
    copies: dict[str, str]
    page: str
    not_handed_in: str
    made_with: str
    subgoal: str
    when: str
    invite: dict[Invite, str]
    invite_named: dict[Invite, str]
    other: dict[str, str]
    unseen: str
    at: str
    calendar: Calendar
    hand_in: HandIn


class Letters(Frozen):
    """All wordings, what they share, and the tasks whose option labels they use."""

    wordings: dict[str, Wording]
    common: Common
    tasks: dict[str, Task]

    def label(self, letter: str, step: str, option: str) -> str | None:
        """The label of a chosen option; None for one that does not exist."""
        return next((known.label for known in self.options(letter, step) if known.id == option), None)

    def options(self, letter: str, step: str) -> tuple[Option, ...]:
        """What can be chosen at a step; nothing for a step that does not exist."""
        found = self.task(letter).step(step)
        return found.options if found else ()

    def task(self, letter: str) -> Task:
        """The task that a letter is written in."""
        return self.tasks["prepare" if letter == "prepare" else "draft"]

    def say(self, words: Words, role: str, people: Mapping[str, str]) -> str:
        """The words for a role, with `{person}` filled in; empty when there are none."""
        if isinstance(words, str):
            return filled(words, people)
        return filled(words.get(role) or ("" if role in _FIRST_PERSON else words.get("others", "")), people)


@lru_cache(maxsize=1)
def letters_in_use() -> Letters:
    """The letters of this process. Raises LetterError naming the file."""
    return load_letters(get_settings().content)


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """All words of the letters as plain data, without the tasks."""
    return letters_in_use().model_dump(mode="json", exclude={"tasks"}, exclude_defaults=True)


def load_letters(content: Path) -> Letters:
    """All letters. Raises LetterError naming the file."""
    folder = content / "letters"
    common = _read(folder / "words.yml", Common)
    wordings = {key: _read(folder / f"{key}.yml", Wording) for key in get_args(LetterId)}
    return Letters(wordings=wordings, common=common, tasks=load_tasks(content))


def _read(path: Path, kind: type[_Model]) -> _Model:
    try:
        data: dict[str, Any] = read_yaml(path)
        return kind(**data)
    except (ValidationError, TypeError, yaml.YAMLError) as error:
        raise LetterError(f"{path.name}: {error}") from error
