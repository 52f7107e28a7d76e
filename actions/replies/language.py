"""The reply to someone who writes in another language than Swedish."""

from collections.abc import Sequence

from actions.languages.texts import ENGLISH, LanguageTexts
from actions.publishing.store import Store
from actions.replies.answers import source_row
from actions.replies.phrases import Phrases
from actions.replies.reply import Button, Reply

_TOPIC = "tolk"


def language_reply(
    store: Store, phrases: Phrases, texts: LanguageTexts, code: str, guessed: Sequence[str]
) -> Reply:
    """What this is, that interpreters exist and whom to call: in the language, then in English.

    guessed: topics the message seems to be about; their Swedish answers are offered as buttons.
    """
    codes = list(dict.fromkeys([code, ENGLISH]))
    also = store.topics.offered.in_swedish
    shown = dict.fromkeys([*guessed, *also])
    buttons = tuple(
        Button(phrases("in_swedish", title=store.answers[topic].title), f"/{topic}") for topic in shown
    )
    custom = {
        "topic": _TOPIC,
        "topics": [_TOPIC, *also],
        "language": code,
        "paragraphs": texts.marks(*codes),
        "forms": {"url": "/en"},
        "sources": [source_row(store.sources[key], texts.reviewed) for key in texts.sources],
    }
    return Reply("\n\n".join(texts.of(code).text for code in codes), buttons[:3], custom)
