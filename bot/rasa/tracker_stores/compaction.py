"""A long conversation made short: the last turns as they were, and what they rest on."""

from __future__ import annotations

from typing import Dict, List, Sequence, Text

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

# No action looks further back than to the answer before this message.
_TURNS = 2


def shortened(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """The conversation as it is kept between two messages."""
    kept = compact(list(tracker.events), _TURNS)
    if len(kept) == len(tracker.events) and not any(map(_hands_back, kept)):
        return tracker
    kept = without_answers(kept)
    return DialogueStateTracker.from_events(tracker.sender_id, kept, tracker.slots.values())


def without_answers(events: Sequence[Event]) -> List[Event]:
    """The events with the words left out of each message that was handed back to the client's card."""
    kept: List[Event] = []
    answer = False
    for event in reversed(events):
        answer = answer or _hands_back(event)
        if isinstance(event, UserUttered):
            kept.append(_wordless(event) if answer else event)
            answer = False
        else:
            kept.append(event)
    return kept[::-1]


def _hands_back(event: Event) -> bool:
    return isinstance(event, BotUttered) and bool((event.data.get("custom") or {}).get("for_card"))


def _wordless(event: UserUttered) -> UserUttered:
    """The same message without what was written, so that one sent again is still known by its id."""
    return UserUttered("", event.intent, [], None, event.timestamp, event.input_channel, event.message_id)


def compact(events: Sequence[Event], turns: int) -> List[Event]:
    """The events of the last `turns` messages; before them only each slot's last value and the active loop.

    What somebody wrote earlier is forgotten sooner, and a turn costs the same however long the talk has been:
    Rasa replays all events, and sends them to the action server, at every action.
    """
    spoken = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(spoken) <= turns:
        return list(events)
    start = _turn_start(events, spoken[-turns])
    return [*_standing(events[:start]), *events[start:]]


def _turn_start(events: Sequence[Event], message: int) -> int:
    """Where the assistant began to listen for the message at this index."""
    listening = (
        index
        for index in range(message, -1, -1)
        if isinstance(events[index], ActionExecuted) and events[index].action_name == ACTION_LISTEN_NAME
    )
    return next(listening, message)


def _standing(events: Sequence[Event]) -> List[Event]:
    """What still holds after these events: values of slots, and the loop under way."""
    slots: Dict[Text, Event] = {}
    loop: List[Event] = []
    for event in events:
        if isinstance(event, SlotSet):
            slots[event.key] = event
        elif isinstance(event, ActiveLoop):
            loop = [event] if event.name else []
    return [*slots.values(), *loop]
