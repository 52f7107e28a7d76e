"""Who may see the pages for those who run the service."""

import base64
import binascii
import hmac
from typing import Annotated

from fastapi import Depends, Request

from bot.web.errors import Refused
from bot.web.state import site


def allowed(request: Request) -> None:
    """Lets in who sends the token, as bearer or as password. Raises Refused 401, or 404 when closed."""
    token = site(request).settings.metrics_token
    if not token:
        raise Refused(404, "not-found")
    if not hmac.compare_digest(_given(request.headers.get("authorization", "")).encode(), token.encode()):
        raise Refused(401, "login", {"WWW-Authenticate": 'Basic realm="SIP-guiden", charset="UTF-8"'})


Allowed = Annotated[None, Depends(allowed)]


def _given(header: str) -> str:
    kind, _, value = header.partition(" ")
    if kind.lower() == "bearer":
        return value.strip()
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
