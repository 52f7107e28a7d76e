"""Which conversations have been heard of lately: one that is new costs memory, and is counted apart."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

LIFE_SECONDS = 1800.0
MOST = 50_000


class Conversations:
    """Salted hashes of conversations' names, in memory, half an hour each after the last message."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._salt = secrets.token_bytes(16)
        self._heard: OrderedDict[bytes, float] = OrderedDict()

    def is_new(self, name: str) -> bool:
        """True when nothing has been heard of it for half an hour."""
        self.forget_old()
        return self._key(name) not in self._heard

    def heard(self, name: str) -> None:
        """Remembers it from now on."""
        key = self._key(name)
        self._heard[key] = self._clock()
        self._heard.move_to_end(key)
        if len(self._heard) > MOST:
            self._heard.popitem(last=False)

    def forget(self, name: str) -> None:
        """Forgets one at once."""
        self._heard.pop(self._key(name), None)

    def forget_old(self) -> None:
        """Forgets those that have been silent for half an hour."""
        oldest = self._clock() - LIFE_SECONDS
        while self._heard and next(iter(self._heard.values())) < oldest:
            self._heard.popitem(last=False)

    def _key(self, name: str) -> bytes:
        return hashlib.blake2b(name.encode(), key=self._salt, digest_size=16).digest()
