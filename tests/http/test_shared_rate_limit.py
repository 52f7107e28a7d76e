"""Several replicas give one allowance, and when Redis is away nobody is shut out."""

import asyncio
import re
from typing import Any, Self

import pytest
from redis.exceptions import ConnectionError as RedisAway

from bot.web.http.rate_limit import RateLimiter
from bot.web.http.shared_rate_limit import SharedRateLimiter

HERE = "192.0.2.7"


class Counts:
    """The part of Redis that counts, in memory."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.lives: dict[str, int] = {}
        self.away = self.closed = False
        self._done: list[Any] = []

    def pipeline(self, transaction: bool) -> Self:
        return self

    async def __aenter__(self) -> Self:
        self._done = []
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing to give back."""

    def incrby(self, key: str, times: int) -> None:
        self.counts[key] = self.counts.get(key, 0) + times
        self._done.append(self.counts[key])

    def expire(self, key: str, seconds: int) -> None:
        self.lives[key] = seconds
        self._done.append(True)

    def exists(self, key: str) -> None:
        self._done.append(int(key in self.counts))

    async def execute(self) -> list[Any]:
        if self.away:
            raise RedisAway
        return self._done

    async def aclose(self) -> None:
        self.closed = True


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    found = Counts()
    monkeypatch.setattr("bot.web.http.shared_rate_limit.Redis.from_url", lambda *_, **__: found)
    return found


def waits(limiter: SharedRateLimiter, own: RateLimiter, times: int = 1) -> list[float]:
    async def scene() -> list[float]:
        return [await limiter.wait_seconds(own, HERE, "write") for _ in range(times)]

    return asyncio.run(scene())


def test_two_replicas_share_one_allowance_until_the_next_minute(counts: Counts) -> None:
    now = [600.0]
    replicas = [SharedRateLimiter("redis://x", "hemlig", clock=lambda: now[0]) for _ in range(2)]
    own = RateLimiter(3)
    most, seconds = own.allowance("write")
    waited = [wait for number in range(most + 1) for wait in waits(replicas[number % 2], own)]
    assert waited[:most] == [0.0] * most and 0 < waited[most] <= seconds
    now[0] += seconds
    assert waits(replicas[0], own) == [0.0]


def test_a_long_message_takes_several_and_never_more_than_there_are(counts: Counts) -> None:
    limiter, own = SharedRateLimiter("redis://x", "hemlig", clock=lambda: 600.0), RateLimiter(3)
    assert asyncio.run(limiter.wait_seconds(own, HERE, "write", 8)) == 0.0
    assert waits(limiter, own) != [0.0]


def test_a_conversation_that_goes_on_with_another_replica_is_not_new(counts: Counts) -> None:
    limiter = SharedRateLimiter("redis://x", "hemlig", clock=lambda: 0.0)
    counts.counts["tracker:known"] = 1  # Rasa's own name for it
    assert [asyncio.run(limiter.has_conversation(name)) for name in ("known", "other")] == [True, False]
    counts.away = True
    assert asyncio.run(limiter.has_conversation("known")) is False


def test_nothing_that_points_at_a_client_is_written_and_nothing_is_kept_longer(counts: Counts) -> None:
    own = RateLimiter(3)
    waits(SharedRateLimiter("redis://x", "hemlig"), own)
    (key,) = counts.counts
    assert re.fullmatch(r"pace:[0-9a-f]{32}:\d+", key)
    assert counts.lives[key] <= own.allowance("write")[1] + 1


def test_when_redis_is_away_each_replica_counts_for_itself_for_a_while(counts: Counts) -> None:
    now = [0.0]
    limiter, own = SharedRateLimiter("redis://x", "hemlig", clock=lambda: now[0]), RateLimiter(1)
    counts.away = True
    assert waits(limiter, own, 5) == [0.0] * 5
    asked = sum(counts.counts.values())
    assert asked == 1
    now[0] = 10.0
    counts.away = False
    waits(limiter, own)
    assert sum(counts.counts.values()) == asked + 1
    asyncio.run(limiter.close())
    assert counts.closed


def test_without_a_limit_nothing_is_counted(counts: Counts) -> None:
    assert waits(SharedRateLimiter("redis://x", "hemlig"), RateLimiter(0), 3) == [0.0] * 3
    assert counts.counts == {}
