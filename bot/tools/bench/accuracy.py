"""How many of the own test set's questions get the right topic, asked through the chat."""

import asyncio
import secrets
from collections.abc import Sequence

import httpx

from bot.tools.bench.traffic import WEBHOOK

_AT_ONCE = 4


async def share_right(address: str, pairs: Sequence[tuple[str, str]]) -> float:
    """Percent of (text, topic) pairs answered with that topic, each in a conversation of its own."""
    gate = asyncio.Semaphore(_AT_ONCE)
    async with httpx.AsyncClient(base_url=address, timeout=60, trust_env=False) as client:

        async def is_right(text: str, topic: str) -> bool:
            async with gate:
                body = {"sender": secrets.token_hex(16), "message": text}
                reply = await client.post(WEBHOOK, json=body)
            if reply.status_code != 200:
                return False
            customs = [message.get("custom") or {} for message in reply.json()]
            answered = {custom.get("topic") for custom in customs}
            return topic in answered.union(*(custom.get("topics", []) for custom in customs))

        right = await asyncio.gather(*(is_right(text, topic) for text, topic in pairs))
    return 100 * sum(right) / len(right)
