"""An action that answers the latest message: danger and protection first, then the client's open card."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import give, read_conversation, read_turn
from actions.replies.cared_for import care_after, met_with_care
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.spoken import Spoken
from actions.replies.task_turns import for_card
from actions.replies.turn import Turn


class Answering:
    """Reads the message once, and answers it unless something else comes first.

    No Action itself: the server registers every subclass of that.
    """

    card_first = True

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        return await self.hear(dispatcher, tracker, read_turn(tracker), read_conversation(tracker))

    async def hear(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, conversation: Conversation
    ) -> list[EventType]:
        """Sends the answer. What answers the open card goes back to the client, and nothing of it is kept."""
        known = services()
        met = met_with_care(known.store, turn, conversation)
        first = give(dispatcher, tracker, met) if met else []
        if met and met.next != "others":
            return first
        handed_back = for_card(known, turn) if self.card_first else None
        answered = handed_back or await self.answer(known, turn, conversation)
        events = [*first, *give(dispatcher, tracker, answered)]
        care = care_after(turn, conversation.care)
        changed = care is not None or conversation.care is not None
        return [SlotSet("care", care.model_dump() if care else None), *events] if changed else events

    async def answer(self, known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
        """What is said to a message that nothing else comes before."""
        raise NotImplementedError
