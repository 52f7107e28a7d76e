"""What a message is read in the light of: content, the talk so far, and who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from actions.publishing.store import Store
from actions.replies.conversation import Conversation
from actions.replies.followups import Followups
from actions.replies.passages import Question


@dataclass(frozen=True)
class Understood:
    """What a text asks by itself: its question, how sure its topic is, and what else it may ask.

    likely: passages, and topics as a whole, and how probable each is, 0 to 1, likeliest first.
    """

    question: Question
    sure: float
    likely: Mapping[str, float] = field(default_factory=dict)


UNREAD = Understood(Question(""), 0.0)


class Reader(Protocol):
    """Reads other texts than the message itself, as Rasa does."""

    async def read(self, texts: Sequence[str]) -> list[Understood]:
        """What each text asks: UNREAD for an empty one, and for all of them when it takes too long."""


@dataclass(frozen=True, kw_only=True)
class Light:
    """The same for all parts of a message.

    not_theirs: passages, and topics as a whole, that the one who asks cannot mean.
    """

    store: Store
    followups: Followups
    reader: Reader
    conversation: Conversation
    not_theirs: frozenset[str] = frozenset()

    def is_answer(self, name: str) -> bool:
        """True for a passage, and for a topic about SIP."""
        return name in self.store.passages or self.store.topics.is_about_sip(name)
