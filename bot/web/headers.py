"""The door every request passes: security headers, a cap on size and time of bodies, and pace."""

import asyncio
import logging
from collections.abc import MutableMapping
from typing import Any

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.errors import Refused, answer
from bot.web.state import site

_log = logging.getLogger(__name__)

LARGEST_BODY = 256 * 1024
BODY_SECONDS = 15.0
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
_TLS_ONLY = "max-age=31536000; includeSubDomains"
_FRAMED = "/inbaddad"
_NEVER_STORED = (
    "/webhooks/",
    "/api/conversations/",
    "/api/documents",
    "/api/contacts",
    "/api/questions",
    "/begar-sip",
    "/forbered",
    "/chatta",
    "/hitta",
    "/sok",
    "/metrics",
    "/drift",
)


class SecurityHeaders:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wraps one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope)
            await send(message)

        await self._app(scope, _capped(receive, _announced(scope)), send_with_headers)


class Unbroken:
    """ASGI middleware inside all others: a fault of ours becomes a plain 500 that they can still dress."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on. A fault after the answer began is raised, so that the connection breaks."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            _log.error("fault", exc_info=error)
            request = Request(scope)
            site(request).metrics.fault()
            await answer(request, 500, "internal")(scope, receive, send)


def check_pace(request: Request) -> None:
    """Takes one from the client's allowance. Raises Refused 429 with Retry-After when it is used up.

    A request pays once, also when a page hands it on to the chat.
    """
    if getattr(request.state, "paid", False):
        return
    request.state.paid = True
    state = site(request)
    wait = state.limiter.wait_seconds(request.client.host if request.client else "")
    if wait:
        state.metrics.refused("too-many")
        raise Refused(429, "too-many", {"Retry-After": str(int(wait) + 1)})


async def paced(request: Request) -> None:
    """A dependency of every route: what is sent in counts against the allowance, reading does not."""
    if request.method not in ("GET", "HEAD"):
        check_pace(request)


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


def _add(headers: MutableHeaders, scope: Scope) -> None:
    path = scope["path"]
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if scope["scheme"] == "https":
        headers.setdefault("Strict-Transport-Security", _TLS_ONLY)
    framed = "*" if path == _FRAMED else "'self'"
    headers.setdefault("Content-Security-Policy", POLICY.format(ancestors=framed))
    if path.startswith(_NEVER_STORED):
        headers["Cache-Control"] = "no-store"
