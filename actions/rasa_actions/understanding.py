"""Asks Rasa what other texts mean: parts of a message, or a message together with the one before."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import httpcore

from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import likelihoods
from actions.replies.asked import Asked
from actions.replies.asked_about import asked_about
from actions.replies.conversation import Conversation
from actions.replies.light import Light
from actions.replies.passages import Question, topic_of
from actions.replies.several import several_asked
from actions.replies.theirs import asker_of
from actions.replies.turn import Turn
from actions.settings import get_settings

_TIMEOUT = {"connect": 4.0, "read": 4.0, "write": 4.0, "pool": 4.0}


async def read_asked(turn: Turn, conversation: Conversation) -> Asked:
    """What a message asks about, with its parts read by Rasa where that is needed."""
    return await asked_about(turn, _light(turn, conversation))


async def read_several(turn: Turn, conversation: Conversation) -> list[Question]:
    """The questions of a message that asks several things; empty when it asks one."""
    return await several_asked(turn, _light(turn, conversation))


def _light(turn: Turn, conversation: Conversation) -> Light:
    known = services()
    return Light(
        store=known.store,
        followups=known.followups,
        reader=RasaReader(),
        conversation=conversation,
        not_theirs=asker_of(known, turn, conversation).not_theirs,
    )


class RasaReader:
    """Reads texts through Rasa's HTTP interface."""

    async def questions(self, parts: Sequence[str]) -> list[tuple[Question, float]]:
        """What each part asks, and how probable its topic is; none when Rasa does not answer in time."""
        return [_question(message) for message in await _parsed(parts)]

    async def passages(self, text: str) -> Mapping[str, float]:
        """How probable each passage is; none when Rasa does not answer in time."""
        return {
            name: sure for message in await _parsed([text]) for name, sure in likelihoods(message).items()
        }


async def _parsed(texts: Sequence[str]) -> list[dict[str, Any]]:
    """What Rasa makes of each text; empty when it does not answer in time."""
    if not texts:
        return []
    settings = get_settings()
    url = f"{settings.rasa_url}/model/parse?{urlencode({'token': settings.rasa_token})}"
    async with httpcore.AsyncConnectionPool() as pool:
        try:
            return await asyncio.gather(*(_parse(pool, url, text) for text in texts))
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException):
            return []


async def _parse(pool: httpcore.AsyncConnectionPool, url: str, text: str) -> dict[str, Any]:
    """What Rasa makes of a text; nothing when it refuses."""
    reply = await pool.request(
        "POST", url, content=json.dumps({"text": text}).encode(), extensions={"timeout": _TIMEOUT}
    )
    return dict(json.loads(reply.content)) if reply.status == 200 else {}


def _question(message: dict[str, Any]) -> tuple[Question, float]:
    """What is asked and how probable its topic is; no topic when nothing was read."""
    intent = message.get("intent") or {"name": "", "confidence": 0.0}
    passage = str(message.get("passage") or "")
    topic = topic_of(passage) if passage else str(intent["name"])
    return Question(topic, passage), float(intent["confidence"])
