"""Letters are made in a process of their own, with little memory and time: what costs much ends there.

`python -m bot.web.document_worker` is that process. It reads a line of JSON, `{"draft", "format", "issuer"}`,
answers with a line of JSON and the bytes of the file, and ends with its parent; it is ended after some
letters.
"""

import json
import os
import resource
import subprocess
import sys
import threading
from typing import IO

from actions.drafting.blocks import Issuer
from actions.drafting.calendar import NoDatesError
from actions.drafting.documents import Document, Format, render
from actions.drafting.draft import Draft
from actions.settings import ROOT

_MEGABYTE = 1024 * 1024
MOST_MEMORY = 700 * _MEGABYTE
MOST_SECONDS = 10.0
_MOST_WAITING = 6
_MOST_LETTERS = 50


class TooCostly(Exception):
    """The letter took too much time or memory, or too many wait; `reason` is `slow` or `busy`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DocumentWorker:
    """The process, seen from the web process. One letter at a time; started at need. Used from threads."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._letters = 0
        self._turn = threading.Lock()
        self._places = threading.BoundedSemaphore(_MOST_WAITING)

    def render(self, draft: Draft, format: Format, issuer: Issuer | None = None) -> Document:
        """The file. Raises NoDatesError, or TooCostly."""
        if not self._places.acquire(blocking=False):
            raise TooCostly("busy")
        try:
            with self._turn:
                return self._asked(draft, format, issuer)
        finally:
            self._places.release()

    def stop(self) -> None:
        """Ends the process, if there is one."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _asked(self, draft: Draft, format: Format, issuer: Issuer | None) -> Document:
        asked = {
            "draft": draft.model_dump(mode="json"),
            "format": format,
            "issuer": issuer.model_dump() if issuer else None,
        }
        question = json.dumps(asked).encode() + b"\n"
        process = self._running()
        timer = threading.Timer(MOST_SECONDS, process.kill)
        timer.start()
        try:
            answer = _exchanged(process, question)
        finally:
            timer.cancel()
        if answer is None:
            self.stop()
            raise TooCostly("slow")
        self._letters += 1
        if self._letters >= _MOST_LETTERS:
            self.stop()
        return answer

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process and self._process.poll() is None:
            return self._process
        self.stop()
        self._letters = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.web.document_worker"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "MALLOC_ARENA_MAX": "2", "RAYON_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        return self._process


def _exchanged(process: "subprocess.Popen[bytes]", question: bytes) -> Document | None:
    """What the process answers; None when it ends instead. Raises NoDatesError."""
    assert process.stdin and process.stdout
    try:
        process.stdin.write(question)
        process.stdin.flush()
        head = json.loads(process.stdout.readline() or "null")
        if head is None:
            return None
        body = process.stdout.read(head["size"])
    except (OSError, ValueError):
        return None
    if head["error"] == "no-dates":
        raise NoDatesError
    if head["error"] or len(body) < head["size"]:
        return None
    return Document(head["filename"], head["media_type"], body, head["unseen"])


def main() -> int:
    """Answers until there is no more to do. Returns the exit status."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    while line := sys.stdin.buffer.readline():
        _answer(line, sys.stdout.buffer)
    return 0


def _answer(line: bytes, out: IO[bytes]) -> None:
    asked = json.loads(line)
    head: dict[str, object] = {"error": "", "size": 0}
    data = b""
    try:
        issuer = Issuer.model_validate(asked["issuer"]) if asked["issuer"] else None
        made = render(Draft.model_validate(asked["draft"]), asked["format"], issuer=issuer)
        data = made.bytes
        head |= {"filename": made.filename, "media_type": made.media_type, "unseen": made.unseen}
    except NoDatesError:
        head["error"] = "no-dates"
    except Exception as error:  # told by kind alone: its text may hold what somebody wrote
        head["error"] = type(error).__name__
    out.write(json.dumps({**head, "size": len(data)}).encode() + b"\n" + data)
    out.flush()


if __name__ == "__main__":
    raise SystemExit(main())
