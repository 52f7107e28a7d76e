"""Asks Rasa what other texts mean: parts of a message, or a message together with the one before."""

import json
from collections.abc import Sequence
from typing import Any

import httpcore

from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import likelihoods
from actions.replies.asked import Asked
from actions.replies.asked_about import asked_about
from actions.replies.conversation import Conversation
from actions.replies.light import UNREAD, Light, Understood
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
    """Reads texts through Rasa's channel, which weighs no danger in them: that was done with the message."""

    async def read(self, texts: Sequence[str]) -> list[Understood]:
        """What each text asks; UNREAD for all when Rasa does not answer in time."""
        wanted = [text for text in texts if text]
        found = dict(zip(wanted, await _parsed(wanted), strict=False))
        return [_understood(found[text]) if text in found else UNREAD for text in texts]


async def _parsed(texts: Sequence[str]) -> list[dict[str, Any]]:
    """What Rasa makes of each text; empty when it does not answer in time, or refuses."""
    if not texts:
        return []
    settings = get_settings()
    url = f"{settings.rasa_url}/webhooks/rest/read"
    headers = [("Authorization", f"Bearer {settings.rasa_token}")]
    body = json.dumps({"texts": texts}).encode()
    async with httpcore.AsyncConnectionPool() as pool:
        try:
            reply = await pool.request(
                "POST", url, headers=headers, content=body, extensions={"timeout": _TIMEOUT}
            )
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException):
            return []
    return list(json.loads(reply.content)) if reply.status == 200 else []


def _understood(message: dict[str, Any]) -> Understood:
    intent = message["intent"]
    passage = str(message.get("passage") or "")
    topic = topic_of(passage) if passage else str(intent["name"])
    return Understood(Question(topic, passage), float(intent["confidence"]), likelihoods(message))
