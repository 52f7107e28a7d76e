"""Many conversations at once: none is answered with another's, none can be read without its key."""

import asyncio
import secrets

import httpx

from bot.tools.running_service import Service
from tests.safety.attacks.outcome import Outcome
from tests.safety.attacks.talkers import answered

_AT_ONCE = 12


def attack(service: Service, conversations: int) -> Outcome:
    """Each conversation writes a word of its own into a draft and must find that word and no other."""
    outcome = Outcome(f"{conversations} conversations at once, own words only")
    asyncio.run(_talk(service, conversations, outcome))
    return outcome


async def _talk(service: Service, conversations: int, outcome: Outcome) -> None:
    words = [f"ord{secrets.token_hex(6)}" for _ in range(conversations)]
    async with httpx.AsyncClient(base_url=service.address, timeout=30, trust_env=False) as client:
        gate = asyncio.Semaphore(_AT_ONCE)

        async def one(word: str) -> None:
            async with gate:
                seen = await _finish(client, word)
            others = sum(other in seen for other in words if other != word)
            outcome.count(word in seen and not others, "the draft did not hold its own words")
            outcome.leaked += others

        await asyncio.gather(*(one(word) for word in words))


async def _finish(client: httpx.AsyncClient, word: str) -> str:
    """All that is shown in one conversation that ends with the review of the draft."""
    sender = secrets.token_hex(16)
    shown = []
    situation = f"Jag har många kontakter och {word} är en av dem"
    for message in ("/skriva-begaran", "mig själv", situation, *["hoppa över"] * 12):
        reply = await answered(client, sender, message)
        shown.append(reply.text if reply else "")
        if "draft.review" in shown[-1]:
            break
    return "".join(shown)
