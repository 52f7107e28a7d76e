"""Good versions of the content, each a copy of its own, so that a broken file never reaches a page."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from fastapi import FastAPI

from actions.content.problems import ContentError
from actions.publishing.build import build
from actions.publishing.check import problems
from actions.publishing.checks.corpus import read_corpus
from actions.settings import Settings
from bot.web.app import create_app


@dataclass
class Versions:
    """The newest version that could be shown, and what is wrong with the files as they are now.

    `number` grows at every save. `current` is false while `app` shows an older version than the files.
    """

    content: Path
    folder: Path
    number: int = 0
    app: FastAPI | None = None
    current: bool = False
    notes: list[str] = field(default_factory=list)

    def renew(self) -> None:
        """Shows the files as they are now; keeps the last version when they cannot be shown."""
        home = self.folder / str(self.number + 1)
        shutil.rmtree(home, ignore_errors=True)
        try:
            shutil.copytree(self.content, home / "content")
            build(home / "content", home / "content.sqlite")
            self.app = create_app(Settings(content=home / "content", build=home, rate_limit=0))
        except Exception as error:  # whatever an editor saves, the last page and the reason stay
            self.notes = [line for line in str(error).splitlines() if line] or [type(error).__name__]
            self.current = False
        else:
            self.notes, self.current = [], True
        self.number += 1
        self._clear(home)

    def judge(self) -> None:
        """Notes what is hard to read or wrong in the version shown. Slower than showing it."""
        if not self.current:
            return
        try:
            corpus = read_corpus(self.folder / str(self.number) / "content")
            self.notes = [str(problem) for problem in problems(corpus)]
        except ContentError as error:
            self.notes = str(error).splitlines()

    @property
    def stamp(self) -> str:
        """Changes when an open page should be loaded anew."""
        return f"{self.number}-{len(self.notes)}"

    def _clear(self, home: Path) -> None:
        """Only the version that is shown is kept on disk."""
        for old in self.folder.iterdir():
            if (old == home) != self.current:
                shutil.rmtree(old, ignore_errors=True)
