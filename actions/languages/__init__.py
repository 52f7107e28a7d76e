"""Which language a message is in, told by script and by common words."""

from actions.languages.detection import detect_language

__all__ = ["detect_language"]
