"""Conversations in Redis keep as little as those in memory, and go on just as well."""

from typing import Any, Dict, Text, Tuple

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.tracker_stores import in_redis
from bot.rasa.tracker_stores.in_redis import SharedTrackerStore


class Kept:
    """As much of a Redis client as a tracker store asks for."""

    def __init__(self) -> None:
        self.rows: Dict[Text, Tuple[Text, int]] = {}

    def get(self, key: Text) -> Any:
        return self.rows.get(key, (None, 0))[0]

    def set(self, key: Text, value: Text, ex: int) -> None:
        self.rows[key] = (value, ex)

    def delete(self, key: Text) -> None:
        self.rows.pop(key, None)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    kept = Kept()
    monkeypatch.setattr(in_redis, "connect", lambda *_, **__: kept)
    return kept


def tracker(*texts: Text) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("a", [UserUttered(text) for text in texts])


async def test_only_the_last_messages_are_kept_for_half_an_hour(kept: Kept) -> None:
    store = SharedTrackerStore(Domain.empty(), "redis://somewhere", idle_minutes=30)
    for number in range(20):
        so_far = await store.retrieve("a") or tracker()
        so_far.update(UserUttered(f"fråga {number}"))
        await store.save(so_far)
    ((text, seconds),) = kept.rows.values()
    assert seconds == 30 * 60
    assert "fråga 17" not in text
    found = await store.retrieve("a")
    assert [event.text for event in found.events] == ["fråga 18", "fråga 19"]


async def test_an_emptied_conversation_is_gone(kept: Kept) -> None:
    store = SharedTrackerStore(Domain.empty(), "redis://somewhere")
    await store.save(tracker("hej"))
    await store.save(tracker())
    assert kept.rows == {}
