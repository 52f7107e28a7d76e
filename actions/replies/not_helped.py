"""The ways on when an answer did not help: other words, the likely questions, somebody to ask."""

from actions.publishing.store import Store
from actions.replies.phrases import Phrases
from actions.replies.questions_offered import nearby, of_topic
from actions.replies.reply import Button, Reply

_HELP = "hjalp"
_CONTACT = "hitta-kontakt"
_MOST_OFFERED = 3


def not_helped(store: Store, phrases: Phrases, about: str) -> Reply:
    """One kind line with buttons. about: id of a passage or of a topic."""
    passage = store.passages.get(about)
    questions = (
        nearby(store, passage, (), _MOST_OFFERED) if passage else of_topic(store, about, (), _MOST_OFFERED)
    )
    contact = () if about == _CONTACT else (Button(store.answers[_CONTACT].title, f"/{_CONTACT}"),)
    return Reply(phrases("not_helped"), (*questions, *contact), {"topic": _HELP})
