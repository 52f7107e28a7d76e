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
    """503 with the reason while Rasa starts or is away."""
    state = site(request)
    if await state.rasa.is_ready():
        return JSONResponse({"status": "ready"})
    return JSONResponse(
        {"status": "starting", "error": "starting", "message": state.errors["starting"]},
        status_code=503,
        headers={"Retry-After": "3"},
    )
