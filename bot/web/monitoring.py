"""For those who run the service: metrics for machines and a page of counts for staff, both behind a token."""

import base64
import binascii
import hmac
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST

from bot.web.errors import Refused
from bot.web.metrics import suppressed, unanswered_share
from bot.web.state import site

router = APIRouter(include_in_schema=False)


def allowed(request: Request) -> None:
    """Lets in who sends the token, as bearer or as password. Raises Refused 401, or 404 when closed."""
    token = site(request).settings.metrics_token
    if not token:
        raise Refused(404, "not-found")
    if not hmac.compare_digest(_given(request.headers.get("authorization", "")).encode(), token.encode()):
        raise Refused(401, "login", {"WWW-Authenticate": 'Basic realm="SIP-guiden", charset="UTF-8"'})


Allowed = Annotated[None, Depends(allowed)]


@router.get("/metrics")
async def metrics(request: Request, _: Allowed) -> Response:
    """Counters without content, in Prometheus' format."""
    return Response(site(request).metrics.exposition(), media_type=CONTENT_TYPE_LATEST)


@router.get("/drift")
async def statistics(request: Request, _: Allowed) -> Response:
    """Counts by topic and day since this process started; small numbers are not shown."""
    state = site(request)
    days = [
        {
            "day": day,
            "total": suppressed(tally.total()),
            "unanswered": f"{unanswered_share(tally):.0%}" if tally.total() >= _ENOUGH else "",
            "topics": [(topic, suppressed(count)) for topic, count in tally.most_common()],
        }
        for day, tally in sorted(state.metrics.days.items(), reverse=True)
    ]
    return state.pages.render(request, "drift.html", headers={"Cache-Control": "no-store"}, days=days)


_ENOUGH = 20


def _given(header: str) -> str:
    kind, _, value = header.partition(" ")
    if kind.lower() == "bearer":
        return value.strip()
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
