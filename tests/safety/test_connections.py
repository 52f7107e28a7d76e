"""Without a proxy before it too: nobody takes the site away with connections that say little or nothing."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from typing import Any

import httpx
import pytest
import uvicorn

from bot.tools.running_service import free_ports
from bot.web.http import connections
from bot.web.http.connections import GuardedConnection

pytestmark = pytest.mark.slow

LARGE = b"x" * 400_000


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Answers every path; a large answer where it is asked for."""
    body = LARGE * 50 if scope["path"] == "/large" else b"here"
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server whose connections live shortly and are few."""
    monkeypatch.setattr(connections, "HEAD_SECONDS", 1.0)
    monkeypatch.setattr(connections, "TURN_SECONDS", 2.0)
    monkeypatch.setattr(connections, "MOST_OPEN", 20)
    (chosen,) = free_ports(1)
    settings = uvicorn.Config(
        app, port=chosen, http=GuardedConnection, ws="none", lifespan="off", log_config=None
    )
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield chosen
    server.should_exit = True
    thread.join()


def opened(port: int, said: bytes) -> socket.socket:
    one = socket.create_connection(("127.0.0.1", port), timeout=10)
    one.sendall(said)
    return one


def is_served(port: int) -> bool:
    return httpx.get(f"http://127.0.0.1:{port}/", timeout=10, trust_env=False).text == "here"


def end_of(one: socket.socket) -> bytes:
    """All that comes until the other side closes. Raises TimeoutError when it does not."""
    said = b""
    with suppress(ConnectionError):
        while part := one.recv(65_536):
            said += part
    return said


@pytest.mark.parametrize("said", [b"", b"GET / HTT", b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "])
def test_a_crowd_that_does_not_get_to_the_point_shuts_nobody_out(port: int, said: bytes) -> None:
    with ExitStack() as crowd:
        slow = [crowd.enter_context(opened(port, said)) for _ in range(60)]
        assert is_served(port)
        assert [end_of(one) for one in slow] == [b""] * 60, "and each is closed in the end"


def test_a_head_that_comes_drop_by_drop_is_not_waited_for(port: int) -> None:
    with opened(port, b"GET / HTTP/1.1\r\nHost: a\r\n") as one, pytest.raises(OSError):
        for _ in range(100):
            one.sendall(b"X: y\r\n")
            time.sleep(0.05)
    assert is_served(port)


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + LARGE,
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 70_000,
        b"GET /" + LARGE,
    ],
)
def test_a_head_that_is_too_large_is_refused_before_it_is_whole(
    port: int, head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 60.0)
    with opened(port, b"") as one:
        threading.Thread(target=lambda: send_what_is_taken(one, head), daemon=True).start()
        assert end_of(one)[:12] in (b"HTTP/1.1 400", b""), "the answer may be lost in what is still sent"
    assert is_served(port)


def send_what_is_taken(one: socket.socket, said: bytes) -> None:
    with suppress(OSError):
        one.sendall(said)


def test_a_body_without_end_is_cut_off(port: int) -> None:
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    with opened(port, head) as one, pytest.raises(OSError):
        for _ in range(1000):
            one.sendall(chunk)
    assert is_served(port)


def test_a_body_that_was_answered_before_it_was_whole_is_not_taken_for_a_head(port: int) -> None:
    def slowly() -> Iterator[bytes]:
        for _ in range(16):
            yield b"x" * 0x10000
            time.sleep(0.02)

    with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
        assert client.post("/", content=slowly()).text == "here"
        assert client.get("/").text == "here"


def test_somebody_who_asks_and_does_not_read_is_not_waited_for(port: int) -> None:
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.settimeout(10)
        one.connect(("127.0.0.1", port))
        one.sendall(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        time.sleep(3)
        assert len(end_of(one)) < 50 * len(LARGE)


def test_an_honest_client_keeps_its_connection(port: int) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
        for _ in range(6):
            assert client.post("/", content=b"x" * 200_000, headers={"X": "y" * 30_000}).text == "here"
            time.sleep(0.5)
