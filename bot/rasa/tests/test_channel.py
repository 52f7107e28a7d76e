"""A message that is sent again is answered once, and one that got no answer is not left without."""

from typing import List

import pytest
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.channel import answers_to


def talk(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("a", [ActionExecuted("action_listen"), *events])


ASKED = UserUttered("vad kostar det", message_id="m2")
ANSWERED: List[Event] = [
    ActionExecuted("action_answer"),
    BotUttered("Inget.", {"custom": {"topic": "kostnad"}}),
    BotUttered("Vill du veta mer?", {"buttons": [{"title": "Ja", "payload": "/ja"}]}),
    SlotSet("last_topic", "kostnad"),
]


def test_what_was_said_is_said_again_word_for_word() -> None:
    assert answers_to(talk(ASKED, *ANSWERED), "m2") == [
        {"recipient_id": "a", "text": "Inget.", "custom": {"topic": "kostnad"}},
        {"recipient_id": "a", "text": "Vill du veta mer?", "buttons": [{"title": "Ja", "payload": "/ja"}]},
    ]


@pytest.mark.parametrize(
    "events",
    [
        [],
        [UserUttered("hej", message_id="m1"), BotUttered("Hej!")],
        [ASKED, *ANSWERED, UserUttered("tack", message_id="m3"), BotUttered("Tack själv!")],
    ],
)
def test_a_message_that_is_not_the_latest_is_a_new_one(events: List[Event]) -> None:
    assert answers_to(talk(*events), "m2") is None


def test_a_message_that_got_no_answer_is_asked_anew() -> None:
    assert answers_to(talk(ASKED, ActionExecuted("action_answer")), "m2") is None
