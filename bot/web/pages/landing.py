"""The campaign's landing page."""

from fastapi import APIRouter, Request, Response

from bot.web.state import site

router = APIRouter()


@router.get("/")
async def landing(request: Request) -> Response:
    """What SIP is, and the ways in."""
    state = site(request)
    store = state.store
    popular = [store.answers[topic] for topic in store.topics.offered.popular]
    return state.pages.render(request, "landing.html", popular=popular)
