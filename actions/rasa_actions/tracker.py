"""Rasa's tracker read as plain values, and an outcome written as Rasa's events."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asker.reading import says_i
from actions.content.models import Role
from actions.content.topics import Kind, Topics
from actions.crisis import CrisisSignal
from actions.rasa_actions.services import services
from actions.replies.after_crisis import Care
from actions.replies.asked_in_talk import is_of_the_chat
from actions.replies.cared_for import by_words_alone, goes_on, is_cared_for, still_urgent, weighed_danger
from actions.replies.contract import Context
from actions.replies.conversation import Conversation
from actions.replies.crisis import TOPIC as DANGER
from actions.replies.questions_offered import TASK_QUESTION, passage_meant
from actions.replies.reply import Button
from actions.replies.spoken import Spoken
from actions.replies.turn import Turn
from actions.replies.who_asks import person_told
from actions.routing.query import ContactQuery
from actions.swedish_day import swedish_day
from actions.tasks.message import PAYLOAD, Message
from actions.tasks.models import TaskState

_LISTEN = "action_listen"
_FOLLOWING = {
    "person": _LISTEN,
    "contacts": "action_start_contact",
    "ask_contact": "contact_form",
    "ask_draft": "draft_form",
    "ask_prepare": "prepare_form",
}
_FEW = 4  # words
_KEPT = ("requested_slot", "session_started_metadata")  # Rasa's own slots


def read_turn(tracker: Tracker) -> Turn:
    """The latest message of a tracker."""
    message, care = tracker.latest_message, _care(tracker)
    text = str(message.get("text") or "")
    words = Message(text=text).words
    ranking, intent = message.get("intent_ranking") or [], message.get("intent") or {}
    heard = _danger(tracker)
    weighed = _weighed(tracker, heard, ranking) if heard else None
    danger = weighed or _by_words_alone(tracker, words)
    if heard != danger and ranking and ranking[0]["name"] == DANGER:
        ranking = ranking[1:]
        intent = ranking[0] if ranking else {}
    name, sure = str(intent.get("name") or ""), float(intent.get("confidence") or 0.0)
    about_sip = sure if _is_about_sip(name) else 0.0
    language = str(message.get("language") or "")
    on = not language and goes_on(words, heard, care, about_sip=about_sip)
    if on and care:
        danger = still_urgent(care)
    entities = {row["entity"]: row["value"] for row in message.get("entities") or ()}
    pressed = str(entities.get("passage") or "")
    return Turn(
        text=text,
        intent=name,
        confidence=sure,
        ranked=_topics(ranking),
        entities=entities,
        danger=danger,
        heavy=heard.heavy if heard else 0.0,
        cared_for=not on and is_cared_for(danger, care),
        goes_on=on,
        language=language,
        passage=passage_meant(name, pressed) if pressed else str(message.get("passage") or ""),
        second="" if pressed else str(message.get("second") or ""),
        likely=likelihoods(message),
        tells=float(message.get("tells") or 0.0),
        by_staff=float(message["by_staff"]) if "by_staff" in message else None,
        context=_context(tracker),
        step_seen=str(_metadata(tracker).get("step") or ""),
    )


def _context(tracker: Tracker) -> Context | None:
    """What the client tells of its cards."""
    sent = _metadata(tracker).get("context")
    return None if sent is None else Context.model_validate(sent)


def _metadata(tracker: Tracker) -> dict[str, Any]:
    """What came beside the words."""
    return tracker.latest_message.get("metadata") or {}


def _has_open_card(tracker: Tracker) -> bool:
    """True when the client's card has the floor."""
    context = _context(tracker)
    return context is not None and context.task is not None


def _danger(tracker: Tracker) -> CrisisSignal | None:
    """What Rasa made of the words, beside what the talk has told before."""
    message = tracker.latest_message
    row = message.get("danger")
    if not row:
        return None
    found = CrisisSignal(**row)
    by_staff = float(message.get("by_staff") or 0.0) if found.person == "staff" else 0.0
    return replace(found, known=_known(tracker, by_staff), before=_antecedent_before(tracker))


def _known(tracker: Tracker, by_staff: float = 0.0) -> str:
    """Who writes, as the texts for danger name them, by what was told; empty when untold."""
    words, told = str(tracker.latest_message.get("text") or ""), tracker.get_slot("told") or {}
    role = tracker.get_slot("role")
    return person_told(words, role, told.get("role"), told.get("age_group"), by_staff)


def _by_words_alone(tracker: Tracker, words: str) -> CrisisSignal | None:
    """What words tell of that are enough by themselves, beside what the talk has told before."""
    found = by_words_alone(words)
    return replace(found, known=_known(tracker)) if found else None


def _weighed(tracker: Tracker, heard: CrisisSignal, ranking: Sequence[dict[str, Any]]) -> CrisisSignal | None:
    """The danger as it counts after what was said before; `ranking`: intents, likeliest first."""
    known, words = services(), str(tracker.latest_message.get("text") or "")
    topic = next((row for row in ranking if row["name"] != DANGER), {})
    about_sip = _is_about_sip(str(topic.get("name")))
    waits_in_task = tracker.active_loop_name or _has_open_card(tracker)
    return weighed_danger(
        words,
        heard,
        _care(tracker),
        closes=known.followups.closes(words),
        asks_sip=float(topic["confidence"]) if about_sip else 0.0,
        in_talk=bool(_messages_before(tracker)) and not waits_in_task,
    )


def _topics(ranking: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """The names of a ranking but for the signals, which say how it was understood."""
    signals = services().store.topics.of(Kind.SIGNAL)
    return tuple(row["name"] for row in ranking if row["name"] not in signals)


def _is_about_sip(name: str) -> bool:
    """True for a question about SIP, or about a task without beginning it."""
    return name == TASK_QUESTION or services().store.topics.is_about_sip(name)


def _care(tracker: Tracker) -> Care | None:
    kept = tracker.get_slot("care")
    return Care.model_validate(kept) if kept else None


def read_conversation(tracker: Tracker) -> Conversation:
    """What the slots and the events of a tracker tell of the messages before."""
    slot = tracker.get_slot
    before = list(_replies_before(tracker))
    states = {key: slot(f"{key}_state") for key in services().tasks}
    return Conversation(
        today=swedish_day(),
        last_topic=slot("last_topic") or "",
        last_passage=str(slot("last_passage") or ""),
        role=Role(slot("role")) if slot("role") else None,
        own=bool(slot("own")),
        easy=bool(slot("easy")),
        municipality=str(slot("municipality") or ""),
        misses=int(slot("misses") or 0),
        told=ContactQuery.model_validate(slot("told") or {}),
        care=_care(tracker),
        task=(tracker.active_loop_name or "").removesuffix("_form"),
        states={key: TaskState.model_validate(state) for key, state in states.items() if state},
        offered=tuple(button for event in before for button in _buttons(event)),
        said=frozenset(str(event.get("text") or "") for event in before),
        answered=frozenset(name for event in before for name in _passages(event)),
        by_staff=tuple(_manners_before(tracker)),
        antecedent=_antecedent_before(tracker),
        says_i=any(says_i(str(read.get("text") or "")) for read in _messages_before(tracker)),
    )


def likelihoods(message: dict[str, Any]) -> dict[str, float]:
    """How probable each passage, and each topic as a whole, is by what Rasa made of a message."""
    return {row["name"]: float(row["confidence"]) for row in message.get("passages") or ()}


def action_before(tracker: Tracker) -> str:
    """The name of the action run last, passing over the form that is asking right now; empty at first."""
    names = [str(event["name"]) for event in tracker.events if event["event"] == "action"]
    if names and names[-1] == tracker.active_loop_name:
        names.pop()
    return names[-1] if names else ""


def give(dispatcher: CollectingDispatcher, tracker: Tracker, spoken: Spoken) -> list[EventType]:
    """Sends what is said, and returns what is remembered and who goes on."""
    for reply in spoken.replies:
        buttons = [button.as_dict() for button in reply.buttons]
        dispatcher.utter_message(text=reply.text, buttons=buttons, json_message=reply.custom)
    forgotten = {name: None for name in tracker.slots if name not in _KEPT} if spoken.forgets else {}
    slots = {**forgotten, **spoken.kept}
    return [*(SlotSet(name, value) for name, value in slots.items()), *_next(tracker, spoken)]


def end_of_task() -> list[EventType]:
    """The events that end the form under way."""
    return [ActiveLoop(None), SlotSet("requested_slot", None)]


def _next(tracker: Tracker, spoken: Spoken) -> list[EventType]:
    """The events that name who goes on.

    That it is the person's turn need not be said, but then Rasa searches all rules once more to find it.
    """
    if spoken.next in ("rules", "others"):
        return []
    under_way = tracker.active_loop_name
    if spoken.next in ("card", "ended") or (spoken.next == "turn" and _has_open_card(tracker)):
        return [*(end_of_task() if under_way else []), FollowupAction(_LISTEN)]
    return [FollowupAction(_FOLLOWING.get(spoken.next) or under_way or _LISTEN)]


def _manners_before(tracker: Tracker) -> Iterator[float]:
    """How surely staff wrote each message before the latest; buttons are nobody's manner."""
    read = [event.get("parse_data") or {} for event in _messages_before(tracker)]
    yield from (float(message["by_staff"]) for message in read if "by_staff" in message)


def _antecedent_before(tracker: Tracker) -> str:
    """The latest message before this one that says something; empty when a button came after it."""
    for event in reversed(_messages_before(tracker)):
        text, read = str(event.get("text") or ""), event.get("parse_data") or {}
        if text.startswith(PAYLOAD):
            return ""
        if not _says_little(text, read, services().store.topics):
            return text
    return ""


def _says_little(text: str, read: dict[str, Any], topics: Topics) -> bool:
    """True for a few words of small talk, or that steer: "förklara enklare", "ok tack"; longer ones tell."""
    intent = read.get("intent") or {}
    name, sure = str(intent.get("name") or ""), float(intent.get("confidence") or 0.0)
    return len(text.split()) <= _FEW and is_of_the_chat(name, sure, topics)


def _messages_before(tracker: Tracker) -> list[dict[str, Any]]:
    return [event for event in tracker.events if event["event"] == "user"][:-1]


def _replies_before(tracker: Tracker) -> Iterator[dict[str, Any]]:
    """The bot's messages between the last message and the one before it, in order."""
    users = [place for place, event in enumerate(tracker.events) if event["event"] == "user"]
    if users:
        first = users[-2] if len(users) > 1 else 0
        yield from (event for event in tracker.events[first : users[-1]] if event["event"] == "bot")


def _passages(event: dict[str, Any]) -> list[str]:
    """The passages that a message answers."""
    custom = (event.get("data") or {}).get("custom") or {}
    return list(custom.get("passages") or filter(None, [custom.get("passage")]))


def _buttons(event: dict[str, Any]) -> list[Button]:
    rows = (event.get("data") or {}).get("buttons") or ()
    return [Button(row["title"], row["payload"]) for row in rows]
