"""A message and a conversation for tests: only what matters is said, the rest is as at the very beginning."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from actions.replies.asked import PartsReader
from actions.replies.conversation import Conversation
from actions.replies.passages import Question
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


def reads(**meant: str) -> PartsReader:
    """A reader of parts that knows some of their words: part of a text → topic."""

    async def read(parts: Sequence[str], least: float) -> list[Question]:
        return [Question(topic) for part in parts for word, topic in meant.items() if word in part.casefold()]

    return read


async def reads_nothing(parts: Sequence[str], least: float) -> list[Question]:
    """A reader that finds no question."""
    return []
