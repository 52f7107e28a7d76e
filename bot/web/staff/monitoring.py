"""For those who run the service: metrics for machines and a page of counts for staff, both behind a token."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST

from bot.web.metrics import suppressed
from bot.web.staff.auth import Allowed
from bot.web.staff.saved_questions import shown
from bot.web.state import site

router = APIRouter(tags=["drift"])
_ENOUGH = 20


@router.get("/metrics", response_class=PlainTextResponse, summary="Counters, in Prometheus' format")
async def metrics(request: Request, _: Allowed) -> Response:
    """Counters without content, in Prometheus' format."""
    return Response(site(request).metrics.exposition(), media_type=CONTENT_TYPE_LATEST)


@router.get("/drift", response_class=HTMLResponse, summary="Counts by topic and day, as a page")
async def statistics(request: Request, _: Allowed) -> Response:
    """Counts by topic and day since this process started; small numbers are not shown.

    With `SIP_SAVED_QUESTIONS` also the questions that people chose to leave.
    """
    state = site(request)
    days = [
        {
            "day": day,
            "total": suppressed(tally.total()),
            "unanswered": f"{state.metrics.unanswered_share(tally):.0%}" if tally.total() >= _ENOUGH else "",
            "topics": [(topic, suppressed(count)) for topic, count in tally.most_common()],
        }
        for day, tally in sorted(state.metrics.days.items(), reverse=True)
    ]
    return state.pages.render(
        request,
        "drift.html",
        headers={"Cache-Control": "no-store"},
        days=days,
        ratings=[(about, suppressed(yes), suppressed(no)) for about, yes, no in state.metrics.ratings()],
        saved=await shown(state.questions),
    )
