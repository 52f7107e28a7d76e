"""The launcher knows whether a process answers, and is never stopped by one that does not."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bot.launch.health_probe import answers


class Door(BaseHTTPRequestHandler):
    """Well at one address only."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 503)
        self.end_headers()

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200 if (self.path, asked) == ("/parse?token=a", b"hej") else 409)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@pytest.fixture
def port() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Door) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_process_that_answers_is_well(port: int) -> None:
    assert answers(f"http://127.0.0.1:{port}/healthz", 5)


def test_one_that_says_it_is_not_ready_is_not(port: int) -> None:
    assert not answers(f"http://127.0.0.1:{port}/readyz", 5)


def test_one_that_must_understand_a_question_is_well_when_it_does(port: int) -> None:
    address = f"http://127.0.0.1:{port}/parse"
    assert answers(f"{address}?token=a", 5, b"hej")
    assert not answers(f"{address}?token=a", 5, b"something else")
    assert not answers(address, 5, b"hej")
    assert not answers(f"{address}?token=a", 5)


def test_one_that_is_gone_silent_or_no_server_is_not() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/healthz"
        assert not answers(address, 0.2)
        silent.listen()
        assert not answers(address, 0.2)
