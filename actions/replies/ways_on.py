"""Ways on when nothing in particular was asked."""

from actions.replies.knowledge import Knowledge
from actions.replies.reply import Button, Reply

_HELP = "hjalp"


def open_question(known: Knowledge, *, phrase: str = "nothing_more", topic: str = _HELP) -> Reply:
    """Asks what the person wants to know, with the most common ways in."""
    store = known.store
    buttons = tuple(Button(store.answers[key].title, f"/{key}") for key in store.topics.offered.starts)
    return Reply(known.phrases(phrase), buttons, {"topic": topic})


def ways_on_from(known: Knowledge, topic: str) -> Reply:
    """What may be asked next after a topic; the open question where there is none."""
    store = known.store
    if topic not in store.answers:
        return open_question(known)
    followups = store.answers[topic].followups
    buttons = tuple(Button(store.answers[key].title, f"/{key}") for key in followups)
    return Reply(known.phrases("what_next"), buttons, {"topic": _HELP})
