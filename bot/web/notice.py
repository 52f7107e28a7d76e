"""The notice on all pages and the switch that closes the chat: content, followed while the site runs."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, ValidationError

from actions.content.frozen import Frozen
from actions.content.yaml_files import read_yaml

_SECONDS = 5.0


class Notice(Frozen):
    """What `content/notice.yml` says."""

    notice: str = Field(default="", max_length=300)
    chat: Literal["open", "closed"] = "open"


class NoticeFile:
    """The file's present word; what it said last when it is broken or gone."""

    def __init__(self, content: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._file = content / "notice.yml"
        self._clock = clock
        self._said = Notice()
        self._until = float("-inf")

    def __call__(self) -> Notice:
        """Read anew at most every five seconds."""
        if self._clock() >= self._until:
            self._until = self._clock() + _SECONDS
            try:
                said = read_yaml(self._file)
                self._said = Notice.model_validate(said or {})
            except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError):
                pass
        return self._said
