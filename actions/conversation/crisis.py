"""The crisis answer: 112 first, then what fits the situation, and nothing else."""

from actions.content.store import Store
from actions.conversation.answers import source_row
from actions.conversation.phrases import Phrases
from actions.conversation.reply import Reply
from actions.crisis import detect

_TOPIC = "kris"


def crisis_reply(store: Store, text: str) -> Reply:
    """The crisis answer for the kind of danger the words tell of; the general one when they do not say."""
    answer = store.answers[_TOPIC]
    signal = detect(text)
    special = answer.situations.get(_HEADINGS.get(signal.category, "")) if signal else None
    parts = [answer.short, *([special] if special else [])]
    sources = [source_row(source, answer.reviewed) for source in store.sources_of(answer)]
    return Reply("\n\n".join(parts), (), {"topic": _TOPIC, "sources": sources, "url": f"/fragor/{_TOPIC}"})


def concern_reply(phrases: Phrases, text: str) -> Reply | None:
    """A short word of care before the ordinary answer, when someone sounds worn out but not in danger."""
    signal = detect(text)
    if signal and signal.level == "concern":
        return Reply(phrases("concern"), (), {})
    return None


_HEADINGS = {
    "självmord": "Självmord",
    "självskada": "Självmord",
    "våld": "Våld",
    "barn": "Barn",
    "överdos": "Akut sjukdom",
    "akut-sjukdom": "Akut sjukdom",
}
