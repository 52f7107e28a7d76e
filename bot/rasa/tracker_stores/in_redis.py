"""Conversations and their locks in Redis, for several Rasa processes; Redis forgets them by itself."""

from __future__ import annotations

from typing import Any, Optional, Text

import redis
from rasa.core.brokers.broker import EventBroker
from rasa.core.lock import TicketLock
from rasa.core.lock_store import RedisLockStore
from rasa.core.tracker_store import RedisTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.rasa.tracker_stores.compaction import shortened
from bot.rasa.tracker_stores.reading import QuickReading

_TIMEOUT_SECONDS = 2.0
_LOCK_SECONDS = 60


def connect(url: Text, **options: Any) -> redis.Redis:
    """A client for `redis://` or, with TLS, `rediss://`; user and password stand in the address."""
    return redis.Redis.from_url(
        url,
        socket_timeout=_TIMEOUT_SECONDS,
        socket_connect_timeout=_TIMEOUT_SECONDS,
        retry_on_timeout=True,
        health_check_interval=15,
        **options,
    )


class SharedTrackerStore(QuickReading, RedisTrackerStore):
    """A conversation that any Rasa process can go on with; it expires `idle_minutes` after its last message.

    A tracker saved without events is erased.
    """

    def __init__(
        self,
        domain: Domain,
        host: Text = "",
        event_broker: Optional[EventBroker] = None,
        idle_minutes: float = 30,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker=event_broker, record_exp=int(idle_minutes * 60))
        self.red = connect(host, decode_responses=True)

    async def save(self, tracker: DialogueStateTracker, timeout: Optional[float] = None) -> None:
        """Keeps the tracker and starts its half hour anew.

        Rasa would merge it with what is there; the lock sees to it that nobody else has written meanwhile.
        """
        key = self.key_prefix + tracker.sender_id
        if not tracker.events:
            self.red.delete(key)
            return
        self.red.set(key, self.serialise_tracker(shortened(tracker)), ex=timeout or self.record_exp)


class SharedLockStore(RedisLockStore):
    """One message at a time in a conversation, whichever process takes it. Locks expire after a crash."""

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        super().__init__()
        self.red = connect(endpoint_config.url)

    def save_lock(self, lock: TicketLock) -> None:
        """Writes the lock so that it cannot outlive a process that died with it."""
        self.red.set(self.key_prefix + lock.conversation_id, lock.dumps(), ex=_LOCK_SECONDS)
