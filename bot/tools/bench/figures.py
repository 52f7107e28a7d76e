"""The figures of one side, measured on a running service."""

import asyncio
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx

from bot.tools.bench.accuracy import share_right
from bot.tools.bench.traffic import one_conversation, percentile, repeated, talk
from bot.tools.running_service import Service

LOADS = (1, 2, 4, 8, 16, 32)
_PATIENCE_MS = 500
_PARSE = "/model/parse"


@dataclass(frozen=True)
class Size:
    """How much is sent: messages a run, runs, turns of the long conversation, users at a time."""

    messages: int = 200
    runs: int = 3
    turns: int = 200
    loads: tuple[int, ...] = LOADS


SHORT = Size(messages=20, runs=1, turns=20, loads=(1, 4))


@dataclass
class Figures:
    """What was measured on one side. Times in milliseconds, one value a run."""

    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)
    load: list[tuple[float, float]] = field(default_factory=list)
    long_conversation: list[float] = field(default_factory=list)
    right: float = 0.0
    failed: int = 0

    @property
    def per_second_per_core(self) -> float:
        """The most messages a second and core with p95 within half a second."""
        kept = [pace for pace, p95 in self.load if p95 <= _PATIENCE_MS]
        return max(kept, default=0.0) / (os.cpu_count() or 1)

    @property
    def growth(self) -> float:
        """p95 of the last tenth of a long conversation over p95 of the first tenth."""
        tenth = max(len(self.long_conversation) // 10, 2)
        first, last = self.long_conversation[:tenth], self.long_conversation[-tenth:]
        return percentile(last, 95) / percentile(first, 95)


def measure(address: str, pairs: Sequence[tuple[str, str]], size: Size) -> Figures:
    """Talks to the service at `address` about the texts of `pairs` (text, topic)."""
    texts = [text for text, _ in pairs]
    found = Figures()
    asyncio.run(talk(address, texts, 1, 20))
    for _ in range(size.runs):
        waits = asyncio.run(talk(address, texts, 1, size.messages))
        found.p50.append(waits.percentile(50))
        found.p95.append(waits.percentile(95))
        found.failed += waits.failed
    for users in size.loads:
        waits = asyncio.run(talk(address, texts, users, max(size.messages, 20 * users)))
        found.load.append((waits.per_second, waits.percentile(95)))
        found.failed += waits.failed
    found.long_conversation = asyncio.run(one_conversation(address, texts, size.turns))
    found.right = asyncio.run(share_right(address, pairs))
    return found


def http_floor(address: str, times: int) -> float:
    """Median milliseconds of the smallest answer the server gives."""
    return asyncio.run(repeated(address, "GET", "/healthz", times)).percentile(50)


def understanding(service: Service, texts: Sequence[str]) -> list[float]:
    """Milliseconds that Rasa's understanding alone takes for each text, asked over its own port."""
    waits = []
    with httpx.Client(base_url=service.rasa, timeout=60, trust_env=False) as client:
        for text in texts:
            started = time.perf_counter()
            client.post(_PARSE, params={"token": service.token}, json={"text": text}).raise_for_status()
            waits.append((time.perf_counter() - started) * 1000)
    return waits
