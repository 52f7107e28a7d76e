"""Whether the site is up and whether the chat can answer."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from bot.web.state import site

router = APIRouter(tags=["drift"])


@router.get("/healthz", summary="200 as soon as the site is up")
async def healthz() -> dict[str, str]:
    """Always answers while the web process lives."""
    return {"status": "ok"}


@router.get("/readyz", summary="200 only when the chat can answer")
async def readyz(request: Request) -> JSONResponse:
    """503 with the reason while Rasa starts, is away, or the chat is closed by `content/notice.yml`."""
    state = site(request)
    closed = state.notice().chat == "closed"
    if not closed and await state.rasa.is_ready():
        return JSONResponse({"status": "ready"})
    reason = "closed" if closed else "starting"
    return JSONResponse(
        {"status": reason, "error": reason, "message": state.errors[reason]},
        status_code=503,
        headers={"Retry-After": "3"},
    )
