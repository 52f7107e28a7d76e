"""A letter is made apart from the site: what goes wrong there is told by its kind and never by its words."""

import io
import json
from types import SimpleNamespace
from typing import Any

import pytest

from actions.drafting.blocks import Issuer
from actions.drafting.calendar import NoDatesError
from actions.drafting.draft import Draft
from bot.web import document_worker
from bot.web.document_worker import DocumentWorker, TooCostly, main

DRAFT: dict[str, Any] = {"version": 1, "letter": "request", "answers": {"situation": "Jag orkar inte"}}


class PlayedProcess:
    """A process that has its answers ready, or has ended."""

    def __init__(self, answers: bytes) -> None:
        self.stdin, self.stdout = io.BytesIO(), io.BytesIO(answers)
        self.killed = 0

    def poll(self) -> int | None:
        return 1 if self.killed else None

    def kill(self) -> None:
        self.killed += 1

    def communicate(self) -> None:
        """Nothing is left to be read."""


def asked(monkeypatch: pytest.MonkeyPatch, *lines: object) -> bytes:
    """What the process writes when it is asked these lines."""
    stdin = io.BytesIO(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    stdout = io.BytesIO()
    monkeypatch.setattr("bot.web.document_worker.sys.stdin", SimpleNamespace(buffer=stdin))
    monkeypatch.setattr("bot.web.document_worker.sys.stdout", SimpleNamespace(buffer=stdout))
    monkeypatch.setattr("bot.web.document_worker.resource.setrlimit", lambda *_: None)
    assert main() == 0
    return stdout.getvalue()


def worker(monkeypatch: pytest.MonkeyPatch, answers: bytes) -> tuple[DocumentWorker, list[PlayedProcess]]:
    """A worker, and the processes it starts: each gives these answers."""
    started: list[PlayedProcess] = []

    def start(*_: object, **__: object) -> PlayedProcess:
        started.append(PlayedProcess(answers))
        return started[-1]

    monkeypatch.setattr("bot.web.document_worker.subprocess.Popen", start)
    return DocumentWorker(), started


def test_a_letter_asked_for_comes_back_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    line = asked(monkeypatch, {"draft": DRAFT, "format": "txt", "issuer": {"name": "Exempelkommunen"}})
    making, started = worker(monkeypatch, line)
    document = making.render(Draft.model_validate(DRAFT), "txt", Issuer(name="Exempelkommunen"))
    assert "Jag orkar inte" in document.bytes.decode() and document.filename.endswith(".txt")
    question = json.loads(started[0].stdin.getvalue())
    assert (question["format"], question["issuer"]["name"]) == ("txt", "Exempelkommunen")


def test_a_calendar_without_days_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = {"version": 1, "letter": "prepare", "answers": {}}
    line = asked(monkeypatch, {"draft": sheet, "format": "ics", "issuer": None})
    assert json.loads(line) == {"error": "no-dates", "size": 0}
    making, _ = worker(monkeypatch, line)
    with pytest.raises(NoDatesError):
        making.render(Draft.model_validate(DRAFT), "ics")


def test_what_fails_there_is_told_by_kind_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = {"version": 1, "letter": "min hemlighet", "answers": {}}
    line = asked(monkeypatch, {"draft": secret, "format": "txt", "issuer": None})
    assert json.loads(line) == {"error": "ValidationError", "size": 0} and b"hemlighet" not in line


@pytest.mark.parametrize(
    "answer", [b"", b"not json\n", b'{"error": "MemoryError", "size": 0}\n', b'{"error": "", "size": 9}\nx']
)
def test_a_process_that_ends_or_stops_half_way_is_put_away(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    making, started = worker(monkeypatch, answer)
    with pytest.raises(TooCostly, match="slow"):
        making.render(Draft.model_validate(DRAFT), "txt")
    assert started[0].killed
    making.stop()


def test_when_many_wait_the_next_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    making, started = worker(monkeypatch, b"")
    while making._places.acquire(blocking=False):
        pass
    with pytest.raises(TooCostly, match="busy"):
        making.render(Draft.model_validate(DRAFT), "txt")
    assert not started


def test_a_process_is_used_again_and_replaced_after_some_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_worker, "_MOST_LETTERS", 2)
    line = asked(monkeypatch, {"draft": DRAFT, "format": "txt", "issuer": None})
    making, started = worker(monkeypatch, line * 3)
    for _ in range(3):
        making.render(Draft.model_validate(DRAFT), "txt")
    assert [process.killed for process in started] == [1, 0]
