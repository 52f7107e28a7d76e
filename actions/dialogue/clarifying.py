"""Actions for when it is not clear what was meant, or nothing in particular was."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation import clarify
from actions.conversation.language import language_reply
from actions.conversation.reply import Button, Reply
from actions.dialogue.answering import answer, show_care
from actions.dialogue.asked import asked_about
from actions.dialogue.services import services
from actions.dialogue.turn import read_turn, say, turn_goes_to

Domain = dict[str, Any]
_STARTS = ("vad-ar-sip", "skriva-begaran", "hitta-kontakt", "forbereda-mote")


class ActionClarify(Action):
    """Asks what was meant, with good guesses; then shows doors. Answers what the context makes clear."""

    def name(self) -> str:
        return "action_clarify"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        known, turn = services(), read_turn(tracker)
        asked = await asked_about(turn, tracker)
        if asked.topics and turn.words:
            return answer(dispatcher, tracker, turn, asked)
        misses = int(tracker.get_slot("misses") or 0)
        refused = turn.intent == "inget-av-detta"
        show_care(dispatcher, turn)
        topics = [] if refused else clarify.guesses(known.store, turn.ranked, turn.words)
        say(
            dispatcher,
            clarify.clarify_reply(known.store, known.phrases, topics, misses=misses, refused=refused),
        )
        return [SlotSet("misses", misses + 1), *turn_goes_to(tracker)]


class ActionLanguage(Action):
    """Meets another language with fixed texts."""

    def name(self) -> str:
        return "action_language"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known, turn = services(), read_turn(tracker)
        near = clarify.guesses(known.store, turn.ranked[:2], "")
        say(dispatcher, language_reply(known.store, known.phrases, known.languages, turn.language, near))
        return [SlotSet("misses", 0), *turn_goes_to(tracker)]


class ActionConfirm(Action):
    """A yes, no or skip with nothing to steer: offers ways on."""

    def name(self) -> str:
        return "action_confirm"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        known, turn, topic = services(), read_turn(tracker), tracker.get_slot("last_topic")
        asked = await asked_about(turn, tracker)
        if asked.topics:
            return answer(dispatcher, tracker, turn, asked)
        if topic in known.store.answers:
            followups = known.store.answers[topic].followups
            buttons = tuple(Button(known.store.answers[key].title, f"/{key}") for key in followups)
            say(dispatcher, Reply(known.phrases("what_next"), buttons, {"topic": "hjalp"}))
        else:
            say(dispatcher, open_question())
        return []


class ActionStartOver(Action):
    """Forgets the tasks and the context, and offers a new start."""

    def name(self) -> str:
        return "action_start_over"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        reply = open_question()
        say(dispatcher, Reply(services().phrases("started_over"), reply.buttons, {"topic": "borja-om"}))
        kept = ("requested_slot", "session_started_metadata")
        return [SlotSet(slot, None) for slot in tracker.slots if slot not in kept]


def open_question() -> Reply:
    """Asks what the person wants to know, with the four most common ways in."""
    known = services()
    buttons = tuple(Button(known.store.answers[key].title, f"/{key}") for key in _STARTS)
    return Reply(known.phrases("nothing_more"), buttons, {"topic": "hjalp"})
