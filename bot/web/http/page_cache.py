"""Reading pages from memory: rendered once, compressed once, sent many times."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.http.accept import HTML, wanted
from bot.web.http.compressed import Packed, pack, send

SECONDS = 10.0
_MOST_PAGES = 1000
_QUALITY = 5  # brotli as fast as gzip, and smaller
_KEEP = "no-cache"  # the browser asks each time, and is told in a few bytes that nothing has changed


@dataclass(frozen=True)
class _Page:
    packed: Packed
    until: float


class PagesFromMemory:
    """ASGI middleware. Keeps only whole pages without a query: what somebody typed is never kept.

    A page is rendered again after ten seconds, so that changed content is seen at once.
    """

    def __init__(
        self, app: ASGIApp, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._app = app
        self._seconds = seconds
        self._clock = clock
        self._pages: OrderedDict[tuple[str, str], _Page] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send_on: Send) -> None:
        """Answers from memory, or lets the app answer and remembers it."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["query_string"]:
            await self._app(scope, receive, send_on)
            return
        request = Request(scope)
        if wanted(request) != HTML:
            await self._app(scope, receive, send_on)
            return
        key = (str(request.base_url), scope["path"])
        page = self._pages.get(key)
        if page and page.until > self._clock():
            await _answer(request, page.packed)(scope, receive, send_on)
            return
        await self._fresh(key, request, receive, send_on)

    async def _fresh(self, key: tuple[str, str], request: Request, receive: Receive, send_on: Send) -> None:
        """Holds a page back until it is whole; everything else passes through as it comes."""
        head: Message = {}
        body = bytearray()

        async def hold(message: Message) -> None:
            nonlocal head
            if message["type"] == "http.response.start" and _is_page(message):
                head = message
            elif not head:
                await send_on(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    packed = self._remember(key, bytes(body))
                    await _answer(request, packed)(request.scope, receive, send_on)

        await self._app(request.scope, receive, hold)

    def _remember(self, key: tuple[str, str], body: bytes) -> Packed:
        packed = pack(body, "text/html; charset=utf-8", _QUALITY)
        self._pages[key] = _Page(packed, self._clock() + self._seconds)
        self._pages.move_to_end(key)
        if len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        return packed


def _is_page(start: Message) -> bool:
    headers = dict(start["headers"])
    return (
        start["status"] == 200
        and headers.get(b"content-type", b"").startswith(b"text/html")
        and b"cache-control" not in headers
    )


def _answer(request: Request, packed: Packed) -> Response:
    return send(request, packed, {"Cache-Control": _KEEP})
