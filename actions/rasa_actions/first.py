"""What is looked at before an action answers: danger and protection first, then the client's open card."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import give, read_conversation, read_turn
from actions.replies.cared_for import care_after, met_with_care
from actions.replies.task_turns import for_card

Run = Callable[[Any, CollectingDispatcher, Tracker, dict[str, Any]], Awaitable[list[EventType]]]


def care_first(run: Run) -> Run:
    """An action's `run` that first sees whether the message leans on words of danger, or asks for help."""

    @wraps(run)
    async def cared_for(
        action: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn, conversation = read_turn(tracker), read_conversation(tracker)
        met = met_with_care(services().store, turn, conversation)
        first = give(dispatcher, tracker, met) if met else []
        if met and met.next != "others":
            return first
        events = [*first, *await run(action, dispatcher, tracker, domain)]
        care = care_after(turn, conversation.care)
        changed = care is not None or conversation.care is not None
        return [SlotSet("care", care.model_dump() if care else None), *events] if changed else events

    return cared_for


def card_first(run: Run) -> Run:
    """An action's `run` that hands an answer to the open card back to the client, and keeps nothing of it."""

    @wraps(run)
    async def handed_back(
        action: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        spoken = for_card(services(), read_turn(tracker))
        if spoken:
            return give(dispatcher, tracker, spoken)
        return await run(action, dispatcher, tracker, domain)

    return handed_back
