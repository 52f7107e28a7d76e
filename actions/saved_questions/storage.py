"""One SQLite file with the day and the words of each question, and nothing that tells whose or when."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from actions.swedish_day import swedish_day

KEPT_DAYS = 90
MOST = 10_000
_WAIT_SECONDS = 2.0
_OWNER_ONLY = 0o600
# Without row ids and under a random key, so that the order in the file does not tell the order in time.
_TABLE = (
    "create table if not exists questions (key text primary key, day text not null, text text not null)"
    " without rowid"
)


class NotStored(Exception):
    """The file cannot be used now: its disk is full or gone, it is locked, or it is no database."""


@dataclass(frozen=True)
class SavedQuestion:
    """The words and the day they were left. `key` is 32 random hexadecimal digits."""

    key: str
    day: date
    text: str


class SavedQuestions:
    """The file, opened for each use: several processes may share it.

    Every method raises NotStored when the file cannot be used now.
    """

    def __init__(self, file: Path, today: Callable[[], date] = swedish_day, most: int = MOST) -> None:
        self._file = file
        self._today = today
        self._most = most

    def save(self, text: str) -> bool:
        """Keeps the words. False when there are as many as may be kept."""
        with self._opened() as database:
            self._delete_old(database)
            row = (secrets.token_hex(16), self._today().isoformat(), text, self._most)
            done = database.execute(
                "insert into questions select ?, ?, ? where (select count(*) from questions) < ?", row
            )
            return done.rowcount == 1

    def newest(self, limit: int) -> list[SavedQuestion]:
        """Up to `limit` questions, the newest day first, in no order within a day."""
        with self._opened() as database:
            rows = database.execute(
                "select key, day, text from questions order by day desc, key limit ?", (limit,)
            )
            return [SavedQuestion(key, date.fromisoformat(day), text) for key, day, text in rows]

    def count(self) -> int:
        """How many there are."""
        with self._opened() as database:
            (number,) = database.execute("select count(*) from questions").fetchone()
            return int(number)

    def delete(self, key: str) -> None:
        """Deletes one question, if it is there."""
        with self._opened() as database:
            database.execute("delete from questions where key = ?", (key,))

    def delete_old(self) -> None:
        """Deletes what has been kept for 90 days."""
        with self._opened() as database:
            self._delete_old(database)

    def _delete_old(self, database: sqlite3.Connection) -> None:
        last = self._today() - timedelta(days=KEPT_DAYS)
        database.execute("delete from questions where day <= ?", (last.isoformat(),))

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """A connection whose work is kept when the block ends well. What is deleted is written over."""
        try:
            _make_private(self._file)
            with closing(sqlite3.connect(self._file, timeout=_WAIT_SECONDS)) as database, database:
                database.execute("pragma secure_delete = on")
                database.execute(_TABLE)
                yield database
        except (OSError, sqlite3.Error) as error:
            raise NotStored from error


def _make_private(file: Path) -> None:
    """Makes the file if needed; SQLite gives its journal the same rights."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, _OWNER_ONLY)
    try:
        os.fchmod(descriptor, _OWNER_ONLY)
    finally:
        os.close(descriptor)
