"""Actions that answer questions."""

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.rasa_actions.clarifying import ActionClarify
from actions.rasa_actions.first import card_first, care_first
from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import give, read_conversation, read_turn
from actions.rasa_actions.understanding import read_asked
from actions.replies.answering import answer_crisis, concept_meant, contact_first, explain
from actions.replies.asked import asks_only
from actions.replies.cared_for import words_of_care
from actions.replies.crisis import TOPIC as CRISIS
from actions.replies.not_understood import answer_or_ask_back
from actions.replies.spoken import Spoken

Domain = dict[str, Any]


class ActionAnswer(Action):
    """Answers a topic, each of several questions, or what leans on the answer before."""

    def name(self) -> str:
        return "action_answer"

    @care_first
    @card_first
    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        known, turn, conversation = services(), read_turn(tracker), read_conversation(tracker)
        if contact_first(known, turn, conversation):
            return give(dispatcher, tracker, Spoken(next="contacts"))
        asked = await read_asked(turn, conversation)
        return give(dispatcher, tracker, answer_or_ask_back(known, turn, conversation, asked))


class ActionConcept(Action):
    """Defines a concept of the concept bank."""

    def name(self) -> str:
        return "action_concept"

    @care_first
    @card_first
    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        known, turn, conversation = services(), read_turn(tracker), read_conversation(tracker)
        asked = await read_asked(turn, conversation)
        if asks_only(asked, turn.intent):
            spoken = explain(known, turn, conversation, concept_meant(known, turn))
            told = replace(spoken, replies=(*words_of_care(turn), *spoken.replies))
            return give(dispatcher, tracker, told)
        return give(dispatcher, tracker, answer_or_ask_back(known, turn, conversation, asked))


class ActionCrisis(Action):
    """The crisis answer; a task under way is kept and offered again.

    Where what was said before speaks against danger, the message is answered as any other.
    """

    def name(self) -> str:
        return "action_crisis"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        turn = read_turn(tracker)
        if turn.intent != CRISIS:
            return await ActionClarify().run(dispatcher, tracker, domain)
        return give(dispatcher, tracker, answer_crisis(services(), turn, read_conversation(tracker)))
