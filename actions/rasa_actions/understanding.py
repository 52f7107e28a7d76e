"""Asks Rasa what a part of a message means; used only when a message holds more than one thought."""

import asyncio
import json
from collections.abc import Sequence
from functools import partial
from urllib.parse import urlencode

import httpcore

from actions.publishing.store import Store
from actions.rasa_actions.services import services
from actions.replies.asked import Asked, asked_about, several_asked
from actions.replies.conversation import Conversation
from actions.replies.passages import Question, topic_of
from actions.replies.turn import Turn
from actions.settings import get_settings
from actions.thresholds import LIKELY_PART

_TIMEOUT = {"connect": 4.0, "read": 4.0, "write": 4.0, "pool": 4.0}


async def read_asked(turn: Turn, conversation: Conversation) -> Asked:
    """What a message asks about, with its parts read by Rasa where that is needed."""
    known = services()
    return await asked_about(
        turn, conversation, known.store, known.followups, partial(read_parts, known.store)
    )


async def read_several(turn: Turn) -> list[Question]:
    """The questions of a message that asks several things; empty when it asks one."""
    return await several_asked(turn, partial(read_parts, services().store))


async def read_parts(store: Store, parts: Sequence[str], least: float = LIKELY_PART) -> list[Question]:
    """The distinct questions asked, in order, each of a topic at least this probable.

    Empty when Rasa does not answer in time.
    """
    if not parts:
        return []
    settings = get_settings()
    url = f"{settings.rasa_url}/model/parse?{urlencode({'token': settings.rasa_token})}"
    async with httpcore.AsyncConnectionPool() as pool:
        try:
            found = await asyncio.gather(*(_parse(pool, url, part) for part in parts))
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException):
            return []
    asked = [question for question, confidence in found if confidence >= least]
    return list(dict.fromkeys(question for question in asked if store.topics.is_about_sip(question.topic)))


async def _parse(pool: httpcore.AsyncConnectionPool, url: str, text: str) -> tuple[Question, float]:
    """What is asked and how probable its topic is; no topic when Rasa refuses."""
    reply = await pool.request(
        "POST", url, content=json.dumps({"text": text}).encode(), extensions={"timeout": _TIMEOUT}
    )
    if reply.status != 200:
        return Question(""), 0.0
    read = json.loads(reply.content)
    passage = str(read.get("passage") or "")
    topic = topic_of(passage) if passage else str(read["intent"]["name"])
    return Question(topic, passage), float(read["intent"]["confidence"])
