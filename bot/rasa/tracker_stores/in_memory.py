"""Conversations in memory only, forgotten after half an hour of silence."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from typing import Any, Iterable, Optional, Text

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.tracker_stores.compaction import shortened
from bot.rasa.tracker_stores.reading import QuickReading

_SWEEP_SECONDS = 30.0
_MEGABYTE = 1024 * 1024


class ForgettingTrackerStore(QuickReading, InMemoryTrackerStore):
    """Keeps a conversation at most `idle_minutes` after its last message, also when nobody else writes.

    Hard caps: `max_conversations` and `max_megabytes` in all; the longest silent gives way.
    A tracker saved without events is erased: that is how a conversation is deleted over Rasa's own API.
    """

    def __init__(
        self,
        domain: Domain,
        event_broker: Optional[EventBroker] = None,
        idle_minutes: float = 30,
        max_conversations: int = 20_000,
        max_megabytes: float = 400,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker)
        self._idle_seconds = idle_minutes * 60
        self._max = max_conversations
        self._max_size = max_megabytes * _MEGABYTE
        self._size = 0
        self._touched: OrderedDict[Text, float] = OrderedDict()
        self._sweeping = False

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps the tracker, and forgets all that have been silent too long."""
        self._forget_idle()
        self._forget(tracker.sender_id)
        if not tracker.events:
            return
        await super().save(shortened(tracker))
        self._size += len(self.store[tracker.sender_id])
        self._touched[tracker.sender_id] = time.monotonic()
        while len(self._touched) > self._max or self._size > self._max_size:
            self._forget(next(iter(self._touched)))
        self._sweep_later()

    async def retrieve(self, sender_id: Text) -> Optional[DialogueStateTracker]:
        """The conversation, unless it has been silent too long."""
        self._forget_idle()
        return await super().retrieve(sender_id)

    async def keys(self) -> Iterable[Text]:
        """Sender ids still remembered."""
        self._forget_idle()
        return list(self._touched)

    def _sweep_later(self) -> None:
        if self._touched and not self._sweeping:
            self._sweeping = True
            asyncio.get_running_loop().call_later(_SWEEP_SECONDS, self._sweep)

    def _sweep(self) -> None:
        self._sweeping = False
        self._forget_idle()
        self._sweep_later()

    def _forget_idle(self) -> None:
        oldest = time.monotonic() - self._idle_seconds
        while self._touched and next(iter(self._touched.values())) < oldest:
            self._forget(next(iter(self._touched)))

    def _forget(self, sender_id: Text) -> None:
        self._touched.pop(sender_id, None)
        self._size -= len(self.store.pop(sender_id, ""))
