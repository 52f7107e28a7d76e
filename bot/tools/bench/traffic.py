"""Made-up residents who talk to a REST channel, and how long they wait."""

import asyncio
import itertools
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass

import httpx

from bot.tools.bench.samples import samples

WEBHOOK = "/webhooks/rest/webhook"
_TURNS = 10


def percentile(values: Sequence[float], percent: float) -> float:
    """The one of the values that `percent` of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


@dataclass(frozen=True)
class Waits:
    """Waiting times in milliseconds, the seconds the run took, and how many messages failed."""

    milliseconds: tuple[float, ...]
    seconds: float
    failed: int

    def percentile(self, percent: float) -> float:
        """The wait that `percent` of the messages did not exceed."""
        return percentile(self.milliseconds, percent)

    @property
    def per_second(self) -> float:
        """Answered messages a second."""
        return len(self.milliseconds) / self.seconds


async def talk(address: str, texts: Sequence[str], users: int, messages: int) -> Waits:
    """`users` at a time send `messages` in all, without thinking; a new conversation every ten turns."""
    queue = itertools.islice(itertools.cycle(texts), messages)
    waits: list[float] = []
    failed = 0

    async def user(client: httpx.AsyncClient) -> None:
        nonlocal failed
        sender, turns = secrets.token_hex(16), 0
        for text in queue:
            if turns == _TURNS:
                sender, turns = secrets.token_hex(16), 0
            turns += 1
            started = time.perf_counter()
            reply = await client.post(WEBHOOK, json={"sender": sender, "message": text})
            if reply.status_code == 200 and reply.json():
                waits.append((time.perf_counter() - started) * 1000)
            else:
                failed += 1

    started = time.perf_counter()
    limits = httpx.Limits(max_connections=users)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits, trust_env=False) as client:
        await asyncio.gather(*(user(client) for _ in range(users)))
    return Waits(tuple(waits), time.perf_counter() - started, failed)


async def one_conversation(address: str, texts: Sequence[str], turns: int) -> list[float]:
    """One long conversation: the wait of each turn in milliseconds, in order."""
    sender, waits = secrets.token_hex(16), []
    async with httpx.AsyncClient(base_url=address, timeout=60, trust_env=False) as client:
        for text in itertools.islice(itertools.cycle(texts), turns):
            started = time.perf_counter()
            await client.post(WEBHOOK, json={"sender": sender, "message": text})
            waits.append((time.perf_counter() - started) * 1000)
    return waits


async def repeated(address: str, method: str, path: str, times: int, **request: object) -> Waits:
    """The same request over and over on one kept connection."""
    waits: list[float] = []
    begun = time.perf_counter()
    async with httpx.AsyncClient(base_url=address, timeout=60, trust_env=False) as client:
        for _ in range(times):
            started = time.perf_counter()
            reply = await client.request(method, path, **request)  # type: ignore[arg-type]
            reply.raise_for_status()
            waits.append((time.perf_counter() - started) * 1000)
    return Waits(tuple(waits), time.perf_counter() - begun, 0)


def seconds_until(address: str, path: str, since: float, patience: float = 300.0) -> float:
    """Seconds from `since` (time.monotonic) until `path` answers 200. Raises TimeoutError."""
    while time.monotonic() - since < patience:
        try:
            if httpx.get(f"{address}{path}", timeout=5, trust_env=False).status_code == 200:
                return time.monotonic() - since
        except httpx.HTTPError:
            pass
        time.sleep(0.05)
    raise TimeoutError(f"{path} did not answer")


def seconds_until_answer(address: str, since: float, patience: float = 300.0) -> float:
    """Seconds from `since` until a first message is answered. Raises TimeoutError."""
    body = {"sender": secrets.token_hex(16), "message": samples()["first_message"]}
    while time.monotonic() - since < patience:
        try:
            reply = httpx.post(f"{address}{WEBHOOK}", json=body, timeout=20, trust_env=False)
            if reply.status_code == 200 and reply.json():
                return time.monotonic() - since
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise TimeoutError("no first answer")
