"""The guided tasks as Rasa forms: one validating action, one asking action and one ending a task."""

from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.contacting import contact_reply
from actions.conversation.reply import Reply
from actions.conversation.tasking import opening_reply, step_reply, why_reply
from actions.dialogue.services import services
from actions.dialogue.turn import Turn, read_turn, say
from actions.tasks import engine
from actions.tasks.interruption import is_answer
from actions.tasks.models import Task, TaskState

Domain = dict[str, Any]
TOPIC_OF_TASK = {"draft": "skriva-begaran", "prepare": "forbereda-mote", "contact": "hitta-kontakt"}


def remind(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """Asks the step of the task under way again, after a question in the middle of it."""
    loop = tracker.active_loop_name
    if not loop:
        return
    task = services().tasks[loop.removesuffix("_form")]
    state = read_state(tracker, task)
    if state:
        reply = step_reply(services().phrases, task, state, TOPIC_OF_TASK[task.id])
        say(dispatcher, Reply(f"{services().phrases('back_to_task')} {reply.text}", reply.buttons, reply.custom))


def read_state(tracker: Tracker, task: Task) -> TaskState | None:
    """The state of a task in this conversation, if it was begun."""
    stored = tracker.get_slot(f"{task.id}_state")
    return TaskState.model_validate(stored) if stored else None


def write_state(task: Task, state: TaskState | None) -> EventType:
    """The event that keeps a task's state in memory until the conversation is forgotten."""
    return SlotSet(f"{task.id}_state", state.model_dump(mode="json") if state else None)


class _TaskAction(Action):
    """Base of the actions that belong to one task."""

    task_id: str
    prefix: str
    suffix: str = ""

    def name(self) -> str:
        return f"{self.prefix}{self.task_id}{self.suffix}"

    @property
    def task(self) -> Task:
        return services().tasks[self.task_id]


class _Start(_TaskAction):
    """Opens a task, or takes it up again where it was left."""

    prefix = "action_start_"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        state = read_state(tracker, self.task)
        if state is None or state.done:
            known = services()
            say(dispatcher, opening_reply(known.store, self.task, TOPIC_OF_TASK[self.task_id]))
            state = engine.start(self.task)
        return [SlotSet(self.task_id, None), SlotSet("misses", 0), write_state(self.task, state)]


class _Ask(_TaskAction):
    """Asks the step that is next."""

    prefix = "action_ask_"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        state = read_state(tracker, self.task) or engine.start(self.task)
        say(dispatcher, step_reply(services().phrases, self.task, state, TOPIC_OF_TASK[self.task_id]))
        return []


class _Validate(_TaskAction):
    """Takes a message as the step's answer or as steering; hands anything else back to the rules."""

    prefix = "validate_"
    suffix = "_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        state, turn = read_state(tracker, self.task), read_turn(tracker)
        if state is None or turn.intent == TOPIC_OF_TASK[self.task_id]:
            return [write_state(self.task, state or engine.start(self.task))]
        if turn.intent == "varfor":
            say(dispatcher, why_reply(self.task, state))
            return [write_state(self.task, state)]
        moved = self._steer(state, turn)
        if moved is None:
            return [ActionExecutionRejected(self.name().removeprefix("validate_"))]
        return [write_state(self.task, moved), SlotSet(self.task_id, moved.done or None)]

    def _steer(self, state: TaskState, turn: Turn) -> TaskState | None:
        if turn.intent == "steg":
            return engine.apply_payload(self.task, state, turn.entities)
        if turn.intent == "hoppa-over" and _sure(turn):
            return engine.skip(self.task, state)
        if turn.intent == "tillbaka" and _sure(turn):
            return engine.back(self.task, state)
        if turn.is_payload:
            return None
        step = engine.current(self.task, state)
        if is_answer(step, turn.intent, turn.confidence, turn.text):
            return engine.answer(self.task, state, turn.text)
        return None


class _Finish(_TaskAction):
    """Ends a task and hands over what was written."""

    prefix = "action_finish_"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        state = read_state(tracker, self.task) or engine.start(self.task)
        known, topic = services(), TOPIC_OF_TASK[self.task_id]
        if self.task_id == "contact":
            reply = contact_reply(known.directory, known.rules, known.places, known.phrases, state.answers)
            say(dispatcher, reply)
            return [
                SlotSet("municipality", _municipality(reply)),
                SlotSet("last_topic", topic),
                write_state(self.task, None),
            ]
        draft = engine.to_draft(self.task, state)
        custom = {"topic": topic, "step": f"{self.task_id}.done", "draft": draft, "date": date.today().isoformat()}
        say(dispatcher, Reply(known.phrases(f"{self.task_id}_done"), (), custom))
        return [SlotSet("last_topic", topic), write_state(self.task, state)]


def _sure(turn: Turn) -> bool:
    return turn.is_payload or turn.confidence >= 0.6


def _municipality(reply: Reply) -> str | None:
    contacts = reply.custom.get("contacts") or []
    return next((row["municipality_code"] for row in contacts if row.get("municipality_code")), None)


class ActionStartDraft(_Start):
    task_id = "draft"


class ActionStartPrepare(_Start):
    task_id = "prepare"


class ActionStartContact(_Start):
    task_id = "contact"


class ActionAskDraft(_Ask):
    task_id = "draft"


class ActionAskPrepare(_Ask):
    task_id = "prepare"


class ActionAskContact(_Ask):
    task_id = "contact"


class ValidateDraftForm(_Validate):
    task_id = "draft"


class ValidatePrepareForm(_Validate):
    task_id = "prepare"


class ValidateContactForm(_Validate):
    task_id = "contact"


class ActionFinishDraft(_Finish):
    task_id = "draft"


class ActionFinishPrepare(_Finish):
    task_id = "prepare"


class ActionFinishContact(_Finish):
    task_id = "contact"
