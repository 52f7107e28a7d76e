"""Every error in plain Swedish: JSON for programs, a page for people, never a stack trace."""

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.state import site

_log = logging.getLogger(__name__)


class Refused(Exception):
    """A request that gets a 4xx or 503 with a message from `content/errors.yml`; `extra` is for programs."""

    def __init__(
        self,
        status: int,
        code: str,
        headers: Mapping[str, str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(code)
        self.status, self.code, self.headers = status, code, dict(headers or {})
        self.extra = dict(extra or {})


_BY_STATUS = {
    404: "not-found",
    405: "not-allowed",
    408: "too-slow",
    413: "too-large",
    415: "not-json",
    429: "too-many",
}


def answer(
    request: Request,
    status: int,
    code: str,
    headers: Mapping[str, str] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Response:
    """The error as JSON below /api and /webhooks, else as a page."""
    state = site(request)
    message = state.errors.get(code) or state.errors["bad-request"]
    if _is_for_programs(request):
        body = {"error": code, "message": message, **(extra or {})}
        return JSONResponse(body, status, dict(headers or {}))
    return state.pages.render(request, "error.html", status=status, headers=headers, message=message)


def _is_for_programs(request: Request) -> bool:
    path = request.url.path
    return path.startswith(("/api/", "/webhooks/")) or path in {"/healthz", "/readyz"}


def install(app: FastAPI) -> None:
    """Registers the handlers."""

    @app.exception_handler(Refused)
    async def refused(request: Request, error: Refused) -> Response:
        return answer(request, error.status, error.code, error.headers, error.extra)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return answer(request, 422, _code_of(error))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        path, query = request.url.path, request.url.query
        read = request.method in ("GET", "HEAD") and not _is_for_programs(request)
        if error.status_code == 404 and path.endswith("/") and read:
            # On this site, whatever the Host header and the path's beginning say.
            there = "/" + path.strip("/")
            return RedirectResponse(f"{there}?{query}" if query else there, 308)
        return answer(
            request, error.status_code, _BY_STATUS.get(error.status_code, "bad-request"), error.headers
        )


def _code_of(error: RequestValidationError) -> str:
    """Which message fits: the field that was wrong decides, its value is never repeated."""
    for problem in error.errors():
        if problem["type"] == "json_invalid":
            return "not-json"
        fields = [str(part) for part in problem["loc"]]
        if "sender" in fields:
            return "bad-sender"
        if "message" in fields:
            return "message-too-long" if problem["type"] == "string_too_long" else "message-empty"
        if "format" in fields:
            return "bad-format"
    return "bad-request"


class ServerErrors:
    """ASGI middleware inside all others: an unexpected exception becomes a 500 that they add headers to."""

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
