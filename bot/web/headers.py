"""Security headers on every response, and a cap on request size."""

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 256 * 1024
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}
_NEVER_STORED = (
    "/webhooks/",
    "/api/conversations/",
    "/api/documents",
    "/begar-sip",
    "/forbered",
    "/chatta",
    "/hitta",
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
        path = scope["path"]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), path)
            await send(message)

        await self._app(scope, _capped(receive, _announced(scope)), send_with_headers)


def _capped(receive: Receive, announced: int) -> Receive:
    """Reads a body only while it fits; HTTPException 413 otherwise, also when too much is announced."""
    read = 0

    async def receive_capped() -> Message:
        nonlocal read
        if announced > LARGEST_BODY:
            raise HTTPException(413)
        message = await receive()
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


def _add(headers: MutableHeaders, path: str) -> None:
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    framed = "*" if path == "/inbaddad" else "'self'"
    headers.setdefault("Content-Security-Policy", POLICY.format(ancestors=framed))
    if path.startswith(_NEVER_STORED):
        headers["Cache-Control"] = "no-store"
