"""When it is not clear what was meant: good guesses once, then a door. Never a dead end."""

from collections.abc import Iterable

from actions.content.store import Store
from actions.conversation.phrases import Phrases
from actions.conversation.reply import Button, Reply

NEVER_GUESSED = frozenset(
    {"kris", "utanfor-amnet", "halsning", "tack", "hejda", "ar-du-en-robot", "borja-om", "forklara-enklare"}
)
DOORS = ("prata-med-manniska", "hitta-kontakt", "hjalp")
_GUESSES = 3


def guesses(store: Store, ranked: Iterable[str], text: str) -> list[str]:
    """Up to three topics: the classifier's ranking, and what search in the content adds where it is short.

    The ranking knows better than search what people mean: docs/decisions/0002-pipeline.md.
    """
    found = [topic for topic in ranked if topic in store.answers and topic not in NEVER_GUESSED][:_GUESSES]
    if len(found) == _GUESSES:
        return found
    searched = [hit.ref for hit in store.search(text, kind="answer", limit=_GUESSES)]
    return [topic for topic in dict.fromkeys([*found, *searched]) if topic not in NEVER_GUESSED][:_GUESSES]


def clarify_reply(store: Store, phrases: Phrases, topics: list[str], *, misses: int, refused: bool) -> Reply:
    """Asks which topic was meant; from the second miss in a row on, shows doors instead.

    misses: how many messages in a row were not understood before this one.
    refused: the person answered "inget av detta".
    """
    if refused or misses >= 1:
        key = "clarify_none" if refused else "clarify_again"
        if misses >= 2:
            key = "clarify_none" if misses % 2 == 0 else "clarify_again"
        return Reply(phrases(key), _buttons(store, DOORS), {"topic": "oklart", "suggestions": []})
    if not topics:
        return Reply(
            phrases("clarify_nothing_near"), _buttons(store, DOORS), {"topic": "oklart", "suggestions": []}
        )
    none = Button(phrases("none_of_these"), "/inget-av-detta")
    return Reply(
        phrases("clarify_first"), (*_buttons(store, topics), none), {"topic": "oklart", "suggestions": topics}
    )


def _buttons(store: Store, topics: Iterable[str]) -> tuple[Button, ...]:
    return tuple(Button(store.answers[topic].title, f"/{topic}") for topic in topics)
