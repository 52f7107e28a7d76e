"""An answer given in some doubt: what else may have been meant stands beside it."""

from collections.abc import Sequence
from dataclasses import replace

from actions.content.store import Store
from actions.conversation.phrases import Phrases
from actions.conversation.reply import Button, Reply

_MOST_BUTTONS = 4


def with_alternatives(reply: Reply, store: Store, phrases: Phrases, topics: Sequence[str]) -> Reply:
    """The reply with other topics to choose, before its own suggestions; unchanged when there are none."""
    known = [topic for topic in topics if topic in store.answers and topic != reply.custom["topic"]]
    if not known:
        return reply
    others = [Button(store.answers[topic].title, f"/{topic}") for topic in known]
    own = [button for button in reply.buttons if button not in others]
    return replace(
        reply,
        text=f"{reply.text}\n\n{phrases('or_did_you_mean')}",
        buttons=tuple([*others, *own][:_MOST_BUTTONS]),
        custom={**reply.custom, "suggestions": known},
    )
