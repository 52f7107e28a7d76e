"""Every error in plain Swedish: JSON for programs, a page for people, never a stack trace."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from bot.web.state import site


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
