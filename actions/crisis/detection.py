"""Finds words of danger in a message."""

from dataclasses import dataclass
from typing import Literal

from actions.crisis.lexicon import lexicon
from actions.crisis.spelling import normalise

Level = Literal["acute", "concern"]
_CUT = " | "


@dataclass(frozen=True)
class CrisisSignal:
    """What kind of danger (a category of content/crisis.yml), and whether it is acute or a gentler sign."""

    category: str
    level: Level


def detect(text: str) -> CrisisSignal | None:
    """The strongest sign of danger in `text`, or None.

    Harmless idioms are cut out first, then the gentler phrases; what is left is searched for acute danger.
    A few words are acute when they are all that is said.
    """
    known = lexicon()
    left = known.harmless.sub(_CUT, normalise(text, known.vocabulary))
    for category, pattern in known.alone.items():
        if pattern.fullmatch(left):
            return CrisisSignal(category, "acute")
    gentle = None
    for category, pattern in known.concern.items():
        left, found = pattern.subn(_CUT, left)
        gentle = gentle or (category if found else None)
    for category, pattern in known.acute.items():
        if pattern.search(left):
            return CrisisSignal(category, "acute")
    return CrisisSignal(gentle, "concern") if gentle else None


def is_known_as_harmless(text: str) -> bool:
    """True when the text holds a phrase that only sounds dangerous."""
    known = lexicon()
    return bool(known.harmless.search(normalise(text, known.vocabulary)))


def concerns_someone_else(text: str) -> bool:
    """True when the words tell of another person's danger, and not of the writer's own."""
    known = lexicon()
    words = normalise(text, known.vocabulary)
    return bool(known.others.search(words)) and not known.own.search(words)
