"""Actions that answer questions."""

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.rasa_actions.clarifying import ActionClarify
from actions.rasa_actions.first import Answering
from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import give, read_conversation, read_turn
from actions.rasa_actions.understanding import read_asked
from actions.replies.answering import answer_crisis, concept_meant, contact_first, explain
from actions.replies.asked import asks_only
from actions.replies.cared_for import words_of_care
from actions.replies.conversation import Conversation
from actions.replies.crisis import TOPIC as CRISIS
from actions.replies.knowledge import Knowledge
from actions.replies.not_understood import answer_or_ask_back
from actions.replies.spoken import Spoken
from actions.replies.turn import Turn


class ActionAnswer(Answering, Action):
    """Answers a topic, each of several questions, or what leans on the answer before."""

    def name(self) -> str:
        return "action_answer"

    async def answer(self, known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
        if contact_first(known, turn, conversation):
            return Spoken(next="contacts")
        return answer_or_ask_back(known, turn, conversation, await read_asked(turn, conversation))


class ActionConcept(Answering, Action):
    """Defines a concept of the concept bank."""

    def name(self) -> str:
        return "action_concept"

    async def answer(self, known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
        asked = await read_asked(turn, conversation)
        if not asks_only(asked, turn.intent):
            return answer_or_ask_back(known, turn, conversation, asked)
        spoken = explain(known, turn, conversation, concept_meant(known, turn))
        return replace(spoken, replies=(*words_of_care(turn), *spoken.replies))


class ActionCrisis(Action):
    """The crisis answer; a task under way is kept and offered again.

    Where what was said before speaks against danger, the message is answered as any other.
    """

    def name(self) -> str:
        return "action_crisis"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        turn, conversation = read_turn(tracker), read_conversation(tracker)
        if turn.intent != CRISIS:
            return await ActionClarify().hear(dispatcher, tracker, turn, conversation)
        return give(dispatcher, tracker, answer_crisis(services(), turn, conversation))
