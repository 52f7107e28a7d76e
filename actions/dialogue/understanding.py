"""Asks Rasa what a part of a message means; used only when a message holds more than one thought."""

import asyncio
from collections.abc import Sequence

import httpx

from actions.content.store import Store
from actions.settings import get_settings

LIKELY, SURE = 0.45, 0.9
_TIMEOUT_SECONDS = 4.0
_NOT_ANSWERED = frozenset({"samtal", "kris"})


async def topics_of(questions: Sequence[str], store: Store, least: float = LIKELY) -> list[str]:
    """The distinct topics asked about, in order, each at least this probable.

    Empty when Rasa does not answer in time.
    """
    if not questions:
        return []
    settings = get_settings()
    # Loopback without TLS: reading the system's certificates took longer than the answer.
    async with httpx.AsyncClient(
        base_url=settings.rasa_url,
        timeout=_TIMEOUT_SECONDS,
        trust_env=False,
        verify=False,  # noqa: S501
    ) as client:
        try:
            answers = await asyncio.gather(
                *(_parse(client, question, settings.rasa_token) for question in questions)
            )
        except httpx.HTTPError:
            return []
    topics = [name for name, confidence in answers if confidence >= least and name in store.answers]
    return list(dict.fromkeys(topic for topic in topics if store.answers[topic].group not in _NOT_ANSWERED))


async def _parse(client: httpx.AsyncClient, text: str, token: str) -> tuple[str, float]:
    response = await client.post("/model/parse", params={"token": token}, json={"text": text})
    response.raise_for_status()
    intent = response.json()["intent"]
    return str(intent["name"]), float(intent["confidence"])
