"""Figures about SIP for staff, as charts and tables."""

from fastapi import APIRouter, Request, Response

from actions.statistics.chart import bars
from bot.web.state import site

router = APIRouter()


@router.get("/statistik")
async def statistics(request: Request) -> Response:
    """Every series with its chart, its table, its source and its flaws."""
    state = site(request)
    found = state.store.statistics
    return state.pages.render(
        request,
        "statistics.html",
        statistics=found,
        bars=bars,
        sources=[state.store.sources[key] for key in found.sources],
    )
