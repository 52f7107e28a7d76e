"""Signs of danger in a message, found by written patterns and not by a classifier."""

from actions.crisis.detection import CrisisSignal, detect

__all__ = ["CrisisSignal", "detect"]
