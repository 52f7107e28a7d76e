"""Danger met in the browser, where what is written in a card stays: `web_widget/src/tasks/danger.ts`."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from actions.crisis.detection import detect
from actions.crisis.lexicon import lexicon
from actions.crisis.pieces import sound_of
from actions.crisis.situations import GENERAL
from actions.crisis.texts import care_words, crisis_texts
from actions.thresholds import (
    ACUTE_IN_CARD,
    BELIEVED_IN_CARD,
    HEAVY_IN_CARD,
    NOTICED_IN_CARD,
    URGENT_IN_CARD,
)

Level = Literal["acute", "urgent", "heavy"]
Limit = Literal["acute", "urgent", "heavy", "believed", "noticed"]


class DangerWords(BaseModel):
    """Patterns over folded text, in the order they are tried: harmless ones are cut out, then the gentler.

    limits: log odds of `actions/crisis/pieces.py`. said: the words for each level.
    """

    model_config = ConfigDict(frozen=True)

    vocabulary: tuple[str, ...]
    harmless: str
    alone: tuple[str, ...]
    concern: tuple[str, ...]
    acute: tuple[str, ...]
    limits: dict[Limit, float]
    said: dict[Level, str]


def danger_words() -> DangerWords:
    """The lexicon's patterns as text, with the limits and the words for anybody."""
    known = lexicon()
    return DangerWords(
        vocabulary=known.vocabulary,
        harmless=known.harmless.pattern,
        alone=tuple(pattern.pattern for pattern in known.alone.values()),
        concern=tuple(pattern.pattern for pattern in known.concern.values()),
        acute=tuple(pattern.pattern for pattern in known.acute.values()),
        limits={
            "acute": ACUTE_IN_CARD,
            "urgent": URGENT_IN_CARD,
            "heavy": HEAVY_IN_CARD,
            "believed": BELIEVED_IN_CARD,
            "noticed": NOTICED_IN_CARD,
        },
        said=said_in_card(),
    )


def said_in_card() -> dict[Level, str]:
    """The words for each level, for anybody."""
    return {
        "acute": crisis_texts().situations[GENERAL].text(""),
        "urgent": care_words().text("urgent", ""),
        "heavy": care_words().text("heavy", ""),
    }


def met_in_card(text: str) -> Level | None:
    """How what is written in a card is met; None for what is calm.

    A written pattern that the pieces do not believe in is met more gently, or not at all.
    """
    signal, sound = detect(text), sound_of(text)
    written = signal.level if signal else None
    if sound.acute >= (BELIEVED_IN_CARD if written == "acute" else ACUTE_IN_CARD):
        return "acute"
    if sound.acute >= URGENT_IN_CARD:
        return "urgent"
    noticed = written == "heavy" or (written == "acute" and sound.acute >= NOTICED_IN_CARD)
    return "heavy" if noticed or sound.heavy >= HEAVY_IN_CARD else None
