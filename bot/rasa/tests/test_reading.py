"""A kept conversation is read again as it was, whatever happened in it."""

import pytest
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    FollowupAction,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.tracker_stores.in_memory import ForgettingTrackerStore

HAPPENED = [
    ActionExecuted("action_listen"),
    UserUttered("hej", {"name": "halsning", "confidence": 0.9}, message_id="m1"),
    SlotSet("last_topic", "kostnad"),
    ActiveLoop("draft_form"),
    BotUttered("Hej!", {"custom": {"topic": "halsning"}}),
    FollowupAction("action_listen"),
]


async def test_every_kind_of_event_comes_back_as_rasa_itself_would_read_it() -> None:
    own, stock = ForgettingTrackerStore(Domain.empty()), InMemoryTrackerStore(Domain.empty())
    for store in (own, stock):
        await store.save(DialogueStateTracker.from_events("a", HAPPENED))
    mine, theirs = await own.retrieve("a"), await stock.retrieve("a")
    assert mine.current_state() == theirs.current_state()
    assert list(mine.events) == list(theirs.events) == HAPPENED


def test_an_event_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        ForgettingTrackerStore(Domain.empty()).deserialise_tracker("a", '{"events": [{"event": "okänt"}]}')
