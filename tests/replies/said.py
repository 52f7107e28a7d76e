"""A message and a conversation for tests: only what matters is said, the rest is as at the very beginning."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.light import Light, Understood
from actions.replies.passages import Question, topic_of
from actions.replies.theirs import asker_of
from actions.replies.turn import Turn

DAY = date(2026, 12, 1)


def said(text: str, intent: str = "nlu_fallback", confidence: float = 0.95, **more: Any) -> Turn:
    """What somebody wrote, as it was understood."""
    return Turn(text=text, intent=intent, confidence=confidence, **more)


def pressed(intent: str, **entities: str) -> Turn:
    """A button."""
    return Turn(text=f"/{intent}", intent=intent, confidence=1.0, entities=entities)


def after(**before: Any) -> Conversation:
    """What holds from the messages before."""
    return Conversation(today=DAY, **before)


class Reads:
    """A reader that knows some words of what it reads: those words → a topic, or a passage.

    sure: how surely it reads them. unsure_of: a word of what it is not sure of at all.
    """

    def __init__(self, **meant: str) -> None:
        self._meant = meant
        self.sure = 1.0
        self.unsure_of = ""

    async def read(self, texts: Sequence[str]) -> list[Understood]:
        return [Understood(self._question(text), self._sure_of(text), self._likely(text)) for text in texts]

    def _sure_of(self, part: str) -> float:
        return 0.0 if self.unsure_of and self.unsure_of in part.casefold() else self.sure

    def _question(self, part: str) -> Question:
        meant = next((meant for word, meant in self._meant.items() if word in part.casefold()), "")
        return Question(topic_of(meant), meant if "#" in meant else "")

    def _likely(self, text: str) -> Mapping[str, float]:
        return {meant: 0.8 for word, meant in self._meant.items() if word in text.casefold()}


def light(known: Knowledge, turn: Turn, conversation: Conversation, reader: Reads) -> Light:
    """What the message is read in the light of."""
    return Light(
        store=known.store,
        followups=known.followups,
        reader=reader,
        conversation=conversation,
        not_theirs=asker_of(known, turn, conversation).not_theirs,
    )
