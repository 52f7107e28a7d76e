"""Whether an answer helped: counted by its id, and nothing else."""

from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from actions.replies.not_helped import not_helped
from bot.web.chat.fallback_replies import as_messages
from bot.web.chat.turn import BotMessage
from bot.web.errors import Refused
from bot.web.state import Site, site

router = APIRouter(tags=["chatt"])


class Rating(BaseModel):
    """`about` is the `may_rate` of an answer. Who says it is not taken in."""

    model_config = ConfigDict(extra="ignore")

    about: Annotated[str, Field(max_length=120)]
    helped: bool


@router.post(
    "/api/ratings",
    response_model=list[BotMessage],
    response_model_exclude_none=True,
    summary="Count that an answer helped, or did not",
)
async def rate(request: Request, body: Rating) -> list[dict[str, Any]]:
    """An empty list when it helped, else a message with ways on. 422 on an unknown answer, 429 when paced."""
    return counted(site(request), body.about, body.helped)


def counted(state: Site, about: str, helped: bool) -> list[dict[str, Any]]:
    """Counts one yes or no; messages with the ways on after a no. Refused 422 on an unknown answer."""
    if about not in state.store.passages and about not in state.store.answers:
        raise Refused(422, "bad-request")
    state.metrics.rated(about, helped)
    return [] if helped else as_messages("", not_helped(state.store, state.phrases, about))
