"""Actions that say more, say it easier, or say why."""

from collections.abc import Callable
from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation import answers
from actions.conversation.reply import Reply
from actions.dialogue.answering import answer
from actions.dialogue.asked import asked_about
from actions.dialogue.clarifying import open_question
from actions.dialogue.services import services
from actions.dialogue.turn import read_turn, say, turn_goes_to

Domain = dict[str, Any]


class _Elaborate:
    """Another form of the answer before. No Action itself: the server registers every subclass of that."""

    action_name: str
    form: Callable[..., Reply]

    def name(self) -> str:
        return self.action_name

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        known, turn, topic = services(), read_turn(tracker), tracker.get_slot("last_topic")
        asked = await asked_about(turn, tracker)
        if asked.topics and asked.topics != (turn.intent,):
            return answer(dispatcher, tracker, turn, asked)
        if topic:
            say(dispatcher, type(self).form(known.store, known.phrases, topic, today=date.today()))
        else:
            say(dispatcher, self.without_topic())
        return turn_goes_to(tracker)

    def without_topic(self) -> Reply:
        """What is said when nothing has been answered yet."""
        return open_question()


class ActionMore(_Elaborate, Action):
    """The longer form of what was just answered."""

    action_name = "action_more"
    form = answers.longer_reply


class ActionWhy(_Elaborate, Action):
    """Why: the longer form gives the reasons."""

    action_name = "action_why"
    form = answers.longer_reply


class ActionEasier(_Elaborate, Action):
    """The easy-to-read form of what was just answered."""

    action_name = "action_easier"
    form = answers.easier_reply

    def without_topic(self) -> Reply:
        known = services()
        return Reply(known.phrases("easier_none"), open_question().buttons, {"topic": "forklara-enklare"})
