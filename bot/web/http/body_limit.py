"""Request-body limits: how large a body may be, and how long it may take to arrive."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 256 * 1024
BODY_SECONDS = 15.0


class BodyLimit:
    """ASGI middleware: 413 for a body that is too large, 408 for one that comes too slowly."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on, its body counted and timed."""
        if scope["type"] == "http":
            receive = _capped(receive, _announced(scope))
        await self._app(scope, receive, send)


def _capped(receive: Receive, announced: int) -> Receive:
    """Reads a body only while it fits and keeps coming.

    HTTPException 413 when it is too large, also when too much is announced; 408 when it takes too long.
    """
    read, whole = 0, False
    deadline = asyncio.get_running_loop().time() + BODY_SECONDS

    async def receive_capped() -> Message:
        nonlocal read, whole
        if announced > LARGEST_BODY:
            raise HTTPException(413)
        try:
            async with asyncio.timeout_at(None if whole else deadline):
                message = await receive()
        except TimeoutError as error:
            raise HTTPException(408, headers={"Connection": "close"}) from error
        whole = whole or not message.get("more_body", False)
        read += len(message.get("body", b""))
        if read > LARGEST_BODY:
            raise HTTPException(413)
        return message

    return receive_capped


def _announced(scope: MutableMapping[str, Any]) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0
