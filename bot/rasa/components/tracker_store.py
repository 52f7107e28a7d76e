"""Conversations in memory only, forgotten after half an hour of silence."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Any, Iterable, Optional, Text

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.components.compaction import compact

_TURNS = 10


class ForgettingTrackerStore(InMemoryTrackerStore):
    """Keeps at most `max_conversations`, each at most `idle_minutes` after its last message.

    A tracker saved without events is erased: that is how a conversation is deleted over Rasa's own API.
    """

    def __init__(
        self,
        domain: Domain,
        event_broker: Optional[EventBroker] = None,
        idle_minutes: float = 30,
        max_conversations: int = 20_000,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker)
        self._idle_seconds = idle_minutes * 60
        self._max = max_conversations
        self._touched: OrderedDict[Text, float] = OrderedDict()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps the tracker, and forgets all that have been silent too long."""
        self._forget_idle()
        if not tracker.events:
            self._forget(tracker.sender_id)
            return
        await super().save(self._shortened(tracker))
        self._touched[tracker.sender_id] = time.monotonic()
        self._touched.move_to_end(tracker.sender_id)
        while len(self._touched) > self._max:
            self._forget(next(iter(self._touched)))

    async def retrieve(self, sender_id: Text) -> Optional[DialogueStateTracker]:
        """The conversation, unless it has been silent too long."""
        self._forget_idle()
        return await super().retrieve(sender_id)

    async def keys(self) -> Iterable[Text]:
        """Sender ids still remembered."""
        self._forget_idle()
        return list(self._touched)

    def _shortened(self, tracker: DialogueStateTracker) -> DialogueStateTracker:
        kept = compact(list(tracker.events), _TURNS)
        if len(kept) == len(tracker.events):
            return tracker
        return DialogueStateTracker.from_events(tracker.sender_id, kept, self.domain.slots)

    def _forget_idle(self) -> None:
        oldest = time.monotonic() - self._idle_seconds
        while self._touched and next(iter(self._touched.values())) < oldest:
            self._forget(next(iter(self._touched)))

    def _forget(self, sender_id: Text) -> None:
        self._touched.pop(sender_id, None)
        self.store.pop(sender_id, None)
