"""The crisis answer: 112 first, then what fits the situation, and nothing else."""

from actions.content.store import Store
from actions.conversation.answers import source_row
from actions.conversation.phrases import Phrases
from actions.conversation.reply import Reply
from actions.crisis import CrisisSignal, concerns_someone_else, detect

_TOPIC = "kris"
_OTHERS = "Anhörig"
_HEADINGS = {
    "självmord": "Självmord",
    "självskada": "Självmord",
    "våld": "Våld",
    "barn": "Barn",
    "överdos": "Akut sjukdom",
    "akut-sjukdom": "Akut sjukdom",
}


def crisis_reply(store: Store, text: str, danger: CrisisSignal | None = None, foreign: str = "") -> Reply:
    """The crisis answer for the kind of danger the words tell of; the general one when they do not say.

    danger: what the model made of the words, used when no written pattern is found in them.
    foreign: the most important in the person's own language, said first.
    """
    answer = store.answers[_TOPIC]
    signal = detect(text)
    if signal is None or signal.level != "acute":
        signal = danger
    special = answer.situations.get(_heading(signal, text)) if signal else None
    parts = [part for part in (foreign, answer.short, special) if part]
    sources = [source_row(source, answer.reviewed) for source in store.sources_of(answer)]
    return Reply("\n\n".join(parts), (), {"topic": _TOPIC, "sources": sources, "url": f"/fragor/{_TOPIC}"})


def concern_reply(phrases: Phrases, text: str, danger: CrisisSignal | None = None) -> Reply | None:
    """A short word of care before the ordinary answer, when someone sounds worn out but not in danger."""
    signal = detect(text) or danger
    if signal and signal.level == "concern":
        return Reply(phrases("concern"), (), {})
    return None


def _heading(signal: CrisisSignal, text: str) -> str:
    heading = _HEADINGS.get(signal.category, "")
    return _OTHERS if heading == "Självmord" and concerns_someone_else(text) else heading
