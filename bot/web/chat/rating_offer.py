"""When a person is asked whether the answer helped: under an answer about SIP, and nowhere else."""

from typing import Any

from actions.crisis import detect
from actions.replies.contract import Context
from bot.web.state import Site

_BUSY = ("step", "draft", "task", "for_card", "paragraphs")


def offer_rating(state: Site, said: list[dict[str, Any]], words: str, context: Context | None) -> None:
    """Puts `may_rate` into the last answer of a reply: the id that is counted, `topic#name` or a topic.

    Never in a task, in another language, in danger, or beside a word of care.
    """
    customs = [message.get("custom") or {} for message in said]
    busy = bool(context and context.task) or any(key in custom for custom in customs for key in _BUSY)
    cared = bool(detect(words)) or any("care" in one or one.get("topic") == "kris" for one in customs)
    answers = [] if busy or cared else [custom for custom in customs if _is_answer(state, custom)]
    if answers:
        answers[-1]["may_rate"] = answers[-1].get("passage") or answers[-1]["topic"]


def _is_answer(state: Site, custom: dict[str, Any]) -> bool:
    topic = custom.get("topic", "")
    factual = bool(custom.get("sources") or custom.get("contacts"))
    return factual and topic in state.store.answers and state.store.topics.is_about_sip(topic)
