"""The wording of the letters, from `content/letters/`: which words for which person."""

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from actions.content.yaml_files import read_yaml
from actions.settings import get_settings
from actions.tasks.models import Task, load_tasks

LETTER_IDS = ("request", "reminder", "reasons", "followup", "withdrawal", "prepare")
_Model = TypeVar("_Model", bound=BaseModel)
_FIRST_PERSON = frozenset({"self", "person"})


class LetterError(ValueError):
    """A letter file that cannot be used; the message names the file."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Section(_Frozen):
    """A part of a letter. With `step` it stands only when that step has an answer, or when `always`."""

    heading: str
    step: str | None = None
    intro: dict[str, str] = {}
    empty: dict[str, str] = {}
    always: bool = False
    items: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    blank: int = Field(default=0, ge=0, le=12, description="empty lines for notes")
    roles: tuple[str, ...] = ()
    variants: dict[str, str] = Field(default={}, description="other headings by role")


class Signature(_Frozen):
    """Lines to fill in by hand, by role."""

    lines: dict[str, tuple[str, ...]]


class Wording(_Frozen):
    """One letter's words."""

    id: str
    title: str
    filename: str = Field(pattern=r"^[a-z0-9-]+$")
    addressed: bool = True
    opening: dict[str, str]
    sections: tuple[Section, ...]
    signatures: tuple[Signature, ...] = ()
    copies: dict[str, str] = {}
    no_answer: tuple[str, ...] = ()


class HandIn(_Frozen):
    """How to hand a letter in; for the sender, not for the recipient."""

    heading: str
    notice: str
    to: str
    to_blank: str
    steps: tuple[str, ...]


class Calendar(_Frozen):
    """Words in the calendar file."""

    titles: dict[Literal["meeting", "followup"], str]
    note: str


class Common(_Frozen):
    """Words all letters share."""

    people: dict[str, dict[str, str]]
    to: str
    to_blank: str
    date: str
    subgoal: str
    when: str
    invite: dict[Literal["ja", "nej", "vet-inte"], str]
    other: dict[str, str]
    unseen: str
    at: str
    calendar: Calendar
    hand_in: HandIn


class Letters(_Frozen):
    """All wordings, what they share, and the tasks whose option labels they use."""

    wordings: dict[str, Wording]
    common: Common
    tasks: dict[str, Task]

    def label(self, letter: str, step: str, option: str) -> str | None:
        """The label of a chosen option; None for one that does not exist."""
        task = self.tasks["prepare" if letter == "prepare" else "draft"]
        found = task.step(step)
        known = found.option(option) if found else None
        return known.label if known else None

    def say(self, words: dict[str, str], role: str) -> str:
        """The words for a role, with `{person}` filled in; empty when there are none."""
        text = words.get(role) or ("" if role in _FIRST_PERSON else words.get("others", ""))
        return text.format(**self.common.people.get(role, {}))


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
    wordings = {key: _read(folder / f"{key}.yml", Wording) for key in LETTER_IDS}
    return Letters(wordings=wordings, common=common, tasks=load_tasks(content))


def _read(path: Path, kind: type[_Model]) -> _Model:
    try:
        data: dict[str, Any] = read_yaml(path)
        return kind(**data)
    except (ValidationError, TypeError, yaml.YAMLError) as error:
        raise LetterError(f"{path.name}: {error}") from error
