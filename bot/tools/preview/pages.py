"""Puts what the editor must know on every page, and lets the page follow the files."""

from html import escape
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actions.content.problems import say
from bot.tools.preview.beside import PREFIX, beside
from bot.tools.preview.versions import Versions

_SCRIPT = Path(__file__).parent / "follow.js"


class Preview:
    """ASGI app: the newest good version, with a note on every page while something is wrong."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        versions = self._versions
        path = scope.get("path", "")
        answer: ASGIApp
        if path == "/preview/version":
            answer = PlainTextResponse(versions.stamp, headers={"Cache-Control": "no-store"})
        elif path == "/preview/follow.js":
            answer = FileResponse(_SCRIPT)
        elif versions.app is None:
            answer = PlainTextResponse("\n".join(versions.notes), 503)
        elif path.startswith(PREFIX) and (page := beside(versions.app, path)):
            answer = HTMLResponse(page, headers={"Cache-Control": "no-store"})
        else:
            answer = _with_note(versions.app, versions)
            plain = [row for row in scope.get("headers", []) if row[0] != b"accept-encoding"]
            scope = {**scope, "headers": plain}
        await answer(scope, receive, send)


def note(versions: Versions) -> bytes:
    """What is added to a page: the script that follows the files, and what is wrong."""
    script = f'<script src="/preview/follow.js" data-version="{versions.stamp}" defer></script>'
    if not versions.notes:
        return script.encode()
    old = "" if versions.current else f"<p><strong>{escape(say('preview_banner'))}</strong></p>"
    items = "".join(f"<li>{escape(line)}</li>" for line in versions.notes)
    return f'<div class="wide notice" role="status">{old}<ul>{items}</ul></div>{script}'.encode()


def _with_note(app: ASGIApp, versions: Versions) -> ASGIApp:
    """The app, with the note first in the body of every HTML page."""

    async def noted(scope: Scope, receive: Receive, send: Send) -> None:
        start: Message = {}
        parts: list[bytes] = []

        async def collect(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
            if "text/html" not in MutableHeaders(scope=start).get("content-type", ""):
                await send(message)
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    body = b"".join(parts).replace(b"<body>", b"<body>" + note(versions), 1)
                    headers = MutableHeaders(scope=start)
                    headers["Content-Length"] = str(len(body))
                    headers["Cache-Control"] = "no-store"
                    await send(start)
                    await send({"type": "http.response.body", "body": body})

        await app(scope, receive, collect)

    return noted
