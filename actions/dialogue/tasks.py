"""The guided tasks as Rasa forms: one validating action, one asking action and one ending a task."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation import contacting
from actions.conversation.reply import Reply
from actions.conversation.tasking import (
    TOPICS,
    advice_reply,
    done_reply,
    opening_reply,
    step_reply,
    why_reply,
)
from actions.dialogue.answering import answer_beside
from actions.dialogue.services import services
from actions.dialogue.turn import Turn, actions_before, read_turn, say
from actions.drafting.documents import render
from actions.drafting.draft import Draft
from actions.tasks import engine
from actions.tasks.interruption import is_about_something_else, is_answer, is_steering
from actions.tasks.models import Task, TaskState

Domain = dict[str, Any]


def read_state(tracker: Tracker, task: Task) -> TaskState | None:
    """The state of a task in this conversation, if it was begun."""
    stored = tracker.get_slot(f"{task.id}_state")
    return TaskState.model_validate(stored) if stored else None


def write_state(task: Task, state: TaskState | None) -> EventType:
    """The event that keeps a task's state in memory until the conversation is forgotten."""
    return SlotSet(f"{task.id}_state", state.model_dump(mode="json") if state else None)


class _TaskAction:
    """Shared by the actions of one task. No Action itself: the server registers every subclass of that."""

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

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        await answer_beside(dispatcher, tracker, TOPICS[self.task_id])
        state, letter = read_state(tracker, self.task), self._letter(read_turn(tracker))
        if state and letter:
            state = engine.change_letter(self.task, state, letter)
        if letter or state is None or state.done:
            topic = str(tracker.get_slot("last_topic") or "")
            say(dispatcher, opening_reply(services().store, self.task, letter=letter, after=topic))
        if state is None or (state.done and not letter):
            state = engine.start(self.task, letter)
        return [SlotSet(self.task_id, None), SlotSet("misses", 0), write_state(self.task, state)]

    def _letter(self, turn: Turn) -> str | None:
        """The letter that a button or the words ask for."""
        chosen = turn.entities.get("val") if turn.is_payload else None
        known = next((row for row in self.task.letters if row.id == chosen), None)
        named = known or self.task.letter_named(turn.words)
        return named.id if named else None


class _Ask(_TaskAction):
    """Asks the step that is next; keeps quiet when the crisis answer was just given."""

    prefix = "action_ask_"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        if actions_before(tracker)[-1:] == ["action_crisis"]:
            return []
        state = read_state(tracker, self.task) or engine.start(self.task)
        say(dispatcher, self._reply(state))
        return []

    def _reply(self, state: TaskState) -> Reply:
        return step_reply(self.task, state)


class _Validate(_TaskAction):
    """Takes a message as the step's answer or as steering; hands anything else back to the rules."""

    prefix = "validate_"
    suffix = "_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        state, turn = read_state(tracker, self.task), read_turn(tracker)
        if state is None or actions_before(tracker)[-1:] != ["action_listen"]:
            return []
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
        if turn.is_payload or is_steering(turn.intent, turn.confidence, turn.text):
            steering = {"hoppa-over": engine.skip, "tillbaka": engine.back}.get(turn.intent)
            return steering(self.task, state) if steering else None
        step = engine.current(self.task, state)
        if is_answer(step, turn.intent, turn.confidence, turn.text):
            moved = self._answer(state, turn)
            other = turn.intent != TOPICS[self.task_id]
            if moved.error and other and is_about_something_else(turn.intent, turn.confidence):
                return None
            stuck = bool(moved.error) and moved.error == state.error and not step.required
            return engine.skip(self.task, state) if stuck else moved
        return None

    def _answer(self, state: TaskState, turn: Turn) -> TaskState:
        return engine.answer(self.task, state, turn.text)


class _Finish(_TaskAction):
    """Ends a task and hands over what was written."""

    prefix = "action_finish_"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        state = read_state(tracker, self.task) or engine.start(self.task)
        draft = engine.to_draft(self.task, state)
        paper = render(Draft.model_validate(draft), "txt").bytes.decode()
        say(dispatcher, done_reply(self.task, services().phrases(f"{self.task_id}_done"), paper, draft))
        return [SlotSet("last_topic", TOPICS[self.task_id]), write_state(self.task, state)]


class ActionStartDraft(_Start, Action):
    task_id = "draft"


class ActionStartPrepare(_Start, Action):
    task_id = "prepare"


class ActionStartContact(_Start, Action):
    """Begins anew each time, with what the message told; a chosen place goes on where it was asked."""

    task_id = "contact"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        await answer_beside(dispatcher, tracker, TOPICS[self.task_id])
        known, turn, before = services(), read_turn(tracker), read_state(tracker, self.task)
        chosen = str(turn.entities.get("plats") or "")
        if chosen:
            waiting = before if before and before.step == "place" else engine.start(self.task)
            state = contacting.answer_place(self.task, waiting, known.directory, chosen)
        else:
            state = contacting.begin(self.task, known.directory, turn.words, known.roles.of(turn.words))
        if not state.answers:
            say(dispatcher, opening_reply(known.store, self.task))
        return [SlotSet(self.task_id, None), SlotSet("misses", 0), write_state(self.task, state)]


class ActionStartAfter(_Start, Action):
    """Begins anew each time."""

    task_id = "after"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        say(dispatcher, opening_reply(services().store, self.task))
        state = engine.start(self.task)
        return [SlotSet(self.task_id, None), SlotSet("misses", 0), write_state(self.task, state)]


class ActionAskDraft(_Ask, Action):
    task_id = "draft"


class ActionAskPrepare(_Ask, Action):
    task_id = "prepare"


class ActionAskContact(_Ask, Action):
    """Asks the step; a place that may be several is asked about with those as buttons."""

    task_id = "contact"

    def _reply(self, state: TaskState) -> Reply:
        known = services()
        return contacting.ask_reply(self.task, state, known.directory, known.rules)


class ActionAskAfter(_Ask, Action):
    task_id = "after"


class ValidateDraftForm(_Validate, Action):
    task_id = "draft"


class ValidatePrepareForm(_Validate, Action):
    task_id = "prepare"


class ValidateContactForm(_Validate, Action):
    """The place is looked up when it is answered."""

    task_id = "contact"

    def _answer(self, state: TaskState, turn: Turn) -> TaskState:
        known = services()
        told = contacting.put_quietly(state, "role", state.answers.get("role") or known.roles.of(turn.words))
        if engine.current(self.task, state).id == "place":
            return contacting.answer_place(self.task, told, known.directory, turn.text)
        return super()._answer(told, turn)


class ValidateAfterForm(_Validate, Action):
    task_id = "after"


class ActionFinishDraft(_Finish, Action):
    task_id = "draft"


class ActionFinishPrepare(_Finish, Action):
    task_id = "prepare"


class ActionFinishContact(_TaskAction, Action):
    """Shows whom to ask, on both sides; a letter under way may then choose among them."""

    task_id = "contact"
    prefix = "action_finish_"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known = services()
        state = read_state(tracker, self.task) or engine.start(self.task)
        reply = contacting.contact_reply(
            known.directory, known.rules, known.store, known.phrases, state.answers
        )
        say(dispatcher, reply)
        return [
            SlotSet("municipality", reply.custom["municipality"] or tracker.get_slot("municipality")),
            SlotSet("last_topic", TOPICS["contact"]),
            write_state(self.task, None),
            *_back_to_letter(tracker, reply.custom["contacts"]),
        ]


class ActionFinishAfter(_TaskAction, Action):
    """Says what to do about what was not in order."""

    task_id = "after"
    prefix = "action_finish_"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        state = read_state(tracker, self.task) or engine.start(self.task)
        known = services()
        say(dispatcher, advice_reply(known.tasks, engine.advice(self.task, state)))
        return [SlotSet("last_topic", TOPICS["after"]), write_state(self.task, None)]


def _back_to_letter(tracker: Tracker, contacts: list[Domain]) -> list[EventType]:
    """The letter under way asks its step again, with the contacts to choose from."""
    task = services().tasks["draft"]
    state = read_state(tracker, task)
    if state is None or state.done:
        return []
    kept = tuple(
        {"id": row["id"], "kind": row["kind"], "name": row.get("addressed") or row["name"]}
        for row in contacts
    )
    return [
        write_state(task, state.model_copy(update={"contacts": kept})),
        FollowupAction("draft_form"),
    ]
