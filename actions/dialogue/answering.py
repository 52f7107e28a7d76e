"""Actions that answer questions."""

from dataclasses import replace
from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation import answers, clarify, crisis
from actions.conversation.alternatives import with_alternatives
from actions.conversation.questions import split_questions
from actions.conversation.reply import Button, Reply
from actions.conversation.tasking import offers
from actions.dialogue.services import services
from actions.dialogue.turn import back_to_task, in_west_sweden, read_turn, say
from actions.dialogue.understanding import topics_of

Domain = dict[str, Any]


class ActionAnswer(Action):
    """Answers a topic, or each of several questions in one message."""

    def name(self) -> str:
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        known, turn = services(), read_turn(tracker)
        questions = split_questions(turn.words) if turn.words else []
        topics = await topics_of(questions, known.store) if len(questions) > 1 else []
        local = in_west_sweden(tracker) or _names_west_sweden(turn.words)
        asker = answers.Asker(known.roles.of(turn.words), local, date.today())
        care = crisis.concern_reply(known.phrases, turn.words)
        if care:
            say(dispatcher, care)
        if len(topics) > 1:
            reply = answers.several_reply(known.store, known.phrases, topics, asker)
        else:
            reply = answers.topic_reply(known.store, known.phrases, turn.intent, asker)
            reply = replace(reply, buttons=(*offers(known.tasks, turn.intent), *reply.buttons))
            reply = with_alternatives(reply, known.store, known.phrases, turn.alternatives)
        say(dispatcher, reply)
        return [
            SlotSet("last_topic", reply.custom["topic"]),
            SlotSet("misses", 0),
            *back_to_task(tracker),
        ]


class ActionConcept(Action):
    """Defines a concept of the concept bank."""

    def name(self) -> str:
        return "action_concept"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known, turn = services(), read_turn(tracker)
        concept = known.store.concepts.get(str(turn.entities.get("begrepp"))) or known.store.concept_in(
            turn.words
        )
        if concept:
            reply = answers.concept_reply(known.store, known.phrases, concept, today=date.today())
            say(dispatcher, with_alternatives(reply, known.store, known.phrases, turn.alternatives))
        else:
            say(dispatcher, answers.unknown_concept_reply(known.phrases))
        return [
            SlotSet("last_topic", concept.topic if concept else None),
            SlotSet("misses", 0),
            *back_to_task(tracker),
        ]


class ActionCrisis(Action):
    """The crisis answer; a task under way is kept and offered again."""

    def name(self) -> str:
        return "action_crisis"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known = services()
        say(dispatcher, crisis.crisis_reply(known.store, read_turn(tracker).words))
        return [SlotSet("misses", 0), *back_to_task(tracker)]


class ActionMore(Action):
    """The longer form of what was just answered."""

    def name(self) -> str:
        return "action_more"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known, topic = services(), tracker.get_slot("last_topic")
        if topic:
            say(dispatcher, answers.longer_reply(known.store, known.phrases, topic, today=date.today()))
        else:
            say(dispatcher, _open_question())
        return back_to_task(tracker)


class ActionWhy(ActionMore):
    """Why: the longer form gives the reasons."""

    def name(self) -> str:
        return "action_why"


class ActionEasier(Action):
    """The easy-to-read form of what was just answered."""

    def name(self) -> str:
        return "action_easier"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known, topic = services(), tracker.get_slot("last_topic")
        if topic:
            say(dispatcher, answers.easier_reply(known.store, known.phrases, topic, today=date.today()))
        else:
            reply = _open_question()
            say(dispatcher, Reply(known.phrases("easier_none"), reply.buttons, {"topic": "forklara-enklare"}))
        return back_to_task(tracker)


class ActionClarify(Action):
    """Asks what was meant, with good guesses; then shows doors."""

    def name(self) -> str:
        return "action_clarify"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known, turn = services(), read_turn(tracker)
        misses = int(tracker.get_slot("misses") or 0)
        refused = turn.intent == "inget-av-detta"
        care = crisis.concern_reply(known.phrases, turn.words)
        if care:
            say(dispatcher, care)
        topics = [] if refused else clarify.guesses(known.store, turn.ranked, turn.words)
        say(
            dispatcher,
            clarify.clarify_reply(known.store, known.phrases, topics, misses=misses, refused=refused),
        )
        return [SlotSet("misses", misses + 1), *back_to_task(tracker)]


class ActionConfirm(Action):
    """A yes, no or skip with nothing to steer: offers ways on."""

    def name(self) -> str:
        return "action_confirm"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known, topic = services(), tracker.get_slot("last_topic")
        if topic in known.store.answers:
            followups = known.store.answers[topic].followups
            buttons = tuple(Button(known.store.answers[key].title, f"/{key}") for key in followups)
            say(dispatcher, Reply(known.phrases("what_next"), buttons, {"topic": "hjalp"}))
        else:
            say(dispatcher, _open_question())
        return []


class ActionStartOver(Action):
    """Forgets the tasks and the context, and offers a new start."""

    def name(self) -> str:
        return "action_start_over"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        reply = _open_question()
        say(dispatcher, Reply(services().phrases("started_over"), reply.buttons, {"topic": "borja-om"}))
        kept = ("requested_slot", "session_started_metadata")
        return [SlotSet(slot, None) for slot in tracker.slots if slot not in kept]


def _open_question() -> Reply:
    known = services()
    buttons = tuple(
        Button(known.store.answers[key].title, f"/{key}")
        for key in ("vad-ar-sip", "skriva-begaran", "hitta-kontakt", "forbereda-mote")
    )
    return Reply(known.phrases("nothing_more"), buttons, {"topic": "hjalp"})


def _names_west_sweden(words: str) -> bool:
    codes = {code for place in services().places.find(words) for code in place.candidates} if words else set()
    return bool(codes) and all(code.startswith("14") for code in codes)
