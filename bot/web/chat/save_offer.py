"""When a person is asked whether the question may be saved: only where the chat did not understand."""

from typing import Any

from actions.crisis import detect
from bot.web.state import Site

_NONE_FITTED = "/inget-av-detta"


def offer_saving(state: Site, said: list[dict[str, Any]], words: str) -> None:
    """Puts `may_save` into a reply that missed: the words as they would be saved, for the person to see.

    words: the message with identifiers masked. When a button said that no guess fitted, `may_save` is empty:
    the question is then the one before. Never in a task, and never when the words tell of danger or the
    reply holds a word of care.
    """
    if state.questions is None or not (words == _NONE_FITTED or not words.startswith("/")):
        return
    customs = [message.get("custom") or {} for message in said]
    topics = {custom["topic"] for custom in customs if "topic" in custom}
    busy = any("step" in custom or "draft" in custom for custom in customs)
    cared = bool(detect(words)) or any("care" in custom for custom in customs)
    if not topics or not topics <= state.store.topics.misses or busy or cared:
        return
    missed = next(custom for custom in reversed(customs) if "topic" in custom)
    missed["may_save"] = "" if words == _NONE_FITTED else words
