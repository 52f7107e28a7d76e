"""One search over answers and concepts."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from bot.web.state import site

router = APIRouter()


@router.get("/sok")
async def search(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Answers and concepts that match, best first; never a dead end when nothing does."""
    state = site(request)
    hits = state.store.search(q)
    return state.pages.render(
        request,
        "search.html",
        q=q.strip(),
        answers=[state.store.answers[hit.ref] for hit in hits if hit.kind == "answer"],
        concepts=[state.store.concepts[hit.ref] for hit in hits if hit.kind == "concept"],
    )
