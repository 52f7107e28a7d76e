"""The campaign's landing page."""

from fastapi import APIRouter, Request, Response

from bot.web.state import site

router = APIRouter()

# What visitors ask most, in the order shown; a topic that is not published is left out.
POPULAR = (
    "vem-kan-fa-sip",
    "ratt-att-begara",
    "kostnad",
    "hur-lang-tid",
    "samtycke",
    "vilka-deltar",
    "nekad-sip",
    "sip-vs-vastbus",
)


@router.get("/")
async def landing(request: Request) -> Response:
    """What SIP is, and the ways in."""
    state = site(request)
    answers = state.store.answers
    popular = [answers[topic] for topic in POPULAR if topic in answers]
    return state.pages.render(request, "landing.html", popular=popular)
