"""Finds the questions in a message that asks several things."""

import re

_END = re.compile(r"(?<=[?!.\n])\s+|\n+")
_JOIN = re.compile(
    r"\s+(?:och|å|samt|plus)\s+(?=(?:vad|va|hur|vem|vilka|när|var|kan|får|måste|vart)\b)", re.IGNORECASE
)
_ASKS = re.compile(
    r"^(?:och |å |men |sen |så )?"
    r"(?:vad|va|hur|vem|vilka|vilken|när|var|vart|varför|kan|får|måste|ska|finns|är|har|kostar)\b",
    re.IGNORECASE,
)
_MOST = 3


def split_questions(text: str) -> list[str]:
    """The separate questions of a message, in order; one item when there is only one thought."""
    sentences = [part.strip() for part in _END.split(text) if part and part.strip()]
    parts = [piece.strip() for sentence in sentences for piece in _JOIN.split(sentence)]
    asked = [part for part in parts if len(part.split()) >= 2 and (part.endswith("?") or _ASKS.match(part))]
    return asked[:_MOST] if len(asked) > 1 else [text.strip()]
