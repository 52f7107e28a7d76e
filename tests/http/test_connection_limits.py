"""A connection ends when it says too much or nothing for too long; the newest is never the one to go."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from bot.web.http import connections
from bot.web.http.connections import (
    HEAD_SECONDS,
    LARGEST_HEAD,
    LARGEST_MESSAGE,
    TURN_SECONDS,
    GuardedConnection,
)

WHOLE = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


class Line(asyncio.Transport):
    """The other side of a connection: what it was sent, and whether it was closed or cut."""

    def __init__(self) -> None:
        super().__init__()
        self.sent, self.closed, self.cut = b"", False, False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.sent += bytes(data)

    def is_closing(self) -> bool:
        return self.closed or self.cut

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.cut = True

    def pause_reading(self) -> None:
        """Nothing comes by itself."""

    def resume_reading(self) -> None:
        """Nothing comes by itself."""


class Clock:
    """A loop whose time is told: what is to end, and when."""

    def __init__(self) -> None:
        self.ends: list[tuple[float, Callable[..., Any]]] = []

    def call_later(self, seconds: float, callback: Callable[..., Any], *_: Any) -> "Clock":
        self.ends = [(seconds, callback)]
        return self

    def cancel(self) -> None:
        self.ends = []

    def create_task(self, work: Any, **named: Any) -> asyncio.Task[Any]:
        return asyncio.get_running_loop().create_task(work, **named)


async def app(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"here"})


CONFIG = uvicorn.Config(app, http=GuardedConnection, ws="none", lifespan="off", log_config=None)


def opened(state: ServerState, clock: Clock) -> tuple[GuardedConnection, Line]:
    line = Line()
    one = GuardedConnection(CONFIG, state, {}, _loop=clock)
    one.connection_made(line)
    return one, line


def test_who_says_nothing_has_few_seconds_and_who_asks_has_a_minute() -> None:
    async def scene() -> None:
        clock = Clock()
        one, line = opened(ServerState(), clock)
        assert [seconds for seconds, _ in clock.ends] == [HEAD_SECONDS]
        one.data_received(WHOLE)
        assert [seconds for seconds, _ in clock.ends] == [TURN_SECONDS]
        await asyncio.gather(*one.tasks)
        assert b"here" in line.sent
        clock.ends[0][1]()
        one.connection_lost(None)
        assert clock.ends == []

    asyncio.run(scene())


def test_a_head_without_end_is_refused_and_a_body_without_end_is_cut() -> None:
    async def scene() -> None:
        one, line = opened(ServerState(), Clock())
        one.data_received(b"GET / HTTP/1.1\r\nX: " + b"a" * LARGEST_HEAD)
        assert line.sent.startswith(b"HTTP/1.1 400") and line.closed
        one.data_received(b"more")
        two, other = opened(ServerState(), Clock())
        two.data_received(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n")
        two.data_received(b"a" * LARGEST_MESSAGE)
        assert other.cut
        await asyncio.gather(*two.tasks)

    asyncio.run(scene())


def test_when_there_are_too_many_the_one_that_is_silent_longest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene() -> None:
        monkeypatch.setattr(connections, "MOST_OPEN", 2)
        monkeypatch.setattr(connections, "_unheard", {})
        state = ServerState()
        asking, first = opened(state, Clock())
        asking.data_received(WHOLE)
        silent, second = opened(state, Clock())
        _, third = opened(state, Clock())
        assert (first.cut, second.cut, third.cut) == (False, True, False)
        await asyncio.gather(*asking.tasks)
        silent.connection_lost(None)

    asyncio.run(scene())
