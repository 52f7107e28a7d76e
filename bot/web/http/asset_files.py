"""Static files: the widget and the pages' stylesheet, type and icons, read and compressed once."""

import mimetypes
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from actions.settings import ROOT
from bot.web.http.compressed import Packed, pack

_FOLDERS = (ROOT / "web_widget" / "dist", ROOT / "web_widget" / "pages")
_KINDS = {".woff2": "font/woff2", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_SOON = "public, max-age=600, stale-while-revalidate=86400"
_FOREVER = "public, max-age=31536000, immutable"
_OWN_FILE = re.compile(r"/static/([\w.-]+)")


@cache
def addresses() -> dict[str, str]:
    """File name → address with the content's hash in it, which may be kept for ever."""
    return {path.name: f"/static/{_hashed(path, body)}" for path, body in _read().items()}


@cache
def files() -> dict[str, tuple[Packed, str]]:
    """Name, plain or hashed → the file, and how long it may be kept."""
    found: dict[str, tuple[Packed, str]] = {}
    for path, body in _read().items():
        kind = _KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        packed = pack(body, kind)
        found[path.name] = packed, _SOON
        found[_hashed(path, body)] = packed, _FOREVER
    return found


@cache
def _read() -> dict[Path, bytes]:
    """Every file that may be fetched; stylesheets ask for fonts by their hashed names."""
    paths = [path for folder in _FOLDERS for path in sorted(folder.iterdir()) if path.is_file()]
    bodies = {path: path.read_bytes() for path in paths}
    names = {path.name: _hashed(path, body) for path, body in bodies.items()}
    for path in paths:
        if path.suffix == ".css":
            text = bodies[path].decode()
            bodies[path] = _OWN_FILE.sub(lambda name: f"/static/{names[name[1]]}", text).encode()
    return bodies


def _hashed(path: Path, body: bytes) -> str:
    return f"{path.stem}.{sha256(body).hexdigest()[:12]}{path.suffix}"
