"""One allowance for all replicas: the same counts in Redis, by a name that changes every hour."""

import hashlib
import logging
import time
from collections.abc import Callable
from typing import Any

from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.web.http.rate_limit import Kind, RateLimiter, network

_log = logging.getLogger(__name__)
_PATIENCE_SECONDS = 0.3
_AWAY_SECONDS = 5.0
_HOUR_SECONDS = 3600
_CONVERSATIONS = "tracker:"  # as Rasa's tracker store for Redis names them


class SharedRateLimiter:
    """Counts in whole windows of time. When Redis is away each replica has only its own limiter, for a while.

    A client is a keyed hash of its network and the hour; nothing is kept longer than its window.
    """

    def __init__(self, url: str, secret: str, clock: Callable[[], float] = time.time) -> None:
        self._redis: Any = Redis.from_url(
            url, socket_timeout=_PATIENCE_SECONDS, socket_connect_timeout=_PATIENCE_SECONDS
        )
        self._secret = secret.encode()[:64]
        self._clock = clock
        self._away_until = 0.0

    async def wait_seconds(self, own: RateLimiter, address: str, kind: Kind, times: int = 1) -> float:
        """Takes so many from the client's allowance in Redis; 0 when allowed or nobody can tell."""
        most, seconds = own.allowance(kind)
        now = self._clock()
        if most == 0:
            return 0.0
        window = int(now // seconds)
        name = f"{kind} {network(address)} {int(now // _HOUR_SECONDS)}".encode()
        key = f"pace:{hashlib.blake2b(name, key=self._secret, digest_size=16).hexdigest()}:{window}"

        def taken(commands: Any) -> None:
            commands.incrby(key, min(times, most))
            commands.expire(key, int(seconds) + 1)

        count, *_ = await self._asked(taken) or [0]
        return (window + 1) * seconds - now if count > most else 0.0

    async def has_conversation(self, name: str) -> bool:
        """True when some replica's Rasa knows the conversation: it was counted as new there."""
        found, *_ = await self._asked(lambda commands: commands.exists(f"{_CONVERSATIONS}{name}")) or [0]
        return bool(found)

    async def _asked(self, commanded: Callable[[Any], object]) -> list[Any]:
        """What Redis answers to the commands; nothing while it is away."""
        if self._clock() < self._away_until:
            return []
        try:
            async with self._redis.pipeline(transaction=False) as commands:
                commanded(commands)
                return list(await commands.execute())
        except (RedisError, OSError) as error:
            self._away_until = self._clock() + _AWAY_SECONDS
            _log.error("Redis cannot count the pace; each replica counts for itself", exc_info=error)
            return []

    async def close(self) -> None:
        """Closes the connections."""
        await self._redis.aclose()
