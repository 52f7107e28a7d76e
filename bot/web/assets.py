"""Routes of the static files: the widget and what the pages need."""

from fastapi import APIRouter, Request, Response

from bot.web.errors import Refused
from bot.web.http.asset_files import files
from bot.web.http.compressed import send

router = APIRouter(include_in_schema=False)


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """The component, for any site to embed."""
    return _serve(request, "widget.js")


@router.get("/chat.js")
async def chat(request: Request) -> Response:
    """The part of the component that is loaded before anything is written or answered."""
    return _serve(request, "chat.js")


@router.get("/tasks.js")
async def tasks(request: Request) -> Response:
    """The part of the component that is loaded when a task is opened."""
    return _serve(request, "tasks.js")


@router.get("/static/{name}")
async def static(request: Request, name: str) -> Response:
    """A file of the pages."""
    return _serve(request, name)


def _serve(request: Request, name: str) -> Response:
    if name not in files():
        raise Refused(404, "not-found")
    packed, keep = files()[name]
    return send(request, packed, {"Cache-Control": keep, "Cross-Origin-Resource-Policy": "cross-origin"})
