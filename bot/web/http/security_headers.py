"""Security headers on every response, and what may never be stored."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
_TLS_ONLY = "max-age=31536000"
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

    def __init__(self, app: ASGIApp, framed_by: str = "*") -> None:
        self._app, self._framed_by = app, framed_by

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wraps one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope, self._framed_by)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _add(headers: MutableHeaders, scope: Scope, framed_by: str) -> None:
    path = scope["path"]
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if scope["scheme"] == "https":
        headers.setdefault("Strict-Transport-Security", _TLS_ONLY)
    framed = framed_by if path == _FRAMED else "'self'"
    headers.setdefault("Content-Security-Policy", POLICY.format(ancestors=framed))
    if path.startswith(_NEVER_STORED):
        headers["Cache-Control"] = "no-store"
