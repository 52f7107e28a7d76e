"""Buttons that are questions: each leads to the passage that answers it."""

from collections.abc import Collection, Iterable

from actions.content.models import Passage
from actions.crisis.texts import care_words
from actions.publishing.store import Store
from actions.replies.reply import Button

TASK_QUESTION = "uppgiftsfraga"  # asks about a task without beginning it


def question_button(store: Store, passage: Passage) -> Button:
    """The question as a button. One about a guided task must not begin the task."""
    if store.topics.is_task(passage.topic):
        return Button(passage.question, f'/{TASK_QUESTION}{{"passage":"{passage.topic}:{passage.name}"}}')
    return Button(passage.question, f'/{passage.topic}{{"passage":"{passage.name}"}}')


def passage_meant(intent: str, value: str) -> str:
    """The id `topic#name` of a pressed question: its intent, and the value of its entity `passage`."""
    topic, colon, name = value.partition(":")
    return f"{topic}#{name}" if colon else f"{intent}#{value}"


def nearby(
    store: Store, passage: Passage, likely: Iterable[str], most: int, but: Collection[str] = ()
) -> tuple[Button, ...]:
    """The likeliest other questions about SIP or of the same topic, then those after this one on its page.

    Nothing of `but`, and nothing that frightens who has not asked.
    """
    page = store.passages_of(passage.topic)
    place = page.index(passage)
    others = [other.id for other in (*page[place + 1 :], *page[:place])]
    topics = {key: key.partition("#")[0] for key in likely}
    near = [key for key, own in topics.items() if own == passage.topic or store.topics.is_about_sip(own)]
    return _buttons(store, [*near, *others], {passage.id, *but, *care_words().only_asked}, most)


def of_topic(
    store: Store, topic: str, likely: Iterable[str], most: int, but: Collection[str] = ()
) -> tuple[Button, ...]:
    """The topic's questions, the likeliest first; nothing of `but`, nor what frightens who has not asked."""
    own = [key for key in likely if key.startswith(f"{topic}#")]
    others = (passage.id for passage in store.passages_of(topic))
    return _buttons(store, [*own, *others], {*but, *care_words().only_asked}, most)


def one_a_topic(store: Store, likely: Iterable[str], most: int) -> list[Passage]:
    """The likeliest questions that may be guessed, at most one of each topic."""
    found: dict[str, Passage] = {}
    for key in likely:
        passage = store.passages.get(key)
        if passage and store.topics.may_be_guessed(passage.topic):
            found.setdefault(passage.topic, passage)
    return list(found.values())[:most]


def _buttons(store: Store, keys: Iterable[str], but: set[str], most: int) -> tuple[Button, ...]:
    wanted = [key for key in dict.fromkeys(keys) if key in store.passages and key not in but]
    return tuple(question_button(store, store.passages[key]) for key in wanted[:most])
