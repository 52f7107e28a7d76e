"""Actions that say more, say it easier, or say why."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.rasa_actions.first import card_first, care_first
from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import give, read_conversation, read_turn
from actions.rasa_actions.understanding import read_asked
from actions.replies.elaborating import Wish, asked_beside, elaborate

Domain = dict[str, Any]


class _Elaborate:
    """Another form of the answer before. No Action itself: the server registers every subclass of that."""

    wish: Wish

    def name(self) -> str:
        return f"action_{self.wish}"

    @care_first
    @card_first
    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        known, turn, conversation = services(), read_turn(tracker), read_conversation(tracker)
        asked = await read_asked(turn, conversation)
        if not asked.questions:
            asked = asked_beside(known, turn, self.wish) or asked
        return give(dispatcher, tracker, elaborate(known, turn, conversation, asked, self.wish))


class ActionMore(_Elaborate, Action):
    wish: Wish = "more"


class ActionWhy(_Elaborate, Action):
    wish: Wish = "why"


class ActionEasier(_Elaborate, Action):
    wish: Wish = "easier"
