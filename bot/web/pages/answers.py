"""All answers by group, and each answer as a page."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from actions.content.models import Answer
from actions.publishing.store import Store
from bot.web.errors import Refused
from bot.web.state import site

router = APIRouter(prefix="/fragor")


@router.get("")
async def questions(request: Request, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Every question under its group, or those that match `q`."""
    state = site(request)
    answers = state.store.answers
    found = [answers[hit.ref] for hit in state.store.search(q, kind="answer")]
    return state.pages.render(
        request, "questions.html", q=q.strip(), found=found, groups=by_group(state.store)
    )


@router.get("/{topic}")
async def question(request: Request, topic: str, plats: Annotated[str, Query(max_length=4)] = "") -> Response:
    """One answer in all its forms. 404 when there is none. `plats` is a municipality code from a poster."""
    state = site(request)
    answer = state.store.answers.get(topic)
    if answer is None:
        raise Refused(404, "unknown-topic")
    return state.pages.render(
        request,
        "question.html",
        answer=answer,
        passages=state.store.passages_of(topic),
        sources=state.store.sources_of(answer),
        followups=[state.store.answers[key] for key in answer.followups],
        municipality=state.directory.municipality(plats),
        small_talk=state.store.topics.is_small_talk(topic),
        base=state.public_address(request),
    )


def by_group(store: Store) -> dict[str, list[Answer]]:
    """Group id → its answers by title, in the page's order; small talk and empty groups left out."""
    answers = store.answers
    groups = {
        group: sorted((a for a in answers.values() if a.group == group), key=lambda a: a.title.casefold())
        for group in store.topics.groups
    }
    return {group: found for group, found in groups.items() if found}
