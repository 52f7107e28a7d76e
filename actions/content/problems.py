"""What is wrong in the content, told to the person who wrote it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from actions.content.yaml_files import read_yaml
from actions.settings import get_settings


@dataclass(frozen=True)
class Problem:
    """Something to mend: where it stands, and which of `content/language/messages.yml` says what to do."""

    where: str
    key: str
    values: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.where}: {say(self.key, **self.values)}"


class ContentError(ValueError):
    """Content that cannot be published, with everything that is wrong in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def problem(where: str, key: str, **values: Any) -> Problem:
    """A problem with the values that its message needs."""
    return Problem(where, key, values)


def say(key: str, **values: Any) -> str:
    """The editor's message for a key. Raises KeyError when `content/language/messages.yml` lacks it."""
    text: str = messages(get_settings().content)[key]
    return text.format(**values)


@cache
def messages(content: Path) -> dict[str, Any]:
    """All messages, read once."""
    path = content / "language" / "messages.yml"
    found: dict[str, Any] = read_yaml(path)
    return found
