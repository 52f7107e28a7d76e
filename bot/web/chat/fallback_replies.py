"""What the chat can still say while Rasa is away: crisis, a topic's answer, or what search finds."""

from typing import Any

from actions.crisis import detect
from actions.replies import answers
from actions.replies.crisis import crisis_reply
from actions.replies.reply import Button, Reply
from actions.swedish_day import swedish_day
from bot.web.chat.payloads import intent_of
from bot.web.state import Site

_MOST_OFFERED = 3


def urgent(state: Site, text: str) -> Reply | None:
    """The crisis answer when the words tell of acute danger: it never waits for anything."""
    signal = detect(text)
    return crisis_reply(state.store, text) if signal and signal.level == "acute" else None


def found(state: Site, text: str) -> Reply | None:
    """A chosen topic's own answer, or up to three answers that search found; None when there is nothing."""
    if text.startswith("/"):
        topic = intent_of(text, state.store)
        if topic not in state.store.answers:
            return None
        asker = answers.Asker(None, False, swedish_day())
        reply = answers.topic_reply(state.store, state.phrases, topic, asker)
        return Reply(reply.text, reply.buttons, {**reply.custom, "meanwhile": True})
    topics = [hit.ref for hit in state.store.search(text, kind="answer", limit=_MOST_OFFERED)]
    if not topics:
        return None
    buttons = tuple(Button(state.store.answers[topic].title, f"/{topic}") for topic in topics)
    custom = {"topic": "oklart", "suggestions": topics, "meanwhile": True}
    return Reply(state.errors["found-meanwhile"], buttons, custom)


def as_messages(sender: str, reply: Reply) -> list[dict[str, Any]]:
    """The reply in the shape of Rasa's REST channel."""
    buttons = {"buttons": [button.as_dict() for button in reply.buttons]} if reply.buttons else {}
    return [{"recipient_id": sender, "text": reply.text, **buttons, "custom": reply.custom}]
