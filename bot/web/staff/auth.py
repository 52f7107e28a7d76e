"""Who may see the pages for those who run the service."""

import base64
import binascii
import hmac
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from fastapi.security.http import HTTPBase

from bot.web.errors import Refused
from bot.web.pacing import check_pace
from bot.web.state import site

_bearer = HTTPBearer(scheme_name="token", description="The token itself.", auto_error=False)
# HTTPBasic reads ASCII alone, and refuses what it cannot read by itself, before the guess is counted.
_basic = HTTPBase(
    scheme="basic", scheme_name="password", description="Any name, and the token.", auto_error=False
)
_Given = HTTPAuthorizationCredentials | None


async def allowed(
    request: Request,
    bearer: Annotated[_Given, Security(_bearer)],
    basic: Annotated[_Given, Security(_basic)],
) -> None:
    """Lets in who sends the token, as bearer or as password.

    Raises Refused 401, 404 when closed, or 429 after ten wrong ones in a minute from the same place.
    """
    token = site(request).settings.metrics_token
    if not token:
        raise Refused(404, "not-found")
    given = bearer.credentials.strip() if bearer else _password(basic.credentials) if basic else ""
    if not hmac.compare_digest(given.encode(), token.encode()):
        await check_pace(request, "login")
        raise Refused(401, "login", {"WWW-Authenticate": 'Basic realm="SIP-guiden", charset="UTF-8"'})


Allowed = Annotated[None, Depends(allowed)]


def _password(credentials: str) -> str:
    """RFC 7617: name and password in UTF-8, as base64. Empty when they are not."""
    try:
        return base64.b64decode(credentials, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
