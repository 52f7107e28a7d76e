"""Actions that answer questions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.content.models import Role
from actions.conversation import answers, crisis
from actions.conversation.alternatives import with_alternatives
from actions.conversation.followups import Form
from actions.conversation.reply import Reply
from actions.conversation.tasking import offers
from actions.dialogue.asked import Asked, asked_about, topics_of_several
from actions.dialogue.services import services
from actions.dialogue.turn import Turn, in_west_sweden, read_turn, said_before, say, turn_goes_to

Domain = dict[str, Any]
_FORMS: tuple[Form, ...] = ("short", "long", "easy")


class ActionAnswer(Action):
    """Answers a topic, each of several questions, or what leans on the answer before."""

    def name(self) -> str:
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        turn = read_turn(tracker)
        return answer(dispatcher, tracker, turn, await asked_about(turn, tracker))


class ActionConcept(Action):
    """Defines a concept of the concept bank."""

    def name(self) -> str:
        return "action_concept"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain
    ) -> list[EventType]:
        known, turn = services(), read_turn(tracker)
        asked = await asked_about(turn, tracker)
        if asked.topics != (turn.intent,):
            return answer(dispatcher, tracker, turn, asked)
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
            *turn_goes_to(tracker),
        ]


class ActionCrisis(Action):
    """The crisis answer; a task under way is kept and offered again."""

    def name(self) -> str:
        return "action_crisis"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[EventType]:
        known, turn = services(), read_turn(tracker)
        foreign = known.languages.of(turn.language).crisis if turn.language else ""
        reply = crisis.crisis_reply(known.store, turn.words, turn.danger, foreign)
        marks = {"paragraphs": known.languages.marks(turn.language)} if turn.language else {}
        say(dispatcher, replace(reply, custom={**reply.custom, **marks}))
        return [SlotSet("misses", 0), *turn_goes_to(tracker)]


def answer(dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, asked: Asked) -> list[EventType]:
    """Says what was asked about and remembers it. `asked` must hold a topic."""
    known = services()
    role = known.roles.of(turn.words) or _role_so_far(tracker)
    show_care(dispatcher, turn)
    depends = any(known.store.answers[topic].west_sweden for topic in asked.topics)
    local = depends and (in_west_sweden(tracker) or _names_west_sweden(turn.words))
    reply = _reply_unlike(said_before(tracker), asked, answers.Asker(role, local, date.today()))
    if asked.topics == (turn.intent,) and asked.form == "short":
        reply = replace(reply, buttons=(*offers(known.tasks, turn.intent), *reply.buttons))
        reply = with_alternatives(reply, known.store, known.phrases, turn.alternatives)
    say(dispatcher, reply)
    return [
        SlotSet("last_topic", reply.custom["topic"]),
        SlotSet("role", str(role) if role else None),
        SlotSet("misses", 0),
        *turn_goes_to(tracker),
    ]


async def answer_beside(dispatcher: CollectingDispatcher, tracker: Tracker, task_topic: str) -> None:
    """Answers what was asked in the same breath as a task, before the task begins."""
    known, turn = services(), read_turn(tracker)
    topics = [topic for topic in await topics_of_several(turn) if topic != task_topic]
    if topics:
        asker = answers.Asker(known.roles.of(turn.words), in_west_sweden(tracker), date.today())
        say(dispatcher, replace(_reply(Asked(tuple(topics)), asker), buttons=()))


def show_care(dispatcher: CollectingDispatcher, turn: Turn) -> None:
    """A word of care first, when someone sounds worn out but not in danger."""
    care = crisis.concern_reply(services().phrases, turn.words, turn.danger)
    if care:
        say(dispatcher, care)


def _reply_unlike(said: set[str], asked: Asked, asker: answers.Asker) -> Reply:
    """The reply in the first form that was not just said: nobody gets the same words twice in a row."""
    first = _reply(asked, asker)
    if first.text not in said or len(asked.topics) > 1:
        return first
    others = (_reply(replace(asked, form=form), asker) for form in _FORMS)
    return next((reply for reply in others if reply.text not in said), first)


def _reply(asked: Asked, asker: answers.Asker) -> Reply:
    known = services()
    store, phrases, topics = known.store, known.phrases, asked.topics
    if len(topics) > 1:
        return answers.several_reply(store, phrases, topics, asker)
    if asked.form == "long":
        return answers.longer_reply(store, phrases, topics[0], today=asker.today)
    if asked.form == "easy":
        return answers.easier_reply(store, phrases, topics[0], today=asker.today)
    return answers.topic_reply(store, phrases, topics[0], asker)


def _role_so_far(tracker: Tracker) -> Role | None:
    kept = tracker.get_slot("role")
    return Role(kept) if kept else None


def _names_west_sweden(words: str) -> bool:
    codes: Sequence[str] = [code for place in services().places.find(words) for code in place.candidates]
    return bool(codes) and all(code.startswith("14") for code in codes)
