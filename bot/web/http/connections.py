"""A connection to the web process comes to an end: in time, in size and in number."""

import asyncio
import resource
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
TURN_SECONDS = 60.0  # a body, an answer, and a slow phone that reads it
LARGEST_HEAD = 64 * 1024
LARGEST_MESSAGE = 4 * 1024 * 1024  # far more than a body that is let in, however it is cut into pieces
_OTHER_FILES = 128
MOST_OPEN = max(resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _OTHER_FILES, _OTHER_FILES)

_unheard: dict["GuardedConnection", None] = {}  # those that have not asked anything yet, the oldest first


class GuardedConnection(HttpToolsProtocol):
    """uvicorn's connection, which is closed when a head is too long or too slow, or nothing ends.

    uvicorn leaves that to a proxy. Without one, a thousand connections that say nothing took the site away.
    When there are too many, the one that has been silent longest gives way to the newcomer.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._awaits_head, self._received = True, 0
        self._end: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Opened."""
        super().connection_made(transport)
        _unheard[self] = None
        self._end_in(HEAD_SECONDS)
        if len(self.connections) > MOST_OPEN:
            oldest = next(iter(_unheard))
            del _unheard[oldest]
            oldest.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Closed, by whomever."""
        _unheard.pop(self, None)
        if self._end:
            self._end.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes."""
        self._received += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._awaits_head and self._received > LARGEST_HEAD:
            self.send_400_response("The head of the request is too large.")
        elif self._received > LARGEST_MESSAGE:
            self.transport.abort()

    def on_headers_complete(self) -> None:
        """The head of a request is there."""
        _unheard.pop(self, None)
        self._awaits_head = False
        self._end_in(TURN_SECONDS)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """A request has been read to its end, whether it was answered before or not; the next may come."""
        self._awaits_head, self._received = True, 0
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """An answer has been given."""
        self._end_in(TURN_SECONDS)
        super().on_response_complete()

    def _end_in(self, seconds: float) -> None:
        if self._end:
            self._end.cancel()
        self._end = self.loop.call_later(seconds, self.transport.abort)
