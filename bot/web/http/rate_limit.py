"""Rate limiting: how often a client may write, without keeping who it is."""

import hashlib
import ipaddress
import secrets
import time
from collections.abc import Callable
from typing import Literal

SALT_SECONDS = 3540.0  # with the sweep of every half minute: less than an hour
_MOST_CLIENTS = 100_000
_IPV6_HOUSEHOLD = 64

# What a client may do often is counted apart, so that the one cannot use up the other.
Kind = Literal["write", "new-conversation", "danger", "costly", "typing", "lookup", "login"]
TYPING_PATH = "/sok/forslag"  # where half-written searches go: all of the kind "typing"
_MINUTE, _CONVERSATION_LIFE = 60.0, 1800.0


class RateLimiter:
    """A token bucket a client and kind. Clients are known by a hash whose salt is thrown away every hour.

    `per_minute` is the allowance of messages, 0 = nothing is limited; the other kinds follow from it.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: dict[bytes, tuple[float, float]] = {}
        self._salt, self._salted = secrets.token_bytes(16), clock()

    def allowance(self, kind: Kind) -> tuple[int, float]:
        """How many, and within how many seconds; 0 of them = no limit."""
        most = self._per_minute
        return {
            "write": (most, _MINUTE),
            "new-conversation": (2 * most, _CONVERSATION_LIFE),
            "danger": (4 * most, _MINUTE),
            "costly": (2 * most, _MINUTE),
            "typing": (4 * most, _MINUTE),
            "lookup": (10 * most, _MINUTE),
            "login": (10, _MINUTE),
        }[kind]

    def wait_seconds(self, address: str, kind: Kind = "write", times: int = 1) -> float:
        """Takes so many, all at most, from the allowance; 0 when allowed, else seconds to wait."""
        most, seconds = self.allowance(kind)
        if most == 0:
            return 0.0
        times = min(times, most)
        now = self._clock()
        self.forget_old()
        name = f"{kind} {network(address)}"
        key = hashlib.blake2b(name.encode(), key=self._salt, digest_size=16).digest()
        left, seen = self._buckets.get(key, (float(most), now))
        left = min(float(most), left + (now - seen) * most / seconds)
        if left < times:
            self._buckets[key] = (left, now)
            return (times - left) * seconds / most
        self._buckets[key] = (left - times, now)
        return 0.0

    def forget_old(self) -> None:
        """Throws away the salt and all buckets when the hour is over, or there are too many."""
        now = self._clock()
        if now - self._salted > SALT_SECONDS or len(self._buckets) > _MOST_CLIENTS:
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
