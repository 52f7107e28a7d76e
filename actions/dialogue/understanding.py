"""Asks Rasa what a part of a message means; used only when a message holds more than one thought."""

import asyncio
import json
from collections.abc import Sequence
from urllib.parse import urlencode

import httpcore

from actions.content.store import Store
from actions.settings import get_settings

LIKELY, SURE = 0.45, 0.9
_TIMEOUT = {"connect": 4.0, "read": 4.0, "write": 4.0, "pool": 4.0}
_NOT_ANSWERED = frozenset({"samtal", "kris"})


async def topics_of(questions: Sequence[str], store: Store, least: float = LIKELY) -> list[str]:
    """The distinct topics asked about, in order, each at least this probable.

    Empty when Rasa does not answer in time.
    """
    if not questions:
        return []
    settings = get_settings()
    url = f"{settings.rasa_url}/model/parse?{urlencode({'token': settings.rasa_token})}"
    async with httpcore.AsyncConnectionPool() as pool:
        try:
            answers = await asyncio.gather(*(_parse(pool, url, question) for question in questions))
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException):
            return []
    topics = [name for name, confidence in answers if confidence >= least and name in store.answers]
    return list(dict.fromkeys(topic for topic in topics if store.answers[topic].group not in _NOT_ANSWERED))


async def _parse(pool: httpcore.AsyncConnectionPool, url: str, text: str) -> tuple[str, float]:
    """The likeliest topic and its probability; no topic when Rasa refuses."""
    reply = await pool.request(
        "POST", url, content=json.dumps({"text": text}).encode(), extensions={"timeout": _TIMEOUT}
    )
    if reply.status != 200:
        return "", 0.0
    intent = json.loads(reply.content)["intent"]
    return str(intent["name"]), float(intent["confidence"])
