"""A conversation is forgotten after half an hour of silence, and at once when asked."""

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.tracker_stores import in_memory
from bot.rasa.tracker_stores.in_memory import ForgettingTrackerStore


def tracker(sender: str, *texts: str) -> DialogueStateTracker:
    return DialogueStateTracker.from_events(sender, [UserUttered(text) for text in texts])


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(in_memory.time, "monotonic", lambda: now[0])
    return now


async def test_a_conversation_is_remembered_while_it_goes_on(clock) -> None:
    store = ForgettingTrackerStore(Domain.empty())
    await store.save(tracker("a", "hej"))
    clock[0] += 29 * 60
    assert await store.retrieve("a") is not None


async def test_silence_makes_it_forget(clock) -> None:
    store = ForgettingTrackerStore(Domain.empty())
    await store.save(tracker("a", "hej"))
    clock[0] += 31 * 60
    assert await store.retrieve("a") is None
    assert store.store == {}


async def test_an_emptied_conversation_is_gone(clock) -> None:
    store = ForgettingTrackerStore(Domain.empty())
    await store.save(tracker("a", "hej"))
    await store.save(tracker("a"))
    assert await store.retrieve("a") is None
    assert store.store == {}


async def test_the_oldest_gives_way_when_there_are_too_many(clock) -> None:
    store = ForgettingTrackerStore(Domain.empty(), max_conversations=2)
    for sender in "abc":
        clock[0] += 1
        await store.save(tracker(sender, "hej"))
    assert await store.keys() == ["b", "c"]


async def test_only_the_last_messages_of_a_long_conversation_are_kept(clock) -> None:
    store = ForgettingTrackerStore(Domain.empty())
    await store.save(tracker("a", *(f"fråga {number}" for number in range(50))))
    kept = await store.retrieve("a")
    assert [event.text for event in kept.events] == [f"fråga {number}" for number in range(48, 50)]
