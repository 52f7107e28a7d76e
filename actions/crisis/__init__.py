"""Signs of danger in a message, found by written patterns and not by a classifier."""

from actions.crisis.detection import CrisisSignal, concerns_someone_else, detect, is_known_as_harmless

__all__ = ["CrisisSignal", "concerns_someone_else", "detect", "is_known_as_harmless"]
