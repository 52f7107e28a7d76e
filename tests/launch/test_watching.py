"""What the launcher watches comes back: a process that died, and one that hangs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from actions.settings import ROOT
from bot.launch import hang_detection, watching
from bot.launch.processes import Command
from bot.launch.shutdown import Stop
from bot.launch.watching import Child
from bot.tools.running_service import free_ports

Watch = Callable[..., tuple[Child, list[str]]]

pytestmark = pytest.mark.slow
_SERVER = """
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_):
        pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks five times a second, hardly a pause; two seconds without an answer and any work are too long."""
    monkeypatch.setattr(watching, "_LONGEST_PAUSE", 0.1)
    monkeypatch.setattr(watching, "_LOOK_SECONDS", 0.2)
    monkeypatch.setattr(watching, "_LOOK_TIMEOUT", 0.3)
    monkeypatch.setattr(hang_detection, "_IDLE_SECONDS", 2.0)
    monkeypatch.setattr(hang_detection, "_IDLE_TICKS", 0)


@pytest.fixture
def watch(quick: None) -> Iterator[Watch]:
    """Puts a process under watch: the child and its restarts."""
    stopping, children = Stop(), list[Child]()

    def started(*commands: Command) -> tuple[Child, list[str]]:
        restarts = list[str]()
        children.append(Child("probe", commands, stopping, restarts.append))
        children[-1].start()
        return children[-1], restarts

    yield started
    for child in children:
        child.stop()


@pytest.fixture
def server() -> tuple[str, Command]:
    """A small server's address, and what starts it."""
    (port,) = free_ports(1)
    address = f"http://127.0.0.1:{port}/"
    return address, Command([sys.executable, "-c", _SERVER, str(port)], {}, address, material="good")


def answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=1, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def until(true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


def pid_of(child: Child) -> int:
    assert child._process
    return child._process.pid


def test_a_process_that_died_comes_back(watch: Watch, server: tuple[str, Command]) -> None:
    address, command = server
    child, restarts = watch(command)
    until(lambda: answers(address))
    os.kill(pid_of(child), signal.SIGKILL)
    until(lambda: bool(restarts))
    until(lambda: answers(address))
    assert restarts == ["probe"]


@pytest.mark.parametrize("is_known_to_answer", [True, False])
def test_a_process_that_hangs_is_ended_and_comes_back(
    watch: Watch, server: tuple[str, Command], is_known_to_answer: bool
) -> None:
    """Also when it hangs before the launcher has seen a first answer."""
    address, command = server
    seen = list[int]()
    child, restarts = watch(replace(command, answered=lambda: seen.append(1)))
    until(lambda: bool(seen) if is_known_to_answer else child._process is not None)
    frozen = pid_of(child)
    os.kill(frozen, signal.SIGSTOP)
    until(lambda: bool(restarts))
    until(lambda: answers(address))
    assert pid_of(child) != frozen
    assert not Path(f"/proc/{frozen}").exists()


_ENDS = [sys.executable, "-c", ""]
_IS_DEAF = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.mark.parametrize("broken", [_ENDS, _IS_DEAF])
def test_what_never_answers_gives_way_to_what_has_answered_before(
    watch: Watch, server: tuple[str, Command], capsys: pytest.CaptureFixture[str], broken: list[str]
) -> None:
    address, command = server
    answered = list[str]()
    fresh = Command(broken, {}, address, material="fresh", answered=lambda: answered.append("fresh"))
    _, restarts = watch(fresh, replace(command, answered=lambda: answered.append("good")))
    until(lambda: bool(answered))
    assert answered == ["good"] and len(restarts) == 2
    assert capsys.readouterr().out.count("never answered with fresh; falling back on good") == 1


def test_what_has_answered_is_started_again_and_not_given_up(
    watch: Watch, server: tuple[str, Command], capsys: pytest.CaptureFixture[str]
) -> None:
    address, command = server
    seen = list[int]()
    child, _ = watch(replace(command, answered=lambda: seen.append(1)), Command(_ENDS, {}, address))
    for times in (1, 2, 3):
        until(partial(_is_long, seen, times))
        os.kill(pid_of(child), signal.SIGKILL)
    until(lambda: len(seen) == 4)
    assert "falling back" not in capsys.readouterr().out


def test_a_machine_that_cannot_start_one_more_process_is_asked_again(
    watch: Watch, server: tuple[str, Command], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, command = server
    start, refusals = watching.subprocess.Popen, [BlockingIOError(11, "no room"), OSError(12, "no memory")]

    def popen(*arguments: Any, **rest: Any) -> Any:
        if refusals:
            raise refusals.pop()
        return start(*arguments, **rest)

    monkeypatch.setattr(watching.subprocess, "Popen", popen)
    _, restarts = watch(command)
    until(lambda: answers(address))
    assert len(restarts) == 2


_LAUNCHER = """
import sys, time
from bot.launch.processes import Command
from bot.launch.shutdown import Stop
from bot.launch.watching import Child
child = Child("probe", [Command([sys.executable, "-c", "import time; time.sleep(600)"], {}, "http://127.0.0.1:9/")],
              Stop(), print)
child.start()
while not child._process:
    time.sleep(0.01)
print(child._process.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the system must tell the process")
def test_when_the_launcher_is_killed_nothing_lives_on_not_even_what_is_frozen() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _LAUNCHER], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as one:
        assert one.stdout
        pid = int(one.stdout.readline())
        until(lambda: b"tied.py" not in Path(f"/proc/{pid}/cmdline").read_bytes())
        os.kill(pid, signal.SIGSTOP)
        one.kill()
    until(lambda: state_of(pid) in ("", "Z"))


def state_of(pid: int) -> str:
    """The letter the system gives a process; nothing when it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def _is_long(seen: list[int], times: int) -> bool:
    return len(seen) == times
