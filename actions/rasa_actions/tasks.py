"""The guided tasks as Rasa forms: one action begins a task, one asks, one validates and one ends it.

What differs between the tasks is the table of `actions.replies.task_turns`.
"""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.rasa_actions.first import Answering
from actions.rasa_actions.services import services
from actions.rasa_actions.tracker import action_before, end_of_task, give, read_conversation, read_turn
from actions.rasa_actions.understanding import read_several
from actions.replies import task_turns
from actions.replies.conversation import Conversation
from actions.replies.hearing import hear
from actions.replies.knowledge import Knowledge
from actions.replies.spoken import Spoken
from actions.replies.turn import Turn

Domain = dict[str, Any]


class _TaskAction:
    """Shared by the actions of one task. No Action itself: the server registers every subclass of that."""

    task_id: str
    named: str

    def name(self) -> str:
        return self.named.format(self.task_id)


class _Start(Answering, _TaskAction):
    named = "action_start_{}"

    async def answer(self, known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
        answers_beside = task_turns.TALKS[self.task_id].several
        several = await read_several(turn, conversation) if answers_beside else []
        return task_turns.begin(known, self.task_id, turn, conversation, several)


class _Ask(_TaskAction):
    named = "action_ask_{}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        conversation, before = read_conversation(tracker), action_before(tracker)
        return give(dispatcher, tracker, task_turns.ask(services(), self.task_id, conversation, before))


class _Validate(_TaskAction):
    named = "validate_{}_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        turn, conversation, before = read_turn(tracker), read_conversation(tracker), action_before(tracker)
        heard = hear(services(), self.task_id, turn, conversation, before)
        events = give(dispatcher, tracker, heard)
        if heard.next == "others":
            return [*events, ActionExecutionRejected(f"{self.task_id}_form")]
        goes_on = heard.next in ("rules", "ended")
        return events if goes_on else [*end_of_task(), *events]


class _Finish(_TaskAction):
    named = "action_finish_{}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        spoken = task_turns.end(services(), self.task_id, read_conversation(tracker))
        return give(dispatcher, tracker, spoken)


# One class for each task and part; held here, since the server finds the classes that are alive.
ACTIONS = tuple(
    type(f"{task_id}{part.__name__}", (part, Action), {"task_id": task_id, "__module__": __name__})
    for task_id in task_turns.TALKS
    for part in (_Start, _Ask, _Validate, _Finish)
)
