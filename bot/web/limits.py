"""How often a client may write, without keeping who it is."""

import hashlib
import ipaddress
import secrets
import time
from collections.abc import Callable

_WINDOW_SECONDS = 60.0
_SALT_SECONDS = 3600.0
_MOST_CLIENTS = 100_000
_IPV6_HOUSEHOLD = 64


class RateLimiter:
    """A token bucket a client. Clients are known by a hash whose salt is thrown away every hour."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: dict[bytes, tuple[float, float]] = {}
        self._salt, self._salted = secrets.token_bytes(16), clock()

    def wait_seconds(self, address: str) -> float:
        """Takes one message from the client's allowance; 0 when allowed, else seconds to wait."""
        if self._per_minute == 0:
            return 0.0
        now = self._clock()
        self._refresh(now)
        key = hashlib.blake2b(network(address).encode(), key=self._salt, digest_size=16).digest()
        left, seen = self._buckets.get(key, (float(self._per_minute), now))
        pace = self._per_minute / _WINDOW_SECONDS
        left = min(float(self._per_minute), left + (now - seen) * pace)
        if left < 1.0:
            self._buckets[key] = (left, now)
            return (1.0 - left) / pace
        self._buckets[key] = (left - 1.0, now)
        return 0.0

    def _refresh(self, now: float) -> None:
        if now - self._salted > _SALT_SECONDS or len(self._buckets) > _MOST_CLIENTS:
            self._buckets.clear()
            self._salt, self._salted = secrets.token_bytes(16), now


def network(address: str) -> str:
    """The address, or for IPv6 the /64 that one household or office has: it can take any address in it."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    mapped = parsed.ipv4_mapped
    return str(mapped or ipaddress.ip_network((parsed, _IPV6_HOUSEHOLD), strict=False))
