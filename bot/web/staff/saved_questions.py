"""Questions that people choose to leave: the entry point for them, and what staff see and delete."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from actions.saved_questions import KEPT_DAYS, NotStored, SavedQuestion, SavedQuestions
from bot.web.chat import fallback_replies
from bot.web.chat.turn import BotMessage, checked
from bot.web.errors import Refused
from bot.web.incoming_text import spelt_out
from bot.web.pacing import LONGEST_MESSAGE, pace_refusal, paced
from bot.web.staff.auth import Allowed
from bot.web.state import site

_log = logging.getLogger(__name__)

_MOST_SHOWN = 500
_HOUR_SECONDS = 3600.0
_SOON = {"Retry-After": "5"}


class Question(BaseModel):
    """The words as they stood before the person who pressed. Nothing else is taken in."""

    model_config = ConfigDict(extra="ignore")

    message: Annotated[str, Field(min_length=1, max_length=LONGEST_MESSAGE)]


@dataclass(frozen=True)
class Shown:
    """The newest questions and how many there are; `readable` is false when the file cannot be used now."""

    questions: list[SavedQuestion]
    total: int
    readable: bool
    days: int = KEPT_DAYS


def routes(questions: SavedQuestions) -> APIRouter:
    """The routes, which exist only when there is a file to save in."""
    router = APIRouter(tags=["chatt"])

    @router.post(
        "/api/questions",
        response_model=list[BotMessage],
        response_model_exclude_none=True,
        summary="Save a question that the person has seen and agreed to save",
    )
    async def save(request: Request, body: Question) -> list[dict[str, Any]]:
        """An empty list when it is saved. Words of acute danger are not: then the crisis answer.

        409 when there are enough, 422 on bad input, 429 with Retry-After, 503 when it cannot be stored now.
        """
        state = site(request)
        text = body.message.strip()
        refusal = await pace_refusal(request, text)
        urgent = fallback_replies.urgent(state, spelt_out(text, LONGEST_MESSAGE))
        if urgent:
            return fallback_replies.as_messages("", urgent)
        if refusal:
            raise refusal
        text = checked(text, state, urgent=False)
        try:
            has_room = await run_in_threadpool(questions.save, text)
        except NotStored as error:
            raise Refused(503, "not-saved", _SOON) from error
        if not has_room:
            raise Refused(409, "enough-questions")
        return []

    @router.post("/drift/fragor/{key}/radera", include_in_schema=False, dependencies=[Depends(paced)])
    async def delete(_: Allowed, key: Annotated[str, Path(pattern="^[0-9a-f]{32}$")]) -> Response:
        """Deletes one. No other site can make a browser do it: only `/drift` shows the random key."""
        try:
            await run_in_threadpool(questions.delete, key)
        except NotStored as error:
            raise Refused(503, "not-deleted", _SOON) from error
        return RedirectResponse("/drift", 303)

    return router


async def shown(questions: SavedQuestions | None) -> Shown | None:
    """What `/drift` shows; None when nothing is saved here."""
    if questions is None:
        return None
    try:
        newest = await run_in_threadpool(questions.newest, _MOST_SHOWN)
        return Shown(newest, await run_in_threadpool(questions.count), readable=True)
    except NotStored:
        return Shown([], 0, readable=False)


async def keep_short(questions: SavedQuestions) -> None:
    """Deletes what has been kept long enough, at once and then every hour, until it is cancelled."""
    while True:
        try:
            await run_in_threadpool(questions.delete_old)
        except NotStored as error:
            _log.error("saved questions", exc_info=error)
        await asyncio.sleep(_HOUR_SECONDS)
