"""Signs of danger in a message, found by written patterns and not by a classifier."""

from actions.crisis.detection import (
    CrisisSignal,
    detect,
    is_begun,
    is_certain,
    is_known_as_harmless,
    is_over,
    says_little,
)

__all__ = [
    "CrisisSignal",
    "detect",
    "is_begun",
    "is_certain",
    "is_known_as_harmless",
    "is_over",
    "says_little",
]
