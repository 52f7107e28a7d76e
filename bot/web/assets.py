"""Static files: the widget and the pages' stylesheet, type and icons, read once into memory."""

import mimetypes
from functools import cache
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, Request, Response

from actions.settings import ROOT
from bot.web.errors import Refused

router = APIRouter(include_in_schema=False)

_FOLDERS = (ROOT / "web_widget" / "dist", ROOT / "web_widget" / "pages")
_KINDS = {".woff2": "font/woff2", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_CACHE = "public, max-age=600, stale-while-revalidate=86400"


@cache
def files() -> dict[str, tuple[bytes, str, str]]:
    """Name → bytes, media type and ETag of every file that may be fetched."""
    found = (path for folder in _FOLDERS for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.name: _read(path) for path in found}


def _read(path: Path) -> tuple[bytes, str, str]:
    body = path.read_bytes()
    kind = _KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return body, kind, f'"{sha256(body).hexdigest()[:20]}"'


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """The component, for any site to embed."""
    return _serve(request, "widget.js")


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
    body, kind, tag = files()[name]
    headers = {"ETag": tag, "Cache-Control": _CACHE, "Cross-Origin-Resource-Policy": "cross-origin"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=kind, headers=headers)
