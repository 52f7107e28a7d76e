"""What the launcher watches comes back: a process that died, and one that hangs."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from bot.launch import watching
from bot.launch.processes import Command
from bot.launch.stopping import Stop
from bot.launch.watching import Child
from bot.testing.service import free_ports

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
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Child, str, list[str]]]:
    """A small server under watch, looked at five times a second: the child, its address, its restarts."""
    monkeypatch.setattr(watching, "_LOOK_SECONDS", 0.2)
    monkeypatch.setattr(watching, "_LOOK_TIMEOUT", 0.3)
    (port,) = free_ports(1)
    address = f"http://127.0.0.1:{port}/"
    stopping, restarts = Stop(), list[str]()
    command = Command([sys.executable, "-c", _SERVER, str(port)], {}, address)
    child = Child("probe", command, stopping, restarts.append)
    child.start()
    until(lambda: answers(address))
    yield child, address, restarts
    child.stop()


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


def test_a_process_that_died_comes_back(watched: tuple[Child, str, list[str]]) -> None:
    child, address, restarts = watched
    os.kill(pid_of(child), signal.SIGKILL)
    until(lambda: bool(restarts))
    until(lambda: answers(address))
    assert restarts == ["probe"]


def test_a_process_that_hangs_is_ended_and_comes_back(watched: tuple[Child, str, list[str]]) -> None:
    child, address, restarts = watched
    time.sleep(0.5)
    frozen = pid_of(child)
    os.kill(frozen, signal.SIGSTOP)
    until(lambda: bool(restarts))
    until(lambda: answers(address))
    assert pid_of(child) != frozen
    assert not Path(f"/proc/{frozen}").exists()
