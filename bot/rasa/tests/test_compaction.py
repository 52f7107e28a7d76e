"""A conversation can go on for hours: it keeps its task and its pace, and forgets old words."""

from typing import List

from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa.tracker_stores.compaction import compact, without_answers


def turn(number: int) -> List[Event]:
    return [
        ActionExecuted("action_listen"),
        UserUttered(f"fråga {number}"),
        ActionExecuted("action_answer"),
        BotUttered(f"svar {number}"),
        SlotSet("last_topic", f"ämne {number}"),
    ]


def talk(turns: int) -> List[Event]:
    begun = [*turn(0), SlotSet("draft_state", {"step": 2}), ActiveLoop("draft_form")]
    return begun + [event for number in range(1, turns) for event in turn(number)]


def test_a_short_conversation_is_left_as_it_is() -> None:
    events = talk(10)
    assert compact(events, 10) == events


def test_old_words_are_forgotten() -> None:
    said = [event.text for event in compact(talk(50), 10) if isinstance(event, UserUttered)]
    assert said == [f"fråga {number}" for number in range(40, 50)]


def test_a_task_begun_long_ago_is_still_under_way() -> None:
    slots = [AnySlot(name, mappings=[{}]) for name in ("draft_state", "last_topic")]
    tracker = DialogueStateTracker.from_events("s", compact(talk(50), 10), slots)
    assert tracker.active_loop_name == "draft_form"
    assert tracker.get_slot("draft_state") == {"step": 2}
    assert tracker.get_slot("last_topic") == "ämne 49"


def test_a_task_that_ended_stays_ended() -> None:
    events = [*talk(5), ActiveLoop(None), *[event for n in range(5, 40) for event in turn(n)]]
    assert DialogueStateTracker.from_events("s", compact(events, 10), []).active_loop_name is None


def test_it_does_not_grow_however_long_the_talk() -> None:
    lengths = set()
    events: List[Event] = talk(10)
    for number in range(10, 200):
        events = compact([*events, *turn(number)], 10)
        lengths.add(len(events))
    assert max(lengths) - min(lengths) <= 2


def test_an_answer_handed_back_to_the_card_leaves_no_words_behind() -> None:
    asked = UserUttered("Får hon nej?", {"name": "nekad-sip"}, message_id="fraga-01")
    answer = UserUttered("Hon ramlar ofta", {"name": "aldre"}, message_id="svar-0001")
    events = [
        ActionExecuted("action_listen"), asked, BotUttered("Ja."),
        ActionExecuted("action_listen"), answer, BotUttered("", {"custom": {"for_card": True}}),
    ]  # fmt: skip
    kept = without_answers(events)
    assert [event.text for event in kept if isinstance(event, UserUttered)] == ["Får hon nej?", ""]
    assert kept[4].message_id == "svar-0001"
    assert len(kept) == len(events)
