"""What a message is read in the light of: content, the talk so far, and who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from actions.publishing.store import Store
from actions.replies.conversation import Conversation
from actions.replies.followups import Followups
from actions.replies.passages import Question


class Reader(Protocol):
    """Reads other texts than the message itself, as Rasa does; nothing when that takes too long."""

    async def questions(self, parts: Sequence[str]) -> list[tuple[Question, float]]:
        """What each part asks, and how probable its topic is, 0 to 1."""

    async def passages(self, text: str) -> Mapping[str, float]:
        """How probable each passage, and each topic as a whole, is, 0 to 1; likeliest first."""


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
