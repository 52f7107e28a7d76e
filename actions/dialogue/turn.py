"""What one turn of a conversation tells, read from Rasa's tracker."""

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.conversation.reply import Reply
from actions.crisis import CrisisSignal

WEST_SWEDEN = "14"
_LISTEN = "action_listen"


@dataclass(frozen=True)
class Turn:
    """The person's latest message as Rasa understood it."""

    text: str
    intent: str
    confidence: float
    ranked: tuple[str, ...]
    entities: dict[str, Any]
    danger: CrisisSignal | None = None
    language: str = ""
    alternatives: tuple[str, ...] = ()

    @property
    def is_payload(self) -> bool:
        """True when a button was pressed."""
        return self.text.startswith("/")

    @property
    def words(self) -> str:
        """What the person wrote; nothing when a button was pressed."""
        return "" if self.is_payload else self.text


def read_turn(tracker: Tracker) -> Turn:
    """The latest message of a tracker."""
    message = tracker.latest_message
    intent = message.get("intent") or {}
    text = message.get("text") or ""
    return Turn(
        text=text,
        intent=intent.get("name") or "",
        confidence=float(intent.get("confidence") or 0.0),
        ranked=tuple(row["name"] for row in message.get("intent_ranking") or ()),
        entities={row["entity"]: row["value"] for row in message.get("entities") or ()},
        danger=CrisisSignal(**message["danger"]) if message.get("danger") else None,
        language=message.get("language") or "",
        alternatives=() if text.startswith("/") else tuple(message.get("alternatives") or ()),
    )


def actions_before(tracker: Tracker) -> list[str]:
    """Names of the actions run so far, without the form that is asking right now."""
    names = [str(event["name"]) for event in tracker.events if event["event"] == "action"]
    if names and names[-1] == tracker.active_loop_name:
        names.pop()
    return names


def said_before(tracker: Tracker) -> set[str]:
    """What the chat answered to the message before this one."""
    said: set[str] = set()
    users = 0
    for event in reversed(tracker.events):
        users += event["event"] == "user"
        if users == 1 and event["event"] == "bot":
            said.add(str(event.get("text") or ""))
        elif users == 2:
            break
    return said


def turn_goes_to(tracker: Tracker) -> list[EventType]:
    """Lets the form under way ask its step again, after a message that was not for it; else the person.

    That it is the person's turn need not be said, but then Rasa searches all rules once more to find it.
    """
    return [FollowupAction(tracker.active_loop_name or _LISTEN)]


def in_west_sweden(tracker: Tracker) -> bool:
    """True when the person has named a municipality in Västra Götaland (county 14)."""
    return str(tracker.get_slot("municipality") or "").startswith(WEST_SWEDEN)


def say(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Sends one reply through Rasa."""
    dispatcher.utter_message(
        text=reply.text, buttons=[button.as_dict() for button in reply.buttons], json_message=reply.custom
    )
