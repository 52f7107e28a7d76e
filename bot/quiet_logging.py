"""Logs that say where something went wrong, never what anybody wrote. Shared by all three processes.

Libraries put the person's words into messages, exceptions and tracebacks; so only places and kinds are told.
"""

import errno
import logging
import logging.config
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

import yaml

_OWN = ("actions", "bot")  # a constant text each: tests/safety/test_log_lines.py holds them to it
CONFIGURATION = Path(__file__).parent / "logging.yml"


class PlaceOnly(logging.Formatter):
    """Time, level, logger, the constant part of our own messages; an exception's kind, errno and place."""

    def format(self, record: logging.LogRecord) -> str:
        """One line without arguments or exception text, and without the messages of libraries."""
        parts = [self.formatTime(record), record.levelname, f"{record.name}:{record.lineno}"]
        if record.name.partition(".")[0] in _OWN and isinstance(record.msg, str):
            parts.append(f"({record.msg})")
        if record.exc_info and record.exc_info[0]:
            parts += [record.exc_info[0].__name__, errno_of(record.exc_info[1]), place(record.exc_info[2])]
        return " ".join(filter(None, parts))


def errno_of(error: "BaseException | None") -> str:
    """The system's name for what went wrong, ENOSPC or ECONNREFUSED for two; nothing for other faults."""
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode.get(number, "") if number else ""


def place(raised: "TracebackType | None") -> str:
    """`folder/file.py:line` where an exception was raised; nothing when that is not known."""
    frames = traceback.extract_tb(raised) if raised else []
    if not frames:
        return ""
    return f"{'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}"


def keep_quiet() -> None:
    """Uncaught exceptions, also in threads and destructors, are told by kind and place only."""
    sys.excepthook = lambda kind, error, raised: _tell(kind, raised)
    threading.excepthook = lambda caught: _tell(caught.exc_type, caught.exc_traceback)
    sys.unraisablehook = lambda caught: _tell(caught.exc_type, caught.exc_traceback)


def configure() -> None:
    """Quiet logging for a process that has no switch of its own for it."""
    keep_quiet()
    logging.config.dictConfig(yaml.safe_load(CONFIGURATION.read_text(encoding="utf-8")))


def _tell(kind: "type[BaseException]", raised: "TracebackType | None") -> None:
    sys.stderr.write(f"uncaught {kind.__name__} {place(raised)}\n")
