"""Actions for when it is not clear what was meant, or nothing in particular was."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.rasa_actions.first import Answering
from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import give, read_conversation, read_turn
from actions.rasa_actions.understanding import read_asked
from actions.replies.agreeing import begin_agreed
from actions.replies.asked import Asked
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.not_understood import (
    another_language,
    not_understood,
    start_over,
    wishes_to_start_over,
)
from actions.replies.spoken import Spoken
from actions.replies.stopping import agrees_to_forget, stopped
from actions.replies.told import says_where_only, wants_contact
from actions.replies.turn import Turn
from actions.replies.ways_on import go_on


class ActionClarify(Answering, Action):
    """Asks what was meant, with good guesses; then offers ways out. Answers what the context makes clear."""

    def name(self) -> str:
        return "action_clarify"

    async def answer(self, known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
        if wants_contact(known, turn, conversation):
            return Spoken(next="contacts")
        asked = await read_asked(turn, conversation)
        if not asked.questions and says_where_only(known, turn, conversation):
            return Spoken(next="contacts")
        return not_understood(known, turn, conversation, asked)


class ActionLanguage(Answering, Action):
    """Meets another language with fixed texts."""

    card_first = False

    def name(self) -> str:
        return "action_language"

    async def answer(self, known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
        return another_language(known, turn)


class ActionConfirm(Answering, Action):
    """A yes, no or skip with nothing to steer: offers ways on, or the doors where the words change them."""

    def name(self) -> str:
        return "action_confirm"

    async def answer(self, known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
        if agrees_to_forget(turn, conversation):
            return stopped(known)
        if agreed := begin_agreed(known, turn, conversation):
            return agreed
        if wants_contact(known, turn, conversation):
            return Spoken(next="contacts")
        return go_on(known, turn, conversation, await read_asked(turn, conversation))


class ActionStartOver(Action):
    """Forgets the tasks and the context, and offers a new start; asks first when that is not plain."""

    def name(self) -> str:
        return "action_start_over"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        known, turn, conversation = services(), read_turn(tracker), read_conversation(tracker)
        asked = Asked(()) if wishes_to_start_over(turn) else await read_asked(turn, conversation)
        return give(dispatcher, tracker, start_over(known, turn, conversation, asked))
