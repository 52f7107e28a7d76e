"""When it is not clear what was meant: good guesses once, then other ways on. Never a dead end."""

import re
from collections.abc import Iterable, Sequence

from actions.content.models import Passage
from actions.content.same_words import with_one_name
from actions.publishing.store import Store
from actions.replies.answers import Asker, own_words
from actions.replies.phrases import Phrases
from actions.replies.questions_offered import one_a_topic, question_button
from actions.replies.reply import Button, Reply
from actions.replies.theirs import fits_beside

_GUESSES = 3
_ANSWERED = 2
_SUBJECT = re.compile(r"\bSIP", re.IGNORECASE)


def may_be_guessed(store: Store, topic: str) -> bool:
    """True for a topic that somebody may have meant without having been understood."""
    return topic in store.answers and store.topics.may_be_guessed(topic)


def guesses(store: Store, likely: Iterable[str], text: str) -> list[Passage]:
    """Up to three questions of different topics: the likeliest, then what search finds.

    The ranking knows better than search what people mean: docs/decisions/0002-pipeline.md.
    """
    ranked = one_a_topic(store, likely, _GUESSES)
    if len(ranked) == _GUESSES:
        return ranked
    searched = [hit.ref for hit in store.search(text, kind="passage", limit=_GUESSES)]
    return one_a_topic(store, [*(passage.id for passage in ranked), *searched], _GUESSES)


def names_sip(text: str) -> bool:
    """True when SIP itself is asked about, however it is written."""
    return bool(_SUBJECT.search(with_one_name(text)))


def likely_answers(
    store: Store, phrases: Phrases, likely: Sequence[str], guessed: Sequence[Passage], asker: Asker
) -> Reply:
    """Says that it is not clear what was meant, with the answers of the two likeliest questions below them.

    guessed: what may have been meant instead; they become buttons.
    """
    known = [store.passages[key] for key in likely if key in store.passages]
    fit = (passage for passage in known if store.topics.may_be_guessed(passage.topic))
    answered = [passage for passage in fit if fits_beside(passage, asker)][:_ANSWERED]
    if not answered:
        return clarify_reply(store, phrases, guessed, misses=0, refused=False)
    parts = [
        phrases("about_topic", title=passage.question, text=own_words(passage, phrases, asker, alone=False))
        for passage in answered
    ]
    reply = clarify_reply(
        store, phrases, [one for one in guessed if one not in answered], misses=0, refused=False
    )
    custom = {"topic": "oklart", "passages": [passage.id for passage in answered]}
    suggestions = [passage.topic for passage in guessed]
    text = "\n\n".join([phrases("clarify_answers"), *parts])
    return Reply(text, reply.buttons, {**custom, "suggestions": suggestions})


def clarify_reply(
    store: Store, phrases: Phrases, guessed: Sequence[Passage], *, misses: int, refused: bool
) -> Reply:
    """Asks which question was meant; from the second miss in a row on, shows other ways on instead.

    misses: how many messages in a row were not understood before this one.
    refused: the person answered "inget av detta".
    """
    if refused or misses >= 1:
        key = "clarify_none" if refused else "clarify_again"
        if misses >= 2:
            key = "clarify_none" if misses % 2 == 0 else "clarify_again"
        return _exits(store, phrases(key))
    if not guessed:
        return _exits(store, phrases("clarify_nothing_near"))
    none = Button(phrases("none_of_these"), "/inget-av-detta")
    buttons = (*(question_button(store, passage) for passage in guessed), none)
    custom = {"topic": "oklart", "suggestions": [passage.topic for passage in guessed]}
    return Reply(phrases("clarify_first"), buttons, custom)


def _exits(store: Store, text: str) -> Reply:
    """Other ways on, instead of guesses."""
    exits = store.topics.offered.exits
    buttons = tuple(Button(store.answers[topic].title, f"/{topic}") for topic in exits)
    return Reply(text, buttons, {"topic": "oklart", "suggestions": []})
